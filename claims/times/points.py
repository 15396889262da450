"""Where a length of time begins and ends: TIMEX3's begin and end points.

"The three months ended June 30" end with the date behind them, "two weeks from May 3" begin with it; the
other end is counted. Points that no words name are dates.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.times import almanac
from claims.times.almanac import Moment
from claims.times.lengths import moved

#: Between a length and the date that it ends with, the date included: "the year ended June 30".
_ENDS = frozenset({"ended", "ending", "to", "through", "thru", "until", "till", "that ended", "up to"})
#: The same, but for the date itself: "the week before May 3".
_BEFORE = frozenset({"before", "prior to", "ahead of", "preceding"})
#: Between a length and the date that it begins with.
_BEGINS = frozenset({"from", "after", "following", "since", "beginning", "starting"})
_LENGTH = re.compile(r"P([0-9]{1,4})([YQMWD])")


def side(joint: str) -> int:
    """Return -1 where the length lies before the date, 1 where behind it, 0 where the two are not tied."""
    return -1 if joint in _ENDS | _BEFORE else 1 if joint in _BEGINS else 0


def other_end(length: str, joint: str, day: str) -> str | None:
    """Return the end that no words name, as exact as length and date are; None where either is inexact.

    >>> other_end("P3M", "ended", "2021-06-30"), other_end("P2W", "from", "2003-06-07")
    ('2021-04-01', '2003-06-21')
    """
    match, at = _LENGTH.fullmatch(length), almanac.moment(day)
    if match is None or at is None or at.value != day or not int(match[1]):
        return None
    count, unit = (int(match[1]) * 3, "M") if match[2] == "Q" else (int(match[1]), match[2])
    if joint in _ENDS:
        return _first(count, unit, at)
    return moved(f"P{count}{unit}", day, side(joint))


def _first(count: int, unit: str, last: Moment) -> str | None:
    """Return where a length begins whose last year, month or day is given."""
    if unit in "WD":
        found = almanac.add_days(last.date, 1 - count * (7 if unit == "W" else 1)) if last.date else None
        return found.isoformat() if found else None
    if last.month is None:
        return f"{last.year - count + 1:04}" if unit == "Y" and last.year >= count else None
    months = count * (12 if unit == "Y" else 1)
    whole = last.day is None or last.date == almanac.last_day(last.year, last.month)
    first = almanac.add_months(Moment(last.year, last.month), -months + whole)
    return None if first is None else f"{first.value}-01" if whole and last.day else first.value


def part_of_year(length: str, words: Sequence[str], year: str) -> tuple[str, str] | None:
    """Return both ends of "the first nine months of 2020".

    >>> part_of_year("P9M", ["the", "first", "nine", "months"], "2020")
    ('2020-01', '2020-09')
    """
    match = _LENGTH.fullmatch(length)
    if match is None or match[2] not in "MQ" or not re.fullmatch(r"[0-9]{4}", year):
        return None
    count = int(match[1]) * (3 if match[2] == "Q" else 1)
    if not 1 <= count <= 12:
        return None
    if "first" in words:
        return f"{year}-01", f"{year}-{count:02}"
    return (f"{year}-{13 - count:02}", f"{year}-12") if {"last", "final"} & set(words) else None
