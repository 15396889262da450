"""W3C Web Annotation (2017) as JSON-LD: each claim, slot, attribution, time and verdict an annotation. Lossy.

Places are text position selectors, in code points as the recommendation counts them, beside text quote
selectors. What the recommendation has no word for is in a vocabulary of our own.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

import attrs

from claims.errors import FormatError
from claims.formats._strings import SURROGATE, refuse_any, text_of
from claims.model import Attribution, Claim, Document, Entity, Evidence, Time, Verdict
from claims.text import Extent, Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
VOCABULARY = "urn:claims:vocabulary:"
#: Code points before and behind a quotation.
AROUND = 32
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`]+")
_DATE_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})?")
Plain = dict[str, Any]


def write(document: Document) -> bytes:
    """Return an annotation collection with one page."""
    refuse_any(document, SURROGATE, "UTF-8")
    source = document.source
    text = text_of(document, SURROGATE, "UTF-8", "whose words are quoted")
    items = list(_Maker.of(document, text).annotations())
    collection = {
        "@context": [CONTEXT, {"claims": VOCABULARY}],
        "id": "#collection",
        "type": "AnnotationCollection",
        "label": source.id if source.title is None else source.title,
        "claims:format": document.format,
        "claims:sha256": source.sha256,
        "total": len(items),
        "first": {"id": "#page", "type": "AnnotationPage", "partOf": "#collection", "startIndex": 0, "items": items},
    }
    return f"{json.dumps(collection, ensure_ascii=False, indent=1)}\n".encode()


def iri(document: Document) -> str:
    """Return what names the text: its address, or else its digest (RFC 6920)."""
    source = document.source
    if source.url is not None and _IRI.fullmatch(source.url):
        return source.url
    named = base64.urlsafe_b64encode(bytes.fromhex(source.sha256)).rstrip(b"=").decode()
    return f"ni:///sha-256;{named}"


def fragment(*names: str) -> str:
    """Return the reference to an annotation of this file.

    >>> fragment("c1", "who", "1")
    '#c1/who/1'
    """
    return "#" + "/".join(quote(name, safe="") for name in names)


def _node(name: str) -> Plain:
    return {"id": fragment(name)}


@attrs.frozen
class _Maker:
    """A document, its text, and what its annotations refer to."""

    document: Document
    text: str
    iri: str
    entities: Mapping[str, Entity]
    creators: Mapping[str, Plain]

    @classmethod
    def of(cls, document: Document, text: str) -> _Maker:
        """Index a document."""
        kinds = {"software": "Software", "person": "Person"}
        creators = {
            one.id: {"id": fragment(one.id), "type": kinds[one.kind], "name": one.name} for one in document.annotators
        }
        return cls(document, text, iri(document), {entity.id: entity for entity in document.entities}, creators)

    def annotations(self) -> Iterator[Plain]:
        """Yield the annotations that have a target, in the order of the model."""
        made: Iterable[Iterator[Plain]] = (
            (made for entity in self.document.entities for made in self._mentions(entity)),
            (made for time in self.document.times for made in self._time(time)),
            (made for link in self.document.attributions for made in self._attribution(link)),
            (made for claim in self.document.claims for made in self._claim(claim)),
            (self._verdict(verdict) for verdict in self.document.verdicts),
        )
        for group in made:
            yield from (annotation for annotation in group if annotation["target"])

    def _annotation(self, names: tuple[str, ...], motivation: str, extent: Extent, by: str | None = None) -> Plain:
        """Begin an annotation of words; the pieces of an interrupted extent are a target each."""
        made: Plain = {"id": fragment(*names), "type": "Annotation", "motivation": motivation}
        if by in self.creators:
            made["creator"] = self.creators[by or ""]
        return made | {"target": [self._target(span) for span in extent]}

    def _target(self, span: Span) -> Plain:
        if span.end > len(self.text):
            raise FormatError(f"[{span.start}, {span.end}) leaves the text of {len(self.text)} characters")
        position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
        quoted = {
            "type": "TextQuoteSelector",
            "exact": span.slice(self.text),
            "prefix": self.text[max(0, span.start - AROUND) : span.start],
            "suffix": self.text[span.end : span.end + AROUND],
        }
        return {"type": "SpecificResource", "source": self.iri, "selector": [position, quoted]}

    def _body(self, value: str, purpose: str) -> Plain:
        return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}

    def _words(self, names: tuple[str, ...], label: str, extent: Extent, entity: str | None = None) -> Plain:
        """Annotate words in a slot with its name, and with whom they name."""
        made = self._annotation(names, "tagging", extent) | {"body": [self._body(label, "tagging")]}
        if entity in self.entities:
            made["body"] += self._identity(self.entities[entity or ""])
        return made | {"claims:of": _node(names[0])}

    def _identity(self, entity: Entity) -> list[Plain]:
        uris = [uri for uri in entity.same_as if _IRI.fullmatch(uri)]
        known: list[Plain] = [{"type": "SpecificResource", "purpose": "identifying", "source": uri} for uri in uris]
        return [*known, self._body(entity.name, "identifying")]

    def _mentions(self, entity: Entity) -> Iterator[Plain]:
        for number, mention in enumerate(entity.mentions, 1):
            made = self._annotation((entity.id, str(number)), "identifying", mention, entity.by)
            yield made | {"body": self._identity(entity), "claims:entity": entity.id, "claims:type": entity.type}

    def _time(self, time: Time) -> Iterator[Plain]:
        made = self._annotation((time.id,), "tagging", time.spans, time.by)
        yield (
            made
            | {"body": [self._body(time.type, "tagging")]}
            | _known(time, ("value", "mod", "edtf", "reason", "begin_point", "end_point"))
        )

    def _attribution(self, link: Attribution) -> Iterator[Plain]:
        made = self._annotation((link.id,), "linking", link.content.spans, link.by)
        voice = link.source.exact or link.source.type
        made |= {"body": [self._body(f"{voice}: {link.cue.exact}" if link.cue else voice, "describing")]}
        made |= _known(link, ("quote",)) | {"claims:source_type": link.source.type}
        made |= {f"claims:{name}": _node(target) for name, target in _ties(link)}
        yield made
        yield self._words((link.id, "source"), "source", link.source.spans, link.source.entity)
        if link.cue is not None:
            cue = self._words((link.id, "cue"), "cue", link.cue.spans)
            yield cue | {"claims:lemma": link.cue.lemma, "claims:type": link.cue.type}

    def _claim(self, claim: Claim) -> Iterator[Plain]:
        made = self._annotation((claim.id,), "describing", claim.spans, claim.by)
        wording = self._body(claim.text, "describing") | {"language": self.document.source.language}
        made |= {"body": [wording]} | _known(claim, ("type", "kind", "polarity", "tense", "rule", "confidence"))
        made["claims:certainty"] = [f"{one.holder} {one.value}" for one in claim.certainty]
        made["claims:attribution"] = {"@list": [_node(name) for name in claim.attribution]}
        for relation in claim.relations:
            if relation.target is not None:
                made.setdefault(f"claims:{relation.type}", []).append(_node(relation.target))
        yield made
        yield from self._slots(claim)

    def _slots(self, claim: Claim) -> Iterator[Plain]:
        predicate = claim.what.predicate
        for number, who in enumerate(claim.who, 1):
            yield self._words((claim.id, "who", str(number)), "who", who.spans, who.entity)
        verb = self._words((claim.id, "predicate"), "predicate", predicate.spans)
        yield verb | {"claims:lemma": predicate.lemma}
        for number, argument in enumerate(claim.what.arguments, 1):
            names = (claim.id, "argument", str(number))
            yield self._words(names, argument.role, argument.spans, argument.entity)
        for number, when in enumerate(claim.when, 1):
            words = self._words((claim.id, "when", str(number)), "when", when.spans)
            yield words | _known(when, ("relation", "edtf"))
        for number, where in enumerate(claim.where, 1):
            yield self._words((claim.id, "where", str(number)), "where", where.spans, where.entity)

    def _verdict(self, verdict: Verdict) -> Plain:
        made = self._annotation((verdict.id,), "assessing", Extent(), verdict.by)
        body = [self._body(verdict.rating, "assessing")]
        body += [self._body(verdict.rationale, "commenting")] if verdict.rationale is not None else []
        made |= {"target": fragment(verdict.claim), "body": [*body, *filter(None, map(_evidence, verdict.evidence))]}
        if verdict.at is not None:
            made |= {"created" if _DATE_TIME.fullmatch(verdict.at) else "claims:at": verdict.at}
        if verdict.supersedes is not None:
            made["claims:supersedes"] = _node(verdict.supersedes)
        return made | _known(verdict, ("slot", "scale"))


def _ties(link: Attribution) -> Iterator[tuple[str, str]]:
    if link.parent is not None:
        yield "parent", link.parent
    if link.speech_act is not None:
        yield "speech_act", link.speech_act


def _known(thing: Any, names: Iterable[str]) -> Plain:
    """Return the fields that say something, in our vocabulary."""
    values = ((name, getattr(thing, name)) for name in names)
    return {f"claims:{name}": value for name, value in values if value is not None}


def _evidence(evidence: Evidence) -> Plain | None:
    """Return the body for evidence with an address."""
    if evidence.url is None or not _IRI.fullmatch(evidence.url):
        return None
    made: Plain = {"type": "SpecificResource", "purpose": "linking", "source": evidence.url}
    if evidence.quote is not None:
        made["selector"] = {
            "type": "TextQuoteSelector",
            **attrs.asdict(evidence.quote, filter=lambda _, v: v is not None),
        }
    return made | {"claims:stance": evidence.stance}
