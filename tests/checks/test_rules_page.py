"""The reference pages are those that the table and the schema give."""

from __future__ import annotations

import pytest
from update_rules_page import DOCS, format_page, rules_page

from claims.checks import RULES
from claims.checks.schema import load_schema


@pytest.mark.parametrize(("name", "page"), [("rules.md", rules_page()), ("format.md", format_page())])
def test_page_is_current(name: str, page: str) -> None:
    """A page in docs/ is the one that is made anew."""
    assert (DOCS / name).read_text("utf-8") == page


def test_pages_leave_nothing_out() -> None:
    """Every rule and every field stands on its page."""
    rules, fields = rules_page(), format_page()
    assert all(f"\n### {rule.code} {rule.name}\n" in rules and rule.why in rules for rule in RULES)
    objects = [part for part in (load_schema(), *load_schema()["$defs"].values()) if "properties" in part]
    for part in objects:
        assert f"## {part['title']}\n" in fields
        assert all(field["description"] in fields for field in part["properties"].values())
