"""Repairs of modifiers in a row, of which one was taken for what they modify, and of nouns taken for modifiers."""

from __future__ import annotations

from collections.abc import Iterator

from claims.lexicon import table
from claims.repair.moves import NOUN_TAGS, Move
from claims.trees import VERBAL, Token, Tree


def joined_modifiers(tree: Tree) -> Iterator[Move]:
    """Give modifiers in a row to the noun at their end: "**old** and new men", "sea, **naval** and army units"."""
    for adjective in tree.labelled("nsubj", "nsubjpass", "dobj", "pobj", "conj"):
        noun = _end_of_row(tree, adjective.i) if adjective.tag == "JJ" else None
        if noun is None:
            continue
        first = adjective
        while first.dep == "conj":
            first = tree[first.head]
        yield Move(noun, noun if first.head == first.i else first.head, first.dep)
        yield Move(first.i, noun, "amod" if first.tag == "JJ" else "nmod")
        yield from (Move(i, noun, tree[i].dep) for i in tree.children(first.i, "det", "poss", "prep", "relcl"))


def _end_of_row(tree: Tree, adjective: int) -> int | None:
    """Return the noun that ends a row with an adjective in it, unless a noun of the row has its own article."""
    bare = (
        {"cc", "punct", "conj", "det", "poss", "advmod"} if tree[adjective].dep != "conj" else {"cc", "punct", "conj"}
    )
    joined = tree.children(adjective, "conj")
    if (
        len(joined) != 1
        or tree.child(adjective, "cc") is None
        or {tree[i].dep for i in tree.children(adjective)} - bare
    ):
        return None
    noun = tree[joined[0]]
    row = noun.tag in {"NN", "NNS"} and tree.child(noun.i, "det", "poss") is None
    own = tree.child(noun.i, "amod", "compound", "conj")
    first = tree[adjective]
    while first.dep == "conj":
        first = tree[first.head]
    plain = first.i == adjective or (first.tag == "NN" and first.head != first.i)
    return noun.i if row and plain and own is not None and tree[own].dep != "conj" else None


def object_before_comma(tree: Tree) -> Iterator[Move]:
    """Give a bare preposition the noun before a comma: "In **the city**, members left" tells of no city members."""
    for noun in tree.labelled("nmod", "compound"):
        first = tree.subtree(noun.i)[0]
        comma = noun.i < noun.head and tree[noun.i + 1].text == ","
        if first > 0 and comma and tree[first - 1].dep == "prep" and not tree.children(first - 1):
            yield Move(noun.i, first - 1, "pobj")


def home_to(tree: Tree) -> Iterator[Move]:
    """Read "home" between commas as a noun, which says what a place is: "the town, **home** to 300 people, burned"."""
    for home in tree.labelled("advmod", "prep"):
        place = tree[home.head]
        if home.lower != "home" or home.i < place.i or place.tag not in NOUN_TAGS:
            continue
        if tree[home.i - 1].text == "," and any(tree[c].lower == "to" for c in tree.children(home.i, "prep")):
            yield Move(home.i, place.i, "appos", "NN")


def phrase_behind_name(tree: Tree) -> Iterator[Move]:
    """Give a verb the phrase that a name before it cannot take: "met Ann Lee **in** Rome".

    Nor does what ends with a comma: "convicted Berg, a banker, **of** fraud", "found Berg, a banker, **guilty**".
    """
    for token in tree.labelled("prep", "amod"):
        noun = tree[token.head]
        ended = _behind_role(tree, token)
        name = tree[noun.head] if ended and noun.dep == "appos" else noun
        verb = tree[name.head]
        if name.dep != "dobj" or verb.pos not in VERBAL or name.entity != "PERSON" or name.pos != "PROPN":
            continue
        if token.dep == "amod":
            if ended and token.tag == "JJ" and verb.lemma.lower() in table("cue_verbs"):
                yield Move(token.i, verb.i, "oprd")
            continue
        place = tree.child(token.i, "pobj")
        placed = token.lower in {"in", "at"} and place is not None and tree[place].entity in {"GPE", "LOC", "FAC"}
        if (ended and noun.dep == "appos") or (placed and token.i == name.i + 1):
            yield Move(token.i, verb.i, "prep")


def _behind_role(tree: Tree, token: Token) -> bool:
    """Tell whether a word stands behind the second comma of an apposition, to which or to whose name it hangs."""
    noun = tree[token.head]
    role = noun.i if noun.dep == "appos" else tree.child(noun.i, "appos")
    if role is None or not role < token.i or tree[token.i - 1].text != ",":
        return False
    return tree[tree.subtree(role)[0] - 1].text == ","


#: Verbs for what one would have come about, with an infinitive; the lemma of "hopes" is "hop".
_AIMING = frozenset("aim expect hop hope intend mean plan want wish".split())


def means_of_aim(tree: Tree) -> Iterator[Move]:
    """Give an opening means to what is to be reached: "**By closing it**, the firm hopes to save money"."""
    for gerund in tree.labelled("pcomp"):
        by = tree[gerund.head]
        aim = tree[by.head]
        if by.lower != "by" or gerund.tag != "VBG" or not by.i < aim.i or aim.lemma.lower() not in _AIMING:
            continue
        verb = tree.child(aim.i, "xcomp")
        if verb is not None and verb > aim.i and tree.has_to(verb) and tree.child(aim.i, "dobj", "auxpass") is None:
            yield Move(by.i, verb, "prep")
