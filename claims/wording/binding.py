"""Where a pronoun or noun stands: the phrases around it, its role, the subjects near it, what it is said of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from claims.lexicon import words
from claims.trees import Token, Tree

#: How far up a tree anything is looked for.
DEEP = 24
#: Dependencies of nouns as roles.
ROLES = {
    "nsubj": "subject",
    "nsubjpass": "subject",
    "csubj": "subject",
    "dobj": "object",
    "dative": "object",
    "pobj": "oblique",
    "poss": "possessive",
    "attr": "predicate",
    "appos": "appositive",
    "compound": "modifier",
    "nmod": "modifier",
    "amod": "modifier",
    "npadvmod": "adverbial",
}


def containers(tree: Tree, index: int) -> Iterator[int]:
    """Yield the heads of the noun phrases around a word; a relative clause is a world of its own."""
    below = index
    if (noun := _beside_relative(tree, tree[index])) is not None:
        yield noun
    for above in islice(tree.ancestors(index), DEEP):
        dep = tree[below].dep
        if (
            tree[above].dep == "acl"
            and tree.has_to(above)
            and tree[tree[above].head].lemma in words("complement_nouns")
        ):
            # "a decision to name **its** ships": no decision owns them.
            yield tree[above].head
        beside = dep == "amod" and above < below
        if beside or dep in ("relcl", "conj", "appos", "acl", "advcl", "ccomp") or tree[above].pos in ("VERB", "AUX"):
            return
        yield above
        below = above


def _beside_relative(tree: Tree, token: Token) -> int | None:
    """Return the noun whose relative pronoun shares a verb with a word: "the pier, which **it** closed"."""
    verb = tree[token.head]
    if verb.dep != "relcl" or token.dep not in ("nsubj", "nsubjpass", "dobj", "dative"):
        return None
    opening = [i for i in tree.subtree(verb.i) if i < verb.i and tree[i].tag in ("WDT", "WP", "WP$", "WRB")]
    alone = not opening or (tree[opening[0]].head == verb.i and tree[opening[0]].tag in ("WDT", "WP"))
    return verb.head if alone else None


def subjects_above(tree: Tree, index: int) -> Iterator[int]:
    """Yield the subjects of the clauses around the clause that a word is in, from within."""
    clauses = 0
    for above in islice(tree.ancestors(index), DEEP):
        if tree[above].pos in ("VERB", "AUX"):
            clauses += 1
            subject = tree.child(above, "nsubj", "nsubjpass")
            if clauses > 1 and subject is not None:
                yield subject


def own_subject(tree: Tree, index: int) -> int:
    """Return the subject of the clause that a word is in, or -1; no word is its own."""
    for above in islice(tree.ancestors(index), DEEP):
        if tree[above].pos in ("VERB", "AUX"):
            subject = subject_of(tree, above)
            return subject if subject != index else -1
    return -1


def subject_of(tree: Tree, verb: int) -> int:
    """Return the head of the subject of a verb, shared and controlled subjects included, or -1."""
    for _ in range(6):
        found = tree.child(verb, "nsubj", "nsubjpass", "csubj", "expl")
        if found is not None:
            return _antecedent_of_relative(tree, found, verb)
        if tree[verb].dep in ("conj", "xcomp", "advcl") and tree[tree[verb].head].pos in ("VERB", "AUX"):
            verb = tree[verb].head
        elif tree[verb].dep == "acl":
            return tree[verb].head
        elif tree[verb].dep == "pcomp" and tree[tree[tree[verb].head].head].pos in ("VERB", "AUX"):
            verb = tree[tree[verb].head].head
        else:
            return -1
    return -1


def _antecedent_of_relative(tree: Tree, subject: int, verb: int) -> int:
    if tree[subject].tag in ("WDT", "WP") and tree[verb].dep == "relcl":
        return tree[verb].head
    return subject


def described(tree: Tree, noun: int) -> int:
    """Return what a noun is said of: "X is its foe", "X is seen as its foe", "they call X its foe", "X, its foe"."""
    token = tree[noun]
    verb = tree[token.head]
    if token.dep == "appos":
        return verb.i
    if token.dep in ("attr", "oprd"):
        return _patient(tree, verb.i) if token.dep == "oprd" else subject_of(tree, verb.i)
    if token.dep == "pobj" and verb.lower == "as":
        return _patient(tree, verb.head)
    return -1


def _patient(tree: Tree, verb: int) -> int:
    found = tree.child(verb, "nsubjpass", "dobj")
    return -1 if found is None else found


def governor_of(tree: Tree, index: int) -> int:
    """Return what a word is an argument of: prepositions and coordination are passed over."""
    token = tree[index]
    for _ in range(8):
        head = tree[token.head]
        if head.i == token.i:
            return head.i
        if token.dep == "conj" or (head.dep in ("prep", "agent", "dative") and head.pos in ("ADP", "SCONJ")):
            token = head
            continue
        if head.pos == "ADP":
            token = head
            continue
        return head.i
    return token.head


def role_of(tree: Tree, token: Token) -> str:
    """Return the grammatical role; a conjunct has that of the first."""
    if token.dep == "pobj" and tree[token.head].dep == "agent":
        return "agent"
    for _ in range(8):
        if token.dep != "conj":
            break
        token = tree[token.head]
    return ROLES.get(token.dep, "other")
