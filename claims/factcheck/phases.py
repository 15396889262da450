"""Beginnings and ends: "the strike began in May" is what "they have been on strike since May" says as well."""

from __future__ import annotations

from claims.factcheck.intervals import apart
from claims.factcheck.opinion import Finding, Opinion
from claims.factcheck.participants import Phrase
from claims.factcheck.statement import Statement

#: The events that open or close something, with the relation of a time that says as much.
PHASES = {"=start": "begin", "=end": "end"}
#: Words that the two share at least: one is too little to tell what began.
SHARED = 2


def phases(one: Statement, other: Statement) -> Opinion | None:
    """Compare a claim that something began or ended with one that says since or until when it was so.

    Times that do not meet are no conflict here: what began may have paused, or be part of something longer.
    """
    relation, subject = PHASES.get(one.event), _subject(one)
    if relation is None or subject is None or one.negative or other.negative or one.event == other.event:
        return None
    shared = subject.words & (other.pool | {other.event})
    if shared != subject.words or len(shared) < SHARED:
        return None
    for mine in one.moments:
        for yours in other.moments:
            if yours.relation == relation and not apart(mine.days, yours.days):
                found = (
                    Finding("what", "compatible", f"“{subject.text} {one.verb}” / “{other.verb}”"),
                    Finding("when", "compatible", f"“{mine.text}” / “{yours.text}”"),
                )
                return Opinion("agreement", None, found, round(len(shared) / (len(shared) + 2), 2))
    return None


def _subject(statement: Statement) -> Phrase | None:
    """Return what began: the only one who takes part."""
    one, other = statement.agent, statement.patient
    return one or other if one is None or other is None else None
