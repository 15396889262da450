"""Annotated corpora: any number of texts, in parallel, resumable, the same bytes whichever way they were made.

`annotate_batch` is the pure function at the core; `run` brings texts to it, on one machine or many, and its
results into shards that a manifest lists.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from claims.corpus.engines import local
from claims.corpus.job import Job, Limits
from claims.corpus.ray_engine import cluster
from claims.corpus.readers import Reading
from claims.corpus.run import Outcome, run
from claims.corpus.settings import Settings

if TYPE_CHECKING:
    from claims.corpus.alone import serial
    from claims.corpus.batch import annotate_batch

#: What annotates, and so loads the whole pipeline: fetched on first use. A parent of workers does without.
_HOMES = {"annotate_batch": "claims.corpus.batch", "serial": "claims.corpus.alone"}

__all__ = ["Job", "Limits", "Outcome", "Reading", "Settings", "annotate_batch", "cluster", "local", "run", "serial"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'claims.corpus' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
