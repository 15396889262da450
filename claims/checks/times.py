"""Rules about time values: well-formed, in agreement, and true to the words and the publication date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from claims.checks.context import Context, Found, Rule, first
from claims.checks.words import WORD
from claims.json_input import shown
from claims.lexicon import table
from claims.times.values import agree, edtf_of, is_edtf, is_timex_value

if TYPE_CHECKING:
    # Loading the model takes longer than checking a small file.
    from claims.model import Time

_DAY = r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"
_CLOCK = r"T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:Z|[+-](?:0[0-9]|1[0-2]):[0-5][0-9])?"
#: What is plainly EDTF: dates, times, seasons, decades, centuries, and intervals of dates, open or not.
_PLAIN = re.compile(
    rf"{_DAY}[~?%]?|[0-9]{{4}}-[01][0-9]-[0-3][0-9]{_CLOCK}|[0-9]{{4}}-2[1-4]|[0-9]{{3}}X|[0-9]{{2}}XX"
    rf"|{_DAY}/(?:{_DAY}|\.\.)|\.\./{_DAY}"
)
#: Words that count from the day they name: "the day after Monday" is no Monday.
_SHIFTS = frozenset({"after", "before", "from", "since", "until", "till", "ago", "later", "earlier", "week", "eve"})
_DEICTIC = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}


def timex_values(ctx: Context) -> Iterator[Found]:
    """Find values that are no TIMEX3 values of their type."""
    for index, time in enumerate(ctx.document.times):
        if time.value is not None and not is_timex_value(time.type, time.value):
            message = f"{shown(time.value)} is no TIMEX3 value of the type {time.type}"
            yield Found(message, f"/times/{index}/value", first(time.spans))


def edtf_values(ctx: Context) -> Iterator[Found]:
    """Find EDTF values that are none."""
    for index, time in enumerate(ctx.document.times):
        if time.edtf is not None and not _well_formed(time.edtf):
            yield Found(f"{shown(time.edtf)} is no EDTF", f"/times/{index}/edtf", first(time.spans))
    for index, claim in enumerate(ctx.document.claims):
        for number, when in enumerate(claim.when):
            if when.edtf is not None and not _well_formed(when.edtf):
                pointer = f"/claims/{index}/when/{number}/edtf"
                yield Found(f"{shown(when.edtf)} is no EDTF", pointer, first(when.spans))


def disagreements(ctx: Context) -> Iterator[Found]:
    """Compare TIMEX3 and EDTF values."""
    for index, time in enumerate(ctx.document.times):
        if _malformed(time) or time.edtf is None or _plain(time.edtf) == edtf_of(time.type, time.value):
            continue
        if not agree(time.type, time.value, time.mod, time.edtf):
            expected = edtf_of(time.type, time.value, time.mod)
            message = f"the EDTF value {shown(time.edtf)} does not say what {shown(time.value)} says"
            hint = f"EDTF for it is {expected}" if expected else "EDTF has no value for it: write null"
            yield Found(message, f"/times/{index}/edtf", first(time.spans), hint)


def points(ctx: Context) -> Iterator[Found]:
    """Compare the begin and end points of lengths with their EDTF interval."""
    known = {time.id: time.edtf for time in ctx.document.times}
    for index, time in enumerate(ctx.document.times):
        if time.begin_point is None and time.end_point is None:
            continue
        ends = [_dated(point, known, ctx) for point in (time.begin_point, time.end_point)]
        said = (time.edtf or "").partition("/")
        for field, point, other in zip(("begin_point", "end_point"), ends, (said[0], said[2]), strict=True):
            if point is not None and "/" not in point and said[1] and _plain(point) != _plain(other):
                message = f"the EDTF value {shown(time.edtf)} has {shown(other)} where the point is {shown(point)}"
                yield Found(message, f"/times/{index}/{field}", first(time.spans))
        begin, end = ends
        if begin and end and not said[1] and begin[: len(end)] > end[: len(begin)]:
            yield Found("it ends before it begins", f"/times/{index}/end_point", first(time.spans))


def _dated(point: str | None, known: Mapping[str, str | None], ctx: Context) -> str | None:
    if point == "published":
        return (ctx.document.source.published or "")[:10] or None
    return known.get(point) if point and not point[0].isdigit() else point


def unreasoned(ctx: Context) -> Iterator[Found]:
    """Find times without value and without reason."""
    for index, time in enumerate(ctx.document.times):
        if time.value is None and not time.reason:
            yield Found("there is no value and no reason for that", f"/times/{index}/value", first(time.spans))


def unpublished(ctx: Context) -> Iterator[Found]:
    """Find values that rest on a publication date that is not given."""
    if ctx.document.source.published is not None:
        return
    for index, time in enumerate(ctx.document.times):
        if time.anchor == "published" and time.value and re.match(r"[0-9]{4}", time.value):
            message = f"{shown(time.value)} rests on the publication date, which the file does not give"
            yield Found(message, f"/times/{index}/anchor", first(time.spans), 'give "published" in "source"')


def contradictions(ctx: Context) -> Iterator[Found]:
    """Compare resolved values with the weekday, month or day that the words name."""
    published = _published(ctx)
    for index, time in enumerate(ctx.document.times):
        if time.type in ("DATE", "TIME") and not _malformed(time):
            anchor = published if time.anchor == "published" else None
            if reason := _contradiction(time.value or "", time.exact, anchor):
                yield Found(reason, f"/times/{index}/value", first(time.spans))


def impossible_dates(ctx: Context) -> Iterator[Found]:
    """Find dates of source, verdicts and evidence that no calendar has."""
    dates = [("/source/published", ctx.document.source.published)]
    for index, verdict in enumerate(ctx.document.verdicts):
        dates.append((f"/verdicts/{index}/at", verdict.at))
        for number, evidence in enumerate(verdict.evidence):
            dates.append((f"/verdicts/{index}/evidence/{number}/retrieved", evidence.retrieved))
    for pointer, moment in dates:
        if moment and _day(moment) is None:
            yield Found(f"{shown(moment)} is no day of the calendar", pointer)


@lru_cache(maxsize=4096)
def _well_formed(value: str) -> bool:
    """Ask the grammar only for what is not plainly right: its parser takes a millisecond a value."""
    if _PLAIN.fullmatch(value):
        ends = [end.rstrip("~?%") for end in value.split("/") if end != ".."]
        days = [_day(end) if len(end) >= 10 else end for end in ends]
        return None not in days and (len(ends) < 2 or ends[0][: len(ends[1])] <= ends[1][: len(ends[0])])
    return is_edtf(value)


def _malformed(time: Time) -> bool:
    """Tell whether the two values are already another rule's finding."""
    wrong_value = time.value is not None and not is_timex_value(time.type, time.value)
    return wrong_value or (time.edtf is not None and not _well_formed(time.edtf))


def _plain(edtf: str) -> str:
    return edtf.rstrip("~?%")


@lru_cache(maxsize=4096)
def _contradiction(value: str, exact: str, published: date | None) -> str | None:
    """Say how a value contradicts its words; `published` is None where the value does not rest on it."""
    words = [word.lower() for word in WORD.findall(exact)]
    words = [word.partition("'")[0].partition("’")[0] for word in words]
    if not _SHIFTS.isdisjoint(words):
        return None
    day = _day(value[:10])
    if day:
        named = {_numbers("weekdays")[word] for word in words if word in _numbers("weekdays")}
        if named and day.isoweekday() not in named:
            return f"{day} is a {day:%A}; the text says {shown(exact)}"
        shift = [_DEICTIC[word] for word in words if word in _DEICTIC]
        # The publication may lie on the other side of midnight from where the words were written.
        if published and len(shift) == 1 and len(words) <= 2 and abs((day - published).days - shift[0]) > 1:
            return f"{shown(exact)} is {published + timedelta(shift[0])} seen from {published}, not {day}"
    return _wrong_month(value, exact, words)


def _wrong_month(value: str, exact: str, words: list[str]) -> str | None:
    months = {_numbers("months")[word] for word in words if word in _numbers("months")}
    match = re.match(r"(?:[0-9]{4}|XXXX)-([01][0-9])(?![0-9])", value)
    if match and months and int(match[1]) not in months:
        return f"{shown(value)} is not in the month that the text names: {shown(exact)}"
    return None


@cache
def _numbers(name: str) -> dict[str, int]:
    return {word: int(cells[0]) for word, cells in table(name).items()}


def _published(ctx: Context) -> date | None:
    return _day(ctx.document.source.published or "")


@lru_cache(maxsize=4096)
def _day(moment: str) -> date | None:
    try:
        # A leap second is a real one, but no datetime.
        return datetime.fromisoformat(re.sub(r":60(?!\d*:)", ":59", moment)).date()
    except ValueError:
        return None


RULES = (
    Rule(
        "T401",
        "timex",
        "time",
        "`value` is a TIMEX3 value of the stated type.",
        '"value": "2019-13"',
        '"value": "2019-12"',
        check=timex_values,
    ),
    Rule(
        "T402",
        "edtf",
        "time",
        "`edtf` is EDTF (ISO 8601-2).",
        '"edtf": "2019-13-01"',
        '"edtf": "2019-05/.."',
        check=edtf_values,
    ),
    Rule(
        "T403",
        "disagreement",
        "time",
        "The TIMEX3 value and the EDTF value of an expression say the same.",
        "2019-05 and 2019-06",
        "2019-05 and 2019-05",
        check=disagreements,
    ),
    Rule(
        "T404",
        "no-reason",
        "time",
        "A time without a value says why.",
        '"value": null',
        '"value": null, "reason": "no publication date"',
        check=unreasoned,
    ),
    Rule(
        "T405",
        "unpublished",
        "time",
        "A value resolved against the publication date needs one.",
        '"anchor": "published" without it',
        '"published": "2020-12-20"',
        check=unpublished,
        needs_all=True,
    ),
    Rule(
        "T406",
        "contradiction",
        "time",
        "A resolved value agrees with the weekday, month or day that the words name.",
        "“on Sunday”, 2020-12-21",
        "“on Sunday”, 2020-12-20",
        check=contradictions,
    ),
    Rule(
        "T407",
        "calendar",
        "time",
        "Dates of the source, the verdicts and the evidence exist.",
        '"at": "2021-02-30"',
        '"at": "2021-02-28"',
        check=impossible_dates,
    ),
    Rule(
        "T408",
        "points",
        "time",
        "The begin and end points of a length of time are the ends of its EDTF interval.",
        '"edtf": "2020-04/2020-06", "begin_point": "2020-05"',
        '"edtf": "2020-04/2020-06", "begin_point": "2020-04"',
        check=points,
    ),
)
