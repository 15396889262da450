"""Annotation with the default model, as `import claims` offers it."""

from __future__ import annotations

from functools import cache
from typing import Any

from claims.model import Document
from claims.pipeline import Annotator


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
