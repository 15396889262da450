"""Where an EDTF value lies in time: its first and last day, and how sure that is."""

from __future__ import annotations

import math
from calendar import isleap
from functools import lru_cache
from typing import Any, Literal

import attrs

#: Year, month, day in the Gregorian calendar, extended to all years; the year before 1 is 0.
Day = tuple[int, int, int]
#: What an interval means: it happened some time ``within``, or went on ``through`` all of it.
Meaning = Literal["within", "through"]

_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
#: Longer values are no date of anything, and not worth the parser's time.
_LONGEST = 200
_THIRDS = {"START": (0, 1), "MID": (1, 2), "END": (2, 3)}
#: A value without its first digits could lie anywhere.
_TOO_VAGUE = 999


@attrs.frozen
class Interval:
    """The time in which a claim holds or happened."""

    #: The EDTF value that it comes from.
    edtf: str
    #: First and last day; None where that side is open or unknown.
    earliest: Day | None
    latest: Day | None
    meaning: Meaning = "within"
    #: Whether EDTF calls it approximate or uncertain.
    rough: bool = False

    @property
    def is_day(self) -> bool:
        """Whether it is one day, or a moment of one."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def days(self) -> float:
        """How long it lasts at most; without end, infinitely."""
        if self.earliest is None or self.latest is None:
            return math.inf
        return day_number(self.latest) - day_number(self.earliest) + 1

    @property
    def key(self) -> tuple[float, float, str]:
        """What intervals are ordered by: the beginning, where there is none the end; then the end, then the hour."""
        start = day_number(self.earliest) if self.earliest else -math.inf
        end = day_number(self.latest) if self.latest else math.inf
        return (start if self.earliest else end), end, self.edtf


def day_number(day: Day) -> int:
    """Return the number of a day, counted from 1 January of the year 0.

    >>> day_number((2020, 3, 1)) - day_number((2020, 2, 28))
    2
    """
    year, month, number = day
    before = year - 1
    leaps = before // 4 - before // 100 + before // 400 + 1
    own = month > 2 and isleap(year)
    return 365 * year + leaps + _DAYS_BEFORE[month - 1] + own + number - 1


def day_of(number: int) -> Day:
    """Return the day of a number, the other way round from `day_number`.

    >>> day_of(day_number((-43, 3, 15)))
    (-43, 3, 15)
    """
    year = number * 400 // 146097
    while day_number((year + 1, 1, 1)) <= number:
        year += 1
    while day_number((year, 1, 1)) > number:
        year -= 1
    month = max(month for month in range(1, 13) if day_number((year, month, 1)) <= number)
    return year, month, number - day_number((year, month, 1)) + 1


def part(whole: Interval, mod: str | None) -> Interval:
    """Return the first, middle or last third of an interval for the TIMEX3 modifiers START, MID and END.

    What "mid-November" covers is nobody's rule, so the part is rough. Other modifiers, days and open intervals give the
    whole.

    >>> part(interval("2020-11"), "MID").earliest
    (2020, 11, 11)
    """
    if mod not in _THIRDS or whole.earliest is None or whole.latest is None or whole.is_day:
        return whole
    first, length = day_number(whole.earliest), int(whole.days)
    start, end = (round(length * share / 3) for share in _THIRDS[mod])
    return attrs.evolve(whole, earliest=day_of(first + start), latest=day_of(first + max(end - 1, start)), rough=True)


@lru_cache(maxsize=4096)
def interval(edtf: str, meaning: Meaning = "within") -> Interval | None:
    """Return where a value lies; None if it is no EDTF, or does not say in which years.

    The ``edtf`` library works out days; it takes winter for December. Where start or end is left empty (unknown) or is
    ``..`` (open), that side has no day.

    >>> interval("2019-05/..").earliest
    (2019, 5, 1)
    >>> interval("XXXX-12-20") is None
    True
    """
    start, slash, end = edtf.partition("/")
    first, last = _bounds(start), _bounds(end if slash else start)
    if first is None or last is None or first[0] is last[1] is None:
        return None
    earliest, latest = first[0], last[1]
    if earliest is not None and latest is not None and earliest > latest:
        return None
    return Interval(edtf, earliest, latest, meaning, any(mark in edtf for mark in "~?%"))


def _bounds(part: str) -> tuple[Day | None, Day | None] | None:
    """Return first and last day of a value without a slash; None for one that is no EDTF or has no year."""
    from edtf import parse_edtf

    if part in ("", ".."):
        return None, None
    if len(part) > _LONGEST:
        return None
    try:
        value = parse_edtf(part)
        first, last = _day(value.lower_strict()), _day(value.upper_strict())
    except Exception:  # the library's own, but also TypeError and AttributeError from half-built values
        return None
    if "X" in part and first and last and last[0] - first[0] > _TOO_VAGUE:
        return None
    return first, last


def _day(side: Any) -> Day | None:
    """Return the day of a bound as the library gives it: a time, or an infinite number for an open side."""
    return None if isinstance(side, float) else (side.tm_year, side.tm_mon, side.tm_mday)
