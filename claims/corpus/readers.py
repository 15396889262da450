"""From files to texts, streamed; what cannot be read is handed on as an item with its error."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from claims.corpus.records import FIELDS, Item
from claims.corpus.sources import STDIN, File, uncompressed
from claims.corpus.streams import Opened, lines, unpacked
from claims.errors import ClaimsError, InputError, MissingDependencyError
from claims.json_input import load_json
from claims.source_text import decode_source_text, metadata_path, read_metadata

#: Rows of a Parquet file that are unpacked together.
_ROWS = 64
#: A code point takes at most 12 bytes in JSON, as two \\u escapes; metadata comes on top.
_BYTES_A_CHARACTER, _BYTES_MORE = 12, 1 << 20

Row = tuple[str, Mapping[str, Any] | str]


@attrs.frozen
class Reading:
    """How inputs are read."""

    #: Column or member that holds each field ("text" and FIELDS), where it is not called the same.
    columns: Mapping[str, str] = attrs.field(factory=dict)
    #: What holds for every text that says nothing else.
    defaults: Mapping[str, Any] = attrs.field(factory=dict)
    #: Code points of a text beyond which it is set aside.
    longest: int = 5_000_000

    def column(self, field: str) -> str:
        """Return the name that a field goes by."""
        return self.columns.get(field, field)

    @property
    def most_bytes(self) -> int:
        """Bytes of a line or file that may hold one text."""
        return self.longest * _BYTES_A_CHARACTER + _BYTES_MORE


def items(found: Iterable[File], reading: Reading) -> Iterator[Item]:
    """Yield the texts of the files, one after the other."""
    before = 0
    for file in found:
        read = READERS[file.kind]
        try:
            for item in read(file, reading):
                yield attrs.evolve(item, position=before + item.position)
        except MissingDependencyError:
            raise
        except ClaimsError as error:
            yield Item(file.name, file.place, before + file.size, error=_without(str(error), file))
        before += file.size


def _without(message: str, file: File) -> str:
    """Take the file's own name off a message: the place says it already."""
    return message.removeprefix(f"{file.path}: ")


def _text(file: File, reading: Reading) -> Iterator[Item]:
    with unpacked(file.path) as opened:
        data = opened.stream.read(reading.longest * 4 + 1)
    beside = metadata_path(uncompressed(file.path))
    found = read_metadata(beside) if beside.is_file() and file.path != STDIN else {}
    about = {name: value for name, value in found.items() if name in FIELDS}
    text = decode_source_text(data) if len(data) <= reading.longest * 4 else None
    yield _item(file, file.place, file.size, about.pop("id", file.name), text, about, reading)


def _item(
    file: File, place: str, position: int, id: str, text: str | None, about: Mapping[str, Any], reading: Reading
) -> Item:
    if text is None or len(text) > reading.longest:
        error = f"longer than {reading.longest:,} characters; --max-length sets the limit"
        return Item(id, place, position, error=error)
    defaults = {name: value for name, value in reading.defaults.items() if name not in about}
    return Item(id, place, position, text, {**defaults, **about})


def _rows(file: File, reading: Reading, rows: Iterator[Row], position: Callable[[], int]) -> Iterator[Item]:
    """Turn the rows of a table, or the objects of JSON lines, into items; a string is an error."""
    for number, (name, row) in enumerate(rows, 1):
        place = f"{file.place}:{name}"
        known = f"{file.name}-{number}"
        if isinstance(row, str):
            yield Item(known, place, position(), error=row)
            continue
        try:
            known = _value(row, "id", reading.column("id")) or known
            about = {field: value for field in FIELDS[1:] if (value := _value(row, field, reading.column(field)))}
            text = _text_of(row, reading.column("text"))
        except InputError as error:
            yield Item(known, place, position(), error=str(error))
            continue
        yield _item(file, place, position(), known, text, about, reading)


def _value(row: Mapping[str, Any], field: str, column: str) -> Any:
    """Return the value of a field as `Source` has it, or None where the row says nothing."""
    value = row.get(column)
    if value is None or value == "":
        return None
    if field == "author":
        names = value if isinstance(value, list) else [value]
        if any(not isinstance(name, str) for name in names):
            raise InputError("should be a name or a list of names", None, column)
        return tuple(names)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise InputError(f"should be a string, not {type(value).__name__}", None, column)
    return value


def _text_of(row: Mapping[str, Any], column: str) -> str:
    value = row.get(column)
    if not isinstance(value, str):
        known = ", ".join(sorted(str(key) for key in row)[:12])
        what = (
            f"should be a string, not {type(value).__name__}" if column in row else f"there is none; there are {known}"
        )
        raise InputError(f"{what}; --field text=NAME says where the text stands", None, column)
    if "\x00" in value:
        raise InputError("this is not a text: it has a NUL character", None, column)
    return value


def _jsonl(file: File, reading: Reading) -> Iterator[Item]:
    with unpacked(file.path) as opened:
        yield from _rows(file, reading, _json_rows(opened, reading), lambda: opened.position)


def _json_rows(opened: Opened, reading: Reading) -> Iterator[Row]:
    for number, line in enumerate(lines(opened.stream, reading.most_bytes), 1):
        if line is None:
            yield f"{number}", f"a line of more than {reading.most_bytes:,} bytes; --max-length sets the limit"
        elif line.strip():
            yield f"{number}", _object(line)


def _object(line: bytes) -> Mapping[str, Any] | str:
    try:
        data = load_json(line)
    except InputError as error:
        # The line is the place; what the parser says is its own line 1.
        return error.message if error.place is None else f"column {error.place.rpartition(':')[2]}: {error.message}"
    return data if isinstance(data, dict) else "should be an object, one a line"


def _csv(file: File, reading: Reading, delimiter: str = ",") -> Iterator[Item]:
    # The limit is the module's; only ever raised, since other readers may need more.
    csv.field_size_limit(max(csv.field_size_limit(), reading.longest))
    with unpacked(file.path) as opened:
        # Bytes that are no UTF-8 come through as surrogates, so that one bad row does not end the file.
        text = io.TextIOWrapper(opened.stream, "utf-8-sig", "surrogateescape", newline="")
        table = csv.reader(text, delimiter=delimiter, strict=True)
        yield from _rows(file, reading, _csv_rows(table), lambda: opened.position)


def _tsv(file: File, reading: Reading) -> Iterator[Item]:
    return _csv(file, reading, "\t")


def _csv_rows(table: Any) -> Iterator[Row]:
    try:
        names: list[str] = next(table, [])
        for row in table if names else ():
            place = f"{table.line_num}"
            if not row:
                continue
            if len(row) != len(names):
                yield place, f"{len(row)} fields, but the heading has {len(names)}"
            elif bad := next((name for name, value in zip(names, row, strict=True) if _undecoded(value)), None):
                yield place, f"{bad}: has bytes that are not UTF-8"
            else:
                yield place, dict(zip(names, row, strict=True))
    except csv.Error as error:
        yield f"{table.line_num}", f"no CSV from here on: {error}"


def _undecoded(value: str) -> bool:
    return any("\udc80" <= char <= "\udcff" for char in value) if not value.isascii() else False


def _parquet(file: File, reading: Reading) -> Iterator[Item]:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise MissingDependencyError("reading Parquet needs pyarrow: pip install 'atomic-claims[parquet]'") from error
    try:
        with parquet.ParquetFile(file.path) as table:
            total = table.metadata.num_rows or 1
            rows = _parquet_rows(table, reading)
            yield from (
                attrs.evolve(item, position=file.size * number // total)
                for number, item in enumerate(_rows(file, reading, rows, lambda: 0), 1)
            )
    except (pyarrow.ArrowException, OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read as Parquet: {error}") from error


def _parquet_rows(table: Any, reading: Reading) -> Iterator[Row]:
    wanted = {reading.column(field) for field in ("text", *FIELDS)}
    columns = [name for name in table.schema_arrow.names if name in wanted]
    if reading.column("text") not in columns:
        # Said once for the file and not for every row of it.
        known = ", ".join(table.schema_arrow.names[:12])
        raise InputError(f"there is no column {reading.column('text')}; there are {known}; --field text=NAME names it")
    number = 0
    for batch in table.iter_batches(batch_size=_ROWS, columns=columns):
        for row in batch.to_pylist():
            number += 1
            yield f"row {number}", row


#: How each kind of file is read.
READERS: Mapping[str, Callable[[File, Reading], Iterator[Item]]] = {
    "text": _text,
    "jsonl": _jsonl,
    "csv": _csv,
    "tsv": _tsv,
    "parquet": _parquet,
}
