"""JUnit XML, as Jenkins, GitLab and most CI servers read test results: a file is a test, its findings a failure.

There is no standard; this keeps to the schema of the Jenkins xUnit plug-in.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.checks import Finding
from claims.cli.reporters.base import FileReport, Outcome, lines
from claims.cli.reporters.text import finding_lines
from claims.cli.reporters.xml import Element, xml


def render(outcome: Outcome) -> Iterator[str]:
    """Yield one test suite."""
    reports = list(outcome.limited())
    counts = {
        "tests": str(len(reports)),
        "failures": str(sum(bool(_errors(report)) for report in reports)),
        "errors": str(sum(report.error is not None for report in reports)),
    }
    cases = tuple(map(_case, reports))
    suite = Element("testsuite", {"name": "claims validate", **counts, "time": "0"}, cases)
    yield from lines(xml(Element("testsuites", {"name": "claims", **counts}, (suite,))))


def _case(report: FileReport) -> Element:
    told: list[Element] = []
    if report.error is not None:
        told.append(Element("error", {"message": report.error, "type": "unreadable"}))
    elif errors := _errors(report):
        first = errors[0]
        more = f" and {len(errors) - 1} more" if len(errors) > 1 else ""
        told.append(Element("failure", {"message": first.message + more, "type": first.code}, (), _text(errors)))
    if warnings := [found for found in report.findings if found.severity != "error"]:
        told.append(Element("system-out", {}, (), _text(warnings)))
    return Element("testcase", {"classname": "claims", "name": report.path, "time": "0"}, tuple(told))


def _errors(report: FileReport) -> list[Finding]:
    return [finding for finding in report.findings if finding.severity == "error"]


def _text(findings: list[Finding]) -> str:
    return "\n".join(line for finding in findings for line in finding_lines(finding))
