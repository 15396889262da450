"""Repairs of participles: of passives that were taken for adjectives, and of what a thing has been through."""

from __future__ import annotations

from collections.abc import Iterator

from claims.lexicon import acts_behind_passive, table, words
from claims.repair.moves import Move
from claims.trees import SUBJECTS, Token, Tree

#: Verbs that keep in the passive what somebody is called or made, or gets.
_NAMING = frozenset(
    "appoint ask award call charge christen consider crown declare deem deny designate dub elect fine grant hand label "
    "make name nickname offer ordain promise proclaim rank rate re-designate refuse rename render spare teach tell "
    "title vote".split()
)
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


def active_behind_passive(tree: Tree) -> Iterator[Move]:
    """Read what is hardly ever done to anybody as a past: "was born in Oslo and **studied** in Rome"."""
    for token in tree.labelled("conj"):
        if token.tag != "VBN" or tree.child(token.i, *SUBJECTS, "aux", "auxpass", "agent") is not None:
            continue
        host = tree[token.head]
        while host.dep == "conj" and tree.child(host.i, *SUBJECTS, "aux", "auxpass") is None:
            host = tree[host.head]
        helpers = {tree[i].lower for i in tree.children(host.i, "auxpass")}
        particle = " ".join(tree[i].lower for i in tree.children(token.i, "prt"))
        past = "been" in helpers or not helpers.isdisjoint({"was", "were"})
        acts = not helpers.isdisjoint({"was", "were"}) and acts_behind_passive(host.lower, token.lemma, particle)
        if acts or (past and _may_be_past(token) and _takes(tree, token.i) and not _takes(tree, host.i)):
            yield Move(token.i, token.head, token.dep, "VBD")


def _takes(tree: Tree, verb: int) -> bool:
    """Tell whether a verb has an object that a passive would not keep: "has been refuelled and **left port**"."""
    kept = tree[verb].lemma.lower() in words("giving_verbs") or tree[verb].lemma.lower() in _NAMING
    return not kept and any(tree[i].entity not in {"DATE", "TIME"} for i in tree.children(verb, "dobj"))


def listed_passives(tree: Tree) -> Iterator[Move]:
    """Join participles in a row that a comma parts: "it was drawn by Lee, **built** by Roe and opened in 1932".

    Told of the doer they would be a description, which has no date.
    """
    for token in tree.labelled("acl"):
        noun, joined = tree[token.head], tree.child(token.i, "conj")
        verb = tree[tree[noun.head].head]
        opening = tree.subtree(token.i)[0] - 1
        passive = verb.tag == "VBN" and tree.child(verb.i, "auxpass") is not None and noun.dep == "pobj"
        if not passive or token.tag != "VBN" or joined is None or tree[opening].text != "," or not noun.i < token.i:
            continue
        last = tree[joined]
        bare = last.tag in {"VBN", "VBD"} and tree.child(joined, *SUBJECTS, "aux", "auxpass") is None
        dated = any(tree[i].entity == "DATE" for c in tree.children(joined, "prep") for i in tree.children(c, "pobj"))
        if bare and dated and tree.child(token.i, "cc") is not None:
            yield Move(token.i, verb.i, "conj")


def past_for_participle(tree: Tree) -> Iterator[Move]:
    """Read as pasts what is joined to a verb that takes their object: "engineers **designed**, built and tested it"."""
    for token in tree.labelled("ROOT", "ccomp"):
        subject = tree.child(token.i, "nsubj")
        if token.tag != "VBN" or subject is None or tree.child(token.i, "aux", "auxpass", "prep", "agent") is not None:
            continue
        row = [token]
        while (behind := tree.child(row[-1].i, "conj")) is not None and tree[behind].tag in {"VBN", "VBD"}:
            row.append(tree[behind])
        if len(row) > 1 and tree.child(row[-1].i, "dobj") is not None and tree.child(row[-1].i, *SUBJECTS) is None:
            yield from (Move(t.i, t.head, t.dep, "VBD") for t in row if t.tag == "VBN" and _may_be_past(t))


def past_of_sentence(tree: Tree) -> Iterator[Move]:
    """Read the verb of a plain sentence as a past: "The plant **closed** in May."

    A headline's or caption's participle has no article before its subject, or no full stop.
    """
    token = tree[tree.root]
    subject = tree.child(token.i, "nsubj")
    if token.tag != "VBN" or subject is None or tree[-1].text != "." or not _may_be_past(token):
        return
    if tree.child(subject, "det", "poss") is not None and tree.child(token.i, "aux", "auxpass", "agent") is None:
        yield Move(token.i, token.head, token.dep, "VBD")


def past_in_row(tree: Tree) -> Iterator[Move]:
    """Read as a past what is joined to one and helps take its object: "they bought, **restored** and sold it"."""
    for token in tree.labelled("conj"):
        host, behind = tree[token.head], tree.child(token.i, "conj")
        if token.tag != "VBN" or host.tag != "VBD" or behind is None or host.lemma in {"be", "have", "get"}:
            continue
        bare = tree.child(token.i, *SUBJECTS, "aux", "auxpass", "agent", "prep", "dobj") is None
        takes = tree[behind].tag == "VBD" and tree.child(behind, "dobj") is not None
        if bare and takes and _may_be_past(token) and tree.child(host.i, "dobj", "auxpass") is None:
            yield Move(token.i, token.head, token.dep, "VBD")


def participle_in_row(tree: Tree) -> Iterator[Move]:
    """Read as a participle what is joined to one behind a passive: "was drawn by Lee, begun and **finished**"."""
    for token in tree.labelled("conj"):
        host = tree[token.head]
        above = tree[host.head]
        passive = host.dep == "advcl" and host.tag == "VBN" and tree.child(above.i, "auxpass") is not None
        if (
            token.tag != "VBD"
            or not passive
            or tree.child(token.i, *SUBJECTS, "aux", "dobj", "xcomp", "prt") is not None
        ):
            continue
        alone = tree.child(host.i, *SUBJECTS, "aux", "auxpass", "mark") is None
        distinct = token.lower in words("distinct_pasts") or acts_behind_passive("", token.lemma)
        if alone and not distinct:
            yield Move(token.i, token.head, token.dep, "VBN")


def _may_be_past(verb: Token) -> bool:
    """Tell whether a participle is spelt like the past: "bought", not "taken"."""
    forms = table("irregular_forms").get(verb.lemma, ())
    return verb.lower in forms[:1] or not forms
