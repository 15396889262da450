"""Clauses that leave the verb of the clause before unsaid: "Lee went to Rome and **Berg to Oslo**" (S1)."""

from __future__ import annotations

from claims.analysis import Tokens
from claims.clauses import slots
from claims.clauses.phrases import Plan
from claims.clauses.scene import Cut, Scene
from claims.trees import GAP_SUBJECT, GAPS, VERBAL

#: Labels of what hangs on a first remnant and belongs to its phrase.
_OWN = frozenset({"pobj", "pcomp", "appos", "relcl", "acl", "cc", "conj", "punct", "case"})
#: Roles that the verb needs: a clause without it shares them unless it has its own.
_CORE = frozenset({"object", "indirect_object", "complement"})


def gapped_clause(scene: Scene, i: int) -> Cut | None:
    """Cut a clause without its verb: "Lee went to Rome and **Berg to Oslo**"."""
    verb = verb_of(scene, i)
    return Cut("S1 gapped clause", i, i, "gapped") if scene[i].dep in GAPS and verb is not None else None


def verb_of(scene: Scene, remnant: int) -> int | None:
    """Return the verb that a first remnant leaves unsaid."""
    return next((i for i in scene.tree.ancestors(remnant) if scene[i].pos in VERBAL), None)


def whos(plan: Plan, cut: Cut, verb: int) -> list[Tokens]:
    """Return who a gapped clause is about: its first remnant, or who the clause before is about."""
    if plan.scene[cut.at].dep == GAP_SUBJECT:
        return [_phrase(plan, cut.at)]
    return slots.who_of(plan, slots.cut_of(plan, verb))


def parts(plan: Plan, cut: Cut, verb: int) -> slots.Parts:
    """Return the slots of a gapped clause: its remnants, and what it shares with the clause before."""
    own = slots.sort(plan, _remnants(plan, cut.at))
    before = slots.around(plan, verb)
    if plan.scene[cut.at].dep == GAP_SUBJECT:
        # What it has an object or complement of its own for is not shared.
        full = any(role in _CORE for role, _ in own.arguments)
        shared = () if full else tuple(row for row in before.arguments if row[0] in _CORE)
        return slots.Parts((*shared, *own.arguments), own.when, own.where, ())
    return _instead(plan, cut.at, own, before)


def _instead(plan: Plan, first: int, own: slots.Parts, before: slots.Parts) -> slots.Parts:
    """Put the first remnant where what it is like stands: "Lee visited Rome in May and **Oslo** in June"."""
    scene = plan.scene
    like = scene[first].head
    start = scene.tree.subtree(like)[0]
    lead = (scene[like].head,) if scene[like].dep == "pobj" else ()
    new = tuple(sorted((*lead, *_phrase(plan, first))))
    arguments: list[slots.Options] = []
    for role, options in before.arguments:
        if any(like in tokens for tokens in options):
            arguments.append((role, (new,)))
        elif all(tokens and tokens[-1] < start for tokens in options):
            arguments.append((role, options))
    leading = tuple(adjunct for adjunct in before.when if adjunct.tokens[-1] < start)
    places = (new,) if any(like in tokens for tokens in before.where) else ()
    return slots.Parts((*arguments, *own.arguments), own.when or leading, (*places, *own.where), ())


def _remnants(plan: Plan, first: int) -> Tokens:
    """Return the remnants behind the first, which hang on it."""
    scene = plan.scene
    led = scene.tree.children(first, "prep", "npadvmod")  # "and **in 2020** the cup"
    behind = (c for c in scene.tree.children(first) if (c > first or c in led) and scene[c].dep not in _OWN)
    return tuple(c for c in behind if scene[c].lower != "of")


def _phrase(plan: Plan, first: int) -> Tokens:
    """Return the words of the first remnant alone."""
    return plan.kept(first, skip=(*_remnants(plan, first), *plan.scene.tree.children(first, "cc")))
