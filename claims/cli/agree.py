"""`claims agree`: how far annotators agree, beyond chance where chance could do it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import combinations
from typing import Any

import attrs

from claims.cli.annotations import aligned, by_text
from claims.cli.figures import Table, data_lines, lines
from claims.cli.messages import progress
from claims.cli.options.agree import Options
from claims.cli.score import HEAD, TEXT_HEAD, figures, measure_row, plain
from claims.measures import (
    THRESHOLDS,
    Coincidences,
    Interval,
    Overlap,
    Tally,
    align,
    alpha_of,
    interval_of,
    intervals,
    label_items,
    marked,
    score,
    total,
)
from claims.model import Document

CHANCE_HEAD = ("beyond chance", "agreement", "low", "high", "items")


@attrs.frozen
class _Text:
    """What the annotators of one text have in common."""

    id: str
    tallies: Mapping[str, Tally]
    overlap: Overlap
    labels: Mapping[str, Coincidences]


@attrs.frozen
class _Chance:
    """An agreement corrected for chance."""

    value: float | None
    interval: Interval | None
    #: How many labels or extents it rests on.
    items: int


def run(options: Options) -> int:
    """Print the agreement."""
    texts = aligned([by_text(path) for path in options.paths], options.paths)
    thresholds = tuple(sorted(set(options.threshold))) or THRESHOLDS
    with progress() as line:
        found = []
        for number, documents in enumerate(texts, 1):
            found.append(_text(documents, options, thresholds))
            line.show(f"{number:,} of {len(texts):,} texts")
        chance = _chance(found, options.seed)
        bounds = intervals([text.tallies for text in found], options.seed)
    sums = total(text.tallies for text in found)
    if options.format == "json":
        output = data_lines(_data(sums, bounds, chance, found, options))
    else:
        output = lines(_tables(sums, bounds, chance, found, options), options.format)
    for words in output:
        print(words)
    return 0


def _text(documents: Sequence[Document], options: Options, thresholds: Sequence[float]) -> _Text:
    pairs = [score(align(one, other, options.unit), thresholds) for one, other in combinations(documents, 2)]
    extents, length = marked(documents, options.unit)
    labels = {name: Coincidences.of(items) for name, items in label_items(documents, options.unit).items()}
    overlap = Overlap.of(extents, length, options.seed)
    return _Text(documents[0].source.id, total(pairs), overlap, labels)


def _chance(texts: Sequence[_Text], seed: int) -> dict[str, _Chance]:
    """Return the agreements beyond chance: on extents, then on each label."""
    overlaps = [text.overlap for text in texts]
    once = dict.fromkeys(range(len(texts)), 1)
    extents = partial(_agreement, overlaps)
    found = {
        "extents of claims": _Chance(
            extents(once),
            interval_of(len(texts), extents, seed),
            int(sum(overlap.extents for overlap in overlaps)),
        )
    }
    for name in texts[0].labels:
        parts = [text.labels[name] for text in texts]
        value = partial(alpha_of, parts)
        items = sum(part.totals.total() for part in parts)
        found[f"α {name}"] = _Chance(value(once), interval_of(len(texts), value, seed), items)
    return found


def _agreement(overlaps: Sequence[Overlap], weights: Mapping[int, int]) -> float | None:
    return sum((overlaps[index] * weight for index, weight in weights.items()), Overlap()).agreement


def _tables(
    sums: Mapping[str, Tally],
    bounds: Mapping[str, Interval],
    chance: Mapping[str, _Chance],
    texts: Sequence[_Text],
    options: Options,
) -> list[Table]:
    title = f"{len(options.paths)} annotators, {len(texts)} texts, extents in {options.unit}"
    beyond = tuple((name, one.value, *_bounds(one.interval), one.items) for name, one in chance.items())
    rows = tuple(measure_row(name, tally, bounds.get(name)) for name, tally in sums.items())
    tables = [Table(title, CHANCE_HEAD, beyond), Table("By F1", HEAD, rows)]
    if options.per_document:
        each = tuple((text.id, name, *figures(tally)) for text in texts for name, tally in text.tallies.items())
        alone = tuple((text.id, name, value) for text in texts for name, value in _alone(text).items())
        tables += [Table("Each text", TEXT_HEAD, each), Table("Each text", ("text", *CHANCE_HEAD[:2]), alone)]
    return tables


def _alone(text: _Text) -> dict[str, float | None]:
    """Return the agreements beyond chance of one text."""
    found = {f"α {name}": labels.alpha for name, labels in text.labels.items()}
    return {"extents of claims": text.overlap.agreement, **found}


def _bounds(interval: Interval | None) -> tuple[float | None, float | None]:
    return (interval.low, interval.high) if interval else (None, None)


def _data(
    sums: Mapping[str, Tally],
    bounds: Mapping[str, Interval],
    chance: Mapping[str, _Chance],
    texts: Sequence[_Text],
    options: Options,
) -> dict[str, Any]:
    data: dict[str, Any] = {
        "annotators": list(options.paths),
        "texts": len(texts),
        "unit": options.unit,
        "seed": options.seed,
        "beyond_chance": {
            name: {"agreement": one.value, "items": one.items}
            | ({"interval": [one.interval.low, one.interval.high]} if one.interval else {})
            for name, one in chance.items()
        },
        "measures": {name: plain(tally, bounds.get(name)) for name, tally in sums.items()},
    }
    if options.per_document:
        data["each"] = [
            {
                "id": text.id,
                "beyond_chance": _alone(text),
                "measures": {name: plain(tally) for name, tally in text.tallies.items()},
            }
            for text in texts
        ]
    return data
