"""Whether the value of a relative time can follow from the publication date: a check for other people's values."""

from __future__ import annotations

import re

from claims.times.context import Context, Value
from claims.times.expressions import Expression, matches
from claims.times.finder import month_first, published_moment
from claims.times.normalise import resolve
from claims.times.pieces import Line, pieces
from claims.times.tense import FUTURE, OPEN, PAST
from claims.trees import Token

#: Kinds that the publication date alone resolves.
_RELATIVE = frozenset({"date", "deictic", "holiday", "shift", "unit", "weekday"})


def consistent(exact: str, value: str, published: str, *, language: str = "en") -> bool:
    """Tell whether the words `exact` can mean `value` in a text of that date; True for what cannot be judged.

    Past, present and future readings are all allowed: "Friday" may be last or next Friday, but is no Tuesday.

    >>> consistent("yesterday", "2020-12-19", "2020-12-20"), consistent("yesterday", "2020-12-21", "2020-12-20")
    (True, False)
    """
    line = Line.of(pieces(_tokens(exact)))
    whole = [match for match in matches(line) if match.end - match.start == len(line.pieces)]
    if "X" in value or not whole or whole[0].kind not in _RELATIVE:
        return True
    readings = [_read(whole[0], published, direction, language) for direction in (PAST, OPEN, FUTURE)]
    known = [found.value for found in readings if found.anchor == "published" and found.value]
    return not known or any(value.startswith(found) or found.startswith(value) for found in known)


def _read(match: Expression, published: str, direction: int, language: str) -> Value:
    context = Context(published_moment(published), direction=direction, month_first=month_first(language))
    return resolve(match.kind, match.parts, context)


def _tokens(exact: str) -> list[Token]:
    found = enumerate(re.finditer(r"\w+|\S", exact))
    return [Token(i, m.start(), m.end(), m[0], m[0].lower(), "", "", "", 0, "", "O") for i, m in found]
