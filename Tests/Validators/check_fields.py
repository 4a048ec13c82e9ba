"""Compares every field of every target in yilan's outputs with a plain reading of the source.

    check_fields.py SOURCE.tsv OUTPUT...        OUTPUT: .json, .jsonl, .csv or .xlsx

Prints what differs and exits with 1, or prints how many fields were compared.
"""

import csv
import json
import pathlib
import sys

import official

SHEET = "全部目标"


class Findings:
    """Counts comparisons and keeps what differs."""

    def __init__(self):
        self.compared = 0
        self.differences = []

    def compare(self, what, actual, expected):
        self.compared += 1
        # `True == 1` and `1 == 1.0` in Python, and the order of keys is promised: repr tells.
        if repr(actual) != repr(expected):
            self.differences.append(f"{what}: {actual!r} instead of {expected!r}")


def expected_json(target, year):
    """The members of a target as interface §5 has them, from the plain reading."""
    texts = target.texts
    kind, date = official.deadline(texts["deadline"], year)
    return {
        "serial": int(texts["serial"]) if texts["serial"].isdecimal() else texts["serial"],
        "leader": texts["leader"],
        "objective": texts["objective"],
        "deadline": {"text": texts["deadline"], "kind": kind, "date": date},
        "progress": texts["progress"],
        "onSchedule": {
            "text": texts["onSchedule"],
            "value": official.status(texts["onSchedule"]),
        },
        "units": {"text": texts["units"], "names": official.units(texts["units"])},
        "extra": {},
    }


def expected_counts(targets):
    """The counts of a summary, from the plain reading."""
    values = [official.status(target.texts["onSchedule"]) for target in targets]
    return {
        "total": len(values),
        "onSchedule": values.count(True),
        "behind": values.count(False),
        "unstated": values.count(None),
    }


def check_targets(findings, actual, targets, year):
    findings.compare("number of targets", len(actual), len(targets))
    for record, target in zip(actual, targets):
        name = f"target {target.texts['serial']}"
        for key, value in expected_json(target, year).items():
            findings.compare(f"{name}, {key}", record.get(key), value)
        place = record.get("source") or {}
        findings.compare(f"{name}, line", place.get("line"), target.line)
        findings.compare(f"{name}, page", place.get("page"), target.page)
        findings.compare(f"{name}, block", place.get("block"), target.block)


def check_summary(findings, summary, targets):
    for key, value in expected_counts(targets).items():
        findings.compare(f"summary, {key}", summary.get(key), value)
    leaders = {}
    for target in targets:
        leaders.setdefault(target.texts["leader"], []).append(target)
    names = [leader.get("leader") for leader in summary.get("leaders", [])]
    findings.compare("summary, leaders", names, list(leaders))
    for leader in summary.get("leaders", []):
        own = leaders.get(leader.get("leader"), [])
        for key, value in expected_counts(own).items():
            findings.compare(f"{leader.get('leader')}, {key}", leader.get(key), value)
        behind = [int(t.texts["serial"]) for t in own if t.texts["onSchedule"] == "否"]
        findings.compare(f"{leader.get('leader')}, behind", leader.get("behindSerials"), behind)


def check_json(findings, path, title, targets):
    document = json.loads(path.read_bytes())
    year = official.year(title)
    findings.compare("format", document.get("format"), "yilan/1")
    findings.compare("title", document.get("title"), title)
    findings.compare("issuer", document.get("issuer"), official.issuer(title))
    findings.compare("year", document.get("year"), year)
    columns = [{"key": key, "label": label} for key, label in official.FIELDS.items()]
    findings.compare("columns", document.get("columns"), columns)
    check_targets(findings, document["targets"], targets, year)
    check_summary(findings, document["summary"], targets)


def check_jsonl(findings, path, title, targets):
    records = [json.loads(line) for line in path.read_bytes().splitlines()]
    year = official.year(title)
    check_targets(findings, records, targets, year)
    for record in records:
        findings.compare(f"target {record['serial']}, year", record.get("year"), year)
        findings.compare(
            f"target {record['serial']}, issuer", record.get("issuer"), official.issuer(title)
        )


def check_rows(findings, rows, targets):
    header, *rows = rows
    findings.compare("header", header[: official.WIDTH], official.LABELS)
    findings.compare("number of rows", len(rows), len(targets))
    for row, target in zip(rows, targets):
        for cell, key in zip(row, official.FIELDS):
            what = f"target {target.texts['serial']}, {key}"
            findings.compare(what, cell, target.texts[key])


def check_csv(findings, path, title, targets):
    data = path.read_bytes()
    findings.compare("byte-order mark", data[:3], b"\xef\xbb\xbf")
    findings.compare("line ends", data.count(b"\n"), data.count(b"\r\n"))
    with open(path, encoding="utf-8-sig", newline="") as file:
        check_rows(findings, list(csv.reader(file)), targets)


def check_xlsx(findings, path, title, targets):
    import openpyxl
    import python_calamine

    def text(value):
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return "" if value is None else str(value)

    sheet = openpyxl.load_workbook(path, data_only=True)[SHEET]
    cells = [[text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    other = python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_name(SHEET)
    for rows in (cells, [[text(cell) for cell in row] for row in other.to_python()]):
        start = next(i for i, row in enumerate(rows) if official.LABELS[0] in row)
        columns = [rows[start].index(label) for label in official.LABELS]
        table = [[row[column] for column in columns] for row in rows[start:]]
        check_rows(findings, table, targets)


CHECKS = {".json": check_json, ".jsonl": check_jsonl, ".csv": check_csv, ".xlsx": check_xlsx}


def main():
    source, *outputs = map(pathlib.Path, sys.argv[1:])
    title, targets = official.read(source)
    failed = False
    for output in outputs:
        findings = Findings()
        CHECKS[output.suffix](findings, output, title, targets)
        for difference in findings.differences[:50]:
            print(f"{output.name}: {difference}")
        failed = failed or bool(findings.differences)
        print(
            f"{output.name}: {len(targets)} targets, {findings.compared} values compared,"
            f" {len(findings.differences)} differ"
        )
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
