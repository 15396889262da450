"""Find line and column of JSON pointers, lazily: only what was reported is looked for.

Values that no pointer leads into are skipped by the C parser, so that a few pointers in a large file
cost little more than reading it once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

import attrs

from claims.checks.pointers import escape

_SPACE = re.compile(r"[ \t\n\r]*")
# What a number amounts to is of no interest, and one of endless digits would be refused.
_skip: Callable[[str, int], tuple[Any, int]] = json.JSONDecoder(parse_int=len).scan_once  # type: ignore[attr-defined]

#: Member name or index → the same for what lies below it.
_Wanted = dict[str, Any]


@attrs.frozen
class Region:
    """Where something stands in a file: 1-based lines and columns in code points, the end behind the last."""

    line: int
    column: int
    end_line: int
    end_column: int


@attrs.frozen
class _Found:
    """Offsets of values by pointer, and of the keys of members."""

    values: dict[str, tuple[int, int]] = attrs.Factory(dict)
    keys: dict[str, tuple[int, int]] = attrs.Factory(dict)


def locate(text: str, pointers: Iterable[str]) -> dict[str, tuple[int, int]]:
    r"""Return the 1-based line and column of the value at each RFC 6901 pointer of the JSON `text`.

    A pointer to what is not there gets the place of the nearest value around it.

    >>> locate('{"a":\n [1, 2]}', ["/a/1", "/b"])
    {'/a/1': (2, 6), '/b': (1, 1)}
    """
    return {pointer: (region.line, region.column) for pointer, region in regions(text, pointers).items()}


def regions(text: str, pointers: Iterable[str], keys: Iterable[str] = ()) -> dict[str, Region]:
    """Return where the value at each pointer stands; for pointers that are also in `keys`, where its key stands.

    >>> regions('{"a": [1]}', ["/a"])["/a"]
    Region(line=1, column=7, end_line=1, end_column=10)
    """
    asked, by_key = tuple(dict.fromkeys(pointers)), frozenset(keys)
    found = _Found()
    _visit(text, _space(text, 0), _tree(asked), "", found)
    pairs = {pointer: _offsets(pointer, pointer in by_key, found) for pointer in asked}
    places = _places(text, {offset for pair in pairs.values() for offset in pair})
    return {pointer: Region(*places[start], *places[end]) for pointer, (start, end) in pairs.items()}


def _tree(pointers: Iterable[str]) -> _Wanted:
    tree: _Wanted = {}
    for pointer in pointers:
        branch = tree
        for part in pointer.split("/")[1:]:
            branch = branch.setdefault(part, {})
    return tree


def _offsets(pointer: str, by_key: bool, found: _Found) -> tuple[int, int]:
    if by_key and pointer in found.keys:
        return found.keys[pointer]
    while pointer not in found.values:
        pointer = pointer.rpartition("/")[0]
    return found.values[pointer]


def _places(text: str, offsets: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Return line and column of each offset, in one walk through the text."""
    places: dict[int, tuple[int, int]] = {}
    line, done = 1, 0
    for offset in sorted(offsets):
        line += text.count("\n", done, offset)
        done = offset
        places[offset] = line, offset - text.rfind("\n", 0, offset)
    return places


def _space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _visit(text: str, at: int, wanted: _Wanted, pointer: str, found: _Found) -> int:
    """Note where the value at `at` and the wanted ones in it stand; return where it ends."""
    if wanted and text[at] == "{":
        end = _visit_members(text, at, wanted, pointer, found)
    elif wanted and text[at] == "[":
        end = _visit_items(text, at, wanted, pointer, found)
    else:
        end = int(_skip(text, at)[1])
    found.values[pointer] = at, end
    return end


def _visit_members(text: str, at: int, wanted: _Wanted, pointer: str, found: _Found) -> int:
    at = _space(text, at + 1)
    while text[at] != "}":
        begin = at
        key, at = scanstring(text, at + 1, True)
        part, end = escape(key), at
        at = _space(text, _space(text, at) + 1)
        if part in wanted:
            below = f"{pointer}/{part}"
            found.keys[below] = begin, end
            at = _visit(text, at, wanted[part], below, found)
        else:
            at = _skip(text, at)[1]
        at = _behind_comma(text, at)
    return at + 1


def _visit_items(text: str, at: int, wanted: _Wanted, pointer: str, found: _Found) -> int:
    at = _space(text, at + 1)
    index = 0
    while text[at] != "]":
        part = str(index)
        if part in wanted:
            at = _visit(text, at, wanted[part], f"{pointer}/{part}", found)
        else:
            at = _skip(text, at)[1]
        at = _behind_comma(text, at)
        index += 1
    return at + 1


def _behind_comma(text: str, at: int) -> int:
    at = _space(text, at)
    return _space(text, at + 1) if text[at] == "," else at
