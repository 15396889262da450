"""The seam for other ways of making claims: what they propose is placed in the source, or refused.

An extractor is a callable that gets a `Passage` and returns `Proposal`s. Its words are looked up
among the tokens of that sentence alone; words that are not there, or there twice, make no claim.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from claims.analysis import Adjunct, Clause, Slot, Tokens
from claims.clauses.phrases import Plan
from claims.clauses.scene import Marks, Scene
from claims.clauses.speech import speech_acts
from claims.errors import PlacementError
from claims.model import ClaimType, Role
from claims.text import Span
from claims.trees import VERBAL, Tree

#: Words of a sentence: as written in it, or their place in the text, in code points.
Phrase = str | Span | tuple[Span, ...]


@attrs.frozen
class Passage:
    """One sentence as an extractor gets it."""

    #: The whole text, for context.
    text: str
    #: Where the sentence stands in it.
    span: Span
    #: Number of the sentence in the text, from 0.
    number: int
    #: Its parse: tokens with their places, heads and labels.
    tree: Tree
    published: str | None = None

    @property
    def sentence(self) -> str:
        """The words of the sentence."""
        return self.span.slice(self.text)


@attrs.frozen
class Proposal:
    """A claim that an extractor proposes: its slots in the words of one sentence.

    >>> Proposal("fell", who="The crane", when=("on Friday",)).who
    'The crane'
    """

    #: The verb group; "" where none is written ("Smith, the mayor").
    predicate: Phrase = ""
    who: Phrase = ""
    #: Roles and words: ``(("object", "a car"),)``.
    arguments: tuple[tuple[Role, Phrase], ...] = attrs.field(default=(), converter=tuple)
    when: tuple[Phrase, ...] = attrs.field(default=(), converter=tuple)
    where: tuple[Phrase, ...] = attrs.field(default=(), converter=tuple)
    type: ClaimType = "event"
    opinion: bool = False
    #: From 0 to 1.
    confidence: float | None = attrs.field(
        default=None, validator=attrs.validators.optional([attrs.validators.ge(0), attrs.validators.le(1)])
    )


Extractor = Callable[[Passage], Iterable[Proposal]]


def proposed(
    passage: Passage, proposals: Iterable[Proposal], rule: str, marks: Marks
) -> Iterator[Clause | PlacementError]:
    """Yield the clause of each proposal, or why there is none, then the speech acts that they rest on.

    `rule` is the name that the claims bear.
    """
    scene = Scene(passage.tree, passage.number, marks)
    found: list[Clause] = []
    for proposal in proposals:
        try:
            found.append(_clause(scene, passage, proposal, rule))
            yield found[-1]
        except PlacementError as error:
            yield error
    if found:
        yield from speech_acts(Plan(scene, {}), found)


def _clause(scene: Scene, passage: Passage, proposal: Proposal, rule: str) -> Clause:
    predicate = placed_words(passage, proposal.predicate)
    arguments = tuple(Slot(role, placed_words(passage, words)) for role, words in proposal.arguments)
    said = predicate or tuple(i for slot in arguments for i in slot.tokens)
    if not said:
        raise PlacementError(f"sentence {passage.number + 1}: a claim needs a predicate or an argument")
    head = _head(passage.tree, said)
    when = (placed_words(passage, words) for words in proposal.when)
    return Clause(
        rule,
        proposal.type,
        head,
        placed_words(passage, proposal.who),
        predicate,
        arguments,
        tuple(Adjunct(tokens, _timex(scene, tokens)) for tokens in when),
        tuple(placed_words(passage, words) for words in proposal.where),
        states=scene.cue_of.get(head) if proposal.type == "speech_act" else None,
        link=scene.link_around(head),
        opinion=proposal.opinion,
        confidence=proposal.confidence,
    )


def _timex(scene: Scene, tokens: Tokens) -> int | None:
    return next((scene.timex_of[i] for i in tokens if i in scene.timex_of), None)


def _head(tree: Tree, tokens: Tokens) -> int:
    """Return the token on which the others hang; of several the first verb, else the first."""
    inside = set(tokens)
    tops = [i for i in tokens if tree[i].head not in inside or tree[i].head == i]
    return next((i for i in tops if tree[i].pos in VERBAL), tops[0])


def placed_words(passage: Passage, phrase: Phrase) -> Tokens:
    """Return the tokens of a phrase. Raises `PlacementError` with what is wrong."""
    if not phrase:
        return ()
    if not isinstance(phrase, str):
        spans = (phrase,) if isinstance(phrase, Span) else phrase
        return tuple(sorted({i for span in spans for i in _inside(passage, span)}))
    words = [token.text for token in passage.tree]
    runs = list(_runs(words, "".join(phrase.split())))
    if len(runs) > 1:
        raise PlacementError(f"{_shown(passage, phrase)} stands there {len(runs)} times; give its place in the text")
    return runs[0] if runs else _scattered(passage, words, phrase)


def _inside(passage: Passage, span: Span) -> Tokens:
    """Return the tokens of a span, which must begin and end with one."""
    tokens = [token for token in passage.tree if token.start < span.end and span.start < token.end]
    whole = tokens and (tokens[0].start, tokens[-1].end) == (span.start, span.end)
    if not whole or span.start < passage.span.start or span.end > passage.span.end:
        place = f"{span.start}–{span.end} are no whole words of {passage.span.start}–{passage.span.end}"
        raise PlacementError(f"sentence {passage.number + 1}: {place}")
    return tuple(token.i for token in tokens)


def _runs(words: Sequence[str], letters: str) -> Iterator[Tokens]:
    """Yield the neighbouring tokens whose texts make up `letters`, a phrase without its white space."""
    for first in range(len(words)):
        length, last = 0, first
        while last < len(words) and length < len(letters) and letters.startswith(words[last], length):
            length += len(words[last])
            last += 1
        if length == len(letters):
            yield tuple(range(first, last))


def _scattered(passage: Passage, words: Sequence[str], phrase: str) -> Tokens:
    """Return the tokens of words that stand apart but in order: "has … resigned". One way must exist, and only one."""
    parts = phrase.split()
    first = _in_order(words, parts)
    last = _in_order(words[::-1], parts[::-1])
    if first is None or last is None:
        raise PlacementError(f"{_shown(passage, phrase)} is not there")
    if first != sorted(len(words) - 1 - i for i in last):
        raise PlacementError(f"{_shown(passage, phrase)} can be read in several places; give its place in the text")
    return tuple(first)


def _in_order(words: Sequence[str], parts: Sequence[str]) -> list[int] | None:
    found, start = [], 0
    for part in parts:
        place = next((i for i in range(start, len(words)) if words[i] == part), None)
        if place is None:
            return None
        found.append(place)
        start = place + 1
    return found


def _shown(passage: Passage, phrase: str) -> str:
    return f"sentence {passage.number + 1} ({passage.sentence[:60]!r}): {phrase[:60]!r}"
