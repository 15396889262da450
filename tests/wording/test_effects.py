"""A claim about a verb and its cause is a sentence: it says what the verb takes, though its slots do not."""

from __future__ import annotations

import pytest

import claims
from claims.edits import replay


@pytest.fixture(scope="module")
def annotator() -> claims.Annotator:
    """Load the pipeline once."""
    return claims.Annotator()


def cause(annotator: claims.Annotator, text: str) -> claims.Claim:
    """Return the claim that says why."""
    return next(claim for claim in annotator.annotate(text).claims if claim.type == "cause")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council closed the pier due to fears of collapse.",
         "The council closed the pier due to fears of collapse."),
        ("The plant, which the firm shut because of losses, closed in May.",
         "The firm shut the plant because of losses."),
        ("The airline cancelled its flights because of the strike, which began on Monday.",
         "The airline cancelled its flights because of the strike."),
        ("The firm has had to close two plants in Ohio because of falling demand.",
         "The firm has had to close two plants because of falling demand."),
        ("The court jailed Ann Berg, a nurse, in May. The mayor praised her because of her work.",
         "The mayor praised Ann Berg because of Ann Berg's work."),
        ("The bridge fell due to rust.", "The bridge fell due to rust."),
    ],
)  # fmt: skip
def test_what_was_caused_is_said_whole(annotator: claims.Annotator, text: str, expected: str) -> None:
    """The object stands in the words, its pronouns named; what a comma adds to it does not."""
    assert cause(annotator, text).text == expected


def test_the_slots_and_the_log_stay_true(annotator: claims.Annotator) -> None:
    """The object is no argument of the claim, and the logged edits make the words of the claim's own place."""
    text = "The council closed the pier due to fears of collapse."
    claim = cause(annotator, text)
    assert [slot.spans.exact(text) for slot in claim.what.arguments] == ["due to fears of collapse"]
    assert replay(text, claim.spans, claim.edits) == claim.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ford shut two plants in May, leading to a shortage of parts.",
         "That Ford shut two plants in May led to a shortage of parts."),
        ("The firm said it had cut jobs, leading to protests in Rome.",
         "That the firm had cut jobs led to protests in Rome."),
        ("The car appeared in 1986 and changed the market, leading to a boom.",
         "That the car changed the market led to a boom."),
        ("The company was late, which led to a fine.", "That the company was late led to a fine."),
        ("The plan covers Rome, which was founded on a hill.", "Rome was founded on a hill."),
    ],
)  # fmt: skip
def test_what_had_an_outcome_is_told(annotator: claims.Annotator, text: str, expected: str) -> None:
    """An outcome without a doer is that of the clause before it, whose words stand in the claim."""
    assert expected in [claim.text for claim in annotator.annotate(text).claims]
