"""Lines under the text: every word once, overlapping claims never on one line."""

from __future__ import annotations

import doctest
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.formats.report import marks as module
from claims.formats.report.marks import LANES, marks, pieces
from claims.text import Extent, Span

SENTENCE = Span(10, 60)


@st.composite
def extents(draw: st.DrawFn) -> Extent:
    """Return up to three ranges around the sentence, inside or not."""
    cuts = sorted(draw(st.sets(st.integers(0, 70), min_size=2, max_size=6)))
    return Extent.of(*zip(cuts[::2], cuts[1::2], strict=False))


claims = st.lists(extents(), max_size=20).map(lambda found: list(enumerate(found)))


@pytest.mark.property
@given(claims)
def test_lanes(found: list[tuple[int, Extent]]) -> None:
    """Claims that share a stretch of the sentence, gaps included, have lines at different heights."""
    made = marks(found, SENTENCE)
    assert all(0 <= mark.lane < LANES for mark in made)
    for one, other in combinations(made, 2):
        assert one.lane != other.lane or not one.spans.hull.overlaps(other.spans.hull)


@pytest.mark.property
@given(claims)
def test_every_word_is_marked(found: list[tuple[int, Extent]]) -> None:
    """The pieces make up the sentence, and each knows exactly the claims that have its words."""
    made = marks(found, SENTENCE)
    cut = list(pieces(SENTENCE, made))
    assert [place for piece in cut for place in range(piece.span.start, piece.span.end)] == list(range(10, 60))
    extent = dict(found)
    for piece in cut:
        inside = {mark.claim for mark in made if any(span.overlaps(piece.span) for span in extent[mark.claim])}
        assert {mark.claim for mark in piece.marks} == inside
        assert all(any(span.contains(piece.span) for span in mark.spans) for mark in piece.marks)


def test_too_many() -> None:
    """More claims than lines fit leave the longest ones marked."""
    made = marks([(number, Extent.of((10, 20 + number))) for number in range(30)], SENTENCE)
    assert sorted(mark.claim for mark in made) == list(range(30 - LANES, 30))


def test_examples() -> None:
    """The example in the docstring holds."""
    assert doctest.testmod(module).failed == 0
