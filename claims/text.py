"""Places in a text: spans, extents, and the conversions at the borders of the library.

The unit is everywhere the Unicode **code point**, counted from 0 in the unmodified text, and every
range is half-open, ``[start, end)``. UTF-16 and byte offsets exist only in readers and writers.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from operator import attrgetter

import attrs

from claims.errors import SpanError

GAP = " … "
#: What editors put between the words of others, and which nobody says: "[sic]", the language of a source "((fr))".
EDITORIAL = re.compile(r"\[sic\]|\(\([a-z]{2,3}\)\)", re.IGNORECASE)
#: Words that brackets or a space tear, as editors change the first letter or the ending of somebody else's words:
#: "[t]he", "think[s]", "I' m". A footnote's letter stands behind a whole word and has a space behind it.
TORN = re.compile(
    r"(?<!\w)\[[A-Za-z]\][a-z]+"
    r"|(?<!\w)[A-Za-z]+[a-z](?:\[(?:s|es|ed|ing)\]|(?<=e)\[d\])(?!\w)"
    r"|(?<=[^\W\d])(?:n['’] t|['’] (?:s|m|d|re|ve|ll))(?=\s)"
)


@attrs.frozen(order=True, init=False)
class Span:
    """A half-open, non-empty range of code points.

    >>> Span(4, 6).slice("The US said")
    'US'
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start < end:
            raise SpanError(f"[{start}, {end}) is no range: start must lie before end")
        object.__setattr__(self, "start", start)
        object.__setattr__(self, "end", end)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        # Never empty; and the length of a range from a broken file may be more than Python can count.
        return True

    def slice(self, text: str) -> str:
        """Return the words that the span marks."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a code point."""
        return self.start < other.end and other.start < self.end


@attrs.frozen(init=False)
class Extent:
    """Sorted, disjoint spans: the words of one thing, which other words may interrupt.

    >>> Extent.of((0, 6), (13, 17)).exact("The US today said")
    'The US … said'
    """

    spans: tuple[Span, ...] = ()

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        spans = tuple(spans)
        for before, after in pairwise(spans) if len(spans) > 1 else ():
            if after.start < before.end:
                raise SpanError(f"{after} does not lie behind {before}: ranges must be sorted and disjoint")
        object.__setattr__(self, "spans", spans)

    @classmethod
    def of(cls, *ranges: tuple[int, int]) -> Extent:
        """Build an extent from ``(start, end)`` pairs, already sorted."""
        return cls(tuple(Span(start, end) for start, end in ranges))

    @classmethod
    def union(cls, extents: Iterable[Extent]) -> Extent:
        """Return the words of all `extents`, overlapping and touching ranges joined."""
        joined: list[Span] = []
        for span in sorted((span for extent in extents for span in extent.spans), key=attrgetter("start", "end")):
            if joined and span.start <= joined[-1].end:
                joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
            else:
                joined.append(span)
        return cls(tuple(joined))

    def __bool__(self) -> bool:
        return bool(self.spans)

    def __iter__(self) -> Iterator[Span]:
        return iter(self.spans)

    @property
    def start(self) -> int:
        """The first code point; an empty extent has none and raises `SpanError`."""
        return self.hull.start

    @property
    def end(self) -> int:
        """The code point behind the last."""
        return self.hull.end

    @property
    def hull(self) -> Span:
        """The one span from the first word to the last."""
        if not self.spans:
            raise SpanError("an empty extent has no place in the text")
        return Span(self.spans[0].start, self.spans[-1].end)

    def exact(self, text: str) -> str:
        """Return the slices of `text`, joined by `` … `` where words are left out."""
        if len(self.spans) == 1:
            span = self.spans[0]
            return text[span.start : span.end]
        return GAP.join([text[span.start : span.end] for span in self.spans])

    def inside(self, span: Span) -> bool:
        """Tell whether every range lies in `span`."""
        return all(span.contains(part) for part in self.spans)


def digest(text: str) -> str:
    """Return the SHA-256 of the text's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@attrs.frozen
class TextIndex:
    """Where lines begin and astral characters stand, worked out once for many questions."""

    text: str

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        starts.extend(place + 1 for place, char in enumerate(self.text) if char == "\n")
        return starts

    @cached_property
    def _astral(self) -> list[int]:
        return [place for place, char in enumerate(self.text) if ord(char) > 0xFFFF]

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column, in code points."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def utf16(self, offset: int) -> int:
        """Return the offset in UTF-16 code units."""
        return offset + bisect_right(self._astral, offset - 1)

    def from_utf16(self, offset: int) -> int:
        """Return the code point offset; the middle of a surrogate pair raises `SpanError`."""
        low, high = 0, len(self.text)
        while low < high:
            middle = (low + high) // 2
            if self.utf16(middle) < offset:
                low = middle + 1
            else:
                high = middle
        if self.utf16(low) != offset:
            raise SpanError(f"UTF-16 offset {offset} splits a character or lies behind the text")
        return low
