"""Time expressions of a whole text: sentence by sentence, with the dates told so far."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime

import attrs

from claims.analysis import SentenceSpan, Timex, Words
from claims.errors import UsageError
from claims.syntax import Tree
from claims.times import almanac
from claims.times.almanac import Moment
from claims.times.context import Context, Value
from claims.times.expressions import Expression, expressions
from claims.times.normalise import resolve
from claims.times.pieces import Line
from claims.times.tense import direction, is_general
from claims.times.values import edtf_of

#: Zones whose dates say nothing about what the text tells next.
_ASIDE = frozenset({"byline", "dateline", "caption", "credit"})
#: Kinds that are read after the others of their sentence, which tell the day.
_NEEDS_DAY = frozenset({"clock", "daypart"})
_JOINS = frozenset({"to", "-", "and", "or", "through", "until", "till", ",", "from", "&", "/"})
_RANGE = frozenset({"to", "-", "through", "until", "till"})
#: Sentences for which a told year counts.
_MEMORY = 12
_SHARING = frozenset({"date", "season", "quarter"})


@attrs.frozen
class _Found:
    """A resolved expression and its place."""

    sentence: int
    expression: Expression
    value: Value
    #: Key of the expression it was counted from.
    rest: tuple[int, int] | None = None

    @property
    def key(self) -> tuple[int, int]:
        return self.sentence, self.expression.start


@attrs.frozen
class _Told:
    """The last dates of the text, by what they have: a year, a month, a day."""

    year: _Found | None = None
    month: _Found | None = None
    day: _Found | None = None

    def after(self, found: _Found) -> _Told:
        """Take a newly resolved date in."""
        at = almanac.moment(found.value.value)
        if at is None or found.value.type not in {"DATE", "TIME"}:
            return self
        return _Told(found, found if at.month else self.month, found if at.day else self.day)


def published_moment(published: str | None) -> Moment | None:
    """Read a publication date: a year, a year and month, a date, or a date-time with or without zone.

    Raises `UsageError` for anything else.
    """
    if published is None:
        return None
    head = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2}))?", published)
    if head and head[1] != "0000" and 1 <= int(head[2] or 1) <= 12:
        return Moment(int(head[1]), int(head[2]) if head[2] else None)
    try:
        day: date = datetime.fromisoformat(published) if "-" in published else _refuse(published)
    except ValueError:
        _refuse(published)
    return Moment(day.year, day.month, day.day)


def _refuse(published: str) -> date:
    raise UsageError(
        f"the publication date {published!r:.60} should be a year, YYYY-MM, YYYY-MM-DD or an ISO 8601 date-time"
    )


def find_times(
    trees: Sequence[Tree], published: str | None, sentences: Sequence[SentenceSpan], *, language: str = "en"
) -> tuple[Timex, ...]:
    """Return every time expression of the text, resolved against the publication date.

    In text order, none overlapping. Numeric dates put the month first unless `language` is British or
    another English that does not. Raises `UsageError` for a malformed `published`.
    """
    context = Context(published_moment(published), month_first=month_first(language))
    told, found = _Told(), []
    for number, tree in enumerate(trees):
        line, exprs = expressions(tree)
        if not exprs:
            continue
        here = _sentence(number, tree, line, exprs, context, told)
        found += here
        if number >= len(sentences) or sentences[number].zone not in _ASIDE:
            for item in here:
                told = told.after(item)
    return _timexes(found)


def month_first(language: str) -> bool:
    """Tell whether numeric dates of that English put the month first: in general and American use."""
    return language.lower().replace("_", "-") in {"en", "en-us"}


def _sentence(
    number: int, tree: Tree, line: Line, exprs: list[Expression], context: Context, told: _Told
) -> list[_Found]:
    shared = _share_years(exprs, line)
    found: dict[int, _Found] = {}
    now = told
    for expr in shared:
        if expr.kind not in _NEEDS_DAY:
            found[expr.start] = _resolve(number, tree, expr, context, now, None)
            now = now.after(found[expr.start])
    for expr in shared:
        if expr.kind in _NEEDS_DAY:
            day = _clock_day(number, expr, list(found.values()), told, context)
            found[expr.start] = _resolve(number, tree, expr, context, now, day)
    return _merged([found[start] for start in sorted(found)], line)


def _resolve(
    number: int, tree: Tree, expr: Expression, context: Context, told: _Told, clock_day: _Found | str | None
) -> _Found:
    day = clock_day.value.value if isinstance(clock_day, _Found) else clock_day
    here = attrs.evolve(
        context,
        year=_moment(told.year),
        month=_moment(told.month),
        day=_moment(told.day),
        clock_day=day,
        direction=direction(tree, expr.tokens[0]),
        general=is_general(tree, expr.tokens[0]),
        told_year=_told_year(context.published, told, number),
    )
    value = resolve(expr.kind, expr.parts, here)
    rest = None
    if value.anchor == "reference":
        name = (
            "day"
            if value.value and len(value.value) >= 10
            else "month"
            if value.value and len(value.value) >= 7
            else "year"
        )
        source = getattr(told, name) or told.year
        rest = source.key if source else None
    elif isinstance(clock_day, _Found):
        value, rest = attrs.evolve(value, anchor="reference"), clock_day.key
    elif clock_day and value.value and expr.kind in _NEEDS_DAY:
        value = attrs.evolve(value, anchor="published")
    return _Found(number, expr, value, rest)


def _moment(found: _Found | None) -> Moment | None:
    return almanac.moment(found.value.value) if found else None


def _told_year(published: Moment | None, told: _Told, number: int) -> int | None:
    """Return the past year that the text is telling of, where it is not about the time of publication."""
    at = _moment(told.month)
    if published is None or told.month is None or at is None or published.year - at.year <= 1:
        return None
    # A year alone ("since its launch in 2003") does not move the telling to that year.
    near = number - told.month.sentence <= _MEMORY and told.month.value.anchor != "published"
    return at.year if near else None


def _clock_day(
    number: int, expr: Expression, found: list[_Found], told: _Told, context: Context
) -> _Found | str | None:
    """Return the day of a clock time: from its sentence, else from the one before, else that of publication."""
    days = [item for item in found if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", item.value.value or "")]
    if days:
        return min(days, key=lambda item: _distance(item.expression, expr))
    if told.day and number - told.day.sentence <= 1 and len(told.day.value.value or "") >= 10:
        moment = _moment(told.day)
        return attrs.evolve(told.day, value=attrs.evolve(told.day.value, value=moment.value)) if moment else None
    if expr.kind == "daypart":
        return None
    return context.published.value if context.published and context.published.day else None


def _distance(day: Expression, clock: Expression) -> int:
    """Count pieces between; what follows a clock time dates it rather than what stands before."""
    return day.start - clock.end if day.start >= clock.end else clock.start - day.end + 2


def _share_years(exprs: list[Expression], line: Line) -> list[Expression]:
    """Give the year of "March to August 2011" to March as well, and of "May 2019 to June" to June."""
    shared = list(exprs)
    for at in range(len(shared) - 2, -1, -1):
        shared[at] = _with_year(shared[at], shared[at + 1], line, 0)
    for at in range(1, len(shared)):
        shared[at] = _with_year(shared[at], shared[at - 1], line, 1)
    return shared


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
    return attrs.evolve(expr, parts={**expr.parts, "year": str(year)})


def _wraps(first: Expression, second: Expression) -> int:
    """Whether a range of months runs over the end of the year."""
    months = [_month_number(item.parts) for item in (first, second)]
    return int(months[0] > months[1])


def _month_number(parts: Mapping[str, str]) -> int:
    from claims.lexicon import table

    return int(table("months")[parts["month"]][0]) if "month" in parts else 0


def _merged(found: list[_Found], line: Line) -> list[_Found]:
    """Join "6 p.m. Monday" to one time, and two dates that share a token ("May–June") to one range."""
    kept: list[_Found] = []
    for item in found:
        last = kept[-1] if kept else None
        if last is not None and set(last.expression.tokens) & set(item.expression.tokens):
            kept[-1] = _joined(last, item, _span_value(last.value, item.value))
        elif last is not None and last.expression.kind == "clock" and _dates(last, item, line):
            kept[-1] = _joined(last, item, last.value)
        else:
            kept.append(item)
    return kept


def _dates(clock: _Found, day: _Found, line: Line) -> bool:
    between = [piece.word for piece in line.pieces[clock.expression.end : day.expression.start]]
    same = (clock.value.value or "")[:10] == (day.value.value or "")[:10]
    return between == [] and same and day.value.type == "DATE" and len(day.value.value or "") == 10


def _joined(first: _Found, second: _Found, value: Value) -> _Found:
    tokens = tuple(sorted({*first.expression.tokens, *second.expression.tokens}))
    tokens = tuple(range(tokens[0], tokens[-1] + 1))
    expr = attrs.evolve(first.expression, end=second.expression.end, tokens=tokens)
    if first.rest == second.key:
        value = attrs.evolve(value, anchor=second.value.anchor)
        return _Found(first.sentence, expr, value, second.rest)
    return _Found(first.sentence, expr, value, first.rest)


def _span_value(first: Value, second: Value) -> Value:
    known = [value.value for value in (first, second) if value.type == "DATE" and almanac.moment(value.value)]
    if len(known) == 2 and str(known[0]) < str(known[1]):
        return attrs.evolve(first, value=f"{known[0]}/{known[1]}")
    return attrs.evolve(first, value=None, reason="two times in one word")


def _timexes(found: list[_Found]) -> tuple[Timex, ...]:
    numbers = {item.key: index for index, item in enumerate(found)}
    return tuple(_timex(item, numbers) for item in found)


def _timex(item: _Found, numbers: Mapping[tuple[int, int], int]) -> Timex:
    value = item.value
    anchor = value.anchor
    if anchor == "reference":
        anchor = str(numbers[item.rest]) if item.rest is not None and item.rest in numbers else None
    edtf = edtf_of(value.type, value.value, value.mod)
    return Timex(
        Words(item.sentence, item.expression.tokens), value.type, value.value, value.mod, edtf, anchor, value.reason
    )
