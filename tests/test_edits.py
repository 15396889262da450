"""Replaying logged edits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.edits import replay, tidy
from claims.errors import SpanError
from claims.model import Edit
from claims.text import Extent, Span

TEXT = "The council closed the old bridge, and then it sold the steel."


def test_without_edits_the_words_are_laid_out() -> None:
    """The ranges are joined by a space, with a capital and a full stop."""
    assert replay(TEXT, Extent.of((4, 11), (12, 18), (19, 33)), []) == "Council closed the old bridge."


def test_the_three_operations() -> None:
    """Replace and delete act on their span, insert puts words before its place."""
    edits = [
        Edit("replace", "the council ", Span(44, 47)),
        Edit("insert", "all ", None, 52),
        Edit("delete", None, Span(52, 56)),
    ]
    assert replay(TEXT, Extent.of((44, 61)), edits) == "The council sold all steel."


def test_words_can_be_put_behind_the_last() -> None:
    """An insertion may stand at the very end of a range, and belongs to that range."""
    assert replay(TEXT, Extent.of((4, 11), (19, 33)), [Edit("insert", " is", None, 11)]) == "Council is the old bridge."


@pytest.mark.parametrize(
    "edits",
    [
        [Edit("delete", None, Span(0, 3))],
        [Edit("delete", None, Span(10, 13))],
        [Edit("insert", "x", None, 40)],
        [Edit("delete", None, Span(5, 8)), Edit("delete", None, Span(7, 9))],
        [Edit("insert", "b", None, 9), Edit("insert", "a", None, 6)],
        [Edit("insert", "a")],
        [Edit("delete")],
    ],
)
def test_edits_that_do_not_fit_are_refused(edits: list[Edit]) -> None:
    """An edit outside the extent, across a gap, overlapping, out of order or without a place is an error."""
    with pytest.raises(SpanError):
        replay(TEXT, Extent.of((4, 11), (12, 18)), edits)


@pytest.mark.parametrize(
    ("wording", "line"),
    [
        ("", ""),
        (" , ", ""),
        ("iPhone sales fell", "iPhone sales fell."),
        ("-5 degrees were measured", "-5 degrees were measured."),
        ("“we left” ", "“We left”."),
        ("is it true?", "Is it true?"),
        ("the bridge\n  ( old ) , closed –", "The bridge (old), closed."),
        ("éclair prices rose", "Éclair prices rose."),
    ],
)
def test_the_layout_rule(wording: str, line: str) -> None:
    """White space, edge marks, capitals and the full stop follow one fixed rule."""
    assert tidy(wording) == line


@pytest.mark.property
@given(st.text(max_size=60))
def test_layout_is_settled_at_once(wording: str) -> None:
    """A laid-out line has no outer white space and no double space."""
    line = tidy(wording)
    assert "  " not in line
    assert line == line.strip()


@pytest.mark.property
@given(st.data())
def test_any_fitting_edits_replay(data: st.DataObject) -> None:
    """Deleting any words of an extent leaves just the others, in order."""
    starts = [0, 4, 12, 19, 23, 27]
    ends = [3, 11, 18, 22, 26, 33]
    gone = data.draw(st.sets(st.integers(0, 5), max_size=5))
    edits = [Edit("delete", None, Span(starts[i], ends[i])) for i in sorted(gone)]
    left = [TEXT[starts[i] : ends[i]] for i in range(6) if i not in gone]
    assert replay(TEXT, Extent.of((0, 33)), edits) == tidy(" ".join(left))
