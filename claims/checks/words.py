"""Words of a text without a parser: enough to tell content words that nobody claims."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from claims.lexicon import table
from claims.text import EDITORIAL, Extent, Span

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_DOUBLE_E = re.compile(r"eed(?:s|ed|ing)?$")
_ENCLITICS = frozenset({"s", "re", "ve", "ll", "d", "m", "t"})
#: Classes of the list that coverage passes over (GUIDELINES T4; linking words are connectives).
COVERAGE = frozenset({"article", "connective", "expletive", "complementiser", "relative", "preposition"})


@cache
def exempt(classes: frozenset[str] | None = None) -> frozenset[str]:
    """Return the words of these classes of the exempt list, None for all."""
    rows = table("exempt").items()
    return frozenset(word for word, cells in rows if classes is None or not classes.isdisjoint(cells))


@cache
def _phrases(classes: frozenset[str]) -> re.Pattern[str]:
    """Match the entries of more than one word, the longest first."""
    several = sorted((word for word in exempt(classes) if " " in word), key=lambda word: (-len(word), word))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, several)) + r")\b", re.IGNORECASE)


@lru_cache(maxsize=8192)
def is_exempt(word: str, classes: frozenset[str] | None = None) -> bool:
    """Tell whether a word needs no claim.

    >>> is_exempt("That's", COVERAGE), is_exempt("bridge", COVERAGE)
    (True, False)
    """
    plain = word.replace("’", "'").lower()
    base, _, tail = plain.partition("'")
    listed = exempt(classes)
    return plain in listed or (base in listed and tail in _ENCLITICS) or (not tail and plain in _ENCLITICS)


@lru_cache(maxsize=8192)
def _is_covered(word: str) -> bool:
    # With one argument the cache is twice as quick.
    return is_exempt(word, COVERAGE)


def content_words(text: str) -> list[tuple[int, int]]:
    """Return the words of a text that are not exempt from coverage, as ``(start, end)``; no editor's notes."""
    plain = EDITORIAL.sub(lambda match: " " * len(match[0]), text)
    return [match.span() for match in WORD.finditer(plain) if not _is_covered(match[0])]


def word_marks(text: str) -> bytes:
    """Return one byte for each code point: 1 where one of the `content_words` begins."""
    marks = bytearray(len(text))
    for start, _ in content_words(text):
        marks[start] = 1
    return bytes(marks)


def unlinked(text: str, span: Span, words: Iterable[Span]) -> Iterator[Span]:
    """Yield those of `words` that are no part of an exempt phrase of `span`, such as "as well as"."""
    phrases = [match.span() for match in _phrases(COVERAGE).finditer(text, span.start, span.end)]
    for word in words:
        number = bisect_right(phrases, (word.start, len(text))) - 1
        if number < 0 or phrases[number][1] < word.end:
            yield word


def erase(marks: bytearray, extents: Iterable[Extent], start: int = 0) -> None:
    """Take the marks of code points, the first of which is that at `start`, away where an extent covers them."""
    length = len(marks)
    for extent in extents:
        for span in extent.spans:
            low, high = span.start - start, span.end - start
            if low < 0:
                low = 0
            if high > length:
                high = length
            if low < high:
                marks[low:high] = bytes(high - low)


def same_word(one: str, other: str) -> bool:
    """Tell whether two words are forms of one: "invited" and "inviting", "left" and "leave", "Iraq's".

    >>> same_word("invited", "inviting"), same_word("wrote", "writes"), same_word("Iraq's", "Iraq")
    (True, True, True)
    >>> same_word("need", "needs"), same_word("agreed", "agrees")
    (True, True)
    """
    return stem(one) == stem(other)


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return what the forms of a word have in common: no dictionary form, and not always a stem.

    >>> stem("inviting"), stem("wrote")
    ('invit', 'writ')
    """
    plain = word.casefold().replace("’", "'").partition("'")[0]
    # "Need" is no past form, "agreed" is.
    base = _DOUBLE_E.sub("ee", _irregular().get(plain, plain))
    for ending in ("ing", "ed", "es", "s", "e"):
        # A stem has a vowel: "thing" and "red" are no inflected forms.
        if base.endswith(ending) and not base.endswith("ss") and re.search(r"[aeiouy]", base[: -len(ending)]):
            base = base[: -len(ending)]
            break
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "aeiouls":
        base = base[:-1]
    base = base.removesuffix("e")
    return base[:-1] + "y" if base.endswith("i") else base


@cache
def _irregular() -> dict[str, str]:
    return {form: base for base, forms in table("irregular_forms").items() for form in forms}
