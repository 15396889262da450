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

from claims.json_input import line_column

_SPACE = re.compile(r"[ \t\n\r]*")
_skip: Callable[[str, int], tuple[Any, int]] = json.JSONDecoder().scan_once  # type: ignore[attr-defined]

#: Member name or index → the same for what lies below it.
_Wanted = dict[str, Any]


def locate(text: str, pointers: Iterable[str]) -> dict[str, tuple[int, int]]:
    r"""Return the 1-based line and column of the value at each RFC 6901 pointer of the JSON `text`.

    A pointer to what is not there gets the place of the nearest value around it.

    >>> locate('{"a":\n [1, 2]}', ["/a/1", "/b"])
    {'/a/1': (2, 6), '/b': (1, 1)}
    """
    asked = tuple(dict.fromkeys(pointers))
    found: dict[str, int] = {}
    _visit(text, _space(text, 0), _tree(asked), "", found)
    return {pointer: line_column(text, found[_nearest(pointer, found)]) for pointer in asked}


def escape(name: str) -> str:
    """Return a member name as a part of a JSON pointer."""
    return name.replace("~", "~0").replace("/", "~1")


def _tree(pointers: Iterable[str]) -> _Wanted:
    tree: _Wanted = {}
    for pointer in pointers:
        branch = tree
        for part in pointer.split("/")[1:]:
            branch = branch.setdefault(part, {})
    return tree


def _nearest(pointer: str, found: dict[str, int]) -> str:
    while pointer not in found:
        pointer = pointer.rpartition("/")[0]
    return pointer


def _space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _visit(text: str, at: int, wanted: _Wanted, pointer: str, found: dict[str, int]) -> int:
    """Note where the value at `at` and the wanted ones in it stand; return where it ends."""
    found[pointer] = at
    if wanted and text[at] == "{":
        return _visit_members(text, at, wanted, pointer, found)
    if wanted and text[at] == "[":
        return _visit_items(text, at, wanted, pointer, found)
    return int(_skip(text, at)[1])


def _visit_members(text: str, at: int, wanted: _Wanted, pointer: str, found: dict[str, int]) -> int:
    at = _space(text, at + 1)
    while text[at] != "}":
        key, at = scanstring(text, at + 1, True)
        at = _space(text, _space(text, at) + 1)
        part = escape(key)
        if part in wanted:
            at = _visit(text, at, wanted[part], f"{pointer}/{part}", found)
        else:
            at = _skip(text, at)[1]
        at = _behind_comma(text, at)
    return at + 1


def _visit_items(text: str, at: int, wanted: _Wanted, pointer: str, found: dict[str, int]) -> int:
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
