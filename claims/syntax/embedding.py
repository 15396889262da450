"""Embeddings: worked out once for each word of a batch, not wherever it stands.

A convolutional pipeline of spaCy's turns every token into a vector before it looks at the tokens beside
it: from the word, its affixes and its shape alone. That is a fifth of the pipeline's time, and half the
tokens of a batch of news are words that stand there before. The vectors are the same, to the last bit.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    import numpy as np
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab
    from thinc.api import Model

#: Layers, as spaCy and thinc call them, that look at one token at a time.
_ONE_BY_ONE = frozenset(
    "extract_features list2ragged ints-getitem hashembed static_vectors maxout layernorm dropout ragged2list".split()
)
#: The layer that reads the attributes of tokens.
_READER = "extract_features"


def embed_once(nlp: Language) -> Language:
    """Let the pipeline embed each kind of token in a batch once, and return it.

    Its own layers still do the work. What is not spaCy's `Tok2Vec`, a transformer for instance, or has
    a layer that might look at several tokens, stays as it is.
    """
    for _, component in nlp.pipeline:
        for network in _networks(component):
            embed = network.layers[0]
            if {node.name for node in embed.walk() if not node.layers} <= _ONE_BY_ONE:
                network.layers[0] = _once(embed)
    return nlp


def _networks(component: object) -> list[Model[Any, Any]]:
    """Return the component's networks that begin with an embedding."""
    from thinc.api import Model

    model = getattr(component, "model", None)
    nodes = list(model.walk()) if isinstance(model, Model) else []
    return [node for node in nodes if node.has_ref("embed") and node.get_ref("embed") in node.layers[:1]]


def _once(embed: Model[Any, Any]) -> Model[Any, Any]:
    from thinc.api import Model

    columns = [name for node in embed.walk() if node.name == _READER for name in node.attrs["columns"]]
    return Model("embed_once", _forward, layers=[embed], attrs={"columns": columns})


def _forward(model: Model[Any, Any], docs: Sequence[Doc], is_train: bool) -> tuple[list[Any], Callable[..., Any]]:
    """Embed one token of each kind, and hand out its vector wherever the kind stands; in training, every token."""
    import numpy as np

    (embed,) = model.layers
    if is_train:
        return embed(docs, is_train)
    vocab = docs[0].vocab
    columns = [*model.attrs["columns"], getattr(vocab.vectors, "attr", "ORTH")]
    tokens = np.concatenate([doc.to_array(columns) for doc in docs])
    _, first, kind = np.unique(tokens.view(f"V{tokens.dtype.itemsize * len(columns)}"), True, True)
    (vectors,) = embed.predict([_Kinds(vocab, columns, tokens[first])])
    ends = np.cumsum([len(doc) for doc in docs])
    return model.ops.xp.split(vectors[kind.ravel()], ends[:-1]), _no_gradient


def _no_gradient(gradient: object) -> list[Any]:
    return []


@attrs.frozen(eq=False)
class _Kinds:
    """One token of each kind, as far as embedding layers ask a Doc for tokens."""

    vocab: Vocab
    columns: list[int | str]
    #: One row for each token.
    values: np.ndarray[tuple[int, int], np.dtype[np.uint64]]

    def __len__(self) -> int:
        return len(self.values)

    def to_array(self, wanted: int | str | Sequence[int | str]) -> np.ndarray[Any, np.dtype[np.uint64]]:
        """Return the values of one attribute, or a column for each of several."""
        if isinstance(wanted, int | str):
            return self.values[:, self.columns.index(wanted)]
        return self.values[:, [self.columns.index(name) for name in wanted]]
