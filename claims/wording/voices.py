"""The attribution links that bear on a claim's words: the one around it, and the one that it states."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claims.analysis import Clause, Link, Tokens


@attrs.frozen
class Voice:
    """A link as one sentence has it."""

    cue: Tokens
    source: Tokens
    content: Tokens
    cue_type: str

    @classmethod
    def of(cls, sentence: int, link: Link) -> Voice:
        """Return the parts of the link that stand in that sentence."""
        cue, source = (
            part.tokens if part is not None and part.sentence == sentence else () for part in (link.cue, link.source)
        )
        content = (i for part in link.content if part.sentence == sentence for i in part.tokens)
        return cls(cue, source, tuple(sorted(content)), link.cue_type)


@attrs.frozen
class Voices:
    """The links of one clause."""

    #: The innermost link around it.
    link: Voice | None = None
    #: The link that it states, as a speech act.
    stated: Voice | None = None

    @classmethod
    def of(cls, sentence: int, clause: Clause, links: Sequence[Link]) -> Voices:
        """Return the links that the clause counts in `links`; none where there are no links."""
        around, stated = (
            Voice.of(sentence, links[number]) if number is not None and number < len(links) else None
            for number in (clause.link, clause.states)
        )
        return cls(around, stated)
