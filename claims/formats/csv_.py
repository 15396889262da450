"""A flat table as CSV (RFC 4180): one row a claim. Lossy, so it is only written."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

from claims.formats._strings import refuse_any
from claims.formats._table import COLUMNS, Column, rows
from claims.model import Document

#: What stands between the values of one cell.
BETWEEN = " | "
#: A NUL ends the cell for many readers, and a lone surrogate has no UTF-8.
_ILLEGAL = re.compile("[\x00\ud800-\udfff]")


def write(document: Document) -> bytes:
    """Write the table of one document."""
    return b"".join(write_many([document]))


def write_many(documents: Iterable[Document]) -> Iterator[bytes]:
    """Yield the head, then the rows of each document: UTF-8 without a byte order mark, CRLF."""
    yield _lines([list(COLUMNS)])
    for document in documents:
        refuse_any(document, _ILLEGAL, "CSV")
        yield _lines([_cells(row) for row in rows(document)])


def _lines(table: Iterable[list[str]]) -> bytes:
    page = io.StringIO(newline="")
    csv.writer(page, lineterminator="\r\n").writerows(table)
    return page.getvalue().encode()


def _cells(row: dict[str, Any]) -> list[str]:
    return [_cell(column, row[name]) for name, column in COLUMNS.items()]


def _cell(column: Column, value: Any) -> str:
    if value is None:
        return ""
    if column.kind == "spans":
        return BETWEEN.join(f"{start}-{end}" for start, end in value)
    return BETWEEN.join(value) if column.kind == "texts" else str(value)
