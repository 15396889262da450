"""A small document with two claims, made by hand: no model is needed."""

from __future__ import annotations

import pytest

from claims.model import Annotator, Certainty, Claim, Document, Mention, Predicate, Sentence, Source, What, When
from claims.text import Extent, Span, digest

TEXT = "The bridge closed on 4 May. It closed in June."


def _words(words: str, turn: int = 0) -> Extent:
    start = -1
    for _ in range(turn + 1):
        start = TEXT.index(words, start + 1)
    return Extent((Span(start, start + len(words)),))


def _claim(name: str, sentence: str, who: str, words: str, time: str, turn: int) -> Claim:
    return Claim(
        name,
        sentence,
        _words(words),
        words + ".",
        "event",
        "fact",
        (Mention(_words(who), who),),
        What(Predicate(_words("closed", turn), "closed", "close")),
        (When(_words(time), time, edtf=None),),
        certainty=(Certainty("author", "CT+"),),
        tense="past",
        by="m1",
    )


@pytest.fixture
def bridge() -> Document:
    """Return the document: c1 and c2, each with a time."""
    first, second = TEXT.index("It"), len(TEXT)
    return Document(
        Source("bridge", digest(TEXT), len(TEXT), "en", text=TEXT),
        (Annotator("m1", "software", "claims"),),
        (Sentence("s1", Span(0, first - 1), 0, "body"), Sentence("s2", Span(first, second), 0, "body")),
        claims=(
            _claim("c1", "s1", "The bridge", "The bridge closed on 4 May", "on 4 May", 0),
            _claim("c2", "s2", "It", "It closed in June", "in June", 1),
        ),
    )
