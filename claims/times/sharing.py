"""Years that are said once for two dates: "from March to August 2011", "May 2019 to June"."""

from __future__ import annotations

from collections.abc import Mapping

from claims.lexicon import table
from claims.times.expressions import Expression
from claims.times.pieces import Line
from claims.values import evolve

_JOINS = frozenset({"to", "-", "and", "or", "through", "until", "till", ",", "from", "&", "/"})
_RANGE = frozenset({"to", "-", "through", "until", "till"})
_SHARING = frozenset({"date", "season", "quarter"})


def share_years(exprs: list[Expression], line: Line) -> list[Expression]:
    """Give the year of "March to August 2011" to March as well, and of "May 2019 to June" to June."""
    shared = list(exprs)
    for at in range(len(shared) - 2, -1, -1):
        shared[at] = _with_year(shared[at], shared[at + 1], line, 0)
    for at in range(1, len(shared)):
        shared[at] = _with_year(shared[at], shared[at - 1], line, 1)
        if _is_range(shared[at - 1], shared[at], line):
            pair = [evolve(expr, parts={**expr.parts, "range": "both"}) for expr in shared[at - 1 : at + 1]]
            shared[at - 1 : at + 1] = pair
    return shared


def _is_range(first: Expression, second: Expression, line: Line) -> bool:
    """Tell "from July to September", "Monday to Friday" without a year or week: any, in the simple present."""
    bare = first.kind == second.kind and all(
        (item.kind == "date" and not {"year", "day"} & item.parts.keys()) or item.parts.keys() == {"weekday"}
        for item in (first, second)
    )
    between = [piece.word for piece in line.pieces[first.end : second.start]]
    if not bare or len(between) != 1:
        return False
    opened = first.start > 0 and line.pieces[first.start - 1].word == "between"
    return between[0] in _RANGE or (between[0] == "and" and opened)


def _with_year(expr: Expression, other: Expression, line: Line, later: int) -> Expression:
    first, second = (other, expr) if later else (expr, other)
    between = {piece.word for piece in line.pieces[first.end : second.start]}
    known = "year" in other.parts and expr.kind == other.kind and expr.kind in _SHARING
    if not known or {"year", "yearword", "which"} & expr.parts.keys() or not between <= _JOINS or not between:
        return expr
    if later and not between & _RANGE:
        return expr
    year = int(other.parts["year"])
    if expr.kind == "date" and between & _RANGE:
        year += _wraps(first, second) * (1 if later else -1)
    return evolve(expr, parts={**expr.parts, "year": str(year)})


def _wraps(first: Expression, second: Expression) -> int:
    """Whether a range of months runs over the end of the year."""
    months = [_month_number(item.parts) for item in (first, second)]
    return int(months[0] > months[1])


def _month_number(parts: Mapping[str, str]) -> int:
    return int(table("months")[parts["month"]][0]) if "month" in parts else 0
