"""Strings of hundreds of megabytes: a clear outcome in bounded time and memory; ``pytest -m slow`` in full size."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from sample_document import good

MIB = 1 << 20
GOOD = json.dumps(good())
#: What stands before the string, what behind, and what has to be said of the file; nothing means that it is sound.
FILES = {
    "sound": ('"title": "', GOOD.partition('"title": "'), ""),
    "wrong type": ('"paragraph": "', GOOD.partition('"paragraph": 0'), "S004"),
    "not closed": ('"title": "', (GOOD.partition('"title": "')[0], "", ""), "X004"),
    "no object": ('"', ("", "", '"'), "S001"),
    "key twice": ('"title": "a", "title": "', GOOD.partition('"title": "'), "X005"),
    "escapes left open": ('"title": "\\u00', (GOOD.partition('"title": "')[0], "", ""), "X004"),
}


def write(path: Path, case: str, size: int) -> str:
    """Write a file with one string of `size` bytes and return what has to be said of it."""
    opening, (before, _, behind), code = FILES[case]
    with path.open("w", encoding="utf-8") as file:
        file.write(before + opening)
        for _ in range(size // MIB):
            file.write("x" * MIB)
        file.write('"' + behind if case == "wrong type" else behind)
    return code


#: Runs a command and tells its exit code, its peak memory in KiB and its seconds. A process begins with the peak of
#: the one that started it, so that must be a small one.
LAUNCHER = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
print(code, usage.ru_maxrss, usage.ru_utime + usage.ru_stime, file=sys.stderr)
"""


def try_size(path: Path, case: str, size: int) -> None:
    """Check such a file in a process of its own."""
    code = write(path, case, size)
    command = [sys.executable, "-m", "claims", "validate", "--format", "jsonl", path.name]
    result = subprocess.run(
        [sys.executable, "-c", LAUNCHER, *command], capture_output=True, cwd=path.parent, check=True, text=True
    )
    *said, told = result.stderr.splitlines()
    returned, peak, seconds = map(float, told.split())
    assert [json.loads(line)["code"] for line in result.stdout.splitlines()] == ([code] if code else [])
    assert returned == bool(code)
    # However long the string, what is said of it is not.
    assert len(result.stdout) + len("".join(said)) < 3000
    assert peak / 1024 < 100 + 6 * size / MIB
    assert seconds < 3 + 0.3 * size / MIB


@pytest.mark.parametrize("case", FILES)
def test_strings_of_two_megabytes(tmp_path: Path, case: str) -> None:
    """One finding at most, shortened; time and memory in proportion to the file."""
    try_size(tmp_path / "a.json", case, 2 * MIB)


@pytest.mark.slow
@pytest.mark.parametrize("case", FILES)
def test_strings_of_two_hundred_megabytes(tmp_path: Path, case: str) -> None:
    """The same of a hundred times the size: within a minute, and within six times the size of the file."""
    try_size(tmp_path / "a.json", case, 200 * MIB)
    (tmp_path / "a.json").unlink()
