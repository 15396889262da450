"""A page is one file, always the same, and its policy lets nothing in."""

from __future__ import annotations

import base64
import doctest
import hashlib
import importlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from claims.errors import UsageError
from claims.pages import asset, h, page, policy

STYLE, SCRIPT = ".x > .y { color: red }", 'document.title = "a" < "b" && 1;'


def test_whole_page() -> None:
    """A page has a language, a title, one heading, a main part, and its style and script as they were given."""
    text = page("A <b>", h("p", "x"), style=STYLE, script=SCRIPT, lead="l", language="de", description='d"')
    read = html.document_fromstring(text)
    assert text.startswith('<!DOCTYPE html>\n<html lang="de">')
    assert [part.text_content() for part in read.iter("title", "h1", "main")] == ["A <b>", "A <b>", "x"]
    assert [part.text for part in read.iter("script")] == [SCRIPT]
    assert read.findtext(".//style") == asset("claims.pages", "base.css") + STYLE
    assert read.xpath("//meta[@name='description']/@content") == ['d"']


def test_policy_is_of_this_page() -> None:
    """The policy names exactly the style sheet and the script of the page by their digests, and nothing else."""
    read = html.document_fromstring(page("T", style=STYLE, script=SCRIPT))
    (found,) = read.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    for text in (read.findtext(".//style"), SCRIPT):
        assert f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" in found
    assert found.startswith("default-src 'none'; ")
    assert "unsafe" not in found
    assert len(re.findall("sha256-", found)) == 2


def test_no_script_no_licence_to_run() -> None:
    """A page without a script lets none run."""
    assert "script-src 'none'" in policy("x", "")
    assert "<script" not in page("T")


def test_nothing_is_loaded() -> None:
    """The style sheet of all pages asks for nothing outside the page."""
    assert not re.search(r"url\(|@import|https?:", asset("claims.pages", "base.css"))
    assert not re.search(r"""(src|href)=["'](?!#)""", page("T", h("p", "x"), script=SCRIPT))


@pytest.mark.parametrize("words", ["</script>", "</SCRIPT ", "<!-- ", "a\r\nb"])
def test_script_stays_inside(words: str) -> None:
    """A script that would end early, or be read otherwise than it was hashed, is refused."""
    with pytest.raises(UsageError, match="of a page holds no"):
        page("T", script=words)


def test_style_stays_inside() -> None:
    """So is a style sheet."""
    with pytest.raises(UsageError, match="of a page holds no"):
        page("T", style="a{}</style>")


@pytest.mark.property
@given(st.text(max_size=30), st.text(max_size=30))
def test_same_bytes(title: str, words: str) -> None:
    """Equal arguments give equal bytes, whatever the text, and they are UTF-8."""
    made = [page(title, h("p", words)).encode() for _ in range(2)]
    assert made[0] == made[1]


@pytest.mark.parametrize("name", ["__init__", "elements", "frame", "blocks", "drawing"])
def test_examples(name: str) -> None:
    """The examples in the docstrings hold."""
    assert doctest.testmod(importlib.import_module(f"claims.pages.{name}".removesuffix(".__init__"))).failed == 0
