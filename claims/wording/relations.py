"""Words that only relate a claim to another one: "days after" dangles alone."""

from __future__ import annotations

from claims.analysis import Adjunct, Clause
from claims.trees import Tree
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
