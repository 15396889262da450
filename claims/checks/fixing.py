"""Mend what has one right answer, and nothing else: offsets, ranges, digests, ids, numbers, the order of keys.

Wording and verdicts are never touched, but for the id of a claim that has to change. Each step says what it did; a
document that would be worse afterwards, or for which two answers fit, stays as it is.
"""

from __future__ import annotations

import json
import re
import typing
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs

from claims.checks.build import OutOfOrderError, build
from claims.checks.context import Context
from claims.checks.ids import normalised
from claims.checks.pointers import resolve
from claims.checks.reanchor import UnclearError, moved, quoted_ranges, reanchored
from claims.checks.references import plain
from claims.checks.schema import is_valid, version_problem
from claims.checks.source_text import text_of_data
from claims.checks.survey import survey_json
from claims.checks.units import Unit, recognised
from claims.checks.validation import validate
from claims.checks.walks import bearers, references
from claims.json_input import shown
from claims.model import Document
from claims.text import GAP, Extent, digest

#: Faults of the syntax that writing the file anew puts right.
_HARMLESS = frozenset({"X003"})


@attrs.frozen
class Fixed:
    """A file with what could be mended."""

    data: bytes
    #: What was done, one line each; nothing means that the file is as it was.
    done: tuple[str, ...] = ()
    #: What was not done, and why.
    refused: tuple[str, ...] = ()


class _Notes:
    """Collects what is done and refused to one document."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.refused: list[str] = []


Step = Callable[[dict[str, Any], str | None, _Notes], dict[str, Any]]


def fix_json(data: bytes, folder: Path | None = None) -> Fixed:
    """Mend the one document of a JSON file; what is written keeps the indent and the line ends of the file."""
    survey = survey_json(data)
    if not survey.is_readable or {fault.code for fault in survey.faults} - _HARMLESS:
        return Fixed(data, (), ("the syntax has to be mended first",))
    if not isinstance(survey.value, dict) or version_problem(survey.value):
        return Fixed(data, (), ("this is no claim file that can be read",))
    notes = _Notes()
    made = _fixed(survey.value, folder, notes)
    done = [*(["X003: took the byte order mark out"] if survey.faults else []), *notes.done]
    if not done:
        return Fixed(data, (), tuple(notes.refused))
    return Fixed(_written(made, survey.text), tuple(done), tuple(notes.refused))


def fix_lines(data: bytes, folder: Path | None = None) -> Fixed:
    """Mend each document of JSON Lines; a line stays one line."""
    rows, done, refused = [], [], []
    for number, row in enumerate(data.split(b"\n"), 1):
        fixed = fix_json(row, folder) if row.strip() else Fixed(row)
        rows.append(fixed.data)
        done += [f"line {number}: {note}" for note in fixed.done]
        refused += [f"line {number}: {note}" for note in fixed.refused]
    return Fixed(b"\n".join(rows), tuple(done), tuple(refused))


def _fixed(data: dict[str, Any], folder: Path | None, notes: _Notes) -> dict[str, Any]:
    text = text_of_data(data, folder)
    # The only step that nothing else can come to light by: every reference leads where it led.
    data, done, refused = normalised(data)
    notes.done += done
    notes.refused += refused
    before = _counts(data, folder)
    steps: tuple[Step, ...] = (_add_source, _whole_numbers, _turn_and_sort, _convert, _reanchor, _sign, _resolve)
    for step in steps:
        trial = _Notes()
        made = step(data, text, trial)
        after = _counts(made, folder) if made is not data else before
        if _is_worse(before, after):
            notes.refused.append(f"{trial.done[0]}: not done, for other rules would be broken")
            continue
        notes.done += trial.done
        notes.refused += trial.refused
        data, before = made, after
    ordered: dict[str, Any] = _ordered(data, Document)
    if json.dumps(ordered) != json.dumps(data):
        notes.done.append("put the keys in the order of the format")
    return ordered


#: A text that fits again is looked at again: what comes to light then was there before.
_UNCOVERED = frozenset({"C601", "C602", "C605", "O110", "V703", "R207", "W502"})


def _is_worse(before: Counter[str], after: Counter[str]) -> bool:
    hidden = before.keys() & {"O101", "O102", "O112"} or any(code.startswith("S") for code in before)
    new = {code for code, number in after.items() if number > before[code]}
    return bool(new - (_UNCOVERED if hidden else frozenset()))


def _counts(data: dict[str, Any], folder: Path | None) -> Counter[str]:
    return Counter(problem.code for problem in validate(data, folder=folder))


# -- steps; each returns the data it was given where it has nothing to do


def _add_source(data: dict[str, Any], text: str | None, notes: _Notes) -> dict[str, Any]:
    """Put in a digest and a length that are missing."""
    source = data.get("source")
    if not isinstance(source, dict) or text is None:
        return data
    added: dict[str, Any] = {}
    if source.get("sha256") is None:
        added["sha256"] = digest(text)
        notes.done.append("S002 /source: put the digest in")
    if source.get("length") is None:
        added["length"] = len(text)
        notes.done.append("S002 /source: put the length in")
    return {**data, "source": {**source, **added}} if added else data


def _whole_numbers(data: dict[str, Any], _: str | None, notes: _Notes) -> dict[str, Any]:
    """Write ``4.0`` as ``4`` where a whole number is asked for."""
    if not is_valid(data):
        return data
    made: dict[str, Any] = _whole(data, "", "", notes)
    return made if notes.done else data


def _whole(value: Any, field: str, pointer: str, notes: _Notes) -> Any:
    # Every other number of the format is a count.
    if isinstance(value, float) and field != "confidence":
        notes.done.append(f"S009 {pointer}: {value!r} is {int(value)}")
        return int(value)
    if isinstance(value, dict):
        return {key: _whole(item, key, f"{pointer}/{key}", notes) for key, item in value.items()}
    if isinstance(value, list):
        return [_whole(item, field, f"{pointer}/{index}", notes) for index, item in enumerate(value)]
    return value


def _turn_and_sort(data: dict[str, Any], text: str | None, notes: _Notes) -> dict[str, Any]:
    """Turn ranges whose words stand there, sort ranges and join those that overlap."""
    if not is_valid(data):
        return data
    made = {
        field: _sorted(value, f"/{field}", text, notes) if field != "verdicts" else value
        for field, value in data.items()
    }
    return made if notes.done else data


def _sorted(value: Any, pointer: str, text: str | None, notes: _Notes) -> Any:
    if isinstance(value, list):
        return [_sorted(item, f"{pointer}/{index}", text, notes) for index, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    made = {key: _sorted(item, f"{pointer}/{key}", text, notes) for key, item in value.items()}
    spans = made.get("spans")
    if not isinstance(spans, list) or not spans:
        return made
    turned = [[end, start] if start > end else [start, end] for start, end in spans]
    joined = [[span.start, span.end] for span in Extent.union(Extent.of((a, b)) for a, b in turned if a < b)]
    overlap = any(after[0] < before[1] for before, after in pairwise(turned))
    if turned == spans and not overlap:
        return made
    ranges = joined if overlap else turned
    exact = made.get("exact")
    if isinstance(exact, str):
        if text is None or any(start >= end or end > len(text) for start, end in ranges):
            return made
        said = GAP.join(text[start:end] for start, end in ranges)
        listed = GAP.join(text[start:end] for start, end in turned)
        if exact not in (said, listed):
            notes.refused.append(f"O105 {pointer}/spans: the words stored are not those of the sorted ranges")
            return made
        made["exact"] = said
    notes.done.append(f"{'O105' if overlap else 'O104'} {pointer}/spans: {shown(spans)} is {shown(ranges)}")
    return {**made, "spans": ranges}


def _convert(data: dict[str, Any], text: str | None, notes: _Notes) -> dict[str, Any]:
    """Count in code points what counts something else."""
    found = _unit(data, text)
    if found is None or text is None:
        return data
    unit, fitting, count = found
    if fitting < count:
        notes.refused.append(f"O112: only {fitting} of {count} exact texts stand where they say in {unit.name}")
        return data

    def move(start: int, end: int) -> tuple[int, int]:
        low, high = unit.start(start), unit.end(end)
        if not 0 <= low < high <= len(text):
            raise UnclearError(f"[{start}, {end}) is no range in {unit.name}")
        return low, high

    try:
        made = {**data, **moved(data, move)}
    except UnclearError as error:
        notes.refused.append(f"O112: {error}")
        return data
    notes.done.append(f"O112: counted every offset in code points, not in {unit.name}")
    return {**made, "source": {**data["source"], "length": len(text)}}


def _unit(data: dict[str, Any], text: str | None) -> tuple[Unit, int, int] | None:
    if text is None or not is_valid(data):
        return None
    try:
        document, _ = build(data)
    except OutOfOrderError:
        return None
    ctx = Context(document, text)
    return (
        recognised(text, ((Extent.of(span), words) for span, words in quoted_ranges(data))) if ctx.misquoted else None
    )


def _reanchor(data: dict[str, Any], text: str | None, notes: _Notes) -> dict[str, Any]:
    """Move the offsets after an edit of the text."""
    if text is None or not is_valid(data) or data["source"]["sha256"] == digest(text):
        return data
    quoted, length = quoted_ranges(data), data["source"]["length"]
    if length == len(text) and all(text[start:end] == words for (start, end), words in quoted):
        return data
    try:
        made = reanchored(data, text, length)
    except (UnclearError, ValueError, TypeError) as error:
        notes.refused.append(f"O101: the offsets stay, for {error}")
        return data
    notes.done.append("O101: moved the offsets to where their words stand in the text")
    return {**made, "source": {**data["source"], "sha256": digest(text), "length": len(text)}}


def _sign(data: dict[str, Any], text: str | None, notes: _Notes) -> dict[str, Any]:
    """Put in the digest and length of a text that fits every quotation of it."""
    if text is None or not is_valid(data):
        return data
    source, quoted = data["source"], list(quoted_ranges(data))
    if not quoted or any(text[start:end] != words for (start, end), words in quoted):
        return data
    right = {"sha256": digest(text), "length": len(text)}
    # Where both differ the text was edited, if only behind the last words that are quoted.
    if sum(source[name] == value for name, value in right.items()) != 1:
        return data
    notes.done.append("O101 /source: the text fits; put its digest and length in")
    return {**data, "source": {**source, **right}}


def _resolve(data: dict[str, Any], _: str | None, notes: _Notes) -> dict[str, Any]:
    """Write references as the id that they mean, where they differ in case, separators or zeros only."""
    if not is_valid(data):
        return data
    try:
        document, _members = build(data)
    except OutOfOrderError:
        return data
    kinds: dict[str, str] = {name: kind for name, kind, _pointer in bearers(document)}
    alike: dict[str, list[str]] = {}
    for name in kinds:
        alike.setdefault(plain(name), []).append(name)
    made = json.loads(json.dumps(data))
    for pointer, name, wanted in references(document):
        meant = [one for one in alike.get(plain(name), []) if kinds[one] in wanted]
        if name in kinds or pointer.startswith("/verdicts/"):
            continue
        if len(meant) == 1:
            _put(made, pointer, meant[0])
            notes.done.append(f"R202 {pointer}: {shown(name)} is {shown(meant[0])}")
        elif meant:
            notes.refused.append(f"R202 {pointer}: {shown(name)} may be {' or '.join(map(shown, meant))}")
    return made if notes.done else data


def _put(data: Any, pointer: str, value: str) -> None:
    parent, _, last = pointer.rpartition("/")
    holder = resolve(data, parent)
    old = holder[int(last) if isinstance(holder, list) else last]
    holder[int(last) if isinstance(holder, list) else last] = value
    if isinstance(holder, list):
        # The certainty of a claim names the links of its chain.
        claim = resolve(data, parent.rpartition("/")[0])
        if isinstance(claim, dict) and old in claim.get("certainty", {}):
            claim["certainty"] = {value if key == old else key: item for key, item in claim["certainty"].items()}


# -- writing


def _ordered(value: Any, kind: Any) -> Any:
    """Return the value, of a type of the model, with the keys of its objects as our own writer has them."""
    inside = [part for part in typing.get_args(kind) if part not in (type(None), ...)]
    if isinstance(value, list):
        return [_ordered(item, inside[0]) for item in value] if inside else value
    if inside and not attrs.has(kind):
        kind = inside[0]
    if not isinstance(value, dict) or not attrs.has(kind):
        return value
    fields = _fields(kind)
    keys = [*(key for key in fields if key in value), *(key for key in value if key not in fields)]
    return {key: _ordered(value[key], fields.get(key)) for key in keys}


@cache
def _fields(kind: type) -> dict[str, Any]:
    """Return the fields of a class with their types: what is always written stands before what may be left out."""
    hints = typing.get_type_hints(kind)
    fields = sorted(attrs.fields(kind), key=lambda field: field.default is not attrs.NOTHING and not field.metadata)
    names = [field.name for field in fields]
    if kind is Document:
        names = ["format", *(name for name in names if name != "format")]
    return {name: hints[name] for name in names}


def _written(data: dict[str, Any], like: str) -> bytes:
    """Return JSON with the indent, the escapes and the line ends of the text that it replaces."""
    indent = re.match(r"\s*\{\r?\n([ \t]+)", like)
    compact = None if indent or re.search(r'": ', like[:400]) else (",", ":")
    ascii_only = like.isascii() and "\\u" in like
    made = json.dumps(data, indent=indent[1] if indent else None, separators=compact, ensure_ascii=ascii_only)
    made += like[len(like.rstrip()) :]
    return (made.replace("\n", "\r\n").replace("\r\r", "\r") if "\r\n" in like else made).encode("utf-8")


def lines_of(data: bytes) -> Iterator[str]:
    """Yield the lines of a file for a comparison; what is no UTF-8 is shown as escapes."""
    yield from data.decode("utf-8", "backslashreplace").splitlines(keepends=True)
