"""What changed between two versions of a claim file, matched by content, never by id.

::

    portraits   an item (claim, link, time …) as its content: slots, places, references
    places      where a place of the one text stands in the other
    matching    which item of the one file is which of the other
    compare     the slots that differ: `changes(before, after)`
    report      the same as plain data
"""

from claims.changes.compare import Change, Changes, SlotChange, changes
from claims.changes.portraits import Portrait, Ref, Section, Value
from claims.changes.report import counts, to_data

__all__ = ["Change", "Changes", "Portrait", "Ref", "Section", "SlotChange", "Value", "changes", "counts", "to_data"]
