"""Nothing that a stranger writes becomes markup, and nothing on a page can run or load."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from claims.errors import UsageError
from claims.pages import clean, h, link, rating, sign

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onclick='x",
    "</style>",
    "<!--",
    "&lt;b&gt;",
    "]]>",
]


def markup(element: etree._Element) -> str:
    """Return the element as it stands in a page."""
    text: str = etree.tostring(element, method="html", encoding="unicode")
    return text


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text(words: str) -> None:
    """Text and attribute values come back from a parser of HTML as they went in, with no element added."""
    read = html.fromstring(markup(h("p", words, title=words)))
    assert (read.text_content(), read.get("title"), len(read)) == (words, words, 0)


@pytest.mark.property
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text(words: str, title: str) -> None:
    """Any text, lone surrogates and control characters included, stands on a page as `clean` makes it."""
    read = html.fromstring(f"<div>{markup(h('p', words, h('b', words), words, title=title))}</div>")[0]
    assert read.text_content() == clean(words) * 3
    assert read.get("title") == clean(title)


@pytest.mark.parametrize(
    "tag", ["script", "style", "iframe", "object", "embed", "form", "base", "meta", "img", "SCRIPT", "a b", ""]
)
def test_refused_tags(tag: str) -> None:
    """No element that loads, sends or runs something can be made."""
    with pytest.raises(UsageError, match="a page has no"):
        h(tag)


@pytest.mark.parametrize(
    "name", ["onclick", "ONLOAD", "style", "src", "srcdoc", "formaction", "http_equiv", "a b", "x>", ""]
)
def test_refused_attributes(name: str) -> None:
    """No attribute that runs, styles or loads something can be set."""
    with pytest.raises(UsageError, match="a page has no attribute"):
        h("p", **{name: "x"})


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", " javascript:x", "data:text/html,x", "//example.org", "file:///etc", "JAVASCRIPT:x", ""],
)
def test_refused_links(url: str) -> None:
    """A link leads to the web or into the page; another address is refused, and shown as words by `link`."""
    with pytest.raises(UsageError, match="is no link"):
        h("a", href=url)
    assert markup(link(url)) == f"<span>{url}</span>"


def test_links() -> None:
    """A link out of the page says nothing about where it comes from."""
    element = link("https://example.org/?a=1&b=2", "there")
    assert element.get("rel") == "noopener noreferrer external"
    assert markup(element).startswith('<a href="https://example.org/?a=1&amp;b=2"')


def test_children() -> None:
    """Text, numbers, elements and lists of them follow each other; None stands for nothing."""
    assert markup(h("p", "a", None, 1, [h("b", "c"), (2.5, "d")], "e")) == "<p>a1<b>c</b>2.5de</p>"


def test_attributes() -> None:
    """An underscore is a hyphen, one at the end is dropped; True has no value, False and None are left out."""
    element = h("input", type="checkbox", class_="x", aria_label="y", checked=True, disabled=False, id=None)
    assert dict(element.attrib) == {"type": "checkbox", "class": "x", "aria-label": "y", "checked": ""}


def test_one_place() -> None:
    """An element that stands somewhere is not moved in silence."""
    part = h("b")
    h("p", part)
    with pytest.raises(UsageError, match="stands in the page already"):
        h("p", part)


def test_signs_are_heard() -> None:
    """A sign alone has its name for screen readers; beside its name it is hidden from them."""
    assert (sign("refuted").get("role"), sign("refuted").get("aria-label")) == ("img", "refuted")
    assert rating("refuted")[0].get("aria-hidden") == "true"
