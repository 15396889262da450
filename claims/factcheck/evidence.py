"""A searchable collection of documents in one SQLite file, and the passages in it that speak of a claim.

SQLite's own full-text search (FTS5) finds candidates by BM25 over words, numbers and their neighbours;
they are then ranked by how much of the claim they cover, slot by slot. No network, no model.
"""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from math import log
from pathlib import Path
from types import TracebackType
from typing import Any

import attrs

from claims.errors import InputError, UsageError
from claims.factcheck.passages import Reference
from claims.factcheck.query import Query, query_of
from claims.factcheck.quotes import quoted
from claims.model import Claim, Document, Evidence
from claims.text import Extent, Span

#: Written into the file, so that another program's database, or a later layout, is not taken for ours.
APPLICATION = 0x436C_6D45
VERSION = 1
#: Passages that are looked at more closely.
CANDIDATES = 200
#: A claim's terms are searched for, the most telling first, as long as they stand in no more passages than this
#: together; that bounds the time of a query. So many are searched for in any case.
POSTINGS, FEWEST = 3000, 2
#: A term in more than this share of the passages, and in more than a few, finds nothing in particular.
COMMON, FEW = 0.1, 10
#: What a word counts that stands in a sentence next to the passage.
NEAR = 0.35

_LAYOUT = """
CREATE TABLE documents (
    number INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, id TEXT NOT NULL, sha256 TEXT NOT NULL,
    stamp TEXT NOT NULL, title TEXT, url TEXT, published TEXT, text TEXT NOT NULL
);
CREATE TABLE passages (
    number INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents, start INTEGER NOT NULL,
    end INTEGER NOT NULL, own TEXT NOT NULL, near TEXT NOT NULL
);
CREATE INDEX passages_of ON passages (document);
CREATE INDEX documents_by_text ON documents (sha256);
CREATE VIRTUAL TABLE words USING fts5 (own, content='passages', content_rowid='number', tokenize='ascii');
CREATE TABLE terms (term TEXT PRIMARY KEY, passages INTEGER NOT NULL) WITHOUT ROWID;
"""


@attrs.frozen
class Hit:
    """A passage that speaks of a claim."""

    #: Name of the document in the collection, and its source id.
    path: str
    document: str
    span: Span
    #: The passage's words.
    exact: str
    #: 0 to 1: the share of the claim's weight that it covers. No probability. Words in none of the
    #: passages, or in more than `COMMON` of them, have no weight.
    score: float
    #: Slots of the claim that it shares words with, with the claim's words for them.
    slots: Mapping[str, tuple[str, ...]]
    title: str | None
    url: str | None
    published: str | None
    #: Ready to be put into a verdict: the quote with its surroundings and extent.
    evidence: Evidence


class EvidenceIndex:
    """A reference collection in one file. Use it in a ``with`` block, or close it.

    >>> with EvidenceIndex(":memory:") as index:
    ...     index.add([Reference.of_text("log.txt", "log", "It rained. The bridge closed on 4 May.")])
    ...     len(index)
    2
    """

    def __init__(self, path: str | os.PathLike[str], *, create: bool = True) -> None:
        """Open the index at `path`; without `create` it has to be there, and is only read.

        ``:memory:`` keeps it in memory. Raises `InputError` for a file that is no index of this version.
        """
        self.path = os.fspath(path)
        self._length: int | None = None
        if not create and not os.path.isfile(self.path):
            raise InputError("no such file; `claims evidence index` makes one", self.path)
        with self._guarded():
            # A query must not need the right to write.
            name = self.path if create else f"{Path(self.path).absolute().as_uri()}?mode=ro"
            self._base = sqlite3.connect(name, isolation_level=None, uri=not create)
            self._check()

    def __enter__(self) -> EvidenceIndex:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    def __repr__(self) -> str:
        return f"EvidenceIndex({self.path!r})"

    def __len__(self) -> int:
        """Return the number of passages."""
        if self._length is None:
            self._length = int(self._one("SELECT count(*) FROM passages"))
        return self._length

    def stamps(self) -> dict[str, str]:
        """Return what each file was like when it was indexed: name below the folder to digest of its bytes."""
        with closing(self._base.execute("SELECT path, stamp FROM documents ORDER BY path")) as rows:
            return {path.partition("#")[0]: stamp for path, stamp in rows}

    def add(self, references: Iterable[Reference], stamp: str = "") -> None:
        """Add documents, all or none; one whose path is there already takes its place. `stamp` tells their version."""
        counts: Counter[str] = Counter()
        with self.changing():
            for reference in references:
                self._remove("path = ?", reference.path)
                self._add(reference, stamp, counts)
            self._recount(counts)

    def remove(self, path: str) -> None:
        """Take a file's documents out."""
        with self.changing():
            self._remove("path = ? OR substr(path, 1, length(?) + 1) = ? || '#'", path, path, path)

    def find(self, document: Document, claim: Claim, limit: int = 5, text: str | None = None) -> list[Hit]:
        """Return the best passages for a claim, the best first; those of the claim's own text are left out.

        `text` is the claim's source text where the document does not carry it.
        """
        if limit < 1:
            raise UsageError(f"a limit is a positive number, not {limit}")
        query = query_of(document, claim, text)
        weights, chosen = self._weighed(query)
        with self._guarded():
            rows = [_score(query, weights, row) for row in self._candidates(chosen, document.source.sha256)]
            best = sorted(rows, key=lambda row: (-row[0], row[1]))[:limit]
            return [self._hit(number, score, slots) for score, number, slots in best if score > 0]

    def _candidates(self, chosen: Iterable[str], sha256: str) -> Iterator[tuple[int, str, str]]:
        match = " OR ".join(f'"{term}"' for term in chosen)
        if match:
            yield from self._base.execute(
                "SELECT number, own, near FROM (SELECT rowid AS found FROM words WHERE words MATCH ? "
                "ORDER BY rank LIMIT ?) JOIN passages ON number = found "
                "WHERE document NOT IN (SELECT number FROM documents WHERE sha256 = ?)",
                (match, CANDIDATES, sha256),
            )

    def _weighed(self, query: Query) -> tuple[dict[str, float], list[str]]:
        """Return the weight of each term, what it is to the claim times how rare it is, and those to search for."""
        total = max(1, len(self))
        counts = {term: self._count(term) for term in query.weights}
        common = max(FEW, COMMON * total)
        weights = {
            term: weight * log(1 + total / counts[term])
            for term, weight in query.weights.items()
            if 0 < counts[term] <= common
        }
        chosen: list[str] = []
        for term in sorted(weights, key=lambda term: (-weights[term], term)):
            if len(chosen) < FEWEST or sum(counts[it] for it in chosen) + counts[term] <= POSTINGS:
                chosen.append(term)
        return weights, chosen

    def _count(self, term: str) -> int:
        """Return how many passages have a term; SQLite's own table would count them one by one."""
        return int(self._one("SELECT coalesce((SELECT passages FROM terms WHERE term = ?), 0)", term))

    def _recount(self, change: Mapping[str, int]) -> None:
        self._base.executemany(
            "INSERT INTO terms VALUES (?, ?) ON CONFLICT DO UPDATE SET passages = passages + excluded.passages",
            change.items(),
        )

    def _hit(self, number: int, score: float, slots: Mapping[str, tuple[str, ...]]) -> Hit:
        row = self._base.execute(
            "SELECT path, id, start, end, text, title, url, published FROM passages JOIN documents "
            "ON documents.number = passages.document WHERE passages.number = ?",
            (number,),
        ).fetchone()
        path, name, start, end, text, title, url, published = row
        span = Span(start, end)
        evidence = Evidence("context", url, name, quoted(text, span), Extent((span,)))
        return Hit(path, name, span, span.slice(text), round(score, 3), slots, title, url, published, evidence)

    def _add(self, reference: Reference, stamp: str, counts: Counter[str]) -> None:
        fields = (reference.path, reference.id, reference.sha256, stamp, reference.title, reference.url)
        made = self._base.execute(
            "INSERT INTO documents (path, id, sha256, stamp, title, url, published, text) VALUES (?,?,?,?,?,?,?,?)",
            (*fields, reference.published, reference.text),
        )
        document = made.lastrowid
        for span, own, near in reference.passages():
            counts.update(set(own.split()))
            row = self._base.execute(
                "INSERT INTO passages (document, start, end, own, near) VALUES (?,?,?,?,?)",
                (document, span.start, span.end, own, near),
            )
            self._base.execute("INSERT INTO words (rowid, own) VALUES (?,?)", (row.lastrowid, own))

    def _remove(self, where: str, *values: str) -> None:
        inside = f"WHERE document IN (SELECT number FROM documents WHERE {where})"
        gone = self._base.execute(f"SELECT own FROM passages {inside}", values).fetchall()
        counts: Counter[str] = Counter()
        counts.subtract(_each(gone))
        self._recount(counts)
        self._base.execute(
            f"INSERT INTO words (words, rowid, own) SELECT 'delete', number, own FROM passages {inside}",
            values,
        )
        self._base.execute(f"DELETE FROM passages {inside}", values)
        self._base.execute(f"DELETE FROM documents WHERE {where}", values)

    def _one(self, statement: str, *values: object) -> Any:
        with self._guarded():
            return self._base.execute(statement, values).fetchone()[0]

    def _check(self) -> None:
        """Make the tables in a new file; refuse a file of another kind."""
        kind, version = self._one("PRAGMA application_id"), self._one("PRAGMA user_version")
        empty = self._one("SELECT count(*) FROM sqlite_master") == 0
        if empty and not kind:
            self._base.executescript(
                f"BEGIN; PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION}; {_LAYOUT} COMMIT;"
            )
        elif kind != APPLICATION:
            raise InputError("this is a database, but no evidence index", self.path)
        elif version != VERSION:
            raise InputError(f"an evidence index of version {version}; this one knows {VERSION}: index anew", self.path)

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Make all changes inside the block at once, or none of them if it fails."""
        if self._base.in_transaction:
            yield
            return
        with self._guarded():
            self._length = None
            self._base.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._base.execute("COMMIT")
            except BaseException:
                self._base.execute("ROLLBACK")
                raise

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise InputError(f"cannot be used as an evidence index: {error}", self.path) from error


def _each(rows: Iterable[tuple[str]]) -> Iterator[str]:
    """Yield each passage's different terms."""
    for (own,) in rows:
        yield from set(own.split())


def _score(
    query: Query, weights: Mapping[str, float], row: tuple[int, str, str]
) -> tuple[float, int, dict[str, tuple[str, ...]]]:
    """Return the share of the claim's weight that a passage covers, and the slots it touches."""
    number, own_terms, near_terms = row
    own, near = frozenset(own_terms.split()), frozenset(near_terms.split())
    total = sum(weights.values())
    covered = sum(weight for term, weight in weights.items() if term in own)
    beside = sum(weight for term, weight in weights.items() if term in near and term not in own)
    slots = {slot: found for slot, words in query.slots.items() if (found := _shared(words, own))}
    return (covered + NEAR * beside) / total if covered else 0.0, number, slots


def _shared(words: Mapping[str, str], own: frozenset[str]) -> tuple[str, ...]:
    return tuple(shown for term, shown in words.items() if term in own)
