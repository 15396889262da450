"""Fact-checking: verdicts with their evidence."""

from claims.factcheck.merge import merge
from claims.factcheck.quotes import locate, quoted
from claims.factcheck.verdicts import Disagreement, disagreements, history, judge, retract

__all__ = ["Disagreement", "disagreements", "history", "judge", "locate", "merge", "quoted", "retract"]
