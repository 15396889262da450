"""Fact-checking: verdicts with their evidence, comparison of claims, a searchable collection."""

from claims.factcheck.comparison import Suggestion, compare, judge_named
from claims.factcheck.evidence import EvidenceIndex, Hit
from claims.factcheck.merging import merge
from claims.factcheck.opinion import Finding, Judge, Opinion
from claims.factcheck.passages import Reference
from claims.factcheck.quotes import locate, quoted
from claims.factcheck.statement import Statement, statements
from claims.factcheck.verdicts import Disagreement, disagreements, history, judge, retract

__all__ = [
    "Disagreement",
    "EvidenceIndex",
    "Finding",
    "Hit",
    "Judge",
    "Opinion",
    "Reference",
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
