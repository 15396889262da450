"""A file of old debts: findings that are known and not told again, so that only new ones fail.

It holds one row for each kind of finding, by fingerprint, with a count: what stays the same when lines move. Paid
debts stay in the file until it is written anew.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from claims.errors import FormatError, InputError
from claims.json_input import load_json

if TYPE_CHECKING:
    from claims.checks.findings import Finding

FORMAT = "claims-baseline/1.0"


@attrs.frozen
class Baseline:
    """Known findings: how often each fingerprint may still occur."""

    counts: Mapping[str, int] = attrs.Factory(dict)
    #: The rows of the file.
    rows: tuple[Mapping[str, Any], ...] = ()
    #: Folder that the paths in the fingerprints start from.
    folder: Path = Path()

    @classmethod
    def read(cls, path: str) -> Baseline:
        """Read a baseline; raises `InputError` for a file that is missing or none."""
        try:
            data = load_json(Path(path).read_bytes(), path)
        except OSError as error:
            raise InputError((error.strerror or str(error)).lower(), path) from error
        rows = data.get("findings") if isinstance(data, dict) and data.get("format") == FORMAT else None
        if not isinstance(rows, list) or not all(_is_row(row) for row in rows):
            raise FormatError(f'no baseline: "format" should be "{FORMAT}", "findings" a list of its rows', path)
        return cls({row["fingerprint"]: row["count"] for row in rows}, tuple(rows), Path(path).parent)

    def split(self, findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], int]:
        """Return the findings that are new, and how many are known."""
        left = Counter(self.counts)
        new, known = [], 0
        for finding in findings:
            key = self.key(finding)
            if left[key] > 0:
                left[key] -= 1
                known += 1
            else:
                new.append(finding)
        return tuple(new), known

    def followed(self, moved: Iterable[tuple[Finding, Finding]]) -> bytes | None:
        """Return the file with findings that were mended into others, from first to second; None where none is known.

        Mending a file gives what is left in it other words, or another id to stand at; it is the same debt.
        """
        rows = {row["fingerprint"]: dict(row) for row in self.rows}
        has_changed = False
        for old, new in moved:
            known, key = rows.get(self.key(old)), self.key(new)
            if known is None or not known["count"] or key == known["fingerprint"]:
                continue
            known["count"] -= 1
            row = rows.setdefault(key, {**known, "message": new.message, "fingerprint": key, "count": 0})
            row["count"] += 1
            has_changed = True
        return _written(row for row in rows.values() if row["count"]) if has_changed else None

    def key(self, finding: Finding) -> str:
        """Return the fingerprint of a finding, its path taken from this file's folder."""
        path = os.path.relpath(os.path.abspath(finding.path), os.path.abspath(self.folder)).replace(os.sep, "/")
        return attrs.evolve(finding, path=path).fingerprint


def _is_row(row: Any) -> bool:
    return (
        isinstance(row, dict)
        and isinstance(row.get("fingerprint"), str)
        and type(row.get("count")) is int
        and row["count"] > 0
    )


def dump(findings: Iterable[Finding], path: str) -> bytes:
    """Return the bytes of a baseline at `path` that knows these findings; the same findings give the same bytes."""
    empty = Baseline(folder=Path(path).parent)
    rows: dict[str, dict[str, Any]] = {}
    for finding in findings:
        key = empty.key(finding)
        row = rows.setdefault(
            key,
            {
                "path": os.path.relpath(finding.path, Path(path).parent).replace(os.sep, "/"),
                "code": finding.code,
                "message": finding.message,
                "fingerprint": key,
                "count": 0,
            },
        )
        row["count"] += 1
    return _written(rows.values())


def _written(rows: Iterable[Mapping[str, Any]]) -> bytes:
    ordered = sorted(rows, key=lambda row: tuple(str(row.get(n)) for n in ("path", "code", "message", "fingerprint")))
    return (json.dumps({"format": FORMAT, "findings": ordered}, indent=1) + "\n").encode()
