"""The functions that `import claims` offers."""

from __future__ import annotations

from functools import cache
from typing import Any

from claims.checks import validate
from claims.codec import from_dict, to_dict
from claims.factcheck import EvidenceIndex, compare, judge, merge, retract
from claims.formats import read, write
from claims.model import Document
from claims.pipeline import Annotator

__all__ = [
    "EvidenceIndex",
    "annotate",
    "compare",
    "from_dict",
    "judge",
    "merge",
    "read",
    "retract",
    "to_dict",
    "validate",
    "write",
]


@cache
def _annotator() -> Annotator:
    return Annotator()


def annotate(text: str, published: str | None = None, **metadata: Any) -> Document:
    """Return the claims of a text, with the default model, loaded once per process.

    Takes the arguments of `claims.Annotator.annotate`.

    >>> import claims
    >>> claims.annotate("The US said they were plotting attacks.").claims[0].what.predicate.exact
    'said'
    """
    return _annotator().annotate(text, published, **metadata)
