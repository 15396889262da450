"""Phrases without what has been cut off, and the single conjuncts of coordinations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from claims.analysis import Tokens
from claims.clauses.keeps import kept
from claims.clauses.scene import COORDINATION, Cut, Scene, trim
from claims.lexicon import words
from claims.trees import SUBJECTS, VERBAL
from claims.values import lazy

#: Longest coordination that is taken apart, and most claims that one clause is multiplied into.
MAX_CONJUNCTS = 30
MAX_PRODUCT = 30
#: Words that make one title of an office behind them: no "chief executive and chairman" is a chief chairman.
_RANKING = frozenset({"chief", "vice", "prime", "deputy"})


@attrs.frozen(eq=False, slots=False)
class Plan:
    """A scene with the cuts that the rules decided, by the token they are made at."""

    scene: Scene
    cuts: Mapping[int, Cut]
    #: What `kept` found before, by head, what was skipped, and whether a name stood in for its description.
    _phrases: dict[tuple[int, frozenset[int], bool], Tokens] = attrs.field(factory=dict, init=False, repr=False)

    @lazy
    def removed(self) -> frozenset[int]:
        """Words that leave their host one by one: titles before a name."""
        return frozenset(i for cut in self.cuts.values() if cut.detached for i in cut.words)

    @lazy
    def swaps(self) -> Mapping[int, int]:
        """Heads of descriptions to the names that stand for them in the host."""
        return {cut.replaces: cut.at for cut in self.cuts.values() if cut.replaces is not None}

    @lazy
    def _broken(self) -> frozenset[int]:
        """Heads of phrases that something leaves or is swapped in."""
        places = {*self.removed, *self.swaps, *filter(self.leaves, self.cuts)}
        return frozenset(above for i in places for above in self.scene.tree.ancestors(i))

    def leaves(self, index: int) -> bool:
        """Tell whether the subtree of `index` leaves its host."""
        cut = self.cuts.get(index)
        return cut is not None and cut.detached and not cut.words

    def kept(self, index: int, *, skip: Iterable[int] = (), swap: bool = True) -> Tokens:
        """Return the words of the phrase below `index` that stay in it."""
        skipped, named = frozenset(skip), swap and index in self.swaps
        if (known := self._phrases.get((index, skipped, named))) is not None:
            return known
        whole = not skipped and not named and index not in self._broken
        words = self.scene.tree.subtree(index) if whole else self._gathered(index, skipped, named)
        return self._phrases.setdefault((index, skipped, named), trim(self.scene, words))

    def _gathered(self, index: int, skipped: frozenset[int], named: bool) -> set[int]:
        found = set[int]()
        waiting = [index]
        if named:
            name = self.swaps[index]
            waiting = [name, *(i for i in self.behind_name(index, name) if i not in skipped and not self.leaves(i))]
        while waiting:
            word = waiting.pop()
            if word not in self.removed or word == index:
                found.add(word)
            for child in self.scene.tree.children(word):
                if child in skipped or self.leaves(child):
                    continue
                inner = self.swaps.get(child)
                waiting.append(child if inner is None else inner)
        return found

    def behind_name(self, noun: int, name: int) -> Tokens:
        """Return what hangs on a description but follows the name: "the ship Ark **off Malta**"."""
        return tuple(i for i in self.scene.tree.children(noun, "prep") if i > name)

    def whole(self, index: int) -> Tokens:
        """Return the words of a content clause, all that is said, without its "that"."""
        found = self.scene.tree.subtree(index)
        first = next((i for i in found if self.scene[i].pos != "PUNCT"), None)
        if first is not None and self.scene[first].dep == "mark" and self.scene[first].lower == "that":
            found = tuple(i for i in found if i != first)
        return trim(self.scene, found)


def alternatives(plan: Plan, index: int, *, swap: bool = True) -> list[Tokens]:
    """Return one phrase per conjunct where each alone could be true (S2), else the one phrase.

    "US forces and facilities" → "US forces", "US facilities"; "from A and B" → "from A", "from B".
    With `swap`, a name stands for the titles before it, however many.
    """
    place = _coordination(plan, index)
    if place is None:
        return [plan.kept(index, swap=swap)]
    if swap and place != index:
        # "The ministers **Ann Lee and Tom Ray** left."
        index = plan.swaps.get(index, index)
    conjuncts = (place, *(i for i in plan.scene.conjuncts(place) if not plan.leaves(i)))
    if swap and place in plan.swaps:
        conjuncts = (place, *(i for i in conjuncts if i > plan.swaps[place]))
    if not _distributable(plan, place, conjuncts):
        return [plan.kept(index, swap=swap)]
    tree = plan.scene.tree
    inside = set(tree.subtree(place))
    frame = [i for i in plan.kept(index, swap=False) if i not in inside] if place != index else []
    # What hangs on the first conjunct but stands behind the last holds for all.
    trailing = [c for c in tree.children(place) if c > conjuncts[-1] and not plan.leaves(c)]
    frame += [i for c in trailing if not _coordinates(plan, c) for i in plan.kept(c)]
    found = []
    for conjunct in conjuncts:
        linked = [c for c in tree.children(conjunct) if _coordinates(plan, c) or c in trailing]
        # "Both" holds of the two together.
        linked += [c for c in tree.children(conjunct, "det", "predet") if plan.scene[c].lower == "both"]
        own = plan.kept(conjunct, skip=linked, swap=swap)
        shared = () if conjunct == place else _shared(plan, place, conjunct)
        found.append(trim(plan.scene, (*frame, *shared, *own)))
    return found


def _coordinates(plan: Plan, index: int) -> bool:
    return plan.scene[index].dep in COORDINATION


def _coordination(plan: Plan, index: int) -> int | None:
    """Return the first conjunct of the coordination that a dependent of the predicate holds."""
    scene, tree = plan.scene, plan.scene.tree
    joined = tree.children(index, "conj")
    if joined and not all(map(plan.leaves, joined)):
        return index
    if index in plan.swaps:
        return _coordination(plan, plan.swaps[index])
    token = scene[index]
    if token.dep in {"prep", "agent", "dative"} and token.pos in {"ADP", "SCONJ", "VERB"}:
        inner = tree.child(index, "pobj", "prep")
    elif token.dep in {"acomp", "oprd"} or (token.pos == "ADJ" and token.dep == "attr"):
        inner = tree.child(index, "prep")
    elif token.lemma.lower() in words("quantity_nouns"):
        inner = next((c for c in tree.children(index, "prep") if scene[c].lower == "of"), None)
    else:
        return None
    return None if inner is None or plan.leaves(inner) else _coordination(plan, inner)


def _distributable(plan: Plan, place: int, conjuncts: Tokens) -> bool:
    """Tell whether each conjunct makes a claim of its own: several nouns, or predicate adjectives."""
    scene = plan.scene
    if not 1 < len(conjuncts) <= MAX_CONJUNCTS or scene[place].pos == "ADV":
        return False
    if all(scene[i].entity == "GPE" for i in conjuncts) and not _joiners(plan, conjuncts):
        # "In Lyon, France": a place and where it lies.
        return False
    if scene[place].pos == "ADJ" and scene[place].dep in SUBJECTS and any(scene[i].pos == "NOUN" for i in conjuncts):
        # "**The old** and the new bridge": one noun for both.
        return False
    if any(scene[i].pos in VERBAL for i in conjuncts) and scene[place].dep not in {"acomp", "attr"}:
        return False
    return not any(kept(scene, i) for i in conjuncts[1:])


def _joiners(plan: Plan, conjuncts: Tokens) -> list[int]:
    """Return what joins conjuncts, "and" and the like."""
    return [c for i in conjuncts for c in plan.scene.tree.children(i, "cc", "preconj")]


def _shared(plan: Plan, first: int, conjunct: int) -> Tokens:
    """Return the words before the first conjunct that a bare later one shares with it."""
    scene, tree = plan.scene, plan.scene.tree
    own = [c for c in tree.children(conjunct) if c < conjunct and scene[c].dep not in {*COORDINATION, "punct"}]
    lead = [c for c in tree.children(first) if c < first and scene[c].dep not in {*COORDINATION, "punct"}]
    if any(scene[c].lower in _RANKING for c in lead):
        lead = [c for c in lead if scene[c].dep in {"det", "poss"}]
    named = scene[first].pos in {"NOUN", "PROPN"}
    if scene[conjunct].pos in {"PROPN", "PRON"} or (named and scene[conjunct].pos == "ADJ"):
        return ()
    if named and scene.plural(first) != scene.plural(conjunct) and any(_counts(scene, c) for c in lead):
        # "An advocacy group and owners", "37 stab wounds and damage": a number goes with its noun.
        lead = [c for c in lead if scene[c].dep in {"poss", "neg"} or scene[c].lower == "no"]
    if scene[conjunct].tag in {"JJR", "JJS", "RBR", "RBS"}:
        lead = [c for c in lead if scene[c].lower not in {"more", "most", "less", "least"}]
    if own:
        determined = any(scene[c].dep in {"det", "poss", "nummod"} for c in own)
        lead = [] if determined else [c for c in lead if scene[c].dep in {"poss", "neg"} or scene[c].lower == "no"]
    return tuple(i for c in lead if not plan.leaves(c) for i in plan.kept(c))


def _counts(scene: Scene, word: int) -> bool:
    """Tell whether a word before a noun says how many: "a", "37"."""
    return scene[word].dep == "nummod" or scene[word].lower in {"a", "an"}
