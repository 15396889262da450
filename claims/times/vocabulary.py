"""The classes of words that time patterns are written in, and the words that can begin to be a time at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from claims.lexicon import table


def _words(name: str) -> str:
    return _alternatives(table(name))


def _alternatives(words: Iterable[str]) -> str:
    """Join the words, longer ones first, so that none hides another that it begins."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word))).replace(r"\ ", " ")


def _plurals() -> dict[str, str]:
    irregular = {"century": "centuries", "millennium": "millennia"}
    return {irregular.get(unit, unit + "s"): unit for unit in table("time_units")}


#: Plural of a unit, and the unit.
PLURALS: Mapping[str, str] = MappingProxyType(_plurals())


def _modifiers(role: str) -> str:
    return _alternatives(word for word, row in table("time_modifiers").items() if row[1] == role)


_DIGIT = "one|two|three|four|five|six|seven|eight|nine"
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"


#: The first half of a year as it is spoken: "nineteen eighty-four", "twenty twelve".
HUNDREDS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")


#: Numbers in figures, with fractions: "1,500", "2 1/2".
_FIGURES = r"(?:[0-9]{1,3} [1-3] / [2-4]|[0-9]{1,15}(?:,[0-9]{3}){0,4}(?:\.[0-9]{1,15})?)"


def _spelt() -> str:
    """Return the pattern of numbers in words: "a hundred and five", "twenty-one", not "two and three"."""
    numerals = _words("numerals")
    return (
        rf"(?:an? (?=(?:hundred|thousand|million|billion|dozen) ))?(?:{numerals})(?: (?:- )?(?:{numerals})"
        rf"|(?:(?<= hundred)|(?<=thousand)|(?<=million)|(?<=billion)) and (?:{numerals})){{0,6}}(?: and a half)?"
    )


def _count() -> str:
    """Return the pattern of everything that counts units, exactly or not."""
    part = r"(?:half (?:of )?an?|(?:(?:a|one) )?quarter(?: -| of an?)?|three(?: -)? quarters of an?)"
    return (
        rf"(?:{part}|{_FIGURES}(?: (?:million|billion|thousand|hundred)| and a half)?|{_spelt()}|an?|a (?:couple|few"
        r"|dozen|handful|number)(?: of)?|(?:the )?few|several|many|some|couple of|(?:dozens|hundreds"
        r"|thousands|tens) of|numerous|countless)"
    )


@cache
def classes() -> Mapping[str, str]:
    """Return the pattern of every class of words that the table's patterns name."""
    ones, plurals = _words("time_units"), "|".join(sorted(PLURALS))
    day = r"(?:0?[1-9]|[12][0-9]|3[01])"
    dayth = rf"(?:{day}(?:st|nd|rd|th)|(?:twenty - |thirty - )?(?:{_words('ordinals')}))"
    return {
        "month": _words("months"),
        "weekday": _words("weekdays"),
        "season": _words("seasons"),
        "daypart": _words("day_parts"),
        "unitone": ones,
        "units": plurals,
        "unit": f"(?:{plurals}|{ones})",
        "count": _count(),
        "figures": _FIGURES,
        "numeral": _spelt(),
        "small": f"(?:{_SMALL})",
        "hundred": "|".join(HUNDREDS),
        "digit": _DIGIT,
        "tens": rf"(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:(?: -)? (?:{_DIGIT}))?|ten|eleven|twelve"
        rf"|(?:thir|four|fif|six|seven|eigh|nine)teen|oh (?:{_DIGIT}))",
        "year": r"(?:1[0-9]{3}|20[0-9]{2}|21[0-9]{2})",
        "day": f"(?:{dayth}|{day})",
        "dayth": dayth,
        "dayfigure": f"(?:{day}(?:st|nd|rd|th)?)",
        "ordinal": rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)|(?:twenty - |thirty - )?(?:{_words('ordinals')}))",
        "decade": f"(?:{_words('decades')})",
        "part": rf"(?:{_modifiers('part')}|(?:{_modifiers('noun')})(?= (?:-|(?:part |days |half )?of) ))",
        "size": _modifiers("size"),
        "zone": _words("time_zones"),
        "holiday": _words("holidays"),
        "vague": _words("vague_times"),
        "frequency": _words("frequencies"),
    }


@cache
def triggers() -> Mapping[str, frozenset[str]]:
    """Return the trigger classes of every word that can be part of an expression."""
    found: dict[str, set[str]] = {}

    def add(name: str, words: Iterable[str]) -> None:
        for word in words:
            found.setdefault(word, set()).add(name)

    add("month", table("months"))
    add("weekday", [day + end for day in table("weekdays") for end in ("", "s")])
    add("season", [season + end for season in table("seasons") for end in ("", "s")])
    add("daypart", [part + end for name in table("day_parts") for part in name.split()[-1:] for end in ("", "s")])
    units = table("time_units")
    add("unit", ["time", *units, *PLURALS, *(unit + "long" for unit in (*units, *PLURALS)), "summer", "winter"])
    add("quarter", ["quarter", "half", "q", "h"])
    add("decade", table("decades"))
    add("century", ["century", "centuries"])
    add("spoken", [*HUNDREDS, "thousand"])
    add("era", ["bc", "bce", "ad", "ce"])
    add("fiscal", ["fiscal", "financial", "tax", "fy"])
    add("age", ["old", "age", "aged"])
    add("deictic", ["today", "yesterday", "tomorrow", "tonight", "night", "overnight"])
    add("clock", ["o'clock", "oclock", "am", "pm", "past", "quarter"])
    add("frequency", table("frequencies"))
    add("holiday", (name.split()[-1] for name in table("holidays")))
    add("vague", (word.split()[-1] for word in table("vague_times")))
    return MappingProxyType({word: frozenset(names) for word, names in found.items()})
