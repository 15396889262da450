"""What a report looks up in a document again and again: voices, ratings, what stands in which sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

import attrs

from claims.model import Attribution, Claim, Document, Sentence, Verdict
from claims.phrases import AUTHOR, voice_name
from claims.scales import current, means, rating_of_claims

Value = TypeVar("Value")


@attrs.frozen
class Voice:
    """Somebody who says something: the author, or the source of attributions."""

    #: Position in `Contents.voices`; 0 is the author.
    number: int
    name: str


@attrs.frozen
class Contents:
    """A document, indexed."""

    document: Document
    #: Position of each claim in the document, by id; the first of equal ids.
    numbers: Mapping[str, int]
    attributions: Mapping[str, Attribution]
    #: All verdicts on a claim, in the order of the file.
    verdicts: Mapping[str, tuple[Verdict, ...]]
    #: The base rating that the verdicts on each claim come to, by the claim's id.
    ratings: Mapping[str, str]
    #: Ids of the verdicts that stand: neither replaced nor taken back.
    standing: frozenset[str]
    #: The author first, then sources in the order of the file.
    voices: tuple[Voice, ...]
    #: The voice of each attribution, by the attribution's id.
    voice_of: Mapping[str, Voice]
    claims_of: Mapping[str, tuple[Claim, ...]]
    sentence_numbers: Mapping[str, int]
    #: Position of each attribution in the document, by id.
    link_numbers: Mapping[str, int]

    @classmethod
    def of(cls, document: Document) -> Contents:
        """Index `document`, valid or not."""
        voices, voice_of = _voices(document)
        return cls(
            document,
            _numbers(claim.id for claim in document.claims),
            {link.id: link for link in reversed(document.attributions)},
            _grouped((verdict.claim, verdict) for verdict in document.verdicts),
            rating_of_claims(document),
            frozenset(verdict.id for verdict in current(document)),
            voices,
            voice_of,
            _grouped((claim.sentence, claim) for claim in document.claims),
            _numbers(sentence.id for sentence in document.sentences),
            _numbers(link.id for link in document.attributions),
        )

    @property
    def title(self) -> str:
        """The source's title, else its headline, else its name."""
        text = self.document.source.text or ""
        heads = (it.span.slice(text) for it in self.sentences if it.zone == "headline")
        known = (self.document.source.title or "", *heads, self.document.source.id, "Claims")
        return next(words for words in (" ".join(name.split()) for name in known) if words)

    @property
    def sentences(self) -> list[Sentence]:
        """The sentences in the order of the text."""
        return sorted(self.document.sentences, key=lambda sentence: sentence.span)

    def chain(self, claim: Claim) -> list[Voice]:
        """Return who vouches for a claim, outermost first; the author alone where there is no chain."""
        found = [self.voice_of[name] for name in claim.attribution if name in self.voice_of]
        return found or [self.voices[0]]

    def rating(self, claim: Claim) -> str:
        """Return the base rating that the verdicts that stand come to; "" where there is none."""
        return self.ratings.get(claim.id, "")

    def means(self, verdict: Verdict) -> str:
        """Return the base rating of one verdict; "" for a rating that nothing declares."""
        return means(verdict, self.document.scales) or ""

    def label(self, verdict: Verdict) -> str:
        """Return a rating in words: its label on the scale, else its name."""
        for scale in self.document.scales:
            for step in scale.ratings:
                if (scale.id, step.value) == (verdict.scale, verdict.rating):
                    return f"{step.label or step.value} ({scale.name})"
        return verdict.rating.replace("_", " ")

    def annotator(self, name: str | None) -> str | None:
        """Return who made something: the annotator's name, else the bare id."""
        found = next((it.name for it in self.document.annotators if it.id == name), None)
        return found or name


def _numbers(ids: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, name in enumerate(ids):
        found.setdefault(name, number)
    return found


def _grouped(pairs: Iterable[tuple[str, Value]]) -> dict[str, tuple[Value, ...]]:
    found: dict[str, list[Value]] = defaultdict(list)
    for name, value in pairs:
        found[name].append(value)
    return {name: tuple(values) for name, values in found.items()}


def _voices(document: Document) -> tuple[tuple[Voice, ...], dict[str, Voice]]:
    """Return the voices and whose each attribution is: one voice an entity, or a wording without entity."""
    names = {entity.id: entity.name for entity in document.entities}
    by_key: dict[tuple[str, str], Voice] = {}
    voice_of: dict[str, Voice] = {}
    for link in document.attributions:
        words = " ".join(link.source.exact.split())
        entity = link.source.entity
        key = ("entity", entity) if entity in names and entity else ("words", words.casefold())
        voice = by_key.setdefault(key, Voice(len(by_key) + 1, voice_name(link, names)))
        voice_of.setdefault(link.id, voice)
    return (Voice(0, AUTHOR), *by_key.values()), voice_of
