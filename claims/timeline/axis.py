"""An axis of time that gives room where much happens, and the calendar marks that fit on it."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

import attrs

from claims.timeline.interval import Day, Interval, day_number, day_of
from claims.timeline.say import MONTHS, year_words

#: Usual length of the axis, in units of the drawing.
WIDTH = 360.0
#: Room beyond its ends, where open intervals fade.
MARGIN = 16.0
#: Every stretch gets the same room, and more with the logarithm of its length in units of so many days.
_STEP = 60.0
#: Least distance of two marks, so that their words do not meet.
_APART = 48.0
#: Marks finer than a year are not tried over longer times.
_MANY_YEARS = 300
_YEAR_STEPS = (1000, 500, 100, 50, 20, 10, 5, 2, 1)


@attrs.frozen
class Axis:
    """Places of days on a line; between two days where something begins or ends it runs evenly."""

    #: Numbers of days, in order, and where each is drawn.
    days: tuple[int, ...]
    places: tuple[float, ...]
    width: float = WIDTH

    @classmethod
    def of(cls, intervals: Iterable[Interval], width: float = WIDTH) -> Axis:
        """Build the axis on which all intervals begin and end."""
        found = {number for interval in intervals for number in _ends(interval)}
        days = sorted(found) or [0]
        if len(days) == 1:
            days = [days[0] - 1, days[0] + 2]
        steps = [1 + math.log1p((after - before) / _STEP) for before, after in pairwise(days)]
        total = sum(steps)
        places = [MARGIN]
        for step in steps:
            places.append(places[-1] + step / total * (width - 2 * MARGIN))
        return cls(tuple(days), tuple(places), width)

    def place(self, number: float) -> float:
        """Return where a day is drawn; one before the first or behind the last at the edge."""
        if number <= self.days[0]:
            return self.places[0]
        if number >= self.days[-1]:
            return self.places[-1]
        after = bisect_right(self.days, number)
        share = (number - self.days[after - 1]) / (self.days[after] - self.days[after - 1])
        return self.places[after - 1] + share * (self.places[after] - self.places[after - 1])

    def marks(self) -> list[tuple[float, str]]:
        """Return the calendar marks that fit: place and words, years before months before days."""
        taken: list[tuple[float, str]] = []
        for day, words in _calendar(self.days[0], self.days[-1]):
            here = self.place(day_number(day))
            if all(abs(here - place) >= _APART for place, _ in taken):
                taken.append((here, words))
        return sorted(taken)


def _ends(interval: Interval) -> Iterator[int]:
    """Yield the first day and the one behind the last."""
    if interval.earliest is not None:
        yield day_number(interval.earliest)
    if interval.latest is not None:
        yield day_number(interval.latest) + 1


def _calendar(first: int, last: int) -> Iterator[tuple[Day, str]]:
    """Yield days between two that deserve a mark, the roundest first."""
    begin, end = math.floor(first / 365.2425), math.ceil(last / 365.2425)
    for step in _YEAR_STEPS:
        if (end - begin) / step <= _MANY_YEARS:
            for year in range(-(-begin // step) * step, end + 1, step):
                yield from _inside((year, 1, 1), year_words(year), first, last)
    if end - begin > _MANY_YEARS:
        return
    for months in ((7,), (4, 10), (2, 3, 5, 6, 8, 9, 11, 12)):
        for year in range(begin, end + 1):
            for month in months:
                yield from _inside((year, month, 1), f"{MONTHS[month - 1][:3]} {year_words(year)}", first, last)
    if last - first < 100:
        for number in range(first, last + 1):
            _, month, day = found = day_of(number)
            yield found, f"{day} {MONTHS[month - 1][:3]}"


def _inside(day: Day, words: str, first: int, last: int) -> Iterator[tuple[Day, str]]:
    if first <= day_number(day) <= last:
        yield day, words
