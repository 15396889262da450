"""Words that only relate a claim to another one: "days after" dangles alone."""

from __future__ import annotations

from claims.analysis import Adjunct, Clause
from claims.lexicon import words
from claims.trees import Token, Tree
from claims.wording.draft import Draft

#: Verbs that say nothing without the time at which something came about.
OCCURRING = frozenset(("come", "follow", "happen", "occur"))


def drop_signals(draft: Draft, clause: Clause) -> None:
    """Drop "days after"; where nothing would be left to say, as in "it comes a month before …", say after what."""
    for adjunct in clause.when:
        if adjunct.target is None or adjunct.target in draft.inside:
            continue
        if not (_leaves_nothing(draft.tree, clause) and _say_target(draft, adjunct, adjunct.target)):
            draft.delete(adjunct.tokens, "relation")


def _leaves_nothing(tree: Tree, clause: Clause) -> bool:
    alone = not clause.arguments and not clause.where and len(clause.when) == 1
    return alone and tree[clause.head].lemma.lower() in OCCURRING


def _say_target(draft: Draft, adjunct: Adjunct, target: int) -> bool:
    """Put the clause that a time is counted from behind its signal; tell whether it stands there."""
    tree = draft.tree
    below = [i for i in tree.subtree(target) if i > adjunct.tokens[-1]]
    while below and tree[below[-1]].pos == "PUNCT":
        below.pop()
    if not below or below[0] != adjunct.tokens[-1] + 1 or below[-1] - below[0] != len(below) - 1:
        return False
    place = tree.extent(below)
    draft.insert(adjunct.tokens[-1], place.exact(draft.text), "relation", place.spans, behind=True)
    return True


def drop_dangling(draft: Draft, heads: frozenset[int]) -> list[int]:
    """Drop conjunctions and prepositions at the edges that tie the claim to what is no part of it; return the rest."""
    kept = draft.kept()
    inside = frozenset(kept)
    while kept and _dangles(draft.tree, kept[-1], inside) and kept[-1] not in draft.behind:
        draft.delete((kept.pop(),), "relation")
    while kept and _leads(draft.tree[kept[0]], heads) and kept[0] not in draft.before:
        draft.delete((kept.pop(0),), "relation")
    return kept


def _leads(token: Token, heads: frozenset[int]) -> bool:
    """Tell whether a word only ties the claim to what stands before it; "if" does more."""
    if token.dep in ("cc", "preconj"):
        return token.lower not in ("neither", "nor")
    if token.dep != "mark" or token.tag == "TO" or token.head not in heads:
        return False
    return token.lower not in words("conditional_subordinators") and token.lower != "whether"


def _dangles(tree: Tree, index: int, inside: frozenset[int]) -> bool:
    token = tree[index]
    if token.dep in ("cc", "preconj") or (token.dep == "mark" and token.tag != "TO"):
        return True
    if token.tag == "WRB":
        return token.head not in inside
    if token.dep != "prep":
        return False
    below = tree.children(index)
    return bool(below) and not inside.intersection(below)
