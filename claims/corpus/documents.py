"""The documents of a corpus as plain data, streamed: from its folder, or from claim files of any format."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs

from claims import formats
from claims.codec import to_dict
from claims.corpus.manifest import NAME, Manifest
from claims.corpus.shards import CORPUS, stands, texts_in
from claims.errors import FormatError, InputError
from claims.json_input import load_json
from claims.versions import upgrade


@attrs.frozen
class Found:
    """A document and where it stood."""

    data: dict[str, Any]
    place: str
    #: Its line, where it stood in JSON lines.
    line: bytes | None = None

    @property
    def canonical(self) -> bytes:
        """The document as a line of JSON, with its end."""
        if self.line is not None:
            return self.line + b"\n"
        return f"{json.dumps(self.data, ensure_ascii=False)}\n".encode()


def stored(paths: Iterable[str]) -> Iterator[Found]:
    """Yield the documents of corpora and claim files, in order.

    A folder is a corpus (its manifest says which shards it has) or holds claim files. Raises `InputError` for what
    is not there, or is listed and not whole, and `FormatError` for what is no claim file.
    """
    for path in paths:
        if os.path.isdir(path):
            yield from _folder(Path(path))
        else:
            yield from _file(path)


def _folder(folder: Path) -> Iterator[Found]:
    if not (folder / NAME).exists():
        found = [it for it in sorted(folder.iterdir()) if it.is_file() and formats.by_ending(it) and it.name != CORPUS]
        if not found:
            raise InputError("holds neither a corpus nor claim files", str(folder))
        for path in found:
            yield from _file(str(path))
        return
    manifest = Manifest.read(folder)
    for _, entry in sorted(manifest.entries.items()):
        if not stands(folder, entry):
            message = "is listed but not there, or not whole; the command that made the corpus makes it again"
            raise InputError(message, str(folder / entry.file))
        yield from _shard(folder / entry.file)


def _shard(path: Path) -> Iterator[Found]:
    for file in texts_in(path) if path.is_dir() else [path]:
        yield from _file(str(file))


def _file(path: str) -> Iterator[Found]:
    known = formats.by_ending(path)
    if known is None or known.name != "jsonl":
        for number, document in enumerate(formats.read_many(path), 1):
            yield Found(to_dict(document), f"{path}:{number}")
        return
    try:
        with open(path, "rb") as stream:
            for number, line in enumerate(stream, 1):
                if line.strip():
                    yield _line(line.rstrip(b"\r\n"), f"{path}:{number}")
    except OSError as error:
        raise InputError((error.strerror or str(error)).lower(), path) from error


def _line(line: bytes, place: str) -> Found:
    try:
        data = upgrade(load_json(line))
    except InputError as error:
        raise FormatError(error.message, place, error.place, error.code) from error
    return Found(data, place, line)
