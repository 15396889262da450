"""The words of a sentence with a line under each claim: overlapping claims get lines of their own, below each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from claims.text import Extent, Span

#: More lines than this under one word cannot be told apart; claims beyond stand only beside the text.
LANES = 12


@attrs.frozen
class Mark:
    """A claim's line under its words."""

    #: Number of the claim in the document.
    claim: int
    spans: Extent
    lane: int


@attrs.frozen
class Piece:
    """Words with the same claims: outermost (longest) first."""

    span: Span
    marks: tuple[Mark, ...]


def marks(claims: Iterable[tuple[int, Extent]], sentence: Span) -> list[Mark]:
    """Give each claim the first lane that is free from its first to its last word, longest claims first.

    Claims for which no lane is left get none.

    >>> claims = [(0, Extent.of((0, 9))), (1, Extent.of((2, 4))), (2, Extent.of((6, 9)))]
    >>> [mark.lane for mark in marks(claims, Span(0, 9))]
    [0, 1, 1]
    """
    inside = [(number, _clipped(extent, sentence)) for number, extent in claims]
    order = sorted((item for item in inside if item[1]), key=lambda item: (-len(item[1].hull), item[1].start, item[0]))
    taken: list[list[Span]] = []
    made = []
    for number, extent in order:
        hull = extent.hull
        free = (lane for lane, spans in enumerate(taken) if not any(hull.overlaps(span) for span in spans))
        lane = next(free, len(taken))
        if lane == LANES:
            continue
        if lane == len(taken):
            taken.append([])
        taken[lane].append(hull)
        made.append(Mark(number, extent, lane))
    return made


def _clipped(extent: Extent, sentence: Span) -> Extent:
    found = ((max(span.start, sentence.start), min(span.end, sentence.end)) for span in extent)
    return Extent(tuple(Span(start, end) for start, end in found if start < end))


def pieces(sentence: Span, found: Sequence[Mark]) -> Iterator[Piece]:
    """Cut a sentence where a claim begins or ends; every character is in exactly one piece."""
    cuts = {sentence.start, sentence.end}
    cuts.update(place for mark in found for span in mark.spans for place in (span.start, span.end))
    places = sorted(cuts)
    for start, end in pairwise(places):
        here = Span(start, end)
        yield Piece(here, tuple(mark for mark in found if any(span.contains(here) for span in mark.spans)))
