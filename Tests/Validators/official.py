"""A plain reading of an official table, to hold yilan against.

It knows one layout, the sample's: a header row of the seven labels once per block, the targets
under it, blank cells below the shorter block. It shares no code and no cleverness with yilan.
"""

import dataclasses
import datetime
import re

FIELDS = {
    "serial": "序号",
    "leader": "市政府领导",
    "objective": "责任目标内容",
    "deadline": "完成时限",
    "progress": "完成情况",
    "onSchedule": "是否按计划完成进度",
    "units": "责任单位",
}
LABELS = list(FIELDS.values())
WIDTH = len(LABELS)


@dataclasses.dataclass
class Target:
    """A target's texts by JSON key, and where it stands, counted from 1."""

    texts: dict
    line: int
    page: int
    block: int


def read(path):
    """Returns the title and the targets: page by page, block by block, from top to bottom."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        lines = file.read().replace("\r\n", "\n").split("\n")
    title, targets, blocks, page = None, [], [], 0
    for number, line in enumerate(lines, start=1):
        cells = [cell.strip() for cell in line.split("\t")]
        if LABELS[0] in cells:
            targets += [target for block in blocks for target in block]
            blocks = [[] for cell in cells if cell == LABELS[0]]
            page += 1
        elif blocks:
            for index, block in enumerate(blocks):
                part = cells[index * WIDTH : (index + 1) * WIDTH]
                part += [""] * (WIDTH - len(part))
                if any(part):
                    block.append(Target(dict(zip(FIELDS, part)), number, page, index + 1))
        elif title is None and line.strip():
            title = line.strip().lstrip("#").strip()
    return title, targets + [target for block in blocks for target in block]


def year(title):
    """The year in a title such as 菏泽市人民政府2023年度…."""
    return int(re.search(r"([0-9]{4})年", title)[1])


def issuer(title):
    """The government in a title such as 菏泽市人民政府2023年度…."""
    return title[: re.search(r"[0-9]{4}年", title).start()]


def deadline(text, year):
    """Kind and date of the deadlines that the sample has."""
    if text == "年底":
        return "date", f"{year}-12-31"
    if month := re.fullmatch(r"([0-9]{1,2})月底", text):
        first = datetime.date(year, int(month[1]), 1)
        last = (first + datetime.timedelta(days=31)).replace(day=1) - datetime.timedelta(days=1)
        return "date", last.isoformat()
    if text == "长期坚持":
        return "ongoing", None
    if text == "":
        return "none", None
    raise ValueError(f"the plain reading doesn't know the deadline {text}")


def status(text):
    """What 是 and 否 mean; None for a blank."""
    return {"是": True, "否": False, "": None}[text]


def units(text):
    """The names of units set apart by blanks."""
    return text.split()
