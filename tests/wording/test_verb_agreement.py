"""Verbs agree with the one of several subjects that a claim is about, and stand where English puts them."""

from __future__ import annotations

import pytest

import claims


@pytest.fixture(scope="module")
def annotator() -> claims.Annotator:
    """Load the pipeline once."""
    return claims.Annotator()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The nurse and her brother own a farm.", "The nurse owns a farm."),
        ("Lee and Berg work in Oslo and live in Bergen.", "Berg lives in Bergen."),
        ("The army and the navy have ships.", "The navy has ships."),
        ("The ministers and the mayor own shares.", "The ministers own shares."),
        ("Lee and Berg resigned.", "Berg resigned."),
        ("The army controls the north and the rebels the south.", "The rebels control the south."),
        ("The minister told airlines not to buy the jet.", "Airlines were not to buy the jet."),
    ],
)
def test_a_verb_agrees(annotator: claims.Annotator, text: str, expected: str) -> None:
    """One of several takes the singular, several that a verb is lent to the plural."""
    assert expected in [claim.text for claim in annotator.annotate(text).claims]
