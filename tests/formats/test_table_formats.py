"""Parquet and CSV: what `datasets`, pyarrow and the csv module find in them."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from pathlib import Path

import attrs
import pyarrow
import pyarrow.parquet as pq
import pytest

from claims import formats
from claims.errors import FormatError, MissingDependencyError, TextError
from claims.formats._table import COLUMNS
from claims.model import Document


def _many(rich: Document, count: int) -> Iterator[Document]:
    for number in range(count):
        yield attrs.evolve(rich, source=attrs.evolve(rich.source, id=f"d{number}"))


@pytest.mark.parametrize("name", ["documents.parquet", "claims.parquet"])
def test_datasets_loads_it(name: str, rich: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hugging Face `datasets` loads both tables, with the texts, offsets and lists that were written."""
    monkeypatch.setenv("HF_HOME", str(tmp_path / "cache"))
    import datasets

    path = tmp_path / (f"x.{name}" if name == "claims.parquet" else name)
    formats.write_many(_many(rich, 3), path)
    table = datasets.load_dataset("parquet", data_files=str(path), cache_dir=str(tmp_path / "cache"))["train"]
    if name == "claims.parquet":
        assert table.num_rows == 3 * len(rich.claims)
        assert table[0]["spans"] == [{"start": 17, "end": 24}, {"start": 27, "end": 45}]
        assert table[0]["words"] == rich.claims[0].spans.exact(rich.source.text or "")
    else:
        assert table.num_rows == 3
        assert table[2]["source"]["text"] == rich.source.text
        assert table[1]["claims"][0]["certainty"][1] == {"holder": "a1", "value": "CT+"}


def test_many_documents_stream_through_row_groups(
    rich: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of many documents has several row groups, is read one document at a time, and is equal to what went in."""
    monkeypatch.setattr("claims.formats.parquet._DOCUMENTS", 50)
    path = tmp_path / "many.parquet"
    formats.write_many(_many(rich, 110), path)
    assert pq.ParquetFile(path).num_row_groups == 3
    for number, (back, wanted) in enumerate(zip(formats.read_many(path), _many(rich, 110), strict=True)):
        assert back == wanted, number
    with pytest.raises(FormatError, match="several documents"):
        formats.read(path)


def test_no_documents_make_a_table_without_rows(tmp_path: Path) -> None:
    """An empty corpus is an empty table with all columns, not an error."""
    for name in ("a.parquet", "a.claims.parquet", "a.csv"):
        formats.write_many([], tmp_path / name)
    assert list(formats.read_many(tmp_path / "a.parquet")) == []
    assert pq.read_table(tmp_path / "a.claims.parquet").column_names == list(COLUMNS)
    assert (tmp_path / "a.csv").read_text("utf-8").strip() == ",".join(COLUMNS)


def test_the_two_flat_tables_say_the_same(rich: Document) -> None:
    """CSV and Parquet have the same columns and rows, lists joined in the one and lists in the other."""
    table = pq.read_table(io.BytesIO(formats.dumps(rich, "parquet-claims"))).to_pylist()
    lines = list(csv.DictReader(io.StringIO(formats.dumps(rich, "csv").decode(), newline="")))
    assert len(lines) == len(table) == len(rich.claims)
    for line, row in zip(lines, table, strict=True):
        for name, column in COLUMNS.items():
            value = row[name]
            if column.kind == "spans":
                value = [f"{span['start']}-{span['end']}" for span in value]
            joined = " | ".join(value) if isinstance(value, list) else "" if value is None else str(value)
            assert line[name] == joined, name


def test_a_row_says_what_the_claim_says(rich: Document) -> None:
    """Slots, chain, standing verdicts and place of the first claim stand in its row."""
    row = next(csv.DictReader(io.StringIO(formats.dumps(rich, "csv").decode(), newline="")))
    assert row["who"] == "The port | said"
    assert row["when_edtf"] == "2020-05/.."
    assert row["sources"] == "The port | "
    assert row["spans"] == "17-24 | 27-45"
    # v1 judges one slot only.
    assert row["ratings"] == "pants | weird"
    assert row["words"] == "it lost … two cranes in May."


def test_a_table_of_claims_is_not_read_as_documents(rich: Document) -> None:
    """The flat table, a foreign table and a damaged file are refused with the reason."""
    with pytest.raises(FormatError, match="table of claims"):
        formats.loads(formats.dumps(rich, "parquet-claims"), "parquet")
    page = io.BytesIO()
    pq.write_table(pyarrow.table({"a": [1]}), page)
    with pytest.raises(FormatError, match="columns are not"):
        formats.loads(page.getvalue(), "parquet")
    data = formats.dumps(rich, "parquet")
    for broken in (b"PAR1", data[:-20], data[:200] + bytes(300) + data[500:]):
        with pytest.raises(FormatError, match=r"not Parquet, or damaged|row 1"):
            formats.loads(broken, "parquet")


def test_columns_of_another_type_are_refused() -> None:
    """A table with the right names and other types is refused with its row."""
    page = io.BytesIO()
    pq.write_table(
        pyarrow.table({"format": ["claims/1.0"], "source": [{"id": "a"}], "claims": [[{"spans": [1]}]]}), page
    )
    with pytest.raises(FormatError, match=r"x: row 1: a column has another type"):
        formats.loads(page.getvalue(), "parquet", "x")


def test_a_row_that_is_no_document_is_named(rich: Document) -> None:
    """A value that the model does not allow is reported with its row and place."""
    table = pq.read_table(io.BytesIO(formats.dumps(rich, "parquet")))
    rows = [*table.to_pylist(), *table.to_pylist()]
    rows[1]["claims"][0]["polarity"] = "maybe"
    page = io.BytesIO()
    pq.write_table(pyarrow.Table.from_pylist(rows, schema=table.schema), page)
    page.seek(0)
    with pytest.raises(FormatError, match=r"x.parquet: row 2, /claims/0/polarity"):
        list(formats.FORMATS["parquet"].read_many(page, "x.parquet"))  # type: ignore[misc]


@pytest.mark.parametrize("name", ["parquet", "parquet-claims", "csv"])
def test_lone_surrogates_are_refused(name: str, rich: Document) -> None:
    """A character without UTF-8 is an error that names it, in every table."""
    claim = attrs.evolve(rich.claims[0], text="a\ud800")
    with pytest.raises(TextError, match=r"U\+D800"):
        formats.dumps(attrs.evolve(rich, claims=(claim,)), name)


def test_without_pyarrow(rich: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing package is named with the command that installs it."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(MissingDependencyError, match=r"pyarrow: pip install 'atomic-claims\[parquet\]'"):
        formats.dumps(rich, "parquet")
