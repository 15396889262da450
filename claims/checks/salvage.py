"""Keep what is sound of data that the schema refuses, so that one slip does not hide everything else.

A field that the format does not know is taken out; one that no rule looks at gets a value that the schema accepts; a
row (a claim, a sentence …) with another fault is passed over, and what refers to it is not called dangling for that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import attrs

from claims.checks.pointers import unescape
from claims.checks.walks import KINDS
from claims.problems import Problem
from claims.text import digest

_UNKNOWN_FIELD = "S003"
_MISSING = "S002"
#: List and field that no rule about sense looks at → what may stand there.
NEUTRAL: Mapping[tuple[str, str], Any] = MappingProxyType(
    {
        ("annotators", "kind"): "software",
        ("annotators", "name"): "unknown",
        ("sentences", "paragraph"): 0,
        ("sentences", "zone"): "body",
        ("entities", "name"): "unknown",
        ("entities", "type"): "unknown",
        ("attributions", "quote"): "indirect",
        ("claims", "kind"): "fact",
        ("claims", "polarity"): "+",
        ("claims", "tense"): "present",
        ("claims", "confidence"): None,
        ("verdicts", "rationale"): None,
    }
)


@attrs.frozen
class Sound:
    """The rest of a claim file without what the schema refuses."""

    data: dict[str, Any]
    #: Field → index in the file of each row that was kept, where some were not.
    kept: Mapping[str, tuple[int, ...]] = attrs.Factory(dict)
    #: Id → kind of the rows that were passed over.
    lost: Mapping[str, str] = attrs.Factory(dict)
    #: A list or an id is missing, so that nothing can be said about references.
    is_torn: bool = False
    #: A field of the source is missing.
    is_bare: bool = False

    @property
    def is_whole(self) -> bool:
        """Tell whether every row, and all of the source, is there."""
        return not (self.kept or self.is_torn or self.is_bare)

    def pointer(self, pointer: str) -> str:
        """Return where in the file a pointer into the rest leads."""
        parts = pointer.split("/")
        if len(parts) > 2 and parts[1] in self.kept:
            parts[2] = str(self.kept[parts[1]][int(parts[2])])
        return "/".join(parts)


def salvage(data: Mapping[str, Any], found: Iterable[Problem]) -> Sound | None:
    """Return what is left of `data` without what `found` complains about, None where nothing can be."""
    source = data.get("source")
    if not isinstance(source, dict):
        return None
    rest = {**data, "source": dict(source)}
    broken: dict[str, set[int]] = {}
    torn = bare = False
    unknown, neutral = [], []
    for problem in found:
        parts = problem.pointer.split("/")[1:]
        if problem.code == _UNKNOWN_FIELD and len(parts) > 2 and parts[0] in KINDS:
            unknown.append(problem.pointer)
        elif name := _neutral(problem, parts):
            neutral.append((parts[0], int(parts[1]), name))
        elif len(parts) > 1 and parts[0] in KINDS and parts[1].isdecimal():
            broken.setdefault(parts[0], set()).add(int(parts[1]))
            # Nobody can say whether a reference means a row whose id is the fault.
            torn = torn or parts[2:] == ["id"]
        elif len(parts) == 1 and parts[0] in KINDS:
            rest[parts[0]], torn = [], True
        elif parts[:1] == ["source"]:
            bare = bare or problem.code != _UNKNOWN_FIELD
            rest["source"].pop(unescape(parts[-1]) if len(parts) == 2 else "author", None)
        elif parts:
            rest.pop(unescape(parts[0]), None)
    _complete(rest["source"])
    for pointer in unknown:
        rest[pointer.split("/")[1]] = _without(rest, pointer)
    for field in {field for field, _, _ in neutral}:
        rest[field] = list(rest[field])
    for field, index, name in neutral:
        rest[field][index] = {**rest[field][index], name: NEUTRAL[field, name]}
    return attrs.evolve(_kept(rest, broken, torn), is_bare=bare)


def _neutral(problem: Problem, parts: list[str]) -> str | None:
    """Return the name of the field that a problem is about, where no rule about sense looks at it."""
    if len(parts) < 2 or not parts[1].isdecimal():
        return None
    missing = re.fullmatch(r'the field "(\w+)" is missing', problem.message) if problem.code == _MISSING else None
    name = missing[1] if missing and len(parts) == 2 else parts[2] if len(parts) == 3 else ""
    return name if (parts[0], name) in NEUTRAL else None


def _complete(source: dict[str, Any]) -> None:
    """Put in what a source has to say and does not."""
    text = source.get("text")
    source.setdefault("id", "unknown")
    source.setdefault("language", "und")
    source.setdefault("length", len(text) if isinstance(text, str) else 2**53)
    source.setdefault("sha256", digest(text) if isinstance(text, str) else "0" * 64)


def _without(data: dict[str, Any], pointer: str) -> Any:
    """Return the list that a pointer leads into, without the member that it names; the rest is shared."""
    field, *path = pointer.split("/")[1:]
    return _copied(data[field], [unescape(part) for part in path])


def _copied(value: Any, path: list[str]) -> Any:
    first, *rest = path
    if isinstance(value, list):
        return [_copied(item, rest) if str(index) == first else item for index, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    return {
        key: _copied(item, rest) if rest and key == first else item
        for key, item in value.items()
        if rest or key != first
    }


def _kept(rest: dict[str, Any], broken: dict[str, set[int]], torn: bool) -> Sound:
    kept, lost = {}, {}
    for field, indexes in broken.items():
        rows = rest[field]
        kept[field] = tuple(index for index in range(len(rows)) if index not in indexes)
        rest[field] = [rows[index] for index in kept[field]]
        for index in sorted(indexes):
            name = rows[index].get("id") if isinstance(rows[index], dict) else None
            if isinstance(name, str):
                lost[name] = KINDS[field]
            else:
                torn = True
    return Sound(rest, kept, lost, torn)
