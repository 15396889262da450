"""Move offsets after an edit of the text, by the words that are stored with them.

The words of every slot, cue and time are in the file. Those that stand once in the new text are anchors; between two
anchors that moved alike, everything moved alike. Whatever fits two places, or none, is refused: then nothing moves.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any

import attrs

from claims.checks.ranges import EXTENT_LISTS, EXTENTS, RANGE_LISTS, RANGES
from claims.text import GAP

#: A mark at the border of a sentence may lie so far behind the last quoted word, or before the first.
MARKS = 3
#: Lists whose places are not ours to move: verdicts are added, never changed.
_UNTOUCHED = frozenset({"source", "verdicts"})
#: Start and end of a range, its own new place.
Move = Callable[[int, int], tuple[int, int]]


class UnclearError(Exception):
    """A place for which two others fit, or none."""


@attrs.frozen(order=True)
class Anchor:
    """Words that are found again: where they stood, where they stand, how many code points they have."""

    old: int
    new: int
    length: int

    @property
    def shift(self) -> int:
        """How far they moved."""
        return self.new - self.old


def reanchored(data: dict[str, Any], text: str, length: int) -> dict[str, Any]:
    """Return the data of a document with its offsets moved to where the words stand in `text`.

    `length` is that of the text before the edit.

    Raises `UnclearError` that says what fits two places or none.
    """
    anchors = _anchors(dict(quoted_ranges(data)), text)
    if not anchors:
        raise UnclearError("none of the quoted words stands in the text once")
    # Beginning and end of the text agree with their neighbours, or something was put before or behind those.
    mover = Mover((Anchor(0, 0, 0), *anchors, Anchor(length, len(text), 0)), text)
    return {**data, **moved(data, mover)}


def moved(data: dict[str, Any], move: Move) -> dict[str, Any]:
    """Return the lists of a document with every range moved, those of verdicts excepted."""
    return {field: _moved(rows, "", move) for field, rows in data.items() if field not in _UNTOUCHED}


def quoted_ranges(value: Any) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield each range whose words are in the file, with the words."""
    if isinstance(value, dict):
        spans, exact = value.get("spans"), value.get("exact")
        if isinstance(spans, list) and isinstance(exact, str) and spans:
            words = [exact] if len(spans) == 1 else exact.split(GAP)
            if len(words) == len(spans):
                yield from (((start, end), part) for (start, end), part in zip(spans, words, strict=True))
        for field, item in value.items():
            if field not in _UNTOUCHED:
                yield from quoted_ranges(item)
    elif isinstance(value, list):
        for item in value:
            yield from quoted_ranges(item)


def _anchors(quoted: dict[tuple[int, int], str], text: str) -> list[Anchor]:
    """Return the anchors in text order: first the words that stand once, then those that have one place between."""
    sized = {span: words for span, words in quoted.items() if len(words) == span[1] - span[0]}
    known = _chain(
        Anchor(start, text.index(words), len(words))
        for (start, _), words in sorted(sized.items())
        if text.count(words) == 1
    )
    for (start, _), words in sorted(sized.items()):
        if text.count(words) != 1:
            known.append(_between(start, words, known, text))
            known.sort()
    return known


def _chain(anchors: Iterable[Anchor]) -> list[Anchor]:
    """Return the anchors whose order is kept; words that changed places with others are a refusal."""
    listed = sorted(set(anchors))
    for before, after in pairwise(listed):
        if after.new < before.new:
            raise UnclearError(f"the words at [{after.old}, {after.old + after.length}) changed places with others")
    return listed


def _between(start: int, words: str, known: list[Anchor], text: str) -> Anchor:
    """Return where words that stand several times, or not at all, have gone: their one place between the anchors."""
    end = start + len(words)
    if held := next((one for one in known if one.old <= start and end <= one.old + one.length), None):
        return Anchor(start, start + held.shift, len(words))
    left = [one for one in known if one.old + one.length <= start]
    right = [one for one in known if one.old >= end]
    low = max((one.new + one.length for one in left), default=0)
    high = min((one.new for one in right), default=len(text))
    if left and right and left[-1].shift == right[0].shift and text.startswith(words, start + left[-1].shift):
        return Anchor(start, start + left[-1].shift, len(words))
    count = text.count(words, low, high)
    if count == 1:
        return Anchor(start, text.index(words, low, high), len(words))
    places = "in several places" if count else "nowhere"
    raise UnclearError(f"the words at [{start}, {end}), {words[:40]!r}, stand {places} between those around them")


@attrs.frozen(slots=False)
class Mover:
    """Tells where a range has gone."""

    anchors: tuple[Anchor, ...]
    text: str

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_starts", [one.old for one in self.anchors])
        object.__setattr__(self, "_ends", sorted((one.old + one.length, one.shift) for one in self.anchors))

    _starts: list[int] = attrs.field(init=False, factory=list, repr=False, eq=False)
    _ends: list[tuple[int, int]] = attrs.field(init=False, factory=list, repr=False, eq=False)

    def __call__(self, start: int, end: int) -> tuple[int, int]:
        """Return the new range; raises `UnclearError` where it cannot be told."""
        low, high = start + self._shift(start, to_right=True), end + self._shift(end, to_right=False)
        if not 0 <= low < high <= len(self.text):
            raise UnclearError(f"[{start}, {end}) would become [{low}, {high})")
        return low, high

    def _shift(self, place: int, to_right: bool) -> int:
        """Return how far a border moved: the start of words to the right of it, or the end of those to the left."""
        first = bisect_right(self._starts, place)
        inside = {
            one.shift
            for one in self.anchors[:first]
            if one.old + (not to_right) <= place <= one.old + one.length - to_right
        }
        if len(inside) == 1:
            return inside.pop()
        after = self.anchors[bisect_left(self._starts, place)] if self._starts[-1] >= place else None
        number = bisect_right(self._ends, (place, len(self.text) + place)) - 1
        before = self._ends[number] if number >= 0 else None
        if before and after and before[1] == after.shift:
            return after.shift
        if to_right and after and self._are_marks(after.new - (after.old - place), after.new):
            return after.shift
        if not to_right and before and self._are_marks(before[0] + before[1], place + before[1]):
            return before[1]
        raise UnclearError(f"the text changed around {place}: two places fit")

    def _are_marks(self, low: int, high: int) -> bool:
        """Tell whether only a few marks lie between, no words."""
        between = self.text[max(low, 0) : high]
        return 0 <= high - low <= MARKS and not any(char.isalnum() for char in between)


def _moved(value: Any, field: str, move: Move) -> Any:
    if value is None:
        return None
    if field in RANGES:
        return list(move(*value))
    if field in EXTENTS or field in RANGE_LISTS:
        return [list(move(*item)) for item in value]
    if field in EXTENT_LISTS:
        return [[list(move(*item)) for item in extent] for extent in value]
    if field == "at" and type(value) is int:
        # An insertion stands before a code point, which moves as a range of one does.
        return move(value, value + 1)[0]
    if isinstance(value, dict):
        names = {key: "" if field == "certainty" else key for key in value}
        return {key: _moved(item, names[key], move) for key, item in value.items()}
    return [_moved(item, "", move) for item in value] if isinstance(value, list) else value
