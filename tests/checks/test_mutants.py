"""Thousands of broken files: never a traceback, never accepted against a rule, always the same answer.

A mutant is made from its number alone. The default run takes a few hundred, ``pytest -m slow tests/checks`` all.
"""

from __future__ import annotations

import copy
import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from broken import BROKEN
from broken_bytes import TEI
from jsonschema import Draft202012Validator
from sample_document import good
from test_schema import SHAPES, STRINGS, json_holds, places, quickly

from claims.checking import check
from claims.checks import Finding, to_data
from claims.checks.schema import load_schema
from claims.codec import from_dict
from claims.json_input import load_json
from claims.text import digest

GOOD = good()
PLACES = list(places(GOOD))
SLOW = Draft202012Validator(load_schema())
ROWS = [(code, change) for code, rows in BROKEN.items() for _, change in rows]
JUNK = [*STRINGS, *SHAPES, 0, -1, 1.0, 0.5, 3, 10**6, 10**18, 10**30, float("nan"), float("inf"), None, True]
#: Pieces that broken files are full of.
SCRAPS = [
    b"",
    b",",
    b"{",
    b"}",
    b"[",
    b'"',
    b"\\u",
    b"\\ud800",
    b"\xff",
    b"\xef\xbb\xbf",
    b"//",
    b"NaN",
    b"1e999",
    b"\x00",
]


def written(data: Any, chance: random.Random) -> bytes:
    """Return the data as somebody's program may write them."""
    separators = chance.choice([None, (",", ":"), (", ", " : ")])
    text = json.dumps(
        data, indent=chance.choice([None, 0, 1, 4]), separators=separators, ensure_ascii=chance.random() < 0.5
    )
    return text.encode("utf-8", "surrogatepass")


def shuffled(data: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Return the data with the fields of the document in another order."""
    return dict(chance.sample(list(data.items()), len(data)))


def changed(chance: random.Random) -> dict[str, Any]:
    """Return the good document with one to three values replaced, taken out, doubled or turned around."""
    data = copy.deepcopy(GOOD)
    for _ in range(chance.randint(1, 3)):
        *parents, last = chance.choice(PLACES)
        target: Any = data
        try:
            for part in parents:
                target = target[part]
            target[last]
            if isinstance(target, str):
                continue
        except (LookupError, TypeError):
            continue
        change = chance.choice(["put", "put", "drop", "double"])
        if change == "put":
            target[last] = copy.deepcopy(chance.choice(JUNK))
        elif change == "drop":
            del target[last]
        elif isinstance(target, list):
            target.append(copy.deepcopy(target[last]))
            target.reverse()
        elif isinstance(target, dict):
            target[chance.choice(["note", "id", "by", "span"])] = copy.deepcopy(chance.choice(JUNK))
    return data


def torn(chance: random.Random) -> bytes:
    """Return the bytes of the good document with one to three places damaged."""
    data = written(GOOD, chance)
    for _ in range(chance.randint(1, 3)):
        at, length = chance.randrange(len(data)), chance.choice([0, 1, 1, 5, 1000])
        data = data[:at] + chance.choice(SCRAPS) + data[at + length :]
    return data if chance.random() < 0.8 else data[: chance.randrange(len(data))]


def mutant(number: int) -> tuple[bytes, str | None]:
    """Return the file of this number, and the code of the rule that it breaks by construction."""
    chance = random.Random(number)
    kind = number % 3
    if kind == 0:
        return torn(chance), None
    if kind == 1:
        return written(shuffled(changed(chance), chance), chance), None
    code, change = chance.choice(ROWS)
    data = copy.deepcopy(GOOD)
    change(data)
    return written(shuffled(data, chance), chance), code


def try_mutants(numbers: Iterator[int]) -> dict[str, int]:
    """Try the laws on each mutant and count what became of them."""
    counts = {"sound": 0, "broken": 0, "compared": 0}
    for number in numbers:
        data, code = mutant(number)
        found = check(data, name="a.json", format="json")
        assert found == check(data, name="a.json", format="json"), number
        assert all(complete(finding) for finding in found), number
        assert code is None or code in {finding.code for finding in found}, (number, code, found)
        counts["broken" if found else "sound"] += 1
        counts["compared"] += compared(data, bool(found), number)
    return counts


def complete(finding: Finding) -> bool:
    """Tell whether a finding has its place, a printable message and advice."""
    placed = bool(finding.line and finding.column and finding.hint)
    return placed and finding.message.isprintable() and finding.pointer[:1] in ("", "/")


def compared(data: bytes, found: bool, number: int) -> bool:
    """Hold what is valid against `jsonschema`, which defines it; the faster engine says the same."""
    try:
        value = load_json(data)
    except Exception:
        assert found, number
        return False
    valid = SLOW.is_valid(value)
    assert found or valid, number
    if not found:
        from_dict(value)
    if json_holds(value):
        assert quickly(value) == valid, number
    return True


def test_some_mutants() -> None:
    """Two hundred mutants: sound ones and broken ones among them."""
    counts = try_mutants(iter(range(200)))
    assert counts["broken"] > 130
    assert counts["compared"] > 90


@pytest.mark.parametrize("thousand", range(10))
@pytest.mark.slow
def test_ten_thousand_mutants(thousand: int) -> None:
    """Ten thousand mutants, a thousand at a time: two to four minutes of one core in all."""
    counts = try_mutants(iter(range(1000 * thousand, 1000 * (thousand + 1))))
    assert counts["broken"] + counts["sound"] == 1000
    assert counts["sound"] > 2


def torn_tei(number: int) -> bytes:
    """Return the bytes of the good document as TEI with one to three places damaged."""
    chance = random.Random(number)
    data = TEI.encode()
    for _ in range(chance.randint(1, 3)):
        at, length = chance.randrange(len(data)), chance.choice([0, 1, 1, 5, 300])
        data = data[:at] + chance.choice([*SCRAPS, b"<", b">", b"&", b"</p>", b'="', b"<!--"]) + data[at + length :]
    return data


def try_tei(numbers: Iterator[int]) -> int:
    """Try the laws on mutants of TEI, and return how many were broken."""
    broken = 0
    for number in numbers:
        data = torn_tei(number)
        found = check(data, name="a.xml", format="tei")
        assert found == check(data, name="a.xml", format="tei"), number
        assert all(complete(finding) for finding in found), number
        broken += bool(found)
    return broken


def test_some_tei_mutants() -> None:
    """TEI that is damaged is told of, never a traceback."""
    assert try_tei(iter(range(150))) > 100


@pytest.mark.slow
def test_two_thousand_tei_mutants() -> None:
    """Two thousand files of TEI."""
    assert try_tei(iter(range(2000))) > 1500


def told(first: int, last: int) -> str:
    """Return a digest of all that is found in these mutants."""
    rows = [[to_data(one) for one in check(mutant(n)[0], name="a.json", format="json")] for n in range(first, last)]
    return digest(json.dumps(rows))


def test_another_run_finds_the_same() -> None:
    """Another process, whose sets and dictionaries hash strings otherwise, finds the same in the same order."""
    code = "import sys; sys.path[:0] = sys.argv[1:]; import test_mutants; print(test_mutants.told(0, 60))"
    folders = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]
    command = [sys.executable, "-c", code, *folders]
    for seed in ("1", "2"):
        done = subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True)
        assert done.stdout.decode().strip() == told(0, 60)
