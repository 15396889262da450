"""What joins the slots of a claim and is part of none: a comma behind what opens the sentence, and "that"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.analysis import Tokens
from claims.wording.draft import Draft


def set_off(draft: Draft, who: Tokens, kept: Sequence[int]) -> None:
    """Keep the comma between what opens a sentence and its subject: "after the fire**,** the pier closed"."""
    comma = who[0] - 1 if who else 0
    last = comma - 1
    if comma < 1 or draft.tree[comma].text != "," or comma in draft.inside or last not in draft.inside:
        return
    if kept and kept[0] <= last and not draft.is_deleted(last) and not draft.is_deleted(who[0]):
        draft.insert(last, ",", "mark", (draft.tree[comma].span,), behind=True)


def keep_that(draft: Draft) -> None:
    """Keep the "that" between what is said and who says it, which is part of no slot: "it is clear **that** …"."""
    tree, inside = draft.tree, draft.inside
    for token in tree.labelled("mark"):
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
