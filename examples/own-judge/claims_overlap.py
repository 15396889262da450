"""A judge of one's own: two claims that share most of their words are duplicates, whatever they are about.

A language model or one for natural language inference would go where the words are counted here.
"""

from __future__ import annotations

from claims.factcheck import Finding, Opinion, Statement

#: Share of all words from which on two claims are taken for one.
ENOUGH = 0.6


def judge(one: Statement, other: Statement) -> Opinion | None:
    """Return an opinion on two claims, None where there is nothing to say."""
    mine, yours = set(one.text.lower().split()), set(other.text.lower().split())
    score = len(mine & yours) / len(mine | yours)
    if score < ENOUGH:
        return None
    reason = f"{len(mine & yours)} of {len(mine | yours)} words"
    return Opinion("duplicate", None, (Finding("wording", "compatible", reason),), round(score, 2))
