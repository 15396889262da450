"""Turn an expression, the publication date and the dates before it into a TIMEX3 value.

One function for each kind of expression, and their table. A value that cannot be known is
underspecified (``XXXX-WXX-7``) or None, with the reason; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from claims.lexicon import table
from claims.times import clock, counted, dates, lengths, periods
from claims.times.context import INEXACT, OUTSIDE, Context, Parts, Value, mod_of
from claims.times.values import is_timex_value
from claims.values import evolve

Resolver = Callable[[Parts, Context], Value]


def vague(parts: Parts, context: Context) -> Value:
    """Read "Recently", "now", "in the future", "years ago"."""
    value = table("vague_times")[parts["vague"]][0] if "vague" in parts else "PAST_REF"
    return Value("DATE", value, None, None, "no calendar date")


def _disaster(parts: Parts, context: Context) -> Value:
    """Read "the Sept. 11 attacks", which have their year, like "9/11"."""
    return Value("DATE", table("holidays")["9 / 11"][0])


def _span(parts: Parts, context: Context) -> Value:
    """Read "the past two years", "the next three days": a length that begins or ends with the publication."""
    found, which = _duration(parts, context), parts.get("which", "")
    side = -1 if which in {"last", "past"} else 1 if which in {"next", "coming"} else 0
    if side and context.today and found.value:
        stretch = lengths.stretch(found.value, context.today, side)
        if stretch:
            return _bounded(evolve(found, anchor="published"), stretch, side)
    return found


def _bounded(found: Value, stretch: str, side: int) -> Value:
    """Return a length that the publication ends (-1) or begins (1), with both its points."""
    begin, _, end = stretch.partition("/")
    return evolve(
        found, stretch=stretch, begin=begin if side < 0 else "published", end="published" if side < 0 else end
    )


def _duration(parts: Parts, context: Context) -> Value:
    value = lengths.duration(parts)
    return Value("DURATION", value, mod_of(parts), None, INEXACT if "X" in value else None)


def _age(parts: Parts, context: Context) -> Value:
    value = lengths.age(parts)
    return Value("DURATION", value, mod_of(parts), None, INEXACT if "X" in value else None)


def _set(parts: Parts, context: Context) -> Value:
    return Value("SET", lengths.repeated(parts))


#: Kind of expression, and what resolves it.
RESOLVERS: Mapping[str, Resolver] = {
    "age": _age,
    "century": periods.century,
    "clock": clock.clock,
    "date": dates.day_or_month,
    "day": dates.day_alone,
    "daypart": clock.daypart,
    "decade": periods.decade,
    "deictic": counted.deictic,
    "disaster": _disaster,
    "duration": _duration,
    "era": periods.era,
    "fiscal": periods.fiscal,
    "holiday": dates.holiday,
    "iso": dates.iso,
    "nth": dates.nth,
    "nth_decade": periods.nth_decade,
    "numeric": dates.numeric,
    "quarter": periods.quarter,
    "same": counted.same,
    "season": periods.season,
    "set": _set,
    "shift": counted.shift,
    "span": _span,
    "spoken_year": periods.spoken_year,
    "turn": periods.turn,
    "unit": counted.unit,
    "vague": vague,
    "week_of": dates.week_of,
    "weekday": dates.weekday,
    "year": periods.year,
    "year_ago": counted.year_ago,
}


def resolve(kind: str, parts: Parts, context: Context) -> Value:
    """Return what an expression of that kind means; a value outside the calendar becomes None."""
    found = RESOLVERS[kind](parts, context)
    if found.value is None or (is_timex_value(found.type, found.value) and not found.value.startswith("0000")):
        return found
    return evolve(found, value=None, reason=OUTSIDE)
