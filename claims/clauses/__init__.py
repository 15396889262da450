"""Split a sentence into clauses: one predication each, with who, what, when and where as tokens."""

from __future__ import annotations

from collections.abc import Sequence

from claims.analysis import Clause, Link, Timex
from claims.clauses.build import clauses
from claims.clauses.coverage import complete
from claims.clauses.phrases import Plan
from claims.clauses.rules import RULES, Rule
from claims.clauses.scene import Cut, Scene
from claims.clauses.speech import speech_acts
from claims.syntax import Tree

__all__ = ["RULES", "Rule", "split"]


def split(
    tree: Tree, sentence: int = 0, links: Sequence[Link] = (), timexes: Sequence[Timex] = ()
) -> tuple[Clause, ...]:
    """Return the clauses of a sentence, in text order; none where nothing is predicated.

    `links` and `timexes` are the whole text's; their words in other sentences are passed over.
    Time and the number of clauses are linear in the sentence: coordinations beyond a bound stay whole.
    """
    scene = Scene(tree, sentence, tuple(links), tuple(timexes))
    plan = Plan(scene, _cuts(scene))
    found = [*clauses(plan), *speech_acts(plan)]
    return complete(scene, sorted(found, key=lambda clause: (clause.head, clause.tokens)))


def _cuts(scene: Scene) -> dict[int, Cut]:
    found = {}
    for token in scene.tree:
        if token.i == token.head:
            continue
        cut = next(filter(None, (rule.decide(scene, token.i) for rule in RULES)), None)
        if cut is not None:
            found[cut.at] = cut
    return found
