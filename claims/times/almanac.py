"""Reckon with the calendar: dates that exist, dates counted on, weeks, and days with a name.

A value that leaves the years 1 to 9999 is None: no calendar of ours holds it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta

from claims.lexicon import table
from claims.values import value

#: No count beyond this reaches a year of our calendar; larger ones only cost time.
FARTHEST = 4_000_000


@value
class Moment:
    """A year, a month or a day of the calendar."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def date(self) -> date | None:
        """The day, where it is known."""
        return day(self.year, self.month, self.day) if self.month and self.day else None

    @property
    def value(self) -> str:
        """Its TIMEX3 value."""
        return "-".join((f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)))


def moment(value: str | None) -> Moment | None:
    """Read a year, month or day from the head of a TIMEX3 value.

    >>> moment("2020-12-20TNI").day
    20
    """
    match = re.match(r"([0-9]{4})(?:-([01][0-9])(?:-([0-3][0-9]))?)?(?![0-9X])", value or "")
    return Moment(int(match[1]), match[2] and int(match[2]), match[3] and int(match[3])) if match else None  # type: ignore[arg-type]


def day(year: int, month: int, number: int) -> date | None:
    """Return the day, or None where the calendar has none such (30 February)."""
    if 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]:
        return date(year, month, number)
    return None


def add_days(start: date, count: int) -> date | None:
    """Return the day `count` days on, or None outside the calendar."""
    if abs(count) > FARTHEST or not 1 <= start.toordinal() + count <= date.max.toordinal():
        return None
    return start + timedelta(count)


def add_minutes(start: datetime, count: int) -> str | None:
    """Return the TIMEX3 value of the time `count` minutes on, or None outside the calendar.

    >>> add_minutes(datetime(2021, 3, 3, 0, 20), -45)
    '2021-03-02T23:35'
    """
    if abs(count) > FARTHEST or not 3 <= start.toordinal() + count // 1440 <= date.max.toordinal() - 2:
        return None
    return (start + timedelta(minutes=count)).isoformat(timespec="minutes").replace("+00:00", "Z")


def add_months(start: Moment, count: int) -> Moment | None:
    """Return the month `count` months on, or None outside the calendar."""
    if start.month is None or abs(count) > FARTHEST:
        return None
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    return Moment(year, month + 1) if 1 <= year <= 9999 else None


def week(of: date) -> str:
    """Return the TIMEX3 value of the ISO week that holds the day."""
    year, number, _ = of.isocalendar()
    return f"{year:04}-W{number:02}"


def week_days(year: int, number: int) -> tuple[date, date] | None:
    """Return Monday and Sunday of an ISO week, or None where the year has no such week."""
    if not 1 <= year <= 9998 or not 1 <= number <= 53:
        return None
    monday = date(year, 1, 4) - timedelta(date(year, 1, 4).weekday()) + timedelta(weeks=number - 1)
    if monday.isocalendar()[:2] != (year, number):
        return None
    return monday, monday + timedelta(6)


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    g, (i, k) = (b - f + 1) // 3, divmod(c, 4)
    h = (19 * a + b - d - g + 15) % 30
    rest = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * rest) // 451
    month, number = divmod(h + rest - 7 * m + 114, 31)
    return date(year, month, number + 1)


def holiday(name: str, year: int) -> date | None:
    """Return the day of a holiday in a year; None where the moon or an authority sets it.

    >>> holiday("thanksgiving", 2020), holiday("good friday", 2020)
    (datetime.date(2020, 11, 26), datetime.date(2020, 4, 10))
    """
    rule = table("holidays")[name][0]
    if not 1 <= year <= 9999:
        return None
    if match := re.fullmatch(r"([0-9]{2})-([0-9]{2})", rule):
        return day(year, int(match[1]), int(match[2]))
    if match := re.fullmatch(r"easter([+-][0-9]+)", rule):
        return add_days(easter(year), int(match[1]))
    if match := re.fullmatch(r"([0-9]+)-(-?[0-9])\*([1-7])([+-][0-9]+)?", rule):
        found = nth_weekday(year, int(match[1]), int(match[2]), int(match[3]))
        return add_days(found, int(match[4] or 0)) if found else None
    return None


def last_day(year: int, month: int) -> date | None:
    """Return the last day of a month."""
    return day(year, month, monthrange(year, month)[1]) if 1 <= year <= 9999 else None


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> date | None:
    """Return the nth such weekday of a month, from its end where `nth` is negative; None where it has fewer.

    >>> nth_weekday(2020, 11, 4, 4), nth_weekday(2020, 5, -1, 1), nth_weekday(2020, 2, 5, 1)
    (datetime.date(2020, 11, 26), datetime.date(2020, 5, 25), None)
    """
    if not 1 <= year <= 9999:
        return None
    last = monthrange(year, month)[1]
    if nth > 0:
        first = date(year, month, 1).isoweekday()
        return day(year, month, 1 + (weekday - first) % 7 + 7 * (nth - 1))
    return day(year, month, last - (date(year, month, last).isoweekday() - weekday) % 7 + 7 * (nth + 1))
