#!/usr/bin/env python3
"""Makes the workbooks in this folder, as other programs save them.

make_fixtures.py            needs openpyxl, XlsxWriter, msoffcrypto-tool and LibreOffice (soffice)

All of them hold one small table; the tests say what it must read as. Run it again only to add a
workbook: the programs put dates and their versions in, so the bytes differ each time.
"""
import datetime
import re
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

import msoffcrypto.format.ooxml
import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

HERE = Path(__file__).resolve().parent
TITLE = "菏泽市人民政府2023年度责任目标完成情况一览表"
LABELS = ["序号", "市政府领导", "责任目标内容", "完成时限", "完成情况", "是否按计划完成进度", "责任单位"]
OBJECTIVE = "第一行\n第二行 <&> \"引号\""


def with_openpyxl(path, epoch=None):
    book = openpyxl.Workbook()
    if epoch:
        book.epoch = epoch
    sheet = book.active
    sheet.title = "目标 'A' & B"
    sheet.append([TITLE])
    sheet.merge_cells("A1:G1")
    sheet.append(LABELS)
    rich = CellRichText("完成", TextBlock(InlineFont(b=True), "95%"), ",其余按计划")
    sheet.append([1, "张鹏", OBJECTIVE, datetime.date(2023, 6, 30), rich, "是", "市 局"])
    sheet["D3"].number_format = 'm"月"d"日"'
    sheet.append([2.0, None, "乙", datetime.date(2023, 12, 31), 0.95, "否", "市局"])
    sheet["D4"].number_format = 'yyyy"年"m"月"d"日"'
    sheet["E4"].number_format = "0%"
    sheet.append([3, None, "丙_x005F_x0041_", datetime.date(2023, 12, 31), 1234567.5, True, "=\"市\"&\"局\""])
    sheet["D5"].number_format = "yyyy/m/d"
    sheet["E5"].number_format = "#,##0.00"
    sheet.merge_cells("B3:B5")
    sheet.row_dimensions[4].hidden = True
    sheet.auto_filter.ref = "A2:G5"
    other = book.create_sheet("说明")
    other["B2"] = "请于月底前报送"
    hidden = book.create_sheet("底稿")
    hidden.sheet_state = "hidden"
    hidden.append(LABELS)
    hidden.append([9, "某", "旧", "", "", "", ""])
    book.save(path)


BUILT_IN = [58, 31, 14]
CODES = ['m"月"d"日"', 'yyyy"年"m"月"d"日"', "yyyy/m/d"]


def with_xlsxwriter(path, dates, options={}):
    """In the order of rows, as constant_memory asks; `dates` are formats of dates."""
    book = xlsxwriter.Workbook(path, options)
    bold = book.add_format({"bold": True})
    wrap = book.add_format({"text_wrap": True})

    def write_date(sheet, row, date):
        sheet.write_datetime(row, 3, date, book.add_format({"num_format": dates[row - 2]}))

    sheet = book.add_worksheet("目标 'A' & B")
    sheet.merge_range("A1:G1", TITLE, wrap)
    sheet.write_row("A2", LABELS)
    sheet.write("A3", 1)
    if options:
        sheet.write("B3", "张鹏")
    else:
        sheet.merge_range("B3:B5", "张鹏")
    sheet.write("C3", OBJECTIVE, wrap)
    write_date(sheet, 2, datetime.date(2023, 6, 30))
    sheet.write_rich_string("E3", "完成", bold, "95%", ",其余按计划")
    sheet.write_row("F3", ["是", "市 局"])
    sheet.set_row(3, None, None, {"hidden": True})
    sheet.write_row("A4", [2, "张鹏", "乙"] if options else [2, "", "乙"])
    write_date(sheet, 3, datetime.date(2023, 12, 31))
    sheet.write("E4", 0.95, book.add_format({"num_format": 9}))
    sheet.write_row("F4", ["否", "市局"])
    sheet.write_row("A5", [3, "张鹏", "丙_x0041_"] if options else [3, "", "丙_x0041_"])
    write_date(sheet, 4, datetime.date(2023, 12, 31))
    sheet.write("E5", 1234567.5, book.add_format({"num_format": 4}))
    sheet.write("F5", True)
    sheet.write_formula("G5", "=\"市\"&\"局\"", None, "市局")
    book.add_worksheet("说明").write("B2", "请于月底前报送")
    hidden = book.add_worksheet("底稿")
    hidden.write_row("A1", LABELS)
    hidden.write_row("A2", [9, "某", "旧"])
    hidden.hide()
    book.close()


def with_libreoffice(source, path, kind="xlsx", extra=()):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", *extra,
             "--convert-to", kind, "--outdir", f"{folder}/out", str(source)],
            check=True, stdout=subprocess.DEVNULL)
        made = next(Path(f"{folder}/out").iterdir())
        shutil.copy(made, path)


def encrypted(source, path):
    with open(source, "rb") as plain, open(path, "wb") as locked:
        msoffcrypto.format.ooxml.OOXMLFile(plain).encrypt("一览", locked)


def strict_with_prefix(source, path):
    """The same workbook with the namespaces of strict Office Open XML and a prefix on each element."""
    replaced = {
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships":
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
    }
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name).decode()
            for transitional, strict in replaced.items():
                text = text.replace(transitional, strict)
            if name.startswith("xl/") and name.endswith(".xml") and "theme" not in name:
                text = re.sub(r"<(/?)([A-Za-z])", r"<\1x:\2", text)
                text = text.replace("xmlns=", "xmlns:x=")
            new.writestr(name, text)


def main():
    with_openpyxl(HERE / "openpyxl.xlsx")
    with_openpyxl(HERE / "openpyxl-1904.xlsx", openpyxl.utils.datetime.CALENDAR_MAC_1904)
    with_xlsxwriter(HERE / "xlsxwriter.xlsx", BUILT_IN)
    with_xlsxwriter(HERE / "xlsxwriter-inline.xlsx", BUILT_IN, {"constant_memory": True})
    with tempfile.TemporaryDirectory() as folder:
        # LibreOffice gives the built-in formats the meaning of its own language.
        with_xlsxwriter(f"{folder}/codes.xlsx", CODES)
        with_libreoffice(f"{folder}/codes.xlsx", HERE / "libreoffice.xlsx")
    with_libreoffice(HERE / "xlsxwriter.xlsx", HERE / "table.ods", "ods")
    with_libreoffice(HERE / "xlsxwriter.xlsx", HERE / "table.xls", "xls")
    encrypted(HERE / "xlsxwriter.xlsx", HERE / "encrypted.xlsx")
    strict_with_prefix(HERE / "xlsxwriter.xlsx", HERE / "strict-prefixed.xlsx")


main()
