"""Changes as a page: before and after side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claims.changes.compare import SECTIONS, Change, Changes
from claims.changes.portraits import Portrait
from claims.changes.report import counts
from claims.changes.rows import Piece, Row, pieces, place, rows
from claims.model import Document
from claims.pages import Element, Node, asset, facts, h, page, section, table
from claims.text import Extent

KINDS = ("added", "removed", "changed", "moved")
#: How a kind of change looks: told apart by sign and word, not by colour alone.
SIGNS = {"added": "+", "removed": "−", "changed": "~", "moved": "↔"}
_HEADINGS = {"source": "The text and the file", "attributions": "Attributions", "times": "Time expressions"}
_TAGS = {"removed": "del", "added": "ins"}


def html(several: Sequence[Changes], names: tuple[str, str], texts: Sequence[tuple[str | None, str | None]]) -> str:
    """Return the page about one or more documents; `names` are those of the files, `texts` the source texts."""
    body = [_document(found, pair, number) for number, (found, pair) in enumerate(zip(several, texts, strict=True))]
    lead = f"Two versions of a claim file, matched by content: {names[0]} before, {names[1]} after."
    return page("What changed", body, style=asset(__package__, "changes.css"), lead=h("p", lead))


def _document(found: Changes, texts: tuple[str | None, str | None], number: int) -> Node:
    head = facts(
        [("before", _about(found.before)), ("after", _about(found.after))]
        if found.before.source != found.after.source
        else [("text", _about(found.after))]
    )
    if not found.changes:
        return [head, h("p", "Nothing changed.")]
    tally = counts(found)
    figures = [[name, *(tally[name].get(kind, 0) for kind in KINDS)] for name in SECTIONS if name in tally]
    parts: list[Node] = [head, table("Changes", ("part of the file", *KINDS), figures, numeric=range(1, 5))]
    for name in tally:
        shown = (_change(change, found, texts) for change in found.changes if change.section == name)
        parts.append(section(_HEADINGS.get(name, name.capitalize()), shown, id=f"d{number}-{name}"))
    return parts


def _about(document: Document) -> str:
    source = document.source
    title = f"{source.title} · " if source.title else ""
    return f"{title}{source.id} · {source.length:,} code points · {source.sha256[:12]}"


def _change(change: Change, found: Changes, texts: tuple[str | None, str | None]) -> Element:
    sign = h("span", SIGNS[change.kind], aria_hidden="true", class_="sign")
    head = h("h3", sign, f"{change.kind}: ", _title(change), class_=change.kind)
    context = _context(change, found, texts) if change.section == "claims" else None
    return h("article", head, context, h("div", map(_row, rows(change, found)), class_="rows"), class_="change")


def _title(change: Change) -> list[Node]:
    item = change.item
    other = change.before.ref.id if change.before and change.after and change.before.ref != item.ref else None
    name = f"{other} → {item.ref.id}" if other else item.ref.id
    return [item.title or "(no words)", " ", h("small", name, class_="soft")]


def _context(change: Change, found: Changes, texts: tuple[str | None, str | None]) -> Element | None:
    """Return the sentences of a claim with its words marked, where the texts are at hand."""
    sides = [
        _sentence(change.before, found.before, texts[0], "before"),
        _sentence(change.after, found.after, texts[1], "after"),
    ]
    return h("div", sides, class_="sides source") if any(side is not None for side in sides) else None


def _sentence(item: Portrait | None, document: Document, text: str | None, side: str) -> Element | None:
    if item is None or text is None:
        return h("p", class_=side)
    name = item.slots["sentence"][0].refs[0].id
    span = next((row.span for row in document.sentences if row.id == name), None)
    if span is None:
        return h("p", class_=side)
    return h("p", _marked(text, span.start, span.end, item.place), class_=side, title=place(item.place))


def _marked(text: str, start: int, end: int, extent: Extent) -> Iterator[Node]:
    """Yield a stretch of the text with the words of an extent marked."""
    for span in extent:
        first, last = max(start, span.start), min(end, span.end)
        if first < last:
            yield text[start:first]
            yield h("mark", text[first:last])
            start = last
    yield text[start:end]


def _row(row: Row) -> Element:
    left, right = pieces(row.before or "", row.after or "") if row.before and row.after else ((), ())
    before = _side(row.before, left, "del", "before")
    after = _side(row.after, right, "ins", "after")
    return h("div", h("div", row.slot, class_="slot"), before, after, class_="sides")


def _side(words: str | None, marked: Iterable[Piece], tag: str, side: str) -> Element:
    if words is None:
        return h("div", class_=side)
    nodes = [h(_TAGS[piece.kind], piece.text) if piece.kind in _TAGS else piece.text for piece in marked]
    return h("div", nodes or h(tag, words), class_=side)
