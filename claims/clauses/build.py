"""Clauses from the plan: who, predicate and arguments of every cut, taken apart by conjuncts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from claims.analysis import Clause, Slot, Tie, Tokens
from claims.clauses import gaps, slots
from claims.clauses.phrases import MAX_PRODUCT, Plan, alternatives
from claims.clauses.predicates import predicate
from claims.clauses.scene import COORDINATION, Cut, trim
from claims.clauses.verbs import chain, denied_too, merged
from claims.lexicon import words
from claims.model import ClaimType
from claims.trees import VERBAL
from claims.values import evolve


def clauses(plan: Plan) -> Iterator[Clause]:
    """Yield the clauses of a sentence: the root's, then one group a cut, in text order."""
    root = plan.scene.tree.root
    if root not in {cut.head for cut in plan.cuts.values() if cut.shape == "verb"}:
        yield from _root(plan, root)
    for place in sorted(plan.cuts):
        if (cut := plan.cuts[place]).shape != "source":
            yield from BUILDERS[cut.shape](plan, cut)


def _root(plan: Plan, root: int) -> Iterator[Clause]:
    scene = plan.scene
    if scene[root].pos in VERBAL or scene.subject(root) is not None:
        yield from _verb(plan, Cut("main clause", root, root))
    else:
        yield from _fragment(plan, Cut("fragment", root, root))


def _fragment(plan: Plan, cut: Cut) -> Iterator[Clause]:
    """Build a claim of a sentence without a verb: "**skaters** on the lake **in 1998**"."""
    adjuncts = slots.fragment_adjuncts(plan, cut.head)
    if not adjuncts:
        return
    parts = slots.sort(plan, adjuncts)
    who = plan.kept(cut.head, skip=adjuncts)
    if not who:
        # "? – including": marks tell of nothing.
        return
    yield from multiplied(plan, evolve(cut, type="state"), [who], (), parts)


def _verb(plan: Plan, cut: Cut) -> Iterator[Clause]:
    """Build the claims of a verb: its subjects times its arguments' conjuncts (S2)."""
    parts = slots.around(plan, cut.head)
    if cut.rule.startswith("S1 conj"):
        parts = slots.with_shared(plan, cut, parts)
    elif cut.rule.startswith("S3"):
        parts = slots.with_antecedent(plan, cut, parts)
    yield from multiplied(plan, cut, slots.who_of(plan, cut), predicate(plan, cut), parts)


def _identity(plan: Plan, cut: Cut) -> Iterator[Clause]:
    """Build "X is Y" of an apposition or title, one a conjunct."""
    if cut.words:
        described = [trim(plan.scene, cut.words)]
    elif cut.replaces is not None:
        described = _titles(plan, cut)
    elif cut.who in plan.scene.tree.children(cut.head, "nsubj"):
        described = [plan.kept(cut.head, skip={cut.who})]
    else:
        described = alternatives(plan, cut.head)
    for tokens, who in product(filter(None, described), _bearers(plan, cut)):
        complement = Slot("complement", tokens)
        yield Clause(cut.rule, "identity", cut.head, who, (), (complement,), link=_link(plan, cut))


def _bearers(plan: Plan, cut: Cut) -> list[Tokens]:
    """Return whom a description is of; one in the plural is of each joined name: "the sisters **Ann** and **Lea**"."""
    if cut.who is None:
        return [()]
    leads = bool(cut.words) or cut.replaces is not None
    names = plan.scene.conjuncts(cut.who) if leads and plan.scene.plural(cut.head) else ()
    if names and all(plan.scene[i].pos == "PROPN" for i in names):
        return alternatives(plan, cut.who, swap=False)
    return [_named(plan, cut.who, cut)]


def _titles(plan: Plan, cut: Cut) -> list[Tokens]:
    """Return what stands before a name: "**the mayor** Ann Lee and Tom", "**director** and **producer** Ann Lee"."""
    joined = plan.scene.tree.children(cut.head, *COORDINATION)
    if any(c < cut.at for c in joined):
        return alternatives(plan, cut.head, swap=False)
    return [plan.kept(cut.head, skip=(*plan.behind_name(cut.head, cut.at), *joined), swap=False)]


def _named(plan: Plan, index: int, cut: Cut) -> Tokens:
    """Return what a description is of: of joined nouns the one that it stands at, "**Ann**, the mayor, and Tom"."""
    place, _ = slots.antecedent(plan.scene, index)
    while plan.scene[place].dep == "appos" and not plan.scene.follows_comma(place) and place not in plan.cuts:
        # "the site “Ark”, a mirror": the mirror is the site.
        place = plan.scene[place].head
    joined = plan.scene.tree.children(place, *COORDINATION)
    # "Named head teacher **Ann Lee** as its chair": what is said holds of the name, but that it is its own title.
    swap = plan.swaps.get(place) != cut.at
    return plan.kept(place, skip={cut.head, *(joined if cut.at < max(joined, default=0) else ())} - {place}, swap=swap)


def _membership(plan: Plan, cut: Cut) -> Iterator[Clause]:
    """Build "X including Y" for every Y that is named."""
    scene = plan.scene
    who = plan.kept(cut.who) if cut.who is not None else ()
    frame = [i for i in scene.tree.subtree(cut.at) if i == cut.at or scene[i].head == cut.at]
    frame = [i for i in frame if i != cut.head and scene[i].pos != "PUNCT"]
    several = scene.tree.child(cut.head, "conj") is not None
    for tokens in filter(None, alternatives(plan, cut.head)):
        if several and any(scene[i].lower in {"other", "others"} for i in tokens):
            continue
        member, tie = Slot("complement", tokens), Tie("member_of", tokens=who)
        yield Clause(cut.rule, "membership", cut.head, who, tuple(frame), (member,), ties=(tie,), link=_link(plan, cut))


def _adjunct(plan: Plan, cut: Cut) -> Iterator[Clause]:
    """Build the host's who and predicate with one adjunct: an evaluation, or all that caused it together."""
    host = plan.scene[cut.at].head
    # "Has had **to close** plants because of it": the whole predicate has the cause.
    host = next((v for v in reversed([*plan.scene.tree.ancestors(host)]) if host in chain(plan.scene, v)), host)
    for who in slots.who_of(plan, slots.cut_of(plan, host)):
        if tokens := plan.kept(cut.at):
            yield Clause(
                cut.rule,
                cut.type or "event",
                cut.at,
                who,
                predicate(plan, slots.cut_of(plan, host)),
                (Slot("oblique", tokens),),
                ties=(Tie("cause", target=host),) if cut.type == "cause" else (),
                link=_link(plan, cut),
                opinion=cut.opinion,
            )


def _gapped(plan: Plan, cut: Cut) -> Iterator[Clause]:
    """Build the claims of a clause that leaves its verb unsaid, with the verb of the clause before."""
    verb = gaps.verb_of(plan.scene, cut.at)
    if verb is not None:
        parts, said = gaps.parts(plan, cut, verb), predicate(plan, slots.cut_of(plan, verb))
        yield from multiplied(plan, evolve(cut, head=verb), gaps.whos(plan, cut, verb), said, parts)


BUILDERS = {
    "verb": _verb,
    "identity": _identity,
    "membership": _membership,
    "adjunct": _adjunct,
    "fragment": _fragment,
    "gapped": _gapped,
}


def _link(plan: Plan, cut: Cut) -> int | None:
    """Return the innermost link whose content the claim is.

    What the author adds to indirect speech (a relative, an apposition, a title) belongs to the voice
    outside of it; inside a direct quotation it is the speaker's own.
    """
    number = _innermost(plan, cut)
    added = cut if cut.authorial else _authorial_around(plan, cut)
    if added is not None and _innermost(plan, added) == number:
        while number is not None and plan.scene.links[number].quote == "indirect":
            number = plan.scene.links[number].parent
    return number


def _innermost(plan: Plan, cut: Cut) -> int | None:
    below = cut.at != cut.head and cut.at in plan.scene.tree.subtree(cut.head)
    return plan.scene.link_around(cut.at if below else cut.head)


def _authorial_around(plan: Plan, cut: Cut) -> Cut | None:
    """Return what the author adds and a cut stands in: "the firms, which merged **to save** money, would split"."""
    above = (plan.cuts[i] for i in plan.scene.tree.ancestors(cut.at) if i in plan.cuts)
    return next((outer for outer in above if outer.authorial and outer.detached), None)


def multiplied(plan: Plan, cut: Cut, whos: list[Tokens], predicate: Tokens, parts: slots.Parts) -> Iterator[Clause]:
    """Yield one clause for every choice of one who and one alternative an argument (S2)."""
    choices = [options for _, options in parts.arguments]
    shared = {tokens for options in choices if len(options) > 1 for tokens in options}
    size = len(whos)
    for options in choices:
        size *= len(options)
    if size > MAX_PRODUCT:
        cut = evolve(cut, rule=f"{cut.rule}, kept whole")
        whos = [_together(plan, whos)]
        choices = [(_together(plan, options),) for options in choices]
    paired = size > 1 and _respective(plan, cut.head)
    # "Lee denied it and **Berg the rest**": what the cue's link says is another's.
    states = None if cut.shape == "gapped" else _stated(plan, cut.head)
    # A speech act stands under the link that encloses the one it states.
    link = _link(plan, cut) if states is None else plan.scene.links[states].parent
    for who, *picked in _paired(plan, whos, *choices) if paired else product(whos, *choices):
        filled = tuple(Slot(role, tokens) for (role, _), tokens in zip(parts.arguments, picked, strict=True) if tokens)
        yield Clause(
            cut.rule,
            _type(plan, cut, states),
            cut.head,
            who,
            predicate,
            filled,
            parts.when,
            tuple(place for place in parts.where if place not in shared or any(set(place) <= set(o) for o in picked)),
            parts.ties,
            states,
            link,
            cut.opinion,
        )


def _respective(plan: Plan, head: int) -> bool:
    """Tell whether conjuncts belong together in their order: "A and B won gold and silver **respectively**"."""
    scene = plan.scene
    if "respectively" not in scene.tree.signs:
        return False
    adverbs = (token.i for token in scene.tree if token.lower == "respectively")
    return any(next(filter(scene.clausal, scene.tree.ancestors(i)), None) == head for i in adverbs)


def _together(plan: Plan, options: Sequence[Tokens]) -> Tokens:
    """Return conjuncts as the one phrase that they stand in, with what joins them."""
    found = {i for tokens in options for i in tokens}
    between = range(min(found, default=0), max(found, default=0))
    return tuple(sorted({*found, *(i for i in between if plan.scene[i].dep in {"cc", "punct"})}))


def _paired(plan: Plan, *slots: Sequence[Tokens]) -> list[tuple[Tokens, ...]]:
    """Return the first of every slot together, then the second …; slots of other lengths stay whole."""
    several = [len(options) for options in slots if len(options) > 1]
    size = several[0] if len(several) > 1 and len(set(several)) == 1 else 1
    whole = [options if len(options) in {1, size} else (_together(plan, options),) for options in slots]
    return [tuple(options[k % len(options)] for options in whole) for k in range(size)]


def _stated(plan: Plan, head: int) -> int | None:
    """Return the link that a predicate states: "neither confirmed nor **denied** that …" states what is denied."""
    verbs = (denied_too(plan.scene, head), head)
    return next((plan.scene.cue_of[i] for i in verbs if i is not None and i in plan.scene.cue_of), None)


def _type(plan: Plan, cut: Cut, states: int | None) -> ClaimType:
    scene = plan.scene
    if states is not None:
        return "speech_act"
    if cut.type is not None:
        return cut.type
    head = cut.head
    while scene[head].lemma in words("raising_verbs") and (inner := merged(scene, head)) is not None:
        # "appears to have burst" is about the bursting.
        head = inner
    lemma = scene[head].lemma.lower()
    if lemma == "be" and any(scene[c].pos in {"NOUN", "PROPN"} for c in scene.tree.children(head, "attr")):
        return "identity"
    if lemma in {"include", "comprise"}:
        return "membership"
    return "state" if lemma in words("stative_verbs") or scene[head].pos not in VERBAL else "event"
