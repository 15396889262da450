"""The TEI profiles `inline` and `tokens`: the text stays, the elements are where the document says."""

from __future__ import annotations

import re
from itertools import pairwise

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from strategies import documents

from claims import formats
from claims.errors import FormatError, TextError
from claims.formats.tei.inline import _Piece, nested
from claims.formats.tei.names import pointer
from claims.formats.tei.tokenised import _spans
from claims.model import Attribution, Content, Document, Entity, Sentence, Source, VoiceSource
from claims.text import Extent, Span, digest

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


def _tree(document: Document, profile: str) -> etree._Element:
    return etree.fromstring(formats.dumps(document, f"tei-{profile}"))


def _text(element: etree._Element | None) -> str:
    assert element is not None
    return "".join(map(str, element.itertext()))


def _squeezed(words: str) -> str:
    return "".join(words.split())


@pytest.mark.property
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents())
def test_the_text_is_the_source(document: Document) -> None:
    """In both profiles, the text nodes of the body are the source, code point for code point."""
    for profile in ("inline", "tokens"):
        root = _tree(document, profile)
        assert _text(root.find(f"{TEI}text/{TEI}body")) == document.source.text
        assert root.get("subtype") == profile


@pytest.mark.property
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents())
def test_pieces_of_a_claim_are_its_words(document: Document) -> None:
    """The elements of a claim hold, together, what its extent has inside sentences: no less, no more."""
    root = _tree(document, "inline")
    inside = {place for sentence in document.sentences for place in range(sentence.span.start, sentence.span.end)}
    for claim in document.claims:
        wanted = [place for span in claim.spans for place in range(span.start, span.end) if place in inside]
        ref = pointer(claim.id)
        assert any(group.get(ID) == ref[1:] for group in root.iter(f"{TEI}spanGrp"))
        pieces = [seg for seg in root.iter(f"{TEI}seg") if seg.get("type") == "claim" and seg.get("corresp") == ref]
        assert "".join(map(_text, pieces)) == "".join((document.source.text or "")[place] for place in wanted)
        parts = "".join(piece.get("part", "-") for piece in pieces)
        assert re.fullmatch("-?|IM*F", parts), parts


@pytest.mark.property
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents())
def test_tokens_of_an_extent_are_its_words(document: Document) -> None:
    """Tokens never reach over an edge: those that a claim points to are its words, white space aside."""
    root = _tree(document, "tokens")
    tokens = {token.get(ID): _text(token) for token in root.iter(f"{TEI}w", f"{TEI}pc")}
    assert len(tokens) == sum(1 for _ in root.iter(f"{TEI}w", f"{TEI}pc"))
    inside = {place for sentence in document.sentences for place in range(sentence.span.start, sentence.span.end)}
    for claim, group in zip(
        document.claims, [g for g in root.iter(f"{TEI}spanGrp") if g.get("type") == "claim"], strict=True
    ):
        span = group.find(f"{TEI}span[@ana='#role.claim']")
        assert span is not None
        words = [tokens[target[1:]] for target in span.get("target", "").split() if target[1:] in tokens]
        wanted = (place for part in claim.spans for place in range(part.start, part.end) if place in inside)
        assert "".join(words) == _squeezed("".join((document.source.text or "")[place] for place in wanted))


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(1, 8), st.integers(0, 3)), max_size=7))
def test_nested_pieces_never_cross(ranges: list[tuple[int, int, int]]) -> None:
    """Whatever crosses is cut: each piece lies inside or behind every other, and together they cover the same."""
    pieces = [
        _Piece(start, -(start + length), rank, "seg", (("n", str(n)),))
        for n, (start, length, rank) in enumerate(ranges)
    ]
    made = list(nested(pieces))
    for number, one in enumerate(made):
        for other in made[number + 1 :]:
            assert other.start >= one.start
            assert other.end <= one.end or other.start >= one.end
    for piece in pieces:
        covered = sorted((part.start, part.end) for part in made if part.attributes == piece.attributes)
        assert (covered[0][0], covered[-1][1]) == (piece.start, piece.end)
        assert all(before[1] == after[0] for before, after in pairwise(covered))


def test_what_stands_in_the_line(rich: Document) -> None:
    """Names, dates, claims and quotations of the rich document stand around their words, and refer to it."""
    direct = attrs.evolve(rich.attributions[0], quote="direct")
    root = _tree(attrs.evolve(rich, attributions=(direct, rich.attributions[1])), "inline")
    sentence = root.find(f".//{TEI}seg[@type='sentence']")
    assert sentence is not None
    found = [(e.tag.removeprefix(TEI), _text(e)) for e in sentence.iter() if e is not sentence]
    assert ("orgName", "The port") in found
    assert ("date", "May") in found
    assert ("said", "it lost") in found
    assert [words for tag, words in found if tag == "seg"] == ["it lost", "two cranes in May."]
    said = sentence.find(f".//{TEI}said")
    assert said is not None
    assert (said.get("who"), said.get("corresp"), said.get("direct")) == ("#e1", "#a1", "true")
    date = sentence.find(f".//{TEI}date")
    assert date is not None
    assert date.get("when") == "2020-05"


def test_names_around_quotations_give_way() -> None:
    """TEI allows no `said` in a name: a name that a quotation begins or ends in is left to the stand-off."""
    text = "The “Go!” party"
    document = Document(
        Source("a", digest(text), len(text), "en", text=text),
        sentences=(Sentence("s1", Span(0, len(text)), 0, "body"),),
        entities=(Entity("e1", "party", "organisation", (Extent.of((0, 15)), Extent.of((10, 15)))),),
    )
    link = Attribution("a1", "s1", None, VoiceSource("implicit"), None, Content(Extent.of((5, 8)), "Go!"), "direct")
    root = _tree(attrs.evolve(document, attributions=(link,)), "inline")
    body = root.find(f"{TEI}text/{TEI}body")
    assert body is not None
    assert [_text(name) for name in body.iter(f"{TEI}orgName")] == ["party"]


def test_tokens_say_where_no_space_follows(rich: Document) -> None:
    """A token that another follows at once has @join; ids are in order, and none is one of the document's."""
    root = _tree(rich, "tokens")
    sentence = root.find(f".//{TEI}s")
    assert sentence is not None
    tokens = [(_text(token), token.get("join")) for token in sentence]
    assert tokens[-2:] == [("May", "right"), (".", None)]
    assert [token.get(ID) for token in sentence][:3] == ["w1", "w2", "w3"]
    named = attrs.evolve(rich, sentences=(attrs.evolve(rich.sentences[0], id="w2"), *rich.sentences[1:]))
    assert next(_tree(named, "tokens").iter(f"{TEI}w")).get(ID) == "ww1"


def test_spans_of_evidence_are_no_cuts(rich: Document) -> None:
    """Offsets of evidence lie in other texts and cut no token here."""
    assert Span(1, 2) not in set(_spans(rich))
    assert Span(20, 24) in set(_spans(rich))


@pytest.mark.parametrize("profile", ["inline", "tokens"])
def test_what_is_refused(profile: str, rich: Document) -> None:
    """Both refuse what lossless TEI refuses, and say so; neither is read back."""
    with pytest.raises(TextError, match="does not carry its text"):
        _tree(attrs.evolve(rich, source=attrs.evolve(rich.source, text=None)), profile)
    with pytest.raises(FormatError, match="this id stands twice"):
        _tree(attrs.evolve(rich, claims=rich.claims[:1] * 2), profile)
    with pytest.raises(FormatError):
        formats.loads(formats.dumps(rich, f"tei-{profile}"), "tei")
