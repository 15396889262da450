"""What stands off the text: entities, times, attributions, claims, relations and verdicts.

Closed lists of the model go into attributes, as pointers to the categories of the header; free text
goes into elements, so that nothing an attribute would normalise is lost.

Every part is written as markup and the whole is parsed once: of all that an export does, making each of these small
elements with lxml took the most time by far.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs
from lxml import etree

from claims.errors import FormatError
from claims.formats._xml import NONE, append, escape, markup, parse_markup
from claims.formats.tei.header import w3c_dates
from claims.formats.tei.names import NAMESPACE, PUBLISHED, category, encode_id, pointer
from claims.formats.tei.pointers import EMPTY, Places
from claims.formats.tei.tokenised import TokenPlaces
from claims.model import (
    Argument,
    Attribution,
    Certainty,
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
    names = {entity.id: ENTITY_TAGS.get(entity.type, OTHER_TAGS)[2] for entity in document.entities}
    words = Words(text, places or Places.of(len(text), document.sentences), names)
    parts = [
        *_entities(document.entities, words),
        *_no_claims(document.sentences),
        *(_time(time, words) for time in document.times),
        *(_attribution(attribution, words) for attribution in document.attributions),
        *(_claim(claim, words) for claim in document.claims),
    ]
    if relations := list(_relations(document, words)):
        parts.append(markup("listRelation", NONE, "\n" + "".join(relations), "\n"))
    if parts:
        append(root, parse_markup(markup("standOff", {"xmlns": NAMESPACE}, "".join(parts))))


def added_by(by: str | None) -> dict[str, str]:
    """Return the attribute that says who made something."""
    return {} if by is None else {"resp": pointer(by)}


def _entities(entities: Sequence[Entity], words: Words) -> Iterator[str]:
    for tags in dict.fromkeys((*ENTITY_TAGS.values(), OTHER_TAGS)):
        # TEI has a list for each kind, so @n keeps the place in the document's one list.
        chosen = [
            _entity(number, entity, tags, words)
            for number, entity in enumerate(entities)
            if ENTITY_TAGS.get(entity.type, OTHER_TAGS) == tags
        ]
        if chosen:
            yield markup(tags[0], NONE, "\n" + "".join(chosen), "\n")


def _entity(number: int, entity: Entity, tags: tuple[str, str, str], words: Words) -> str:
    names = markup(tags[2], NONE, escape(entity.name))
    if TAG_TYPES.get(tags[1]) != entity.type:
        names += markup("idno", {"type": "type"}, escape(entity.type))
    names += "".join([markup("idno", {"type": "URI"}, escape(uri)) for uri in entity.same_as])
    if tags == OTHER_TAGS:
        names = markup("objectIdentifier", NONE, names)
    if entity.mentions:
        places = [markup("ptr", {"target": words.places.extent(mention) or EMPTY}) for mention in entity.mentions]
        names += markup("linkGrp", {"type": "mentions"}, "".join(places))
    attributes = {"xml:id": encode_id(entity.id), "n": str(number), **added_by(entity.by)}
    return markup(tags[1], attributes, names, "\n")


def _no_claims(sentences: Sequence[Sentence]) -> Iterator[str]:
    for sentence in sentences:
        if sentence.no_claim is not None:
            attributes = {"type": "noClaim", "target": pointer(sentence.id)}
            yield markup("note", attributes, escape(sentence.no_claim), "\n")


def _note(kind: str, text: str | None) -> str:
    return "" if text is None else markup("note", {"type": kind}, escape(text))


def _pointer(kind: str, target: str | None) -> str:
    return "" if target is None else markup("ptr", {"type": kind, "target": target})


def _lemma(lemma: str) -> str:
    return markup("term", {"type": "lemma"}, escape(lemma))


def _edtf(value: str | None) -> str:
    return "" if value is None else markup("date", {"type": "EDTF", **w3c_dates(value)}, escape(value))


def _moment(target: str | None) -> str | None:
    """Return the pointer to a time of the document or to the day of publication."""
    return None if target is None else f"#{PUBLISHED}" if target == PUBLISHED else pointer(target)


def _time(time: Time, words: Words) -> str:
    parts = (
        "" if time.value is None else markup("date", {"type": "TIMEX3"}, escape(time.value)),
        _edtf(time.edtf),
        _pointer("anchor", _moment(time.anchor)),
        _note("mod", time.mod),
        _point("beginPoint", time.begin_point),
        _point("endPoint", time.end_point),
        _note("reason", time.reason),
    )
    span = markup("span", words.target(time.spans, time.exact, time.id), "".join(parts))
    attributes = {"type": "time", "subtype": time.type, "xml:id": encode_id(time.id), **added_by(time.by)}
    return markup("spanGrp", attributes, span, "\n")


def _point(kind: str, point: str | None) -> str:
    if point is not None and point[0].isdigit():
        return markup("date", {"type": kind, "when": point})
    return _pointer(kind, _moment(point))


def _attribution(attribution: Attribution, words: Words) -> str:
    ana = category("quote", attribution.quote)
    attributes = {
        "type": "attribution",
        "xml:id": encode_id(attribution.id),
        "corresp": pointer(attribution.sentence),
        "ana": f"{ana} {category('scope', 'ambiguous')}" if attribution.scope_ambiguous else ana,
        **added_by(attribution.by),
    }
    kind = category("source", attribution.source.type)
    parts = "\n" + _mention("source", attribution.source, attribution.id, words, f" {kind}")
    if (cue := attribution.cue) is not None:
        ana = f"{category('role', 'cue')} {category('cue', cue.type)}"
        target = words.target(cue.spans, cue.exact, attribution.id)
        parts += markup("span", {"ana": ana, **target}, _lemma(cue.lemma), "\n")
    content = attribution.content
    target = words.target(content.spans, content.exact, attribution.id)
    parts += markup("span", {"ana": category("role", "content"), **target}, "", "\n")
    return markup("spanGrp", attributes, parts, "\n")


def _mention(role: str, mention: Mention | Argument | VoiceSource, owner: str, words: Words, more: str = "") -> str:
    attributes = {"ana": category("role", role) + more, **words.target(mention.spans, mention.exact, owner)}
    entity = mention.entity
    name = "" if entity is None else markup(words.names.get(entity, "name"), {"ref": pointer(entity)})
    return markup("span", attributes, name, "\n")


def _claim(claim: Claim, words: Words) -> str:
    parts = [
        "\n",
        markup("desc", NONE, escape(claim.text), "\n"),
        "" if claim.rule is None else markup("desc", {"type": "rule"}, escape(claim.rule), "\n"),
        # The whole extent needs no words of its own in the model.
        markup("span", _pointing("role", "claim", words.places.extent(claim.spans)), "", "\n"),
        *[_mention("who", mention, claim.id, words) for mention in claim.who],
        _predicate(claim, words),
        *[_mention(argument.role, argument, claim.id, words) for argument in claim.what.arguments],
        *[_when(when, claim.id, words) for when in claim.when],
        *[_mention("where", mention, claim.id, words) for mention in claim.where],
        *[_certainty(certainty) for certainty in claim.certainty],
        *[_edit(edit, words) for edit in claim.edits],
        *[_unresolved(unresolved, words) for unresolved in claim.unresolved],
    ]
    return markup("spanGrp", _claim_attributes(claim), "".join(parts), "\n")


def _claim_attributes(claim: Claim) -> dict[str, str]:
    kind, polarity = category("kind", claim.kind), category("polarity", claim.polarity)
    attributes = {
        "type": "claim",
        "subtype": claim.type,
        "xml:id": encode_id(claim.id),
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


def _predicate(claim: Claim, words: Words) -> str:
    predicate = claim.what.predicate
    attributes = {"ana": category("role", "predicate"), **words.target(predicate.spans, predicate.exact, claim.id)}
    head = "" if predicate.head is None else _pointer("head", words.places.span(predicate.head))
    return markup("span", attributes, _lemma(predicate.lemma) + head, "\n")


def _when(when: When, owner: str, words: Words) -> str:
    ana = category("role", "when")
    if when.relation is not None:
        ana += f" {category('relation', when.relation)}"
    parts = _edtf(when.edtf)
    parts += "" if when.time is None else _pointer("time", pointer(when.time))
    parts += "" if when.target is None else _pointer("target", pointer(when.target))
    return markup("span", {"ana": ana, **words.target(when.spans, when.exact, owner)}, parts, "\n")


def _certainty(certainty: Certainty) -> str:
    holder = "" if certainty.holder == "author" else _pointer("holder", pointer(certainty.holder))
    return markup("span", {"ana": category("certainty", certainty.value)}, holder, "\n")


def _edit(edit: Edit, words: Words) -> str:
    # A place between characters is a range of length 0, so the two cannot be taken for each other.
    targets = [words.places.span(edit.span)] if edit.span is not None else []
    targets += [words.places.point(edit.at)] if edit.at is not None else []
    parts = "".join([_pointer("antecedent", words.places.span(antecedent)) for antecedent in edit.antecedents])
    parts += "" if edit.text is None else markup("gloss", NONE, escape(edit.text))
    parts += _note("reason", edit.reason)
    return markup("span", _pointing("edit", edit.op, " ".join(targets)), parts, "\n")


def _unresolved(unresolved: Unresolved, words: Words) -> str:
    attributes = _pointing("role", "unresolved", words.places.span(unresolved.span))
    candidates = [_pointer("candidate", words.places.extent(one) or EMPTY) for one in unresolved.candidates]
    return markup("span", attributes, "".join(candidates) + _note("reason", unresolved.reason), "\n")


def _relations(document: Document, words: Words) -> Iterator[str]:
    for attribution in document.attributions:
        passive = pointer(attribution.id)
        for name, active in (("reports", attribution.speech_act), ("encloses", attribution.parent)):
            if active is not None:
                attributes = {"name": name, "active": pointer(active), "passive": passive}
                yield markup("relation", attributes, "", "\n")
    for claim in document.claims:
        if claim.attribution:
            chain = " ".join(map(pointer, claim.attribution))
            attributes = {"name": "attributedTo", "active": pointer(claim.id), "passive": chain}
            yield markup("relation", attributes, "", "\n")
        for relation in claim.relations:
            value = "" if relation.value is None else markup("desc", NONE, escape(relation.value))
            yield markup("relation", _relation(relation, claim.id, words), value, "\n")


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
