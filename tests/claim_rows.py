"""Clauses as lines that a test can show."""

from __future__ import annotations

from collections.abc import Iterable

from claims.analysis import Clause
from claims.clauses import split
from claims.trees import Tree


def rows(tree: Tree, clauses: Iterable[Clause] | None = None) -> list[str]:
    """Write clauses, those of the tree where none are given, as "who | predicate | rest"."""
    found = []
    for clause in split(tree) if clauses is None else clauses:
        rest = sorted({i for slot in clause.arguments for i in slot.tokens})
        found.append(" | ".join((tree.words(clause.who), tree.words(clause.predicate), tree.words(rest))).strip())
    return found
