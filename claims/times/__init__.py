"""Time expressions, their TIMEX3 and EDTF values, and what they say about a claim.

The names are fetched on first use: who only asks whether a value is well-formed does not load the finder.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.times.consistency import consistent
    from claims.times.finder import DateOrder, find_times
    from claims.times.relations import adjunct_relation, dateline_date, interval, placed
    from claims.times.values import agree, edtf_of, is_edtf, is_timex_value

#: Public names and the modules they come from.
_HOMES = {
    "DateOrder": "finder",
    "adjunct_relation": "relations",
    "agree": "values",
    "consistent": "consistency",
    "dateline_date": "relations",
    "edtf_of": "values",
    "find_times": "finder",
    "interval": "relations",
    "is_edtf": "values",
    "is_timex_value": "values",
    "placed": "relations",
}

__all__ = [
    "DateOrder",
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


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
