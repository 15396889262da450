"""The short way for files without faults of syntax and schema finds what the long way finds, or leaves them to it."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from broken_bytes import BROKEN_BYTES
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_document import good
from test_mutants import mutant

from claims.checks.inspect import Place, _plain, _surveyed
from claims.checks.survey import survey_json

PLACE = Place("a.json")
GOOD = json.dumps(good(), indent=1)


def same(data: bytes) -> bool:
    """Hold the short way against the long one; tell whether the file took the short one."""
    short = _plain(data, PLACE)
    if short is None:
        return False
    survey, problems = _surveyed(data, PLACE)
    assert survey.faults == ()
    assert short[0].value == survey.value
    assert short[1] == problems
    return True


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**6))
def test_both_ways_find_the_same(number: int) -> None:
    """Whatever takes the short way has no fault of syntax, and the same is wrong with it otherwise."""
    same(mutant(number)[0])


def test_sound_files_take_the_short_way() -> None:
    """A sound file does, however it is laid out; so does one that only a rule about sense refuses."""
    data = good()
    for text in (
        GOOD,
        json.dumps(data),
        json.dumps(data, indent=4, separators=(",", " : ")),
        GOOD.replace("\n", "\r\n"),
    ):
        assert same(text.encode())
    data["claims"][0]["by"] = "m9"
    assert same(json.dumps(data).encode())


@pytest.mark.parametrize(("name", "data", "expected"), BROKEN_BYTES, ids=[row[0] for row in BROKEN_BYTES])
def test_faults_of_syntax_take_the_long_way(name: str, data: bytes, expected: str) -> None:
    """No broken file of the table takes the short way, unless nothing but its sense is wrong."""
    if name.startswith("a.json ") and any(code in expected for code in ("X0", "S0")):
        assert not same(data)


@pytest.mark.parametrize("digits", [str(2**63), "1" + "0" * 19, str(-(2**63) - 1), "9" * 30, "1" + "0" * 5000])
@pytest.mark.parametrize("field", ["paragraph", "length"])
def test_numbers_beyond_64_bits_take_the_long_way(digits: str, field: str) -> None:
    """The schema bounds every number, so the short way need not look at digits."""
    text = re.sub(rf'"{field}": [0-9]+', f'"{field}": {digits}', GOOD, count=1)
    assert text != GOOD
    assert not same(text.encode())


def test_every_number_of_the_schema_is_bounded() -> None:
    """What `parse_leniently` rests on: each number has its bounds, and nothing of any shape may stand anywhere."""
    from claims.checks.schema import load_schema

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            kinds = value.get("type", [])
            kinds = [kinds] if isinstance(kinds, str) else kinds
            if {"integer", "number"} & set(kinds):
                assert {"minimum", "maximum"} <= set(value)
            if "object" in kinds and "properties" in value:
                assert value["additionalProperties"] is False
            if "array" in kinds:
                assert "items" in value or "prefixItems" in value
        for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            walk(item)

    walk(load_schema())


def test_keys_twice_take_the_long_way() -> None:
    """However the colon stands, a key that stands twice is seen, with escapes as well."""
    for twice in ('"id": "a", "id"', '"id":"a","id" ', '"\\u0069d": "a", "id"', '"id"\n:"a", "id"\t'):
        data = GOOD.replace('"id"', twice, 1).encode()
        assert not same(data)
        assert [fault.code for fault in survey_json(data).faults] == ["X005"]
