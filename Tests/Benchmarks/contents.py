"""What an output says, whatever its format: the texts of its targets, as one digest."""

import csv
import hashlib
import json

import table  # for the path of the validators
import official

SHEET = "全部目标"


def digest(path):
    """Returns a digest of the seven texts of every target in a CSV, JSON, JSONL or XLSX file."""
    value = hashlib.sha256()
    count = 0
    for target in READERS[path.suffix](path):
        value.update("\x1f".join(plain(text) for text in target).encode() + b"\x1e")
        count += 1
    return count, value.hexdigest()


def plain(value):
    """A text, whether a format keeps it alone, beside what it means, or as a number."""
    if isinstance(value, dict):
        value = value["text"]
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value)


def csv_targets(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        yield from by_label(csv.reader(file))


def jsonl_targets(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            target = json.loads(line)
            yield [target[key] for key in official.FIELDS]


def json_targets(path):
    with open(path, encoding="utf-8") as file:
        for target in json.load(file)["targets"]:
            yield [target[key] for key in official.FIELDS]


def xlsx_targets(path):
    import python_calamine

    workbook = python_calamine.CalamineWorkbook.from_path(str(path))
    yield from by_label(workbook.get_sheet_by_name(SHEET).to_python())


def by_label(rows):
    """The targets under the first row that has the seven labels, other columns left out."""
    places = None
    for row in rows:
        if places is None:
            if official.LABELS[0] in row:
                places = [list(row).index(label) for label in official.LABELS]
        else:
            yield [row[place] for place in places]


READERS = {
    ".csv": csv_targets,
    ".json": json_targets,
    ".jsonl": jsonl_targets,
    ".xlsx": xlsx_targets,
}
