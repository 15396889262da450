"""Time expressions of a whole text: sentence by sentence, with the dates told so far."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import Literal

import attrs

from claims.analysis import SentenceSpan, Timex, Words
from claims.errors import UsageError
from claims.lexicon import table
from claims.times import almanac, points
from claims.times.almanac import Moment
from claims.times.context import Context, Value
from claims.times.expressions import Expression, expressions
from claims.times.normalise import resolve
from claims.times.pieces import Line, Piece
from claims.times.sharing import share_years
from claims.times.tense import Tenses, tells_the_present
from claims.times.values import edtf_of
from claims.trees import Tree
from claims.values import evolve

#: Whether numeric dates put the month or the day first.
DateOrder = Literal["mdy", "dmy"]
_NUMERIC = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/[0-9]{2,4}")
#: Zones whose dates say nothing about what the text tells next.
_ASIDE = frozenset({"byline", "dateline", "caption", "credit"})
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_QUARTER = re.compile(r"[0-9]{4}-Q[1-4]")
_GRAINS = frozenset({"year", "month", "day", "passage", "quarter"})
#: Kinds whose year is counted.
_DATED = frozenset({"date", "holiday", "nth", "week_of"})
#: Kinds that a habit leaves without a year or week.
_HABITUAL = frozenset({"date", "weekday"})
#: Kinds that are read after the others of their sentence, which tell the day.
_NEEDS_DAY = frozenset({"clock", "daypart"})
#: Parts of the day that are a time of day.
_FIXED = frozenset(part for part, row in table("day_parts").items() if row[0][0].isdigit())
#: Between a clock time and a day behind it they open something else.
_PARTS_CLAUSES = frozenset({"and", "but", "or", ";", "before", "after", "until", "which", "who", "when", "while"})
#: Pieces from a clock time to the day behind it, at most.
_FAR = 6
#: Years that a passage moves on by a year alone.
_STEP = 2
#: Sentences for which a told year counts.
_MEMORY = 12


@attrs.frozen
class _Found:
    """A resolved expression and its place."""

    sentence: int
    expression: Expression
    value: Value
    #: Key of the expression it was counted from.
    rest: tuple[int, int] | None = None
    #: Keys of the expressions that a length begins and ends with.
    begin: tuple[int, int] | None = None
    end: tuple[int, int] | None = None

    @property
    def key(self) -> tuple[int, int]:
        return self.sentence, self.expression.start


@attrs.frozen
class _Told:
    """The last dates of the text, by what they have: a year, a month, a day."""

    year: _Found | None = None
    month: _Found | None = None
    day: _Found | None = None
    #: The month or day that dates the passage, as long as it has not returned to the time of publication.
    passage: _Found | None = None
    quarter: _Found | None = None

    def after(self, found: _Found) -> _Told:
        """Take a newly resolved date in."""
        if found.expression.kind == "quarter" and _QUARTER.fullmatch(found.value.value or ""):
            self = evolve(self, quarter=found)
        at = almanac.moment(found.value.value)
        if at is None or found.value.type not in {"DATE", "TIME"}:
            return self
        month, day = found if at.month else self.month, found if at.day else self.day
        moves = _dates_passage(found) or self._goes_on(at)
        passage = None if _is_near(found) else found if moves else self.passage
        return _Told(found, month, day, passage, self.quarter)

    def _goes_on(self, at: Moment) -> bool:
        """Whether a year moves a running passage: what is told of one year goes on with the next."""
        running = _moment(self.passage)
        return running is not None and 0 < at.year - running.year <= _STEP

    def behind(self, tree: Tree, here: Sequence[_Found]) -> _Told:
        """Move on to the next sentence: what speaks of the time of publication ends the passage."""
        if self.passage is None and not here:
            return self
        ends = tells_the_present(tree) or any(map(_is_near, here))
        return evolve(self, passage=None) if ends else self


def _is_near(found: _Found) -> bool:
    """Whether a time is counted from the publication, or is the present."""
    return found.value.anchor == "published" or found.value.value in {"PRESENT_REF", "FUTURE_REF"}


def _dates_passage(found: _Found) -> bool:
    """Whether what follows can be told of its year.

    A month can, and a year that opens a sentence ("In 1961, …"); another year alone ("since its launch in
    2003") does not move the telling.
    """
    expr, at = found.expression, _moment(found)
    return at is not None and expr.kind != "holiday" and (at.month is not None or expr.tokens[0] == 1)


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


def _instant(published: str | None) -> datetime | None:
    """Return the time of publication, where more than the day is given."""
    return datetime.fromisoformat(published) if published is not None and len(published) > len("2020-12-20") else None


def _refuse(published: str) -> date:
    raise UsageError(
        f"the publication date {published!r:.60} should be a year, YYYY-MM, YYYY-MM-DD or an ISO 8601 date-time"
    )


def find_times(
    trees: Sequence[Tree],
    published: str | None,
    sentences: Sequence[SentenceSpan],
    *,
    language: str = "en",
    date_order: DateOrder | None = None,
) -> tuple[Timex, ...]:
    """Return every time expression of the text, resolved against the publication date.

    In text order, none overlapping. Numeric dates are read in `date_order`; without one as `language` has it
    (en-US the month first, en-GB and others the day), and plain "en" as the text's own dates show (13/05/2019),
    else the month first. Raises `UsageError` for a malformed `published`.
    """
    first = date_order == "mdy" if date_order is not None else _month_first(trees, language)
    context = Context(published_moment(published), _instant(published), month_first=first)
    told, found = _Told(), []
    for number, tree in enumerate(trees):
        line, exprs = expressions(tree)
        zone = sentences[number].zone if number < len(sentences) else "body"
        here = []
        if exprs:
            here = _sentence(_Reader(number, tree, line, context, Tenses(tree, zone == "caption")), exprs, told)
        found += here
        if zone not in _ASIDE:
            for item in here:
                told = told.after(item)
            told = told.behind(tree, here)
    return _timexes(found)


def _month_first(trees: Sequence[Tree], language: str) -> bool:
    """Tell the order of numeric dates by the language, or by those of the text that leave no choice."""
    if language.lower() != "en":
        return month_first(language)
    dates = (_NUMERIC.fullmatch(token.text) for tree in trees for token in tree if "/" in token.text)
    known = {int(date[1]) <= 12 for date in dates if date and (int(date[1]) > 12) != (int(date[2]) > 12)}
    return known != {False}


def month_first(language: str) -> bool:
    """Tell whether numeric dates of that English put the month first: in general and American use."""
    return language.lower().replace("_", "-") in {"en", "en-us"}


def _sentence(reader: _Reader, exprs: list[Expression], told: _Told) -> list[_Found]:
    """Resolve a sentence's expressions, those last that need the day which the others tell."""
    shared = share_years(exprs, reader.line)
    found: dict[int, _Found] = {}
    now = told
    for expr in shared:
        if expr.kind not in _NEEDS_DAY:
            found[expr.start] = reader.resolve(expr, now)
            now = now.after(found[expr.start])
    days = [item for item in found.values() if _DAY.fullmatch(item.value.value or "")]
    for expr in shared:
        if expr.kind in _NEEDS_DAY:
            found[expr.start] = reader.resolve_in_day(expr, now, days, told)
    return _pointed(_merged([found[start] for start in sorted(found)], reader.line), reader.line)


@attrs.frozen
class _Reader:
    """One sentence, and what its times are counted from."""

    number: int
    tree: Tree
    line: Line
    context: Context
    tenses: Tenses

    def resolve(self, expr: Expression, told: _Told, clock_day: str | None = None) -> _Found:
        """Resolve one expression after the dates told so far."""
        token = expr.tokens[0]
        given = self.context
        context = Context(
            given.published,
            given.instant,
            year=_moment(told.year),
            month=_moment(told.month),
            day=_moment(told.day),
            quarter=told.quarter.value.value if told.quarter else None,
            clock_day=clock_day,
            direction=self.tenses.direction(token),
            behind=expr.kind in _DATED and self.tenses.is_past(expr.tokens),
            month_first=given.month_first,
            general=self.tenses.general(token),
            habitual=expr.kind in _HABITUAL and self.tenses.habitual(token),
            told_year=_told_year(given.published, told, self.number),
        )
        value = resolve(expr.kind, expr.parts, context)
        source = getattr(told, value.anchor) if value.anchor in _GRAINS else None
        return _Found(self.number, expr, value, source.key if source else None)

    def resolve_in_day(self, expr: Expression, now: _Told, days: list[_Found], told: _Told) -> _Found:
        """Resolve a time of day in the day of its sentence, else of the one before, else of publication."""
        known = _nearest(expr, days, self.line)
        if known is None and told.day and self.number - told.day.sentence <= 1:
            known = told.day
        if known is not None:
            day = _moment(known)
            found = self.resolve(expr, now, day.value if day else None)
            if found.value.anchor is None:
                return evolve(found, value=evolve(found.value, anchor="day"), rest=known.key)
            return found
        published = self.context.published
        fixed = expr.kind == "clock" or expr.parts.get("daypart") in _FIXED
        every_day = "zone" not in expr.parts and self.tenses.general(expr.tokens[0])
        if not fixed or every_day or published is None or published.day is None:
            return self.resolve(expr, now)
        found = self.resolve(expr, now, published.value)
        return evolve(found, value=evolve(found.value, anchor="published"))


def _joins(between: Sequence[Piece]) -> bool:
    """Whether a day belongs to the clock time in front: no verb, no "and" between "5 p.m. local time on Monday"."""
    return len(between) <= _FAR and {piece.word for piece in between}.isdisjoint(_PARTS_CLAUSES)


def _nearest(clock: Expression, days: list[_Found], line: Line) -> _Found | None:
    """Return the day nearest to a clock time; one that follows dates it rather than one before."""
    at = bisect_left(days, clock.start, key=lambda item: item.expression.start)
    around = days[max(0, at - 1) : at + 1]
    if len(around) > 1 and not _joins(line.pieces[clock.end : around[1].expression.start]):
        around = around[:1]
    return min(around, key=lambda item: _distance(item.expression, clock), default=None)


def _moment(found: _Found | None) -> Moment | None:
    return almanac.moment(found.value.value) if found else None


def _told_year(published: Moment | None, told: _Told, number: int) -> int | None:
    """Return the past year that the sentence or its passage is telling of, far from the time of publication.

    News means the publication's year: an earlier one counts only in the sentence that names it, and in those
    behind it until one is in the present tense or has a time counted from the publication.
    """
    at = _moment(told.passage)
    if published is None or told.passage is None or at is None or published.year - at.year <= 1:
        return None
    return at.year if number - told.passage.sentence <= _MEMORY else None


def _distance(day: Expression, clock: Expression) -> int:
    """Count pieces between; what follows a clock time dates it rather than what stands before."""
    return day.start - clock.end if day.start >= clock.end else clock.start - day.end + 2


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


def _pointed(found: list[_Found], line: Line) -> list[_Found]:
    """Give lengths the points that the date behind them tells: "the three months ended June 30"."""
    for at, (item, behind) in enumerate(pairwise(found)):
        if item.value.type == "DURATION" and item.value.value and behind.value.type == "DATE":
            words = [piece.word for piece in line.pieces[item.expression.start : behind.expression.start]]
            joint = " ".join(words[item.expression.end - item.expression.start :])
            found[at] = _with_points(item, behind, words, joint)
    return found


def _with_points(item: _Found, behind: _Found, words: list[str], joint: str) -> _Found:
    length, day = item.value.value or "", behind.value.value or ""
    if joint == "of" and (both := points.part_of_year(length, words, day)) is not None:
        begin, end = both
        return evolve(item, value=evolve(item.value, begin=begin, end=end, stretch=f"{begin}/{end}"))
    lies = points.side(joint)
    if not lies or behind.value.mod is not None:
        return item
    other = points.other_end(length, joint, day)
    stretch = (f"{other}/{day}" if lies < 0 else f"{day}/{other}") if other else None
    if lies < 0:
        return evolve(item, value=evolve(item.value, begin=other, stretch=stretch), end=behind.key)
    return evolve(item, value=evolve(item.value, end=other, stretch=stretch), begin=behind.key)


def _dates(clock: _Found, day: _Found, line: Line) -> bool:
    between = [piece.word for piece in line.pieces[clock.expression.end : day.expression.start]]
    same = (clock.value.value or "")[:10] == (day.value.value or "")[:10]
    return between == [] and same and day.value.type == "DATE" and len(day.value.value or "") == 10


def _joined(first: _Found, second: _Found, value: Value) -> _Found:
    tokens = tuple(sorted({*first.expression.tokens, *second.expression.tokens}))
    tokens = tuple(range(tokens[0], tokens[-1] + 1))
    expr = evolve(first.expression, end=second.expression.end, tokens=tokens)
    if first.rest == second.key:
        value = evolve(value, anchor=second.value.anchor)
        return _Found(first.sentence, expr, value, second.rest)
    return _Found(first.sentence, expr, value, first.rest)


def _span_value(first: Value, second: Value) -> Value:
    """Return the range of two dates of one grain that share a token; of two lengths, that it lies between them."""
    if first.type == second.type == "DURATION" and second.value is not None:
        value = re.sub(r"[0-9]+(?:\.[0-9]+)?", "X", second.value)
        return evolve(second, value=value, reason="between two lengths")
    known = [almanac.moment(value.value) for value in (first, second)]
    plain = [at.value for at, value in zip(known, (first, second), strict=True) if at and at.value == value.value]
    if len(plain) == 2 and len(plain[0]) == len(plain[1]) and plain[0] < plain[1]:
        return evolve(first, value="/".join(plain))
    return evolve(first, value=None, reason="two times in one word")


def _timexes(found: list[_Found]) -> tuple[Timex, ...]:
    numbers = {item.key: index for index, item in enumerate(found)}
    return tuple(_timex(item, numbers) for item in found)


def _timex(item: _Found, numbers: Mapping[tuple[int, int], int]) -> Timex:
    value = item.value
    anchor = value.anchor
    if anchor in _GRAINS:
        anchor = str(numbers[item.rest]) if item.rest is not None and item.rest in numbers else None
    return Timex(
        Words(item.sentence, item.expression.tokens),
        value.type,
        value.value,
        value.mod,
        value.stretch or edtf_of(value.type, value.value, value.mod),
        anchor,
        value.reason,
        value.begin if item.begin is None else f"#{numbers[item.begin]}",
        value.end if item.end is None else f"#{numbers[item.end]}",
    )
