"""FEVER: JSON lines of claims with a label and Wikipedia sentences as evidence.

https://fever.ai/dataset/fever.html. A sentence of evidence is kept as the document ``Page#7``. Alternative
sets of evidence become one list; written back, each sentence is a set of its own.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from claims.formats._worded import Judged, Row, Worded, json_lines, only, rows_of, stance_of, step_named
from claims.json_input import shown
from claims.model import Document, Evidence
from claims.scales import SCALES

_PAGE = re.compile(r"(.+)#(\d+)", re.DOTALL)


def read(data: bytes, path: str | None = None) -> Document:
    """Read a file of one claim."""
    return only(read_many(io.BytesIO(data), path), path)


def read_many(stream: BinaryIO, path: str | None = None) -> Iterator[Document]:
    """Yield a document for each claim; a claim of the unlabelled test set has no verdict."""
    for number, row in enumerate(rows_of(stream, path), 1):
        label = row.optional("label")
        rating = step_named("fever", label, row, "label") if label else None
        stance = stance_of(rating, SCALES["fever"])
        evidence = dict.fromkeys(Evidence(stance, None, page) for page in _pages(row))
        name = f"fever-{row.optional('id') or number}"
        yield Worded(name, row.text("claim"), rating, SCALES["fever"], tuple(evidence)).document()


def _pages(row: Row) -> Iterator[str]:
    """Yield each page with its sentence number: sets of [annotation, evidence, page, sentence]."""
    sets = row.data.get("evidence") or []
    if not isinstance(sets, list):
        raise row.error(f"evidence should be a list of sets, not {shown(sets)}", "evidence")
    for group in sets:
        for item in group if isinstance(group, list) else [group]:
            if not isinstance(item, list) or len(item) != 4:
                raise row.error("a piece of evidence is [annotation, evidence, page, sentence]", "evidence")
            page, sentence = item[2:]
            if isinstance(page, str) and page:
                yield f"{page}#{sentence}" if isinstance(sentence, int) else page


def write(document: Document) -> bytes:
    """Write the judged claims of a document."""
    return b"".join(write_many([document]))


def write_many(documents: Iterable[Document]) -> Iterator[bytes]:
    """Yield a line for each judged claim; a rating without a FEVER label raises `FormatError`."""
    yield from json_lines(documents, _row)


def _row(found: Judged) -> dict[str, Any]:
    source = found.document.source.id
    label = found.label("fever")
    number = re.fullmatch(r"fever-(\d{1,18})", source)
    return {
        "id": int(number[1]) if number else f"{source}#{found.claim.id}",
        "verifiable": "NOT VERIFIABLE" if label == "NOT ENOUGH INFO" else "VERIFIABLE",
        "label": label,
        "claim": found.claim.text,
        "evidence": [[_item(it)] for it in found.verdict.evidence],
    }


def _item(evidence: Evidence) -> list[Any]:
    page = evidence.document or evidence.url or ""
    match = _PAGE.fullmatch(page)
    return [None, None, match[1], int(match[2])] if match else [None, None, page, None]
