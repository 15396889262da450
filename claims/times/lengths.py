"""Durations and sets: how long, and how often."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from claims.lexicon import table
from claims.times import almanac
from claims.times.pieces import number
from claims.times.vocabulary import PLURALS

_CLOCK_UNITS = frozenset({"hour", "minute", "second", "hr", "min", "sec"})
_SHORT = {"sec": "second", "min": "minute", "hr": "hour", "yr": "year"}


def unit_of(word: str) -> str:
    """Return the singular, full name of a unit.

    >>> unit_of("centuries"), unit_of("hrs")
    ('century', 'hour')
    """
    single = PLURALS.get(word, word)
    return _SHORT.get(single, single)


def count_of(words: str) -> float | None:
    """Return how many, or None for an inexact number ("a few", "several", "dozens of")."""
    return number(words.removesuffix(" of").removesuffix(" more").removesuffix(" full"))


def amount(count: float | None, unit: str) -> str:
    """Return the TIMEX3 duration of `count` units; None counts inexactly.

    >>> amount(2, "decade"), amount(None, "decade"), amount(0.5, "hour")
    ('P20Y', 'PXDE', 'PT30M')
    """
    letter, size, *names = table("time_units")[unit]
    clock = "T" if unit in _CLOCK_UNITS else ""
    if count is None:
        return f"P{clock}X{names[0] if names else letter}"
    if count < 1 and (part := _fraction(count, letter, int(size), unit)):
        return part
    total = count * int(size)
    return f"P{clock}{int(total) if total == int(total) else total}{letter}"


def _fraction(count: float, letter: str, size: int, unit: str) -> str | None:
    """Return a half or quarter of a unit in whole smaller units: "P6M", "PT45M", "P25Y"."""
    if count not in {0.25, 0.5, 0.75}:
        return None
    if size > 1 and count * size == int(count * size):
        return f"P{int(count * size)}{letter}"
    smaller = {"year": ("", 12, "M"), "day": ("T", 24, "H"), "hour": ("T", 60, "M"), "minute": ("T", 60, "S")}
    found = smaller.get(unit) if size == 1 else None
    return f"P{found[0]}{int(count * found[1])}{found[2]}" if found else None


def duration(parts: Mapping[str, str]) -> str:
    """Return the TIMEX3 value of a duration's parts."""
    if "plural" in parts:
        return amount(None, unit_of(parts["plural"]))
    if "whole" in parts:
        return _whole(parts["whole"])
    if "number" not in parts:
        plural = parts["unit"] in PLURALS
        return amount(None if plural else 1, unit_of(parts["unit"]))
    count = count_of(parts["number"])
    if parts["number"] in {"a", "an"} and parts["unit"] in PLURALS:
        # "A decades-long war": the article is the war's.
        count = None
    if "plushalf" in parts and count is not None:
        count += 0.5
    first = amount(count, unit_of(parts["unit"]))
    return _joined(first, amount(count_of(parts["number2"]), unit_of(parts["unit2"]))) if "unit2" in parts else first


def stretch(length: str, day: date, side: int) -> str | None:
    """Return the EDTF interval of whole units before (-1) or behind (1) a day, as exact as the unit is.

    >>> stretch("P2Y", date(2020, 12, 20), -1), stretch("P10D", date(2020, 12, 20), 1)
    ('2018/2020-12-20', '2020-12-20/2020-12-30')
    """
    far = moved(length, day.isoformat(), side)
    if far is None:
        return None
    return f"{far}/{day}" if side < 0 else f"{day}/{far}"


def moved(length: str, start: str, side: int) -> str | None:
    """Return the year, month or day that lies a length before (-1) or behind (1) a plain date; None if unknown.

    >>> moved("P2W", "2020-12-25", -1), moved("P3M", "2020-12-25", 1), moved("P1Y", "2020", 1), moved("P1D", "2020", 1)
    ('2020-12-11', '2021-03', '2021', None)
    """
    match, at = re.fullmatch(r"P(?:([0-9]{1,4})([YMWD])|T(24|48|72)H)", length), almanac.moment(start)
    if match is None or at is None or at.value != start:
        return None
    if match[2] == "Y":
        year = at.year + side * int(match[1])
        return f"{year:04}" if 1 <= year <= 9999 else None
    if match[2] == "M":
        month = almanac.add_months(at, side * int(match[1]))
        return month.value if month else None
    days = int(match[3]) // 24 if match[3] else int(match[1]) * (7 if match[2] == "W" else 1)
    found = almanac.add_days(at.date, side * days) if at.date else None
    return found.isoformat() if found else None


def age(parts: Mapping[str, str]) -> str:
    """Return the TIMEX3 duration of an age: "31-year-old", "aged 14", "decades-old"."""
    if "plural" in parts:
        return amount(None, unit_of(parts["plural"]))
    words, unit = parts.get("number", "one"), parts.get("unit", "year")
    return amount(None if words in {"a", "an"} and unit in PLURALS else count_of(words), unit_of(unit))


def _whole(word: str) -> str:
    named = {"night": "PT1NI", "summer": "P1SU", "winter": "P1WI", "weekend": "P1WE"}
    return named.get(word) or amount(1, word)


def _joined(first: str, second: str) -> str:
    """Join "P2Y" and "P3M", "P1D" and "PT2H"."""
    days, _, time = first[1:].partition("T")
    days2, _, time2 = second[1:].partition("T")
    clock = time + time2
    return f"P{days}{days2}" + (f"T{clock}" if clock else "")


def repeated(parts: Mapping[str, str]) -> str:
    """Return the TIMEX3 value of a set's parts."""
    if "plural" in parts:
        return "XXXX-WXX-WE" if parts["plural"] == "weekends" else "XXXX-XX-XXTNI"
    if "frequency" in parts:
        return table("frequencies")[parts["frequency"]][0]
    part = parts.get("daypart") or parts.get("daypart2")
    code = "T" + table("day_parts")[part.removesuffix("s")][0] if part else ""
    if "weekday" in parts:
        return f"XXXX-WXX-{table('weekdays')[parts['weekday']][0]}{code}"
    if "month" in parts:
        return f"XXXX-{int(table('months')[parts['month']][0]):02}"
    if "season" in parts:
        return f"XXXX-{table('seasons')[parts['season']][0]}"
    if part:
        return f"XXXX-XX-XX{code}"
    words = parts.get("number", "one")
    ranks = {"other": 2, "second": 2, "third": 3, "fourth": 4}
    return amount(ranks.get(words) or count_of(words), unit_of(parts["unit"]))
