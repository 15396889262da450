"""What to call an antecedent: the words of the mention that names it, as they read inside another sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from claims.analysis import Anaphor, Tokens, Words
from claims.text import Span
from claims.trees import Token, Tree
from claims.wording.grammar import genitive, head_of, joined, lowered

#: Determiners that present a thing as new; once known it takes "the".
NEW = frozenset(("a", "an", "some", "another"))
#: Personal and relative pronouns and possessives: a name with one in it does not stand alone.
PERSONAL = frozenset(("PRP", "PRP$", "WP", "WP$", "WDT"))
#: A name of more words is none.
LONGEST = 8
#: Types of what says when something was so, not which thing it is.
OCCASIONS = frozenset(("DATE", "TIME", "EVENT"))
#: Determiners that stay as they are.
KEPT = frozenset(("DT", "PRP$", "PDT", "WDT"))


@attrs.frozen
class Name:
    """Words for an antecedent and where they stand in the source."""

    text: str
    spans: tuple[Span, ...]


def name_of(text: str, trees: Sequence[Tree], mentions: Sequence[Words], *, possessive: bool) -> Name | None:
    """Return the name that the mentions give; None where it is too long or leans on other words itself."""
    parts = []
    mentions = [_short(trees[words.sentence], words) for words in mentions]
    for words in mentions:
        tree = trees[words.sentence]
        if len(words.tokens) > LONGEST or not _stands_alone(tree, words):
            return None
        parts.append(_wording(text, tree, words))
    if not parts:
        return None
    name = joined(parts)
    spans = tuple(span for words in mentions for span in trees[words.sentence].extent(words.tokens))
    return Name(genitive(name) if possessive else name, spans)


def _stands_alone(tree: Tree, words: Words) -> bool:
    """Tell whether a name needs no name itself: "their ship" does, and so do "many of these" and "the former"."""
    head = head_of(tree, words.tokens)
    if head is None or head.pos not in ("NOUN", "PROPN"):
        return False
    alone = (tree[i].tag == "DT" and tree[i].pos == "PRON" for i in words.tokens)
    return not any(alone) and not any(tree[i].tag in PERSONAL for i in words.tokens)


def _short(tree: Tree, words: Words) -> Words:
    """Cut a long phrase behind its noun, and one that goes on with an occasion: "the flag on Labour Day"."""
    head = head_of(tree, words.tokens)
    if head is None or head.i == words.tokens[-1]:
        return words
    behind = [tree[i] for i in words.tokens if i > head.i]
    if len(words.tokens) <= LONGEST and not any(token.entity in OCCASIONS for token in behind):
        return words
    kept = tuple(i for i in words.tokens if i <= head.i)
    return Words(words.sentence, kept) if len(kept) > 1 else words


def _wording(text: str, tree: Tree, words: Words) -> str:
    tokens = words.tokens
    first, head = tree[tokens[0]], head_of(tree, tokens)
    if first.lower in NEW and len(tokens) > 1:
        return "the " + _slice(text, tree, tokens[1:])
    name = lowered(tree, first.i, _slice(text, tree, tokens))
    if head is None or head.pos != "NOUN" or _is_name(name, head, tokens):
        return name
    told = first.tag in KEPT or any(tree[i].dep == "poss" for i in tokens)
    return name if told or any(i in tokens for i in tree.children(head.i, "det")) else f"the {name}"


def _is_name(name: str, head: Token, tokens: Tokens) -> bool:
    """Tell whether what is tagged a noun is a name: a transcript's "WALLACE:", or "“…,” Denning said"."""
    label = head.text.isupper() and len(head.text) > 3
    return label or (len(tokens) == 1 and head.i > 0 and name[:1].isupper())


def _slice(text: str, tree: Tree, tokens: Sequence[int]) -> str:
    return re.sub(r"\s+", " ", " ".join(span.slice(text) for span in tree.extent(tokens)))


def is_possessive(anaphor: Anaphor, tree: Tree) -> bool:
    """Tell whether the anaphor wants a genitive."""
    return anaphor.kind == "possessive" or tree[anaphor.words.tokens[0]].tag == "WP$"
