"""SARIF 2.1.0 (OASIS), as GitHub code scanning, Azure DevOps and many editors read it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

from claims.checks import BY_CODE, Finding, Rule
from claims.cli.reporters.base import Outcome, lines, uri

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(outcome: Outcome) -> Iterator[str]:
    """Yield one log with one run."""
    findings = list(outcome.told())
    rules = sorted({finding.code for finding in findings})
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "claims",
                "semanticVersion": version("atomic-claims"),
                "rules": [_rule(BY_CODE[code]) for code in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(outcome)],
        "results": [_result(finding, rules.index(finding.code)) for finding in findings],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    yield from lines(json.dumps(log, indent=1))


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.remedy}\n\nbad: {rule.bad}\ngood: {rule.good}"},
        "defaultConfiguration": {"level": rule.severity, "enabled": not rule.optional},
        "properties": {"tags": [rule.family]},
    }


def _invocation(outcome: Outcome) -> dict[str, Any]:
    told = [
        {
            "level": "error",
            "message": {"text": report.error},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(report.path)}}}],
        }
        for report in outcome.files
        if report.error is not None
    ]
    return {"executionSuccessful": not told, **({"toolExecutionNotifications": told} if told else {})}


def _result(finding: Finding, index: int) -> dict[str, Any]:
    hint = f"\n{finding.hint}" if finding.hint else ""
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": finding.severity,
        "message": {"text": finding.message + hint},
        "locations": [_location(finding)],
        "partialFingerprints": {"claims/v1": finding.fingerprint},
        "properties": _properties(finding),
    }


def _location(finding: Finding) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": uri(finding.path)}}
    if finding.line is not None:
        names = {"startLine": "line", "startColumn": "column", "endLine": "end_line", "endColumn": "end_column"}
        region = {name: getattr(finding, field) for name, field in names.items()}
        place["region"] = {name: value for name, value in region.items() if value is not None}
    location: dict[str, Any] = {"physicalLocation": place}
    if finding.pointer:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.pointer, "kind": "member"}]
    return location


def _properties(finding: Finding) -> dict[str, Any]:
    fields = ("record", "subject", "value", "follows")
    return {name: getattr(finding, name) for name in fields if getattr(finding, name) is not None}
