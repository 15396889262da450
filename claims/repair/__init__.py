"""Mend trees where the parser breaks a rule of English grammar.

Each repair is a pattern that no grammatical sentence has, with the reading that it stands for. A
repair moves heads; `mended` gives back the tree as it was where a move would close a cycle.
"""

from __future__ import annotations

import attrs

from claims.repair.moves import Move, is_singular
from claims.repair.table import RARE, REPAIRS
from claims.trees import Tree

__all__ = ["RARE", "REPAIRS", "Move", "is_singular", "mended"]


#: Parts of speech by the first letters of tags that repairs give.
_POS = {"VB": "VERB", "NN": "PROPN"}


def mended(tree: Tree) -> Tree:
    """Return the tree with all repairs made; one without words, of a sentence too long to parse, has none."""
    lacks = tree.signs.isdisjoint
    for repair in REPAIRS:
        if any(map(lacks, repair.needs)):
            continue
        moves = list(repair.moves(tree)) if tree else []
        if moves:
            tree = _moved(tree, moves)
            lacks = tree.signs.isdisjoint
    return tree


def _moved(tree: Tree, moves: list[Move]) -> Tree:
    tokens = list(tree)
    for move in moves:
        token = attrs.evolve(tokens[move.index], head=move.head, dep=move.dep)
        if move.tag:
            token = attrs.evolve(token, tag=move.tag, pos=_POS.get(move.tag[:2], token.pos))
        tokens[move.index] = token
    moved = Tree(tuple(tokens))
    return moved if _is_tree(moved) else tree


def _is_tree(tree: Tree) -> bool:
    roots = [token.i for token in tree if token.head == token.i]
    return len(roots) == 1 and len(tree.subtree(roots[0])) == len(tree)
