"""What changed between two versions of a claim file, matched by content, never by id.

::

    portraits   an item (claim, link, time …) as its content: slots, places, references
    places      where a place of the one text stands in the other
    matching    which item of the one file is which of the other
    compare     the slots that differ: `changes(before, after)`
    rows        the same in words
    report      … as plain data
    html        … as a page
"""

from claims.changes.compare import Change, Changes, SlotChange, changes
from claims.changes.html import html
from claims.changes.portraits import Portrait, Ref, Section, Value
from claims.changes.report import counts, to_data
from claims.changes.rows import Row, place, rows

__all__ = [
    "Change",
    "Changes",
    "Portrait",
    "Ref",
    "Row",
    "Section",
    "SlotChange",
    "Value",
    "changes",
    "counts",
    "html",
    "place",
    "rows",
    "to_data",
]
