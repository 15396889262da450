"""What a repair does: moves of tokens to other heads; and what several repairs ask of a tree."""

from __future__ import annotations

import attrs

from claims.lexicon import names_person
from claims.trees import Token, Tree

#: Tags of common nouns and names.
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})


@attrs.frozen
class Move:
    """A token's new head and label, and its new tag where the parser took it for another word class."""

    index: int
    head: int
    dep: str
    tag: str | None = None


def subject_label(tree: Tree, verb: int) -> str:
    """Return what a verb's subject is called: a passive's has a name of its own."""
    return "nsubj" if tree.child(verb, "auxpass") is None else "nsubjpass"


def is_singular(tree: Tree, verb: int) -> bool:
    """Tell whether a verb agrees with one thing alone: "is", "was", "rises"."""
    return any(tree[i].tag == "VBZ" or tree[i].lower == "was" for i in (verb, *tree.children(verb, "aux", "auxpass")))


def is_person(noun: Token) -> bool:
    """Tell whether a noun is a word for somebody: "spokesman", "head", "worker"."""
    return names_person(noun.lemma.lower())
