"""The reference pages are those that the table and the schema give."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.checks import RULES
from claims.checks.pages import format_page, rules_page, write
from claims.checks.schema import load_schema

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize(("name", "page"), [("rules.md", rules_page()), ("format.md", format_page())])
def test_page_is_current(name: str, page: str) -> None:
    """A page in docs/ is the one that is made anew."""
    assert (DOCS / name).read_text("utf-8") == page


def test_pages_leave_nothing_out(tmp_path: Path) -> None:
    """Every rule and every field stands on its page."""
    write(str(tmp_path))
    rules, fields = (tmp_path / "rules.md").read_text("utf-8"), (tmp_path / "format.md").read_text("utf-8")
    assert all(f"\n{rule.code}" in rules for rule in RULES)
    objects = [part for part in (load_schema(), *load_schema()["$defs"].values()) if "properties" in part]
    for part in objects:
        assert f"## {part['title']}\n" in fields
        assert all(field["description"] in fields for field in part["properties"].values())
