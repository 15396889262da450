"""What other packages register: by name, in order, nothing loaded."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest

from claims.plugins import offered


def test_one_name_has_one_owner(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names come in order; of two packages with one name the same wins, however they are found."""
    rows = [EntryPoint(name, value, "g") for name, value in (("b", "z:x"), ("a", "y:x"), ("b", "c:x"))]
    for found in (rows, rows[::-1]):
        monkeypatch.setattr("importlib.metadata.entry_points", lambda group, found=found: found if group == "g" else [])
        assert [(name, entry.value) for name, entry in offered("g").items()] == [("a", "y:x"), ("b", "c:x")]
    assert offered("other") == {}
