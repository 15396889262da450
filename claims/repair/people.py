"""Repairs of people: lists of them, each with what they belong to, and clauses that can only tell of them."""

from __future__ import annotations

from collections.abc import Iterator

from claims.repair.moves import Move
from claims.trees import Token, Tree

#: Entities that nobody speaks of as "who".
_PLACES = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})


def person_behind_party(tree: Tree) -> Iterator[Move]:
    """Join people to people: "Ann Lee of the Reform Party and **Tom Ray** of the Greens" is no party of Ray's.

    Nor is the party called "Tom Ray" in "Ann Lee of the Reform Party, **Tom Ray** of the Greens".
    """
    for token in tree.labelled("conj", "appos"):
        if token.entity != "PERSON" or token.pos != "PROPN":
            continue
        first = tree[token.head]
        while first.dep == "conj" and first.entity != "PERSON":
            first = tree[first.head]
        person = _of_person(tree, first) if first.entity != "PERSON" else None
        if person is None or person > token.i:
            continue
        yield Move(token.i, person, "conj")
        yield Move(first.head, person, "prep")
        yield from _party_behind(tree, token, person)
        for joiner in tree.children(token.head, "cc"):
            if joiner < token.i:
                yield Move(joiner, person, "cc")


def _party_behind(tree: Tree, person: Token, first: int) -> Iterator[Move]:
    """Yield what gives a person the party right behind: "Ann Lee of the Greens and Tom Ray **of the Reform Party**"."""
    behind = tree[person.i + 1] if person.i + 1 < len(tree) else person
    if behind.dep == "prep" and behind.lower in {"of", "from"} and first <= behind.head < person.i:
        yield Move(behind.i, person.i, "prep")


def _of_person(tree: Tree, noun: Token) -> int | None:
    """Return the person that a noun says something of: "**Ann Lee** of the Party", "the members **Ann Lee** of …"."""
    prep = tree[noun.head]
    if noun.dep != "pobj" or prep.dep != "prep" or noun.pos != "PROPN":
        return None
    above = tree[prep.head]
    near = (above.i, *tree.children(above.i, "appos"))
    return next((i for i in near if i < prep.i and tree[i].entity == "PERSON" and tree[i].pos == "PROPN"), None)


def who_of_people(tree: Tree) -> Iterator[Move]:
    """Give a clause with "who" to people, not to a place behind them: "guests from Rome who **applied**"."""
    for token in tree.labelled("relcl"):
        place = tree[token.head]
        subject = tree.child(token.i, "nsubj", "nsubjpass")
        if place.entity not in _PLACES or subject is None or tree[subject].lower != "who":
            continue
        people = next((i for i in tree.ancestors(place.i) if tree[i].pos == "NOUN" and tree[i].dep != "conj"), None)
        if people is not None and people < place.i:
            yield Move(token.i, people, "relcl")
