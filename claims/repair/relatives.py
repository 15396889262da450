"""Repairs of what hangs on a noun behind it: relative clauses, and what a closing bracket parts from it."""

from __future__ import annotations

from collections.abc import Iterator

from claims.repair.moves import Move, is_singular
from claims.trees import VERBAL, Token, Tree

#: Labels of what tells of a noun and can only hang on one.
_TELLING = frozenset({"relcl", "acl", "appos"})
#: What is told of times themselves: "the quarter, which ends in May".
_DATING = frozenset({"end", "begin", "start", "last", "run", "fall", "mark", "see", "come"})


def which_of_noun(tree: Tree) -> Iterator[Move]:
    """Give "which" to what it can stand for, not to a date or plural between: "the **set** of laws, which is …"."""
    for verb in tree.labelled("relcl"):
        noun, first = tree[verb.head], tree.subtree(verb.i)[0]
        if noun.i > verb.i or tree[first].lower != "which" or tree[first - 1].text != ",":
            continue
        near = tree[first - 2]
        if noun.entity == "PERSON" and noun.i < near.i and near.pos in {"NOUN", "PROPN"} and near.entity != "PERSON":
            # "Ann Lee, head of Ark, which …": "which" is nobody.
            yield Move(verb.i, near.i, "relcl")
            continue
        dated = _is_date(noun) and tree.child(verb.i, "attr") is None and verb.lemma not in _DATING
        several = noun.tag == "NNS" and not noun.entity and tree.child(noun.i, "conj") is None
        if not dated and not (several and tree[first].head == verb.i and is_singular(tree, verb.i)):
            continue
        above = next(_nouns_above(tree, noun.i), None)
        if above is not None and (dated or tree[above].tag in {"NN", "NNP"}):
            yield Move(verb.i, above, "relcl")


def _is_date(noun: Token) -> bool:
    return noun.entity in {"DATE", "TIME"} and noun.dep in {"pobj", "npadvmod"}


def _nouns_above(tree: Tree, index: int) -> Iterator[int]:
    """Yield the nouns that a noun belongs to, up to the first finite verb."""
    for i in tree.ancestors(index):
        if i > index or (tree[i].pos in VERBAL and tree.is_finite(i)):
            return
        if tree[i].pos in {"NOUN", "PROPN"} and not _is_date(tree[i]):
            yield i


def behind_bracket(tree: Tree) -> Iterator[Move]:
    """Let nothing behind a bracket hang on what it holds: "the cup (a **prize** of old), **which** he lost"."""
    opening = None
    for token in tree:
        if token.text == "(":
            opening = token.i
        if token.text != ")" or opening is None:
            continue
        inside = range(opening + 1, token.i if tree[opening + 1].dep != "cc" else opening)
        held = next((tree[i].head for i in inside if tree[i].head < opening), None)
        opening = None
        for child in (c for i in inside for c in tree.children(i) if c > token.i):
            head = _outside(tree, child, held) if held is not None and tree.subtree(child)[0] <= token.i + 2 else None
            if head is not None:
                yield Move(child, head, tree[child].dep)


def _outside(tree: Tree, child: int, outer: int) -> int | None:
    """Return what a token behind a bracket can hang on, from what holds the bracket upwards."""
    dep, verbal = tree[child].dep, tree[child].pos in VERBAL
    for i in (outer, *tree.ancestors(outer)):
        over = tree[i].pos in VERBAL
        if dep == "conj" and over != verbal:
            continue
        if i < child and (dep not in _TELLING or not over):
            return i
    return None
