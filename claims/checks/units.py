"""Recognise offsets that count something else than code points from 0: UTF-16 units, bytes, or from 1."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator

import attrs

from claims.text import GAP, Extent

#: An offset of the other unit → the offset in code points, or -1 where it hits no border of a character.
Convert = Callable[[int], int]
#: So many of the quoted texts have to fit, in all and as a share, before a unit is believed.
ENOUGH, MOST = 3, 0.9


@attrs.frozen
class Unit:
    """One way to count, and how its ranges become ours."""

    name: str
    start: Convert
    end: Convert

    def ranges(self, extent: Extent) -> list[tuple[int, int]]:
        """Return the ranges of an extent in code points."""
        return [(self.start(span.start), self.end(span.end)) for span in extent]


def units(text: str) -> Iterator[Unit]:
    """Yield the ways to count that give other offsets for this text than ours."""
    if not text.isascii():
        if any(char > "\uffff" for char in text):
            utf16 = _inverse(text, lambda char: 2 if char > "\uffff" else 1)
            yield Unit("UTF-16 code units", utf16, utf16)
        utf8 = _inverse(text, lambda char: len(char.encode("utf-8", "surrogatepass")))
        yield Unit("UTF-8 bytes", utf8, utf8)
    yield Unit("code points from 1", lambda offset: offset - 1, lambda offset: offset - 1)
    yield Unit("code points from 1, the last included", lambda offset: offset - 1, lambda offset: offset)
    yield Unit("code points, the last included", lambda offset: offset, lambda offset: offset + 1)


def recognised(text: str, quoted: Iterable[tuple[Extent, str]]) -> tuple[Unit, int, int] | None:
    """Return the unit in which nearly all quoted texts stand where they say, their number, and the number of all.

    >>> quoted = [(Extent.of((n + 1, n + 2)), char) for n, char in enumerate("abcd")]
    >>> recognised("abcd", quoted)[0].name
    'code points from 1'
    """
    pairs = [(extent, exact) for extent, exact in quoted if extent]
    plain = sum(extent.exact(text) == exact for extent, exact in pairs)
    for unit in units(text) if plain < MOST * len(pairs) else ():
        fitting = sum(_fits(text, unit.ranges(extent), exact) for extent, exact in pairs)
        if fitting >= max(ENOUGH, MOST * len(pairs)):
            return unit, fitting, len(pairs)
    return None


def _fits(text: str, ranges: list[tuple[int, int]], exact: str) -> bool:
    return all(0 <= start < end for start, end in ranges) and GAP.join(text[a:b] for a, b in ranges) == exact


def _inverse(text: str, width: Callable[[str], int]) -> Convert:
    """Return the way back from offsets that count each character by its width."""
    places = array("q")
    for offset, char in enumerate(text):
        places.append(offset)
        places.extend([-1] * (width(char) - 1))
    places.append(len(text))
    return lambda offset: places[offset] if 0 <= offset < len(places) else -1
