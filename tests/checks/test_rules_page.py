"""The page of rules is the one that the table gives."""

from __future__ import annotations

from update_rules_page import DOCS, rules_page

from claims.checks import RULES


def test_page_is_current() -> None:
    """The page in docs/ is the one that is made anew."""
    assert (DOCS / "rules.md").read_text("utf-8") == rules_page()


def test_page_leaves_nothing_out() -> None:
    """Every rule stands on the page."""
    page = rules_page()
    assert all(f"\n### {rule.code} {rule.name}\n" in page and rule.why in page for rule in RULES)
