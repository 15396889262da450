"""How a claim relates to the time in its adjunct, and the interval that follows from it.

What no calendar holds has no interval: "in the past" is before the publication, which every past claim is,
and "recently" or "for decades" say neither where to begin nor where to end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import cast

from claims.analysis import Adjunct, SentenceSpan, Timex
from claims.lexicon import table
from claims.model import TimeRelation
from claims.times.finder import find_times
from claims.times.lengths import moved
from claims.times.vocabulary import PLURALS
from claims.trees import Tree

#: Between two times they make one stretch; "and" only behind "between".
_TO = frozenset({"to", "until", "till", "through", "thru", "-", "–", "—"})
#: Between the times of a list.
_LISTS = frozenset({",", "and", "or", "&", "on", "in", "at", "the", "both"})
#: Signals from which a length is counted.
_FROM = frozenset({"before", "after", "from", "following"})
#: What may stand in front of the signal: "two full days after", "just before", "ever since".
_AHEAD = frozenset({"CD", "DT", "RB", "RBR", "JJ", "PDT", "JJR"})


def adjunct_relation(tree: Tree, tokens: Sequence[int], inside: Sequence[int] = ()) -> TimeRelation | None:
    """Return how what is said relates to the time of an adjunct; None for no words at all.

    "Since May" begins, "until May" ends, "by May" lies before, "days after" after; the rest is during. `inside`
    are the words of the time: in "two days before", the "before" is already in its value.
    """
    for index in tokens:
        word = tree[index].lower
        if word == "to" and index == tokens[0] and _after_from(tree, index):
            return "end"
        if word in table("time_signals") and tree[index].tag not in {"NN", "NNS", "JJ"} and index not in inside[1:]:
            return cast(TimeRelation, table("time_signals")[word][0])
        if not (
            tree[index].tag in _AHEAD or word in PLURALS or word in table("time_units") or word in {"of", "-", "about"}
        ):
            break
    return "during" if tokens else None


def _after_from(tree: Tree, index: int) -> bool:
    """Find the "from" of "from May … to June" where the two hang side by side."""
    return any(i < index and tree[i].lower == "from" for i in tree.children(tree[index].head, "prep"))


def placed(tree: Tree, timexes: Sequence[Timex], adjunct: Adjunct) -> tuple[TimeRelation | None, str | None]:
    """Return how a clause relates to the time of an adjunct, and the EDTF interval of what it says.

    "From 1990 to 2005" and "between May and June" are one stretch that the clause fills; "two days after
    Christmas" is a day.
    """
    if adjunct.timex is None:
        return adjunct_relation(tree, adjunct.tokens), None
    first = timexes[adjunct.timex]
    relation = adjunct_relation(tree, adjunct.tokens, first.words.tokens)
    if relation is None:
        return relation, None
    if (measured := _measured(tree, timexes, adjunct, relation)) is not None:
        return "after" if relation == "begin" else relation, measured
    second = _second(tree, timexes, adjunct)
    if second is None:
        listed = _listed(tree, timexes, adjunct) if relation == "during" else None
        return relation, interval(first.edtf, relation) if listed is None else _set_of(*listed)
    begins, ends = _bound((first.edtf or "").partition("/")[0], 0), _bound((second.edtf or "").rpartition("/")[2], 1)
    known = begins is not None and ends is not None and begins < ends
    return "during", f"{begins}/{ends}" if known else None


def _measured(tree: Tree, timexes: Sequence[Timex], adjunct: Adjunct, relation: TimeRelation) -> str | None:
    """Return the date of "two days after Christmas", "a month from Friday"; the stretch of "the week before May 3"."""
    number, tokens = adjunct.timex or 0, adjunct.tokens
    first = timexes[number]
    if first.type == "DURATION":
        length, at = first.value or "", number + 1
    else:
        unit = tree[tokens[1]].lower if len(tokens) > 3 and tree[tokens[0]].lower in {"the", "a"} else ""
        letter = {"day": "D", "week": "W", "month": "M", "year": "Y"}.get(unit)
        length, at = f"P1{letter}" if letter else "", number
    behind = timexes[at] if at < len(timexes) else None
    side = {"before": -1, "after": 1, "begin": 1}.get(relation)
    if not length or behind is None or side is None or behind.edtf is None or behind.type == "DURATION":
        return None
    words = behind.words
    joined = words.sentence == first.words.sentence and set(words.tokens) <= set(tokens)
    signal = tree[words.tokens[0] - 1].lower if joined and words.tokens[0] else ""
    found = moved(length, behind.edtf, side) if signal in _FROM else None
    if found is None or length == "P1D" or tree[tokens[0]].lower != "the":
        return found
    return f"{found}/{behind.edtf}" if side < 0 else f"{behind.edtf}/{found}"


def _second(tree: Tree, timexes: Sequence[Timex], adjunct: Adjunct) -> Timex | None:
    """Return the time at the other end of a stretch whose first time the adjunct rests on."""
    number = adjunct.timex
    if number is None or number + 1 >= len(timexes):
        return None
    first, second = timexes[number : number + 2]
    inside = first.words.sentence == second.words.sentence and set(second.words.tokens) <= set(adjunct.tokens)
    if not inside or first.type == "DURATION" or second.type == "DURATION":
        return None
    start, end = first.words.tokens[0], second.words.tokens[0]
    joint = [tree[i].lower for i in range(first.words.tokens[-1] + 1, end)]
    paired = joint == ["and"] and start > 0 and tree[start - 1].lower == "between"
    return second if paired or (len(joint) == 1 and joint[0] in _TO) else None


def _listed(tree: Tree, timexes: Sequence[Timex], adjunct: Adjunct) -> tuple[list[Timex], bool] | None:
    """Return the times of "on Monday, Tuesday and Friday", and whether one of them is meant; None for a single time."""
    first = timexes[adjunct.timex or 0]
    found, either = [first], False
    for timex in timexes[(adjunct.timex or 0) + 1 :]:
        start, end = found[-1].words.tokens[-1] + 1, timex.words.tokens[0]
        if timex.words.sentence != first.words.sentence or not set(timex.words.tokens) <= set(adjunct.tokens):
            break
        joint = {tree[i].lower for i in range(start, end)}
        if not joint or not joint <= _LISTS or timex.type != first.type:
            break
        found, either = [*found, timex], either or "or" in joint
    return (found, either) if len(found) > 1 and first.type in {"DATE", "TIME"} else None


def _set_of(timexes: Sequence[Timex], either: bool) -> str | None:
    """Return the EDTF set of all dates, or of one of them; None where one is no year, month or day."""
    days = [(timex.edtf or "").partition("T")[0] for timex in timexes]
    if not all(re.fullmatch(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?", day) for day in days):
        return None
    known = ",".join(sorted(set(days)))
    return days[0] if len(set(days)) == 1 else f"[{known}]" if either else f"{{{known}}}"


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
