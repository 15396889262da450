"""Find out which findings only follow from others, so that a reader sees the cause first.

Nothing is dropped: what follows says from which code it does.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from claims.checks.findings import Finding

#: In one row: a range that is wrong itself → what is then wrong with everything that rests on it.
CAUSES: dict[str, frozenset[str]] = {
    "O104": frozenset({"O105", "O106", "O108", "O109", "O110", "O111", "W501", "W502", "A308"}),
    "O105": frozenset({"O109", "O110", "O111", "W501"}),
    "O106": frozenset({"O108", "O109", "O110", "O111", "W501", "W502", "A308"}),
    "O108": frozenset({"O109", "O110", "W501", "W502"}),
    "O109": frozenset({"O110"}),
    "R202": frozenset({"A301", "A306"}),
    "A301": frozenset({"A306"}),
}


def folded(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings in their order, those that follow from another one marked.

    Of findings that say the same of many places (an annotator that is not there, in every claim) the first counts.
    """
    listed = list(findings)
    causes = {(finding.subject, finding.code) for finding in listed if finding.subject and finding.code in CAUSES}
    told: set[tuple[str, str]] = set()
    made = []
    for finding in listed:
        cause = next(
            (code for code, after in CAUSES.items() if finding.code in after and (finding.subject, code) in causes),
            None,
        )
        if cause is None and (finding.code, finding.message) in told:
            cause = finding.code
        told.add((finding.code, finding.message))
        made.append(attrs.evolve(finding, follows=cause) if cause else finding)
    return tuple(made)
