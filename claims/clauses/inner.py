"""Verbs that the rules leave inside a claim, each with a who and slots of its own.

Who reads claims wants "launchers that **are placed** in trucks" whole (N1); who asks about every verb wants
to know as well what is placed, and where.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.analysis import Clause, Tokens
from claims.clauses import slots
from claims.clauses.build import multiplied
from claims.clauses.contents import controller
from claims.clauses.keeps import is_condition
from claims.clauses.phrases import Plan
from claims.clauses.predicates import predicate
from claims.clauses.scene import RELATIVES, Cut, Scene
from claims.clauses.slots import Options, Parts
from claims.clauses.verbs import chain
from claims.lexicon import words
from claims.trees import NOUNS, SUBJECTS, VERBAL
from claims.values import evolve

#: Labels of verbs that govern a clause, however short.
CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "xcomp", "pcomp", "csubj", "conj"})
#: Names that the claims bear: of what is told, and of what the host leaves open ("allowed them **to stay**").
TOLD, OPEN = "inner clause", "inner nonfinite"
#: Nouns whose clause leaves out how or why, and nobody: "the way he sings".
_HOW = frozenset({"way", "reason", "manner"})


def inner(plan: Plan, clauses: Sequence[Clause]) -> Iterator[Clause]:
    """Yield the clauses of the verbs that are in no predicate of `clauses`; what is only supposed makes none."""
    found = _found(plan, clauses)
    # Each is known to the others: of "who speak it and **have proven** it" the first says who.
    wider = evolve(plan, cuts={**plan.cuts, **found})
    for i in sorted(found):
        parts = _with_gap(wider, found[i], slots.around(wider, i))
        yield from multiplied(wider, found[i], slots.who_of(wider, found[i]), predicate(wider, found[i]), parts)


def _found(plan: Plan, clauses: Sequence[Clause]) -> dict[int, Cut]:
    """Return a cut for each verb, those from above first: what melts into one is no other."""
    scene, found = plan.scene, dict[int, Cut]()
    told = {i for clause in clauses for i in clause.predicate}
    stated = {clause.states for clause in clauses if clause.states is not None}
    for i in scene.tree.downwards:
        if i not in told and i not in plan.cuts and _governs(scene, i) and scene.cue_of.get(i) not in stated:
            found[i] = _cut(scene, i)
            told.update(chain(scene, i))
    return found


def _governs(scene: Scene, i: int) -> bool:
    """Tell whether a token is the verb of a clause that is no condition nor part of one (N8)."""
    token = scene[i]
    if token.dep not in CLAUSES or token.pos not in VERBAL or i in scene.timex_of:
        return False
    return not any(is_condition(scene, j) for j in (i, *scene.tree.ancestors(i)))


def _cut(scene: Scene, i: int) -> Cut:
    """Return the cut for a verb; its words stay in the claim around, but for a second of two joined verbs."""
    rule = OPEN if _is_open(scene, i) else TOLD
    return Cut(rule, i, i, who=_actor(scene, i), shared=True, detached=scene[i].dep == "conj")


def _is_open(scene: Scene, i: int) -> bool:
    """Tell whether nobody says that it is done: an infinitive, or a gerund behind a preposition."""
    verb = scene.first_conjunct(i)
    if scene.tree.has_to(verb):
        return True
    return scene[verb].dep in {"ccomp", "xcomp", "pcomp", "csubj"} and not scene.tree.is_finite(verb)


def _actor(scene: Scene, i: int) -> int | None:
    """Return the head of the phrase that says who acts, None where the verb or its host does."""
    token = scene[i]
    if token.dep in {"relcl", "acl"} and scene[token.head].pos in NOUNS:
        return _of_noun(scene, i)
    if token.dep in {"ccomp", "xcomp"} or (token.dep == "pcomp" and scene[token.head].head in scene.cue_of):
        who = controller(scene, i)[1]
        # "spent **a week** building it"
        return None if who in scene.timex_of else who
    return None


def _of_noun(scene: Scene, i: int) -> int | None:
    """Return who acts in a noun's clause: the noun, or who has "a plan **to leave**", "gave **him** a right to go"."""
    noun = scene[i].head
    if not scene.tree.has_to(i) or scene[noun].lemma.lower() not in words("complement_nouns"):
        return noun
    if scene[noun].dep in SUBJECTS:
        return scene.tree.child(noun, "poss") or noun
    return scene.tree.child(scene[noun].head, "dative")


def _with_gap(plan: Plan, cut: Cut, parts: Parts) -> Parts:
    """Put the noun where a relative clause leaves it out: "**a race** (that) she won", "**a hall** he stood **in**"."""
    scene, tree = plan.scene, plan.scene.tree
    subject = scene.subject(cut.head)
    if scene[cut.head].dep != "relcl" or cut.who is None or subject is None or scene[subject].tag in RELATIVES:
        return parts
    before = [j for j in tree.subtree(cut.head) if j < subject]
    relatives = {j for j in before if scene[j].tag in RELATIVES or scene[j].lower == "that"}
    if any(scene[j].tag == "WRB" for j in before) or scene[cut.who].lemma.lower() in _HOW | words("time_nouns"):
        return parts
    noun = plan.kept(cut.who, skip={cut.head})
    filled = tuple(_filled(scene, row, relatives, noun) for row in parts.arguments)
    taken = relatives or any(role in {"object", "complement"} for role, _ in filled)
    if taken or filled != parts.arguments or scene[cut.head].lemma in words("intransitive_verbs"):
        return evolve(parts, arguments=filled)
    return evolve(parts, arguments=(*filled, ("object", (noun,))))


def _filled(scene: Scene, row: Options, relatives: set[int], noun: Tokens) -> Options:
    """Return an argument with the noun in its gap: for its relative pronoun, or behind a bare preposition."""
    role, phrases = row
    own = set(phrases[0]) - relatives
    gap = own != set(phrases[0]) or (len(own) == 1 and role == "oblique")
    if len(phrases) != 1 or not gap or any(scene[j].pos != "ADP" for j in own):
        return row
    return role, (tuple(sorted((*own, *noun))),)
