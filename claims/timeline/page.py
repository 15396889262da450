"""A timeline as one page for a browser: every claim with its stretch of time drawn, and its sentence a click away."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from claims.pages import Element, Node, asset, h, page, section, sign, unseen
from claims.pages import place as number
from claims.phrases import counted
from claims.timeline.axis import WIDTH, Axis
from claims.timeline.entries import Entry
from claims.timeline.filters import filters, tags
from claims.timeline.interval import Interval
from claims.timeline.order import Timeline
from claims.timeline.overview import overview
from claims.timeline.say import year_words
from claims.timeline.shapes import HEIGHT, MIDDLE, bar, dashes, fading, grid, shapes
from claims.timeline.sources import sources
from claims.timeline.tables import anchor_id, date_words


def html(timeline: Timeline, title: str = "Timeline", texts: Sequence[str | None] | None = None) -> str:
    """Return the page.

    `texts` are the documents' texts where they lie outside the claim files; by default those inside.
    """
    known = [document.source.text for document in timeline.documents] if texts is None else list(texts)
    axis = Axis.of(entry.interval for entry in timeline.placed if entry.interval)
    return page(
        title,
        grid(axis),
        filters(timeline),
        _placed(timeline, axis),
        _undated(timeline),
        sources(timeline, known),
        style=asset(__package__, "timeline.css"),
        script=asset(__package__, "timeline.js"),
        lead=_lead(timeline),
    )


def _lead(timeline: Timeline) -> list[Node]:
    dated = sum(entry.interval is not None for entry in timeline.placed)
    beside = len(timeline.placed) - dated
    parts = [f"{counted(dated, 'claim')} with a date", f"{beside} ordered by before and after" if beside else ""]
    parts.append(f"{len(timeline.undated)} undated" if timeline.undated else "")
    names = (_name(timeline, place) for place in range(len(timeline.documents)))
    return [
        h("p", " · ".join(filter(None, parts))),
        h("p", "From: ", ", ".join(names), ".") if timeline.documents else None,
    ]


def _name(timeline: Timeline, document: int) -> str:
    source = timeline.documents[document].source
    words = source.title or source.id
    return f"{words} ({source.published})" if source.published else words


def _placed(timeline: Timeline, axis: Axis) -> Element:
    if not timeline.placed:
        return section("In the order of time", h("p", "No claim has a date.", class_="soft"), id="time")
    groups = groupby(timeline.placed, key=lambda entry: _year(entry, timeline))
    years = [_group(name, list(rows), timeline, axis) for name, rows in groups]
    return section("In the order of time", _legend(), overview(timeline), _ruler(axis), years, id="time")


def _year(entry: Entry, timeline: Timeline) -> str:
    """Return the year under which a claim stands: that of its beginning."""
    found = entry.interval or _beside(entry, timeline)
    day = (found.earliest or found.latest) if found else None
    if day is None:
        return "No year"
    return year_words(day[0])


def _beside(entry: Entry, timeline: Timeline) -> Interval | None:
    """Return the interval of the dated claim that an undated one stands beside."""
    if entry.anchor is None:
        return None
    return timeline.dates.get((entry.document, entry.anchor.claim))


def _legend() -> Element:
    samples = [
        ("a day", h("circle", cx=15, cy=number(MIDDLE), r=4, class_="day")),
        ("some time within", bar(2, 28, "within", False)),
        ("all through", bar(2, 28, "through", False)),
        ("open end", h("g", bar(2, 12, "through", False), fading(12, 28, "fade-end"))),
        ("uncertain", bar(2, 28, "within", True)),
        ("only before or after", h("path", d="M8 9h14", class_="beside")),
    ]
    items = (
        h("li", h("svg", drawn, viewBox="0 0 30 18", aria_hidden="true"), h("span", words)) for words, drawn in samples
    )
    note = h(
        "p", "Where much happens the axis is stretched; long quiet stretches are drawn short.", class_="soft small"
    )
    return h("div", h("ul", items, class_="legend"), note)


def _ruler(axis: Axis) -> Element:
    marks = (h("text", words, x=number(at), y=12, text_anchor="middle") for at, words in axis.marks())
    return h("div", h("svg", marks, viewBox=f"0 0 {number(WIDTH)} 16"), class_="ruler", aria_hidden="true")


def _group(name: str, rows: list[Entry], timeline: Timeline, axis: Axis) -> Element:
    items = (_row(entry, timeline, axis) for entry in rows)
    return h("div", h("h3", name), h("ol", items, class_="rows"), class_="year")


def _row(entry: Entry, timeline: Timeline, axis: Axis) -> Element:
    words = date_words(entry, timeline)
    quoted = h("span", f"“{entry.words}”", class_="words") if entry.words else None
    date = h("div", h("span", _linked(words, entry, timeline), class_="date"), quoted)
    return h("li", date, _drawn(entry, timeline, axis), _what(entry, timeline), **tags(entry))


def _linked(words: str, entry: Entry, timeline: Timeline) -> Node:
    """Return the date; the claim that an undated one stands beside is a link."""
    name = anchor_id(entry, timeline)
    if name is None or entry.anchor is None:
        return words
    if (entry.document, entry.anchor.claim) not in timeline.shown:
        return words
    return [words.removesuffix(name), h("a", name, href=f"#r{entry.document}-{entry.anchor.claim}")]


def _drawn(entry: Entry, timeline: Timeline, axis: Axis) -> Element:
    """Return the drawing of one claim's time; what it shows also stands in words beside it."""
    beside = _beside(entry, timeline)
    parts: Node = shapes(entry.interval, axis) if entry.interval else None
    if entry.anchor is not None and beside is not None:
        parts = dashes(beside, entry.anchor.relation, axis)
    grid = h("use", href="#grid")
    box = f"0 0 {number(WIDTH)} {number(HEIGHT)}"
    return h("svg", grid, parts, viewBox=box, class_="drawn", aria_hidden="true")


def _what(entry: Entry, timeline: Timeline, more: str = "") -> Element:
    judged = sign(entry.rating) if entry.rating else None
    back = h(
        "a",
        entry.sentence,
        href=f"#d{entry.document}-{entry.number}",
        class_="back",
        aria_label=f"In the text: {entry.sentence}",
    )
    several = len(timeline.documents) > 1
    about: list[Node] = [
        " › ".join(entry.voices),
        " · ",
        f"{entry.source} " if several else "",
        back,
        " ",
        unseen("claim "),
        entry.claim,
        more,
    ]
    return h(
        "div", h("p", judged, entry.text, class_="wording", dir="auto"), h("p", about, class_="about"), class_="what"
    )


def _undated(timeline: Timeline) -> Element | None:
    if not timeline.undated:
        return None
    lead = "The text does not say when, or only in words that are no date. In the order of the text."
    items = (h("li", _what(entry, timeline, _order(entry, timeline)), **tags(entry)) for entry in timeline.undated)
    return section("Undated", h("p", lead, class_="soft small"), h("ol", items, class_="rows undated"), id="undated")


def _order(entry: Entry, timeline: Timeline) -> str:
    """Return what little is known of an undated claim: the words, and before or after what it was."""
    order = date_words(entry, timeline) if entry.anchor else ""
    return "".join(f" · {words}" for words in (f"“{entry.words}”" if entry.words else "", order) if words)
