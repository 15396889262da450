"""Mend trees where the parser breaks a rule of English grammar.

Each repair is a pattern that no grammatical sentence has, with the reading that it stands for. A
repair moves heads; `mended` gives back the tree as it was where a move would close a cycle.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from claims.syntax import Tree

#: A token, its new head and its new label.
Move = tuple[int, int, str]


def opening_participle(tree: Tree) -> Iterator[Move]:
    """Free the subject that an opening participle took: "Writing in a blog, **he** called it …"."""
    for token in tree:
        if token.dep not in {"csubj", "advcl"} or token.tag not in {"VBG", "VBN"} or token.i > token.head:
            continue
        subject = tree.child(token.i, "nsubj")
        comma = any(tree[j].text == "," for j in range(token.i, subject or token.i))
        if subject is None or subject < token.i or not comma or tree.child(token.i, "aux") is not None:
            continue
        if tree.child(token.head, "nsubj", "nsubjpass") is None:
            passive = tree.child(token.head, "auxpass") is not None
            yield token.i, token.head, "advcl"
            yield subject, token.head, "nsubjpass" if passive else "nsubj"


def noun_joined_to_relative(tree: Tree) -> Iterator[Move]:
    """Join a noun to the noun before a relative clause: "those who were wounded and **the dead**"."""
    for token in tree:
        if token.dep != "conj" or token.pos not in {"NOUN", "PROPN"}:
            continue
        verb = tree[token.head]
        if verb.dep == "relcl" and verb.pos == "VERB" and tree.child(token.i, "nsubj", "nsubjpass", "cop") is None:
            yield token.i, verb.head, "conj"
            for joiner in tree.children(verb.i, "cc"):
                yield joiner, verb.head, "cc"


#: In the order in which they are tried.
REPAIRS: tuple[Callable[[Tree], Iterator[Move]], ...] = (opening_participle, noun_joined_to_relative)


def mended(tree: Tree) -> Tree:
    """Return the tree with all repairs made."""
    for repair in REPAIRS:
        moves = list(repair(tree))
        if moves:
            tree = _moved(tree, moves)
    return tree


def _moved(tree: Tree, moves: list[Move]) -> Tree:
    tokens = list(tree.tokens)
    for index, head, dep in moves:
        tokens[index] = attrs.evolve(tokens[index], head=head, dep=dep)
    moved = Tree(tuple(tokens))
    return moved if _is_tree(moved) else tree


def _is_tree(tree: Tree) -> bool:
    roots = [token.i for token in tree if token.head == token.i]
    return len(roots) == 1 and len(tree.subtree(roots[0])) == len(tree)
