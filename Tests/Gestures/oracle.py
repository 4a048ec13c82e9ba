"""What the official table should become, found without yilan."""

import pathlib

# The columns of 全部目标 are the official table's, and a derived one behind them.
WIDTH, SEEN, TARGETS = 7, 8, 60
SHEET = "全部目标"


class Oracle:
    """The official file, cell by cell; knows nothing of yilan."""

    def __init__(self, path):
        text = pathlib.Path(path).read_bytes().decode("utf-8")
        self.lines = [line.split("\t") for line in text.split("\n")]
        self.places = {}
        for number, cells in enumerate(self.lines):
            for first in range(0, len(cells) - WIDTH + 1, WIDTH):
                if cells[first].isdigit():
                    self.places[int(cells[first])] = (number, first)

    def set(self, serial, column, text):
        number, first = self.places[serial]
        self.lines[number][first + column] = text

    def get(self, serial, column):
        number, first = self.places[serial]
        return self.lines[number][first + column]

    def replace(self, old, new):
        for serial in self.places:
            for column in range(1, WIDTH):
                self.set(serial, column, self.get(serial, column).replace(old, new))

    def bytes(self):
        return "\n".join("\t".join(line) for line in self.lines).encode("utf-8")


def differences(wanted, came):
    """The first lines that are not what they should be, for people."""
    pairs = zip(wanted.decode().split("\n"), came.decode().split("\n"))
    return "\n".join([f"    - {a}\n    + {b}" for a, b in pairs if a != b][:3])
