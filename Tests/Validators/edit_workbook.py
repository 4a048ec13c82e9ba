"""Does what a member of staff does: edit_workbook.py FILE.xlsx SERIAL LABEL TEXT

Puts TEXT under LABEL in the row of the target SERIAL on the sheet 全部目标, and saves the workbook.
"""

import sys

import openpyxl

path, serial, label, text = sys.argv[1:]
workbook = openpyxl.load_workbook(path)
sheet = workbook["全部目标"]
rows = list(sheet.iter_rows())
header = next(row for row in rows if any(cell.value == "序号" for cell in row))
columns = {cell.value: index for index, cell in enumerate(header)}
targets = [row for row in rows if str(row[columns["序号"]].value) == serial]
if len(targets) != 1:
    sys.exit(f"{len(targets)} rows have the serial {serial}")
targets[0][columns[label]].value = text
workbook.save(path)
