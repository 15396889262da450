"""Turn an expression, the publication date and the dates before it into a TIMEX3 value.

One function for each kind of expression, and their table at the end. A value that cannot be known is
underspecified (``XXXX-WXX-7``) or None, with the reason; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import attrs

from claims.lexicon import table
from claims.model import TimexType
from claims.times import almanac, lengths
from claims.times.almanac import Moment
from claims.times.lengths import amount, count_of, unit_of
from claims.times.pieces import ordinal
from claims.times.tense import FUTURE, PAST

Parts = Mapping[str, str]

NO_DATE = "no publication date is known"
NO_DAY = "the publication date has no day"
NO_REFERENCE = "no date before it to count from"
OUTSIDE = "outside the years 1 to 9999"
NO_SUCH_DAY = "the calendar has no such day"
LUNAR = "its day is set each year anew"
INEXACT = "counted inexactly"
NO_YEAR = "no year is known"


@attrs.frozen
class Value:
    """What an expression means."""

    type: TimexType
    value: str | None
    mod: str | None = None
    #: "published" or "reference": what it was counted from.
    anchor: str | None = None
    reason: str | None = None


@attrs.frozen
class Context:
    """What relative times are counted from."""

    published: Moment | None
    #: Last date of the text before the expression, by what it must have: a year, a month, a day.
    year: Moment | None = None
    month: Moment | None = None
    day: Moment | None = None
    #: The day of a clock time: from the same sentence or the one before.
    clock_day: str | None = None
    direction: int = 0
    month_first: bool = True
    #: Whether the verb tells what is generally so: "is still used today".
    general: bool = False
    #: Year of the dates told just before, where they lie far from the publication date.
    told_year: int | None = None

    @property
    def today(self) -> date | None:
        """The day of publication."""
        return self.published.date if self.published else None

    @property
    def missing(self) -> str:
        """Why a day cannot be counted from the publication date."""
        return NO_DAY if self.published else NO_DATE


_MODS = {
    **dict.fromkeys(("early", "beginning", "start", "dawn", "opening", "first half", "turn"), "START"),
    **dict.fromkeys(("mid", "middle"), "MID"),
    **dict.fromkeys(("late", "end", "close", "second half", "latter half", "latter part"), "END"),
    **dict.fromkeys(("at least", "no less than"), "EQUAL_OR_MORE"),
    **dict.fromkeys(("at most", "up to", "no more than", "as many as", "as long as"), "EQUAL_OR_LESS"),
    **dict.fromkeys(("more than", "over", "just over", "well over"), "MORE_THAN"),
    **dict.fromkeys(("less than", "under", "just under", "fewer than", "nearly", "almost"), "LESS_THAN"),
}
_APPROXIMATE = frozenset({"about", "around", "approximately", "roughly", "some", "circa", "ca", "c"})
_STEP = {
    **dict.fromkeys(("last", "previous", "preceding", "past", "this past", "the previous"), -1),
    **dict.fromkeys(("next", "following", "coming", "upcoming", "this coming", "the following", "the next"), 1),
}
#: Days within which the nearest date is meant, whatever the tense.
_NEAR = 60
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def mod_of(parts: Parts) -> str | None:
    """Return the TIMEX3 modifier of "early", "about", "more than" …"""
    word = parts.get("part") or parts.get("part2") or parts.get("approx")
    return "APPROX" if word in _APPROXIMATE else _MODS.get(word or "")


def _dated(value: str | None, parts: Parts, anchor: str | None = None, reason: str | None = None) -> Value:
    """A DATE, or None with the reason that it leaves the calendar."""
    return Value("DATE", value, mod_of(parts), anchor, reason or (OUTSIDE if value is None else None))


# -- dates ---------------------------------------------------------------------------------------


def date_(parts: Parts, context: Context) -> Value:
    """"May 3, 2019", "3rd of May", "early May", "last March", "Monday the 5th"."""
    if "month" not in parts:
        return _day_of_month(parts, context)
    month = int(table("months")[parts["month"]][0])
    number = ordinal(parts["day"]) if "day" in parts else None
    year, anchor = _year_of(parts, context, month, number)
    if year is None:
        known = "-".join(["XXXX", f"{month:02}", *([f"{number:02}"] if number else [])])
        return _dated(known, parts, None, NO_YEAR if context.published else NO_DATE)
    if not number:
        return _dated(Moment(year, month).value if 1 <= year <= 9999 else None, parts, anchor)
    found = almanac.day(year, month, number)
    return _dated(found.isoformat() if found else None, parts, anchor, None if found else NO_SUCH_DAY)


def _day_of_month(parts: Parts, context: Context) -> Value:
    number, base = ordinal(parts["day"]), context.month or context.published
    found = almanac.day(base.year, base.month, number) if base and base.month and number else None
    return _dated(found.isoformat() if found else f"XXXX-XX-{number:02}", parts, "published" if found else None, None if found else context.missing)


def _year_of(parts: Parts, context: Context, month: int, number: int | None) -> tuple[int | None, str | None]:
    """Return the year of a month or day, as written or counted, and what it was counted from."""
    if "year" in parts:
        return int(parts["year"]), None
    published = context.published
    if word := parts.get("yearword"):
        base = context.year if word in {"that", "the same", "the previous", "the following"} and context.year else published
        return (base.year + _STEP.get(word, 0), "reference" if base is context.year else "published") if base else (None, None)
    if published is None:
        return None, None
    which = parts.get("which", "")
    if context.told_year is not None and not which:
        return context.told_year, "reference"
    if published.month is None:
        return (published.year, "published") if which in {"", "this"} else (None, None)
    return _nearest(published, month, number, _STEP.get(which, 0), which, context.direction), "published"


def _nearest(published: Moment, month: int, number: int | None, step: int, which: str, direction: int) -> int:
    """The year that brings a month or day nearest to publication, or nearest on one side of it."""
    if which == "this":
        return published.year
    here = published.month or 1, (published.day or 1) if number else 0
    there = month, number or 0
    if step:
        return published.year + (step if (there < here) == (step > 0) or there == here else 0)
    days = (there[0] - here[0]) * 30.4 + (there[1] - here[1])
    year = published.year + (days < -182.5) - (days >= 182.5)
    ahead = days + (year - published.year) * 365
    # The verb overrules only what lies far away: "is to run from January 23", said on January 28.
    if direction == FUTURE and ahead < -_NEAR:
        return year + 1
    return year - 1 if direction == PAST and ahead > _NEAR else year


def iso(parts: Parts, context: Context) -> Value:
    """"2019-05-03", "2019-05-03T14:00Z"."""
    found = almanac.day(int(parts["year"]), int(parts["month"]), int(parts["day"]))
    if found is None:
        return _dated(None, parts, None, NO_SUCH_DAY)
    if "hour" not in parts:
        return _dated(found.isoformat(), parts)
    return _clock_on(found.isoformat(), parts, None)


def numeric(parts: Parts, context: Context) -> Value:
    """"12/05/2019": month first or day first by language, by the mark, or because only one can be a month."""
    first, second = map(int, parts["both"].split(".")) if "both" in parts else (int(parts["first"]), int(parts["second"]))
    dotted = "both" in parts or parts.get("mark") == "."
    month_first = second > 12 or (context.month_first and not dotted and first <= 12)
    month, number = (first, second) if month_first else (second, first)
    found = almanac.day(_full_year(parts["year"], context), month, number)
    return _dated(found.isoformat() if found else None, parts, None, None if found else NO_SUCH_DAY)


def _full_year(figures: str, context: Context) -> int:
    if len(figures) == 4:
        return int(figures)
    # Two figures mean the last such year, or one of the ten years ahead.
    limit = (context.published.year if context.published else 2058) + 10
    return limit - (limit - int(figures)) % 100


def weekday(parts: Parts, context: Context) -> Value:
    """"Friday", "last Friday", "Sunday night", "Tuesday of last week"."""
    number = int(table("weekdays")[parts["weekday"]][0])
    which = parts.get("which", "")
    base, anchor = context.today, "published"
    if which in {"following", "same", "the same", "that", "previous", "preceding"} and context.day:
        base, anchor = context.day.date, "reference"
    if base is None:
        return _part_of_day(f"XXXX-WXX-{number}", parts, None, context.missing)
    found = almanac.add_days(base, _to_weekday(base.isoweekday(), number, parts, context.direction))
    return _part_of_day(found.isoformat() if found else None, parts, anchor, None if found else OUTSIDE)


def _to_weekday(today: int, number: int, parts: Parts, direction: int) -> int:
    """Days to go: most recent, the day itself included, unless the words or the verb point ahead."""
    week = parts.get("weekword") or parts.get("ofweek")
    if week:
        return number - today + 7 * _STEP.get(week, 0)
    which = parts.get("which", "")
    if which == "this":
        return number - today
    step = _STEP.get(which, 0)
    if step > 0:
        return (number - today - 1) % 7 + 1
    if step < 0:
        return -((today - number - 1) % 7 + 1)
    return (number - today) % 7 if direction == FUTURE else -((today - number) % 7)


def _part_of_day(day_value: str | None, parts: Parts, anchor: str | None, reason: str | None = None) -> Value:
    """A day, or a part of it where the words name one."""
    part = parts.get("daypart")
    if part is None or day_value is None:
        return _dated(day_value, parts, anchor, reason)
    return Value("TIME", f"{day_value}T{table('day_parts')[part][0]}", mod_of(parts), anchor, reason)


def holiday(parts: Parts, context: Context) -> Value:
    """"Christmas", "last Easter", "Thanksgiving 2015"."""
    name, published = parts["holiday"], context.published
    rule = table("holidays")[name][0]
    if len(rule) == 10 and rule[4] == "-":
        return _dated(rule, parts)
    if rule == "lunar":
        return _dated(None, parts, None, LUNAR)
    if "year" not in parts and published is None:
        fixed = rule if rule[0].isdigit() and len(rule) == 5 and "*" not in rule else "XX-XX"
        return _dated(f"XXXX-{fixed}", parts, None, NO_DATE)
    base = published or Moment(int(parts["year"]))
    usual = almanac.holiday(name, base.year)
    if usual is None:
        return _dated(None, parts)
    year, anchor = _year_of(parts, context, usual.month, usual.day)
    found = almanac.holiday(name, year) if year else None
    return _dated(found.isoformat() if found else None, parts, anchor)


# -- years and what is larger ----------------------------------------------------------------------


def year(parts: Parts, context: Context) -> Value:
    """"2004", "early 2004", "about 1850"."""
    if len(parts["year"]) == 2:
        # "'71": the last such year that has come.
        if context.published is None:
            return _dated(None, parts, None, "no publication date tells the century")
        return _dated(f"{context.published.year - (context.published.year - int(parts['year'])) % 100:04}", parts, "published")
    return _dated(parts["year"].zfill(4), parts)


def era(parts: Parts, context: Context) -> Value:
    """"44 BC", "AD 79"."""
    number = int(parts.get("year") or parts["year2"])
    before = parts.get("era", "").startswith("b")
    return _dated(f"BC{number:04}" if before else f"{number:04}", parts) if number else _dated(None, parts)


def fiscal(parts: Parts, context: Context) -> Value:
    """"Fiscal 2008", "the last fiscal year": not the calendar's year, so without EDTF."""
    reason = "a fiscal year begins when its keeper says"
    if "year" in parts:
        return _dated(f"FY{parts['year']}", parts, None, reason)
    if context.published is None or "which" not in parts:
        return _dated(None, parts, None, reason if context.published else NO_DATE)
    return _dated(f"FY{context.published.year + _STEP.get(parts['which'], 0):04}", parts, "published", reason)


def decade(parts: Parts, context: Context) -> Value:
    """"The 1990s", "the '60s", "the nineties"."""
    word = parts["decade"].removesuffix("s").rstrip(" '")
    if word.isdigit() and len(word) == 4:
        # "The 1800s" is a century, "the 2000s" a decade.
        return _dated(word[:2] if word.endswith("00") and word < "2000" else word[:3], parts)
    hundred = {"nineteen": 19, "eighteen": 18}.get(parts.get("hundred", ""))
    tens = int(word) if word.isdigit() else int(table("decades")[parts["decade"].split()[-1]][0])
    if hundred is not None:
        return _dated(f"{hundred}{tens // 10}", parts)
    if context.published is None:
        return _dated(None, parts, None, "no publication date tells the century")
    # The last decade of that name that has begun.
    first = context.published.year - (context.published.year - tens) % 100
    return _dated(f"{first // 10:03}", parts, "published")


def century(parts: Parts, context: Context) -> Value:
    """"The 19th century", "the late 5th century BC"."""
    number = ordinal(parts["ordinal"]) or 0
    if not 1 <= number <= 99:
        return _dated(None, parts)
    if parts.get("era", "").startswith("b"):
        return _dated(f"BC{number - 1:02}", parts, None, "EDTF has no century before Christ of the same years")
    return _dated(f"{number - 1:02}", parts)


# -- seasons, quarters, halves -----------------------------------------------------------------------


def season(parts: Parts, context: Context) -> Value:
    """"Summer 2020", "last winter", "over the summer"."""
    code = table("seasons")[parts["season"]][0]
    published, which = context.published, parts.get("which", "")
    if "year" in parts:
        return _dated(f"{parts['year']}-{code}", parts)
    if published is None or (published.month is None and not parts.get("yearword")):
        return _dated(f"XXXX-{code}", parts, None, NO_YEAR if published else NO_DATE)
    if word := parts.get("yearword"):
        return _dated(f"{published.year + _STEP.get(word, 0):04}-{code}", parts, "published")
    return _dated(f"{_season_year(published, code, which, context.direction):04}-{code}", parts, "published")


def _season_year(published: Moment, code: str, which: str, direction: int) -> int:
    """The year in which the season begins."""
    month = published.month or 1
    running = (month - _SEASON_MONTH[code]) % 12 < 3
    begun = published.year - (month < _SEASON_MONTH[code])
    if which in {"this", "current", "this coming"} or direction == FUTURE and not which:
        return begun if running else published.year
    if _STEP.get(which, 0) > 0:
        return begun + 1
    return begun - (running and _STEP.get(which, 0) < 0)


def quarter(parts: Parts, context: Context) -> Value:
    """"The third quarter", "Q3 2020", "the first half of last year"."""
    letter = "H" if parts.get("unit") == "half" else "Q"
    last = {"last": 2 if letter == "H" else 4, "final": 2 if letter == "H" else 4}
    number = int(parts["number"]) if "number" in parts else last.get(parts["ordinal"]) or ordinal(parts["ordinal"]) or 0
    if letter == "H" and number > 2:
        return _dated(None, parts, None, "a year has two halves")
    if "fiscal" in parts:
        return _dated(f"XXXX-{letter}{number}", parts, None, "a fiscal year begins when its keeper says")
    if "year" in parts:
        return _dated(f"{parts['year']}-{letter}{number}", parts)
    published = context.published
    if published is None or published.month is None:
        return _dated(f"XXXX-{letter}{number}", parts, None, NO_YEAR if published else NO_DATE)
    begins = (number - 1) * (6 if letter == "H" else 3) + 1
    found = published.year + _STEP.get(parts.get("yearword", ""), 0)
    if "yearword" not in parts and begins > published.month and context.direction != FUTURE:
        # The nearest: in August, "the fourth quarter" is about to begin.
        found -= context.direction == PAST or begins - published.month > 4
    return _dated(f"{found:04}-{letter}{number}", parts, "published")


# -- counted from another time -------------------------------------------------------------------------


def deictic(parts: Parts, context: Context) -> Value:
    """"Today", "yesterday afternoon", "this morning", "last night"."""
    word = parts["deictic"]
    if word == "today" and context.general and not {"part", "daypart"} & parts.keys():
        return Value("DATE", "PRESENT_REF", None, None, "the present in general, not a day")
    step = {"yesterday": -1, "last night": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}.get(word, 0)
    if word in {"tonight", "last night", "overnight"}:
        parts = {"daypart": "night", **parts}
    if context.today is None:
        return _part_of_day("XXXX-XX-XX", parts, None, context.missing)
    found = almanac.add_days(context.today, step)
    return _part_of_day(found.isoformat() if found else None, parts, "published", None if found else OUTSIDE)


def unit(parts: Parts, context: Context) -> Value:
    """"Last week", "the following day", "the end of this year", "the year before"."""
    which = parts.get("which", "this")
    if which == "year" or "unit" not in parts:
        return _counted(context.published, 0, "year", {"part": "end"}, "published", context)
    name = unit_of(parts["unit"])
    if which == "past" or name in {"hour", "minute"} or (which == "last" and "span" in parts and name != "quarter"):
        if name in {"hour", "minute"} and which in {"this", "that", "same", "current", "the same"}:
            return Value("DATE", "PRESENT_REF" if which == "this" else "PAST_REF", None, None, "no calendar date")
        return Value("DURATION", amount(1, name), mod_of(parts))
    step = {"before": -1, "after": 1}.get(which, _STEP.get(which, 0))
    if name == "weekend" and which in {"this", "the"} and context.direction != FUTURE and context.today:
        step = -(context.today.isoweekday() <= (4 if context.direction == PAST else 1))
    if _is_told(which, parts):
        base = _reference(context, name)
        if base is not None:
            return _counted(base, step, name, parts, "reference", context)
        if step > 0 or (name in {"day", "night"} and "which" in parts) or which in {"that", "same", "the same"}:
            return _unknown(name, parts, NO_REFERENCE)
    return _counted(context.published, step, name, parts, "published", context)


def _is_told(which: str, parts: Parts) -> bool:
    """Whether it is counted from the last date of the text, not from the publication."""
    if which in {"before", "after", "that", "same", "the same", "following", "preceding"}:
        return True
    if "which" not in parts and parts.get("unit") == "day":
        return True
    return which in {"next", "previous"} and ("the" in parts or which == "previous" or parts.get("unit") == "day")


def _reference(context: Context, name: str) -> Moment | None:
    if name in {"day", "night", "week", "weekend", "fortnight", "weekday", "hour", "minute", "second"}:
        return context.day
    if name in {"month", "quarter"}:
        return context.month
    return context.year


def same(parts: Parts, context: Context) -> Value:
    """"The same month a year ago": a year before the one that is being told of."""
    name = {"month": "month", "period": "month", "quarter": "quarter"}.get(parts["unit"], "year")
    base = context.month if name == "month" and context.month else context.published
    if base is None or (name != "year" and base.month is None):
        return _unknown(name, parts, context.missing)
    anchor = "reference" if base is context.month else "published"
    return _counted(Moment(base.year - 1, base.month), 0, name, parts, anchor, context)


def shift(parts: Parts, context: Context) -> Value:
    """"Two days ago", "a year earlier", "three weeks later", "a month from now"."""
    name, number, way = unit_of(parts["unit"]), count_of(parts["number"]), parts["way"]
    back = way in {"ago", "earlier", "previously", "prior", "before", "beforehand", "before now"}
    if number is None:
        if way in {"ago", "before now", "from now", "hence"}:
            return _dated("PAST_REF" if back else "FUTURE_REF", parts, "published", INEXACT)
        return _unknown(name, parts, INEXACT)
    base, anchor = context.published, "published"
    if way not in {"ago", "from now", "hence", "before now"}:
        found = _reference(context, name)
        if found is None and not back:
            return _unknown(name, parts, NO_REFERENCE)
        base, anchor = (found, "reference") if found else (base, anchor)
    if number != int(number):
        name, number = {"year": ("month", number * 12), "day": ("hour", number * 24)}.get(name, (name, number))
    return _counted(base, -int(number) if back else int(number), name, parts, anchor, context)


def _unknown(name: str, parts: Parts, reason: str) -> Value:
    known = {"year": "XXXX", "decade": "XXXX", "century": "XXXX", "month": "XXXX-XX", "quarter": "XXXX-QX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE"}
    return _dated(known.get(name, "XXXX-XX-XX"), parts, None, reason)


def _counted(base: Moment | None, step: int, name: str, parts: Parts, anchor: str, context: Context) -> Value:
    """The unit `name` that lies `step` units from `base`."""
    if base is None:
        return _unknown(name, parts, NO_DATE)
    if name in {"semester", "trimester"}:
        return _unknown("year", parts, "no part of the calendar")
    if name in {"year", "decade", "century", "millennium", "month", "quarter"}:
        if name in {"month", "quarter"} and base.month is None:
            return _unknown(name, parts, NO_DAY)
        return _dated(_larger(base, step, name, "number" in parts), parts, anchor)
    if base.date is None:
        return _unknown(name, parts, NO_DAY)
    return _by_days(base.date, step, name, parts, anchor)


def _larger(base: Moment, step: int, name: str, counted: bool) -> str | None:
    """Years, decades, centuries, months, quarters. "Two decades ago" is a year, "last decade" a decade."""
    size = {"decade": 10, "century": 100, "millennium": 1000}.get(name, 1)
    if name in {"month", "quarter"}:
        found = almanac.add_months(base, step * (3 if name == "quarter" else 1))
        if found is None or found.month is None or name == "month":
            return found.value if found else None
        return f"{found.year:04}-Q{(found.month + 2) // 3}"
    if abs(step) > 10_000 or not 1 <= base.year + step * size <= 9999:
        return None
    reached = base.year + step * size
    if counted or name in {"year", "millennium"}:
        return f"{reached:04}"
    return f"{reached // 10:03}" if name == "decade" else f"{reached // 100:02}"


def _by_days(base: date, step: int, name: str, parts: Parts, anchor: str) -> Value:
    """Weeks, weekends, days, and hours where they make whole days."""
    if name in {"hour", "minute", "second"}:
        if name != "hour" or step % 24 or not step:
            return Value("TIME", "XXXX-XX-XXTXX:XX", mod_of(parts), None, "no time of day to count from")
        name, step = "day", step // 24
    days = step * {"week": 7, "weekend": 7, "fortnight": 14}.get(name, 1)
    found = almanac.add_days(base, days)
    if found is None:
        return _dated(None, parts, anchor)
    if name == "night":
        return Value("TIME", f"{found}TNI", mod_of(parts), anchor)
    if name in {"week", "fortnight"}:
        return _dated(almanac.week(found), parts, anchor)
    return _dated(f"{almanac.week(found)}-WE" if name == "weekend" else found.isoformat(), parts, anchor)


# -- times of day ------------------------------------------------------------------------------------


def clock(parts: Parts, context: Context) -> Value:
    """"3:30 p.m. EDT", "15:11 GMT", "five o'clock", "half past two"."""
    return _clock_on(context.clock_day, parts, context.missing)


def _clock_on(day_value: str | None, parts: Parts, missing: str | None) -> Value:
    hour, minute = _hour(parts)
    if hour is None or hour > 24 or (hour == 24 and minute not in {None, "00"}):
        return Value("TIME", None, None, None, "no such time of day")
    zone = table("time_zones")[parts["zone"]][0] if parts.get("zone") else ""
    second = f":{parts['second']}" if "second" in parts else ""
    value = f"{day_value or 'XXXX-XX-XX'}T{hour:02}:{minute or '00'}{second}{zone}"
    return Value("TIME", value, mod_of(parts), None, None if day_value else missing)


def _hour(parts: Parts) -> tuple[int | None, str | None]:
    minute = parts.get("minute")
    found = count_of(parts["hourword"]) if "hourword" in parts else int(parts["hour"])
    hour = int(found) if found is not None else None
    if hour is not None and "offset" in parts:
        ahead = {"half": 30, "a quarter": 15, "quarter": 15}.get(parts["offset"]) or int(count_of(parts["offset"]) or 0)
        hour, minute = (hour, f"{ahead:02}") if parts["side"] == "past" else ((hour - 1) % 24, f"{60 - ahead:02}")
    late = parts.get("half") == "pm" or parts.get("daypart") in {"afternoon", "evening", "night"}
    if hour is None or not (parts.get("half") or parts.get("daypart")):
        return hour, minute
    return (hour % 12 + 12 if late else hour % 12) if hour <= 12 else hour, minute


def daypart(parts: Parts, context: Context) -> Value:
    """"In the morning", "that night", "noon"."""
    which = parts.get("which", "")
    base = context.day.date if context.day else None
    if which and base is None:
        return _part_of_day("XXXX-XX-XX", parts, None, NO_REFERENCE)
    if which and base:
        found = almanac.add_days(base, _STEP.get(which, 0))
        return _part_of_day(found.isoformat() if found else None, parts, "reference", None if found else OUTSIDE)
    known = context.clock_day
    if known is None and table("day_parts")[parts["daypart"]][0][0].isdigit() and context.today:
        known = context.today.isoformat()
    return _part_of_day(known or "XXXX-XX-XX", parts, None, None if known else "no day is named")


def vague(parts: Parts, context: Context) -> Value:
    """"Recently", "now", "in the future", "years ago"."""
    value = table("vague_times")[parts["vague"]][0] if "vague" in parts else "PAST_REF"
    return Value("DATE", value, None, None, "no calendar date")


Resolver = Callable[[Parts, Context], Value]


def _duration(parts: Parts, context: Context) -> Value:
    value = lengths.duration(parts)
    return Value("DURATION", value, mod_of(parts), None, INEXACT if "X" in value else None)


def _set(parts: Parts, context: Context) -> Value:
    return Value("SET", lengths.repeated(parts))


#: Kind of expression, and what resolves it.
RESOLVERS: Mapping[str, Resolver] = {
    "century": century,
    "clock": clock,
    "date": date_,
    "daypart": daypart,
    "decade": decade,
    "deictic": deictic,
    "duration": _duration,
    "era": era,
    "fiscal": fiscal,
    "holiday": holiday,
    "iso": iso,
    "numeric": numeric,
    "quarter": quarter,
    "same": same,
    "season": season,
    "set": _set,
    "shift": shift,
    "span": _duration,
    "unit": unit,
    "vague": vague,
    "weekday": weekday,
    "year": year,
}


def resolve(kind: str, parts: Parts, context: Context) -> Value:
    """Return what an expression of that kind means."""
    return RESOLVERS[kind](parts, context)
