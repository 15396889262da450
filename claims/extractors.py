"""Which way of making claims an annotator uses: the rules of `claims.clauses`, or one that is plugged in."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter

from claims.analysis import Clause
from claims.clauses import Marks, split, split_verbs
from claims.clauses.proposals import Extractor, Passage, Proposal, proposed
from claims.confidence import confidences
from claims.errors import PlacementError, UsageError
from claims.plugins import offered
from claims.values import evolve

#: Packages register extractors under this entry-point group.
GROUP = "claims.extractors"
#: The names of the built-in ways.
RULES, VERBS = "rules", "verbs"

#: The clauses of one sentence.
Split = Callable[[Passage, Marks], Iterable[Clause]]


def by_rules(passage: Passage, marks: Marks) -> Iterable[Clause]:
    """Return the clauses that the rules find, each with how sure it is."""
    return _rated(passage, split(passage.tree, passage.number, marks))


def by_verbs(passage: Passage, marks: Marks) -> Iterable[Clause]:
    """Return the same, and between them a clause for each verb that the guidelines leave inside a claim.

    These have no confidence: it is the chance that a careful annotator would claim the same.
    """
    claimed, inside = split_verbs(passage.tree, passage.number, marks)
    return sorted((*_rated(passage, claimed), *inside), key=attrgetter("head"))


def _rated(passage: Passage, found: tuple[Clause, ...]) -> list[Clause]:
    sure = confidences(passage.tree, found)
    return [evolve(clause, confidence=chance) for clause, chance in zip(found, sure, strict=True)]


#: The ways that need no package.
BUILT_IN: dict[str, Split] = {RULES: by_rules, VERBS: by_verbs}


def plugged(extractor: Extractor, name: str) -> Split:
    """Return the splitting that takes an extractor's proposals; refused ones are warned of."""

    def clauses(passage: Passage, marks: Marks) -> Iterator[Clause]:
        for clause in proposed(passage, _proposals(extractor, name, passage), name, marks):
            if isinstance(clause, PlacementError):
                warnings.warn(f"refused a claim by {name}: {clause}", stacklevel=2)
            else:
                yield clause

    return clauses


def _proposals(extractor: Extractor, name: str, passage: Passage) -> Iterator[Proposal]:
    for proposal in extractor(passage):
        if not isinstance(proposal, Proposal):
            raise UsageError(f"the extractor {name} returned a {type(proposal).__name__}, not a claims.Proposal")
        yield proposal


def named(name: str) -> Extractor:
    """Return the extractor that an installed package registers under `name`."""
    known = offered(GROUP)
    if name not in known:
        have = ", ".join([*BUILT_IN, *known])
        raise UsageError(f"no extractor {name}; there is {have} (packages register others as {GROUP})")
    found: Extractor = known[name].load()
    return found


def name_of(extractor: Extractor | str) -> str:
    """Return how an extractor signs: its registered name, its `name`, or that of its function or class."""
    if isinstance(extractor, str):
        return extractor
    given = getattr(extractor, "name", None) or getattr(extractor, "__name__", None)
    return str(given or type(extractor).__name__)
