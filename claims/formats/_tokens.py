"""Words and signs of a text, for formats that are built on tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from claims.text import Span

#: Letters and digits, with single joiners inside; or one sign.
_TOKEN = re.compile(r"\w+(?:[-.,'’_/&]\w+)*|[^\w\s]")


def tokens(text: str, span: Span, cuts: Iterable[int] = ()) -> Iterator[Span]:
    """Yield the tokens of a part of the text; no token reaches over a place in `cuts`.

    >>> [token.slice("a re-use, 3.5 m") for token in tokens("a re-use, 3.5 m", Span(0, 15), [4])]
    ['a', 're', '-', 'use', ',', '3.5', 'm']
    """
    places = [span.start, *sorted({cut for cut in cuts if span.start < cut < span.end}), span.end]
    for start, end in pairwise(places):
        for match in _TOKEN.finditer(text, start, end):
            yield Span(match.start(), match.end())
