"""Extents as pointers: offsets relative to a sentence, or to the whole text where that fails.

A range inside a sentence is ``#string-range(s27,12,26)``, and several of them in one sentence share a
pointer, ``#string-range(s27,39,10,50,38)``: offset and length in code points, as the TEI XPointer
schemes say. A range that lies in no one sentence is ``char:614,730`` (RFC 5147), offsets in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import attrs

from claims.errors import FormatError, SpanError
from claims.formats.tei.names import encode_id
from claims.model import Sentence
from claims.text import Extent, Span

#: An extent without words, where leaving it out would mean something else.
EMPTY = "char:0,0"

_RANGE = re.compile(r"#string-range\(([^,()\s]+)((?:,[0-9]{1,18})+)\)|(?:char:|#char=)([0-9]{1,18}),([0-9]{1,18})")


@attrs.frozen
class Places:
    """The sentences of a text, to write pointers into them."""

    length: int
    starts: Sequence[int]
    ends: Sequence[int]
    ids: Sequence[str]

    @classmethod
    def of(cls, length: int, sentences: Sequence[Sentence]) -> Places:
        """Take the sentences in text order."""
        spans = [sentence.span for sentence in sentences]
        ids = [encode_id(sentence.id) for sentence in sentences]
        return cls(length, [span.start for span in spans], [span.end for span in spans], ids)

    def extent(self, extent: Extent) -> str:
        """Return the pointers to the words, separated by spaces; none for an empty extent."""
        spans = extent.spans
        if len(spans) == 1:
            return self.span(spans[0])
        if spans and self._sentence(spans[0].start, spans[-1].end) >= 0:
            return self._pointer(spans)
        # Neighbours in one sentence share a pointer: the key is the sentence, or each stray span itself.
        placed = [(self._sentence(span.start, span.end), span) for span in spans]
        groups = groupby(placed, lambda pair: pair[0] if pair[0] >= 0 else pair[1])
        return " ".join(self._pointer([span for _, span in group]) for _, group in groups)

    def span(self, span: Span) -> str:
        """Return the pointer to one range; nearly every extent is one."""
        start, end = span.start, span.end
        index = bisect_right(self.starts, start) - 1
        if index < 0 or end > self.ends[index] or end > self.length:
            return self._pointer([span])
        return f"#string-range({self.ids[index]},{start - self.starts[index]},{end - start})"

    def _pointer(self, spans: Sequence[Span]) -> str:
        first, last = spans[0], spans[-1]
        if last.end > self.length:
            raise SpanError(f"[{last.start}, {last.end}) lies outside the text of {self.length} characters")
        index = self._sentence(first.start, first.end)
        if index < 0:
            return f"char:{first.start},{first.end}"
        start = self.starts[index]
        pairs = "".join([f",{span.start - start},{span.end - span.start}" for span in spans])
        return f"#string-range({self.ids[index]}{pairs})"

    def point(self, at: int) -> str:
        """Return the pointer to the place before the code point `at`."""
        if not 0 <= at <= self.length:
            raise SpanError(f"{at} lies outside the text of {self.length} characters")
        index = self._sentence(at, at)
        return f"char:{at},{at}" if index < 0 else f"#string-range({self.ids[index]},{at - self.starts[index]},0)"

    def _sentence(self, start: int, end: int) -> int:
        index = bisect_right(self.starts, start) - 1
        if index >= 0 and end <= self.ends[index]:
            return index
        return -1


def ranges(pointers: str, sentences: Mapping[str, Span]) -> Iterator[list[int]]:
    """Yield ``[start, end]`` for every range of the pointers; `sentences` holds spans by xml:id."""
    for target in pointers.split():
        match = _RANGE.fullmatch(target)
        if not match:
            raise FormatError(f"{target} is no pointer to words: #string-range(id,offset,length) or char:start,end")
        if match[3] is not None:
            yield [int(match[3]), int(match[4])]
        else:
            yield from _in_sentence(target, match[1], match[2], sentences)


def _in_sentence(target: str, id_: str, pairs: str, sentences: Mapping[str, Span]) -> Iterator[list[int]]:
    sentence = sentences.get(id_)
    numbers = [int(number) for number in pairs[1:].split(",")]
    if sentence is None:
        raise FormatError(f"{target} points to no sentence")
    if len(numbers) % 2:
        raise FormatError(f"{target} has an offset without a length")
    for offset, length in zip(numbers[::2], numbers[1::2], strict=True):
        if offset + length > len(sentence):
            raise FormatError(f"{target} leaves its sentence, which has {len(sentence)} characters")
        yield [sentence.start + offset, sentence.start + offset + length]
