"""Annotations of GitHub Actions: one workflow command a finding, shown beside the line of the pull request.

Format: "Workflow commands for GitHub Actions"; escaping as in the `command.ts` of @actions/core.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.checks import BY_CODE, Finding
from claims.cli.reporters.base import Outcome, statement


def render(outcome: Outcome) -> Iterator[str]:
    """Yield a command for each finding and each file that could not be checked."""
    for report in outcome.limited():
        if report.error is not None:
            yield f"::error file={_property(report.path)},title=claims::{_data(report.error)}"
        yield from map(_command, report.findings)


def _command(finding: Finding) -> str:
    places = {
        "file": finding.path,
        "line": finding.line,
        "endLine": finding.end_line,
        "col": finding.column,
        # GitHub marks the column named last; ours is the one behind.
        "endColumn": finding.end_column - 1 if finding.end_column and finding.end_line == finding.line else None,
        "title": f"{finding.code} {BY_CODE[finding.code].name}",
    }
    shown = ",".join(f"{name}={_property(str(value))}" for name, value in places.items() if value is not None)
    record = f"record {finding.record}: " if finding.record is not None else ""
    hint = f"\n{finding.hint}" if finding.hint else ""
    return f"::{finding.severity} {shown}::{_data(record + statement(finding) + hint)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
