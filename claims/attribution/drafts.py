"""Links that still grow: what the cues of one sentence say before quotations are joined to them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import attrs

from claims.analysis import Tokens
from claims.attribution.cues import verb_cues
from claims.attribution.frames import Cue
from claims.attribution.nominal import adjective_cues, colon_cues, noun_cues, phrase_cues
from claims.attribution.quotations import Quotation
from claims.trees import Tree

#: A longer "sentence" is a table or a list without full stops: only its quotations are read.
MAX_TOKENS = 1500


@attrs.define
class Draft:
    """A link that still grows: mutable until `attach` freezes it."""

    sentence: int
    cue: Cue | None
    source: Tokens
    content: dict[int, set[int]]
    source_sentence: int
    ambiguous: bool = False

    @property
    def own(self) -> dict[int, set[int]]:
        """The tokens of cue and source, by sentence."""
        found = {self.source_sentence: set(self.source)}
        if self.cue:
            found.setdefault(self.sentence, set()).update(self.cue.tokens)
        return found

    def add(self, quotation: Quotation) -> None:
        """Take a quotation's words as content; they are then no words of the source."""
        spoken = set(quotation.piece(self.source_sentence))
        self.source = tuple(i for i in self.source if i not in spoken)
        own = set(self.cue.tokens) | set(self.source) if self.cue else set()
        for words in quotation.pieces:
            kept = set(words.tokens) - own if words.sentence == self.sentence else set(words.tokens)
            self.content.setdefault(words.sentence, set()).update(kept)


def cues(tree: Tree) -> list[Cue]:
    """Return the cues of one tree, at most one for each head, in text order."""
    if len(tree) > MAX_TOKENS:
        return []
    found: dict[int, Cue] = {}
    for cue in chain(colon_cues(tree), phrase_cues(tree), noun_cues(tree), adjective_cues(tree), verb_cues(tree)):
        found.setdefault(cue.head, cue)
    return sorted(_without_light_verbs(tree, found), key=lambda cue: cue.tokens)


def _without_light_verbs(tree: Tree, found: dict[int, Cue]) -> Iterator[Cue]:
    """Drop a verb whose words another cue has taken: "issued an order that …" is one cue."""
    taken = {i: head for head, cue in found.items() for i in cue.tokens if i != head}
    for head, cue in found.items():
        if head in taken and len(found[taken[head]].tokens) >= len(cue.tokens):
            continue
        # "said in a statement that …": of two cues with one content the outer one stays.
        same = (other.head for other in found.values() if cue.content and other.content == cue.content)
        if not any(outer < head and tree[head].head != outer for outer in same) or tree[head].dep == "conj":
            yield cue


def drafts_of(s: int, tree: Tree) -> Iterator[Draft]:
    """Yield the drafts of sentence `s`."""
    for cue in cues(tree):
        yield Draft(s, cue, cue.source, {s: set(cue.content)}, s, cue.ambiguous)
