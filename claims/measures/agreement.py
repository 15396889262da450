"""How far several annotators agree beyond chance."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations

import attrs

from claims.measures.matching import best_pairs
from claims.measures.scoring import LABELS, align, reaching
from claims.measures.units import Ruler, Unit, Units, jaccard, likeness
from claims.model import Document

#: Shifted copies from which chance is worked out.
SHIFTS = 30
#: From this Jaccard index on, claims of several annotators are the same claim.
SAME = 0.5


@attrs.frozen
class Coincidences:
    """How often labels differ, and how often each was used: what Krippendorff's alpha is made of."""

    #: Pairs of different labels of one item, over the number of its labels less one.
    differing: float = 0.0
    totals: Counter[Hashable] = attrs.field(factory=Counter)

    @classmethod
    def of(cls, items: Iterable[Sequence[Hashable | None]]) -> Coincidences:
        """Count; an item holds what each annotator says of it, None where he says nothing."""
        labels = (Counter(label for label in item if label is not None) for item in items)
        pairable = [counts for counts in labels if counts.total() > 1]
        differing = sum(_different(counts) / (counts.total() - 1) for counts in pairable)
        return cls(differing, sum(pairable, Counter()))

    @property
    def alpha(self) -> float | None:
        """Krippendorff's alpha for labels without an order (nominal data).

        None where nothing can be compared, or only one label was ever used: then there is no chance to
        agree or not. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C.
        """
        by_chance = _different(self.totals)
        return 1 - (self.totals.total() - 1) * self.differing / by_chance if by_chance else None


def _different(counts: Counter[Hashable]) -> int:
    """Return how many ordered pairs differ."""
    return counts.total() ** 2 - sum(count**2 for count in counts.values())


def alpha(items: Iterable[Sequence[Hashable | None]]) -> float | None:
    """Return Krippendorff's alpha of nominal labels; see `Coincidences`.

    >>> round(alpha([("a", "a"), ("b", "b"), ("b", "c"), ("a", "a")]), 3)
    0.632
    """
    return Coincidences.of(items).alpha


def alpha_of(parts: Sequence[Coincidences], weights: Mapping[int, int]) -> float | None:
    """Return the alpha of several texts together, each taken as often as its weight says."""
    differing = sum(parts[index].differing * weight for index, weight in weights.items())
    totals: Counter[Hashable] = Counter()
    for index, weight in weights.items():
        totals.update({label: count * weight for label, count in parts[index].totals.items()})
    return Coincidences(differing, totals).alpha


@attrs.frozen
class Same:
    """What all annotators say of one claim: its index in each annotation, None where it is missing."""

    claims: tuple[int | None, ...]


def same_claims(documents: Sequence[Document], unit: Unit = "words") -> list[Same]:
    """Return the claims of several annotations of a text, those that are the same together.

    Every two annotations are matched; the matches join claims, the likest first, so that no group has
    two claims of one annotator.
    """
    groups = {
        (who, index): {who: index} for who, document in enumerate(documents) for index in range(len(document.claims))
    }
    found = []
    for one, other in combinations(range(len(documents)), 2):
        for a, b, shared in reaching(align(documents[one], documents[other], unit).claims, SAME):
            found.append((-shared, (one, a), (other, b)))
    for _, first, second in sorted(found):
        ones, others = groups[first], groups[second]
        if ones is not others and not ones.keys() & others.keys():
            ones |= others
            for member in others.items():
                groups[member] = ones
    unique = {id(group): group for group in groups.values()}
    return [Same(tuple(group.get(who) for who in range(len(documents)))) for group in unique.values()]


def label_items(documents: Sequence[Document], unit: Unit = "words") -> dict[str, list[tuple[str | None, ...]]]:
    """Return, for each label, what every annotator says of every claim."""
    same = same_claims(documents, unit)

    def said(name: str, group: Same) -> tuple[str | None, ...]:
        chosen = zip(documents, group.claims, strict=True)
        return tuple(None if index is None else LABELS[name](document.claims[index]) for document, index in chosen)

    return {name: [said(name, group) for group in same] for name in LABELS}


@attrs.frozen
class Overlap:
    """How far extents agree, as they stand and by chance: summed likeness, and number of extents."""

    observed: float = 0.0
    extents: float = 0.0
    by_chance: float = 0.0
    shifted: float = 0.0

    def __add__(self, other: Overlap) -> Overlap:
        return Overlap(
            self.observed + other.observed,
            self.extents + other.extents,
            self.by_chance + other.by_chance,
            self.shifted + other.shifted,
        )

    def __mul__(self, weight: int) -> Overlap:
        return Overlap(*(weight * value for value in attrs.astuple(self)))

    @classmethod
    def of(cls, marked: Sequence[Sequence[Units]], length: int, seed: int = 0) -> Overlap:
        """Compare what several annotators marked in one text of `length` units, two by two."""
        generator = random.Random(seed)
        found = cls()
        for one, other in combinations(marked, 2):
            found += cls(_likeness(one, other), len(one) + len(other))
            for _ in range(SHIFTS if length > 1 else 0):
                by = generator.randrange(1, length)
                moved = [frozenset((unit + by) % length for unit in units) for units in other]
                found += cls(by_chance=_likeness(one, moved), shifted=len(one) + len(other))
        return found

    @property
    def agreement(self) -> float | None:
        """How far annotators mark the same extents, corrected for chance: 1 is perfect, 0 is chance.

        Observed is twice the sum of the Jaccard indexes of the best one-to-one matching, over the number
        of extents; expected is the same where one annotator's extents are moved along the text by a
        random number of units, round its end. Extents may overlap, nest and be interrupted. The form is
        that of gamma (Mathet, Widlöcher and Métivier 2015), with 1 - Jaccard as dissimilarity. None where
        nothing was marked, or chance alone agrees perfectly.
        """
        if not self.extents or not self.shifted or self.by_chance >= self.shifted:
            return None
        expected = self.by_chance / self.shifted
        return (self.observed / self.extents - expected) / (1 - expected)


def _likeness(one: Sequence[Units], other: Sequence[Units]) -> float:
    return 2 * sum(jaccard(one[a], other[b]) for a, b in best_pairs(likeness(one, other)))


def marked(documents: Sequence[Document], unit: Unit = "words") -> tuple[list[list[Units]], int]:
    """Return what each annotator marked as claims in one text, and the units of the text."""
    text = next((document.source.text for document in documents if document.source.text is not None), None)
    ruler = Ruler.of(documents[0].source, text, unit)
    return [[ruler.units(claim.spans) for claim in document.claims] for document in documents], ruler.length
