"""Each rule is broken by a document that breaks nothing else, and the finding stands where the fault is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from broken import BROKEN, Change, put
from broken_bytes import BROKEN_BYTES, PLACES
from sample_document import good

from claims.checking import check
from claims.checks import RULES, validate
from claims.codec import from_dict

CASES = [
    pytest.param(code, pointer, change, id=f"{code}-{number}")
    for code, rows in BROKEN.items()
    for number, (pointer, change) in enumerate(rows)
]
#: Rules whose finding stands at a key, and what stands for the place in the test.
AT_KEYS = {"S003"}
MARK = "¦¦¦"


def place_of(data: dict[str, Any], pointer: str, at_key: bool) -> tuple[int, int]:
    """Return line and column of a pointer in a file of `data`, found by a mark written in its place."""
    marked: Any = json.loads(json.dumps(data))
    if not pointer:
        return 1, 1
    *parents, last = pointer.split("/")[1:]
    target = marked
    for part in parents:
        target = target[int(part) if isinstance(target, list) else part]
    if at_key:
        items = [(MARK if key == last else key, value) for key, value in target.items()]
        target.clear()
        target.update(items)
    else:
        target[int(last) if isinstance(target, list) else last] = MARK
    before = json.dumps(marked, indent=1, ensure_ascii=False).partition(f'"{MARK}"')[0]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def test_good_document_is_clean() -> None:
    """The document that the mutants are made from breaks no rule."""
    assert validate(good()) == ()


def test_good_model_is_clean() -> None:
    """A document of the model is checked as its plain data are."""
    assert validate(from_dict(good())) == ()


@pytest.mark.parametrize(("code", "pointer", "change"), CASES)
def test_broken_rule_is_told_alone(code: str, pointer: str, change: Change, tmp_path: Path) -> None:
    """What breaks one rule is reported under its code at the line and column of the fault, and nothing else is."""
    data = good()
    change(data)
    file = tmp_path / "a.json"
    file.write_text(json.dumps(data, indent=1, ensure_ascii=False), "utf-8")
    found = [finding for finding in check(file) if finding.follows is None]
    assert [(finding.code, finding.pointer) for finding in found[:1]] == [(code, pointer)], found
    assert {finding.code for finding in found} == {code}, found
    assert (found[0].line, found[0].column) == place_of(data, pointer, code in AT_KEYS)
    assert all(finding.message.isprintable() and finding.hint for finding in found)
    assert (found[0].end_line, found[0].end_column) > (found[0].line, found[0].column)


@pytest.mark.parametrize(("name", "data", "expected"), BROKEN_BYTES, ids=[row[0] for row in BROKEN_BYTES])
def test_broken_file_is_told_with_its_place(name: str, data: bytes, expected: str, tmp_path: Path) -> None:
    """What breaks the syntax, and what only a whole file shows, has its code, line and column too."""
    file = tmp_path / name.split()[0]
    file.write_bytes(data)
    found = [finding for finding in check(file) if finding.follows is None]
    assert [f"{finding.code}@{finding.line}:{finding.column}" for finding in found] == expected.split()


def test_there_are_enough_files() -> None:
    """The corpus of broken files breaks every rule of one document at least twice, and holds 120 files and more."""
    counts = {code: len(rows) for code, rows in BROKEN.items()}
    for _, _, expected in BROKEN_BYTES:
        code = expected.partition("@")[0]
        counts[code] = counts.get(code, 0) + 1
    families = [rule.code for rule in RULES if rule.family != "corpus"]
    assert {code for code in families if counts.get(code, 0) < 2} <= PLACES
    assert len(CASES) + len(BROKEN_BYTES) >= 120


def test_nan_in_python_data_is_told() -> None:
    """Data that came past the reader of JSON may hold what JSON cannot."""
    for path in ("claims/0/confidence", "claims/1/confidence"):
        data = good()
        put(path, float("nan"))(data)
        assert [problem.code for problem in validate(data)] == ["S010"]
