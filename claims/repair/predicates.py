"""Repairs of what somebody calls, finds or fears a thing to be, where the parser makes one noun or clause of both."""

from __future__ import annotations

from collections.abc import Iterator

from claims.lexicon import frames_of, words
from claims.repair.moves import NOUN_TAGS, Move
from claims.trees import SUBJECTS, Token, Tree

#: Verbs that somebody does with an infinitive of his own: "arrested and **threatened** to talk".
_OWN = "t"


def predicate_of_object(tree: Tree) -> Iterator[Move]:
    """Part a thing from what it is called: "called **the vote a farce**", "found **him guilty**"."""
    for token in tree.labelled("ccomp", "appos"):
        if token.dep == "appos":
            thing = tree[token.head]
            verb = tree[thing.head]
            parted = thing.dep == "dobj" and _opens_behind(tree, token, thing)
        else:
            thing, verb = tree[tree.child(token.i, "nsubj") or token.i], tree[token.head]
            parted = verb.i < thing.i < token.i and _is_bare(tree, token) and tree.child(verb.i, "dobj") is None
        if not parted or "a" not in frames_of(verb.lemma.lower()) or verb.i > thing.i:
            continue
        if token.dep == "ccomp":
            yield Move(thing.i, verb.i, "dobj")
        yield Move(token.i, verb.i, "oprd")


def _opens_behind(tree: Tree, name: Token, thing: Token) -> bool:
    """Tell whether a noun with "a" stands right behind another, without a mark."""
    first = tree.subtree(name.i)[0]
    before = tree[first - 1]
    return tree[first].lower in {"a", "an"} and before.pos != "PUNCT" and before.i in tree.subtree(thing.i)


def _is_bare(tree: Tree, token: Token) -> bool:
    """Tell whether a noun or adjective stands without verb and "that"."""
    plain = token.tag in NOUN_TAGS or token.tag in {"JJ", "JJR", "JJS"}
    asks = any(tree[i].tag == "WRB" for i in tree.children(token.i, "advmod"))
    return plain and not asks and tree.child(token.i, "aux", "auxpass", "mark", "cop", "dobj", "ccomp") is None


def bare_predicate(tree: Tree) -> Iterator[Move]:
    """Read a participle behind a passive of thinking as what one is thought to be: "are feared **drowned**"."""
    for token in tree.labelled("xcomp"):
        held = tree[token.head]
        plain = token.tag == "VBN" and tree.child(token.i, "aux", "auxpass", *SUBJECTS) is None
        if plain and token.i == held.i + 1 and held.tag == "VBN" and "a" in frames_of(held.lemma.lower()):
            yield Move(token.i, held.i, "oprd")
            # "… after a ship sank": that is not what is feared.
            yield from (Move(i, held.i, "advcl") for i in tree.children(token.i, "advcl"))


def joined_passive(tree: Tree) -> Iterator[Move]:
    """Read a past form behind "be" as a second passive: "was found guilty and **ordered** to pay".

    One that orders or believes has somebody to order, something to believe.
    """
    for token in tree.labelled("conj"):
        below = tree.child(token.i, "xcomp")
        if token.tag != "VBD" or below is None or tree[token.i + 1].tag != "TO" or not tree.has_to(below):
            continue
        taken = tree.child(token.i, "aux", "auxpass", "dobj", "dative", *SUBJECTS) is not None
        if not taken and _is_told(token) and _has_be(tree, tree[token.head]):
            yield Move(token.i, token.head, "conj", "VBN")


def _is_told(verb: Token) -> bool:
    lemma = verb.lemma.lower()
    frames = frames_of(lemma)
    if lemma in words("object_control"):
        return _OWN not in frames
    return "c" in frames and (lemma in words("passive_catenatives") or "i" in frames)


def _has_be(tree: Tree, verb: Token) -> bool:
    """Tell whether a form of "be" stands before a verb."""
    return any(tree[i].lemma == "be" for i in tree.children(verb.i, "aux", "auxpass"))
