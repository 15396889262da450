"""Which pronouns agree with a noun phrase, from its number, its name and the class of its noun."""

from __future__ import annotations

from functools import cache

from claims.lexicon import table, words
from claims.trees import Token, Tree

#: What can take a phrase up, as bits: a phrase may fit several pronouns.
HE, SHE, IT, THEY = 1, 2, 4, 8
PERSON = HE | SHE

PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), HE),
    **dict.fromkeys(("she", "her", "hers", "herself"), SHE),
    **dict.fromkeys(("it", "its", "itself"), IT),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), THEY),
}
POSSESSIVES = frozenset(("his", "her", "hers", "its", "their", "theirs"))
REFLEXIVES = frozenset(("himself", "herself", "itself", "themselves"))

#: OntoNotes types of things with a name, and the pronouns that fit them.
NAMED = {
    "PERSON": PERSON,
    "NORP": PERSON | IT,
    "ORG": IT | THEY,
    "GPE": IT,
    "LOC": IT,
    "FAC": IT,
    "PRODUCT": IT,
    "EVENT": IT,
    "WORK_OF_ART": IT,
    "LAW": IT,
    "LANGUAGE": IT,
}


#: Plurals that "it" takes up too.
SINGULAR = frozenset(("data", "media"))


@cache
def people() -> frozenset[str]:
    """Return the nouns for persons, in the singular."""
    return words("person_nouns") | words("gendered_nouns") | {"people", "police"}


def fits_of(tree: Tree, token: Token) -> int:
    """Return the pronouns that can take up the phrase with this head."""
    if token.pos == "PROPN" or token.entity in NAMED:
        return _fits_of_name(tree, token)
    lemma = token.lemma.lower()
    if lemma in words("unreferred_nouns") and tree.child(token.i, "det", "poss") is None:
        return 0
    if token.lower in SINGULAR:
        return IT | THEY
    if token.tag in ("NNS", "NNPS") or lemma in ("people", "police"):
        return THEY
    if lemma == "one" and (negated := tree.child(token.i, "det")) is not None and tree[negated].lower == "no":
        # What no one did is not what "they" did.
        return 0
    if gender := table("gendered_nouns").get(lemma):
        return HE if gender[0] == "m" else SHE
    if lemma in words("person_nouns") or lemma.endswith("person"):
        return PERSON
    return IT | THEY if lemma in words("collective_nouns") else IT


def maybe_of(token: Token, fits: int) -> int:
    """Return the pronouns that may take up such a phrase at a pinch: "they" of one body, "it" of a misread name."""
    if fits & PERSON:
        return THEY | (IT if token.pos == "PROPN" else 0)
    if token.entity in ("ORG", "GPE", "NORP", "PRODUCT", "FAC"):
        return THEY | PERSON
    animal = token.tag == "NN" and token.lemma.lower() in words("animal_nouns")
    return PERSON if animal or token.pos == "PROPN" else 0


def fits_of_one(tree: Tree, token: Token) -> int:
    """Return the pronouns that can take up "one of the sailors": what "of" tells."""
    of = tree.child(token.i, "prep")
    inside = None if of is None or tree[of].lower != "of" else tree.child(of, "pobj")
    if inside is None:
        return IT
    if tree[inside].pos == "PRON":
        return PERSON | IT
    lemma = tree[inside].lemma.lower()
    if gender := table("gendered_nouns").get(lemma):
        return HE if gender[0] == "m" else SHE
    return PERSON | THEY if lemma in people() else IT


def _fits_of_name(tree: Tree, token: Token) -> int:
    if token.tag == "NNPS" and token.entity not in ("GPE", "ORG"):
        return THEY
    if token.entity in ("PERSON", ""):
        sex = sex_of(tree, token)
        if sex or token.entity == "PERSON":
            return sex or PERSON
        return PERSON | IT
    if token.entity == "NORP":
        if token.tag in ("NNS", "NNPS"):
            return THEY
        return PERSON if tree.child(token.i, "det") is not None else 0
    return NAMED.get(token.entity, IT)


def sex_of(tree: Tree, token: Token) -> int:
    """Return HE or SHE where a title or first name tells, else 0."""
    names = table("first_names")
    for i in range(max(0, token.i - 4), token.i + 1):
        if i != token.i and not (tree[i].head == token.i and tree[i].dep in ("compound", "amod", "nmod")):
            continue
        lower = tree[i].lower
        office = i < token.i and lower in words("person_nouns") and tree[i + 1].lower in names
        # "Judge Ruth Green": the office is no first name.
        named = names.get(lower) if tree[i].pos == "PROPN" and not office else None
        row = table("gendered_nouns").get(lower) or named
        if row and (tree[i].entity != "PERSON" or row is not names.get(lower) or i < token.i or _ends_alone(tree, i)):
            return HE if row[0] == "m" else SHE
    return 0


def _ends_alone(tree: Tree, index: int) -> bool:
    """Tell whether a name is one word: "Jordan" may be a first name, in "Ann Jordan" it is none."""
    return tree[index].iob == "B" or not tree[index].entity


#: Endings of nouns for what somebody does or is, and of nouns for who does it.
ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "hood", "ism", "ing", "cy", "dom", "th")
MAKER = ("er", "or", "ist", "ian", "eer", "ant", "ent", "ee")


@cache
def sort_of(noun: str) -> str:
    """Return what sort of thing a common noun without an entity type names, as far as lists and its ending tell."""
    for sort, lists in (
        ("time", ("time_units", "time_nouns")),
        ("place", ("place_nouns",)),
        ("body", ("collective_nouns",)),
    ):
        if any(noun in words(name) for name in lists):
            return sort
    if len(noun) > 5 and noun.endswith(ABSTRACT):
        return "abstract"
    return "maker" if len(noun) > 4 and noun.endswith(MAKER) else "" if noun else "part"
