"""Repairs of participles: of passives that were taken for adjectives, and of what a thing has been through."""

from __future__ import annotations

from collections.abc import Iterator

from claims.lexicon import words
from claims.repair.moves import Move
from claims.trees import Tree

#: What a subject is called where its verb becomes a passive.
_PASSIVE = {"nsubj": "nsubjpass", "csubj": "csubjpass"}


def passive_for_adjective(tree: Tree) -> Iterator[Move]:
    """Read "be" and a past participle as one verb: "they **are concerned** that …", "she was not **forced**"."""
    for token in tree.labelled("acomp"):
        be = tree[token.head]
        if token.tag != "VBN" or be.lemma != "be" or token.i < be.i:
            continue
        yield Move(token.i, token.i if be.head == be.i else be.head, be.dep)
        yield Move(be.i, token.i, "auxpass")
        for child in tree.children(be.i):
            if child != token.i:
                yield Move(child, token.i, _PASSIVE.get(tree[child].dep, tree[child].dep))


def retained_object(tree: Tree) -> Iterator[Move]:
    """Read a participle before a bare noun as a passive that keeps an object: "they are **paid** fees by the town"."""
    for noun in tree.labelled("attr"):
        be = tree[noun.head]
        verb = next((i for i in tree.children(noun.i, "amod") if tree[i].lemma.lower() in words("giving_verbs")), None)
        agent = next((i for i in tree.children(noun.i, "prep") if i > noun.i and tree[i].lower == "by"), None)
        if be.lemma != "be" or verb is None or agent is None or tree.child(noun.i, "det", "poss") is not None:
            continue
        yield Move(verb, verb if be.head == be.i else be.head, be.dep)
        yield from (Move(i, verb, _PASSIVE.get(tree[i].dep, tree[i].dep)) for i in tree.children(be.i) if i != noun.i)
        yield from (Move(i, verb, "prep") for i in tree.children(noun.i, "prep") if i != agent)
        yield from (Move(be.i, verb, "auxpass"), Move(noun.i, verb, "dobj"), Move(agent, verb, "agent"))


def object_with_participle(tree: Tree) -> Iterator[Move]:
    """Give verbs that take no clause their object: "use **ropes** often mounted on frames", as if ropes mounted it."""
    for clause in tree.labelled("ccomp"):
        verb, subject = tree[clause.head], tree.child(clause.i, "nsubj")
        if clause.tag not in {"VBD", "VBN"} or subject is None or verb.lemma.lower() not in words("object_verbs"):
            continue
        taken = tree.children(clause.i, "aux", "auxpass", "mark", "dobj", "ccomp") or tree.children(verb.i, "dobj")
        if verb.i < tree.subtree(subject)[0] and not taken:
            yield Move(subject, verb.i, "dobj")
            yield Move(clause.i, subject, "acl", "VBN")
            yield from (Move(i, verb.i, "punct") for i in tree.children(clause.i, "punct") if i == len(tree) - 1)
