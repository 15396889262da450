"""Years and what is larger, seasons, quarters and halves."""

from __future__ import annotations

from claims.lexicon import table
from claims.times.almanac import Moment
from claims.times.context import NO_DATE, NO_REFERENCE, NO_YEAR, STEP, TOLD, Context, Parts, Value, dated
from claims.times.dates import beside, full_year
from claims.times.pieces import number, ordinal
from claims.times.tense import AHEAD, PAST

_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def year(parts: Parts, context: Context) -> Value:
    """Read "2004", "early 2004", "about 1850"."""
    if len(parts["year"]) == 2:
        # "The class of '71".
        if context.published is None:
            return dated(None, parts, None, "no publication date tells the century")
        return dated(f"{full_year(parts['year'], context):04}", parts, "published")
    return dated(parts["year"].zfill(4), parts)


def spoken_year(parts: Parts, context: Context) -> Value:
    """Read "Nineteen eighty-four", "twenty twelve", "eighteen oh six"."""
    hundreds = 20 if parts["hundred"] == "two" else number(parts["hundred"])
    tens = number(parts["tens"].removeprefix("oh "))
    known = hundreds is not None and tens is not None
    return dated(f"{int(hundreds or 0) * 100 + int(tens or 0):04}" if known else None, parts)


def era(parts: Parts, context: Context) -> Value:
    """Read "44 BC", "AD 79"."""
    number = int(parts.get("year") or parts["year2"])
    before = parts.get("era", "").startswith("b")
    return dated(f"BC{number:04}" if before else f"{number:04}", parts) if number else dated(None, parts)


def fiscal(parts: Parts, context: Context) -> Value:
    """Read "Fiscal 2008", "the last fiscal year": not the calendar's year, so without EDTF."""
    reason = "a fiscal year begins when its keeper says"
    if "year" in parts:
        return dated(f"FY{parts['year']}", parts, None, reason)
    if context.published is None or "which" not in parts:
        return dated(None, parts, None, reason if context.published else NO_DATE)
    return dated(f"FY{context.published.year + STEP.get(parts['which'], 0):04}", parts, "published", reason)


def decade(parts: Parts, context: Context) -> Value:
    """Read "The 1990s", "the '60s", "the nineties"."""
    word = parts["decade"].removesuffix("s").rstrip(" '")
    if word.isdigit() and len(word) == 4:
        # "The 1800s" is a century, "the 2000s" a decade.
        return dated(word[:2] if word.endswith("00") and word < "2000" else word[:3], parts)
    hundred = {"nineteen": 19, "eighteen": 18}.get(parts.get("hundred", ""))
    tens = int(word) if word.isdigit() else int(table("decades")[parts["decade"].split()[-1]][0])
    if hundred is not None:
        return dated(f"{hundred}{tens // 10}", parts)
    if context.published is None:
        return dated(None, parts, None, "no publication date tells the century")
    # The last decade of that name that has begun.
    first = context.published.year - (context.published.year - tens) % 100
    return dated(f"{first // 10:03}" if first > 0 else None, parts, "published")


def nth_decade(parts: Parts, context: Context) -> Value:
    """Read "the last decade of the 19th century"."""
    number, hundred = ordinal(parts["nth"]) or 10, ordinal(parts["ordinal"]) or 0
    known = 1 <= number <= 10 and 1 <= hundred <= 99
    return dated(f"{(hundred - 1) * 10 + number - 1:03}" if known else None, parts)


def century(parts: Parts, context: Context) -> Value:
    """Read "The 19th century", "the late 5th century BC"."""
    number = ordinal(parts["ordinal"]) or 0
    if not 1 <= number <= 99:
        return dated(None, parts)
    if parts.get("era", "").startswith("b"):
        return dated(f"BC{number - 1:02}", parts, None, "EDTF has no century before Christ of the same years")
    return dated(f"{number - 1:02}", parts)


def turn(parts: Parts, context: Context) -> Value:
    """Read "the turn of the year", "the turn of the millennium"; which century's turn is meant, nothing tells."""
    published, unit = context.published, parts["unit"]
    if unit == "century" or published is None or (unit == "year" and published.month is None):
        return dated(None, parts, None, "which one is not said" if published else NO_DATE)
    if unit == "year":
        ahead = context.direction in AHEAD or (context.direction != PAST and (published.month or 0) > 6)
        first = published.year - (not ahead)
        return Value("DATE", f"{first:04}-12/{first + 1:04}-01", None, "published")
    size = 10 if unit == "decade" else 1000
    return Value("DATE", f"{(published.year + size // 2) // size * size:04}", "APPROX", "published")


def season(parts: Parts, context: Context) -> Value:
    """Read "Summer 2020", "last winter", "over the summer"."""
    code = table("seasons")[parts["season"]][0]
    published, which = context.published, parts.get("which", "")
    if "year" in parts:
        return dated(f"{parts['year']}-{code}", parts)
    if "year2" in parts and published is not None:
        return dated(f"{full_year(parts['year2'], context):04}-{code}", parts, "published")
    if published is None or (published.month is None and not parts.get("yearword")):
        return dated(f"XXXX-{code}", parts, None, NO_YEAR if published else NO_DATE)
    if which in TOLD:
        known = _told_season(context.year, code, which) if context.year else None
        return dated(f"{known:04}-{code}", parts, "year") if known else dated(f"XXXX-{code}", parts, None, NO_REFERENCE)
    if word := parts.get("yearword"):
        return dated(f"{published.year + STEP.get(word, 0):04}-{code}", parts, "published")
    return dated(f"{_season_year(published, code, which, context.direction):04}-{code}", parts, "published")


def _told_season(told: Moment, code: str, which: str) -> int:
    """Return the year of "that summer", "the following spring"; the winter that follows a year begins in it."""
    if code == "WI" and told.month is None:
        return told.year - (which == "preceding")
    return beside(told, _SEASON_MONTH[code], which)


def _season_year(published: Moment, code: str, which: str, direction: int) -> int:
    """Return the year in which the season begins."""
    month = published.month or 1
    running = (month - _SEASON_MONTH[code]) % 12 < 3
    begun = published.year - (month < _SEASON_MONTH[code])
    if which in {"this", "current", "this coming"} or (direction in AHEAD and not which):
        return begun if running else published.year
    if STEP.get(which, 0) > 0:
        return begun + 1
    return begun - (running and STEP.get(which, 0) < 0)


def quarter(parts: Parts, context: Context) -> Value:
    """Read "The third quarter", "Q3 2020", "the first half of last year"."""
    letter = "H" if parts.get("unit") == "half" or "half" in parts else "Q"
    last = 2 if letter == "H" else 4
    word = parts.get("number") or parts.get("half") or parts["ordinal"]
    number = last if word in {"last", "final"} else ordinal(word) or 0
    if letter == "H" and number > 2:
        return dated(None, parts, None, "a year has two halves")
    if {"fiscal", "fiscal2"} & parts.keys():
        return dated(f"XXXX-{letter}{number}", parts, None, "a fiscal year begins when its keeper says")
    if "year" in parts:
        return dated(f"{parts['year']}-{letter}{number}", parts)
    published = context.published
    if published is None or published.month is None:
        return dated(f"XXXX-{letter}{number}", parts, None, NO_YEAR if published else NO_DATE)
    begins = (number - 1) * (6 if letter == "H" else 3) + 1
    found = published.year + STEP.get(parts.get("yearword", ""), 0)
    if "yearword" not in parts and begins > published.month and context.direction not in AHEAD:
        # The nearest: in August, "the fourth quarter" is about to begin.
        found -= begins - published.month > (2 if context.direction == PAST else 4)
    return dated(f"{found:04}-{letter}{number}", parts, "published")
