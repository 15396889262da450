"""EDTF values as days that can be compared."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.factcheck.intervals import apart, days

DATES = st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 12, 31))


@pytest.mark.property
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DATES, DATES)
def test_order(one: datetime.date, other: datetime.date) -> None:
    """Days are apart exactly when they are different days, and every day lies in its month and year."""
    mine, yours = days(one.isoformat()), days(other.isoformat())
    assert mine is not None
    assert yours is not None
    assert apart(mine, yours) is (one != other)
    assert (mine < yours) is (one < other)
    for wider in (one.isoformat()[:7], one.isoformat()[:4], f"{one.isoformat()}/..", f"../{one.isoformat()}"):
        around = days(wider)
        assert around is not None
        assert not apart(mine, around)


@pytest.mark.parametrize(
    ("one", "other", "gap"),
    [
        ("2019-05", "2019-05-14", False),
        ("2019-05", "2019-06", True),
        ("2019-21", "2019-04", False),
        ("2019-21", "2019-06", True),
        ("201X", "2019-05", False),
        ("2019~", "2019-12-31", False),
        ("2019-05/2019-07", "2019-06-01", False),
        ("2019-05/..", "2019-04-30", True),
        ("2020-02-29T10:00:00Z", "2020-02-29", False),
    ],
)
def test_values(one: str, other: str, gap: bool) -> None:
    """Coarse, approximate and open values reach as far as they leave open."""
    mine, yours = days(one), days(other)
    assert mine is not None
    assert yours is not None
    assert apart(mine, yours) is gap


@pytest.mark.parametrize("value", [None, "", "soon", "2019-13", "2019-02-77", "12019", "X"])
def test_no_interval(value: str | None) -> None:
    """What tells no days gives none."""
    assert days(value) is None
