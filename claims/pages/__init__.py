"""Self-contained pages for a browser: one frame and a few building blocks.

::

    from claims.pages import h, page, section, table

    rows = [("claims", 12), ("sentences", 5)]
    counts = table("What there is", ("kind", "number"), rows, numeric=[1])
    text = page("Figures", section("Counts", counts, id="counts"))
    Path("figures.html").write_bytes(text.encode())

`h` makes an element and escapes all text; `page` puts elements into a whole page with heading, style sheet (light,
dark, print, narrow) and a policy by which nothing is loaded and nothing but the page's own script runs. Colours are
variables of the style sheet: ``--ink``, ``--soft``, ``--rule``, ``--faint``, ``--paper``, ``--raised``, ``--accent``,
``--mark``, ``--added``, ``--removed``, and one for each rating (see `RATINGS`).
"""

from claims.pages.blocks import RATINGS, Look, facts, figure, rating, section, sign, table
from claims.pages.drawing import Scale, axis, bar, drawing, place
from claims.pages.elements import Element, Node, clean, fill, h, is_link, link, unseen
from claims.pages.frame import asset, page, policy

__all__ = [
    "RATINGS",
    "Element",
    "Look",
    "Node",
    "Scale",
    "asset",
    "axis",
    "bar",
    "clean",
    "drawing",
    "facts",
    "figure",
    "fill",
    "h",
    "is_link",
    "link",
    "page",
    "place",
    "policy",
    "rating",
    "section",
    "sign",
    "table",
    "unseen",
]
