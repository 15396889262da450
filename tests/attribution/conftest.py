"""Links of small texts, with their words instead of token indexes."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

from claims.analysis import Link, SentenceSpan, Words
from claims.attribution import find_links
from claims.syntax import Parser
from claims.text import Span
from claims.trees import Tree


@attrs.frozen
class Found:
    """A text's sentences, trees and links."""

    text: str
    sentences: tuple[SentenceSpan, ...]
    trees: tuple[Tree, ...]
    links: tuple[Link, ...]

    def exact(self, words: Words | None) -> str:
        """Return the words as they stand in the text, gaps marked."""
        return self.trees[words.sentence].extent(words.tokens).exact(self.text) if words else ""

    def content(self, link: Link) -> str:
        """Return the content, sentences joined by a bar."""
        return " | ".join(self.exact(words) for words in link.content)

    @property
    def rows(self) -> list[tuple[str, str, str]]:
        """Source, cue and content of every link."""
        return [(self.exact(link.source), self.exact(link.cue), self.content(link)) for link in self.links]


def split(text: str) -> tuple[SentenceSpan, ...]:
    """Cut a test text: a bar ends a sentence, a newline a paragraph."""
    spans, start = [], 0
    for paragraph, line in enumerate(text.split("\n")):
        at = start
        for piece in line.split("|"):
            left = at + len(piece) - len(piece.lstrip())
            if piece.strip():
                spans.append(SentenceSpan(Span(left, left + len(piece.strip())), paragraph, "body"))
            at += len(piece) + 1
        start += len(line) + 1
    return tuple(spans)


@pytest.fixture(scope="session")
def find(parser: Parser) -> Callable[[str], Found]:
    """Find the links of a text whose sentences are parted by bars and paragraphs by newlines."""

    def run(text: str) -> Found:
        sentences = split(text)
        trees = tuple(parser.parse(text, [sentence.span for sentence in sentences]))
        return Found(text, sentences, trees, find_links(trees, sentences, text))

    return run
