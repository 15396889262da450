"""Texts for the tests of corpora, and what lies in a corpus."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from claims.corpus import Job, Settings

PIPELINES = Path(__file__).parent / "pipelines"
HAZARD = Settings("hazard_pipeline")

#: What the fixture `make` returns.
Make = Callable[..., Job]


def text(number: int) -> str:
    """Return a short text that no other number has."""
    return f"Crane {number} fell on Friday. A ship sank.\n\nPrices rose in week {number}."


def write_lines(path: Path, rows: Iterable[dict[str, Any]]) -> Path:
    """Write JSON lines."""
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    return path


def rows(numbers: Iterable[int], **hazards: int) -> list[dict[str, Any]]:
    """Return a record for each number; `hazards` says which number's text has which word of harm."""
    harm = {number: f" {word.upper()} " for word, number in hazards.items()}
    return [{"id": f"t{n}", "text": text(n) + harm.get(n, ""), "published": "2020-12-20"} for n in numbers]


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file of a corpus with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def documents(folder: Path) -> list[str]:
    """Return the ids in all shards of JSON lines, in order."""
    lines = [line for path in sorted(folder.glob("shard-*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    return [json.loads(line)["source"]["id"] for line in lines]


def failures(folder: Path) -> dict[str, str]:
    """Return the kind of failure of every text that was set aside."""
    path = folder / "failed.jsonl"
    found = [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []
    return {row["id"]: row["kind"] for row in found}
