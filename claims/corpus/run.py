"""From a job to a corpus: nothing lost, nothing twice, whatever breaks off in between."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import attrs

from claims.corpus.engines import Engine
from claims.corpus.files import PART, guarded, locked
from claims.corpus.job import Job
from claims.corpus.manifest import NAME, Manifest
from claims.corpus.records import Failure
from claims.corpus.shards import CORPUS, kind_of, remove, stands
from claims.corpus.sources import check_kind
from claims.corpus.writer import FAILED, State, Writer, settings_of
from claims.errors import UsageError


@attrs.frozen
class Outcome:
    """What a run has done, and what the corpus holds now."""

    state: State
    totals: dict[str, int]
    failures: tuple[Failure, ...]
    #: Whether it stopped because more texts failed than may.
    stopped: bool = False


def run(
    job: Job,
    engine: Engine,
    *,
    max_failures: int | None = None,
    retry: bool = False,
    watch: Callable[[State], None] | None = None,
) -> Outcome:
    """Annotate what is not yet annotated, into the folder `job.out`.

    Beyond `max_failures` failed texts the run stops; `retry` tries those again that ended their worker or raised
    an error in an earlier run; `watch` is called after every batch. Raises `UsageError` where another run holds
    the folder or the corpus was begun with other settings, `InputError` where there is nothing to read or the
    disk refuses. Whatever was listed before stands; the same call goes on from there.
    """
    _check(job)
    folder = Path(job.out)
    guarded(folder, lambda: folder.mkdir(parents=True, exist_ok=True))
    with locked(folder):
        _sweep(folder)
        manifest = _manifest(job, folder)
        job = attrs.evolve(job, done=_done(manifest, folder, retry))
        writer = Writer(job, folder, manifest, State(size=job.size() if watch else 0))
        try:
            writer.write_failures()
            stopped = _drive(writer, engine, max_failures, watch)
        finally:
            writer.leave()
        return Outcome(writer.state, manifest.totals(), tuple(writer.failures), stopped)


def _check(job: Job) -> None:
    check_kind(job.kind)
    kind_of(job.to)
    if job.to == "tei" and not job.settings.with_text:
        raise UsageError("TEI carries the text: write JSON lines to leave it out")
    if job.shard_size < 1:
        raise UsageError(f"a shard holds at least one text, not {job.shard_size}")


def _sweep(folder: Path) -> None:
    """Take away what a run that broke off was writing."""
    for name in (f".shard-*{PART}", *(f".{name}{PART}" for name in (NAME, FAILED, CORPUS))):
        for path in folder.glob(name):
            remove(path)


def _manifest(job: Job, folder: Path) -> Manifest:
    found = Manifest.read(folder)
    if found.settings is None and any(folder.glob("shard-*")):
        raise UsageError(f"{folder} has shards but no {NAME}: name another folder")
    found.check(settings_of(job, None))
    return found


def _done(manifest: Manifest, folder: Path, retry: bool) -> dict[int, str]:
    """Return the input digests of the shards that stand."""
    again = {
        number
        for number, entry in manifest.entries.items()
        if retry and any(failure.kind != "input" for failure in entry.failed)
    }
    return {
        number: entry.input
        for number, entry in manifest.entries.items()
        if number not in again and stands(folder, entry)
    }


def _drive(writer: Writer, engine: Engine, max_failures: int | None, watch: Callable[[State], None] | None) -> bool:
    """Pass the answers on to the writer; True where too many texts failed."""
    with closing(engine(writer.job)) as answers:
        for answer in answers:
            writer.take(answer)
            if watch is not None:
                watch(writer.state)
            if max_failures is not None and writer.state.failed > max_failures:
                writer.stop()
                return True
    writer.finish()
    return False
