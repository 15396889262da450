"""Annotated corpora: any number of texts, in parallel, resumable, the same bytes whichever way they were made.

`annotate_batch` is the pure function at the core; `run` brings texts to it, on one machine or many, and its
results into shards that a manifest lists.
"""

from __future__ import annotations

from claims.corpus.batch import Settings, annotate_batch
from claims.corpus.engines import local, serial
from claims.corpus.job import Job, Limits
from claims.corpus.ray_engine import cluster
from claims.corpus.readers import Reading
from claims.corpus.run import Outcome, run

__all__ = ["Job", "Limits", "Outcome", "Reading", "Settings", "annotate_batch", "cluster", "local", "run", "serial"]
