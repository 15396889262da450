"""Check the bytes of JSON and JSON Lines: every finding with its place in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from claims.checks.corpus import Card
from claims.checks.follow import folded
from claims.checks.pointers import resolve
from claims.checks.rules import BY_CODE
from claims.checks.ruleset import DEFAULT, RuleSet
from claims.checks.source_text import find_text, text_of_data
from claims.checks.survey import Fault, Survey, read_plainly, survey_json
from claims.checks.validation import validate, validate_plain
from claims.checks.waivers import is_waivable, waived
from claims.json_input import decode_json, keys_at_most, printable, shown
from claims.problems import Problem

if TYPE_CHECKING:
    # Loading these takes longer than checking a small file.
    from claims.checks.findings import Finding
    from claims.model import Document

#: Rules whose finding stands at a key rather than at its value.
_AT_KEYS = frozenset({"S003"})
#: Numbers and strings that the reader steps over; what else is wrong at their place follows from that.
_STEPPED_OVER = frozenset({"X006", "X007", "X008"})


@attrs.frozen
class Checked:
    """What was found in one document of a file."""

    #: The file, as it was named.
    path: str
    #: 1-based number of the document, in files that hold several.
    record: int | None = None
    findings: tuple[Finding, ...] = ()
    #: What rules about several documents need; None where the document is too broken to tell.
    card: Card | None = None
    #: Relative path of the text file that was read for it: findings depend on that file too.
    text_path: str | None = None


@attrs.frozen
class Place:
    """What a finding says of its file beside the problem."""

    path: str
    rules: RuleSet = DEFAULT
    #: Folder that relative paths in the file start from; None where it is not known.
    folder: Path | None = None
    record: int | None = None
    #: Line of the record, in files of one record a line.
    line: int | None = None

    def located(self, finding: Finding, line: int, column: int, end_line: int, end_column: int) -> Finding:
        """Return the finding with its place in the file, given its place in the document."""
        if self.line is not None:
            line = end_line = self.line
        return attrs.evolve(finding, line=line, column=column, end_line=end_line, end_column=end_column)


def check_json(
    data: bytes, rules: RuleSet = DEFAULT, *, path: str = "", folder: Path | None = None
) -> tuple[Checked, ...]:
    """Check the one document of a JSON file."""
    return (_check(data, Place(path, rules, folder)),)


def check_lines(
    data: bytes, rules: RuleSet = DEFAULT, *, path: str = "", folder: Path | None = None
) -> Iterator[Checked]:
    """Check JSON Lines, one document a line; blank lines are passed over."""
    record = 0
    for line, row in enumerate(data.split(b"\n"), 1):
        if row.strip():
            record += 1
            yield _check(row, Place(path, rules, folder, record, line))


def check_document(document: Document, place: Place, locate: Callable[[Finding], Finding] | None = None) -> Checked:
    """Check a document that was read from a file without pointers, such as TEI; `locate` knows where things stand."""
    from claims.codec import to_dict

    text = find_text(document.source, None, place.folder).text
    problems = validate(document, folder=place.folder)
    data = to_dict(document) if problems or document.verdicts else None
    findings = _findings(problems, data, text, place)
    data = data or to_dict(document) if document.waivers else data
    left, idle = waived(findings, data)
    left = (*left, *_findings(_askable(idle, data, place), data, text, place))
    kept = folded(locate(finding) if locate else finding for finding in left)
    card = Card.of(data) if data else Card(document.source.id, document.source.sha256)
    return Checked(place.path, place.record, kept, card, document.source.path)


def fault_finding(fault: Fault, place: Place) -> Finding:
    """Return the finding that a fault of the syntax amounts to."""
    problem = Problem(fault.code, printable(fault.message))
    (found,) = _findings([problem], None, None, place)
    return place.located(found, fault.line, fault.column, fault.line, fault.column + 1)


def _check(data: bytes, place: Place) -> Checked:
    survey, problems = _plain(data, place) or _surveyed(data, place)
    faults = tuple(fault_finding(fault, place) for fault in survey.faults if fault.code in place.rules)
    if not survey.is_readable:
        return Checked(place.path, place.record, faults)
    found, idle = waived([*faults, *_semantic(survey, problems, place)], survey.value)
    found = (*found, *_semantic(survey, _askable(idle, survey.value, place), place))
    path = survey.value["source"].get("path") if _has_source(survey.value) else None
    return Checked(place.path, place.record, folded(found), Card.of(survey.value), path)


def _plain(data: bytes, place: Place) -> tuple[Survey, tuple[Problem, ...]] | None:
    """Return what a file holds that has no fault of syntax or schema, and what else is wrong; None for any other."""
    survey = read_plainly(data)
    found = validate_plain(survey.value, folder=place.folder) if survey else None
    # With as many members as there are keys, no key stands twice.
    if survey is None or found is None or found[1] != keys_at_most(data):
        return None
    problems, _ = found
    if problems or survey.value.get("waivers"):
        survey = attrs.evolve(survey, text=decode_json(data))
    return survey, problems


def _surveyed(data: bytes, place: Place) -> tuple[Survey, tuple[Problem, ...]]:
    survey = survey_json(data)
    return survey, validate(survey.value, folder=place.folder) if survey.is_readable else ()


def _semantic(survey: Survey, problems: Iterable[Problem], place: Place) -> Iterator[Finding]:
    """Yield what is wrong beyond the syntax, each at its place."""
    data = survey.value
    problems = [problem for problem in problems if problem.code in place.rules]
    if not problems:
        return
    text = text_of_data(data, place.folder) if any(problem.span is not None for problem in problems) else None
    by_key = [problem.pointer for problem in problems if problem.code in _AT_KEYS]
    # Loaded only now: most files have nothing to point at.
    from claims.checks.positions import regions

    where = regions(survey.text, [problem.pointer for problem in problems], by_key) if survey.text else {}
    taken = {(fault.line, fault.column) for fault in survey.faults if fault.code in _STEPPED_OVER}
    for finding in _findings(problems, data, text, place):
        region = where.get(finding.pointer)
        if region is None:
            yield finding
        elif (region.line, region.column) not in taken:
            yield place.located(finding, region.line, region.column, region.end_line, region.end_column)


def _askable(idle: Iterable[Problem], data: Any, place: Place) -> list[Problem]:
    """Return the idle waivers whose rule was asked: it is on, and the text is there if it needs one."""
    has_text = text_of_data(data, place.folder) is not None
    rows = [(problem, BY_CODE.get(data["waivers"][int(problem.pointer.split("/")[2])].get("rule"))) for problem in idle]
    return [
        problem
        for problem, rule in rows
        if rule is None or not is_waivable(rule) or (rule.code in place.rules and (has_text or not rule.needs_text))
    ]


def _findings(problems: Iterable[Problem], data: Any, text: str | None, place: Place) -> Iterator[Finding]:
    """Yield findings without place for the problems whose rules are on."""
    from claims.checks.findings import Finding, Quoter

    quote = Quoter.of(text) if text is not None else None
    for problem in problems:
        if problem.code in place.rules:
            yield Finding(
                problem.code,
                problem.message,
                place.path,
                place.rules.severity(problem.code),
                problem.pointer,
                place.record,
                value=_value(data, problem.pointer),
                hint=problem.hint or BY_CODE[problem.code].remedy,
                subject=_subject(data, problem.pointer),
                span=problem.span,
                excerpt=quote(problem.span) if quote and problem.span is not None else None,
            )


def _value(data: Any, pointer: str) -> str | None:
    if not pointer:
        return None
    try:
        return printable(shown(resolve(data, pointer)))
    except LookupError:
        return None


def _subject(data: Any, pointer: str) -> str | None:
    """Return the id of the row that a pointer leads into."""
    try:
        row = resolve(data, "/".join(pointer.split("/")[:3])) if pointer.count("/") > 1 else None
    except LookupError:
        return None
    name = row.get("id") if isinstance(row, dict) else None
    return printable(name) if isinstance(name, str) and len(name) <= 200 else None


def _has_source(data: Any) -> bool:
    return isinstance(data, Mapping) and isinstance(data.get("source"), Mapping)
