"""Every page that the package makes, in headless Chromium: readable by all, on any screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import pytest
from large_document import large_document

from claims.changes import changes, html
from claims.codec import to_dict
from claims.corpus.documents import Found
from claims.corpus.statistics import statistics
from claims.corpus.statistics_page import statistics_page

pytestmark = pytest.mark.browser


def changes_page() -> str:
    """Return what changed between two versions of a document."""
    old = large_document(30)
    claims = tuple(attrs.evolve(claim, text=f"{claim.text} Really.") for claim in old.claims[::2])
    new = attrs.evolve(old, claims=claims, verdicts=old.verdicts[:3])
    text = old.source.text
    return html([changes(old, new, (text, text))], ("old.json", "new.json"), [(text, text)])


def counts_page() -> str:
    """Return the statistics of a corpus."""
    found = [Found(to_dict(large_document(size)), f"{size}.json") for size in (30, 60)]
    return statistics_page(statistics(found), "Claims")


SCREENS = [(1400, False), (1400, True), (390, False)]
PAGES = {"changes": changes_page, "statistics": counts_page}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("width", "dark"), SCREENS, ids=["light", "dark", "narrow"])
def test_accessible(
    show: Callable[..., Any], axe: Callable[[Any], list[str]], name: str, width: int, dark: bool
) -> None:
    """axe-core finds nothing serious, folded parts unfolded."""
    browser = show(PAGES[name](), width, dark=dark)
    browser.execute_script("for (const one of document.querySelectorAll('details')) one.open = true")
    assert axe(browser) == []


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [320, 1400])
def test_fits(show: Callable[..., Any], name: str, width: int) -> None:
    """No screen has to be scrolled sideways."""
    assert show(PAGES[name](), width).execute_script("return document.documentElement.scrollWidth") <= width
