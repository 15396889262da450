"""The texts behind a timeline, so that every claim can be read where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from claims.model import Document, Sentence
from claims.pages import Element, Node, h, link, section
from claims.timeline.entries import Entry
from claims.timeline.order import Timeline

#: Entries by document and sentence.
Rows = dict[tuple[int, str], list[Entry]]


def sources(timeline: Timeline, texts: Sequence[str | None]) -> Element:
    """Return each text, sentence by sentence; a claim's words are marked when one comes from it."""
    rows: Rows = defaultdict(list)
    for entry in sorted((*timeline.placed, *timeline.undated), key=lambda entry: (entry.document, entry.number)):
        rows[entry.document, entry.sentence].append(entry)
    made = [_article(number, document, texts[number], rows) for number, document in enumerate(timeline.documents)]
    return section("In the text", made, id="texts")


def _article(number: int, document: Document, text: str | None, rows: Rows) -> Element:
    source = document.source
    about: list[Node] = [source.publisher, source.published, link(source.url, "original") if source.url else None]
    known = [node for node in about if node is not None]
    line = [part for node in known for part in (" · ", node)][1:]
    ordered = sorted(document.sentences, key=lambda sentence: sentence.span)
    groups = groupby(ordered, key=lambda sentence: (sentence.paragraph, sentence.zone))
    body = [h("p", _sentences(number, list(group), text, rows), class_=f"text {zone}") for (_, zone), group in groups]
    strays = _strays(number, document, rows)
    return h(
        "article",
        h("h3", source.title or source.id),
        h("p", line, class_="soft small") if line else None,
        body,
        strays,
        lang=source.language or None,
    )


def _sentences(number: int, group: Sequence[Sentence], text: str | None, rows: Rows) -> Iterator[Node]:
    for sentence in group:
        entries = rows.get((number, sentence.id), [])
        words = sentence.span.slice(text) if text is not None else f"[{sentence.id}: the text is not in the file]"
        # Each claim has a target of its own, so that the way back leads to the right row.
        targets = [h("span", id=f"d{number}-{entry.number}", class_="target") for entry in entries]
        yield h("span", targets, h("span", words, class_="words"), _back(entries), class_="s")
        yield " "


def _back(entries: Sequence[Entry]) -> list[Node]:
    made: list[Node] = []
    for entry in entries:
        name = f"{entry.claim}: to the timeline"
        made += [" ", h("a", entry.claim, href=f"#r{entry.document}-{entry.number}", class_="ref", aria_label=name)]
    return made


def _strays(number: int, document: Document, rows: Rows) -> Element | None:
    """Return the targets of claims whose sentence is not in the file."""
    known = {sentence.id for sentence in document.sentences}
    lost = [entry for (at, name), found in rows.items() if at == number and name not in known for entry in found]
    if not lost:
        return None
    items = (h("li", entry.text, id=f"d{number}-{entry.number}") for entry in lost)
    return h("div", h("p", "Claims of sentences that are not in the file:", class_="soft small"), h("ul", items))
