"""Annotate JSON lines with Dask: the pure function of the library over the partitions of a bag.

    pip install 'dask[bag]'
    python examples/dask_corpus.py texts.jsonl annotated

Writes one file of claim documents (JSON lines) a partition, and prints the texts that failed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import dask
import dask.bag

from claims.corpus import annotate_batch

#: Texts that a worker holds at a time.
BATCH = 64


def annotate(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Annotate one partition, batch by batch."""
    batch = []
    for line in lines:
        batch.append(json.loads(line))
        if len(batch) == BATCH:
            yield from annotate_batch(batch)
            batch = []
    yield from annotate_batch(batch)


def main(source: str, target: str) -> None:
    """Annotate one file, in a process for each core."""
    Path(target).mkdir()
    done = dask.bag.read_text(source, blocksize="1MiB").map_partitions(annotate)
    good = done.filter(lambda row: row["error"] is None).pluck("document")
    bad = done.filter(lambda row: row["error"] is not None)
    with dask.config.set(scheduler="processes"):
        files, failed = dask.compute(good.to_textfiles(f"{target}/*.jsonl", compute=False), bad)
    for row in failed:
        print(f"{row['id']}: {row['error']}", file=sys.stderr)
    print(f"{target}: {len(files)} files")


if __name__ == "__main__":
    main(*sys.argv[1:])
