"""A fast pipeline and small corpora; see pipelines/hazard_pipeline.py."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from corpus_texts import HAZARD, PIPELINES, Make, rows, tree, write_lines

from claims.corpus import Job, Limits, run, serial


@pytest.fixture(autouse=True)
def hazard(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Make the pipeline known here and in workers; return the file in which each process that loads it signs."""
    monkeypatch.setattr(sys, "path", [str(PIPELINES), *sys.path])
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(PIPELINES), os.environ.get("PYTHONPATH", "")]))
    monkeypatch.setenv("HAZARD_PIDS", str(tmp_path / "pids"))
    return tmp_path / "pids"


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Return a function that makes a job over a file of JSON lines, with small shards."""

    def build(records: Iterable[dict[str, Any]], out: str = "out", **options: Any) -> Job:
        source = write_lines(tmp_path / "in.jsonl", records)
        values = {"settings": HAZARD, "shard_size": 16, "limits": Limits(5, 500), **options}
        return Job((str(source),), str(tmp_path / out), **values)

    return build


@pytest.fixture
def plain(make: Make, tmp_path: Path) -> dict[str, bytes]:
    """Return the files that a run over the texts 0 to 39 in this process makes."""
    run(make(rows(range(40)), "plain"), serial)
    return tree(tmp_path / "plain")
