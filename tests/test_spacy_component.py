"""`nlp.add_pipe("claims")`: the claims of `claims.annotate`, on the Doc."""

from __future__ import annotations

import spacy

import claims

TEXTS = ("The crane fell on Friday.", "😀 The mayor said it would rain. It did.", "")


def _pipeline(**config):
    nlp = spacy.blank("en")
    nlp.add_pipe("claims", config={"published": "2015-09-12", **config})
    return nlp


def test_claims_of_a_doc():
    """The same document as from the library; places fit the Doc."""
    nlp = _pipeline()
    for text in TEXTS:
        doc = nlp(text)
        assert doc._.claims_document == claims.annotate(text, "2015-09-12", id="text-1")
        assert doc._.claims == doc._.claims_document.claims
        for claim in doc._.claims:
            spans = [doc.char_span(span.start, span.end) for span in claim.spans.spans]
            assert [span.text for span in spans] == [span.slice(text) for span in claim.spans.spans]


def test_a_stream_of_docs():
    """Docs come in order, each with what is known about it."""
    nlp = _pipeline()
    docs = [nlp.make_doc(text) for text in TEXTS * 40]
    docs[3].user_data["claims"] = {"id": "known", "published": "2016-09-10"}
    found = list(nlp.pipe(docs, batch_size=50))
    assert [doc.text for doc in found] == list(TEXTS * 40)
    assert all(doc._.claims_document.source.length == len(doc.text) for doc in found)
    names = [doc._.claims_document.source.id for doc in found]
    assert (names[3], names[-1], len(set(names))) == ("known", "text-120", 120)
    assert (found[0]._.claims[0].when[0].edtf, found[3]._.claims[0].when[0].edtf) == ("2015-09-11", "2016-09-09")


def test_without_the_component():
    """A Doc that was not annotated has no claims."""
    assert spacy.blank("en")("The crane fell.")._.claims == ()


def test_configuration_is_saved(tmp_path):
    """A saved pipeline annotates alike when it is loaded again."""
    _pipeline(extractor="rules").to_disk(tmp_path / "saved")
    doc = spacy.load(tmp_path / "saved")(TEXTS[0])
    assert doc._.claims[0].when[0].edtf == "2015-09-11"
