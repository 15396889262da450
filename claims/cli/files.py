"""Claim files and standard input and output, as the commands need them."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from claims.checking import file_bytes, unreadable
from claims.checks.source_text import find_text
from claims.cli.messages import say
from claims.cli.terminal import is_terminal
from claims.cli.visible import safe_json, safe_xml, visible
from claims.errors import InputError, UsageError
from claims.formats import Format, detect, dump_many, loads, named, read_many, write_many
from claims.formats._files import write_aside
from claims.model import Document
from claims.text import digest

STDIN = "standard input"
#: How much tells the format, as for files.
_HEAD = 1 << 16


def documents(path: str, format: str | None = None) -> Iterator[Document]:
    """Yield the documents of a claim file, or of what comes through a pipe."""
    if path != "-" and (os.path.isfile(path) or os.path.isdir(path) or not os.path.exists(path)):
        yield from read_many(path, format=format)
        return
    data, name = read_bytes(path), shown_name(path)
    chosen = named(format) if format else detect(data[:_HEAD], name)
    if chosen.read_many is not None:
        yield from chosen.read_many(io.BytesIO(data), name)
    else:
        yield loads(data, chosen.name, name)


def read_bytes(path: str) -> bytes:
    """Return the bytes of a file, or of standard input for ``-``."""
    if path != "-":
        return file_bytes(path)
    if sys.stdin is None:
        raise InputError("is closed", STDIN)
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise unreadable(error, STDIN) from error


def shown_name(path: str) -> str:
    """Return the name of a file for messages."""
    return STDIN if path == "-" else path


def write_documents(found: Iterable[Document], out: str | None, format: str | None, force: bool) -> None:
    """Write claim files to `out`, or to standard output where it is None or ``-``."""
    if out is not None and out != "-":
        write_many(found, out, format=format, force=force)
        return
    chosen = named(format or "json")
    for data in dump_many(found, chosen):
        write_bytes(data, chosen)


def write_text(text: str, out: str | None, force: bool) -> None:
    """Write lines to `out`, whole or not at all, or to standard output where it is None or ``-``."""
    if out is not None and out != "-":
        write_aside(out, [text.encode("utf-8")], force)
        return
    if sys.stdout is None:
        raise UsageError("standard output is closed; name a file")
    sys.stdout.write(text)


def write_bytes(data: bytes, chosen: Format) -> None:
    """Write to standard output; on a terminal, what would steer it is escaped as the format allows."""
    if sys.stdout is None:
        raise UsageError("standard output is closed; name a file")
    if is_terminal(sys.stdout):
        if chosen.content == "binary":
            raise UsageError(f"{chosen.name} is not for a terminal; name a file")
        safe = {"json": safe_json, "xml": safe_xml}.get(chosen.content, visible)
        data = safe(data.decode("utf-8", "replace")).encode("utf-8")
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def text_of(document: Document, path: str) -> str | None:
    """Return the text of a document: its own, or the file that it names below its folder.

    None where there is none, or where the file says something else by now; that is warned of.
    """
    source = document.source
    found = find_text(source, None, folder_of(path))
    if found.complaint:
        say(f"{found.complaint.message}: shown without the text", "warning")
    elif found.text is not None and digest(found.text) != source.sha256:
        say(f"the text of {source.id} is not the one that was annotated: shown without it", "warning")
        return None
    return found.text


def folder_of(path: str) -> Path:
    """Return the folder that relative paths in a claim file start from."""
    return Path() if path == "-" else Path(path).parent
