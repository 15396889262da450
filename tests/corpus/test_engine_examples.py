"""The examples for Spark and Dask run, and make the documents that the library makes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from corpus_texts import text, write_lines
from pyarrow import parquet

from claims.corpus import annotate_batch

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Write some texts, one of them with a date that is none."""
    records = [{"id": f"t{n}", "text": text(n), "published": "2020-12-20"} for n in range(20)]
    return write_lines(tmp_path / "in.jsonl", [*records, {"id": "bad", "text": "Prices rose.", "published": "soon"}])


def expected(source: Path) -> dict[str, str | None]:
    """Return the document of every text."""
    done = annotate_batch([json.loads(line) for line in source.read_text("utf-8").splitlines()])
    return {row["id"]: row["document"] for row in done}


def example(name: str, *arguments: Path) -> subprocess.CompletedProcess[str]:
    """Run an example."""
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable}
    command = [sys.executable, str(EXAMPLES / name), *map(str, arguments)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.engines
@pytest.mark.skipif(find_spec("dask") is None, reason="needs dask[bag]")
def test_dask(source: Path, tmp_path: Path) -> None:
    """With Dask, the lines are the documents, and what failed is named."""
    done = example("dask_corpus.py", source, tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert "bad: published:" in done.stderr
    lines = [line for path in sorted((tmp_path / "out").iterdir()) for line in path.read_text("utf-8").splitlines()]
    assert lines == [document for document in expected(source).values() if document]


@pytest.mark.engines
@pytest.mark.skipif(find_spec("pyspark") is None, reason="needs pyspark, pandas and Java")
def test_spark(source: Path, tmp_path: Path) -> None:
    """With Spark, the rows are what the function returns."""
    done = example("spark_corpus.py", source, tmp_path / "out")
    assert done.returncode == 0, done.stderr
    rows = parquet.read_table(tmp_path / "out").to_pylist()
    assert {row["id"]: row["document"] for row in rows} == expected(source)
