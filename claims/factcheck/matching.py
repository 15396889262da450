"""Find which phrases of two claims belong together."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from claims.factcheck.likeness import Likeness, likeness
from claims.factcheck.participants import Phrase
from claims.factcheck.statement import Statement


@attrs.frozen
class Pair:
    """Two phrases held against each other."""

    #: "agent", "patient" or "other".
    role: str
    one: Phrase
    other: Phrase
    like: Likeness


@attrs.frozen
class Match:
    """The phrases of two claims, paired as far as they go."""

    pairs: tuple[Pair, ...]
    #: Phrases that only the first or only the second claim has.
    left: tuple[Phrase, ...]
    right: tuple[Phrase, ...]

    @property
    def both_add(self) -> bool:
        """Tell whether each says something that the other does not."""
        return bool(self.left and self.right) or any(pair.like.kind == "overlap" for pair in self.pairs)

    @property
    def left_more(self) -> bool:
        """Tell whether the first claim says anything that the second does not."""
        return bool(self.left) or any(pair.like.left for pair in self.pairs)

    @property
    def right_more(self) -> bool:
        """Tell whether the second claim says anything that the first does not."""
        return bool(self.right) or any(pair.like.right for pair in self.pairs)

    @property
    def weight(self) -> float:
        """The weight of everything that the two share."""
        return sum(pair.like.weight for pair in self.pairs if pair.like.kind != "different")


@attrs.frozen
class _Matcher:
    one: Statement
    other: Statement

    def pair(self, role: str, one: Phrase, other: Phrase) -> Pair:
        return Pair(role, one, other, likeness(one, other, (self.one.pool, self.other.pool)))

    def core(self) -> Match:
        """Pair agent with agent and patient with patient; a lone participant goes where it fits."""
        mine = [(role, it) for role, it in (("agent", self.one.agent), ("patient", self.one.patient)) if it]
        yours = [(role, it) for role, it in (("agent", self.other.agent), ("patient", self.other.patient)) if it]
        if len(mine) == len(yours) == 2:
            agents, patients = (self.pair(role, it, your) for (role, it), (_, your) in zip(mine, yours, strict=True))
            if patients.like.kind != "different":
                return Match((agents, patients), (), ())
            # "fined the club a million" has two objects: the other one may be meant.
            return Match((agents,), (patients.one,), (patients.other,))
        choices = [
            self.pair(_role(role, as_), it, your)
            for role, it in mine
            for as_, your in yours
            if not _against(role, len(mine), as_, len(yours))
        ]
        if not choices:
            return Match((), tuple(it for _, it in mine), tuple(it for _, it in yours))
        best = max(choices, key=lambda pair: (pair.like.kind != "different", pair.role == "patient", pair.like.weight))
        left = tuple(it for _, it in mine if it is not best.one)
        return Match((best,), left, tuple(it for _, it in yours if it is not best.other))

    def rest(self, mine: Sequence[Phrase], yours: Sequence[Phrase]) -> Match:
        """Pair circumstances by what they share; two that share nothing differ if they answer one question."""
        pairs: list[Pair] = []
        left, right = list(mine), list(yours)
        options = [self.pair("other", it, your) for it in mine for your in yours]
        alike = [pair for pair in options if pair.like.kind != "different"]
        for pair in [*sorted(alike, key=lambda it: -it.like.weight), *filter(_one_question, options)]:
            if pair.one in left and pair.other in right:
                pairs.append(pair)
                left.remove(pair.one)
                right.remove(pair.other)
        return Match(tuple(pairs), self._new(left, self.other), self._new(right, self.one))

    def _new(self, phrases: Sequence[Phrase], other: Statement) -> tuple[Phrase, ...]:
        """Return the phrases that say something which the other claim says nowhere."""
        return tuple(it for it in phrases if it.words - other.pool or it.quantities)


def _against(mine: str, many: int, yours: str, more: int) -> bool:
    """Tell whether one is what is done and the other who does it to somebody: "was announced", "announced a sale"."""
    return (mine, yours, more) == ("patient", "agent", 2) or (mine, yours, many) == ("agent", "patient", 2)


def _role(mine: str, yours: str) -> str:
    """Name the role of a lone participant: who dies in one claim is killed in the other."""
    return mine if mine == yours else "patient"


def _one_question(pair: Pair) -> bool:
    return pair.one.preposition == pair.other.preposition and not pair.one.empty and not pair.other.empty


def matched(one: Statement, other: Statement) -> Match:
    """Pair the phrases of two claims of one event."""
    matcher = _Matcher(one, other)
    core = matcher.core()
    rest = matcher.rest((*core.left, *one.others), (*core.right, *other.others))
    return Match((*core.pairs, *rest.pairs), rest.left, rest.right)
