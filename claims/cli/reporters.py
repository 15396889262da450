"""Print problems: as text with the source words marked, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import attrs

from claims.cli.visible import one_line, visible
from claims.model import Problem
from claims.text import Span, TextIndex

#: Code points of the source shown on either side of the marked words.
CONTEXT = 32
#: Longer marked words are cut in the middle of the excerpt.
LONGEST = 60


@attrs.frozen
class Report:
    """What was found in one document of one file."""

    path: str
    problems: tuple[Problem, ...] = ()
    #: 1-based number of the document, in files that hold several.
    record: int | None = None
    #: Line and column of each problem's pointer, where the file has lines (JSON).
    places: tuple[tuple[int, int] | None, ...] = ()
    text: str | None = None
    #: Why the file could not be read.
    error: str | None = None

    @property
    def name(self) -> str:
        """The file, with the record's number where there are several."""
        return self.path if self.record is None else f"{self.path}#{self.record}"


def text_report(report: Report, color: bool) -> Iterator[str]:
    """Yield the lines of a report; no problems, no lines."""
    for number, problem in enumerate(report.problems):
        place = report.places[number] if report.places else None
        yield from problem_lines(report, problem, place, color)


def problem_lines(report: Report, problem: Problem, place: tuple[int, int] | None, color: bool) -> Iterator[str]:
    """Yield one problem: where and what, the source words with a mark under them, the hint."""
    where = one_line(f"{report.path}:{place[0]}:{place[1]}" if place else report.name)
    head = f"{_styled(where, '1', color)}: {_styled(problem.code, '31', color)}: {one_line(problem.message)}"
    yield f"{head} {_styled(f'({one_line(problem.pointer)})', '2', color)}" if problem.pointer else head
    if problem.span and report.text is not None and problem.span.end <= len(report.text):
        yield from (f"    {line}" for line in excerpt(report.text, problem.span, color))
    if problem.hint:
        yield f"    {_styled('hint:', '36', color)} {one_line(problem.hint)}"


def excerpt(text: str, span: Span, color: bool = False) -> tuple[str, str]:
    r"""Return the line of `text` around `span`, and a line of carets under the marked words.

    >>> print(*excerpt("The US said so.", Span(4, 6)), sep="\n")
    text 1:5 | The US said so.
             |     ^^
    """
    from rich.cells import cell_len

    line, column = TextIndex(text).line_column(span.start)
    begin, end = _around(text, span)
    stop = min(span.end, span.start + LONGEST, end)
    before = ("…" if begin and text[begin - 1] != "\n" else "") + _flat(text[begin : span.start])
    marked = _flat(text[span.start : stop]) + ("…" if stop < span.end else "")
    after = _flat(text[stop:end]) + ("…" if end < len(text) and text[end] != "\n" else "")
    lead = f"text {line}:{column}"
    carets = " " * cell_len(before) + "^" * max(1, cell_len(marked))
    shown = f"{before}{_styled(marked, '4;33', color)}{after if stop >= span.end else ''}"
    return f"{lead} | {shown}", f"{' ' * len(lead)} | {_styled(carets, '33', color)}"


def _around(text: str, span: Span) -> tuple[int, int]:
    """Return the part of the span's first line that fits."""
    begin = max(text.rfind("\n", 0, span.start) + 1, span.start - CONTEXT)
    newline = text.find("\n", span.start)
    line_end = len(text) if newline < 0 else newline
    return begin, max(min(line_end, span.end + CONTEXT), span.start + 1)


def _flat(words: str) -> str:
    return visible(words.replace("\n", "⏎").replace("\t", " "))


def _styled(words: str, code: str, color: bool) -> str:
    return f"\x1b[{code}m{words}\x1b[0m" if color else words


def summary(reports: Sequence[Report]) -> str:
    """Return how many problems there are in how many files."""
    problems = sum(len(report.problems) for report in reports)
    bad = len({report.path for report in reports if report.problems})
    unread = len({report.path for report in reports if report.error})
    files = len({report.path for report in reports})
    parts = [f"{_count(problems, 'problem')} in {bad} of {_count(files, 'file')}" if problems else "no problems"]
    parts += [] if problems else [f"in {_count(files - unread, 'file')}"]
    found = " ".join(parts)
    return found + (f"; {_count(unread, 'file')} could not be read" if unread else "")


def _count(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"


def json_report(reports: Iterable[Report]) -> str:
    """Return all reports as one JSON object, in ASCII, so that nothing in it can steer a terminal."""
    files = [_report(report) for report in reports]
    data = {"problems": sum(len(item.get("problems", ())) for item in files), "documents": files}
    return json.dumps(data, indent=2)


def _report(report: Report) -> dict[str, Any]:
    head: dict[str, Any] = {"path": report.path}
    if report.record is not None:
        head["record"] = report.record
    if report.error is not None:
        return {**head, "error": report.error}
    places = report.places or (None,) * len(report.problems)
    return {**head, "problems": [_problem(*pair) for pair in zip(report.problems, places, strict=True)]}


def _problem(problem: Problem, place: tuple[int, int] | None) -> dict[str, Any]:
    data: dict[str, Any] = {"code": problem.code, "message": problem.message, "pointer": problem.pointer}
    if place:
        data |= {"line": place[0], "column": place[1]}
    if problem.span:
        data["span"] = [problem.span.start, problem.span.end]
    return data | ({"hint": problem.hint} if problem.hint else {})
