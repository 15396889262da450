"""Tell what is wrong with a claim file: the engine of ``claims validate``.

Findings are data: `validate` returns `claims.model.Problem` values in a fixed order, and what is printed is
the command line's business. Schema first; only a document that the schema accepts is asked for sense.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from claims.checks.context import Context, Family, Found, Rule, Severity
from claims.checks.locate import locate
from claims.checks.ranges import mend
from claims.checks.report import Summary, summarise
from claims.checks.rules import BY_CODE, RULES, problems
from claims.checks.schema import schema_problems, version_problem
from claims.checks.source_text import find_text
from claims.codec import from_dict, to_dict
from claims.errors import FormatError, InputError
from claims.json_input import printable
from claims.model import Document, Problem

__all__ = [
    "BY_CODE",
    "RULES",
    "Family",
    "Rule",
    "Severity",
    "Summary",
    "input_problem",
    "locate",
    "summarise",
    "validate",
]


def validate(
    data: Mapping[str, Any] | Document, *, text: str | None = None, folder: Path | None = None
) -> tuple[Problem, ...]:
    """Return everything that is wrong with a claim file's data, in a fixed order.

    `text` is the annotated text where the caller has it; else it is ``source.text``, or the file
    ``source.path`` below `folder`, the claim file's own. What needs no text is checked without.

    >>> [problem.code for problem in validate({"format": "claims/1.0"})]
    ['S002']
    """
    return tuple(_printable(problem) for problem in _problems(data, text, folder))


def _problems(data: Any, text: str | None, folder: Path | None) -> tuple[Problem, ...]:
    plain = to_dict(data) if isinstance(data, Document) else data
    if not isinstance(plain, Mapping):
        return (Problem("S001", "no claim file: it is not a JSON object"),)
    if problem := version_problem(plain):
        return (problem,)
    if found := schema_problems(plain if isinstance(plain, dict) else dict(plain)):
        return found
    if isinstance(data, Document):
        return _semantic(data, text, folder)
    document, mended = _structured(dict(plain))
    return (*mended, *(_semantic(document, text, folder) if document else ()))


def _printable(problem: Problem) -> Problem:
    """Escape what the file brought into a message: it may hold anything."""
    hint = printable(problem.hint) if problem.hint else problem.hint
    return attrs.evolve(problem, message=printable(problem.message), hint=hint)


def input_problem(error: InputError) -> Problem:
    """Return the finding that unreadable input amounts to.

    >>> input_problem(FormatError("not JSON", None, "1:1", "X004")).code
    'X004'
    """
    where = f"{error.place}: " if error.place else ""
    return Problem(error.code or "X004", where + error.message)


def _semantic(document: Document, text: str | None, folder: Path | None) -> tuple[Problem, ...]:
    source = find_text(document.source, text, folder)
    told = (_problem("O103", source.complaint),) if source.complaint else ()
    return (*told, *problems(Context(document, source.text)))


def _structured(data: dict[str, Any]) -> tuple[Document | None, tuple[Problem, ...]]:
    """Build the document; where ranges are out of order, report them and go on with the ranges meant."""
    try:
        return from_dict(data), ()
    except FormatError:
        found: list[Problem] = []
        mended = mend(data, lambda code, what: found.append(_problem(code, what)))
    try:
        return from_dict(mended), tuple(found)
    except FormatError as error:
        # The schema is held against the codec by tests; should they differ, that is a finding as well.
        return None, (*found, Problem("S010", error.message, error.place or ""))


def _problem(code: str, found: Found) -> Problem:
    return Problem(code, found.message, found.pointer, found.span, found.hint)
