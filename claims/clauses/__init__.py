"""Split a sentence into clauses: one predication each, with who, what, when and where as tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claims.analysis import Clause
from claims.clauses.build import clauses
from claims.clauses.coverage import complete
from claims.clauses.inner import inner
from claims.clauses.keeps import KEEPS, Keep, kept
from claims.clauses.phrases import Plan
from claims.clauses.rules import RULES, Rule
from claims.clauses.scene import Cut, Marks, Scene
from claims.clauses.speech import fitted, speech_acts
from claims.clauses.verbs import chain
from claims.trees import VERBAL, Tree

__all__ = ["KEEPS", "RULES", "Keep", "Marks", "Rule", "split", "split_verbs"]


#: The rules by the label of the token they look at.
RULES_BY_LABEL = {dep: tuple(rule for rule in RULES if dep in rule.deps) for rule in RULES for dep in sorted(rule.deps)}


def split(tree: Tree, sentence: int = 0, marks: Marks | None = None) -> tuple[Clause, ...]:
    """Return the clauses of a sentence, in text order; none where nothing is predicated.

    `marks` are the links and time expressions of the whole text, `sentence` the tree's number in it.
    Time and the number of clauses are linear in the sentence: coordinations beyond a bound stay whole.
    """
    if not len(tree):
        return ()
    scene = Scene(tree, sentence, marks or Marks())
    return _claimed(Plan(scene, cuts(scene)))


def split_verbs(
    tree: Tree, sentence: int = 0, marks: Marks | None = None
) -> tuple[tuple[Clause, ...], tuple[Clause, ...]]:
    """Return what `split` does, and the clauses of the verbs that it leaves inside them (see `inner`)."""
    if not len(tree):
        return (), ()
    scene = Scene(tree, sentence, marks or Marks())
    plan = Plan(scene, cuts(scene))
    claimed = _claimed(plan)
    inside = [fitted(plan, clause) for clause in inner(plan, claimed)]
    inside = [*_distinct(inside), *speech_acts(plan, (*claimed, *inside))]
    return claimed, tuple(inside) if claimed else complete(plan, inside)


def _claimed(plan: Plan) -> tuple[Clause, ...]:
    """Return the clauses of a plan and its speech acts, with every content word in one of them."""
    found = [fitted(plan, clause) for clause in clauses(plan)]
    found += speech_acts(plan, found)
    return complete(plan, sorted(_distinct(found), key=lambda clause: (clause.head, clause.tokens)))


def _open(scene: Scene, i: int, claimed: set[int]) -> bool:
    """Tell whether what hangs on a token's head may leave it: its verb makes a claim, or a comma parts them."""
    head = scene[i].head
    loose = scene[i].dep == "advcl" and scene[i].tag == "VBG" and scene.follows_comma(i)
    # "was quoted as **saying** …" is one cue.
    number = scene.cue_of.get(head)
    cue = scene.links[number].cue if number is not None else None
    melted = cue is not None and cue.sentence == scene.sentence and not claimed.isdisjoint(cue.tokens)
    return scene[head].pos not in VERBAL or head in claimed or loose or melted


def _distinct(clauses: Iterable[Clause]) -> Iterator[Clause]:
    """Pass over a clause with the slots and the voice of an earlier one."""
    seen = set()
    for clause in clauses:
        key = (clause.who, clause.predicate, tuple(sorted(slot.tokens for slot in clause.arguments)), clause.link)
        if key not in seen:
            seen.add(key)
            yield clause


def cuts(scene: Scene) -> dict[int, Cut]:
    """Try the rules from the root down: what hangs on a verb is split off only if the verb makes a claim."""
    found: dict[int, Cut] = {}
    tree = scene.tree
    claimed, taken = set(chain(scene, tree.root)), set()
    for i in tree.downwards[1:]:
        rules = RULES_BY_LABEL.get(tree[i].dep)
        # Most tokens are taken by no rule: the guards, which are dearer, come after the rules.
        cut = None if rules is None or i in taken else _decided(scene, i, rules)
        if cut is None or cut.at in found or not _open(scene, i, claimed) or kept(scene, i):
            continue
        found[cut.at] = cut
        taken.add(cut.head)
        if cut.shape == "verb":
            claimed.update(chain(scene, cut.head))
    return found


def _decided(scene: Scene, i: int, rules: Iterable[Rule]) -> Cut | None:
    """Return what the first rule decides that takes a token."""
    for rule in rules:
        cut = rule.decide(scene, i)
        if cut is not None:
            return cut
    return None
