"""What is measured: each job with its candidates, the C reference first, then yilan."""

import dataclasses
import json
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
# The C references: what one pass over the input costs on one core, without anything derived.
REFERENCES = {
    "tsv2csv": [], "tsv2jsonl": [], "tsv2xlsx": ["-lxlsxwriter"], "xlsx_floor": ["-lzip"],
    "json_floor": [],
}


@dataclasses.dataclass
class Candidate:
    """One way to do a job: a command, and the file in the work folder that it writes.

    One that `prints` writes to standard output, and 1 is no failure of it. `texts` says whether
    its file holds the seven texts of every target, which are then compared with the others'.
    """

    name: str
    command: list
    output: str
    prints: bool = False
    texts: bool = False


@dataclasses.dataclass
class Job:
    """One job; `source` is the file in the work folder that is read."""

    name: str
    source: str
    candidates: list


def build(folder):
    """Compiles the C references into the work folder."""
    for name, libraries in REFERENCES.items():
        source = HERE / "c" / f"{name}.c"
        run("cc", "-O2", "-o", folder / name, source, *libraries, env=None)


def prepare(sources, yilan, folder, environment):
    """Makes the files that jobs read beside the official table."""
    for name in sources:
        if name.endswith((".json", ".jsonl")):
            run(yilan, "convert", folder / "table.tsv", "-o", folder / name, env=environment)
        elif name == "plain.xlsx":
            run(folder / "tsv2xlsx", folder / "table.tsv", folder / name, env=environment)
    write_changes(folder)


def write_changes(folder):
    """Writes lists that correct one and 10,000 targets, and the table with 1,000 cells changed."""
    lines = (folder / "table.tsv").read_text(encoding="utf-8").split("\n")
    head = next(index for index, line in enumerate(lines) if line.startswith("序号\t"))
    rows = [index for index in range(head + 1, len(lines)) if lines[index]]

    def spread(count):
        return rows[:: max(1, len(rows) // count)][:count]

    for count in (1, 10_000):
        cells = (lines[index].split("\t") for index in spread(count))
        corrections = [
            {"serial": int(row[0]), "field": "progress", "new": row[4] + "（已核）"} for row in cells
        ]
        document = {"format": "yilan-corrections/1", "corrections": corrections}
        (folder / f"corrections-{count}.json").write_text(
            json.dumps(document, ensure_ascii=False), encoding="utf-8"
        )
    for index in spread(1000):
        row = lines[index].split("\t")
        row[4] += "（已核）"
        lines[index] = "\t".join(row)
    (folder / "changed.tsv").write_text("\n".join(lines), encoding="utf-8", newline="")


def run(*command, env):
    subprocess.run([str(part) for part in command], check=True, env=env)


def all_jobs(yilan, folder, peers):
    """Returns the jobs over the files in `folder`; without peers only C and yilan are measured."""
    source = folder / "table.tsv"

    def reference(program, read, output, *flags, texts=False):
        command = [folder / program, *flags, folder / read, folder / output]
        return Candidate("C", [str(part) for part in command], output, texts=texts)

    def mine(output, *arguments, texts=False):
        command = [yilan, *arguments, "-o", str(folder / output)]
        return Candidate("yilan", [str(part) for part in command], output, texts=texts)

    def printing(*arguments):
        return Candidate("yilan", [str(part) for part in (yilan, *arguments)], "out.txt", True)

    def python(name, label, read, output):
        command = [sys.executable, str(HERE / "peers.py"), name, str(read), str(folder / output)]
        return Candidate(label, command, output, texts=True)

    def awk(output):
        if not shutil.which("mawk"):
            return []
        program = f"exec mawk -f '{HERE / 'csv.awk'}' '{source}' > '{folder / output}'"
        return [Candidate("mawk", ["sh", "-c", program], output, texts=True)]

    def job(name, read, floor, own, others=()):
        return Job(name, read, [floor, own, *(others if peers else ())])

    def converting(name, read, floor, output, others=(), texts=True):
        return job(name, read, floor, mine(output, "convert", folder / read, texts=texts), others)

    one_pass = reference("tsv2csv", "table.tsv", "c.csv")

    def applying(count):
        list_ = folder / f"corrections-{count}.json"
        own = mine("new.tsv", "apply", list_, "--to", source)
        return job(f"apply-{count}", "table.tsv", one_pass, own)

    workbooks = [
        python("xlsxwriter", "XlsxWriter (1 sheet)", source, "xlsxwriter.xlsx"),
        python("openpyxl-write", "openpyxl (1 sheet)", source, "openpyxl.xlsx"),
    ]
    plain = folder / "plain.xlsx"
    changed = folder / "changed.tsv"
    return [
        converting(
            "csv",
            "table.tsv",
            reference("tsv2csv", "table.tsv", "c.csv", texts=True),
            "out.csv",
            [
                *awk("awk.csv"),
                python("polars-csv", "Polars", source, "polars.csv"),
                python("python-csv", "Python csv", source, "python.csv"),
            ],
        ),
        converting(
            "jsonl",
            "table.tsv",
            reference("tsv2jsonl", "table.tsv", "c.jsonl"),
            "out.jsonl",
            [
                python("polars-jsonl", "Polars (texts only)", source, "polars.jsonl"),
                python("python-jsonl", "Python json (texts)", source, "python.jsonl"),
            ],
        ),
        converting("json", "table.tsv", reference("tsv2jsonl", "table.tsv", "c.jsonl"), "out.json"),
        converting(
            "xlsx", "table.tsv", reference("tsv2xlsx", "table.tsv", "c.xlsx"), "out.xlsx", workbooks
        ),
        converting(
            "xlsx-leaders", "table.tsv", reference("tsv2xlsx", "table.tsv", "c.xlsx", "-l"),
            "out.xlsx",
        ),
        converting(
            "read",
            "plain.xlsx",
            reference("xlsx_floor", "plain.xlsx", "c.txt"),
            "back.csv",
            [
                python("calamine-csv", "calamine", plain, "calamine.csv"),
                python("openpyxl-csv", "openpyxl", plain, "openpyxl.csv"),
            ],
        ),
        converting(
            "json-read", "table.json", reference("json_floor", "table.json", "c.txt"), "new.tsv",
            texts=False,
        ),
        converting(
            "jsonl-read", "table.jsonl", reference("json_floor", "table.jsonl", "c.txt"), "new.csv"
        ),
        job("summary", "table.tsv", one_pass, printing("summary", source)),
        job("check", "table.tsv", one_pass, printing("check", source)),
        job("diff", "table.tsv", one_pass, printing("diff", source, changed, "--format", "json")),
        applying(1),
        applying(10_000),
        converting(
            "start-json", "sample.tsv", reference("tsv2jsonl", "sample.tsv", "c.jsonl"), "out.json"
        ),
        converting(
            "start-xlsx", "sample.tsv", reference("tsv2xlsx", "sample.tsv", "c.xlsx", "-l"),
            "out.xlsx",
        ),
    ]
