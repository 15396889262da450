"""Choosing a format, and files: chosen by name, ending or content; written whole or not at all."""

from __future__ import annotations

import importlib
import importlib.metadata
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from claims import formats
from claims.errors import FormatError, InputError, TextError, UsageError
from claims.formats import Format, by_ending, detect
from claims.model import Document, Source
from claims.text import digest


def _document(text: str) -> Document:
    return Document(Source("a", digest(text), len(text), "en", text=text))


@pytest.mark.parametrize("ending", [".json", ".jsonl", ".ndjson", ".xml", ".tei", ".JSON", ".XML"])
def test_the_ending_chooses(ending: str, rich: Document, tmp_path: Path) -> None:
    """A file is written and read in the format of its ending, in capitals or not."""
    path = tmp_path / f"a{ending}"
    formats.write(rich, path)
    assert formats.read(path) == rich
    assert path.read_bytes() == formats.dumps(rich, by_ending(path).name)


def test_the_name_wins_over_the_ending(rich: Document, tmp_path: Path) -> None:
    """`format` is obeyed whatever the file is called."""
    path = tmp_path / "a.json"
    formats.write(rich, path, format="tei")
    assert path.read_bytes().startswith(b"<?xml")
    assert formats.read(path, format="tei") == rich


@pytest.mark.parametrize("name", ["json", "jsonl", "tei"])
def test_content_tells_the_format(name: str, rich: Document, tmp_path: Path) -> None:
    """A file to read whose ending says nothing is told by its first bytes."""
    path = tmp_path / "a.data"
    formats.write(rich, path, format=name)
    assert formats.read(path) == rich
    assert formats.loads(path.read_bytes()) == rich


def test_two_lines_are_json_lines(rich: Document) -> None:
    """JSON lines are told from JSON by their second line; a file of one line reads as either."""
    line = formats.dumps(rich, "jsonl")
    assert detect(line + line).name == "jsonl"
    assert detect(line).name == "json"
    assert detect(formats.dumps(rich, "json")).name == "json"


def test_each_reader_says_why_it_declines(tmp_path: Path) -> None:
    """Content that nobody reads is refused with the reason of every reader and the list of formats."""
    path = tmp_path / "a.txt"
    path.write_text("The port lost a crane.")
    with pytest.raises(UsageError) as caught:
        formats.read(path)
    message = str(caught.value)
    assert str(path) in message
    for part in (
        "jsonl: its first line",
        'json: does not begin with "{"',
        'tei: does not begin with "<"',
        "tei (.xml .tei)",
    ):
        assert part in message
    with pytest.raises(UsageError, match="tei: does not name the namespace"):
        detect(b"<html/>")


def test_an_unknown_ending_is_refused(rich: Document, tmp_path: Path) -> None:
    """Writing to an ending that stands for nothing lists the formats and writes nothing."""
    with pytest.raises(UsageError, match=r"'\.docx' stands for no format.*json \(\.json\).*jsonl.*tei"):
        formats.write(rich, tmp_path / "a.docx")
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_name_is_refused() -> None:
    """A name that neither we nor another package know is refused with the list."""
    with pytest.raises(UsageError, match=r"no format 'docx'; the formats are json"):
        formats.named("docx")


@pytest.fixture
def plugin(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """Announce a format of another package."""
    module = SimpleNamespace(ENDINGS=(".ids",), write=lambda document: document.source.id.encode(), loaded=[])

    def load() -> SimpleNamespace:
        module.loaded.append(True)
        return module

    entry = SimpleNamespace(name="ids", value="own:ids", load=load)

    def entry_points(group: str, name: str | None = None) -> list[SimpleNamespace]:
        return [entry] if group == "claims.formats" and name in (None, "ids") else []

    monkeypatch.setattr(importlib.metadata, "entry_points", entry_points)
    return module


def test_other_packages_add_formats(plugin: SimpleNamespace, tmp_path: Path) -> None:
    """An entry point is found by name and by ending; what it lacks is refused."""
    formats.write(_document("x"), tmp_path / "a.ids")
    formats.write(_document("x"), tmp_path / "b.any", format="ids")
    assert (tmp_path / "a.ids").read_bytes() == (tmp_path / "b.any").read_bytes() == b"a"
    with pytest.raises(UsageError, match="ids can be written but not read"):
        formats.read(tmp_path / "a.ids")
    with pytest.raises(UsageError, match=r"tei \(.xml .tei\), .*, ids"):
        formats.named("other")


def test_other_packages_are_asked_last(plugin: SimpleNamespace, tmp_path: Path) -> None:
    """A known name or ending loads nobody else's code."""
    formats.write(_document("x"), tmp_path / "a.json")
    formats.read(tmp_path / "a.json")
    formats.named("tei")
    assert plugin.loaded == []


def test_a_format_needs_a_function() -> None:
    """An entry point that names something else is refused by name."""
    with pytest.raises(UsageError, match="math"):
        Format.of("math", SimpleNamespace())


def test_an_existing_file_is_kept(rich: Document, tmp_path: Path) -> None:
    """Without force nothing is overwritten; with it the file is replaced and keeps its mode."""
    path = tmp_path / "a.json"
    path.write_text("mine")
    path.chmod(0o640)
    with pytest.raises(UsageError, match=r"a\.json exists.*--force"):
        formats.write(rich, path)
    assert path.read_text() == "mine"
    formats.write(rich, path, force=True)
    assert formats.read(path) == rich
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.json"]


def test_nothing_is_left_half_written(rich: Document, tmp_path: Path) -> None:
    """A document that cannot be written leaves the old file and no other."""
    path = tmp_path / "a.jsonl"
    formats.write(rich, path)

    def fails() -> Iterator[Document]:
        yield rich
        raise TextError("no")

    with pytest.raises(TextError):
        formats.write_many(fails(), path, force=True)
    assert formats.read(path) == rich
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.jsonl"]


def test_a_failing_system_call_is_an_input_error(
    rich: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is reported with the name of the file, and nothing is left over."""

    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError, match=r"a\.json: cannot be written: no space left on device"):
        formats.write(rich, tmp_path / "a.json")
    assert list(tmp_path.iterdir()) == []


def test_bad_targets(rich: Document, tmp_path: Path) -> None:
    """A folder, and a name in a folder that does not exist, are refused clearly."""
    (tmp_path / "a.json").mkdir()
    with pytest.raises(UsageError, match="is a folder"):
        formats.write(rich, tmp_path / "a.json", force=True)
    with pytest.raises(UsageError, match="there is no folder"):
        formats.write(rich, tmp_path / "none" / "a.json")


def test_a_link_stays_a_link(rich: Document, tmp_path: Path) -> None:
    """Writing through a symbolic link replaces what it points to."""
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "a.json").symlink_to(tmp_path / "real.json")
    formats.write(rich, tmp_path / "a.json", force=True)
    assert (tmp_path / "a.json").is_symlink()
    assert formats.read(tmp_path / "real.json") == rich


def test_a_device_is_written_to(rich: Document) -> None:
    """What is no regular file is written to and stays what it is."""
    formats.write(rich, "/dev/null", format="json")
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


@pytest.mark.parametrize(("name", "reason"), [("none.json", "no such file"), ("folder", "is a folder")])
def test_bad_sources(name: str, reason: str, tmp_path: Path) -> None:
    """A file that cannot be opened is an error with its name, never a traceback of the system's."""
    (tmp_path / "folder").mkdir()
    with pytest.raises(InputError, match=reason):
        formats.read(tmp_path / name)
    with pytest.raises(InputError, match=reason):
        list(formats.read_many(tmp_path / name))


def test_many_documents(tmp_path: Path) -> None:
    """JSON lines holds any number of documents; the other formats refuse more or less than one."""
    documents = [_document("one\u2028"), _document("two")]
    formats.write_many(documents, tmp_path / "a.jsonl")
    assert list(formats.read_many(tmp_path / "a.jsonl")) == documents
    with pytest.raises(FormatError, match="more than one document"):
        formats.read(tmp_path / "a.jsonl")
    for wrong, message in ((documents, "holds one document"), ([], "no document to write")):
        for ending in ("json", "xml"):
            with pytest.raises(UsageError, match=message):
                formats.write_many(wrong, tmp_path / f"a.{ending}")
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.jsonl"]


def test_documents_are_streamed(tmp_path: Path) -> None:
    """Reading many takes one line at a time: what is wrong further down does not matter yet."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(formats.dumps(_document("x"), "jsonl") + b"\n\nnonsense\n")
    found = formats.read_many(path)
    assert next(found) == _document("x")
    with pytest.raises(FormatError, match=r"a\.jsonl: line 4, 1:1: "):
        next(found)


def test_many_from_a_format_of_one(rich: Document, tmp_path: Path) -> None:
    """A file of one document, however long, also reads as many."""
    long = _document("word " * 40_000)
    formats.write(long, tmp_path / "a.xml")
    assert list(formats.read_many(tmp_path / "a.xml")) == [long]


def test_entry_points_are_asked_by_group(monkeypatch: pytest.MonkeyPatch) -> None:
    """The group is the documented one."""
    asked: list[str] = []
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda group: asked.append(group) or [])
    assert formats.by_ending("a.unknown") is None
    assert asked == [formats.GROUP] == ["claims.formats"]


def test_readers_are_loaded_when_they_are_called() -> None:
    """Reading JSON loads neither lxml nor the tables' module; a row's function is that of its module."""
    code = (
        "import sys; from claims import formats; formats.loads(sys.stdin.buffer.read(), 'json'); "
        "print(sorted({'lxml', 'claims.formats.parquet'} & set(sys.modules)))"
    )
    data = formats.dumps(_document("x"), "json")
    done = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"
    for name, row in formats.FORMATS.items():
        functions = [part for part in (row.read, row.write, row.read_many, row.write_many) if part is not None]
        for part in functions:
            module = importlib.import_module(f"claims.formats.{part.args[0]}")  # type: ignore[attr-defined]
            assert callable(getattr(module, part.args[1])), name  # type: ignore[attr-defined]
