"""What an expression is read against, and what comes out: `Context` and `Value`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from claims.lexicon import table
from claims.model import TimexType
from claims.times.almanac import Moment
from claims.values import value

Parts = Mapping[str, str]

NO_DATE = "no publication date is known"
NO_DAY = "the publication date has no day"
NO_DAY_NAMED = "no day is named"
NO_REFERENCE = "no date before it to count from"
OUTSIDE = "outside the years 1 to 9999"
NO_SUCH_DAY = "the calendar has no such day"
LUNAR = "its day is set each year anew"
ELSEWHERE = "a country's or church's own day"
WEEKS = "the weeks of a month are counted in several ways"
INEXACT = "counted inexactly"
NO_YEAR = "no year is known"

#: Words that count from a date told before, never from the publication.
TOLD = frozenset({"following", "same", "the same", "that", "this same", "preceding"})
#: How many units on "last" and "next" lie.
STEP = {
    **dict.fromkeys(("last", "previous", "preceding", "past", "this past", "the previous"), -1),
    **dict.fromkeys(("latest", "most recent"), -1),
    "before last": -2,
    "after next": 2,
    **dict.fromkeys(("next", "following", "coming", "upcoming", "this coming", "the following", "the next"), 1),
}


@value
class Value:
    """What an expression means."""

    type: TimexType
    value: str | None
    mod: str | None = None
    #: "published", or which of the told dates it was counted from: "year", "month", "day", "passage", "quarter".
    anchor: str | None = None
    reason: str | None = None
    #: EDTF interval of a length of time whose ends are known: "the past two years".
    stretch: str | None = None
    #: Its ends: "published" or a date; where words name one, `claims.times.finder` knows which.
    begin: str | None = None
    end: str | None = None


@value
class Context:
    """What relative times are counted from."""

    published: Moment | None
    #: The time of publication, where it is known to the minute.
    instant: datetime | None = None
    #: Last date of the text before the expression, by what it must have: a year, a month, a day.
    year: Moment | None = None
    month: Moment | None = None
    day: Moment | None = None
    #: TIMEX3 value of the last quarter.
    quarter: str | None = None
    #: The day of a clock time: from the same sentence or the one before.
    clock_day: str | None = None
    direction: int = 0
    #: Whether it dates a verb in the past tense: it cannot lie ahead, however near.
    behind: bool = False
    month_first: bool = True
    #: Whether the verb tells what is generally so: "is still used today".
    general: bool = False
    #: Whether it tells of a habit: "it usually rains in July".
    habitual: bool = False
    #: Year that the passage tells of, where it lies far from the publication date.
    told_year: int | None = None

    @property
    def today(self) -> date | None:
        """The day of publication."""
        return self.published.date if self.published else None

    @property
    def missing(self) -> str:
        """Why a day cannot be counted from the publication date."""
        return NO_DAY if self.published else NO_DATE


def mod_of(parts: Parts) -> str | None:
    """Return the TIMEX3 modifier of "early", "about", "more than" …"""
    word = parts.get("part") or parts.get("part2") or parts.get("approx") or parts.get("approx2")
    row = table("time_modifiers").get((word or "").removeprefix(" - ").strip())
    return row[0] if row else None


def dated(value: str | None, parts: Parts, anchor: str | None = None, reason: str | None = None) -> Value:
    """Return a DATE, or None with the reason that it leaves the calendar."""
    return Value("DATE", value, mod_of(parts), anchor, reason or (OUTSIDE if value is None else None))


def part_of_day(day_value: str | None, parts: Parts, anchor: str | None, reason: str | None = None) -> Value:
    """Return a day, or a part of it where the words name one."""
    part = parts.get("daypart")
    if part is None or day_value is None:
        return dated(day_value, parts, anchor, reason)
    return Value("TIME", f"{day_value}T{table('day_parts')[part][0]}", mod_of(parts), anchor, reason)
