"""Scores of one annotation against another, and agreement between annotators.

    from claims.measures import align, score
    tallies = score(align(gold, given))
    tallies["claims ≥ 0.8"].f1

What each measure means stands in docs/measures.md.
"""

from __future__ import annotations

from claims.measures.agreement import Coincidences, Overlap, alpha, alpha_of, label_items, marked, same_claims
from claims.measures.matching import best_pairs
from claims.measures.scoring import THRESHOLDS, Aligned, align, score
from claims.measures.tallies import Interval, Tally, interval_of, intervals, middle, total
from claims.measures.units import Ruler, Unit, jaccard

__all__ = [
    "THRESHOLDS",
    "Aligned",
    "Coincidences",
    "Interval",
    "Overlap",
    "Ruler",
    "Tally",
    "Unit",
    "align",
    "alpha",
    "alpha_of",
    "best_pairs",
    "interval_of",
    "intervals",
    "jaccard",
    "label_items",
    "marked",
    "middle",
    "same_claims",
    "score",
    "total",
]
