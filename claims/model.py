"""What a claim file says, as frozen values: the file to read first.

The JSON field names are these attribute names; `claims.codec` turns one into the other. Offsets are
code points, half-open, into the unmodified source text (see `claims.text`). A field that may be
``None`` is left out of the JSON unless it is marked `always`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

import attrs

from claims.problems import Problem as Problem
from claims.schema_files import FORMAT as FORMAT
from claims.text import Extent, Span

#: Marks a field that the JSON always carries, even when it holds its default.
ALWAYS = {"always": True}

Zone = Literal["headline", "standfirst", "byline", "dateline", "caption", "credit", "body"]
ClaimType = Literal["event", "state", "identity", "membership", "speech_act", "cause", "purpose"]
Kind = Literal["fact", "opinion", "prediction"]
Role = Literal["object", "indirect_object", "agent", "complement", "oblique", "modifier"]
Tense = Literal["past", "present", "future", "future_in_past", "generic"]
Polarity = Literal["+", "-"]
Factuality = Literal["CT+", "CT-", "CTu", "PR+", "PR-", "PS+", "PS-", "Uu", "U+", "U-"]
SourceType = Literal["named", "collective", "unnamed", "implicit"]
CueType = Literal["say", "know", "believe", "commit", "claim", "warn", "message"]
QuoteType = Literal["direct", "indirect", "mixed"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
TimeRelation = Literal["during", "begin", "end", "before", "after"]
RelationType = Literal[
    "condition",
    "concession",
    "cause",
    "purpose",
    "temporal",
    "presupposes",
    "member_of",
    "duplicate_of",
    "contradicts",
    "supports",
]
EditOp = Literal["replace", "insert", "delete"]
Rating = Literal["supported", "refuted", "conflicting", "not_enough_evidence", "not_checkable"]
Stance = Literal["supports", "refutes", "context"]
#: A slot that a verdict can be about.
SlotName = Literal["who", "what", "when", "where", "attribution"]


def as_tuple(values: Iterable[Any]) -> tuple[Any, ...]:
    """Return values as a tuple. Not `tuple` itself: attrs asks a converter for its signature, slowly of a built-in."""
    return tuple(values)


def always(default: Any, **options: Any) -> Any:
    """Declare a field that the JSON carries even when it holds its default."""
    return attrs.field(default=default, metadata=ALWAYS, **options)


def many(**options: Any) -> Any:
    """Declare a list of values, kept as a tuple and empty by default."""
    return attrs.field(default=(), converter=as_tuple, **options)


@attrs.frozen
class Source:
    """The text that was annotated, and what is known about it."""

    #: A name for the text, unique in its corpus.
    id: str
    #: SHA-256 of the text's UTF-8 bytes, hexadecimal.
    sha256: str
    #: Code points in the text.
    length: int
    #: BCP 47 language tag.
    language: str
    title: str | None = None
    author: tuple[str, ...] = many()
    publisher: str | None = None
    url: str | None = None
    #: ISO 8601 date or date-time; the anchor of every relative time.
    published: str | None = None
    #: The text itself, or …
    text: str | None = None
    #: … a relative path to it, inside the claim file's folder; a corpus may carry neither.
    path: str | None = None


@attrs.frozen
class Model:
    """The trained pipeline that a piece of software used."""

    name: str
    version: str
    #: SHA-256 over the model's files.
    sha256: str | None = None


@attrs.frozen
class Annotator:
    """Software or a person that made something in this file."""

    id: str
    kind: Literal["software", "person"]
    name: str
    version: str | None = None
    model: Model | None = None


@attrs.frozen
class Sentence:
    """One sentence, with the zone of the page it stands in."""

    id: str
    span: Span
    #: Number of its paragraph, from 0.
    paragraph: int
    zone: Zone
    #: The earlier sentence with the same words, where a page repeats itself.
    duplicate_of: str | None = None
    #: Why no claim was made of it: no sentence is passed over in silence.
    no_claim: str | None = None
    by: str | None = None


@attrs.frozen
class Entity:
    """Somebody or something that the text names, with every mention."""

    id: str
    name: str
    type: str
    mentions: tuple[Extent, ...] = always((), converter=as_tuple)
    #: URIs of the same entity elsewhere.
    same_as: tuple[str, ...] = many()
    by: str | None = None


@attrs.frozen
class Time:
    """A time expression: TimeML value and EDTF value."""

    id: str
    spans: Extent
    exact: str
    type: TimexType
    #: TIMEX3 value, or None where it cannot be resolved; `reason` then says why.
    value: str | None
    #: TIMEX3 modifier (START, MID, END, APPROX, …).
    mod: str | None = always(None)
    #: What the value rests on: "published", another time, or a claim.
    anchor: str | None = always(None)
    #: EDTF value of the expression itself.
    edtf: str | None = always(None)
    reason: str | None = None
    by: str | None = None
    #: Where a length of time begins and ends: "published", another time, or an EDTF date that no words name.
    begin_point: str | None = None
    end_point: str | None = None


@attrs.frozen
class Mention:
    """Words in a slot, and the entity they name."""

    spans: Extent
    exact: str
    entity: str | None = None


@attrs.frozen
class Predicate:
    """The verb group of a claim; empty where the text leaves "be" unsaid."""

    spans: Extent
    exact: str
    lemma: str
    #: The word that carries the meaning.
    head: Span | None = None


@attrs.frozen
class Argument:
    """An object or complement of the predicate."""

    role: Role
    spans: Extent
    exact: str
    entity: str | None = None


@attrs.frozen
class What:
    """What is said of who: predicate and arguments."""

    predicate: Predicate
    arguments: tuple[Argument, ...] = always((), converter=as_tuple)


@attrs.frozen
class When:
    """A time adjunct with its preposition, and the interval that follows from it."""

    spans: Extent
    exact: str
    #: The time expression it rests on.
    time: str | None = None
    #: How the claim relates to that time.
    relation: TimeRelation | None = None
    #: The claim that the time is counted from ("days after …").
    target: str | None = None
    #: EDTF interval of the claim.
    edtf: str | None = always(None)


@attrs.frozen
class Edit:
    """One change from the claim's words to its stand-alone wording.

    Edits are sorted by span and do not overlap. ``insert`` puts `text` before the code point
    `at`; ``replace`` and ``delete`` act on `span`.
    """

    op: EditOp
    text: str | None = None
    span: Span | None = None
    at: int | None = None
    #: Where the replacement's words stand in the source.
    antecedents: tuple[Span, ...] = many()
    reason: str | None = None


@attrs.frozen
class Unresolved:
    """A pronoun that was kept because more than one antecedent fits."""

    span: Span
    candidates: tuple[Extent, ...] = always((), converter=as_tuple)
    reason: str | None = None


@attrs.frozen
class Relation:
    """A tie from a claim to another claim or to words of the text."""

    type: RelationType
    target: str | None = None
    spans: Extent | None = None
    exact: str | None = None
    #: A finer value, such as "after" for a temporal relation or "even-if" for a condition.
    value: str | None = None


@attrs.frozen
class Certainty:
    """How certain a voice is of a claim (FactBank)."""

    #: "author" or the id of an attribution in the claim's chain.
    holder: str
    value: Factuality


@attrs.frozen
class Claim:
    """One predication under one attribution chain, anchored in one sentence."""

    id: str
    sentence: str
    #: All words of the claim, inside its sentence.
    spans: Extent
    #: The wording that can stand alone; replaying `edits` on `spans` gives it exactly.
    text: str
    type: ClaimType
    kind: Kind
    who: tuple[Mention, ...]
    what: What
    when: tuple[When, ...] = always((), converter=as_tuple)
    where: tuple[Mention, ...] = always((), converter=as_tuple)
    #: The chain of attribution ids, outermost first; empty means that the author asserts it.
    attribution: tuple[str, ...] = always((), converter=as_tuple)
    polarity: Polarity = always("+")
    #: One value for the author and one for each link of the chain.
    certainty: tuple[Certainty, ...] = always((), converter=as_tuple)
    tense: Tense = always("present")
    relations: tuple[Relation, ...] = always((), converter=as_tuple)
    edits: tuple[Edit, ...] = always((), converter=as_tuple)
    unresolved: tuple[Unresolved, ...] = many()
    #: Name of the rule that split the claim off (see docs/guidelines.md).
    rule: str | None = None
    #: 0 to 1, where the annotator gives one.
    confidence: float | None = None
    by: str | None = None


@attrs.frozen
class VoiceSource:
    """Who vouches for something; without words where the source is implicit."""

    type: SourceType
    spans: Extent = always(Extent())
    exact: str = always("")
    entity: str | None = None


@attrs.frozen
class Cue:
    """The words that mark something as said, believed, promised …"""

    spans: Extent
    exact: str
    lemma: str
    type: CueType


@attrs.frozen
class Content:
    """The words that are attributed."""

    spans: Extent
    exact: str


@attrs.frozen
class Attribution:
    """One link of a chain: somebody (source) says (cue) something (content)."""

    id: str
    #: The sentence of the cue, or of the content where there is no cue.
    sentence: str
    #: The enclosing link.
    parent: str | None
    source: VoiceSource
    cue: Cue | None
    content: Content
    quote: QuoteType
    scope_ambiguous: bool = always(False)
    #: The claim that the attribution itself makes: "The US said …".
    speech_act: str | None = always(None)
    by: str | None = None


@attrs.frozen
class Quotation:
    """Quoted words with what stands around them (W3C text quote selector)."""

    exact: str
    prefix: str | None = None
    suffix: str | None = None


@attrs.frozen
class Evidence:
    """Where something stands that speaks for or against a claim."""

    stance: Stance
    url: str | None = None
    #: Id of a document of the same corpus; the claim file's own source id is allowed.
    document: str | None = None
    quote: Quotation | None = None
    #: Extent of the quote in that document, where it is at hand.
    spans: Extent | None = None
    #: When it was retrieved, ISO 8601.
    retrieved: str | None = None


@attrs.frozen
class Verdict:
    """A judgement on a claim or on one slot of it. Verdicts are added, never overwritten."""

    id: str
    claim: str
    #: A base rating, or one of the document's declared scale.
    rating: str
    #: Id of the declared scale that the rating belongs to; None for the five base ratings.
    scale: str | None = None
    #: The one slot that is judged; None for the whole claim.
    slot: SlotName | None = None
    rationale: str | None = None
    evidence: tuple[Evidence, ...] = always((), converter=as_tuple)
    by: str | None = None
    at: str | None = None
    supersedes: str | None = None


@attrs.frozen
class ScaleRating:
    """One step of a rating scale and the base rating it means."""

    value: str
    means: Rating
    label: str | None = None


@attrs.frozen
class Scale:
    """A rating scale that a document declares."""

    id: str
    name: str
    ratings: tuple[ScaleRating, ...]


@attrs.frozen
class Waiver:
    """A rule of the checks that somebody does not want told at one place, and why."""

    id: str
    #: Code of the rule.
    rule: str
    reason: str
    #: Id of the claim, sentence … it is about; None for the whole document.
    at: str | None = None
    by: str | None = None


@attrs.frozen
class Document:
    """A claim file."""

    source: Source
    annotators: tuple[Annotator, ...] = always((), converter=as_tuple)
    sentences: tuple[Sentence, ...] = always((), converter=as_tuple)
    entities: tuple[Entity, ...] = always((), converter=as_tuple)
    times: tuple[Time, ...] = always((), converter=as_tuple)
    attributions: tuple[Attribution, ...] = always((), converter=as_tuple)
    claims: tuple[Claim, ...] = always((), converter=as_tuple)
    scales: tuple[Scale, ...] = many()
    verdicts: tuple[Verdict, ...] = always((), converter=as_tuple)
    format: str = always(FORMAT)
    waivers: tuple[Waiver, ...] = many()
