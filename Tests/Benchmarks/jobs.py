"""What is measured: each job with its candidates, yilan first."""

import dataclasses
import json
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent


@dataclasses.dataclass
class Candidate:
    """One way to do a job: a command, and the file in the work folder that it writes."""

    name: str
    command: list
    output: str


@dataclasses.dataclass
class Job:
    """One job; `compared` says whether the outputs of all candidates are held to be the same.

    `source` is the file in the work folder that is read.
    """

    name: str
    source: str
    candidates: list
    compared: bool = True


def prepare(sources, yilan, folder, environment):
    """Makes the files that jobs read beside the official table."""
    for name in sources - {"table.tsv", "corrections.json"}:
        run(yilan, "convert", folder / "table.tsv", "-o", folder / name, env=environment)
    if "corrections.json" in sources:
        write_corrections(folder)


def write_corrections(folder):
    """Writes a thousand corrections of the official table, spread over all of it."""
    with open(folder / "table.tsv", encoding="utf-8") as file:
        next(line for line in file if line.startswith("序号"))
        serials = [line.split("\t", 1)[0] for line in file]
    step = max(1, len(serials) // 1000)
    corrections = [
        {"serial": int(serial), "field": "progress", "new": f"已更正为第{serial}项"}
        for serial in serials[::step][:1000]
    ]
    document = {"format": "yilan-corrections/1", "corrections": corrections}
    (folder / "corrections.json").write_text(
        json.dumps(document, ensure_ascii=False), encoding="utf-8"
    )


def run(*command, env):
    subprocess.run([str(part) for part in command], check=True, env=env)


def all_jobs(yilan, folder, peers):
    """Returns the jobs over the files in `folder`; without peers, yilan is the only candidate."""
    source = folder / "table.tsv"

    def mine(output, *arguments):
        command = [yilan, *arguments, "-o", str(folder / output)]
        return Candidate("yilan", [str(part) for part in command], output)

    def python(name, label, source, output):
        command = [sys.executable, str(HERE / "peers.py"), name, str(source), str(folder / output)]
        return Candidate(label, command, output)

    def awk(output):
        if not shutil.which("mawk"):
            return []
        program = f"exec mawk -f '{HERE / 'csv.awk'}' '{source}' > '{folder / output}'"
        return [Candidate("mawk", ["sh", "-c", program], output)]

    def job(name, read, own, others=(), compared=True):
        return Job(name, read, [own, *(others if peers else ())], compared)

    return [
        job(
            "csv",
            "table.tsv",
            mine("out.csv", "convert", source),
            [
                *awk("awk.csv"),
                python("polars-csv", "Polars", source, "polars.csv"),
                python("python-csv", "Python csv", source, "python.csv"),
            ],
        ),
        job(
            "jsonl",
            "table.tsv",
            mine("out.jsonl", "convert", source),
            [
                python("polars-jsonl", "Polars (texts only)", source, "polars.jsonl"),
                python("python-jsonl", "Python json (texts)", source, "python.jsonl"),
            ],
        ),
        job("json", "table.tsv", mine("out.json", "convert", source)),
        job(
            "xlsx",
            "table.tsv",
            mine("out.xlsx", "convert", source),
            [
                python("xlsxwriter", "XlsxWriter (1 sheet)", source, "xlsxwriter.xlsx"),
                python("openpyxl-write", "openpyxl (1 sheet)", source, "openpyxl.xlsx"),
            ],
        ),
        job(
            "xlsx to csv",
            "table.xlsx",
            mine("back.csv", "convert", folder / "table.xlsx"),
            [
                python("calamine-csv", "calamine", folder / "table.xlsx", "calamine.csv"),
                python("openpyxl-csv", "openpyxl", folder / "table.xlsx", "openpyxl.csv"),
            ],
        ),
        *(
            job(
                f"{name} to tsv",
                f"table.{name}",
                mine(f"{name}.tsv", "convert", folder / f"table.{name}"),
            )
            for name in ("csv", "json", "xlsx")
        ),
        job(
            "apply 1000",
            "corrections.json",
            mine("new.tsv", "apply", folder / "corrections.json", "--to", source),
        ),
    ]
