"""Parquet: a row a document with everything in it, or a flat table with a row a claim.

The columns of the first are the fields of `claims.model.Document`, nested as there; a range is a struct
of ``start`` and ``end``, a certainty one of ``holder`` and ``value``.
"""

from __future__ import annotations

import io
import types
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from typing import Any, BinaryIO, Literal, Union, get_args, get_origin

import attrs

from claims.codec import from_dict, to_dict
from claims.errors import FormatError
from claims.formats._extras import needed
from claims.formats._strings import SURROGATE, refuse_any
from claims.formats._table import COLUMNS, rows
from claims.formats.base import one_of
from claims.model import FORMAT, Certainty, Document
from claims.text import Extent, Span

#: A row group holds at most so many documents, and about so many code points of text.
_DOCUMENTS, _CODE_POINTS = 500, 4_000_000
#: Documents taken from a file at once.
_BATCH = 32
_MAGIC = b"PAR1"
_SIMPLE = {str: "string", int: "int64", float: "float64", bool: "bool_"}
_CERTAINTIES = tuple[Certainty, ...]


def read(data: bytes, path: str | None = None) -> Document:
    """Read a file that holds exactly one document."""
    return one_of(read_many(io.BytesIO(data), path), path, "no document", "several documents: use read_many")


def read_many(stream: BinaryIO, path: str | None = None) -> Iterator[Document]:
    """Yield the documents one by one."""
    arrow, parquet = _arrow(), _parquet()
    try:
        table = parquet.ParquetFile(stream)
        _check_columns(table.schema_arrow.names, path)
        number = 0
        for batch in table.iter_batches(_BATCH):
            for row in batch.to_pylist():
                yield _document(row, path, number := number + 1)
    except (arrow.ArrowException, OSError, UnicodeDecodeError) as error:
        raise FormatError(f"not Parquet, or damaged: {error}", path) from error


def _check_columns(names: list[str], path: str | None) -> None:
    if {"document", "claim"} <= set(names):
        raise FormatError("a table of claims, which lacks most of a document: it is not read back", path)
    if not {"format", "source", "claims"} <= set(names):
        raise FormatError("its columns are not those of claim documents (format, source, claims, …)", path)


def _document(row: dict[str, Any], path: str | None, number: int) -> Document:
    try:
        return from_dict(_from_arrow(row, Document))
    except (KeyError, TypeError, AttributeError) as error:
        raise FormatError(
            f"a column has another type than in claim documents: {error}", path, f"row {number}"
        ) from error
    except FormatError as error:
        raise error.within(path, f"row {number}") from error


def write(document: Document) -> bytes:
    """Write a file of one row."""
    return b"".join(write_many([document]))


def write_many(documents: Iterable[Document]) -> Iterator[bytes]:
    """Yield the bytes of a file with one row a document, a row group at a time."""
    return _write(documents, _schema(), lambda document: [_to_arrow(to_dict(document), Document)])


def write_claims(document: Document) -> bytes:
    """Write the flat table of one document."""
    return b"".join(write_claims_many([document]))


def write_claims_many(documents: Iterable[Document]) -> Iterator[bytes]:
    """Yield the bytes of a file with one row a claim, a row group at a time."""
    return _write(documents, _claims_schema(), lambda document: list(map(_claim_row, rows(document))))


def decline(head: bytes) -> str | None:
    """Look for the magic number."""
    return None if head.startswith(_MAGIC) else f"does not begin with {_MAGIC.decode()}"


class _Sink(io.RawIOBase):
    """Takes bytes from the writer until somebody fetches them."""

    def __init__(self) -> None:
        self._held: list[bytes] = []
        self._written = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._held.append(bytes(data))
        self._written += len(data)
        return len(data)

    def tell(self) -> int:
        return self._written

    def take(self) -> bytes:
        """Return what was written since the last call."""
        held, self._held = b"".join(self._held), []
        return held


def _write(
    documents: Iterable[Document], schema: Any, rows_of: Callable[[Document], list[dict[str, Any]]]
) -> Iterator[bytes]:
    sink = _Sink()
    with _parquet().ParquetWriter(sink, schema, compression="zstd") as writer:
        for group in _groups(documents):
            table = [row for document in group for row in rows_of(document)]
            writer.write_table(_table(table, schema, group))
            yield sink.take()
    yield sink.take()


def _table(table: list[dict[str, Any]], schema: Any, group: list[Document]) -> Any:
    try:
        return _arrow().Table.from_pylist(table, schema=schema)
    except UnicodeEncodeError:
        for document in group:
            refuse_any(document, SURROGATE, "Parquet")
        raise


def _groups(documents: Iterable[Document]) -> Iterator[list[Document]]:
    group: list[Document] = []
    size = 0
    for document in documents:
        group.append(document)
        size += document.source.length
        if len(group) >= _DOCUMENTS or size >= _CODE_POINTS:
            yield group
            group, size = [], 0
    if group:
        yield group


_arrow = partial(needed, "pyarrow", "parquet", "Parquet")
_parquet = partial(needed, "pyarrow.parquet", "parquet", "Parquet")


def _span_type() -> Any:
    arrow = _arrow()
    return arrow.struct([arrow.field("start", arrow.int64(), False), arrow.field("end", arrow.int64(), False)])


@cache
def _schema() -> Any:
    """Return the schema of the document table, made from the model."""
    arrow = _arrow()
    return arrow.schema(list(_arrow_type(Document)), {"claims": FORMAT})


@cache
def _claims_schema() -> Any:
    arrow = _arrow()
    text = arrow.string()
    kinds = {
        "text": text,
        "number": arrow.int64(),
        "fraction": arrow.float64(),
        "texts": arrow.list_(text),
        "spans": arrow.list_(_span_type()),
    }
    return arrow.schema([(name, kinds[column.kind]) for name, column in COLUMNS.items()], {"claims": FORMAT})


def _claim_row(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "spans": [{"start": start, "end": end} for start, end in row["spans"]]}


@cache
def _fields(kind: type) -> dict[str, Any]:
    """Return the types of an attrs class's fields, those that may be None without the None."""
    attrs.resolve_types(kind)
    return {field.name: _present(field.type) for field in attrs.fields(kind)}


def _present(kind: Any) -> Any:
    if get_origin(kind) in (Union, types.UnionType):
        return next(part for part in get_args(kind) if part is not type(None))
    return kind


def _arrow_type(kind: Any) -> Any:
    arrow = _arrow()
    if kind in _SIMPLE or get_origin(kind) is Literal:
        return getattr(arrow, _SIMPLE.get(kind, "string"))()
    if kind is Span:
        return _span_type()
    if kind is Extent:
        return arrow.list_(_span_type())
    if get_origin(kind) is tuple:
        return arrow.list_(_arrow_type(get_args(kind)[0]))
    return arrow.struct([(name, _arrow_type(inner)) for name, inner in _fields(kind).items()])


def _to_arrow(value: Any, kind: Any) -> Any:
    """Turn plain data into rows: ranges and certainties become structs."""
    if value is None or kind in _SIMPLE or get_origin(kind) is Literal:
        return value
    if kind is Span:
        return {"start": value[0], "end": value[1]}
    if kind is Extent:
        return [_to_arrow(span, Span) for span in value]
    if kind == _CERTAINTIES:
        return [{"holder": holder, "value": certainty} for holder, certainty in value.items()]
    if get_origin(kind) is tuple:
        inner = get_args(kind)[0]
        return [_to_arrow(item, inner) for item in value]
    fields = _fields(kind)
    return {name: _to_arrow(item, fields[name]) for name, item in value.items()}


def _from_arrow(value: Any, kind: Any) -> Any:
    """Turn a row into plain data; what was left out comes back as None and is left out again."""
    if value is None or kind in _SIMPLE or get_origin(kind) is Literal:
        return value
    if kind is Span:
        return [value["start"], value["end"]]
    if kind is Extent:
        return [_from_arrow(span, Span) for span in value]
    if kind == _CERTAINTIES:
        return {item["holder"]: item["value"] for item in value}
    if get_origin(kind) is tuple:
        inner = get_args(kind)[0]
        return [_from_arrow(item, inner) for item in value]
    return {name: _from_arrow(item, inner) for name, item, inner in _known(value, kind)}


def _known(value: dict[str, Any], kind: type) -> Iterator[tuple[str, Any, Any]]:
    """Yield the fields that say something: a None only where the model asks for one."""
    required = {field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING}
    fields = _fields(kind)
    for name, item in value.items():
        if item is not None or name in required:
            yield name, item, fields.get(name, str)
