"""The timeline in headless Chromium: filters, ways to the text and back, readable by all."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from large_document import large_document

from claims.timeline import chronology, html

pytestmark = pytest.mark.browser

SCREENS = [(1400, False), (1400, True), (390, False)]


def count(browser: Any, selector: str) -> int:
    """Return how many elements are seen."""
    script = "return [...document.querySelectorAll(arguments[0])].filter((e) => e.checkVisibility()).length"
    return int(browser.execute_script(script, selector))


@pytest.fixture(scope="session")
def page() -> str:
    """Return the timeline of two documents."""
    return html(chronology([large_document(30), large_document(60)]))


@pytest.mark.parametrize(("width", "dark"), SCREENS, ids=["light", "dark", "narrow"])
def test_accessible(
    show: Callable[..., Any], axe: Callable[[Any], list[str]], page: str, width: int, dark: bool
) -> None:
    """axe-core finds nothing serious."""
    assert axe(show(page, width, dark=dark)) == []


@pytest.mark.parametrize("width", [320, 390, 800, 1400])
def test_fits(show: Callable[..., Any], page: str, width: int) -> None:
    """No screen has to be scrolled sideways."""
    assert show(page, width).execute_script("return document.documentElement.scrollWidth") <= width


def test_to_the_text_and_back(show: Callable[..., Any], page: str) -> None:
    """A row's link marks its sentence in the text; the link there leads back to the row, also when it was hidden."""
    browser = show(page)
    browser.find_element("css selector", "#r1-4 .back").click()
    marked = "return getComputedStyle(document.querySelector(':target ~ .words')).backgroundColor"
    assert browser.execute_script(marked) != "rgba(0, 0, 0, 0)"
    browser.find_element("css selector", "#f-words").send_keys("no such words")
    time.sleep(0.5)
    assert count(browser, ".row") == 0
    back = "const s = document.querySelector(':target').parentElement.querySelector('a.ref'); s.click(); return s.hash"
    assert browser.execute_script(back).startswith("#r1-")
    time.sleep(0.3)
    assert count(browser, ".row:target") == 1


def test_filters(show: Callable[..., Any], page: str) -> None:
    """Who, source and document narrow down together; years without a claim go."""
    browser = show(page)
    every = count(browser, ".row")
    for name, value in (("document", "1"), ("source", "The union")):
        browser.find_element("css selector", f"#f-{name} option[value='{value}']").click()
        kept = count(browser, ".row")
        assert 0 < kept < every
        every = kept
    script = "return [...document.querySelectorAll('.row:not([hidden])')].map((e) => e.dataset.source)"
    assert set(browser.execute_script(script)) == {"The union"}
    browser.find_element("css selector", "#f-reset").click()
    assert count(browser, "#f-reset") == 0


def test_large(show: Callable[..., Any]) -> None:
    """A timeline of 2,000 claims is ready in a few seconds."""
    browser = show(html(chronology([large_document(2000)])))
    assert browser.execute_script("return performance.getEntriesByType('navigation')[0].loadEventEnd") < 3000
