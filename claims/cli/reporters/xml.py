"""XML by elements as data: built with the standard library, without characters that XML cannot hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree

import attrs

#: What XML 1.0 has no form for, escaped or not.
_IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@attrs.frozen
class Element:
    """An element with attributes, and either children or text."""

    name: str
    attributes: Mapping[str, str]
    children: tuple[Element, ...] = ()
    text: str = ""


def xml(root: Element) -> str:
    """Return a file with its declaration, one element a line.

    >>> print(xml(Element("a", {"b": "<"})))
    <?xml version="1.0" encoding="UTF-8"?>
    <a b="&lt;" />
    """
    tree = _tree(root)
    ElementTree.indent(tree, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(tree, "unicode")


def _tree(element: Element) -> ElementTree.Element:
    made = ElementTree.Element(element.name, {name: _possible(value) for name, value in element.attributes.items()})
    if element.text:
        made.text = _possible(element.text)
    made.extend(map(_tree, element.children))
    return made


def _possible(text: str) -> str:
    return _IMPOSSIBLE.sub(lambda match: f"\\x{ord(match[0]):02x}", text)
