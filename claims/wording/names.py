"""Who a text names: mentions that the parser's entity recogniser found, grouped by rules over their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from claims.analysis import Anaphor, EntityChain, Words
from claims.trees import Tree
from claims.wording.agreement import NAMED
from claims.wording.joining import HONORIFICS, Named, grouped
from claims.wording.phrases import core, spelled
from claims.wording.titles import titled

TYPES = {
    "PERSON": "person",
    "NORP": "group",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "facility",
    "PRODUCT": "product",
    "EVENT": "event",
    "WORK_OF_ART": "work",
    "LAW": "work",
    "LANGUAGE": "other",
}
GENITIVE = frozenset(("'s", "’s", "'", "’"))


@attrs.frozen
class Names:
    """The named mentions of a text and what they name."""

    mentions: tuple[Named, ...]
    #: For every mention the index of its entity.
    entity: tuple[int, ...]
    chains: tuple[EntityChain, ...]
    #: (sentence, token) to mention.
    at: dict[tuple[int, int], int]
    #: For every entity the index of the mention that names it best.
    best: tuple[int, ...]
    #: Name or part of a name to entity.
    known: dict[str, int]
    #: Sentence and head of every bare title ("the mayor") to the person it means.
    titled: dict[tuple[int, int], int]


def find_names(trees: Sequence[Tree]) -> Names:
    """Return the names of the whole text, grouped."""
    found = tuple(named for number, tree in enumerate(trees) for named in _named(number, tree))
    entity, known = grouped(found, trees)
    at = {(named.words.sentence, token): index for index, named in enumerate(found) for token in named.words.tokens}
    members: dict[int, list[int]] = {}
    for index, number in enumerate(entity):
        members.setdefault(number, []).append(index)
    kinds = [_type(found, members[number]) for number in sorted(members)]
    best = tuple(_best(found, members[number], kinds[number]) for number in sorted(members))
    chains = tuple(_chain(found, members[number], best[number], kinds[number]) for number in sorted(members))
    people = {place: entity[index] for place, index in at.items() if chains[entity[index]].type == "person"}
    bodies = {
        (named.words.sentence, named.name[-1]): entity[index]
        for index, named in enumerate(found)
        if len(named.name) > 1 and chains[entity[index]].type == "organisation"
    }
    return Names(found, entity, chains, at, best, known, titled(trees, people, bodies))


def by_title(trees: Sequence[Tree], names: Names) -> Iterator[Anaphor]:
    """Yield the bare titles of a text with whom they mean."""
    for (number, head), entity in names.titled.items():
        words = Words(number, core(trees[number], head))
        yield Anaphor(words, "definite", (names.mentions[names.best[entity]].words,), (), entity)


def _named(number: int, tree: Tree) -> Iterator[Named]:
    start = None
    for token in (*tree, None):
        if start is not None and (token is None or token.iob != "I"):
            end = token.i if token else len(tree)
            yield from _trimmed(number, tree, start, end)
            yield from _acronym(number, tree, start, end)
            start = None
        if token is not None and token.iob == "B" and token.entity in NAMED:
            start = token.i


def _acronym(number: int, tree: Tree, start: int, end: int) -> Iterator[Named]:
    """Yield the short form in brackets behind a name, where the recogniser passed it over."""
    if end + 2 < len(tree) and tree[end].text == "(" and tree[end + 2].text == ")":
        token = tree[end + 1]
        if token.text.isupper() and len(token.text) > 1 and not token.entity:
            yield Named(Words(number, (token.i,)), (token.i,), token.text, tree[start].entity)


def _trimmed(number: int, tree: Tree, start: int, end: int) -> Iterator[Named]:
    kind = tree[start].entity
    while start < end and (tree[start].pos in ("DET", "PUNCT") or tree[start].text in GENITIVE):
        start += 1
    while end > start and (tree[end - 1].pos == "PUNCT" or tree[end - 1].text in GENITIVE):
        end -= 1
    # Recognisers also take numbers and verbs for names; a name has a capital or a proper noun in it.
    if start == end or not any(tree[i].pos in ("PROPN", "ADJ", "NOUN") for i in range(start, end)):
        return
    start += end - start > 1 and tree[start].lower.rstrip(".") in HONORIFICS
    text = spelled(tree, range(start, end))
    if text == text.lower():
        return
    article = start > 0 and tree[start - 1].lower == "the" and tree[start - 1].head in range(start, end)
    yield Named(Words(number, tuple(range(start - article, end))), tuple(range(start, end)), text, kind)


def _best(found: Sequence[Named], members: Sequence[int], kind: str) -> int:
    """Return the naming mention: a person's longest, anything else's most frequent name, the earliest mention of it."""
    if len(members) == 1:
        return members[0]
    if kind == "person":
        return max(members, key=lambda i: (len(found[i].name), len(found[i].text), -i))
    often = Counter(found[i].text for i in members)
    article = {i: len(found[i].words.tokens) > len(found[i].name) for i in members}
    # "The GM board" makes no "the GM" of GM.
    usual = {text: 2 * sum(article[i] for i in members if found[i].text == text) >= n for text, n in often.items()}
    fits = {i: article[i] == usual[found[i].text] for i in members}
    return max(members, key=lambda i: (often[found[i].text], fits[i], len(found[i].text), -i))


def _type(found: Sequence[Named], members: Sequence[int]) -> str:
    """Return what most mentions say; full names count more, for bare surnames are often taken for places."""
    full = [i for i in members if len(found[i].name) > 1]
    kinds = [TYPES[found[i].type] for i in full or members]
    kind = kinds[0] if len(kinds) == 1 else Counter(kinds).most_common(1)[0][0]
    # A ship or a paper may be taken for a person, but a person takes no article.
    if kind == "person" and any(len(found[i].words.tokens) > len(found[i].name) for i in members):
        return "other"
    return kind


def _chain(found: Sequence[Named], members: Sequence[int], best: int, kind: str) -> EntityChain:
    return EntityChain(found[best].text, kind, tuple(found[i].words for i in members))
