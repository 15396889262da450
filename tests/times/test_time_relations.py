"""Dates counted from other times, and the intervals of claims that follow from them."""

from __future__ import annotations

import pytest

import claims
from claims import Document


@pytest.fixture(scope="module")
def annotator() -> claims.Annotator:
    """Load the model once."""
    return claims.Annotator()


def whens(document: Document) -> list[tuple[str, str | None, str | None]]:
    """Return words, relation and interval of every time adjunct of the claims."""
    return [(when.exact, when.relation, when.edtf) for claim in document.claims for when in claim.when]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left two days after Christmas.", ("two days after Christmas", "after", "2019-12-27")),
        ("He left the day after Christmas.", ("the day after Christmas", "after", "2019-12-26")),
        ("He left the week before May 3.", ("the week before May 3", "before", "2020-04-26/2020-05-03")),
        ("He will leave a week from Friday.", ("a week from Friday", "after", "2021-01-01")),
        ("He has worked there for the past two years.", ("for the past two years", "during", "2018/2020-12-20")),
        ("Sales fell over the last three months.", ("over the last three months", "during", "2020-09/2020-12-20")),
        ("He has lived there since the 2003 invasion.", ("since the 2003 invasion", "begin", "2003/..")),
        (
            "The fair was held from October 5 to November 2.",
            ("from October 5 to November 2", "during", "2020-10-05/2020-11-02"),
        ),
    ],
)
def test_what_is_counted_from_another_time_has_its_interval(
    annotator: claims.Annotator, text: str, expected: tuple[str, str, str | None]
) -> None:
    """Lengths before or after a date, and lengths that the publication bounds, are dates and stretches."""
    assert whens(annotator.annotate(text, "2020-12-20")) == [expected]


def test_the_signal_inside_a_time_is_no_relation(annotator: claims.Annotator) -> None:
    """In "two days before" the value already lies before: the claim is during it."""
    document = annotator.annotate("He left on May 3 and returned two days before.", "2020-12-20")
    assert whens(document)[1] == ("two days before", "during", "2020-05-01")


@pytest.mark.parametrize(
    ("signal", "relation"),
    [("after", "after"), ("before", "before"), ("when", "during"), ("while", "during"), ("until", "end")],
)
def test_claims_relate_as_times_do(annotator: claims.Annotator, signal: str, relation: str) -> None:
    """The temporal relation between two claims is one of the five, whatever the conjunction."""
    document = annotator.annotate(f"The shops were shut {signal} the flood came.")
    ties = [tie for claim in document.claims for tie in claim.relations if tie.type == "temporal"]
    assert [(tie.value, tie.target) for tie in ties] == [(relation, "c2")]
