"""Quoted words are found again where their text moved, and only where one place fits."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.factcheck import locate, quoted
from claims.factcheck.quotes import places
from claims.model import Evidence, Quotation
from claims.text import Extent, Span

RAIN = "rain today, but no rain tomorrow"
WORDS = st.text(st.sampled_from("ab é𐍈\n"), max_size=40)


@pytest.mark.property
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WORDS, st.text(st.sampled_from("ab𐍈"), min_size=1, max_size=5), WORDS)
def test_quotation_is_found(before: str, exact: str, after: str) -> None:
    """The quotation of a place fits that place, with all of its surroundings."""
    text, span = before + exact + after, Span(len(before), len(before) + len(exact))
    assert span in places(text, quoted(text, span))


@pytest.mark.property
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=60))
def test_moved_text(before: str) -> None:
    """An extent that no longer holds is found by its words, wherever the text moved."""
    evidence = Evidence("context", None, "d", Quotation("§ 7 applies"), Extent.of((0, 11)))
    found = locate(before + "§ 7 applies.", evidence)
    if "§ 7 applies" not in before:
        assert (found.span, found.moved) == (Span(len(before), len(before) + 11), bool(before))


@pytest.mark.parametrize(
    ("quote", "span", "reason"),
    [
        (Quotation("rain"), None, "2 places"),
        (Quotation("rain", "no "), Span(19, 23), None),
        (Quotation("rain", suffix=" today"), Span(0, 4), None),
        (Quotation("rain", "heavy "), None, "2 places"),
        (Quotation("snow"), None, "does not have"),
    ],
)
def test_surroundings_decide(quote: Quotation, span: Span | None, reason: str | None) -> None:
    """Where the words stand twice, prefix and suffix say which; where they do not, no place is guessed."""
    found = locate(RAIN, Evidence("context", None, "d", quote))
    assert found.span == span
    assert (reason or "") in (found.reason or "")


def test_no_quote() -> None:
    """Evidence without words has its extent or no place."""
    assert locate("abc", Evidence("context", None, "d", None, Extent.of((0, 2)))).span == Span(0, 2)
    assert locate("abc", Evidence("context", None, "d", None, Extent.of((0, 9)))).span is None
    assert locate("abc", Evidence("context", None, "d")).span is None
