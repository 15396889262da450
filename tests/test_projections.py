"""The projections on gold sets' shapes: they select and join what a hand-made document says."""

from __future__ import annotations

import attrs
import projections
import pytest

from claims.model import (
    Argument,
    Attribution,
    Certainty,
    Claim,
    Content,
    Cue,
    Document,
    Edit,
    Entity,
    Mention,
    Predicate,
    Relation,
    Sentence,
    Source,
    Time,
    VoiceSource,
    What,
    When,
)
from claims.text import Extent, Span, digest

TEXT = "Vos said the pier, a landmark, will close in May if it floods, and its café too."


def _extent(*words: str) -> Extent:
    """Return the places of `words`; each stands once in the text."""
    return Extent(tuple(Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in words))


def _what(predicate: str, *arguments: Argument, head: str | None = None) -> What:
    spans = _extent(predicate) if predicate else Extent()
    place = _extent(head).hull if head else None
    return What(Predicate(spans, predicate, head or "be", place), arguments)


def _argument(role: str, words: str) -> Argument:
    return Argument(role, _extent(words), words)  # type: ignore[arg-type]


@pytest.fixture
def document() -> Document:
    """Three claims of one sentence: a speech act, its dated and conditional content, an identity."""
    said = Claim(
        "c1", "s1", _extent(TEXT[:-1]), "", "speech_act", "fact", (Mention(_extent("Vos"), "Vos"),),
        _what("said", _argument("complement", TEXT[9:-1]), head="said"),
        certainty=(Certainty("author", "CT+"),),
    )  # fmt: skip
    closes = Claim(
        "c2", "s1", _extent("the pier", "will close in May"), "", "event", "prediction",
        (Mention(_extent("the pier"), "the pier"),), _what("will close", head="close"),
        when=(When(_extent("in May"), "in May", "t1"),), attribution=("a1",),
        certainty=(Certainty("author", "Uu"), Certainty("a1", "PR+")), tense="future",
        relations=(Relation("condition", spans=_extent("if it floods"), exact="if it floods"),),
        edits=(Edit("replace", "the pier", _extent("its").hull, antecedents=(_extent("pier").hull,)),),
    )  # fmt: skip
    identity = Claim(
        "c3", "s1", _extent("the pier", "a landmark"), "", "identity", "fact",
        (Mention(_extent("the pier"), "the pier"),), _what("", _argument("complement", "a landmark")),
    )  # fmt: skip
    link = Attribution(
        "a1", "s1", None, VoiceSource("named", _extent("Vos"), "Vos"), Cue(_extent("said"), "said", "say", "say"),
        Content(_extent(TEXT[9:-1]), TEXT[9:-1]), "indirect", speech_act="c1",
    )  # fmt: skip
    nested = Attribution("a2", "s1", "a1", link.source, link.cue, link.content, "indirect")
    return Document(
        Source("x", digest(TEXT), len(TEXT), "en", text=TEXT),
        sentences=(Sentence("s1", Span(0, len(TEXT)), 0, "body"),),
        entities=(Entity("e1", "pier", "facility", (_extent("the pier"), _extent("it"), _extent("its"))),),
        times=(Time("t1", _extent("May"), "May", "DATE", "2021-05"),),
        attributions=(link, nested),
        claims=(said, closes, identity),
    )


def _words(rows: list[list[int]]) -> list[str]:
    return [TEXT[start:end] for start, end in rows]


def test_claim_rows(document: Document) -> None:
    """A claim's row has the words of its slots, its condition under rest, its innermost link, its first value."""
    said, closes, identity = projections.claim_rows(document)["sentences"][0]["claims"]
    assert said["source"] == said["cue"] == []
    assert _words(closes["who"]) == ["the pier"]
    assert _words(closes["predicate"]) == ["will close"]
    assert _words(closes["rest"]) == ["if it floods"]
    assert _words(closes["when"]) == ["in May"]
    assert (_words(closes["source"]), _words(closes["cue"])) == (["Vos"], ["said"])
    assert closes["value"] == "2021-05"
    assert identity["predicate"] == []
    assert _words(identity["rest"]) == ["a landmark"]


def test_tuples(document: Document) -> None:
    """A tuple takes an opening preposition into its relation, and "is" where the text leaves it unsaid."""
    rows = projections.tuples(document)
    assert {"args": ["the pier", "May"], "rel": "will close in"} in rows
    assert {"args": ["the pier", "a landmark"], "rel": "is"} in rows
    assert len(rows) == 3


def test_answers(document: Document) -> None:
    """A predicate's row holds the words of its slots, each by itself."""
    rows = {row["rel"]: row for row in projections.answers(document)}
    assert sorted(rows) == ["said", "will close"]
    assert rows["will close"]["args"] == ["the pier", "in May"]
    assert _words([rows["will close"]["rel_span"]]) == ["will close"]


def test_answers_with_what_is_tied(document: Document) -> None:
    """A predicate is answered by the claims that tell why or when, what it was for, and what describes its who."""
    said, closes, identity = document.claims
    tied = attrs.evolve(said, relations=(Relation("purpose", "c2"), Relation("presupposes", "c3")))
    titled = attrs.evolve(identity, rule="S4 apposition")
    rows = projections.answers(attrs.evolve(document, claims=(tied, closes, titled)))
    assert rows[0]["args"][-1] == "the pier will close in May"
    assert rows[1]["args"] == ["the pier", "in May", "a landmark", f"said {TEXT[9:-1]}"]
    dated = attrs.evolve(tied, when=(When(_extent("too"), "too"),))
    assert "too" in projections.answers(attrs.evolve(document, claims=(dated, closes, titled)))[1]["args"]


def test_answers_of_links_pronouns_and_joined_things(document: Document) -> None:
    """A cue without a claim answers as well, a pronoun with its antecedent, and joined things with their whole."""
    _, closes, _ = document.claims
    (row, cue) = projections.answers(attrs.evolve(document, claims=(closes,)))
    assert cue["args"] == ["Vos", TEXT[9:-1]]
    assert _words([cue["rel_span"]]) == ["said"]
    edit = attrs.evolve(closes.edits[0], span=_extent("it").hull)
    pronoun = attrs.evolve(closes, who=(Mention(_extent("it"), "it"),), edits=(edit,))
    (row, _) = projections.answers(attrs.evolve(document, claims=(closes, pronoun)))
    assert row["args"] == ["the pier", "in May", "the pier it", "it", "pier"]


def test_attributions(document: Document) -> None:
    """Nested links are left out where only the outermost count."""
    assert len(projections.attributions(document, outermost=False)) == 2
    (row,) = projections.attributions(document, outermost=True)
    assert _words(row["source"] + row["cue"]) == ["Vos", "said"]


def test_described_source(document: Document) -> None:
    """What a claim of its own says of the source joins it, unless words of the cue or content lie between."""
    pier, told = _extent("the pier"), attrs.evolve(document.claims[2], rule="S4 apposition")
    for content, source in (("will close", "the pier, a landmark"), ("a landmark", "the pier")):
        link = attrs.evolve(
            document.attributions[0],
            source=VoiceSource("named", pier, "the pier"),
            content=Content(_extent(content), content),
        )
        changed = attrs.evolve(
            document, attributions=(link,), claims=(attrs.evolve(told, spans=_extent("the pier", "a landmark")),)
        )
        (row,) = projections.attributions(changed, outermost=True)
        assert _words(row["source"]) == [source]


def test_predications(document: Document) -> None:
    """A verb's factuality is that of its innermost voice."""
    rows = {_words(row["event"])[0]: row["factuality"] for row in projections.predications(document)}
    assert rows["close"] == {"certainty": "PROBABLE", "polarity": "POS", "time": "FUTURE"}


def test_consequent_counts_as_it_is_worded(document: Document) -> None:
    """What hangs on a condition counts as worded, since the set notes conditions in a field of their own."""
    claims = tuple(
        attrs.evolve(
            claim, certainty=tuple(attrs.evolve(each, value="Uu") for each in claim.certainty), polarity="-",
            relations=(Relation("condition"),),
        )
        for claim in document.claims
    )  # fmt: skip
    rows = projections.predications(attrs.evolve(document, claims=claims))
    assert {(row["factuality"]["certainty"], row["factuality"]["polarity"]) for row in rows} == {("CERTAIN", "NEG")}


def test_pronoun_links(document: Document) -> None:
    """A pronoun is linked to the nearest earlier name of its entity."""
    links = projections.pronoun_links(document)
    assert [_words([link["pronoun"], link["antecedent"]]) for link in links] == [
        ["it", "the pier"],
        ["its", "the pier"],
    ]


def test_times_and_sentences(document: Document) -> None:
    """Times and sentences keep their places."""
    (time,) = projections.timexes(document)
    assert (TEXT[time["start"] : time["end"]], time["type"], time["value"]) == ("May", "DATE", "2021-05")
    assert projections.sentences(document) == [[0, len(TEXT)]]
