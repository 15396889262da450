"""From a document to the tree of its TEI file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from lxml import etree

from claims.errors import FormatError, SpanError
from claims.formats._strings import refuse_any, text_of
from claims.formats._xml import ILLEGAL
from claims.formats.tei import inline, tokenised
from claims.formats.tei.body import add_text
from claims.formats.tei.header import add_header
from claims.formats.tei.names import DEFAULT_NAMESPACE, TEI
from claims.formats.tei.pointers import Places
from claims.formats.tei.standoff import add_standoff
from claims.formats.tei.tokenised import TokenPlaces
from claims.formats.tei.verdicts import add_verdicts
from claims.model import Document

#: What a profile does to the text, once it stands there; it may return places of its own.
Decorate = Callable[[etree._Element, Document, str], Places | TokenPlaces | None]


def build(document: Document, profile: str | None = None) -> etree._Element:
    """Return the root of the TEI file, lossless or in one of the profiles.

    Raises `TextError` for a character that XML cannot hold and `FormatError` for a document that
    contradicts itself, so that what is written can be read back.
    """
    text = text_of(document, ILLEGAL, "XML 1.0", "which TEI is built on")
    _check_ids(document)
    root = etree.Element(f"{TEI}TEI", {"type": document.format}, nsmap=DEFAULT_NAMESPACE)
    root.text = "\n"
    try:
        add_header(root, document)
        add_text(root, document, text)
        places = None
        if profile is not None:
            root.set("subtype", profile)
            places = PROFILES[profile](root, document, text)
        add_standoff(root, document, text, places)
        add_verdicts(root, document)
    except SpanError as error:
        raise FormatError(f"{error}; `claims validate` lists everything") from error
    except ValueError as error:
        # lxml says only that a string will not do: find out which one, and where.
        refuse_any(document, ILLEGAL, "XML 1.0")
        raise FormatError(str(error)) from error
    return root


PROFILES: Mapping[str, Decorate] = MappingProxyType({"inline": inline.decorate, "tokens": tokenised.decorate})


def _check_ids(document: Document) -> None:
    named = (
        document.annotators,
        document.sentences,
        document.entities,
        document.times,
        document.attributions,
        document.claims,
        document.scales,
        document.verdicts,
    )
    seen: set[str] = set()
    for things in named:
        for thing in things:
            if thing.id in seen:
                raise FormatError("this id stands twice: TEI has one set of ids for the whole file", None, thing.id)
            seen.add(thing.id)
