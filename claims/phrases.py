"""How the codes of a claim file are said in plain English, the same in a terminal and on a page."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from claims.model import Attribution, Relation

TENSES: Mapping[str, str] = MappingProxyType({"future_in_past": "future in the past", "generic": "timeless"})
CERTAINTIES: Mapping[str, str] = MappingProxyType(
    {
        "CT+": "certain",
        "CT-": "certainly not",
        "CTu": "known to them",
        "PR+": "probable",
        "PR-": "probably not",
        "PS+": "possible",
        "PS-": "possibly not",
        "Uu": "left open",
        "U+": "left open",
        "U-": "left open, negated",
    }
)
#: Ties in words; the others go by their names.
RELATIONS: Mapping[str, str] = MappingProxyType({"member_of": "member of", "duplicate_of": "same as"})
#: Relations to a time or another claim that have a better word.
TIMES: Mapping[str, str] = MappingProxyType({"begin": "since", "end": "until"})
NO_SOURCE = "(source not named)"
AUTHOR = "the author"


def counted(number: int, name: str) -> str:
    """Return a number with what it counts.

    >>> counted(1, "claim"), counted(0, "claim")
    ('1 claim', '0 claims')
    """
    return f"{number} {name}{'' if number == 1 else 's'}"


def tie_name(tie: Relation) -> str:
    """Return what a tie says.

    >>> tie_name(Relation("temporal", value="after")), tie_name(Relation("condition", value="even-if"))
    ('after', 'condition (even-if)')
    """
    if tie.type == "temporal" and tie.value:
        return TIMES.get(tie.value, tie.value)
    return RELATIONS.get(tie.type, tie.type) + (f" ({tie.value})" if tie.value else "")


def voice_name(link: Attribution, names: Mapping[str, str]) -> str:
    """Return who vouches in an attribution: the entity's name, else the words; `names` are entities' names by id."""
    words = " ".join(link.source.exact.split())
    return names.get(link.source.entity or "", words) or NO_SOURCE
