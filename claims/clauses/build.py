"""Clauses from the plan: who, predicate and arguments of every cut, taken apart by conjuncts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import attrs

from claims.analysis import Adjunct, Clause, Slot, Tie, Tokens
from claims.clauses.adjuncts import dated_behind, is_condition, is_place, measured, ties, time_adjunct
from claims.clauses.phrases import MAX_PRODUCT, Plan, alternatives
from claims.clauses.scene import SUBJECTS, VERBAL, Cut, trim
from claims.clauses.verbs import GROUP, chain, group
from claims.lexicon import table, words
from claims.model import ClaimType, Role

ROLES: dict[str, Role] = {
    "dobj": "object",
    "dative": "indirect_object",
    "agent": "agent",
    "attr": "complement",
    "acomp": "complement",
    "oprd": "complement",
    "ccomp": "complement",
    "xcomp": "complement",
    "prep": "oblique",
    "expl": "complement",
}
SKIPPED = {*SUBJECTS, "punct", "cc", "conj", "preconj", "mark", "intj", "meta", "dep"}


@attrs.frozen
class _Parts:
    """What stands around a verb, by slot; arguments with their conjuncts as alternatives."""

    arguments: tuple[tuple[Role, tuple[Tokens, ...]], ...]
    when: tuple[Adjunct, ...]
    where: tuple[Tokens, ...]
    ties: tuple[Tie, ...]


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
        yield from _fragment(plan, root)


def _fragment(plan: Plan, root: int) -> Iterator[Clause]:
    """Build a claim of a sentence without a verb: "**pilgrims** at the mosque **in 2008**"."""
    tree = plan.scene.tree
    adjuncts = [c for c in tree.children(root, "prep", "npadvmod", "advmod", "acl") if not plan.leaves(c)]
    adjuncts = [c for c in adjuncts if c > root and plan.scene[c].lower != "of"]
    if not adjuncts:
        return
    parts = _parts(plan, root, (root,), only=frozenset(adjuncts))
    who = plan.kept(root, skip=adjuncts)
    yield from _multiply(plan, Cut("fragment", root, root, type="state"), [who], (), parts)


def _verb(plan: Plan, cut: Cut) -> Iterator[Clause]:
    """Build the claims of a verb: its subjects times its arguments' conjuncts (S2)."""
    verbs = chain(plan.scene, cut.head)
    predicate = _predicate(plan, cut)
    parts = _parts(plan, cut.head, verbs)
    if not parts.arguments and (sharer := _joined_directly(plan, verbs[-1])) is not None:
        parts = attrs.evolve(parts, arguments=_parts(plan, sharer, chain(plan.scene, sharer)).arguments)
    if cut.rule.startswith("S1 conj"):
        parts = _with_shared(plan, cut, parts)
    elif cut.rule.startswith("S3"):
        parts = _with_antecedent(plan, cut, parts)
    yield from _multiply(plan, cut, _who(plan, cut), predicate, parts)


def _identity(plan: Plan, cut: Cut) -> Iterator[Clause]:
    """Build "X is Y" of an apposition or title, one a conjunct."""
    who = plan.kept(_antecedent(plan, cut.who), swap=False) if cut.who is not None else ()
    if cut.words:
        described = [trim(plan.scene, cut.words)]
    elif cut.replaces is not None:
        described = [plan.kept(cut.head, swap=False)]
    else:
        described = alternatives(plan, cut.head)
    for tokens in described:
        slots = (Slot("complement", tokens),)
        yield Clause(cut.rule, "identity", cut.head, who, (), slots, link=_link(plan, cut))


def _antecedent(plan: Plan, index: int) -> int:
    """Return the noun that a relative pronoun stands for: "the camp, **which** they call a retreat"."""
    scene = plan.scene
    if scene[index].tag not in {"WDT", "WP"}:
        return index
    return next((scene[i].head for i in scene.tree.ancestors(index) if scene[i].dep == "relcl"), index)


def _membership(plan: Plan, cut: Cut) -> Iterator[Clause]:
    """Build "X including Y" for every Y that is named."""
    scene = plan.scene
    who = plan.kept(cut.who) if cut.who is not None else ()
    frame = [i for i in scene.tree.subtree(cut.at) if i == cut.at or scene[i].head == cut.at]
    frame = [i for i in frame if i != cut.head and scene[i].pos != "PUNCT"]
    several = scene.tree.child(cut.head, "conj") is not None
    for tokens in alternatives(plan, cut.head):
        if several and any(scene[i].lower in {"other", "others"} for i in tokens):
            continue
        slots = (Slot("complement", tokens),)
        tie = Tie("member_of", tokens=who)
        yield Clause(cut.rule, "membership", cut.head, who, tuple(frame), slots, ties=(tie,), link=_link(plan, cut))


def _adjunct(plan: Plan, cut: Cut) -> Iterator[Clause]:
    """Build the host's who and predicate with one adjunct: a cause, an evaluation."""
    host = plan.scene[cut.at].head
    for who in _who(plan, _cut_of(plan, host)):
        for tokens in alternatives(plan, cut.at):
            yield Clause(
                cut.rule,
                cut.type or "event",
                cut.at,
                who,
                _predicate(plan, _cut_of(plan, host)),
                (Slot("oblique", tokens),),
                ties=(Tie("cause", target=host),) if cut.type == "cause" else (),
                link=_link(plan, cut),
                opinion=cut.opinion,
            )


BUILDERS = {"verb": _verb, "identity": _identity, "membership": _membership, "adjunct": _adjunct}


def _cut_of(plan: Plan, head: int) -> Cut:
    """Return the cut that made the clause of `head`, or one for the main clause."""
    return next((cut for cut in plan.cuts.values() if cut.head == head), Cut("main clause", head, head))


def _link(plan: Plan, cut: Cut) -> int | None:
    """Return the innermost link whose content the claim is.

    What the author adds to indirect speech (a relative, an apposition, a title) belongs to the voice
    outside of it; inside a direct quotation it is the speaker's own.
    """
    scene = plan.scene
    number = scene.link_around(cut.at if cut.at in scene.tree.subtree(cut.head) else cut.head)
    if cut.authorial:
        while number is not None and scene.links[number].quote == "indirect":
            number = scene.links[number].parent
    return number


def _who(plan: Plan, cut: Cut, depth: int = 0) -> list[Tokens]:
    """Return who the claim is about, one entry a conjunct."""
    scene, tree = plan.scene, plan.scene.tree
    subject = scene.subject(cut.head)
    if subject is not None and not (cut.who is not None and scene[subject].tag in {"WDT", "WP"}):
        if scene[subject].dep == "expl" and (real := tree.child(cut.head, "nsubj", "nsubjpass")) is not None:
            subject = real
        return alternatives(plan, subject)
    if cut.who is not None:
        return [plan.kept(cut.who, skip=(cut.head,))]
    if cut.shared and depth < len(tree):
        host = scene[cut.at].head
        while host != scene[host].head and not _clausal(plan, host):
            host = scene[host].head
        return _who(plan, attrs.evolve(_cut_of(plan, host), shared=True), depth + 1)
    melted = next((v for v in tree.ancestors(cut.head) if cut.head in chain(scene, v)), None)
    if melted is not None and depth < len(tree):
        return _who(plan, _cut_of(plan, melted), depth + 1)
    return [()]


def _clausal(plan: Plan, index: int) -> bool:
    return plan.scene[index].pos in VERBAL or plan.scene.subject(index) is not None


def _predicate(plan: Plan, cut: Cut) -> Tokens:
    """Return the verb group; a conjoined verb borrows the auxiliaries that it leaves unsaid."""
    scene, tree = plan.scene, plan.scene.tree
    own = group(scene, cut.head)
    if scene[cut.head].pos not in VERBAL:
        own = tuple(i for i in own if i != cut.head)
    if not cut.rule.startswith("S1 conj"):
        return own
    host = scene[cut.at].head
    if tree.child(cut.head, "aux", "auxpass") is not None or not _same_form(plan, host, cut.head):
        return own
    if scene.subject(cut.head) is not None and tree.child(host, "auxpass") is None:
        return own
    shared = ["aux", "auxpass", "neg"]
    if any(scene[c].lower == "but" for c in tree.children(host, "cc")):
        # "was not killed but wounded"
        shared.remove("neg")
    lent = [i for i in tree.children(host, *shared) if i < cut.head]
    lent = [i for i in lent if scene[i].tag != "TO"]
    return tuple(sorted({*lent, *own}))


def _same_form(plan: Plan, host: int, verb: int) -> bool:
    """Tell whether a bare conjunct can share its host's auxiliaries: both "taken", both "take"."""
    if plan.scene.subject(verb) is not None and plan.scene.tree.child(verb, "dobj") is not None:
        return False
    pair = {plan.scene[host].tag, plan.scene[verb].tag}
    return len(pair) == 1 or (pair == {"VBN", "VBD"} and plan.scene[host].tag == "VBN")


def _parts(plan: Plan, head: int, verbs: Tokens, only: frozenset[int] | None = None) -> _Parts:
    """Sort the dependents of the verbs into slots."""
    scene = plan.scene
    arguments: list[tuple[Role, tuple[Tokens, ...]]] = []
    when, where = [], []
    tied = list(ties(plan, verbs)) if only is None else []
    predicate = set(group(scene, head)) if only is None else set()
    for verb in verbs:
        for child in scene.tree.children(verb):
            if child in predicate or plan.leaves(child) or scene[child].dep in SKIPPED - {"conj"}:
                continue
            if only is not None and child not in only:
                continue
            if scene[child].dep == "conj" and (not _clausal(plan, child) or only is not None):
                continue
            if (scene[child].dep in GROUP and only is None) or _signal(plan, child):
                continue
            if (adjunct := time_adjunct(plan, child)) is not None:
                when.append(adjunct)
                continue
            inner = dated_behind(plan, child)
            when += [Adjunct(scene.tree.subtree(i), scene.timex_of[i]) for i in inner]
            options = (plan.kept(child, skip=inner),) if inner else _options(plan, child)
            if scene[child].dep == "conj":
                # An alternative that is no claim of its own keeps its "or".
                options = (tuple(sorted({*options[0], *scene.tree.children(verb, "cc")})),)
            arguments.append((ROLES.get(scene[child].dep, "modifier"), options))
            where += [place for place in options if len(options) == 1 and is_place(plan, child)]
            if is_condition(plan, child):
                tied.append(Tie("condition", tokens=options[0]))
    when += [adjunct for verb in verbs for adjunct in measured(plan, verb)]
    if only is None and scene[head].pos not in VERBAL:
        arguments.append(("complement", tuple(_bare_head(plan, head))))
    return _Parts(tuple(arguments), tuple(when), tuple(where), tuple(tied))


def _signal(plan: Plan, child: int) -> bool:
    """Tell whether a dependent only links its clause: "**when** it fell", "**however**", "**also**"."""
    scene = plan.scene
    token = scene[child]
    behind = scene[child + 1] if child + 1 < len(scene.tree) else token
    if token.dep == "advmod" and behind.dep == "mark" and behind.head == token.head:
        return True
    if token.tag == "WRB" and scene[scene.tree.root].tag != "WRB":
        cut = plan.cuts.get(token.head)
        return cut is not None and cut.rule.startswith(("S3", "S6", "S7"))
    phrase = scene.tree.words(scene.tree.subtree(child)).lower()
    return token.dep in {"advmod", "prep", "cc"} and table("exempt").get(phrase) == ("connective",)


def _bare_head(plan: Plan, head: int) -> list[Tokens]:
    """Return a nominal predicate's own words: "a hero" in "he a hero"."""
    deps = (*SUBJECTS, *GROUP, "advmod", "prep", "advcl", "npadvmod", "cop", "mark", "ccomp")
    return [plan.kept(head, skip=plan.scene.tree.children(head, *deps))]


def _options(plan: Plan, child: int) -> tuple[Tokens, ...]:
    cut = plan.cuts.get(child)
    if cut is not None and not cut.detached:
        return (plan.whole(child),)
    if plan.scene[child].dep in {"ccomp", "advcl", "parataxis"}:
        return (plan.kept(child),)
    return tuple(alternatives(plan, child))


def _with_shared(plan: Plan, cut: Cut, parts: _Parts) -> _Parts:
    """Give a conjoined verb its host's leading times: "**In 2020** the US withdrew, and **installed** …"."""
    scene, tree = plan.scene, plan.scene.tree
    host = scene[cut.at].head
    first = min(group(scene, host))
    leading = [c for c in tree.children(host) if c < first and scene[c].dep in {"prep", "npadvmod", "advmod"}]
    if scene.subject(cut.head) is not None:
        # "On Friday, boats came, and the navy left": a time that opens the sentence frames it all.
        leading = [c for c in leading if tree.subtree(c)[0] == 0 and scene.opens(c)]
    leading = [c for c in leading if not plan.leaves(c) and scene[c].tag != "WRB"]
    when = [adjunct for c in leading if (adjunct := time_adjunct(plan, c)) is not None]
    return attrs.evolve(parts, when=(*when, *parts.when) if not parts.when else parts.when)


def _joined_directly(plan: Plan, verb: int) -> int | None:
    """Return the verb joined to this one with nothing between: "**respect** and execute the ruling"."""
    scene = plan.scene
    joined = scene.tree.child(verb, "conj")
    if joined is None or joined < verb or scene.subject(joined) is not None:
        return None
    between = (scene[j] for j in range(verb + 1, joined))
    return joined if all(token.dep in {"cc", "punct", "aux", "advmod"} for token in between) else None


def _with_antecedent(plan: Plan, cut: Cut, parts: _Parts) -> _Parts:
    """Put the antecedent where the relative pronoun stands: "the law, **which** they passed"."""
    scene, tree = plan.scene, plan.scene.tree
    if cut.who is None:
        return parts
    relatives = {c for c in tree.subtree(cut.head) if scene[c].tag in {"WDT", "WP"}}
    arguments = []
    for role, options in parts.arguments:
        linked = [i for i in options[0] if i not in relatives] if len(options) == 1 else []
        bare = len(options) == 1 and set(options[0]) & relatives and all(scene[i].pos == "ADP" for i in linked)
        arguments.append((role, (tuple(sorted((*linked, *plan.kept(cut.who)))),) if bare else options))
    return attrs.evolve(parts, arguments=tuple(arguments))


def _multiply(plan: Plan, cut: Cut, whos: list[Tokens], predicate: Tokens, parts: _Parts) -> Iterator[Clause]:
    """Yield one clause for every choice of one who and one alternative an argument (S2)."""
    choices = [options for _, options in parts.arguments]
    size = len(whos)
    for options in choices:
        size *= len(options)
    if size > MAX_PRODUCT:
        cut = attrs.evolve(cut, rule=f"{cut.rule}, kept whole")
        whos = [tuple(sorted({i for who in whos for i in who}))]
        choices = [(tuple(sorted({i for o in options for i in o})),) for options in choices]
    link = _link(plan, cut)
    states = plan.scene.cue_of.get(cut.head)
    for who, *picked in product(whos, *choices):
        slots = tuple(Slot(role, tokens) for (role, _), tokens in zip(parts.arguments, picked, strict=True) if tokens)
        yield Clause(
            cut.rule,
            _type(plan, cut, predicate, states),
            cut.head,
            who,
            predicate,
            slots,
            parts.when,
            parts.where,
            parts.ties,
            states,
            link,
            cut.opinion,
        )


def _type(plan: Plan, cut: Cut, predicate: Tokens, states: int | None) -> ClaimType:
    scene = plan.scene
    if states is not None:
        return "speech_act"
    if cut.type is not None:
        return cut.type
    lemma = scene[cut.head].lemma.lower()
    if lemma == "be" and any(scene[c].pos in {"NOUN", "PROPN"} for c in scene.tree.children(cut.head, "attr")):
        return "identity"
    if lemma in {"include", "comprise"}:
        return "membership"
    return "state" if lemma in words("stative_verbs") or scene[cut.head].pos not in VERBAL else "event"
