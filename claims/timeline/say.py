"""EDTF in plain English: "2019-05/.." is "May 2019 or later"."""

from __future__ import annotations

import re

from claims.model import TimeRelation

MONTHS = tuple("January February March April May June July August September October November December".split())
#: EDTF's numbers beyond the months.
_PARTS = {
    21: "spring",
    22: "summer",
    23: "autumn",
    24: "winter",
    25: "spring (northern)",
    26: "summer (northern)",
    27: "autumn (northern)",
    28: "winter (northern)",
    29: "spring (southern)",
    30: "summer (southern)",
    31: "autumn (southern)",
    32: "winter (southern)",
    33: "1st quarter of",
    34: "2nd quarter of",
    35: "3rd quarter of",
    36: "4th quarter of",
    37: "1st third of",
    38: "2nd third of",
    39: "3rd third of",
    40: "1st half of",
    41: "2nd half of",
}


def say(edtf: str, relation: TimeRelation | None = None) -> str:
    """Return a value as people write it; one that has no short form stays as it is.

    `relation` is how the claim lies to it: it makes "since" of an open interval that a claim begins with.

    >>> say("{2015,2019}"), say("[2020-05-03,2020-05-04]")
    ('2015 and 2019', '3 May 2020 or 4 May 2020')
    >>> say("2020-12-20"), say("2019-05/..", "begin"), say("2017-10/..", "after"), say("2020-22"), say("199X")
    ('20 December 2020', 'since May 2019', 'October 2017 or later', 'summer 2020', '1990s')
    """
    if edtf[:1] in ("{", "["):
        members = [_value(member.strip()) for member in edtf[1:-1].split(",")]
        joint = "and" if edtf[0] == "{" else "or"
        return f"{', '.join(members[:-1])} {joint} {members[-1]}" if len(members) > 1 else members[0]
    start, slash, end = edtf.partition("/")
    if not slash:
        return _value(edtf)
    if end in ("..", ""):
        return f"since {_value(start)}" if relation == "begin" else f"{_value(start)} or later"
    if start in ("..", ""):
        return f"until {_value(end)}" if relation == "end" else f"{_value(end)} or earlier"
    return _range(_value(start), _value(end))


def _range(start: str, end: str) -> str:
    """Return two dates with what they share said once: "1–7 March 2021", "May – July 2020"."""
    first, last = start.split(), end.split()
    if not all(re.fullmatch(r"(\d{1,2} )?([A-Z][a-z]+ )?\d{4}", date) for date in (start, end)):
        return f"{start} – {end}"
    if len(first) == len(last) == 3 and first[1:] == last[1:]:
        return f"{first[0]}–{end}"
    if len(first) == len(last) > 1 and first[-1] == last[-1]:
        return f"{' '.join(first[:-1])} – {end}"
    return f"{start}–{end}" if len(first) == len(last) == 1 else f"{start} – {end}"


def _value(edtf: str) -> str:
    match = re.fullmatch(r"([^~?%]+)([~?%])?", edtf)
    if not match:
        return edtf
    words = _date(match[1])
    return {"~": f"about {words}", "?": f"{words}?", "%": f"about {words}?"}.get(match[2] or "", words)


def _date(edtf: str) -> str:
    if match := re.fullmatch(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d).*)?)?)?", edtf):
        return _parts(*match.groups())
    if match := re.fullmatch(r"(\d{3})X", edtf):
        return f"{match[1]}0s"
    if match := re.fullmatch(r"(\d\d)XX", edtf):
        return f"{match[1]}00–{match[1]}99"
    if match := re.fullmatch(r"(\d{4}-\d\d)-XX|(\d{4})-XX(?:-XX)?", edtf):
        return f"a day in {_date(match[1])}" if match[1] else f"some time in {match[2]}"
    return edtf


def _parts(year: str, month: str | None, day: str | None, time: str | None) -> str:
    name = year_words(int(year))
    if month is None:
        return name
    if not 1 <= int(month) <= 12:
        return f"{_PARTS.get(int(month), month)} {name}"
    words = f"{MONTHS[int(month) - 1]} {name}"
    return " ".join(filter(None, [f"{int(day)} {words}" if day else words, f"at {time}" if time else ""]))


def year_words(year: int) -> str:
    """Return a year as people count: the one before 1 is 1 BC.

    >>> year_words(2020), year_words(-43)
    ('2020', '44 BC')
    """
    return str(year) if year > 0 else f"{1 - year} BC"
