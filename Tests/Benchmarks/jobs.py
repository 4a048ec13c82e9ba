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
    """One job; `compared` says whether the outputs of all candidates are held to be the same."""

    name: str
    candidates: list
    compared: bool = True


def prepare(yilan, folder, environment):
    """Makes the inputs of the jobs that read something else than the official table."""
    for name in ("table.csv", "table.json", "table.xlsx"):
        run(yilan, "convert", folder / "table.tsv", "-o", folder / name, env=environment)
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
    """Returns the jobs over the files in `folder`; candidates whose tool is missing are left out."""
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

    def job(name, own, others=(), compared=True):
        return Job(name, [own, *(others if peers else ())], compared)

    return [
        job(
            "csv",
            mine("out.csv", "convert", source),
            [
                *awk("awk.csv"),
                python("polars-csv", "Polars", source, "polars.csv"),
                python("python-csv", "Python csv", source, "python.csv"),
            ],
        ),
        job(
            "jsonl",
            mine("out.jsonl", "convert", source),
            [
                python("polars-jsonl", "Polars (texts only)", source, "polars.jsonl"),
                python("python-jsonl", "Python json", source, "python.jsonl"),
            ],
        ),
        job("json", mine("out.json", "convert", source)),
        job(
            "xlsx",
            mine("out.xlsx", "convert", source),
            [
                python("xlsxwriter", "XlsxWriter (1 sheet)", source, "xlsxwriter.xlsx"),
                python("openpyxl-write", "openpyxl (1 sheet)", source, "openpyxl.xlsx"),
            ],
        ),
        job(
            "xlsx to csv",
            mine("back.csv", "convert", folder / "table.xlsx"),
            [
                python("calamine-csv", "calamine", folder / "table.xlsx", "calamine.csv"),
                python("openpyxl-csv", "openpyxl", folder / "table.xlsx", "openpyxl.csv"),
            ],
        ),
        job("csv to tsv", mine("fresh.tsv", "convert", folder / "table.csv"), compared=False),
        job("json to tsv", mine("again.tsv", "convert", folder / "table.json"), compared=False),
        job("xlsx to tsv", mine("staff.tsv", "convert", folder / "table.xlsx"), compared=False),
        job(
            "apply 1,000",
            mine("new.tsv", "apply", folder / "corrections.json", "--to", source),
            compared=False,
        ),
    ]
