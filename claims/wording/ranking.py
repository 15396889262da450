"""How well a referent suits a pronoun: agreement and binding shut candidates out, weights order the rest."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache

import attrs

from claims.wording.agreement import HE, IT, PERSON, SHE, THEY
from claims.wording.mentions import Phrase, Pronoun
from claims.wording.weights import WEIGHTS

GROUP = {HE: "p", SHE: "p", IT: "i", THEY: "t"}

#: Distances, ranks and counts as the weights know them: what lies behind the last counts like the last.
FAR = (0, 1, 2, 3, 4, 4, 6, 6, 6, 9)
COUNTS = (0, 1, 2, 3, 3, 5, 5, 5, 5, 9)
BELIEFS = (0, 0, 2, 2, 4, 4, 6, 6, 8, 8, 9)

#: The weight of being the one who holds the view, or the subject of "its own".
HOLDER = 4.0
#: The weight of two people of the sentence before, for a "they" that acts.
PAIR = 4.0


class Referent:
    """Something the text speaks of, as far as it has been read: the working value of `claims.wording.reference`."""

    __slots__ = (
        "count",
        "early",
        "entity",
        "fits",
        "heads",
        "hero",
        "last",
        "maybe",
        "named",
        "phrase",
        "pronoun",
        "said",
        "total",
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
        self.entity = entity
        #: Every mention that is no pronoun.
        self.said = [phrase]
        #: The tokens of its mentions in the sentence of the last.
        self.heads = [phrase.head]
        #: How often the whole text names it, 0 for what has no name.
        self.total = 0
        #: Whether it is the person whom the text names most, and whether it stands in the first sentences.
        self.hero = self.early = False
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
        self._place(pronoun)
        self.pronoun = pronoun.form
        self.count += 1
        self.trust *= share**0.5

    def _place(self, mention: Phrase | Pronoun) -> None:
        if mention.sentence != self.last.sentence:
            self.heads.clear()
        self.heads.append(place(mention))
        self.last = mention


@attrs.frozen
class Field:
    """What the candidates of a pronoun have in common: how many, how often the most frequent is mentioned."""

    size: int
    most: int
    named: int
    #: Paragraph of every sentence.
    paragraphs: Sequence[int]

    @classmethod
    def of(cls, candidates: Sequence[Referent], paragraphs: Sequence[int]) -> Field:
        """Look the candidates over."""
        most = max((c.count for c in candidates), default=0)
        named = max((c.total for c in candidates), default=0)
        return cls(len(candidates), most, named, paragraphs)


def place(mention: Phrase | Pronoun) -> int:
    """Return the token of a mention."""
    return mention.token if isinstance(mention, Pronoun) else mention.head


def is_possible(pronoun: Pronoun, referent: Referent) -> bool:
    """Agreement in number and gender, and binding."""
    if not (referent.fits | referent.maybe) & pronoun.form:
        return False
    if pronoun.abstract == "proposition" or (pronoun.abstract and referent.phrase.type not in ("", "EVENT")):
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


def features(pronoun: Pronoun, referent: Referent, rank: int, field: Field) -> Iterator[str]:
    """Yield what speaks for or against a referent, as names in the table of weights."""
    for bundle in _bundles(pronoun, referent, rank, field):
        yield from bundle
    yield from _single(pronoun, referent, field)


def _bundles(pronoun: Pronoun, referent: Referent, rank: int, field: Field) -> tuple[tuple[str, ...], ...]:
    """Return the names that go together; their weights are summed once."""
    last, phrase = referent.last, referent.phrase
    group, apart = GROUP[pronoun.form], pronoun.sentence - last.sentence
    near = min(apart, 2)
    step = min(field.paragraphs[pronoun.sentence] - field.paragraphs[last.sentence], 2)
    return (
        _where(group, FAR[min(apart, 9)], min(rank, 9), near, step),
        _what(group, last.role, pronoun.role, phrase.form, phrase.type, near, apart == 0),
    )


def _single(pronoun: Pronoun, referent: Referent, field: Field) -> Iterator[str]:
    group = GROUP[pronoun.form]
    last, phrase = referent.last, referent.phrase
    apart = pronoun.sentence - last.sentence
    near = min(apart, 2)
    yield f"{group}.count{COUNTS[min(referent.count, 9)]}"
    if pronoun.agent:
        yield f"{group}.agent.{_kind(referent)}"
    if referent.pronoun:
        yield f"{group}.again.{'like' if referent.pronoun == pronoun.form else 'unlike'}.distance{near}"
        yield f"{group}.trust{BELIEFS[int(referent.trust * 10)]}"
        if pronoun.possessive or last.role == pronoun.role:
            yield f"{group}.again.same"
    if referent.hero:
        yield f"{group}.hero"
        yield f"{group}.hero.distance{near}"
    elif referent.early:
        yield f"{group}.early"
    if field.size > 1:
        yield f"{group}.{'most' if referent.count == field.most else 'fewer'}"
        if field.named > 1:
            yield f"{group}.{'topic' if referent.total == field.named else 'aside'}"
    yield from _same_sentence(pronoun, referent, group) if apart == 0 else _earlier(pronoun, last, group, near)
    if pronoun.quoted != last.quoted:
        yield f"{group}.{'into' if pronoun.quoted else 'out_of'}_quotation{min(apart, 1)}"
        if pronoun.quoted and isinstance(last, Phrase) and last.speaker:
            yield f"{group}.speaker{min(apart, 1)}"
    if not referent.fits & pronoun.form:
        yield f"{group}.pinch.{phrase.type or 'thing'}"
    elif referent.fits & (referent.fits - 1):
        yield f"{group}.unsure"
        if pronoun.form == THEY:
            yield "t.singular"
    if not phrase.key and not phrase.parts:
        yield f"{group}.indefinite_pronoun"


@cache
def _where(group: str, distance: int, rank: int, near: int, step: int) -> tuple[str, ...]:
    """Name how far a candidate lies back: in sentences, among the candidates, in paragraphs."""
    return (
        f"{group}.distance{distance}",
        f"{group}.rank{FAR[rank]}",
        f"{group}.rank{min(rank, 3)}.distance{near}",
        f"{group}.paragraph{step}.distance{near}",
    )


@cache
def _what(group: str, role: str, wanted: str, form: str, kind: str, near: int, same: bool) -> tuple[str, ...]:
    """Name what a candidate is and in which role it was mentioned last."""
    names = (
        f"{group}.{role}",
        f"{group}.{role}.distance{near}",
        f"{group}.{role}.{wanted}.{'same' if same else 'other'}",
        f"{group}.{form}",
        f"{group}.{form}.distance{near}",
        f"{group}.{kind or 'thing'}",
    )
    return (*names, f"{group}.person.{wanted}") if kind == "person" else names


def _same_sentence(pronoun: Pronoun, referent: Referent, group: str) -> Iterator[str]:
    at = place(referent.last)
    kind = ".possessive" if pronoun.possessive else ""
    if pronoun.subject in referent.heads:
        yield f"{group}.own_subject{kind}"
    elif above := [head for head in pronoun.above if head in referent.heads]:
        yield f"{group}.{'just_above' if above[0] == pronoun.above[0] else 'above'}{kind}"
    else:
        yield f"{group}.aside_of_subjects{kind}"
    if at > pronoun.token:
        yield f"{group}.behind"
    elif pronoun.token - at < 4:
        yield f"{group}.near{kind}"


def _earlier(pronoun: Pronoun, last: Phrase | Pronoun, group: str, near: int) -> Iterator[str]:
    if last.main:
        yield f"{group}.main{near}"
        if pronoun.main:
            yield f"{group}.main.main{near}"
    if isinstance(last, Phrase) and last.first:
        yield f"{group}.first{near}"
    if not pronoun.possessive and last.role == pronoun.role:
        yield f"{group}.parallel.{pronoun.role}.distance{near}"


def _kind(referent: Referent) -> str:
    """Tell whether a referent can say or want something."""
    if referent.phrase.type in ("ORG", "GPE", "PERSON", "NORP", "person") or referent.fits & (PERSON | THEY):
        return "able"
    return "unable"


def no_antecedent(pronoun: Pronoun, field: Field) -> Iterator[str]:
    """Yield what speaks for or against a pronoun's having no antecedent."""
    group = GROUP[pronoun.form]
    yield f"{group}.none.{pronoun.role}"
    yield f"{group}.none.of{FAR[min(field.size, 9)]}"
    if pronoun.clause:
        yield f"{group}.none.{pronoun.clause}"
        yield f"{group}.none.{pronoun.clause}.{pronoun.role}"
    if pronoun.quoted:
        yield f"{group}.none.quoted"
    if pronoun.main:
        yield f"{group}.none.main"


def _held(pronoun: Pronoun, referent: Referent) -> float:
    """Weigh the holder of a view: "seen by Iran as its enemy", and the subject of "its own": too rare to be fitted."""
    last = referent.last
    if last.sentence != pronoun.sentence:
        met = isinstance(last, Phrase) and last.form == "pair" and last.sentence == pronoun.sentence - 1
        return PAIR if met and pronoun.role == "subject" else 0.0
    if pronoun.own and place(last) == pronoun.subject:
        return HOLDER
    return HOLDER if last.role == "agent" and pronoun.possessive and pronoun.described >= 0 else 0.0


@cache
def weight(names: tuple[str, ...]) -> float:
    """Return the summed weights of names that go together."""
    return sum(WEIGHTS.get(name, 0.0) for name in names)


def _score(pronoun: Pronoun, referent: Referent, rank: int, field: Field) -> float:
    score = sum(map(weight, _bundles(pronoun, referent, rank, field))) + _held(pronoun, referent)
    for name in _single(pronoun, referent, field):
        score += WEIGHTS.get(name, 0.0)
    return score


def shares(pronoun: Pronoun, candidates: Sequence[Referent], field: Field) -> list[float]:
    """Return for each candidate its share of belief; what is missing to 1 is for "none of these"."""
    scores = [_score(pronoun, candidate, rank, field) for rank, candidate in enumerate(candidates)]
    scores.append(sum(WEIGHTS.get(name, 0.0) for name in no_antecedent(pronoun, field)))
    top = max(scores)
    raised = [math.exp(score - top) for score in scores]
    total = sum(raised)
    return [value / total for value in raised[:-1]]
