"""Verdicts in TEI: annotations that assess claims, with their evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from lxml import etree

from claims.formats._xml import XML_ID, add, attribute, text_of
from claims.formats.tei.names import (
    CATEGORIES,
    TEI,
    category,
    category_value,
    decode_id,
    decode_pointer,
    encode_id,
    pointer,
)
from claims.formats.tei.pointers import ranges
from claims.model import Document, Evidence, Scale, Verdict

#: An address that can stand in an attribute as it is; any other goes into an element.
_PLAIN_URL = re.compile("[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9._~:/?@!$&'*+,;=-]+")


def add_verdicts(root: etree._Element, document: Document) -> None:
    """Append a ``listAnnotation`` to the ``standOff`` if there are verdicts."""
    if not document.verdicts:
        return
    holder = root.find(f"{TEI}standOff")
    if holder is None:
        holder = add(root, f"{TEI}standOff", text="\n", tail="\n")
    group = add(holder, f"{TEI}listAnnotation", text="\n", tail="\n")
    for verdict in document.verdicts:
        _add_verdict(group, verdict, document.scales)


def _add_verdict(group: etree._Element, verdict: Verdict, scales: Sequence[Scale]) -> None:
    ana = [category("verdict", rating) for rating in _base_rating(verdict, scales)]
    ana += [] if verdict.slot is None else [category("slot", verdict.slot)]
    attributes = {XML_ID: encode_id(verdict.id), "motivation": "assessing", "target": pointer(verdict.claim)}
    attributes |= {"ana": " ".join(ana)} if ana else {}
    attributes |= {} if verdict.by is None else {"resp": pointer(verdict.by)}
    element = add(group, f"{TEI}annotation", attributes, "\n", "\n")
    if verdict.scale is not None or verdict.rating not in CATEGORIES["verdict"]:
        scale = {} if verdict.scale is None else {"corresp": pointer(verdict.scale)}
        add(element, f"{TEI}note", {"type": "rating", **scale}, verdict.rating, "\n")
    for kind, text in (("rationale", verdict.rationale), ("at", verdict.at)):
        if text is not None:
            add(element, f"{TEI}note", {"type": kind}, text, "\n")
    if verdict.supersedes is not None:
        add(element, f"{TEI}ptr", {"type": "supersedes", "target": pointer(verdict.supersedes)}, tail="\n")
    for evidence in verdict.evidence:
        _add_evidence(element, evidence)


def _base_rating(verdict: Verdict, scales: Sequence[Scale]) -> Sequence[str]:
    """Return the base rating that a rating means, if its scale says so."""
    if verdict.scale is None:
        return [verdict.rating] if verdict.rating in CATEGORIES["verdict"] else []
    ratings = (rating for scale in scales if scale.id == verdict.scale for rating in scale.ratings)
    return [rating.means for rating in ratings if rating.value == verdict.rating][:1]


def _add_evidence(element: etree._Element, evidence: Evidence) -> None:
    attributes = {"type": "evidence", "subtype": evidence.stance}
    plain = evidence.url is not None and _PLAIN_URL.fullmatch(evidence.url)
    if evidence.url is not None and plain:
        attributes["target"] = evidence.url
    ref = add(element, f"{TEI}ref", attributes, tail="\n")
    for kind, name in (("url", None if plain else evidence.url), ("document", evidence.document)):
        if name is not None:
            add(ref, f"{TEI}idno", {"type": kind}, name)
    if (quote := evidence.quote) is not None:
        add(ref, f"{TEI}quote", text=quote.exact)
        for kind, words in (("prefix", quote.prefix), ("suffix", quote.suffix)):
            if words is not None:
                add(ref, f"{TEI}note", {"type": kind}, words)
    if evidence.spans is not None:
        # Offsets in the other text: a fragment of what the evidence names, not of this file.
        spans = " ".join(f"#char={span.start},{span.end}" for span in evidence.spans) or "#char=0,0"
        add(ref, f"{TEI}ptr", {"type": "extent", "target": spans})
    if evidence.retrieved is not None:
        add(ref, f"{TEI}date", {"type": "retrieved"}, evidence.retrieved)


def read_verdict(element: etree._Element) -> dict[str, Any]:
    """Return the plain data of a verdict."""
    data: dict[str, Any] = {
        "id": decode_id(attribute(element, XML_ID)),
        "claim": decode_pointer(attribute(element, "target")),
        "evidence": [],
    }
    for target in element.get("ana", "").split():
        data["slot" if target.startswith("#slot.") else "rating"] = category_value(target)
    if "resp" in element.attrib:
        data["by"] = decode_pointer(attribute(element, "resp"))
    for part in element:
        kind = attribute(part, "type")
        if kind == "evidence":
            data["evidence"].append(_read_evidence(part))
        elif kind == "supersedes":
            data[kind] = decode_pointer(attribute(part, "target"))
        else:
            data[kind] = text_of(part)
        if "corresp" in part.attrib:
            data["scale"] = decode_pointer(attribute(part, "corresp"))
    return data


def _read_evidence(ref: etree._Element) -> dict[str, Any]:
    data: dict[str, Any] = {"stance": attribute(ref, "subtype")}
    if "target" in ref.attrib:
        data["url"] = attribute(ref, "target")
    for part in ref:
        kind = part.get("type")
        if kind is None:
            data["quote"] = {"exact": text_of(part)}
        elif kind in ("prefix", "suffix"):
            data["quote"][kind] = text_of(part)
        elif kind == "extent":
            data["spans"] = [pair for pair in ranges(attribute(part, "target"), {}) if pair != [0, 0]]
        else:
            data[kind] = text_of(part)
    return data
