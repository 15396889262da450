"""Normalise ids: those that cannot stand get the usual one for their place, and every reference follows.

An id cannot stand where it is malformed, has a meaning of its own in the format, or is another thing's already. An id
that can stand is never touched: other files, baselines and people may know it. The usual id is the letter of the kind
and the number of the row ("c3" for the third claim), or the next number that is free. Plain data in, plain data out:
a malformed id is no data that the schema accepts.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import attrs

from claims.checks.references import RESERVED
from claims.checks.walks import KINDS
from claims.json_input import shown

_ID = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")
LETTERS = {
    "annotator": "m",
    "sentence": "s",
    "entity": "e",
    "time": "t",
    "attribution": "a",
    "claim": "c",
    "scale": "r",
    "verdict": "v",
    "waiver": "w",
}
#: Fields that name something, and the kinds that they may name; one that stands in several lists means the same.
_FIELDS: dict[str, tuple[str, ...]] = {
    "by": ("annotator",),
    "sentence": ("sentence",),
    "duplicate_of": ("sentence",),
    "entity": ("entity",),
    "time": ("time",),
    "anchor": ("time", "claim"),
    "target": ("claim",),
    "parent": ("attribution",),
    "speech_act": ("claim",),
    "claim": ("claim",),
    "scale": ("scale",),
    "supersedes": ("verdict",),
}


@attrs.frozen
class _Row:
    """A thing with an id, and where it stands."""

    id: str
    kind: str
    field: str
    index: int
    #: What the usual id is made of; people have a letter of their own among annotators.
    letter: str
    number: int

    @property
    def is_reserved(self) -> bool:
        return self.kind in RESERVED.get(self.id, ())


@attrs.frozen(eq=False)
class _Reference:
    """A place that names a thing; `put` writes another id there."""

    id: str
    kinds: tuple[str, ...]
    put: Callable[[str], None]


def normalised(data: dict[str, Any]) -> tuple[dict[str, Any], list[str], list[str]]:
    """Return the data with ids that can stand, what was done, and what was refused because two answers fit."""
    made = json.loads(json.dumps(data))
    rows = list(_rows(made))
    named: dict[str, list[_Reference]] = {}
    for reference in _references(made):
        named.setdefault(reference.id, []).append(reference)
    alike: dict[str, list[_Row]] = {}
    for row in rows:
        alike.setdefault(row.id, []).append(row)
    taken = {row.id for row in rows}
    done: list[str] = []
    refused: list[str] = []
    for name, group in alike.items():
        wrong = [row for number, row in enumerate(group) if number or row.is_reserved or not _ID.fullmatch(name)]
        meant = _meant(group, named.get(name, [])) if wrong else {}
        if meant is None:
            refused.append(f"{_code(wrong[0], group)} /{wrong[0].field}/{wrong[0].index}/id: {_doubt(name, group)}")
            continue
        for row in wrong:
            fresh = _usual(row, len(made[row.field]), taken)
            taken.add(fresh)
            made[row.field][row.index]["id"] = fresh
            for reference in meant.get(row, ()):
                reference.put(fresh)
            done.append(f"{_code(row, group)} /{row.field}/{row.index}/id: {shown(name)} is {shown(fresh)} now")
    return (made if done else data), done, refused


def _rows(data: dict[str, Any]) -> Iterator[_Row]:
    for field, kind in KINDS.items():
        rows = data.get(field)
        numbers: Counter[str] = Counter()
        for index, row in enumerate(rows if isinstance(rows, list) else ()):
            if isinstance(row, dict):
                letter = "p" if field == "annotators" and row.get("kind") == "person" else LETTERS[kind]
                numbers[letter] += 1
                if isinstance(row.get("id"), str):
                    yield _Row(row["id"], kind, field, index, letter, numbers[letter])


def _meant(group: list[_Row], references: list[_Reference]) -> dict[_Row, list[_Reference]] | None:
    """Return which references mean which of the things of one id, None where one may mean two."""
    if any(row.is_reserved for row in group) and references:
        return None
    meant: dict[_Row, list[_Reference]] = {}
    for reference in references:
        fitting = [row for row in group if row.kind in reference.kinds] or group[:1]
        if len(fitting) > 1:
            return None
        meant.setdefault(fitting[0], []).append(reference)
    return meant


def _code(row: _Row, group: list[_Row]) -> str:
    if not _ID.fullmatch(row.id):
        return "S006"
    return "R204" if row.is_reserved else "R201"


def _doubt(name: str, group: list[_Row]) -> str:
    if any(row.is_reserved for row in group):
        return f"{shown(name)} has a meaning of its own, and what names it may mean either"
    return f"what names {shown(name)} may mean each of {len(group)} things"


def _usual(row: _Row, count: int, taken: set[str]) -> str:
    number = row.number
    if f"{row.letter}{number}" in taken:
        number = count + 1
    while f"{row.letter}{number}" in taken:
        number += 1
    return f"{row.letter}{number}"


def _references(data: dict[str, Any]) -> Iterator[_Reference]:
    for field in KINDS:
        rows = data.get(field)
        for row in rows if isinstance(rows, list) else ():
            if isinstance(row, dict):
                yield from _inside(row, field)


def _inside(value: dict[str, Any], field: str) -> Iterator[_Reference]:
    """Yield the references of an object and of what it holds."""
    for key, item in value.items():
        kinds = _FIELDS.get(key, ())
        if field == "waivers" and key == "at":
            kinds = tuple(LETTERS)
        if kinds and isinstance(item, str):
            yield _Reference(item, kinds, _setter(value, key))
        elif field == "claims" and key == "attribution" and isinstance(item, list):
            yield from (
                _Reference(name, ("attribution",), _setter(item, index))
                for index, name in enumerate(item)
                if isinstance(name, str)
            )
        elif field == "claims" and key == "certainty" and isinstance(item, dict):
            for holder in [holder for holder in item if holder != "author"]:
                yield _Reference(holder, ("attribution",), _renamer(item, holder))
        else:
            for inner in item if isinstance(item, list) else [item]:
                if isinstance(inner, dict):
                    yield from _inside(inner, field)


def _setter(holder: Any, key: Any) -> Callable[[str], None]:
    def put(name: str) -> None:
        holder[key] = name

    return put


def _renamer(members: dict[str, Any], old: str) -> Callable[[str], None]:
    """Return what gives a member another key, at its place."""

    def put(name: str) -> None:
        changed = {name if key == old else key: item for key, item in members.items()}
        members.clear()
        members.update(changed)

    return put
