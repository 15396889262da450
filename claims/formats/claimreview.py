"""ClaimReview, the schema.org markup by which fact-checkers publish what they found.

https://schema.org/ClaimReview. Written are the standing verdicts on whole claims. Claims of several documents
with one wording, rating and reviewer are one review with several appearances; read, each appearance is a
document of its own. The review's own page is context evidence with a URL and no quote.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import attrs

from claims.errors import FormatError
from claims.formats._ratings import rating_out, rating_read
from claims.formats._worded import STANCES, Judged, Row, Worded, dumped, judged, only, present
from claims.json_input import load_json, shown
from claims.model import Document, Evidence, Quotation

CONTEXT = "https://schema.org"
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def read(data: bytes, path: str | None = None) -> Document:
    """Read a file of one review of one appearance."""
    return only(read_many(io.BytesIO(data), path), path)


def read_many(stream: BinaryIO, path: str | None = None) -> Iterator[Document]:
    """Yield a document for each appearance of each reviewed claim."""
    found = False
    for number, row in enumerate(_reviews(load_json(stream.read(), path), "", path), 1):
        found = True
        for turn, worded in enumerate(_appearances(row, f"review-{number}"), 1):
            yield attrs.evolve(worded, id=f"{worded.id}.{turn}" if turn > 1 else worded.id).document()
    if not found:
        raise FormatError("has no ClaimReview", path)


def _reviews(data: Any, place: str, path: str | None) -> Iterator[Row]:
    """Yield every ClaimReview of an object, a list, or a graph."""
    if isinstance(data, list):
        for number, item in enumerate(data):
            yield from _reviews(item, f"{place}/{number}", path)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        if "ClaimReview" in (kinds if isinstance(kinds, list) else [kinds]):
            yield Row(data, place or "/", path)
        yield from _reviews(data.get("@graph"), f"{place}/@graph", path)


def _appearances(row: Row, name: str) -> Iterator[Worded]:
    item = next(row.rows("itemReviewed"), Row({}, row.place, row.path))
    rating, scale, meant = rating_read(next(row.rows("reviewRating"), Row({}, row.place, row.path)), row)
    worded = Worded(
        name,
        row.text("claimReviewed"),
        rating,
        scale,
        tuple(dict.fromkeys(_evidence(row, STANCES.get(meant, "context")))),
        row.optional("reviewBody"),
        _name(row, "author"),
        _day(row, "datePublished"),
        _name(item, "author"),
        _day(item, "datePublished"),
        language=row.optional("inLanguage") or "en",
    )
    works = dict.fromkeys(_work(it) for key in ("firstAppearance", "appearance") for it in _works(item, key))
    for title, url, publisher in works or {(None, None, None): None}:
        yield attrs.evolve(worded, title=title, url=url, publisher=publisher)


def _works(item: Row, key: str) -> Iterator[Row]:
    """Yield works; one may be given by its address alone."""
    value = item.data.get(key)
    for work in value if isinstance(value, list) else [value]:
        if isinstance(work, str):
            yield Row({"url": work}, f"{item.place}/{key}", item.path)
        elif isinstance(work, dict):
            yield Row(work, f"{item.place}/{key}", item.path)
        elif work is not None:
            raise item.error(f"{key} should be a work, not {shown(work)}", key)


def _work(work: Row) -> tuple[str | None, str | None, str | None]:
    return work.optional("name") or work.optional("headline"), work.optional("url"), _name(work, "publisher")


def _evidence(row: Row, stance: Any) -> Iterator[Evidence]:
    if (url := row.optional("url")) is not None:
        yield Evidence("context", url)
    for work in _works(row, "citation"):
        address, words = work.optional("url"), work.optional("text")
        document = work.optional("name") if address is None else None
        if address is not None or document is not None:
            yield Evidence(stance, address, document, Quotation(words) if words else None)


def _name(row: Row, key: str) -> str | None:
    """Return the name of a person or organisation, which may be given as a bare string."""
    value = row.data.get(key)
    names = [it.get("name") if isinstance(it, dict) else it for it in (value if isinstance(value, list) else [value])]
    return ", ".join(name.strip() for name in names if isinstance(name, str) and name.strip()) or None


def _day(row: Row, key: str) -> str | None:
    written = row.optional(key)
    match = _DATE.match(written or "")
    if written is not None and match is None:
        raise row.error(f"a date is ISO 8601, such as 2020-12-21, not {shown(written)}", key)
    return match[0] if match else None


def write(document: Document) -> bytes:
    """Write the reviews of one document."""
    return b"".join(write_many([document]))


def write_many(documents: Iterable[Document]) -> Iterator[bytes]:
    """Yield one review, or a graph of several."""
    groups: dict[tuple[Any, ...], list[Judged]] = {}
    for document in documents:
        for found in judged(document):
            groups.setdefault(_identity(found), []).append(found)
    reviews = [_review(group) for group in groups.values()]
    if len(reviews) == 1:
        yield dumped({"@context": CONTEXT, **reviews[0]}, 1)
    else:
        yield dumped({"@context": CONTEXT, "@graph": reviews}, 1)


def _identity(found: Judged) -> tuple[Any, ...]:
    """Return what makes verdicts one review; those of one document stay apart."""
    verdict = found.verdict
    by = _reviewer(found)
    where = None if found.document.source.url else (found.document.source.id, found.claim.id)
    said = (found.claim.text, verdict.rating, verdict.scale, verdict.rationale, verdict.evidence, verdict.at)
    return (*said, by, found.speaker, found.document.source.published, where)


def _review(group: list[Judged]) -> dict[str, Any]:
    found = group[0]
    verdict, source = found.verdict, found.document.source
    page = found.page
    cited = [_citation(it) for it in verdict.evidence if it.url is None or it.url != page]
    works = list({work["url"]: work for it in group if (work := _appearance(it)) is not None}.values())
    item = {
        "@type": "Claim",
        "author": {"@type": "Person", "name": found.speaker} if found.speaker else None,
        "datePublished": source.published,
        "firstAppearance": works[0] if works else None,
        "appearance": works or None,
    }
    reviewer = _reviewer(found)
    return present(
        {
            "@type": "ClaimReview",
            "url": page,
            "claimReviewed": found.claim.text,
            "itemReviewed": present(item),
            "author": {"@type": "Person" if reviewer[1] == "person" else "Organization", "name": reviewer[0]}
            if reviewer
            else None,
            "datePublished": verdict.at,
            "reviewRating": rating_out(found),
            "reviewBody": verdict.rationale,
            "citation": cited or None,
            "inLanguage": source.language,
        }
    )


def _reviewer(found: Judged) -> tuple[str, str] | None:
    people = {row.id: row for row in found.document.annotators}
    row = people.get(found.verdict.by or "")
    return (row.name, row.kind) if row else None


def _appearance(found: Judged) -> dict[str, Any] | None:
    source = found.document.source
    if source.url is None:
        return None
    publisher = {"@type": "Organization", "name": source.publisher} if source.publisher else None
    return present({"@type": "CreativeWork", "url": source.url, "name": source.title, "publisher": publisher})


def _citation(evidence: Evidence) -> dict[str, Any]:
    """Return a work by its address, or by the name of a document that has none."""
    words = evidence.quote.exact if evidence.quote else None
    name = evidence.document if evidence.url is None else None
    return present({"@type": "CreativeWork", "url": evidence.url, "name": name, "text": words})
