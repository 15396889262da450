"""What ties a predicate to other clauses: time, cause, purpose, concession, and on what condition it holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from claims.analysis import Tie, Tokens
from claims.clauses.keeps import condition_signal, is_condition, outer_words
from claims.clauses.phrases import Plan
from claims.lexicon import openings, table, words
from claims.model import RelationType


def bare_ties(plan: Plan, child: int, tokens: Tokens) -> Iterator[Tie]:
    """Yield the tie to a dependent that is a verb's condition (N8), or a concession without a verb: "despite …"."""
    scene = plan.scene
    if is_condition(scene, child):
        row = table("conditional_subordinators").get(condition_signal(scene, child) or "", ())
        tokens = (*outer_words(scene, child), *tokens)
        yield Tie("condition", tokens=tokens, value=next((value for value in row[:1] if value != "-"), None))
    elif _concedes(plan, child):
        yield Tie("concession", tokens=plan.kept(child))


def _concedes(plan: Plan, child: int) -> bool:
    """Tell whether a phrase names what did not stand in the way: "**despite** the rain", "**though** tired"."""
    scene = plan.scene
    if scene[child].dep not in {"prep", "advmod", "advcl"}:
        return False
    below = scene.tree.subtree(child)
    if scene[below[0]].lower in openings("concessive_prepositions"):
        phrases = {" ".join(scene[j].lower for j in below[:length]) for length in range(1, 5)}
        if not phrases.isdisjoint(words("concessive_prepositions")):
            return True
    marks = (table("subordinators").get(scene[j].lower) for j in scene.tree.children(child, "mark"))
    return ("concession",) in marks


#: Adverbs at the head of a clause, and what ties it to the clause before: it is to fail, or was no hindrance.
_CONNECTIVES: dict[str, tuple[RelationType, str | None]] = {
    "otherwise": ("condition", "unless"),
    "nevertheless": ("concession", None),
    "nonetheless": ("concession", None),
}


def connected(plan: Plan, verb: int) -> Iterator[Tie]:
    """Yield the tie of "**otherwise**", "nevertheless" to the clause before it: "pay; otherwise we leave"."""
    scene, tree = plan.scene, plan.scene.tree
    for i in tree.children(verb, "advmod"):
        if scene[i].lower in _CONNECTIVES and (i == 0 or scene[i - 1].pos in {"PUNCT", "CCONJ"}):
            kind, value = _CONNECTIVES[scene[i].lower]
            beside = (j for j in tree.children(verb, "ccomp", "parataxis") if j < i)
            above = (j for j in tree.ancestors(verb) if j < i and scene.clausal(j))
            yield Tie(kind, target=next(iter((*beside, *above)), None), tokens=(i,), value=value)


def ties(plan: Plan, verbs: Tokens) -> Iterator[Tie]:
    """Yield the relations of a host to the clauses that are split off it: time, concession, cause, purpose.

    A clause of time is presupposed besides: who says "after it fell" takes for granted that it fell.
    """
    scene, tree = plan.scene, plan.scene.tree
    yield from connected(plan, verbs[0])
    for cut in plan.cuts.values():
        if scene[cut.at].head not in verbs or not (cut.detached or cut.type == "purpose"):
            continue
        if cut.type == "purpose":
            yield Tie("purpose", target=cut.head)
        elif cut.rule.startswith(("S6", "S7 because")):
            signals = [scene[c].lower for c in tree.children(cut.head, "mark", "advmod") if c < cut.head]
            signals += [scene[cut.at].lower] if scene[cut.at].dep == "prep" else []
            signal = next((signal for signal in signals if signal in table("subordinators")), None)
            kind, *time = table("subordinators")[signal] if signal else ("temporal",)
            yield Tie(cast(RelationType, kind), target=cut.head, value=time[0] if time else signal)
            if kind in {"temporal", "concession"}:
                yield Tie("presupposes", target=cut.head)
