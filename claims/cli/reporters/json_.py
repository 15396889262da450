"""Findings for programs: one JSON object, or one a line; ASCII, so that nothing in them can steer a terminal.

`schemas/findings-1.0.schema.json` describes both.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from claims.checks import Finding, to_data
from claims.cli.reporters.base import Outcome, lines

FORMAT = "claims-findings/1.0"


def render(outcome: Outcome) -> Iterator[str]:
    """Yield one object: what was checked, what was found, how often which rule was broken."""
    data = {
        "format": FORMAT,
        "columns": "code points, from 1",
        "problems": sum(len(report.findings) for report in outcome.files),
        "known": outcome.known,
        "files": [_file(report.path, report.documents, report.error) for report in outcome.files],
        "findings": [_finding(finding) for finding in _all(outcome)],
        "statistics": {rule.code: number for number, rule in outcome.statistics()},
    }
    yield from lines(json.dumps(data, indent=2))


def render_lines(outcome: Outcome) -> Iterator[str]:
    """Yield one object a line: each finding, and each file that could not be checked."""
    for report in outcome.files:
        if report.error is not None:
            yield json.dumps({"path": report.path, "error": report.error})
    for finding in _all(outcome):
        yield json.dumps(_finding(finding))


def _all(outcome: Outcome) -> list[Finding]:
    """Programs get what follows from other findings too: each says so itself."""
    return [finding for report in outcome.files for finding in report.findings][: outcome.most]


def _finding(finding: Finding) -> dict[str, Any]:
    return {**to_data(finding), "fingerprint": finding.fingerprint}


def _file(path: str, documents: int, error: str | None) -> dict[str, Any]:
    data: dict[str, Any] = {"path": path, "documents": documents}
    return data if error is None else {**data, "error": error}
