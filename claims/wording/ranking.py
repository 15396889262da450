"""How well a referent suits a pronoun: agreement and binding shut candidates out, weights order the rest."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from claims.wording.agreement import HE, IT, PERSON, SHE, THEY
from claims.wording.mentions import Phrase, Pronoun
from claims.wording.weights import WEIGHTS

GROUP = {HE: "p", SHE: "p", IT: "i", THEY: "t"}


COUNTS = (0, 1, 2, 3, 3, 5, 5, 5, 5, 9)


#: The weight of being the one who holds the view, or the subject of "its own".
HOLDER = 4.0


class Referent:
    """Something the text speaks of, as far as it has been read: the working value of `claims.wording.reference`."""

    __slots__ = ("count", "entity", "fits", "last", "named", "phrase", "pronoun", "trust")

    def __init__(self, phrase: Phrase, entity: int | None = None) -> None:
        self.fits = phrase.fits
        #: The last mention, and the last that is no pronoun.
        self.last: Phrase | Pronoun = phrase
        self.phrase = phrase
        #: The mention that tells most about it.
        self.named = phrase
        #: The pronoun that took it up last, 0 if the last mention is none.
        self.pronoun = 0
        self.count = 1
        self.entity = entity
        #: Belief that the last mention really is one of it: pronouns lean on pronouns.
        self.trust = 1.0

    def mention(self, phrase: Phrase) -> None:
        """Add a mention that is no pronoun."""
        if self.entity is None:
            self.fits = self.fits & phrase.fits or phrase.fits
        self.last = self.phrase = phrase
        self.pronoun = 0
        self.count += 1
        self.trust = 1.0

    def take_up(self, pronoun: Pronoun, share: float) -> None:
        """Add a pronoun; what fitted several kinds of pronoun now fits this one."""
        if pronoun.form != THEY:
            self.fits = self.fits & pronoun.form or self.fits
        self.last = pronoun
        self.pronoun = pronoun.form
        self.count += 1
        self.trust *= share**0.5


def place(mention: Phrase | Pronoun) -> int:
    """Return the token of a mention."""
    return mention.token if isinstance(mention, Pronoun) else mention.head


def is_possible(pronoun: Pronoun, referent: Referent) -> bool:
    """Agreement in number and gender, and binding."""
    if not referent.fits & pronoun.form:
        return False
    last = referent.last
    if last.sentence != pronoun.sentence:
        return not pronoun.reflexive
    at = place(last)
    if pronoun.reflexive:
        return at == pronoun.subject
    if at in pronoun.inside:
        return False
    if isinstance(last, Phrase) and last.parts and last.parts[-1] >= pronoun.token:
        return False
    if pronoun.possessive:
        return at != pronoun.described
    return at != pronoun.subject and not (
        last.governor == pronoun.governor and last.role not in ("possessive", "modifier")
    )


def features(pronoun: Pronoun, referent: Referent, rank: int) -> Iterator[str]:
    """Yield what speaks for or against a referent, as names in the table of weights."""
    group = GROUP[pronoun.form]
    last, phrase = referent.last, referent.phrase
    distance = pronoun.sentence - last.sentence
    yield f"{group}.distance{min(distance, 4)}"
    yield f"{group}.rank{min(rank, 4)}"
    yield f"{group}.{last.role}"
    yield f"{group}.{last.role}.distance{min(distance, 2)}"
    yield f"{group}.{phrase.form}"
    yield f"{group}.count{COUNTS[min(referent.count, 9)]}"
    if phrase.type:
        yield f"{group}.{phrase.type}"
        if phrase.type == "person":
            yield f"{group}.person.{pronoun.role}"
    if pronoun.agent:
        yield f"{group}.agent.{_kind(referent)}"
    if referent.pronoun:
        yield f"{group}.again.distance{min(distance, 2)}"
        if pronoun.possessive or last.role == pronoun.role:
            yield f"{group}.again.same"
    if distance == 0:
        at = place(last)
        if at == pronoun.subject:
            yield f"{group}.own_subject"
        elif at in pronoun.above:
            yield f"{group}.above"
            if at == pronoun.above[0]:
                yield f"{group}.just_above"
        if pronoun.token - at < 4:
            yield f"{group}.near"
    if pronoun.quoted != last.quoted:
        yield f"{group}.{'into' if pronoun.quoted else 'out_of'}_quotation{min(distance, 1)}"
    if distance and isinstance(last, Phrase) and last.first:
        yield f"{group}.first"
    if not pronoun.possessive:
        if last.role == pronoun.role:
            yield f"{group}.parallel.{pronoun.role}"
    else:
        yield f"{group}.possessive{min(distance, 1)}"
    if referent.fits & (referent.fits - 1):
        yield f"{group}.unsure"
        if pronoun.form == THEY:
            yield "t.singular"


def _kind(referent: Referent) -> str:
    """Tell whether a referent can say or want something."""
    if referent.phrase.type in ("ORG", "GPE", "PERSON", "NORP", "person") or referent.fits & (PERSON | THEY):
        return "able"
    return "unable"


def no_antecedent(pronoun: Pronoun) -> str:
    """Return the name of the weight of having no antecedent."""
    return f"{GROUP[pronoun.form]}.none.{pronoun.role}"


def _held(pronoun: Pronoun, referent: Referent) -> float:
    """Weigh the holder of a view: "seen by Iran as its enemy", and the subject of "its own": too rare to be fitted."""
    last = referent.last
    if last.sentence != pronoun.sentence:
        return 0.0
    if pronoun.own and place(last) == pronoun.subject:
        return HOLDER
    return HOLDER if last.role == "agent" and pronoun.possessive and pronoun.described >= 0 else 0.0


def shares(pronoun: Pronoun, candidates: Sequence[Referent]) -> list[float]:
    """Return for each candidate its share of belief; what is missing to 1 is for "none of these"."""
    weigh = WEIGHTS.get
    scores = [
        sum(weigh(name, 0.0) for name in features(pronoun, candidate, rank)) + _held(pronoun, candidate)
        for rank, candidate in enumerate(candidates)
    ]
    scores.append(weigh(no_antecedent(pronoun), 0.0))
    top = max(scores)
    raised = [math.exp(score - top) for score in scores]
    total = sum(raised)
    return [value / total for value in raised[:-1]]
