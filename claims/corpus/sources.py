"""From the names on a call to the files behind them: folders, patterns, single files; in a fixed order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator

import attrs

from claims.errors import InputError, UsageError

#: What the ending of a file says it holds.
KINDS = {
    ".txt": "text",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
}
#: What stands for standard input, and how messages and ids name it.
STDIN, STDIN_PLACE, STDIN_NAME = "-", "standard input", "stdin"
#: Endings of compressed files, behind the others.
COMPRESSED = (".gz", ".zst")


@attrs.frozen
class File:
    """A file with one text or many."""

    #: Where it lies.
    path: str
    #: How messages name it.
    place: str
    #: The id of its text, or the first part of the ids of its texts.
    name: str
    #: "text", "jsonl", "csv", "tsv" or "parquet".
    kind: str
    size: int


def files(inputs: Iterable[str], kind: str | None = None, without: str | None = None, base: str = "") -> Iterator[File]:
    """Yield the files behind `inputs`, folders depth first in the order of their names; ``-`` is standard input.

    `kind` says what single files and those of a pattern hold, whatever their endings (standard input: JSON lines,
    unless it says otherwise); `without` is a folder to pass over, such as the output's; `base` is where relative
    names start. Raises `InputError` for what is not there.
    """
    for name in inputs:
        if name == STDIN:
            yield _standard_input(kind)
            continue
        path = os.path.join(base, name)
        if os.path.isdir(path):
            yield from _folder(path, name, "", kind, without)
        elif os.path.exists(path):
            yield _file(path, name, os.path.basename(name), kind)
        else:
            found = sorted(glob.glob(name, root_dir=base or None, recursive=True)) if glob.has_magic(name) else []
            if not found:
                raise InputError("matches no file" if glob.has_magic(name) else "no such file", name)
            yield from files((it for it in found if os.path.isfile(os.path.join(base, it))), kind, without, base)


def _standard_input(kind: str | None) -> File:
    if kind == "parquet":
        raise UsageError("Parquet is not read from standard input: name a file")
    return File(STDIN, STDIN_PLACE, STDIN_NAME, kind or "jsonl", 0)


def _folder(path: str, place: str, inside: str, kind: str | None, without: str | None) -> Iterator[File]:
    try:
        with os.scandir(path) as found:
            entries = sorted(found, key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        raise InputError((error.strerror or str(error)).lower(), place) from error
    for entry in entries:
        if entry.name.startswith("."):
            continue
        there, name = os.path.join(place, entry.name), f"{inside}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if without is None or not os.path.isdir(without) or not os.path.samefile(entry.path, without):
                yield from _folder(entry.path, there, f"{name}/", kind, without)
        elif _kind(entry.name) is not None and (entry.is_file() or not os.path.exists(entry.path)):
            # A link that leads nowhere is a text that cannot be read; pipes and devices are no texts.
            yield _file(entry.path, there, name, kind)


def _file(path: str, place: str, name: str, kind: str | None) -> File:
    try:
        size = os.stat(path).st_size
    except OSError:
        # The reader will say what is wrong with it.
        size = 0
    return File(path, place, _id(name), kind or _kind(name) or "text", size)


def _kind(name: str) -> str | None:
    return KINDS.get(os.path.splitext(uncompressed(name.lower()))[1])


def uncompressed(name: str) -> str:
    """Return a name without the ending that says how the file is compressed."""
    stem, ending = os.path.splitext(name)
    return stem if ending.lower() in COMPRESSED else name


def _id(name: str) -> str:
    """Return a path without its endings as an id: no bytes that are no text, no strange spaces."""
    plain = uncompressed(name)
    stem, ending = os.path.splitext(plain)
    words = (stem if ending.lower() in KINDS else plain).encode("utf-8", "replace").decode("utf-8").split()
    return "-".join(words) or "text"


def check_kind(kind: str | None) -> None:
    """Raise `UsageError` for a kind of file that there is no reader for."""
    known = sorted(set(KINDS.values()))
    if kind is not None and kind not in known:
        raise UsageError(f"there is no input format {kind!r}; the formats are {', '.join(known)}")
