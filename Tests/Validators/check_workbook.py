"""Checks that programs other than yilan take a workbook as it is: check_workbook.py FILE.xlsx...

openxml-audit, strict, as Microsoft 365 would; no external link, no macro; every formula has its
value stored. Prints what is wrong and exits with 1.
"""

import pathlib
import subprocess
import sys
import zipfile
from xml.etree import ElementTree


def audit(path):
    """What openxml-audit says against the workbook."""
    tool = pathlib.Path(sys.executable).with_name("openxml-audit")
    run = subprocess.run(
        [tool, "--policy", "strict", "-f", "microsoft365", "--max-errors", "20", path],
        capture_output=True, text=True, check=False,
    )
    return [] if run.returncode == 0 else [run.stdout.strip() + run.stderr.strip()]


def parts(path):
    """Parts that make Excel warn."""
    with zipfile.ZipFile(path) as archive:
        if broken := archive.testzip():
            yield f"{broken} is damaged"
        for name in archive.namelist():
            if "externalLink" in name or name.endswith(("vbaProject.bin", ".bin")):
                yield f"there is a part {name}"


def formulas_without_value(path):
    """Formulas that a program that doesn't calculate would show as nothing."""
    main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if not name.startswith("xl/worksheets/sheet"):
                continue
            for cell in ElementTree.fromstring(archive.read(name)).iter(main + "c"):
                # An empty <v> is the value of a formula that gives an empty text.
                if cell.find(main + "f") is not None and cell.find(main + "v") is None:
                    yield f"{name}: {cell.get('r')} has no stored value"


failed = False
for name in sys.argv[1:]:
    problems = [*audit(name), *parts(name), *formulas_without_value(name)]
    for problem in problems[:20]:
        print(f"{name}: {problem}")
    failed = failed or bool(problems)
sys.exit(1 if failed else 0)
