"""Steps of parser and entity recognizer: the same answers as the library's, for every sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.segmentation import segment
from claims.syntax import Parser, load
from claims.syntax.parser import BATCH
from claims.syntax.transitions import annotated

SEEDS = Path(__file__).parent.parent.parent / "seeds"
#: What tagger, parser and entity recognizer say of a token.
SAID = ["TAG", "HEAD", "DEP", "ENT_TYPE", "ENT_IOB"]


@pytest.fixture(scope="module")
def sentences():
    """Split every seed."""
    texts = [path.read_bytes().decode("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    return [(text, sentence.span) for text in texts for sentence in segment(text)]


def test_all_says_what_the_bare_pipeline_says(parser, sentences):
    """Tags, arcs, entities and the vectors behind them are those of `nlp.pipe`, to the last bit."""
    nlp = load()
    bare = nlp.pipe([parser._doc(*sentence) for sentence in sentences], disable=["attribute_ruler", "lemmatizer"])
    for ours, theirs in zip(parser._parsed(sentences), bare, strict=True):
        assert ours.to_array(SAID).tolist() == theirs.to_array(SAID).tolist()
        assert (ours.tensor == theirs.tensor).all()


@pytest.mark.parametrize("texts", [[], [""], ["", "A ship left."]])
def test_texts_without_tokens_take_no_step(parser, texts):
    """Nothing to do is nothing to fail at."""
    for name in ("parser", "ner"):
        docs = [parser.nlp.make_doc(text) for text in texts]
        assert annotated(parser.nlp.get_pipe(name), docs, BATCH) == docs


def test_a_component_that_searches_otherwise_searches_itself(parser, monkeypatch):
    """A recognizer set to beam search is asked through its own `pipe`."""
    nlp = load()
    component = nlp.get_pipe("ner")
    component.cfg["beam_width"] = 4
    monkeypatch.setattr("claims.syntax.transitions._transited", None)
    (doc,) = annotated(component, [nlp.make_doc("Olsen left Norway.")], BATCH)
    assert [entity.text for entity in doc.ents] == ["Olsen", "Norway"]


def test_components_without_a_stream_are_called(parser):
    """A plain function is asked for one Doc after the other."""
    seen = []
    docs = [parser.nlp.make_doc(text) for text in ("One.", "Two.", "Three.")]
    assert annotated(lambda doc: (seen.append(doc.text), doc)[1], docs, 2) == docs
    assert seen == ["One.", "Two.", "Three."]


def test_parser_of_a_given_pipeline_leaves_it_as_it_is():
    """Only a pipeline that the parser loads itself is changed."""
    nlp = load()
    before = _layers(nlp)
    Parser(nlp)
    assert all(one is other for one, other in zip(_layers(nlp), before, strict=True))


def _layers(nlp):
    models = [component.model for _, component in nlp.pipeline if getattr(component, "model", None)]
    return [layer for model in models for node in model.walk() for layer in node.layers]
