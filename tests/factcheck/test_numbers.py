"""Quantities in words and figures: their bounds, and what they count."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.factcheck.numbers import quantities


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("three goats", 3, 3),
        ("1,250 goats", 1250, 1250),
        ("2.5m goats", 2.5e6, 2.5e6),
        ("three hundred and six goats", 306, 306),
        ("two hundred thousand goats", 200_000, 200_000),
        ("twenty-six goats", 26, 26),
        ("half a dozen goats", 6, 6),
        ("two dozen goats", 24, 24),
        ("more than 40 goats", 40, inf),
        ("at least a hundred goats", 100, inf),
        ("fewer than 40 goats", 0, 40),
        ("up to 40 goats", 0, 40),
        ("about 100 goats", 85, 115),
        ("nearly 100 goats", 85, 100),
        ("dozens of goats", 20, 200),
    ],
)
def test_bounds(phrase: str, low: float, high: float) -> None:
    """Modifiers open a number to the side that they say."""
    [found], _ = quantities(phrase)
    assert (found.low, found.high) == pytest.approx((low, high))
    assert found.unit == "goat"


@pytest.mark.parametrize("phrase", ["the Boeing 787", "the 1848 revolution", "Apollo 11", "the mayor", "first place"])
def test_no_quantity(phrase: str) -> None:
    """Numbers in names, years and ordinals count nothing."""
    assert quantities(phrase)[0] == []


@pytest.mark.parametrize(
    ("one", "other", "excluded"),
    [
        ("three men", "at least five men", True),
        ("three men", "at least two men", False),
        ("about 100 men", "104 men", False),
        ("two years", "fourteen months", True),
        ("24 months", "two years", False),
        ("£3 million", "3m pounds", False),
        ("12 percent", "12%", False),
        ("half of the votes", "two thirds of the votes", True),
    ],
)
def test_exclusion(one: str, other: str, excluded: bool) -> None:
    """Two numbers of one kind exclude each other where no number fits both."""
    [mine], [yours] = quantities(one)[0], quantities(other)[0]
    assert mine.unit == yours.unit
    assert mine.excludes(yours) is excluded


def test_score() -> None:
    """A score is two numbers that are not mixed up."""
    [ours, theirs], rest = quantities("won 2-1")
    assert (ours.low, theirs.low, rest) == (2, 1, ["won"])
    assert ours.unit != theirs.unit


@pytest.mark.property
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=80))
def test_any_phrase(text: str) -> None:
    """No phrase is too strange, and bounds are in order."""
    assert all(it.low <= it.high for it in quantities(text)[0])
