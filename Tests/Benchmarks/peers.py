"""What people use instead of yilan, one conversion each: peers.py PEER INPUT OUTPUT."""

import csv
import json
import sys

KEYS = ["serial", "leader", "objective", "deadline", "progress", "onSchedule", "units"]
SHEET = "全部目标"


def targets(path):
    """Yields the header, then the targets, of an official table with one header row."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        header = next(row for row in rows if row and row[0] == "序号")
        yield header[:7]
        right = []
        for row in rows:
            if row[0]:
                yield row[:7]
            if row[7]:
                right.append(row[7:14])
        yield from right


def python_csv(source, output):
    with open(output, "w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(targets(source))


def python_jsonl(source, output):
    rows = targets(source)
    next(rows)
    with open(output, "w", encoding="utf-8") as file:
        for row in rows:
            target = dict(zip(KEYS, row))
            target["serial"] = int(target["serial"])
            file.write(json.dumps(target, ensure_ascii=False) + "\n")


def polars_frame(source):
    import polars

    with open(source, encoding="utf-8") as file:
        above = next(number for number, line in enumerate(file) if line.startswith("序号\t"))
    frame = polars.read_csv(
        source, separator="\t", has_header=False, skip_rows=above + 1, quote_char=None,
        infer_schema=False, truncate_ragged_lines=True,
    )
    left, right = frame.select(frame.columns[:7]), frame.select(frame.columns[7:14])
    right.columns = left.columns
    both = polars.concat([left, right.filter(polars.col(right.columns[0]).is_not_null())])
    both.columns = next(targets(source))
    return both


def polars_csv(source, output):
    polars_frame(source).write_csv(output, include_bom=True, line_terminator="\r\n")


def polars_jsonl(source, output):
    frame = polars_frame(source)
    frame.columns = KEYS
    frame.write_ndjson(output)


def xlsxwriter(source, output):
    import xlsxwriter

    workbook = xlsxwriter.Workbook(output, {"strings_to_numbers": False})
    sheet = workbook.add_worksheet(SHEET)
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    for index, row in enumerate(targets(source)):
        for column, text in enumerate(row):
            sheet.write_string(index, column, text, wrapped)
    workbook.close()


def openpyxl_write(source, output):
    import openpyxl

    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet(SHEET)
    for row in targets(source):
        sheet.append(row)
    workbook.save(output)


def shown(row):
    """Cells as a spreadsheet shows them: a serial is 140, not 140.0."""
    return [int(cell) if isinstance(cell, float) and cell.is_integer() else cell for cell in row]


def calamine_csv(source, output):
    import python_calamine

    workbook = python_calamine.CalamineWorkbook.from_path(source)
    with open(output, "w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(map(shown, workbook.get_sheet_by_name(SHEET).to_python()))


def openpyxl_csv(source, output):
    import openpyxl

    workbook = openpyxl.load_workbook(source, read_only=True)
    with open(output, "w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(map(shown, workbook[SHEET].iter_rows(values_only=True)))


PEERS = {
    "python-csv": python_csv,
    "python-jsonl": python_jsonl,
    "polars-csv": polars_csv,
    "polars-jsonl": polars_jsonl,
    "xlsxwriter": xlsxwriter,
    "openpyxl-write": openpyxl_write,
    "calamine-csv": calamine_csv,
    "openpyxl-csv": openpyxl_csv,
}

if __name__ == "__main__":
    PEERS[sys.argv[1]](sys.argv[2], sys.argv[3])
