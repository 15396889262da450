"""Tell time expressions from words that only look like them: a visible table of checks."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from claims.lexicon import table
from claims.times import figures, names
from claims.times.figures import COUNTED, POSSESSIVES
from claims.times.site import Site
from claims.times.vocabulary import PLURALS

Check = Callable[[Site], bool]

_BEFORE_LENGTH = frozenset(
    "for in within than over about almost nearly took take takes taking after before of last lasted lasting spend "
    "spent spends wait waited whole only just - is was be been every half under during until till "
    "and or , ( to from with at by that".split()
)
_NO_BARE_PLURAL = frozenset("seconds quarters mins secs nights weekends weekdays hrs yrs".split())


def is_time(kind: str, site: Site) -> bool:
    """Tell whether a match really names a time, from tags, entities and neighbours."""
    return all(check(site) for check in _checks_of(kind))


@cache
def _checks_of(kind: str) -> tuple[Check, ...]:
    return tuple(check for name, check in CHECKS if name in {kind, "*"})


def _duration(site: Site) -> bool:
    """Refuse ages, "second" in front of a noun, rates, and counts that are years."""
    unit = site.parts.get("unit") or site.parts.get("plural") or ""
    number = site.parts.get("number", "")
    if site.word(site.end) == "old" or (site.word(site.end) == "-" and site.word(site.end + 1) == "old"):
        return False
    if number.startswith("0") and number.isdigit():
        return False
    if "plural" in site.parts and site.word(site.end) == "of" and site.word(site.end + 1) in table("months"):
        return False
    if "plural" in site.parts and unit == "years" and site.word(site.end).isdigit():
        # "The years 1914 to 1918".
        return False
    if unit in {"second", "min", "sec", "minute", "quarter", "quarters"} and not _is_unit(unit, site):
        return False
    if len(number) == 4 and number.isdigit() and unit not in PLURALS:
        return False
    if number in {"a", "an"} and site.end - site.start == 2:
        return not _is_rate(site)
    return not ("plural" in site.parts and site.alone and unit in _NO_BARE_PLURAL)


def _length_pair(site: Site) -> bool:
    """Take "two and three weeks" behind "between" only; "two to three" and "two or three" anywhere."""
    return {"and", "and2"}.isdisjoint(site.parts) or site.before == "between"


def _is_unit(unit: str, site: Site) -> bool:
    """Tell whether "second", "minute" or "quarter" is a noun here, and the first no ordinal."""
    behind = site.behind
    if unit.startswith("quarter") or site.last.tag not in {"NN", "NNS"}:
        # "The quarter ended June 30", but "a quarter of them".
        return "the" in site.parts
    counted = unit == "second" and site.word(site.start) in {"a", "an"}
    return not (counted and behind is not None and behind.pos in {"NOUN", "ADJ", "PROPN", "NUM"})


def _is_rate(site: Site) -> bool:
    """Find "15 a year", "twice a week", "$3 a day": behind a number, a counted noun or a word of times."""
    before = site.token(site.start - 1)
    if before is None or before.lower in _BEFORE_LENGTH:
        return False
    if before.lower in {"once", "twice", "times", "percent", "%"} or before.tag == "CD":
        return True
    counted = before.tag in {"NN", "NNS"} and any(site.tree[i].tag in {"CD", "$"} for i in site.tree.children(before.i))
    return counted or before.entity in COUNTED


def _set(site: Site) -> bool:
    """Take "a year" as a set only in a rate, "daily" only where it is no name."""
    if site.parts.get("per") in {"a", "an"}:
        return _is_rate(site)
    if site.before == "and" and site.word(site.start - 2) in PLURALS:
        # "Five days and nights" are a length.
        return False
    named = site.first.tag in {"NNP", "NNPS"} or site.first.entity in {"ORG", "WORK_OF_ART", "EVENT"}
    return not ("frequency" in site.parts and named)


def _unit(site: Site) -> bool:
    """Refuse "this second attempt", "the next quarter-final", "our last day", "the last day of school"."""
    unit, which, behind = site.parts.get("unit", ""), site.parts.get("which"), site.word(site.end)
    if which is None:
        known = not unit or not {"part", "part2"}.isdisjoint(site.parts)
        return known or site.before == "throughout"
    if site.before in POSSESSIVES or unit == "second" or (which == "last" and unit in {"day", "minute"}):
        return False
    if unit in {"sec", "min", "minute"} and site.last.tag != "NN":
        return False
    if which not in {"this", "the"} and behind == "of":
        # But "a profit for the last year of $3 billion".
        after = site.token(site.end + 1)
        return after is not None and after.tag == "$"
    return not (unit == "quarter" and behind in {"-", "final", "finals", "of", "mile"})


def _age(site: Site) -> bool:
    """Refuse "the age 14 others": an age stands as such or before a noun it describes."""
    number = site.parts.get("number", "1")
    return not (site.parts.keys() == {"number"} and site.last.tag == "CD" and number == "0")


def _deictic(site: Site) -> bool:
    """Refuse "the last night of the trip", which is not yesterday's, and papers called "City Today"."""
    before = site.token(site.start - 1)
    if (
        before is not None
        and before.tag == "NNP"
        and site.line.pieces[site.start].capital
        and not before.text.isupper()
    ):
        return False
    return site.parts["deictic"] != "last night" or (site.before != "the" and site.word(site.end) != "of")


def _span(site: Site) -> bool:
    """Leave one unit after "last" to the dates of the calendar."""
    return "number" in site.parts or site.parts["unit"] in PLURALS


def _shift(site: Site) -> bool:
    """Refuse "a second later" and "a quarter earlier", which are no dates."""
    return site.parts["unit"] not in {"second", "quarter"} or site.parts["way"] == "ago"


#: Kind of expression, and what it must pass; "*" is every kind.
CHECKS: tuple[tuple[str, Check], ...] = (
    ("*", figures.not_inside_number),
    ("age", _age),
    ("clock", figures.clock),
    ("date", names.day_of_weekday),
    ("date", names.inside_name),
    ("date", names.month_or_weekday),
    ("day", names.day_alone),
    ("day_list", names.day_list),
    ("day_list", names.month_or_weekday),
    ("day_pair", names.month_or_weekday),
    ("daypart", names.daypart),
    ("decade", figures.decade),
    ("deictic", _deictic),
    ("duration", _duration),
    ("era", figures.era),
    ("holiday", names.holiday),
    ("length_pair", _length_pair),
    ("nth", names.month_or_weekday),
    ("numeric", figures.numeric),
    ("quarter", figures.quarter),
    ("season", names.season),
    ("set", names.month_or_weekday),
    ("set", _set),
    ("shift", _shift),
    ("span", _span),
    ("spoken_year", figures.spoken_year),
    ("unit", _unit),
    ("unit", names.inside_name),
    ("vague", names.vague),
    ("week_of", names.month_or_weekday),
    ("weekday", names.inside_name),
    ("weekday", names.month_or_weekday),
    ("weekday", names.weekday),
    ("year", figures.plain_year),
    ("year_pair", figures.year_pair),
)
