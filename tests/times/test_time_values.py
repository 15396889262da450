"""Laws of time values: what is TIMEX3, what is EDTF, and when the two say the same."""

from __future__ import annotations

from datetime import date

import pytest

from claims.times import agree, consistent, edtf_of, interval, is_edtf, is_timex_value
from claims.times.almanac import easter, holiday, week_days


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        *(("DATE", v) for v in ("2019", "2019-05", "2019-05-03", "199", "19", "2020-SU", "2020-Q3", "2020-H1")),
        *(("DATE", v) for v in ("2004-W47", "2010-W04-WE", "XXXX-WXX-7", "PAST_REF", "BC0044", "FY2008", "2006/2009")),
        *(("TIME", v) for v in ("2020-12-20TNI", "XXXX-WXX-7TNI", "2020-12-20T15:11Z", "2020-12-20T24:00")),
        *(("DURATION", v) for v in ("P3D", "PT14H", "PXDE", "PXD", "P2.5Y", "P1M", "P2Y3M", "PT30M", "P1WE")),
        *(("SET", v) for v in ("P1Y", "XXXX-WXX-7", "XXXX-WXX-1TMO", "XXXX-SU", "P2D")),
    ],
)
def test_well_formed_values_are_taken(type_: str, value: str) -> None:
    """Every shape that the guidelines use is a TIMEX3 value of its type."""
    assert is_timex_value(type_, value)


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        *(("DATE", v) for v in ("", "2019-13", "2019-02-30", "2021-W53", "19999", "2020-Q5", "P3D", "2009/2006")),
        *(("TIME", v) for v in ("2020-12-20", "2020-12-20T25:00", "2020-02-30TNI", "T15:00")),
        *(("DURATION", v) for v in ("P", "3D", "PD", "P3D3", "2019")),
        ("EVENT", "2019"),
    ],
)
def test_malformed_values_are_refused(type_: str, value: str) -> None:
    """A value with a day that does not exist, or of another type, is refused."""
    assert not is_timex_value(type_, value)


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2019-05", "2019-05"),
        ("199", "199X"),
        ("19", "19XX"),
        ("2020-WI", "2020-24"),
        ("2020-Q3", "2020-35"),
        ("2020-H2", "2020-41"),
        ("2004-W47", "2004-11-15/2004-11-21"),
        ("2004-W47-WE", "2004-11-20/2004-11-21"),
        ("2004-W47-3", "2004-11-17"),
        ("BC0044", "-0043"),
        ("2006/2009", "2006/2009"),
        ("XXXX-WXX-7", None),
        ("PAST_REF", None),
        ("FY2008", None),
    ],
)
def test_edtf_says_what_timex_says(value: str, edtf: str | None) -> None:
    """EDTF follows from the TIMEX3 value alone, is valid, and agrees with it."""
    assert edtf_of("DATE", value) == edtf
    assert edtf is None or is_edtf(edtf)
    assert agree("DATE", value, None, edtf)


def test_part_of_day_and_clock_time() -> None:
    """EDTF knows a clock time to the second, and of a part of the day only the day."""
    assert edtf_of("TIME", "2020-12-20TNI") == "2020-12-20"
    assert edtf_of("TIME", "2020-12-20T15:11Z") == "2020-12-20T15:11:00Z"
    assert edtf_of("TIME", "2020-12-20T24:00") == "2020-12-20"


def test_approximate_year_is_marked() -> None:
    """Mark "about 1850" as approximate in EDTF too, and agrees with the plain year."""
    assert edtf_of("DATE", "1850", "APPROX") == "1850~"
    assert agree("DATE", "1850", "APPROX", "1850~")


@pytest.mark.parametrize(
    ("type_", "value", "edtf"),
    [("DATE", "2019-05", "2019-06"), ("DATE", "199", "1990/1998"), ("DATE", None, "2019"), ("DURATION", "P3D", "2019")],
)
def test_disagreement_is_seen(type_: str, value: str | None, edtf: str) -> None:
    """Other days than the value's do not agree with it."""
    assert not agree(type_, value, None, edtf)


def test_other_spelling_agrees() -> None:
    """The same days agree however EDTF spells them."""
    assert agree("DATE", "199", None, "1990/1999")
    assert agree("TIME", "2020-12-20T15:11", None, "2020-12-20")


@pytest.mark.parametrize("value", ["", "..", "/", "2019-02-30", "2020-SU", "19", "x" * 999, "[", "{9}", "\0", "~"])
def test_malformed_edtf_never_raises(value: str) -> None:
    """What the library refuses, and what it crashes on, is no EDTF."""
    assert not is_edtf(value)


@pytest.mark.parametrize(
    ("edtf", "relation", "expected"),
    [
        ("2019-05", "begin", "2019-05/.."),
        ("2019-05", "end", "../2019-05"),
        ("2019-05", "before", "../2019-05"),
        ("2019-05", "after", "2019-05/.."),
        ("2019-05", "during", "2019-05"),
        ("2004/2009", "end", "../2009"),
        ("2004/2009", "before", "../2004"),
        ("2004/2009", "after", "2009/.."),
        ("199X", "begin", "1990/.."),
        ("19XX", "end", "../1999"),
        ("2020-35", "begin", "2020-07/.."),
        ("2020-41", "end", "../2020-12"),
        ("2020-12-20T15:11:00Z", "begin", "2020-12-20/.."),
        (None, "begin", None),
    ],
)
def test_interval_of_a_claim(edtf: str | None, relation: str, expected: str | None) -> None:
    """A relation opens the interval on one side, and the result is EDTF."""
    assert interval(edtf, relation) == expected  # type: ignore[arg-type]
    assert expected is None or is_edtf(expected)


def test_relative_words_against_the_publication_date() -> None:
    """A relative value that no reading gives is inconsistent; what cannot be judged passes."""
    assert consistent("on Friday", "2020-12-01", "2020-12-20")
    assert consistent("Friday", "2020-12-18", "2020-12-20")
    assert consistent("Friday", "2020-12-25", "2020-12-20")
    assert not consistent("Friday", "2020-12-20", "2020-12-20")
    assert not consistent("last week", "2020-W49", "2020-12-20")
    assert consistent("Sunday night", "2020-12-20", "2020-12-20")
    assert consistent("a rainy day", "1999", "2020-12-20")


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("easter", 2024, date(2024, 3, 31)),
        ("good friday", 2021, date(2021, 4, 2)),
        ("thanksgiving", 2023, date(2023, 11, 23)),
        ("memorial day", 2022, date(2022, 5, 30)),
        ("cyber monday", 2021, date(2021, 11, 29)),
        ("ramadan", 2021, None),
    ],
)
def test_holidays(name: str, year: int, day: date | None) -> None:
    """Movable days are computed; those of a lunar calendar are left open."""
    assert holiday(name, year) == day


def test_easter_is_always_a_spring_sunday() -> None:
    """Easter falls on a Sunday from 22 March to 25 April, in every year."""
    days = [easter(year) for year in range(1, 9999, 7)]
    assert all(day.isoweekday() == 7 and (3, 22) <= (day.month, day.day) <= (4, 25) for day in days)


def test_week_53_only_where_the_year_has_one() -> None:
    """ISO weeks that a year lacks have no days."""
    assert week_days(2020, 53) == (date(2020, 12, 28), date(2021, 1, 3))
    assert week_days(2021, 53) is None
