"""Words as comparison sees them: inflection and spelling taken off, words for one thing made one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from snowballstemmer import stemmer

from claims.lexicon import table, words

#: Numbers with their separators, words with inner hyphens and apostrophes, and signs of units.
TOKEN = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?(?:[-–]\d+)?|[^\W\d_]+(?:[.'’-][^\W\d_]+)*\.?|[%€$£¥]")
_BRITISH = re.compile(r"is(e|es|ed|ing|ation|ations)$")
#: Regular endings, and what stands in their place in the base form.
_ENDINGS = (
    ("ies", "y"),
    ("es", ""),
    ("s", ""),
    ("ied", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
)
_STEMMER = stemmer("english")


def tokens(text: str) -> list[str]:
    """Return the words, numbers and unit signs of `text`, as they are written.

    >>> tokens("It won 2-1; 1,200 fans' €2.5m didn't help.")
    ['It', 'won', '2-1', '1,200', 'fans', '€', '2.5', 'm', "didn't", 'help']
    """
    return [token if "." in token[:-1] else token.rstrip(".") for token in TOKEN.findall(text)]


#: Names that would be function words but for their capitals.
CAPITALS = frozenset({"US", "WHO", "May"})


@cache
def key(word: str) -> str:
    """Return what stands for a word and its inflected forms, and for others of its class; "" for function words.

    >>> key("explosions") == key("blast"), key("the"), key("recognised") == key("recognizes")
    (True, '', True)
    """
    plain = word.lower().replace("’", "'").removesuffix("'s")
    if plain in words("stop_words") and word not in CAPITALS:
        return ""
    for known in (table("same_nouns"), table("same_verbs")):
        for base in _bases(plain):
            if base in known:
                return f"={known[base][0]}"
    stem: str = _STEMMER.stemWord(_BRITISH.sub(r"iz\1", _irregular().get(plain, plain)))
    return stem


@cache
def event(lemma: str) -> str:
    """Return what stands for a verb and others of its class.

    >>> event("murder") == event("die")
    True
    """
    verbs = table("same_verbs")
    return f"={verbs[lemma][0]}" if lemma in verbs else key(lemma) or lemma


@cache
def opposite(one: str, other: str) -> bool:
    """Tell whether two events exclude each other: "rise" and "fall"."""
    return (one, other) in _opposites() or (other, one) in _opposites()


@cache
def family(event: str) -> str:
    """Return one name for an event and everything opposite to it, directly or not."""
    found = {event}
    while True:
        near = {name for pair in _opposites() if found & set(pair) for name in pair} - found
        if not near:
            return min(found)
        found |= near


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    return frozenset((f"={one}", f"={other}") for one, rest in table("opposite_verbs").items() for other in rest)


def _bases(plain: str) -> Iterator[str]:
    yield plain
    yield _irregular().get(plain, plain)
    for ending, rest in _ENDINGS:
        if plain.endswith(ending) and len(plain) > len(ending) + 1:
            yield plain.removesuffix(ending) + rest


@cache
def _irregular() -> dict[str, str]:
    return {form: base for base, forms in table("irregular_forms").items() for form in forms}


@cache
def is_country(name: str) -> bool:
    """Tell whether a name is a country's or a wider region's.

    >>> is_country("the United States"), is_country("Lima")
    (True, False)
    """
    return name.lower().removeprefix("the ") in words("countries")


def chunks(parts: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a phrase between prepositions as (start, end): "a ban | on cars | in towns"."""
    cuts = [number for number, part in enumerate(parts) if number and part.lower() in words("phrase_joints")]
    yield from pairwise([0, *cuts, len(parts)])
