"""The best matching is the best of all matchings."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.measures import Tally, best_pairs, intervals, middle, total

rows_of = st.dictionaries(st.integers(0, 4), st.sampled_from([0.1, 0.25, 0.5, 0.8, 1.0]), max_size=5)


def _best(rows: list[dict[int, float]]) -> float:
    """Try every way to give rows columns."""
    ways = set(permutations([*range(5), *[-1] * len(rows)], len(rows)))
    return max((sum(row.get(column, 0) for row, column in zip(rows, way, strict=True)) for way in ways), default=0)


@pytest.mark.property
@settings(max_examples=150, deadline=None)
@given(st.lists(rows_of, max_size=3))
def test_no_matching_is_better(rows: list[dict[int, float]]) -> None:
    """Every row and column stands in one pair at most, every pair has a weight, and no sum is greater."""
    pairs = best_pairs(rows)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert sum(rows[row][column] for row, column in pairs) == pytest.approx(_best(rows))


def test_rows_move_on_along_a_chain() -> None:
    """A late row may push a whole chain of earlier ones to their second choice."""
    rows = [{0: 0.9, 1: 0.8}, {1: 0.9, 2: 0.8}, {2: 0.9, 3: 0.8}, {0: 0.9}]
    assert best_pairs(rows) == [(0, 1), (1, 2), (2, 3), (3, 0)]


def test_nothing_to_match() -> None:
    """No rows, rows without weights, and weights of 0 make no pairs."""
    assert best_pairs([]) == best_pairs([{}, {}]) == best_pairs([{0: 0.0}]) == []


def test_tallies_add_up() -> None:
    """Sums are taken name by name; what nothing is known of has no figures."""
    sums = total([{"a": Tally(1, 2, 3)}, {"a": Tally(1, 1, 1), "b": Tally()}])
    assert sums == {"a": Tally(2, 3, 4), "b": Tally()}
    assert (sums["a"].precision, sums["a"].recall, sums["a"].f1) == (2 / 4, 2 / 3, 4 / 7)
    assert (sums["b"].precision, sums["b"].recall, sums["b"].f1) == (None, None, None)


def test_intervals_depend_on_the_seed_alone() -> None:
    """The same seed draws the same documents; the interval holds the value; one document alone has none."""
    parts = [{"a": Tally(right, 10, 10)} for right in range(11)]
    first = intervals(parts, 7)
    assert first == intervals(parts, 7)
    assert first != intervals(parts, 8)
    assert first["a"].low < 0.5 < first["a"].high
    assert intervals(parts[:1]) == {}
    same = intervals([{"a": Tally(5, 10, 10)}] * 4)["a"]
    assert (same.low, same.high) == (0.5, 0.5)


def test_an_interval_is_about_as_wide_as_theory_says() -> None:
    """The mean of 400 fair coins has a standard error of 0.025: the interval is about 0.098 wide."""
    found = intervals([{"a": Tally(number % 2, 1, 1)} for number in range(400)], 1)["a"]
    assert found.high - found.low == pytest.approx(0.098, abs=0.012)


def test_percentiles_by_hand() -> None:
    """Between two values the percentile is interpolated."""
    assert middle([1, 2], 0.5).low == pytest.approx(1.25)
    assert middle([3]).low == middle([3]).high == 3
