"""The seed texts: what they promise to hold is really in them, byte for byte."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest

SEEDS = Path(__file__).parent.parent / "seeds"
TEXTS = sorted(SEEDS.glob("*.txt"))


def _read(name: str) -> str:
    return (SEEDS / name).read_bytes().decode("utf-8")


def test_seeds_exist() -> None:
    """At least four source texts stand in seeds/."""
    assert len(TEXTS) >= 4


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_metadata(path: Path) -> None:
    """Every seed says what it is, when and by whom it was published, and that it is free to use."""
    data = json.loads(path.with_name(f"{path.stem}.meta.json").read_text("utf-8"))
    assert sorted(data) == ["author", "id", "language", "licence", "published", "publisher", "title"]
    assert data["id"] == path.stem
    assert data["licence"] == "CC0-1.0"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", data["published"])


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_title_stands_first(path: Path) -> None:
    """The title is the seed's first line, unless the seed is a brief without a headline."""
    title = json.loads(path.with_name(f"{path.stem}.meta.json").read_text("utf-8"))["title"]
    assert path.stem == "brief" or _read(path.name).splitlines()[0] == title


def test_caption_stands_twice() -> None:
    """The article repeats its caption, once with a photo credit and once without."""
    lines = _read("embassy-rockets.txt").splitlines()
    assert [line for line in lines if line and any(other.startswith(f"{line} (Photo: ") for other in lines)]


def test_quotation_marks() -> None:
    """The quotations seed has straight, curly, single and re-opened quotation marks."""
    text = _read("harbour-quotes.txt")
    assert all(mark in text for mark in '"“”‘’')
    assert [block for block in text.split("\n\n") if block.count("“") > block.count("”")]


def test_nasty_is_nasty() -> None:
    """The nasty seed keeps its odd characters, line ends and lengths."""
    text = _read("nasty.txt")
    assert text.count("\r\n") == text.count("\n") > 0
    assert not text.endswith("\n")
    assert any(ord(char) > 0xFFFF for char in text)
    assert any(unicodedata.combining(char) for char in text)
    assert {"\u00a0", "\u200b", "\u200d"} <= set(text)
    assert {"R", "AL"} <= {unicodedata.bidirectional(char) for char in text}
    assert max(len(sentence.split()) for sentence in re.split(r"(?<=\.)\s", text)) > 200
