"""A timeline as plain data and as CSV."""

from __future__ import annotations

import csv as csv_module
import io
from collections.abc import Iterator
from typing import Any

from claims.text import Extent
from claims.timeline.entries import Entry
from claims.timeline.interval import Day
from claims.timeline.order import Timeline
from claims.timeline.say import say

#: The columns of the CSV, which are the fields of an entry in JSON too.
COLUMNS = (
    "document",
    "claim",
    "sentence",
    "earliest",
    "latest",
    "edtf",
    "when",
    "date",
    "extent",
    "rough",
    "order",
    "beside",
    "who",
    "source",
    "rating",
    "text",
    "spans",
)


def date_words(entry: Entry, timeline: Timeline) -> str:
    """Return when a claim holds in plain English; for one that is only ordered, beside which."""
    if entry.interval is not None:
        words = say(entry.interval.edtf, entry.relation)
        third = {"START": "early ", "MID": "mid-", "END": "late "}.get(entry.mod or "")
        return f"{third}{words}" if third and entry.relation == "during" else words
    if entry.anchor is not None:
        words = {"during": "at the time of"}.get(entry.anchor.relation, entry.anchor.relation)
        return f"{words} {anchor_id(entry, timeline)}"
    return "undated"


def anchor_id(entry: Entry, timeline: Timeline) -> str | None:
    """Return the id of the claim that an undated one stands beside."""
    return timeline.documents[entry.document].claims[entry.anchor.claim].id if entry.anchor else None


def day_words(day: Day | None) -> str | None:
    """Return a day as EDTF writes it: 2020-12-20, -0043-03-15, Y17000-01-01.

    >>> day_words((2020, 3, 1)), day_words((-43, 3, 15)), day_words((-17000, 1, 1))
    ('2020-03-01', '-0043-03-15', 'Y-17000-01-01')
    """
    if day is None:
        return None
    year, month, number = day
    name = f"Y{year}" if abs(year) > 9999 else f"{'-' * (year < 0)}{abs(year):04}"
    return f"{name}-{month:02}-{number:02}"


def to_data(timeline: Timeline) -> dict[str, Any]:
    """Return a timeline as plain data: the claims with a date or an order, then those without, field by field."""
    return {
        "documents": [_document(document.source) for document in timeline.documents],
        "placed": [row(entry, timeline) for entry in timeline.placed],
        "undated": [row(entry, timeline) for entry in timeline.undated],
    }


def _document(source: Any) -> dict[str, str | None]:
    return {name: getattr(source, name) for name in ("id", "sha256", "title", "publisher", "published", "url")}


def row(entry: Entry, timeline: Timeline) -> dict[str, Any]:
    """Return the fields of one entry."""
    found = entry.interval
    return {
        "document": entry.source,
        "claim": entry.claim,
        "sentence": entry.sentence,
        "earliest": day_words(found.earliest) if found else None,
        "latest": day_words(found.latest) if found else None,
        "edtf": found.edtf if found else None,
        "when": entry.words,
        "date": date_words(entry, timeline),
        "extent": found.meaning if found else None,
        "rough": found.rough if found else None,
        "order": entry.anchor.relation if entry.anchor else None,
        "beside": anchor_id(entry, timeline),
        "who": list(entry.who),
        "source": list(entry.voices),
        "rating": entry.rating or None,
        "text": entry.text,
        "spans": _ranges(entry.spans),
    }


def _ranges(extent: Extent) -> list[list[int]]:
    return [[span.start, span.end] for span in extent]


def csv(timeline: Timeline) -> str:
    """Return a timeline as CSV (RFC 4180): a header, then a line a claim, the undated last."""
    out = io.StringIO()
    writer = csv_module.writer(out)
    writer.writerow(COLUMNS)
    for entry in (*timeline.placed, *timeline.undated):
        writer.writerow(_cells(row(entry, timeline)))
    return out.getvalue()


def _cells(fields: dict[str, Any]) -> Iterator[str]:
    for name in COLUMNS:
        value = fields[name]
        if name == "spans":
            yield " | ".join(f"{start}-{end}" for start, end in value)
        elif isinstance(value, list):
            yield " | ".join(value)
        else:
            yield "" if value is None else str(value).lower() if isinstance(value, bool) else value
