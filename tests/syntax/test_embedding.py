"""Embedding each word of a batch once: the same vectors, where it may be done, and fewer of them worked out."""

from __future__ import annotations

import pytest

from claims.syntax import load
from claims.syntax.embedding import embed_once

TEXTS = (
    "The ship left the port. The crew of the ship left, too.",
    "",
    "The port  is\u00a0open; the SHIP isn't.",
    " \n",
)


def _embeddings(nlp):
    """Return the first layer of each network that begins with an embedding."""
    models = [component.model for _, component in nlp.pipeline if getattr(component, "model", None)]
    walked = [node for model in models for node in model.walk()]
    return [node.layers[0] for node in walked if node.has_ref("embed")]


@pytest.fixture(scope="module")
def bare():
    """Load the pipeline as it is."""
    return load()


@pytest.fixture(scope="module")
def once():
    """Load the pipeline and let it embed once."""
    return embed_once(load())


def test_vectors_are_the_same_to_the_last_bit(bare, once):
    """Words that stand once, often, or nowhere: what the layers give for each token does not change."""
    docs = [list(map(nlp.make_doc, TEXTS)) for nlp in (bare, once)]
    pairs = list(zip(_embeddings(bare), _embeddings(once), strict=True))
    assert len(pairs) == 2
    for theirs, ours in pairs:
        for expected, found in zip(theirs.predict(docs[0]), ours.predict(docs[1]), strict=True):
            assert found.shape == expected.shape
            assert (found == expected).all()


def test_each_kind_of_token_is_worked_out_once(once):
    """Layers see the word as often as it differs: a word with white space behind it and one without are two kinds."""
    seen = []
    layer = next(node for node in _embeddings(once)[0].walk() if node.name == "hashembed")
    forward = layer._func
    layer._func = lambda model, ids, is_train: (seen.append(len(ids)), forward(model, ids, is_train))[1]
    try:
        _embeddings(once)[0].predict([once.make_doc("the ship, the ship, The ship sank.")])
    finally:
        layer._func = forward
    assert seen == [7]


def test_training_embeds_every_token(once):
    """A pipeline that is trained further gets a gradient for each token, not one for each kind."""
    docs = [once.make_doc("the ship and the port and the sea")]
    vectors, backprop = _embeddings(once)[0](docs, is_train=True)
    assert [len(row) for row in vectors] == [8]
    assert backprop(vectors) == []


def test_a_layer_that_looks_around_stays_as_it_is():
    """Where an embedding might depend on the tokens beside, it works on whole texts."""
    nlp = load()
    before = _embeddings(nlp)
    for embed in before:
        next(node for node in embed.walk() if node.name == "dropout").name = "window"
    embed_once(nlp)
    assert all(ours is theirs for ours, theirs in zip(_embeddings(nlp), before, strict=True))
