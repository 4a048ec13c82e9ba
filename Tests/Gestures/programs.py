"""What programs do to a workbook that yilan made, and what must come of it: programs.py YILAN OFFICIAL.tsv

Each edit is done with openpyxl, or with pandas where that is there, on a workbook that yilan has just
written; `yilan apply` then puts what came back into the official table, and the result is compared,
byte for byte, with what an oracle of its own says (`oracle.py`). An edit that must be refused has to
leave no output and say the words named; one whose loss must be told has to say them, too.
"""

import datetime
import pathlib
import random
import subprocess
import sys
import tempfile

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment

from oracle import SHEET, TARGETS, WIDTH, Oracle, differences

try:
    import pandas
except ImportError:
    pandas = None

AT = [column + 1 for column in range(WIDTH)]  # columns of the sheet, from 1; behind them that of dates


class Book:
    """A workbook that is open in openpyxl, and what the official file should become."""

    def __init__(self, made, oracle, chance):
        self.path, self.oracle, self.random = made, oracle, chance
        self.book = openpyxl.load_workbook(made, rich_text=True)
        self.sheet = self.book[SHEET]

    def row(self, serial):
        return next(r for r in range(2, self.sheet.max_row + 1) if self.sheet.cell(r, 1).value == serial)

    def any(self):
        return self.random.choice(sorted(self.oracle.places))

    def put(self, serial, column, value, text=None):
        """Puts a value into a target's cell; `text` is what it comes to in the official table."""
        self.sheet.cell(self.row(serial), AT[column]).value = value
        self.oracle.set(serial, column, value if text is None else text)

    def edit(self):
        self.put(self.any(), 4, f"已完成第{self.random.randint(1, 99)}批，详见附件")


# With openpyxl -------------------------------------------------------------------------------------


def saved(book):
    """Opened and saved."""


def edited(book):
    """Texts of every column but the serials."""
    for column, text in [(1, "王五"), (2, "＝3项，“引号”"), (3, "10月底"), (4, "-5%"), (5, "否"), (6, "市新局")]:
        book.put(book.any(), column, text)


def numbers(book):
    """Numbers where texts were: what a program shows counts."""
    book.put(150, 4, 58, "58")
    book.put(151, 4, 0.5, "0.5")
    book.put(152, 4, 58160.0, "58160")
    book.put(153, 4, -3, "-3")
    book.put(154, 4, 1e-05, "0.00001")


def formats(book):
    """Numbers in formats."""
    for serial, value, code, text in [
        (150, 0.967, "0.0%", "96.7%"), (151, 1234567, "#,##0", "1,234,567"), (152, 58160, '0!.0,"万"', "5.8万"),
        (153, 45291, 'yyyy"年"m"月"d"日"', "2023年12月31日"), (154, -5, "0.0;@", "-5.0"),
    ]:
        book.put(serial, 4, value, text)
        book.sheet.cell(book.row(serial), AT[4]).number_format = code


def dates(book):
    """A date typed as a date."""
    book.put(150, 3, datetime.date(2023, 6, 30), "2023年6月30日")
    book.sheet.cell(book.row(150), AT[3]).number_format = 'yyyy"年"m"月"d"日"'


def truths(book):
    """TRUE and FALSE where 是 and 否 were."""
    for serial in sorted(book.oracle.places):
        cell = book.sheet.cell(book.row(serial), AT[5])
        cell.value = cell.value == "是"
    book.put(142, 5, False, "否")


def rich(book):
    """A text in runs, in part struck out: what is struck out doesn't count."""
    old, new = TextBlock(InlineFont(strike=True), "是"), TextBlock(InlineFont(color="FF0000"), "否")
    book.put(142, 5, CellRichText(old, new), "否")


def sorted_seen(book):
    """The columns that are seen in another order, the hidden ones not."""
    book.edit()
    rows = [[book.sheet.cell(r, c).value for c in range(1, 9)] for r in range(2, TARGETS + 2)]
    book.random.shuffle(rows)
    for number, row in enumerate(rows, 2):
        for column, value in enumerate(row, 1):
            book.sheet.cell(number, column).value = value


def replaced(book):
    """A word replaced in every text cell of the sheet, headers and hidden cells included."""
    old, new = book.random.choice([("完成", "办结"), ("是", "√"), ("市", "本市"), ("责任", "职责")])
    for row in book.sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str):
                cell.value = cell.value.replace(old, new)
    book.oracle.replace(old, new)


def header_typed_over(book):
    """A header typed over."""
    book.sheet.cell(1, AT[4]).value = "乱七八糟"
    book.edit()


def header_cleared(book):
    """A header cleared."""
    book.sheet.cell(1, AT[4]).value = None
    book.edit()


def rows_gone(book):
    """Rows deleted: their targets stay."""
    book.put(150, 5, "否")
    for _ in range(5):
        row = book.random.randint(2, book.sheet.max_row)
        if book.sheet.cell(row, 1).value != 150:
            book.sheet.delete_rows(row)


def blank_rows(book):
    """Blank rows between the targets and above the header."""
    book.edit()
    book.sheet.insert_rows(20, 3)
    book.sheet.insert_rows(1, 2)


def columns_gone(book):
    """Columns deleted: they stay as they are."""
    book.put(142, 5, "否")
    book.sheet.delete_cols(AT[2])


def merged(book):
    """Neighbours with one text merged."""
    book.put(142, 5, "否")
    book.sheet.merge_cells(start_row=2, end_row=4, start_column=AT[3], end_column=AT[3])


def remarks(book):
    """A column of remarks, and remarks below."""
    book.edit()
    book.sheet.cell(1, 20).value, book.sheet.cell(4, 20).value = "核对人", "老王"
    book.sheet.cell(TARGETS + 3, 1).value = "注：红色为待核"


def nan_everywhere(book):
    """NaN put into blank cells and none of the others."""
    book.edit()
    book.oracle.set(160, 6, book.oracle.get(160, 6))
    for row in book.sheet.iter_rows(min_row=2, max_col=8):
        for cell in row:
            if cell.value is None and cell.column != WIDTH + 1:
                cell.value = "nan"


# What must be told ---------------------------------------------------------------------------------


def date_typed(book):
    """A date typed into the column that only shows dates."""
    book.sheet.cell(book.row(161), WIDTH + 1).value = datetime.datetime(2024, 1, 1)
    return "typed-over-formula"


def summary_typed(book):
    """A figure typed into the summary."""
    sheet = book.book["汇总"]
    cell = next(c for row in sheet.iter_rows(min_row=7) for c in row if str(c.value).startswith("="))
    cell.value = 99
    return "typed-over-formula"


def title_typed(book):
    """The summary's title typed over."""
    book.book["汇总"]["A1"] = "菏泽市人民政府2024年度责任目标完成情况一览表"
    return "typed-over-formula"


def leader_sheet_typed(book):
    """A text typed into a leader's sheet."""
    sheet = book.book.worksheets[2]
    cells = [
        c for row in sheet.iter_rows(min_row=3, max_col=7) for c in row
        if str(c.value).startswith("=") and (c.column_letter != "D" or c.row > 9)
        and not sheet.column_dimensions[c.column_letter].hidden
    ]
    book.random.choice(cells).value = "改"
    return "typed-over-formula"


def commented(book):
    """A correction in a comment."""
    book.sheet.cell(book.row(150), AT[4]).comment = Comment("应为已完成", "老王")
    return "comments-left-out"


def emptied(book):
    """A cell emptied: done, and told."""
    book.put(150, 4, None, "")
    return "emptied-cell"


def renumbered(book):
    """A serial typed over: done, and told."""
    book.put(145, 0, 245, "245")
    return "changed-serial"


# What must be refused ------------------------------------------------------------------------------


def serials_gone(book):
    """The column of serials deleted."""
    book.sheet.delete_cols(1)
    return "missing-serial-column"


def header_gone(book):
    """The header deleted."""
    book.sheet.delete_rows(1)
    return "missing-header"


def copied_row(book):
    """A row copied, both with other texts."""
    values = [cell.value for cell in book.sheet[5]]
    values[AT[4] - 1] = "另一说法"
    book.sheet.append(values)
    return "copied-row"


def shifted(book):
    """Cells of a column moved up."""
    for row in range(10, TARGETS + 1):
        book.sheet.cell(row, AT[4]).value = book.sheet.cell(row + 1, AT[4]).value
    book.sheet.cell(TARGETS + 1, AT[4]).value = None
    return "shifted-cells"


def merged_across(book):
    """Cells of two columns merged."""
    book.sheet.merge_cells(start_row=5, end_row=5, start_column=AT[4], end_column=AT[5])
    return "merged-cells"


def error_value(book):
    """A formula that went wrong."""
    book.sheet.cell(5, AT[4]).value = "#REF!"
    return "formula-error"


ACCEPTED = [
    saved, edited, numbers, formats, dates, truths, rich, sorted_seen, replaced, header_typed_over,
    header_cleared, rows_gone, blank_rows, columns_gone, merged, remarks, nan_everywhere,
]
TOLD = [date_typed, summary_typed, title_typed, leader_sheet_typed, commented, emptied, renumbered]
REFUSED = [serials_gone, header_gone, copied_row, shifted, merged_across, error_value]


# With pandas: a frame is read, edited, and written as a plain table --------------------------------


def frame(made, **options):
    return pandas.read_excel(made, sheet_name=SHEET, **options)


def careful(made, oracle, path):
    """All texts, none taken for missing."""
    table = frame(made, dtype=str, keep_default_na=False)
    table.loc[table["序号"] == "142", "是否按计划完成进度"] = "否"
    oracle.set(142, 5, "否")
    table.to_excel(path, sheet_name=SHEET, index=False)


def plain(made, oracle, path):
    """As pandas reads by itself: numbers, NaN, dates as timestamps."""
    table = frame(made)
    table.loc[table["序号"] == 142, "是否按计划完成进度"] = "否"
    oracle.set(142, 5, "否")
    table.to_excel(path, sheet_name=SHEET, index=False)


def indexed(made, oracle, path):
    """With the index as a column without a label."""
    table = frame(made, dtype=str, keep_default_na=False)
    table.loc[table["序号"] == "142", "是否按计划完成进度"] = "否"
    oracle.set(142, 5, "否")
    table.to_excel(path, sheet_name=SHEET)


def floats(made, oracle, path):
    """Serials as floating-point numbers."""
    table = frame(made, keep_default_na=False)
    table["序号"] = table["序号"].astype(float)
    table.loc[table["序号"] == 142, "是否按计划完成进度"] = "否"
    oracle.set(142, 5, "否")
    table.to_excel(path, sheet_name=SHEET, index=False)


def part(made, oracle, path):
    """Some rows and some columns, in another order."""
    table = frame(made, keep_default_na=False)[["责任单位", "序号", "完成情况"]]
    table = table.sort_values("责任单位").head(30)
    serial = int(table["序号"].iloc[3])
    table.loc[table["序号"] == serial, "完成情况"] = "已办结"
    oracle.set(serial, 4, "已办结")
    table.to_excel(path, sheet_name="Sheet1", index=False)


def listed(made, oracle, path):
    """As CSV."""
    table = frame(made, dtype=str, keep_default_na=False)
    table.loc[table["序号"] == "142", "是否按计划完成进度"] = "否"
    oracle.set(142, 5, "否")
    table.to_csv(path, index=False)


FRAMES = [(careful, ".xlsx"), (plain, ".xlsx"), (indexed, ".xlsx"), (floats, ".xlsx"), (part, ".xlsx"), (listed, ".csv")]


def apply(yilan, official, returned, result):
    result.unlink(missing_ok=True)
    return subprocess.run(
        [yilan, "apply", returned, "--to", official, "-o", result, "--language", "en"],
        capture_output=True, text=True, timeout=120, check=False,
    )


def judge(edit, done, result, oracle, words):
    """What fell short of an edit; nothing where it is right."""
    told = done.stdout + done.stderr
    title = f"{edit.__doc__.rstrip('.')} ({edit.__name__})"
    if edit in REFUSED:
        if done.returncode not in (1, 65) or result.exists():
            return [f"{title}: accepted: {told}"]
    elif done.returncode != 0:
        return [f"{title}: refused: {told}"]
    elif result.read_bytes() != oracle.bytes():
        return [f"{title}: another file came:\n{differences(oracle.bytes(), result.read_bytes())}\n{told}"]
    if words and words not in told:
        return [f"{title}: says nothing of {words}: {told}"]
    if told.count("\n") > 14:
        return [f"{title}: {told.count(chr(10))} lines"]
    return []


def run(yilan, official, rounds, seed):
    """Does every edit; returns what fell short."""
    failures = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        made, result = folder / "made.xlsx", folder / "result.tsv"
        subprocess.run([yilan, official, "-o", made], check=True)
        for turn in range(rounds):
            chance = random.Random(seed + turn)
            for edit in ACCEPTED + TOLD + REFUSED:
                book = Book(made, Oracle(official), chance)
                words = edit(book)
                returned = folder / "returned.xlsx"
                book.book.save(returned)
                done = apply(yilan, official, returned, result)
                failures += judge(edit, done, result, book.oracle, words)
        for edit, suffix in FRAMES if pandas else []:
            oracle, returned = Oracle(official), folder / ("returned" + suffix)
            edit(made, oracle, returned)
            failures += judge(edit, apply(yilan, official, returned, result), result, oracle, None)
    return failures


def main():
    yilan, official = (pathlib.Path(path).resolve() for path in sys.argv[1:3])
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    failures = run(yilan, official, rounds, seed)
    count = len(ACCEPTED + TOLD + REFUSED) + (len(FRAMES) if pandas else 0)
    print("\n".join(failures) if failures else f"{count} edits by programs hold")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
