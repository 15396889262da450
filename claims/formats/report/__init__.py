"""A claim file as one page for a browser: the text with its claims marked, filters, details, who says what.

Can be written, not read: the page is for people. It opens from disk, loads nothing, and is readable without its script.
"""

from __future__ import annotations

from claims.formats.report.contents import Contents
from claims.formats.report.summary import filters, foot, lead, shape
from claims.formats.report.text import article
from claims.formats.report.voices import voices
from claims.model import Document
from claims.pages import asset, h, page, section


def write(document: Document) -> bytes:
    """Return the page, UTF-8."""
    contents = Contents.of(document)
    return page(
        contents.title,
        filters(contents),
        section("Text and claims", shape(contents), article(contents), id="text"),
        voices(contents),
        h("aside", id="peek", class_="peek no-print", aria_label="Claims here", hidden=True),
        foot(contents),
        style=asset(__package__, "report.css"),
        script=asset(__package__, "report.js"),
        lead=lead(contents),
    ).encode("utf-8")
