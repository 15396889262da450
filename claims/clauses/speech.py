"""Speech acts: the claims that attribution links make (S10), by a verb's clause or of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.analysis import Clause, Slot, Tokens
from claims.clauses.phrases import Plan
from claims.clauses.scene import RELATIVES, Cut, trim
from claims.trees import VERBAL
from claims.values import evolve

#: Arguments that can only be what is said.
CONTENT_DEPS = {"ccomp", "xcomp"}
#: Parts of speech of what heads a thing said; amounts among them.
_THINGS = frozenset({"NOUN", "PROPN", "NUM"})


def fitted(plan: Plan, clause: Clause) -> Clause:
    """Return a verb's speech act with who and what as its link has them.

    The link knows inversions and interruptions ("…", said X) that the bare parse may not.
    """
    if clause.states is None or (clause.who and _passive(plan, clause)):
        return clause
    source = _source(plan, clause.states)
    content = _content(plan, clause.states)
    said, speaker = set(content), set(source)
    if plan.scene.links[clause.states].source is None and set(clause.who) < said and clause.arguments:
        # "Minister accused of lying": a passive without its "be".
        return clause
    who = clause.who if clause.who and not set(clause.who) & said else source
    others = [
        slot for slot in clause.arguments if not set(slot.tokens) & (said | speaker) and not _clausal(plan, slot.tokens)
    ]
    overlapping = [slot for slot in clause.arguments if set(slot.tokens) & said]
    # "called the law bad": what is judged and the judgement are one thing said.
    judged = any(cut.rule == "S10 small clause" and plan.scene[i].head == clause.head for i, cut in plan.cuts.items())
    alone = len(overlapping) < 2 or not judged
    if not judged and _told_in_parts(plan, overlapping, said):
        return evolve(clause, who=who) if who != clause.who else clause
    fits = alone and all(_covers(plan, slot.tokens, said) or _conjunct(plan, slot.tokens, said) for slot in overlapping)
    if not content or (overlapping and fits) or (overlapping and _bared(plan, overlapping, said)):
        return evolve(clause, who=who) if who != clause.who else clause
    content = tuple(sorted({*content, *_frame(plan, clause, content), *_cue_phrase(plan, clause, overlapping)}))
    slots = (*others, Slot("complement", tuple(i for i in content if i not in clause.predicate and i not in who)))
    when = tuple(adjunct for adjunct in clause.when if not set(adjunct.tokens) & said)
    return evolve(clause, who=who, arguments=tuple(slot for slot in slots if slot.tokens), when=when)


def _told_in_parts(plan: Plan, slots: Sequence[Slot], said: set[int]) -> bool:
    """Tell whether slots share out what is said: "“It sank,” the paper quoted **Lund as saying**"."""
    below = next((slot.tokens for slot in slots if plan.scene[slot.tokens[0]].lower == "as"), ())
    held = {i for slot in slots for i in slot.tokens}
    quoted = any(plan.scene[i].dep == "pcomp" and plan.scene[i].tag == "VBG" for i in below)
    return quoted and len(slots) > 2 and all(i in held or plan.scene[i].pos == "PUNCT" for i in said)


def _bared(plan: Plan, slots: Sequence[Slot], said: set[int]) -> bool:
    """Tell whether slots hold all of a thing said but what leaves it as a claim: "praised **Ann**, his sister"."""
    held = {i for slot in slots for i in slot.tokens}
    if len(slots) > 1 or any(_clausal(plan, slot.tokens) for slot in slots):
        return False
    gone = {
        i for cut in plan.cuts.values() if cut.detached and cut.rule[:2] in {"S3", "S4", "S5"} for i in _left(plan, cut)
    }
    return all(i in held or i in gone or plan.scene[i].pos == "PUNCT" for i in said)


def _left(plan: Plan, cut: Cut) -> Tokens:
    return cut.words or plan.scene.tree.subtree(cut.replaces if cut.replaces is not None else cut.at)


def _covers(plan: Plan, tokens: Tokens, said: set[int]) -> bool:
    """Tell whether an argument holds what is said and no verb beside it that makes a claim of its own."""
    beside = set(tokens) - said
    return said <= set(tokens) and not any(i in plan.cuts and _stands_beside(plan, i) for i in beside)


def _stands_beside(plan: Plan, i: int) -> bool:
    return plan.scene[i].dep in {"conj", "advcl"} or plan.cuts[i].rule == "S5 absolute"


def _frame(plan: Plan, clause: Clause, content: Tokens) -> Tokens:
    """Return prepositions of a cue before or in its content: "called **on** him to go", "saw him **as** a liar"."""
    link = plan.scene.links[clause.states] if clause.states is not None else None
    cue = link.cue.tokens if link is not None and link.cue is not None else ()
    if not content:
        return ()
    within = (i for i in cue if content[0] - 1 <= i < content[-1] and i > clause.head)
    return tuple(i for i in within if i not in clause.predicate and plan.scene[i].pos in {"ADP", "SCONJ"})


def _cue_phrase(plan: Plan, clause: Clause, slots: Sequence[Slot]) -> set[int]:
    """Return the cue's own words and theirs that stand with its content: "is **concerned that** it fell"."""
    link = plan.scene.links[clause.states] if clause.states is not None else None
    cue = {i for i in link.cue.tokens if i not in clause.predicate} if link is not None and link.cue else set[int]()
    return {i for slot in slots if cue & set(slot.tokens) for i in slot.tokens}


def speech_acts(plan: Plan, clauses: Sequence[Clause]) -> Iterator[Clause]:
    """Yield a clause for every link that no verb's clause states: "according to X", "the accusations of Y".

    A noun or an embedded verb with a mere noun phrase as content ("their requests for help") is left
    in the claim around it.
    """
    scene = plan.scene
    if not scene.near:
        return
    stated = {clause.states for clause in clauses}
    # A voice that speaks inside another's words needs the other's act as well.
    needed = {number for clause in clauses for number in scene.chain(clause.link)}
    # Behind a colon nothing else says so: "UN chief: Climate talks at risk".
    needed.update(number for number, (source, _) in scene.layouts.items() if source)
    needed.update(number for number in scene.near if _describes(plan, number))
    for number in scene.near:
        link = scene.links[number]
        if any(words.sentence != scene.sentence for words in link.content) or number in needed:
            needed.update(scene.chain(number))
    for number in sorted(needed & set(scene.near) - stated):
        link = scene.links[number]
        home = link.cue or link.source
        if home is not None and home.sentence == scene.sentence:
            yield _act(plan, number)


def _describes(plan: Plan, number: int) -> bool:
    """Tell whether a link says what somebody calls a thing: "shelled **what it claims are** rebel bases"."""
    scene, link = plan.scene, plan.scene.links[number]
    if link.cue is None or link.cue.sentence != scene.sentence or link.source is None:
        return False
    return any(scene[c].lower == "what" for i in link.cue.tokens for c in scene.tree.children(i))


def _act(plan: Plan, number: int) -> Clause:
    """Return the speech act of a link: its source, its cue, and its content in this sentence."""
    link = plan.scene.links[number]
    who = _source(plan, number)
    predicate = link.cue.tokens if link.cue else ()
    content = tuple(i for i in _content(plan, number) if i not in predicate and i not in who)
    if _describes(plan, number):
        content = tuple(i for i in content if plan.scene[i].lower != "what")
    return Clause(
        "S10 speech act",
        "speech_act",
        (predicate or who)[0],
        who,
        predicate,
        (Slot("complement", content),) if content else (),
        states=number,
        link=link.parent,
    )


def _passive(plan: Plan, clause: Clause) -> bool:
    """Tell whether a clause is passive, by its auxiliary or by its agent: "the man, **named** by the police as …"."""
    scene = plan.scene
    reduced = scene[clause.head].tag == "VBN" and scene.tree.child(clause.head, "agent") is not None
    return reduced or any(scene[i].dep == "auxpass" for i in clause.predicate)


def _conjunct(plan: Plan, tokens: Tokens, said: set[int]) -> bool:
    """Tell whether an argument is one of several things said or shown: "photos showed **a loss of $5** and debris".

    The preposition before them may be the cue's: "pointed **to gains** and losses".
    """
    scene = plan.scene
    held = set(tokens) & said
    outside = [i for i in tokens if i not in said]
    framed = len(outside) == 1 and scene[outside[0]].dep == "prep" and _of_several(plan, held, said)
    return (not outside or framed) and not _clausal(plan, tokens) and scene[tokens[-1]].pos in _THINGS


def _of_several(plan: Plan, held: set[int], said: set[int]) -> bool:
    """Tell whether words are one conjunct of what is said."""
    tree = plan.scene.tree
    tops = [i for i in held if tree[i].head not in held]
    return any(tree[i].dep == "conj" or not said.isdisjoint(tree.children(i, "conj")) for i in tops)


def _clausal(plan: Plan, tokens: Tokens) -> bool:
    """Tell whether an argument is a finite or infinitive complement."""
    inside = set(tokens)
    tops = [i for i in tokens if plan.scene[i].head not in inside]
    return any(plan.scene[i].dep in CONTENT_DEPS and plan.scene[i].pos in VERBAL for i in tops)


def _source(plan: Plan, number: int) -> Tokens:
    """Return the link's source in this sentence without what is split off it."""
    source = plan.scene.links[number].source
    if source is None or source.sentence != plan.scene.sentence:
        return ()
    if len(source.tokens) == 1 and (told := _told_of(plan, source.tokens[0])) is not None:
        return plan.kept(told)
    tokens, gone = set(source.tokens), set[int]()
    for cut in plan.cuts.values():
        if cut.detached and cut.replaces is None:
            gone.update(cut.words or plan.scene.tree.subtree(cut.at))
    return trim(plan.scene, tokens - gone or tokens)


def _told_of(plan: Plan, index: int) -> int | None:
    """Return the noun that a relative pronoun stands for, where its clause is a claim: "the union, **which** …"."""
    if plan.scene[index].tag not in RELATIVES:
        return None
    cuts = (plan.cuts[i] for i in plan.scene.tree.ancestors(index) if i in plan.cuts)
    return next((cut.who for cut in cuts if cut.rule.startswith("S3") and cut.who is not None), None)


def _content(plan: Plan, number: int) -> Tokens:
    """Return the link's content in this sentence, all that is said, without its "that"."""
    scene = plan.scene
    words = [w for w in scene.links[number].content if w.sentence == scene.sentence]
    tokens = sorted(i for w in words for i in w.tokens)
    if len(tokens) > 1 and scene[tokens[0]].tag == "WRB" and scene[scene[scene[tokens[0]].head].head].dep == "relcl":
        # "a town **where** they are thought to have met"
        tokens.pop(0)
    while tokens and (scene[tokens[0]].pos == "PUNCT" or scene[tokens[0]].dep == "mark"):
        if scene[tokens[0]].pos != "PUNCT" and scene[tokens[0]].lower != "that":
            break
        tokens.pop(0)
    return trim(scene, tokens)
