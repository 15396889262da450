"""LIAR: claims of politicians with a six-step label, as JSON lines, a JSON list, or the TSV that it came in.

https://aclanthology.org/P17-2067/. The data set gives no evidence, so `claims validate` asks for some (V702).
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from claims.errors import FormatError
from claims.formats._worded import Judged, Row, Worded, json_lines, only, present, rows_of, step_named
from claims.model import Document
from claims.scales import SCALES

#: Labels by number, as Hugging Face's copy of the data set counts them.
NUMBERED = ("false", "half-true", "mostly-true", "true", "barely-true", "pants-fire")
#: The columns of the TSV, which has no heading.
COLUMNS = (
    "id", "label", "statement", "subject", "speaker", "job", "state", "party", "barely_true", "false", "half_true",
    "mostly_true", "pants_on_fire", "context", "justification",
)  # fmt: skip


def read(data: bytes, path: str | None = None) -> Document:
    """Read a file of one claim."""
    return only(read_many(io.BytesIO(data), path), path)


def read_many(stream: BinaryIO, path: str | None = None) -> Iterator[Document]:
    """Yield a document for each claim; subject, party and counts are left out."""
    for number, row in enumerate(_rows(stream, path), 1):
        name = (row.optional("id") or str(number)).removesuffix(".json")
        yield Worded(
            f"liar-{name}",
            row.text("statement"),
            _label(row),
            SCALES["liar"],
            rationale=row.optional("justification"),
            speaker=row.optional("speaker"),
            title=row.optional("context"),
        ).document()


def _rows(stream: BinaryIO, path: str | None) -> Iterator[Row]:
    """Yield the objects of JSON, or the lines of TSV: an id, a label and a statement come first in these."""
    whole = io.BytesIO(stream.read())
    head = whole.getvalue().lstrip(b"\xef\xbb\xbf \r\n")
    return rows_of(whole, path) if head[:1] in (b"{", b"[", b"") or b"\t" not in head else _table(head, path)


def _table(data: bytes, path: str | None) -> Iterator[Row]:
    for number, line in enumerate(data.split(b"\n"), 1):
        place = f"line {number}"
        try:
            cells = line.decode("utf-8").rstrip("\r").split("\t")
        except UnicodeDecodeError as error:
            raise FormatError(f"not UTF-8: {error.reason}", path, place) from error
        if not line.strip():
            continue
        if not 3 <= len(cells) <= len(COLUMNS):
            raise FormatError(f"has {len(cells)} columns; LIAR has {len(COLUMNS) - 1}", path, place)
        yield Row(dict(zip(COLUMNS, cells, strict=False)), place, path)


def _label(row: Row) -> str:
    label = row.data.get("label")
    if isinstance(label, int) and not isinstance(label, bool):
        if 0 <= label < len(NUMBERED):
            return NUMBERED[label]
        raise row.error(f"a label is a number from 0 to {len(NUMBERED) - 1}, not {label}", "label")
    return step_named("liar", row.text("label"), row, "label")


def write(document: Document) -> bytes:
    """Write the judged claims of a document."""
    return b"".join(write_many([document]))


def write_many(documents: Iterable[Document]) -> Iterator[bytes]:
    """Yield a line for each judged claim; a rating without a LIAR label raises `FormatError`."""
    yield from json_lines(documents, _row)


def _row(found: Judged) -> dict[str, Any]:
    source = found.document.source
    name = source.id.removeprefix("liar-") if source.id.startswith("liar-") else f"{source.id}#{found.claim.id}"
    return present(
        {
            "id": f"{name}.json",
            "label": found.label("liar"),
            "statement": found.claim.text,
            "speaker": found.speaker,
            "context": source.title,
            "justification": found.verdict.rationale,
        }
    )
