"""What is wrong with the data of one document: version, schema, then sense.

What the schema refuses is reported and left out, and the rules that can do without it go on with the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from claims.checks.build import OutOfOrderError, build
from claims.checks.context import Context, Found
from claims.checks.ranges import mend
from claims.checks.rules import problems
from claims.checks.salvage import Sound, salvage
from claims.checks.schema import is_valid, schema_problems, version_problem
from claims.checks.source_text import find_text
from claims.errors import InputError
from claims.json_input import printable
from claims.problems import Problem
from claims.schema_files import FORMAT

if TYPE_CHECKING:
    from claims.model import Document


def validate(
    data: Mapping[str, Any] | Document, *, text: str | None = None, folder: Path | None = None
) -> tuple[Problem, ...]:
    """Return everything that is wrong with a claim file's data, in a fixed order.

    `text` is the annotated text where the caller has it; else it is ``source.text``, or the file
    ``source.path`` below `folder`, the claim file's own. What needs no text is checked without.

    >>> [problem.code for problem in validate({"format": "claims/1.0"})]
    ['S002']
    """
    return tuple(map(_printable, _problems(data, text, folder)))


def validate_plain(data: Any, *, folder: Path | None = None) -> tuple[tuple[Problem, ...], int] | None:
    """Do what `validate` does for data of this version that the schema and the model accept; None for any other.

    Also returns how many members the objects have in all.
    """
    if not isinstance(data, dict) or data.get("format") != FORMAT or not is_valid(data):
        return None
    try:
        document, members = build(data)
    except OutOfOrderError:
        return None
    return tuple(map(_printable, _semantic(document, Sound(data), None, folder))), members


def input_problem(error: InputError) -> Problem:
    """Return the finding that unreadable input amounts to.

    >>> from claims.errors import FormatError
    >>> input_problem(FormatError("not JSON", None, "1:1", "X004")).code
    'X004'
    """
    where = f"{error.place}: " if error.place else ""
    return Problem(error.code or "X004", where + error.message)


def _printable(problem: Problem) -> Problem:
    """Escape what the file brought into a message: it may hold anything."""
    hint = printable(problem.hint) if problem.hint else problem.hint
    return attrs.evolve(problem, message=printable(problem.message), hint=hint)


def _problems(data: Any, text: str | None, folder: Path | None) -> tuple[Problem, ...]:
    if is_document := attrs.has(type(data)):
        # Files are checked without the codec, whose library takes longer to load than a small file to check.
        from claims.codec import to_dict

        plain = to_dict(data)
    else:
        plain = data
    if not isinstance(plain, Mapping):
        return (Problem("S001", "no claim file: it is not a JSON object"),)
    if problem := version_problem(plain):
        return (problem,)
    found = schema_problems(plain if isinstance(plain, dict) else dict(plain))
    if not found and is_document:
        return _semantic(data, None, text, folder)
    sound = salvage(plain, found) if found else Sound(dict(plain))
    if sound is None or (found and not is_valid(sound.data)):
        return found
    return (*found, *_sensible(sound, text, folder))


def _sensible(sound: Sound, text: str | None, folder: Path | None) -> tuple[Problem, ...]:
    """Ask what the schema accepts for sense; ranges out of order are reported and taken as they were meant."""
    mended: list[Problem] = []
    try:
        document, _ = build(sound.data)
    except OutOfOrderError:
        document, _ = build(mend(sound.data, lambda code, what: mended.append(_problem(code, what))))
    more = (*mended, *_semantic(document, sound, text, folder))
    if sound.is_whole:
        return more
    return tuple(attrs.evolve(problem, pointer=sound.pointer(problem.pointer)) for problem in more)


def _semantic(document: Document, sound: Sound | None, text: str | None, folder: Path | None) -> tuple[Problem, ...]:
    source = find_text(document.source, text, folder)
    told = (_problem("O103", source.complaint),) if source.complaint else ()
    return (*told, *problems(Context(document, source.text, sound)))


def _problem(code: str, found: Found) -> Problem:
    return Problem(code, found.message, found.pointer, found.span, found.hint)
