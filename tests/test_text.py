"""Spans, extents and conversions."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import SpanError
from claims.text import Extent, Span, TextIndex, digest

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def test_span_slices_its_own_words():
    """A span marks code points, half-open."""
    assert Span(4, 6).slice("The US said") == "US"
    assert len(Span(4, 6)) == 2


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_empty_and_reversed_spans_are_refused(start, end):
    """A span has at least one code point."""
    with pytest.raises(SpanError, match="start must lie before end"):
        Span(start, end)


def test_extent_refuses_disorder():
    """Ranges are sorted and disjoint; touching is allowed."""
    assert Extent.of((0, 2), (2, 4)).hull == Span(0, 4)
    with pytest.raises(SpanError, match="sorted and disjoint"):
        Extent.of((0, 3), (2, 4))


def test_exact_shows_gaps():
    """Discontinuous words are joined by an ellipsis between spaces."""
    assert Extent.of((0, 6), (13, 17)).exact("The US today said") == "The US … said"


def test_empty_extent_has_no_place():
    """Asking an empty extent for its place raises instead of inventing one."""
    assert not Extent()
    with pytest.raises(SpanError):
        _ = Extent().start


@pytest.mark.property
@given(st.lists(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 5)), max_size=4)))
def test_union_holds_just_the_words_of_all(parts):
    """The union covers what any part covers, nothing else, in sorted disjoint ranges."""
    extents = [Extent.union([Extent.of((start, start + size))]) for part in parts for start, size in part]
    union = Extent.union(extents)
    points = {p for extent in extents for span in extent for p in range(span.start, span.end)}
    assert {p for span in union for p in range(span.start, span.end)} == points
    assert all(a.end < b.start for a, b in zip(union.spans, union.spans[1:], strict=False))


@pytest.mark.property
@given(TEXTS)
def test_utf16_round_trip(text):
    """Every code point offset survives the way to UTF-16 and back, and agrees with the codec."""
    index = TextIndex(text)
    for offset in range(len(text) + 1):
        units = index.utf16(offset)
        assert units == len(text[:offset].encode("utf-16-le")) // 2
        assert index.from_utf16(units) == offset


def test_utf16_middle_of_a_pair_is_refused():
    """An offset between two surrogates names no character."""
    with pytest.raises(SpanError):
        TextIndex("a😀b").from_utf16(2)


def test_line_and_column():
    """Lines and columns count from 1."""
    assert TextIndex("ab\ncd").line_column(4) == (2, 2)


def test_digest_is_sha256_of_utf8():
    """The digest is that of the file."""
    assert digest("né") == hashlib.sha256("né".encode()).hexdigest()
