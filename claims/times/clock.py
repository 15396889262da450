"""Times of day and parts of the day."""

from __future__ import annotations

from claims.lexicon import table
from claims.times import almanac
from claims.times.context import NO_DAY_NAMED, NO_REFERENCE, OUTSIDE, STEP, Context, Parts, Value, mod_of, part_of_day
from claims.times.lengths import count_of


def clock(parts: Parts, context: Context) -> Value:
    """Read "3:30 p.m. EDT", "15:11 GMT", "five o'clock", "half past two"."""
    return clock_on(context.clock_day, parts, NO_DAY_NAMED if context.today else context.missing)


def clock_on(day_value: str | None, parts: Parts, missing: str | None) -> Value:
    """Return the time of day on a day, which may be unknown."""
    hour, minute = _hour(parts)
    if hour is None or hour > 24 or (hour == 24 and minute not in {None, "00"}):
        return Value("TIME", None, None, None, "no such time of day")
    zone = table("time_zones")[parts["zone"]][0] if parts.get("zone") else ""
    if "offset_sign" in parts:
        zone = f"{parts['offset_sign']}{int(parts['offset_hours']):02}:{parts.get('offset_minutes', '00')}"
    second = f":{parts['second']}" if "second" in parts else ""
    value = f"{day_value or 'XXXX-XX-XX'}T{hour:02}:{minute or '00'}{second}{zone}"
    return Value("TIME", value, mod_of(parts), None, None if day_value else missing)


def _hour(parts: Parts) -> tuple[int | None, str | None]:
    minute = parts.get("minute") or parts.get("dotted")
    found = count_of(parts["hourword"]) if "hourword" in parts else int(parts["hour"])
    hour = int(found) if found is not None else None
    if hour is not None and "offset" in parts:
        ahead = {"half": 30, "a quarter": 15, "quarter": 15}.get(parts["offset"]) or int(count_of(parts["offset"]) or 0)
        hour, minute = (hour, f"{ahead:02}") if parts["side"] == "past" else ((hour - 1) % 24, f"{60 - ahead:02}")
    late = parts.get("half") == "pm" or parts.get("daypart") in {"afternoon", "evening"}
    # "Ten at night" is late, "two at night" is not.
    late = late or (parts.get("daypart") == "night" and hour is not None and 5 < hour < 12)
    if hour is None or not (parts.get("half") or parts.get("daypart")):
        return hour, minute
    return (hour % 12 + 12 if late else hour % 12) if hour <= 12 else hour, minute


def daypart(parts: Parts, context: Context) -> Value:
    """Read "In the morning", "that night", "noon"."""
    which = parts.get("which", "")
    base = context.day.date if context.day else None
    if which and base is None:
        return part_of_day("XXXX-XX-XX", parts, None, NO_REFERENCE)
    if which and base:
        found = almanac.add_days(base, STEP.get(which, 0))
        return part_of_day(found.isoformat() if found else None, parts, "day", None if found else OUTSIDE)
    known = context.clock_day
    return part_of_day(known or "XXXX-XX-XX", parts, None, None if known else NO_DAY_NAMED)
