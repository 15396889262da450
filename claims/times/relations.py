"""How a claim relates to the time in its adjunct, and the interval that follows from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import cast

from claims.analysis import SentenceSpan
from claims.lexicon import table
from claims.model import TimeRelation
from claims.syntax import Tree
from claims.times.finder import find_times
from claims.times.patterns import PLURALS

#: What may stand in front of the signal: "two full days after", "just before", "ever since".
_AHEAD = frozenset({"CD", "DT", "RB", "RBR", "JJ", "PDT", "JJR"})


def adjunct_relation(tree: Tree, tokens: Sequence[int]) -> TimeRelation | None:
    """Return how what is said relates to the time of an adjunct; None for no words at all.

    "Since May" begins, "until May" ends, "by May" lies before, "days after" after; the rest is during.
    """
    for index in tokens:
        word = tree[index].lower
        if word in table("time_signals") and tree[index].tag not in {"NN", "NNS", "JJ"}:
            return cast(TimeRelation, table("time_signals")[word][0])
        if not (
            tree[index].tag in _AHEAD or word in PLURALS or word in table("time_units") or word in {"of", "-", "about"}
        ):
            break
    return "during" if tokens else None


def interval(edtf: str | None, relation: TimeRelation) -> str | None:
    """Return the EDTF interval of a claim that relates so to a time.

    >>> interval("2019-05", "begin"), interval("2019-05", "before"), interval("2019-05", "during")
    ('2019-05/..', '../2019-05', '2019-05')
    """
    if edtf is None or relation == "during":
        return edtf
    first, _, last = edtf.partition("/")
    begins, ends = _bound(first, 0), _bound(last or first, 1)
    if relation == "begin":
        return None if begins is None else f"{begins}/.."
    if relation == "after":
        return None if ends is None else f"{ends}/.."
    # Until the end of a time; but before its beginning.
    end = ends if relation == "end" or not last else begins
    return None if end is None else f"../{end}"


def _bound(edtf: str, side: int) -> str | None:
    """Return an end that EDTF takes in an interval: no time of day, quarter or decade."""
    if edtf in {"", ".."}:
        return None
    if match := re.fullmatch(r"([0-9]{1,3})(X{1,3})", edtf):
        return match[1] + ("0", "9")[side] * len(match[2])
    if match := re.fullmatch(r"([0-9]{4})-(3[3-6]|4[01])", edtf):
        number, size = (int(match[2]) - 33, 3) if match[2] < "40" else (int(match[2]) - 40, 6)
        return f"{match[1]}-{number * size + (size if side else 1):02}"
    return edtf.partition("T")[0]


def dateline_date(trees: Iterable[Tree], sentences: Sequence[SentenceSpan]) -> str | None:
    """Return the first full date of a dateline, to be offered where no publication date is known."""
    lines = [tree for tree, sentence in zip(trees, sentences, strict=True) if sentence.zone == "dateline"]
    days = (timex.value for timex in find_times(lines, None, ()) if timex.type in {"DATE", "TIME"})
    return next((day[:10] for day in days if day and re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day)), None)
