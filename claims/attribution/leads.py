"""Clauses before a colon that lead to a quotation without a word for saying: "The mayor was clear: “…”"."""

from __future__ import annotations

from claims.attribution.frames import Cue, group, lemma, rows
from claims.attribution.nominal import noun_source
from claims.attribution.quotations import MARKS
from claims.attribution.sources import is_body, is_verb, minimal, speaker
from claims.lexicon import names_person
from claims.trees import Tree

_SPEAKING = frozenset(("PERSON", "ORG", "GPE", "NORP"))
#: Marks of another quotation or a list, no apostrophes.
_PARTING = MARKS - {"'", "’"} | {":"}
_PRONOUNS = frozenset(("he", "she", "they", "i", "we"))


def lead(tree: Tree, colon: int) -> Cue | None:
    """Return who speaks behind a colon, as the clause before it has it; without source where it names nobody.

    Whoever acts or is described there: "Lee blamed the rain: …"; whose the answer is: "Lee's answer was short: …".
    None where another quotation or colon stands before: that is a dialogue or a list.
    """
    if any(token.text in _PARTING for token in tree[:colon]):
        return None
    verb = _host(tree, colon)
    if verb is None:
        head, end = _topical(tree, colon)
        name = tuple(i for i in minimal(tree, head) if i < end) if end else ()
        return _cue(colon, tuple(range(end, colon + 1)), name)
    who = speaker(tree, verb)
    if who is None or who > colon:
        return _cue(colon, (colon,), ())
    source = minimal(tree, who) if _speaks(tree, who) else ()
    if not source and lemma(tree[who]) in rows("cue_nouns"):
        source = noun_source(tree, who, set())[0]
    described = [i for i in tree.children(verb, "acomp") if i < colon]
    return _cue(verb, tuple(sorted({*group(tree, verb), *described} - set(source))), source)


def _cue(head: int, tokens: tuple[int, ...], source: tuple[int, ...]) -> Cue:
    return Cue(head, tokens, ":", "say", source, (), quoting=True)


def _host(tree: Tree, colon: int) -> int | None:
    """Return the verb of the clause that ends at a colon: the last that hangs on no other word before it."""
    tops = [i for i in range(colon) if is_verb(tree, i) and not 0 <= _above(tree, i) < colon]
    return max(tops, default=None)


def _above(tree: Tree, i: int) -> int:
    """Return a token's head, -1 for the root."""
    return tree[i].head if tree[i].head != i else -1


def _topical(tree: Tree, colon: int) -> tuple[int, int]:
    """Return who stands before a colon without a verb, and where their name ends: "**Lee** on the deal: …"."""
    for i in range(colon):
        if tree[i].dep != "pobj" and _speaks(tree, i):
            ends = (j for j in range(i + 1, colon + 1) if tree[j].tag in ("IN", ":") and tree[j].lower != "of")
            return i, next(ends, colon)
    return -1, 0


def _speaks(tree: Tree, noun: int) -> bool:
    token = tree[noun]
    word = lemma(token)
    return token.entity in _SPEAKING or token.lower in _PRONOUNS or is_body(word) or names_person(word)
