"""Repairs of members and the whole that they are of: "ten men, including Lee", "ten men, among them Lee"."""

from __future__ import annotations

from collections.abc import Iterator

from claims.lexicon import table
from claims.repair.moves import Move
from claims.trees import SUBJECTS, VERBAL, Token, Tree


def listed_members(tree: Tree) -> Iterator[Move]:
    """Read what follows "including" as a list, not as other names of its first: "including A, **B** and C"."""
    for token in tree.labelled("appos"):
        noun = tree[token.head]
        while noun.dep in {"appos", "conj"} and noun.head != noun.i:
            noun = tree[noun.head]
        opening = tree[noun.head].lower
        such = opening == "as" and noun.head > 0 and tree[noun.head - 1].lower == "such"
        first = tree.subtree(token.i)[0]
        comma = first > 0 and tree[first - 1].text == ","
        if noun.dep == "pobj" and comma and (opening == "including" or such):
            yield Move(token.i, token.head, "conj")


def members_behind_verb(tree: Tree) -> Iterator[Move]:
    """Give members behind a verb to the whole that they are of: "ten men left, **including Lee**"."""
    for token in tree.labelled("prep"):
        verb = tree[token.head]
        if token.lower != "including" or verb.pos not in VERBAL or verb.lemma in table("cue_verbs"):
            continue
        whole = _whole_before(tree, token, verb)
        if whole is not None:
            yield Move(token.i, whole, "prep")


def members_among(tree: Tree) -> Iterator[Move]:
    """Give members announced by "among them" to their whole: "they held ten men, **among them a judge**"."""
    for token in tree.labelled("prep"):
        member = tree[token.head]
        verb = tree[member.head]
        told = token.lower == "among" and token.i + 1 < len(tree) and tree[token.i + 1].lower in {"them", "these"}
        if not told or member.i < token.i or member.dep not in {"npadvmod", "dep", "conj"} or verb.pos not in VERBAL:
            continue
        whole = _whole_before(tree, token, verb)
        if whole is not None:
            yield Move(member.i, whole, "appos")


def _whole_before(tree: Tree, opening: Token, verb: Token) -> int | None:
    """Return the several that members behind a comma are of, the nearest phrase or who acts."""
    last = opening.i - 1
    if last < 1:
        return None
    last -= tree[last].text == ","
    whole = tree.child(verb.i, *SUBJECTS) if last == verb.i else None
    for i in (last, *tree.ancestors(last)) if last != verb.i else ():
        if i > last or tree[i].pos in VERBAL or tree.subtree(i)[-1] > opening.i:
            break
        whole = i if tree[i].pos == "NOUN" else whole
    several = whole is not None and tree[whole].tag in {"NNS", "NNPS"} and tree[whole].entity != "DATE"
    return whole if several else None
