"""Parts of a corpus: a sample of documents, and training, development and test parts that never mix.

Chance is a digest of the seed and the text: the same on every machine, and a document keeps its lot when others come
or go.
"""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from claims.corpus.documents import Found
from claims.errors import FormatError, UsageError

#: What keeps documents together in one part.
By = Literal["text", "publisher", "author", "published"]


def sample(documents: Iterable[Found], number: int, seed: int) -> list[Found]:
    """Return `number` documents drawn by lot, in the order of the corpus; all of them where there are fewer."""
    drawn: list[tuple[float, int, Found]] = []
    for place, found in enumerate(documents):
        # The largest lots are dropped; places settle between equal texts.
        entry = (-lot(f"{_source(found)['sha256']}\n{_source(found)['id']}", seed), -place, found)
        if len(drawn) < number:
            heapq.heappush(drawn, entry)
        elif entry[:2] > drawn[0][:2]:
            heapq.heapreplace(drawn, entry)
    return [found for _, _, found in sorted(drawn, key=lambda entry: -entry[1])]


def parts(
    documents: Iterable[Found], shares: Mapping[str, float], seed: int, by: By = "text"
) -> Iterator[tuple[str, Found]]:
    """Yield each document with the name of the part that it falls into.

    `shares` are the parts and how large they are beside each other; each document is drawn for itself, so that they
    come out only about as large. Equal texts, or documents with the same value of `by`, fall into the same part.
    Raises `UsageError` for shares that are not positive.
    """
    total = sum(shares.values())
    if not shares or min(shares.values()) < 0 or total <= 0:
        raise UsageError("the parts need shares of 0 or more, one of them more than 0")
    for found in documents:
        yield _part(lot(_group(found, by), seed) * total, shares), found


def lot(words: str, seed: int) -> float:
    """Return a number from 0 to 1 that follows from `words` and `seed` alone.

    >>> round(lot("a", 7), 4), round(lot("a", 8), 4)
    (0.5983, 0.4865)
    """
    digest = hashlib.sha256(f"{seed}\n{words}".encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:7]) / (1 << 56)


def _part(place: float, shares: Mapping[str, float]) -> str:
    for name, share in shares.items():
        if place < share:
            return name
        place -= share
    # Rounding can leave a lot behind the last share.
    return next(name for name in reversed(list(shares)) if shares[name] > 0)


def _group(found: Found, by: By) -> str:
    source = _source(found)
    value = None if by == "text" else source.get(by)
    # What has no publisher is no group: such documents are drawn by their texts.
    return f"text {source['sha256']}" if not value else f"{by} {value}"


def _source(found: Found) -> dict[str, Any]:
    source = found.data.get("source")
    known = isinstance(source, dict) and all(isinstance(source.get(name), str) for name in ("sha256", "id"))
    if not known:
        raise FormatError("has no source with an id and a digest; `claims validate` lists everything", found.place)
    return dict(source or {})
