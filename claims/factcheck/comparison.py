"""Compare the claims of documents: duplicates, agreements, conflicts, as suggestions with reasons."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import attrs

from claims.errors import UsageError
from claims.factcheck import rules
from claims.factcheck.opinion import Finding, Judge, Opinion, Relation, SlotOfConflict
from claims.factcheck.statement import Statement, statements
from claims.model import Document
from claims.plugins import offered

GROUP = "claims.judges"
#: A word that more claims have says nothing about any two of them.
FREQUENT = 400
#: Words that two claims share at least, the event among them.
SHARED = 2
ORDER: tuple[Relation, ...] = ("conflict", "duplicate", "agreement")
SLOTS: tuple[SlotOfConflict, ...] = (*rules.HARD, *rules.SOFT)


@attrs.frozen
class Suggestion:
    """Two claims and how they seem to stand to one another. Made by software: a suggestion, never a verdict."""

    relation: Relation
    #: The slot in which they conflict.
    slot: SlotOfConflict | None
    one: Statement
    other: Statement
    findings: tuple[Finding, ...]
    #: 0 to 1: how much the two have in common. No probability.
    score: float
    #: The judge that made it.
    judge: str

    @property
    def reason(self) -> str:
        """The finding that decides: what differs, or what the two share."""
        differs = [it for it in self.findings if it.state == "differs"]
        first = sorted(differs, key=lambda it: it.slot != self.slot) or list(self.findings)
        return "; ".join(f"{it.slot}: {it.reason}" for it in (first if differs else first[:2]))


def judge_named(name: str) -> Judge:
    """Return the judge ``rules``, or one that another package brings as an entry point of `GROUP`."""
    if name == "rules":
        return rules.compare
    judges = offered(GROUP)
    if name not in judges:
        raise UsageError(f"there is no judge {name!r}; known are {', '.join(['rules', *judges])}")
    judge: Judge = judges[name].load()
    return judge


def compare(
    documents: Iterable[Document], *, judge: str = "rules", texts: dict[str, str] | None = None
) -> list[Suggestion]:
    """Return what the claims of `documents` have to do with each other, within and across documents.

    Conflicts come first, then duplicates, then agreements; among them what has more in common. `texts` gives
    the texts (by document id) that claim files do not carry; without its text, a claim's pronouns stay
    pronouns. Raises `UsageError` for an unknown judge.
    """
    named = judge_named(judge)
    known = texts or {}
    rows = [it for document in documents for it in statements(document, known.get(document.source.id))]
    found = [(one, other, named(one, other)) for one, other in candidates(rows)]
    made = [_suggestion(one, other, opinion, judge) for one, other, opinion in found if opinion is not None]
    return sorted(_not_shared(made), key=_rank)


def candidates(rows: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Yield the pairs of claims that share an event and a word, or two words that are not in every claim."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for word in sorted({*row.pool, f"!{row.family}"}):
            places[word].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in places.values():
        if len(numbers) <= FREQUENT:
            shared.update(combinations(numbers, 2))
    for one, other in sorted(pair for pair, count in shared.items() if count >= SHARED):
        yield rows[one], rows[other]


def _suggestion(one: Statement, other: Statement, opinion: Opinion, judge: str) -> Suggestion:
    return Suggestion(opinion.relation, opinion.slot, one, other, opinion.findings, opinion.score, judge)


def _not_shared(made: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """Leave out conflicts with half of a sentence whose other half agrees: "built by Lund", "by Lund and Holm"."""
    alike = {pair for it in made if it.relation != "conflict" for pair in _with_sentences(it.one, it.other)}
    for it in made:
        if it.relation != "conflict" or not alike & set(_with_sentences(it.one, it.other)):
            yield it


def _with_sentences(one: Statement, other: Statement) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield each claim with the sentence of the other."""
    for mine, yours in ((one, other), (other, one)):
        yield (mine.document, mine.claim), ("sentence", yours.document, yours.sentence)


def _rank(suggestion: Suggestion) -> tuple[int, int, float]:
    slot = SLOTS.index(suggestion.slot) if suggestion.slot else 0
    return ORDER.index(suggestion.relation), slot, -suggestion.score
