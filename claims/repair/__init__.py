"""Mend trees where the parser breaks a rule of English grammar.

Each repair is a pattern that no grammatical sentence has, with the reading that it stands for. A
repair moves heads; `mended` gives back the tree as it was where a move would close a cycle.
"""

from __future__ import annotations

from claims.repair.moves import Move, is_singular
from claims.repair.table import RARE, REPAIRS
from claims.trees import Needs, Tree
from claims.values import evolve

__all__ = ["RARE", "REPAIRS", "Move", "is_singular", "mended"]


#: Parts of speech by the first letters of tags that repairs give.
_POS = {"VB": "VERB", "NN": "PROPN"}
_NEEDS = Needs.of(repair.needs for repair in REPAIRS)


def mended(tree: Tree) -> Tree:
    """Return the tree with all repairs made; one without words, of a sentence too long to parse, has none."""
    if not tree:
        return tree
    lacking = _NEEDS.lacking(tree)
    for repair, needs in zip(REPAIRS, _NEEDS.rows, strict=True):
        if needs & lacking:
            continue
        moves = list(repair.find(tree))
        if moves:
            tree = _moved(tree, moves)
            lacking = _NEEDS.lacking(tree)
    return tree


def _moved(tree: Tree, moves: list[Move]) -> Tree:
    tokens = list(tree)
    for move in moves:
        token = evolve(tokens[move.index], head=move.head, dep=move.dep)
        if move.tag:
            token = evolve(token, tag=move.tag, pos=_POS.get(move.tag[:2], token.pos))
        tokens[move.index] = token
    moved = Tree(tuple(tokens))
    return moved if _is_tree(moved) else tree


def _is_tree(tree: Tree) -> bool:
    roots = [token.i for token in tree if token.head == token.i]
    return len(roots) == 1 and len(tree.subtree(roots[0])) == len(tree)
