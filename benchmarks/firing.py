"""Count on how many sentences each split rule, guard, repair and doubt fires, while documents are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import attrs

from claims import clauses, readings, repair
from claims.clauses import KEEPS, Keep, keeps, rules
from claims.clauses.scene import Cut, Scene
from claims.trees import Tree

#: A rule that fires on fewer sentences needs a reason to stay.
RARE = 5

#: Rows of a table to the sentences that they fired on; equal words count once.
Fired = dict[str, set[str]]


@attrs.frozen
class Firings:
    """What fired where, by table."""

    rules: Fired = attrs.field(factory=dict)
    guards: Fired = attrs.field(factory=lambda: {_named(keep): set() for keep in KEEPS})
    repairs: Fired = attrs.field(factory=lambda: {row.name: set() for row in repair.REPAIRS})
    doubts: Fired = attrs.field(factory=lambda: {row.name: set() for row in readings.DOUBTS})

    def rows(self) -> list[list[str]]:
        """Return the table of all rows, the most frequent first; a rare one carries the reason why it stays."""
        found = [["table", "row", "sentences", "why it stays"]]
        for name, fired, reasons in self._tables():
            for row, sentences in sorted(fired.items(), key=lambda item: (-len(item[1]), item[0])):
                note = reasons.get(row, "no reason given") if len(sentences) < RARE else ""
                found.append([name, row.replace("_", " "), str(len(sentences)), note])
        return found

    def unexplained(self) -> int:
        """Count the rare rows without a reason."""
        return sum(
            len(sentences) < RARE and row not in reasons
            for _, fired, reasons in self._tables()
            for row, sentences in fired.items()
        )

    def _tables(self) -> Iterator[tuple[str, Fired, Mapping[str, str]]]:
        yield "split", self.rules, rules.RARE
        yield "keep", self.guards, keeps.RARE
        yield "repair", self.repairs, repair.RARE
        yield "doubt", self.doubts, readings.RARE


def _named(keep: Keep) -> str:
    return f"{keep.site} {keep.holds.__name__}"


@contextmanager
def watched() -> Iterator[Firings]:
    """Note what fires as long as the block runs: the tables are swapped for ones that tell, then put back."""
    found = Firings()
    cuts, guards = clauses.cuts, dict(keeps.GUARDS)
    repairs, doubts = repair.REPAIRS, readings.DOUBTS
    try:
        clauses.cuts = _cutting(cuts, found)
        keeps.GUARDS.update({dep: tuple(_guard(keep, found) for keep in row) for dep, row in guards.items()})
        repair.REPAIRS = tuple(attrs.evolve(row, find=_told(row.find, found.repairs)) for row in repairs)
        readings.DOUBTS = tuple(attrs.evolve(row, find=_told(row.find, found.doubts)) for row in doubts)
        yield found
    finally:
        clauses.cuts = cuts
        keeps.GUARDS.update(guards)
        repair.REPAIRS, readings.DOUBTS = repairs, doubts


def _cutting(cuts: Callable[[Scene], dict[int, Cut]], found: Firings) -> Callable[[Scene], dict[int, Cut]]:
    """Note the rules that cut, and ask the guards of every token that a rule looks at."""

    def told(scene: Scene) -> dict[int, Cut]:
        made = cuts(scene)
        for cut in made.values():
            found.rules.setdefault(cut.rule, set()).add(_words(scene.tree))
        for dep in clauses.RULES_BY_LABEL:
            for token in scene.tree.labelled(dep):
                keeps.kept(scene, token.i)
        return made

    return told


def _guard(keep: Keep, found: Firings) -> Keep:
    def holds(scene: Any, i: int) -> bool:
        held = keep.holds(scene, i)
        if held:
            found.guards[_named(keep)].add(_words(scene.tree))
        return held

    return attrs.evolve(keep, holds=holds)


def _told(rule: Callable[[Tree], Iterable[Any]], fired: Fired) -> Callable[[Tree], Iterator[Any]]:
    def told(tree: Tree) -> Iterator[Any]:
        hits = list(rule(tree))
        if hits:
            fired[rule.__name__].add(_words(tree))
        return iter(hits)

    return told


def _words(tree: Tree) -> str:
    return tree.words(range(len(tree)))
