"""Days and months of the calendar: written, numeric, weekdays, holidays."""

from __future__ import annotations

from datetime import date

from claims.lexicon import table
from claims.times import almanac
from claims.times.almanac import Moment
from claims.times.clock import clock_on
from claims.times.context import (
    ELSEWHERE,
    LUNAR,
    NO_DATE,
    NO_REFERENCE,
    NO_SUCH_DAY,
    NO_YEAR,
    OUTSIDE,
    STEP,
    TOLD,
    WEEKS,
    Context,
    Parts,
    Value,
    dated,
    part_of_day,
)
from claims.times.pieces import ordinal
from claims.times.tense import AHEAD, FUTURE, LATER, OPEN, PAST

#: Days within which the nearest date is meant, whatever the tense.
_NEAR = 60
#: Days by which a text may be dated before what it tells.
_TURN = 3
_WEEK = 7
_OTHER_DAY = "it falls on another day of the week"


def day_or_month(parts: Parts, context: Context) -> Value:
    """Read "May 3, 2019", "3rd of May", "early May", "last March", "Monday the 5th"."""
    if "month" not in parts:
        return _day_of_month(parts, context)
    month = int(table("months")[parts["month"]][0])
    number = ordinal(parts["day"]) if "day" in parts else None
    every_year = context.habitual or (context.general and "range" in parts)
    if every_year and context.direction != FUTURE and not {"year", "yearword", "which"} & parts.keys():
        known = f"XXXX-{month:02}-{number:02}" if number else f"XXXX-{month:02}"
        return dated(known, parts, None, "any year's")
    year, anchor = year_of(parts, context, month, number)
    if year is None:
        known = "-".join(["XXXX", f"{month:02}", *([f"{number:02}"] if number else [])])
        return dated(known, parts, None, NO_YEAR if context.published else NO_DATE)
    if not number:
        return dated(Moment(year, month).value if 1 <= year <= 9999 else None, parts, anchor)
    found = almanac.day(year, month, number)
    if found is None:
        return dated(None, parts, anchor, NO_SUCH_DAY)
    if not _is_named(found, parts):
        # A year that was only counted may be the one beside; one that is written contradicts its weekday.
        beside = [almanac.day(year + step, month, number) for step in (-1, 1) if anchor is not None]
        found = next((day for day in beside if day and _is_named(day, parts)), None)
        if found is None:
            return dated(f"XXXX-{month:02}-{number:02}" if anchor else None, parts, None, _OTHER_DAY)
    return part_of_day(found.isoformat(), parts, anchor)


def _is_named(day: date, parts: Parts) -> bool:
    """Tell whether a day is the weekday that stands with it."""
    return "weekday" not in parts or day.isoweekday() == int(table("weekdays")[parts["weekday"]][0])


def day_alone(parts: Parts, context: Context) -> Value:
    """Read "the 12th", "the 1st of next month": of the month told of, else the nearest one the verb allows."""
    number, word = ordinal(parts["day"]) or 0, parts.get("ofmonth")
    told = context.month if word in {None, "that", "the same"} else None
    base = told or context.published
    if base is None or base.month is None:
        return dated(f"XXXX-XX-{number:02}", parts, None, context.missing)
    step = STEP.get(word or "", 0)
    if told is None and word is None and base.day is not None:
        step = (base.day > number and context.direction in AHEAD) - (base.day < number and context.direction == PAST)
    month = almanac.add_months(base, step)
    found = almanac.day(month.year, month.month, number) if month and month.month else None
    reason = None if found else NO_SUCH_DAY
    return dated(found.isoformat() if found else None, parts, "month" if told else "published", reason)


def nth(parts: Parts, context: Context) -> Value:
    """Read "the first Monday in May", "the last day of May 2019", "the second week of May"."""
    month = int(table("months")[parts["month"]][0])
    year, anchor = year_of(parts, context, month, None)
    if year is None:
        return dated(None, parts, None, NO_YEAR if context.published else NO_DATE)
    place = -1 if parts["nth"] in {"last", "final"} else ordinal(parts["nth"]) or 0
    if parts.get("unit") == "week":
        third = "START" if place == 1 else "MID" if place in {2, 3} else "END"
        return Value("DATE", Moment(year, month).value if 1 <= year <= 9999 else None, third, anchor, WEEKS)
    if parts.get("unit") == "day":
        found = almanac.day(year, month, place) if place > 0 else almanac.last_day(year, month)
    else:
        weekday = 6 if "unit" in parts else int(table("weekdays")[parts["weekday"]][0])
        found = almanac.nth_weekday(year, month, place, weekday)
    if found is None:
        return dated(None, parts, anchor, NO_SUCH_DAY)
    return dated(f"{almanac.week(found)}-WE" if parts.get("unit") == "weekend" else found.isoformat(), parts, anchor)


def week_of(parts: Parts, context: Context) -> Value:
    """Read "the week of May 3", "the weekend of 3 May 2019": the week that holds the day."""
    day = day_or_month(parts, context)
    at = almanac.moment(day.value)
    if at is None or at.date is None:
        return dated(None, parts, day.anchor, day.reason)
    return dated(almanac.week(at.date) + ("-WE" if parts["unit"] == "weekend" else ""), parts, day.anchor)


def _day_of_month(parts: Parts, context: Context) -> Value:
    """Read "Tuesday the 3rd": of the month told of, or of the nearest one in which it is a Tuesday."""
    number, base = ordinal(parts["day"]) or 0, context.month or context.published
    if base is None or base.month is None:
        return dated(f"XXXX-XX-{number:02}", parts, None, context.missing)
    months = [almanac.add_months(base, step) for step in (0, -1, 1)]
    days = [almanac.day(month.year, month.month, number) for month in months if month and month.month]
    found = next((day for day in days if day and _is_named(day, parts)), None)
    if found is None:
        return dated(f"XXXX-XX-{number:02}", parts, None, _OTHER_DAY)
    return dated(found.isoformat(), parts, "month" if base is context.month else "published")


def year_of(parts: Parts, context: Context, month: int, number: int | None) -> tuple[int | None, str | None]:
    """Return the year of a month or day, as written or counted, and what it was counted from."""
    if "year" in parts:
        return int(parts["year"]), None
    published = context.published
    if word := parts.get("yearword"):
        base = (
            context.year
            if word in {"that", "the same", "the previous", "the following"} and context.year
            else published
        )
        return (
            (base.year + STEP.get(word, 0), "year" if base is context.year else "published") if base else (None, None)
        )
    which = parts.get("which", "")
    if which in TOLD:
        return (beside(context.year, month, which), "year") if context.year else (None, None)
    if published is None:
        return None, None
    if context.told_year is not None and not which and context.direction != FUTURE:
        return context.told_year, "passage"
    if published.month is None:
        return (published.year, "published") if which in {"", "this"} else (None, None)
    return _nearest(published, month, number, which, context), "published"


def beside(told: Moment, month: int, which: str) -> int:
    """Return the year of "that May", "the following May", counted from the last date told."""
    if which == "following":
        return told.year + (told.month is None or month <= told.month)
    return told.year - (which == "preceding" and (told.month is None or month >= told.month))


def _nearest(published: Moment, month: int, number: int | None, which: str, context: Context) -> int:
    """Return the year that brings a month or day nearest to publication, or nearest on one side of it."""
    step, direction = STEP.get(which, 0), context.direction
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
    if direction in AHEAD and ahead < -_NEAR:
        return year + 1
    behind = context.behind and ahead > (_TURN if number else 0)
    return year - 1 if behind or (direction == PAST and ahead > _NEAR) else year


def iso(parts: Parts, context: Context) -> Value:
    """Read "2019-05-03", "2019-05-03T14:00Z"."""
    if "day" not in parts:
        return dated(f"{parts['year']}-{parts['month']}", parts)
    found = almanac.day(int(parts["year"]), int(parts["month"]), int(parts["day"]))
    if found is None:
        return dated(None, parts, None, NO_SUCH_DAY)
    if "hour" not in parts:
        return dated(found.isoformat(), parts)
    return clock_on(found.isoformat(), parts, None)


def numeric(parts: Parts, context: Context) -> Value:
    """Read "12/05/2019": month first or day first by language, by the mark, or because only one can be a month."""
    first, second = (
        map(int, parts["both"].split(".")) if "both" in parts else (int(parts["first"]), int(parts["second"]))
    )
    dotted = "both" in parts or parts.get("mark") == "."
    month_first = second > 12 or (context.month_first and not dotted and first <= 12)
    month, number = (first, second) if month_first else (second, first)
    found = almanac.day(full_year(parts["year"], context), month, number)
    return dated(found.isoformat() if found else None, parts, None, None if found else NO_SUCH_DAY)


def full_year(figures: str, context: Context) -> int:
    """Return the year that four or two figures mean."""
    if len(figures) == 4:
        return int(figures)
    # Two figures mean the last such year, or one of the ten years ahead.
    limit = (context.published.year if context.published else 2058) + 10
    return limit - (limit - int(figures)) % 100


def weekday(parts: Parts, context: Context) -> Value:
    """Read "Friday", "last Friday", "Sunday night", "Tuesday of last week"."""
    number = int(table("weekdays")[parts["weekday"]][0])
    which = parts.get("which", "")
    base, anchor = context.today, "published"
    loose = not which and context.direction == OPEN
    if loose and (context.habitual or "range" in parts):
        return part_of_day(f"XXXX-WXX-{number}", parts, None, "any week's")
    if which in {"previous", *TOLD} and context.day:
        base, anchor = context.day.date, "day"
    if base is None or (which in TOLD and anchor == "published"):
        return part_of_day(f"XXXX-WXX-{number}", parts, None, NO_REFERENCE if base else context.missing)
    said = context.day.date if context.day and context.direction == LATER and not which else None
    if said is not None and 0 <= (base - said).days < _WEEK:
        # "Said on Tuesday that it would rule on Friday": the Friday after that Tuesday.
        base, anchor = said, "day"
    found = almanac.add_days(base, _to_weekday(base.isoweekday(), number, parts, context.direction))
    return part_of_day(found.isoformat() if found else None, parts, anchor, None if found else OUTSIDE)


def _to_weekday(today: int, number: int, parts: Parts, direction: int) -> int:
    """Days to go: most recent, the day itself included, unless the words or the verb point ahead."""
    week = parts.get("weekword") or parts.get("ofweek")
    if week:
        return number - today + 7 * STEP.get(week, 0)
    which = parts.get("which", "")
    if which == "this":
        return number - today
    step = STEP.get(which, 0)
    if "later" in parts:
        return (number - today - 1) % 7 + 8
    if step > 0:
        return (number - today - 1) % 7 + 1
    if step < 0:
        return -((today - number - 1) % 7 + 1)
    return (number - today) % 7 if direction in AHEAD else -((today - number) % 7)


def holiday(parts: Parts, context: Context) -> Value:
    """Read "Christmas", "last Easter", "Thanksgiving 2015"."""
    name, published = parts["holiday"], context.published
    rule = table("holidays")[name][0]
    if "owned" in parts:
        return dated(None, parts, None, ELSEWHERE)
    if len(rule) == 10 and rule[4] == "-":
        return dated(rule, parts)
    if rule == "lunar":
        return dated(None, parts, None, LUNAR)
    if "year" not in parts and published is None:
        fixed = rule if rule[0].isdigit() and len(rule) == 5 and "*" not in rule else "XX-XX"
        return dated(f"XXXX-{fixed}", parts, None, NO_DATE)
    base = published or Moment(int(parts["year"]))
    usual = almanac.holiday(name, base.year)
    if usual is None:
        return dated(None, parts)
    year, anchor = year_of(parts, context, usual.month, usual.day)
    found = almanac.holiday(name, year) if year else None
    if found and "weekend" in parts:
        # A Monday or Tuesday belongs to the weekend before it.
        near = almanac.add_days(found, -found.isoweekday() if found.isoweekday() < 3 else 0)
        return dated(f"{almanac.week(near)}-WE" if near else None, parts, anchor)
    return part_of_day(found.isoformat() if found else None, parts, anchor)
