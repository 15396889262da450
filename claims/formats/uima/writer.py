"""From a document to a CAS."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import attrs

from claims.codec import to_dict
from claims.errors import FormatError
from claims.formats._extras import needed
from claims.formats._marks import LINKS, Mark, marks
from claims.formats._strings import SURROGATE, text_of
from claims.formats._tokens import tokens
from claims.formats.uima.layers import FEATURE_NAMES, FILE, FRAGMENT, LAYERS, SENTENCE, TOKEN, TYPES, WORDS, type_system
from claims.model import Document
from claims.text import Extent, Span

_LINK_TYPES = {(layer.name, f.name): layer.link_type(f) for layer in LAYERS for f in layer.features if f.target}


def build(document: Document) -> Any:
    """Return the CAS of a document; cassis turns offsets into UTF-16 when it writes it."""
    text = text_of(document, SURROGATE, "UTF-8", "which a CAS is built on")
    found = marks(document)
    _check_places(document, found, len(text))
    system = type_system()
    cas = needed("cassis", "uima", "UIMA CAS").Cas(typesystem=system)
    cas.sofa_string, cas.sofa_mime = text, "text/plain"
    maker = _Maker(cas, system)
    bare = attrs.evolve(document, source=attrs.evolve(document.source, text=None))
    maker.add(FILE, content=json.dumps(to_dict(bare), ensure_ascii=False, separators=(",", ":")))
    for sentence in document.sentences:
        maker.mark(SENTENCE, sentence.span)
        for token in tokens(text, sentence.span):
            maker.mark(TOKEN, token)
    made = {mark.id: maker.annotation(mark) for mark in found}
    for mark in found:
        maker.link(mark, made)
    return cas


def _check_places(document: Document, found: Iterable[Mark], length: int) -> None:
    """Raise `FormatError` for what leaves the text: cassis would pass it on with a warning."""
    for sentence in document.sentences:
        if sentence.span.end > length:
            raise FormatError(f"leaves the text of {length} characters", None, sentence.id)
    for mark in found:
        for extent in (mark.extent, *(slot.extent for slot in mark.slots)):
            if extent.end > length:
                raise FormatError(f"leaves the text of {length} characters", None, mark.id)


@attrs.frozen
class _Maker:
    """A CAS that grows."""

    cas: Any
    system: Any

    def add(self, type_: str, **features: Any) -> Any:
        """Add an annotation."""
        made = self.system.get_type(type_)(**features)
        self.cas.add(made)
        return made

    def mark(self, type_: str, span: Span, **features: Any) -> Any:
        """Add an annotation of a range."""
        return self.add(type_, begin=span.start, end=span.end, **features)

    def words(self, type_: str, extent: Extent, **features: Any) -> Any:
        """Add an annotation of words: its first range, linked to a fragment for every further one."""
        first, *others = extent
        made = self.mark(type_, first, **features)
        if others:
            made.fragments = self.links(type_, "fragments", [("next", self.mark(FRAGMENT, span)) for span in others])
        return made

    def links(self, type_: str, feature: str, targets: Iterable[tuple[str, Any]]) -> Any:
        """Return an array of links with their roles."""
        link = self.system.get_type(_LINK_TYPES[type_, feature])
        made = [link(role=role, target=target) for role, target in targets]
        return self.system.get_type("uima.cas.FSArray")(elements=made)

    def annotation(self, mark: Mark) -> Any:
        """Add a mark with its labels and slots."""
        labels = {FEATURE_NAMES.get(name, name): value for name, value in mark.labels}
        type_ = TYPES[mark.kind]
        made = self.words(type_, mark.extent, identifier=mark.id, **labels)
        slots = [(slot.role, self.words(WORDS, slot.extent, value=slot.value or None)) for slot in mark.slots]
        if slots:
            made.slots = self.links(type_, "slots", slots)
        return made

    def link(self, mark: Mark, made: dict[str, Any]) -> None:
        """Link a mark to others, in order, one feature a kind of target."""
        for kind in TYPES:
            chosen = [(name, made[target]) for name, target in mark.links if LINKS[mark.kind][name] == kind]
            if chosen:
                setattr(made[mark.id], f"to_{kind}", self.links(TYPES[mark.kind], f"to_{kind}", chosen))
