"""Rules about several documents at once: what they are called, and whether what they cite is there.

They look at one short line about each document (`Card`), so that a corpus of any size can be checked, and a cache
can keep the line beside a file's findings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from claims.checks.context import Rule
from claims.json_input import shown


def _tuples(rows: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row) for row in rows)


@attrs.frozen
class Card:
    """What the rules of this family have to know of a document."""

    #: Id of its source, and the stated digest of the text.
    id: str
    sha256: str
    #: Pointer and id of each document that evidence names.
    cites: tuple[tuple[str, ...], ...] = attrs.field(default=(), converter=_tuples)

    @classmethod
    def of(cls, data: Any) -> Card | None:
        """Return the card of a claim file's plain data, None where it is too broken to have one."""
        try:
            cites = [
                (f"/verdicts/{index}/evidence/{number}/document", evidence["document"])
                for index, verdict in enumerate(data.get("verdicts", ()))
                for number, evidence in enumerate(verdict.get("evidence", ()))
                if evidence.get("document")
            ]
            card = cls(data["source"]["id"], data["source"]["sha256"], cites)
        except (AttributeError, KeyError, TypeError):
            return None
        return card if all(isinstance(part, str) for part in (card.id, card.sha256, *sum(card.cites, ()))) else None


@attrs.frozen
class Across:
    """What was found by comparing: code, message, pointer, and the number of the document it is said of."""

    code: str
    message: str
    pointer: str
    number: int


def compare(cards: Iterable[tuple[str, Card]]) -> Iterator[Across]:
    """Yield what is wrong among documents, each given by its name for messages and its card.

    >>> cards = [("a.json", Card("x", "1")), ("b.json", Card("x", "2"))]
    >>> [(found.code, found.number) for found in compare(cards)]
    [('D801', 1)]
    """
    listed = list(cards)
    ids: dict[str, tuple[str, str]] = {}
    texts: dict[str, str] = {}
    for number, (name, card) in enumerate(listed):
        first, text = ids.setdefault(card.id, (name, card.sha256))
        if text != card.sha256:
            yield Across("D801", f"{first} has the id {shown(card.id)} already, for another text", "/source/id", number)
        if (earlier := texts.setdefault(card.sha256, name)) != name:
            yield Across("D802", f"{earlier} is about the same text", "/source/sha256", number)
    for number, (_, card) in enumerate(listed):
        for pointer, cited in card.cites:
            if cited not in ids:
                yield Across("D803", f"there is no document {shown(cited)} among those checked", pointer, number)


RULES = (
    Rule(
        "D801",
        "duplicate-document",
        "corpus",
        "Documents that are checked together and are about different texts have different ids.",
        'a.json and b.json, of two texts: "id": "bridge"',
        'a.json: "id": "bridge-1", b.json: "id": "bridge-2"',
    ),
    Rule(
        "D802",
        "same-text",
        "corpus",
        "Documents that are checked together are about different texts.",
        "a.json and b.json with one sha256",
        "a.json alone",
        severity="warning",
    ),
    Rule(
        "D803",
        "missing-document",
        "corpus",
        "A document that evidence names is among those checked; off unless selected, for only a whole corpus tells.",
        '"document": "log-7", no such source',
        '"document": "log-7", a source log-7',
        optional=True,
    ),
)
