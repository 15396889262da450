"""The controls of a timeline page, and the marks on its rows that they look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from claims.pages import Element, h
from claims.timeline.entries import Entry
from claims.timeline.order import Timeline

_SEPARATOR = "\n"


def tags(entry: Entry) -> dict[str, str]:
    """Return the attributes of a row: its id, and who, source and document, one name a line."""
    return {
        "id": f"r{entry.document}-{entry.number}",
        "class_": "row",
        "data_who": _SEPARATOR.join(_plain(name) for name in entry.who),
        "data_source": _SEPARATOR.join(_plain(name) for name in entry.voices),
        "data_document": str(entry.document),
    }


def _plain(name: str) -> str:
    return " ".join(name.split())


def filters(timeline: Timeline) -> Element:
    """Return the controls; they are shown by the script that makes them work."""
    entries = (*timeline.placed, *timeline.undated)
    who = Counter(name for entry in entries for name in {_plain(name) for name in entry.who})
    voices = Counter(name for entry in entries for name in {_plain(name) for name in entry.voices})
    words = h("label", h("span", "Words"), h("input", type="search", id="f-words", autocomplete="off"))
    return h(
        "search",
        words,
        _choice("Who", "who", ((name, f"{_short(name)} ({count})") for name, count in _by_count(who))),
        _choice("Source", "source", ((name, f"{_short(name)} ({count})") for name, count in _by_count(voices))),
        _documents(timeline),
        h("output", id="shown", aria_live="polite"),
        h("button", "Show all", type="button", id="f-reset", hidden=True),
        class_="filters no-print",
        id="filters",
        aria_label="Filter the claims",
        hidden=True,
    )


def _documents(timeline: Timeline) -> Element | None:
    if len(timeline.documents) < 2:
        return None
    names = ((str(place), _short(one.source.title or one.source.id)) for place, one in enumerate(timeline.documents))
    return _choice("Document", "document", names)


def _choice(label: str, name: str, options: Iterable[tuple[str, str]]) -> Element:
    every = h("option", "all", value="")
    return h(
        "label",
        h("span", label),
        h("select", every, (h("option", words, value=value) for value, words in options), id=f"f-{name}"),
    )


def _by_count(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _short(name: str) -> str:
    return name if len(name) <= 40 else f"{name[:39]}…"
