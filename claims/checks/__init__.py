"""Tell what is wrong with a claim file: the engine of ``claims validate``.

Findings are data: `validate` returns `claims.model.Problem` values of a document, `claims.check` returns
`Finding` values of a file; what is printed is the command line's business. Both come in a fixed order.

Each name is loaded on first use: most files are sound, and need nothing of what tells of findings.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.checks.context import Context, Family, Found, Rule, Severity
    from claims.checks.corpus import Card
    from claims.checks.findings import Excerpt, Finding, from_data, to_data
    from claims.checks.inspect import Checked, check_json, check_lines
    from claims.checks.positions import locate
    from claims.checks.report import Summary, summarise
    from claims.checks.rules import BY_CODE, RULES
    from claims.checks.ruleset import DEFAULT, RuleSet, matching
    from claims.checks.validation import input_problem, validate

#: Public names and the modules they come from.
_HOMES = {
    "BY_CODE": "rules",
    "DEFAULT": "ruleset",
    "RULES": "rules",
    "Card": "corpus",
    "Checked": "inspect",
    "Context": "context",
    "Excerpt": "findings",
    "Family": "context",
    "Finding": "findings",
    "Found": "context",
    "Rule": "context",
    "RuleSet": "ruleset",
    "Severity": "context",
    "Summary": "report",
    "check_json": "inspect",
    "check_lines": "inspect",
    "from_data": "findings",
    "input_problem": "validation",
    "locate": "positions",
    "matching": "ruleset",
    "summarise": "report",
    "to_data": "findings",
    "validate": "validation",
}

__all__ = [
    "BY_CODE",
    "DEFAULT",
    "RULES",
    "Card",
    "Checked",
    "Context",
    "Excerpt",
    "Family",
    "Finding",
    "Found",
    "Rule",
    "RuleSet",
    "Severity",
    "Summary",
    "check_json",
    "check_lines",
    "from_data",
    "input_problem",
    "locate",
    "matching",
    "summarise",
    "to_data",
    "validate",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'claims.checks' has no attribute {name!r}")
    return getattr(import_module(f"claims.checks.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return __all__
