"""Whatever a claim file says, even wrongly, it can be compared and searched for."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings
from strategies import documents

from claims.factcheck import EvidenceIndex, Reference, compare, statements
from claims.model import Document

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


#: A random document takes minutes to shrink.
PHASES = (Phase.explicit, Phase.generate)


@settings(max_examples=15, deadline=None, phases=PHASES, suppress_health_check=SLOW)
@given(documents())
def test_any_document(document: Document) -> None:
    """Every claim becomes a statement; a claim compared with itself never conflicts; searching never fails."""
    found = statements(document)
    assert [it.claim for it in found] == [claim.id for claim in document.claims]
    assert all(it.one.claim != it.other.claim for it in compare([document]))
    with EvidenceIndex(":memory:") as index:
        index.add([Reference.of_text("a", "a", "It rained in Lima on Friday.")])
        for claim in document.claims:
            assert all(0 < hit.score <= 1 for hit in index.find(document, claim))
