"""The article as it stands, its claims marked, and beside each paragraph what is claimed in it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from claims.formats.report.cards import card
from claims.formats.report.contents import Contents
from claims.formats.report.marks import Piece, marks, pieces
from claims.model import Claim, Sentence
from claims.pages import RATINGS, Element, Node, clean, h
from claims.phrases import counted
from claims.text import Span


def article(contents: Contents) -> Element:
    """Return all paragraphs, each with its claims beside it."""
    language = contents.document.source.language
    blocks: list[Element] = []
    end = 0
    for _, group in groupby(contents.sentences, key=lambda sentence: (sentence.paragraph, sentence.zone)):
        sentences = list(group)
        blocks += _left_over(contents, end, sentences[0].span.start)
        blocks.append(_paragraph(contents, sentences, end))
        end = max(end, *(sentence.span.end for sentence in sentences))
    blocks += _left_over(contents, end, contents.document.source.length)
    blocks += _homeless(contents)
    return h("div", blocks, class_="article", lang=language or None)


def _left_over(contents: Contents, start: int, end: int) -> list[Element]:
    """Return what stands outside every sentence, if it is more than white space."""
    words = clean((contents.document.source.text or "")[start:end]).strip()
    return [h("div", h("p", words, class_="text outside"), class_="para")] if words else []


def _homeless(contents: Contents) -> list[Element]:
    """Return the claims whose sentence is not in the file: a mistake, but nothing is kept back."""
    strays = [claim for claim in contents.document.claims if claim.sentence not in contents.sentence_numbers]
    if not strays:
        return []
    words = h("p", "Claims of sentences that are not in the file:", class_="remark")
    items = h("ol", (card(contents, claim) for claim in strays), class_="claims")
    return [h("div", words, h("div", items, class_="notes"), class_="para")]


def _paragraph(contents: Contents, sentences: list[Sentence], end: int) -> Element:
    words: list[Node] = []
    end = max(end, sentences[0].span.start)
    for sentence in sentences:
        if contents.document.source.text is not None:
            words.append(contents.document.source.text[end : sentence.span.start])
        words.append(_sentence(contents, sentence, max(end, sentence.span.start)))
        end = max(end, sentence.span.end)
    zone = sentences[0].zone
    label = None if zone == "body" else h("span", zone, class_="zone")
    return h(
        "div",
        h("div", label, h("p", words, class_=f"text {zone}", dir="auto")),
        _notes(contents, sentences),
        class_="para",
    )


def _sentence(contents: Contents, sentence: Sentence, start: int) -> Element:
    """Return a sentence from `start` on: where sentences overlap, words are shown once."""
    number = contents.sentence_numbers[sentence.id]
    claims = contents.claims_of.get(sentence.id, ())
    reference = _reference(sentence, number, len(claims)) if claims else None
    if contents.document.source.text is None:
        words: Node = h("span", f"[{sentence.id}: the text is not in the file] ", class_="soft")
        depth = 0
    elif start >= sentence.span.end:
        words, depth = None, 0
    else:
        span = Span(start, sentence.span.end)
        found = marks(((contents.numbers[claim.id], claim.spans) for claim in claims), span)
        depth = max((mark.lane + 1 for mark in found), default=0)
        words = [_piece(contents, piece) for piece in pieces(span, found)]
    return h("span", words, reference, class_=f"s lanes{depth}", id=f"s-{number}")


def _piece(contents: Contents, piece: Piece) -> Node:
    """Return words inside one element for each claim that has them."""
    node: Node = piece.span.slice(contents.document.source.text or "")
    for mark in reversed(piece.marks):
        look = RATINGS[contents.rating(contents.document.claims[mark.claim])].style
        node = h("span", node, class_=f"u l{mark.lane} {look}", data_c=mark.claim)
    return node


def _reference(sentence: Sentence, number: int, count: int) -> Element:
    label = f"Sentence {sentence.id}: {counted(count, 'claim')}"
    return h("a", sentence.id, class_="ref", href=f"#n-{number}", aria_label=label)


def _notes(contents: Contents, sentences: list[Sentence]) -> Element:
    groups = [found for sentence in sentences for found in _group(contents, sentence)]
    count = sum(len(contents.claims_of.get(sentence.id, ())) for sentence in sentences)
    if not count:
        return h("div", groups, class_="notes")
    return h("details", h("summary", counted(count, "claim"), class_="fold"), groups, class_="notes", open=True)


def _group(contents: Contents, sentence: Sentence) -> Iterator[Element]:
    number = contents.sentence_numbers[sentence.id]
    claims: tuple[Claim, ...] = contents.claims_of.get(sentence.id, ())
    remark = _remark(contents, sentence)
    if claims:
        items = h("ol", (card(contents, claim) for claim in claims), class_="claims")
        yield h("div", remark, items, class_="group", id=f"n-{number}")
    elif remark is not None:
        yield h("div", remark, class_="group", id=f"n-{number}")


def _remark(contents: Contents, sentence: Sentence) -> Element | None:
    parts: list[Node] = []
    if sentence.no_claim:
        parts.append(f"{sentence.id}: no claim ({sentence.no_claim.replace('_', ' ')})")
    if sentence.duplicate_of:
        parts += [
            "; " if parts else f"{sentence.id}: ",
            "same words as ",
            _to_sentence(contents, sentence.duplicate_of),
        ]
    return h("p", parts, class_="remark") if parts else None


def _to_sentence(contents: Contents, name: str) -> Node:
    number = contents.sentence_numbers.get(name)
    return name if number is None else h("a", name, href=f"#s-{number}")
