"""The attribution links that bear on a claim's words: the one around it, and the one that it states."""

from __future__ import annotations

from collections.abc import Sequence

from claims.analysis import Clause, Link, Tokens, Words
from claims.values import value


@value
class Voice:
    """A link as one sentence has it."""

    cue: Tokens
    source: Tokens
    content: Tokens
    cue_type: str

    @classmethod
    def of(cls, sentence: int, link: Link) -> Voice:
        """Return the parts of the link that stand in that sentence."""
        parts = [part for part in link.content if part.sentence == sentence]
        content = parts[0].tokens if len(parts) == 1 else tuple(sorted(i for part in parts for i in part.tokens))
        return cls(_within(sentence, link.cue), _within(sentence, link.source), content, link.cue_type)


def _within(sentence: int, words: Words | None) -> Tokens:
    return words.tokens if words is not None and words.sentence == sentence else ()


@value
class Voices:
    """The links of one clause."""

    #: The innermost link around it.
    link: Voice | None = None
    #: The link that it states, as a speech act.
    stated: Voice | None = None

    @classmethod
    def of(cls, sentence: int, clause: Clause, links: Sequence[Link]) -> Voices:
        """Return the links that the clause counts in `links`; none where there are no links."""
        return cls(_voice(sentence, clause.link, links), _voice(sentence, clause.states, links))


def _voice(sentence: int, number: int | None, links: Sequence[Link]) -> Voice | None:
    return Voice.of(sentence, links[number]) if number is not None and number < len(links) else None
