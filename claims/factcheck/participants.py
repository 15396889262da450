"""Phrases as comparison sees them: what they are about, what they name, count and leave open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import attrs

from claims.factcheck.numbers import Quantity, quantities
from claims.factcheck.words import chunks, key, tokens
from claims.lexicon import table, words
from claims.model import Entity
from claims.places import TYPES as PLACES

#: Words that leave nobody and nothing: what they say is in the polarity.
_NOBODY = frozenset({"no", "none", "nobody", "nothing", "neither", "no-one"})
#: Words that leave open how many of a kind are meant.
_PARTIAL = frozenset({"some", "most", "many", "few", "several", "other", "others", "certain", "numerous"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your"})


@attrs.frozen
class Phrase:
    """A participant or circumstance."""

    text: str
    #: Keys of its content words, numbers and names included.
    words: frozenset[str]
    #: Key of the noun that the phrase is about.
    head: str
    #: The preposition it begins with, "" without one.
    preposition: str = ""
    quantities: tuple[Quantity, ...] = ()
    #: Keys of the words of names in it.
    names: frozenset[str] = frozenset()
    #: Names of places in it, as written; buildings aside, of which one may stand in another.
    places: tuple[str, ...] = ()
    #: Keys of the words of persons' names, of which one may stand for all.
    persons: frozenset[str] = frozenset()
    #: Keys of words that an article or possessive makes definite.
    known: frozenset[str] = frozenset()
    #: It is about somebody or something definite.
    definite: bool = False
    #: "nobody", "no weapons".
    empty: bool = False
    #: "some pupils", "most of the houses": what holds for these need not hold for others.
    partial: bool = False
    #: It tells which of its kind another phrase is about: "the bridge | over the Elbe".
    modifier: bool = False
    #: It is about something of somebody named, not about them: "Verdani's shipyard", "the shares of Verdani".
    owned: bool = False


def phrase(text: str, named: Sequence[Entity] = ()) -> Phrase:
    """Return the phrase that `text` is; `named` are the entities whose names stand in it.

    >>> made = phrase("at least three houses in Lima", [Entity("e1", "Lima", "place")])
    >>> made.head, made.preposition, made.quantities[0].low, sorted(made.names)
    ('=house', '', 3.0, ['lima'])
    """
    parts = tokens(text)
    joints = words("phrase_joints")
    lead = parts[0].lower() if parts and parts[0].lower() in joints and len(parts) > 1 else ""
    found, rest = quantities(parts[1:] if lead and not _starts_number(parts) else parts)
    if any(it.unit == "time" for it in found):
        rest = [word for word in rest if word.lower().removesuffix("s") not in table("time_units")]
    runs = [rest[start:end] for start, end in chunks(rest)]
    known = [word for run in runs if _is_definite(run) for word in run]
    own: list[str] = next(filter(None, map(keys, _behind_possessive(runs))), [])
    names = frozenset(keys(word for it in named for word in tokens(it.name)))
    lower = [word.lower() for word in rest[:1]]
    return Phrase(
        text,
        frozenset(keys(rest)),
        own[-1] if own else (found[0].unit if found else ""),
        lead if not _starts_number(parts) else "",
        tuple(found),
        names,
        tuple(it.name for it in named if it.type in PLACES and it.type != "facility"),
        frozenset(keys(word for it in named if it.type == "person" for word in tokens(it.name))),
        frozenset(keys(known)),
        bool(named) or bool(runs and _is_definite(runs[0])),
        bool(lower and lower[0] in _NOBODY),
        bool(lower and lower[0] in _PARTIAL),
        owned=bool(names and own) and names.isdisjoint(own),
    )


def pieces(text: str) -> list[str]:
    """Cut a phrase before its prepositions, but not before "of".

    >>> pieces("a strike of at least 300 miners in the pits near Kiruna")
    ['a strike of at least 300 miners', 'in the pits', 'near Kiruna']
    """
    parts = text.split()
    cuts = [0]
    for place, word in enumerate(parts):
        joint = word.lower() in words("phrase_joints") and word.lower() not in ("of", "than")
        if joint and place > cuts[-1] and parts[place - 1].lower() != "of" and not _starts_number(parts[place:]):
            cuts.append(place)
    return [" ".join(parts[start:end]) for start, end in pairwise([*cuts, len(parts)])]


def _is_definite(piece: Sequence[str]) -> bool:
    """Tell whether an article or possessive stands first, or behind the preposition: "of the passengers"."""
    lower = [word.lower() for word in piece[:2]]
    if lower and lower[0] in words("phrase_joints"):
        lower = lower[1:]
    return bool(lower) and lower[0] in _DEFINITE


def _behind_possessive(runs: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """Leave out what stands before the last "'s": "the Bank of Ghana's | governor" is about the governor."""
    for number in reversed(range(len(runs))):
        for place in reversed(range(len(runs[number]) - 1)):
            if runs[number][place].lower().replace("’", "'").endswith("'s"):
                return [runs[number][place + 1 :], *runs[number + 1 :]]
    return runs


def keys(parts: Iterable[str]) -> list[str]:
    """Return the keys of the content words."""
    return [made for word in parts if (made := key(word))]


def _starts_number(parts: Sequence[str]) -> bool:
    """Tell whether a leading "over", "under" or "at" belongs to a number."""
    first = " ".join(parts[:2]).lower()
    if first in ("at least", "at most"):
        return True
    return len(parts) > 1 and parts[0].lower() in ("over", "under", "about", "around") and parts[1][0].isdigit()
