"""The text in TEI: blocks and sentences whose text nodes are the source, code point for code point."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby, takewhile
from typing import Any

import attrs
from lxml import etree

from claims.errors import FormatError
from claims.formats._xml import (
    XML_ID,
    XML_LANG,
    XML_SPACE,
    add,
    attribute,
    guarded,
    own_text,
    place,
    tail_of,
    text_of,
)
from claims.formats.tei.names import (
    TEI,
    category,
    category_value,
    decode_id,
    decode_pointer,
    encode_id,
    pointer,
    whole_number,
)
from claims.formats.tei.pointers import ranges
from claims.model import Document, Sentence
from claims.text import Span, digest


def add_text(root: etree._Element, document: Document, text: str) -> None:
    """Append ``text/body`` with the source."""
    check_order(document.sentences, len(text))
    holder = add(root, f"{TEI}text", {XML_LANG: document.source.language}, None, "\n")
    body = add(holder, f"{TEI}body", {XML_SPACE: "preserve"})
    blocks = [tuple(block) for _, block in groupby(document.sentences, lambda s: (s.paragraph, s.zone))]
    leading = sum(1 for _ in takewhile(lambda block: block[0].zone == "headline", blocks))
    for number, block in enumerate(blocks):
        start = block[0].span.start if number else 0
        end = blocks[number + 1][0].span.start if number + 1 < len(blocks) else len(text)
        # TEI has headings at the beginning of a body only, and wants a paragraph behind them.
        heading = number < leading and number + 1 < len(blocks)
        _add_block(body, "head" if heading else "p", block, Span(start, end), text)
    if not blocks:
        add(body, f"{TEI}p", {"n": "0", "ana": category("zone", "body")}, text)


def check_order(sentences: Sequence[Sentence], length: int) -> None:
    """Raise `FormatError` unless the sentences stand in text order, apart, and in the text."""
    end = 0
    for sentence in sentences:
        if sentence.span.start < end or sentence.span.end > length:
            message = "overlaps another sentence, is out of order or leaves the text: TEI cannot hold it"
            raise FormatError(message, None, sentence.id)
        end = sentence.span.end


def _add_block(body: etree._Element, tag: str, block: Sequence[Sentence], span: Span, text: str) -> None:
    first = block[0]
    attributes = {"n": str(first.paragraph), "ana": category("zone", first.zone)}
    element = add(body, TEI + tag, attributes, text[span.start : first.span.start])
    # Each sentence takes the text up to the next one along: asking lxml for the last child of a long
    # paragraph again and again would take quadratic time.
    nexts = [sentence.span.start for sentence in block[1:]] + [span.end]
    for sentence, behind in zip(block, nexts, strict=True):
        tail = text[sentence.span.end : behind]
        add(element, f"{TEI}s", _attributes(sentence), sentence.span.slice(text), tail)


def _attributes(sentence: Sentence) -> dict[str, str]:
    span = sentence.span
    attributes = {XML_ID: encode_id(sentence.id), "source": f"char:{span.start},{span.end}"}
    if sentence.duplicate_of is not None:
        attributes["sameAs"] = pointer(sentence.duplicate_of)
    if sentence.by is not None:
        attributes["resp"] = pointer(sentence.by)
    return attributes


@attrs.frozen
class Body:
    """What the text part of a file holds."""

    text: str
    #: Plain data of the sentences.
    sentences: Sequence[dict[str, Any]]
    #: The same by xml:id.
    known: Mapping[str, dict[str, Any]]
    #: Their places by xml:id.
    spans: Mapping[str, Span]


def read_body(body: etree._Element, sha256: str) -> Body:
    """Read text and sentences; a text that is not the annotated one raises `FormatError`."""
    text = text_of(body)
    found = list(_sentences(body))
    if digest(text) != sha256:
        raise _damage(found, text)
    spans = {}
    for element, start, data in found:
        end = start + len(text_of(element))
        if data["span"] != [start, end]:
            raise FormatError(
                f"@source does not say where the sentence stands: char:{start},{end}", None, place(element)
            )
        spans[element.get(XML_ID, "")] = Span(start, end)
    known = {element.get(XML_ID, ""): data for element, _, data in found}
    return Body(text, list(known.values()), known, spans)


def _sentences(body: etree._Element) -> Iterator[tuple[etree._Element, int, dict[str, Any]]]:
    """Yield every ``s`` with the offset where its text begins."""
    at = len(own_text(body))
    for block in body:
        at += len(own_text(block))
        for element in block:
            yield element, at, guarded(element, partial(_sentence, block))
            at += len(text_of(element)) + len(tail_of(element))
        at += len(tail_of(block))


def _sentence(block: etree._Element, element: etree._Element) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": decode_id(attribute(element, XML_ID)),
        "span": next(ranges(attribute(element, "source"), {}), []),
        "paragraph": whole_number(attribute(block, "n")),
        "zone": category_value(attribute(block, "ana")),
    }
    for field, name in (("duplicate_of", "sameAs"), ("by", "resp")):
        if name in element.attrib:
            data[field] = decode_pointer(attribute(element, name))
    return data


def _damage(found: Sequence[tuple[etree._Element, int, dict[str, Any]]], text: str) -> FormatError:
    """Say what happened to a text whose digest is not the one in the header."""
    what, where = "its words were changed", None
    for element, at, data in found:
        start, end = data["span"]
        if len(text_of(element)) != end - start:
            what, where = f"the sentence has {len(text_of(element))} characters, not {end - start}", place(element)
            break
        if at != start:
            what = f"white space was changed before this sentence, which begins at {at} and not at {start}"
            what += "; programs that re-indent XML do this, whatever xml:space says"
            where = place(element)
            break
    return FormatError(
        f"the text is not the one that was annotated (SHA-256 differs): {what}. Use the file as it was written",
        None,
        where,
    )
