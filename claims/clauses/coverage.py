"""Leave no content word without a claim (T4)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import attrs

from claims.analysis import Clause, Slot
from claims.clauses.phrases import Plan
from claims.clauses.scene import Scene, trim
from claims.lexicon import table

#: Kinds of words in `lexicon/exempt.tsv` that need no claim.
PASSED = {"article", "connective", "expletive", "complementiser", "relative", "preposition"}
#: Words in the longest phrase that counts as one connective: "on the other hand".
LONGEST_PHRASE = 5


def complete(plan: Plan, clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """Give every content word that no clause holds to the clause that governs it, as a modifier."""
    if not clauses:
        return ()
    scene = plan.scene
    found = list(clauses)
    covered = {i for clause in found for i in clause.tokens}
    owed = _owed(scene)
    missing = [i for i in owed if i not in covered]
    for i in missing:
        if i not in covered:
            top = _top(scene, covered, i)
            rest = trim(scene, (j for j in scene.tree.subtree(top) if j not in covered)) or (i,)
            listed = next(
                (cut for cut in plan.cuts.values() if cut.shape == "membership" and top in scene.tree.subtree(cut.at)),
                None,
            )
            if listed is not None:
                # "including A, B and other bases": the rest of the list stays with the whole.
                rest = (listed.at, *rest)
            home = _home(scene, found, listed.at if listed else i)
            arguments = (*found[home].arguments, Slot("modifier", rest))
            found[home] = attrs.evolve(found[home], arguments=arguments)
            covered.update(rest)
    return tuple(found)


@cache
def _passed() -> tuple[frozenset[str], frozenset[str]]:
    """Return what needs no claim, and the words that phrases among it begin with."""
    exempt = frozenset(word for word, (kind, *_) in table("exempt").items() if kind in PASSED)
    return exempt, frozenset(phrase.partition(" ")[0] for phrase in exempt if " " in phrase)


def _owed(scene: Scene) -> list[int]:
    """Return the content words: all but marks and the closed classes of `lexicon/exempt.tsv`."""
    exempt, openings = _passed()
    lowers = [token.lower for token in scene.tree.tokens]
    passed = {i for i, word in enumerate(lowers) if word in exempt or not any(map(str.isalnum, word))}
    for first, word in enumerate(lowers):
        if word in openings:
            for last in range(first + 2, min(first + LONGEST_PHRASE, len(lowers)) + 1):
                if " ".join(lowers[first:last]) in exempt:
                    passed.update(range(first, last))
    return [i for i in range(len(lowers)) if i not in passed]


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
