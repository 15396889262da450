"""Other ways of making claims: what they propose stands in the source, or makes no claim."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claims
from claims import Passage, Proposal, extractors
from claims.clauses.proposals import placed_words
from claims.errors import PlacementError, UsageError
from claims.text import Span

TEXT = "The mayor said on Friday that the bridge, closed since May, has not yet been repaired."


def _annotated(*proposals, text=TEXT):
    """Annotate a text with proposals for its first sentence."""

    def extract(passage):
        return proposals if passage.number == 0 else ()

    return claims.Annotator(extractor=extract).annotate(text, published="2024-05-18")


def test_a_proposal_becomes_a_claim():
    """Its slots have their places, its time a value, its voice the link around it; a signature tells who made it."""
    document = _annotated(Proposal("has not yet been repaired", who="the bridge", when=["since May"], confidence=0.5))
    claim, act = document.claims
    assert (act.type, act.what.predicate.exact, act.rule) == ("speech_act", "said", "S10 speech act")
    assert [(part.exact, part.spans.exact(TEXT)) for part in claim.who] == [("the bridge", "the bridge")]
    assert claim.what.predicate.exact == "has not yet been repaired"
    assert claim.when[0].exact == "since May"
    assert claim.when[0].edtf == "2024-05/.."
    assert claim.polarity == "-"
    assert document.attributions[0].source.exact == "The mayor"
    assert claim.attribution == (document.attributions[0].id,)
    assert (claim.rule, claim.confidence, claim.by) == ("extract", 0.5, "m2")
    assert [(one.id, one.name) for one in document.annotators] == [("m1", "claims"), ("m2", "extract")]
    assert [problem for problem in claims.validate(document) if problem.code[0] in "XSORAT"] == []


def test_scattered_words_keep_their_order():
    """Words that stand apart are found when there is one way to read them."""
    claim, _ = _annotated(Proposal("has been repaired", who="the bridge")).claims
    assert claim.what.predicate.exact == "has … been repaired"


def test_places_settle_what_words_do_not():
    """A word that stands there twice needs its place."""
    text = "The dog bit the dog."
    with pytest.warns(UserWarning, match="'dog' stands there 2 times; give its place"):
        assert _annotated(Proposal("bit", who="dog"), text=text).claims == ()
    (claim,) = _annotated(Proposal("bit", who=Span(4, 7), arguments=[("object", (Span(16, 19),))]), text=text).claims
    assert (claim.who[0].spans.spans, claim.what.arguments[0].spans.spans) == ((Span(4, 7),), (Span(16, 19),))


@pytest.mark.parametrize(
    ("proposal", "said"),
    [
        (Proposal("was repaired", who="the bridge"), "'was repaired' is not there"),
        (Proposal("closed", who="the old bridge"), "'the old bridge' is not there"),
        (Proposal("closed", who="bridge The"), "'bridge The' is not there"),
        (Proposal("closed", who=Span(1, 9)), "1–9 are no whole words of 0–86"),
        (Proposal("closed", who=Span(80, 99)), "80–99 are no whole words"),
        (Proposal(who="the bridge"), "needs a predicate or an argument"),
    ],
)
def test_words_that_are_not_there_make_no_claim(proposal, said):
    """The claim is refused, with the sentence and the words; the others stay."""
    with pytest.warns(UserWarning, match=said):
        document = _annotated(proposal, Proposal("closed", who="the bridge"))
    assert [claim.what.predicate.exact for claim in document.claims if claim.rule == "extract"] == ["closed"]


@pytest.mark.property
@settings(max_examples=100)
@given(st.lists(st.sampled_from([*TEXT.split(), "ghost"]), max_size=5).map(" ".join))
def test_placed_words_are_the_words(parse, phrase):
    """Whatever is placed reads as it was proposed, white space aside."""
    passage = Passage(TEXT, Span(0, len(TEXT)), 0, parse(TEXT))
    try:
        tokens = placed_words(passage, phrase)
    except PlacementError:
        return
    assert "".join(passage.tree[i].text for i in tokens) == phrase.replace(" ", "")
    assert "ghost" not in phrase


def test_extractors_have_names(monkeypatch):
    """A package's extractor is asked for by name; the rules are one as well."""
    entry = EntryPoint("one", "tests_of_extractors:one", extractors.GROUP)
    monkeypatch.setattr(EntryPoint, "load", lambda self: lambda passage: [Proposal("closed")])
    found = {extractors.GROUP: [entry]}
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: found.get(group, []))
    document = claims.Annotator(extractor="one").annotate(TEXT)
    assert (document.claims[0].rule, document.annotators[1].name) == ("one", "one")
    assert claims.Annotator(extractor="rules").annotate(TEXT) == claims.Annotator().annotate(TEXT)
    with pytest.raises(UsageError, match=r"no extractor two; there is rules, verbs, one"):
        claims.Annotator(extractor="two").annotate(TEXT)


def test_every_verb_comes_beside_the_rules():
    """The claims by the rules are all there as they are; the others are rated by nobody and signed by us."""
    alone = claims.Annotator().annotate(TEXT + " It opened in a town that he knew.")
    every = claims.Annotator(extractor="verbs").annotate(TEXT + " It opened in a town that he knew.")
    inside = [claim for claim in every.claims if claim.rule == "inner clause"]
    assert [(claim.text, claim.confidence) for claim in inside] == [("The mayor knew a town.", None)]
    others = (claim for claim in every.claims if claim not in inside)
    assert [(claim.text, claim.rule, claim.confidence) for claim in others] == [
        (claim.text, claim.rule, claim.confidence) for claim in alone.claims
    ]
    assert every.annotators == alone.annotators
    assert claims.validate(every) == claims.validate(alone)


def test_other_values_are_refused():
    """What is no proposal names the extractor and the type."""
    with pytest.raises(UsageError, match=r"the extractor extract returned a str, not a claims\.Proposal"):
        _annotated("closed")
