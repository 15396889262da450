"""Fact-checking: verdicts with their evidence, and comparison of claims."""

from claims.factcheck.comparison import Suggestion, compare, judge_named
from claims.factcheck.merging import merge
from claims.factcheck.opinion import Finding, Judge, Opinion
from claims.factcheck.quotes import locate, quoted
from claims.factcheck.statement import Statement, statements
from claims.factcheck.verdicts import Disagreement, disagreements, history, judge, retract

__all__ = [
    "Disagreement",
    "Finding",
    "Judge",
    "Opinion",
    "Statement",
    "Suggestion",
    "compare",
    "disagreements",
    "history",
    "judge",
    "judge_named",
    "locate",
    "merge",
    "quoted",
    "retract",
    "statements",
]
