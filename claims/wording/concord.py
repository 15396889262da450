"""The verb agrees with its subject, and the subject has its case, once a claim has one of several subjects.

"The nurse and her sister own a farm" makes "the nurse **owns** a farm".
"""

from __future__ import annotations

from claims.analysis import Tokens
from claims.trees import FINITE, Token, Tree
from claims.wording.draft import Draft
from claims.wording.grammar import PLURAL_FORMS, SINGULAR_FORMS, SUBJECT_FORMS, article, head_of, is_third, present_of
from claims.wording.mentions import SEVERAL
from claims.wording.participles import is_finite_after_all


def agree(draft: Draft, who: Tokens, predicate: Tokens) -> None:
    """Make a verb agree with one of several subjects, or the one it was lent to: "the nurse owns a farm"."""
    tree = draft.tree
    head = head_of(tree, who) if predicate else None
    if head is None:
        return
    # "Injured **were** two nurses"
    verb = next((tree[i] for i in predicate if i < who[0] and tree[i].tag in FINITE), tree[predicate[0]])
    lent = verb.i < who[0]
    subject = tree.subjects.get(verb.head if verb.dep in ("aux", "auxpass") else verb.i, head.i)
    joined = {*tree.children(head.i, "conj"), *tree.children(subject, "conj")}
    several = head.dep == "conj" or not joined <= set(who)
    if head.pos not in ("NOUN", "PROPN", "NUM" if lent else "NOUN") or not (lent or several):
        return
    form = _third_form(tree, verb) if is_third(tree, who) else _plural_form(tree, verb, who) if lent else None
    if form is not None and form != verb.lower:
        draft.replace((verb.i,), form, "agreement", (verb.span,))
    if several and verb.lemma == "be" and is_third(tree, who):
        _single_out(draft, verb)


def _single_out(draft: Draft, verb: Token) -> None:
    """Make "is a lawyer" of "are lawyers", where one of several is told of."""
    tree = draft.tree
    noun = next((tree[i] for i in tree.children(verb.i, "attr") if i in draft.inside), None)
    if noun is None or noun.tag != "NNS" or noun.lower == noun.lemma or tree.child(noun.i, "nummod", "det", "poss"):
        return
    first = tree[next(i for i in tree.subtree(noun.i) if i in draft.inside)]
    many = tree.child(noun.i, "amod") is not None and any(tree[i].lower in SEVERAL for i in tree.children(noun.i))
    if many or first.i > noun.i or tree.child(noun.i, "conj") is not None:
        return
    if first.i == noun.i:
        draft.replace((noun.i,), f"{article(noun.lemma)} {noun.lemma}", "agreement", (noun.span,))
        return
    draft.insert(first.i, article(first.text), "agreement", (first.span,))
    draft.replace((noun.i,), noun.lemma, "agreement", (noun.span,))


def _third_form(tree: Tree, verb: Token) -> str | None:
    if verb.lower in SINGULAR_FORMS:
        return SINGULAR_FORMS[verb.lower]
    if verb.lemma == "be":
        return None
    finite = verb.tag == "VBP" or (verb.tag == "VB" and verb.dep == "conj" and is_finite_after_all(tree, verb))
    return present_of(verb.lemma.lower()) if finite else None


def _plural_form(tree: Tree, verb: Token, who: Tokens) -> str | None:
    """Return the plural of a form; "the army controls" and "the rebels **control**" have one verb."""
    if verb.lower in PLURAL_FORMS:
        return PLURAL_FORMS[verb.lower]
    foreign = verb.tag == "VBZ" and verb.lemma != "be" and tree.subjects.get(verb.i) not in who
    return verb.lemma.lower() if foreign else None


def take_subject_form(draft: Draft, who: Tokens) -> None:
    """Make "she was" of "her was": an object or owner that is the subject of its own claim, and has no name."""
    if len(who) == 1 and (form := SUBJECT_FORMS.get(draft.tree[who[0]].lower)):
        token = draft.tree[who[0]]
        if token.tag in ("PRP", "PRP$"):
            draft.replace((token.i,), form, "agreement", (token.span,))
