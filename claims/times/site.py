"""Where a pattern matched: what the checks look at."""

from __future__ import annotations

from collections.abc import Mapping

from claims.times.pieces import Line
from claims.trees import Token, Tree
from claims.values import value


@value
class Site:
    """A match where it stands: its named parts, its pieces, the sentence around."""

    parts: Mapping[str, str]
    #: Half-open range of pieces.
    start: int
    end: int
    line: Line
    tree: Tree

    def word(self, place: int) -> str:
        """Return the word of a piece, "" outside the sentence."""
        return self.line.pieces[place].word if 0 <= place < len(self.line.pieces) else ""

    def token(self, place: int) -> Token | None:
        """Return the token of a piece, None outside the sentence."""
        return self.tree[self.line.pieces[place].token] if 0 <= place < len(self.line.pieces) else None

    @property
    def before(self) -> str:
        """The word in front of the match."""
        return self.word(self.start - 1)

    @property
    def first(self) -> Token:
        """The token that the match begins in."""
        return self.tree[self.line.pieces[self.start].token]

    @property
    def last(self) -> Token:
        """The token that the match ends in."""
        return self.tree[self.line.pieces[self.end - 1].token]

    @property
    def behind(self) -> Token | None:
        """The token behind the match."""
        return self.token(self.end)

    @property
    def alone(self) -> bool:
        """Whether the match is one piece."""
        return self.end - self.start == 1
