"""What a rule gets, what it gives, and the indexes that several rules share."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import attrs

from claims.checks.salvage import Sound
from claims.checks.walks import bearers, exacts, names, quotes, references, referred
from claims.checks.words import content_words, word_marks
from claims.errors import UsageError
from claims.text import Extent, Span, digest

if TYPE_CHECKING:
    # Loading the model takes longer than checking a small file.
    from claims.model import Attribution, Claim, Document

Family = Literal[
    "syntax", "schema", "offsets", "references", "attribution", "time", "wording", "coverage", "verdicts", "corpus"
]
Severity = Literal["error", "warning"]


@attrs.frozen
class Found:
    """What a rule has to say about one place; the table adds the code."""

    message: str
    pointer: str
    span: Span | None = None
    hint: str | None = None


@attrs.frozen(eq=False, slots=False)
class Context:
    """A document whose schema holds, its text where it is at hand, and indexes made on first use."""

    document: Document
    given_text: str | None = None
    #: What the schema refused and the document therefore lacks.
    sound: Sound | None = None

    @property
    def text(self) -> str:
        """The text; only rules that say `needs_text` may ask."""
        if self.given_text is None:
            raise UsageError("this rule needs the text, which is not at hand")
        return self.given_text

    @cached_property
    def digest(self) -> str:
        """The text's own digest."""
        return digest(self.text)

    @property
    def is_english(self) -> bool:
        """Tell whether the list of function words fits the text."""
        return self.document.source.language.lower().partition("-")[0] == "en"

    @cached_property
    def ids(self) -> dict[str, tuple[str, str]]:
        """Id → kind and pointer of its first bearer."""
        first: dict[str, tuple[str, str]] = {}
        for name, kind, pointer in bearers(self.document):
            first.setdefault(name, (kind, pointer))
        for name, kind in self.sound.lost.items() if self.sound else ():
            first.setdefault(name, (kind, ""))
        return first

    def pointer(self, pointer: str) -> str:
        """Return a pointer for a message: where in the file it leads, though rows may be missing before it."""
        return self.sound.pointer(pointer) if self.sound else pointer

    @cached_property
    def names(self) -> dict[str, list[str]]:
        """Ids of each kind."""
        return names(self.document)

    @cached_property
    def has_plain_ids(self) -> bool:
        """Tell whether every id is there once; what this says at once, `ids` says where."""
        count = sum(map(len, self.names.values()))
        return len(set().union(*self.names.values())) == count and not self._lost

    @cached_property
    def has_plain_references(self) -> bool:
        """Tell whether every reference leads to a thing of its kind."""
        listed = self.names
        known: dict[str, set[str | None]] = {kind: {None, *group} for kind, group in listed.items()}
        known["anything"] = {None, *(name for group in listed.values() for name in group)}
        known["anchor"] = known["time"] | known["claim"] | {"published"}
        return self.has_plain_ids and all(ids <= known[kind] for kind, ids in referred(self.document).items())

    @property
    def _lost(self) -> bool:
        return bool(self.sound and self.sound.lost)

    @cached_property
    def words(self) -> list[tuple[int, int]]:
        """Content words of the text, as ``(start, end)``."""
        return content_words(self.text)

    @cached_property
    def word_marks(self) -> bytes:
        """One byte for each code point of the text: 1 where a content word begins."""
        return word_marks(self.text)

    def words_in(self, span: Span) -> list[tuple[int, int]]:
        """Content words of the text that lie in `span`."""
        low = bisect_left(self.words, (span.start, span.start))
        return self.words[low : bisect_left(self.words, (span.end, span.end), low)]

    @cached_property
    def misquoted(self) -> list[tuple[str, Extent, str]]:
        """Pointer, extent and stated words of everything that quotes the text wrongly."""
        text = self.text
        if _is_quoted_well(self.document, text):
            return []
        return [item for item in exacts(self.document) if item[1].exact(text) != item[2]]

    @cached_property
    def references(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """Pointer, id and allowed kinds of every reference."""
        return list(references(self.document))

    @cached_property
    def attributions(self) -> dict[str, Attribution]:
        """Links by id."""
        return {link.id: link for link in self.document.attributions}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.document.claims}

    @cached_property
    def sentence_spans(self) -> dict[str, Span]:
        """Places of the sentences by id."""
        return {sentence.id: sentence.span for sentence in self.document.sentences}

    @cached_property
    def claims_of(self) -> dict[str, list[tuple[int, Claim]]]:
        """Claims with their index by the id of their sentence."""
        groups: dict[str, list[tuple[int, Claim]]] = {}
        for index, claim in enumerate(self.document.claims):
            groups.setdefault(claim.sentence, []).append((index, claim))
        return groups

    def chain(self, name: str) -> tuple[str, ...]:
        """Return the links around the link `name` and itself, outermost first; a cycle ends it."""
        links: dict[str, None] = {}
        current: str | None = name
        while current in self.attributions and current not in links:
            links[current] = None
            current = self.attributions[current].parent
        return tuple(reversed(links))


def _is_quoted_well(document: Document, text: str) -> bool:
    for extent, exact in quotes(document):
        spans = extent.spans
        # Nearly all have one range, and a call for each would take longer than the comparison.
        if (text[spans[0].start : spans[0].end] if len(spans) == 1 else extent.exact(text)) != exact:
            return False
    return True


@attrs.frozen
class Rule:
    """One row of the table of rules."""

    #: Stable: a code never changes its meaning and is never given again.
    code: str
    name: str
    family: Family
    #: What the rule asks for, in one sentence.
    summary: str
    #: A piece of a claim file that breaks it, and one that keeps it.
    bad: str
    good: str
    #: None for rules that the reader or the schema checks.
    check: Callable[[Context], Iterable[Found]] | None = None
    needs_text: bool = False
    #: Says nothing where the schema refused some rows: they may hold what it looks for.
    needs_all: bool = False
    severity: Severity = "error"
    #: Off unless it is selected.
    optional: bool = False
    #: Without it nothing of the file can be read, so it cannot be ignored.
    is_fatal: bool = False
    #: Why there is such a rule, and what to do when it is broken.
    why: str = ""
    remedy: str = ""


def first(extent: Extent) -> Span | None:
    """Return the first range, for a finding that points at an extent."""
    return extent.spans[0] if extent.spans else None
