"""Speech acts that no verb of the sentence states: "according to X", "the accusations of Y" (S10)."""

from __future__ import annotations

from collections.abc import Iterator

from claims.analysis import Clause, Slot, Tokens
from claims.clauses.phrases import Plan
from claims.clauses.scene import VERBAL, trim


def speech_acts(plan: Plan) -> Iterator[Clause]:
    """Yield one clause for every link whose cue stands in this sentence and heads no clause."""
    scene = plan.scene
    for number, link in enumerate(scene.links):
        if link.cue is None or link.cue.sentence != scene.sentence:
            continue
        if any(scene[i].pos in VERBAL and _clause_head(plan, i) for i in link.cue.tokens):
            continue
        who = link.source.tokens if link.source and link.source.sentence == scene.sentence else ()
        content = _content(plan, number)
        yield Clause(
            "S10 speech act",
            "speech_act",
            link.cue.tokens[0],
            who,
            link.cue.tokens,
            (Slot("complement", content),) if content else (),
            states=number,
            link=link.parent,
        )


def _content(plan: Plan, number: int) -> Tokens:
    words = [w for w in plan.scene.links[number].content if w.sentence == plan.scene.sentence]
    return trim(plan.scene, (i for w in words for i in w.tokens))


def _clause_head(plan: Plan, i: int) -> bool:
    """Tell whether a clause is built on the verb: the root's or a cut's."""
    return i == plan.scene.tree.root or any(cut.head == i and cut.shape == "verb" for cut in plan.cuts.values())
