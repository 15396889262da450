"""Commas and conjunctions that belong to no slot stay between slots that stood beside them."""

from __future__ import annotations

import pytest

import claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2012, 43 nurses left.", "In 2012, 43 nurses left."),
        (
            "After an audit, the mayor, who denied it, resigned.",
            "After an audit, the mayor resigned.",
        ),
        ("On Monday, police said, the man fled.", "On Monday, the man fled."),
        ("On Monday, mayor Ann Lee resigned.", "On Monday, Ann Lee resigned."),
        ("Ann Lee, the mayor, resigned.", "Ann Lee resigned."),
    ],
)
def test_what_opens_a_sentence_keeps_its_comma(text: str, expected: str) -> None:
    """The comma of the source stays where both its neighbours do."""
    assert expected in [claim.text for claim in claims.annotate(text).claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police said that the man fled.", "Police said that the man fled."),
        ("Police said that the man fled.", "The man fled."),
        ("Police said the man fled.", "Police said the man fled."),
        ("It is possible that, after the vote, the mayor will resign.",
         "It is possible that after the vote, the mayor will resign."),
        ("The claim that Berg lied was false.", "The claim that Berg lied was false."),
        ("There were complaints that the pier was closed.", "There were complaints that the pier was closed."),
    ],
)  # fmt: skip
def test_that_stays_before_what_is_said(text: str, expected: str) -> None:
    """What is said keeps its "that" behind its saying, once, and has none of its own."""
    assert expected in [claim.text for claim in claims.annotate(text).claims]
