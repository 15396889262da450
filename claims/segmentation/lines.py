"""Lines and paragraphs: which line breaks separate, and which only wrap.

A blank line, a form feed and U+2029 always separate paragraphs. A single line break separates too,
unless its block is hard-wrapped. A block (lines between blank ones) is hard-wrapped when

* its longest line has 40 to 140 code points,
* a line without end mark is followed by one in lower case at least once, and
* at four of five breaks the next line's first word would not have fitted on the line.

Where most blocks of a text are hard-wrapped, the others are taken to be wrapped at the same width if
their lines are full. Inside a hard-wrapped block a break still separates before a bullet, before an
indented line behind an end mark, and behind an end mark that leaves room on its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from claims.text import Span

#: Code points that are neither white space nor ink: they stay outside a sentence at its edges.
INVISIBLE = frozenset(
    "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u180e\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_BREAK = re.compile("\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_PARTING = frozenset("\v\f\x1c\x1d\x1e\u2029")
_FIRST_WORD = re.compile(r"\S{1,60}")
_END = re.compile(r"[.!?…:;。！？؟۔।][\"'”’»)\]]{0,4}\Z")
_BULLET = re.compile(r"(?:[-*+•⁃‣◦▪■●–—]|\(?\d{1,3}[.)]|\(?[A-Za-z][.)])\s")
_NARROWEST, _WIDEST = 40, 140


@attrs.frozen
class Line:
    """A line without the white space at its edges."""

    start: int
    end: int
    #: White space before its first word.
    indent: int
    #: Whether a blank line or a paragraph mark stands before it.
    parted: bool

    def __len__(self) -> int:
        return self.end - self.start


@attrs.frozen
class Paragraph:
    """Lines that belong together."""

    span: Span
    #: Whether a blank line, or the text's edge, stands before and behind it.
    parted_before: bool
    parted_after: bool


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of `text` in order, trimmed; text without ink has none."""
    groups: list[list[Line]] = []
    blocks = list(_blocks(text))
    width = _common_width(text, blocks)
    for block in blocks:
        groups.extend(_groups(text, block, width))
    parted = [group[0].parted for group in groups] + [True]
    return tuple(
        Paragraph(Span(group[0].start, group[-1].end), parted[i], parted[i + 1]) for i, group in enumerate(groups)
    )


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without white space and invisible marks at its edges; empty ranges collapse."""
    while start < end and _bare(text[start]):
        start += 1
    while start < end and _bare(text[end - 1]):
        end -= 1
    return start, end


def _bare(char: str) -> bool:
    return char.isspace() or char in INVISIBLE


def _blocks(text: str) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in _lines(text):
        if line.parted and block:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _lines(text: str) -> Iterator[Line]:
    """Yield the lines that have ink."""
    at, parted = 0, True
    for stop, after, mark in _breaks(text):
        start, end = trimmed(text, at, stop)
        if start < end:
            yield Line(start, end, start - at, parted)
        parted = start >= end or mark in _PARTING
        at = after


def _breaks(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _BREAK.finditer(text):
        yield match.start(), match.end(), match[0]
    yield len(text), len(text), ""


def _common_width(text: str, blocks: Sequence[list[Line]]) -> int:
    """Return the width at which most of the text's blocks are wrapped, 0 where they are not."""
    several = [block for block in blocks if len(block) > 1]
    wrapped = [_width(block) for block in several if _is_wrapped(text, block)]
    return max(wrapped) if wrapped and 2 * len(wrapped) >= len(several) else 0


def _width(block: Sequence[Line]) -> int:
    return max(map(len, block))


def _is_wrapped(text: str, block: Sequence[Line]) -> bool:
    width = _width(block)
    if not _NARROWEST <= width <= _WIDEST:
        return False
    return any(_runs_on(text, *pair) for pair in pairwise(block)) and _is_filled(text, block, width)


def _is_filled(text: str, block: Sequence[Line], width: int) -> bool:
    full = sum(_is_full(text, *pair, width) for pair in pairwise(block))
    return 5 * full >= 4 * (len(block) - 1)


def _is_full(text: str, line: Line, following: Line, width: int) -> bool:
    word = _FIRST_WORD.match(text, following.start, following.end)
    return len(line) + 1 + (len(word[0]) if word else 0) > 0.9 * width


def _runs_on(text: str, line: Line, following: Line) -> bool:
    return text[following.start].islower() and not _ends(text, line)


def _ends(text: str, line: Line) -> bool:
    return _END.search(text, max(line.start, line.end - 5), line.end) is not None


def _groups(text: str, block: list[Line], common: int) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph of a block."""
    width = _width(block) if _is_wrapped(text, block) else common
    if len(block) > 1 and (not width or _width(block) > width or not _is_filled(text, block, width)):
        yield from ([line] for line in block)
        return
    group = block[:1]
    for line, following in pairwise(block):
        if _separates(text, line, following, width):
            yield group
            group = []
        group.append(following)
    yield group


def _separates(text: str, line: Line, following: Line, width: int) -> bool:
    if _BULLET.match(text, following.start, following.end):
        return True
    ended = _ends(text, line)
    if ended and following.indent > line.indent:
        return True
    return not _is_full(text, line, following, width) and (ended or not text[following.start].islower())
