"""The projection on PropSegmEnt's propositions: it selects and joins what a document says."""

from __future__ import annotations

import pytest
import segments

import claims


@pytest.fixture(scope="module")
def annotator() -> claims.Annotator:
    """Return the annotator that makes claims of every verb."""
    return claims.Annotator(extractor="verbs")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The crane fell on the pier in May.",
            ["The crane fell on the pier in May", "The crane fell on the pier", "The crane fell in May"],
            id="with all adjuncts and with each",
        ),
        pytest.param(
            "Storms broke the mast in May.", ["Storms broke the mast in May", "Storms broke the mast"], id="with none"
        ),
        pytest.param(
            "The mast was broken by storms in May.",
            [
                "The mast was broken by storms in May",
                "The mast was broken by storms",
                "The mast was broken in May",
            ],
            id="who did it is an adjunct",
        ),
        pytest.param(
            "The ship, built by Vos in 1990, sank.",
            ["The ship built by Vos in 1990", "The ship sank"],
            id="a participle is whole",
        ),
        pytest.param(
            "Vos said the pier fell in May.", ["Vos said the pier fell in May"], id="reported speech is whole"
        ),
        pytest.param(
            "She has worked in several towns, including Oslo and Bergen.",
            ["She has worked in several towns", "She has worked in Oslo", "She has worked in Bergen"],
            id="members in the place of their whole",
        ),
        pytest.param(
            "The Pier is a film directed by Anna Berg.",
            ["The Pier is a film", "The Pier directed by Anna Berg"],
            id="a clause in a predicate noun",
        ),
        pytest.param(
            "Anna Berg (a sailor) won the race.",
            ["Anna Berg a sailor", "Anna Berg won the race"],
            id="an aside in brackets",
        ),
        pytest.param(
            "Anna Berg (1950 – 2010) sailed to Norway.",
            ["Anna Berg sailed to Norway", "Anna Berg 1950", "Anna Berg 2010"],
            id="times in brackets",
        ),
    ],
)
def test_propositions(text: str, expected: list[str], annotator: claims.Annotator) -> None:
    """A claim gives its slots, joined or left out as the gold has them."""
    rows = segments.propositions(annotator.annotate(text))
    assert [" ".join(" ".join(text[start:end] for start, end in row).split()) for row in rows] == expected
