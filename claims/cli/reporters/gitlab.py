"""GitLab code quality: a JSON list in the subset of Code Climate's format that GitLab documents and reads."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from claims.checks import Finding
from claims.cli.reporters.base import Outcome, lines, statement

SEVERITIES = {"error": "major", "warning": "minor"}


def render(outcome: Outcome) -> Iterator[str]:
    """Yield one list; a file that could not be checked is an issue of its own."""
    seen: Counter[str] = Counter()
    issues = []
    for report in outcome.limited():
        if report.error is not None:
            finding = Finding("unreadable", report.error, report.path)
            issues.append({**_issue(finding, seen), "severity": "critical"})
        issues += [_issue(finding, seen) for finding in report.findings]
    yield from lines(json.dumps(issues, indent=1))


def _issue(finding: Finding, seen: Counter[str]) -> dict[str, Any]:
    return {
        "description": statement(finding),
        "check_name": finding.code,
        "fingerprint": _unique(finding.fingerprint, seen),
        "severity": SEVERITIES[finding.severity],
        "location": {"path": finding.path.removeprefix("./"), "lines": {"begin": finding.line or 1}},
    }


def _unique(fingerprint: str, seen: Counter[str]) -> str:
    """Return a fingerprint that no other issue of the report has, as GitLab asks for."""
    seen[fingerprint] += 1
    if seen[fingerprint] == 1:
        return fingerprint
    return hashlib.sha256(f"{fingerprint} {seen[fingerprint]}".encode()).hexdigest()[:32]
