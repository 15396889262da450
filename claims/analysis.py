"""What the steps hand to one another, before ids are given and the document is assembled.

Words are token indexes of one sentence's `claims.trees.Tree`, so nothing here is ever searched for
in the text again: `Tree.extent` turns them into places.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Literal

import attrs

from claims.model import (
    ClaimType,
    CueType,
    Factuality,
    Kind,
    Polarity,
    QuoteType,
    RelationType,
    Role,
    SourceType,
    Tense,
    TimeRelation,
    TimexType,
    Zone,
)
from claims.text import Span
from claims.values import value

#: Sorted token indexes of one tree.
Tokens = tuple[int, ...]


@value
class SentenceSpan:
    """A sentence before parsing: its place, paragraph number and zone."""

    span: Span
    paragraph: int
    zone: Zone


@value
class Words:
    """Tokens of one sentence of the text."""

    #: Index of the sentence.
    sentence: int
    tokens: Tokens


@value
class Timex:
    """A time expression without its id."""

    words: Words
    type: TimexType
    value: str | None
    mod: str | None = None
    edtf: str | None = None
    #: "published", or the index of another expression as a string; None for what stands alone.
    anchor: str | None = None
    #: Why the value is None or underspecified.
    reason: str | None = None
    #: Where a length begins and ends: "published", another expression ("#" and its index), or a date
    #: that no words name.
    begin: str | None = None
    end: str | None = None


@value
class Link:
    """An attribution without its id: source, cue and content, of which any may be in other sentences."""

    #: The tokens of the cue, None for a quotation that only its layout attributes.
    cue: Words | None
    source: Words | None
    source_type: SourceType
    content: tuple[Words, ...]
    quote: QuoteType
    cue_lemma: str = ""
    cue_type: CueType = "say"
    #: Index of the enclosing link.
    parent: int | None = None
    scope_ambiguous: bool = False


def enclosing(links: Sequence[Link], number: int | None) -> tuple[int, ...]:
    """Return the index of a link and of those that enclose it, innermost first; nothing for None."""
    found: list[int] = []
    while number is not None and number not in found:
        found.append(number)
        number = links[number].parent
    return tuple(found)


@value
class Slot:
    """An argument of a clause."""

    role: Role
    tokens: Tokens


@value
class Adjunct:
    """A time adjunct of a clause, with its preposition."""

    tokens: Tokens
    #: Index of the time expression it rests on.
    timex: int | None = None
    relation: TimeRelation | None = None
    #: Head token of the clause that the time is counted from ("days after …").
    target: int | None = None


@value
class Tie:
    """A relation from a clause to another clause of its sentence, or to bare words."""

    type: RelationType
    #: Head token of the other clause.
    target: int | None = None
    tokens: Tokens = ()
    value: str | None = None


@value
class Clause:
    """A claim without ids and wording: one predication, its slots as tokens of one tree."""

    #: The rule that split it off: a name in the table of `claims.clauses`.
    rule: str
    type: ClaimType
    #: The token that carries the predication: a verb, an adjective, an appositive's noun.
    head: int
    who: Tokens
    predicate: Tokens
    arguments: tuple[Slot, ...] = ()
    when: tuple[Adjunct, ...] = ()
    where: tuple[Tokens, ...] = ()
    ties: tuple[Tie, ...] = ()
    #: Index of the link that this clause states (speech acts).
    states: int | None = None
    #: Index of the innermost link whose content this clause is; None: the author's own.
    link: int | None = None
    opinion: bool = False
    confidence: float | None = None
    #: All tokens of the clause.
    tokens: Tokens = attrs.field(init=False, eq=False, repr=False)

    @tokens.default
    def _all_tokens(self) -> Tokens:
        found = {*self.who, *self.predicate}
        for slot in self.arguments:
            found.update(slot.tokens)
        for adjunct in self.when:
            found.update(adjunct.tokens)
        return tuple(sorted(found.union(*self.where)))


@value
class Factivity:
    """Polarity, certainty and tense of a clause, for the author and every link outside in."""

    polarity: Polarity
    tense: Tense
    kind: Kind
    author: Factuality
    #: One value per link of the chain, outermost first.
    links: tuple[Factuality, ...] = ()


@value
class Anaphor:
    """A pronoun, possessive, bare definite or part of several ("the last"), with what it stands for."""

    words: Words
    kind: Literal["pronoun", "possessive", "definite", "relative", "part"]
    #: The mention that names the antecedent; several when it is a coordination; none if unresolved.
    antecedents: tuple[Words, ...] = ()
    #: Surviving mentions where there is more than one.
    candidates: tuple[Words, ...] = ()
    #: Index of the entity.
    entity: int | None = None


@value
class EntityChain:
    """An entity without its id: mentions in text order."""

    name: str
    type: str
    mentions: tuple[Words, ...]


@value
class References:
    """Who and what the text speaks of."""

    entities: tuple[EntityChain, ...] = ()
    anaphors: tuple[Anaphor, ...] = ()

    @cached_property
    def anaphors_in(self) -> Mapping[int, Sequence[Anaphor]]:
        """Sentence to its anaphors."""
        found: dict[int, list[Anaphor]] = {}
        for anaphor in self.anaphors:
            found.setdefault(anaphor.words.sentence, []).append(anaphor)
        return found

    @cached_property
    def mentions_in(self) -> Mapping[int, Sequence[tuple[int, Words]]]:
        """Sentence to its mentions, each behind the index of its entity."""
        found: dict[int, list[tuple[int, Words]]] = {}
        for number, chain in enumerate(self.entities):
            for words in chain.mentions:
                found.setdefault(words.sentence, []).append((number, words))
        return found
