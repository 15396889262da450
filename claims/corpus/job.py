"""What a run has to do: a frozen description that can be sent elsewhere, and the batches that follow from it.

Batches and shards are cut by the order and length of the texts alone, never by who works on them: so every
engine, and every resumed run, makes the same files.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from claims.corpus.readers import Reading, items
from claims.corpus.records import Item, hashed
from claims.corpus.settings import Settings
from claims.corpus.shards import OLD, number_of, old_documents
from claims.corpus.sources import files

#: Texts and code points that go to a worker together.
BATCH_TEXTS, BATCH_LENGTH = 100, 100_000
#: Code points for which a text gets one more second.
CHARACTERS_A_SECOND = 1_000
#: Code points of a shard beyond which the next one begins.
SHARD_LENGTH = 4_000_000


@attrs.frozen
class Limits:
    """What one text may take before it is set aside."""

    #: Seconds of CPU time; a second more for every `CHARACTERS_A_SECOND` code points.
    seconds: float = 60.0
    #: MB of memory beside the model's.
    memory: int = 4096

    def seconds_for(self, length: int) -> float:
        """Return the seconds for so many code points."""
        return self.seconds + length / CHARACTERS_A_SECOND


@attrs.frozen
class Batch:
    """Neighbouring texts of one shard; or, without any, a shard that is done already."""

    shard: int
    items: tuple[Item, ...] = ()
    #: Digest of the shard's input, on its last batch.
    digest: str | None = None
    #: Whether the shard stands on the disk.
    done: bool = False
    #: Bytes of all input read when it is done.
    position: int = 0

    @property
    def records(self) -> list[dict[str, Any]]:
        """The texts that have to be annotated."""
        return [item.record for item in self.items if item.text is not None and item.old is None]


@attrs.frozen
class Job:
    """Everything that a run follows from; can be pickled."""

    inputs: tuple[str, ...]
    #: Folder of the corpus.
    out: str
    #: Format of single inputs, where their endings do not say it.
    kind: str | None = None
    reading: Reading = attrs.field(factory=Reading)
    settings: Settings = attrs.field(factory=Settings)
    limits: Limits = attrs.field(factory=Limits)
    #: Format of the shards.
    to: str = "jsonl"
    #: Texts of a shard.
    shard_size: int = 500
    #: Where relative inputs start.
    base: str = ""
    #: Digest of the input of each shard that stands on the disk.
    done: Mapping[int, str] = attrs.field(factory=dict)

    def batches(self) -> Iterator[Batch]:
        """Yield the work, in order."""
        found = files(self.inputs, self.kind, self.out, self.base)
        texts = _unique(items(found, self.reading))
        old: dict[str, str] | None = None
        for number, shard in enumerate(_pieces(texts, self.shard_size, SHARD_LENGTH)):
            digest = hashed([item.key for item in shard])
            if self.done.get(number) == digest:
                yield Batch(number, (), digest, True, shard[-1].position)
                continue
            if old is None:
                old = self._old(number)
            yield from _cut(number, tuple(_known(item, old) for item in shard) if old else tuple(shard), digest)

    def size(self) -> int:
        """Return the bytes of all input files."""
        return sum(file.size for file in files(self.inputs, self.kind, self.out, self.base))

    def _old(self, first: int) -> dict[str, str]:
        """Return the origins of all documents in shards from `first` on, and of those that were replaced."""
        out = Path(self.out)
        paths = sorted((out / OLD).iterdir()) if (out / OLD).is_dir() else []
        paths += [path for path in sorted(out.glob("shard-*")) if number_of(path) >= first]
        return {origin: str(path) for path in paths for origin, _ in old_documents(path)}


def _known(item: Item, old: Mapping[str, str]) -> Item:
    """Note on an item which earlier shard has its document."""
    return attrs.evolve(item, old=old.get(item.origin)) if item.text is not None else item


def _unique(found: Iterable[Item]) -> Iterator[Item]:
    """Refuse texts whose id was used before: an id is unique in its corpus."""
    seen: set[int] = set()
    for item in found:
        # Eight bytes of a digest instead of the id: memory is what a corpus of millions is short of.
        number = int.from_bytes(hashlib.sha256(item.id.encode("utf-8", "surrogatepass")).digest()[:8])
        if number in seen and item.text is not None:
            item = attrs.evolve(item, text=None, about={}, error=f"the id {item.id} is used by an earlier text")
        seen.add(number)
        yield item


def _pieces(found: Iterable[Item], most: int, longest: int) -> Iterator[list[Item]]:
    """Cut a stream into pieces of at most so many texts and, unless it is one text, so many code points."""
    piece: list[Item] = []
    length = 0
    for item in found:
        here = len(item.text or "")
        if piece and (len(piece) == most or length + here > longest):
            yield piece
            piece, length = [], 0
        piece.append(item)
        length += here
    if piece:
        yield piece


def _cut(number: int, shard: tuple[Item, ...], digest: str) -> Iterator[Batch]:
    pieces = list(_pieces(shard, BATCH_TEXTS, BATCH_LENGTH))
    for place, piece in enumerate(pieces, 1):
        last = place == len(pieces)
        yield Batch(number, tuple(piece), digest if last else None, False, piece[-1].position)
