"""What a text speaks of, as far as it has been read, and which of it a pronoun can mean by agreement and binding."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claims.trees import Tree
from claims.wording.agreement import PERSON, THEY
from claims.wording.mentions import Phrase, Pronoun


class Referent:
    """Something the text speaks of, as far as it has been read: the working value of `claims.wording.reference`."""

    __slots__ = (
        "count",
        "entity",
        "fits",
        "heads",
        "last",
        "maybe",
        "named",
        "phrase",
        "pronoun",
        "said",
        "subjects",
        "trust",
    )

    def __init__(self, phrase: Phrase, entity: int | None = None) -> None:
        self.fits = phrase.fits
        self.maybe = phrase.maybe
        #: The last mention, and the last that is no pronoun.
        self.last: Phrase | Pronoun = phrase
        self.phrase = phrase
        #: The mention that tells most about it.
        self.named = phrase
        #: The pronoun that took it up last, 0 if the last mention is none.
        self.pronoun = 0
        self.count = 1
        #: How many of its mentions are subjects.
        self.subjects = int(phrase.role == "subject")
        self.entity = entity
        #: Every mention that is no pronoun.
        self.said = [phrase]
        #: The tokens of its mentions in the sentence of the last.
        self.heads = [phrase.head]
        #: Belief that the last mention really is one of it: pronouns lean on pronouns.
        self.trust = 1.0

    def mention(self, phrase: Phrase) -> None:
        """Add a mention that is no pronoun."""
        if self.entity is None:
            self.fits = self.fits & phrase.fits or phrase.fits
        self._place(phrase)
        self.said.append(phrase)
        self.phrase = phrase
        self.pronoun = 0
        self.count += 1
        self.trust = 1.0

    def take_up(self, pronoun: Pronoun, share: float) -> None:
        """Add a pronoun; what fitted several kinds of pronoun now fits this one."""
        if pronoun.form != THEY:
            self.fits = self.fits & pronoun.form or self.fits
        if pronoun.form & PERSON and self.fits == pronoun.form:
            # Who was "he" once is no "it" and no "they".
            self.maybe = 0
        self._place(pronoun)
        self.pronoun = pronoun.form
        self.count += 1
        self.trust *= share**0.5

    def _place(self, mention: Phrase | Pronoun) -> None:
        if mention.sentence != self.last.sentence:
            self.heads.clear()
        self.heads.append(place(mention))
        self.subjects += mention.role == "subject"
        self.last = mention


@attrs.frozen
class Ground:
    """The sentences that a text is read in."""

    trees: Sequence[Tree]
    #: Paragraph of every sentence, and how many tokens stand before it.
    paragraphs: Sequence[int]
    starts: Sequence[int]


@attrs.frozen
class Field:
    """What the candidates of a pronoun have in common: how many, how often the most frequent is mentioned."""

    size: int
    #: How many surely agree.
    fitting: int
    most: int
    ground: Ground
    #: How many verbs stand before each token of the pronoun's sentence.
    verbs: Sequence[int]

    @classmethod
    def of(cls, pronoun: Pronoun, candidates: Sequence[Referent], ground: Ground, verbs: Sequence[int]) -> Field:
        """Look the candidates over."""
        fitting = sum(1 for c in candidates if c.fits & pronoun.form)
        most = max((c.count for c in candidates), default=0)
        return cls(len(candidates), fitting, most, ground, verbs)


def place(mention: Phrase | Pronoun) -> int:
    """Return the token of a mention."""
    return mention.token if isinstance(mention, Pronoun) else mention.head


def is_possible(pronoun: Pronoun, referent: Referent) -> bool:
    """Agreement in number and gender, and binding."""
    if not (referent.fits | referent.maybe) & pronoun.form:
        return False
    if pronoun.abstract == "proposition" or (pronoun.abstract and referent.phrase.type not in ("", "EVENT")):
        return False
    if referent.fits & pronoun.bars:
        return False
    last = referent.last
    if last.sentence != pronoun.sentence:
        return not pronoun.reflexive
    if pronoun.reflexive:
        return pronoun.subject in referent.heads
    if not pronoun.inside.isdisjoint(referent.heads):
        return False
    if isinstance(last, Phrase) and last.parts and last.parts[-1] >= pronoun.token:
        return False
    if pronoun.possessive:
        return pronoun.described not in referent.heads
    return pronoun.subject not in referent.heads and not (
        last.governor == pronoun.governor and last.role not in ("possessive", "modifier")
    )


def are_parallel(before: Pronoun, pronoun: Pronoun) -> bool:
    """Tell whether two pronouns of a sentence have the same part in two clauses."""
    same = (before.sentence, before.role, before.quoted) == (pronoun.sentence, pronoun.role, pronoun.quoted)
    return same and before.governor != pronoun.governor
