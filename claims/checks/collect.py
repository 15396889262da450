"""Which files are meant by what somebody typed: files, folders, globs."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import PurePosixPath

from claims.errors import UsageError

#: What is looked for in a folder; each also with ``.gz``.
ENDINGS = (".json", ".jsonl", ".ndjson", ".xml", ".tei")
#: Metadata beside a text, which `claims annotate` reads.
_METADATA = ".meta.json"
STDIN = "-"


def collect(names: Iterable[str], exclude: Iterable[str] = ()) -> list[str]:
    """Return the files that `names` mean, each once, in the order given, those of a folder by name.

    A folder stands for the files below it that end as claim files do; hidden ones, ``*.meta.json`` and what
    `exclude` matches are passed over. A file that is named is taken whatever it is called. Raises `UsageError` for
    a glob that matches nothing.
    """
    patterns = tuple(exclude)
    found: dict[str, None] = {}
    for name in names:
        for path in _meant(name, patterns):
            found.setdefault(path)
    return list(found)


def excluded(path: str, patterns: Iterable[str]) -> bool:
    """Tell whether a path, or a folder on the way to it, matches one of the patterns; ``*`` also crosses ``/``."""
    parts = PurePosixPath(path.replace(os.sep, "/"))
    tried = [str(parts), parts.name, *map(str, parts.parents)]
    return any(fnmatch(one, pattern.rstrip("/")) for pattern in patterns for one in tried)


def _meant(name: str, exclude: tuple[str, ...]) -> Iterator[str]:
    if name == STDIN or os.path.isfile(name) or not (os.path.isdir(name) or glob.has_magic(name)):
        yield name
    elif os.path.isdir(name):
        yield from _below(name, exclude)
    else:
        matches = sorted(one for one in glob.glob(name, recursive=True) if not one.lower().endswith(_METADATA))
        if not matches:
            raise UsageError(f"{name}: nothing matches")
        for match in matches:
            yield from _meant(match, exclude) if os.path.isdir(match) or not excluded(match, exclude) else ()


def _below(folder: str, exclude: tuple[str, ...]) -> Iterator[str]:
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith(".") and not _is_out(where, one, exclude))
        for file in sorted(files):
            plain = file.lower().removesuffix(".gz")
            wanted = plain.endswith(ENDINGS) and not plain.endswith(_METADATA) and not file.startswith(".")
            if wanted and not _is_out(where, file, exclude):
                yield os.path.join(where, file)


def _is_out(where: str, name: str, exclude: tuple[str, ...]) -> bool:
    return bool(exclude) and excluded(os.path.normpath(os.path.join(where, name)), exclude)
