"""Elements of a page: escaped by construction, unable to run anything.

All text goes through `clean`, all names of tags and attributes through the tables here. There is no way to hand in
markup as a string, a ``style`` or ``on…`` attribute, or a link that is a script.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TypeAlias

from lxml import etree

from claims.errors import UsageError
from claims.visible import escape, visible

Element: TypeAlias = etree._Element
#: What may stand in an element: text, numbers, elements, lists of them; None stands for nothing.
Node: TypeAlias = "str | int | float | Element | Iterable[Node] | None"
Value: TypeAlias = str | int | float | None

#: Tags of HTML and SVG that show something and load nothing.
TAGS = frozenset(
    """a abbr article aside b bdi blockquote br button caption cite code col colgroup dd del details div dl dt em
    fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i input ins kbd label legend li main mark nav ol
    optgroup option output p pre q s search section select small span strong sub summary sup table tbody td tfoot th
    thead time tr u ul var wbr
    circle clipPath defs desc ellipse g line linearGradient marker path pattern polygon polyline rect stop svg text
    title tspan use""".split()
)
_ATTRIBUTE = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
#: Attributes that load, send or run; `href` is looked at by itself.
_REFUSED = re.compile(
    r"on.*|style|src|srcset|srcdoc|action|formaction|poster|data|background|ping|http-equiv|nonce", re.I
)
_LINK = re.compile(r"#|https?://|mailto:", re.I)
#: XML has no place for these two, and nobody misses them.
_NONCHARACTERS = re.compile("[\ufffe\uffff]")


def clean(text: str) -> str:
    r"""Return `text` as a page can hold it: line ends as ``\n``, what is invisible or steers spelt out.

    >>> clean("a\r\nb\x00")
    'a\nb␀'
    """
    if text.isprintable() and text.isascii():
        return text
    found = visible(text.replace("\r\n", "\n"))
    return _NONCHARACTERS.sub(lambda match: escape(match[0]), found)


def h(tag: str, /, *children: Node, **attributes: Value) -> Element:
    """Return an element.

    An underscore in an attribute's name stands for a hyphen, one at its end is dropped (``class_``, ``for_``); True
    gives an attribute without value, None and False leave it out. Raises `UsageError` for a tag or attribute that could
    load or run something, and for an element that already has its place.

    >>> etree.tostring(h("p", "a < b", class_="note", hidden=True), method="html")
    b'<p class="note" hidden="">a &lt; b</p>'
    """
    if tag not in TAGS:
        raise UsageError(f"a page has no <{tag}>")
    element = etree.Element(tag)
    for name, value in attributes.items():
        if value is not None and value is not False:
            _set(element, _attribute(name), value)
    fill(element, children)
    return element


def fill(element: Element, children: Iterable[Node]) -> None:
    """Append nodes to an element, lists flattened."""
    for child in children:
        if isinstance(child, str):
            _append_text(element, clean(child))
        elif isinstance(child, etree._Element):
            if child.getparent() is not None:
                raise UsageError(f"<{child.tag}> stands in the page already: build it a second time")
            element.append(child)
        elif isinstance(child, int | float):
            _append_text(element, str(child))
        elif child is not None:
            fill(element, child)


def _append_text(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


@cache
def _attribute(word: str) -> str:
    """Return the attribute that a keyword stands for."""
    name = word.rstrip("_").replace("_", "-")
    if not _ATTRIBUTE.fullmatch(name) or _REFUSED.fullmatch(name):
        raise UsageError(f"a page has no attribute {name!r}")
    return name


def _set(element: Element, name: str, value: str | int | float) -> None:
    text = "" if value is True else clean(str(value))
    if name == "href" and not _LINK.match(text):
        raise UsageError(f"{text:.60} is no link of a page: it begins with #, http://, https:// or mailto:")
    element.set(name, text)


def is_link(url: str) -> bool:
    """Tell whether an address leads to a page of the web."""
    return re.match(r"https?://[^\s/]", url, re.I) is not None


def link(url: str, *children: Node) -> Element:
    """Return a link out of the page that tells nobody where it came from; the bare words where `url` is no web address.

    The address is only followed when somebody clicks on it.
    """
    content = children or (url,)
    if not is_link(url):
        return h("span", *content)
    return h("a", *content, href=url, rel="noopener noreferrer external")


def unseen(*children: Node) -> Element:
    """Return words for screen readers only."""
    return h("span", *children, class_="unseen")
