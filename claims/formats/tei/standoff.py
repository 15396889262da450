"""What stands off the text: entities, times, attributions, claims, relations and verdicts.

Closed lists of the model go into attributes, as pointers to the categories of the header; free text
goes into elements, so that nothing an attribute would normalise is lost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs
from lxml import etree

from claims.errors import FormatError
from claims.formats._xml import XML_ID, add, append
from claims.formats.tei.header import w3c_dates
from claims.formats.tei.names import DEFAULT_NAMESPACE, PUBLISHED, TEI, category, encode_id, pointer
from claims.formats.tei.pointers import EMPTY, Places
from claims.formats.tei.tokenised import TokenPlaces
from claims.model import (
    Argument,
    Attribution,
    Claim,
    Document,
    Edit,
    Entity,
    Mention,
    Relation,
    Sentence,
    Time,
    Unresolved,
    VoiceSource,
    When,
)
from claims.text import Extent

SPAN, GROUP, DESC, NOTE = f"{TEI}span", f"{TEI}spanGrp", f"{TEI}desc", f"{TEI}note"
PTR, TERM, DATE = f"{TEI}ptr", f"{TEI}term", f"{TEI}date"
#: Type of entity: list, element, name. Every other type is an object; of types with one element the first needs no
#: word of its own.
ENTITY_TAGS: Mapping[str, tuple[str, str, str]] = {
    "person": ("listPerson", "person", "persName"),
    "group": ("listPerson", "personGrp", "name"),
    "organisation": ("listOrg", "org", "orgName"),
    **dict.fromkeys(("place", "country", "region", "city", "facility"), ("listPlace", "place", "placeName")),
}
OTHER_TAGS = ("listObject", "object", "objectName")
#: Element of an entity, and the type that it says by itself.
TAG_TYPES: Mapping[str, str] = {tags[1]: kind for kind, tags in reversed(list(ENTITY_TAGS.items()))}


@attrs.frozen
class Words:
    """The text with its sentences and entities: what is needed to write a slot."""

    text: str
    places: Places | TokenPlaces
    #: Name element by the id of the entity.
    names: Mapping[str, str]

    def target(self, spans: Extent, exact: str, owner: str) -> dict[str, str]:
        """Return the attribute that points at the words, once `exact` is what stands there."""
        places = spans.spans
        if not places and not exact:
            return {}
        # Nearly every extent is one range, and this is where most of the time goes.
        single = places[0] if len(places) == 1 else None
        if (self.text[single.start : single.end] if single else spans.exact(self.text)) != exact:
            raise FormatError(f"{exact!r:.60} is not what stands at its place in the text", None, owner)
        return {"target": self.places.span(single) if single else self.places.extent(spans)}


def add_standoff(
    root: etree._Element, document: Document, text: str, places: Places | TokenPlaces | None = None
) -> None:
    """Append the ``standOff`` of a document that has anything to say about its text."""
    holder = etree.Element(f"{TEI}standOff", nsmap=DEFAULT_NAMESPACE)
    names = {entity.id: ENTITY_TAGS.get(entity.type, OTHER_TAGS)[2] for entity in document.entities}
    words = Words(text, places or Places.of(len(text), document.sentences), names)
    _add_entities(holder, document.entities, words)
    _add_no_claims(holder, document.sentences)
    for time in document.times:
        _add_time(holder, time, words)
    for attribution in document.attributions:
        _add_attribution(holder, attribution, words)
    for claim in document.claims:
        _add_claim(holder, claim, words)
    _add_relations(holder, document, words)
    if len(holder):
        append(root, holder)


def added_by(by: str | None) -> dict[str, str]:
    """Return the attribute that says who made something."""
    return {} if by is None else {"resp": pointer(by)}


def _add_entities(holder: etree._Element, entities: Sequence[Entity], words: Words) -> None:
    for tags in dict.fromkeys((*ENTITY_TAGS.values(), OTHER_TAGS)):
        # TEI has a list for each kind, so @n keeps the place in the document's one list.
        chosen = [(n, e) for n, e in enumerate(entities) if ENTITY_TAGS.get(e.type, OTHER_TAGS) == tags]
        if chosen:
            group = add(holder, TEI + tags[0], text="\n", tail="\n")
        for number, entity in chosen:
            attributes = {XML_ID: encode_id(entity.id), "n": str(number), **added_by(entity.by)}
            element = add(group, TEI + tags[1], attributes, tail="\n")
            _add_entity(element, entity, tags, words)


def _add_entity(element: etree._Element, entity: Entity, tags: tuple[str, str, str], words: Words) -> None:
    names = add(element, f"{TEI}objectIdentifier") if tags == OTHER_TAGS else element
    add(names, TEI + tags[2], text=entity.name)
    if TAG_TYPES.get(tags[1]) != entity.type:
        add(names, f"{TEI}idno", {"type": "type"}, entity.type)
    for uri in entity.same_as:
        add(names, f"{TEI}idno", {"type": "URI"}, uri)
    if entity.mentions:
        group = add(element, f"{TEI}linkGrp", {"type": "mentions"})
        for mention in entity.mentions:
            add(group, PTR, {"target": words.places.extent(mention) or EMPTY})


def _add_no_claims(holder: etree._Element, sentences: Sequence[Sentence]) -> None:
    for sentence in sentences:
        if sentence.no_claim is not None:
            attributes = {"type": "noClaim", "target": pointer(sentence.id)}
            add(holder, NOTE, attributes, sentence.no_claim, "\n")


def _add_note(element: etree._Element, kind: str, text: str | None) -> None:
    if text is not None:
        add(element, NOTE, {"type": kind}, text)


def _add_pointer(element: etree._Element, kind: str, target: str | None) -> None:
    if target is not None:
        add(element, PTR, {"type": kind, "target": target})


def _add_time(holder: etree._Element, time: Time, words: Words) -> None:
    attributes = {"type": "time", "subtype": time.type, XML_ID: encode_id(time.id), **added_by(time.by)}
    group = add(holder, GROUP, attributes, tail="\n")
    span = add(group, SPAN, words.target(time.spans, time.exact, time.id))
    if time.value is not None:
        add(span, DATE, {"type": "TIMEX3"}, time.value)
    if time.edtf is not None:
        add(span, DATE, {"type": "EDTF", **w3c_dates(time.edtf)}, time.edtf)
    if time.anchor is not None:
        _add_pointer(span, "anchor", f"#{PUBLISHED}" if time.anchor == PUBLISHED else pointer(time.anchor))
    _add_note(span, "mod", time.mod)
    _add_point(span, "beginPoint", time.begin_point)
    _add_point(span, "endPoint", time.end_point)
    _add_note(span, "reason", time.reason)


def _add_point(span: etree._Element, kind: str, point: str | None) -> None:
    if point is not None and point[0].isdigit():
        add(span, DATE, {"type": kind, "when": point})
    elif point is not None:
        _add_pointer(span, kind, f"#{PUBLISHED}" if point == PUBLISHED else pointer(point))


def _add_attribution(holder: etree._Element, attribution: Attribution, words: Words) -> None:
    ana = category("quote", attribution.quote)
    attributes = {
        "type": "attribution",
        XML_ID: encode_id(attribution.id),
        "corresp": pointer(attribution.sentence),
        "ana": f"{ana} {category('scope', 'ambiguous')}" if attribution.scope_ambiguous else ana,
        **added_by(attribution.by),
    }
    group = add(holder, GROUP, attributes, "\n", "\n")
    kind = category("source", attribution.source.type)
    _add_mention(group, "source", attribution.source, attribution.id, words, f" {kind}")
    if (cue := attribution.cue) is not None:
        ana = f"{category('role', 'cue')} {category('cue', cue.type)}"
        span = add(group, SPAN, {"ana": ana, **words.target(cue.spans, cue.exact, attribution.id)}, tail="\n")
        add(span, TERM, {"type": "lemma"}, cue.lemma)
    content = attribution.content
    target = words.target(content.spans, content.exact, attribution.id)
    add(group, SPAN, {"ana": category("role", "content"), **target}, tail="\n")


def _add_mention(
    group: etree._Element,
    role: str,
    mention: Mention | Argument | VoiceSource,
    owner: str,
    words: Words,
    more: str = "",
) -> None:
    attributes = {"ana": category("role", role) + more, **words.target(mention.spans, mention.exact, owner)}
    span = add(group, SPAN, attributes, tail="\n")
    if mention.entity is not None:
        add(span, TEI + words.names.get(mention.entity, "name"), {"ref": pointer(mention.entity)})


def _add_claim(holder: etree._Element, claim: Claim, words: Words) -> None:
    group = add(holder, GROUP, _claim_attributes(claim), "\n", "\n")
    add(group, DESC, text=claim.text, tail="\n")
    if claim.rule is not None:
        add(group, DESC, {"type": "rule"}, claim.rule, "\n")
    # The whole extent needs no words of its own in the model.
    add(group, SPAN, _pointing("role", "claim", words.places.extent(claim.spans)), tail="\n")
    for mention in claim.who:
        _add_mention(group, "who", mention, claim.id, words)
    _add_predicate(group, claim, words)
    for argument in claim.what.arguments:
        _add_mention(group, argument.role, argument, claim.id, words)
    for when in claim.when:
        _add_when(group, when, claim.id, words)
    for mention in claim.where:
        _add_mention(group, "where", mention, claim.id, words)
    for certainty in claim.certainty:
        span = add(group, SPAN, {"ana": category("certainty", certainty.value)}, tail="\n")
        if certainty.holder != "author":
            _add_pointer(span, "holder", pointer(certainty.holder))
    for edit in claim.edits:
        _add_edit(group, edit, words)
    for unresolved in claim.unresolved:
        _add_unresolved(group, unresolved, words)


def _claim_attributes(claim: Claim) -> dict[str, str]:
    kind, polarity = category("kind", claim.kind), category("polarity", claim.polarity)
    attributes = {
        "type": "claim",
        "subtype": claim.type,
        XML_ID: encode_id(claim.id),
        "corresp": pointer(claim.sentence),
        "ana": f"{kind} {polarity} {category('tense', claim.tense)}",
        **added_by(claim.by),
    }
    if claim.confidence is not None:
        if not 0 <= claim.confidence <= 1:
            raise FormatError(f"the confidence {claim.confidence} does not lie between 0 and 1", None, claim.id)
        attributes["cert"] = repr(claim.confidence)
    return attributes


def _pointing(taxonomy: str, value: str, target: str) -> dict[str, str]:
    ana = category(taxonomy, value)
    return {"ana": ana, "target": target} if target else {"ana": ana}


def _add_predicate(group: etree._Element, claim: Claim, words: Words) -> None:
    predicate = claim.what.predicate
    target = words.target(predicate.spans, predicate.exact, claim.id)
    span = add(group, SPAN, {"ana": category("role", "predicate"), **target}, tail="\n")
    add(span, TERM, {"type": "lemma"}, predicate.lemma)
    if predicate.head is not None:
        _add_pointer(span, "head", words.places.span(predicate.head))


def _add_when(group: etree._Element, when: When, owner: str, words: Words) -> None:
    ana = category("role", "when")
    if when.relation is not None:
        ana += f" {category('relation', when.relation)}"
    span = add(group, SPAN, {"ana": ana, **words.target(when.spans, when.exact, owner)}, tail="\n")
    if when.edtf is not None:
        add(span, DATE, {"type": "EDTF", **w3c_dates(when.edtf)}, when.edtf)
    if when.time is not None:
        _add_pointer(span, "time", pointer(when.time))
    if when.target is not None:
        _add_pointer(span, "target", pointer(when.target))


def _add_edit(group: etree._Element, edit: Edit, words: Words) -> None:
    # A place between characters is a range of length 0, so the two cannot be taken for each other.
    targets = [words.places.span(edit.span)] if edit.span is not None else []
    targets += [words.places.point(edit.at)] if edit.at is not None else []
    span = add(group, SPAN, _pointing("edit", edit.op, " ".join(targets)), tail="\n")
    for antecedent in edit.antecedents:
        _add_pointer(span, "antecedent", words.places.span(antecedent))
    if edit.text is not None:
        add(span, f"{TEI}gloss", text=edit.text)
    _add_note(span, "reason", edit.reason)


def _add_unresolved(group: etree._Element, unresolved: Unresolved, words: Words) -> None:
    target = words.places.span(unresolved.span)
    span = add(group, SPAN, _pointing("role", "unresolved", target), tail="\n")
    for candidate in unresolved.candidates:
        _add_pointer(span, "candidate", words.places.extent(candidate) or EMPTY)
    _add_note(span, "reason", unresolved.reason)


def _add_relations(holder: etree._Element, document: Document, words: Words) -> None:
    group = etree.Element(f"{TEI}listRelation", nsmap=DEFAULT_NAMESPACE)
    for attribution in document.attributions:
        passive = pointer(attribution.id)
        for name, active in (("reports", attribution.speech_act), ("encloses", attribution.parent)):
            if active is not None:
                attributes = {"name": name, "active": pointer(active), "passive": passive}
                add(group, f"{TEI}relation", attributes, tail="\n")
    for claim in document.claims:
        if claim.attribution:
            chain = " ".join(map(pointer, claim.attribution))
            attributes = {"name": "attributedTo", "active": pointer(claim.id), "passive": chain}
            add(group, f"{TEI}relation", attributes, tail="\n")
        for relation in claim.relations:
            element = add(group, f"{TEI}relation", _relation(relation, claim.id, words), tail="\n")
            if relation.value is not None:
                add(element, DESC, text=relation.value)
    if len(group):
        append(holder, group)


def _relation(relation: Relation, owner: str, words: Words) -> dict[str, str]:
    attributes = {"name": relation.type, "active": pointer(owner)}
    targets = [] if relation.target is None else [pointer(relation.target)]
    if relation.spans is not None:
        if relation.exact is None:
            attributes["type"] = "unquoted"
        elif relation.spans.exact(words.text) != relation.exact:
            raise FormatError(f"{relation.exact!r:.60} is not what stands at its place in the text", None, owner)
        targets.append(words.places.extent(relation.spans) or EMPTY)
    elif relation.exact is not None:
        raise FormatError(f"{relation.exact!r:.60} has no place in the text", None, owner)
    return {**attributes, "passive": " ".join(targets)} if targets else attributes
