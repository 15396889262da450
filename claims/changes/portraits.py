"""The items of a claim file as their content, so that two of them can be held against each other.

An id is a name that the next run may give to something else. So a portrait says what an item holds in slots, and
keeps apart what an item refers to: whether two references are the same is known only when the items are matched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any, Literal

import attrs

from claims.model import (
    Annotator,
    Argument,
    Attribution,
    Claim,
    Document,
    Edit,
    Entity,
    Evidence,
    Mention,
    Scale,
    Sentence,
    Source,
    Time,
    Verdict,
)
from claims.text import Extent, Span, digest

Section = Literal[
    "claims", "verdicts", "attributions", "times", "entities", "sentences", "scales", "annotators", "source"
]

NOWHERE = Extent()


@attrs.frozen
class Ref:
    """Something that an item refers to by its id."""

    section: Section
    id: str


@attrs.frozen
class Value:
    """One value of a slot."""

    #: What it says, without any id.
    text: str
    #: Where it stands; empty for what has no place.
    spans: Extent = NOWHERE
    refs: tuple[Ref, ...] = ()


@attrs.frozen
class Portrait:
    """An item as its content."""

    ref: Ref
    #: How people know it: the wording of a claim, the name of an entity.
    title: str
    #: Where it stands.
    place: Extent
    #: Slot → values, in the order in which they are shown; a slot without values is left out.
    slots: Mapping[str, tuple[Value, ...]]
    #: What makes two items kin although their words differ: the verb of a claim.
    core: str = ""


@attrs.frozen(slots=False)
class _Page:
    """A document and its text, where it is at hand."""

    document: Document
    text: str | None
    #: Whether paragraphs are told by number; in a text that has changed, only where one begins can be compared.
    numbered: bool

    @cached_property
    def claims(self) -> dict[str, tuple[str, Extent]]:
        """Wording and place of the claims, by id."""
        return {claim.id: (claim.text, claim.spans) for claim in self.document.claims}

    def words(self, spans: Iterable[Span]) -> str:
        return " … ".join(span.slice(self.text) for span in spans) if self.text is not None else ""

    def value(self, extent: Extent, *said: str | None, refs: Iterable[Ref | None] = ()) -> Value:
        """Return the words of an extent with what else is said of it."""
        return _value(self.words(extent), *said, spans=extent, refs=refs)


def portraits(document: Document, text: str | None, same: bool) -> dict[Section, tuple[Portrait, ...]]:
    """Return every item of a document, section by section; `same` says that the other file is about the same text."""
    page = _Page(document, text, same)
    items: Mapping[Section, tuple[Sequence[Any], Callable[[_Page, Any], Portrait]]] = {
        "claims": (document.claims, _claim),
        "verdicts": (document.verdicts, _verdict),
        "attributions": (document.attributions, _attribution),
        "times": (document.times, _time),
        "entities": (document.entities, _entity),
        "scales": (document.scales, _scale),
        "annotators": (document.annotators, _annotator),
        "source": ((document.source,), _source),
    }
    found = {section: tuple(make(page, item) for item in rows) for section, (rows, make) in items.items()}
    return {**found, "sentences": tuple(_sentences(page))}


def _slots(**slots: Value | Iterable[Value] | str | float | bool | None) -> dict[str, tuple[Value, ...]]:
    """Return the slots that hold something."""
    return {name: values for name, value in slots.items() if (values := tuple(_values(value)))}


def _values(value: Value | Iterable[Value] | str | float | bool | None) -> Iterator[Value]:
    if isinstance(value, Value):
        yield value
    elif isinstance(value, bool):
        yield Value("yes" if value else "no")
    elif isinstance(value, str | int | float):
        yield Value(str(value))
    elif value is not None:
        yield from value


def _value(*said: str | None, spans: Extent = NOWHERE, refs: Iterable[Ref | None] = ()) -> Value:
    return Value(" · ".join(part for part in said if part), spans, tuple(ref for ref in refs if ref))


def _ref(section: Section, name: str | None) -> Ref | None:
    return Ref(section, name) if name is not None else None


def _by(name: str | None) -> Value | None:
    return _value(refs=[Ref("annotators", name)]) if name is not None else None


def _claim(page: _Page, claim: Claim) -> Portrait:
    slots = {**_said(page, claim), **_about(claim), **_worded(page, claim)}
    return Portrait(Ref("claims", claim.id), claim.text, claim.spans, slots, claim.what.predicate.lemma)


def _said(page: _Page, claim: Claim) -> dict[str, tuple[Value, ...]]:
    """Return what a claim says: its wording, where it stands, and who did what, when and where."""
    predicate = claim.what.predicate
    slots = _slots(
        wording=claim.text,
        extent=page.value(claim.spans),
        sentence=_value(refs=[Ref("sentences", claim.sentence)]),
        type=claim.type,
        kind=claim.kind,
        who=map(_mention, claim.who),
        predicate=_value(predicate.exact, f"({predicate.lemma})", spans=predicate.spans),
        head=page.value(Extent((predicate.head,))) if predicate.head else None,
    )
    for argument in claim.what.arguments:
        slots[argument.role] = (*slots.get(argument.role, ()), _mention(argument))
    return slots | _slots(
        when=(
            _value(w.exact, w.relation, w.edtf, spans=w.spans, refs=(_ref("times", w.time), _ref("claims", w.target)))
            for w in claim.when
        ),
        where=map(_mention, claim.where),
    )


def _mention(mention: Mention | Argument) -> Value:
    return _value(mention.exact, spans=mention.spans, refs=[_ref("entities", mention.entity)])


def _about(claim: Claim) -> dict[str, tuple[Value, ...]]:
    """Return who says so, how certain it is, and what it has to do with other claims."""
    return _slots(
        attribution=(_value(refs=[Ref("attributions", name)]) for name in claim.attribution),
        polarity=claim.polarity,
        certainty=_certainty(claim),
        tense=claim.tense,
        relations=(
            _value(r.type, r.value, r.exact, spans=r.spans or NOWHERE, refs=[_ref("claims", r.target)])
            for r in claim.relations
        ),
    )


def _worded(page: _Page, claim: Claim) -> dict[str, tuple[Value, ...]]:
    """Return how the wording was made of the words of the text, what was left open, and who made the claim."""
    return _slots(
        edits=(_edit(page, edit) for edit in claim.edits),
        antecedents=(
            page.value(Extent((span,)), f"of edit {number}")
            for number, edit in enumerate(claim.edits, 1)
            for span in edit.antecedents
        ),
        unresolved=(page.value(Extent((u.span,)), u.reason) for u in claim.unresolved),
        candidates=(
            page.value(extent, f"of word {number}")
            for number, unresolved in enumerate(claim.unresolved, 1)
            for extent in unresolved.candidates
        ),
        rule=claim.rule,
        confidence=claim.confidence,
        by=_by(claim.by),
    )


def _certainty(claim: Claim) -> Iterator[Value]:
    """Yield a value for each voice; the order of a mapping says nothing."""
    for mark in sorted(claim.certainty, key=lambda mark: (mark.holder != "author", mark.holder)):
        if mark.holder == "author":
            yield Value(f"author {mark.value}")
        else:
            yield Value(mark.value, refs=(Ref("attributions", mark.holder),))


def _edit(page: _Page, edit: Edit) -> Value:
    # An insertion stands before a code point and has no words of its own.
    place = Extent((edit.span,)) if edit.span else NOWHERE
    if edit.at is not None:
        return _value("insert", edit.text, edit.reason, spans=Extent.of((edit.at, edit.at + 1)))
    return _value(edit.op, page.words(place), f"→ {edit.text}" if edit.text else None, edit.reason, spans=place)


def _verdict(page: _Page, verdict: Verdict) -> Portrait:
    slots = _slots(
        claim=_value(refs=[Ref("claims", verdict.claim)]),
        rating=_value(verdict.rating, refs=[_ref("scales", verdict.scale)]),
        slot=verdict.slot,
        rationale=verdict.rationale,
        evidence=(_evidence(page, evidence) for evidence in verdict.evidence),
        by=_by(verdict.by),
        at=verdict.at,
        supersedes=_value(refs=[Ref("verdicts", verdict.supersedes)]) if verdict.supersedes else None,
    )
    about, place = page.claims.get(verdict.claim, (verdict.claim, NOWHERE))
    return Portrait(Ref("verdicts", verdict.id), f"{verdict.rating}: {about}", place, slots, verdict.slot or "")


def _evidence(page: _Page, evidence: Evidence) -> Value:
    own = evidence.document == page.document.source.id
    # An extent in another text is told in figures; one in this text is followed through its changes.
    places = "" if own else " ".join(f"[{span.start}, {span.end})" for span in evidence.spans or ())
    quote = evidence.quote
    quoted = f"{quote.prefix or ''}“{quote.exact}”{quote.suffix or ''}" if quote else None
    retrieved = f"retrieved {evidence.retrieved}" if evidence.retrieved else None
    document = "this text" if own else evidence.document
    spans = (evidence.spans if own else None) or NOWHERE
    return _value(evidence.stance, evidence.url, document, quoted, places, retrieved, spans=spans)


def _attribution(page: _Page, link: Attribution) -> Portrait:
    source, cue, content = link.source, link.cue, link.content
    slots = _slots(
        source=_value(source.exact, source.type, spans=source.spans, refs=[_ref("entities", source.entity)]),
        cue=_value(cue.exact, f"({cue.lemma})", cue.type, spans=cue.spans) if cue else None,
        content=_value(content.exact, spans=content.spans),
        quote=link.quote,
        sentence=_value(refs=[Ref("sentences", link.sentence)]),
        parent=_value(refs=[Ref("attributions", link.parent)]) if link.parent else None,
        scope_ambiguous=link.scope_ambiguous,
        speech_act=_value(refs=[Ref("claims", link.speech_act)]) if link.speech_act else None,
        by=_by(link.by),
    )
    place = Extent.union(part.spans for part in (source, cue, content) if part)
    title = " ".join(part for part in (source.exact or link.source.type, cue.exact if cue else "") if part)
    return Portrait(Ref("attributions", link.id), title, place, slots, cue.lemma if cue else "")


def _time(page: _Page, time: Time) -> Portrait:
    anchor = None
    if time.anchor is not None:
        section: Section = "claims" if time.anchor in page.claims else "times"
        anchor = Value("published") if time.anchor == "published" else _value(refs=[Ref(section, time.anchor)])
    begin, end = map(_point, (time.begin_point, time.end_point))
    slots = _slots(
        words=_value(time.exact, spans=time.spans),
        type=time.type,
        value=time.value,
        mod=time.mod,
        anchor=anchor,
        edtf=time.edtf,
        begin=begin,
        end=end,
        reason=time.reason,
        by=_by(time.by),
    )
    return Portrait(Ref("times", time.id), time.exact, time.spans, slots)


def _point(point: str | None) -> Value | None:
    """Return where a length begins or ends: a date, or another time."""
    if point is None or point == "published" or point[0].isdigit():
        return Value(point) if point else None
    return _value(refs=[Ref("times", point)])


def _entity(page: _Page, entity: Entity) -> Portrait:
    slots = _slots(
        name=entity.name,
        type=entity.type,
        mentions=(page.value(extent) for extent in entity.mentions),
        same_as=map(Value, entity.same_as),
        by=_by(entity.by),
    )
    return Portrait(Ref("entities", entity.id), entity.name, Extent.union(entity.mentions), slots)


def _sentences(page: _Page) -> Iterator[Portrait]:
    """Yield the sentences, each with its paragraph, or with whether it begins one: numbers move."""
    rows = page.document.sentences
    begins = {after.id: before.paragraph != after.paragraph for before, after in pairwise(rows)}
    for row in rows:
        yield _sentence(
            page, row, {"paragraph": row.paragraph} if page.numbered else {"begins_paragraph": begins.get(row.id, True)}
        )


def _sentence(page: _Page, row: Sentence, paragraph: Mapping[str, int | bool | None]) -> Portrait:
    place = Extent((row.span,))
    slots = _slots(
        words=page.value(place),
        **paragraph,
        zone=row.zone,
        duplicate_of=_value(refs=[Ref("sentences", row.duplicate_of)]) if row.duplicate_of else None,
        no_claim=row.no_claim,
        by=_by(row.by),
    )
    return Portrait(Ref("sentences", row.id), page.words(place), place, slots)


def _scale(_: _Page, scale: Scale) -> Portrait:
    ratings = (_value(rating.value, f"means {rating.means}", rating.label) for rating in scale.ratings)
    slots = _slots(name=scale.name, ratings=ratings)
    return Portrait(Ref("scales", scale.id), scale.name, NOWHERE, slots)


def _annotator(_: _Page, annotator: Annotator) -> Portrait:
    model = annotator.model
    slots = _slots(
        kind=annotator.kind,
        name=annotator.name,
        version=annotator.version,
        model=_value(model.name, model.version, model.sha256) if model else None,
    )
    return Portrait(Ref("annotators", annotator.id), annotator.name, NOWHERE, slots, annotator.kind)


def _source(page: _Page, source: Source) -> Portrait:
    plain = {field.name: getattr(source, field.name) for field in attrs.fields(Source)}
    # A text is told by its digest: what has changed in it is seen sentence by sentence.
    inside = None if source.text is None else f"{len(source.text):,} code points, sha256 {digest(source.text)}"
    slots = _slots(**plain | {"author": map(Value, source.author), "text": inside, "format": page.document.format})
    return Portrait(Ref("source", source.id), source.id, NOWHERE, slots)
