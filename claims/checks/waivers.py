"""Waivers: rules that somebody does not want told at one place of a file, each with its reason.

A waiver counts for findings of its rule about the thing that it names, or about the whole document. Only what the
rules about sense find can be waived: syntax, schema and what a waiver itself gets wrong cannot.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from claims.checks.context import Rule
from claims.checks.rules import BY_CODE
from claims.problems import Problem

if TYPE_CHECKING:
    from claims.checks.findings import Finding

#: A waiver that waives nothing.
IDLE = "R209"
_FIRM = ("syntax", "schema", "corpus")


def waived(findings: Iterable[Finding], data: Any) -> tuple[tuple[Finding, ...], tuple[Problem, ...]]:
    """Return the findings that no waiver of `data` counts for, and what is wrong with the waivers themselves."""
    rows = _rows(data)
    listed = tuple(findings)
    if not rows:
        return listed, ()
    used: set[int] = set()
    left = []
    for finding in listed:
        fitting = [number for number, row in rows if _fits(row, finding)]
        used.update(fitting)
        if not fitting:
            left.append(finding)
    return tuple(left), tuple(_idle(number, row) for number, row in rows if number not in used)


def is_waivable(rule: Rule) -> bool:
    """Tell whether a rule can be waived."""
    return rule.family not in _FIRM and rule.code != IDLE


def _rows(data: Any) -> Sequence[tuple[int, dict[str, Any]]]:
    rows = data.get("waivers") if isinstance(data, dict) else None
    if not isinstance(rows, list):
        return ()
    return [(number, row) for number, row in enumerate(rows) if isinstance(row, dict) and row.get("reason")]


def _fits(row: dict[str, Any], finding: Finding) -> bool:
    if row.get("rule") != finding.code or not is_waivable(BY_CODE[finding.code]):
        return False
    return row.get("at") is None or row["at"] == finding.subject


def _idle(number: int, row: dict[str, Any]) -> Problem:
    rule = BY_CODE.get(str(row.get("rule")))
    if rule is None:
        return Problem(IDLE, f"there is no rule {row.get('rule')}", f"/waivers/{number}/rule")
    if not is_waivable(rule):
        return Problem(IDLE, f"{rule.code} ({rule.family}) cannot be waived", f"/waivers/{number}/rule")
    where = f" at {row['at']}" if row.get("at") else ""
    return Problem(IDLE, f"{rule.code} is not broken{where}", f"/waivers/{number}")
