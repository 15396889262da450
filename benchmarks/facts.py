"""Measure comparison and evidence on the hand-made pairs in tests/factcheck/data; nothing else is needed."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
from report import Figures

import claims
from claims.factcheck import EvidenceIndex, Reference, Suggestion, compare

DATA = Path(__file__).parent.parent / "tests/factcheck/data"


@attrs.frozen
class Pair:
    """Two sentences, what a careful reader sees between them, and what we see."""

    id: str
    relation: str
    slot: str
    found: Suggestion | None

    @property
    def right(self) -> bool:
        """Tell whether relation and slot are the reader's."""
        return self.found is not None and (self.found.relation, self.found.slot or "") == (self.relation, self.slot)


def pairs(annotator: claims.Annotator) -> Iterator[Pair]:
    """Annotate and compare every pair."""
    with (DATA / "pairs.tsv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            sides = [annotator.annotate(row[side], row[f"published_{side}"], id=side) for side in "ab"]
            across = [it for it in compare(sides) if it.one.document != it.other.document]
            yield Pair(row["id"], row["relation"], row["slot"], across[0] if across else None)


def comparison_figures(found: list[Pair]) -> Figures:
    """Return precision and recall of each relation; a conflict in another slot than the reader's is wrong."""
    figures: Figures = {}
    for relation in ("conflict", "duplicate", "agreement"):
        said = [pair for pair in found if pair.found and pair.found.relation == relation]
        right = sum(pair.right for pair in said)
        figures[f"{relation} p"] = right / max(1, len(said))
        figures[f"{relation} r"] = right / max(1, sum(pair.relation == relation for pair in found))
    alike = [pair for pair in found if pair.found and pair.found.relation != "conflict"]
    figures["alike p"] = sum(pair.relation in ("duplicate", "agreement") for pair in alike) / max(1, len(alike))
    return figures


def slot_rows(found: list[Pair]) -> list[list[str]]:
    """Return the table of conflicts by slot."""
    there = Counter(pair.slot for pair in found if pair.slot)
    right = Counter(pair.slot for pair in found if pair.slot and pair.right)
    return [["slot", "conflicts", "found"], *([slot, str(count), str(right[slot])] for slot, count in there.items())]


def documents() -> list[dict[str, Any]]:
    """Return the pairs of texts."""
    return [json.loads(line) for line in (DATA / "documents.jsonl").read_text("utf-8").splitlines()]


def evidence_figures(annotator: claims.Annotator) -> Figures:
    """Return how often the paraphrase of a claim's sentence is among the first five passages, and the first.

    The collection is all forty paraphrasing texts. A sentence counts for the claim that takes up most of it.
    """
    rows = documents()
    with EvidenceIndex(":memory:") as index:
        index.add(Reference.of_text(row["id"], row["id"], " ".join(row["paraphrase"]["sentences"])) for row in rows)
        ranks = [_rank(annotator, index, row) for row in rows]
        size = len(index)
    found = {f"evidence {at}": sum(rank <= at for rank in ranks) / len(ranks) for at in (1, 5)}
    return found | {"evidence passages": float(size)}


def _rank(annotator: claims.Annotator, index: EvidenceIndex, row: dict[str, Any]) -> int:
    """Return the place of the paraphrase among the passages found, 99 if it is not there."""
    side, other = row["claim"], row["paraphrase"]
    document = annotator.annotate(" ".join(side["sentences"]), side["published"], id="claim")
    start = sum(len(sentence) + 1 for sentence in side["sentences"][: side["marked"]])
    inside = [it for it in document.claims if start <= it.spans.start < start + len(side["sentences"][side["marked"]])]
    if not inside:
        return 99
    widest = max(inside, key=lambda it: sum(map(len, it.spans)))
    target = (row["id"], sum(len(sentence) + 1 for sentence in other["sentences"][: other["marked"]]))
    hits = [(hit.path, hit.span.start) for hit in index.find(document, widest, 20)]
    return hits.index(target) + 1 if target in hits else 99
