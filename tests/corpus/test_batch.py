"""The pure function at the core: a record out for each that goes in, whatever is in it."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest
from corpus_texts import HAZARD, rows

import claims
from claims.corpus import Settings, annotate_batch


def test_one_for_each() -> None:
    """Results come in the order of the records, and a text that raises takes no other with it."""
    records = rows(range(10), **{"raise": 4})
    found = annotate_batch(records, HAZARD)
    assert [row["id"] for row in found] == [f"t{n}" for n in range(10)]
    assert [row["id"] for row in found if row["document"] is None] == ["t4"]
    assert (found[4]["kind"], found[4]["error"]) == ("annotation", "ValueError: a hazard")
    assert [row["claims"] for row in found if row["document"]] == [3] * 9


def test_neighbours_do_not_matter() -> None:
    """A text gives the same document alone, in any batch, and in any order."""
    records = rows(range(40))
    together = annotate_batch(records, HAZARD)
    assert annotate_batch(records[::-1], HAZARD) == together[::-1]
    assert [annotate_batch([record], HAZARD)[0] for record in records] == together


def test_plain_and_picklable() -> None:
    """Records and results are plain data that any engine can carry; the input is left as it is."""
    records = rows(range(3))
    before = json.dumps(records)
    found = annotate_batch(records, HAZARD)
    assert json.loads(json.dumps(found)) == found
    assert pickle.loads(pickle.dumps(annotate_batch)) is annotate_batch
    assert json.dumps(records) == before
    assert claims.from_dict(json.loads(found[0]["document"])).source.published == "2020-12-20"


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ({"text": "Prices rose.", "published": "soon"}, 'published: "soon" is malformed'),
        ({"text": "Prices rose.", "language": "English!"}, "language: "),
        ({"text": "Prices rose.", "title": 7}, "title: should be a string, not int"),
        ({"text": None}, "a text is a string, not NoneType"),
        ({"text": "Prices rose.", "id": ""}, "id: "),
    ],
)
def test_bad_record(record: dict[str, Any], words: str) -> None:
    """What is wrong with a record is said in its result."""
    (found,) = annotate_batch([record], HAZARD)
    assert found["kind"] == "input"
    assert words in found["error"]


def test_unknown_members_are_passed_over() -> None:
    """Other members of a record, and those without a value, do not matter."""
    (plain,) = annotate_batch([{"id": "a", "text": "Prices rose."}], HAZARD)
    assert annotate_batch([{"id": "a", "text": "Prices rose.", "row": 7, "title": None}], HAZARD) == [plain]


def test_language_is_guessed() -> None:
    """A text in another language says so; what the record says is not doubted."""
    text = "Die Minister sagten am Montag, dass die Preise wieder steigen und dass sie nichts tun."
    found = annotate_batch([{"text": text}, {"text": text, "language": "en"}], HAZARD)
    assert [json.loads(row["document"])["source"]["language"] for row in found] == ["de", "en"]


def test_tei_and_no_text() -> None:
    """Documents come as TEI, or without their text, where that is asked for."""
    (tei,) = annotate_batch(rows([1]), Settings("hazard_pipeline", "tei"))
    assert claims.formats.loads(tei["document"].encode(), "tei").source.id == "t1"
    (bare,) = annotate_batch(rows([1]), Settings("hazard_pipeline", with_text=False))
    assert "text" not in json.loads(bare["document"])["source"]
