"""Our measures against published libraries: krippendorff and pygamma-agreement, installed for this test alone."""

from __future__ import annotations

import random
from typing import Any

import pytest

from claims.measures import Overlap, alpha, best_pairs

pytestmark = pytest.mark.peers
#: Seconds of a made-up recording, which stand for words of a text.
LENGTH = 400


def test_alpha_is_that_of_krippendorff() -> None:
    """On random labels with gaps, two to five annotators, alpha equals that of the package `krippendorff`."""
    import krippendorff
    import numpy

    chance = random.Random(5)
    for _ in range(40):
        annotators, items, labels = chance.randint(2, 5), chance.randint(3, 30), chance.randint(2, 5)
        rows = [
            [chance.randrange(labels) if chance.random() > 0.2 else None for _ in range(items)]
            for _ in range(annotators)
        ]
        ours = alpha(list(zip(*rows, strict=True)))
        table = numpy.array([[numpy.nan if label is None else label for label in row] for row in rows], dtype=float)
        if ours is not None:
            theirs = krippendorff.alpha(table, level_of_measurement="nominal")
            assert ours == pytest.approx(theirs, abs=1e-9)


def test_the_matching_is_that_of_scipy() -> None:
    """The sum of the best matching equals that of scipy's assignment on tables of up to 60 by 60."""
    import numpy
    from scipy.optimize import linear_sum_assignment

    chance = random.Random(6)
    for _ in range(60):
        rows, columns = chance.randint(1, 60), chance.randint(1, 60)
        share = chance.choice([0.05, 0.3, 1.0])
        weights = [{c: chance.random() for c in range(columns) if chance.random() < share} for _ in range(rows)]
        table = numpy.zeros((rows, columns))
        for row, known in enumerate(weights):
            for column, weight in known.items():
                table[row, column] = weight
        theirs = table[linear_sum_assignment(-table)].sum()
        assert sum(weights[row][column] for row, column in best_pairs(weights)) == pytest.approx(theirs)


def _segments(chance: random.Random, count: int) -> list[tuple[int, int]]:
    """Return segments that overlap."""
    starts = (chance.randrange(0, LENGTH - 20) for _ in range(count))
    return sorted({(start, start + chance.randint(2, 18)) for start in starts})


def _moved(chance: random.Random, segments: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return what another annotator may have marked: ends moved, some segments left out."""
    kept = [segment for segment in segments if chance.random() < 0.85]
    moved = {(max(0, a + chance.randint(-1, 1)), b + chance.randint(0, 2)) for a, b in kept}
    return sorted((a, b) for a, b in moved if a < b)


def _jaccard_dissimilarity() -> Any:
    """Return 2 (1 - Jaccard) for pygamma: two segments that share nothing cost as much as two without partner."""
    from pygamma_agreement.dissimilarity import AbstractDissimilarity, dissimilarity_dec

    class JaccardDissimilarity(AbstractDissimilarity):
        def compile_d_mat(self) -> Any:
            @dissimilarity_dec
            def d_mat(one, other):  # type: ignore[no-untyped-def]
                shared = max(0.0, min(one[1], other[1]) - max(one[0], other[0]))
                return 2 * (1 - shared / ((one[1] - one[0]) + (other[1] - other[0]) - shared))

            return d_mat

        def d(self, one: Any, other: Any) -> float:
            a, b = one.segment, other.segment
            shared = max(0.0, min(a.end, b.end) - max(a.start, b.start))
            return 2 * (1 - shared / (a.duration + b.duration - shared))

    return JaccardDissimilarity()


@pytest.mark.parametrize("seed", range(2))
def test_overlap_is_gamma(seed: int) -> None:
    """With the same dissimilarity, pygamma's best alignment has our disorder, and its gamma is near our agreement.

    Chance is drawn in both, and pygamma keeps its shifts apart, so gamma is compared roughly.
    """
    import numpy
    from pyannote.core import Segment
    from pygamma_agreement import Continuum, ShuffleContinuumSampler

    chance = random.Random(seed)
    ann = _segments(chance, 25)
    bob = _moved(chance, ann)
    continuum = Continuum()
    for name, segments in (("ann", ann), ("bob", bob)):
        for start, end in segments:
            continuum.add(name, Segment(start, end), "claim")
    numpy.random.seed(seed)
    found = continuum.compute_gamma(_jaccard_dissimilarity(), n_samples=60, sampler=ShuffleContinuumSampler())
    marks = [[frozenset(range(start, end)) for start, end in segments] for segments in (ann, bob)]
    ours = Overlap.of(marks, LENGTH, seed)
    assert 2 * (1 - ours.observed / ours.extents) == pytest.approx(found.observed_disorder, abs=1e-4)
    assert ours.agreement == pytest.approx(found.gamma, abs=0.04)
