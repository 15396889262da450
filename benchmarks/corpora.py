"""Measure what a corpus run costs beside the bare pipeline, and what it takes in memory.

    python benchmarks/corpora.py [--texts 400] [--rounds 2] [--many 20000] [--ray] [--write docs/scale.md]

On two idle cores it takes about eight minutes. What the clock says counts on an idle machine only: the load that was
there at the start is printed. `--write` puts the tables between the marks `<!-- measured -->` of a page.

Each figure is of a process of its own, start and loading of the model included, and of all processes that it starts.
CPU seconds count, not the clock: on a machine with other work, the least of the rounds. The texts are the seeds, with
their paragraphs in another order each time. What is compared runs in turns.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Callable
from functools import partial
from pathlib import Path

import attrs
from report import table
from speed import SEEDS, shuffled

#: Measures with their value and what is aimed at.
Ratios = list[tuple[str, float, str]]
BARE_NAME, ONE, TWO, RAY = "bare `nlp.pipe`", "1 worker", "2 workers", "Ray, 1 actor"
#: Where the tables stand in a page.
START, END = "<!-- measured -->", "<!-- /measured -->"
#: Seconds between two looks at the processes of a run.
LOOK = 0.2
BARE = """
import json, sys
from claims.syntax import load
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
for doc in load().pipe(texts):
    pass
"""


@attrs.frozen
class Cost:
    """What a command took, with everything that it started."""

    seconds: float
    wall: float
    #: Largest resident memory of any one of its processes, and of all together, in MB.
    largest: float
    together: float


def measured(command: list[str]) -> Cost:
    """Run a command and watch every process that it starts, wherever it hangs in the tree."""
    mark = uuid.uuid4().hex
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
    start = time.monotonic()
    process = subprocess.Popen(command, env={**os.environ, **threads, "CLAIMS_MARK": mark}, stderr=subprocess.PIPE)
    watch = Watch(mark)
    watch.start()
    error = process.communicate()[1]
    watch.stop()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: {error.decode()}")
    return Cost(sum(watch.seconds.values()), time.monotonic() - start, watch.largest, watch.together)


class Watch(threading.Thread):
    """Notes CPU time and memory of all processes whose environment has the mark; what starts and ends between two
    looks is missed.
    """

    def __init__(self, mark: str) -> None:
        super().__init__(daemon=True)
        self.mark = f"CLAIMS_MARK={mark}".encode()
        self.seconds: dict[int, float] = {}
        self.largest = self.together = 0.0
        self.over = threading.Event()

    def run(self) -> None:
        """Look until told to stop."""
        while not self.over.wait(LOOK):
            self.look()

    def stop(self) -> None:
        """Stop looking."""
        self.over.set()
        self.join()

    def look(self) -> None:
        """Note what each process has used so far."""
        together = 0.0
        for path in Path("/proc").glob("[0-9]*"):
            try:
                if self.mark not in (path / "environ").read_bytes().split(b"\0"):
                    continue
                fields = (path / "stat").read_text().rpartition(")")[2].split()
                memory = int((path / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
            except (OSError, ValueError):
                continue
            self.seconds[int(path.name)] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
            self.largest = max(self.largest, memory)
            together += memory
        self.together = max(self.together, together)


def write_texts(path: Path, number: int) -> None:
    """Write so many texts as JSON lines."""
    seeds = [seed.read_bytes().decode("utf-8") for seed in sorted(SEEDS.glob("*.txt"))]
    with open(path, "w", encoding="utf-8") as stream:
        for index in range(number):
            text = shuffled(seeds[index % len(seeds)], index)
            stream.write(json.dumps({"id": f"t{index}", "text": text, "published": "2020-12-20"}) + "\n")


def write_short(path: Path, number: int) -> None:
    """Write so many texts of one sentence, for what takes many texts and little work."""
    with open(path, "w", encoding="utf-8") as stream:
        for index in range(number):
            stream.write(json.dumps({"id": f"t{index}", "text": f"The crane number {index} fell on Friday."}) + "\n")


def annotate(source: Path, out: Path, *options: str) -> list[str]:
    """Return the command of a run."""
    return [sys.executable, "-m", "claims", "corpus", "annotate", str(source), "-o", str(out), *options]


def fresh(command: Callable[[Path], list[str]], folder: Path) -> Cost:
    """Measure a run into a folder that is not there yet."""
    out = folder / "out"
    shutil.rmtree(out, ignore_errors=True)
    return measured(command(out))


def costs(folder: Path, texts: int, rounds: int, with_ray: bool) -> tuple[list[str], Ratios]:
    """Hold bare spaCy, one worker, two workers and Ray against each other."""
    source = folder / "texts.jsonl"
    write_texts(source, texts)
    ways: dict[str, Callable[[Path], list[str]]] = {
        BARE_NAME: lambda _: [sys.executable, "-c", BARE, str(source)],
        ONE: lambda out: annotate(source, out, "--workers", "1"),
        TWO: lambda out: annotate(source, out, "--workers", "2"),
    }
    if with_ray:
        ways[RAY] = lambda out: annotate(source, out, "--engine", "ray", "--workers", "1")
    found: dict[str, list[Cost]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, command in ways.items():
            found[name].append(fresh(command, folder))
    least = {name: min(rounds, key=lambda cost: cost.seconds) for name, rounds in found.items()}
    wall = {name: min(cost.wall for cost in rounds) for name, rounds in found.items()}
    head = ["way", "CPU seconds", "seconds by the clock", "beside bare", "beside 1 worker"]
    rows = [[*head, "largest process, MB", "all processes, MB"]]
    for name, cost in least.items():
        shares = [cost.seconds / least[other].seconds for other in (BARE_NAME, ONE)]
        rows.append([name, *(f"{value:.1f}" for value in (cost.seconds, wall[name])), *(f"{it:.2f}" for it in shares)])
        rows[-1] += [f"{value:,.0f}" for value in (cost.largest, cost.together)]
    words = sum(len(json.loads(line)["text"].split()) for line in source.read_text("utf-8").splitlines())
    said = f"{texts} texts, {words:,} words; the least of {rounds} rounds."
    return table("Cost", said, rows), _ratios(least, wall)


def _ratios(least: dict[str, Cost], wall: dict[str, float]) -> Ratios:
    found = [
        ("1 worker beside bare `nlp.pipe`, CPU seconds", least[ONE].seconds / least[BARE_NAME].seconds, "at most 1.3"),
        ("2 workers beside 1, CPU seconds", least[TWO].seconds / least[ONE].seconds, "at most 1.15"),
        ("2 workers faster than 1, by the clock", wall[ONE] / wall[TWO], "at least 1.6"),
    ]
    if RAY in least:
        found.append(("Ray beside 1 worker, CPU seconds", least[RAY].seconds / least[ONE].seconds, "at most 1.7"))
    return found


def memory(folder: Path, many: int) -> tuple[list[str], Ratios]:
    """Compare the memory of a short and a long run, and time the resumption of the long one."""
    rows = [["run", "CPU seconds", "seconds by the clock", "largest process, MB", "all processes, MB"]]
    taken: list[Cost] = []
    for number in (many // 20, many):
        source = folder / f"short{number}.jsonl"
        write_short(source, number)
        taken.append(fresh(partial(annotate, source), folder))
        rows.append([f"{number:,} texts", *_told(taken[-1])])
    again = measured(annotate(source, folder / "out"))
    rows.append([f"the {many:,} again, all done", *_told(again)])
    few, lots = taken
    ratios = [
        (f"peak memory, {many:,} texts beside {many // 20:,}", lots.largest / few.largest, "at most 1.10"),
        (f"{many:,} finished texts again, seconds by the clock", again.wall, "under 5"),
    ]
    return table("Many texts", "Texts of one sentence, all cores.", rows), ratios


def _told(cost: Cost) -> list[str]:
    return [f"{cost.seconds:.1f}", f"{cost.wall:.1f}", f"{cost.largest:,.0f}", f"{cost.together:,.0f}"]


def marks(ratios: Ratios, load: float) -> list[str]:
    """Return the table of what is aimed at."""
    rows = [["measure", "measured", "aimed at"], *([name, f"{value:.2f}", mark] for name, value, mark in ratios)]
    return table("Marks", f"Load of the machine in the minute before: {load:.1f}.", rows)


def put(lines: list[str], path: Path) -> None:
    """Put the tables into a page, between its marks."""
    before, start, rest = path.read_text("utf-8").partition(START)
    _, end, after = rest.partition(END)
    if not end:
        raise SystemExit(f"{path} has no {START} … {END}")
    path.write_text(f"{before}{start}\n{chr(10).join(lines).strip()}\n{end}{after}", "utf-8")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--many", type=int, default=20_000)
    parser.add_argument("--ray", action="store_true")
    parser.add_argument("--write", type=Path, metavar="PAGE")
    options = parser.parse_args()
    load = os.getloadavg()[0]
    lines: list[str] = []
    ratios: Ratios = []
    with tempfile.TemporaryDirectory() as name:
        if options.rounds:
            made, found = costs(Path(name), options.texts, options.rounds, options.ray)
            lines, ratios = [*lines, *made], [*ratios, *found]
        if options.many:
            made, found = memory(Path(name), options.many)
            lines, ratios = [*lines, *made], [*ratios, *found]
    lines = [*marks(ratios, load), *lines]
    print("\n".join(lines))
    if options.write:
        put(["#" + line if line.startswith("##") else line for line in lines], options.write)


if __name__ == "__main__":
    main()
