"""A waiver in the file keeps its rule from being told at its place, and nothing else; an idle one is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sample_document import good

from claims.checking import check
from claims.checks import RULES, RuleSet, validate
from claims.checks.waivers import IDLE
from claims.codec import from_dict, to_dict
from claims.formats import dumps, loads


def waiver(rule: str, at: str | None = None, **fields: Any) -> dict[str, Any]:
    """Return a waiver."""
    return {"id": "w1", "rule": rule, "reason": "agreed", **({"at": at} if at else {}), **fields}


def wrong(*waivers: dict[str, Any]) -> dict[str, Any]:
    """Return a document that breaks O111 at two times, with waivers."""
    data = good()
    for time in data["times"]:
        time["exact"] = "x"
    return data | {"waivers": list(waivers)}


def found(data: dict[str, Any], rules: RuleSet | None = None) -> list[tuple[str, str | None, str]]:
    """Return code, subject and severity of what is found in a file."""
    file = json.dumps(data, indent=1).encode()
    findings = check(file, rules or RuleSet.choose(), format="json")
    return [(one.code, one.subject, one.severity) for one in findings]


def test_a_waiver_counts_at_its_place() -> None:
    """One place of two is waived; without a place both are."""
    assert found(wrong(waiver("O111", "t1"))) == [("O111", "t2", "error")]
    assert found(wrong(waiver("O111"))) == []


def test_other_rules_and_places_are_told() -> None:
    """A waiver of another rule or place changes nothing, and is told as idle, as a warning."""
    told = [("O111", "t1", "error"), ("O111", "t2", "error"), (IDLE, "w1", "warning")]
    for row in (waiver("O110", "t1"), waiver("O111", "c1"), waiver("O109")):
        assert found(wrong(row)) == told


@pytest.mark.parametrize("code", ["S003", "X004", "D801", IDLE, "Z999"])
def test_what_cannot_be_waived(code: str) -> None:
    """Syntax, schema, the comparison of documents and waivers themselves cannot be waived, nor what is no rule."""
    assert (IDLE, "w1", "warning") in found(wrong(waiver(code)))


def test_a_waiver_that_was_not_asked_is_not_idle() -> None:
    """Where its rule is off, or needs a text that is not there, nobody knows whether a waiver is idle."""
    data = good() | {"waivers": [waiver("O111")]}
    assert found(data) == [(IDLE, "w1", "warning")]
    assert found(data, RuleSet.choose(ignore=["O111"])) == []
    del data["source"]["text"]
    assert found(data) == []


def test_waivers_are_checked_too() -> None:
    """A waiver has a reason; its place and its author are there; its id is its own."""
    assert "S007" in [one[0] for one in found(wrong(waiver("O111", reason="")))]
    for row in (waiver("O111", "t9"), waiver("O111", by="p9")):
        assert "R202" in [one[0] for one in found(wrong(row))]
    assert "R201" in [one[0] for one in found(wrong(waiver("O111", id="c1")))]


def test_the_library_tells_everything() -> None:
    """`validate` tells what waivers hide: they count for files."""
    assert [problem.code for problem in validate(wrong(waiver("O111")))] == ["O111", "O111"]


def test_waivers_survive_every_lossless_format(tmp_path: Path) -> None:
    """JSON, JSON Lines and TEI keep waivers, with place and author and without; they count in TEI as well."""
    rows = [waiver("C602", "s6", by="p1"), {**waiver("V704"), "id": "w2", "reason": "a < b & c"}]
    document = from_dict(good() | {"waivers": rows})
    for name in ("json", "jsonl", "tei"):
        assert loads(dumps(document, name), name) == document
    data = to_dict(document)
    del data["sentences"][5]["no_claim"]
    file = tmp_path / "a.xml"
    file.write_bytes(dumps(from_dict(data), "tei"))
    told = [(one.code, one.subject, bool(one.line)) for one in check(file)]
    assert told == [(IDLE, "w2", True)]


def test_every_rule_of_sense_can_be_waived() -> None:
    """What is not syntax, schema or comparison can be named in a waiver."""
    firm = {"syntax", "schema", "corpus"}
    for rule in RULES:
        idle = [one for one in found(good() | {"waivers": [waiver(rule.code)]}) if one[0] == IDLE]
        assert idle == [(IDLE, "w1", "warning")]
        if rule.family not in firm and rule.code != IDLE:
            message = check(json.dumps(good() | {"waivers": [waiver(rule.code)]}).encode(), format="json")[0].message
            assert "is not broken" in message
