"""Laws of what joined verbs, nouns and lists share, from the sentence to its wordings."""

from __future__ import annotations

import pytest

from claims import Annotator

CASES = {
    # Voice, auxiliaries and times are shared by like forms alone.
    "Ibsen was born in Oslo and moved to Rome.": ["Ibsen was born in Oslo.", "Ibsen moved to Rome."],
    "The painter was born in Lisbon and studied in Paris.": [
        "The painter was born in Lisbon.",
        "The painter studied in Paris.",
    ],
    "She was born and brought up in Cork.": ["She was born in Cork.", "She was brought up in Cork."],
    "The mayor has resigned and been replaced.": ["The mayor has resigned.", "The mayor has been replaced."],
    "The road will be closed and reopen in May.": ["The road will be closed.", "The road will reopen in May."],
    "The hall has been restored and will reopen in May.": [
        "The hall has been restored.",
        "The hall will reopen in May.",
    ],
    "The ferry has been repaired and sailed on Monday.": [
        "The ferry has been repaired.",
        "The ferry sailed on Monday.",
    ],
    "The man was arrested and later charged on Monday.": [
        "The man was arrested.",
        "The man was later charged on Monday.",
    ],
    "Kovac was arrested and later released but remains in Rome.": [
        "Kovac was arrested.",
        "Kovac was later released.",
        "Kovac remains in Rome.",
    ],
    "Engineers designed, built and tested the pump.": [
        "Engineers designed the pump.",
        "Engineers built the pump.",
        "Engineers tested the pump.",
    ],
    "The drug both lowers blood pressure and reduces pain.": [
        "The drug lowers blood pressure.",
        "The drug reduces pain.",
    ],
    # What some are or do to one another is true of none alone.
    "The army and the police blamed each other.": ["The army and the police blamed each other."],
    "Spain and Portugal are allies.": ["Spain and Portugal are allies."],
    # What is listed of several is true of one of them; a person may be all of a list.
    "She is a lawyer, an author and a mother of two.": [
        "She is a lawyer.",
        "She is an author.",
        "She is a mother of two.",
    ],
    "Two men, Tom Berg and Ali Roe, were arrested.": [
        "Two men were arrested.",
        "Tom Berg was one of two men.",
        "Ali Roe was one of two men.",
    ],
    "The police arrested nine men, among them a former minister.": [
        "The police arrested nine men.",
        "A former minister was one of nine men.",
    ],
    "The fire destroyed several buildings, including two shops.": [
        "The fire destroyed several buildings.",
        "Two shops were among the several buildings.",
    ],
}


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    """Return the annotator with the default model."""
    return Annotator()


@pytest.mark.parametrize("sentence", CASES)
def test_what_is_joined_is_told_apart(sentence: str, annotator: Annotator) -> None:
    """A sentence yields just these wordings."""
    assert sorted(claim.text for claim in annotator.annotate(sentence).claims) == sorted(CASES[sentence])
