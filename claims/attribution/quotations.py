"""Quoted stretches of a text: which tokens stand between quotation marks, over sentences and paragraphs.

Marks may be curly, straight, doubled apostrophes, guillemets or single; unbalanced ones end where
their sentence or paragraph ends, and an opening mark at the head of the next paragraph carries a
quotation on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from claims.analysis import SentenceSpan, Tokens, Words
from claims.trees import Token, Tree
from claims.values import evolve

OPENING = frozenset(("“", "«", "„", "‟", "``"))
CLOSING = frozenset(("”", "»"))
STRAIGHT = frozenset(('"', "''", "＂"))
SINGLE = frozenset(("'", "‘", "’", "`"))
MARKS = OPENING | CLOSING | STRAIGHT | SINGLE
#: Marks that end a sentence.
STOPS = frozenset((".", "!", "?", "…", "..."))
#: A single mark's partner stands within so many tokens.
REACH = 300
_BEFORE_OPENING = frozenset("([{—–-/…:" + "“«„‘\"'")


@attrs.frozen
class Quotation:
    """A quoted stretch: its tokens without the marks, sentence by sentence."""

    pieces: tuple[Words, ...]
    #: The marks around it, by sentence.
    marks: tuple[Words, ...] = ()
    #: Whether single marks enclose it; those are often titles or scare quotes.
    single: bool = False

    @property
    def first(self) -> int:
        """Index of the sentence in which it begins."""
        return self.pieces[0].sentence

    @property
    def last(self) -> int:
        """Index of the sentence in which it ends."""
        return self.pieces[-1].sentence

    def until(self, sentence: int, token: int) -> Quotation:
        """Return it without what stands from a token of its last sentence on."""
        last = Words(sentence, tuple(i for i in self.pieces[-1].tokens if i < token))
        return evolve(self, pieces=(*self.pieces[:-1], last))

    def ends_in(self, tree: Tree) -> bool:
        """Tell whether it reaches the end of `tree`, its last sentence."""
        return self.pieces[-1].tokens[-1] >= len(tree) - 3

    def piece(self, sentence: int) -> tuple[int, ...]:
        """Return its tokens in `sentence`."""
        return next((words.tokens for words in self.pieces if words.sentence == sentence), ())

    def with_marks(self, sentence: int) -> tuple[int, ...]:
        """Return its tokens in `sentence` with the marks that stand there."""
        marks = next((words.tokens for words in self.marks if words.sentence == sentence), ())
        return tuple(sorted((*self.piece(sentence), *marks)))


@attrs.define
class _Open:
    """A quotation being read."""

    single: bool
    sentence: int
    at_start: bool
    pieces: dict[int, list[int]] = attrs.field(factory=dict)
    marks: dict[int, list[int]] = attrs.field(factory=dict)

    @classmethod
    def at(cls, sentence: int, token: Token) -> _Open:
        """Open a quotation with its mark."""
        opened = cls(token.text in SINGLE, sentence, token.i == 0)
        opened.mark(sentence, token.i)
        return opened

    def add(self, sentence: int, token: int) -> None:
        self.pieces.setdefault(sentence, []).append(token)

    def mark(self, sentence: int, token: int) -> None:
        self.marks.setdefault(sentence, []).append(token)

    def close(self, upto: int | None = None) -> Quotation | None:
        kept, marks = (
            tuple(Words(s, tuple(ts)) for s, ts in found.items() if upto is None or s <= upto)
            for found in (self.pieces, self.marks)
        )
        return Quotation(kept, marks, self.single) if kept else None


def find_quotations(trees: Sequence[Tree], sentences: Sequence[SentenceSpan], text: str) -> tuple[Quotation, ...]:
    """Return the outermost quotations in text order."""
    return tuple(quotation for quotation in _quotations(trees, sentences, text) if quotation)


def _quotations(trees: Sequence[Tree], sentences: Sequence[SentenceSpan], text: str) -> Iterator[Quotation | None]:
    current: _Open | None = None
    for s, tree in enumerate(trees):
        new_paragraph = s > 0 and sentences[s].paragraph != sentences[s - 1].paragraph
        if current and new_paragraph and not (len(tree) and _role(tree[0], text, None) == "open"):
            yield current.close(upto=None if current.at_start else current.sentence)
            current = None
        for token in tree if current or not MARKS.isdisjoint(tree.signs) else ():
            role = _role(token, text, current) if token.text in MARKS else ""
            if role == "open" and current is None:
                if token.text in SINGLE and not _closed_later(tree, token.i, text):
                    continue
                current = _Open.at(s, token)
            elif role == "close" and current is not None:
                current.mark(s, token.i)
                yield current.close()
                current = None
            elif role == "open" and current is not None and not current.single and token.text not in SINGLE:
                if token.i == 0 and new_paragraph:
                    current.mark(s, token.i)
                    continue
                # A second opening mark: the first was never closed.
                yield current.close(upto=current.sentence)
                current = _Open.at(s, token)
            elif current is not None:
                current.add(s, token.i)
    if current:
        yield current.close(upto=None if current.at_start else current.sentence)


def tokens_of(quotations: Iterable[Quotation]) -> dict[int, set[int]]:
    """Return the tokens between quotation marks, by sentence."""
    found: dict[int, set[int]] = {}
    for quotation in quotations:
        for words in quotation.pieces:
            found.setdefault(words.sentence, set()).update(words.tokens)
    return found


def find_nested(trees: Sequence[Tree], quotations: Sequence[Quotation], text: str) -> tuple[Quotation, ...]:
    """Return the quotations inside quotations: ``"He told me: 'Go home.'"``; their marks are of the other kind."""
    return tuple(nested for quotation in quotations for nested in _within(trees, quotation, text) if nested)


def _within(trees: Sequence[Tree], outer: Quotation, text: str) -> Iterator[Quotation | None]:
    current: _Open | None = None
    for words in outer.pieces:
        for i in words.tokens:
            token = trees[words.sentence][i]
            role = "" if (token.text in SINGLE) == outer.single else _role(token, text, current)
            if role == "open" and current is None:
                current = _Open.at(words.sentence, token)
            elif role == "close" and current is not None:
                current.mark(words.sentence, i)
                yield current.close()
                current = None
            elif current is not None:
                current.add(words.sentence, i)


def _role(token: Token, text: str, current: _Open | None) -> str:
    """Tell whether a token opens or closes a quotation, or neither ("")."""
    mark = token.text
    if mark not in MARKS:
        return ""
    before = text[token.start - 1] if token.start else " "
    after = text[token.end] if token.end < len(text) else " "
    leads = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    if mark in SINGLE:
        return _single_role(token, leads, after, current)
    if current is not None and current.single:
        return ""
    if mark in OPENING:
        return "open"
    if mark in CLOSING:
        return "close" if current else "open" if leads else ""
    if current is None:
        # 6'2" and 10" screens: a mark behind a digit opens nothing; nor does one before a stop.
        return "open" if leads or (after.isalnum() and not before.isdigit()) else ""
    return "open" if leads and token.i == 0 and before == "\n" else "close"


def _single_role(token: Token, leads: bool, after: str, current: _Open | None) -> str:
    if current is not None and not current.single:
        return ""
    if current is None:
        return "open" if leads and token.text != "’" else ""
    return "close" if token.text != "‘" and not after.isalnum() and token.tag != "POS" else ""


def _closed_later(tree: Tree, i: int, text: str) -> bool:
    """Tell whether a single mark has its partner in the same sentence."""
    probe = _Open(True, 0, False)
    return any(_role(token, text, probe) == "close" for token in tree[i + 2 : i + REACH])


def balanced(tree: Tree, tokens: Tokens) -> Tokens:
    """Add the mark at an edge whose partner is inside: ``called it “a trap`` lacks its end."""
    open_marks = sum(tree[i].text in MARKS and tree[i].text not in SINGLE for i in tokens) % 2
    if not open_marks:
        return tokens
    first, last = tokens[0], tokens[-1]
    if first and tree[first - 1].text in MARKS and tree[first - 1].text not in CLOSING:
        return (first - 1, *tokens)
    for end in (last + 1, last + 2):
        if end < len(tree) and tree[end].text in MARKS and tree[end].text not in OPENING:
            return (*tokens, *range(last + 1, end + 1))
        if end >= len(tree) or tree[end].pos != "PUNCT":
            break
    return tokens
