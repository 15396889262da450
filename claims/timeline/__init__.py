"""Claims of one or many documents in the order of time.

::

    from claims import read
    from claims.timeline import chronology

    for entry in chronology([read("article.json")]).placed:
        print(entry.interval.edtf if entry.interval else "", entry.text)
"""

from claims.timeline.entries import Anchor, Entry
from claims.timeline.interval import Day, Interval, interval
from claims.timeline.order import Timeline, chronology
from claims.timeline.page import html
from claims.timeline.say import say
from claims.timeline.tables import COLUMNS, csv, date_words, to_data

__all__ = [
    "COLUMNS",
    "Anchor",
    "Day",
    "Entry",
    "Interval",
    "Timeline",
    "chronology",
    "csv",
    "date_words",
    "html",
    "interval",
    "say",
    "to_data",
]
