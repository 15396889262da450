"""The order of claims: by date, and where there is none by what the text says of before and after."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import attrs

from claims.model import Document
from claims.timeline.entries import Anchor, Entry, entries
from claims.timeline.interval import Interval

#: What temporal ties and times counted from a claim say about order; other words say nothing safe.
_ORDER = {"before": "before", "until": "before", "after": "after", "since": "after"}
_ORDER |= {"during": "during", "while": "during", "when": "during", "as": "during"}
_BACK = {"before": "after", "after": "before", "during": "during"}


@attrs.frozen
class Timeline:
    """Claims of one or several documents in the order of time."""

    documents: tuple[Document, ...]
    #: Those with a date in its order; one without stands beside the dated claim that the text ties it to.
    placed: tuple[Entry, ...]
    #: Those of which the text does not say when, in the order of the text.
    undated: tuple[Entry, ...]
    #: Dates by document and claim number, of claims that were not asked for too: others stand beside them.
    dates: Mapping[tuple[int, int], Interval]

    @cached_property
    def shown(self) -> frozenset[tuple[int, int]]:
        """Document and claim number of what is on the timeline."""
        return frozenset((entry.document, entry.number) for entry in (*self.placed, *self.undated))


def chronology(documents: Iterable[Document], *, who: str | None = None, source: str | None = None) -> Timeline:
    """Return the claims of `documents` in the order of time.

    `who` and `source` keep the claims whose subject or voice has these words in its name, in whatever case; claims
    without an attribution are the author's: ``source="the author"``.

    Dates are compared by their beginning, then by their end. A claim without a date that the text ties to a dated one
    of the same document (before, after, while), directly or through others, stands beside it; nothing is worked out
    where the ties do not say it.
    """
    several = tuple(documents)
    found = [list(anchored(list(entries(one, number)), ties(one))) for number, one in enumerate(several)]
    kept = [entry for one in found for entry in one if _is_wanted(entry, who, source)]
    dates = {(entry.document, entry.number): entry.interval for one in found for entry in one if entry.interval}
    placed = [entry for entry in kept if _dated(entry) in dates]
    placed.sort(key=lambda entry: _key(entry, dates))
    return Timeline(several, tuple(placed), tuple(entry for entry in kept if _dated(entry) not in dates), dates)


def _is_wanted(entry: Entry, who: str | None, source: str | None) -> bool:
    return _has(entry.who, who) and _has(entry.voices, source)


def _dated(entry: Entry) -> tuple[int, int]:
    """Return the claim whose date orders an entry: its own, or the one that it stands beside."""
    return entry.document, entry.anchor.claim if entry.anchor else entry.number


def _has(names: Iterable[str], wanted: str | None) -> bool:
    return wanted is None or any(wanted.casefold() in name.casefold() for name in names)


def _key(
    entry: Entry, dates: Mapping[tuple[int, int], Interval]
) -> tuple[tuple[float, float, str], int, int, int, int]:
    """Return what an entry is sorted by: its date or that of its anchor, then before, at or after it, then the text."""
    document, at = _dated(entry)
    side = {"before": -1, "after": 1}.get(entry.anchor.relation, 0) if entry.anchor else 0
    # An anchored claim follows its own anchor, not everything of that date.
    return dates[document, at].key, document, at, side, entry.number


Ties = Mapping[int, Sequence[tuple[int, str]]]


def ties(document: Document) -> Ties:
    """Return which claims the text orders: (other claim, how this one lies to it), for each claim, both ways."""
    numbers = {claim.id: number for number, claim in reversed(list(enumerate(document.claims)))}
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for number, claim in enumerate(document.claims):
        said = [(tie.target, tie.value) for tie in claim.relations if tie.type == "temporal"]
        said += [(when.target, when.relation) for when in claim.when]
        for target, word in dict.fromkeys(said):
            order = _ORDER.get(word or "")
            if target in numbers and target is not None and order and numbers[target] != number:
                found[number].append((numbers[target], order))
                found[numbers[target]].append((number, _BACK[order]))
    return found


def anchored(found: Sequence[Entry], known: Ties) -> Iterator[Entry]:
    """Yield the entries, those without a date with the nearest dated claim that ties lead to, else the first of all."""
    anchors = _anchors(found, known)
    for entry in found:
        first = (Anchor(order, there) for there, order in known.get(entry.number, ()))
        yield entry if entry.interval else attrs.evolve(entry, anchor=anchors.get(entry.number) or next(first, None))


def _anchors(found: Sequence[Entry], known: Ties) -> dict[int, Anchor]:
    """Walk from the dated claims along the ties, breadth first, as long as they lead the same way in time."""
    anchors: dict[int, Anchor] = {}
    waiting = deque((entry.number, "during", entry.number) for entry in found if entry.interval)
    seen: set[tuple[int, str]] = set()
    while waiting:
        here, so_far, dated = waiting.popleft()
        for there, order in known.get(here, ()):
            both = _joined(_BACK[order], so_far)
            if both is None or found[there].interval or (there, both) in seen:
                continue
            seen.add((there, both))
            anchors.setdefault(there, Anchor(both, dated))
            waiting.append((there, both, dated))
    return anchors


def _joined(one: str, other: str) -> str | None:
    """Return what two steps say together: before what was before; nothing of before and after."""
    if one == "during":
        return other
    return one if other in (one, "during") else None
