"""The profile `inline`: claims, quotations, names and dates as elements around the words, for reading and editions.

Extents overlap and are interrupted, elements are not: an extent whose end another one crosses is cut
into pieces, which point to what they are pieces of.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import attrs
from lxml import etree

from claims.formats._xml import XML_ID, add, append_text, clear_text
from claims.formats.tei.header import w3c_dates
from claims.formats.tei.names import TEI, category, encode_id, pointer
from claims.formats.tei.standoff import ENTITY_TAGS, OTHER_TAGS
from claims.model import Document
from claims.text import Extent, Span


@attrs.frozen(order=True)
class _Piece:
    """A range that gets an element; outer ones sort before inner ones."""

    start: int
    #: Minus the end, so that the longer of two comes first.
    minus_end: int
    #: What goes outside where two have the same words.
    rank: int
    tag: str
    attributes: tuple[tuple[str, str], ...]

    @property
    def end(self) -> int:
        return -self.minus_end


def decorate(root: etree._Element, document: Document, text: str) -> None:
    """Put elements into the sentences; a sentence becomes a ``seg``, for TEI allows no ``said`` in ``s``."""
    elements = {element.get(XML_ID): element for element in root.iter(f"{TEI}s")}
    pieces = [list(nested(inside)) for inside in _by_sentence(document)]
    for sentence, inside in zip(document.sentences, _with_parts(pieces), strict=True):
        element = elements[encode_id(sentence.id)]
        element.tag = f"{TEI}seg"
        element.set("type", "sentence")
        clear_text(element)
        _fill(element, sentence.span, inside, text)


def _by_sentence(document: Document) -> list[list[_Piece]]:
    """Return what is marked in each sentence, cut at its ends."""
    starts = [sentence.span.start for sentence in document.sentences]
    ends = [sentence.span.end for sentence in document.sentences]
    found: list[list[_Piece]] = [[] for _ in starts]
    for piece in _pieces(document):
        for index in range(bisect_right(ends, piece.start), bisect_left(starts, piece.end)):
            start, end = max(piece.start, starts[index]), min(piece.end, ends[index])
            found[index].append(attrs.evolve(piece, start=start, minus_end=-end))
    return found


def _with_parts(sentences: list[list[_Piece]]) -> Iterator[list[_Piece]]:
    """Say of every claim in several pieces which is the first, which the last, and which stand between."""
    totals = Counter(piece.attributes for pieces in sentences for piece in pieces)
    seen: Counter[tuple[tuple[str, str], ...]] = Counter()
    for pieces in sentences:
        made = []
        for piece in pieces:
            number, count = seen[piece.attributes], totals[piece.attributes]
            seen[piece.attributes] += 1
            part = "I" if not number else "F" if number == count - 1 else "M"
            several = piece.tag == "seg" and count > 1
            made.append(attrs.evolve(piece, attributes=(*piece.attributes, ("part", part))) if several else piece)
        yield made


def _pieces(document: Document) -> Iterator[_Piece]:
    """Yield what is marked: quotations, claims, dates, names."""
    quoted = [link for link in document.attributions if link.quote != "indirect"]
    for link in quoted:
        who = {"who": pointer(link.source.entity)} if link.source.entity is not None else {}
        yield from _of(link.content.spans, 0, "said", {"corresp": pointer(link.id), "direct": "true", **who})
    for claim in document.claims:
        ana = f"{category('kind', claim.kind)} {category('polarity', claim.polarity)}"
        yield from _of(claim.spans, 1, "seg", {"type": "claim", "corresp": pointer(claim.id), "ana": ana})
    said = [span for link in quoted for span in link.content.spans]
    for time in document.times:
        dates = {"corresp": pointer(time.id), **(w3c_dates(time.edtf) if time.edtf else {})}
        yield from _outside(said, _of(time.spans, 2, "date", dates))
    for entity in document.entities:
        tag = ENTITY_TAGS.get(entity.type, OTHER_TAGS)[2]
        for mention in entity.mentions:
            yield from _outside(said, _of(mention, 3, tag, {"ref": pointer(entity.id)}))


def _of(extent: Extent, rank: int, tag: str, attributes: Mapping[str, str]) -> Iterator[_Piece]:
    for span in extent:
        yield _Piece(span.start, -span.end, rank, tag, tuple(attributes.items()))


def _outside(said: list[Span], pieces: Iterator[_Piece]) -> Iterator[_Piece]:
    """Leave out names and dates that a quotation begins or ends in: TEI allows no ``said`` inside them."""
    for piece in pieces:
        if not any(piece.start < end < piece.end for span in said for end in (span.start, span.end)) and not any(
            piece.start <= span.start and span.end <= piece.end for span in said
        ):
            yield piece


def nested(pieces: list[_Piece]) -> Iterator[_Piece]:
    """Yield pieces in order so that each lies inside or behind the ones before; what crosses is cut."""
    waiting = list(pieces)
    heapq.heapify(waiting)
    around: list[int] = []
    while waiting:
        piece = heapq.heappop(waiting)
        while around and around[-1] <= piece.start:
            around.pop()
        if around and piece.end > around[-1]:
            heapq.heappush(waiting, attrs.evolve(piece, start=around[-1]))
            piece = attrs.evolve(piece, minus_end=-around[-1])
        around.append(piece.end)
        yield piece


def _fill(element: etree._Element, sentence: Span, pieces: Iterable[_Piece], text: str) -> None:
    """Write the words of a sentence with the elements around them."""
    at = sentence.start
    around = [(element, sentence.end)]
    for piece in pieces:
        while around[-1][1] <= piece.start:
            inner, end = around.pop()
            append_text(inner, text[at:end])
            at = end
        append_text(around[-1][0], text[at : piece.start])
        at = piece.start
        around.append((add(around[-1][0], f"{TEI}{piece.tag}", dict(piece.attributes)), piece.end))
    for inner, end in reversed(around):
        append_text(inner, text[at:end])
        at = end
