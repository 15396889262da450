"""How a subordinate clause goes with its verb: what comes before or after it, by what means, with what result."""

from __future__ import annotations

from typing import Literal

from claims.lexicon import words
from claims.trees import VERBAL, Tree
from claims.values import value

#: Prepositions and conjunctions before a gerund, and what they make of it.
_SIGNALS: dict[str, Literal["means", "after", "before"]] = {
    "by": "means",
    "after": "after",
    "since": "after",
    "before": "before",
}
#: Modals of what lies ahead.
_AHEAD = frozenset("will wo 'll ’ll shall would 'd ’d may might could".split())
#: What opens a clause that says when, up to when or from when on.
_BOUNDS = frozenset("after before once until till when".split())
#: What a past participle looks ahead with, and words by which a date is not over.
_EXPECTED = frozenset(("estimated", "intended", "meant", "timed"))
_OPEN = frozenset("by coming daily each every for next now since this today tomorrow until".split())


@value
class Bond:
    """The verb that a gerund or participle goes with, and how."""

    how: Literal["means", "after", "before", "result"]
    host: int

    @classmethod
    def of(cls, tree: Tree, verb: int) -> Bond | None:
        """Return the bond of an "-ing" form without a subject; None where it only goes on meanwhile."""
        if tree[verb].tag != "VBG" and not any(tree[i].tag == "VBG" for i in tree.children(verb, "aux", "auxpass")):
            return None
        token = tree[verb]
        while token.dep == "conj" and tree[token.head].tag == "VBG" and token.head != token.i:
            token = tree[token.head]
        if tree.child(token.i, "nsubj", "nsubjpass") is not None:
            return None
        signal, host = _signal(tree, token.i), token.head
        if token.dep == "pcomp":
            host = tree[host].head
        if token.dep not in ("pcomp", "advcl", "xcomp") or tree[host].pos not in VERBAL or host == token.i:
            return None
        if signal in _SIGNALS:
            return cls(_SIGNALS[signal], host)
        perfect = any(tree[i].lower == "having" for i in tree.children(token.i, "aux"))
        apart = tree[tree.subtree(token.i)[0] - 1].text == ","
        trails = not signal and token.dep == "advcl" and token.i > host and apart and not perfect
        return cls("result", host) if trails else None


def _signal(tree: Tree, verb: int) -> str:
    """Return the word that joins a gerund to its host: "**by** closing", "**while** waiting"; empty where none does."""
    if tree[verb].dep == "pcomp":
        return tree[tree[verb].head].lower
    marks = (i for i in tree.children(verb, "mark", "advmod", "prep") if i < verb and tree[i].pos in ("ADP", "SCONJ"))
    return next((tree[i].lower for i in marks), "")


def modal_of(tree: Tree, verb: int) -> int | None:
    """Return the modal of a verb: "**could** save"."""
    return next((i for i in tree.children(verb, "aux") if tree[i].tag == "MD"), None)


def awaits(tree: Tree, verb: int) -> bool:
    """Tell whether a clause of time says what its verb waits for: "will stay **until the rebels leave**".

    English has no future behind "when", "once" or "until"; the verb above tells.
    """
    host = tree[verb].head
    if tree[host].lower == "soon":
        host = tree[host].head
    by_then = tree[verb].dep == "relcl" and tree[host].lower == "time" and tree[tree[host].head].lower == "by"
    if by_then:
        host = tree[tree[host].head].head
    elif tree[verb].dep != "advcl" or not _bounds(tree, verb, host):
        return False
    modal = modal_of(tree, host) if modal_of(tree, verb) is None else None
    return modal is not None and tree[modal].lower in _AHEAD


def _bounds(tree: Tree, verb: int, host: int) -> bool:
    """Tell whether a clause says when: "**when** it falls", "as **soon** as it falls"."""
    marks = {tree[i].lower for i in tree.children(verb, "mark", "advmod") if i < verb}
    soon = "as" in marks and any(tree[i].lower == "soon" for i in tree.children(host, "advmod"))
    return soon or not marks.isdisjoint(_BOUNDS)


def dated_before(tree: Tree, verb: int) -> bool:
    """Tell whether a participle has a date of its own, at which it was over: "the dam, **built** in 1962, holds"."""
    token = tree[verb]
    bare = tree.child(verb, "nsubj", "nsubjpass", "aux", "auxpass") is None
    if not bare or token.tag not in ("VBN", "VBD") or token.dep not in ("acl", "advcl"):
        return False
    if token.lower in _EXPECTED or token.lower in words("future_adjectives"):
        return False
    for i in tree.children(verb, "prep", "npadvmod", "advmod"):
        below = tree.subtree(i)
        if any(tree[j].entity == "DATE" for j in below) and not any(tree[j].lower in _OPEN for j in below):
            return True
    return False
