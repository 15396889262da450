"""What stands around a predicate: who, arguments, times, places and conditions."""

from __future__ import annotations

from collections.abc import Iterable

from claims.analysis import Adjunct, Tie, Tokens
from claims.clauses.adjuncts import (
    borrowed,
    dated_behind,
    from_outside,
    is_place,
    joined,
    measure,
    measured,
    measures,
    of_content,
    of_fronted,
    preceding,
    strays,
    time_adjunct,
)
from claims.clauses.phrases import Plan, alternatives
from claims.clauses.scene import COORDINATION, RELATIVES, Cut, Scene, trim
from claims.clauses.sharing import differ, elided, joined_directly, together
from claims.clauses.ties import bare_ties, ties
from claims.clauses.verbs import GROUP, chain, group
from claims.lexicon import openings, table, words
from claims.model import Role
from claims.trees import CLEFT, SUBJECTS, VERBAL
from claims.values import evolve, value

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
#: Parts of speech of what a sentence without a verb tells of.
NAMING = frozenset({"NOUN", "PROPN"})
#: Roles that a verb fills once: "'We won', Berg **said** and left the hall".
_TAKEN = frozenset({"object", "indirect_object", "complement"})
#: Prepositions of where something leads: "was arrested and extradited **to Malta**".
_LEADING_ON = frozenset("to into onto from toward towards through across".split())
#: Dependents that fill no slot; who is found by itself.
SKIPPED = {*SUBJECTS, *GROUP, "punct", "cc", "preconj", "mark", "intj", "meta", "dep", CLEFT}


#: An argument: its role, and its conjuncts as alternatives.
Options = tuple[Role, tuple[Tokens, ...]]


@value
class Parts:
    """What stands around a verb, by slot."""

    arguments: tuple[Options, ...]
    when: tuple[Adjunct, ...]
    #: Every place; one of several conjuncts belongs to the claim that takes it.
    where: tuple[Tokens, ...]
    ties: tuple[Tie, ...]


def sort(plan: Plan, dependents: Iterable[int]) -> Parts:
    """Sort dependents into arguments, times, places and conditions."""
    scene = plan.scene
    arguments: list[Options] = []
    when: list[Adjunct] = []
    where: list[Tokens] = []
    tied: list[Tie] = []
    waiting = list(dependents)[::-1]
    while waiting:
        child = waiting.pop()
        if (adjunct := time_adjunct(plan, child)) is not None:
            if not of_content(plan, child):
                arguments, adjuncts = _with_time(plan, child, adjunct, arguments)
                when += adjuncts
            waiting += [i for i in strays(plan, child)[::-1] if scene[i].dep not in SKIPPED]
            continue
        dates = dated_behind(plan, child)
        when += [Adjunct(scene.tree.subtree(i), scene.timex_of[i]) for i in dates]
        options = _options(plan, child, dates)
        arguments.append((ROLES.get(scene[child].dep, "modifier"), options))
        if is_place(plan, child):
            where += options
        tied += bare_ties(plan, child, options[0])
    return Parts(tuple(arguments), joined(when, plan), tuple(where), tuple(tied))


def _with_time(
    plan: Plan, child: int, adjunct: Adjunct, arguments: list[Options]
) -> tuple[list[Options], list[Adjunct]]:
    """Return the arguments so far and the adjunct, which may belong to one of them or take words from it."""
    if (clause := of_fronted(plan, child)) is not None:
        own = [(role, _joined_to(options, clause, adjunct.tokens)) for role, options in arguments]
        return own, []
    front = measure(plan, adjunct) or preceding(plan, adjunct)
    if not front or not any(set(front) <= set(options[0]) for _, options in arguments if len(options) == 1):
        return arguments, [adjunct]
    cut = [(role, tuple(trim(plan.scene, set(o) - set(front)) for o in options)) for role, options in arguments]
    rest = [row for row in cut if any(row[1])]
    number = next((plan.scene.timex_of[i] for i in front if i in plan.scene.timex_of), None)
    if number is None:
        return rest, [Adjunct((*front, *adjunct.tokens), adjunct.timex)]
    return rest, [Adjunct(trim(plan.scene, front), number), adjunct]


def _joined_to(options: tuple[Tokens, ...], clause: int, tokens: Tokens) -> tuple[Tokens, ...]:
    if len(options) > 1 or clause not in options[0]:
        return options
    return (tuple(sorted({*options[0], *tokens})),)


def around(plan: Plan, head: int) -> Parts:
    """Return the slots of the predicate at `head`, those of verbs that melt into it included."""
    scene = plan.scene
    verbs = chain(scene, head)
    inside = set(group(scene, head))
    dependents = [c for verb in verbs for c in scene.tree.children(verb) if c not in inside and _fills_slot(plan, c)]
    parts = sort(plan, dependents)
    arguments, when = parts.arguments, parts.when
    if scene[head].pos not in VERBAL:
        arguments = (*arguments, ("complement", (_bare_head(plan, head),)))
    elif _fronted(arguments, head) and (sharer := elided(plan, verbs[-1])) is not None:
        shared = around(plan, sharer)
        arguments = (*arguments, *(row for row in shared.arguments if set(row[1]) <= set(shared.where)))
        parts, when = evolve(parts, where=(*parts.where, *shared.where)), when or shared.when
    elif _fronted(arguments, head) and (sharer := joined_directly(plan, verbs[-1])) is not None:
        shared = around(plan, sharer)
        # "Was arrested and charged on Monday": but not "stayed and later left".
        behind = tuple(adjunct for adjunct in shared.when if adjunct.tokens[0] > sharer)
        if not together(plan, verbs[-1], sharer):
            shared, behind = evolve(shared, where=()), ()
        full = scene.tree.child(verbs[-1], "dobj", "ccomp", "attr", "acomp") is not None
        common = (row for row in _common(plan, verbs[-1], sharer, shared) if not full or row[0] not in _TAKEN)
        arguments, when = (*arguments, *common), when or behind
    when = (*from_outside(plan, head), *when, *(adjunct for verb in verbs for adjunct in measured(plan, verb)))
    return Parts(arguments, when, parts.where, (*ties(plan, verbs), *parts.ties))


def _fronted(arguments: Iterable[Options], head: int) -> bool:
    """Tell whether no argument stands behind a verb: "**In Rome** they buy and sell shares"."""
    return all(tokens[-1] < head for _, options in arguments for tokens in options if tokens)


def _fills_slot(plan: Plan, child: int) -> bool:
    """Tell whether a verb's dependent says something of its own that has not been split off."""
    token, cues = plan.scene[child], plan.scene.cue_of
    if token.dep in SKIPPED or plan.leaves(child):
        return False
    if child in cues and (token.lower == "that" or (token.tag == "RB" and token.head not in cues)):
        # "a message **that** it won": the cue's; "**reportedly** fell": a claim of its own.
        return False
    if _emptied(plan, child) or measures(plan, child):
        return False
    # A joined verb that makes no claim of its own ("stay or leave") stays with the first.
    return plan.scene.clausal(child) if token.dep == "conj" else not _signal(plan, child)


def _emptied(plan: Plan, child: int) -> bool:
    """Tell whether all that a preposition governs has been split off: "was held **after** leaving"."""
    if plan.scene[child].dep != "prep" or not any(map(plan.leaves, plan.scene.tree.children(child))):
        return False
    return len(plan.kept(child)) == 1


def _options(plan: Plan, child: int, dates: Tokens) -> tuple[Tokens, ...]:
    """Return the words of an argument, one entry for each conjunct that makes a claim."""
    scene = plan.scene
    if _is_said(plan, child):
        relative = scene[scene[child].head].dep == "relcl"
        return (tuple(i for i in plan.whole(child) if not relative or scene[i].tag != "WRB" or i > child),)
    fronted = scene[child].dep == "prep" and child < scene[child].head and scene.opens(child)
    if dates or fronted or scene[child].dep in {"ccomp", "advcl", "parataxis"}:
        return (plan.kept(child, skip=dates),)
    options = alternatives(plan, child)
    if scene[child].dep == "conj":
        said = group(scene, scene[child].head)
        joiners = [i for i in scene.tree.children(scene[child].head, "cc", "preconj") if i not in said]
        # "**Rather than** close it"
        return (tuple(sorted({*options[0], *(i for c in joiners for i in scene.tree.subtree(c))})),)
    return tuple(options)


def _is_said(plan: Plan, child: int) -> bool:
    """Tell whether an argument is content, which stays whole: "accused him **of leaving before it fell**"."""
    cut = plan.cuts.get(child)
    if cut is not None:
        return not cut.detached
    inner = plan.scene.tree.child(child, "pcomp")
    behind = plan.cuts.get(inner) if inner is not None else None
    if behind is None or behind.detached or inner is None:
        return False
    # "by deterring and **disrupting the use**": what the first gerund takes stands behind the last.
    return behind.rule.startswith("S10") or plan.scene.tree.child(inner, "conj") is not None


def _signal(plan: Plan, child: int) -> bool:
    """Tell whether a dependent only links its clause: "**when** it fell", "**however**", "**also**"."""
    scene = plan.scene
    token = scene[child]
    behind = scene[child + 1] if child + 1 < len(scene.tree) else token
    if token.dep == "advmod" and behind.dep == "mark" and behind.head == token.head:
        return True
    if token.tag == "WRB" and scene[scene.tree.root].tag != "WRB":
        # "the hall **where** they met and fell": the parser may hang it on the second verb.
        first = scene.first_conjunct(_voiced(scene, token.head))
        cut = plan.cuts.get(first if child < first else token.head)
        joins = cut is not None and scene[cut.head].dep in {"relcl", "advcl"}
        return joins or (cut is not None and cut.rule.startswith(("S3", "S6", "S7")))
    if token.lower == "soon" and any(plan.leaves(c) for c in scene.tree.children(child, "advcl")):
        # "**As soon** as it fell"
        return True
    below = scene.tree.subtree(child)
    if token.dep not in {"advmod", "prep", "cc"} or scene[below[0]].lower not in openings("exempt"):
        return False
    return table("exempt").get(scene.tree.words(below).lower()) == ("connective",)


def _voiced(scene: Scene, verb: int) -> int:
    """Return the verb of a relative clause in which another is said: "where they **are thought** to have met"."""
    host = scene[verb].head
    return host if scene[verb].dep in {"xcomp", "ccomp"} and scene[host].dep == "relcl" else verb


def _bare_head(plan: Plan, head: int) -> Tokens:
    """Return a nominal predicate's own words: "a hero" in "he a hero"."""
    deps = (*SUBJECTS, *GROUP, "advmod", "prep", "advcl", "npadvmod", "cop", "mark", "ccomp")
    return plan.kept(head, skip=plan.scene.tree.children(head, *deps))


def _common(plan: Plan, verb: int, joined: int, shared: Parts) -> tuple[Options, ...]:
    """Return the arguments that a verb has in common with one joined to it directly.

    By whom something is done and where is common, and what is done to it where the first verb takes an
    object: "reviewed and upheld **the ruling**"; not "came and saw it" nor "was tried and sentenced to death".
    """
    scene = plan.scene
    first, second = (scene.tree.child(i, "auxpass") is not None for i in (verb, joined))
    # Taggers confuse the two past forms.
    tags = {scene[i].tag.replace("VBN", "VBD") for i in (verb, joined)}
    alike = len(tags) == 1 and not first and not second and scene[verb].lemma not in words("intransitive_verbs")
    roles = {"agent", "object", "indirect_object", "complement"} if alike else {"agent"}
    return tuple(
        (role, options)
        for role, options in shared.arguments
        if role in roles or (set(options) <= set(shared.where) and scene[options[0][0]].lower not in _LEADING_ON)
    )


def who_of(plan: Plan, cut: Cut, depth: int = 0) -> list[Tokens]:
    """Return who the claim is about, one entry a conjunct."""
    scene, tree = plan.scene, plan.scene.tree
    subject = scene.subject(cut.head)
    if subject is not None and cut.shared and cut.who is None and scene[subject].tag in RELATIVES:
        # "…, which opened in 1950 and **which** burned": both tell of one noun.
        joined = cut_of(plan, scene[cut.at].head).who
        return [plan.kept(joined)] if joined is not None else [plan.kept(subject)]
    if subject is not None and not (cut.who is not None and scene[subject].tag in RELATIVES):
        if scene[subject].dep == "expl" and (real := tree.child(cut.head, "nsubj", "nsubjpass")) is not None:
            subject = real
        lent = borrowed(plan, cut.head)
        found = alternatives(plan, subject)
        return [tuple(i for i in tokens if i not in lent) for tokens in found] if lent else found
    if cut.who is not None:
        # "suspect the man **of setting** the fire": the preposition leaves with its verb.
        lead = scene[cut.head].head if scene[cut.head].dep == "pcomp" else cut.head
        who, clause = antecedent(scene, cut.who)
        if cut.rule.startswith("S10") and clause == who and cut.at not in tree.subtree(who):
            # "asked Ann and Tom **to leave**": each is to leave. "The firm**'s** aim to grow": the firm is to.
            return [tokens[:-1] if scene[tokens[-1]].tag == "POS" else tokens for tokens in alternatives(plan, who)]
        return [plan.kept(who, skip={cut.head, lead, clause, *_joined_behind(plan, cut)} - {who})]
    if cut.shared and depth < len(tree):
        host = scene[cut.at].head
        while host != scene[host].head and not scene.clausal(host):
            host = scene[host].head
        if host == tree.root and scene[host].pos in NAMING and scene.subject(host) is None:
            # "The bridge in 2010, after **being** repaired"
            return [plan.kept(host, skip=fragment_adjuncts(plan, host))]
        return who_of(plan, evolve(cut_of(plan, host), shared=True), depth + 1)
    melted = next((v for v in tree.ancestors(cut.head) if cut.head in chain(scene, v)), None)
    if melted is not None and depth < len(tree):
        return who_of(plan, cut_of(plan, melted), depth + 1)
    return [()]


def antecedent(scene: Scene, index: int) -> tuple[int, int]:
    """Return the noun that a relative pronoun stands for and its clause: "the camp, **which** they call a retreat".

    What is no relative pronoun stands for itself.
    """
    if scene[index].tag in RELATIVES:
        for i in scene.tree.ancestors(index):
            if scene[i].dep == "relcl" and scene[scene[i].head].pos not in VERBAL:
                return scene[i].head, i
    return index, index


def fragment_adjuncts(plan: Plan, root: int) -> Tokens:
    """Return what a phrase without a verb says of its noun: "skaters **on** the lake **in** 1998"."""
    behind = [c for c in plan.scene.tree.children(root, "prep", "npadvmod", "advmod", "acl", "amod") if c > root]
    return tuple(c for c in behind if plan.scene[c].lower != "of" and not plan.leaves(c))


def _joined_behind(plan: Plan, cut: Cut) -> Tokens:
    """Return what is joined to a noun behind the clause that tells of it: "Ann, who fell, **and Tom**"."""
    if cut.who is None or plan.scene[cut.at].head != cut.who or not cut.who < cut.at:
        return ()
    return tuple(i for i in plan.scene.tree.children(cut.who, *COORDINATION) if i > cut.at)


def cut_of(plan: Plan, head: int) -> Cut:
    """Return the cut that made the clause of `head`, or one for the main clause."""
    return next((cut for cut in plan.cuts.values() if cut.head == head), Cut("main clause", head, head))


def with_shared(plan: Plan, cut: Cut, parts: Parts) -> Parts:
    """Give a conjoined verb its host's leading times: "**In 2020** the US withdrew, and **installed** …"."""
    scene, tree = plan.scene, plan.scene.tree
    host = scene[cut.at].head
    if scene.tree.is_finite(host) and not scene.tree.is_finite(cut.head) and scene[host].tag != scene[cut.head].tag:
        # "He began to dig, and rest": what stands in another form is joined to another verb.
        return parts
    if scene[host].dep == "conj" and scene.subject(host) is None and differ(scene, host, cut.head):
        # "Was held and later freed but remains in Rome"
        return parts
    leading = [c for c in tree.children(host) if c < host and scene[c].dep in {"prep", "npadvmod", "advmod"}]
    if scene.subject(cut.head) is not None:
        # "On Friday, boats came, and the navy left": a time that opens the sentence frames it all.
        leading = [c for c in leading if tree.subtree(c)[0] == 0 and scene.opens(c)]
    leading = [c for c in leading if not plan.leaves(c) and scene[c].tag != "WRB"]
    when = [adjunct for c in leading if (adjunct := time_adjunct(plan, c)) is not None]
    return evolve(parts, when=parts.when or tuple(when))


def with_antecedent(plan: Plan, cut: Cut, parts: Parts) -> Parts:
    """Put the antecedent where the relative pronoun stands: "the law, **which** they passed"."""
    scene, tree = plan.scene, plan.scene.tree
    if cut.who is None:
        return parts
    relatives = {c for c in tree.subtree(cut.head) if scene[c].tag in RELATIVES}
    arguments = []
    for role, options in parts.arguments:
        linked = [i for i in options[0] if i not in relatives] if len(options) == 1 else []
        bare = len(options) == 1 and set(options[0]) & relatives and all(scene[i].pos == "ADP" for i in linked)
        told = plan.kept(cut.who, skip=_joined_behind(plan, cut)) if bare else ()
        arguments.append((role, (tuple(sorted((*linked, *told))),) if bare else options))
    return evolve(parts, arguments=tuple(arguments))
