"""Shared fixtures: the trained pipeline is loaded once per run."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator

import pytest

from claims.syntax import Parser
from claims.text import Span
from claims.trees import Tree


@pytest.fixture(scope="module", autouse=True)
def _no_pipeline_stays() -> Iterator[None]:
    """Free the pipelines that a module loaded: they stand in cycles, and the collector takes arrays for small."""
    yield
    gc.collect()


@pytest.fixture(scope="session")
def parser() -> Parser:
    """Load the default English pipeline."""
    return Parser.named()


@pytest.fixture(scope="session")
def parse(parser: Parser) -> Callable[[str], Tree]:
    """Parse one sentence."""
    return lambda sentence: next(parser.parse(sentence, [Span(0, len(sentence))]))
