"""Ranges that JSON Schema accepts and the model cannot hold: found, then put right for the other rules.

``[9, 4]``, ``[4, 4]``, ``[[9, 12], [4, 6]]`` and ``4.0`` are lists of two whole numbers to JSON Schema.
They are looked for only where the codec has refused the data. So that one of them hides nothing else, the
other rules see the range that was most likely meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from claims.checks.context import Found
from claims.checks.pointers import escape
from claims.json_input import shown
from claims.text import Span

#: Fields by what they hold; every other field holds no range.
RANGES = frozenset({"span", "head"})
RANGE_LISTS = frozenset({"antecedents"})
EXTENTS = frozenset({"spans"})
EXTENT_LISTS = frozenset({"mentions", "candidates"})
INTEGERS = frozenset({"length", "paragraph", "at"})

Report = Callable[[str, Found], None]


def mend(data: Any, report: Report) -> Any:
    """Return a copy of schema-valid `data` that the codec accepts; `report` gets code and finding."""
    return _mend(data, "", "", report)


def _mend(value: Any, field: str, pointer: str, report: Report) -> Any:
    if value is None:
        return None
    if field in INTEGERS and not isinstance(value, str):
        # A verdict's "at" is a date.
        return _integer(value, pointer, report)
    if field in RANGES:
        return _range(value, pointer, report)
    if field in EXTENTS:
        return _extent(value, pointer, report)
    if field in EXTENT_LISTS:
        return [_extent(item, f"{pointer}/{index}", report) for index, item in enumerate(value)]
    if field in RANGE_LISTS:
        return [_range(item, f"{pointer}/{index}", report) for index, item in enumerate(value)]
    if isinstance(value, dict):
        # The keys of "certainty" are ids, not field names.
        names = {key: "" if field == "certainty" else key for key in value}
        return {k: _mend(item, names[k], f"{pointer}/{escape(k)}", report) for k, item in value.items()}
    if isinstance(value, list):
        return [_mend(item, "", f"{pointer}/{index}", report) for index, item in enumerate(value)]
    return value


def _integer(value: Any, pointer: str, report: Report) -> int:
    if type(value) is not int:
        message = f"{shown(value)} is written with a fraction or exponent; this is a count"
        report("S009", Found(message, pointer, hint=f"write {int(value)}"))
    return int(value)


def _range(value: Any, pointer: str, report: Report) -> list[int]:
    start, end = (_integer(number, f"{pointer}/{index}", report) for index, number in enumerate(value))
    if start < end:
        return [start, end]
    if start == end:
        message = f"[{start}, {end}) is empty: a range is half-open and holds at least one code point"
        report("O104", Found(message, pointer, hint=f"is [{start}, {end + 1}] meant?"))
        return [start, end + 1]
    report("O104", Found(f"[{start}, {end}) ends before it starts", pointer, hint=f"is [{end}, {start}] meant?"))
    return [end, start]


def _extent(value: Any, pointer: str, report: Report) -> list[list[int]]:
    ranges = [_range(item, f"{pointer}/{index}", report) for index, item in enumerate(value)]
    for index, (before, after) in enumerate(pairwise(ranges)):
        if after[0] < before[1]:
            what = "overlaps" if after[1] > before[0] else "stands before"
            message = f"{after} {what} {before}, the range before it: ranges are sorted and disjoint"
            hint = "sort the ranges and join those that overlap"
            report("O105", Found(message, f"{pointer}/{index + 1}", Span(*after), hint))
    return list(_joined(ranges))


def _joined(ranges: list[list[int]]) -> Iterator[list[int]]:
    """Sort the ranges and join those that overlap; touching ones stay apart, as the file has them."""
    last: list[int] | None = None
    for current in sorted(ranges):
        if last is None:
            last = current
        elif current[0] < last[1]:
            last = [last[0], max(last[1], current[1])]
        else:
            yield last
            last = current
    if last is not None:
        yield last
