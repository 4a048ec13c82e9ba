"""LibreOffice without a window, driven over UNO.

Runs under the system's python3, which has the module uno (Debian: python3-uno).
"""

import contextlib
import pathlib
import subprocess
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.table import CellRangeAddress, TableSortField

FILTERS = {
    ".xlsx": "Calc MS Excel 2007 XML", ".xls": "MS Excel 97", ".ods": "calc8",
    ".csv": "Text - txt - csv (StarCalc)",
}


def property_value(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


@contextlib.contextmanager
def desktop():
    """A LibreOffice with a profile of its own; ends when the block does."""
    with tempfile.TemporaryDirectory() as folder:
        pipe = pathlib.Path(folder).name
        process = subprocess.Popen(
            [
                "soffice", f"-env:UserInstallation=file://{folder}", "--headless", "--invisible",
                "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp;",
            ],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        try:
            yield _connected(pipe, process)
        finally:
            process.terminate()
            process.wait(timeout=60)


def _connected(pipe, process):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    url = f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
    for _ in range(240):
        try:
            context = resolver.resolve(url)
        except Exception:  # pylint: disable=broad-except
            if process.poll() not in (None, 0):
                raise
            time.sleep(0.25)
            continue
        manager = context.ServiceManager
        found = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        return Office(found, manager, context)
    raise TimeoutError("LibreOffice does not answer")


class Office:
    """A running LibreOffice."""

    def __init__(self, desktop_, manager, context):
        self.desktop, self.manager, self.context = desktop_, manager, context

    @contextlib.contextmanager
    def document(self, path):
        """Opens a file; it is closed when the block ends."""
        opened = self.desktop.loadComponentFromURL(
            pathlib.Path(path).resolve().as_uri(), "_blank", 0, (property_value("Hidden", True),)
        )
        try:
            yield opened
        finally:
            opened.close(True)

    def save(self, document, path):
        """Saves a document under another name, in the format of its extension."""
        options = [property_value("FilterName", FILTERS[pathlib.Path(path).suffix])]
        if str(path).endswith(".csv"):
            options.append(property_value("FilterOptions", "44,34,76,1,,0,false,true,false,false,false,2"))
        document.storeToURL(pathlib.Path(path).resolve().as_uri(), tuple(options))
        # A list takes the second sheet, and has its name.
        for made in pathlib.Path(path).parent.glob(pathlib.Path(path).stem + "-*.csv"):
            made.rename(path)

    def dispatch(self, document, command, *arguments):
        """Does what a menu would."""
        dispatcher = self.manager.createInstanceWithContext(
            "com.sun.star.frame.DispatchHelper", self.context
        )
        frame = document.getCurrentController().getFrame()
        dispatcher.executeDispatch(frame, command, "", 0, arguments)


def sort(area, column, ascending=True):
    """Sorts a range by one of its columns (from 0)."""
    field = TableSortField()
    field.Field, field.IsAscending, field.IsCaseSensitive = column, ascending, False
    area.sort((
        property_value("SortFields", uno.Any("[]com.sun.star.table.TableSortField", (field,))),
        property_value("ContainsHeader", False),
    ))


def replace_all(searched, old, new):
    """Replaces everywhere in a sheet or range; returns how many cells were changed."""
    replacement = searched.createReplaceDescriptor()
    replacement.SearchString, replacement.ReplaceString = old, new
    return searched.replaceAll(replacement)


def address(sheet, left, top, right, bottom):
    """A range of cells for the functions that move cells; all from 0."""
    found = CellRangeAddress()
    found.Sheet = sheet.RangeAddress.Sheet
    found.StartColumn, found.StartRow, found.EndColumn, found.EndRow = left, top, right, bottom
    return found
