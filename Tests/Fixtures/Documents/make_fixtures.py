#!/usr/bin/env python3
"""Makes the documents in this folder, as other programs save them.

make_fixtures.py            needs openpyxl, python-docx and LibreOffice (soffice)

All of them hold the table of table.tsv; the tests say that they read as it does. Run it again only to
add a document: the programs put dates and their versions in, so the bytes differ each time.
"""
import shutil
import subprocess
import tempfile
from pathlib import Path

import docx
import openpyxl

HERE = Path(__file__).resolve().parent
TITLE = "云川市2023年度责任目标完成情况一览表"
NOTE = "注：数据截至12月底"
LABELS = ["序号", "市政府领导", "责任目标内容", "完成时限", "完成情况", "是否按计划完成进度", "责任单位"]
ROWS = [
    ["1", "甲某", "新建道路10条", "年底", "建成10条", "是", "市住建局"],
    ["2", "", "新建公园2处", "11月底", "建成1处", "否", "市园林局"],
    ["3", "乙某", "修缮小区 <&> “一批”", "长期坚持", "持续推进", "", "市住建局、市财政局"],
]


def with_tabs(path):
    rows = "\n".join("\t".join(row) for row in [LABELS, *ROWS])
    path.write_text(f"{TITLE}\n{rows}\n{NOTE}\n", encoding="utf-8")


def with_word(path):
    document = docx.Document()
    document.add_paragraph("附件2")
    document.add_heading(TITLE, 1)
    frame = document.add_table(1, 2)
    frame.cell(0, 0).text = "签发人："
    frame.cell(0, 1).text = "2024年1月"
    document.add_paragraph("单位：项")
    table = document.add_table(len(ROWS) + 1, len(LABELS))
    table.style = "Table Grid"
    for row, texts in enumerate([LABELS, *ROWS]):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(1, 1).merge(table.cell(2, 1)).text = "甲某"
    document.add_paragraph(NOTE)
    document.save(path)


def with_workbook(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "目标"
    sheet.append([TITLE])
    sheet.append(LABELS)
    for row in ROWS:
        sheet.append([int(row[0]), *(text or None for text in row[1:])])
    sheet.append([NOTE])
    sheet.merge_cells("A1:G1")
    sheet.merge_cells("B3:B4")
    hidden = book.create_sheet("底稿")
    hidden.sheet_state = "hidden"
    hidden.append(LABELS)
    hidden.append([9, "某", "旧", "", "", "", ""])
    book.save(path)


def page(charset):
    def row(texts, tag="td"):
        return "<tr>" + "".join(f"<{tag}>{text}" for text in texts) + "</tr>"

    escaped = [[text.replace("&", "&amp;").replace("<", "&lt;") for text in row] for row in ROWS]
    body = [f"<td>1<td rowspan=2>甲某{''.join('<td>' + text for text in escaped[0][2:])}"]
    body.append("<td>2" + "".join("<td>" + text for text in escaped[1][2:]))
    body.append("".join("<td>" + (text or "&nbsp;") for text in escaped[2]))
    rows = "\n".join(f"<tr>{cells}</tr>" for cells in body)
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>云川市人民政府</title><style>td {{ padding: 2px }}</style></head><body>
<div class="nav"><ul><li><a href="/">首页</a><li><a href="/zwgk">政务公开</a></ul></div>
<table width="100%"><tr><td>
<h1>{TITLE}</h1><p>发布时间：2024-01-15 来源：市政府办</p>
<script>document.write("<table><tr><td>序号</td></tr></table>")</script>
<table border="1">
{row(LABELS, "th")}
{rows}
</table>
<p>{NOTE}</p>
</td></tr></table><div style="display:none">隐藏</div><div>版权所有</div></body></html>
"""


def convert(source, name, kind):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", "--headless", "--convert-to", kind, "--outdir", folder, source],
            check=True,
            capture_output=True,
        )
        made = Path(folder) / (source.stem + "." + kind.split(":")[0])
        shutil.move(made, HERE / name)


with_tabs(HERE / "table.tsv")
with_word(HERE / "python-docx.docx")
with_workbook(HERE / "openpyxl.xlsx")
(HERE / "page.html").write_text(page("utf-8"), encoding="utf-8")
(HERE / "page-gbk.html").write_bytes(page("gb2312").encode("gbk"))
convert(HERE / "openpyxl.xlsx", "libreoffice.ods", "ods")
convert(HERE / "openpyxl.xlsx", "libreoffice.html", "html")
convert(HERE / "python-docx.docx", "libreoffice.docx", "docx")
convert(HERE / "openpyxl.xlsx", "libreoffice.xls", "xls")
