"""Samples and parts: drawn by the seed and the text, the same on every machine, never mixed."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.cli.main import main
from claims.corpus.documents import Found
from claims.corpus.sampling import lot, parts, sample
from claims.errors import FormatError, UsageError
from claims.text import digest

SHARES = {"train": 80.0, "dev": 10.0, "test": 10.0}


def found(number: int, text: str | None = None, **source: Any) -> Found:
    """Return a document."""
    about = {"id": f"d{number}", "sha256": digest(text or f"text {number}"), **source}
    data = {"format": "claims/1.0", "source": about}
    return Found(data, f"a.jsonl:{number}", json.dumps(data).encode())


MANY = [found(number) for number in range(2000)]


def test_sample_is_drawn() -> None:
    """A sample has the size asked for, keeps the order, and depends on the seed alone."""
    drawn = sample(MANY, 100, 7)
    assert len(drawn) == len({it.place for it in drawn}) == 100
    assert [MANY.index(it) for it in drawn] == sorted(MANY.index(it) for it in drawn)
    assert sample(iter(MANY), 100, 7) == drawn
    assert sample(MANY, 100, 8) != drawn
    assert sample(MANY[:5], 100, 7) == MANY[:5]
    assert set(map(id, sample(MANY[::-1], 100, 7))) == set(map(id, drawn))


def test_larger_sample_has_the_smaller_in_it() -> None:
    """A larger sample of the same seed adds to the smaller one."""
    small, large = sample(MANY, 50, 3), sample(MANY, 80, 3)
    assert [it for it in large if it in small] == small


def test_parts() -> None:
    """Every document falls into one part, the parts are about as large as asked for."""
    numbers = Counter(name for name, _ in parts(MANY, SHARES, 1))
    assert sum(numbers.values()) == 2000
    assert all(abs(numbers[name] / 20 - share) < 3 for name, share in SHARES.items())


def test_parts_stay() -> None:
    """A document keeps its part when others come or go or change their order."""
    before = {it.place: name for name, it in parts(MANY, SHARES, 1)}
    after = {it.place: name for name, it in parts([*MANY[500::-1], found(9999)], SHARES, 1)}
    assert all(before[place] == name for place, name in after.items() if place in before)


def test_equal_texts_stay_together() -> None:
    """Equal texts fall into one part whatever their ids; with `by`, so do all of one publisher."""
    twins = [found(number, f"text {number % 50}", publisher=f"P{number % 7}") for number in range(500)]
    groups: dict[str, set[str]] = {}
    for name, it in parts(twins, SHARES, 2):
        groups.setdefault(it.data["source"]["sha256"], set()).add(name)
    assert {len(names) for names in groups.values()} == {1}
    publishers: dict[str, set[str]] = {}
    for name, it in parts(twins, SHARES, 2, "publisher"):
        publishers.setdefault(it.data["source"]["publisher"], set()).add(name)
    assert {len(names) for names in publishers.values()} == {1}
    assert len(set(map(str, publishers.values()))) > 1


@given(st.text(), st.integers(0, 1 << 40))
@pytest.mark.property
def test_lots(words: str, seed: int) -> None:
    """A lot lies from 0 to below 1 and is always the same."""
    assert 0 <= lot(words, seed) < 1
    assert lot(words, seed) == lot(words, seed)


def test_shares_that_make_no_sense() -> None:
    """Shares have to be positive in sum; a part with share 0 stays empty."""
    with pytest.raises(UsageError, match="shares"):
        list(parts(MANY, {"train": 0.0}, 1))
    assert {name for name, _ in parts(MANY, {"train": 1.0, "test": 0.0}, 1)} == {"train"}


def test_no_source() -> None:
    """A line without a source is named."""
    with pytest.raises(FormatError, match=r"a\.jsonl:3.*no source"):
        sample([Found({"format": "claims/1.0"}, "a.jsonl:3")], 1, 0)


def test_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The commands write the documents as they stood, and replace nothing unasked."""
    source = tmp_path / "all.jsonl"
    source.write_bytes(b"".join(it.canonical for it in MANY[:200]))
    out = tmp_path / "some.jsonl"
    assert main(["corpus", "sample", str(source), "-n", "5", "-o", str(out)]) == 0
    assert len(out.read_bytes().splitlines()) == 5
    assert set(out.read_bytes().splitlines()) <= set(source.read_bytes().splitlines())
    assert main(["corpus", "sample", str(source), "-n", "5", "-o", str(out)]) == 2
    capsys.readouterr()
    assert main(["corpus", "sample", str(source), "-n", "5"]) == 0
    assert capsys.readouterr().out == out.read_text("utf-8")
    assert main(["corpus", "split", str(source), "-o", str(tmp_path / "parts")]) == 0
    written = {path.name: path.read_bytes().splitlines() for path in (tmp_path / "parts").iterdir()}
    assert sorted(written) == ["dev.jsonl", "test.jsonl", "train.jsonl"]
    assert sorted(line for part in written.values() for line in part) == sorted(source.read_bytes().splitlines())
    assert main(["corpus", "split", str(source), "-o", str(tmp_path / "parts")]) == 2
    assert (
        main(
            ["corpus", "split", str(source), "-o", str(tmp_path / "none"), "--train", "0", "--dev", "0", "--test", "0"]
        )
        == 2
    )
    assert list((tmp_path / "none").iterdir()) == []
