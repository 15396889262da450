"""The whole pipeline: laws over any text, and what the document promises."""

from __future__ import annotations

import gc

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import claims
from claims.checks import validate
from claims.codec import to_dict
from claims.errors import UsageError

ARTICLE = """Storm topples crane in harbour

LISBON, March 3 (Agency) — A storm toppled a crane on Sunday, killing two people, the police said.

"We had warned the company in February," said Ana Reis, head of the union. "Nobody listened."
The mayor, who visited the site, denied it. She said the port would close until Tuesday.
"""


@pytest.fixture(scope="module")
def annotator():
    """One annotator for the module."""
    return claims.Annotator()


@pytest.fixture(scope="module")
def document(annotator):
    """Annotate the article."""
    return annotator.annotate(ARTICLE, published="2021-03-03", id="crane")


def wrong(document, text):
    """Return every extent whose exact text differs from its slice."""
    found = []

    def walk(value):
        if isinstance(value, dict):
            if "spans" in value and "exact" in value:
                slices = " … ".join(text[a:b] for a, b in value["spans"])
                if slices != value["exact"]:
                    found.append(value)
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    walk(to_dict(document))
    return found


def test_the_document_is_clean(document):
    """What the tool makes passes its own checks."""
    assert validate(document) == ()


def test_every_extent_is_its_slice(document):
    """Every exact text is the words at its place."""
    assert wrong(document, ARTICLE) == []


def test_who_said_what(document):
    """A claim in the mayor's speech carries her link, and her speech act names the link back."""
    said = next(link for link in document.attributions if link.source.exact == "She")
    act = next(claim for claim in document.claims if claim.id == said.speech_act)
    content = [claim for claim in document.claims if said.id in claim.attribution]
    assert act.type == "speech_act"
    assert any("port" in claim.text for claim in content)


def test_the_verb_that_carries_the_meaning(annotator):
    """A predicate is known by the verb that says what happens, not by what hedges it or makes it possible."""
    document = annotator.annotate("The dam appears to be leaking. The boats were able to reach the town.")
    assert [claim.what.predicate.lemma for claim in document.claims] == ["leak", "reach"]


def test_a_nationality_keeps_its_capital(annotator):
    """A title loses the capital that opened the sentence, the name of a people does not."""
    document = annotator.annotate("Egyptian writer Ann Lee left.")
    assert document.claims[0].text == "Ann Lee was an Egyptian writer."


def test_headline_participles_stand_alone(annotator):
    """Headlines leave "were" unsaid: two things that were perceived are two claims."""
    document = annotator.annotate("Several explosions heard and light damage reported.")
    assert [claim.text for claim in document.claims] == ["Several explosions were heard.", "Light damage was reported."]


def test_same_text_same_bytes(annotator, document):
    """Nothing depends on the clock, the order of hashing or what was annotated before."""
    annotator.annotate("Something else entirely happened on Monday.")
    assert to_dict(annotator.annotate(ARTICLE, published="2021-03-03", id="crane")) == to_dict(document)


def test_pipe_streams_and_numbers(annotator):
    """Texts come out in order, mappings keep their metadata, the others are numbered."""
    texts = iter(["One man left.", {"text": "Two men left.", "id": "b", "published": "2020-01-01"}])
    found = list(annotator.pipe(texts))
    assert [document.source.id for document in found] == ["text-1", "b"]
    assert found[1].source.published == "2020-01-01"


def test_path_stands_for_the_text(annotator):
    """With a path the document does not carry the text."""
    source = annotator.annotate("They left.", path="a.txt").source
    assert (source.text, source.path) == (None, "a.txt")


def test_wrong_calls_are_told(annotator):
    """A text is a str, a date a date."""
    with pytest.raises(UsageError, match="bytes"):
        annotator.annotate(b"They left.")
    with pytest.raises(UsageError):
        annotator.annotate("They left.", published="yesterday")


@pytest.mark.parametrize("text", ["", " \n\t ", "word", "...", "\ufeff", "é" * 30_000, "no end of a sentence here"])
def test_meagre_texts_make_valid_documents(annotator, text):
    """No text is too poor: sentences without claims say why."""
    assert validate(annotator.annotate(text)) == ()


@pytest.mark.property
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example("The US said “they\u200b left”.\r\n\r\nمرحبا said Ana 😀.")
@example("A\u0301nne said: 'He\u00a0went 12:30 on May\u20095.' (")
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=120))
def test_any_text_is_annotated(annotator, text):
    """Arbitrary Unicode never crashes and never yields an extent whose text differs from its slice."""
    document = annotator.annotate(text, published="2020-12-20")
    assert wrong(document, text) == []
    assert [problem for problem in validate(document) if problem.code[0] in "SORW"] == []


WORDS = """
the a The his its their he She it they who which that this Ann Berlin Iran Republicans Americans
the-UN Monday 1990 two three-year-old said says told claims denied threatened asked reported
believe is was were has been will would not never killed sold found called seen fell left to of
in on by with from for as after before when because although if and or but minister city bridge
report attack group founder head people cars yesterday recently often new old good according
including such former , , . : ; - ( ) " “ ” ' ? ! … 's 107mm $5 50% e.g. Mr. U.S. http://a.b
""".split()


@pytest.mark.property
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40))
def test_any_words_are_annotated(annotator, words):
    """English words in any order, marks among them, never crash a step, and the document is clean."""
    text = " ".join(words)
    document = annotator.annotate(text, published="2020-12-20")
    assert wrong(document, text) == []
    assert validate(document) == ()


def test_garbage_is_collected_as_before(annotator):
    """While a text is annotated the collector waits; behind it, it is as the caller had it, an error or not."""
    seen = []
    by_caller = gc.isenabled()

    def looks(kind, number, count):
        seen.append((kind, gc.isenabled()))
        if kind == "split":
            raise LookupError

    try:
        for on in (True, False):
            (gc.enable if on else gc.disable)()
            with pytest.raises(LookupError):
                annotator.annotate("The mayor left.", progress=looks)
            assert gc.isenabled() is on
    finally:
        (gc.enable if by_caller else gc.disable)()
    assert seen == [("parsed", True), ("split", False), ("parsed", False), ("split", False)]
