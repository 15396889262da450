"""Where EDTF values lie, and how they are said."""

from __future__ import annotations

import datetime
import doctest
import importlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.timeline import Day, Interval, interval, say
from claims.timeline.interval import day_number, part


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "rough"),
    [
        ("2020-12-20", (2020, 12, 20), (2020, 12, 20), False),
        ("2020-12-20T21:30:00", (2020, 12, 20), (2020, 12, 20), False),
        ("2020-02", (2020, 2, 1), (2020, 2, 29), False),
        ("2019", (2019, 1, 1), (2019, 12, 31), False),
        ("199X", (1990, 1, 1), (1999, 12, 31), False),
        ("2020-22", (2020, 6, 1), (2020, 8, 31), False),
        ("2020-11-XX", (2020, 11, 1), (2020, 11, 30), False),
        ("2019-05/..", (2019, 5, 1), None, False),
        ("../2020", None, (2020, 12, 31), False),
        ("2019-05/", (2019, 5, 1), None, False),
        ("2019/2020-03", (2019, 1, 1), (2020, 3, 31), False),
        ("2020~", (2020, 1, 1), (2020, 12, 31), True),
        ("2019?/2020", (2019, 1, 1), (2020, 12, 31), True),
        ("-0043-03-15", (-43, 3, 15), (-43, 3, 15), False),
    ],
)
def test_bounds(edtf: str, earliest: Day | None, latest: Day | None, rough: bool) -> None:
    """A value has the first and last day that it allows, no day on an open side, and is rough if it says so."""
    found = interval(edtf)
    assert found is not None
    assert (found.earliest, found.latest, found.rough) == (earliest, latest, rough)


@pytest.mark.parametrize(
    "edtf", ["", "/", "../..", "soon", "2020-13", "2021/2020", "XXXX-12-20", "2020-02-31", "9" * 999]
)
def test_no_place_in_time(edtf: str) -> None:
    """What is no EDTF, ends before it begins, or leaves the year open has no place in time."""
    assert interval(edtf) is None


@pytest.mark.property
@given(st.dates())
def test_day_numbers(day: datetime.date) -> None:
    """Days are counted without a gap, as the calendar has them."""
    assert day_number((day.year, day.month, day.day)) - day_number((1, 1, 1)) == day.toordinal() - 1


@pytest.mark.property
@given(st.dates(), st.dates(), st.sampled_from(["START", "MID", "END"]))
def test_thirds(one: datetime.date, other: datetime.date, mod: str) -> None:
    """The early, mid and late part lie inside the whole, in this order, and together make it up."""
    first, last = sorted((one, other))
    whole = Interval("", (first.year, first.month, first.day), (last.year, last.month, last.day))
    parts = [part(whole, name) for name in ("START", "MID", "END")]
    assert (parts[0].earliest, parts[2].latest) == (whole.earliest, whole.latest)
    if whole.days > 3:
        ends = [(day_number(it.earliest), day_number(it.latest)) for it in parts if it.earliest and it.latest]
        assert ends[0][1] + 1 == ends[1][0]
        assert ends[1][1] + 1 == ends[2][0]
        assert part(whole, mod).rough
    assert part(whole, "APPROX") is whole


@pytest.mark.property
@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789-/.~?%XTYZ[]{},e", max_size=24))
def test_any_string(edtf: str) -> None:
    """Any string has a place in time or none; it never fails, and is said somehow."""
    found = interval(edtf)
    if found is not None and found.earliest and found.latest:
        assert found.earliest <= found.latest
    assert isinstance(say(edtf), str)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2020-12-20", "20 December 2020"),
        ("2020-12-20T21:30:00", "20 December 2020 at 21:30"),
        ("-0043", "44 BC"),
        ("2020-33", "1st quarter of 2020"),
        ("2020-11-XX", "a day in November 2020"),
        ("2020~", "about 2020"),
        ("2020-05?", "May 2020?"),
        ("2003/..", "2003 or later"),
        ("../2020", "2020 or earlier"),
        ("2021-03-01/2021-03-07", "1–7 March 2021"),
        ("2020-11-28/2020-12-03", "28 November – 3 December 2020"),
        ("2020-05/2020-07", "May – July 2020"),
        ("2019/2020", "2019–2020"),
        ("2019-05/2020~", "May 2019 – about 2020"),
        ("2020-12-30/2021-01-02", "30 December 2020 – 2 January 2021"),
        ("[2020,2021]", "2020 or 2021"),
    ],
)
def test_said(edtf: str, words: str) -> None:
    """A value is said as people write it; one without a short form stays as it is."""
    assert say(edtf) == words


@pytest.mark.parametrize("name", ["interval", "say", "tables"])
def test_examples(name: str) -> None:
    """The examples in the docstrings hold."""
    assert doctest.testmod(importlib.import_module(f"claims.timeline.{name}")).failed == 0
