"""Which names name the same: full names and surnames, acronyms, legal forms, what is "also known as" something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import attrs

from claims.analysis import Tokens, Words
from claims.lexicon import table
from claims.trees import Tree
from claims.values import value

#: Small words that acronyms pass over.
SMALL = frozenset(("of", "the", "for", "and", "in", "on", "to", "de", "du", "la", "al"))
#: How many names may stand between the surname in a headline and the full name.
HEADLINE = 12
#: Titles that say of which sex somebody is ("m", "f") or only that it is a person.
HONORIFICS = {
    **dict.fromkeys(("mr", "sir", "lord", "sheikh", "senor", "monsieur", "herr"), "m"),
    **dict.fromkeys(("mrs", "ms", "miss", "lady", "dame", "madam", "madame", "frau"), "f"),
    **dict.fromkeys(("dr", "prof"), ""),
}
#: What companies are by law, and generations: no part of the name that is repeated.
SUFFIXES = frozenset(
    "inc corp ltd llc plc ag gmbh sa se nv co bv ab oyj spa kg llp lp limited incorporated corporation "
    "jr sr ii iii iv".split()
)
#: Words between a name and another name of the same.
RENAMING = frozenset(
    ", ( also better formerly previously widely commonly usually popularly known called nicknamed dubbed alias aka "
    "a.k.a. as the “ ‘ \" '".split()
)
#: One of them is enough.
SAYS_SO = frozenset("known called nicknamed dubbed alias aka a.k.a.".split())
#: An acronym in brackets stands for so many words before it at most.
LONGEST = 12


@value
class Named:
    """A mention with a name."""

    words: Words
    #: The name itself, without article, honorific and genitive mark.
    name: Tokens
    text: str
    type: str


@attrs.define
class _Bearer:
    """Somebody with a surname."""

    entity: int
    sex: str


@attrs.define
class _Grouping:
    """What is known while the names of a text are read in order."""

    places: frozenset[str]
    numbers: list[int] = attrs.field(factory=list)
    count: int = 0
    #: Name or part of a name to entity.
    known: dict[str, int] = attrs.field(factory=dict)
    #: Names of one word that may be surnames, with their entity and the mention that brought them in.
    surnames: dict[str, tuple[int, int]] = attrs.field(factory=dict)
    bearers: dict[str, list[_Bearer]] = attrs.field(factory=dict)

    def add(self, named: Named, number: int | None, sex: str) -> None:
        """Give a mention its entity, a new one where none is known."""
        if number is None:
            number, self.count = self.count, self.count + 1
            if len(named.name) == 1 and named.text not in self.places:
                self.surnames[named.text] = number, len(self.numbers)
        self.numbers.append(number)
        own = plain(named.text)
        for name in (own, *_aliases(named)):
            if name not in self.places or name == own or name.isupper():
                self.known.setdefault(name, number)
        if named.type == "PERSON":
            first, last = own.split()[0], own.split()[-1]
            given = table("first_names").get(first.lower(), ("",))[0] if first != last else ""
            bearers = self.bearers.setdefault(last, [])
            if not any(bearer.entity == number for bearer in bearers):
                bearers.append(_Bearer(number, sex or given))

    def titled(self, named: Named, sex: str) -> int | None:
        """Return who was last named by the surname behind "Mr" or "Ms", if the title fits."""
        bearers = self.bearers.get(plain(named.text).split()[-1], [])
        return next((bearer.entity for bearer in reversed(bearers) if bearer.sex in ("", sex)), None)

    def headline(self, named: Named) -> int | None:
        """Return the entity of a surname that a headline has used before the full name."""
        number, since = self.surnames.pop(plain(named.text).split()[-1], (None, 0))
        return number if len(self.numbers) - since <= HEADLINE else None


def grouped(found: Sequence[Named], trees: Sequence[Tree]) -> tuple[tuple[int, ...], dict[str, int]]:
    """Give every mention the number of its entity; return the numbers and the names known in the end.

    Same string, legal forms and middle initials aside; a person's surname or first name after the full
    name, behind "Mr" or "Ms" of somebody who may bear it, the surname before it (headlines); initials of
    a longer name, before or behind it; an acronym in brackets behind the name it stands for; what a name
    is said to be "also known as".
    """
    people = {named.text.split()[-1] for named in found if named.type == "PERSON"}
    places = frozenset(named.text for named in found if named.type in ("GPE", "LOC")) - people
    state = _Grouping(places)
    for index, named in enumerate(found):
        tree = trees[named.words.sentence]
        sex = HONORIFICS.get(_title(tree, named), "")
        number = state.titled(named, sex) if sex and len(named.name) == 1 else state.known.get(plain(named.text))
        if number is None and index and (other := _other_name(tree, found, index)) is not None:
            number = state.numbers[other]
        if number is None and named.type == "PERSON" and not sex:
            number = state.headline(named)
        if number is None and len(named.name) > 1 and named.type != "PERSON":
            number = next((state.known[short] for short in _acronyms(named.text) if short in state.known), None)
        state.add(named, number, sex)
    return tuple(state.numbers), state.known


# Each mention asks for its own and for what it may be short for.
@lru_cache(maxsize=1 << 12)
def plain(name: str) -> str:
    """Return the name as it is looked up: "U.S." is "US", "Apple Inc." "Apple", "Ann B. Lee" "Ann Lee"."""
    parts = (name.replace(".", "") if name.isupper() else name).split()
    while len(parts) > 1 and parts[-1].rstrip(".").lower() in SUFFIXES:
        parts[-2] = parts[-2].rstrip(",")
        parts.pop()
    middle = [part for part in parts[1:-1] if len(part.rstrip(".")) > 1]
    return " ".join((parts[0], *middle, parts[-1]) if len(parts) > 1 else parts)


def _title(tree: Tree, named: Named) -> str:
    """Return the honorific before a name, in small letters without its stop."""
    before = named.name[0] - 1
    return tree[before].lower.rstrip(".") if before >= 0 else ""


def _other_name(tree: Tree, found: Sequence[Named], index: int) -> int | None:
    """Return the mention before that this one renames: an acronym in brackets, or what is "also known as" this."""
    named, before = found[index], found[index - 1]
    opening = named.words.tokens[0] - 1
    if before.words.sentence != named.words.sentence or opening < 1:
        return None
    if tree[opening].text == "(" and len(named.name) == 1 and named.text.isupper():
        return _spelled_out(tree, found, index, opening)
    between = [tree[i].lower for i in range(before.words.tokens[-1] + 1, named.words.tokens[0])]
    if 0 < len(between) <= 7 and SAYS_SO.intersection(between) and RENAMING.issuperset(between):
        return index - 1
    return None


def _spelled_out(tree: Tree, found: Sequence[Named], index: int, opening: int) -> int | None:
    """Return the mention that begins where an acronym's initials do: "Islamic State of Iraq and Syria (**ISIS**)"."""
    letters = list(plain(found[index].text))
    at = opening
    while letters and at > max(opening - LONGEST, 0):
        at -= 1
        if tree[at].text[0].upper() == letters[-1] and tree[at].lower not in SMALL:
            letters.pop()
        elif tree[at].lower not in SMALL:
            break
    last = found[index - 1]
    ends = last.words.tokens[-1] == opening - 1
    if letters:
        return index - 1 if ends else None
    before = range(index - 1, max(index - 4, -1), -1)
    return next(
        (k for k in before if found[k].words.sentence == last.words.sentence and at in found[k].words.tokens), None
    )


def _aliases(named: Named) -> Iterator[str]:
    parts = plain(named.text).split()
    if named.type == "PERSON" and len(parts) > 1:
        yield parts[-1]
        yield parts[-1].rpartition("-")[2]
        yield parts[0]
    else:
        yield from _acronyms(named.text)


def _acronyms(name: str) -> Iterator[str]:
    """Yield the initials of a name of several words."""
    initials = [part[0] for part in plain(name).split() if part.lower() not in SMALL]
    if len(initials) > 1 and all(letter.isupper() for letter in initials):
        yield "".join(initials)
