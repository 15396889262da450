"""Verbs that are left out because the clause before has them: "and France did too" is "and France raised taxes"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.analysis import Clause
from claims.trees import VERBAL, Token, Tree
from claims.wording.draft import Draft

#: Words that say "the same": with a bare auxiliary they stand for the verb before.
LIKEWISE = frozenset(("too", "so", "likewise"))
AUXILIARIES = frozenset(("do", "have", "be"))
#: What of the clause before is not repeated: its joints, its subject, and what it only adds.
APART = frozenset(
    ("cc", "conj", "punct", "nsubj", "nsubjpass", "aux", "auxpass", "mark", "advcl", "ccomp", "parataxis")
)


def say_elided(draft: Draft, clause: Clause, forms: Sequence[Token]) -> bool:
    """Say the verb and its complements that a lone auxiliary stands for; tell whether it was one."""
    tree, verb = draft.tree, _alone(draft.tree, clause, forms)
    host = None if verb is None else _host(tree, verb)
    if verb is None or host is None:
        return False
    behind = _complements(tree, host)
    said = _said(verb, host)
    if said is None:
        return False
    places = (host.span, *tree.extent(behind))
    words = " ".join([*said, *(span.slice(draft.text) for span in tree.extent(behind))])
    draft.delete((i for i in _likewise(tree, verb) if i in draft.inside), "elision")
    draft.replace((verb.i,), words, "elision", places)
    return True


def _alone(tree: Tree, clause: Clause, forms: Sequence[Token]) -> Token | None:
    """Return the auxiliary that stands alone, with a word for "the same" or behind "as": "as **did** Chad"."""
    if len(forms) != 1 or forms[0].i != clause.head or forms[0].lemma.lower() not in AUXILIARIES:
        return None
    verb = forms[0]
    bare = not clause.where and all(slot.role == "modifier" for slot in clause.arguments)
    marked = any(tree[i].lower == "as" for i in tree.children(verb.i, "mark"))
    return verb if bare and (_likewise(tree, verb) or marked) else None


def _likewise(tree: Tree, verb: Token) -> list[int]:
    """Return the words below a verb that say "the same": "too", "so", "as well"."""
    found = [i for i in tree.children(verb.i, "advmod") if tree[i].lower in LIKEWISE]
    for i in tree.children(verb.i, "advmod"):
        if tree[i].lower == "well" and i and tree[i - 1].lower == "as":
            found += [i - 1, i]
    return found


def _host(tree: Tree, verb: Token) -> Token | None:
    """Return the verb that is not repeated: of the clause that this one is joined to."""
    if verb.dep in ("conj", "advcl", "parataxis") and tree[verb.head].pos in VERBAL:
        return tree[verb.head]
    before = [i for i in tree.children(verb.i, "ccomp") if i < verb.i and tree[i].pos in VERBAL]
    return tree[before[0]] if before else None


def _said(verb: Token, host: Token) -> list[str] | None:
    """Return the verb group to say; None where its form would have to be made up."""
    lemma = verb.lemma.lower()
    if host.lemma.lower() == lemma:
        return [verb.text]
    if lemma == "do":
        return [host.text] if host.tag == verb.tag else [verb.text, host.lemma] if host.tag != "VBN" else None
    fits = host.tag == "VBN" if lemma == "have" else host.tag in ("VBN", "VBG")
    return [verb.text, host.text] if fits else None


def _complements(tree: Tree, host: Token) -> tuple[int, ...]:
    """Return the words right behind a verb that belong to it."""
    kept = {j for i in tree.children(host.i) if tree[i].dep not in APART for j in tree.subtree(i) if tree[j].i > host.i}
    end = host.i + 1
    while end in kept:
        end += 1
    return tuple(range(host.i + 1, end))
