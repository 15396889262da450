"""The grammar of times, expression by expression: `grammar.tsv` holds sentences and what they must give."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from claims.analysis import Timex
from claims.syntax import Parser
from claims.text import Span
from claims.times import agree, find_times
from claims.trees import Tree

#: A Wednesday.
DAY = "2021-08-18"


def rows() -> list[tuple[str, str]]:
    """Return sentences and their times as the table writes them."""
    lines = (Path(__file__).parent / "grammar.tsv").read_text("utf-8").splitlines()
    return [(sentence, times) for sentence, _, times in (line.partition("\t") for line in lines) if sentence[0] != "#"]


def written(tree: Tree, timex: Timex) -> str:
    """Write a time as the table does."""
    mod = f"[{timex.mod}]" if timex.mod else ""
    return f"{tree.extent(timex.words.tokens).exact(TEXT)}={timex.value}{mod}"


TEXT = "\n".join(sentence for sentence, _ in rows())


@pytest.fixture(scope="module")
def trees(parser: Parser) -> Mapping[str, Tree]:
    """Parse all sentences together: that is much faster than one by one."""
    sentences, spans = TEXT.split("\n"), []
    for sentence in sentences:
        start = spans[-1].end + 1 if spans else 0
        spans.append(Span(start, start + len(sentence)))
    return dict(zip(sentences, parser.parse(TEXT, spans), strict=True))


@pytest.mark.parametrize(("sentence", "expected"), rows())
def test_each_expression_gives_its_value(trees: Mapping[str, Tree], sentence: str, expected: str) -> None:
    """Every time of the sentence, and nothing else, is found; open values have a reason, the others their EDTF."""
    tree = trees[sentence]
    found = find_times([tree], DAY, ())
    assert "; ".join(written(tree, timex) for timex in found) == expected
    for timex in found:
        assert agree(timex.type, timex.value, timex.mod, timex.edtf)
        assert timex.reason or not (timex.value is None or ("X" in timex.value and timex.type == "DATE"))
