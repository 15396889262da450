"""Values of times: which strings are TIMEX3 values, which are EDTF, and when the two say the same.

EDTF is made here by construction from the TIMEX3 value, without the parser of the `edtf` library;
that library judges only what others have written.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from claims.lexicon import table
from claims.times.almanac import day, week_days

REFERENCES = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})
MODS = frozenset(
    {
        *("BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN"),
        *("EQUAL_OR_LESS", "EQUAL_OR_MORE", "START", "MID", "END", "APPROX"),
    }
)

_YEAR = r"(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)"
_SEASON = {row[0]: row[1] for row in table("seasons").values()}
_REST = (
    r"(?:-(?:0[1-9]|1[0-2]|XX)(?:-(?:0[1-9]|[12][0-9]|3[01]|XX))?"
    r"|-(?:SP|SU|FA|WI|Q[1-4X]|H[12X])|-W(?:0[1-9]|[1-4][0-9]|5[0-3]|XX)(?:-[1-7]|-WE)?)"
)
_DAY = rf"(?:{_YEAR}-(?:0[1-9]|1[0-2]|XX)-(?:0[1-9]|[12][0-9]|3[01]|XX)|{_YEAR}-W(?:[0-5][0-9]|XX)-(?:[1-7]|WE))"
# Patterns are strings: most values are dates, and the others are compiled when one comes.
_DATE = rf"{_YEAR}{_REST}?|BC[0-9]{{2,4}}|[0-9]{{2,3}}|FY[0-9]{{4}}"
#: One word can name two dates ("2006–09"): a range of years, months or days.
_RANGE = r"[0-9]{4}(?:-[0-9]{2}){0,2}/[0-9]{4}(?:-[0-9]{2}){0,2}"
_ZONE = r"(?:Z|[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?)"
_TIME = rf"(?:{_DAY})T(?:MO|MI|AF|EV|NI|DT|XX|(?:[01][0-9]|2[0-4]|XX)(?::(?:[0-5][0-9]|XX)(?::[0-5][0-9])?)?{_ZONE}?)"
_COUNT = r"(?:[0-9]{1,15}(?:\.[0-9]{1,6})?|X)"
_PARTS = rf"T(?:{_COUNT}[HMS]|X(?:MO|AF|EV|NI|DT)|{_COUNT}(?:MO|AF|EV|NI|DT)){{1,3}}"
_DURATION = rf"P(?=.)(?:{_COUNT}(?:DE|CE|ML|SP|SU|FA|WI|WE|E|C|L|Y|Q|M|W|D)){{0,6}}(?:{_PARTS})?"


@lru_cache(maxsize=4096)
def is_timex_value(type: str, value: str) -> bool:
    """Tell whether `value` is a well-formed TIMEX3 value of that type, with days that exist.

    >>> is_timex_value("DATE", "XXXX-WXX-7"), is_timex_value("DATE", "2019-02-30")
    (True, False)
    """
    if type == "DATE":
        return value in REFERENCES or _is_date(value)
    if type == "TIME":
        return value in REFERENCES or (bool(re.fullmatch(_TIME, value)) and _exists(value))
    if type == "DURATION":
        return bool(re.fullmatch(_DURATION, value))
    if type == "SET":
        return any(re.fullmatch(pattern, value) for pattern in (_DURATION, _DATE, _TIME)) and _exists(value)
    return False


def _is_date(value: str) -> bool:
    if re.fullmatch(_RANGE, value):
        ends = value.split("/")
        return len(ends[0]) == len(ends[1]) and ends[0] < ends[1] and all(map(_is_date, ends))
    return bool(re.fullmatch(_DATE, value)) and _exists(value)


def _exists(value: str) -> bool:
    if match := re.match(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", value):
        return day(*map(int, match.groups())) is not None or match[1] == "0000"
    if match := re.match(r"([0-9]{4})-W([0-9]{2})", value):
        return week_days(int(match[1]), int(match[2])) is not None
    return True


@lru_cache(maxsize=4096)
def edtf_of(type: str, value: str | None, mod: str | None = None) -> str | None:
    """Return the EDTF value that says what a TIMEX3 value says; None where EDTF cannot.

    >>> edtf_of("DATE", "2020-SU"), edtf_of("DATE", "199"), edtf_of("DATE", "2004-W47")
    ('2020-22', '199X', '2004-11-15/2004-11-21')
    """
    if value is None or type not in {"DATE", "TIME"} or not is_timex_value(type, value):
        return None
    found = _plain(value)
    if found is None or mod != "APPROX" or _is_season(found):
        return found
    return f"{found}~" if re.fullmatch(r"-?[0-9]{4}(?:-[01][0-9](?:-[0-3][0-9])?)?", found) else found


def _plain(value: str) -> str | None:
    if "X" in value or value in REFERENCES or value.startswith("FY"):
        return None
    if re.fullmatch(r"[0-9]{4}(?:-[0-9]{2}){0,2}", value) or re.fullmatch(_RANGE, value):
        return value
    if re.fullmatch(r"[0-9]{2,3}", value):
        return value.ljust(4, "X")
    if match := re.fullmatch(r"BC([0-9]{2,4})", value):
        # Year 0 of ISO 8601 is 1 BC.
        return f"-{int(match[1].ljust(4, '0')) - 1:04}" if len(match[1]) == 4 and int(match[1]) > 1 else None
    if "T" in value:
        return _date_time(value)
    year, _, rest = value.partition("-")
    if rest in _SEASON:
        return f"{year}-{_SEASON[rest]}"
    if rest[0] in "QH":
        return f"{year}-{(32 if rest[0] == 'Q' else 39) + int(rest[1])}"
    return _week(int(year), rest)


def _week(year: int, rest: str) -> str | None:
    number, _, weekday = rest[1:].partition("-")
    days = week_days(year, int(number))
    if days is None:
        return None
    if weekday == "WE":
        return f"{days[1].fromordinal(days[1].toordinal() - 1)}/{days[1]}"
    if weekday:
        return f"{days[0].fromordinal(days[0].toordinal() + int(weekday) - 1)}"
    return f"{days[0]}/{days[1]}"


def _date_time(value: str) -> str | None:
    date, _, time = value.partition("T")
    match = re.fullmatch(rf"([0-9]{{2}}):([0-9]{{2}})(?::([0-9]{{2}}))?({_ZONE})?", time)
    if "W" in date:
        date = _plain(date) or ""
    if not match or match[1] == "24" or "/" in date:
        # A part of the day, or an hour: EDTF knows only whole times.
        return date or None
    return f"{date}T{match[1]}:{match[2]}:{match[3] or '00'}{match[4] or ''}"


def _is_season(edtf: str) -> bool:
    return bool(re.fullmatch(r"[0-9]{4}-(?:2[1-9]|3[0-9]|4[01])", edtf))


def is_edtf(value: str) -> bool:
    """Tell whether `value` is EDTF (levels 0 to 2), after the `edtf` library.

    The library crashes on a few malformed strings instead of refusing them; they are no EDTF.
    """
    return bool(value) and len(value) <= 200 and _parsed(value) is not None


@lru_cache(maxsize=4096)
def _parsed(value: str) -> Any:
    from edtf import parse_edtf

    try:
        return parse_edtf(value)
    except Exception:  # its own exception, but also TypeError and AttributeError from half-built values
        return None


def agree(type: str, value: str | None, mod: str | None, edtf: str | None) -> bool:
    """Tell whether a TIMEX3 value and an EDTF value of one expression say the same.

    No EDTF agrees with everything. A duration or set agrees with any EDTF interval: the stretch it
    fills. Otherwise the two must mean the same days, ``~``, ``?`` and ``%`` aside.
    """
    if edtf is None:
        return True
    if value is None:
        return False
    if type in {"DURATION", "SET"}:
        return "/" in edtf and is_edtf(edtf)
    expected = edtf_of(type, value)
    if expected is None or not is_edtf(edtf):
        return False
    plain = re.sub(r"[~?%]", "", edtf)
    return plain == expected or (type == "TIME" and plain == expected[:10]) or _bounds(plain) == _bounds(expected)


def _bounds(edtf: str) -> tuple[Any, Any] | None:
    """First and last day; what has no two ends compares unequal to everything."""
    parsed = _parsed(edtf)
    if parsed is None or ".." in edtf or edtf.startswith("/") or edtf.endswith("/") or "T" in edtf:
        return (edtf, None)
    return parsed.lower_strict(), parsed.upper_strict()
