"""What the schema refuses hides as little else as possible."""

from __future__ import annotations

from typing import Any

import pytest
from sample_document import good

from claims.checks import validate
from claims.checks.salvage import NEUTRAL


@pytest.mark.parametrize(("field", "name"), [row for row in NEUTRAL if good()[row[0]]])
@pytest.mark.parametrize("value", [[3], "?", None])
def test_a_slip_that_no_rule_looks_at_hides_nothing(field: str, name: str, value: Any) -> None:
    """A row with such a slip is checked like any other: what else is wrong with it is told, and nothing more."""
    data = good()
    data[field][0]["by"] = "m9"
    before = {problem.code for problem in validate(data)}
    if value is None:
        data[field][0].pop(name, None)
    else:
        data[field][0][name] = value
    told = validate(data)
    assert {problem.code for problem in told if problem.code[0] != "S"} == {code for code in before if code[0] != "S"}
    pointers = {problem.pointer for problem in told if problem.code[0] == "S"}
    assert pointers <= {f"/{field}/0", f"/{field}/0/{name}", f"/{field}/0/{name}/0", f"/{field}/0/by"}


def test_a_slip_that_rules_look_at_hides_its_row_only() -> None:
    """A claim of an unknown type is passed over; the others are checked."""
    data = good()
    data["claims"][0] |= {"type": "deed", "by": "m9"}
    data["claims"][1]["by"] = "m9"
    assert [(problem.code, problem.pointer) for problem in validate(data)] == [
        ("S005", "/claims/0/type"),
        ("R202", "/claims/1/by"),
    ]
