"""Shards: files of documents, or folders with one file a document, that are there whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

import attrs

from claims import formats
from claims.corpus.files import guarded, part_of, put, sync
from claims.corpus.manifest import COUNTS, Entry
from claims.corpus.records import Failure, Item, finished, origin
from claims.errors import InputError, UsageError
from claims.model import Source

#: Where replaced shards wait until their documents have found their new place.
OLD = ".old"
#: The file that joins the TEI of all shards, and in a shard that of its texts.
CORPUS = "corpus.xml"


@attrs.frozen
class Kind:
    """What the shards of a corpus look like."""

    #: Ending of a shard; "" for a folder.
    ending: str
    #: Format in which documents travel from the workers to the shard.
    carried: str
    #: Format that a whole shard is turned into, where that is another.
    final: str | None = None


#: The kinds by the name of their format.
KINDS = {
    "jsonl": Kind(".jsonl", "jsonl"),
    "tei": Kind("", "tei"),
    "parquet": Kind(".parquet", "jsonl", "parquet"),
}


def kind_of(to: str) -> Kind:
    """Return what shards of a format look like. Raises `UsageError` for one that holds no corpus."""
    if to not in KINDS:
        raise UsageError(f"a corpus cannot be written as {to!r}; the formats are {', '.join(KINDS)}")
    return KINDS[to]


def name_of(shard: int, to: str) -> str:
    """Return the name of a shard.

    >>> name_of(3, "jsonl")
    'shard-000003.jsonl'
    """
    return f"shard-{shard:06d}{kind_of(to).ending}"


@attrs.define
class Shard:
    """A shard that is being written."""

    folder: Path
    number: int
    to: str
    failed: list[Failure] = attrs.field(factory=list)
    counts: dict[str, int] = attrs.field(factory=lambda: dict.fromkeys(COUNTS, 0))
    #: Bytes of what is in it.
    size: int = 0
    _hash: Any = attrs.field(factory=hashlib.sha256)
    _stream: BinaryIO | None = None
    #: Files in a folder.
    _names: list[str] = attrs.field(factory=list)

    @property
    def name(self) -> str:
        """Its name when it is done."""
        return name_of(self.number, self.to)

    @property
    def aside(self) -> Path:
        """Where it is written."""
        return part_of(self.folder / self.name)

    @property
    def lines(self) -> Path:
        """Where its lines wait to be turned into its own format."""
        return part_of(self.folder / f"{self.name}.lines")

    @classmethod
    def begun(cls, folder: Path, number: int, to: str) -> Shard:
        """Begin to write a shard."""
        shard = cls(folder, number, to)
        if kind_of(to).ending:
            shard._stream = guarded(folder / shard.name, shard._open)
        else:
            guarded(folder / shard.name, shard.aside.mkdir)
        return shard

    def _open(self) -> BinaryIO:
        return open(self.aside, "wb")

    def add(self, item: Item, result: dict[str, Any]) -> None:
        """Add a document, or the failure in its place."""
        if result["document"] is None:
            self.failed.append(Failure(item.id, item.place, result["kind"], result["error"]))
            return
        for name in COUNTS:
            self.counts[name] += 1 if name == "texts" else result[name]
        data = f"{result['document']}\n".encode()
        guarded(self.folder / self.name, lambda: self._write(item, data))
        self._hash.update(data)
        self.size += len(data)

    def _write(self, item: Item, data: bytes) -> None:
        if self._stream is not None:
            self._stream.write(data)
            return
        self._names.append(f"{len(self._names):05d}-{_slug(item.id)}.xml")
        with open(self.aside / self._names[-1], "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())

    def close(self, digest: str) -> Entry:
        """Sync and rename it, and return its line for the manifest."""
        guarded(self.folder / self.name, self._settle)
        return Entry(
            self.number, self.name, digest, self._hash.hexdigest(), self.size, **self.counts, failed=tuple(self.failed)
        )

    def _settle(self) -> None:
        if self._stream is not None:
            self._stream.flush()
            os.fsync(self._stream.fileno())
            self._stream.close()
            if (final := kind_of(self.to).final) is not None:
                self._convert(final)
        else:
            put(self.aside / CORPUS, [corpus_file(self._names, f"Shard {self.number}")])
        os.replace(self.aside, self.folder / self.name)
        sync(self.folder)

    def _convert(self, final: str) -> None:
        """Turn the lines that were collected into the format of the whole shard."""
        lines = self.aside.rename(self.lines)
        formats.write_many(formats.read_many(lines, format="jsonl"), self.aside, format=final)
        lines.unlink()
        sync(self.aside)
        data = self.aside.read_bytes()
        self._hash, self.size = hashlib.sha256(data), len(data)

    def abandon(self) -> None:
        """Take away what was written."""
        if self._stream is not None:
            with suppress(OSError):
                self._stream.close()
        remove(self.aside)
        remove(self.lines)


def corpus_file(names: list[str], title: str) -> bytes:
    """Return a ``teiCorpus`` that includes the named files."""
    from lxml import etree

    space, inclusion = "http://www.tei-c.org/ns/1.0", "http://www.w3.org/2001/XInclude"
    spaces: Any = {None: space, "xi": inclusion}
    root = etree.Element(f"{{{space}}}teiCorpus", nsmap=spaces)
    about = etree.SubElement(etree.SubElement(root, f"{{{space}}}teiHeader"), f"{{{space}}}fileDesc")
    for statement, part, words in (
        ("titleStmt", "title", title),
        ("publicationStmt", "p", "Not published."),
        ("sourceDesc", "p", "The header of each text says where it comes from."),
    ):
        etree.SubElement(etree.SubElement(about, f"{{{space}}}{statement}"), f"{{{space}}}{part}").text = words
    for name in names:
        etree.SubElement(root, f"{{{inclusion}}}include", href=name)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _slug(id: str) -> str:
    """Return an id as a part of a file name on any system."""
    return re.sub(r"[^A-Za-z0-9]+", "-", id).strip("-")[:60] or "text"


def remove(path: Path) -> None:
    """Take a file or folder away if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


def number_of(path: Path) -> int:
    """Return the number in the name of a shard, -1 where there is none."""
    match = re.fullmatch(r"shard-(\d+)(\.\w+)?", path.name)
    return int(match[1]) if match else -1


def set_aside(folder: Path, name: str) -> None:
    """Move a shard that is to be replaced to where its documents can still be found."""
    target = folder / OLD
    guarded(target, lambda: target.mkdir(exist_ok=True))
    number = 0
    while (target / f"{number}-{name}").exists():
        number += 1
    guarded(target, lambda: os.replace(folder / name, target / f"{number}-{name}"))


def texts_in(folder: Path) -> list[Path]:
    """Return the files of single texts in a shard that is a folder, in their order."""
    return sorted(it for it in folder.iterdir() if it.name != CORPUS)


def stands(folder: Path, entry: Entry) -> bool:
    """Tell whether a shard is on the disk with the size that it should have."""
    path = folder / entry.file
    if path.is_dir():
        # The file that joins the others is written from their names.
        return sum(it.stat().st_size for it in texts_in(path)) == entry.bytes
    return path.is_file() and path.stat().st_size == entry.bytes


def old_documents(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the origin of every document in a shard, and the document as it stands there."""
    if path.is_dir():
        for file in texts_in(path):
            yield origin(formats.read(file).source), file.read_bytes().decode("utf-8").removesuffix("\n")
        return
    if path.suffix != ".jsonl":
        for document in formats.read_many(path):
            yield origin(document.source), formats.dumps(document, "jsonl").decode("utf-8").removesuffix("\n")
        return
    decoder = json.JSONDecoder()
    with open(path, encoding="utf-8", newline="\n") as stream:
        for line in stream:
            # A line that breaks off holds no document.
            if line.endswith("}\n"):
                yield _origin_of(line, decoder), line.removesuffix("\n")


def _origin_of(line: str, decoder: json.JSONDecoder) -> str:
    """Read the source off a line of JSON, and no more of it than needed."""
    data, _ = decoder.raw_decode(line, line.index('"source": ') + len('"source": '))
    known = {name: value for name, value in data.items() if name in SOURCE_FIELDS}
    return origin(Source(**known))


SOURCE_FIELDS = frozenset(field.name for field in attrs.fields(Source))


def result_of(item: Item, document: str, to: str) -> dict[str, Any]:
    """Return the record of a document that an earlier run has made, its counts included."""
    try:
        found = formats.loads(f"{document}\n".encode(), kind_of(to).carried)
    except InputError as error:
        raise InputError(f"an earlier shard cannot be read: {error}") from error
    return finished(found, document, item.text or "")
