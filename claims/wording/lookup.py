"""Find the anaphors and mentions of one sentence without reading the whole list."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from claims.analysis import Anaphor, EntityChain, References, Words
from claims.values import evolve


def anaphors_in(references: References, sentence: int) -> Sequence[Anaphor]:
    """Return the anaphors of a sentence in text order."""
    return references.anaphors_in.get(sentence, ())


def spelled_out(references: References, antecedents: tuple[Words, ...]) -> tuple[Words, ...]:
    """Return what names the antecedents: of "the ferry" that is a bare definite itself, what that stands for."""
    found: list[Words] = []
    for words in antecedents:
        same = (other for other in anaphors_in(references, words.sentence) if other.words == words)
        found.extend(next((other.antecedents for other in same if other.antecedents), (words,)))
    return tuple(dict.fromkeys(found))


def is_named_in(references: References, anaphor: Anaphor, sentence: int, inside: frozenset[int]) -> bool:
    """Tell whether the claim itself names what the anaphor stands for: "Turkey invited the minister to its capital"."""
    own = frozenset(anaphor.words.tokens)
    if any(words.sentence == sentence and inside.issuperset(words.tokens) for words in anaphor.antecedents):
        return True
    if anaphor.entity is None:
        return False
    pronouns = {words for other in anaphors_in(references, sentence) for words in (other.words.tokens,)}
    return any(
        inside.issuperset(words.tokens) and words.tokens not in pronouns and own.isdisjoint(words.tokens)
        for words in _mentions(references, anaphor.entity, sentence)
    )


def _mentions(references: References, entity: int, sentence: int) -> Iterator[Words]:
    mentions = references.entities[entity].mentions
    start = bisect_left(mentions, sentence, key=attrgetter("sentence"))
    for index in range(start, len(mentions)):
        if mentions[index].sentence != sentence:
            return
        yield mentions[index]


def with_pronouns(chains: Sequence[EntityChain], anaphors: Iterable[Anaphor]) -> tuple[EntityChain, ...]:
    """Return the entities with the resolved pronouns among their mentions, in text order."""
    more: dict[int, list[Words]] = {}
    for anaphor in anaphors:
        if anaphor.entity is not None:
            more.setdefault(anaphor.entity, []).append(anaphor.words)
    return tuple(
        evolve(chain, mentions=tuple(sorted({*chain.mentions, *more[number]}, key=place_of)))
        if number in more
        else chain
        for number, chain in enumerate(chains)
    )


def place_of(words: Words) -> tuple[int, tuple[int, ...]]:
    """Return what mentions are sorted by."""
    return words.sentence, words.tokens
