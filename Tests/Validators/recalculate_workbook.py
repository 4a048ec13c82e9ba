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


def calculated(workbook, folder, name):
    """The workbook's values, calculated anew: openpyxl saves formulas without their values."""
    path = pathlib.Path(folder, name)
    workbook.save(path)
    out = pathlib.Path(folder, "calculated")
    tool = pathlib.Path(__file__).with_name("libreoffice.py")
    subprocess.run([sys.executable, tool, path, "xlsx", out], check=True)
    return openpyxl.load_workbook(out / name, data_only=True)


def same(stored, found):
    """Whether two values are the same to somebody who looks at them."""
    if isinstance(stored, (int, float)) and isinstance(found, (int, float)):
        return abs(stored - found) < 1e-9
    return (stored or "") == (found or "")


def differences(formulas, stored, found):
    """Cells with a formula that comes to something else than was stored."""
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


def after_change(path, formulas, stored, folder):
    """What doesn't follow when a target falls behind."""
    overview, targets = formulas.worksheets[:2]
    status = column(targets, HEADERS)
    row = next((r for r in range(2, targets.max_row + 1)
                if targets.cell(r, status or 1).value == "是"), None)
    if status is None or row is None:
        return
    targets.cell(row, status).value = "否"
    serial = str(targets.cell(row, 1).value)
    found = calculated(formulas, folder, "changed-" + path.name)
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


def after_new_leader(path, formulas, stored, folder):
    """What is left out when a target goes to a leader who has no row in the summary."""
    overview, targets = formulas.worksheets[:2]
    leader = column(targets, LEADERS)
    if leader is None:
        return
    targets.cell(2, leader).value = "某新领导"
    found = calculated(formulas, folder, "new-leader-" + path.name)
    before, after = stored[overview.title], found[overview.title]
    total = next(r for r in range(1, before.max_row + 1) if before.cell(r, 1).value in TOTALS)
    if before.cell(total, 2).value != after.cell(total, 2).value:
        yield f"{overview.title}!B{total}: {after.cell(total, 2).value!r} targets in all"
    if "1" not in after.cell(total, 1).value:
        yield f"{overview.title}!A{total} doesn't tell of the leader without a row"


def after_typing(path, formulas, stored, folder):
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
    found = calculated(formulas, folder, "typed-" + path.name)
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


failed = False
for name in sys.argv[1:]:
    source = pathlib.Path(name)
    with tempfile.TemporaryDirectory() as scratch:
        formulas = openpyxl.load_workbook(source)
        stored = openpyxl.load_workbook(source, data_only=True)
        found = calculated(formulas, scratch, source.name)
        problems = list(differences(formulas, stored, found))
        problems += after_change(source, formulas, stored, scratch)
        problems += after_new_leader(source, formulas, stored, scratch)
        problems += after_typing(source, openpyxl.load_workbook(source), stored, scratch)
    for problem in problems[:20]:
        print(f"{name}: {problem}"[:300])
    failed = failed or bool(problems)
sys.exit(1 if failed else 0)
