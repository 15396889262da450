"""Broken and hostile JSON is refused with its place; good JSON is read as Python reads it."""

from __future__ import annotations

import json
import pickle
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.checks import BY_CODE, input_problem
from claims.errors import DecodeError, FormatError, InputError
from claims.json_input import MAX_DEPTH, load_json, shown

DEEP = 100_000
CASES = [
    (b'{"a":\n "\xff"}', "X001", "2:3"),
    ("é".encode() + b"\xe9", "X001", "1:2"),
    ('{"a": 1}'.encode("utf-16"), "X002", "1:1"),
    ('{"a": 1}'.encode("utf-16-be"), "X002", "1:1"),
    ('{"a": 1}'.encode("utf-32"), "X002", "1:1"),
    (b"\xef\xbb\xbf{}", "X003", "1:1"),
    (b"", "X004", "1:1"),
    (b" \n ", "X004", "2:2"),
    (b'{"a": 1,}', "X004", "1:9"),
    (b'{"a": [1,\n]}', "X004", "2:1"),
    (b'{"a": 1', "X004", "1:8"),
    (b'{"a": "x', "X004", "1:7"),
    (b'// note\n{"a": 1}', "X004", "1:1"),
    (b"{'a': 1}", "X004", "1:2"),
    (b'{"a": 1} {}', "X004", "1:10"),
    (b'{"a": 01}', "X004", "1:8"),
    (b'{"a" 1}', "X004", "1:6"),
    (b'{"a": "\t"}', "X004", "1:8"),
    (b'{"a": 1,\n "a": 1}', "X005", "2:2"),
    (b'{"x": {"b": 1, "\\u0062": 2}}', "X005", "1:16"),
    (b'{"a": NaN}', "X006", "1:7"),
    (b'{"a": [-Infinity]}', "X006", "1:8"),
    (b'{"a": 1e999}', "X007", "1:7"),
    (b'{"a": -1.5e+400}', "X007", "1:7"),
    (b'{"a": ' + b"9" * 100_000 + b"}", "X007", "1:7"),
    (b'{"a": 123456789012345678901}', "X007", "1:7"),
    (b'{"a": "\\ud83d"}', "X008", "1:7"),
    (b'{"\\udE00": 1}', "X008", "1:2"),
    (b"[" * DEEP, "X009", f"1:{MAX_DEPTH + 1}"),
    (b"[" * DEEP + b"]" * DEEP, "X009", f"1:{MAX_DEPTH + 1}"),
    (b'{"a":' * DEEP + b"1" + b"}" * DEEP, "X009", f"1:{5 * MAX_DEPTH + 1}"),
    (b'["]",' * DEEP + b"1" + b',"["]' * DEEP, "X009", f"1:{5 * MAX_DEPTH + 1}"),
]


@pytest.mark.parametrize(("data", "code", "place"), CASES, ids=lambda value: repr(value)[:24])
def test_broken_json_is_refused_with_its_place(data: bytes, code: str, place: str) -> None:
    """Each fault has its code, and the line and column where it lies, in bounded time."""
    started = time.process_time()
    with pytest.raises(InputError) as caught:
        load_json(data, "x.json")
    error = caught.value
    assert (error.code, error.place, error.path) == (code, place, "x.json")
    assert isinstance(error, DecodeError if code in ("X001", "X002", "X003") else FormatError)
    assert len(error.message) < 200
    assert time.process_time() - started < 2


@pytest.mark.parametrize("code", [f"X00{number}" for number in range(1, 10)])
def test_every_syntax_rule_is_tried(code: str) -> None:
    """No syntax rule is without a file that breaks it."""
    assert code in {case[1] for case in CASES}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b'{"a": [1,]}', "comma"),
        (b'{"a": ', "cut off"),
        (b'{"a": "x', "cut off"),
        (b'{"a": 1 /* x */}', "comments"),
        (b"{'a': 1}", "double quotation marks"),
        (b'{"a": 1, "a": 2}', '"a" stands twice'),
        (b'\xff{"a": 1}', "byte 0 (0xff)"),
    ],
)
def test_message_says_what_is_wrong(data: bytes, message: str) -> None:
    """The usual mistakes are called by their name."""
    with pytest.raises(InputError) as caught:
        load_json(data)
    assert message in caught.value.message


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers(-(2**63), 2**63)
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=15,
    ),
    st.booleans(),
)
def test_good_json_is_read(value: Any, ascii_only: bool) -> None:
    """What Python writes as JSON is read back, whatever stands in its strings."""
    data = json.dumps(value, ensure_ascii=ascii_only).encode("utf-8")
    assert load_json(data) == json.loads(data)


@given(st.binary(max_size=60) | st.text(alphabet='{}[]":,\\u123eEdDnatrfls -.NI\n', max_size=40).map(str.encode))
def test_anything_is_read_or_refused(data: bytes) -> None:
    """No input ends in another exception, and a refusal tells code and place."""
    refused = None
    try:
        load_json(data)
    except InputError as error:
        refused = error
    assert refused is None or (refused.code in BY_CODE and refused.place)


def test_suspicious_strings_are_no_faults() -> None:
    """What looks like a fault inside a string is text."""
    text = '{"a": "NaN, Infinity, 1e999, 99999999999999999999999, [[[", "b": "\\ud83d\\ude00"}'
    assert load_json(text.encode())["b"] == "😀"


def test_error_survives_pickling() -> None:
    """Workers hand errors on: place and code survive."""
    with pytest.raises(InputError) as caught:
        load_json(b"[1,]", "x")
    copied = pickle.loads(pickle.dumps(caught.value))
    assert (str(copied), copied.code) == (str(caught.value), "X004")


def test_input_error_becomes_a_finding() -> None:
    """Unreadable input is a problem with the code of its syntax rule."""
    with pytest.raises(InputError) as caught:
        load_json(b"[1,]")
    problem = input_problem(caught.value)
    assert (problem.code, problem.pointer) == ("X004", "")
    assert "1:4" in problem.message


@pytest.mark.parametrize(
    "value",
    ["x" * 10_000, {"a": 1}, [[1] * 99] * 99, 10**5000, float("nan"), None, {1, 2}, True],
    ids=lambda value: type(value).__name__,
)
def test_shown_is_short(value: Any) -> None:
    """A value in a message is one short line, whatever it is."""
    assert len(shown(value)) <= 70
    assert "\n" not in shown(value)
