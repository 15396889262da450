"""EDTF values as days: from the first to the last that a value leaves open."""

from __future__ import annotations

import re
from calendar import monthrange
from functools import cache

#: Ordinal of the open ends.
FIRST, LAST = -(10**9), 10**9
_DATE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?(?:T[^/]*)?[?~%]*")
#: First and last month of the seasons; winter begins in the year before or the year itself.
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (1, 12), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}

Days = tuple[int, int]


@cache
def days(edtf: str | None) -> Days | None:
    """Return the first and the last day of an EDTF value as comparable numbers, None where it tells neither.

    >>> days("2019-05") == (days("2019-05-01")[0], days("2019-05-31")[1])
    True
    >>> days("2019-05/..")[1] == LAST, days("{2019,2021}") == days("2019/2021"), days("soon")
    (True, True, None)
    """
    if not edtf:
        return None
    if edtf[0] in "{[":
        # Of several dates, all from the first to the last are left open.
        members = [_one(member.strip()) for member in edtf[1:-1].split(",")]
        known = [member for member in members if member is not None]
        return (min(known)[0], max(end for _, end in known)) if len(known) == len(members) else None
    start, slash, end = edtf.partition("/")
    first = (FIRST, FIRST) if slash and start in ("", "..") else _one(start)
    last = (LAST, LAST) if slash and end in ("", "..") else (_one(end) if slash else first)
    return (first[0], last[1]) if first and last else None


def _one(value: str) -> Days | None:
    match = _DATE.fullmatch(value)
    if match is None:
        return None
    year, month, day = match.groups()
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if month in (None, "XX"):
        return _number(first, 1, 1), _number(last, 12, 31)
    months = _SEASONS.get(int(month), (int(month), int(month)))
    if not 1 <= months[0] <= months[1] <= 12 or (day not in (None, "XX") and not 1 <= int(day) <= 31):
        return None
    if day in (None, "XX"):
        return _number(first, months[0], 1), _number(last, months[1], monthrange(max(1, last), months[1])[1])
    return _number(first, int(month), int(day)), _number(last, int(month), int(day))


def _number(year: int, month: int, day: int) -> int:
    """Return a number that orders days; months are taken as 31 long, for only order and overlap count."""
    return (year * 12 + month) * 31 + day


def apart(one: Days, other: Days) -> bool:
    """Tell whether two intervals share no day.

    >>> apart(days("2019-05"), days("2019-05-14")), apart(days("2019-05"), days("2019-06/.."))
    (False, True)
    """
    return one[1] < other[0] or other[1] < one[0]
