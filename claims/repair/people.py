"""Repairs of people: their titles, lists of them, each with what they belong to, clauses that only tell of them."""

from __future__ import annotations

from collections.abc import Iterator

from claims.lexicon import words
from claims.repair.moves import Move, is_person
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


def person_behind_role(tree: Tree) -> Iterator[Move]:
    """Join people to people, not to what the first is: "Ann Lee, a doctor, and **Tom Ray**" are two.

    So are "Ann Lee, a doctor, and her **son**".
    """
    for name in tree.labelled("conj"):
        role = tree[name.head]
        first = tree[role.head]
        apart = tree[tree.subtree(name.i)[0] - 2].text == "," and tree.child(name.i, "poss") is not None
        person = name.entity == "PERSON" or (apart and is_person(name))
        if person and first.entity == "PERSON" and role.dep == "appos" and role.tag == "NN" and role.i > first.i:
            yield Move(name.i, first.i, "conj")
            yield from (Move(i, first.i, "cc") for i in tree.children(role.i, "cc") if i < name.i)


def who_of_people(tree: Tree) -> Iterator[Move]:
    """Give a clause with "who" to people, not to a place behind them: "guests from Rome who **applied**".

    So to a name: "Ann Lee, of Leeds, who **applied**".
    """
    for token in tree.labelled("relcl"):
        place = tree[token.head]
        subject = tree.child(token.i, "nsubj", "nsubjpass")
        if place.entity not in _PLACES or subject is None or tree[subject].lower != "who":
            continue
        above = (tree[i] for i in tree.ancestors(place.i))
        people = next((t.i for t in above if t.entity == "PERSON" or (t.pos == "NOUN" and t.dep != "conj")), None)
        if people is not None and people < place.i:
            yield Move(token.i, people, "relcl")


def name_of_person(tree: Tree) -> Iterator[Move]:
    """Give somebody's name to the person, not to what stands between: "a spokesman for the ministry, **Lee**, said".

    No place is called like a body or person, even if the name passes for a body's. A name that hangs on the verb
    belongs to the person before it: "was hailed by the president of Chile, **Ann Lee**". Nor has a name another bare
    one behind it: "a firm based in Ohio, **Aerolux**, left", "a unit of Acme, **Aerolux**, left".
    """
    for name in tree.labelled("appos", "npadvmod", "conj"):
        if name.dep == "conj" and (name.entity != "PERSON" or tree.child(name.head, "cc") is not None):
            continue
        first = next((i for i in tree.subtree(name.i) if tree[i].pos != "PUNCT"), name.i)
        noun = tree[name.head] if name.dep != "npadvmod" else tree[max(first - 2, 0)]
        body = name.entity == "ORG" and name.dep == "appos"
        person = name.entity == "PERSON" or (body and noun.entity == "GPE")
        if tree[first - 1].text != "," or name.pos != "PROPN" or noun.i > first:
            continue
        outer = _person_of(tree, noun) if person else None
        outer = _body_of(tree, noun) if outer is None and body else outer
        outer = _described(tree, noun, name) if outer is None and name.dep == "appos" else outer
        if outer is not None:
            yield Move(name.i, outer, "appos")
            yield from (Move(i, outer, "punct") for i in tree.children(name.i, "punct") if i < first)


def name_before_subject(tree: Tree) -> Iterator[Move]:
    """Part a name that ends an opening phrase from who acts: "In a note to the mayor, **Ann Lee**, **nurses** said so".

    Another name of a subject stands between two commas.
    """
    for noun in tree.labelled("appos"):
        name, below = tree[noun.head], tree.subtree(noun.i)
        after = tree[min(below[-1] + 1, len(tree) - 1)]
        verb = tree[name.head]
        if name.dep not in {"nsubj", "nsubjpass"} or name.entity != "PERSON" or after.text == "," or after.i > verb.i:
            continue
        first = min((i for i in tree.subtree(name.i) if i <= name.i), default=name.i)
        opening = next(
            (i for i in tree.children(verb.i, "prep") if tree.subtree(i)[-1] in {first - 1, first - 2}), None
        )
        if opening is None or tree[first - 1].text != "," or tree[below[0] - 1].text != ",":
            continue
        person = next(
            (i for i in reversed(tree.subtree(opening)) if tree[i].dep == "pobj" and is_person(tree[i])), None
        )
        if person is not None:
            yield Move(noun.i, verb.i, name.dep)
            yield Move(name.i, person, "appos")


def _person_of(tree: Tree, noun: Token) -> int | None:
    """Return the word for somebody that phrases of place or body tell of: "the **head** of the bank in Rome"."""
    while noun.dep == "pobj" and noun.entity != "PERSON" and not is_person(noun):
        outer = tree[tree[noun.head].head]
        if tree[noun.head].dep != "prep" or outer.pos != "NOUN" or outer.i > noun.i:
            return None
        if is_person(outer):
            return outer.i
        noun = outer
    return None


def _body_of(tree: Tree, noun: Token) -> int | None:
    """Return the word for a body whose description ends in a noun: "the **firm** that runs the pier, Aerolux, left"."""
    bodies = words("collective_nouns")
    if (
        noun.entity in {"ORG", "PERSON"}
        or noun.lemma.lower() in bodies
        or tree[min(noun.i + 1, len(tree) - 1)].text != ","
    ):
        return None
    for i in tree.ancestors(noun.i):
        if tree[i].tag == "NN" and tree[i].lemma.lower() in bodies:
            return i if i < noun.i else None
        if tree[i].dep not in {"prep", "agent", "acl", "relcl"}:
            return None
    return None


def _described(tree: Tree, noun: Token, name: Token) -> int | None:
    """Return the noun that a name behind another one, which only tells where or whose it is, is the name of."""
    below = tuple(i for i in tree.subtree(name.i) if tree[i].pos != "PUNCT")
    closed = below[-1] + 1 < len(tree) and tree[below[-1] + 1].text == ","
    bare = all(tree[i].pos in {"PROPN", "PUNCT"} or tree[i].lower == "the" for i in below)
    # "Moored in Bergen, **the** Aurora": no place has an article behind another.
    other = name.entity in {"PERSON", "ORG"} or tree[below[0]].lower == "the"
    alike = (noun.entity in _PLACES and other) or (noun.entity == "ORG" and name.entity in {"ORG", ""})
    if noun.pos != "PROPN" or noun.dep != "pobj" or not (alike and closed and bare):
        return None
    for i in tree.ancestors(noun.i):
        if tree[i].tag == "NN":
            told = i < noun.i and tree.child(i, "det", "poss") is not None and tree.child(i, "appos") is None
            return i if told and is_person(tree[i]) == (name.entity == "PERSON" and noun.entity == "ORG") else None
        if tree[i].dep not in {"prep", "agent", "acl", "relcl"}:
            return None
    return None


def role_of_like(tree: Tree) -> Iterator[Move]:
    """Give a role to the name before it that it fits: "a rocket built by Acme, **the company** of Tom Berg's"."""
    for role in tree.labelled("appos"):
        host, start = tree[role.head], tree.subtree(role.i)[0]
        name = tree[start - 2]
        if role.tag != "NN" or tree[start - 1].text != "," or not host.i < name.i or name.dep not in {"pobj", "dobj"}:
            continue
        body = role.lemma.lower() in words("collective_nouns")
        if not (body or is_person(role)) or name.pos != "PROPN" or host.entity in {"ORG", "PERSON"}:
            continue
        fits = name.entity == ("ORG" if body else "PERSON")
        like = host.lemma.lower() in words("collective_nouns") or is_person(host)
        between = any(tree[i].dep in {"acl", "relcl"} and tree[i].head == host.i for i in tree.ancestors(name.i))
        if fits and not like and between and tree.child(role.i, "det") is not None:
            yield Move(role.i, name.i, "appos")


def role_of_last(tree: Tree) -> Iterator[Move]:
    """Give a role behind the last of several people to that one: "Ann Lee and her son, **a doctor**, left"."""
    for role in tree.labelled("appos"):
        first = tree[role.head]
        joined = [i for i in tree.children(first.i, "conj") if i < role.i]
        start = tree.subtree(role.i)[0]
        if not joined or role.tag not in {"NN", "NNP"} or tree[start - 1].text != "," or tree.child(role.i, "conj"):
            continue
        if tree.child(role.i, "det", "poss") is None:
            continue
        last = tree[joined[-1]]
        somebody = is_person(last) and tree.child(last.i, "det", "poss") is not None
        known = (last.entity == "PERSON" and role.entity != "PERSON") or somebody
        if tree.subtree(last.i)[-1] in (start - 1, start - 2) and last.tag in {"NN", "NNP"} and known:
            yield Move(role.i, last.i, "appos")


def age_behind_name(tree: Tree) -> Iterator[Move]:
    """Give an age to the name before it, not to what that names: "her son, Tom, **12**, was found"."""
    for age in tree.labelled("appos"):
        name = tree[age.i - 2]
        named = name.dep == "appos" and name.head == age.head and name.entity == "PERSON"
        if named and age.tag == "CD" and age.text.isdigit() and tree[age.i - 1].text == ",":
            yield Move(age.i, name.i, "appos")


def titles_of_name(tree: Tree) -> Iterator[Move]:
    """Give a name both titles before it: "the **director and producer** Ann Lee" is one person.

    A first title in small letters heads them, as where no name follows: the name is another name of it.
    Titles like "President and CEO" are part of the name.
    """
    for name in tree.labelled("conj"):
        first, title = tree[name.head], _title_between(tree, name)
        if title is None or first.entity == "PERSON" or first.tag not in {"NN", "NNP"} or not is_person(first):
            continue
        yield Move(title, first.i, "conj")
        yield from (Move(i, title, tree[i].dep) for i in tree.children(name.i) if i < title)
        yield from (Move(i, name.i, tree[i].dep) for i in tree.children(first.i) if i > name.i)
        if tree[title].tag == "NN" or first.text.islower():
            yield Move(name.i, first.i, "appos")
        else:
            yield Move(name.i, name.i if first.head == first.i else first.head, first.dep)
            yield Move(first.i, name.i, "nmod")


def _title_between(tree: Tree, name: Token) -> int | None:
    """Return the last word of a bare title between "and" and the joined name: "and **producer** Ann Lee"."""
    before = [i for i in tree.subtree(name.i) if i < name.i]
    if (
        name.pos != "PROPN"
        or is_person(name)
        or not before
        or tree.child(name.i, "det", "poss", "nummod", "conj") is not None
    ):
        return None
    joiner = tree[before[0] - 1]
    if before[0] < 2 or joiner.dep != "cc" or joiner.head != name.head:
        return None
    for i in reversed(before):
        if tree[i].head != name.i or tree[i].dep not in {"compound", "nmod"}:
            return None
        if is_person(tree[i]):
            return i if tree[i].tag == "NN" or (tree[i].tag == "NNP" and name.entity == "PERSON") else None
        if tree[i].pos != "PROPN":
            return i if tree[i].tag == "NN" else None
    return None


def name_in_title(tree: Tree) -> Iterator[Move]:
    """Part two people where the first seems half of the other's title: "between **Lee** and officer Tom **Ray**"."""
    for first in tree.labelled("nmod", "compound"):
        last, joiner = tree[first.head], tree.child(first.i, "cc")
        people = first.entity == last.entity == "PERSON" and first.i < last.i
        if not people or joiner is None or not first.i < joiner < last.i or tree[joiner].entity:
            continue
        yield Move(first.i, last.i if last.head == last.i else last.head, last.dep)
        yield Move(last.i, first.i, "conj")
        yield from (Move(i, last.i, "compound") for i in tree.children(first.i, "conj") if i < last.i)


def person_behind_place(tree: Tree) -> Iterator[Move]:
    """Take what only somebody can be for no place: "Ann Lee, a nurse from Leeds, **a mother** of two, left"."""
    for token in tree.labelled("appos"):
        place = tree[token.head]
        somebody = token.tag == "NN" and is_person(token) and tree.child(token.i, "det") is not None
        if not somebody or place.entity not in {"GPE", "LOC", "FAC"} or place.dep != "pobj" or token.i < place.i:
            continue
        above = tree[tree[place.head].head]
        if above.entity == "PERSON":
            yield Move(token.i, above.i, "appos")
        elif above.tag == "NN" and is_person(above):
            listed = tree.child(token.i, "conj") is not None or above.dep != "appos"
            yield Move(token.i, above.i if listed else above.head, "conj" if listed else "appos")
