"""Checkstyle's XML, which reviewdog, Jenkins' warnings plug-in and many other programs read."""

from __future__ import annotations

from collections.abc import Iterator

from claims.checks import Finding
from claims.cli.reporters.base import FileReport, Outcome, lines, statement
from claims.cli.reporters.xml import Element, xml


def render(outcome: Outcome) -> Iterator[str]:
    """Yield one file element for each file, also for those without findings."""
    files = tuple(map(_file, outcome.limited()))
    yield from lines(xml(Element("checkstyle", {"version": "8.0"}, files)))


def _file(report: FileReport) -> Element:
    told = [_error(finding) for finding in report.findings]
    if report.error is not None:
        told.append(
            Element("error", {"line": "0", "severity": "error", "message": report.error, "source": "claims.unreadable"})
        )
    return Element("file", {"name": report.path}, tuple(told))


def _error(finding: Finding) -> Element:
    column = {"column": str(finding.column)} if finding.column is not None else {}
    told = {"severity": finding.severity, "message": statement(finding), "source": f"claims.{finding.code}"}
    return Element("error", {"line": str(finding.line or 0), **column, **told})
