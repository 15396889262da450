"""The engine that works in this process."""

from __future__ import annotations

from collections.abc import Generator

from claims.corpus.batch import annotated, model_of
from claims.corpus.engines import Answer
from claims.corpus.job import Job


def serial(job: Job) -> Generator[Answer, None, None]:
    """Work in this process, without limits: for a few texts, and to hold the others against."""
    for batch in job.batches():
        results = tuple(annotated(batch.records, job.settings)) if batch.records else ()
        yield Answer(batch, results, model_of(job.settings) if results else None)
