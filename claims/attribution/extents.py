"""Where content begins and ends: the marks of its quotations, the marks between its words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from claims.analysis import Tokens, Words
from claims.attribution.quotations import MARKS, STOPS, Quotation, balanced
from claims.attribution.sources import trimmed
from claims.lexicon import table
from claims.trees import Tree

#: Content, quotations and the like, by sentence.
Places = Mapping[int, Collection[int]]


def with_marks(quotations: Iterable[Quotation]) -> dict[int, list[Tokens]]:
    """Return the quotations that each sentence holds, marks included."""
    found: dict[int, list[Tokens]] = {}
    for quotation in quotations:
        for words in quotation.pieces:
            found.setdefault(words.sentence, []).append(quotation.with_marks(words.sentence))
    return found


def extents(
    trees: Sequence[Tree], content: Places, quoted: Mapping[int, Sequence[Tokens]], own: Places
) -> tuple[Words, ...]:
    """Return content sentence by sentence: whole quotations with their marks, no other marks at its edges.

    A full stop between two of its sentences stays. `own` are the tokens of cue and source.
    """
    found: list[Words] = []
    for s, tokens in sorted(content.items()):
        kept = balanced(trees[s], trimmed(trees[s], tuple(sorted(tokens))))
        if kept and own.get(s) and not any(kept[0] in quotation for quotation in quoted.get(s, ())):
            kept = _without_opening(trees[s], kept)
        if not kept:
            continue
        whole = _with_whole(trees[s], kept, quoted.get(s, ()))
        kept = _filled(trees[s], _interrupted(trees[s], whole, quoted.get(s, ())), set(own.get(s, ())))
        if found and found[-1].sentence == s - 1:
            before = found[-1]
            stop = before.tokens[-1] + 1
            if stop < len(trees[s - 1]) and trees[s - 1][stop].text in STOPS and stop in content[s - 1]:
                found[-1] = Words(before.sentence, (*before.tokens, stop))
        found.append(Words(s, kept))
    return tuple(found)


def _without_opening(tree: Tree, tokens: Tokens) -> Tokens:
    """Leave out a connective that ties a whole sentence to the one before: "**But** prices, Lee said, rose"."""
    start = next((length for length in (4, 3, 2, 1) if _ties(tree, length)), 0) if tokens[0] == 0 else 0
    return trimmed(tree, tuple(i for i in tokens if i >= start)) or tokens


def _ties(tree: Tree, length: int) -> bool:
    """Tell whether the sentence opens with a connective of so many words: "But", "In addition,"."""
    opening = " ".join(token.lower for token in tree[:length])
    joins = length == 1 and tree[0].dep == "cc"
    return (
        length < len(tree) and table("exempt").get(opening) == ("connective",) and (joins or tree[length].text == ",")
    )


def _with_whole(tree: Tree, tokens: Tokens, quotations: Iterable[Tokens]) -> set[int]:
    """Add the marks of every quotation whose words are all content."""
    kept = set(tokens)
    for quotation in quotations:
        if all(i in kept or tree[i].pos == "PUNCT" or tree[i].text in MARKS for i in quotation):
            kept.update(quotation)
    return kept


def _interrupted(tree: Tree, tokens: set[int], quotations: Sequence[Tokens]) -> set[int]:
    """Leave out the commas around a gap: "The road**,** police said**,** is closed"; those in quotations stay."""
    held = {i for quotation in quotations for i in quotation}
    first, last = min(tokens), max(tokens)
    edges = {i for i in tokens if first < i < last and (i + 1 not in tokens or i - 1 not in tokens)}
    return tokens - {i for i in edges if tree[i].text == "," and i not in held}


def _filled(tree: Tree, tokens: set[int], own: set[int]) -> Tokens:
    """Add the marks between words of content where nothing else stands between."""
    found: list[int] = []
    for i in sorted(tokens):
        hole = range(found[-1] + 1 if found else i, i)
        if hole and all(tree[j].pos == "PUNCT" and j not in own for j in hole):
            found.extend(hole)
        found.append(i)
    return tuple(found)
