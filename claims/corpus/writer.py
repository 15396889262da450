"""From answers to shards, from shards to the manifest: the one place that writes a corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import attrs

from claims.corpus.engines import Answer
from claims.corpus.files import append, put
from claims.corpus.job import Job
from claims.corpus.manifest import FORMAT, Manifest
from claims.corpus.records import Failure, Item, failed, line_of
from claims.corpus.shards import (
    CORPUS,
    OLD,
    Shard,
    corpus_file,
    name_of,
    old_documents,
    remove,
    result_of,
    set_aside,
)
from claims.errors import InputError
from claims.model import FORMAT as SCHEMA

FAILED = "failed.jsonl"


@attrs.frozen
class State:
    """How far a run has come."""

    #: What this run has made, and texts that stood there already.
    texts: int = 0
    words: int = 0
    claims: int = 0
    skipped: int = 0
    #: Texts that are set aside, by this run or an earlier one.
    failed: int = 0
    #: Bytes of the input that are done, bytes of those that were done before, and of all input.
    position: int = 0
    before: int = 0
    size: int = 0


def settings_of(job: Job, model: dict[str, Any] | None) -> dict[str, Any]:
    """Return what the manifest says of how a corpus was made; the model is None until it is loaded."""
    return {
        "format": FORMAT,
        "claims": version("atomic-claims"),
        "schema": SCHEMA,
        "pipeline": job.settings.model,
        "model": model,
        "to": job.to,
        "text": job.settings.with_text,
        "shard_size": job.shard_size,
    }


@attrs.define
class Writer:
    """Takes answers in order and writes them down."""

    job: Job
    folder: Path
    manifest: Manifest
    state: State
    failures: list[Failure] = attrs.field(factory=list)
    #: Shards that have passed.
    passed: int = 0
    _shard: Shard | None = None
    _begun: bool = False
    #: The earlier shard that was looked into last, and its documents.
    _old: tuple[str, dict[str, str]] = ("", {})

    def take(self, answer: Answer) -> None:
        """Write the documents of a batch; with the last of its shard, list the shard."""
        batch = answer.batch
        if batch.done:
            self._pass(batch.shard, batch.position)
            return
        if answer.model is not None:
            self._settle(answer.model)
        if self._shard is None:
            self._shard = Shard.begun(self.folder, batch.shard, self.job.to)
        results = iter(answer.results)
        made = [(item, self._result(item, results)) for item in batch.items]
        for item, result in made:
            self._shard.add(item, result)
        self._count(made, batch.position)
        if batch.digest is not None:
            self._close(self._shard, batch.digest)

    def finish(self) -> None:
        """Take away what is no longer in the input, and write the totals."""
        if not self.passed:
            raise InputError("there is no text in it", ", ".join(self.job.inputs))
        for number in sorted(number for number in self.manifest.entries if number >= self.passed):
            name = self.manifest.entries[number].file
            self._begin()
            self.manifest.drop(number)
            remove(self.folder / name)
        if self.job.to == "tei":
            names = [f"{name_of(number, 'tei')}/{CORPUS}" for number in sorted(self.manifest.entries)]
            _refresh(self.folder / CORPUS, corpus_file(names, "Claims"))
        self.write_failures()
        self.manifest.finish()
        remove(self.folder / OLD)

    def stop(self) -> None:
        """Name the failures of the shard that is not whole: they are why the run ends."""
        if self._shard is not None and self._shard.failed:
            self.failures += self._shard.failed
            append(self.folder / FAILED, _lines(self._shard.failed))

    def leave(self) -> None:
        """Drop the shard that is not whole; the rest stands."""
        if self._shard is not None:
            self._shard.abandon()
            self._shard = None

    def write_failures(self) -> None:
        """Write failed.jsonl as the manifest has it; no failures, no file."""
        entries = self.manifest.entries
        failures = [row for number in sorted(entries) for row in entries[number].failed]
        if failures:
            _refresh(self.folder / FAILED, _lines(failures))
        else:
            remove(self.folder / FAILED)

    def _result(self, item: Item, results: Iterator[dict[str, Any]]) -> dict[str, Any]:
        """Return the result for an item: of this run, of an earlier one, or the failure of reading it."""
        if item.text is None:
            return failed(item.id, "input", item.error or "")
        if item.old is None:
            return next(results)
        if self._old[0] != item.old:
            self._old = (item.old, dict(old_documents(self._where(item.old))))
        return result_of(item, self._old[1][item.origin], self.job.to)

    def _where(self, path: str) -> Path:
        """Return where an earlier shard is now: it may have been set aside since it was looked into."""
        here = Path(path)
        if here.parent.name == OLD:
            return here
        moved = sorted((self.folder / OLD).glob(f"*-{here.name}"))
        return moved[-1] if moved else here

    def _count(self, results: list[tuple[Item, dict[str, Any]]], position: int) -> None:
        new = [result for item, result in results if item.old is None]
        made = [result for result in new if result["document"] is not None]
        self.state = attrs.evolve(
            self.state,
            texts=self.state.texts + len(made),
            words=self.state.words + sum(result["words"] for result in made),
            claims=self.state.claims + sum(result["claims"] for result in made),
            skipped=self.state.skipped + len(results) - len(new),
            failed=self.state.failed + len(new) - len(made),
            position=position,
        )

    def _pass(self, number: int, position: int) -> None:
        """Count a shard that stands already."""
        entry = self.manifest.entries[number]
        self.failures += entry.failed
        self.passed = number + 1
        self.state = attrs.evolve(
            self.state,
            skipped=self.state.skipped + entry.texts,
            failed=self.state.failed + len(entry.failed),
            before=self.state.before + position - self.state.position,
            position=position,
        )

    def _settle(self, model: dict[str, Any]) -> None:
        """Hold the model against the one that the corpus was begun with."""
        settings = settings_of(self.job, model)
        if settings != self.manifest.settings:
            self.manifest.check(settings)
            self.manifest.begin(settings)
            self._begun = True

    def _begin(self) -> None:
        """Put the manifest in order before its first change in this run."""
        if not self._begun:
            self.manifest.begin(self.manifest.settings or settings_of(self.job, None))
            self._begun = True

    def _close(self, shard: Shard, digest: str) -> None:
        self._begin()
        if (self.folder / shard.name).exists():
            self.manifest.drop(shard.number)
            set_aside(self.folder, shard.name)
        entry = shard.close(digest)
        self._shard = None
        self.manifest.add(entry)
        self.passed = shard.number + 1
        self.failures += entry.failed
        if entry.failed:
            append(self.folder / FAILED, _lines(entry.failed))


def _lines(failures: Iterable[Failure]) -> bytes:
    return b"".join(line_of(attrs.asdict(failure)) for failure in failures)


def _refresh(path: Path, data: bytes) -> None:
    """Write a file unless it says that already."""
    if not path.is_file() or path.read_bytes() != data:
        put(path, [data])
