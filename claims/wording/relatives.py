"""Relative pronouns and the nouns they stand for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from claims.analysis import Anaphor, Words
from claims.trees import Tree
from claims.wording.binding import DEEP
from claims.wording.phrases import core


def relatives(tree: Tree, number: int) -> Iterator[Anaphor]:
    """Yield relative pronouns that follow the noun they stand for; one that stands for a clause has none."""
    for token in tree if "relcl" in tree.signs else ():
        if token.tag in ("WDT", "WP", "WP$"):
            verb = next((i for i in islice(tree.ancestors(token.i), DEEP) if tree[i].dep == "relcl"), None)
            if verb is not None and tree[tree[verb].head].pos in ("NOUN", "PROPN") and tree[verb].head < token.i:
                words = Words(number, (token.i,))
                yield Anaphor(words, "relative", (Words(number, core(tree, tree[verb].head)),))
