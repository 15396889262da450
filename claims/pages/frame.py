"""The frame of every page: one file that opens from disk, asks nobody, and runs nothing but its own script."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files

from lxml import etree

from claims.errors import UsageError
from claims.pages.elements import Element, Node, clean, fill, h


@cache
def asset(package: str, name: str) -> str:
    """Return a style sheet or script that lies in `package`."""
    return (files(package) / name).read_text("utf-8")


def page(
    title: str,
    *body: Node,
    style: str = "",
    script: str = "",
    lead: Node = None,
    language: str = "en",
    description: str | None = None,
) -> str:
    r"""Return a whole page, the same bytes for the same arguments.

    `body` goes into the main part, below a heading with `title` and `lead` (a line or two about it). `style` follows
    the style sheet of all pages; `script` runs when the page is read. Both are ours, never a stranger's: they stand as
    they are, and only they may run, by their SHA-256 in the content security policy. Encode the page as UTF-8.

    >>> page("Figures", h("p", "1 < 2"))[:43]
    '<!DOCTYPE html>\n<html lang="en"><head><meta'
    """
    sheet = _own(asset(__package__, "base.css") + style, "style")
    head = _head(title, sheet, _own(script, "script"), description)
    html = etree.Element("html", lang=clean(language) or "und")
    html.append(head)
    html.append(_body(title, lead, body, script))
    text: str = etree.tostring(html, method="html", encoding="unicode")
    return f"<!DOCTYPE html>\n{text}\n"


def policy(style: str, script: str) -> str:
    """Return the content security policy: nothing is loaded, and only these two apply."""
    parts = [
        "default-src 'none'",
        f"style-src 'sha256-{_digest(style)}'",
        f"script-src 'sha256-{_digest(script)}'" if script else "script-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
    ]
    return "; ".join(parts)


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")


def _own(text: str, tag: str) -> str:
    """Check that a style or script ends where it should, and is read as it was hashed."""
    if re.search(rf"</{tag}|<!--|[\r\0]", text, re.I):
        raise UsageError(f"a {tag} of a page holds no </{tag}, <!-- or carriage return")
    return text


def _head(title: str, style: str, script: str, description: str | None) -> Element:
    head = etree.Element("head")
    etree.SubElement(head, "meta", charset="utf-8")
    etree.SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": policy(style, script)})
    metas = {"viewport": "width=device-width, initial-scale=1", "color-scheme": "light dark", "referrer": "no-referrer"}
    metas |= {"description": clean(description)} if description else {}
    for name, content in metas.items():
        etree.SubElement(head, "meta", name=name, content=content)
    etree.SubElement(head, "title").text = clean(title)
    etree.SubElement(head, "style").text = style
    return head


def _body(title: str, lead: Node, children: tuple[Node, ...], script: str) -> Element:
    body = etree.Element("body")
    top = h("header", h("h1", title), h("div", lead, class_="lead") if lead is not None else None, class_="top")
    main = h("main", *children, id="main", tabindex="-1")
    fill(body, [h("a", "Skip to the content", href="#main", class_="skip"), top, main])
    if script:
        etree.SubElement(body, "script").text = script
    return body
