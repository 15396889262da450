"""Texts of several sentences, parsed once per run."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import attrs
import pytest

from claims.analysis import Adjunct, Anaphor, Clause, Link, References, SentenceSpan, Slot, Words
from claims.model import ClaimType, CueType, Role
from claims.syntax import Parser
from claims.text import Span
from claims.trees import Tree
from claims.wording import Wording, resolve, reword


@attrs.frozen(eq=False)
class Story:
    """A parsed text with its references."""

    text: str
    trees: tuple[Tree, ...]
    references: References

    def words(self, words: Words) -> str:
        """Return the words that a step speaks of."""
        return self.trees[words.sentence].extent(words.tokens).exact(self.text)

    def links(self) -> dict[str, list[str]]:
        """Return what each anaphor stands for; the last of equal words wins."""
        return {self.words(a.words): [self.words(w) for w in a.antecedents] for a in self.references.anaphors}

    def anaphor(self, word: str) -> Anaphor:
        """Return the first anaphor that is this word."""
        return next(a for a in self.references.anaphors if self.words(a.words) == word)

    def tokens(self, sentence: int, phrase: str) -> tuple[int, ...]:
        """Return the tokens of a phrase; `` … `` stands for words left out."""
        tree, found, start = self.trees[sentence], [], 0
        for part in phrase.split(" … "):
            wanted = part.split()
            start = next(i for i in range(start, len(tree)) if [t.text for t in tree[i : i + len(wanted)]] == wanted)
            found += range(start, start + len(wanted))
            start += len(wanted)
        return tuple(found)

    def reword(
        self,
        sentence: int,
        who: str,
        predicate: str,
        *arguments: tuple[Role, str],
        type: ClaimType = "event",
        head: str | None = None,
        when: str = "",
        target: str = "",
        cue: str = "",
        cue_type: CueType = "say",
        stated: Link | None = None,
        around: Link | None = None,
    ) -> Wording:
        """Reword the clause with these slots, below `around` or a link with this cue, or as the act of `stated`."""
        slots = tuple(Slot(role, self.tokens(sentence, phrase)) for role, phrase in arguments)
        parts = self.tokens(sentence, predicate) if predicate else slots[0].tokens
        top = self.tokens(sentence, head)[0] if head else parts[-1]
        after = self.tokens(sentence, target)[0] if target else None
        adjuncts = (Adjunct(self.tokens(sentence, when), target=after),) if when else ()
        subject = self.tokens(sentence, who) if who else ()
        clause = Clause("test", type, top, subject, parts if predicate else (), slots, adjuncts)
        links = [it for it in (stated, around) if it]
        if cue:
            said = Words(sentence, self.tokens(sentence, cue))
            links = [Link(said, None, "named", (), "indirect", cue_type=cue_type)]
        clause = attrs.evolve(clause, link=0 if links and not stated else None, states=0 if stated else None)
        return reword(self.text, self.trees[sentence], sentence, clause, self.references, self.trees, links)


@pytest.fixture(scope="session")
def story(parser: Parser) -> Callable[..., Story]:
    """Build a story from its sentences; a paragraph break is written as an empty sentence."""

    @cache
    def build(*sentences: str) -> Story:
        spans, text, paragraph = [], "", 0
        for sentence in sentences:
            if not sentence:
                text, paragraph = text + "\n\n", paragraph + 1
                continue
            spans.append(SentenceSpan(Span(len(text), len(text) + len(sentence)), paragraph, "body"))
            text += sentence + " "
        trees = tuple(parser.parse(text, [s.span for s in spans]))
        return Story(text, trees, resolve(trees, spans))

    return build
