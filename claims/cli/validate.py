"""`claims validate`: what is wrong with claim files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import attrs

from claims.checks import input_problem, locate, summarise, validate
from claims.checks.source_text import find_text
from claims.cli.files import folder_of, read_bytes, shown_name
from claims.cli.messages import say
from claims.cli.options.validate import Options
from claims.cli.paper import wants_color
from claims.cli.reporters import Report, json_report, summary, text_report
from claims.errors import InputError, UsageError
from claims.formats import Format, by_ending, detect, loads
from claims.json_input import decode_json, parse_json
from claims.model import Source

_HEAD = 1 << 16


def run(options: Options) -> int:
    """Check every file and print what was found; 2 if one cannot be read, else 1 if one has problems."""
    reports: list[Report] = []
    color = wants_color(options.color, sys.stdout)
    for path in options.paths:
        for report in reports_on(path):
            if options.format == "text":
                _print(report, color)
            # The text is needed for excerpts only; a corpus of texts is not kept.
            reports.append(attrs.evolve(report, text=None))
    if options.format == "json":
        print(json_report(reports))
    say(summary(reports))
    if any(report.error for report in reports):
        return 2
    return 1 if any(summarise(report.problems).errors for report in reports) else 0


def _print(report: Report, color: bool) -> None:
    for line in text_report(report, color):
        print(line)
    if report.error is not None and not report.problems:
        say(f"{report.path}: {report.error}")


def reports_on(path: str) -> Iterator[Report]:
    """Yield a report for each document of a file; one that cannot be read gets a report that says why."""
    name = shown_name(path)
    try:
        data = read_bytes(path)
        chosen = (by_ending(path) if path != "-" else None) or detect(data[:_HEAD])
    except (InputError, UsageError) as error:
        message = error.message if isinstance(error, InputError) else str(error)
        yield Report(name, error=message)
        return
    yield from _read(name, path, data, chosen)


def _read(name: str, path: str, data: bytes, chosen: Format) -> Iterator[Report]:
    if chosen.name == "json":
        yield _json(name, path, data, None)
    elif chosen.name == "jsonl":
        for number, line in enumerate(data.split(b"\n"), 1):
            if line.strip():
                yield _json(name, path, line, number)
    else:
        yield _other(name, path, data, chosen)


def _json(name: str, path: str, data: bytes, record: int | None) -> Report:
    """Check JSON as it stands, before anything is made of it, so that every problem has its place."""
    try:
        text = decode_json(data)
        value = parse_json(text)
    except InputError as error:
        return _unreadable(name, error, record)
    problems = validate(value, folder=folder_of(path))
    places = locate(text, [problem.pointer for problem in problems]) if problems else {}
    found = tuple(_placed(places[problem.pointer], record) for problem in problems)
    return Report(name, problems, record, found, _text(value, path))


def _placed(place: tuple[int, int], record: int | None) -> tuple[int, int]:
    """Turn the place in a record, which is one line, into the place in the file."""
    return place if record is None else (record, place[1])


def _unreadable(name: str, error: InputError, record: int | None) -> Report:
    problem = input_problem(error)
    places: tuple[tuple[int, int] | None, ...] = (None,)
    if error.place and (parts := error.place.split(":"))[1:] and all(map(str.isdigit, parts)):
        problem = attrs.evolve(problem, message=error.message)
        places = (_placed((int(parts[0]), int(parts[1])), record),)
    return Report(name, (problem,), record, places, error=f"not a claim file: {error.message}")


def _other(name: str, path: str, data: bytes, chosen: Format) -> Report:
    try:
        document = loads(data, chosen.name)
    except InputError as error:
        where = f"{error.place}: " if error.place else ""
        return Report(name, error=where + error.message)
    found = find_text(document.source, None, folder_of(path))
    return Report(name, validate(document, folder=folder_of(path)), text=found.text)


def _text(value: Any, path: str) -> str | None:
    """Return the source text that the excerpts quote, if the data is sound enough to have one."""
    source = value.get("source") if isinstance(value, dict) else None
    if not isinstance(source, dict):
        return None
    text, file = source.get("text"), source.get("path")
    if isinstance(text, str):
        return text
    if not isinstance(file, str):
        return None
    return find_text(Source("", "", 0, "", path=file), None, folder_of(path)).text
