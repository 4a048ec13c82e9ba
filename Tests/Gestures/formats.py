"""What yilan reads of numbers in all kinds of formats, held against LibreOffice: formats.py YILAN

A workbook with one number a row, each in one format, is made with openpyxl. LibreOffice turns it into
CSV as it shows it, yilan into JSON Lines; each text has to be the same but for known differences.
"""

import csv
import json
import pathlib
import subprocess
import sys
import tempfile

import openpyxl

FORMATS = [
    "General", "0", "0.0", "0.00", "#", "#.#", "#,##0", "#,##0.00", "#,##0.0;-#,##0.0", "0%", "0.0%", "0.00%",
    "0.00E+00", "##0.0E+0", "0.0;@", "0.00_ ", "0.00_);(0.00)", "0;-0;零", "0;-0;;@", "[红色]0.0;[蓝色]-0.0", "[Red]0.0",
    '0"项"', '0.0"万元"', '0!.0,"万"', '0.00,,"百万"', "0,", "0.0,", '"共"0"个"', "第0名", "000000", "0000-00-00",
    "[>100]0;[<0]-0.0;0.00", "[>=10000]0.0,;0", "# ?/?", "# ??/??", "?/8", "0.???", "?0.0?",
    "[DBNum1]General", "[DBNum2]General", "[DBNum1][$-804]General", "[DBNum2][$-804]0", "[DBNum3][$-804]0",
    "yyyy-mm-dd", "yyyy/m/d", 'yyyy"年"m"月"d"日"', 'm"月"d"日"', 'yyyy"年"m"月"', "yy.m.d", "d-mmm-yy",
    "mmmm d, yyyy", "[$-804]aaaa", "[$-804]yyyy年m月d日dddd", "h:mm", "h:mm:ss", "h:mm AM/PM", "上午/下午h\"时\"mm\"分\"",
    "[h]:mm", "[mm]:ss", "mm:ss.0", "yyyy-mm-dd hh:mm:ss", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
    '_ ¥* #,##0.00_ ', '"$"#,##0.00', "[$¥-804]#,##0.00", "[$￥-804]0.0", "@", "0*-", "0_ ;[Red]-0\\ ",
    'G/通用格式', 'G/通用格式"项"', ";;;", "0.0_);\\(0.0\\)", "General\"个\"", "0\\.0", "#,##0_ ;-#,##0\\ ;\"-\"_ ", "yyyy",
]
NUMBERS = [
    0, 1, -1, 5, -5, 9, 10, 58, 99, 100, 101, 999, 1000, 1234567, 12345.678, -12345.678, 0.5, -0.5, 0.05, 0.005, 0.967,
    0.125, 0.3333333333333333, 1.5, 2.5, 1.005, 58160, 10000, 9999.5, 100000000, 123456789.125, 0.0001, 1e-07, 1e15, 1e20,
    45291, 45291.75, 44927.5, 60.25, 61, 1.999988, 0.999999, 36526,
]

# Why the two differ, by format: LibreOffice is right for itself, yilan for Excel, whose files these are.
KNOWN = {
    "#.#": "Excel shows the point without digits, too",
    "[红色]0.0;[蓝色]-0.0": "names of colours in another language are unknown to LibreOffice",
    '0!.0,"万"': "! is a character of LibreOffice's, and an escape in the Chinese Excel",
    "[>=10000]0.0,;0": "a section that is left over keeps the sign in Excel",
    "[DBNum1]General": "without a language LibreOffice has no Chinese figures",
    "[DBNum2]General": "without a language LibreOffice has no Chinese figures",
    "[DBNum1][$-804]General": "LibreOffice has a wide point",
    "[DBNum2][$-804]0": "Excel writes 0 figure by figure, and a minus sign",
    "[DBNum3][$-804]0": "LibreOffice has a wide sign",
    '上午/下午h"时"mm"分"': "words for the halves of the day in another language",
    "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy": "the long date of the system is a Chinese one",
    "G/通用格式": "a word of the Chinese Excel", 'G/通用格式"项"': "a word of the Chinese Excel",
}


def is_known(code, number, calc):
    """Whether a difference has a reason whatever the format."""
    if code in KNOWN or calc == "#FMT" or number in (1e15, 1e20):
        return True  # yilan shows long numbers with all figures
    if any(letter in code for letter in "ymdh") or "aaaa" in code:
        # Excel counts a 29 February 1900, and has no dates before that year or behind 9999.
        return not 61 <= number < 2958466
    if code == "0%" and number == 1.005:
        return True  # Excel rounds what 15 figures say
    return False


def rows():
    """Every number in every format; those that a date can't show are left out."""
    for code in FORMATS:
        for number in NUMBERS:
            yield code, number


def workbook(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["序号", "责任目标内容", "完成情况"])
    for index, (code, number) in enumerate(rows(), 1):
        sheet.append([index, f"目标{index}", number])
        sheet.cell(index + 1, 3).number_format = code
    book.save(path)


def shown_by_calc(path, folder):
    subprocess.run(
        [
            "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true", "--outdir", folder, path,
        ],
        check=True, capture_output=True, timeout=300,
    )
    with open(path.with_suffix(".csv"), encoding="utf-8", newline="") as file:
        return [row[2] for row in csv.reader(file)][1:]


def shown_by_yilan(yilan, path):
    """The text of each cell; None where yilan refuses to guess."""
    done = subprocess.run(
        [yilan, "convert", path, "-o", path.with_suffix(".jsonl")], capture_output=True, text=True, check=False,
    )
    if done.returncode != 0:
        sys.exit(done.stderr)
    with open(path.with_suffix(".jsonl"), encoding="utf-8") as file:
        return [json.loads(line).get("progress") or "" for line in file]


def main():
    yilan = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as name:
        path = pathlib.Path(name) / "formats.xlsx"
        workbook(path)
        calc, own = shown_by_calc(path, name), shown_by_yilan(yilan, path)
    found, same = {}, 0
    for (code, number), one, other in zip(rows(), calc, own, strict=True):
        if one.strip() == other.strip():
            same += 1
        elif not is_known(code, number, one):
            found.setdefault(code, []).append(f"{number}: LibreOffice {one!r}, yilan {other!r}")
    for code, texts in found.items():
        print(f"{code}: {len(texts)} differ\n    " + "\n    ".join(texts[:4]))
    print(f"{same} of {len(calc)} alike, {len(found)} formats differ without a known reason")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
