"""Inputs of every kind: the same texts however they are packed; what cannot be read is named and passed."""

from __future__ import annotations

import csv
import gzip
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import Table, parquet

from claims.corpus.readers import Reading, items
from claims.corpus.records import Item
from claims.corpus.sources import files
from claims.errors import InputError, MissingDependencyError, UsageError

ROWS = [
    {"id": "a", "text": "Prices rose.\r\nA ship sank 🚢.", "published": "2020-12-20", "title": "Prices, and more"},
    {"id": "b", "text": 'He said "no",\nthen left.', "author": "A. Writer"},
    {"id": "c", "text": "\ufeffCafe\u0301", "publisher": "X"},
]


def read(*inputs: Path | str, kind: str | None = None, **options: Any) -> list[Item]:
    """Read all items of some inputs."""
    return list(items(files([str(it) for it in inputs], kind), Reading(**options)))


def plain(found: list[Item]) -> list[dict[str, Any]]:
    """Return what the items say."""
    return [item.record for item in found]


EXPECTED = [{**row, **({"author": ("A. Writer",)} if "author" in row else {})} for row in ROWS]


def jsonl(path: Path) -> Path:
    """Write the rows as JSON lines, with a blank one and a field that nobody asked for."""
    path.write_text("\n".join(json.dumps({**row, "more": [1]}) for row in ROWS) + "\n\n", "utf-8")
    return path


def table(path: Path, delimiter: str = ",") -> Path:
    """Write the rows as a table."""
    names = ["id", "text", "published", "title", "author", "publisher", "more"]
    with open(path, "w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, names, delimiter=delimiter)
        writer.writeheader()
        writer.writerows(ROWS)
    return path


def folder(path: Path) -> Path:
    """Write each text to a file, with its metadata beside it."""
    path.mkdir()
    for row in ROWS:
        about = {key: value for key, value in row.items() if key != "text"}
        (path / f"{row['id']}.txt").write_bytes(row["text"].encode())
        (path / f"{row['id']}.meta.json").write_text(json.dumps(about), "utf-8")
    return path


def test_json_lines(tmp_path: Path) -> None:
    """JSON lines give their texts, code point for code point."""
    assert plain(read(jsonl(tmp_path / "a.jsonl"))) == EXPECTED


@pytest.mark.parametrize(("ending", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_tables(tmp_path: Path, ending: str, delimiter: str) -> None:
    """Tables give the same texts; line ends in a field stay as they are."""
    assert plain(read(table(tmp_path / f"a.{ending}", delimiter))) == EXPECTED


def test_parquet(tmp_path: Path) -> None:
    """Parquet gives the same texts."""
    names = ("id", "text", "published", "title", "author", "publisher")
    parquet.write_table(
        Table.from_pylist([{name: row.get(name) for name in names} for row in ROWS]), tmp_path / "a.parquet"
    )
    assert plain(read(tmp_path / "a.parquet")) == EXPECTED


def test_folder(tmp_path: Path) -> None:
    """A folder of texts with metadata beside them gives the same texts, and no text for the metadata."""
    assert plain(read(folder(tmp_path / "in"))) == EXPECTED


def test_packed(tmp_path: Path) -> None:
    """Files packed with gzip or zstandard give the same texts; so do packed texts with metadata beside them."""
    data = jsonl(tmp_path / "a.jsonl").read_bytes()
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(data))
    # Two frames in one file, as parallel packers write them.
    frames = [zstandard.compress(data[:100]), zstandard.compress(data[100:])]
    (tmp_path / "c.jsonl.zst").write_bytes(b"".join(frames))
    assert plain(read(tmp_path / "b.jsonl.gz")) == plain(read(tmp_path / "c.jsonl.zst")) == EXPECTED
    texts = folder(tmp_path / "in")
    (texts / "b.txt").rename(texts / "b.raw")
    (texts / "b.txt.gz").write_bytes(gzip.compress((texts / "b.raw").read_bytes()))
    assert plain(read(texts)) == EXPECTED


def test_order_and_ids_of_a_folder(tmp_path: Path) -> None:
    """Folders are read depth first by name; ids are paths without endings; what hides is passed over."""
    for name in ("b/2.txt", "b/10.txt", "a.txt", "c.TXT", "b.v1/x y.txt", ".hidden/z.txt", "c.html", "d.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text('{"text": "x"}' if name.endswith("jsonl") else "x")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "linked").symlink_to(tmp_path / "b")
    assert [item.id for item in read(tmp_path)] == ["a", "b/10", "b/2", "b.v1/x-y", "c", "d-1"]


def test_patterns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pattern stands for the files that it matches, sorted; one that matches none is refused."""
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).write_text(name)
    assert [item.text for item in read("*.txt")] == ["a.txt", "b.txt"]
    assert [item.place for item in read("[c]*")] == ["c.md"]
    with pytest.raises(InputError, match="matches no file"):
        read("*.rst")
    with pytest.raises(InputError, match="no such file"):
        read("a.rst")


def test_columns_and_defaults(tmp_path: Path) -> None:
    """Fields may stand in columns of other names; what a text does not say itself may hold for all."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"body": "x", "url": 7, "language": "de"}\n{"body": "y", "n": 3, "author": ["A", "B"]}\n')
    found = read(path, columns={"text": "body", "id": "n"}, defaults={"language": "en", "publisher": "P"})
    assert plain(found) == [
        {"id": "a-1", "text": "x", "url": "7", "language": "de", "publisher": "P"},
        {"id": "3", "text": "y", "author": ("A", "B"), "language": "en", "publisher": "P"},
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"text": 3}', "text: should be a string, not int"),
        ('{"body": "x"}', "there are body; --field text=NAME"),
        ("[1]", "should be an object"),
        ('{"text": "x"', "not JSON|cut off"),
        ('{"text": "x", "title": {}}', "title: should be a string, not dict"),
        ('{"text": "x", "author": [1]}', "author: should be a name"),
        ('{"text": "x\\u0000"}', "NUL"),
        ('{"text": "\\ud800"}', "surrogate"),
        ('{"text": "' + "x" * 300 + '"}', "longer than 200 characters; --max-length"),
        ('{"text": "' + "x" * 2_000_000 + '"}', "a line of more than"),
        ("\x00\x01", "UTF-16|not JSON"),
        ("[" * 100_000, "nested"),
    ],
)
def test_bad_line(tmp_path: Path, line: str, words: str) -> None:
    """A line that cannot be used is an item with its place and the reason; the next line is read."""
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"text": "before"}}\n{line}\n{{"text": "after"}}\n', "utf-8")
    before, bad, after = read(path, longest=200)
    assert (before.text, after.text) == ("before", "after")
    assert bad.text is None
    assert bad.place == f"{path}:2"
    assert any(part in str(bad.error) for part in words.split("|")), bad.error


def test_bad_rows(tmp_path: Path) -> None:
    """A row of another length, and one that is not UTF-8, are set aside; a missing column is said for the file."""
    path = tmp_path / "a.csv"
    path.write_bytes(b"id,text\n1,one\n2,two,three\n3,caf\xe9\n4,four\n")
    found = read(path)
    assert [item.text for item in found] == ["one", None, None, "four"]
    assert [item.error for item in found][1:3] == [
        "3 fields, but the heading has 2",
        "text: has bytes that are not UTF-8",
    ]
    path.write_bytes(b'id,text\n1,one\n2,"no end\n3,three\n')
    assert "no CSV from here on" in str(read(path)[-1].error)


def test_bad_files(tmp_path: Path) -> None:
    """A file that is cut off, broken, binary, unreadable or no Parquet is one item; the other files are read."""
    packed = gzip.compress(b'{"text": "one"}\n' + os.urandom(5000).hex().encode() + b"\n")
    (tmp_path / "a.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    (tmp_path / "b.txt").write_bytes(b"caf\xe9")
    (tmp_path / "c.txt.gz").write_bytes(b"no gzip")
    (tmp_path / "d.parquet").write_bytes(b"PAR1 no parquet")
    (tmp_path / "e.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "f.txt").write_text("fine")
    (tmp_path / "f.meta.json").write_text('{"colour": "red"}')
    (tmp_path / "g.txt").write_text("fine")
    found = read(tmp_path)
    errors = {item.id: str(item.error) for item in found if item.text is None}
    assert {"a", "b", "c", "d", "e", "f"} == set(errors)
    for name, words in {
        "a": "cut off", "b": "not UTF-8", "c": "broken gzip", "d": "Parquet", "e": "no such file", "f": "'colour'",
    }.items():  # fmt: skip
        assert words in errors[name]
    assert [item.text for item in found if item.text is not None][-1] == "fine"
    # The place names the file already; only what lies beside it is named in the error.
    assert [name for name, error in errors.items() if str(tmp_path) in error] == ["f"]


def test_missing_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its package a packed file is an error that says what to install, not a text that failed."""
    (tmp_path / "a.txt.zst").write_bytes(b"")
    monkeypatch.setitem(sys.modules, "zstandard", None)
    with pytest.raises(MissingDependencyError, match=r"pip install 'atomic-claims\[zstd\]'"):
        read(tmp_path)


def test_kind_is_said(tmp_path: Path) -> None:
    """The kind may be said where the ending does not; one that nobody knows is refused."""
    from claims.corpus.sources import check_kind

    path = jsonl(tmp_path / "dump")
    assert plain(read(path, kind="jsonl")) == EXPECTED
    assert len(read(path)) == 1
    with pytest.raises(UsageError, match="csv, jsonl, parquet, text, tsv"):
        check_kind("xlsx")


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")), max_size=5))
@settings(max_examples=60, deadline=None)
@pytest.mark.property
def test_any_text_comes_through(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    """Any text comes out of JSON lines and of CSV as it went in."""
    place = tmp_path_factory.mktemp("any")
    (place / "a.jsonl").write_text("".join(f"{json.dumps({'text': it})}\n" for it in texts), "utf-8")
    assert [item.text for item in read(place / "a.jsonl")] == texts
    with open(place / "a.csv", "w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerows([["id", "text"], *((f"t{n}", it) for n, it in enumerate(texts))])
    assert [item.text for item in read(place / "a.csv")] == texts
