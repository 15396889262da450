"""Where a place of one text stands in another version of it.

Both texts are at hand, so that what stands where is worked out once, by comparing them from end to end: lines first,
then words inside lines that differ. No words are ever looked for on their own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate

import attrs

from claims.text import Extent, Span

#: Words times words: what is larger than this counts as rewritten, for comparing takes the product of the lengths.
MOST = 4_000_000
#: Parts of a text that are compared: words, the space between them, single marks.
WORD = re.compile(r"\w+|\s+|[^\w\s]")


@attrs.frozen
class Block:
    """A stretch that stands in both texts."""

    before: int
    after: int
    size: int


@attrs.frozen
class Places:
    """The way from places of one text to places of the other."""

    #: Stretches in both, in order; None where a text is missing.
    blocks: tuple[Block, ...] | None

    @classmethod
    def of(cls, before: str | None, after: str | None, same: bool) -> Places:
        """Compare two texts; `same` says that they are one text, whether or not it is at hand."""
        if same:
            return cls((Block(0, 0, 1 << 62),))
        if before is None or after is None:
            return cls(None)
        # The end of the text is a place as well: something may be inserted there.
        return cls((*_joined(_blocks(before, after)), Block(len(before), len(after), 1)))

    @property
    def known(self) -> bool:
        """Tell whether places can be followed at all."""
        return self.blocks is not None

    def follow(self, extent: Extent) -> Extent | None:
        """Return where an extent stands in the other text, None where its edges are gone."""
        spans = []
        for span in extent:
            start, last = self._point(span.start), self._point(span.end - 1)
            if start is None or last is None or last < start:
                return None
            spans.append(Span(start, last + 1))
        return Extent(tuple(spans))

    def _point(self, offset: int) -> int | None:
        blocks = self.blocks or ()
        index = bisect_right(blocks, offset, key=lambda block: block.before) - 1
        if index < 0 or offset >= blocks[index].before + blocks[index].size:
            return None
        return offset - blocks[index].before + blocks[index].after


def shape(extent: Extent) -> tuple[tuple[int, int], ...]:
    """Return an extent counted from its own beginning: what is left of a place where the text is not at hand."""
    return tuple((span.start - extent.start, span.end - extent.start) for span in extent)


def _blocks(before: str, after: str) -> Iterator[Block]:
    """Yield the lines that are in both, and inside the others the words."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for one, other, equal in _stretches(old, new):
        if equal:
            yield Block(one.start, other.start, one.end - one.start)
        elif one.end > one.start and other.end > other.start:
            yield from _by_words(before[one.start : one.end], after[other.start : other.end], one.start, other.start)


def _by_words(old: str, new: str, first: int, second: int) -> Iterator[Block]:
    for one, other, equal in _stretches(WORD.findall(old), WORD.findall(new)):
        if equal:
            yield Block(first + one.start, second + other.start, one.end - one.start)


@attrs.frozen
class _Stretch:
    """Some parts of a text, in characters."""

    start: int
    end: int


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[_Stretch, _Stretch, bool]]:
    """Yield pairs of stretches of two texts cut into parts, and whether they are equal."""
    head = _common(old, new)
    tail = _common(old[: head - 1 if head else None : -1], new[: head - 1 if head else None : -1])
    ends, others = _ends(old), _ends(new)

    def pair(a: int, b: int, c: int, d: int, equal: bool) -> tuple[_Stretch, _Stretch, bool]:
        return _Stretch(ends[a], ends[b]), _Stretch(others[c], others[d]), equal

    yield pair(0, head, 0, head, True)
    inner = _opcodes(old[head : len(old) - tail], new[head : len(new) - tail])
    yield from (pair(head + a, head + b, head + c, head + d, tag == "equal") for tag, a, b, c, d in inner)
    yield pair(len(old) - tail, len(old), len(new) - tail, len(new), True)


def _ends(parts: Sequence[str]) -> list[int]:
    """Return where each part ends, beginning with 0."""
    return list(accumulate(map(len, parts), initial=0))


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many parts two texts begin with alike."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(old), len(new)))


def _opcodes(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    if len(old) * len(new) > MOST:
        return [("replace", 0, len(old), 0, len(new))]
    return list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())


def _joined(blocks: Iterator[Block]) -> Iterator[Block]:
    """Yield the blocks that hold something, touching ones joined."""
    open_block: Block | None = None
    for block in blocks:
        if not block.size:
            continue
        if open_block and (block.before, block.after) == (
            open_block.before + open_block.size,
            open_block.after + open_block.size,
        ):
            open_block = attrs.evolve(open_block, size=open_block.size + block.size)
            continue
        if open_block:
            yield open_block
        open_block = block
    if open_block:
        yield open_block
