"""Find quoted words again, as the W3C's text quote selector does: the words, and what stands around them.

https://www.w3.org/TR/annotation-model/#text-quote-selector
"""

from __future__ import annotations

import attrs

from claims.errors import UsageError
from claims.json_input import shown
from claims.model import Evidence, Quotation
from claims.text import Extent, Span

#: Code points kept on either side of a quotation: enough to tell two places apart, little to drift.
CONTEXT = 32


@attrs.frozen
class Found:
    """Where a piece of evidence stands now, or why that cannot be said."""

    #: The place of the words, None where there is no place or more than one.
    span: Span | None
    #: They stood elsewhere when the evidence was noted.
    moved: bool = False
    #: Why there is no place.
    reason: str | None = None


def places(text: str, quotation: Quotation) -> tuple[Span, ...]:
    """Return every place that fits: where prefix and suffix fit too, else all places of the words.

    >>> places("It rained. It rained again.", Quotation("rained", suffix=" again"))
    (Span(start=14, end=20),)
    """
    exact = quotation.exact
    if not exact:
        return ()
    spans, start = [], text.find(exact)
    while start >= 0:
        spans.append(Span(start, start + len(exact)))
        start = text.find(exact, start + 1)
    framed = [span for span in spans if _framed(text, span, quotation)]
    return tuple(framed or spans)


def _framed(text: str, span: Span, quotation: Quotation) -> bool:
    before = text.endswith(quotation.prefix or "", 0, span.start)
    return before and text.startswith(quotation.suffix or "", span.end)


def quoted(text: str, span: Span) -> Quotation:
    """Return a quotation of `span` with what stands around it.

    >>> quoted("It rained again.", Span(3, 9))
    Quotation(exact='rained', prefix='It ', suffix=' again.')
    """
    prefix, suffix = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    return Quotation(span.slice(text), prefix or None, suffix or None)


def locate(text: str, evidence: Evidence) -> Found:
    """Tell where in `text` the evidence stands; an extent that no longer holds is found again by its quote."""
    quote, spans = evidence.quote, evidence.spans
    if quote is None:
        ahead = spans and spans.end <= len(text)
        return Found(spans.hull) if spans and ahead else Found(None, reason="it quotes nothing")
    if spans and spans.end <= len(text) and spans.exact(text) == quote.exact:
        return Found(spans.hull)
    found = places(text, quote)
    if len(found) == 1:
        return Found(found[0], moved=bool(spans))
    words = shown(quote.exact)
    if found:
        return Found(None, reason=f"{words} stands at {len(found)} places; prefix and suffix must tell which")
    return Found(None, reason=f"the text does not have {words}")


def placed(text: str, evidence: Evidence) -> Evidence:
    """Return the evidence with its extent, and with the words around its quote.

    Raises `UsageError` where the text does not have the words, or has them at two places that fit.
    """
    found = locate(text, evidence)
    if found.span is None:
        raise UsageError(f"{evidence.document}: {found.reason}")
    if evidence.spans and not found.moved:
        return evidence
    return attrs.evolve(evidence, quote=quoted(text, found.span), spans=Extent((found.span,)))
