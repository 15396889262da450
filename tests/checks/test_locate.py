"""Pointers lead to the line and column of their value."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_document import good

from claims.checks import locate
from claims.checks.pointers import escape
from claims.json_input import line_column

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=20,
)


def pointers(value: Any, pointer: str = "") -> list[tuple[str, Any]]:
    """Return every pointer of a value with what it points at."""
    found = [(pointer, value)]
    if isinstance(value, dict):
        for key, item in value.items():
            found += pointers(item, f"{pointer}/{escape(key)}")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            found += pointers(item, f"{pointer}/{index}")
    return found


def at(text: str, line: int, column: int) -> Any:
    """Parse the value that begins at a place."""
    offset = sum(map(len, text.split("\n")[: line - 1])) + line - 1 + column - 1
    return json.JSONDecoder().raw_decode(text, offset)[0]


@given(VALUES, st.sampled_from([None, 0, 1, "\t"]), st.booleans())
def test_every_pointer_leads_to_its_value(value: Any, indent: Any, ascii_only: bool) -> None:
    """What stands at the place found is the value that the pointer names."""
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    expected = pointers(value)
    found = locate(text, [pointer for pointer, _ in expected])
    assert [at(text, *found[pointer]) for pointer, _ in expected] == [item for _, item in expected]


@pytest.mark.parametrize(
    ("pointer", "place"),
    [("/a/9", (2, 4)), ("/a/x", (2, 4)), ("/b/c/d", (3, 6)), ("/nothing", (1, 1)), ("", (1, 1)), ("/a/1", (2, 8))],
)
def test_missing_values_are_looked_for_around_them(pointer: str, place: tuple[int, int]) -> None:
    """A pointer to what is not there gets the place of the nearest value around it."""
    assert locate('{"a":\n   [1, 2],\n "b":"😀"}', [pointer]) == {pointer: place}


def test_columns_count_code_points() -> None:
    """A character beyond the BMP is one column."""
    assert locate('["😀", 1]', ["/1"]) == {"/1": (1, 7)}


def test_only_asked_pointers_are_returned() -> None:
    """Places on the way to a pointer are not reported, and no question has no answer."""
    assert list(locate(json.dumps(good()), ["/claims/2/text"])) == ["/claims/2/text"]
    assert locate("{}", []) == {}


def test_carriage_returns_do_not_count_as_lines() -> None:
    """Lines end with a line feed, before which a carriage return may stand."""
    text = '{"a": 1,\r\n "b": 2}'
    assert locate(text, ["/b"]) == {"/b": (2, 7)}
    assert line_column(text, text.index("2")) == (2, 7)
