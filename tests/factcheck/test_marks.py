"""The hand-made pairs: comparison and evidence keep what is aimed at."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import facts
import pytest

from claims.pipeline import Annotator

DATA = Path(__file__).parent / "data"


def test_data_is_whole() -> None:
    """There are 150 pairs, half of them without relation, and 40 texts whose marked sentences are there."""
    with (DATA / "pairs.tsv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(rows) == len({row["id"] for row in rows}) == 150
    assert sum(row["relation"] == "none" for row in rows) == 75
    assert all(bool(row["slot"]) is (row["relation"] == "conflict") for row in rows)
    texts = [json.loads(line) for line in (DATA / "documents.jsonl").read_text("utf-8").splitlines()]
    assert len({row["id"] for row in texts}) == 40
    assert all(row[side]["sentences"][row[side]["marked"]] for row in texts for side in ("claim", "paraphrase"))


@pytest.mark.slow
def test_comparison() -> None:
    """Conflicts are found with precision 0.90 and recall 0.60 or more, each in its slot."""
    figures = facts.comparison_figures(list(facts.pairs(Annotator())))
    assert figures["conflict p"] >= 0.90
    assert figures["conflict r"] >= 0.60


@pytest.mark.slow
def test_evidence() -> None:
    """The paraphrase of a claim's sentence is among the first five passages for 85 % of the claims or more."""
    assert facts.evidence_figures(Annotator())["evidence 5"] >= 0.85
