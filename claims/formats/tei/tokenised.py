"""The profile `tokens`: words and signs as elements with ids, which everything else points to; for TXM and TEITOK."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

import attrs
from lxml import etree

from claims.formats._tokens import tokens
from claims.formats._xml import XML_ID, add, append_text, clear_text
from claims.formats.tei.names import TEI, encode_id
from claims.formats.tei.pointers import Places
from claims.model import Document
from claims.text import Extent, Span


@attrs.frozen
class TokenPlaces:
    """The tokens of a text, to write pointers to them; what has none is pointed to by offsets."""

    names: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    places: Places

    def extent(self, extent: Extent) -> str:
        """Return pointers to the tokens of an extent."""
        return " ".join(self.span(span) for span in extent)

    def span(self, span: Span) -> str:
        """Return pointers to the tokens of a range."""
        first, last = bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)
        return " ".join(f"#{name}" for name in self.names[first:last]) or self.places.span(span)

    def point(self, at: int) -> str:
        """Return the pointer to a place between characters."""
        return self.places.point(at)


def decorate(root: etree._Element, document: Document, text: str) -> TokenPlaces:
    """Put the tokens into the sentences; no token reaches over the edge of anything that is annotated."""
    elements = {element.get(XML_ID): element for element in root.iter(f"{TEI}s")}
    cuts = sorted({edge for span in _spans(document) for edge in (span.start, span.end)})
    prefix = _prefix(document)
    names: list[str] = []
    found: list[Span] = []
    for sentence in document.sentences:
        element = elements[encode_id(sentence.id)]
        clear_text(element)
        at = sentence.span.start
        inside = cuts[bisect_left(cuts, at) : bisect_right(cuts, sentence.span.end)]
        for token in tokens(text, sentence.span, inside):
            append_text(element, text[at : token.start])
            names.append(f"{prefix}{len(names) + 1}")
            found.append(token)
            _add_token(element, names[-1], token, text)
            at = token.end
        append_text(element, text[at : sentence.span.end])
    places = Places.of(len(text), document.sentences)
    return TokenPlaces(names, [token.start for token in found], [token.end for token in found], places)


def _add_token(element: etree._Element, name: str, token: Span, text: str) -> None:
    word = token.slice(text)
    joined = {"join": "right"} if text[token.end : token.end + 1].strip() else {}
    add(element, f"{TEI}{'w' if word[0].isalnum() else 'pc'}", {XML_ID: name, **joined}, word)


def _prefix(document: Document) -> str:
    """Return the beginning of token ids, which no id of the document shares."""
    lists = (getattr(document, field.name) for field in attrs.fields(Document))
    ids = {encode_id(item.id) for items in lists if isinstance(items, tuple) for item in items}
    prefix = "w"
    while any(id_.startswith(prefix) for id_ in ids):
        prefix += "w"
    return prefix


def _spans(value: Any) -> Iterator[Span]:
    """Yield every range in a document; those of evidence lie in other texts."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, Document):
        for items in (value.sentences, value.entities, value.times, value.attributions, value.claims):
            yield from _spans(items)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from _spans(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans(item)
