"""Measure what `claims validate` costs beside other checkers, as ratios that hold on any machine.

    python benchmarks/validation_speed.py [--tools FOLDER] [--write docs/performance-validation.md]

The others are commands: `check-jsonschema` and `jsonvet`, looked for in FOLDER, else on the path (`pip install
check-jsonschema jsonvet` in an environment of their own). They get the JSON Schema only; `claims validate` checks
schema and all rules. Everything is CPU time of whole processes, start-up included; what is compared runs in turns in
one run, and the least of all rounds counts. A tool that is not there leaves its rows open.

Run it with the Python of an environment in which the package is installed as users install it: the hook of an editable
install costs some 10 ms of each start.
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
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import attrs
from report import table

from claims.schema_files import CLAIMS_SCHEMA, schema_path
from claims.text import digest

ROUNDS = 5
#: The large file: claims it should have at least.
CLAIMS = 2000
RECORDS = 500
#: How often the large file is repeated for the one that tells what memory grows by.
FOLD = 10
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


def make(folder: Path) -> None:
    """Write the files to measure on: one large, small ones, and the same small ones as JSON Lines."""
    from speed import SEEDS, shuffled

    import claims
    from claims.formats import dumps

    annotator = claims.Annotator()
    article, brief = ((SEEDS / name).read_text("utf-8") for name in ("embassy-rockets.txt", "brief.txt"))
    copies = -(-CLAIMS // len(annotator.annotate(article).claims)) + 1
    text = "\n\n".join(shuffled(article, number) for number in range(copies))
    large = dumps(annotator.annotate(text, published="2020-12-20", id="large"))
    (folder / "large.json").write_bytes(large)
    (folder / "huge.json").write_text(json.dumps(repeated(json.loads(large), FOLD), indent=1), "utf-8")
    briefs = [annotator.annotate(shuffled(brief, number), published="2021-03-03") for number in range(5)]
    rows = [json.loads(dumps(document)) for document in briefs]
    records = [another(rows[number % len(rows)], number) for number in range(RECORDS)]
    (folder / "records.jsonl").write_text("".join(json.dumps(row) + "\n" for row in records), "utf-8")
    for count in (RECORDS, *MANY):
        (folder / str(count)).mkdir(exist_ok=True)
        for number in range(count):
            row = another(rows[number % len(rows)], number)
            (folder / str(count) / f"{number:05}.json").write_text(json.dumps(row, indent=1), "utf-8")


#: Fields that name a row of the document; annotators are the same in every copy.
NAMES = frozenset(
    "id sentence duplicate_of entity time anchor target parent speech_act attribution claim supersedes".split()
)


def repeated(data: dict[str, Any], times: int) -> dict[str, Any]:
    """Return a document about the text written so many times on end, with every row of each copy."""
    text = data["source"]["text"]
    whole = text * times
    source = {**data["source"], "text": whole, "length": len(whole), "sha256": digest(whole)}
    made = {**data, "source": source}
    for field in ("sentences", "entities", "times", "attributions", "claims", "verdicts"):
        copies = (moved(data[field], number * len(text), f"x{number}") for number in range(times))
        made[field] = [row for copy in copies for row in copy]
    return made


def moved(value: Any, by: int, end: str, key: str = "") -> Any:
    """Return a value with its offsets moved on and its ids ended otherwise."""
    if isinstance(value, dict):
        is_map = key == "certainty"
        return {
            name + end if is_map and name != "author" else name: item if is_map else moved(item, by, end, name)
            for name, item in value.items()
        }
    if isinstance(value, list):
        return [moved(item, by, end, key) for item in value]
    if isinstance(value, str):
        return value + end if key in NAMES and value != "published" else value
    is_offset = type(value) is int and key in {"span", "spans", "head", "mentions", "antecedents", "candidates", "at"}
    return value + by if is_offset else value


def another(row: dict[str, Any], number: int) -> dict[str, Any]:
    """Return a document about another text: the number stands at its end in white space, which nobody has to claim."""
    text = row["source"]["text"] + "\n" + f"{number:b}".replace("0", " ").replace("1", "\n")
    told = {"id": f"brief-{number}", "text": text, "length": len(text)}
    return {**row, "source": {**row["source"], **told, "sha256": digest(text)}}


def beside(costs: dict[str, Cost]) -> list[list[str]]:
    """Return the table of one comparison; ratios are ours to theirs."""
    ours = costs["`claims validate`"].cpu
    aims = {"jsonvet": "at most 4", "check-jsonschema": "at most 0.10"}
    body = [
        [
            name,
            f"{one.cpu:.2f}",
            f"{one.memory:.0f}",
            "" if name not in aims else f"{ours / one.cpu:.3f}",
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
    costs = in_turns(commands, ROUNDS)
    aims = {"`claims validate`": "under 0.25"}
    return [
        ["command", "CPU seconds", "aimed at"],
        *([name, f"{one.cpu:.3f}", aims.get(name, "")] for name, one in costs.items()),
    ]


def many(tools: Tools, folders: dict[int, Path]) -> list[list[str]]:
    """Return the table of many small files in one call; whether it is linear is told by the CPU time of a file."""
    rows = [["files", "processes", "seconds", "CPU ms a file", "beside the fewest"]]
    first: dict[int, float] = {}
    for count, folder in folders.items():
        for jobs in (1, CORES):
            one = cost((tools.ours, "validate", "--jobs", str(jobs), str(folder)))
            rate = one.cpu / count
            ratio = rate / first.setdefault(jobs, rate)
            rows.append([f"{count:,}", str(jobs), f"{one.wall:.1f}", f"{rate * 1e3:.1f}", f"{ratio:.2f}"])
    return rows


def memory_rows(costs: dict[Path, Cost], least: Cost) -> list[list[str]]:
    """Return the table of memory by file; `least` is what the process takes for next to nothing."""
    rows = [
        ["file, MB", "peak of the process, MB", "times the file", "what the file adds, MB", "times the file"],
        ["0.01", f"{least.memory:.0f}", "", "", ""],
    ]
    for file, one in costs.items():
        size, added = file.stat().st_size / 1e6, one.memory - least.memory
        whole = f"{one.memory / size:.1f}"
        rows.append([f"{size:.1f}", f"{one.memory:.0f}", whole, f"{added:.0f}", f"{added / size:.1f}"])
    return rows


def measure(tools: Tools, folder: Path) -> str:
    """Measure everything and return the page."""
    big, lines, first = folder / "large.json", folder / "records.jsonl", folder / str(RECORDS) / "00000.json"
    separate = sorted((folder / str(RECORDS)).iterdir())
    costs = in_turns(tools.commands(big))
    least = _least([cost((tools.ours, "validate", str(first))) for _ in range(2)])
    huge = folder / "huge.json"
    peaks = {big: costs["`claims validate`"], huge: cost((tools.ours, "validate", str(huge)))}
    size, records_size = big.stat().st_size / 1e6, lines.stat().st_size / 1e6
    number = len(json.loads(big.read_bytes())["claims"])
    page = [
        "# Performance of `claims validate`",
        "",
        "Written by `python benchmarks/validation_speed.py --write docs/performance-validation.md`; do not edit by",
        "hand. CPU time of whole processes, start-up included, the least of interleaved rounds; ratios hold on other",
        "machines, seconds do not. `claims validate` checks schema and all rules, the others the schema alone.",
        "",
        *table("One large file", f"{size:.1f} MB, {number:,} claims.", beside(costs)),
        *table(
            "JSON Lines",
            f"{records_size:.1f} MB, {RECORDS} documents; check-jsonschema gets them as {RECORDS} files in one call.",
            beside(in_turns(tools.commands(lines, separate), 3)),
        ),
        *table("A small file", f"{first.stat().st_size / 1e3:.0f} kB: what starting costs.", start(tools, first)),
        *table(
            "Memory",
            "Aimed at: under 10 times the file. Python and the libraries take some 30 MB before any file is read; so\n"
            "what a file adds is told beside the whole, and the same for a file of ten times the size.",
            memory_rows(peaks, least),
        ),
        *table("Many small files", "In one call.", many(tools, {count: folder / str(count) for count in MANY})),
    ]
    return "\n".join(page).rstrip() + "\n"


def main() -> None:
    """Read the options, measure, print or write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tools", type=Path, help="folder with the commands jsonvet and check-jsonschema")
    parser.add_argument("--write", type=Path, help="write the page here instead of printing it")
    parser.add_argument("--make", type=Path, help="only write the files to measure on into this folder")
    options = parser.parse_args()
    if options.make:
        make(options.make)
        return
    with tempfile.TemporaryDirectory() as folder:
        # In a process of its own: what a large process starts is charged with the size of it.
        subprocess.run([sys.executable, __file__, "--make", folder], check=True)
        text = measure(Tools.found(options.tools), Path(folder))
    if options.write:
        options.write.write_text(text, "utf-8")
    else:
        print(text, end="")


if __name__ == "__main__":
    main()
