"""Leave no content word without a claim (T4)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claims.analysis import Clause, Slot, Tokens
from claims.clauses.phrases import Plan
from claims.clauses.scene import Scene, trim
from claims.lexicon import table
from claims.trees import CLEFT
from claims.values import evolve

#: Kinds of words in `lexicon/exempt.tsv` that need no claim.
PASSED = {"article", "connective", "expletive", "complementiser", "relative", "preposition"}
#: Words in the longest phrase that counts as one connective: "on the other hand".
LONGEST_PHRASE = 5


def complete(plan: Plan, clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """Give every content word that no clause holds to the clause that governs it, as a modifier."""
    found = list(clauses)
    covered = set[int]().union(*(clause.tokens for clause in found))
    for i in _owed(plan.scene, covered) if found else ():
        if i in covered:
            continue
        words, governor = _left_over(plan, covered, i)
        home = _home(plan.scene, found, governor)
        arguments = (*found[home].arguments, Slot("modifier", words))
        found[home] = evolve(found[home], arguments=arguments)
        covered.update(words)
    return tuple(found)


def _left_over(plan: Plan, covered: set[int], i: int) -> tuple[Tokens, int]:
    """Return the words around `i` that no clause holds, and the token whose governor takes them.

    The rest of a list of members goes back to the whole: "bases, **including** Taji and **other sites**".
    """
    scene = plan.scene
    top = _top(scene, covered, i)
    # A word that is labelled as a mark ("http://…") is a word all the same.
    words = tuple(sorted({i, *trim(scene, (j for j in scene.tree.subtree(top) if j not in covered))}))
    for cut in plan.cuts.values():
        if cut.shape == "membership" and top in scene.tree.subtree(cut.at):
            return (cut.at, *words), cut.at
    return words, i


@cache
def _passed() -> tuple[frozenset[str], frozenset[str]]:
    """Return what needs no claim, and the words that phrases among it begin with."""
    exempt = frozenset(word for word, (kind, *_) in table("exempt").items() if kind in PASSED)
    return exempt, frozenset(phrase.partition(" ")[0] for phrase in exempt if " " in phrase)


def _owed(scene: Scene, covered: set[int]) -> list[int]:
    """Return the content words that no clause holds: all but marks and the closed classes of `lexicon/exempt.tsv`."""
    exempt, openings = _passed()
    bare = [token for token in scene.tree if token.i not in covered and token.lower not in exempt]
    bare = [token for token in bare if CLEFT not in {token.dep, scene[token.head].dep}]
    owed = [token.i for token in bare if any(map(str.isalnum, token.text))]
    if not owed:
        return []
    lowers, passed = [token.lower for token in scene.tree], set[int]()
    for first, word in enumerate(lowers):
        if word in openings:
            for last in range(first + 2, min(first + LONGEST_PHRASE, len(lowers)) + 1):
                if " ".join(lowers[first:last]) in exempt:
                    passed.update(range(first, last))
    return [i for i in owed if i not in passed]


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
