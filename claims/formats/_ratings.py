"""Ratings of ClaimReview: a number between two bounds, and a name."""

from __future__ import annotations

from typing import Any

from claims.formats._worded import Judged, Row
from claims.json_input import shown
from claims.model import Rating, Scale, ScaleRating
from claims.scales import BASE, SCALES

#: Points from 1 to 5 of the base ratings; the others have none.
POINTS: dict[str, int] = {"refuted": 1, "conflicting": 3, "supported": 5}
#: Scales whose steps are evenly apart, so that a step's place is its number.
EVEN = frozenset({"truth-6", "points-5", "liar"})
NAMES = {
    "supported": "Supported",
    "refuted": "Refuted",
    "conflicting": "Conflicting evidence",
    "not_enough_evidence": "Not enough evidence",
    "not_checkable": "Not checkable",
}
#: What fact-checkers call it, lower case, beside the names of the shipped scales.
USUAL: dict[str, Rating] = {
    **dict.fromkeys(("accurate", "correct", "confirmed", "verified", "mostly accurate", "mostly correct"), "supported"),
    **dict.fromkeys(
        ("fake", "fake news", "hoax", "inaccurate", "incorrect", "wrong", "untrue", "not true", "fabricated",
         "debunked", "fiction", "mostly inaccurate", "four pinocchios", "doctored", "altered"),
        "refuted",
    ),
    **dict.fromkeys(
        ("mixture", "mixed", "partly true", "partly false", "partially true", "partially false", "misleading",
         "missing context", "lacks context", "out of context", "needs context", "half-true", "exaggerated",
         "cherry-picked", "distorts the facts", "spins the facts"),
        "conflicting",
    ),
    **dict.fromkeys(("unproven", "unverified", "unsupported", "no evidence", "unclear", "research in progress"),
                    "not_enough_evidence"),
    **dict.fromkeys(("satire", "opinion", "parody", "prediction"), "not_checkable"),
}  # fmt: skip


def rating_out(found: Judged) -> dict[str, Any]:
    """Return a verdict's rating: named always, with a number where it means one."""
    rating, scale = found.verdict.rating, found.verdict.scale
    name = NAMES.get(rating, rating) if scale is None else rating
    shown_as: dict[str, Any] = {"@type": "Rating", "alternateName": name}
    steps = [step.value for step in SCALES[scale].ratings] if scale in EVEN and scale else []
    points = steps.index(rating) + 1 if rating in steps else POINTS.get(found.means or "")
    if points is not None:
        shown_as |= {"ratingValue": points, "bestRating": len(steps) if rating in steps else 5, "worstRating": 1}
    return shown_as


def rating_read(rating: Row, review: Row) -> tuple[str, Scale | None, Rating]:
    """Return rating, scale and base rating of a review; what nobody can map raises `FormatError`.

    A name says more than a number; a name that is not known is a step of the file's own scale and means
    what its number says.
    """
    name, points = rating.optional("alternateName"), _share(rating)
    if name is None and points is None:
        raise review.error("reviewRating should have an alternateName or a ratingValue", "reviewRating")
    known = {shown: base for base, shown in NAMES.items()}
    if name in known:
        base = next(it for it in BASE if it == known[name])
        return base, None, base
    for scale in SCALES.values():
        for step in scale.ratings:
            if name == step.value and _fits(scale, step, points):
                return name, scale, step.means
    meant = _usual(name) or _by_points(points)
    if meant is None:
        raise rating.error(f"nobody knows what {shown(name)} means: it has no number", "alternateName")
    if name is None:
        return meant, None, meant
    return name, Scale("claimreview", "As the review says", (ScaleRating(name, meant),)), meant


def _fits(scale: Scale, step: ScaleRating, points: float | None) -> bool:
    """Tell whether a step of a scale agrees with the number: "3" of 5 is not "3" of 10."""
    if scale.id not in EVEN or points is None:
        return scale.id not in EVEN or not step.value.isdigit()
    place = scale.ratings.index(step) / (len(scale.ratings) - 1)
    return abs(place - points) < 0.01


def _share(rating: Row) -> float | None:
    """Return where the number lies between worst (0) and best (1), None without a number that does."""
    values = []
    for key, default in (("ratingValue", None), ("worstRating", "1"), ("bestRating", "5")):
        try:
            values.append(float(rating.optional(key) or default or "nan"))
        except ValueError:
            return None
    value, worst, best = values
    return (value - worst) / (best - worst) if worst <= value <= best and worst < best else None


def _usual(name: str | None) -> Rating | None:
    if name is None:
        return None
    plain = name.lower().strip(" .!")
    steps = {step.value.lower(): step.means for scale in SCALES.values() for step in scale.ratings}
    return USUAL.get(plain) or steps.get(plain)


def _by_points(share: float | None) -> Rating | None:
    if share is None:
        return None
    return "refuted" if share <= 0.3 else "supported" if share >= 0.7 else "conflicting"
