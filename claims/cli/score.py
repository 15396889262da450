"""`claims score`: precision, recall and F1 against annotations that count as right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from claims.cli.annotations import aligned, by_text
from claims.cli.figures import Table, data_lines, lines
from claims.cli.messages import progress
from claims.cli.options.score import Options
from claims.measures import THRESHOLDS, Interval, Tally, align, intervals, score, total

HEAD = ("measure", "precision", "recall", "F1", "low", "high", "right", "gold", "given")
TEXT_HEAD = ("text", "measure", *HEAD[1:4], *HEAD[6:])


def run(options: Options) -> int:
    """Print the scores."""
    names = (options.gold, options.given)
    texts = aligned([by_text(name) for name in names], names)
    thresholds = tuple(sorted(set(options.threshold))) or THRESHOLDS
    parts = []
    with progress() as line:
        for number, (gold, given) in enumerate(texts, 1):
            parts.append(score(align(gold, given, options.unit), thresholds))
            line.show(f"{number:,} of {len(texts):,} texts")
        found = intervals(parts, options.seed)
    sums = total(parts)
    ids = [gold.source.id for gold, _ in texts]
    if options.format == "json":
        output = data_lines(_data(sums, found, list(zip(ids, parts, strict=True)), options, thresholds))
    else:
        output = lines(_tables(sums, found, list(zip(ids, parts, strict=True)), options), options.format)
    for text in output:
        print(text)
    return 0


def _tables(
    sums: Mapping[str, Tally],
    found: Mapping[str, Interval],
    parts: Sequence[tuple[str, Mapping[str, Tally]]],
    options: Options,
) -> list[Table]:
    rows = tuple(measure_row(name, tally, found.get(name)) for name, tally in sums.items())
    tables = [Table(f"{len(parts)} texts, extents in {options.unit}", HEAD, rows)]
    if options.per_document:
        each = tuple((id_, name, *figures(tally)) for id_, part in parts for name, tally in part.items())
        tables.append(Table("Each text", TEXT_HEAD, each))
    return tables


def measure_row(name: str, tally: Tally, interval: Interval | None) -> tuple[str | float | None, ...]:
    """Return a row of the table under `HEAD`."""
    low, high = (interval.low, interval.high) if interval else (None, None)
    precision, recall, f1, *counts = figures(tally)
    return (name, precision, recall, f1, low, high, *counts)


def figures(tally: Tally) -> tuple[float | None, ...]:
    """Return precision, recall, F1 and the counts; counts that are whole are whole numbers."""
    counts = (int(value) if value == int(value) else value for value in (tally.right, tally.gold, tally.given))
    return (tally.precision, tally.recall, tally.f1, *counts)


def plain(tally: Tally, interval: Interval | None = None) -> dict[str, Any]:
    """Return a tally as plain data."""
    data = dict(zip(("precision", "recall", "f1", "right", "gold", "given"), figures(tally), strict=True))
    return data | ({"interval": [interval.low, interval.high]} if interval else {})


def _data(
    sums: Mapping[str, Tally],
    found: Mapping[str, Interval],
    parts: Sequence[tuple[str, Mapping[str, Tally]]],
    options: Options,
    thresholds: Sequence[float],
) -> dict[str, Any]:
    data: dict[str, Any] = {
        "texts": len(parts),
        "unit": options.unit,
        "thresholds": list(thresholds),
        "seed": options.seed,
        "measures": {name: plain(tally, found.get(name)) for name, tally in sums.items()},
    }
    if options.per_document:
        each = [{"id": id_, "measures": {n: plain(tally) for n, tally in part.items()}} for id_, part in parts]
        data["each"] = each
    return data
