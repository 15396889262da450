"""Adjuncts of a predicate: when, where, on what condition, and how it is tied to its subordinate clauses."""

from __future__ import annotations

from collections.abc import Iterator

from claims.analysis import Adjunct, Tie, Tokens
from claims.clauses.keeps import conditional
from claims.clauses.phrases import Plan
from claims.lexicon import table, words
from claims.model import RelationType

PLACES = {"GPE", "LOC", "FAC"}


def time_adjunct(plan: Plan, child: int) -> Adjunct | None:
    """Return the adjunct if a dependent of a verb says when."""
    scene, tree = plan.scene, plan.scene.tree
    token = scene[child]
    tokens = plan.kept(child)
    timex = next((scene.timex_of[i] for i in tokens if i in scene.timex_of), None)
    if token.dep in {"npadvmod", "advmod", "nmod", "dobj", "oprd", "attr"} and child in scene.timex_of:
        if token.dep in {"dobj", "attr", "oprd"} and scene.timexes[scene.timex_of[child]].type == "DURATION":
            return None
        if token.dep == "attr" and scene[token.head].lemma == "be":
            return None
        return _with_signal(plan, tokens, timex)
    if token.dep != "prep":
        return None
    noun = tree.child(child, "pobj", "pcomp", "prep")
    if noun is None:
        return Adjunct(tokens, timex) if token.lower in {"before", "since"} else None
    inner = tree.child(noun, "pobj")
    if noun in scene.timex_of or inner in scene.timex_of or child in scene.timex_of:
        return Adjunct(tokens, timex)
    if scene[noun].dep != "pobj":
        return None
    if token.lower in words("temporal_prepositions"):
        return Adjunct(tokens, timex)
    if scene[noun].lemma.lower() in {"time", "moment"} and (clause := tree.child(noun, "relcl")) is not None:
        signal = [c for c in tree.children(clause, "advmod") if scene[c].lower == "when"]
        return Adjunct((*tokens, *signal), timex, target=clause) if signal else None
    return None


def _with_signal(plan: Plan, tokens: Tokens, timex: int | None) -> Adjunct:
    """Add the subordinator right behind: "days **after**", "a month **before**" (not a bare "after")."""
    scene = plan.scene
    behind = tokens[-1] + 1
    if behind < len(scene.tree) and scene[behind].dep == "mark" and scene[behind].lower in {"after", "before"}:
        return Adjunct((*tokens, behind), timex, target=scene[behind].head)
    return Adjunct(tokens, timex)


def measured(plan: Plan, verb: int) -> Iterator[Adjunct]:
    """Yield how far a subordinate clause lies off, which dates its host: "comes **a month before** he leaves"."""
    scene, tree = plan.scene, plan.scene.tree
    for clause in tree.children(verb, "advcl"):
        for mark in tree.children(clause, "mark") if plan.leaves(clause) else ():
            inner = [(measure, tree.subtree(mark)) for measure in tree.children(mark, "npadvmod")]
            outer = [(m, (*tree.subtree(m), mark)) for m in tree.children(clause, "npadvmod") if measures(plan, m)]
            for measure, tokens in (*inner, *outer):
                yield Adjunct(tokens, scene.timex_of.get(measure), target=clause)


def measures(plan: Plan, index: int) -> bool:
    """Tell whether a phrase stands right before its clause's "after" or "before": "**weeks** after it fell"."""
    scene = plan.scene
    behind = scene.tree.subtree(index)[-1] + 1
    return (
        behind < len(scene.tree)
        and scene[behind].dep == "mark"
        and scene[behind].head == scene[index].head
        and scene[behind].lower in {"after", "before"}
    )


def dated_behind(plan: Plan, child: int) -> Tokens:
    """Return a date that hangs on the place before it: "Baghdad, Iraq **August 23, 2020**"."""
    scene = plan.scene
    if scene[child].dep not in {"npadvmod", "appos"} or child in scene.timex_of:
        return ()
    behind = scene.tree.children(child, "npadvmod", "appos", "nummod")
    return tuple(i for i in behind if i > child and i in scene.timex_of)


def is_place(plan: Plan, child: int) -> bool:
    """Tell whether a dependent of a verb says where: "in Baghdad", "at the base", "abroad"."""
    scene = plan.scene
    if scene[child].dep == "advmod":
        return scene[child].lower in words("place_adverbs")
    noun = scene.tree.child(child, "pobj")
    if scene[child].dep != "prep" or noun is None or scene[child].lower not in words("place_prepositions"):
        return False
    return scene[noun].entity in PLACES or (
        not scene[noun].entity and scene[noun].lemma.lower() in words("place_nouns")
    )


def is_condition(plan: Plan, child: int) -> bool:
    """Tell whether a dependent of a verb is its condition (N8)."""
    dep = plan.scene[child].dep
    return dep == "advcl" and conditional(plan.scene, child)


def ties(plan: Plan, verbs: Tokens) -> Iterator[Tie]:
    """Yield the relations of a host to the clauses that are split off it: time, concession, cause, purpose.

    A clause of time is presupposed besides: who says "after it fell" takes for granted that it fell.
    """
    scene, tree = plan.scene, plan.scene.tree
    for cut in plan.cuts.values():
        if scene[cut.at].head not in verbs or not cut.detached:
            continue
        if cut.type == "purpose":
            yield Tie("purpose", target=cut.head)
        elif cut.rule.startswith(("S6", "S7 because")):
            signals = [scene[c].lower for c in tree.children(cut.head, "mark", "advmod") if c < cut.head]
            signals += [scene[cut.at].lower] if scene[cut.at].dep == "prep" else []
            relation = next((row for signal in signals if (row := table("subordinators").get(signal))), ("temporal",))
            kind: RelationType = relation[0]  # type: ignore[assignment]
            yield Tie(kind, target=cut.head, value=next((s for s in signals if s in table("subordinators")), None))
            if kind in {"temporal", "concession"}:
                yield Tie("presupposes", target=cut.head)
