"""One thing after the other, done to workbooks of tables made up by chance: sequences.py YILAN [COUNT [SEED]]

Every table is made up, and turned into a workbook by yilan; then a few things are done to it with
openpyxl, in the order that chance says, and to the table as well, which an oracle keeps. What `yilan
apply` makes of the official file has to be the oracle's, byte for byte.
"""

import pathlib
import random
import subprocess
import sys
import tempfile

import openpyxl

from oracle import SHEET, differences

LABELS = ["序号", "市政府领导", "责任目标内容", "完成时限", "完成情况", "是否按计划完成进度", "责任单位"]
LEADERS = ["张鹏", "肖友华", "刘连栋", "王 强"]
DEADLINES = ["年底", "11月底", "6月30日", "长期坚持", "2023年9月"]
WORDS = ["完成", "新建", "道路", "学校", "3所", "市局", "，", "。", "100%", "1.5亿元", "“双招双引”", "𠮷", "A1", "(试点)", "是否", "项目"]
UNITS = ["市教育局", "市交通运输局", "市住房城乡建设局 各县区", "市水务局、市财政局"]


class Table:
    """An official table, cell by cell, in one block or two side by side."""

    def __init__(self, chance):
        self.random = chance
        self.end = chance.choice(["\n", "\r\n"])
        self.labels = LABELS + (["备注"] if chance.random() < 0.4 else [])
        self.blocks = chance.choice([1, 1, 2])
        first, step = chance.choice([1, 140]), chance.choice([1, 1, 3])
        self.rows = {str(first + step * i): self.row(first + step * i) for i in range(chance.randint(6, 24))}
        self.official = {serial: list(row) for serial, row in self.rows.items()}

    def text(self):
        return "".join(self.random.choices(WORDS, k=self.random.randint(2, 9)))

    def row(self, serial):
        chance = self.random
        known = [
            str(serial), chance.choice(LEADERS), f"{self.text()}{serial}", chance.choice(DEADLINES), self.text(),
            chance.choice(["是", "是", "否", ""]), chance.choice(UNITS),
        ]
        return known + [self.random.choice(["", "待核"])] * (len(self.labels) - 7)

    def bytes(self):
        serials = list(self.rows)
        height = -(-len(serials) // self.blocks)
        lines = ["某市人民政府2023年度责任目标完成情况一览表", "\t".join(self.labels * self.blocks)]
        for line in range(height):
            cells = []
            for block in range(self.blocks):
                at = block * height + line
                cells += self.rows[serials[at]] if at < len(serials) else [""] * len(self.labels)
            lines.append("\t".join(cells))
        return (self.end.join(lines) + self.end).encode()


class Work:
    """The workbook of a table, and what the table should become."""

    def __init__(self, made, table):
        self.table, self.random = table, table.random
        self.book = openpyxl.load_workbook(made)
        self.sheet = self.book[SHEET]
        headers = [cell.value for cell in self.sheet[1]]
        self.at = [headers.index(label) + 1 for label in table.labels]
        self.seen = 1 + max(self.at)

    def lines(self):
        """The rows of targets that are there."""
        return [r for r in range(1, self.sheet.max_row + 1) if str(self.sheet.cell(r, 1).value) in self.table.rows]

    def serial(self, line):
        return str(self.sheet.cell(line, 1).value)

    def put(self, line, column, text):
        self.sheet.cell(line, self.at[column]).value = text
        self.table.rows[self.serial(line)][column] = text

    def texts(self, line, columns):
        return [self.sheet.cell(line, c).value for c in columns]

    def fill(self, line, columns, texts):
        for column, text in zip(columns, texts):
            self.sheet.cell(line, column).value = text


def edit(work):
    column = work.random.choice([1, 2, 3, 4, 5, 6])
    value = [None, "王五", work.table.text(), "10月底", work.table.text(), "否", "市新局"][column]
    work.put(work.random.choice(work.lines()), column, value)


def sort_seen(work):
    columns, lines = range(1, work.seen), work.lines()
    texts = [work.texts(line, columns) for line in lines]
    work.random.shuffle(texts)
    for line, row in zip(lines, texts):
        work.fill(line, columns, row)


def sort_whole(work):
    columns, lines = range(1, work.sheet.max_column + 1), work.lines()
    texts = sorted((work.texts(line, columns) for line in lines), key=lambda row: str(row[2]))
    for line, row in zip(lines, texts):
        work.fill(line, columns, row)


def swap(work):
    columns = range(1, work.seen)
    one, other = work.random.sample(work.lines(), 2)
    first, second = work.texts(one, columns), work.texts(other, columns)
    work.fill(one, columns, second)
    work.fill(other, columns, first)


def paste_over(work):
    column = work.random.randint(1, 6)
    one, other = work.random.sample(work.lines(), 2)
    work.put(other, column, work.table.rows[work.serial(one)][column])


def replace(work):
    old, new = work.random.choice([("完成", "办结"), ("市", "本市"), ("年", "今年"), ("道路", "公路"), ("是", "√")])
    for row in work.sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str):
                cell.value = cell.value.replace(old, new)
    here = {work.serial(line) for line in work.lines()}
    for serial in here:
        row = work.table.rows[serial]
        work.table.rows[serial] = row[:1] + [text.replace(old, new) for text in row[1:]]


def delete_row(work):
    """A row taken out: its target stays as it was."""
    if len(work.lines()) > 4:
        line = work.random.choice(work.lines())
        serial = work.serial(line)
        work.table.rows[serial] = list(work.table.official[serial])
        work.sheet.delete_rows(line)


def blank_row(work):
    work.sheet.insert_rows(work.random.choice(work.lines()))


def hide(work):
    work.sheet.row_dimensions[work.random.choice(work.lines())].hidden = True
    work.sheet.column_dimensions["C"].hidden = True


def narrow(work):
    work.sheet.auto_filter.ref = f"A1:{openpyxl.utils.get_column_letter(work.seen - 1)}{work.sheet.max_row}"


def rename(work):
    work.sheet.title = "12月更正"


def type_over_header(work):
    work.sheet.cell(1, work.at[work.random.choice([2, 4])]).value = "乱七八糟"


def merge(work):
    """Neighbours that say the same merged."""
    column = work.random.choice([3, 6])
    lines = work.lines()
    for one, other in zip(lines, lines[1:]):
        same = work.sheet.cell(one, work.at[column]).value == work.sheet.cell(other, work.at[column]).value
        if other == one + 1 and same:
            work.sheet.merge_cells(
                start_row=one, end_row=other, start_column=work.at[column], end_column=work.at[column]
            )
            return


def copy_sheet(work):
    work.book.copy_worksheet(work.sheet)


STEPS = [edit, edit, sort_seen, sort_whole, swap, paste_over, delete_row, blank_row, hide, narrow, rename]
# Of these one at most, since each changes headers, and then at the end what openpyxl can't edit on.
HEADERS, LAST = [replace, type_over_header], [merge, copy_sheet]


def sequence(chance):
    steps = chance.choices(STEPS, k=chance.randint(2, 6))
    if chance.random() < 0.5:
        steps.insert(chance.randint(0, len(steps)), chance.choice(HEADERS))
    if chance.random() < 0.4:
        steps.append(chance.choice(LAST))
    return steps


def once(yilan, folder, seed):
    """Does one sequence; returns what fell short."""
    chance = random.Random(seed)
    table = Table(chance)
    official, made, returned, result = (folder / name for name in ("o.tsv", "m.xlsx", "r.xlsx", "n.tsv"))
    official.write_bytes(table.bytes())
    result.unlink(missing_ok=True)
    subprocess.run([yilan, official, "-o", made], check=True, capture_output=True)
    work = Work(made, table)
    steps = sequence(chance)
    for step in steps:
        step(work)
    work.book.save(returned)
    done = subprocess.run(
        [yilan, "apply", returned, "--to", official, "-o", result, "--language", "en"],
        capture_output=True, text=True, timeout=120, check=False,
    )
    title = f"seed {seed}: " + ", ".join(step.__name__ for step in steps)
    if done.returncode != 0:
        return [f"{title}: refused: {done.stdout}{done.stderr}"]
    if result.read_bytes() != table.bytes():
        found = differences(table.bytes(), result.read_bytes())
        return [f"{title}: another file came:\n{found}\n{done.stdout}{done.stderr}"]
    return []


def main():
    yilan = pathlib.Path(sys.argv[1]).resolve()
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    failures = []
    with tempfile.TemporaryDirectory() as name:
        for number in range(count):
            failures += once(yilan, pathlib.Path(name), seed * 100_000 + number)
    print("\n".join(failures) if failures else f"{count} sequences hold")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
