"""Laws of what joined verbs, nouns and lists share, from the sentence to its wordings."""

from __future__ import annotations

import pytest

from claims import Annotator, validate

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
    "Three people were killed and five injured on Monday in Oslo.": [
        "Three people were killed on Monday in Oslo.",
        "Five were injured on Monday in Oslo.",
    ],
    "Berg has not conceded and has asked a court to order a recount.": [
        "Berg has not conceded.",
        "Berg has asked a court to order a recount.",
        "A court is to order a recount.",
    ],
    "Germany and Italy have threatened to vote against it.": [
        "Germany has threatened to vote against it.",
        "Italy has threatened to vote against it.",
        "Germany is to vote against it.",
        "Italy is to vote against it.",
    ],
    "Prices had risen and wages fallen.": ["Prices had risen.", "Wages had fallen."],
    "Lee fled to Malta, where he was arrested and extradited to Italy.": [
        "Lee fled to Malta.",
        "Lee was arrested.",
        "Lee was extradited to Italy.",
    ],
    '"We won," Berg said and left the hall.': ["We won.", "Berg said we won.", "Berg left the hall."],
    # A gap shares its verb in lists, with what is told of several in turn, and behind a time in front.
    "The Conservatives won 38 percent of the vote, the Greens 12 percent and the Left 8 percent.": [
        "The Conservatives won 38 percent of the vote.",
        "The Greens won 12 percent.",
        "The Left won 8 percent.",
    ],
    "Norway won 14 medals, Sweden 11 and Finland six.": [
        "Norway won 14 medals.",
        "Sweden won 11.",
        "Finland won six.",
    ],
    "France sent two planes, Italy a ship and Spain a team of doctors.": [
        "France sent two planes.",
        "Italy sent a ship.",
        "Spain sent a team of doctors.",
    ],
    "Two bombs exploded, one in May, the other in June.": [
        "Two bombs exploded.",
        "One exploded in May.",
        "The other exploded in June.",
    ],
    "Police arrested two men, one in Lyon and the other in Nice.": [
        "Police arrested two men.",
        "Police arrested one in Lyon.",
        "Police arrested the other in Nice.",
    ],
    "Paris lies on the Seine and London on the Thames.": ["Paris lies on the Seine.", "London lies on the Thames."],
    "The price of wheat rose by 8 percent and that of rice by 5 percent.": [
        "The price of wheat rose by 8 percent.",
        "That of rice rose by 5 percent.",
    ],
    "In 2019 the club won the league and in 2020 the cup.": [
        "In 2019 the club won the league.",
        "The club won in 2020 the cup.",
    ],
    # One noun for two, and one thing told against another, stay together.
    "The old and the new bridge are closed.": ["The old and the new bridge are closed."],
    "He speaks English but not French.": ["He speaks English but not French."],
    # The verb agrees with the one that a claim is about, and stays before it where a place opens the sentence.
    "Ann Lee, 34, and her son Tim, 8, were killed.": [
        "Ann Lee was 34.",
        "Tim was Ann Lee's son.",
        "Tim was 8.",
        "Ann Lee was killed.",
        "Tim was killed.",
    ],
    "Among the dead were two children and a priest.": [
        "Among the dead were two children.",
        "Among the dead was a priest.",
    ],
    "Ann Lee and Tom Berg were elderly tourists.": [
        "Ann Lee was an elderly tourist.",
        "Tom Berg was an elderly tourist.",
    ],
    "The hospital treated 40 people, 12 of them children.": [
        "The hospital treated 40 people.",
        "12 of the 40 people were children.",
    ],
    "The bridge was designed by Lee, built by Roe and opened in 1932.": [
        "The bridge was designed by Lee.",
        "The bridge was built by Roe.",
        "The bridge was opened in 1932.",
    ],
    "The victims were a nurse from Leeds, a driver from York and two tourists from Spain.": [
        "The victims were a nurse from Leeds.",
        "The victims were a driver from York.",
        "The victims were two tourists from Spain.",
    ],
    "The tanker has been refuelled and left port on Sunday.": [
        "The tanker has been refuelled.",
        "The tanker left port on Sunday.",
    ],
    "The group bought, restored and later resold the castle.": [
        "The group bought the castle.",
        "The group restored the castle.",
        "The group later resold the castle.",
    ],
    "Lee was charged in April and later acquitted but has not returned.": [
        "Lee was charged in April.",
        "Lee was later acquitted.",
        "Lee has not returned.",
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
    """A sentence yields just these wordings, and a file without a problem."""
    document = annotator.annotate(sentence)
    assert sorted(claim.text for claim in document.claims) == sorted(CASES[sentence])
    assert not validate(document)
