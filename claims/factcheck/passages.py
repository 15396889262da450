"""Documents of a reference collection, cut into passages that can be searched and quoted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from claims.factcheck.numbers import figures, is_number
from claims.factcheck.words import key, tokens
from claims.model import Document
from claims.segmentation import segment
from claims.text import Span, digest

#: Zones that say nothing about the world.
SILENT = frozenset({"credit", "byline", "dateline"})


@attrs.frozen
class Reference:
    """A document of the collection: its text, and where its sentences stand."""

    #: Its name in the collection: a path below its folder, with ``/``, and a number where a file holds several.
    path: str
    #: Its source id.
    id: str
    text: str
    sentences: tuple[Span, ...]
    title: str | None = None
    url: str | None = None
    published: str | None = None

    @property
    def sha256(self) -> str:
        """The digest of its text."""
        return digest(self.text)

    @classmethod
    def of_text(
        cls,
        path: str,
        id: str,
        text: str,
        *,
        title: str | None = None,
        url: str | None = None,
        published: str | None = None,
    ) -> Reference:
        """Cut a plain text into sentences."""
        spans = (row.span for row in segment(text) if row.zone not in SILENT)
        return cls(path, id, text, tuple(spans), title, url, published)

    @classmethod
    def of_document(cls, path: str, document: Document, text: str) -> Reference:
        """Take the sentences of a claim file."""
        spans = (row.span for row in document.sentences if row.zone not in SILENT and row.duplicate_of is None)
        about = document.source
        return cls(path, about.id, text, tuple(spans), about.title, about.url, about.published)

    def passages(self) -> Iterator[tuple[Span, str, str]]:
        """Yield each sentence with its terms, and those of the sentences around it."""
        rows = [terms(span.slice(self.text)) for span in self.sentences]
        about = terms(self.title or "")
        for number, span in enumerate(self.sentences):
            near = (*rows[max(0, number - 1) : number], *rows[number + 1 : number + 2], about)
            yield span, " ".join(rows[number]), " ".join(term for row in near for term in row)


def terms(text: str) -> list[str]:
    """Return what a text is searched by: keys of its content words, its numbers in one spelling.

    >>> terms("Nine thousand litres") == terms("9,000 liters")
    True
    """
    return terms_of(tokens(text))


def terms_of(parts: Sequence[str]) -> list[str]:
    """Return the terms of words that are already cut."""
    made = [term for part in parts if not is_number(part) and (term := key(part))]
    return [_plain(term) for term in (*made, *figures(parts))]


def _plain(term: str) -> str:
    """Return a term as one word of the index, which knows letters and figures only."""
    return "".join(char if char.isalnum() else _SPELT.get(char, "") for char in term) or "z"


#: Signs of terms that must stay apart from plain words.
_SPELT = {"=": "qq", "#": "qn", ".": "qd", "-": "qm", "+": "qp"}
