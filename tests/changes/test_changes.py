"""What changed between two claim files: matched by content, and nothing that differs goes untold."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_document import IDS, OFFSETS, TEXT, VERDICT_IDS, good, repeated

from claims.changes import Changes, changes, counts, html, rows, to_data
from claims.codec import from_dict, to_dict
from claims.errors import FormatError
from claims.model import Document
from claims.schema_files import CLAIMS_SCHEMA, schema_text
from claims.text import digest

GOLDEN = sorted((Path(__file__).parents[1] / "golden").glob("*.json"))
GOOD = from_dict(good())


def walk(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every value that holds no others."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from walk(item, (*path, key)) if isinstance(item, dict | list) else [(*path, key)]


def put(data: dict[str, Any], path: tuple[Any, ...], value: Any) -> dict[str, Any]:
    """Return a copy of the data with one value replaced."""
    made = copy.deepcopy(data)
    target: Any = made
    for part in path[:-1]:
        target = target[part]
    target[path[-1]] = value
    return made


def renamed(value: Any, field: str = "") -> Any:
    """Return the document with every id replaced by another."""
    if isinstance(value, dict):
        keys = {key: f"x.{key}" if field == "certainty" and key != "author" else key for key in value}
        return {keys[key]: renamed(item, key) for key, item in value.items()}
    if isinstance(value, list):
        return [renamed(item, field) for item in value]
    ids = IDS | VERDICT_IDS | {"by", "scale"} | ({"anchor"} if value != "published" else set())
    return f"x.{value}" if isinstance(value, str) and field in ids else value


def shifted(value: Any, by: int, field: str = "") -> Any:
    """Return the document with every offset moved."""
    if isinstance(value, dict):
        return {key: shifted(item, by, key) for key, item in value.items()}
    if isinstance(value, list):
        return [shifted(item, by, field) for item in value]
    return value + by if type(value) is int and field in OFFSETS | {"at"} else value


def about(data: dict[str, Any], text: str) -> dict[str, Any]:
    """Return the document with another text, its digest and length."""
    source = {**data["source"], "text": text, "sha256": digest(text), "length": len(text)}
    return {**data, "source": source}


def told(before: Document, after: Document) -> list[tuple[str, str, str]]:
    """Return section, kind and title of every change."""
    return [(change.section, change.kind, change.item.title) for change in changes(before, after).changes]


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_same_file(path: Path) -> None:
    """A file and itself differ in nothing, with ids renamed and items in another order too."""
    data = json.loads(path.read_text("utf-8"))
    document = from_dict(data)
    assert changes(document, document).changes == ()
    other = {**renamed(data), "source": data["source"]}
    for name in ("claims", "attributions", "times", "entities", "verdicts"):
        random.Random(7).shuffle(other[name])
    assert changes(document, from_dict(other)).changes == ()


#: One place of each kind: claims/0/text stands for claims/1/text.
KINDS = {tuple("*" if isinstance(part, int) else part for part in path): path for path in walk(good())}


@pytest.mark.filterwarnings("ignore:claims/1.1 is newer")
@pytest.mark.parametrize("path", KINDS.values(), ids=lambda path: "/".join(map(str, path)))
def test_nothing_goes_untold(path: tuple[Any, ...]) -> None:
    """Whatever single value is replaced, the changes tell; only the names of items do not count."""
    if path[-1] == "id" and path[0] != "source":
        return
    for value in candidates(path):
        data = put(good(), path, value)
        try:
            other = from_dict(data)
        except (FormatError, KeyError):
            continue
        if to_dict(other) != to_dict(GOOD):
            assert changes(GOOD, other).changes, value
            assert changes(other, GOOD).changes, value
            return
    pytest.fail("no other value fits here")


def candidates(path: tuple[Any, ...]) -> list[Any]:
    """Return values of which some fit a field and differ from what it holds."""
    value: Any = good()
    for part in path:
        value = value[part]
    words = [f"{value}x", *ENUMS]
    if path[-1] == "format":
        return ["claims/1.0"] if value != "claims/1.0" else ["claims/1.1"]
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return [value + 1, value - 1]
    return [words[0], *(word for word in ENUMS if word != value), [], ["x"], [[[0, 5]]]]


def enums(part: Any) -> Iterator[str]:
    """Yield the values of all closed lists."""
    if isinstance(part, dict):
        yield from (value for value in part.get("enum", ()) if value)
        for item in part.values():
            yield from enums(item)
    elif isinstance(part, list):
        for item in part:
            yield from enums(item)


ENUMS = sorted(set(enums(json.loads(schema_text(CLAIMS_SCHEMA)))))


def test_kinds() -> None:
    """Added, removed, changed and moved claims are told apart, with the slots that differ."""
    data = good()
    data["claims"][0]["text"] = "Harbour bridge opens again."
    data["claims"][1]["spans"] = [[data["claims"][1]["spans"][0][0], data["claims"][1]["spans"][0][1] - 9]]
    del data["claims"][8]
    new = copy.deepcopy(data["claims"][6]) | {"id": "c20", "text": "Something else was said."}
    data["claims"].append(new | {"what": {**new["what"], "predicate": data["claims"][2]["what"]["predicate"]}})
    data["claims"][-1]["spans"] = data["claims"][2]["what"]["predicate"]["spans"]
    found = [change for change in changes(GOOD, from_dict(data)).changes if change.section == "claims"]
    assert [(change.kind, change.item.ref.id, [slot.slot for slot in change.slots]) for change in found] == [
        ("changed", "c1", ["wording"]),
        ("changed", "c2", ["extent"]),
        ("removed", "c9", []),
        ("added", "c20", []),
    ]


def test_new_verdict() -> None:
    """A verdict that was added is told with the claim that it is about."""
    data = good()
    evidence = [{"stance": "supports", "url": "https://example.org/toll"}]
    data["verdicts"].append({"id": "v9", "claim": "c6", "rating": "supported", "evidence": evidence})
    assert told(GOOD, from_dict(data)) == [("verdicts", "added", "supported: The toll rose.")]
    assert told(from_dict(data), GOOD) == [("verdicts", "removed", "supported: The toll rose.")]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_places_are_followed(words: str) -> None:
    """Where a paragraph was put before everything, nothing has moved: only the text is another."""
    text = f"{words}\n\n{TEXT}"
    after = from_dict(about(shifted(good(), len(text) - len(TEXT)), text))
    assert {change.section for change in changes(GOOD, after).changes} == {"source"}
    assert {change.section for change in changes(after, GOOD).changes} == {"source"}


def test_without_texts() -> None:
    """Without the texts, places are compared by their inner shape: the same items are found all the same."""
    before, after = good(), shifted(good(), 30)
    del before["source"]["text"]
    after["source"] = {**before["source"], "sha256": "0" * 64}
    assert {change.section for change in changes(from_dict(before), from_dict(after)).changes} == {"source"}
    after["claims"][5]["who"][0]["spans"][0][1] += 1
    assert ("claims", "moved", "The toll rose.") in told(from_dict(before), from_dict(after))


def test_moved_extent() -> None:
    """The same words at another place have moved."""
    data = good()
    data["claims"][8] |= {field: data["claims"][0][field] for field in ("spans", "sentence", "who", "what")}
    found = [change for change in changes(GOOD, from_dict(data)).changes if change.item.ref.id in ("c1", "c9")]
    assert [change.kind for change in found] == ["changed"]
    assert {slot.slot: slot.kind for slot in found[0].slots}["extent"] == "moved"
    row = next(row for row in rows(found[0], changes(GOOD, from_dict(data))) if row.slot == "extent")
    assert "[" in (row.before or "")
    assert row.before != row.after


@given(st.sets(st.integers(0, 17)), st.randoms(use_true_random=False))
def test_removed_is_told_once(gone: set[int], rng: random.Random) -> None:
    """Claims taken out are removed, no other is: a claim is not taken for its neighbour."""
    before = repeated(2)
    after = copy.deepcopy(before)
    after["claims"] = [claim for index, claim in enumerate(before["claims"]) if index not in gone]
    rng.shuffle(after["claims"])
    found = changes(from_dict(before), from_dict(after))
    claims = [change for change in found.changes if change.section == "claims"]
    removed = [change.item.ref.id for change in claims if change.kind == "removed"]
    assert sorted(removed) == sorted(before["claims"][index]["id"] for index in gone)
    assert not [change for change in claims if change.kind == "added"]


def test_dangling_references() -> None:
    """A file with references to nothing is compared all the same; another nothing is a change."""
    one, other = good(), good()
    one["claims"][0]["who"][0]["entity"] = "e77"
    other["claims"][0]["who"][0]["entity"] = "e78"
    assert changes(from_dict(one), from_dict(one)).changes == ()
    assert told(from_dict(one), from_dict(other)) == [("claims", "changed", "Harbour bridge reopens.")]


def test_unsound_documents() -> None:
    """What the codec reads is compared, sound or not: no words, no sentence, places behind the text, ids twice."""
    data = good()
    data["claims"][0] |= {"spans": [], "sentence": "s99"}
    data["claims"][1]["spans"] = [[5000, 5001]]
    data["claims"][2]["id"] = data["claims"][3]["id"]
    other = from_dict(data)
    assert changes(other, other).changes == ()
    for before, after in ((GOOD, other), (other, GOOD)):
        found = changes(before, after)
        assert json.dumps(to_data(found))
        assert html([found], ("a", "b"), [(TEXT, TEXT)])


def sample() -> Changes:
    """Return some changes of every kind."""
    data = about(shifted(good(), 6), "Again " + TEXT)
    data["claims"][2]["text"] = "The engineers of the <b>city</b> repaired it."
    del data["claims"][8], data["times"][0], data["verdicts"][3]
    data["entities"][0]["name"] = "the town"
    data["claims"][5]["spans"][0][1] -= 5
    return changes(GOOD, from_dict(renamed(data)))


def test_data() -> None:
    """The data are JSON, the same every time, and their counts are those of the changes."""
    found = sample()
    data = to_data(found)
    assert json.loads(json.dumps(data)) == data == to_data(sample())
    assert sum(number for row in counts(found).values() for number in row.values()) == len(data["changes"])
    assert {row["section"] for row in data["changes"]} == set(data["counts"])
    for row in data["changes"]:
        assert ("before" in row, "after" in row) == (row["kind"] != "added", row["kind"] != "removed")


def test_page() -> None:
    """The page shows every change, both sides of every slot, and escapes what the file brought."""
    found = sample()
    text = html([found], ("old.json", "new.json"), [(TEXT, "Again " + TEXT)])
    assert text == html([sample()], ("old.json", "new.json"), [(TEXT, "Again " + TEXT)])
    assert text.count("<article") == len(found.changes)
    assert all(tag in text for tag in ("&lt;b&gt;", "<mark>", "<del>", "<ins>"))
    assert not any(tag in text for tag in ("<b>city", "<script"))


def test_many_claims_in_one_place() -> None:
    """Hundreds of different claims at one place are matched without comparing all with all."""
    data = good()
    data["claims"] = [data["claims"][0] | {"id": f"c{n}", "text": f"Claim number {n}."} for n in range(600)]
    other = copy.deepcopy(data)
    for claim in other["claims"][::2]:
        claim["text"] += " Again."
    found = changes(from_dict(data), from_dict(other))
    assert sum(change.section == "claims" for change in found.changes) >= 300
