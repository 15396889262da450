"""Times counted from another: from the publication, or from the last date of the text."""

from __future__ import annotations

from datetime import date

from claims.lexicon import table
from claims.times import almanac
from claims.times.almanac import Moment
from claims.times.context import (
    INEXACT,
    NO_DATE,
    NO_DAY,
    NO_REFERENCE,
    OUTSIDE,
    STEP,
    Context,
    Parts,
    Value,
    dated,
    mod_of,
    part_of_day,
)
from claims.times.lengths import amount, count_of, stretch, unit_of
from claims.times.tense import FUTURE, PAST


def deictic(parts: Parts, context: Context) -> Value:
    """Read "Today", "yesterday afternoon", "this morning", "last night"."""
    word = parts["deictic"]
    if word == "today" and context.general and not {"part", "daypart"} & parts.keys():
        return Value("DATE", "PRESENT_REF", None, None, "the present in general, not a day")
    step = {
        "yesterday": -1,
        "last night": -1,
        "tomorrow": 1,
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
    }.get(word, 0)
    if word in {"tonight", "last night", "overnight"}:
        parts = {"daypart": "night", **parts}
    if context.today is None:
        return part_of_day("XXXX-XX-XX", parts, None, context.missing)
    if word == "overnight" and context.direction != PAST:
        return part_of_day("XXXX-XX-XX", parts, None, "no particular night")
    found = almanac.add_days(context.today, step)
    return part_of_day(found.isoformat() if found else None, parts, "published", None if found else OUTSIDE)


def unit(parts: Parts, context: Context) -> Value:
    """Read "Last week", "the following day", "the end of this year", "the year before"."""
    which = parts.get("which", "this")
    if "unit" not in parts:
        return _counted(context.published, 0, "year", parts, "published", context)
    name = unit_of(parts["unit"])
    if which == "past" or name in {"hour", "minute"} or (which == "last" and "span" in parts and name != "quarter"):
        if name in {"hour", "minute"} and which in {"this", "that", "same", "current", "the same"}:
            return Value("DATE", "PRESENT_REF" if which == "this" else "PAST_REF", None, None, "no calendar date")
        length = amount(1, name)
        known = stretch(length, context.today, -1) if which in {"past", "last"} and context.today else None
        begin = known.partition("/")[0] if known else None
        bounded = "published" if known else None
        return Value("DURATION", length, mod_of(parts), bounded, None, known, begin, bounded)
    step = {"before": -1, "after": 1}.get(which, STEP.get(which, 0))
    if name == "weekend" and which in {"this", "the"} and context.direction != FUTURE and context.today:
        step = -(context.today.isoweekday() <= (4 if context.direction == PAST else 1))
    if "which" not in parts and name == "year" and context.told_year is not None and context.year is not None:
        # "By the end of the year", in a passage about another one.
        return _counted(context.year, 0, name, parts, "year", context)
    if _is_told(which, parts):
        base = _reference(context, name)
        if base is not None:
            return _counted(base, step, name, parts, _grain(name), context)
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
    return {"year": context.year, "month": context.month, "day": context.day}[_grain(name)]


def _grain(name: str) -> str:
    """Return what a date must have to count that unit from it."""
    if name in {"year", "decade", "century", "millennium"}:
        return "year"
    return "month" if name in {"month", "quarter", "semester", "trimester"} else "day"


def same(parts: Parts, context: Context) -> Value:
    """Read "The same month a year ago": a year before the one that is being told of."""
    if parts.get("unit") in {"period", "quarter"} and (known := _quarter_before(context)):
        return dated(known, parts, "quarter")
    if parts.get("unit") == "quarter":
        return year_ago(parts, context)
    name = {"month": "month", "period": "month"}.get(parts.get("unit", "time"), "year")
    base = context.month if name == "month" and context.month else context.published
    if base is None or (name != "year" and base.month is None):
        return _unknown(name, parts, context.missing)
    anchor = "month" if base is context.month else "published"
    return _counted(Moment(base.year - 1, base.month), 0, name, parts, anchor, context)


def year_ago(parts: Parts, context: Context) -> Value:
    """Read "the year-ago quarter", "the prior-year period": as exactly as the year before is known."""
    if parts["unit"] in {"period", "quarter"} and (known := _quarter_before(context)):
        return dated(known, parts, "quarter")
    published, rest = context.published, {"quarter": "-QX", "half": "-HX", "week": "-WXX"}.get(parts["unit"], "")
    if parts["unit"] == "month" and context.month is not None:
        return dated(Moment(context.month.year - 1, context.month.month).value, parts, "month")
    # In January a company reports on the year before.
    if published is None or published.year < 2 or (rest and (published.month or 1) < 4):
        return dated(f"XXXX{rest}", parts, None, NO_REFERENCE)
    return dated(f"{published.year - 1:04}{rest}", parts, "published", "no quarter is named" if rest else None)


def _quarter_before(context: Context) -> str | None:
    """Return the quarter a year before the one told of."""
    year, _, rest = (context.quarter or "").partition("-")
    return f"{int(year) - 1:04}-{rest}" if rest and int(year) > 1 else None


def shift(parts: Parts, context: Context) -> Value:
    """Read "Two days ago", "a year earlier", "three weeks later", "a month from now"."""
    name, number, way = unit_of(parts["unit"]), count_of(parts["number"]), parts.get("way", "ago")
    if number is not None and "plushalf" in parts:
        number += 0.5
    back = way in {"ago", "earlier", "previously", "prior", "before", "beforehand", "before now"}
    if number is None:
        if way in {"ago", "before now", "from now", "hence"}:
            return dated("PAST_REF" if back else "FUTURE_REF", parts, "published", INEXACT)
        return _unknown(name, parts, INEXACT)
    base, anchor = context.published, "published"
    if way not in {"ago", "from now", "hence", "before now"}:
        found = _reference(context, name)
        if found is None and not back:
            return _unknown(name, parts, NO_REFERENCE)
        base, anchor = (found, _grain(name)) if found else (base, anchor)
    if "today" in parts:
        return _day_ago(parts, context, name, number)
    if number != int(number):
        finer = {"century": ("year", 100), "decade": ("year", 10), "year": ("month", 12), "day": ("hour", 24)}
        name, size = finer.get(name, (name, 1))
        number *= size
    return _counted(base, -int(number) if back else int(number), name, parts, anchor, context)


def _day_ago(parts: Parts, context: Context, name: str, number: float) -> Value:
    """Read "a year ago today", "a week ago Friday": the same day of the calendar or of the week."""
    base, word = context.today, parts["today"]
    if base is None or number != int(number):
        return _unknown("day", parts, context.missing)
    step = -(word == "yesterday")
    if "weekday" in parts:
        step = -((base.isoweekday() - int(table("weekdays")[parts["weekday"]][0])) % 7)
    near = almanac.add_days(base, step)
    return dated(_back(near, int(number), name) if near else None, parts, "published")


def _back(day: date, count: int, name: str) -> str | None:
    """Return the day that lies whole weeks, months or years before a day."""
    months = {"month": 1, "year": 12, "decade": 120, "century": 1200}.get(name)
    if months is not None:
        found = almanac.add_months(Moment(day.year, day.month), -count * months)
        reached = almanac.day(found.year, found.month or 1, day.day) if found else None
    else:
        reached = almanac.add_days(day, -count * {"week": 7, "fortnight": 14, "day": 1}.get(name, 0))
    return reached.isoformat() if reached and (months or name in {"week", "fortnight", "day"}) else None


def _unknown(name: str, parts: Parts, reason: str) -> Value:
    known = {
        "year": "XXXX",
        "decade": "XXXX",
        "century": "XXXX",
        "month": "XXXX-XX",
        "quarter": "XXXX-QX",
        "week": "XXXX-WXX",
        "weekend": "XXXX-WXX-WE",
    }
    return dated(known.get(name, "XXXX-XX-XX"), parts, None, reason)


def _counted(base: Moment | None, step: int, name: str, parts: Parts, anchor: str, context: Context) -> Value:
    """Return the unit `name` that lies `step` units from `base`."""
    if base is None:
        return _unknown(name, parts, NO_DATE)
    if name in {"semester", "trimester"}:
        return _unknown("year", parts, "no part of the calendar")
    if name in {"year", "decade", "century", "millennium", "month", "quarter"}:
        if name in {"month", "quarter"} and base.month is None:
            return _unknown(name, parts, NO_DAY)
        return dated(_larger(base, step, name, "number" in parts), parts, anchor)
    if base.date is None:
        return _unknown(name, parts, NO_DAY)
    if name in {"hour", "minute"} and anchor == "published" and context.instant is not None:
        found = almanac.add_minutes(context.instant, step * (60 if name == "hour" else 1))
        return Value("TIME", found, mod_of(parts), anchor, None if found else OUTSIDE)
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
        return dated(None, parts, anchor)
    if name == "night":
        return Value("TIME", f"{found}TNI", mod_of(parts), anchor)
    if name in {"week", "fortnight"}:
        return dated(almanac.week(found), parts, anchor)
    return dated(f"{almanac.week(found)}-WE" if name == "weekend" else found.isoformat(), parts, anchor)
