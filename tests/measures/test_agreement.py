"""Agreement beyond chance: published examples, cases worked out by hand, and laws."""

from __future__ import annotations

import random

import attrs
import pytest
from annotated import claim, document

from claims.measures import Coincidences, Overlap, alpha, alpha_of, interval_of, label_items, marked, same_claims


def _rows(*annotators: str) -> list[tuple[str | None, ...]]:
    """Turn rows of labels, one an annotator, into items; a dot is a missing label."""
    return [tuple(None if label == "." else label for label in item) for item in zip(*annotators, strict=True)]


@pytest.mark.parametrize(
    ("annotators", "published"),
    [
        (("0100000010", "1110010000"), 0.095),
        (("aabbdcccedda", "babbbccceddd"), 0.692),
        (("123321412...", "1233224125.3", ".3332342251.", "12332441251."), 0.743),
    ],
)
def test_alpha_of_published_data(annotators: tuple[str, ...], published: float) -> None:
    """The examples A, B and C of Krippendorff (2011) give the values printed there."""
    assert alpha(_rows(*annotators)) == pytest.approx(published, abs=0.0005)


def test_alpha_at_its_ends() -> None:
    """Perfect agreement is 1, chance about 0, and where there is nothing to compare it has no value."""
    assert alpha(_rows("abab", "abab")) == 1
    chance = random.Random(1)
    noise = ["".join(chance.choices("abc", k=6000)) for _ in range(2)]
    assert alpha(_rows(*noise)) == pytest.approx(0, abs=0.03)
    assert alpha([]) is None
    assert alpha(_rows("aa", "aa")) is None
    assert alpha(_rows("ab", "..")) is None


def test_alpha_of_texts_together_is_alpha_of_all_items() -> None:
    """Counts of texts add up, and a text that is drawn twice counts twice."""
    one, other = _rows("aabb", "abbb"), _rows("abc", "abb")
    parts = [Coincidences.of(one), Coincidences.of(other)]
    assert alpha_of(parts, {0: 1, 1: 1}) == pytest.approx(alpha([*one, *other]))
    assert alpha_of(parts, {0: 2}) == pytest.approx(alpha([*one, *one]))


def _sets(*extents: tuple[int, ...]) -> list[frozenset[int]]:
    return [frozenset(extent) for extent in extents]


def test_overlap_by_hand() -> None:
    """Observed is the graded F1 of the best matching; on four units every shift can be counted out."""
    one, other = _sets((0, 1)), _sets((0, 1, 2))
    found = Overlap.of([one, other], 100)
    assert found.observed / found.extents == pytest.approx(2 / 3)
    # One unit of four, marked by both: shifted by 1, 2 or 3 it is never met, so all agreement is beyond chance.
    assert Overlap.of([_sets((0,)), _sets((0,))], 4).agreement == 1
    assert Overlap.of([_sets((0,)), _sets((1,))], 4).agreement == pytest.approx(-0.5, abs=0.6)
    # On two units the one shift swaps them: what differs always meets by chance, which is worse than chance.
    assert Overlap.of([_sets((0,)), _sets((1,))], 2).agreement is None
    assert Overlap.of([_sets((0,), (0, 1)), _sets((1,), (0, 1))], 3).agreement is not None


def test_interrupted_extents_differ_from_whole_ones() -> None:
    """The same hull with another gap is not the same extent, and equal gaps are."""
    gap = _sets((0, 1, 4, 5))
    assert Overlap.of([gap, gap], 100).agreement == 1
    whole = Overlap.of([gap, _sets((0, 1, 2, 3, 4, 5))], 100).agreement
    assert whole == pytest.approx(2 / 3, abs=0.06)


def test_overlapping_extents_are_told_apart() -> None:
    """Two annotators with the same nested extents agree; one who marks only the outer one agrees less."""
    nested = _sets((0, 1, 2, 3), (0, 1, 2, 3, 4, 5))
    assert Overlap.of([nested, nested], 60).agreement == 1
    outer = Overlap.of([nested, nested[1:]], 60).agreement
    assert outer is not None
    assert 0.5 < outer < 0.75


def test_random_marks_agree_by_chance() -> None:
    """Extents strewn at random have an agreement near 0, however many there are."""
    chance = random.Random(3)

    def strewn() -> list[frozenset[int]]:
        starts = (chance.randrange(0, 1990) for _ in range(150))
        return [frozenset(range(start, start + 8)) for start in starts]

    assert Overlap.of([strewn(), strewn()], 2000).agreement == pytest.approx(0, abs=0.06)


def test_overlap_depends_on_the_seed_alone() -> None:
    """Equal seeds shift alike."""
    marks = [_sets((0, 1), (5, 6)), _sets((0, 1), (6, 7))]
    assert Overlap.of(marks, 40, 5) == Overlap.of(marks, 40, 5)
    assert Overlap.of(marks, 40, 5) != Overlap.of(marks, 40, 6)
    assert Overlap.of(marks, 40, 5) * 2 == Overlap.of(marks, 40, 5) + Overlap.of(marks, 40, 5)


def test_the_same_claim_of_three_annotators() -> None:
    """Claims of three annotators that share words stand together, one of each annotator at most."""
    ann = document([claim("1", [0, 1, 2]), claim("2", [6, 7])])
    bob = document([claim("1", [6, 7]), claim("2", [0, 1])])
    cem = document([claim("1", [0, 1, 2, 3]), claim("2", [9])])
    found = {same.claims for same in same_claims([ann, bob, cem])}
    assert found == {(0, 1, 0), (1, 0, None), (None, None, 1)}
    items = label_items([ann, bob, cem])["type"]
    assert sorted(items, key=str) == sorted([("event",) * 3, ("event", "event", None), (None, None, "event")], key=str)


def test_claims_of_one_annotator_stay_apart() -> None:
    """Two overlapping claims of one annotator are never taken for one."""
    ann = document([claim("1", [0, 1, 2]), claim("2", [0, 1, 2, 3])])
    bob = document([claim("1", [0, 1, 2])])
    assert {same.claims for same in same_claims([ann, bob])} == {(0, 0), (1, None)}


def test_marks_of_a_text() -> None:
    """What was marked is counted in words of the text, which any of the annotations may carry."""
    ann = document([claim("1", [0, 2])])
    silent = attrs.evolve(ann, source=attrs.evolve(ann.source, text=None))
    assert marked([silent, ann]) == ([[frozenset({0, 2})], [frozenset({0, 2})]], 10)


def test_interval_of_a_value() -> None:
    """Resampled values make the interval; values that cannot be worked out are passed over."""
    found = interval_of(4, lambda weights: float(weights.get(0, 0)) if weights.get(0) else None, 1)
    assert found is not None
    assert 1 <= found.low <= found.high <= 4
    assert interval_of(1, lambda _: 1.0, 1) is None
    assert interval_of(3, lambda _: None, 1) is None
