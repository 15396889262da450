"""Measure what `claims validate` costs beside other checkers, as ratios that hold on any machine.

    python benchmarks/validation_speed.py [--tools FOLDER] [--write docs/performance-validation.md]

The others are commands: `check-jsonschema` and `jsonvet`, looked for in FOLDER, else on the path (`pip install
check-jsonschema jsonvet` in an environment of their own). They get the JSON Schema only; `claims validate` checks
schema and all rules. Everything is CPU time of whole processes, start-up included; what is compared runs in turns in
one run, and the least of all rounds counts. A tool that is not there leaves its rows open.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import attrs
from report import table
from speed import SEEDS, shuffled

import claims
from claims.formats import dumps
from claims.schema_files import CLAIMS_SCHEMA, schema_path
from claims.text import digest

ROUNDS = 3
#: The large file: claims it should have at least.
CLAIMS = 2000
RECORDS = 500
MANY = (1000, 10_000)
CORES = 2


@attrs.frozen
class Cost:
    """What a process cost."""

    #: CPU seconds, its children included.
    cpu: float
    #: Seconds on the clock.
    wall: float
    #: Peak memory of the largest process, in megabytes.
    memory: float


def cost(command: Sequence[str]) -> Cost:
    """Run a command that has to find nothing wrong, and return what it cost."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment())
    # Read to the end first: the summary is short, but a pipe is not endless.
    said = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)[:200]} failed: {said.decode()[-500:]}")
    unit = 1 if sys.platform == "darwin" else 1024
    wall = time.perf_counter() - begin
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * unit / 1e6)


@cache
def environment() -> dict[str, str]:
    """Return the environment of the commands: compiled modules are kept, as where a package is installed.

    They go into a folder of their own, so that a checkout stays as it is; the first round fills it.
    """
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**plain, "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir(), "claims-benchmark-pycache"))}


def in_turns(commands: dict[str, Sequence[str]], rounds: int = ROUNDS) -> dict[str, Cost]:
    """Return the least cost of each command over all rounds; in a round each runs once."""
    found = [{name: cost(command) for name, command in commands.items()} for _ in range(rounds)]
    return {name: _least([one[name] for one in found]) for name in commands}


def _least(costs: Sequence[Cost]) -> Cost:
    return Cost(min(one.cpu for one in costs), min(one.wall for one in costs), min(one.memory for one in costs))


@attrs.frozen
class Tools:
    """The commands that are compared."""

    ours: str
    #: None where it is not installed.
    jsonvet: str | None
    check_jsonschema: str | None

    @classmethod
    def found(cls, folder: Path | None) -> Tools:
        """Look for the commands."""
        path = os.pathsep.join(filter(None, (str(folder) if folder else "", os.environ["PATH"])))
        ours = shutil.which("claims", path=sysconfig.get_path("scripts"))
        if ours is None:
            raise SystemExit("the command `claims` is not installed in this environment")
        return cls(ours, shutil.which("jsonvet", path=path), shutil.which("check-jsonschema", path=path))

    def commands(self, file: Path, files: Sequence[Path] = ()) -> dict[str, Sequence[str]]:
        """Return the commands that check a file; `files` are the same records, for a tool that reads no JSON Lines."""
        schema = str(schema_path(CLAIMS_SCHEMA))
        plain = [str(one) for one in files or (file,)]
        rows: dict[str, Sequence[str]] = {"`claims validate`": (self.ours, "validate", str(file))}
        if self.jsonvet:
            rows["jsonvet"] = (self.jsonvet, "--no-config", "--schema", schema, str(file))
        if self.check_jsonschema:
            rows["check-jsonschema"] = (self.check_jsonschema, "--schemafile", schema, *plain)
        return rows


def large(annotator: claims.Annotator) -> claims.Document:
    """Return the claims of one article, repeated with its paragraphs in other orders until there are enough."""
    article = (SEEDS / "embassy-rockets.txt").read_text("utf-8")
    claims_of_one = len(annotator.annotate(article).claims)
    copies = -(-CLAIMS // claims_of_one) + 1
    text = "\n\n".join(shuffled(article, number) for number in range(copies))
    return annotator.annotate(text, published="2020-12-20", id="large")


def small(annotator: claims.Annotator, count: int) -> list[bytes]:
    """Return `count` small claim files: the brief in other orders, each with an id and a text of its own."""
    brief = (SEEDS / "brief.txt").read_text("utf-8")
    documents = [annotator.annotate(shuffled(brief, number), published="2021-03-03") for number in range(5)]
    return [dumps(another(documents[number % len(documents)], number)) for number in range(count)]


def another(document: claims.Document, number: int) -> claims.Document:
    """Return a document about another text: the same with empty lines at its end, which nobody has to claim."""
    text = (document.source.text or "") + "\n" * number
    source = attrs.evolve(document.source, id=f"brief-{number}", text=text, length=len(text), sha256=digest(text))
    return attrs.evolve(document, source=source)


def write(folder: Path, files: Iterable[bytes]) -> list[Path]:
    """Write claim files into a folder and return their names."""
    folder.mkdir()
    paths = []
    for number, data in enumerate(files):
        paths.append(folder / f"{number:05}.json")
        paths[-1].write_bytes(data)
    return paths


def beside(costs: dict[str, Cost]) -> list[list[str]]:
    """Return the table of one comparison; ratios are ours to theirs."""
    ours = costs["`claims validate`"].cpu
    aims = {"jsonvet": "at most 4", "check-jsonschema": "at most 0.10"}
    body = [
        [
            name,
            f"{one.cpu:.2f}",
            f"{one.memory:.0f}",
            "" if name not in aims else f"{ours / one.cpu:.2f}",
            aims.get(name, ""),
        ]
        for name, one in costs.items()
    ]
    missing = [[name, "not installed", "", "", aim] for name, aim in aims.items() if name not in costs]
    return [["command", "CPU seconds", "peak, MB", "ours to theirs", "aimed at"], *body, *missing]


def start(tools: Tools, file: Path) -> list[list[str]]:
    """Return the table of what a small file costs, almost all of it starting."""
    commands: dict[str, Sequence[str]] = {
        "Python, doing nothing": (sys.executable, "-c", "pass"),
        "Python with `import attrs, jsonschema_rs`": (sys.executable, "-c", "import attrs, jsonschema_rs"),
        "`claims --help`": (tools.ours, "--help"),
        **tools.commands(file),
    }
    costs = in_turns(commands, 2 * ROUNDS)
    aims = {"`claims validate`": "under 0.25"}
    return [
        ["command", "CPU seconds", "aimed at"],
        *([name, f"{one.cpu:.3f}", aims.get(name, "")] for name, one in costs.items()),
    ]


def many(tools: Tools, folders: dict[int, Path]) -> list[list[str]]:
    """Return the table of many small files in one call."""
    rows = [["files", "processes", "seconds", "CPU ms a file", "files a second", "beside the fewest"]]
    first: dict[int, float] = {}
    for count, folder in folders.items():
        for jobs in (1, CORES):
            one = cost((tools.ours, "validate", "--jobs", str(jobs), str(folder)))
            rate = first.setdefault(jobs, one.wall / count)
            cells = (
                f"{count:,}",
                str(jobs),
                f"{one.wall:.1f}",
                f"{one.cpu / count * 1e3:.1f}",
                f"{count / one.wall:.0f}",
            )
            rows.append([*cells, f"{one.wall / count / rate:.2f}"])
    return rows


def memory_rows(costs: dict[str, Cost], file: Path, least: Cost) -> list[list[str]]:
    """Return the table of memory for the large file."""
    size = file.stat().st_size / 1e6
    ours = costs["`claims validate`"].memory
    return [
        ["what", "MB", "times the file", "aimed at"],
        ["the file", f"{size:.1f}", "1.0", ""],
        ["peak of the process", f"{ours:.0f}", f"{ours / size:.1f}", ""],
        ["the same for a small file", f"{least.memory:.0f}", "", ""],
        [
            "what the file adds",
            f"{ours - least.memory:.0f}",
            f"{(ours - least.memory) / size:.1f}",
            "under 10",
        ],
    ]


def measure(tools: Tools, folder: Path) -> str:
    """Measure everything and return the page."""
    annotator = claims.Annotator()
    document = large(annotator)
    big = folder / "large.json"
    big.write_bytes(dumps(document))
    records = small(annotator, RECORDS)
    lines = folder / "records.jsonl"
    lines.write_bytes(b"".join(json.dumps(json.loads(data)).encode() + b"\n" for data in records))
    separate = write(folder / "records", records)
    folders = {count: folder / str(count) for count in MANY}
    for count, place in folders.items():
        write(place, small(annotator, count))
    costs = in_turns(tools.commands(big))
    least = _least([cost((tools.ours, "validate", str(separate[0]))) for _ in range(2)])
    size, records_size = big.stat().st_size / 1e6, lines.stat().st_size / 1e6
    page = [
        "# Performance of `claims validate`",
        "",
        "Written by `python benchmarks/validation_speed.py --write docs/performance-validation.md`; do not edit by",
        "hand. CPU time of whole processes, start-up included, the least of interleaved rounds; ratios hold on other",
        "machines, seconds do not. `claims validate` checks schema and all rules, the others the schema alone.",
        "",
        *table("One large file", f"{size:.1f} MB, {len(document.claims):,} claims.", beside(costs)),
        *table(
            "JSON Lines",
            f"{records_size:.1f} MB, {RECORDS} documents; check-jsonschema gets them as {RECORDS} files in one call.",
            beside(in_turns(tools.commands(lines, separate), 3)),
        ),
        *table("A small file", f"{len(records[0]) / 1e3:.0f} kB: what starting costs.", start(tools, separate[0])),
        *table("Memory", "For the large file.", memory_rows(costs, big, least)),
        *table("Many small files", "In one call.", many(tools, folders)),
    ]
    return "\n".join(page).rstrip() + "\n"


def main() -> None:
    """Read the options, measure, print or write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tools", type=Path, help="folder with the commands jsonvet and check-jsonschema")
    parser.add_argument("--write", type=Path, help="write the page here instead of printing it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        text = measure(Tools.found(options.tools), Path(folder))
    if options.write:
        options.write.write_text(text, "utf-8")
    else:
        print(text, end="")


if __name__ == "__main__":
    main()
