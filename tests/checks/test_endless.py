"""Strings of hundreds of megabytes: a clear outcome in bounded time and memory; ``pytest -m slow`` in full size."""

from __future__ import annotations

import json
import os
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


def try_size(path: Path, case: str, size: int) -> None:
    """Check such a file in a process of its own."""
    code = write(path, case, size)
    command = [sys.executable, "-m", "claims", "validate", "--format", "jsonl", path.name]
    with (path.parent / "out").open("w+b") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.PIPE, cwd=path.parent)
        said = process.stderr.read().decode() if process.stderr else ""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        lines = out.read().decode("ascii")
    if process.stderr:
        process.stderr.close()
    assert [json.loads(line)["code"] for line in lines.splitlines()] == ([code] if code else [])
    assert process.returncode == bool(code)
    # However long the string, what is said of it is not.
    assert len(lines) + len(said) < 3000
    assert usage.ru_maxrss / 1024 < 100 + 6 * size / MIB
    assert usage.ru_utime + usage.ru_stime < 3 + 0.3 * size / MIB


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
