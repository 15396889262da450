"""`claims evidence index`: a folder of texts and claim files as one searchable file."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from claims.checks.source_text import find_text
from claims.cli.files import documents, folder_of
from claims.cli.messages import progress, say
from claims.cli.options.evidence_index import Options
from claims.cli.verdicts import TEXTS
from claims.errors import ClaimsError, InputError, UsageError
from claims.factcheck import EvidenceIndex, Reference
from claims.formats import by_ending
from claims.source_text import metadata_path, read_metadata, read_source_text

META = ".meta.json"


def run(options: Options) -> int:
    """Bring the index up to date with the folder; 1 where a file could not be read."""
    folder = Path(options.folder)
    if not folder.is_dir():
        raise InputError("is no folder" if folder.exists() else "no such folder", options.folder)
    if os.path.exists(options.out):
        return _update(folder, options.out, options.out)
    if not Path(options.out).absolute().parent.is_dir():
        raise UsageError(f"{options.out}: there is no folder {Path(options.out).parent}: make it first")
    # A new index is made beside its place, so that a run that breaks off leaves none.
    aside = f"{options.out}.part"
    try:
        code = _update(folder, aside, options.out)
        os.replace(aside, options.out)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(aside)
        raise
    return code


def _update(folder: Path, path: str, name: str) -> int:
    found = {file.relative_to(folder).as_posix(): file for file in _files(folder, Path(path))}
    with EvidenceIndex(path) as index, index.changing():
        known = index.stamps()
        gone = sorted(set(known) - set(found))
        for label in gone:
            index.remove(label)
        states = Counter(_states(index, known, found))
        parts = [f"{len(index):,} passages in {name}", f"{states['read']} files read", f"{len(gone)} gone"]
    say("; ".join([*parts, *([f"{states['failed']} could not be read"] if states["failed"] else [])]))
    return 1 if states["failed"] else 0


def _states(index: EvidenceIndex, known: Mapping[str, str], found: Mapping[str, Path]) -> Iterator[str]:
    """Bring each file up to date, and yield "same", "read" or "failed"; a file that fails is found no more."""
    with progress() as line:
        for number, (label, file) in enumerate(found.items()):
            line.show(f"{number:,} of {len(found):,} files")
            try:
                stamp = _stamp(file)
                references = None if known.get(label) == stamp else list(_references(label, file))
            except (ClaimsError, OSError) as error:
                say(str(error), "warning")
                index.remove(label)
                yield "failed"
                continue
            if references is None:
                yield "same"
                continue
            index.remove(label)
            index.add(references, stamp)
            yield "read"


def _files(folder: Path, index: Path) -> Iterator[Path]:
    """Yield texts and claim files below a folder in order of their names; links out of it are not followed."""
    for root, folders, names in os.walk(folder, followlinks=False):
        folders.sort()
        for name in sorted(names):
            file = Path(root) / name
            texts = file.suffix.lower() in TEXTS and file.suffix
            wanted = texts or by_ending(file) is not None
            # A link may lead out of the folder, and a pipe has no end.
            plain = file.is_file() and not file.is_symlink() and not name.endswith(META)
            if wanted and plain and not _same(file, index):
                yield file


def _same(file: Path, other: Path) -> bool:
    return other.exists() and file.samefile(other)


def _stamp(file: Path) -> str:
    """Return a digest of a file and of the metadata beside it."""
    made = hashlib.sha256(file.read_bytes())
    beside = metadata_path(file)
    if file.suffix.lower() in TEXTS and beside.is_file():
        made.update(beside.read_bytes())
    return made.hexdigest()


def _references(label: str, file: Path) -> Iterator[Reference]:
    if file.suffix.lower() in TEXTS:
        beside = metadata_path(file)
        about = read_metadata(beside) if beside.is_file() else {}
        text = read_source_text(file)
        extra = {name: about.get(name) for name in ("title", "url", "published")}
        yield Reference.of_text(label, str(about.get("id") or file.name.split(".")[0]), text, **extra)
        return
    for number, document in enumerate(documents(str(file))):
        found = find_text(document.source, None, folder_of(str(file)))
        if found.text is None:
            why = found.complaint.message if found.complaint else "it names none"
            raise InputError(f"has no text to search: {why}", str(file), document.source.id)
        yield Reference.of_document(label if not number else f"{label}#{number + 1}", document, found.text)
