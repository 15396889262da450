"""From cues and quotations to links: whose words are whose, over sentences, nested inside one another."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from claims.analysis import Link, SentenceSpan, Tokens, Words
from claims.attribution.drafts import Draft, drafts_of
from claims.attribution.extents import extents, with_marks
from claims.attribution.frames import is_that
from claims.attribution.page import Page, keep_within
from claims.attribution.quotations import Quotation, find_nested, find_quotations, tokens_of
from claims.attribution.sources import source_type, trimmed
from claims.model import QuoteType
from claims.trees import Tree

#: Chains longer than this do not occur in text.
MAX_DEPTH = 8


def find_links(trees: Sequence[Tree], sentences: Sequence[SentenceSpan], text: str) -> tuple[Link, ...]:
    """Return the attributions of a text in the order of their cues, each with its enclosing link."""
    trees = tuple(trees)
    quotations = find_quotations(trees, sentences, text)
    nested = find_nested(trees, quotations, text)
    drafts = [draft for s, tree in enumerate(trees) for draft in drafts_of(s, tree)]
    quotations = tuple(_ended(quotation, drafts) for quotation in quotations)
    quoted, inner = tokens_of(quotations), tokens_of(nested)
    keep_within(drafts, quotations)
    if nested:
        keep_within(drafts, nested)
        told = [draft for draft in drafts if draft.cue and draft.cue.head in quoted.get(draft.sentence, ())]
        Page(trees, sentences, nested, told, quoted=inner).join_nested()
    page = Page(trees, sentences, quotations, drafts, quoted=quoted)
    page.join()
    kept = [draft for draft in page.drafts if any(trimmed(trees[s], tuple(ts)) for s, ts in draft.content.items())]
    kept.sort(key=_order)
    parents = _parents(kept)
    _hand_up(kept, parents)
    marks = with_marks((*quotations, *nested))
    contents = [extents(trees, draft.content, marks, draft.own) for draft in kept]
    return tuple(map(partial(_link, trees, quoted), kept, parents, contents))


def _ended(quotation: Quotation, drafts: Sequence[Draft]) -> Quotation:
    """End a quotation that nobody closed before who said it: ``"We will not sell, Lee said.``."""
    s, last = quotation.last, quotation.pieces[-1].tokens
    if sum(len(words.tokens) for words in quotation.marks) != 1 or quotation.single:
        return quotation
    for draft in drafts:
        cue, said = draft.cue, draft.content.get(s, set())
        if cue is None or not cue.quoting or not draft.source or draft.sentence != s or not said:
            continue
        own = (*cue.tokens, *draft.source)
        if last[0] <= min(said) and max(said) < min(own) and max(own) <= last[-1]:
            return quotation.until(s, min(own))
    return quotation


def _order(draft: Draft) -> tuple[int, Tokens]:
    if draft.cue:
        return draft.sentence, draft.cue.tokens
    first = min(s for s, tokens in draft.content.items() if tokens)
    return first, (min(draft.content[first]),)


def _parents(drafts: Sequence[Draft]) -> list[int | None]:
    """Return for each draft the one with the smallest content around its cue."""
    around: dict[int, list[int]] = {}
    for number, draft in enumerate(drafts):
        for s in draft.content:
            around.setdefault(s, []).append(number)
    size = [sum(map(len, draft.content.values())) for draft in drafts]
    found = [_parent(drafts, around, size, number) for number in range(len(drafts))]
    return [_beside(drafts, found, number) for number in range(len(drafts))]


def _beside(drafts: Sequence[Draft], parents: Sequence[int | None], number: int) -> int | None:
    """Lift a description out of a noun phrase that another cue governs: there the author speaks."""
    parent, cue = parents[number], drafts[number].cue
    above = drafts[parent].cue if parent is not None else None
    lifts = cue is not None and cue.descriptive and above is not None and above.nominal
    return parents[parent] if lifts and parent is not None else parent


def _hand_up(drafts: Sequence[Draft], parents: Sequence[int | None]) -> None:
    """Add a link's content to the links around it: what Y is said to have said, X said too."""
    for draft, parent in zip(drafts, parents, strict=True):
        for _ in range(MAX_DEPTH):
            if parent is None:
                break
            above = drafts[parent]
            own = {*above.source, *above.cue.tokens} if above.cue else set()
            for s, tokens in draft.content.items():
                above.content.setdefault(s, set()).update(tokens - own if s == above.sentence else tokens)
            parent = parents[parent]


def _link(
    trees: Sequence[Tree],
    quoted: dict[int, set[int]],
    draft: Draft,
    parent: int | None,
    content: tuple[Words, ...],
) -> Link:
    cue = draft.cue
    return Link(
        cue=Words(draft.sentence, cue.tokens) if cue and cue.tokens else None,
        source=Words(draft.source_sentence, draft.source) if draft.source else None,
        source_type=source_type(trees[draft.source_sentence], draft.source),
        content=content,
        quote=_quote_type(trees, content, quoted),
        cue_lemma=cue.lemma if cue else "",
        cue_type=cue.type if cue else "say",
        parent=parent,
        scope_ambiguous=draft.ambiguous,
    )


def _quote_type(trees: Sequence[Tree], content: tuple[Words, ...], quoted: dict[int, set[int]]) -> QuoteType:
    """Tell how much of the content stands between quotation marks; "that" before it does not count."""
    inside = total = 0
    for words in content:
        said = [i for i in words.tokens if trees[words.sentence][i].pos != "PUNCT"]
        said = said[1:] if said and is_that(trees[words.sentence][said[0]]) else said
        total += len(said)
        inside += len(quoted.get(words.sentence, set()).intersection(said))
    if inside == 0:
        return "indirect"
    return "direct" if inside >= 0.8 * total else "mixed"


def _parent(drafts: Sequence[Draft], around: dict[int, list[int]], size: Sequence[int], number: int) -> int | None:
    """Return the link with the smallest content around this link's cue."""
    draft = drafts[number]
    if draft.cue is None:
        return None
    found = [k for k in around.get(draft.sentence, ()) if k != number and _holds(drafts[k], draft)]
    # Two links cannot hold each other: of such a pair the larger content is the outer one.
    outer = [k for k in found if not _holds(draft, drafts[k]) or (size[k], -k) > (size[number], -number)]
    return min(outer, key=lambda k: (size[k], k), default=None)


def _holds(outer: Draft, inner: Draft) -> bool:
    return inner.cue is not None and inner.cue.head in outer.content.get(inner.sentence, ())
