"""Tell what is wrong with a claim file: the engine of ``claims validate``.

Findings are data: `validate` returns `claims.model.Problem` values of a document, `claims.check` returns
`Finding` values of a file; what is printed is the command line's business. Both come in a fixed order.
"""

from __future__ import annotations

from claims.checks.context import Context, Family, Found, Rule, Severity
from claims.checks.corpus import Card
from claims.checks.findings import Excerpt, Finding, from_data, to_data
from claims.checks.inspect import Checked, check_json, check_lines
from claims.checks.locate import locate
from claims.checks.report import Summary, summarise
from claims.checks.rules import BY_CODE, RULES
from claims.checks.ruleset import DEFAULT, RuleSet, matching
from claims.checks.validation import input_problem, validate

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
