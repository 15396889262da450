"""Read and write claim files: the table of formats, and what other packages add.

The format is chosen by name or by the ending of the file; a file to read whose ending says nothing is
told by its content. Formats of other packages are entry points in the group ``claims.formats``.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from claims.errors import InputError, UsageError
from claims.formats._files import describe, neighbour, opened, write_aside, write_neighbour
from claims.formats.base import Format, Read, Write
from claims.formats.table import FORMATS
from claims.model import Document
from claims.plugins import offered

GROUP = "claims.formats"
#: How much of a file is looked at to tell its format: enough for the first line of most JSON lines.
_HEAD = 1 << 16
#: JSON lines first: a file of them also begins like a JSON file.
_TOLD_BY_CONTENT = ("jsonl", "json", "tei", "parquet", "xmi")

AnyPath = str | os.PathLike[str]


def named(name: str) -> Format:
    """Return the format called `name`, ours or one of another package.

    >>> named("tei").endings
    ('.xml', '.tei')
    """
    if name in FORMATS:
        return FORMATS[name]
    if entry := offered(GROUP).get(name):
        return Format.of(name, entry.load())
    raise UsageError(f"there is no format {name!r}; the formats are {_list()}")


def by_ending(path: AnyPath) -> Format | None:
    """Return the format that the ending of a file name stands for, if it stands for one.

    >>> by_ending("corpus.claims.parquet").name, by_ending("corpus.parquet").name
    ('parquet-claims', 'parquet')
    """
    name = Path(path).name.lower()
    if known := _longest(name, FORMATS.values()):
        return known
    if not Path(name).suffix:
        return None
    return _longest(name, (Format.of(other, load()) for other, load in _others()))


def _others() -> Iterator[tuple[str, Callable[[], Any]]]:
    """Yield name and loader of the formats of other packages; asked for only where a name is not ours."""
    return ((name, entry.load) for name, entry in offered(GROUP).items() if name not in FORMATS)


def _longest(name: str, formats: Iterable[Format]) -> Format | None:
    """Return the format with the longest ending of `name`: an ending can end with another."""
    fits = [(len(ending), known) for known in formats if (ending := known.ending(name))]
    return max(fits, key=lambda pair: pair[0])[1] if fits else None


def detect(head: bytes, path: str | None = None) -> Format:
    """Tell the format of a file from its beginning, or raise `UsageError` with each reader's reason."""
    reasons = []
    for known in map(FORMATS.__getitem__, _TOLD_BY_CONTENT):
        reason = known.decline(head)
        if reason is None:
            return known
        reasons.append(f"{known.name}: {reason}")
    where = f"{path}: " if path else ""
    raise UsageError(f"{where}cannot tell the format ({'; '.join(reasons)}); name one of {_list()}")


def read(path: AnyPath, *, format: str | None = None) -> Document:
    """Read the one document of a file."""
    with opened(os.fspath(path)) as stream:
        data = _slurp(stream.read, os.fspath(path))
    return parse(data, _to_read(path, format, data[:_HEAD]), os.fspath(path))


def read_many(path: AnyPath, *, format: str | None = None) -> Iterator[Document]:
    """Yield the documents of a file one by one; most formats hold one, tables and JSON lines any number."""
    name = os.fspath(path)
    with opened(name) as stream:
        head = _slurp(lambda: stream.read(_HEAD), name)
        chosen = _to_read(path, format, head)
        if chosen.read_many is None:
            yield parse(head + _slurp(stream.read, name), chosen, name)
        else:
            stream.seek(0)
            yield from chosen.read_many(stream, name)


def loads(data: bytes, format: str | None = None, path: str | None = None) -> Document:
    """Read a document from bytes; `path` is only named in messages."""
    chosen = named(format) if format else detect(data[:_HEAD], path)
    return _read(chosen)(data, path)


def dumps(document: Document, format: str = "json") -> bytes:
    """Return the bytes of the file that `write` would make."""
    return _write(named(format))(document)


def write(document: Document, path: AnyPath, *, format: str | None = None, force: bool = False) -> None:
    """Write a document aside and rename it; an existing file is kept unless `force` is given."""
    write_many([document], path, format=format, force=force)


def write_many(documents: Iterable[Document], path: AnyPath, *, format: str | None = None, force: bool = False) -> None:
    """Write documents to one file; only some formats hold more than one."""
    chosen = _to_write(path, format)
    if chosen.beside is None:
        write_aside(os.fspath(path), dump_many(documents, chosen), force)
    else:
        data = _with_neighbours(_only(documents, chosen), chosen, os.fspath(path), force)
        write_aside(os.fspath(path), data, force)


def dump_many(documents: Iterable[Document], chosen: Format) -> Iterator[bytes]:
    """Yield the bytes of one file with all `documents`, piece by piece."""
    if chosen.write_many is not None:
        yield from chosen.write_many(documents)
        return
    yield _write(chosen)(_only(documents, chosen))


def _only(documents: Iterable[Document], chosen: Format) -> Document:
    """Return the one document that a file of most formats holds, or raise `UsageError`."""
    waiting = iter(documents)
    first = next(waiting, None)
    if first is None:
        raise UsageError(f"no document to write: a {chosen.name} file holds exactly one")
    if next(waiting, None) is not None:
        raise UsageError(f"a {chosen.name} file holds one document: write JSON lines, or one file a document")
    return first


def _with_neighbours(document: Document, chosen: Format, path: str, force: bool) -> Iterator[bytes]:
    """Yield the bytes of a file once what belongs beside it is written; a document that cannot be leaves nothing."""
    data = _write(chosen)(document)
    folder, name = os.path.split(path)
    stem = name[: len(name) - len(chosen.ending(name.lower()) or "")]
    if chosen.beside is not None:
        for other, more in chosen.beside(document, stem).items():
            write_neighbour(os.path.join(folder, other), more, force)
    yield data


def parse(data: bytes, chosen: Format, path: str | None) -> Document:
    """Read a document from the bytes of the file at `path`; what it needs beside it is fetched from there."""
    if chosen.read_beside is None or not path:
        return _read(chosen)(data, path)
    own = chosen.ending(path.lower()) or ""
    return chosen.read_beside(data, path, lambda other: neighbour(path, own, other))


def _slurp(action: Callable[[], bytes], path: str) -> bytes:
    try:
        return action()
    except OSError as error:
        raise InputError(describe(error), path) from error


def _to_read(path: AnyPath, format: str | None, head: bytes) -> Format:
    return named(format) if format else by_ending(path) or detect(head, os.fspath(path))


def _to_write(path: AnyPath, format: str | None) -> Format:
    chosen = named(format) if format else by_ending(path)
    if chosen is None:
        message = f"{os.fspath(path)}: the ending {Path(path).suffix!r} stands for no format; the formats are {_list()}"
        raise UsageError(message)
    return chosen


def _read(chosen: Format) -> Read:
    if chosen.read is None and chosen.read_beside is not None:
        raise UsageError(f"a {chosen.name} file needs others beside it: name the file, it cannot come through a pipe")
    if chosen.read is None:
        raise UsageError(f"the format {chosen.name} can be written but not read")
    return chosen.read


def _write(chosen: Format) -> Write:
    if chosen.write is None:
        raise UsageError(f"the format {chosen.name} can be read but not written")
    return chosen.write


def _list() -> str:
    ours = [f"{known.name} ({' '.join(known.endings)})" for known in FORMATS.values()]
    others = [name for name, _ in _others()]
    return ", ".join(ours + others)


__all__ = [
    "FORMATS",
    "Format",
    "by_ending",
    "detect",
    "dump_many",
    "dumps",
    "loads",
    "named",
    "parse",
    "read",
    "read_many",
    "write",
    "write_many",
]
