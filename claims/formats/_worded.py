"""Claims as fact-checking data sets and ClaimReview have them: a wording, a speaker, a rating, no annotated text.

A row becomes a document whose text is the claim as it is worded there, by its speaker. The claim is not
taken apart: all its words stand in one slot. `claims annotate` takes the text apart.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO

import attrs

from claims.errors import FormatError, InputError, TextError
from claims.formats.base import one_of
from claims.json_input import load_json, shown
from claims.model import (
    Annotator,
    Argument,
    Certainty,
    Claim,
    Document,
    Evidence,
    Predicate,
    Scale,
    Sentence,
    Source,
    Stance,
    Verdict,
    What,
)
from claims.scales import SCALES, current, means, step
from claims.text import Extent, Span, digest

STANCES: dict[str | None, Stance] = {"supported": "supports", "refuted": "refutes"}


@attrs.frozen
class Row:
    """An object of the input, with its place for messages."""

    data: dict[str, Any]
    place: str
    path: str | None

    def text(self, key: str) -> str:
        """Return a string that has to be there and say something."""
        value = self.optional(key)
        if value is None:
            raise self.error(f"{key} should be a string that is not empty", key)
        return value

    def optional(self, key: str) -> str | None:
        """Return a string, None where it is missing, null or blank; a number is taken for its digits."""
        value = self.data.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = f"{value:g}" if isinstance(value, float) else str(value)
        if value is not None and not isinstance(value, str):
            raise self.error(f"{key} should be a string, not {shown(value)}", key)
        return value.strip() or None if value else None

    def rows(self, key: str) -> Iterator[Row]:
        """Yield the objects of a list; a single object stands for a list of one."""
        value = self.data.get(key)
        for number, item in enumerate(value if isinstance(value, list) else [] if value is None else [value]):
            if not isinstance(item, dict):
                raise self.error(f"{key} should hold objects, not {shown(item)}", key)
            yield Row(item, f"{self.place}/{key}/{number}", self.path)

    def error(self, message: str, key: str = "") -> FormatError:
        """Return the error to raise about this row."""
        return FormatError(message, self.path, f"{self.place}/{key}" if key else self.place)


def rows_of(stream: BinaryIO, path: str | None) -> Iterator[Row]:
    """Yield the objects of a JSON list, or of JSON lines."""
    first = stream.readline()
    while first and not first.strip():
        first = stream.readline()
    try:
        head = load_json(first, None) if first.strip() else None
    except InputError:
        head = None
    if isinstance(head, dict):
        yield from _lines(head, stream, path)
    else:
        yield from _list(load_json(first + stream.read(), path), path)


def _lines(head: dict[str, Any], stream: BinaryIO, path: str | None) -> Iterator[Row]:
    yield Row(head, "line 1", path)
    for number, line in enumerate(stream, 2):
        if not line.strip():
            continue
        try:
            data = load_json(line, None)
        except InputError as error:
            raise error.within(path, f"line {number}") from error
        if not isinstance(data, dict):
            raise FormatError(f"should be an object, not {shown(data)}", path, f"line {number}")
        yield Row(data, f"line {number}", path)


def _list(data: Any, path: str | None) -> Iterator[Row]:
    for number, item in enumerate(data if isinstance(data, list) else [data]):
        if not isinstance(item, dict):
            raise FormatError(f"should be an object, not {shown(item)}", path, f"/{number}")
        yield Row(item, f"/{number}", path)


@attrs.frozen
class Worded:
    """A claim as it is worded, and what was judged of it."""

    id: str
    text: str
    rating: str | None
    scale: Scale | None
    evidence: tuple[Evidence, ...] = ()
    rationale: str | None = None
    reviewer: str | None = None
    judged: str | None = None
    speaker: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    title: str | None = None
    language: str = "en"

    def document(self) -> Document:
        """Return the claim as a document of its own."""
        text = " ".join(self.text.split())
        extent = Extent((Span(0, len(text)),))
        predicate = Predicate(Extent(), "", "be")
        claim = Claim(
            "c1",
            "s1",
            extent,
            text if re.search(r"[.!?…][\"'”’)\]]*$", text) else f"{text}.",
            "state",
            "fact",
            (),
            What(predicate, (Argument("complement", extent, text),)),
            certainty=(Certainty("author", "CT+"),),
        )
        author = (self.speaker,) if self.speaker else ()
        source = Source(
            self.id, digest(text), len(text), self.language, self.title, author, self.publisher, self.url,
            self.published, text,
        )  # fmt: skip
        people = (Annotator("p1", "person", self.reviewer),) if self.reviewer else ()
        scales = (self.scale,) if self.scale and self.rating else ()
        sentence = Sentence("s1", extent.hull, 0, "body")
        return Document(source, people, (sentence,), claims=(claim,), scales=scales, verdicts=tuple(self._verdicts()))

    def _verdicts(self) -> Iterator[Verdict]:
        if self.rating is not None:
            scale = self.scale.id if self.scale else None
            by = "p1" if self.reviewer else None
            yield Verdict(
                "v1", "c1", self.rating, scale, None, self.rationale, self.evidence, by, self.judged
            )  # fmt: skip


@attrs.frozen
class Judged:
    """A standing verdict on a whole claim, with what a row says about it."""

    document: Document
    claim: Claim
    verdict: Verdict

    @property
    def means(self) -> str | None:
        """The base rating."""
        return means(self.verdict, self.document.scales)

    @property
    def speaker(self) -> str | None:
        """Who says so: the innermost voice of the chain, else the author of the text."""
        links = {link.id: link for link in self.document.attributions}
        voices = [links[name].source.exact for name in self.claim.attribution if name in links]
        named = [voice for voice in voices if voice]
        return named[-1] if named else ", ".join(self.document.source.author) or None

    @property
    def page(self) -> str | None:
        """The address of the review itself: context evidence with a URL and no quote."""
        pages = (it.url for it in self.verdict.evidence if it.stance == "context" and it.quote is None)
        return next((url for url in pages if url is not None), None)

    def label(self, scale: str) -> str:
        """Return the step of a shipped scale that says what this verdict means, or raise `FormatError`."""
        if self.verdict.scale == scale:
            return self.verdict.rating
        found = step(SCALES[scale], self.means or "")
        if found is None:
            name = SCALES[scale].name
            raise FormatError(
                f"{name} has no label for {self.verdict.rating}: {self.verdict.id} of {self.document.source.id}"
            )
        return found


def judged(document: Document) -> Iterator[Judged]:
    """Yield the standing verdicts on whole claims."""
    claims = {claim.id: claim for claim in document.claims}
    for verdict in current(document):
        if verdict.slot is None and verdict.claim in claims:
            yield Judged(document, claims[verdict.claim], verdict)


def step_named(scale: str, label: str, row: Row, key: str) -> str:
    """Return the step of a shipped scale that `label` is, whatever its capitals, or raise `FormatError`."""
    steps = [known.value for known in SCALES[scale].ratings]
    found = next((known for known in steps if known.lower() == label.lower()), None)
    if found is None:
        raise row.error(f"{shown(label)} is no label of {SCALES[scale].name}: {', '.join(steps)}", key)
    return found


def stance_of(rating: str | None, scale: Scale) -> Stance:
    """Return how evidence stands to a claim with this rating."""
    meant = next((known.means for known in scale.ratings if known.value == rating), None)
    return STANCES.get(meant, "context")


def only(documents: Iterable[Document], path: str | None) -> Document:
    """Return the one document of a file."""
    return one_of(documents, path, "no claim", "more than one claim: convert it to JSON lines, or use read_many")


def json_lines(documents: Iterable[Document], row: Callable[[Judged], dict[str, Any]]) -> Iterator[bytes]:
    """Yield a line for each judged claim."""
    for document in documents:
        for found in judged(document):
            yield dumped(row(found), None)


def dumped(data: Any, indent: int | None) -> bytes:
    """Return JSON with a final newline."""
    try:
        return f"{json.dumps(data, ensure_ascii=False, indent=indent, allow_nan=False)}\n".encode()
    except UnicodeEncodeError as error:
        raise TextError("a lone surrogate has no UTF-8") from error


def present(data: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is not known."""
    return {key: value for key, value in data.items() if value is not None}
