"""Time expressions, their TIMEX3 and EDTF values, and what they say about a claim."""

from claims.times.consistency import consistent
from claims.times.finder import find_times
from claims.times.relations import adjunct_relation, dateline_date, interval, placed
from claims.times.values import agree, edtf_of, is_edtf, is_timex_value

__all__ = [
    "adjunct_relation",
    "agree",
    "consistent",
    "dateline_date",
    "edtf_of",
    "find_times",
    "interval",
    "is_edtf",
    "is_timex_value",
    "placed",
]
