"""What the rules see of a file: the rows, made for speed, say what the model says."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any, get_args

import attrs
import pytest
from hypothesis import given, settings
from sample_document import good
from strategies import documents
from update_rows import ROWS, rows_module

from claims import model
from claims.checks.build import OutOfOrderError, build
from claims.checks.schema import is_valid
from claims.checks.verdicts import BASE
from claims.codec import from_dict, to_dict
from claims.text import Extent, Span


def told(value: Any) -> Any:
    """Return a row, or a value of the model, as plain data with the class of each object."""
    if isinstance(value, tuple):
        return [told(item) for item in value]
    if isinstance(value, Span | Extent):
        return value
    names = getattr(value, "__slots__", ())
    if attrs.has(type(value)):
        names = [field.name for field in attrs.fields(type(value))]
    fields = {name: told(getattr(value, name)) for name in sorted(names)}
    return {"class": type(value).__name__, **fields} if fields else value


def members(value: Any) -> int:
    """Count the members of all objects."""
    if isinstance(value, dict):
        return len(value) + sum(map(members, value.values()))
    return sum(map(members, value)) if isinstance(value, list) else 0


@settings(max_examples=60, deadline=None)
@given(documents())
def test_rows_say_what_the_codec_reads(document: model.Document) -> None:
    """The rows of a file have the values that the codec finds in it, and its members are counted."""
    data = json.loads(json.dumps(to_dict(document)))
    if is_valid(data):
        rows, count = build(data)
        assert told(rows) == told(from_dict(data))
        assert count == members(data)


def test_left_out_fields_get_their_default() -> None:
    """A file with nothing but what is required has the defaults of the model."""
    source = {"id": "a", "sha256": "0" * 64, "length": 0, "language": "en"}
    data = {"format": model.FORMAT, "source": source}
    assert told(build(data)[0]) == told(from_dict(data))


@pytest.mark.parametrize("spans", [[[4, 4]], [[5, 4]], [[0, 4.0]], [[6, 8], [1, 2]], [[0, 3], [2, 5]]])
def test_ranges_out_of_order_are_refused(spans: list[list[float]]) -> None:
    """What the schema accepts and the model cannot hold is no row; an equal range before it does not hide it."""
    data = good()
    data["claims"][1]["spans"] = [[0, 4]]
    data["claims"][2]["spans"] = spans
    with pytest.raises(OutOfOrderError):
        build(data)


def test_rows_are_current() -> None:
    """The module is the one that is made anew from the model."""
    assert ROWS.read_text("utf-8") == rows_module()


def test_base_ratings_are_those_of_the_model() -> None:
    """The ratings that need no scale are the same for rule and model."""
    assert get_args(model.Rating) == BASE


def test_a_sound_file_needs_neither_model_nor_codec(tmp_path: Any) -> None:
    """Checking loads nothing that takes longer than the check."""
    path = tmp_path / "a.json"
    path.write_text(json.dumps(good()), "utf-8")
    code = (
        "import sys; from claims.cli.main import main; code = main(sys.argv[1:])\n"
        "heavy = {'claims.model', 'claims.codec', 'cattrs', 'jsonschema', 'lxml', 'spacy', 'shutil', 'rich'}\n"
        "sys.exit(code or ', '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code, "validate", str(path)], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"claims: no problems in 1 file\n")
