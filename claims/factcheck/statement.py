"""A claim as comparison sees it: event, participants, times, and how it is vouched for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

import attrs

from claims.edits import replay
from claims.errors import SpanError
from claims.factcheck.intervals import Days, days
from claims.factcheck.participants import Phrase, keys, phrase, pieces
from claims.factcheck.words import event, family, key, tokens
from claims.lexicon import words
from claims.model import Argument, Attribution, Claim, Document, Edit, Entity, Mention, Tense, Time, When
from claims.text import Extent

_BE = words("be_forms")
#: Code points that a mention of an entity reaches at most before a slot begins in it.
LONG_NAME = 200


@attrs.frozen
class Moment:
    """A time adjunct."""

    text: str
    relation: str | None
    #: Of the time expression itself.
    days: Days


@attrs.frozen
class Statement:
    """One claim, taken apart for comparison."""

    document: str
    sentence: str
    claim: str
    text: str
    #: Key of the event, and the name that it shares with its opposites.
    event: str
    family: str
    #: The words of the verb group.
    verb: str
    #: Who does it; None in a passive without one.
    agent: Phrase | None
    #: To whom it is done; in a passive the subject.
    patient: Phrase | None
    #: Objects beyond the first, complements, circumstances.
    others: tuple[Phrase, ...]
    moments: tuple[Moment, ...]
    negative: bool
    #: FactBank value of the innermost voice without its sign: CT, PR, PS or U.
    certainty: str
    #: Who vouches for it, outermost first; empty where the author does.
    voices: tuple[str, ...]
    type: str
    tense: Tense
    #: Its time is no more than "in the past" or "often": it speaks of no one event.
    vague: bool
    #: It says that something was said, and what was said is a claim of its own.
    act: bool = False
    #: It holds only under a condition, or says what is to be done: "stir the soup".
    conditional: bool = False
    published: Days | None = None
    #: What somebody wanted, tried, was asked to do: key of the verb behind "to", "" without one.
    aim: str = ""
    #: Keys of the words of all names in its document.
    scene: frozenset[str] = frozenset()

    @property
    def participants(self) -> tuple[Phrase, ...]:
        """Agent, patient and the others."""
        return tuple(it for it in (self.agent, self.patient, *self.others) if it is not None)

    @property
    def pool(self) -> frozenset[str]:
        """Keys of all content words."""
        return frozenset(word for phrase in self.participants for word in phrase.words)


def statements(document: Document, text: str | None = None) -> list[Statement]:
    """Return the document's claims taken apart, in order.

    `text` is the source text where the document does not carry it; without one, pronouns stay pronouns.
    """
    maker = _Maker(document, text if text is not None else document.source.text)
    return [maker.statement(claim) for claim in document.claims]


@attrs.frozen(slots=False)
class _Maker:
    document: Document
    text: str | None

    @cached_property
    def _times(self) -> dict[str | None, Time]:
        return {time.id: time for time in self.document.times}

    @cached_property
    def _vague(self) -> list[Time]:
        """Times that name no day: "in the past", "every week"."""
        return [it for it in self.document.times if it.type == "SET" or (it.value or "").endswith("_REF")]

    @cached_property
    def _links(self) -> dict[str, Attribution]:
        return {link.id: link for link in self.document.attributions}

    @cached_property
    def _claims(self) -> dict[str | None, Claim]:
        return {claim.id: claim for claim in self.document.claims}

    @cached_property
    def _mentions(self) -> list[tuple[int, int]]:
        """Where each mention of a named entity begins, with the entity's number, in the order of the text."""
        named = ((n, it) for n, it in enumerate(self.document.entities) if it.type != "thing" and it.name[:1].isupper())
        return sorted((span.start, n) for n, it in named for mention in it.mentions for span in mention)

    @cached_property
    def _scene(self) -> frozenset[str]:
        names = (it.name for it in self.document.entities if it.type != "thing" and it.name[:1].isupper())
        return frozenset(keys(word for name in names for word in tokens(name)))

    @cached_property
    def _acts(self) -> frozenset[str | None]:
        """Claims that say that something was said, where that is a claim too."""
        said = {name for claim in self.document.claims for name in claim.attribution}
        return frozenset(link.speech_act for link in self.document.attributions if link.id in said)

    def statement(self, claim: Claim) -> Statement:
        agent, patient, others = self._roles(claim)
        moments = tuple(self._moments(claim.when))
        holder = claim.certainty[-1].value if claim.certainty else "U"
        negative = holder.endswith("-") or claim.polarity == "-"
        made = event(_light(_main_verb(claim), patient, others, moments))
        return Statement(
            self.document.source.id,
            claim.sentence,
            claim.id,
            claim.text,
            made,
            family(made),
            claim.what.predicate.exact or "is",
            agent,
            patient,
            others,
            moments,
            negative,
            holder[:2].rstrip("+-u"),
            tuple(self._voices(claim)),
            claim.type,
            claim.tense,
            self._is_vague(claim),
            claim.id in self._acts,
            not claim.who or any(tie.type == "condition" for tie in claim.relations),
            days((self.document.source.published or "")[:10]),
            _aim(claim.what.predicate.exact),
            self._scene,
        )

    def _roles(self, claim: Claim) -> tuple[Phrase | None, Phrase | None, tuple[Phrase, ...]]:
        """Return agent, patient, and everything else, each without the phrases that hang on it."""
        arguments = claim.what.arguments
        passive = _passive(claim)
        second = next((it for it in arguments if it.role == ("agent" if passive else "object")), None)
        who, *about = self._phrases(claim, Extent.union(it.spans for it in claim.who)) if claim.who else [None]
        other, *more = self._phrases(claim, second.spans) if second else [None]
        rest: list[Argument | Mention | When] = [it for it in arguments if it is not second]
        known = [it.spans for it in arguments]
        rest += [it for it in claim.where if it.spans not in known]
        rest += [it for it in claim.when if self._interval(it) is None]
        others = [made for it in rest for made in self._circumstances(claim, it)]
        others = [it for it in (*about, *more, *others, *self._scenes(claim)) if it and (it.words or it.quantities)]
        return (other, who, tuple(others)) if passive else (who, other, tuple(others))

    def _circumstances(self, claim: Claim, part: Argument | Mention | When) -> list[Phrase]:
        """Return a circumstance and what hangs on it; a clause stays whole."""
        if isinstance(part, Argument) and part.role == "complement":
            return [self._phrase(part.spans, self._wording(claim, part.spans))]
        return self._phrases(claim, part.spans)

    def _phrases(self, claim: Claim, extent: Extent) -> list[Phrase]:
        first, *rest = pieces(self._wording(claim, extent))
        made = [self._phrase(extent, first)]
        return made + [attrs.evolve(self._phrase(extent, it), modifier=True) for it in rest]

    def _scenes(self, claim: Claim) -> Iterator[Phrase]:
        """Yield the claims that say when or why, each as one circumstance: "… when the ferry sank"."""
        for tie in claim.relations:
            if tie.type in ("temporal", "cause", "purpose") and tie.target in self._claims:
                other = self._claims[tie.target]
                made = self._phrase(other.spans, other.text.rstrip("."))
                yield attrs.evolve(made, preposition=tie.value or tie.type)

    def _phrase(self, extent: Extent, wording: str) -> Phrase:
        named = [it for it in self._named(extent) if it.name in wording]
        return phrase(wording, named)

    def _named(self, extent: Extent) -> list[Entity]:
        """Return the entities mentioned in an extent, in the order of the file."""
        if not extent:
            return []
        # Mentions do not nest deep, so that those that reach into the extent begin shortly before it.
        first = bisect_left(self._mentions, (extent.start - LONG_NAME, 0))
        last = bisect_left(self._mentions, (extent.end, 0))
        numbers = {number for start, number in self._mentions[first:last] if self._reaches(number, start, extent)}
        return [self.document.entities[number] for number in sorted(numbers)]

    def _reaches(self, number: int, start: int, extent: Extent) -> bool:
        spans = (span for mention in self.document.entities[number].mentions for span in mention if span.start == start)
        return any(one.overlaps(other) for one in spans for other in extent)

    def _wording(self, claim: Claim, extent: Extent) -> str:
        """Return the slot's words with the claim's edits made in them."""
        inside = [edit for edit in claim.edits if _within(edit, extent)]
        if self.text is None or not inside or extent.end > len(self.text):
            return self._exact(claim, extent)
        try:
            # What the wording says at another place is still in its slot here.
            return replay(self.text, extent, inside).rstrip(".") or extent.exact(self.text)
        except SpanError:
            return extent.exact(self.text)

    def _exact(self, claim: Claim, extent: Extent) -> str:
        """Return the slot's words as the file repeats them, for a file without its text."""
        slots: list[Mention | Argument | When] = [*claim.who, *claim.what.arguments, *claim.when, *claim.where]
        return next((it.exact for it in slots if it.spans == extent), claim.text.rstrip("."))

    def _moments(self, adjuncts: Sequence[When]) -> Iterator[Moment]:
        for when in adjuncts:
            if (interval := self._interval(when)) is not None:
                yield Moment(when.exact, when.relation, interval)

    def _interval(self, when: When) -> Days | None:
        """Return the days of the time expression itself, whatever the claim's relation to it is.

        A length of time only says how far off they lie, and the first of a list only one of them.
        """
        time = self._times.get(when.time)
        own = time.edtf if time and time.type in ("DATE", "TIME") and (when.edtf or "")[:1] not in ("{", "[") else None
        return days(own or when.edtf or (time.edtf if time else None))

    def _is_vague(self, claim: Claim) -> bool:
        return any(one.overlaps(other) for time in self._vague for one in time.spans for other in claim.spans)

    def _voices(self, claim: Claim) -> Iterator[str]:
        for name in claim.attribution:
            if name in self._links:
                yield self._links[name].source.exact or "somebody"


def _main_verb(claim: Claim) -> str:
    """Return the lemma of what happened or did not, which a verb like "fail to" denies."""
    predicate = claim.what.predicate
    _, to, after = predicate.exact.partition(" to ")
    if to and after and predicate.lemma in words("negative_verbs"):
        return after.split()[-1].lower()
    return predicate.lemma


def _light(lemma: str, patient: Phrase | None, others: Sequence[Phrase], moments: Sequence[Moment]) -> str:
    """Return what a verb without much meaning says: that something amounts to a number, or that it took place."""
    measured = (*others, patient) if patient is not None else others
    if lemma in words("amount_verbs") and any(phrase.quantities for phrase in measured):
        return "amount"
    return "happen" if lemma == "be" and not others and moments else lemma


def _aim(predicate: str) -> str:
    """Return the key of the verb behind the last "to": "was forced … to work"."""
    _, to, after = predicate.rpartition(" to ")
    return key(after.split()[-1]) if to and after.split() else ""


def _passive(claim: Claim) -> bool:
    """Tell whether the subject is the one to whom it is done: "was sold", "sold by …"."""
    if any(it.role == "agent" for it in claim.what.arguments):
        return True
    predicate = claim.what.predicate
    parts = predicate.exact.lower().split()
    start = predicate.spans.start if predicate.spans else None
    inserted = [word for it in claim.edits if it.op == "insert" and it.at == start for word in (it.text or "").split()]
    auxiliaries = {*parts[:-1], *map(str.lower, inserted)}
    last = parts[-1] if parts else ""
    return bool(auxiliaries & _BE) and claim.what.predicate.lemma != "be" and not last.endswith("ing")


def _within(edit: Edit, extent: Extent) -> bool:
    """Tell whether an edit changes an extent; what is put before it ("was the | mayor") belongs elsewhere."""
    if edit.span is None:
        return any(span.start < (edit.at or 0) < span.end for span in extent)
    return any(span.start <= edit.span.start and edit.span.end <= span.end for span in extent)
