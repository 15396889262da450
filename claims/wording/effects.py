"""What a claim about cause or effect needs to be a sentence and has in no slot.

A verb and its cause lack the object, "it closed **the pier** due to threats"; what followed from a whole clause lacks
that clause, "**that they struck** led to delays".
"""

from __future__ import annotations

from claims.analysis import Clause, Tokens
from claims.lexicon import words
from claims.trees import VERBAL, Token, Tree

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


def led_from(tree: Tree, clause: Clause) -> Tokens:
    """Return the clause that had an outcome, of a claim on it: "**they struck**, leading to delays", "…, which led".

    What hangs on it behind the outcome, or is joined to it, is no part; a joined verb's subject is.
    """
    verb = tree[clause.head]
    host = tree[verb.head]
    if verb.dep not in ("advcl", "relcl") or host.pos not in VERBAL or not tree.is_finite(host.i) or host.i > verb.i:
        return ()
    outcome = not clause.who and clause.predicate[:1] == (verb.i,) and verb.tag == "VBG"
    relative = len(clause.who) == 1 and tree[clause.who[0]].lower == "which" and _sums_up(tree, verb)
    subject = _subject(tree, host) if outcome or relative else None
    if subject is None:
        return ()
    apart = [*tree.children(host.i, "cc", "conj", "mark", "preconj", "parataxis", "punct")]
    apart += [i for i in tree.children(host.i, "advcl", "advmod", "intj") if i < subject]
    gone = {j for i in apart for j in tree.subtree(i)}.union(tree.subtree(verb.i))
    whole = sorted({*tree.subtree(subject), *tree.subtree(host.i)})
    found = [i for i in whole if i < verb.i and (i not in gone or tree[i].text in _COMMAS)]
    # A comma goes with what it set off.
    found = [i for i in found if tree[i].text not in _COMMAS or i - 1 in found]
    while found and tree[found[-1]].pos == "PUNCT":
        found.pop()
    return tuple(found)


def _sums_up(tree: Tree, verb: Token) -> bool:
    """Tell whether "which" stands for a clause: "…, which **led** to delays"; not "…, which was built in May"."""
    return verb.lemma in words("outcome_verbs") or (verb.lemma == "be" and tree.child(verb.i, "attr") is not None)


def _subject(tree: Tree, verb: Token) -> int | None:
    """Return the subject of a verb, or of the finite one that it is joined to."""
    while (found := tree.child(verb.i, "nsubj", "nsubjpass", "expl")) is None and verb.dep == "conj":
        verb = tree[verb.head]
    return found
