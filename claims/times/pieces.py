"""Cut the tokens of a sentence into the pieces that time patterns are written in.

A tokenizer leaves "mid-2011", "3:30pm" and "12/05/2019" whole and tears "mid-November" apart. Pieces
are the same for both: numbers, words and marks, lower case, each with the token it comes from.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import attrs

from claims.lexicon import table
from claims.trees import Token

#: A longer token is no word of a time expression; cutting it up would only cost time.
LONGEST = 40
JUNK = "\N{REPLACEMENT CHARACTER}"

_PIECE = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?"  # 1,500
    r"|[0-9]+(?:st|nd|rd|th)(?![a-z])|[0-9]+s(?![a-z])"  # 3rd, 90s
    r"|(?<!\.)[0-9]+\.[0-9]+(?![.0-9])|[0-9]+"  # 2.5, 3.30, not 5.2019 of 3.5.2019
    r"|'[a-z]+"  # 's
    r"|[^\W\d_]+(?:\.[^\W\d_]+)*\.?(?:'[a-z]+)?"  # week, a.m., o'clock
    r"|\S"
)
_MARKS = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-"})


class Piece(NamedTuple):
    """A number, word or mark."""

    #: Lower case, quotes and dashes made plain, the points of an abbreviation left out.
    word: str
    #: Index of its token.
    token: int
    #: Code points of the source text, half-open.
    start: int
    end: int
    #: Whether it is written with a capital.
    capital: bool


def pieces(tokens: Iterable[Token]) -> list[Piece]:
    """Return the pieces of the tokens, in text order.

    >>> from claims.trees import Token
    >>> token = Token(0, 0, 8, "mid-2011", "", "", "", "", 0, "", "O")
    >>> [piece.word for piece in pieces([token])]
    ['mid', '-', '2011']
    """
    return [
        Piece(word, token.i, token.start + left, token.start + right, capital)
        for token in tokens
        for word, left, right, capital in shapes(token.text)
    ]


def shapes(text: str) -> tuple[tuple[str, int, int, bool], ...]:
    """Return the pieces of one token's text: word, place inside, whether it has a capital."""
    return _shapes(text) if len(text) <= LONGEST else ((JUNK, 0, len(text), False),)


# A text repeats its words: most tokens have been cut before.
@lru_cache(maxsize=1 << 14)
def _shapes(text: str) -> tuple[tuple[str, int, int, bool], ...]:
    # Some capitals grow in lower case; then places inside the token would be wrong.
    lower = text.lower().translate(_MARKS)
    if len(lower) != len(text):
        return ((JUNK, 0, len(text), False),)
    if text.isalpha():
        return ((lower, 0, len(text), text[0].isupper()),)
    return tuple(
        (match[0].replace(".", "") if match[0][0].isalpha() else match[0], *match.span(), text[match.start()].isupper())
        for match in _PIECE.finditer(lower)
    )


@attrs.frozen
class Line:
    """The pieces of a sentence as one string with single spaces, and the way back."""

    pieces: tuple[Piece, ...]
    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, found: Sequence[Piece]) -> Line:
        """Join the pieces."""
        starts, place = [], 1
        for piece in found:
            starts.append(place)
            place += len(piece.word) + 1
        return cls(tuple(found), f" {' '.join(piece.word for piece in found)} ", tuple(starts))

    def range(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open range of pieces that ``text[start:end]`` covers."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)


@cache
def _small() -> dict[str, int]:
    return {word: int(row[0]) for word, row in table("numerals").items()}


_FRACTION = re.compile(r"(?:an? |one )?(half|quarter|three(?: -)? quarters)(?: of)?(?: an?)?(?: -)?")


def number(words: str) -> float | None:
    """Return the value of a number in figures or words; None for what is no exact number.

    >>> number("twenty - five"), number("two and a half"), number("1,500"), number("2.5 million"), number("half a")
    (25, 2.5, 1500, 2500000, 0.5)
    """
    plain = words.replace(",", "")
    if match := re.fullmatch(r"([0-9]{1,3}) ([1-3]) / ([2-4])", plain):
        return int(match[1]) + int(match[2]) / int(match[3])
    if re.fullmatch(r"\d{1,15}(?:\.\d{1,15})?", plain):
        return float(plain) if "." in plain else int(plain)
    if match := _FRACTION.fullmatch(plain):
        return {"half": 0.5, "quarter": 0.25}.get(match[1], 0.75)
    head, half, _ = plain.partition(" and a half")
    value = _words(head.split())
    return value + 0.5 if half and value is not None else value


def _words(words: Sequence[str]) -> float | None:
    total: float = 0
    part: float = 0
    seen = False
    value: float | None
    for word in words:
        value = 1 if word in {"a", "an"} else _small().get(word, _figure(word))
        if value is None:
            # "A hundred and five" is one number, "two and three" are two.
            if word != "-" and not (word == "and" and max(total, part) >= 100):
                return None
            continue
        seen = True
        if value >= 1000:
            total, part = total + max(part, 1) * value, 0
        elif value == 100 or (word == "dozen"):
            part = max(part, 1) * value
        else:
            part += value if word not in {"a", "an"} else 0
    value = total + part or 1
    return (int(value) if value == int(value) else value) if seen else None


def _figure(word: str) -> float | None:
    if re.fullmatch(r"[0-9]{1,9}", word):
        return int(word)
    return float(word) if re.fullmatch(r"[0-9]{1,9}\.[0-9]{1,6}", word) else None


def ordinal(words: str) -> int | None:
    """Return the value of an ordinal in figures or words.

    >>> ordinal("21st"), ordinal("twenty - first")
    (21, 21)
    """
    if match := re.fullmatch(r"([0-9]{1,4})(?:st|nd|rd|th)?", words):
        return int(match[1])
    values = [table("ordinals")[word][0] if word in table("ordinals") else None for word in words.split()]
    tens = _small().get(words.split()[0], 0) if len(values) > 1 else 0
    return tens + int(values[-1]) if values and values[-1] else None
