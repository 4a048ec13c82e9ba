"""What a workbook shows on paper, and what it counts, after people have worked in it: printing.py YILAN OFFICIAL.tsv

In LibreOffice, texts are made longer, rows sorted and inserted, statuses and leaders changed; then the
workbook is printed as PDF. The text of the PDF must hold every cell of the sheets that are printed,
whole, no page may be blank, and the summary must count what the sheet of targets then says.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

import office  # imports uno, without which there is no module com

from com.sun.star.sheet.CellInsertMode import ROWS as INSERT_ROWS

SHEET, OVERVIEW, BEHIND, INDICATORS = "全部目标", "汇总", "未按计划完成", "指标"
# Where leaders' sheets have the count of targets, and where their list begins (rows and columns from 0).
LEADER_COUNT, LEADER_LIST = (2, 2), 9
SERIAL, LEADER, OBJECTIVE, DEADLINE, PROGRESS, STATUS, UNITS = range(7)
# Where the summary has the sentence for the circular (a row) and the lists of serials (a column).
SENTENCE, LIST = 2, 6
TITLE = "菏泽市人民政府2023年度经济社会发展责任目标完成情况一览表"
LONG = "经多次会商，已完成前期手续，正在加快推进主体工程建设，" * 30
NO = {"否", "滞后"}


def nothing(sheet):
    """As it was made."""


def lengthened(sheet):
    """A text made six times as long."""
    sheet.getCellByPosition(PROGRESS, 4).String = LONG


def sorted_by_text(sheet):
    """The rows sorted by what was achieved."""
    lengthened(sheet)
    office.sort(sheet.getCellRangeByPosition(0, 1, 10, 60), PROGRESS)


def inserted(sheet):
    """A row inserted in the middle, another typed below the table."""
    sheet.insertCells(office.address(sheet, 0, 30, 10, 30), INSERT_ROWS)
    for row, serial in ((30, 901), (62, 902)):
        texts = [str(serial), "张鹏", "新增目标", "年底", "尚未开工", "否 ", "市财政局"]
        for column, text in enumerate(texts):
            cell = sheet.getCellByPosition(column, row)
            if column == SERIAL:
                cell.Value = serial
            else:
                cell.String = text


def corrected(sheet):
    """Statuses in other words, a joint target."""
    sheet.getCellByPosition(STATUS, 1).String = "滞后"
    sheet.getCellByPosition(STATUS, 2).String = "已办结　"
    sheet.getCellByPosition(LEADER, 3).String = "张鹏、刘连栋"
    for row in range(1, 61):
        if sheet.getCellByPosition(SERIAL, row).Value == 161:
            sheet.getCellByPosition(STATUS, row).String = "是"


def reported(sheet, beds):
    """Writes another number of beds than was reached."""
    for row in range(1, 61):
        if sheet.getCellByPosition(SERIAL, row).Value == 141:
            sheet.getCellByPosition(PROGRESS, row).String = f"新增护理型养老床位{beds}张"


def missed(sheet):
    """Less reached than was promised, and the rows sorted."""
    reported(sheet, 1433)
    office.sort(sheet.getCellRangeByPosition(0, 1, 10, 60), UNITS)


def exceeded(sheet):
    """Far more reached than its cell had room for."""
    reported(sheet, 88_888_888_888_888)


def fallen_behind(sheet):
    """Half of the targets behind, which are more than any list has room for."""
    for row in range(2, 30):
        sheet.getCellByPosition(STATUS, row).String = "否"


WORK = [nothing, lengthened, sorted_by_text, inserted, corrected, missed, exceeded, fallen_behind]


def squeezed(text):
    """A text without the blanks and line breaks that printing puts into it."""
    return re.sub(r"[\s\u3000]", "", text)


def values(sheet, last_column, first_row, last_row):
    """What cells hold, row by row, asked for at once: a call for each cell takes a second a page."""
    return sheet.getCellRangeByPosition(0, first_row, last_column, last_row).getDataArray()


def shown(value):
    """A cell's value as its sheet shows it."""
    return f"{value:g}" if isinstance(value, float) else value


def rows(sheet):
    """The targets as the sheet shows them."""
    found = [[shown(value) for value in row] for row in values(sheet, UNITS, 1, 63)]
    return [cells for cells in found if cells[OBJECTIVE]]


def counts(document, sheet):
    """What the summary counts otherwise than the sheet of targets says."""
    overview = document.Sheets.getByName(OVERVIEW)
    told = {}
    for name, total, _, no, _, rate in values(overview, 5, 0, 119):
        if name and isinstance(rate, float):
            told.setdefault(name, [int(total), int(no)])
    targets = rows(sheet)
    wanted = {"合计": targets}
    for target in targets:
        for name in re.split(r"[、\s]+", target[LEADER].strip()):
            wanted.setdefault(name, []).append(target)
        for name in re.split(r"[、\s]+", target[UNITS].strip()):
            wanted.setdefault(name, []).append(target)
    for name, mine in wanted.items():
        right = [len(mine), sum(t[STATUS].strip("  　") in NO for t in mine)]
        if name in told and told[name] != right:
            yield f"{name}: {told[name]} counted, {right} right"
    behind = document.Sheets.getByName(BEHIND)
    listed = [shown(serial) for serial, in values(behind, 0, 3, 99)]
    right = [t[SERIAL] for t in targets if t[STATUS].strip("  　") in NO]
    if [serial for serial in listed if serial] != right:
        yield f"{BEHIND}: {listed} listed, {right} right"


def leaders(document, sheet):
    """What leaders' sheets count or list otherwise than the sheet of targets says."""
    targets = rows(sheet)
    for name in document.Sheets.ElementNames:
        mine = [t[SERIAL] for t in targets if name in re.split(r"[、\s]+", t[LEADER].strip())]
        if not mine:
            continue
        own = document.Sheets.getByName(name)
        row, column = LEADER_COUNT
        count = int(own.getCellByPosition(column, row).Value)
        listed = [shown(serial) for serial, in values(own, 0, LEADER_LIST, LEADER_LIST + 69)]
        listed = [serial for serial in listed if serial]
        if count != len(mine) or sorted(listed) != sorted(mine):
            yield f"{name}: {count} counted, {len(listed)} listed, {len(mine)} right"


def indicators(document, sheet):
    """Figures of the list of indicators that aren't those of the texts."""
    beds = [t[PROGRESS] for t in rows(sheet) if t[SERIAL] == "141"]
    figure = int(re.search(r"(\d+)张", beds[0]).group(1))
    found = [row for row in values(document.Sheets.getByName(INDICATORS), 9, 3, 40) if row[0] == 141]
    met = "达到" if figure >= 1500 else "未达到"
    if [(row[6], row[7], row[9]) for row in found] != [(f"{figure}张", figure, met)]:
        yield f"{INDICATORS}: {found}, not {figure} and {met}"


def cut(document, sheet, paper):
    """Cells whose text isn't on paper, whole."""
    for target in rows(sheet):
        for text in target[OBJECTIVE:]:
            # A page may end amid a long text.
            pieces = [squeezed(text)[i:i + 40] for i in range(0, len(squeezed(text)), 40)]
            missing = [piece for piece in pieces if piece not in paper]
            if len(missing) > 1:
                yield f"{target[SERIAL]}: not on paper: {missing[0]}"


def unreadable(pages):
    """Pages with figures that are wider than their cells."""
    for number, page in enumerate(pages, start=1):
        if "###" in page:
            yield f"page {number} has figures without room"


def overfull(document, paper):
    """Rows of the summary that don't hold their lists, and a sentence that isn't on paper, whole."""
    overview = document.Sheets.getByName(OVERVIEW)
    for number in range(SENTENCE + 1, 80):
        row, text = overview.Rows.getByIndex(number), overview.getCellByPosition(LIST, number).String
        height = row.Height
        row.OptimalHeight = True
        # Hundredths of a millimetre, of which programs round some.
        if text and row.Height > height + 20:
            yield f"{OVERVIEW}: row {number + 1} of {height} needs {row.Height} for {text}"
        if squeezed(text) not in paper:
            yield f"{OVERVIEW}: not on paper: {text}"
    sentence = squeezed(overview.getCellByPosition(0, SENTENCE).String)
    if sentence not in paper or not sentence.startswith("共"):
        yield f"{OVERVIEW}: not on paper: {sentence}"


def blank(pages, sheet):
    """Pages on which there is nothing but what every page has."""
    labels = set(values(sheet, UNITS, 0, 0)[0]) | {cells[LEADER] for cells in rows(sheet)}
    on_every_page = sorted(map(squeezed, labels), key=len, reverse=True)
    for number, page in enumerate(pages, start=1):
        rest = re.sub(r"第\d+页，共\d+页", "", page)
        for text in on_every_page:
            rest = rest.replace(text, "")
        if len(rest) <= len(squeezed(TITLE)):
            yield f"page {number} is blank"


def printed(app, document, folder):
    """The text of each page of the document, column by column, without blanks."""
    pdf = pathlib.Path(folder, "printed.pdf")
    options = (office.property_value("FilterName", "calc_pdf_Export"),)
    document.storeToURL(pdf.resolve().as_uri(), options)
    text = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True).stdout
    return [squeezed(page) for page in text.decode().split("\f") if page]


def main():
    yilan, official = (pathlib.Path(path).resolve() for path in sys.argv[1:3])
    failures = []
    with tempfile.TemporaryDirectory() as scratch, office.desktop() as app:
        made = pathlib.Path(scratch, "made.xlsx")
        subprocess.run(
            [yilan, "convert", official, "-o", made, "--language", "zh", "--with", "indicators"],
            check=True,
        )
        for work in WORK:
            with app.document(made) as document:
                sheet = document.Sheets.getByName(SHEET)
                work(sheet)
                document.calculateAll()
                problems = [*counts(document, sheet), *leaders(document, sheet)]
                problems += indicators(document, sheet)
                pages = printed(app, document, scratch)
                problems += cut(document, sheet, "".join(pages))
                problems += blank(pages, sheet)
                problems += unreadable(pages)
                problems += overfull(document, "".join(pages))
                failures += [f"{work.__doc__} {problem}" for problem in problems]
    print("\n".join(failures) if failures else f"{len(WORK)} workbooks print whole and count right")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
