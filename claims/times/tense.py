"""Which way a time without a year points: ahead only where the verb above it says so."""

from __future__ import annotations

from claims.lexicon import words
from claims.syntax import Tree

_FUTURE = frozenset({"will", "'ll", "’ll", "wo", "shall", "gonna"})
_VERBAL = frozenset({"VERB", "AUX"})

#: Subjects of somebody who speaks of the very day.
_HERE = frozenset({"i", "we", "you", "it", "this", "that", "here", "there"})

PAST, OPEN, FUTURE = -1, 0, 1


def direction(tree: Tree, index: int) -> int:
    """Return FUTURE under "will" or "scheduled to", PAST under a past tense, else OPEN."""
    for verb in (index, *tree.ancestors(index)):
        if tree[verb].pos in _VERBAL and verb != index:
            return _of_verb(tree, verb)
        if tree[verb].lower == "upcoming":
            return FUTURE
    return OPEN


def _of_verb(tree: Tree, verb: int) -> int:
    """Read the verb group: auxiliaries, an infinitive's head, then the tag."""
    helpers = [tree[i] for i in tree.children(verb, "aux", "auxpass")]
    forms = {helper.lower for helper in helpers}
    if forms & _FUTURE:
        return FUTURE
    if "to" in forms or (tree[verb].tag == "VB" and not helpers):
        return _of_infinitive(tree, verb)
    tags = {helper.tag for helper in helpers}
    if tags & {"VBD"} or tree[verb].tag == "VBD" or (forms & {"has", "have", "'ve", "’ve"} and tree[verb].tag == "VBN"):
        return PAST
    if not helpers and tree[verb].tag in {"VBZ", "VBP"} and tree[verb].lemma in words("futurate_verbs"):
        return FUTURE
    if not helpers and tree[verb].tag == "VBN":
        return FUTURE if tree[verb].lemma in words("future_heads") else PAST
    if not helpers and tree[verb].tag == "VBG" and tree[verb].head != verb:
        return next((_of_verb(tree, up) for up in tree.ancestors(verb) if tree[up].pos in _VERBAL), OPEN)
    return OPEN


def is_general(tree: Tree, index: int) -> bool:
    """Tell whether the verb above is in the simple present: what is generally so, not done on a day."""
    if tree[tree[index].head].lower in {"of", "since", "by"}:
        return False
    verb = next((up for up in tree.ancestors(index) if tree[up].pos in _VERBAL), None)
    if verb is None:
        return tree[index].dep in {"poss", "nmod"}
    helpers = [tree[i] for i in tree.children(verb, "aux", "auxpass")]
    if any(tree[i].lower == "still" for i in tree.children(verb, "advmod")):
        return tree[verb].tag != "VBD"
    if tree[verb].tag == "VBG" or any(
        (helper.tag in {"MD", "VBD", "TO"} and helper.lower != "can") or helper.lemma == "have" for helper in helpers
    ):
        return False
    subject = tree.child(verb, "nsubj", "nsubjpass", "expl")
    if subject is not None and tree[subject].lower in _HERE:
        return False
    if tree[verb].lemma in words("future_heads") or (not helpers and tree[verb].lemma in words("futurate_verbs")):
        return False
    return (helpers[0] if helpers else tree[verb]).tag in {"VBZ", "VBP", "MD"}


def _of_infinitive(tree: Tree, verb: int) -> int:
    head = tree[tree[verb].head]
    if head.i != verb and (head.lemma in words("future_heads") or head.lower in words("future_heads")):
        return FUTURE
    if head.lemma == "be":
        return FUTURE
    return OPEN
