"""What joins the slots of a claim and is part of none: a comma behind what opens the sentence, and "that"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.analysis import Tokens
from claims.wording.draft import Draft


def set_off(draft: Draft, who: Tokens, kept: Sequence[int]) -> None:
    """Keep the comma behind what opens a sentence: "after the fire**,** the pier closed"; so the colon of a topic."""
    tree = draft.tree
    opening = [i for i in kept if i < who[0]] if who and not draft.is_deleted(who[0]) else []
    if not opening:
        return
    last = opening[-1]
    if tree[last].tag == "WRB":
        # "How they left, and **how** they came back, …": a question goes on.
        return
    if last < who[0] - 1 and tree[last + 1].text in (",", ":") and last + 1 not in draft.inside:
        draft.insert(last, tree[last + 1].text, "mark", (tree[last + 1].span,), behind=True)


def close_aside(draft: Draft, who: Tokens) -> None:
    """Keep the second comma of what a first one sets off in who acts: "Berg, not his wife**,** signed it"."""
    tree = draft.tree
    behind = who[-1] + 1 if who else 0
    commas = sum(tree[i].text == "," and not draft.is_deleted(i) for i in who)
    if not commas % 2 or behind >= len(tree) or tree[behind].text != "," or behind in draft.inside:
        return
    # A list has no comma behind it, and what ends the claim needs none.
    listed = any(tree[i].dep == "cc" for i in who)
    if max(draft.inside) > behind and not listed and not draft.is_deleted(who[-1]):
        draft.insert(who[-1], ",", "mark", (tree[behind].span,), behind=True)


def keep_that(draft: Draft) -> None:
    """Keep the "that" between what is said and who says it, which is part of no slot: "it is clear **that** …"."""
    tree, inside = draft.tree, draft.inside
    for token in tree.labelled("mark") if "that" in tree.signs else ():
        behind = token.i + 1
        if token.lower != "that" or token.tag != "IN" or token.i in inside:
            continue
        if token.i - 1 not in inside or draft.is_deleted(token.i - 1):
            continue
        while behind < len(tree) and behind not in inside and tree[behind].pos == "PUNCT":
            behind += 1
        said = any((change.text or "").endswith("that") for change in draft.before.get(behind, ()))
        if behind in inside and not said and not draft.is_deleted(behind):
            draft.insert(behind, "that", "relation", (token.span,), lead=True)
