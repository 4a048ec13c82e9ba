"""Validates a folder as a Frictionless Data Package: check_package.py FOLDER SOURCE.tsv

Beyond what frictionless checks, every file is named in the package, and the files of the leaders
hold each target exactly once between them. Prints what is wrong and exits with 1.
"""

import csv
import pathlib
import sys

import frictionless

import official

folder, source = map(pathlib.Path, sys.argv[1:])
problems = []

report = frictionless.validate(str(folder / "datapackage.json"))
problems += [str(error) for error in report.errors]
for task in report.tasks:
    problems += [f"{task.name}: {error.message}" for error in task.errors]

package = frictionless.Package(str(folder / "datapackage.json"))
named = {resource.path for resource in package.resources}
present = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
if named | {"datapackage.json"} != present:
    problems.append(f"the package names {sorted(named)}, the folder holds {sorted(present)}")

_, targets = official.read(source)
expected = [target.texts["serial"] for target in targets]


def serials(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
        return [row[header.index(official.LABELS[0])] for row in rows]


if serials(folder / "targets.csv") != expected:
    problems.append("targets.csv doesn't hold the serials of the source in their order")
of_leaders = [s for path in (folder / "leaders").iterdir() for s in serials(path)]
if sorted(of_leaders) != sorted(expected):
    problems.append("the leaders' files don't hold each target once")

print("\n".join(problems) or f"{len(named)} resources are valid")
sys.exit(1 if problems else 0)
