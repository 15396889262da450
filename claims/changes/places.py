"""Where a place of one text stands in another version of it.

Both texts are at hand, so that what stands where is worked out once, by comparing them from end to end: lines first,
then words inside lines that differ. No words are ever looked for on their own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import attrs

from claims.text import Extent, Span

#: Words times words: what is larger than this counts as rewritten, for comparing takes the product of the lengths.
MOST = 4_000_000
_WORD = re.compile(r"\w+|\s+|[^\w\s]")


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
    head = _common(before, after)
    rest = min(len(before), len(after)) - head
    tail = _common(before[: -rest - 1 : -1], after[: -rest - 1 : -1]) if rest else 0
    yield Block(0, 0, head)
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    yield from _by_lines(old, new, head)
    yield Block(len(before) - tail, len(after) - tail, tail)


def _common(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))


def _by_lines(old: str, new: str, head: int) -> Iterator[Block]:
    """Yield the lines that are in both, and inside the others the words; both pieces begin at `head`."""
    lines, others = old.splitlines(keepends=True), new.splitlines(keepends=True)
    for tag, a, b, c, d in _opcodes(lines, others):
        first, second = head + _length(lines[:a]), head + _length(others[:c])
        if tag == "equal":
            yield Block(first, second, _length(lines[a:b]))
        elif tag == "replace":
            yield from _by_words(lines[a:b], others[c:d], first, second)


def _by_words(old: Sequence[str], new: Sequence[str], first: int, second: int) -> Iterator[Block]:
    words, others = _WORD.findall("".join(old)), _WORD.findall("".join(new))
    for tag, a, b, c, _ in _opcodes(words, others):
        if tag == "equal":
            yield Block(first + _length(words[:a]), second + _length(others[:c]), _length(words[a:b]))


def _opcodes(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    if len(old) * len(new) > MOST:
        return [("replace", 0, len(old), 0, len(new))]
    return list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())


def _length(parts: Sequence[str]) -> int:
    return sum(map(len, parts))


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
