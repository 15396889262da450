"""Counts of what was found, and what follows from them: precision, recall, F1, intervals."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import mul

import attrs

#: Resamplings of a bootstrap, and what its interval holds.
RESAMPLINGS, LEVEL = 1000, 0.95


@attrs.frozen
class Tally:
    """How much was right, of how much that should be there, of how much that was given."""

    right: float = 0.0
    gold: float = 0.0
    given: float = 0.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.gold + other.gold, self.given + other.given)

    @property
    def precision(self) -> float | None:
        """The right ones of those given; None where none was given."""
        return self.right / self.given if self.given else None

    @property
    def recall(self) -> float | None:
        """The right ones of those that should be there; None where none should."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Their harmonic mean; None where there is nothing on either side.

        >>> Tally(2, 4, 2).f1
        0.6666666666666666
        """
        both = self.gold + self.given
        return 2 * self.right / both if both else None


#: Tallies by the name of what is measured.
Tallies = Mapping[str, Tally]


def total(parts: Iterable[Tallies]) -> dict[str, Tally]:
    """Return the sums, name by name, in the order of first appearance."""
    sums: dict[str, Tally] = {}
    for part in parts:
        for name, tally in part.items():
            sums[name] = sums.get(name, Tally()) + tally
    return sums


@attrs.frozen
class Interval:
    """The middle of a bootstrap distribution."""

    low: float
    high: float


def intervals(parts: Sequence[Tallies], seed: int = 0, times: int = RESAMPLINGS) -> dict[str, Interval]:
    """Return the interval of each F1 over resampled documents (percentile bootstrap, Efron 1979).

    Documents are drawn with replacement; one document alone has no interval. Equal seeds give equal
    intervals.
    """
    if len(parts) < 2:
        return {}
    rights = {name: [tally.right for tally in _column(parts, name)] for name in total(parts)}
    boths = {name: [tally.gold + tally.given for tally in _column(parts, name)] for name in rights}
    drawn: dict[str, list[float]] = {name: [] for name in rights}
    for drawing in resamplings(len(parts), seed, times):
        weights = [drawing.get(index, 0) for index in range(len(parts))]
        for name, values in drawn.items():
            # sum(map(mul, …)) is several times as fast as a loop, and most of the time goes here.
            if both := sum(map(mul, weights, boths[name])):
                values.append(2 * sum(map(mul, weights, rights[name])) / both)
    return {name: middle(values) for name, values in drawn.items() if values}


def _column(parts: Sequence[Tallies], name: str) -> list[Tally]:
    return [part.get(name, Tally()) for part in parts]


def resamplings(count: int, seed: int, times: int = RESAMPLINGS) -> Iterator[Counter[int]]:
    """Yield how often each of `count` documents is drawn, for every resampling."""
    chance = random.Random(seed)
    for _ in range(times):
        yield Counter(chance.choices(range(count), k=count))


def interval_of(
    count: int, value: Callable[[Mapping[int, int]], float | None], seed: int, times: int = RESAMPLINGS
) -> Interval | None:
    """Return the interval of a value over resampled documents; `value` gets how often each is drawn."""
    if count < 2:
        return None
    values = [found for weights in resamplings(count, seed, times) if (found := value(weights)) is not None]
    return middle(values) if values else None


def middle(values: Iterable[float], level: float = LEVEL) -> Interval:
    """Return the percentiles between which `level` of the values lie, by linear interpolation.

    >>> middle([0, 1, 2, 3, 4], 0.5)
    Interval(low=1.0, high=3.0)
    """
    ordered = sorted(values)
    return Interval(_percentile(ordered, (1 - level) / 2), _percentile(ordered, (1 + level) / 2))


def _percentile(ordered: Sequence[float], share: float) -> float:
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return float(ordered[below] + (ordered[above] - ordered[below]) * (place - below))
