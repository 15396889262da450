"""Laws of links on generated text."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from timing import cpu_seconds

from claims.analysis import Clause, Link, SentenceSpan, Words
from claims.attribution import find_links, judge
from claims.syntax import Parser
from claims.text import Span
from claims.trees import Tree

WORDS = (
    "Lund said says told claims that the army will not come , . ? : - — “ ” \" ' ‘ ’ « » ( ) \n according to reports "
    "by accused them of asked him to leave as if he “No was seen is believed mayor's 🚢 é"
).split(" ")


def split(text: str) -> tuple[SentenceSpan, ...]:
    """Cut at newlines and behind full stops; every piece holds a visible character."""
    spans, start, paragraph = [], 0, 0
    for place, char in enumerate(f"{text}\n"):
        if char not in ".\n":
            continue
        end = min(place + 1, len(text))
        piece = text[start:end]
        if piece.strip():
            left = start + len(piece) - len(piece.lstrip())
            spans.append(SentenceSpan(Span(left, left + len(piece.strip())), paragraph, "body"))
        start, paragraph = end, paragraph + (char == "\n")
    return tuple(spans)


def linked(parser: Parser, text: str) -> tuple[tuple[Tree, ...], tuple[Link, ...]]:
    """Parse a text and find its links."""
    sentences = split(text)
    trees = tuple(parser.parse(text, [sentence.span for sentence in sentences]))
    return trees, find_links(trees, sentences, text)


def parts(link: Link) -> list[Words]:
    """Return every group of words of a link."""
    return [words for words in (link.source, link.cue, *link.content) if words is not None]


@pytest.mark.property
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.one_of(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join), st.text(max_size=80)))
def test_links_are_well_formed(parser: Parser, text: str) -> None:
    """On any text: tokens sorted and in their tree; cue, source and content disjoint; parents form a forest."""
    trees, links = linked(parser, text)
    for link in links:
        for words in parts(link):
            assert words.tokens
            assert list(words.tokens) == sorted(set(words.tokens))
            assert words.tokens[-1] < len(trees[words.sentence])
        assert link.content
        cue = {(link.cue.sentence, i) for i in link.cue.tokens} if link.cue else set()
        content = {(words.sentence, i) for words in link.content for i in words.tokens}
        source = {(link.source.sentence, i) for i in link.source.tokens} if link.source else set()
        assert not cue & content
        assert not source & content
        assert not source & cue
        assert (link.source is None) == (link.source_type == "implicit")
    for number in range(len(links)):
        seen, above = {number}, links[number].parent
        while above is not None:
            assert above not in seen
            seen.add(above)
            above = links[above].parent


@pytest.mark.property
@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join))
def test_every_word_can_be_judged(parser: Parser, text: str) -> None:
    """A clause on any head gets one value for the author and one for each link of its chain."""
    trees, links = linked(parser, text)
    for sentence, tree in enumerate(trees):
        for token in tree:
            value = judge(trees, sentence, Clause("test", "event", token.i, (), (token.i,)), links[:2])
            assert len(value.links) == len(links[:2])


def test_same_text_same_links(parser: Parser) -> None:
    """Finding twice gives the same links."""
    text = '"We wait," said Lund.\nThe army says it will come, according to reports.'
    assert linked(parser, text)[1] == linked(parser, text)[1]


def test_time_is_linear(parser: Parser) -> None:
    """Links of a text twenty times as long take about twenty times as long, quotations left open included."""
    text = '"The army, Lund said, told them that it will come.\nReports claim “it was seen by them as late. '
    sentences = split(text)
    trees = tuple(parser.parse(text, [sentence.span for sentence in sentences]))

    def seconds(times: int) -> float:
        return cpu_seconds(lambda: find_links(trees * times, sentences * times, text))

    seconds(5)
    assert seconds(400) < 20 * 4 * max(seconds(20), 0.002)
