"""How well a referent suits a pronoun: what is known of both, in bundles, and the weights of single facts and pairs."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from claims.lexicon import table
from claims.wording.agreement import HE, IT, SHE, THEY, sort_of
from claims.wording.mentions import Phrase, Pronoun
from claims.wording.referents import Field, Referent, place

GROUP = {HE: "p", SHE: "p", IT: "i", THEY: "t"}

#: Bundles of facts, and what each fact is called. Facts of one bundle count alone and in pairs.
FACTS = {
    "place": ("sentences", "rank", "paragraphs", "tokens"),
    "role": ("role", "wanted", "near", "like"),
    "thing": ("form", "sort", "agreement", "wanted", "near"),
    "past": ("count", "most", "subjects", "named", "trust", "like"),
    "inside": ("subject", "possessive", "verbs", "like"),
    "across": ("main", "first", "parallel", "governor", "near"),
    "voice": ("quoted", "speaker", "near", "like"),
    "none": ("wanted", "clause", "candidates", "fitting", "quoted", "main", "at"),
}
#: What lies between two of these numbers is taken together.
SENTENCES = (1, 2, 3, 4, 6, 9, 14)
RANKS = (1, 2, 3, 4, 6, 9)
TOKENS = (3, 5, 8, 12, 16, 22, 30, 45, 70, 110)
COUNTS = (2, 3, 4, 6, 9, 14)
SAID = (1, 2, 3, 5, 9)
VERBS = (1, 2, 3, 4)
POSITIONS = (1, 2, 4, 8, 16, 30)
SIZES = (1, 2, 3, 4, 6, 9, 13)

#: What speaks for and against an antecedent, by the names of facts and pairs of them.
WEIGHTS = {name: float(value) for name, (value,) in table("antecedent_weights").items()}
#: The weight of being the one who holds the view, or the subject of "its own".
HOLDER = 4.0
#: The weight of two people of the sentence before, for a "they" that acts.
PAIR = 4.0

#: The belief that resolves a pronoun, how much of the next candidate's is taken from it, how far that must lie behind.
SURE, RIVAL, AHEAD = 0.30, 0.25, 1.6
#: The share of belief that keeps a candidate alive.
ALIVE = 0.12

#: The group of a pronoun, the name of a bundle, then its facts.
Bundle = tuple[str | int | bool, ...]


def bundles(pronoun: Pronoun, referent: Referent, rank: int, field: Field) -> tuple[Bundle, ...]:
    """Return what speaks for or against a referent; `rank` counts the nearer candidates that agree."""
    group, last, phrase = GROUP[pronoun.form], referent.last, referent.phrase
    ground = field.ground
    apart = pronoun.sentence - last.sentence
    near = min(apart, 2)
    wanted = pronoun.role + "'s" if pronoun.possessive and pronoun.role != "possessive" else pronoun.role
    like = "no" if not referent.pronoun else "like" if referent.pronoun == pronoun.form else "unlike"
    step = min(ground.paragraphs[pronoun.sentence] - ground.paragraphs[last.sentence], 2)
    tokens = ground.starts[pronoun.sentence] + pronoun.token - ground.starts[last.sentence] - place(last)
    role = last.role
    sort = phrase.type or sort_of(phrase.key)
    first = isinstance(last, Phrase) and last.first
    if apart:
        governor = (
            ground.trees[last.sentence][last.governor].lemma == ground.trees[pronoun.sentence][pronoun.governor].lemma
        )
        where: Bundle = (group, "across", last.main + pronoun.main * 2, first, role == pronoun.role, governor, near)
    else:
        where = (group, "inside", _subject(pronoun, referent), pronoun.possessive, _verbs(pronoun, last, field), like)
    count = bisect_right(COUNTS, referent.count)
    subjects = 4 * referent.subjects // referent.count
    named = bisect_right(SAID, pronoun.sentence - phrase.sentence)
    most = 2 if referent.count == field.most else 1 if 2 * referent.count >= field.most else 0
    return (
        (group, "place", bisect_right(SENTENCES, apart), bisect_right(RANKS, rank), step, bisect_right(TOKENS, tokens)),
        (group, "role", role, wanted, near, like),
        (group, "thing", phrase.form, sort, _agreement(pronoun, referent), wanted, near),
        (group, "past", count, most, subjects, named, int(referent.trust * 5), like),
        where,
        (group, "voice", last.quoted + 2 * pronoun.quoted, isinstance(last, Phrase) and last.speaker, near, like),
    )


def no_antecedent(pronoun: Pronoun, field: Field) -> Bundle:
    """Return what speaks for or against a pronoun's having no antecedent."""
    size, fitting = bisect_right(SIZES, field.size), bisect_right(SIZES, field.fitting)
    at = bisect_right(POSITIONS, pronoun.token)
    clause = "agent" if pronoun.agent else pronoun.clause
    wanted = pronoun.role
    return (GROUP[pronoun.form], "none", wanted, clause, size, fitting, pronoun.quoted, pronoun.main, at)


def _agreement(pronoun: Pronoun, referent: Referent) -> str:
    """Tell how surely a referent fits a pronoun."""
    if not referent.fits & pronoun.form:
        return "pinch"
    return "unsure" if referent.fits & (referent.fits - 1) else "sure"


def _subject(pronoun: Pronoun, referent: Referent) -> str:
    """Tell whether a referent of the same sentence is the pronoun's subject, or that of a clause above."""
    if pronoun.subject in referent.heads:
        return "own"
    above = [head for head in pronoun.above if head in referent.heads]
    return "none" if not above else "next" if above[0] == pronoun.above[0] else "above"


def _verbs(pronoun: Pronoun, last: Phrase | Pronoun, field: Field) -> int:
    """Count the verbs between a mention and a pronoun of its sentence; one that stands behind is -1."""
    at = place(last)
    if at > pronoun.token:
        return -1
    return bisect_right(VERBS, field.verbs[pronoun.token] - field.verbs[at])


@cache
def names(bundle: Bundle) -> tuple[str, ...]:
    """Return the names of the facts of a bundle and of their pairs, as in the table of weights."""
    group, kind, *values = bundle
    facts = [
        f"{fact}{int(value) if isinstance(value, bool) else '_' + str(value) if isinstance(value, str) else value}"
        for fact, value in zip(FACTS[str(kind)], values, strict=True)
    ]
    singles = [f"{group}.{kind}.{fact}" for fact in facts]
    return (*singles, *(f"{group}.{kind}.{one}.{two}" for one, two in combinations(facts, 2)))


def features(pronoun: Pronoun, referent: Referent, rank: int, field: Field) -> Iterator[str]:
    """Yield what speaks for or against a referent, as names in the table of weights."""
    for bundle in bundles(pronoun, referent, rank, field):
        yield from names(bundle)


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
def weight(bundle: Bundle) -> float:
    """Return the summed weights of the facts and pairs of a bundle."""
    return sum(WEIGHTS.get(name, 0.0) for name in names(bundle))


def ranks(pronoun: Pronoun, candidates: Sequence[Referent]) -> list[int]:
    """Count for each candidate the nearer ones that surely agree."""
    found, agreeing = [], 0
    for candidate in candidates:
        found.append(agreeing)
        agreeing += bool(candidate.fits & pronoun.form)
    return found


def shares(pronoun: Pronoun, candidates: Sequence[Referent], field: Field) -> list[float]:
    """Return for each candidate its share of belief; what is missing to 1 is for "none of these"."""
    scores = [
        sum(map(weight, bundles(pronoun, candidate, rank, field))) + _held(pronoun, candidate)
        for rank, candidate in zip(ranks(pronoun, candidates), candidates, strict=True)
    ]
    scores.append(weight(no_antecedent(pronoun, field)))
    top = max(scores)
    raised = [math.exp(score - top) for score in scores]
    total = sum(raised)
    return [value / total for value in raised[:-1]]


def is_sure(candidates: list[Referent], believed: list[float], order: list[int]) -> bool:
    """Tell whether one candidate is believed in, and clearly more than the next."""
    if not order:
        return False
    first, second = believed[order[0]], believed[order[1]] if len(order) > 1 else 0.0
    belief = first * math.sqrt(candidates[order[0]].trust) - RIVAL * second
    return belief >= SURE and first >= AHEAD * second and not (second > ALIVE and _are_alike(candidates, order))


def _are_alike(candidates: list[Referent], order: list[int]) -> bool:
    """Tell of the best two whether they were mentioned as equals: "the minister and the mayor"."""
    one, other = candidates[order[0]].last, candidates[order[1]].last
    said = isinstance(one, Phrase) and isinstance(other, Phrase)
    return said and (one.sentence, one.governor, one.role) == (other.sentence, other.governor, other.role)
