"""AVeriTeC: a JSON list of claims with questions, answers and a label.

https://fever.ai/dataset/averitec.html. Each answer with a source becomes evidence; questions, strategies and
types are left out. An extractive answer is the quote, any other answer only names its source.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from claims.formats._worded import (
    Judged,
    Row,
    Worded,
    dumped,
    judged,
    only,
    present,
    rows_of,
    stance_of,
    step_named,
)
from claims.model import Document, Evidence, Quotation
from claims.scales import SCALES

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_DAY = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")


def read(data: bytes, path: str | None = None) -> Document:
    """Read a file of one claim."""
    return only(read_many(io.BytesIO(data), path), path)


def read_many(stream: BinaryIO, path: str | None = None) -> Iterator[Document]:
    """Yield a document for each claim; a claim of the unlabelled test set has no verdict."""
    for number, row in enumerate(rows_of(stream, path), 1):
        label = row.optional("label")
        rating = step_named("averitec", label, row, "label") if label else None
        yield Worded(
            f"averitec-{row.optional('claim_id') or number}",
            row.text("claim"),
            rating,
            SCALES["averitec"],
            tuple(dict.fromkeys(_evidence(row, rating))),
            row.optional("justification"),
            speaker=row.optional("speaker"),
            published=_published(row),
            publisher=row.optional("reporting_source"),
            url=row.optional("original_claim_url"),
        ).document()


def _evidence(row: Row, rating: str | None) -> Iterator[Evidence]:
    if (article := row.optional("fact_checking_article")) is not None:
        yield Evidence("context", article)
    stance = stance_of(rating, SCALES["averitec"])
    for question in row.rows("questions"):
        for answer in question.rows("answers"):
            if (place := answer.optional("source_url")) is not None:
                words = answer.optional("answer") if answer.optional("answer_type") == "Extractive" else None
                # Without a scheme it is no address but a document: so we write them.
                url, document = (place, None) if _SCHEME.match(place) else (None, place)
                yield Evidence(stance, url, document, Quotation(words) if words else None)


def _published(row: Row) -> str | None:
    """Return the date of the claim, which is written day first, as ISO 8601."""
    written = row.optional("claim_date")
    if written is None:
        return None
    match = _DAY.fullmatch(written)
    if match is None:
        raise row.error(f"a date is day-month-year, not {written!r:.40}", "claim_date")
    return f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"


def write(document: Document) -> bytes:
    """Write the judged claims of a document."""
    return b"".join(write_many([document]))


def write_many(documents: Iterable[Document]) -> Iterator[bytes]:
    """Yield the list piece by piece; a rating without an AVeriTeC label raises `FormatError`."""
    yield b"["
    for number, found in enumerate(it for document in documents for it in judged(document)):
        yield (b",\n" if number else b"\n") + dumped(_row(found), 1).rstrip()
    yield b"\n]\n"


def _row(found: Judged) -> dict[str, Any]:
    source = found.document.source
    article = found.page
    answers = [_answer(it) for it in found.verdict.evidence if it.url is None or it.url != article]
    return present(
        {
            "claim": found.claim.text,
            "label": found.label("averitec"),
            "justification": found.verdict.rationale,
            "claim_date": "-".join(reversed(source.published[:10].split("-"))) if source.published else None,
            "speaker": found.speaker,
            "original_claim_url": source.url,
            "fact_checking_article": article,
            "reporting_source": source.publisher,
            "questions": [{"question": "", "answers": [answer]} for answer in answers],
        }
    )


def _answer(evidence: Evidence) -> dict[str, Any]:
    return present(
        {
            "answer": evidence.quote.exact if evidence.quote else "",
            "answer_type": "Extractive" if evidence.quote else "Abstractive",
            "source_url": evidence.url or evidence.document,
        }
    )
