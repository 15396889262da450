"""The pages: links lead somewhere, examples run, quoted words stand in the seeds."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

import claims
from claims.clauses import RULES

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("examples/**/*.md")])
GUIDELINES = (ROOT / "docs/guidelines.md").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links(page: Path) -> None:
    """Every relative link of a page leads to a file."""
    # A pattern in a code span may look like a link.
    text = re.sub(r"(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)", "", page.read_text("utf-8"))
    targets = re.findall(r"\]\((?!https?://|#)([^)#]+)[^)]*\)", text)
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_python_page() -> None:
    """Every example of docs/python.md runs and prints what stands there."""
    result = doctest.testfile(str(ROOT / "docs/python.md"), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert result.attempted > 10
    assert result.failed == 0


def test_guidelines_quote_seeds() -> None:
    """Every quoted example of the guidelines' tables stands in a seed text."""
    seeds = " ".join(path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt")))
    rows = [line for line in GUIDELINES.splitlines() if re.match(r"\| [SN]\d+ \|", line)]
    quoted = [part for row in rows for part in re.findall(r'"([^"]+)"', row.replace("**", ""))]
    pieces = [piece.strip(" ,;") for example in quoted for piece in example.split("…")]
    assert len(pieces) > 20
    assert [piece for piece in pieces if piece not in seeds] == []


def test_guidelines_name_every_site() -> None:
    """Every site that a rule serves has its row in the split table."""
    assert {rule.site for rule in RULES} <= set(re.findall(r"^\| (S\d+) \|", GUIDELINES, re.MULTILINE))


def test_guidelines_times() -> None:
    """Every row of the guidelines' time table is what the embassy article's expression gets."""
    text = (ROOT / "seeds/embassy-rockets.txt").read_text("utf-8")
    times = claims.annotate(text, published="2020-12-20").times
    rows = re.findall(r"^\| ([^|]+) \| `([^`]+)`[^|]*\| (?:`([^`]+)`|none)[^|]* \|$", GUIDELINES, re.MULTILINE)
    assert len(rows) >= 8
    for words, value, edtf in rows:
        assert words in text
        found = [(time.value, time.edtf) for time in times if time.exact in words]
        assert (value, edtf or None) in found
