"""Remember what was found in a file, by what is in it and by the rules: a folder that is safe to delete at any time.

An entry is found by the bytes of the file, the ending of its name, the rules that are on, and the state of the
checker: its own modules and schemas, and the packages whose words stand in findings. Where a claim file only names
its text, the entry also holds what that text was, and counts only as long as it is the same. An entry that cannot be
read is none. Nobody is asked whether an entry is true: share the folder only with whom you would share the results.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import attrs

from claims.checking import check_documents, file_bytes
from claims.checks import Card, Checked, RuleSet, from_data, to_data
from claims.checks.source_text import named_text
from claims.errors import InputError
from claims.text import digest

#: Begins every key: a change of what entries look like makes them other entries.
FORMAT = "claims-cache/1"
#: Packages whose version shows in findings.
_PACKAGES = ("jsonschema", "jsonschema_rs", "lxml", "edtf")
#: What other programs know a cache by, so that they neither keep nor copy it.
_MARKS = {
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# Results of checks; safe to delete.\n",
    ".gitignore": "*\n",
}


def cached_documents(path: str, rules: RuleSet, folder: str | None) -> tuple[Checked, ...]:
    """Return what `claims.checking.check_documents` finds in a file, from the cache in `folder` where it is known.

    Without a folder nothing is remembered. Raises what `check_documents` raises, and `InputError` where the folder
    cannot be written.
    """
    if folder is None:
        return tuple(check_documents(path, rules))
    data = file_bytes(path)
    entry = Path(folder, *_key(data, path, rules))
    known = _read(entry, path)
    if known is None:
        known = tuple(check_documents(data, rules, name=path, folder=Path(path).parent))
        _write(Path(folder), entry, known)
    return known


def _key(data: bytes, path: str, rules: RuleSet) -> tuple[str, str]:
    """Return folder and name of an entry."""
    ending = "".join(Path(path).suffixes).lower()
    told = json.dumps([FORMAT, state(), rules.key, ending, hashlib.sha256(data).hexdigest()])
    name = hashlib.sha256(told.encode()).hexdigest()
    return name[:2], f"{name[2:]}.json"


@cache
def state() -> str:
    """Return what changes whenever the checker does: a digest of the sizes and times of what it is made of."""
    package = Path(__file__).parent
    files = [*package.rglob("*.py"), *package.rglob("*.tsv"), *_schemas(), *_origins()]
    stats = [(str(file), file.stat().st_size, file.stat().st_mtime_ns) for file in sorted(files)]
    return hashlib.sha256(repr((sys.version_info, stats)).encode()).hexdigest()


def _schemas() -> Iterator[Path]:
    from claims.schema_files import CLAIMS_SCHEMA, schema_path

    yield from schema_path(CLAIMS_SCHEMA).parent.iterdir()


def _origins() -> Iterator[Path]:
    """Yield a file of each package, without importing any."""
    for name in _PACKAGES:
        spec = find_spec(name)
        if spec is not None and spec.origin is not None:
            yield Path(spec.origin)


def _read(entry: Path, path: str) -> tuple[Checked, ...] | None:
    """Return what an entry says of the file at `path`; None where there is none, or it does not hold any more."""
    try:
        rows = json.loads(entry.read_bytes())
        found = tuple(_checked(row, path) for row in rows["documents"])
        texts = [_text_state(one.text_path, path) for one in found]
        return found if texts == rows["texts"] else None
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return None


def _checked(row: dict[str, Any], path: str) -> Checked:
    findings = tuple(from_data({**finding, "path": path}) for finding in row["findings"])
    card = Card(**row["card"]) if row["card"] is not None else None
    return Checked(path, row["record"], findings, card, row["text_path"])


def _text_state(text_path: object, path: str) -> str | None:
    """Return what changes with the text that a claim file names: its digest, or why it cannot be read."""
    # A broken file may name anything.
    if not isinstance(text_path, str):
        return None
    found = named_text(text_path, Path(path).parent)
    return found.complaint.message if found.complaint else digest(found.text or "")


def _write(folder: Path, entry: Path, documents: Sequence[Checked]) -> None:
    """Write an entry aside and rename it: who reads at the same time sees all of it or nothing."""
    rows = [
        {
            "record": one.record,
            "findings": [to_data(finding) for finding in one.findings],
            "card": attrs.asdict(one.card) if one.card else None,
            "text_path": one.text_path,
        }
        for one in documents
    ]
    texts = [_text_state(one.text_path, one.path) for one in documents]
    data = json.dumps({"documents": rows, "texts": texts}).encode("ascii")
    try:
        _marked(folder)
        entry.parent.mkdir(exist_ok=True)
        aside = entry.with_suffix(f".{os.getpid()}.part")
        aside.write_bytes(data)
        aside.replace(entry)
    except OSError as error:
        raise InputError(f"the cache {folder} cannot be written: {error.strerror or error}") from error


def _marked(folder: Path) -> None:
    """Make the folder, with the marks of a cache in it."""
    if (folder / "CACHEDIR.TAG").is_file():
        return
    folder.mkdir(parents=True, exist_ok=True)
    for name, words in _MARKS.items():
        (folder / name).write_text(words, "utf-8")
