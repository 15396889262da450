"""Shared fixtures: the trained pipeline is loaded once per run."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.syntax import Parser
from claims.text import Span
from claims.trees import Tree


@pytest.fixture(scope="session")
def parser() -> Parser:
    """Load the default English pipeline."""
    return Parser.named()


@pytest.fixture(scope="session")
def parse(parser: Parser) -> Callable[[str], Tree]:
    """Parse one sentence."""
    return lambda sentence: next(parser.parse(sentence, [Span(0, len(sentence))]))
