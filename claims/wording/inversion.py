"""Sentences whose verb stands before the subject: which keep that order, questions, and denials at the front."""

from __future__ import annotations

from collections.abc import Sequence, Set

from claims.analysis import Clause, Tokens
from claims.trees import CLEFT, FINITE, Token, Tree
from claims.wording.draft import Draft

#: Tags of words that ask.
_ASKING = frozenset(("WP", "WRB", "WDT", "WP$"))
#: Denials at the front that are said with the verb: "**nor** did he pay" is "he did not pay".
_FRONTED = frozenset(("nor", "not"))
#: Marks that close a sentence.
_ENDS = frozenset((".", "!", "?", ";"))


def asks(tree: Tree, clause: Clause, who: Tokens, forms: Sequence[Token]) -> bool:
    """Tell whether a clause is a question in its own words: "**will** it rain?"; not "he left?", "when it rains?"."""
    if "?" not in tree.signs or not forms or tree[clause.head].dep not in ("ROOT", "ccomp", "conj", "parataxis"):
        return False
    end = next((token.text for token in tree[clause.tokens[-1] + 1 :] if token.text in _ENDS), "")
    if end != "?":
        return False
    first = next((i for i in clause.tokens if tree[i].pos not in ("PUNCT", "CCONJ", "ADP")), clause.tokens[0])
    leads = tree[first].tag in _ASKING or (first + 1 < len(tree) and tree[first].lower == "how")
    return leads or (bool(who) and forms[0].i < who[0] and forms[0].tag in FINITE)


def keeps_order(draft: Draft, who: Tokens, forms: Sequence[Token], moved: Set[int]) -> bool:
    """Tell whether what opens a clause turned it round: "**among the dead** were two nurses", "**then** came rain"."""
    first = forms[0].i if forms[0].tag in FINITE else forms[-1].i
    finite = draft.tree[first].tag in FINITE
    before = first - 1
    return finite and first < who[0] and before in draft.inside and before not in moved and not draft.is_deleted(before)


def deny(draft: Draft, who: Tokens, predicate: Tokens, forms: Sequence[Token]) -> int:
    """Put a denial from the front of a clause to its verb, "nor did he pay": "he did **not** pay".

    Return where the predicate begins without it.
    """
    tree, first = draft.tree, predicate[0]
    if tree[first].dep != "neg" or tree[first].lower not in _FRONTED or first > who[0] or forms[0].tag not in FINITE:
        return first
    verb = forms[0]
    if verb.i in draft.covered:
        return first
    draft.delete((first,), "order")
    if verb.lower == "can":
        draft.replace((verb.i,), "cannot", "order", (tree[first].span, verb.span))
    elif len(forms) > 1 or verb.lemma == "be" or verb.tag == "MD":
        draft.insert(verb.i, "not", "order", (tree[first].span,), behind=True)
    elif verb.tag in ("VBD", "VBZ", "VBP"):
        do = {"VBD": "did", "VBZ": "does"}.get(verb.tag, "do")
        draft.replace((verb.i,), f"{do} not {verb.lemma}", "order", (tree[first].span, verb.span))
    return predicate[1]


def bounded(draft: Draft, who: Tokens, verb: int) -> Tokens:
    """Return what "only" bounds at the front of a clause that is not turned round: "it opened **only last year**"."""
    lead = tuple(i for i in draft.kept() if i < who[0])
    turned = not lead or who[0] > verb or draft.tree[lead[0]].lower != "only"
    cleft = not turned and any(token.dep == CLEFT and token.lower == "that" for token in draft.tree)
    return lead if cleft and lead[-1] < who[0] - 1 else ()
