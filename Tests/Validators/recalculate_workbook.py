"""Checks that a workbook's formulas hold: recalculate_workbook.py FILE.xlsx...

LibreOffice calculates every formula anew: each must come to the value that yilan stored. Then a
target's 是 is changed to 否, and the summary, its sentence and the leader's sheet must follow; and
a target is given to a leader who has no row, who must not be left out of the totals. Last come
things that people type: a status with a blank behind it, two leaders in a cell, a row below the
table.
Prints what is wrong and exits with 1.
"""

import pathlib
import subprocess
import sys
import tempfile

import openpyxl

LEADERS = {"市政府领导", "Leader"}
DEADLINES = {"完成时限", "Deadline"}
UNITS = {"责任单位", "Units", "Responsible units"}
TOTALS = {"合计", "Total"}
OBJECTIVES = {"责任目标内容", "Target"}
BEHIND = {"未按计划完成", "Behind"}
HEADERS = {"是否按计划完成进度", "On schedule"}


def same(stored, found):
    """Whether two values are the same to somebody who looks at them."""
    if isinstance(stored, (int, float)) and isinstance(found, (int, float)):
        return abs(stored - found) < 1e-9
    return (stored or "") == (found or "")


# Each of these yields a workbook, is sent it with its values calculated anew, and yields what is wrong.


def differences(formulas, stored):
    """Cells with a formula that comes to something else than was stored."""
    found = yield formulas
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                one = stored[sheet.title][cell.coordinate].value
                other = found[sheet.title][cell.coordinate].value
                if not same(one, other):
                    yield f"{sheet.title}!{cell.coordinate}: {one!r} is stored, {other!r} right"


def column(sheet, headers):
    """The column of the header's row that has one of the headers."""
    return next((cell.column for cell in sheet[1] if cell.value in headers), None)


def after_change(formulas, stored):
    """What doesn't follow when a target falls behind."""
    overview, targets = formulas.worksheets[:2]
    status = column(targets, HEADERS)
    row = next((r for r in range(2, targets.max_row + 1)
                if targets.cell(r, status or 1).value == "是"), None)
    if status is None or row is None:
        return
    targets.cell(row, status).value = "否"
    serial = str(targets.cell(row, 1).value)
    found = yield formulas
    before, after = stored[overview.title], found[overview.title]
    # Leaders' rows stand under the header, until the total: yes is column C, no is column D.
    moved = [r for r in range(1, before.max_row + 1)
             if isinstance(before.cell(r, 4).value, (int, float))
             and after.cell(r, 4).value == before.cell(r, 4).value + 1
             and after.cell(r, 3).value == before.cell(r, 3).value - 1]
    # A row and the total of leaders and of deadlines, and the row of a unit.
    expected = 2 + 2 * (column(targets, DEADLINES) is not None)
    expected += column(targets, UNITS) is not None
    if len(moved) < expected:
        yield f"{len(moved)} rows of the summary follow, not {expected}"
    for r in moved:
        listed = str(after.cell(r, 7).value)
        if serial not in listed and not listed.startswith("("):
            yield f"{overview.title}!G{r} doesn't name {serial}: {listed}"
    if before["A3"].value == after["A3"].value:
        yield "the sentence doesn't follow"
    leaders = [s for s in formulas.worksheets[2:] if s.sheet_state == "visible"]
    if any(c.data_type == "f" for s in leaders for c in s[10]):
        changed = [s.title for s in leaders for line in found[s.title].iter_rows(min_row=10)
                   if str(line[0].value) == serial and any(c.value == "否" for c in line)]
        if not changed:
            yield f"no leader's sheet shows that {serial} is behind"


def after_new_leader(formulas, stored):
    """What is left out when a target goes to a leader who has no row in the summary."""
    overview, targets = formulas.worksheets[:2]
    leader = column(targets, LEADERS)
    if leader is None:
        return
    targets.cell(2, leader).value = "某新领导"
    found = yield formulas
    before, after = stored[overview.title], found[overview.title]
    total = next(r for r in range(1, before.max_row + 1) if before.cell(r, 1).value in TOTALS)
    if before.cell(total, 2).value != after.cell(total, 2).value:
        yield f"{overview.title}!B{total}: {after.cell(total, 2).value!r} targets in all"
    if "1" not in after.cell(total, 1).value:
        yield f"{overview.title}!A{total} doesn't tell of the leader without a row"


def after_typing(formulas, stored):
    """What isn't counted of what people type: blanks unseen, two leaders, a row below the table."""
    overview, targets = formulas.worksheets[:2]
    places = [column(targets, names) for names in (LEADERS, HEADERS, OBJECTIVES, {"序号", "No."})]
    if None in places:
        return
    leader, status, objective, serial = places
    shown = {stored[overview.title].cell(r, 1).value for r in range(1, 200)}
    names = sorted(shown & {targets.cell(r, leader).value for r in range(2, targets.max_row + 1)})
    row = next((r for r in range(2, targets.max_row + 1)
                if targets.cell(r, status).value == "是" and targets.cell(r, leader).value in names),
               None)
    if row is None or len(names) < 2:
        return
    one = targets.cell(row, leader).value
    other = next(name for name in names if name != one)
    targets.cell(row, status).value = "否\u3000"
    targets.cell(row, leader).value = f"{one}、{other} "
    below = targets.max_row + 1
    for place, value in ((serial, 9999), (leader, other), (objective, "甲"), (status, "滞后")):
        targets.cell(below, place).value = value
    found = yield formulas
    before, after = stored[overview.title], found[overview.title]
    rows = {before.cell(r, 1).value: r for r in range(before.max_row, 0, -1)}
    total = next(r for r in range(1, before.max_row + 1) if before.cell(r, 1).value in TOTALS)
    for name, r, more in ((one, rows[one], (0, 1)), (other, rows[other], (2, 2)),
                          ("total", total, (1, 2))):
        came = tuple(after.cell(r, c).value - before.cell(r, c).value for c in (2, 4))
        if came != more:
            yield f"{overview.title}!{r} ({name}): {came} more targets and behind, not {more}"
    if after.cell(total, 1).value not in TOTALS:
        yield f"{overview.title}!A{total}: {after.cell(total, 1).value}"
    listed = [s for s in found.worksheets if s.title in BEHIND]
    if not any(str(c.value) == "9999" for s in listed for line in s for c in line):
        yield "the sheet of what is behind doesn't list it"


def problems_of(steps, found):
    """What a check finds in the values that it waited for."""
    try:
        yield steps.send(found)
    except StopIteration:
        return
    yield from steps


def main():
    """Starts LibreOffice once for all workbooks of all checks."""
    with tempfile.TemporaryDirectory() as scratch:
        waiting = []
        for name in sys.argv[1:]:
            stored = openpyxl.load_workbook(name, data_only=True)
            formulas = openpyxl.load_workbook(name)
            typed = openpyxl.load_workbook(name)
            for steps in (differences(formulas, stored), after_change(formulas, stored),
                          after_new_leader(formulas, stored), after_typing(typed, stored)):
                workbook = next(steps, None)
                if workbook is not None:
                    # openpyxl saves formulas without their values.
                    path = pathlib.Path(scratch, f"{len(waiting)}.xlsx")
                    workbook.save(path)
                    waiting.append((name, steps, path))
        folder = pathlib.Path(scratch, "calculated")
        tool = pathlib.Path(__file__).with_name("libreoffice.py")
        paths = [path for _, _, path in waiting]
        subprocess.run([sys.executable, tool, *paths, "xlsx", folder], check=True)
        failed = False
        for name, steps, path in waiting:
            found = openpyxl.load_workbook(folder / path.name, data_only=True)
            for problem in list(problems_of(steps, found))[:20]:
                print(f"{name}: {problem}"[:300])
                failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
