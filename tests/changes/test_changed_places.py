"""Places of one text in another version of it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from claims.changes.places import Places, shape
from claims.changes.rows import pieces
from claims.text import Extent, Span

LINES = st.lists(
    st.sampled_from(["The toll rose.", "Traffic fell, they say.", "It rained.", "", "日本 won."]), max_size=8
)
TEXTS = st.one_of(st.text(max_size=60), LINES.map("\n".join))


@given(TEXTS, TEXTS)
def test_blocks_stand_in_both(before: str, after: str) -> None:
    """A block is the same words in both texts; blocks come in order and do not overlap."""
    blocks = Places.of(before, after, same=False).blocks
    assert blocks is not None
    for block in blocks[:-1]:
        assert before[block.before : block.before + block.size] == after[block.after : block.after + block.size] != ""
    for one, other in pairwise(blocks):
        assert one.before + one.size <= other.before
        assert one.after + one.size <= other.after


@given(TEXTS, TEXTS, st.data())
def test_edges_are_followed(before: str, after: str, data: st.DataObject) -> None:
    """A place that is followed begins and ends with the same characters; nothing is followed to outside the text."""
    if not before:
        return
    start = data.draw(st.integers(0, len(before) - 1))
    end = data.draw(st.integers(start + 1, len(before)))
    found = Places.of(before, after, same=False).follow(Extent.of((start, end)))
    if found is not None:
        assert 0 <= found.start < found.end <= len(after)
        assert (after[found.start], after[found.end - 1]) == (before[start], before[end - 1])


@given(LINES, LINES, LINES)
def test_insertion_moves_what_stands_behind(head: list[str], new: list[str], tail: list[str]) -> None:
    """Where lines were put in, every place before and behind them is followed to the same words."""
    before, after = ("".join(f"{line}\n" for line in lines) for lines in (head + tail, head + new + tail))
    places = Places.of(before, after, same=False)
    for start, end in pairwise([0, *(place + 1 for place, char in enumerate(before) if char == "\n")]):
        found = places.follow(Extent.of((start, end)))
        assert found is not None
        assert found.exact(after) == before[start:end]


def test_end_of_the_text_is_a_place() -> None:
    """Behind the last character something may be inserted; that place is followed too."""
    assert Places.of("ab", "xab", same=False).follow(Extent.of((2, 3))) == Extent.of((3, 4))


def test_without_texts() -> None:
    """Without a text nothing is followed; the same text leaves every place where it is."""
    extent = Extent((Span(3, 5), Span(7, 9)))
    assert not Places.of(None, "a", same=False).known
    assert Places.of(None, None, same=True).follow(extent) == extent
    assert shape(extent) == ((0, 2), (4, 6))


def test_large_rewritten_texts() -> None:
    """Texts with nothing in common, too large to be compared word by word, have no place in common."""
    before, after = "\n".join(f"a{n}" for n in range(3000)), "\n".join(f"b{n}" for n in range(3000)) + "."
    blocks = Places.of(before, after, same=False).blocks
    assert blocks is not None
    assert len(blocks) == 1


@given(st.text(max_size=60), st.text(max_size=60))
def test_pieces_are_the_texts(before: str, after: str) -> None:
    """The pieces of each side join to its text, and what is the same is the same on both."""
    left, right = pieces(before, after)
    assert "".join(piece.text for piece in left) == before
    assert "".join(piece.text for piece in right) == after
    assert [p.text for p in left if p.kind == "same"] == [p.text for p in right if p.kind == "same"]
