"""Steps of parser and entity recognizer: the same answers as the library's, for every sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.segmentation import segment
from claims.syntax import Parser, load
from claims.syntax.parser import BATCH
from claims.syntax.transitions import LIKELIHOOD, SURPRISES, annotated, beams
from claims.text import Span

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


def test_a_doc_keeps_how_likely_its_parse_is(parser):
    """A plain sentence is next to certain, one that misleads is not."""
    texts = ("The ship left the harbour.", "The ship sailed past the harbour sank.")
    docs = parser._parsed([(text, Span(0, len(text))) for text in texts])
    plain, misleading = (doc.user_data[LIKELIHOOD] for doc in docs)
    assert misleading < plain <= 0


def test_tokens_keep_where_the_parse_is_doubtful(parser, sentences):
    """A step counts for the two words that it is about, or for the one that is left; a misread verb stands out."""
    text = "The ship sailed past the harbour sank."
    (tree,) = parser.parse(text, [Span(0, len(text))])
    assert max(tree, key=lambda token: token.surprise).text == "sank"
    for doc in parser._parsed(sentences):
        total = sum(doc.user_data[SURPRISES])
        assert -doc.user_data[LIKELIHOOD] <= total + 1e-6 <= -2 * doc.user_data[LIKELIHOOD] + 2e-6


def test_a_beam_ranks_by_probability(parser, sentences):
    """Of nearly all sentences the greedy parse is in the beam, and of most it is the first: its steps are likely."""
    search = parser.nlp.get_pipe("parser")
    docs = parser._parsed(sentences)
    known = first = 0
    for doc, beam in zip(docs, beams(search, docs, 4, 0.1), strict=True):
        greedy = {(token.i, token.head.i) for token in doc if token.head != token}
        found = [{(child, head) for head, child, _ in arcs} for _, arcs in search.moves.get_beam_parses(beam)]
        known += greedy in found
        first += greedy == found[0] if found else not greedy
    assert known > 0.9 * len(docs)
    assert first > 0.8 * len(docs)


def test_parser_of_a_given_pipeline_leaves_it_as_it_is():
    """Only a pipeline that the parser loads itself is changed."""
    nlp = load()
    before = _layers(nlp)
    Parser(nlp)
    assert all(one is other for one, other in zip(_layers(nlp), before, strict=True))


def _layers(nlp):
    models = [component.model for _, component in nlp.pipeline if getattr(component, "model", None)]
    return [layer for model in models for node in model.walk() for layer in node.layers]
