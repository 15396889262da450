"""Count findings and bring the most telling to the front; data only, printed elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import attrs

from claims.checks.rules import BY_CODE
from claims.problems import Problem


@attrs.frozen
class Summary:
    """What a list of problems amounts to."""

    errors: int
    warnings: int
    #: Code and number of its findings, the most frequent first.
    codes: tuple[tuple[str, int], ...]
    #: The first finding of the family that explains most of the others.
    telling: Problem | None = None


def summarise(problems: Iterable[Problem]) -> Summary:
    """Return counts and the most telling problem.

    >>> summarise([Problem("O101", "other text"), Problem("O111", "other words")]).errors
    2
    """
    listed = tuple(problems)
    warnings = sum(severity(problem) == "warning" for problem in listed)
    counts = Counter(problem.code for problem in listed)
    codes = tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    telling = min(listed, key=_rank, default=None)
    return Summary(len(listed) - warnings, warnings, codes, telling)


def severity(problem: Problem) -> str:
    """Return the severity of the rule that a problem breaks."""
    rule = BY_CODE.get(problem.code)
    return rule.severity if rule else "error"


def _rank(problem: Problem) -> int:
    """Rules stand in the table from cause to consequence."""
    order = list(BY_CODE)
    return order.index(problem.code) if problem.code in BY_CODE else len(order)
