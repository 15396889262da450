"""Leave no content word without a claim (T4)."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claims.analysis import Clause, Slot
from claims.clauses.phrases import Plan
from claims.clauses.scene import Scene, trim

#: Parts of speech that no claim owes a place: marks, articles, connectives, bare auxiliaries.
EXEMPT = {"PUNCT", "DET", "CCONJ", "SCONJ", "AUX", "PART", "SPACE", "INTJ", "ADP"}


def complete(plan: Plan, clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """Give every content word that no clause holds to the clause that governs it, as a modifier."""
    if not clauses:
        return ()
    scene = plan.scene
    found = list(clauses)
    covered = {i for clause in found for i in clause.tokens}
    missing = [t.i for t in scene.tree if t.i not in covered and t.pos not in EXEMPT]
    for i in missing:
        if i not in covered:
            top = _top(scene, covered, i)
            words = trim(scene, (j for j in scene.tree.subtree(top) if j not in covered))
            listed = next(
                (cut for cut in plan.cuts.values() if cut.shape == "membership" and top in scene.tree.subtree(cut.at)),
                None,
            )
            if listed is not None:
                # "including A, B and other bases": the rest of the list stays with the whole.
                words = (listed.at, *words)
            home = _home(scene, found, listed.at if listed else i)
            arguments = (*found[home].arguments, Slot("modifier", words))
            found[home] = attrs.evolve(found[home], arguments=arguments)
            covered.update(words)
    return tuple(found)


def _top(scene: Scene, covered: set[int], i: int) -> int:
    """Return the highest word from `i` upwards that is not covered either."""
    top = i
    for above in scene.tree.ancestors(i):
        if above in covered:
            break
        top = above
    return top


def _home(scene: Scene, clauses: Sequence[Clause], i: int) -> int:
    """Return the index of the clause headed by the nearest governor, else of the nearest clause."""
    heads = {clause.head: number for number, clause in reversed(list(enumerate(clauses)))}
    for above in scene.tree.ancestors(i):
        if above in heads:
            return heads[above]
    for above in scene.tree.ancestors(i):
        for number, clause in enumerate(clauses):
            if above in clause.tokens:
                return number
    return min(range(len(clauses)), key=lambda number: abs(clauses[number].head - i))
