"""Where lengths of time begin and end, and what a claim's list of dates amounts to."""

from __future__ import annotations

import doctest
from collections.abc import Callable

import pytest

from claims.pipeline import Annotator
from claims.times import find_times, points
from claims.trees import Tree

Parse = Callable[[str], Tree]

DAY = "2021-08-18"


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    """Share one pipeline."""
    return Annotator()


@pytest.mark.parametrize(
    ("text", "edtf", "begin", "end"),
    [
        ("Sales rose in the three months ended June 30.", "2021-04-01/2021-06-30", "2021-04-01", "#1"),
        ("Sales rose in the three months to June.", "2021-04/2021-06", "2021-04", "#1"),
        ("Sales rose in the quarter ended Sept. 30, 2020.", "2020-07-01/2020-09-30", "2020-07-01", "#1"),
        ("Sales rose in the week ending July 4.", "2021-06-28/2021-07-04", "2021-06-28", "#1"),
        ("Sales rose in the six months to June 15.", "2020-12/2021-06-15", "2020-12", "#1"),
        ("Sales rose in the year to June.", "2020-07/2021-06", "2020-07", "#1"),
        ("Sales rose in the first nine months of 2020.", "2020-01/2020-09", "2020-01", "2020-09"),
        ("They will stay for two weeks from September 3.", "2021-09-03/2021-09-17", "#1", "2021-09-17"),
        ("He died two weeks before May 3, 2019.", "2019-04-19/2019-05-03", "2019-04-19", "#1"),
        ("He fell ill days after May 3, 2019.", None, "#1", None),
        ("He has worked there for the past two years.", "2019/2021-08-18", "2019", "published"),
        ("He will work there for the next three days.", "2021-08-18/2021-08-21", "published", "2021-08-21"),
        ("He worked there for two years.", None, None, None),
        ("He worked there for two years, and on May 3 he left.", None, None, None),
    ],
)
def test_begin_and_end_points(parse: Parse, text: str, edtf: str | None, begin: str | None, end: str | None) -> None:
    """A date beside a length is one of its points; the other is counted, and the EDTF interval lies between them."""
    found = find_times([parse(text)], DAY, ())[0]
    assert (found.type, found.edtf, found.begin, found.end) == ("DURATION", edtf, begin, end)


def test_points_in_a_document(annotator: Annotator) -> None:
    """A document names the time of a point by its id; a length counted from an event names the event's claim."""
    text = "Sales rose in the three months to June. The mayor resigned days after rebels stormed the town hall."
    document = annotator.annotate(text, DAY)
    months, june, days = document.times
    assert (months.begin_point, months.end_point, months.edtf) == ("2021-04", june.id, "2021-04/2021-06")
    event = next(claim for claim in document.claims if claim.id == days.anchor)
    assert event.text == "Rebels stormed the town hall."


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Hearings were held on May 3, 4 and 7.", "{2021-05-03,2021-05-04,2021-05-07}"),
        ("He was jailed in 2015 and 2019.", "{2015,2019}"),
        ("The council will meet on Monday or Tuesday.", "[2021-08-23,2021-08-24]"),
        ("It rained from Monday to Wednesday.", "2021-08-16/2021-08-18"),
        ("Sales fell in spring 2019 and summer 2020.", None),
    ],
)
def test_a_list_of_dates_is_a_set(annotator: Annotator, text: str, edtf: str | None) -> None:
    """All dates of a list are the claim's, or one of them: EDTF's two kinds of set; none where EDTF has no such set."""
    (claim,) = annotator.annotate(text, DAY).claims
    assert claim.when[0].edtf == edtf


def test_page() -> None:
    """The examples hold."""
    assert doctest.testmod(points).failed == 0
