"""What a claim about a verb and one adjunct leaves out: "it **closed** … due to threats" is said of "**the pier**".

The slots of such a claim are its host's subject and verb with the adjunct; its words need the object to be a sentence.
"""

from __future__ import annotations

from claims.analysis import Clause, Tokens
from claims.trees import VERBAL, Tree

#: What a verb can't be said without.
_NEEDED = ("dobj", "dative", "attr", "acomp", "oprd", "xcomp")
_COMMAS = frozenset((",", "–", "—", "--"))
#: Tags of relative pronouns: "the pier, **which** it closed because of rot".
_RELATIVES = frozenset(("WDT", "WP"))
#: What only tells more of it, behind a comma.
_ADDED = frozenset(("relcl", "acl", "advcl", "appos", "punct"))


def left_out(tree: Tree, clause: Clause) -> Tokens:
    """Return the objects and complements of a claim's verbs that are no part of it, in text order."""
    if not clause.predicate or not clause.arguments or clause.head not in clause.arguments[0].tokens:
        return ()
    inside = frozenset(clause.tokens)
    last = clause.predicate[-1]
    tops = [i for verb in clause.predicate if tree[verb].pos in VERBAL for i in tree.children(verb, *_NEEDED)]
    tops = [i for i in tops if (last < i or tree[i].tag in _RELATIVES) and inside.isdisjoint(tree.subtree(i))]
    return tuple(sorted({j for i in tops for j in _plain(tree, i)}))


def _plain(tree: Tree, top: int) -> set[int]:
    """Return a phrase without what a comma sets off."""
    found = set(tree.subtree(top))
    for i in sorted(found):
        start = tree.subtree(i)[0]
        if i != top and tree[i].dep in _ADDED and start and tree[start - 1].text in _COMMAS:
            found.difference_update(tree.subtree(i), (start - 1,))
    while found and tree[max(found)].pos == "PUNCT":
        found.discard(max(found))
    return found
