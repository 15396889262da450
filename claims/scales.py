"""Rating scales: what their steps mean in the five base ratings, and the scales that come with this package.

A document declares the scales that its verdicts use (`claims.model.Scale`). A step means exactly one base
rating; the other way round, `step` picks the step that says a base rating best, and none where there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import get_args

from claims.model import Document, Rating, Scale, ScaleRating, Verdict

BASE: tuple[Rating, ...] = get_args(Rating)
#: Base ratings that need no evidence.
OPEN: frozenset[str] = frozenset({"not_checkable", "not_enough_evidence"})
#: The scale of verdicts that only take an earlier one back.
RETRACTION = "retraction"


def _scale(id: str, name: str, *steps: tuple[str, Rating]) -> Scale:
    return Scale(id, name, tuple(ScaleRating(value, means) for value, means in steps))


#: The scales that come with this package, each from its false end to its true end.
SCALES: Mapping[str, Scale] = MappingProxyType(
    {
        scale.id: scale
        for scale in (
            _scale(
                "truth-6",
                "Six-step truth scale",
                ("Pants on fire", "refuted"),
                ("False", "refuted"),
                ("Mostly false", "refuted"),
                ("Half true", "conflicting"),
                ("Mostly true", "supported"),
                ("True", "supported"),
            ),
            _scale(
                "points-5",
                "1 to 5",
                ("1", "refuted"),
                ("2", "refuted"),
                ("3", "conflicting"),
                ("4", "supported"),
                ("5", "supported"),
            ),
            _scale(
                "averitec",
                "AVeriTeC",
                ("Refuted", "refuted"),
                ("Conflicting Evidence/Cherrypicking", "conflicting"),
                ("Not Enough Evidence", "not_enough_evidence"),
                ("Supported", "supported"),
            ),
            _scale(
                "fever",
                "FEVER",
                ("REFUTES", "refuted"),
                ("NOT ENOUGH INFO", "not_enough_evidence"),
                ("SUPPORTS", "supported"),
            ),
            _scale(
                "liar",
                "LIAR",
                ("pants-fire", "refuted"),
                ("false", "refuted"),
                ("barely-true", "refuted"),
                ("half-true", "conflicting"),
                ("mostly-true", "supported"),
                ("true", "supported"),
            ),
            _scale(RETRACTION, "Taken back", ("retracted", "not_enough_evidence")),
        )
    }
)
#: Where several steps mean the same base rating: the one that says it without "mostly" and the like.
_PLAIN = {
    "truth-6": {"refuted": "False", "supported": "True"},
    "points-5": {"refuted": "1", "supported": "5"},
    "liar": {"refuted": "false", "supported": "true"},
}


def means(verdict: Verdict, scales: Iterable[Scale]) -> str | None:
    """Return the base rating of a verdict, None where its rating or scale is not known.

    >>> means(Verdict("v1", "c1", "4", "points-5"), [SCALES["points-5"]])
    'supported'
    """
    if verdict.scale is None:
        return verdict.rating if verdict.rating in BASE else None
    steps = (step for scale in scales if scale.id == verdict.scale for step in scale.ratings)
    return next((step.means for step in steps if step.value == verdict.rating), None)


def step(scale: Scale, rating: str) -> str | None:
    """Return the step that says a base rating, None where the scale has none.

    >>> step(SCALES["truth-6"], "refuted"), step(SCALES["fever"], "conflicting")
    ('False', None)
    """
    plain = _PLAIN.get(scale.id, {}).get(rating)
    return plain or next((row.value for row in scale.ratings if row.means == rating), None)


def with_scale(scales: tuple[Scale, ...], scale: Scale) -> tuple[Scale, ...]:
    """Return `scales` with `scale` among them; one of the same id stays as it is."""
    return scales if any(known.id == scale.id for known in scales) else (*scales, scale)


def superseded(document: Document) -> frozenset[str]:
    """Return the ids of the verdicts that later ones replace."""
    return frozenset(verdict.supersedes for verdict in document.verdicts if verdict.supersedes)


def current(document: Document) -> tuple[Verdict, ...]:
    """Return the verdicts that stand: neither replaced nor taken back, in file order."""
    gone = superseded(document)
    return tuple(row for row in document.verdicts if row.id not in gone and row.scale != RETRACTION)


def doubted(whole: Verdict, verdicts: Iterable[Verdict], scales: Iterable[Scale]) -> bool:
    """Tell whether `whole` supports a claim in which another reviewer finds a slot wrong."""
    known = tuple(scales)
    if whole.slot is not None or means(whole, known) != "supported":
        return False
    others = (it for it in verdicts if it.slot is not None and (it.claim, it.by) != (whole.claim, whole.by))
    return any(it.claim == whole.claim and means(it, known) in ("refuted", "conflicting") for it in others)


def rating_of_claims(document: Document) -> dict[str, str]:
    """Return one base rating for each claim that is judged, by the claim's id.

    Verdicts on the whole claim count; where there are none, those on slots do. Verdicts that differ make it
    ``conflicting``, and so does a slot that another reviewer finds wrong in a claim that is supported.
    """
    standing: dict[str, list[Verdict]] = {}
    for verdict in current(document):
        standing.setdefault(verdict.claim, []).append(verdict)
    found: dict[str, str] = {}
    for claim, verdicts in standing.items():
        whole = [verdict for verdict in verdicts if verdict.slot is None]
        ratings = {means(verdict, document.scales) for verdict in whole or verdicts} - {None}
        ratings |= {"conflicting" for verdict in whole if doubted(verdict, verdicts, document.scales)}
        if ratings:
            found[claim] = "conflicting" if len(ratings) > 1 else str(ratings.pop())
    return found
