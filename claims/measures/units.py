"""Extents as sets of words or characters, and how much two of them share."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal

import attrs

from claims.errors import UsageError
from claims.measures.matching import Weights
from claims.model import Source
from claims.text import Extent

Unit = Literal["words", "characters"]
Units = frozenset[int]

#: Letters and digits, with single joiners inside; signs are no words.
_WORD = re.compile(r"\w+(?:[-.,'’]\w+)*")


@attrs.frozen
class Ruler:
    """Counts the units of one text."""

    #: Where units begin and end; None where they are code points.
    starts: Sequence[int] | None
    ends: Sequence[int]
    #: How many units the text has.
    length: int

    @classmethod
    def of(cls, source: Source, text: str | None, unit: Unit) -> Ruler:
        """Measure a text; words need the text itself."""
        if unit == "characters":
            return cls(None, (), source.length)
        if text is None:
            raise UsageError(
                f"{source.id}: words are counted in the text, which is not there: count characters (--unit characters)"
            )
        found = [match.span() for match in _WORD.finditer(text)]
        return cls([start for start, _ in found], [end for _, end in found], len(found))

    def units(self, extent: Extent) -> Units:
        """Return the units that an extent touches."""
        if self.starts is None:
            return frozenset(place for span in extent for place in range(span.start, span.end))
        return frozenset(
            index
            for span in extent
            for index in range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))
        )


def jaccard(one: Units, other: Units) -> float:
    """Return shared units over all units; two extents without any are the same.

    >>> jaccard(frozenset({1, 2, 3}), frozenset({2, 3, 4}))
    0.5
    """
    every = len(one | other)
    return len(one & other) / every if every else 1.0


def likeness(ones: Sequence[Units], others: Sequence[Units]) -> Weights:
    """Return the Jaccard index of every pair that shares a unit; extents without units pair with their like."""
    where: dict[int, list[int]] = {}
    empty = []
    for index, units in enumerate(others):
        for unit in units:
            where.setdefault(unit, []).append(index)
        if not units:
            empty.append(index)
    rows: list[dict[int, float]] = []
    for units in ones:
        near = sorted({index for unit in units for index in where.get(unit, ())}) if units else empty
        rows.append({index: jaccard(units, others[index]) for index in near})
    return rows
