"""Quantities in a phrase: their bounds and what they count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from math import inf

import attrs

from claims.factcheck.words import key, tokens
from claims.lexicon import table, words

SIGNS = "%€$£¥"
DIGITS = frozenset("0123456789")
#: How far "about" and "nearly" reach: to numbers that a reporter would round to the one given.
NEAR = 0.15
SUFFIXES = {"m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12, "k": 1e3}
FRACTIONS = {"half": 0.5, "third": 1 / 3, "thirds": 1 / 3, "quarter": 0.25, "quarters": 0.25}
#: What an uncounted plural leaves open: "dozens of people".
VAGUE = {"dozens": (20, 200), "scores": (40, 200), "hundreds": (150, 2000), "thousands": (1500, 200_000),
         "millions": (1.5e6, inf)}  # fmt: skip
#: Seconds of the units of time, by their TIMEX3 letter.
SECONDS = {"S": 1.0, "H": 3600.0, "D": 86_400.0, "W": 604_800.0, "M": 2_629_800.0, "Y": 31_557_600.0}
YEARS = range(1400, 2101)


@attrs.frozen
class Quantity:
    """A number with its bounds, and the key of what it counts ("" if nothing is named)."""

    low: float
    high: float
    unit: str
    #: The words, as they are written.
    text: str

    def excludes(self, other: Quantity) -> bool:
        """Tell whether no number fits both.

        >>> [three], [five] = quantities("three men")[0], quantities("at least five men")[0]
        >>> three.excludes(five)
        True
        """
        return self.high < other.low or other.high < self.low


@attrs.frozen
class _Number:
    value: float
    start: int
    end: int
    low: float | None = None
    high: float | None = None
    unit: str | None = None


def quantities(phrase: str | Sequence[str]) -> tuple[list[Quantity], list[str]]:
    """Return the quantities of a phrase and its other words.

    >>> found, rest = quantities("at least 1,200 striking miners in two towns")
    >>> [(quantity.low, quantity.high, quantity.unit) for quantity in found], rest
    ([(1200.0, inf, 'miner'), (2.0, 2.0, 'town')], ['striking', 'miners', 'in', 'towns'])
    """
    parts = tokens(phrase) if isinstance(phrase, str) else list(phrase)
    found, used = [], set()
    for number in _numbers(parts):
        start, kind = _modified(parts, number.start)
        low, high = _bounds(number, kind)
        unit = number.unit if number.unit is not None else _unit(parts, number)
        if (span := _time_unit(parts, number.end)) is not None:
            low, high, unit = low * span, high * span, "time"
        shown = " ".join(parts[start : _phrase_end(parts, number.end)])
        found.append(Quantity(low, high, unit, shown))
        used |= set(range(start, number.end))
    return found, [part for place, part in enumerate(parts) if place not in used and part not in SIGNS]


def figures(parts: Sequence[str]) -> list[str]:
    """Return the numbers among the words of a text, each in one spelling.

    >>> figures(["About", "nine", "thousand", "litres"]) == figures(["9,000", "litres"])
    True
    """
    return [f"#{number.value:g}" for number in _numbers(parts)]


def is_number(word: str) -> bool:
    """Tell whether a word is a figure or a number word.

    >>> is_number("twenty-six"), is_number("9,000"), is_number("second")
    (True, True, False)
    """
    return word[0] in DIGITS or _small(word.lower()) is not None


def _time_unit(parts: Sequence[str], end: int) -> float | None:
    """Return the seconds of the time unit that a number counts: "three years" and "fourteen months" are of one kind."""
    word = parts[end].lower() if end < len(parts) else ""
    row = table("time_units").get(word) or table("time_units").get(word.removesuffix("s"))
    if not row or row[0] not in SECONDS:
        return None
    # Minutes and months share a letter.
    return (60.0 if word.startswith("min") else SECONDS[row[0]]) * float(row[1])


def _numbers(parts: Sequence[str]) -> Iterator[_Number]:
    place = 0
    while place < len(parts):
        found = _score(parts, place) or _fraction(parts, place) or _cardinal(parts, place) or _vague(parts, place)
        if found is None:
            place += 1
            continue
        yield from found
        place = found[-1].end


def _score(parts: Sequence[str], place: int) -> list[_Number] | None:
    """Read "2-1" as two numbers of their own kind."""
    sides = parts[place].replace("–", "-").split("-")
    if len(sides) != 2 or not all(set(side) <= DIGITS for side in sides):
        return None
    return [_Number(float(side), place, place + 1, unit=f"score {n}") for n, side in enumerate(sides)]


def _fraction(parts: Sequence[str], place: int) -> list[_Number] | None:
    """Read "half of …", "two thirds of …"; "half a dozen" is a count."""
    word = parts[place].lower()
    if word == "half" and [part.lower() for part in parts[place + 1 : place + 3]] == ["a", "dozen"]:
        return [_Number(6, place, place + 3)]
    times = _small(word) if place + 1 < len(parts) else None
    at = place + 1 if times is not None or word in ("a", "one") else place
    size = FRACTIONS.get(parts[at].lower()) if at < len(parts) else None
    if size is None or at + 1 >= len(parts) or parts[at + 1].lower() != "of":
        return None
    return [_Number(size * (times or 1), place, at + 1, unit="share")]


def _cardinal(parts: Sequence[str], place: int) -> list[_Number] | None:
    """Read figures and number words: "1,200", "2.5 m", "three hundred and six", "two dozen"."""
    value = _figure(parts[place])
    if value is None:
        return None
    end = place + 1
    if end < len(parts) and parts[place][0] in DIGITS and parts[end].lower() in SUFFIXES:
        return [_Number(value * SUFFIXES[parts[end].lower()], place, end + 1)]
    while (more := _continued(parts, end, value)) is not None:
        value, end = more
    if _is_year(parts, place, end) or _in_name(parts, place):
        return None
    return [_Number(value, place, end)]


def _continued(parts: Sequence[str], end: int, value: float) -> tuple[float, int] | None:
    """Return the value with the next number word taken in, and where that ends."""
    skip = int(value >= 100 and end < len(parts) and parts[end].lower() == "and")
    more = _small(parts[end + skip].lower()) if end + skip < len(parts) else None
    if more is None:
        return None
    if not skip and (more >= 100 or parts[end].lower() == "dozen"):
        return value * more, end + 1
    return (value + more, end + skip + 1) if more < 100 <= value else None


def _is_year(parts: Sequence[str], place: int, end: int) -> bool:
    plain = end == place + 1 and (set(parts[place]) <= DIGITS) and len(parts[place]) == 4
    return plain and int(parts[place]) in YEARS and not _counts(parts, place, end)


def _in_name(parts: Sequence[str], place: int) -> bool:
    """Tell whether a figure belongs to the name before it: "the Boeing 787", "Apollo 11"."""
    before = parts[place - 1] if place else ""
    return (
        (set(parts[place]) <= DIGITS) and before[:1].isupper() and key(before) != "" and _small(before.lower()) is None
    )


def _counts(parts: Sequence[str], place: int, end: int) -> bool:
    """Tell whether a figure that may be a year counts what follows: "2000 soldiers"."""
    behind = parts[end].lower() if end < len(parts) else ""
    return behind.endswith("s") or behind in table("same_nouns") or (place > 0 and parts[place - 1] in SIGNS)


def _vague(parts: Sequence[str], place: int) -> list[_Number] | None:
    bounds = VAGUE.get(parts[place].lower())
    return None if bounds is None else [_Number(bounds[0], place, place + 1, *bounds)]


@cache
def _figure(word: str) -> float | None:
    """Return the value of a figure or a number word, hyphens included."""
    if word[0] in DIGITS:
        return float(word.replace(",", "")) if "-" not in word and "–" not in word else None
    return _small(word.lower())


@cache
def _small(word: str) -> float | None:
    numerals = table("numerals")
    pieces = word.split("-")
    if any(piece not in numerals for piece in pieces):
        return None
    return sum(float(numerals[piece][0]) for piece in pieces)


def _modified(parts: Sequence[str], start: int) -> tuple[int, str]:
    """Return where the number begins with its modifier, and what that makes of it."""
    place = start - 1 if start and (parts[start - 1] in SIGNS or parts[start - 1].lower() == "a") else start
    modifiers = table("number_modifiers")
    for length in (3, 2, 1):
        said = " ".join(parts[max(0, place - length) : place]).lower()
        if place >= length and said in modifiers:
            return place - length, modifiers[said][0]
    return start, "same"


def _bounds(number: _Number, kind: str) -> tuple[float, float]:
    low = number.low if number.low is not None else number.value
    high = number.high if number.high is not None else number.value
    return {
        "least": (low, inf),
        "most": (0.0, high),
        "near": (low * (1 - NEAR), high * (1 + NEAR)),
        "below": (low * (1 - NEAR), high),
    }.get(kind, (low, high))


def _phrase_end(parts: Sequence[str], end: int) -> int:
    """Return where the words that a number counts end."""
    if end < len(parts) and parts[end].lower() == "of":
        end += 1
    while end < len(parts) and parts[end].lower() not in words("phrase_joints"):
        end += 1
    return end


def _unit(parts: Sequence[str], number: _Number) -> str:
    """Return the key of what a number counts: its sign, or the last word that belongs to it."""
    if number.start and parts[number.start - 1] in SIGNS:
        return key(parts[number.start - 1])
    behind = list(parts[number.end : _phrase_end(parts, number.end)])
    if not behind:
        return ""
    if behind[0] == "%" or behind[0].lower() == "percent" or [word.lower() for word in behind[:2]] == ["per", "cent"]:
        return key("%")
    return next((found for word in reversed(behind) if (found := key(word))), "")
