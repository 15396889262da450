"""The numbers of a corpus as one page for a browser, with plots drawn as SVG."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from claims.corpus.statistics import Statistics
from claims.pages import RATINGS, Element, Scale, axis, bar, drawing, facts, figure, h, page, place, section, table

#: Rows of a table of names.
MOST = 25
#: Size of a histogram, and the room for its axes.
WIDTH, HEIGHT, LEFT, BELOW, ABOVE = 640.0, 260.0, 60.0, 40.0, 12.0
#: Bars of a histogram; what lies beyond is put together.
MOST_BARS = 24
STYLE = """
.facts { grid-template-columns: minmax(8rem, 18rem) max-content; }
.plot { max-width: 44rem; }
.plot rect { fill: var(--accent); }
.plot .axis line { stroke: var(--soft); }
.plot text { fill: var(--soft); font-size: 12px; }
.bar { width: 12rem; height: .7rem; }
@media (max-width: 40rem) {
  .facts { grid-template-columns: minmax(0, 1fr) max-content; }
  .plot text { font-size: 18px; }
  .bar { width: 5rem; }
}
"""
#: What each table is called on the page, and what it tells.
TITLES = {
    "claim types": "What claims are",
    "kinds": "Fact, opinion, prediction",
    "tenses": "Tense",
    "polarity": "Asserted and denied",
    "certainty": "How certain the author is",
    "voices in a chain": "How many voices stand before a claim",
    "source types": "Kinds of sources",
    "sources": "The most frequent sources",
    "cue types": "Classes of cues",
    "cues": "The most frequent cues",
    "quotes": "How words are quoted",
    "time types": "Time expressions",
    "zones": "Zones of the page",
    "no claim": "Why sentences make no claim",
    "languages": "Languages",
    "publishers": "Publishers",
}
SECTIONS = {
    "Claims": ("claim types", "kinds", "tenses", "polarity", "certainty"),
    "Sources": ("voices in a chain", "source types", "sources", "cue types", "cues", "quotes"),
    "Times": ("time types",),
    "Texts": ("languages", "publishers", "zones", "no claim"),
}


def statistics_page(found: Statistics, title: str) -> str:
    """Return the page; the same numbers give the same bytes."""
    lead = ", ".join(f"{found.totals[name]:,} {name}" for name in ("texts", "sentences", "claims"))
    parts = [
        section("At a glance", _glance(found), id="glance"),
        section("Claims in a sentence", _histogram(found, "claims per sentence", "claims", "sentences"), id="density"),
        *(section(name, *_tables(found, names), id=name.lower()) for name, names in SECTIONS.items()),
        section("Verdicts", _verdicts(found), id="verdicts"),
    ]
    if any(name.isdigit() for name in found.tables["years"]):
        parts.insert(2, section("Years", _histogram(found, "years", "year of publication", "texts"), id="years"))
    return page(title, *parts, style=STYLE, lead=lead, description=lead)


def _glance(found: Statistics) -> Element:
    totals = [(name, f"{found.totals[name]:,}") for name in ("texts", "words", "sentences", "claims", "attributions")]
    shares = [(name, _shown(name, value)) for name, value in found.figures.items()]
    return facts([*totals, *shares])


def _shown(name: str, value: float | None) -> str | None:
    if value is None:
        return None
    return f"{value:,.1f}" if " a " in name and "claims with" not in name else f"{value:.1%}"


def _tables(found: Statistics, names: Iterable[str]) -> list[Element]:
    return [_bars(TITLES[name], found.top(name, MOST), sum(found.tables[name].values())) for name in names]


def _bars(title: str, rows: Sequence[tuple[str, int]], whole: int, styles: Mapping[str, str] | None = None) -> Element:
    most = max((number for _, number in rows), default=0)
    cells = [
        (name, f"{number:,}", f"{number / whole:.1%}", bar(number, most, (styles or {}).get(name, "")))
        for name, number in rows
    ]
    return table(title, ("", "number", "share", ""), cells, numeric=(1, 2))


def _verdicts(found: Statistics) -> Element:
    rows = found.top("verdicts", MOST)
    if not rows:
        return h("p", "No claim has a verdict.")
    styles = {name: look.style for name, look in RATINGS.items() if name}
    return _bars("Verdicts that stand", rows, sum(found.tables["verdicts"].values()), styles)


def _histogram(found: Statistics, name: str, across: str, up: str) -> Element:
    """Draw a table of numbers as upright bars, with the same as a table behind it."""
    rows = _binned(found.tables[name])
    data = table(f"{up} by {across}", (across, up), [(label, f"{number:,}") for label, number in rows], numeric=(1,))
    return figure(_plot(rows, across, up), f"{up} by {across}", data)


def _binned(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return a row for every number from the least to the most, those beyond `MOST_BARS` in one."""
    numbers = sorted((int(name), number) for name, number in counts.items() if name.isdigit())
    if not numbers:
        return []
    first, last = numbers[0][0], numbers[-1][0]
    known = dict(numbers)
    if last - first >= MOST_BARS and first > 1000:
        # Years: the last ones count.
        first = last - MOST_BARS + 1
    rows = [(str(value), known.get(value, 0)) for value in range(first, min(last, first + MOST_BARS - 1) + 1)]
    beyond = sum(number for value, number in numbers if value >= first + MOST_BARS)
    return [*rows, (f"{first + MOST_BARS}+", beyond)] if beyond else rows


def _plot(rows: Sequence[tuple[str, int]], across: str, up: str) -> Element:
    most = max((number for _, number in rows), default=0) or 1
    height = Scale(0, most, HEIGHT - BELOW, ABOVE)
    step = (WIDTH - LEFT) / max(len(rows), 1)
    bars = [
        _upright(LEFT + step * index, step, height(number), f"{label}: {number:,}")
        for index, (label, number) in enumerate(rows)
    ]
    every = 1 + len(rows) // 14
    labels = [
        h("text", label, x=place(LEFT + step * (index + 0.5)), y=place(HEIGHT - BELOW + 16), text_anchor="middle")
        for index, (label, _) in enumerate(rows)
        if index % every == 0
    ]
    name = h("text", across, x=place((WIDTH + LEFT) / 2), y=place(HEIGHT - 4), text_anchor="middle")
    side = axis(height, LEFT, side="left", count=min(5, most), text="{:,.0f}".format)
    return drawing(WIDTH, HEIGHT, bars, labels, name, side, label=f"{up} by {across}", class_="plot")


def _upright(left: float, step: float, top: float, words: str) -> Element:
    box = {"x": left + step * 0.1, "y": top, "width": step * 0.8, "height": HEIGHT - BELOW - top}
    return h("rect", h("title", words), **{key: place(value) for key, value in box.items()})
