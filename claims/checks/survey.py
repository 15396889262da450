"""List every fault of a JSON file's syntax, and still read what can be read.

`claims.json_input` stops at the first fault, as a reader has to. Whoever mends a file wants to know all of them,
and what is wrong beyond the syntax as well.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import attrs

from claims.errors import FormatError, InputError
from claims.json_input import (
    MAX_DIGITS,
    decode_json,
    duplicate_keys,
    explain,
    line_column,
    parse_json,
    parse_leniently,
    refuse_depth,
    suspects,
)

#: Faults that are listed of one file, and repairs that are tried: enough to see what is going on.
MOST_FAULTS = 100
_COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/|#[^\n]*", re.DOTALL)


@attrs.frozen
class Fault:
    """One breach of the syntax rules."""

    #: Code of the rule (see docs/rules.md).
    code: str
    message: str
    #: 1-based line and column, in code points.
    line: int
    column: int
    #: Where it stands in the text; None where the text could not be decoded.
    offset: int | None = None


@attrs.frozen
class Survey:
    """What a JSON file holds, and everything that is wrong with its syntax."""

    #: The decoded text without a byte order mark, and with spaces where something was stepped over, so that it can be
    #: parsed; empty where it cannot be decoded.
    text: str
    faults: tuple[Fault, ...] = ()
    #: What it says, where that can be told.
    value: Any = None
    is_readable: bool = True


def survey_json(data: bytes) -> Survey:
    """Read a JSON file and list every fault of its syntax, in the order of the file.

    What can be stepped over (keys that stand twice, numbers beyond all bounds, halves of characters, commas before a
    closing bracket, comments, a byte order mark) does not keep the rest from
    being read: of equal keys the last counts, as in most readers.

    >>> [fault.code for fault in survey_json(b'{"a": NaN, "a": [1,]}').faults]
    ['X006', 'X005', 'X004']
    """
    try:
        text = decode_json(data)
        return Survey(text, (), parse_json(text))
    except InputError as error:
        first = _fault_of(error)
    if first.code == "X003":
        data = data[3:]
    try:
        text = decode_json(data)
    except InputError as error:
        faults = (first,) if first.code != "X003" else (first, _fault_of(error))
        return Survey("", faults, None, False)
    return _survey_text(text, (first,) if first.code == "X003" else ())


def read_plainly(data: bytes) -> Survey | None:
    """Read a JSON file that seems to be without faults; None for any other, and also where that takes a closer look.

    What `parse_leniently` leaves to its caller is left to the caller here. The text is not kept: where nothing is
    wrong nobody asks for it, and it may take twice the room of the file.
    """
    try:
        return Survey("", (), parse_leniently(decode_json(data)))
    except (ValueError, RecursionError, InputError):
        return None


def _fault_of(error: InputError) -> Fault:
    line, _, column = (error.place or "1:1").partition(":")
    return Fault(error.code or "X004", error.message, int(line), int(column))


def _survey_text(text: str, before: tuple[Fault, ...]) -> Survey:
    """List the faults of text that is known to have some."""
    try:
        refuse_depth(text, None)
    except FormatError as error:
        return Survey(text, (*before, _fault_of(error)), None, False)
    mended, broken = _mended(text)
    faults = [*_small_faults(text), *(_fault_at(text, *wrong) for wrong in broken)]
    faults.sort(key=lambda fault: fault.offset or 0)
    if mended is None:
        return Survey(text, (*before, *faults), None, False)
    return Survey(mended, (*before, *faults), json.loads(mended, parse_int=_short))


def _fault_at(text: str, code: str, message: str, offset: int) -> Fault:
    return Fault(code, message, *line_column(text, offset), offset)


def _mended(text: str) -> tuple[str | None, list[tuple[str, str, int]]]:
    """Blank out one superfluous comma or comment after the other; offsets stay what they are.

    Returns the text that can be parsed, None where none comes out, and what was wrong: code, message, offset.
    """
    broken: list[tuple[str, str, int]] = []
    mended: str | None = text
    while mended is not None and len(broken) < MOST_FAULTS:
        try:
            json.loads(mended, parse_int=_short)
        except json.JSONDecodeError as error:
            offset = _fault_offset(mended, error)
            broken.append(("X004", explain(mended, error), offset))
            mended = _blanked(mended, offset)
        else:
            return mended, broken
    return None, broken


def _fault_offset(text: str, error: json.JSONDecodeError) -> int:
    """Return where the parser stopped; for a comma before a bracket, where the bracket stands."""
    after = text[error.pos :].lstrip(" \t\n\r")[:1] if text[error.pos : error.pos + 1] == "," else ""
    return text.index(after, error.pos) if after in tuple("]}") and after else error.pos


def _blanked(text: str, offset: int) -> str | None:
    """Return the text without the comma or comment that the parser stumbled over, None for anything else."""
    if match := _COMMENT.match(text, offset):
        return _without(text, *match.span())
    before = text[:offset].rstrip(" \t\n\r")
    if before.endswith(",") and text[offset : offset + 1] in ("]", "}"):
        return _without(text, len(before) - 1, len(before))
    return None


def _without(text: str, start: int, end: int) -> str:
    return text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]


def _short(digits: str) -> int:
    """Return an integer; one of endless digits, whose parsing would take the square of the time, is cut."""
    return int(digits[: MAX_DIGITS + 2])


def _small_faults(text: str) -> Iterator[Fault]:
    found = (*islice(suspects(text), MOST_FAULTS), *islice(duplicate_keys(text), MOST_FAULTS))
    for code, message, offset in found:
        yield _fault_at(text, code, message, offset)
