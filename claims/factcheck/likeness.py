"""Hold two phrases against each other."""

from __future__ import annotations

from functools import cache
from typing import Literal

import attrs

from claims.factcheck.numbers import Quantity
from claims.factcheck.participants import Phrase
from claims.factcheck.words import is_country, key
from claims.lexicon import table, words

Kind = Literal["same", "narrower", "overlap", "number", "different"]
#: Weight of a shared word, by what tells it apart: a name, a definite noun, any other.
NAME, DEFINITE, PLAIN = 2.0, 1.0, 0.5
#: Weight of shared words from which on two phrases overlap.
MUCH = 1.5


@attrs.frozen
class Likeness:
    """How two phrases stand to one another, and the weight of what they share."""

    kind: Kind
    weight: float
    #: The quantities that exclude each other.
    numbers: tuple[Quantity, Quantity] | None = None
    #: The words that only one of the two says.
    left: frozenset[str] = frozenset()
    right: frozenset[str] = frozenset()


def likeness(one: Phrase, other: Phrase, pools: tuple[frozenset[str], frozenset[str]]) -> Likeness:
    """Compare two phrases; `pools` are all words of either claim, for a modifier may hang elsewhere there.

    Phrases without a common word are different, and so are two that both say more than the other, unless they
    share much: then they overlap, and nothing follows from where they part.
    """
    shared = one.words & other.words
    clash = _clash(one, other)
    weight = _weight(one, other, shared)
    if one.empty or other.empty:
        return Likeness("narrower", weight) if one.head == other.head or not _own(one, other) else _different(weight)
    if not (one.words or one.quantities) or not (other.words or other.quantities):
        # A pronoun: it may stand for anything, even for two in one text.
        return Likeness("overlap", 0)
    if not shared and not (clash or _counted_alike(one, other)):
        return _different(weight)
    left, right = one.words - other.words - pools[1], other.words - one.words - pools[0]
    if clash:
        unit = {clash[0].unit}
        if left - unit and right - unit:
            return _different(weight)
        return Likeness("number", weight, clash, left - unit, right - unit)
    if (left | right) & _telling_apart() or not _one_head(one, other):
        return _different(weight)
    if (left | right) & (one.names | other.names) - one.persons - other.persons and one.names and other.names:
        # "Because of the storm in Lima", "because of the storm in Quito": two storms.
        apart = one.preposition and one.preposition == other.preposition and not one.names & other.names
        return _different(weight) if apart else Likeness("overlap", weight, None, left, right)
    if left and right:
        return (
            Likeness("overlap", weight, None, left, right) if weight >= MUCH and len(shared) > 1 else _different(weight)
        )
    vaguer = left or right or _vaguer(one, other)
    return Likeness("narrower" if vaguer else "same", weight, None, left, right)


def _one_head(one: Phrase, other: Phrase) -> bool:
    """Tell whether both may be about one thing: "the church" and "the church's website" are not."""
    # "The last" leaves its noun unsaid.
    if one.head == other.head or one.empty or other.empty or {one.head, other.head} & {"", *_telling_apart()}:
        return True
    # A place may be told by what it is: "in the city of Leeds", "in Leeds".
    owned = one.owned != other.owned and not (one.preposition or other.preposition)
    if (one.names or other.names) and not owned:
        return True
    return one.head in other.words and other.head in one.words


@cache
def _telling_apart() -> frozenset[str]:
    """Return the keys of words that tell one of a kind from the others: "the first lawsuit", "another one"."""
    return frozenset(map(key, [*table("ordinals"), *words("telling_apart")]))


def _different(weight: float) -> Likeness:
    return Likeness("different", weight)


def _own(one: Phrase, other: Phrase) -> bool:
    """Tell whether the empty phrase of the two still names somebody: "none of the passengers"."""
    return bool((one if one.empty else other).words)


def _weight(one: Phrase, other: Phrase, shared: frozenset[str]) -> float:
    if not (one.empty or other.empty):
        shared -= {quantity.unit for quantity in (*one.quantities, *other.quantities)}
    names = shared & (one.names | other.names)
    known = (shared - names) & (one.known | other.known)
    return NAME * len(names) + DEFINITE * len(known) + PLAIN * len(shared - names - known)


def _clash(one: Phrase, other: Phrase) -> tuple[Quantity, Quantity] | None:
    """Return the first quantities of one unit that no number fits both of."""
    for unit in dict.fromkeys(quantity.unit for quantity in one.quantities):
        mine = [it for it in one.quantities if it.unit == unit]
        yours = [it for it in other.quantities if it.unit == unit]
        for pair in zip(mine, yours, strict=False):
            if pair[0].excludes(pair[1]):
                return pair
    return None


def _counted_alike(one: Phrase, other: Phrase) -> bool:
    return bool({it.unit for it in one.quantities} & {it.unit for it in other.quantities})


def _vaguer(one: Phrase, other: Phrase) -> bool:
    """Tell whether one of the two gives a number that the other leaves open or gives less exactly."""
    mine = {(it.unit, it.low, it.high) for it in one.quantities}
    return mine != {(it.unit, it.low, it.high) for it in other.quantities}


def other_person(one: Phrase, other: Phrase) -> bool:
    """Tell whether two agents cannot be one: two names without a common word, or two nouns for different parties.

    A name and a noun may be one ("Verdani", "the company"), and "two men" may be anybody.
    """
    if one.empty or other.empty or bool(one.names) != bool(other.names):
        return False
    if one.names:
        mine, yours = one.words - other.words, other.words - one.words
        named = bool(mine and yours) and mine <= one.names and yours <= other.names
        return named and len(one.places) == len(other.places) and _same_rank(one.places, other.places)
    apart = not one.words & other.words and bool(one.head and other.head)
    return apart and not {one.head, other.head} & _anybody()


def other_place(one: Phrase, other: Phrase) -> bool:
    """Tell whether two phrases name places of which neither lies in the other, as far as names show that."""
    if not one.places or not other.places or one.preposition != other.preposition:
        return False
    if one.modifier or other.modifier:
        return False
    rest = (one.words ^ other.words) - one.names - other.names
    return not rest and not set(one.places) & set(other.places) and _same_rank(one.places, other.places)


def _same_rank(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return len({is_country(place) for place in (*one, *other)}) <= 1


@cache
def _anybody() -> frozenset[str]:
    return frozenset(map(key, words("anybody")))
