"""What a rule gets, what it gives, and the indexes that several rules share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Literal

import attrs

from claims.errors import UsageError
from claims.model import Argument, Attribution, Claim, Content, Cue, Document, Mention, VoiceSource, When
from claims.text import Extent, Span

Family = Literal["syntax", "schema", "offsets", "references", "attribution", "time", "wording", "coverage", "verdicts"]
Severity = Literal["error", "warning"]
Voiced = Mention | Argument | When | VoiceSource | Cue | Content


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

    @property
    def text(self) -> str:
        """The text; only rules that say `needs_text` may ask."""
        if self.given_text is None:
            raise UsageError("this rule needs the text, which is not at hand")
        return self.given_text

    @cached_property
    def ids(self) -> dict[str, tuple[str, str]]:
        """Id → kind and pointer of its first bearer."""
        first: dict[str, tuple[str, str]] = {}
        for name, kind, pointer in self.bearers():
            first.setdefault(name, (kind, pointer))
        return first

    def bearers(self) -> Iterator[tuple[str, str, str]]:
        """Yield id, kind and pointer of everything that has an id."""
        document = self.document
        groups: tuple[tuple[str, str, Iterable[str]], ...] = (
            ("annotator", "annotators", (item.id for item in document.annotators)),
            ("sentence", "sentences", (item.id for item in document.sentences)),
            ("entity", "entities", (item.id for item in document.entities)),
            ("time", "times", (item.id for item in document.times)),
            ("attribution", "attributions", (item.id for item in document.attributions)),
            ("claim", "claims", (item.id for item in document.claims)),
            ("scale", "scales", (item.id for item in document.scales)),
            ("verdict", "verdicts", (item.id for item in document.verdicts)),
        )
        for kind, field, names in groups:
            for index, name in enumerate(names):
                yield name, kind, f"/{field}/{index}"

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
        links: list[str] = []
        current: str | None = name
        while current in self.attributions and current not in links:
            links.append(current)
            current = self.attributions[current].parent
        return tuple(reversed(links))


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
    severity: Severity = "error"


def slots(claim: Claim) -> Iterator[tuple[str, Extent]]:
    """Yield the pointer (below the claim) and the extent of each slot."""
    for index, mention in enumerate(claim.who):
        yield f"/who/{index}", mention.spans
    yield "/what/predicate", claim.what.predicate.spans
    for index, argument in enumerate(claim.what.arguments):
        yield f"/what/arguments/{index}", argument.spans
    for index, when in enumerate(claim.when):
        yield f"/when/{index}", when.spans
    for index, place in enumerate(claim.where):
        yield f"/where/{index}", place.spans


def first(extent: Extent) -> Span | None:
    """Return the first range, for a finding that points at an extent."""
    return extent.spans[0] if extent.spans else None
