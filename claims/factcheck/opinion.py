"""What a judge finds when it holds two statements against each other."""

from __future__ import annotations

from typing import Literal, Protocol

import attrs

from claims.factcheck.statement import Statement

Relation = Literal["conflict", "duplicate", "agreement"]
#: What two claims can differ in. "number" may stand in any participant; "what" is the event itself.
SlotOfConflict = Literal["number", "when", "polarity", "what", "who", "where", "certainty", "attribution"]
State = Literal["same", "compatible", "differs"]


@attrs.frozen
class Finding:
    """How two claims stand to one another in one slot."""

    slot: str
    state: State
    #: The words of both, or what is different about them.
    reason: str


@attrs.frozen
class Opinion:
    """What a judge thinks of two claims. A suggestion, never a verdict."""

    relation: Relation
    #: The slot of a conflict, None without one.
    slot: SlotOfConflict | None
    findings: tuple[Finding, ...]
    #: 0 to 1: how much the two have in common that makes them speak of one event. No probability.
    score: float


class Judge(Protocol):
    """Compares two claims: rules, or a model that another package brings in the group ``claims.judges``."""

    def __call__(self, one: Statement, other: Statement, /) -> Opinion | None:
        """Return None where the two have nothing to do with each other, or it cannot be told."""
