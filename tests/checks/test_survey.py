"""Every fault of a file's syntax is listed with its place; what can be stepped over keeps nothing from being read."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.checks.survey import MOST_FAULTS, survey_json
from claims.errors import InputError
from claims.json_input import load_json

SEVERAL = [
    (b'{"a": NaN, "a": [1,]}', ["X006@1:7", "X005@1:12", "X004@1:20"], {"a": [1]}),
    (b'// note\n{"a": [1,\n], "b": 1e999}', ["X004@1:1", "X004@3:1", "X007@3:9"], {"a": [1], "b": float("inf")}),
    (b'\xef\xbb\xbf{"a": 1, "a": 2}', ["X003@1:1", "X005@1:10"], {"a": 2}),
    (b'{"a": "\\ud800", /* x\n */ "b": 99999999999999999999}', ["X008@1:7", "X004@1:17", "X007@2:10"], None),
    (b'{"a" : 1, "\\u0061" : 2}', ["X005@1:11"], {"a": 2}),
    (b"[1, 2", ["X004@1:6"], None),
    (b'{"a": NaN, "b" 1}', ["X006@1:7", "X004@1:16"], None),
]


@pytest.mark.parametrize(("data", "faults", "value"), SEVERAL, ids=lambda value: repr(value)[:30])
def test_all_faults_are_listed(data: bytes, faults: list[str], value: Any) -> None:
    """Each fault has its code and place, in the order of the file, and the rest is read."""
    survey = survey_json(data)
    assert [f"{fault.code}@{fault.line}:{fault.column}" for fault in survey.faults] == faults
    assert value is None or survey.value == value
    assert not survey.is_readable or json.loads(survey.text, parse_int=str) is not None


@given(st.binary(max_size=60) | st.text(alphabet='{}[]":,\\u123eEdDnatrfls -.NI/*#\n', max_size=40).map(str.encode))
def test_survey_agrees_with_the_reader(data: bytes) -> None:
    """What the strict reader reads has no fault, what it refuses has one; places lie in the file; no other error."""
    survey = survey_json(data)
    refused, value = None, None
    try:
        value = load_json(data)
    except InputError as error:
        refused = error.code
    assert (refused in {fault.code for fault in survey.faults}) == bool(survey.faults)
    assert survey.faults or survey.value == value
    lines = data.count(b"\n") + 1
    assert all(1 <= fault.line <= lines and fault.column >= 1 and fault.message for fault in survey.faults)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=3),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner, max_size=3),
    ),
    st.sampled_from([(",", ":"), (", ", ": "), (" , ", " : "), (",\n", "\t:")]),
)
def test_unique_keys_are_never_called_double(value: Any, separators: tuple[str, str]) -> None:
    """However the members are spaced and whatever their strings hold, a sound file has no fault."""
    survey = survey_json(json.dumps(value, separators=separators).encode())
    assert survey.faults == ()
    assert survey.value == value


@given(
    st.dictionaries(st.sampled_from([":", '":', 'a":', "b"]), st.sampled_from([":", '":"', 1]), min_size=1),
    st.sampled_from([":", " :", "\n:", ": "]),
)
def test_double_keys_are_always_seen(members: dict[str, Any], colon: str) -> None:
    """A key that stands twice is seen, though strings hold what looks like a key."""
    pairs = [f"{json.dumps(key)}{colon}{json.dumps(value)}" for key, value in members.items()]
    survey = survey_json(("{" + ",".join([*pairs, pairs[0]]) + "}").encode())
    assert [fault.code for fault in survey.faults] == ["X005"]


def test_endless_faults_are_cut() -> None:
    """A file that is wrong in every row is answered with so many faults, in bounded time."""
    survey = survey_json(b"[" + b"NaN," * 10_000 + b"]")
    assert MOST_FAULTS <= len(survey.faults) <= 2 * MOST_FAULTS
