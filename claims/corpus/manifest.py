"""The manifest: what a corpus was made with, and which shards it has.

``manifest.jsonl`` is a line of settings, a line for each shard, and once all is done a line of totals. While a
run goes on, lines are added behind; when it is done they are put in order, so that equal corpora have equal
manifests whichever way they came about. A line that breaks off was never added.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import attrs

from claims.corpus.files import append, put
from claims.corpus.records import Failure, line_of
from claims.errors import FormatError, UsageError

NAME = "manifest.jsonl"
FORMAT = "claims-corpus/1"


@attrs.frozen
class Entry:
    """One shard."""

    shard: int
    #: File or folder, in the folder of the manifest.
    file: str
    #: SHA-256 over the texts and their metadata, in order.
    input: str
    #: SHA-256 over the bytes of the shard, and how many they are.
    sha256: str
    bytes: int
    texts: int
    words: int
    sentences: int
    claims: int
    failed: tuple[Failure, ...] = ()

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Entry:
        """Build an entry from its line. Raises `ValueError` for one that no run has written."""
        try:
            found = cls(**{**data, "failed": tuple(Failure(**row) for row in data["failed"])})
        except (KeyError, TypeError) as error:
            raise ValueError(f"no entry: {error}") from error
        if not isinstance(found.file, str) or found.file != os.path.basename(found.file) or found.file in ("", ".."):
            raise ValueError(f"{found.file!r} is no name of a shard")
        return found


#: How messages name the settings.
SAID = {
    "claims": "version",
    "pipeline": "--model",
    "to": "--to",
    "text": "texts included",
    "shard_size": "--shard-size",
}
#: What the totals add up.
COUNTS = ("texts", "words", "sentences", "claims")


@attrs.define
class Manifest:
    """The manifest of one folder, as far as it has come."""

    path: Path
    settings: dict[str, Any] | None = None
    entries: dict[int, Entry] = attrs.field(factory=dict)
    #: Whether the file says just what stands here, with the totals.
    complete: bool = False

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """Read what is there; a folder without one gives an empty manifest."""
        path = folder / NAME
        found = cls(path)
        if not path.exists():
            return found
        # What stands behind the last line end broke off.
        rows = [row for line in path.read_bytes().split(b"\n")[:-1] if (row := _row(line)) is not None]
        if rows and rows[0].get("format") != FORMAT:
            raise FormatError(f"is no manifest of format {FORMAT}; name another folder", str(path))
        try:
            for row in rows:
                found._take(row)
        except ValueError as error:
            raise FormatError(str(error), str(path)) from error
        return found

    def _take(self, row: dict[str, Any]) -> None:
        if "format" in row:
            self.settings = row
        elif "gone" in row:
            self.entries.pop(row["gone"], None)
        elif "shard" in row:
            self.entries[row["shard"]] = Entry.of(row)
        self.complete = "totals" in row

    def check(self, settings: Mapping[str, Any]) -> None:
        """Raise `UsageError` where the corpus was begun with other settings."""
        if self.settings is None:
            return
        names = sorted(set(self.settings) | set(settings))
        # The model is known only once it is loaded; until then its name is compared.
        for name in names:
            was, now = self.settings.get(name), settings.get(name)
            if was != now and not (name == "model" and None in (was, now)):
                said = f"with {SAID.get(name, name)} {_shown(was)}, this run has {_shown(now)}"
                hint = "repeat the run with what it began with, or name another folder"
                raise UsageError(f"{self.path.parent} was begun {said}: {hint}")

    def begin(self, settings: dict[str, Any]) -> None:
        """Write the settings and the entries kept so far, without totals."""
        self.settings, self.complete = settings, False
        put(self.path, map(line_of, [settings, *self._rows()]))

    def add(self, entry: Entry) -> None:
        """Add a shard that stands on the disk."""
        self.entries[entry.shard] = entry
        self._append(attrs.asdict(entry))

    def drop(self, shard: int) -> None:
        """Strike a shard out, before its file is replaced or taken away."""
        if self.entries.pop(shard, None) is not None:
            self._append({"gone": shard})

    def finish(self) -> None:
        """Put the lines in order and add the totals, unless they stand there already."""
        if not self.complete and self.settings is not None:
            put(self.path, map(line_of, [self.settings, *self._rows(), {"totals": self.totals()}]))
            self.complete = True

    def totals(self) -> dict[str, int]:
        """Add up the shards."""
        found = {name: sum(getattr(entry, name) for entry in self.entries.values()) for name in COUNTS}
        failed = sum(len(entry.failed) for entry in self.entries.values())
        return {"shards": len(self.entries), **found, "failed": failed}

    def _rows(self) -> Iterable[dict[str, Any]]:
        return (attrs.asdict(self.entries[number]) for number in sorted(self.entries))

    def _append(self, row: dict[str, Any]) -> None:
        append(self.path, line_of(row))


def _row(line: bytes) -> dict[str, Any] | None:
    """Return what a line says, or None for an empty one or one that breaks off."""
    try:
        row = json.loads(line)
    except ValueError:
        return None
    return row if isinstance(row, dict) else None


def _shown(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
