"""Claims as a flat table: one row a claim, for data frames and spreadsheets. Lossy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Literal

import attrs

from claims.model import Attribution, Claim, Document, Role, Sentence, Verdict
from claims.scales import current

Kind = Literal["text", "number", "fraction", "texts", "spans"]
Value = str | int | float | None | list[str] | list[tuple[int, int]]


@attrs.frozen
class Lookup:
    """A document with what its rows need, by id."""

    document: Document
    sentences: Mapping[str, Sentence]
    links: Mapping[str, Attribution]
    #: Verdicts on whole claims that stand, by claim.
    verdicts: Mapping[str, list[Verdict]]

    @classmethod
    def of(cls, document: Document) -> Lookup:
        """Index a document."""
        verdicts: dict[str, list[Verdict]] = {}
        for verdict in current(document):
            if verdict.slot is None:
                verdicts.setdefault(verdict.claim, []).append(verdict)
        sentences = {sentence.id: sentence for sentence in document.sentences}
        return cls(document, sentences, {link.id: link for link in document.attributions}, verdicts)

    def chain(self, claim: Claim) -> list[Attribution]:
        """Return the links of a claim, outermost first."""
        return [self.links[name] for name in claim.attribution if name in self.links]

    def words(self, claim: Claim) -> str | None:
        """Return the claim's words in the source, None where the document is without its text."""
        text = self.document.source.text
        return None if text is None else claim.spans.exact(text)

    def zone(self, claim: Claim) -> str | None:
        """Return the zone of the claim's sentence."""
        sentence = self.sentences.get(claim.sentence)
        return sentence.zone if sentence else None


@attrs.frozen
class Column:
    """A column: its type, and how a claim fills it."""

    kind: Kind
    value: Callable[[Lookup, Claim], Value]


def _source(name: str) -> Column:
    return Column("text", lambda found, _: getattr(found.document.source, name))


def _own(name: str, kind: Kind = "text") -> Column:
    return Column(kind, lambda _, claim: getattr(claim, name))


def _arguments(role: Role) -> Column:
    return Column("texts", lambda _, claim: [a.exact for a in claim.what.arguments if a.role == role])


def _author(_: Lookup, claim: Claim) -> Value:
    return next((certainty.value for certainty in claim.certainty if certainty.holder == "author"), None)


def _cue(link: Attribution) -> str:
    return link.cue.exact if link.cue else ""


#: Columns by name, in the order of the table.
COLUMNS: Mapping[str, Column] = MappingProxyType(
    {
        "document": _source("id"),
        "sha256": _source("sha256"),
        "language": _source("language"),
        "title": _source("title"),
        "publisher": _source("publisher"),
        "url": _source("url"),
        "published": _source("published"),
        "sentence": _own("sentence"),
        "zone": Column("text", Lookup.zone),
        "claim": _own("id"),
        "text": _own("text"),
        "words": Column("text", Lookup.words),
        "start": Column("number", lambda _, claim: claim.spans.start if claim.spans else None),
        "end": Column("number", lambda _, claim: claim.spans.end if claim.spans else None),
        "spans": Column("spans", lambda _, claim: [(span.start, span.end) for span in claim.spans]),
        "type": _own("type"),
        "kind": _own("kind"),
        "who": Column("texts", lambda _, claim: [who.exact for who in claim.who]),
        "predicate": Column("text", lambda _, claim: claim.what.predicate.exact),
        "lemma": Column("text", lambda _, claim: claim.what.predicate.lemma),
        "object": _arguments("object"),
        "indirect_object": _arguments("indirect_object"),
        "agent": _arguments("agent"),
        "complement": _arguments("complement"),
        "oblique": _arguments("oblique"),
        "modifier": _arguments("modifier"),
        "when": Column("texts", lambda _, claim: [when.exact for when in claim.when]),
        "when_edtf": Column("texts", lambda _, claim: [when.edtf for when in claim.when if when.edtf is not None]),
        "where": Column("texts", lambda _, claim: [where.exact for where in claim.where]),
        "sources": Column("texts", lambda found, claim: [link.source.exact for link in found.chain(claim)]),
        "cues": Column("texts", lambda found, claim: [_cue(link) for link in found.chain(claim)]),
        "polarity": _own("polarity"),
        "certainty": Column("text", _author),
        "tense": _own("tense"),
        "ratings": Column("texts", lambda found, claim: [v.rating for v in found.verdicts.get(claim.id, [])]),
        "rule": _own("rule"),
        "confidence": _own("confidence", "fraction"),
        "by": _own("by"),
    }
)


def rows(document: Document) -> Iterator[dict[str, Any]]:
    """Yield one row a claim, in the document's order, with a value for every column."""
    found = Lookup.of(document)
    for claim in document.claims:
        yield {name: column.value(found, claim) for name, column in COLUMNS.items()}
