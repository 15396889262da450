"""The evidence index: what is put in is found with its exact place, and nothing else is."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.errors import InputError, UsageError
from claims.factcheck import EvidenceIndex, Reference
from claims.factcheck.passages import terms
from claims.model import Document

LOG = "Fog lay over the river. It is noted that the bridge was closed on 4 May. Ferries ran."


def _log(path: str = "log.txt", text: str = LOG) -> Reference:
    return Reference.of_text(path, path.split(".")[0], text, title="Log", url="https://example.org/log")


def test_passage_has_its_place(bridge: Document) -> None:
    """A hit slices to its words, says which slots match, and is evidence that the text bears out."""
    with EvidenceIndex(":memory:") as index:
        index.add([_log()])
        hit = index.find(bridge, bridge.claims[0])[0]
    assert hit.span.slice(LOG) == hit.exact == "It is noted that the bridge was closed on 4 May."
    assert dict(hit.slots) == {"who": ("bridge",), "what": ("closed",), "when": ("4", "May")}
    assert 0 < hit.score <= 1
    quote = hit.evidence.quote
    assert quote is not None
    assert (quote.prefix or "") + quote.exact + (quote.suffix or "") in LOG


def test_own_text_is_no_evidence(bridge: Document) -> None:
    """The text that a claim stands in does not speak for it."""
    with EvidenceIndex(":memory:") as index:
        index.add([Reference.of_document("a.json", bridge, bridge.source.text or ""), _log()])
        assert {hit.path for claim in bridge.claims for hit in index.find(bridge, claim)} == {"log.txt"}


def test_replace_and_remove(bridge: Document) -> None:
    """A document that is put in again takes its own place; one taken out is found no more; counts follow."""
    with EvidenceIndex(":memory:") as index:
        index.add([_log(), _log("old.txt")])
        size = len(index)
        index.add([_log("old.txt", "The bridge closed.")])
        assert len(index) == size - 2
        index.remove("old.txt")
        index.remove("log.txt")
        assert len(index) == 0
        assert index.find(bridge, bridge.claims[0]) == []
        index.add([_log()])
        with EvidenceIndex(":memory:") as fresh:
            fresh.add([_log()])
            assert index.find(bridge, bridge.claims[0]) == fresh.find(bridge, bridge.claims[0])


def test_several_documents_of_one_file(bridge: Document) -> None:
    """Documents of one file go together, and a file of a longer name stays."""
    with EvidenceIndex(":memory:") as index:
        index.add([_log("a.jsonl"), _log("a.jsonl#2"), _log("a.jsonl.txt")], "stamp")
        assert index.stamps() == {"a.jsonl": "stamp", "a.jsonl.txt": "stamp"}
        index.remove("a.jsonl")
        assert {hit.path for hit in index.find(bridge, bridge.claims[0])} == {"a.jsonl.txt"}


def _fail_half_way(index: EvidenceIndex) -> None:
    with index.changing():
        index.remove("log.txt")
        raise ZeroDivisionError


def test_all_or_none(tmp_path: Path) -> None:
    """A change that fails half way changes nothing."""
    with EvidenceIndex(tmp_path / "a.idx") as index:
        index.add([_log()])
        with pytest.raises(ZeroDivisionError):
            _fail_half_way(index)
        assert len(index) == 3
    with EvidenceIndex(tmp_path / "a.idx", create=False) as index:
        assert len(index) == 3


def test_files_of_another_kind(tmp_path: Path) -> None:
    """A file that is no index, another program's database, and an index of another version are refused."""
    with pytest.raises(InputError, match="no such file"):
        EvidenceIndex(tmp_path / "none.idx", create=False)
    (tmp_path / "text.idx").write_text("no database" * 100)
    with pytest.raises(InputError, match="not a database"):
        EvidenceIndex(tmp_path / "text.idx")
    other = sqlite3.connect(tmp_path / "other.idx")
    other.execute("CREATE TABLE t (a)")
    other.close()
    with pytest.raises(InputError, match="no evidence index"):
        EvidenceIndex(tmp_path / "other.idx")
    EvidenceIndex(tmp_path / "new.idx").close()
    later = sqlite3.connect(tmp_path / "new.idx")
    later.execute("PRAGMA user_version = 99")
    later.close()
    with pytest.raises(InputError, match="version 99"):
        EvidenceIndex(tmp_path / "new.idx")


def test_limit(bridge: Document) -> None:
    """No more passages than asked for; asking for none is a mistake."""
    with EvidenceIndex(":memory:") as index:
        index.add([_log(f"{number}.txt") for number in range(9)])
        assert len(index.find(bridge, bridge.claims[0], 4)) == 4
        with pytest.raises(UsageError):
            index.find(bridge, bridge.claims[0], 0)


@pytest.mark.property
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    """Any text can be put in and taken out; terms are plain words, so that no text is taken for search syntax."""
    assert all(term.isalnum() for term in terms(text))
    with EvidenceIndex(":memory:") as index:
        index.add([Reference.of_text("a", "a", text + ' *NEAR( AND " OR 7')])
        index.remove("a")
        assert len(index) == 0


def test_reading_needs_no_right_to_write(tmp_path: Path, bridge: Document) -> None:
    """An index that may only be read can be searched, and is not touched."""
    path = tmp_path / "a b#?.idx"
    with EvidenceIndex(path) as index:
        index.add([_log()])
    before = path.read_bytes()
    with EvidenceIndex(path, create=False) as index:
        assert index.find(bridge, bridge.claims[0])
        with pytest.raises(InputError, match="readonly"):
            index.remove("log.txt")
    assert path.read_bytes() == before
