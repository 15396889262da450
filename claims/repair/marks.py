"""Repairs of what stands between: hyphens that tear a word, and joiners that open a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from claims.lexicon import table
from claims.repair.moves import NOUN_TAGS, Move
from claims.trees import SUBJECTS, VERBAL, Tree

#: Countries before their dollar, where a space parts them.
_DOLLARS = frozenset(("US", "U.S.", "AU", "CDN", "NZ", "HK"))

#: Abbreviated titles, whose stop the tokenizer may tear off.
TITLES = frozenset(word.lower() for word, row in table("abbreviations").items() if row[0] == "title")


def torn_hyphen(tree: Tree) -> Iterator[Move]:
    """Make one of what a hyphen joins without spaces: "after her **ex**-husband had left", "is **pro**-British"."""
    yield from _torn_names(tree)
    for hyphen in tree:
        if hyphen.text != "-" or not 0 < hyphen.i < len(tree) - 1:
            continue
        left, right = tree[hyphen.i - 1], tree[hyphen.i + 1]
        touching = left.end == hyphen.start and hyphen.end == right.start
        if touching and right.head == left.i and right.dep == "appos" and right.tag in NOUN_TAGS and left.tag == "NN":
            yield from _turned(tree, left.i, hyphen.i, right.i)
            continue
        if not touching or right.tag not in {*NOUN_TAGS, "JJ"} or left.tag not in {"NN", "NNS", "JJ", "FW"}:
            continue
        if right.tag == "JJ" and hyphen.dep not in {"acomp", "attr", "conj"}:
            continue
        if hyphen.dep != "punct" or (left.head == right.head != right.i and left.dep == right.dep):
            if right.head in {left.i, hyphen.i}:
                # What is torn off in front holds the whole: "**Co**-founder Ann Lee said".
                yield Move(right.i, left.head, right.dep if tree[left.head].pos in VERBAL else left.dep)
            yield Move(left.i, right.i, "compound")
            yield Move(hyphen.i, right.i, "punct")


def _torn_names(tree: Tree) -> Iterator[Move]:
    """Yield what makes one of a name that hyphens tear into several: "the group **Jund-al-Sham**", "Lee (D-Ohio)"."""
    for start in [token.i - 1 for token in tree if token.text == "-" and _touches(tree, token.i)]:
        end = start
        while end + 2 < len(tree) and _touches(tree, end + 1):
            end += 2
        outside = [i for i in range(start, end + 1) if not start <= tree[i].head <= end]
        named = tree[start].pos == "PROPN" and (start == 0 or not _touches(tree, start - 1))
        if end == start or len(outside) < 2 or not named or tree[end].tag not in {*NOUN_TAGS, "JJ", "FW"}:
            continue
        first = tree[outside[0]]
        if first.dep in {"compound", "amod", "punct", "det", "nmod"}:
            continue
        yield Move(end, end if first.head == first.i else first.head, first.dep, "NNP")
        yield from (Move(i, end, "punct" if (i - start) % 2 else "compound") for i in range(start, end))
        below = (c for i in range(start, end) for c in tree.children(i) if not start <= c <= end)
        yield from (Move(c, end, tree[c].dep) for c in below)


def _touches(tree: Tree, hyphen: int) -> bool:
    """Tell whether a token is a hyphen with no space on either side."""
    inside = 0 < hyphen < len(tree) - 1 and tree[hyphen].text == "-"
    return inside and tree[hyphen - 1].end == tree[hyphen].start and tree[hyphen].end == tree[hyphen + 1].start


def _turned(tree: Tree, left: int, hyphen: int, right: int) -> Iterator[Move]:
    """Make the right half the head of a word whose left half was: "the **vice**-president of sales"."""
    yield Move(right, right if tree[left].head == left else tree[left].head, tree[left].dep)
    yield Move(left, right, "compound")
    yield Move(hyphen, right, "punct")
    yield from (Move(i, right, tree[i].dep) for i in tree.children(left) if i not in {hyphen, right})


def torn_title(tree: Tree) -> Iterator[Move]:
    """Give a name its title, of which the stop was torn off: "They met **Sgt** . Tom Berg"."""
    for stop in tree:
        title, behind = tree[stop.i - 1], stop.i + 1
        if stop.text != "." or not 0 < stop.i < len(tree) - 1 or title.end != stop.start:
            continue
        if title.lower not in TITLES or tree[behind].pos != "PROPN":
            continue
        name = behind
        while tree[name].dep in {"compound", "nmod"} and tree[name].head > name and tree[name].pos == "PROPN":
            name = tree[name].head
        if title.head == name or title.dep == "compound" or tree[name].pos != "PROPN":
            continue
        if name in tree.subtree(title.i) or tree[name].head in {title.head, tree[title.head].head}:
            yield Move(name, name if title.head == title.i else title.head, title.dep)
            yield from (Move(i, name, tree[i].dep) for i in tree.children(title.i) if i not in {stop.i, name})
            yield Move(title.i, name, "compound")
            yield Move(stop.i, name, "punct")


def spaced_range(tree: Tree) -> Iterator[Move]:
    """Make one of two numbers with a dash between: "won **3 – 1**", "pages 10 – 20"."""
    for dash in tree:
        if dash.text not in {"–", "-", "—"} or not 0 < dash.i < len(tree) - 1:
            continue
        left, right = tree[dash.i - 1], tree[dash.i + 1]
        if left.tag == right.tag == "CD" and left.text.isdigit() and right.text.isdigit():
            if left.head == right.i:
                yield Move(left.i, left.i if right.head == right.i else right.head, right.dep)
            yield Move(right.i, left.i, "nummod")
            yield Move(dash.i, left.i, "punct")
            yield from (Move(c, left.i, tree[c].dep) for c in tree.children(right.i) if c not in {left.i, dash.i})


def opening_joiner(tree: Tree) -> Iterator[Move]:
    """Give "but" and "and" at the front to the main clause: "**But** if it rains, it may fall"."""
    first = next((token for token in tree if token.pos != "PUNCT"), None)
    if first is None or first.dep != "cc" or tree[first.head].dep != "advcl":
        return
    above = next(i for i in (first.head, *tree.ancestors(first.head)) if tree[i].dep != "advcl")
    yield Move(first.i, above, "cc")


def quoted_infinitive(tree: Tree) -> Iterator[Move]:
    """Take "to" before a quotation mark for what it is: "a step **to** “simplify” the rules"."""
    for token in tree.labelled("aux"):
        verb = tree[token.head]
        if token.lower == "to" and token.tag == "IN" and verb.tag == "VB" and token.i < verb.i:
            yield Move(token.i, verb.i, "aux", "TO")


def opening_adverb(tree: Tree) -> Iterator[Move]:
    """Give an adverb with a comma at the front to the clause, not to who acts: "**Meanwhile**, storm Ana struck"."""
    first = next((token for token in tree if token.pos != "PUNCT"), None)
    if first is None or first.dep != "advmod" or first.i + 1 >= len(tree) or tree[first.i + 1].text != ",":
        return
    subject = tree[first.head]
    if subject.dep in SUBJECTS and subject.pos not in VERBAL and not tree.children(first.i):
        yield Move(first.i, subject.head, "advmod")
        yield from (Move(i, subject.head, "punct") for i in tree.children(subject.i, "punct") if i == first.i + 1)


def parted_currency(tree: Tree) -> Iterator[Move]:
    """Give a country to the dollars behind it: "priced at **US $29**" is no place."""
    for country in tree[:-2]:
        if country.text not in _DOLLARS or tree[country.i + 1].text != "$" or tree[country.i + 2].tag != "CD":
            continue
        amount = country.i + 2
        while tree[amount].head == amount + 1 and tree[amount + 1].tag == "CD":
            amount += 1
        if country.head != amount:
            yield Move(amount, amount if country.head == country.i else country.head, country.dep)
        yield Move(country.i, amount, "nmod", "NNP")
        yield Move(country.i + 1, amount, "nmod")
        yield from (Move(i, amount, tree[i].dep) for i in tree.children(country.i) if i > amount)


def closing_bracket(tree: Tree) -> Iterator[Move]:
    """Hang a closing bracket where the opening one hangs, lest a phrase lose it: "a range of 5 miles (8 km**)**"."""
    opened: list[int] = []
    for token in tree:
        if token.text == "(":
            opened.append(token.i)
        elif token.text == ")" and opened:
            start = opened.pop()
            host = next((i for i in tree.ancestors(start) if i < start), start)
            below = tree.subtree(host)
            if token.i not in below and set(range(start, token.i)) <= set(below):
                yield Move(token.i, host, "punct")
