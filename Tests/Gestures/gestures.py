"""What people do to a workbook that yilan made, and what must come of it: gestures.py YILAN OFFICIAL.tsv

Each gesture is done in LibreOffice on a workbook that yilan has just written; `yilan apply` then puts
what came back into the official table, and the result is compared, byte for byte, with what an
oracle of its own says (`oracle.py`), with the cells set that the gesture changed. A gesture that must be
refused has to leave no output and say the words named.
"""

import pathlib
import random
import subprocess
import sys
import tempfile

import office  # imports uno, without which there is no module com
from oracle import SEEN, SHEET, TARGETS, Oracle, differences

from com.sun.star.sheet.CellDeleteMode import ROWS as DELETE_ROWS, UP as DELETE_UP
from com.sun.star.sheet.CellInsertMode import ROWS as INSERT_ROWS


class Work:
    """One workbook that is open, and what the official file should become."""

    def __init__(self, app, document, oracle, chance):
        self.app, self.document, self.oracle, self.random = app, document, oracle, chance
        self.sheet = document.Sheets.getByName(SHEET)

    def serial(self, row):
        return int(self.sheet.getCellByPosition(0, row).Value)

    def edit(self, serial=None, column=5, text="否"):
        """Types a text into a target's cell; a column is one of the official table's."""
        serial = serial or self.random.choice(sorted(self.oracle.places))
        for row in range(1, TARGETS + 1):
            if self.serial(row) == serial:
                self.sheet.getCellByPosition(column, row).String = text
        self.oracle.set(serial, column, text)

    def area(self, left=0, top=1, right=None, bottom=TARGETS):
        right = self.last() if right is None else right
        return self.sheet.getCellRangeByPosition(left, top, right, bottom)

    def last(self):
        cursor = self.sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        return cursor.RangeAddress.EndColumn


# Gestures whose corrections count -----------------------------------------------------------------


def nothing(work):
    """Opened and saved."""


def edited(work):
    """A few cells typed over."""
    for _ in range(3):
        work.edit()
    work.edit(column=4, text="已完成，详见附件1")


def sorted_whole(work):
    """The list sorted, hidden columns included."""
    work.edit()
    office.sort(work.area(), 7)


def sorted_visible(work):
    """The columns that are seen sorted, the hidden ones not."""
    work.edit()
    office.sort(work.area(right=SEEN - 1), work.random.choice([1, 3, 6, 7]), work.random.random() < 0.5)
    work.edit(column=3, text="6月底")


def sorted_rows_in_part(work):
    """Some rows sorted, their visible columns only."""
    top = work.random.randint(1, 30)
    office.sort(work.area(right=SEEN - 1, top=top, bottom=top + 20), 7)
    work.edit()


def replaced(work):
    """A name replaced over the sheet."""
    old, new = "市住房和城乡建设局", "市住房城乡建设局"
    office.replace_all(work.sheet, old, new)
    work.oracle.replace(old, new)


def replaced_everywhere(work):
    """A name and a year replaced in every sheet, hidden ones included."""
    for old, new in [("市住房和城乡建设局", "市住房城乡建设局"), ("24亿元", "25亿元"), ("郓城", "鄄城")]:
        for name in work.document.Sheets.ElementNames:
            office.replace_all(work.document.Sheets.getByName(name), old, new)
        work.oracle.replace(old, new)


def swapped(work):
    """Two rows exchanged, only what is seen of them."""
    one, other = work.random.sample(range(1, TARGETS + 1), 2)
    first = work.area(right=SEEN - 1, top=one, bottom=one)
    second = work.area(right=SEEN - 1, top=other, bottom=other)
    kept, taken = first.DataArray, second.DataArray
    first.DataArray, second.DataArray = taken, kept
    work.edit()


def rows_deleted(work):
    """Rows taken out: their targets stay."""
    work.edit(serial=150)
    rows = [row for row in range(1, TARGETS + 1) if work.serial(row) in (141, 170, 171, 199)]
    for row in reversed(rows):
        work.sheet.removeRange(office.address(work.sheet, 0, row, 0, row), DELETE_ROWS)


def blank_rows(work):
    """Blank rows between the targets, and lines above the header."""
    work.edit()
    work.sheet.insertCells(office.address(work.sheet, 0, 20, 0, 22), INSERT_ROWS)


def merged_same(work):
    """Neighbours with one deadline merged."""
    work.edit(serial=142)
    work.sheet.getCellRangeByPosition(3, 1, 3, 3).merge(True)
    for serial in (141, 142):
        work.oracle.set(serial, 3, work.oracle.get(140, 3))


def renamed_sheet(work):
    """The sheet renamed, and a sheet of notes added."""
    work.edit()
    work.sheet.Name = "12月更正"
    work.document.Sheets.insertNewByName("备忘", 0)
    work.document.Sheets.getByName("备忘").getCellByPosition(0, 0).String = "待核"


def hidden(work):
    """Rows and columns hidden."""
    work.edit()
    work.sheet.Rows.getByIndex(5).IsVisible = False
    work.sheet.Columns.getByIndex(2).IsVisible = False


def remarks(work):
    """A sum and a remark below the list."""
    work.edit()
    work.sheet.getCellByPosition(0, TARGETS + 1).String = "合计"
    work.sheet.getCellByPosition(2, TARGETS + 1).String = "60项"
    work.sheet.getCellByPosition(0, TARGETS + 2).String = "注：红色为待核"


def moved_columns(work):
    """A column added in the middle, with remarks."""
    work.edit()
    work.sheet.Columns.insertByIndex(4, 1)
    work.sheet.getCellByPosition(4, 0).String = "核对人"
    work.sheet.getCellByPosition(4, 3).String = "老王"


def copied_same(work):
    """The sheet copied, both alike."""
    work.edit()
    work.document.Sheets.copyByName(SHEET, SHEET + "_2", 2)


# Gestures that must be refused --------------------------------------------------------------------


def merged_across(work):
    """Cells of two columns merged."""
    work.sheet.getCellRangeByPosition(4, 4, 5, 4).merge(True)
    return "E5:F5"


def copied_other(work):
    """The sheet copied, and the copy edited."""
    work.document.Sheets.copyByName(SHEET, SHEET + "_2", 2)
    copy = work.document.Sheets.getByName(SHEET + "_2")
    copy.getCellByPosition(5, 3).String = "否"
    return "copy"


def header_gone(work):
    """The header's row deleted."""
    work.sheet.removeRange(office.address(work.sheet, 0, 0, 0, 0), DELETE_ROWS)
    return "header"


def row_copied(work):
    """A row copied below the list."""
    below = work.sheet.getCellByPosition(0, TARGETS + 1).CellAddress
    source = work.area(top=5, bottom=5).RangeAddress
    work.sheet.copyRange(below, source)
    work.sheet.getCellByPosition(5, TARGETS + 1).String = "待定"
    return "copy"


def cells_shifted(work):
    """A cell deleted, those below moved up."""
    work.sheet.removeRange(office.address(work.sheet, 4, 3, 4, 3), DELETE_UP)
    return "shifted|moved"


ACCEPTED = [
    nothing, edited, sorted_whole, sorted_visible, sorted_rows_in_part, replaced, replaced_everywhere,
    swapped, rows_deleted, blank_rows, merged_same, renamed_sheet, hidden, remarks, moved_columns,
    copied_same,
]
REFUSED = [merged_across, copied_other, header_gone, row_copied, cells_shifted]
# Saved in another format, and in that of the workbook again; a list is sent as it is.
FORMATS = {
    edited: [".xlsx", ".xls", ".ods", ".csv"], sorted_visible: [".xlsx", ".xls", ".ods", ".csv"],
    replaced_everywhere: [".xlsx", ".xls", ".ods"],
}


def run(yilan, official, rounds, seed):
    """Does every gesture; returns what fell short."""
    failures = []
    with tempfile.TemporaryDirectory() as name, office.desktop() as app:
        folder = pathlib.Path(name)
        made = folder / "made.xlsx"
        subprocess.run([yilan, official, "-o", made], check=True)
        for turn in range(rounds):
            chance = random.Random(seed + turn)
            for gesture in ACCEPTED + REFUSED:
                for suffix in FORMATS.get(gesture, [".xlsx"]):
                    failures += once(yilan, official, app, made, folder, gesture, suffix, chance)
    return failures


def once(yilan, official, app, made, folder, gesture, suffix, chance):
    """Does one gesture; returns what fell short."""
    oracle = Oracle(official)
    returned = folder / ("returned.csv" if suffix == ".csv" else "returned.xlsx")
    saved, result = folder / ("saved" + suffix), folder / "result.tsv"
    for path in (returned, result):
        path.unlink(missing_ok=True)
    with app.document(made) as document:
        words = gesture(Work(app, document, oracle, chance))
        app.save(document, returned if returned.suffix == suffix else saved)
    if returned.suffix != suffix:
        with app.document(saved) as document:
            app.save(document, returned)
    done = subprocess.run(
        [yilan, "apply", returned, "--to", official, "-o", result, "--language", "en"],
        capture_output=True, text=True, timeout=120, check=False,
    )
    told = done.stdout + done.stderr
    title = f"{gesture.__doc__.rstrip('.')} ({gesture.__name__}{suffix})"
    if gesture in REFUSED:
        if done.returncode not in (1, 65) or result.exists():
            return [f"{title}: accepted: {told}"]
        if not any(word in told for word in words.split("|")):
            return [f"{title}: says nothing of {words}: {told}"]
        if told.count("\n") > 12:
            return [f"{title}: {told.count(chr(10))} lines"]
    elif done.returncode != 0:
        return [f"{title}: refused: {told}"]
    elif result.read_bytes() != oracle.bytes():
        found = differences(oracle.bytes(), result.read_bytes())
        return [f"{title}: another file came:\n{found}\n{told}"]
    return []


def main():
    yilan, official = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    failures = run(pathlib.Path(yilan).resolve(), pathlib.Path(official).resolve(), rounds, seed)
    print("\n".join(failures) if failures else f"{len(ACCEPTED) + len(REFUSED)} gestures hold")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
