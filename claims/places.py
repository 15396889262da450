"""Places: which kind each is, where it lies, and who it is in a gazetteer that the user brings.

Nothing here guesses: a name that word lists, the words beside it or the gazetteer do not tell apart stays a
"place", and one that the gazetteer knows several times gets no URI unless the text says where it lies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Protocol

import attrs

from claims.errors import UsageError
from claims.lexicon import table, words
from claims.model import Document, Entity
from claims.plugins import offered
from claims.values import evolve

#: Entry points of packages that offer a gazetteer: a function without arguments that returns one.
GROUP = "claims.gazetteers"
#: Kinds of place; "place" is one that nothing tells apart.
TYPES = ("country", "region", "city", "facility", "place")
_COLUMNS = ("name", "type", "uri", "within")
#: Countries that are as often a state.
_EITHER = frozenset({"georgia"})
_WIDE = frozenset({"country", "region"})
#: Between the name of a place and that of the one around it.
_WITHIN = re.compile(r",? (?:in )?|, ")
_LONGEST = len(", in ")


@attrs.frozen
class GazetteerPlace:
    """A row of a gazetteer."""

    name: str
    #: One of `TYPES`.
    type: str
    uri: str | None = None
    #: Name or URI of the place around.
    within: str | None = None


class Gazetteer(Protocol):
    """Knows places by their names."""

    def places(self, name: str) -> Sequence[GazetteerPlace]:
        """Return every place of that name, in any order."""
        ...


@attrs.frozen(slots=False)
class PlaceTable:
    """A gazetteer in memory."""

    rows: tuple[GazetteerPlace, ...]

    @cached_property
    def _by_name(self) -> Mapping[str, list[GazetteerPlace]]:
        found: dict[str, list[GazetteerPlace]] = {}
        for row in self.rows:
            found.setdefault(row.name.casefold(), []).append(row)
        return found

    def places(self, name: str) -> Sequence[GazetteerPlace]:
        """Return every place of that name, in file order."""
        return self._by_name.get(name.casefold(), [])


def load_gazetteer(name: str) -> Gazetteer:
    """Return the gazetteer in a file, else the one that an installed package offers under that name.

    Raises `UsageError` where there is neither, and what `read_gazetteer` raises.
    """
    if Path(name).is_file():
        return read_gazetteer(name)
    known = offered(GROUP)
    if name not in known:
        more = f"; packages here offer {', '.join(known)}" if known else ""
        raise UsageError(f"there is no gazetteer {name}: give a file of name, type, uri and within{more}")
    found: Gazetteer = known[name].load()()
    return found


def read_gazetteer(path: str) -> PlaceTable:
    r"""Read tab-separated lines of name, type, uri and within; the last two may be missing, ``#`` opens a comment.

    Raises `UsageError` with the line that has no name or no type of `TYPES`, or an URI with white space.
    """
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"cannot read the gazetteer {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"the gazetteer {path} is no UTF-8 at byte {error.start}") from error
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip() and line[0] != "#"]
    return PlaceTable(tuple(_row(path, number, line) for number, line in lines))


def _row(path: str, number: int, line: str) -> GazetteerPlace:
    cells = [cell.strip() for cell in line.split("\t")]
    name, type_, uri, within = (*cells, "", "", "")[:4]
    if not name or type_ not in TYPES or len(cells) > len(_COLUMNS):
        columns, types = ", ".join(_COLUMNS), ", ".join(TYPES)
        raise UsageError(f"{path}:{number}: a line is {columns} between tabs, type one of {types}")
    if uri and (re.search(r"\s", uri) or ":" not in uri):
        raise UsageError(f"{path}:{number}: {uri!r:.60} is no URI")
    return GazetteerPlace(name, type_, uri or None, within or None)


def located(document: Document, text: str, gazetteer: Gazetteer | None = None) -> Document:
    """Return the document with the kind of each place it names, and its URI where `gazetteer` knows it."""
    around = _nesting(document.entities, text)
    named = {entity.id: entity for entity in document.entities}
    found = []
    for entity in document.entities:
        outer = named.get(around.get(entity.id, ""))
        found.append(_located(entity, outer, text, gazetteer) if entity.type in TYPES else entity)
    return document if tuple(found) == document.entities else evolve(document, entities=tuple(found))


def _located(entity: Entity, outer: Entity | None, text: str, gazetteer: Gazetteer | None) -> Entity:
    rows = list(gazetteer.places(entity.name)) if gazetteer else []
    if len(rows) > 1:
        names = {outer.name.casefold()} if outer else set()
        names |= {row.uri for row in gazetteer.places(outer.name) if row.uri} if outer and gazetteer else set()
        rows = [row for row in rows if row.within and (row.within in names or row.within.casefold() in names)]
    if len(rows) == 1:
        uris = (rows[0].uri,) if rows[0].uri else ()
        return evolve(entity, type=rows[0].type, same_as=(*entity.same_as, *uris))
    kind = _kind(entity, outer, text) if entity.type == "place" else entity.type
    return evolve(entity, type=kind) if kind != entity.type else entity


def _kind(entity: Entity, outer: Entity | None, text: str) -> str:
    """Return the kind that word lists, the words of the name or those around it tell."""
    name = entity.name.casefold().removeprefix("the ")
    if name in words("regions"):
        return "region"
    if name in words("countries"):
        return entity.type if name in _EITHER else "country"
    heads = [name.rpartition(" ")[2], *(_head_before(text, mention.start) for mention in entity.mentions)]
    told = next((table("place_heads")[head][0] for head in heads if head in table("place_heads")), None)
    if told is not None:
        return told
    wide = outer is not None and _kind(outer, None, text) in _WIDE
    return "city" if wide and outer is not None and outer.name != entity.name else entity.type


def _head_before(text: str, start: int) -> str:
    """Return the noun of "the city **of** X" in front of a name, or ""."""
    match = re.search(r"(\w+) of (?:the )?$", text[max(0, start - 40) : start])
    return match[1].lower() if match else ""


def _nesting(entities: Iterable[Entity], text: str) -> dict[str, str]:
    """Return places and those around them, by id: "Baghdad, Iraq", "a suburb in Baghdad, Iraq"."""
    spots = sorted(
        (span.start, span.end, entity.id)
        for entity in entities
        if entity.type in TYPES
        for mention in entity.mentions
        for span in mention.spans[:1]
    )
    found: dict[str, str] = {}
    for (_, end, inner), (start, _, outer) in pairwise(spots):
        between = text[end:start] if end < start <= end + _LONGEST else ""
        if inner != outer and between and _WITHIN.fullmatch(between):
            found.setdefault(inner, outer)
    return found
