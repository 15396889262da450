"""Quotation marks and brackets that lost their partner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from claims.trees import VERBAL, Token, Tree
from claims.wording.draft import Draft

OPENING = {"(": ")", "[": "]", "“": "”", "``": "''"}
QUOTING = frozenset(("“", "”", '"'))
CLOSING = {closing: opening for opening, closing in OPENING.items()}
MARKS = frozenset((*OPENING, *CLOSING, '"'))


def drop_unpaired(draft: Draft, kept: Iterable[int]) -> None:
    """Drop quotation marks and brackets among the kept words whose partner is no part of the claim."""
    if not MARKS.isdisjoint(draft.tree.signs):
        draft.delete(unpaired(draft, kept), "mark")


def unpaired(draft: Draft, tokens: Iterable[int]) -> list[int]:
    """Return the marks among the tokens that have no partner there."""
    tree = draft.tree
    waiting: list[tuple[str, int]] = []
    single: list[int] = []
    for i in [i for i in tokens if tree[i].text in MARKS]:
        mark = _mark(tree[i], waiting)
        if mark in OPENING:
            waiting.append((mark, i))
        elif mark in CLOSING:
            if waiting and waiting[-1][0] == CLOSING[mark]:
                waiting.pop()
            else:
                single.append(i)
    return [*single, *(i for _, i in waiting)]


def pauses(tree: Tree, tokens: Iterable[int]) -> Iterator[int]:
    """Yield the commas at which who speaks stood before a verb: '"The road," Lee said, "**is** open"'."""
    for before, after in pairwise(i for i in tokens if tree[i].text not in QUOTING):
        if tree[before].text == "," and tree[after].pos in VERBAL and after - before > 3:
            yield before


def _mark(token: Token, waiting: Iterable[tuple[str, int]]) -> str:
    if token.text != '"':
        return token.text
    if token.tag in ("``", "''"):
        return token.tag
    return "''" if any(mark == "``" for mark, _ in waiting) else "``"
