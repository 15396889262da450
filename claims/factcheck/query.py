"""What of a claim is searched for, and how much each word of it counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from claims.factcheck.passages import terms, terms_of
from claims.factcheck.words import tokens
from claims.model import Claim, Document

#: What a word counts, by where it stands: in the claim's wording, in a name or number of it, elsewhere in the
#: sentence, in the sentences beside it.
CLAIM, TELLING, SENTENCE, BESIDE = 1.0, 1.5, 0.4, 0.15


@attrs.frozen
class Query:
    """A claim as search sees it."""

    #: Each term with its weight.
    weights: Mapping[str, float]
    #: Slot to its terms, each with the word as the claim has it.
    slots: Mapping[str, Mapping[str, str]]


def query_of(document: Document, claim: Claim, text: str | None = None) -> Query:
    """Return the terms of a claim, of its sentence and of the sentences beside that."""
    whole = text if text is not None else document.source.text
    weights: dict[str, float] = {}
    for words, weight in _contexts(document, claim, whole):
        _raise(weights, terms(words), weight)
    _raise(weights, terms(claim.text), CLAIM)
    names = [it.name for it in document.entities if it.name[:1].isupper() and it.name in claim.text]
    _raise(weights, [term for name in names for term in terms(name)], TELLING)
    _raise(weights, [term for term in weights if term.startswith("qn") and weights[term] == CLAIM], TELLING)
    return Query(weights, _slots(claim))


def _contexts(document: Document, claim: Claim, text: str | None) -> list[tuple[str, float]]:
    """Return the sentences around the claim with their weights, as far as the text is at hand."""
    if text is None:
        return []
    names = [sentence.id for sentence in document.sentences]
    if claim.sentence not in names:
        return []
    place = names.index(claim.sentence)
    beside = (*document.sentences[max(0, place - 1) : place], *document.sentences[place + 1 : place + 2])
    rows = [(it.span.slice(text), BESIDE) for it in beside]
    return [*rows, (document.sentences[place].span.slice(text), SENTENCE)]


def _raise(weights: dict[str, float], found: Iterable[str], weight: float) -> None:
    for term in found:
        weights[term] = max(weight, weights.get(term, 0.0))


def _slots(claim: Claim) -> dict[str, dict[str, str]]:
    rows = {
        "who": [it.exact for it in claim.who],
        "what": [claim.what.predicate.exact, *(it.exact for it in claim.what.arguments)],
        "when": [it.exact for it in claim.when],
        "where": [it.exact for it in claim.where],
    }
    return {slot: _by_term(words) for slot, words in rows.items() if words}


def _by_term(words: Iterable[str]) -> dict[str, str]:
    """Return each term of some words with the word it comes from."""
    found: dict[str, str] = {}
    for text in words:
        parts = tokens(text)
        for part in parts:
            for term in terms_of([part]):
                found.setdefault(term, part)
        for term in terms_of(parts):
            found.setdefault(term, text)
    return found
