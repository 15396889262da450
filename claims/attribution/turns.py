"""Interviews and transcripts: paragraphs that open with ``NAME:`` and are that speaker's to their end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.analysis import SentenceSpan
from claims.attribution.drafts import Draft
from claims.attribution.frames import Cue
from claims.attribution.nominal import LABELS
from claims.attribution.sources import trimmed
from claims.trees import Tree

#: A speaker's name before a colon has at most so many words.
LONGEST_NAME = 3


def open_turns(trees: Sequence[Tree], sentences: Sequence[SentenceSpan], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield drafts of turns whose name nobody knows, where the paragraph before or behind is a turn as well."""
    known = {draft.sentence for draft in drafts if draft.cue is not None and draft.cue.lemma == ":"}
    heads = [s for s in range(len(trees)) if _opens(sentences, s)]
    colons = {s: _colon(trees[s]) for s in heads}
    for place, s in enumerate(heads):
        colon = colons[s]
        beside = heads[max(place - 1, 0) : place] + heads[place + 1 : place + 2]
        if (
            colon is None
            or s in known
            or sentences[s].zone != "body"
            or not any(colons[other] is not None for other in beside)
        ):
            continue
        name = tuple(range(colon))
        said = trimmed(trees[s], tuple(range(colon + 1, len(trees[s]))))
        yield Draft(s, Cue(colon, (colon,), ":", "say", name, said, quoting=True), name, {s: set(said)}, s)


def _opens(sentences: Sequence[SentenceSpan], s: int) -> bool:
    """Tell whether a sentence is the first of its paragraph."""
    return s == 0 or sentences[s - 1].paragraph != sentences[s].paragraph


def _colon(tree: Tree) -> int | None:
    """Return the colon behind a capitalised name at the head of a sentence."""
    for token in tree[: LONGEST_NAME + 1]:
        if token.text == ":":
            return token.i if 0 < token.i < len(tree) - 1 and tree[0].lower not in LABELS else None
        if not token.text[0].isupper():
            return None
    return None


def join_turns(trees: Sequence[Tree], sentences: Sequence[SentenceSpan], drafts: Sequence[Draft]) -> None:
    """Let the words behind ``NAME:`` at the head of a paragraph run to its end."""
    for draft in drafts:
        s, cue = draft.sentence, draft.cue
        if cue is None or cue.lemma != ":" or not cue.content or min(cue.content) < cue.head:
            continue
        if sentences[s].zone != "body" or not _opens(sentences, s):
            continue
        behind = s + 1
        while behind < len(trees) and sentences[behind].paragraph == sentences[s].paragraph:
            draft.content[s].update(range(cue.head + 1, len(trees[s])))
            draft.content[behind] = set(range(len(trees[behind])))
            behind += 1
