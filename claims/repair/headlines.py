"""Repairs of headlines, which leave out "and" and "be"."""

from __future__ import annotations

from collections.abc import Iterator

from claims.lexicon import words
from claims.repair.moves import NOUN_TAGS, Move, subject_label
from claims.trees import SUBJECTS, VERBAL, Token, Tree

#: Words for those who act; an infinitive behind other nouns says what these are for: "ways to save money".
_ACTORS = ("person_nouns", "gendered_nouns", "office_nouns", "collective_nouns")
#: Words before the colon of a label.
_LONGEST_LABEL = 6


def headline_list(tree: Tree) -> Iterator[Move]:
    """Join two names that only a comma parts, as headlines do: "**Ford, Nissan** recall cars"."""
    first = tree[0]
    comma = next((t.i for t in tree[:5] if t.text == ","), 0)
    if not comma:
        return
    verb = tree[tree.root]
    second = tree.child(verb.i, "nsubj", "nsubjpass")
    name = tree[comma - 1]
    if second is None or tree.subtree(second)[0] != comma + 1 or name.head != verb.i:
        return
    if name.dep in {"npadvmod", "dep", "nmod", "dobj", "nsubj"} and tree.subtree(name.i) == tuple(range(comma)):
        named = name.pos == tree[second].pos == "PROPN" and name.entity not in {"DATE", "TIME", ""}
        bare = all(t.pos != "PUNCT" for t in tree[comma + 1 : verb.i]) and first.pos == "PROPN"
        if named and bare and verb.pos == "VERB" and tree[len(tree) - 1].text not in {".", "!", "?"}:
            yield Move(name.i, verb.i, tree[second].dep)
            yield Move(second, name.i, "conj")
            yield Move(comma, name.i, "punct")


def headline_objects(tree: Tree) -> Iterator[Move]:
    """Join what seems another name of an object: "Ford unveils cars, **trucks**", and of an actor of several."""
    verb = tree[tree.root]
    if verb.pos != "VERB" or tree[-1].text in {".", "!", "?"} or any(t.tag in {"DT", "``"} for t in tree):
        return
    for other in tree.labelled("appos"):
        noun, below = tree[other.head], tree.subtree(other.i)
        alike = noun.pos == other.pos and "PERSON" not in {noun.entity, other.entity} and tree[below[0] - 1].text == ","
        if not alike or noun.head != verb.i or other.i < noun.i:
            continue
        told = noun.dep == "dobj" and verb.tag == "VBZ" and below[-1] == len(tree) - 1
        acting = noun.dep == "nsubj" and verb.tag == "VBP" and noun.tag == "NNP" and below[-1] == verb.i - 1
        if told or acting:
            yield Move(other.i, noun.i, "conj")


def headline_counts(tree: Tree) -> Iterator[Move]:
    """Part what headlines count of different fates: "Two dead, **five injured** in blast"."""
    top = tree[tree.root]
    first = tree.child(top.i, "nsubj", "nsubjpass")
    if first is None or tree[len(tree) - 1].text in {".", "!", "?"}:
        return
    for count in tree.labelled("conj", "appos"):
        fate = tree.child(count.i, "acl", "amod")
        if fate is None or fate < count.i or count.head not in {first, top.i} or tree.child(top.i, "cc") is not None:
            continue
        apart = count.i > top.i and tree[tree.subtree(count.i)[0] - 1].text == ","
        if apart and tree[fate].tag in {"VBN", "VBD", "JJ"} and count.pos in {"NUM", "NOUN"}:
            yield Move(fate, top.i, "conj", "VBN")
            yield Move(count.i, fate, subject_label(tree, fate))


def verbs_in_row(tree: Tree) -> Iterator[Move]:
    """Join verbs that only a comma parts: "Flood **kills** three, **injures** dozens"."""
    last = tree[tree.root]
    first = tree.child(last.i, "ccomp", "parataxis")
    if first is None or first > last.i or tree.child(last.i, *SUBJECTS) is not None or tree[first].tag != last.tag:
        return
    subject = tree.child(first, "nsubj", "nsubjpass")
    behind = tree.subtree(first)[-1] + 1
    if last.pos in VERBAL and subject is not None and behind + 1 == last.i and tree[behind].text == ",":
        yield Move(first, first, "ROOT")
        yield Move(last.i, first, "conj")
        yield from (Move(i, first, "punct") for i in tree.children(last.i, "punct") if i < last.i)


def headline_infinitive(tree: Tree) -> Iterator[Move]:
    """Read who somebody is and an infinitive as a clause: "Ferry company **to cut** routes"."""
    top = tree[tree.root] if tree else None
    if top is None or tree[-1].text in {".", "!", "?"} or top.pos not in {"NOUN", "PROPN"} or not _acts(top):
        return
    verb = tree.child(top.i, "relcl", "acl")
    if verb is None or verb < top.i or not tree.has_to(verb) or tree.child(verb, "nsubj", "nsubjpass") is not None:
        return
    if any(tree.is_finite(token.i) for token in tree.labelled("ROOT", "ccomp", "conj", "parataxis", "advcl")):
        return
    yield Move(verb, verb, "ROOT")
    yield Move(top.i, verb, subject_label(tree, verb))
    yield from (Move(i, verb, tree[i].dep) for i in tree.children(top.i) if i > verb)


def _acts(noun: Token) -> bool:
    lemma = noun.lemma.lower()
    return noun.pos == "PROPN" or noun.entity != "" or any(lemma in words(name) for name in _ACTORS)


def label_before_colon(tree: Tree) -> Iterator[Move]:
    """Part a speaker's name and a colon from what stands behind them: "**AB**: Four days went by".

    So a topic that seems to govern the clause: "Ebola outbreak: WHO **declares** emergency".
    """
    colon = next((token.i for token in tree if token.text == ":"), 0)
    if not 0 < colon <= _LONGEST_LABEL or colon + 1 == len(tree):
        return
    label = next((i for i in (colon - 1, *tree.ancestors(colon - 1)) if tree.subtree(i)[0] == 0), None)
    named = label is not None and all(tree[i].pos not in VERBAL for i in tree.subtree(label) if i < colon)
    if label is None or label > colon or tree[label].tag not in NOUN_TAGS or not named:
        return
    verb = tree[label].head
    if verb > colon and tree.subtree(label)[-1] <= colon:
        if any(colon < i < verb for i in tree.children(verb, "nsubj", "nsubjpass")):
            if tree[label].entity in {"PERSON", "ORG"} and tree[label].tag == "NN":
                yield Move(label, verb, "npadvmod", "NNP")
            elif tree[label].dep in {"nsubj", "nsubjpass"}:
                yield Move(label, verb, "dep")
        return
    behind = [i for i in tree.children(label) if i > colon and tree[i].dep != "punct"]
    if label != verb or len(behind) != 1 or not tree.is_finite(behind[0]):
        return
    subject = tree.child(behind[0], "nsubj", "nsubjpass")
    if subject is not None and colon < subject < behind[0]:
        yield Move(behind[0], behind[0], "ROOT")
        yield Move(label, behind[0], "dep")
        yield Move(subject, behind[0], tree[subject].dep, "NNP" if tree[subject].text == "WHO" else None)
