"""From TEI back to the plain data of a claim file.

The file has been found valid against our own schema by then, so elements and attributes stand where
they belong; what a schema cannot see (places, pointers, the digest of the text) is checked here.
"""

from __future__ import annotations

from operator import itemgetter
from typing import Any

import attrs
from lxml import etree

from claims.errors import FormatError
from claims.formats._xml import XML_ID, attribute, guarded, place, text_of
from claims.formats.tei.body import Body, read_body
from claims.formats.tei.header import read_annotators, read_scales, read_source, read_waivers
from claims.formats.tei.names import TEI, category_value, decode_id, decode_pointer, taxonomy_of, whole_number
from claims.formats.tei.pointers import EMPTY, ranges
from claims.formats.tei.standoff import TAG_TYPES
from claims.formats.tei.verdicts import read_verdict
from claims.model import Role
from claims.text import GAP

#: What the parts of a time are called in the claim file, where it has another name.
_TIME_PARTS = {"TIMEX3": "value", "EDTF": "edtf", "beginPoint": "begin_point", "endPoint": "end_point"}
_ARGUMENTS = frozenset(Role.__args__)  # type: ignore[attr-defined]


def read_tree(root: etree._Element) -> dict[str, Any]:
    """Return the plain data of the document."""
    header, text = root[0], root[1]
    source = read_source(header)
    body = read_body(text[0], source["sha256"])
    data: dict[str, Any] = {
        "format": attribute(root, "type"),
        "source": {**source, "text": body.text},
        "annotators": list(read_annotators(header)),
        "sentences": body.sentences,
        "scales": list(read_scales(header)),
        "waivers": list(read_waivers(header)),
        "entities": [],
        "times": [],
        "attributions": [],
        "claims": [],
        "verdicts": [],
    }
    for name in ("scales", "waivers"):
        if not data[name]:
            del data[name]
    for part in root[2] if len(root) > 2 else ():
        _read_part(part, data, body)
    # TEI has a list for each kind of entity, so @n keeps the place in the document's one list.
    data["entities"] = [entity for _, entity in sorted(data["entities"], key=itemgetter(0))]
    return data


def _read_part(part: etree._Element, data: dict[str, Any], body: Body) -> None:
    slots = Slots(body)
    name = etree.QName(part).localname
    kind = part.get("type") if name == "spanGrp" else name
    if name == "note":
        _read_no_claim(part, body)
    elif kind == "time":
        data["times"].append(guarded(part, slots.time))
    elif kind == "attribution":
        data["attributions"].append(guarded(part, slots.attribution))
    elif kind == "claim":
        data["claims"].append(guarded(part, slots.claim))
    elif kind == "listRelation":
        _read_relations(part, data, slots)
    elif kind == "listAnnotation":
        data["verdicts"] += [guarded(element, read_verdict) for element in part]
    else:
        data["entities"] += [guarded(element, slots.entity) for element in part]


def _read_no_claim(note: etree._Element, body: Body) -> None:
    target = attribute(note, "target")
    sentence = body.known.get(target.strip().removeprefix("#"))
    if sentence is None:
        raise FormatError(f"{target} points to no sentence", None, place(note))
    sentence["no_claim"] = text_of(note)


@attrs.frozen
class Slots:
    """Reads spans against the text of the body."""

    body: Body

    def pairs(self, element: etree._Element) -> list[list[int]]:
        """Return the ranges that ``@target`` points to."""
        target = element.get("target", "")
        if target == EMPTY:
            return []
        try:
            found = list(ranges(target, self.body.spans))
        except FormatError as error:
            raise FormatError(error.message, None, place(element)) from error
        if found and max(end for _, end in found) > len(self.body.text):
            raise FormatError(
                f"{target} lies outside the text of {len(self.body.text)} characters", None, place(element)
            )
        return found

    def words(self, element: etree._Element) -> dict[str, Any]:
        """Return ``spans`` and ``exact``."""
        spans = self.pairs(element)
        return {"spans": spans, "exact": GAP.join(self.body.text[start:end] for start, end in spans)}

    def span(self, element: etree._Element) -> list[int]:
        """Return the one range that ``@target`` points to."""
        spans = self.pairs(element)
        if len(spans) != 1:
            raise FormatError("one range of words is wanted here", None, place(element))
        return spans[0]

    def entity(self, element: etree._Element) -> tuple[int, dict[str, Any]]:
        """Read a person, an organisation, a place or an object, with its number in the list of entities."""
        data: dict[str, Any] = {**_id(element), "mentions": [], "same_as": []}
        data["type"] = TAG_TYPES.get(etree.QName(element).localname, "")
        identifier = element.find(f"{TEI}objectIdentifier")
        for part in [*element, *(identifier if identifier is not None else ())]:
            kind = part.get("type")
            if kind == "mentions":
                data["mentions"] = [self.pairs(pointer) for pointer in part]
            elif kind == "URI":
                data["same_as"].append(text_of(part))
            elif kind == "type":
                data["type"] = text_of(part)
            elif part is not identifier:
                data["name"] = text_of(part)
        return whole_number(attribute(element, "n")), data

    def time(self, group: etree._Element) -> dict[str, Any]:
        """Read a time expression."""
        data = {**_id(group), "type": attribute(group, "subtype"), "value": None, **self.words(group[0])}
        for part in group[0]:
            kind = _TIME_PARTS.get(attribute(part, "type"), attribute(part, "type"))
            if part.get("target") is not None:
                data[kind] = decode_pointer(attribute(part, "target"))
            else:
                data[kind] = attribute(part, "when") if kind.endswith("_point") else text_of(part)
        return data

    def attribution(self, group: etree._Element) -> dict[str, Any]:
        """Read a link, but for what the relations say of it."""
        ana = attribute(group, "ana").split()
        data: dict[str, Any] = {
            **_id(group),
            "sentence": decode_pointer(attribute(group, "corresp")),
            "quote": category_value(ana[0]),
            "scope_ambiguous": len(ana) > 1,
            "parent": None,
            "cue": None,
        }
        for span in group:
            role, *kinds = map(category_value, attribute(span, "ana").split())
            data[role] = {**self.words(span), **_entity(span), **({"type": kinds[0]} if kinds else {})}
            if role == "cue":
                data[role]["lemma"] = text_of(span[0])
        return data

    def claim(self, group: etree._Element) -> dict[str, Any]:
        """Read a claim, but for its chain and relations."""
        kind, polarity, tense = map(category_value, attribute(group, "ana").split())
        data: dict[str, Any] = {
            **_id(group),
            "sentence": decode_pointer(attribute(group, "corresp")),
            "type": attribute(group, "subtype"),
            **{"kind": kind, "polarity": polarity, "tense": tense},
            **{name: [] for name in ("who", "when", "where", "attribution", "relations", "edits", "unresolved")},
            **{"what": {"arguments": []}, "certainty": {}},
        }
        if "cert" in group.attrib:
            cert = attribute(group, "cert")
            data["confidence"] = int(cert) if cert in ("0", "1") else float(cert)
        for element in group:
            if "ana" in element.attrib:
                self._slot(element, data)
            else:
                data[element.get("type", "text")] = text_of(element)
        return data

    def _slot(self, span: etree._Element, data: dict[str, Any]) -> None:
        target, *more = attribute(span, "ana").split()
        role = category_value(target)
        if taxonomy_of(target) == "certainty":
            holder = decode_pointer(attribute(span[0], "target")) if len(span) else "author"
            data["certainty"][holder] = role
        elif taxonomy_of(target) == "edit":
            data["edits"].append(self._edit(span, role))
        elif role == "claim":
            data["spans"] = self.pairs(span)
        elif role == "predicate":
            data["what"]["predicate"] = self._predicate(span)
        elif role in _ARGUMENTS:
            data["what"]["arguments"].append({"role": role, **self.words(span), **_entity(span)})
        elif role == "when":
            data["when"].append(self._when(span, more))
        elif role == "unresolved":
            data["unresolved"].append(self._unresolved(span))
        else:
            data[role].append({**self.words(span), **_entity(span)})

    def _predicate(self, span: etree._Element) -> dict[str, Any]:
        lemma, *head = span
        data = {**self.words(span), "lemma": text_of(lemma)}
        return {**data, "head": self.span(head[0])} if head else data

    def _when(self, span: etree._Element, relation: list[str]) -> dict[str, Any]:
        data = self.words(span)
        if relation:
            data["relation"] = category_value(relation[0])
        for part in span:
            kind = attribute(part, "type")
            data["edtf" if kind == "EDTF" else kind] = (
                text_of(part) if kind == "EDTF" else decode_pointer(attribute(part, "target"))
            )
        return data

    def _edit(self, span: etree._Element, op: str) -> dict[str, Any]:
        data: dict[str, Any] = {"op": op, "antecedents": []}
        for start, end in ranges(span.get("target", ""), self.body.spans):
            data |= {"span": [start, end]} if end > start else {"at": start}
        for part in span:
            kind = part.get("type")
            if kind == "antecedent":
                data["antecedents"].append(self.span(part))
            else:
                data[kind or "text"] = text_of(part)
        return data

    def _unresolved(self, span: etree._Element) -> dict[str, Any]:
        data: dict[str, Any] = {"span": self.span(span), "candidates": []}
        for part in span:
            if attribute(part, "type") == "candidate":
                data["candidates"].append(self.pairs(part))
            else:
                data["reason"] = text_of(part)
        return data


def _id(element: etree._Element) -> dict[str, Any]:
    data = {"id": decode_id(attribute(element, XML_ID))}
    return {**data, "by": decode_pointer(attribute(element, "resp"))} if "resp" in element.attrib else data


def _entity(span: etree._Element) -> dict[str, Any]:
    return {"entity": decode_pointer(attribute(span[0], "ref"))} if len(span) and "ref" in span[0].attrib else {}


def _read_relations(group: etree._Element, data: dict[str, Any], slots: Slots) -> None:
    attributions = {link["id"]: link for link in data["attributions"]}
    claims = {claim["id"]: claim for claim in data["claims"]}
    for element in group:
        name = attribute(element, "name")
        active = decode_pointer(attribute(element, "active"))
        passive = element.get("passive", "").split()
        if name in ("reports", "encloses"):
            link = _found(attributions, decode_pointer(passive[0]), element, "attribution")
            link["speech_act" if name == "reports" else "parent"] = active
        elif name == "attributedTo":
            _found(claims, active, element, "claim")["attribution"] = list(map(decode_pointer, passive))
        else:
            _found(claims, active, element, "claim")["relations"].append(_relation(element, passive, slots))


def _found(known: dict[str, dict[str, Any]], id_: str, element: etree._Element, kind: str) -> dict[str, Any]:
    if id_ not in known:
        raise FormatError(f"{id_!r} is the id of no {kind}", None, place(element))
    return known[id_]


def _relation(element: etree._Element, passive: list[str], slots: Slots) -> dict[str, Any]:
    data: dict[str, Any] = {"type": attribute(element, "name")}
    if passive and not passive[0].startswith(("#string-range(", "char:")):
        data["target"] = decode_pointer(passive.pop(0))
    if passive:
        holder = etree.Element(element.tag, {"target": " ".join(passive)})
        words = slots.words(holder)
        data["spans"] = words["spans"]
        if element.get("type") != "unquoted":
            data["exact"] = words["exact"]
    if len(element):
        data["value"] = text_of(element[0])
    return data
