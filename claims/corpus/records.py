"""What travels from the input to a shard: texts with what is known of them, and those that cannot be read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import attrs

from claims.language import guess
from claims.model import Document, Source
from claims.text import digest

#: What may be known about a text, by the names of `claims.model.Source`.
FIELDS = ("id", "published", "language", "title", "author", "publisher", "url")


@attrs.frozen
class Failure:
    """A text that was set aside, and why: a line of ``failed.jsonl``."""

    id: str
    #: File, and line or row in it.
    place: str
    #: "input": cannot be read; "annotation": raised an error; "time", "memory", "crash": ended its worker.
    kind: str
    error: str


@attrs.frozen
class Item:
    """One text of a corpus, or what went wrong when it was read."""

    id: str
    #: File, and line or row in it, as it was named on the call.
    place: str
    #: Bytes of all input read when this one is done; for progress.
    position: int
    text: str | None = None
    #: Members of FIELDS without the id.
    about: Mapping[str, Any] = attrs.field(factory=dict)
    #: Why there is no text.
    error: str | None = None
    #: File of an earlier run that already holds the document, where one does.
    old: str | None = None

    @property
    def key(self) -> str:
        """SHA-256 of everything that the result follows from."""
        words = [self.id, self.place, self.error] if self.text is None else [self.id, digest(self.text), self.about]
        return hashed(words)

    @property
    def record(self) -> dict[str, Any]:
        """The text as `annotate_batch` takes it."""
        return {"id": self.id, "text": self.text, **self.about}

    @property
    def origin(self) -> str:
        """SHA-256 of the `Source` that the document will name; equal to `origin` of that source."""
        text = self.text or ""
        about = {**self.about, "language": language_of(text, self.about.get("language"))}
        return origin(Source(self.id, digest(text), len(text), **about))


def finished(document: Document, written: str, text: str) -> dict[str, Any]:
    """Return the record of a document in its format, without the last line end; its words are those of `text`."""
    return {
        "id": document.source.id,
        "document": written,
        "words": len(text.split()),
        "sentences": len(document.sentences),
        "claims": len(document.claims),
        "kind": None,
        "error": None,
    }


def failed(id: str, kind: str, error: str) -> dict[str, Any]:
    """Return the record of a text that was set aside."""
    return {"id": id, "document": None, "words": 0, "sentences": 0, "claims": 0, "kind": kind, "error": error}


def line_of(data: Mapping[str, Any]) -> bytes:
    """Return plain data as a line of the manifest or of ``failed.jsonl``; names of files may be no Unicode."""
    return f"{json.dumps(data, ensure_ascii=False)}\n".encode("utf-8", "backslashreplace")


def origin(source: Source) -> str:
    """Return the SHA-256 of what a document says of its source: equal sources have equal documents."""
    return hashed([source.sha256, source.length, *(getattr(source, name) for name in FIELDS)])


def hashed(value: Any) -> str:
    """Return the SHA-256 of plain data."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def language_of(text: str, declared: str | None) -> str:
    """Return the declared language, or the one that the text looks like."""
    if declared is not None:
        return declared
    found = guess(text)
    return found.language if found.foreign else "en"
