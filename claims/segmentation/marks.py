"""End marks and what stands around them: the evidence that the boundary rules read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from claims.segmentation.lines import INVISIBLE
from claims.segmentation.words import opens
from claims.values import value

#: Marks that end a sentence without white space behind them.
WIDE = "。！？｡"
_MARKS = ".!?…‥‼⁇⁈⁉؟۔।॥։።" + WIDE
#: A run of marks; a spaced mark belongs to the run unless a word is glued to it (". . .", but not ". .NET").
_RUN = re.compile(rf"[{_MARKS}](?:[{_MARKS}]|[ \u00a0](?=[.!?…]{{1,8}}(?:[\s)\]\"'”’]|\Z)))*")
_CLOSERS = re.compile(r"[\"'”’»›)\]}」』）】〉》*_]*(?:“(?=\s|\Z))?")
_SPACED_CLOSER = re.compile(r"[ \u00a0][\"”](?=\s|\Z)")
_SMILEY = re.compile(r"\s?[:;=8]['’]?-?[)(DPp/|*]+(?=\s|\Z)")
_EMOJI = re.compile("\\s?[\u2600-\u27bf\u2b50\ufe0f\u200d\U0001f1e6-\U0001faff]+(?=\\s|\\Z)")
_NOTE = re.compile(r"(?:\s?\[(?:\d{1,3}(?:[,–-] ?\d{1,3})*|[a-z][a-z ]{2,24})\])+(?=\s|\Z)")
_GLUED_NOTE = re.compile(r"(?<=[a-z][.!?])\d{1,2}(?=\s+[\"“‘(]?[A-Z]|\s*\Z)")
_SUPERSCRIPT = re.compile("[¹²³⁰⁴-⁹]{1,3}")
_NUMBER_NOTE = re.compile(r"\s\d{1,2}(?=\s+([A-Z][\w'’]*))")
_FOLLOWER = re.compile(r"([\"'“‘«‹„‚`(\[{¿¡*_]*)((?:[^\W_]+(?:['’.&-][^\W_]+)*)?)")
_EDGES = "\"'“”‘’«»()[]{}¿¡*_-,;:`<>|•⁃"
_BRACKETS = re.compile(r"[()\[\]{}]")
_PARTNERS = {")": "(", "]": "[", "}": "{"}
_LOOK_BACK, _LOOK_AHEAD, _LONGEST_BRACKET = 40, 60, 400


@value
class Mark:
    """A run of end marks inside a passage, with its neighbours."""

    text: str
    #: Where the sentence began.
    opening: int
    #: The run, then the closing quotes, brackets and notes behind it, then the next word.
    start: int
    end: int
    close: int
    next: int
    #: End of the passage.
    limit: int
    #: The word before the run, without the marks at its edges.
    word: str
    #: The quotes and brackets before the next word, and that word.
    lead: str
    follower: str
    #: Whether the run stands in brackets that were opened inside the sentence.
    bracketed: bool

    @property
    def run(self) -> str:
        """The end marks."""
        return self.text[self.start : self.end]

    @property
    def closers(self) -> str:
        """What closes behind them."""
        return self.text[self.end : self.close]

    @property
    def quoted(self) -> bool:
        """Whether a quotation closes behind the run."""
        return any(char in "\"'”’»›“" for char in self.closers[:4])

    @property
    def glued(self) -> bool:
        """Whether the next word follows without white space."""
        return not any(char.isspace() for char in self.text[self.close : self.next])

    @property
    def attached(self) -> bool:
        """Whether the run follows its word without white space."""
        return self.start > self.opening and not self.text[self.start - 1].isspace()

    @property
    def so_far(self) -> str:
        """The beginning of the sentence, or all of it where it is short."""
        return self.text[self.opening : min(self.start, self.opening + _LOOK_BACK)]

    @property
    def ahead(self) -> str:
        """The words that follow."""
        return self.text[self.next : min(self.limit, self.next + _LOOK_AHEAD)]


@value
class Brackets:
    """The outermost closed brackets of a passage; very long ones hold sentences and do not count."""

    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Brackets:
        """Find the brackets of the passage."""
        starts: list[int] = []
        ends: list[int] = []
        for left, right in sorted(_pairs(text, start, end)):
            if not ends or left > ends[-1]:
                starts.append(left)
                ends.append(right)
        return cls(starts, ends)

    def around(self, place: int) -> int | None:
        """Return where the bracket around `place` opens, None outside brackets."""
        index = bisect_right(self.starts, place) - 1
        return self.starts[index] if index >= 0 and place < self.ends[index] else None


def _pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    opened: dict[str, list[int]] = {"(": [], "[": [], "{": []}
    for match in _BRACKETS.finditer(text, start, end):
        if match[0] in opened:
            opened[match[0]].append(match.start())
        elif opened[_PARTNERS[match[0]]]:
            left = opened[_PARTNERS[match[0]]].pop()
            if match.start() - left <= _LONGEST_BRACKET:
                yield left, match.start()


def runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the runs of end marks that could end a sentence, none twice."""
    for match in _RUN.finditer(text, start, end):
        if not _inside_word(text, match, end):
            yield match.span()


def _inside_word(text: str, match: re.Match[str], end: int) -> bool:
    """Pass quickly over the stop in 3.5, U.S. or a domain: a digit or small letter follows."""
    if len(match[0]) != 1 or match[0] != "." or match.end() >= end:
        return False
    char = text[match.end()]
    return char.islower() or char in ",;-/@" or (char.isdigit() and not text[match.start() - 1].islower())


def look(text: str, opening: int, run: tuple[int, int], limit: int, brackets: Brackets) -> Mark | None:
    """Gather the evidence around a run; None where nothing follows in the passage."""
    start, end = run
    close = _close(text, end, limit)
    following = close
    while following < limit and (text[following].isspace() or text[following] in INVISIBLE):
        following += 1
    if following >= limit:
        return None
    lead, follower = _follower(text, following, limit)
    around = brackets.around(start)
    inside = around is not None and _first_ink(text, opening, min(around, opening + 8)) < around
    word = _word(text, opening, start)
    return Mark(text, opening, start, end, close, following, limit, word, lead, follower, inside)


def _first_ink(text: str, start: int, end: int) -> int:
    """Return the first place that is neither an opening quote nor a bracket."""
    while start < end and text[start] in "\"'“‘«([{":
        start += 1
    return start


def _follower(text: str, at: int, limit: int) -> tuple[str, str]:
    match = _FOLLOWER.match(text, at, min(limit, at + _LOOK_AHEAD))
    return (match[1], match[2]) if match else ("", "")


def _close(text: str, end: int, limit: int) -> int:
    """Return the end of the quotes, brackets, smileys and note numbers that belong to the sentence."""
    if text[end : end + 1].isspace() and text[end + 1 : end + 2].isalpha():
        return end
    limit = min(limit, end + 2 * _LOOK_AHEAD)
    at = _after(_CLOSERS, text, end, limit)
    for pattern in (_SPACED_CLOSER, _SMILEY, _EMOJI, _NOTE, _GLUED_NOTE, _SUPERSCRIPT):
        at = _after(pattern, text, at, limit)
    return _number_note(text, at, limit)


def _after(pattern: re.Pattern[str], text: str, at: int, limit: int) -> int:
    match = pattern.match(text, at, limit)
    return match.end() if match else at


def _number_note(text: str, at: int, limit: int) -> int:
    """Take the number of a note along: "… the fee. 8 Yet some …"."""
    match = _NUMBER_NOTE.match(text, at, limit)
    return match.end() if match and opens(match[1]) else at


def _word(text: str, opening: int, start: int) -> str:
    piece = text[max(opening, start - _LOOK_BACK) : start].rstrip()
    for separator in (None, "—", "–", "/"):
        piece = piece.rsplit(separator, 1)[-1] if piece else piece
    return piece.strip(_EDGES)
