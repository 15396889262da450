"""The header in TEI: the source, who annotated it, and the categories that the rest points to."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from lxml import etree

from claims.errors import FormatError
from claims.formats._xml import XML_ID, add, attribute, place, text_of
from claims.formats.tei.names import (
    CATEGORIES,
    DEFAULT_NAMESPACE,
    PUBLISHED,
    TEI,
    category,
    category_ids,
    category_value,
    decode_id,
    decode_pointer,
    encode_id,
    pointer,
    whole_number,
)
from claims.model import Annotator, Document, Model, Scale, Source, Waiver

_LANGUAGE = re.compile("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")
#: What TEI allows as the version of an application.
_VERSION = re.compile(r"[0-9]+[a-z]*[0-9]*(\.[0-9]+[a-z]*[0-9]*){0,3}")
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")

_ABOUT_CHAR = "Offsets in the text of the body, counted in Unicode code points from 0, as RFC 5147 counts characters."


def add_header(root: etree._Element, document: Document) -> None:
    """Append the ``teiHeader``."""
    header = add(root, f"{TEI}teiHeader", text="\n", tail="\n")
    description = add(header, f"{TEI}fileDesc", text="\n", tail="\n")
    title = add(description, f"{TEI}titleStmt", text="\n", tail="\n")
    source = document.source
    add(title, f"{TEI}title", text=source.id if source.title is None else source.title, tail="\n")
    for annotator in document.annotators:
        _add_annotator(title, annotator)
    extent = add(description, f"{TEI}extent", tail="\n")
    add(extent, f"{TEI}measure", {"unit": "codepoint", "quantity": str(source.length)})
    publication = add(description, f"{TEI}publicationStmt", tail="\n")
    add(publication, f"{TEI}p", text="Claim annotation, with the text that was annotated.")
    if document.waivers:
        notes = add(description, f"{TEI}notesStmt", text="\n", tail="\n")
        for waiver in document.waivers:
            _add_waiver(notes, waiver)
    _add_source(add(description, f"{TEI}sourceDesc", tail="\n"), source)
    _add_encoding(header, document)
    _add_profile(header, source.language)
    if document.annotators:
        revisions = add(header, f"{TEI}revisionDesc", tail="\n")
        for annotator in document.annotators:
            add(revisions, f"{TEI}change", {"who": pointer(annotator.id)}, "Annotated.")


def _add_annotator(title: etree._Element, annotator: Annotator) -> None:
    statement = add(title, f"{TEI}respStmt", {XML_ID: encode_id(annotator.id)}, tail="\n")
    add(statement, f"{TEI}resp", text="annotation")
    add(statement, f"{TEI}{'persName' if annotator.kind == 'person' else 'name'}", text=annotator.name)
    if annotator.version is not None:
        add(statement, f"{TEI}note", {"type": "version"}, annotator.version)
    if annotator.model is not None:
        _add_model(add(statement, f"{TEI}note", {"type": "model"}), annotator.model)


def _add_waiver(notes: etree._Element, waiver: Waiver) -> None:
    names = {XML_ID: encode_id(waiver.id), "type": "waiver", "n": waiver.rule}
    for name, value in (("corresp", waiver.at), ("resp", waiver.by)):
        if value is not None:
            names[name] = pointer(value)
    add(notes, f"{TEI}note", names, waiver.reason, tail="\n")


def _add_model(note: etree._Element, model: Model) -> None:
    add(note, f"{TEI}name", text=model.name)
    add(note, f"{TEI}idno", {"type": "version"}, model.version)
    if model.sha256 is not None:
        add(note, f"{TEI}idno", {"type": "sha256"}, model.sha256)


def _add_source(parent: etree._Element, source: Source) -> None:
    bibl = add(parent, f"{TEI}bibl")
    add(bibl, f"{TEI}idno", {"type": "id"}, source.id)
    add(bibl, f"{TEI}idno", {"type": "sha256"}, source.sha256)
    if source.title is not None:
        add(bibl, f"{TEI}title", text=source.title)
    for author in source.author:
        add(bibl, f"{TEI}author", text=author)
    if source.publisher is not None:
        add(bibl, f"{TEI}publisher", text=source.publisher)
    if source.published is not None:
        add(bibl, f"{TEI}date", {XML_ID: PUBLISHED, **w3c_dates(source.published)}, source.published)
    for kind, value in (("url", source.url), ("path", source.path)):
        if value is not None:
            add(bibl, f"{TEI}idno", {"type": kind}, value)


def _add_encoding(header: etree._Element, document: Document) -> None:
    encoding = add(header, f"{TEI}encodingDesc", text="\n", tail="\n")
    known = [a for a in document.annotators if a.kind == "software" and _VERSION.fullmatch(a.version or "")]
    if known:
        info = add(encoding, f"{TEI}appInfo", tail="\n")
    for annotator in known:
        names = {
            "ident": encode_id(annotator.name),
            "version": annotator.version or "",
            "corresp": pointer(annotator.id),
        }
        add(add(info, f"{TEI}application", names), f"{TEI}label", text=annotator.name)
    encoding.extend(copy.deepcopy(list(_constants())))
    for scale in document.scales:
        _add_scale(encoding[-1], scale)


@cache
def _constants() -> etree._Element:
    """Return the parts that are the same in every file, to be copied."""
    holder = etree.Element(f"{TEI}encodingDesc", nsmap=DEFAULT_NAMESPACE)
    prefixes = add(holder, f"{TEI}listPrefixDef", tail="\n")
    pattern = {"ident": "char", "matchPattern": "([0-9]+),([0-9]+)", "replacementPattern": "#char=$1,$2"}
    add(add(prefixes, f"{TEI}prefixDef", pattern), f"{TEI}p", text=_ABOUT_CHAR)
    declarations = add(holder, f"{TEI}classDecl", text="\n", tail="\n")
    for name, values in CATEGORIES.items():
        taxonomy = add(declarations, f"{TEI}taxonomy", {XML_ID: f"{name}."}, "\n", "\n")
        for value, meaning in values.items():
            element = add(taxonomy, f"{TEI}category", {XML_ID: category_ids()[name, value]}, tail="\n")
            add(element, f"{TEI}catDesc", text=meaning)
    return holder


def _add_scale(declarations: etree._Element, scale: Scale) -> None:
    taxonomy = add(declarations, f"{TEI}taxonomy", {XML_ID: encode_id(scale.id), "n": "scale"}, "\n", "\n")
    add(taxonomy, f"{TEI}desc", text=scale.name, tail="\n")
    for rating in scale.ratings:
        element = add(taxonomy, f"{TEI}category", {"corresp": category("verdict", rating.means)}, tail="\n")
        add(element, f"{TEI}desc", {"type": "value"}, rating.value)
        if rating.label is not None:
            add(element, f"{TEI}desc", {"type": "label"}, rating.label)


def _add_profile(header: etree._Element, language: str) -> None:
    if not _LANGUAGE.fullmatch(language):
        raise FormatError(f"{language!r} is no BCP 47 language tag", None, "/source/language")
    usage = add(add(header, f"{TEI}profileDesc", tail="\n"), f"{TEI}langUsage")
    add(usage, f"{TEI}language", {"ident": language})


@cache
def w3c_dates(edtf: str) -> dict[str, str]:
    """Return the TEI dating attributes that a date or interval amounts to; none where they cannot say it.

    >>> w3c_dates("2019-05/.."), w3c_dates("2020-12-20"), w3c_dates("2020-22")
    ({'notBefore': '2019-05'}, {'when': '2020-12-20'}, {})
    """
    start, slash, end = edtf.partition("/")
    if not slash:
        return {"when": edtf} if _is_date(edtf) else {}
    bounds = {"notBefore": start, "notAfter": end}
    if any(bound not in ("", "..") and not _is_date(bound) for bound in bounds.values()):
        return {}
    return {name: bound for name, bound in bounds.items() if bound not in ("", "..")}


def _is_date(value: str) -> bool:
    match = _DATE.fullmatch(value)
    if not match:
        return False
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def read_source(header: etree._Element) -> dict[str, Any]:
    """Return the plain data of the source, but for its text."""
    bibl = header.find(f"{TEI}fileDesc/{TEI}sourceDesc/{TEI}bibl")
    measure = header.find(f"{TEI}fileDesc/{TEI}extent/{TEI}measure")
    language = header.find(f"{TEI}profileDesc/{TEI}langUsage/{TEI}language")
    if bibl is None or measure is None or language is None:
        raise FormatError("the header does not describe the source", None, place(header))
    data: dict[str, Any] = {"author": []}
    for element in bibl:
        name = etree.QName(element).localname
        if name == "author":
            data["author"].append(text_of(element))
        else:
            data[{"idno": element.get("type", ""), "date": "published"}.get(name, name)] = text_of(element)
    return {**data, "length": whole_number(attribute(measure, "quantity")), "language": attribute(language, "ident")}


def read_annotators(header: etree._Element) -> Iterator[dict[str, Any]]:
    """Yield the plain data of the annotators."""
    for statement in header.iterfind(f"{TEI}fileDesc/{TEI}titleStmt/{TEI}respStmt"):
        _, name, *notes = statement
        kind = "person" if name.tag == f"{TEI}persName" else "software"
        data: dict[str, Any] = {"id": decode_id(attribute(statement, XML_ID)), "kind": kind, "name": text_of(name)}
        for note in notes:
            if note.get("type") == "model":
                data["model"] = {part.get("type", "name"): text_of(part) for part in note}
            else:
                data["version"] = text_of(note)
        yield data


def read_waivers(header: etree._Element) -> Iterator[dict[str, Any]]:
    """Yield the plain data of the waivers."""
    for note in header.iterfind(f"{TEI}fileDesc/{TEI}notesStmt/{TEI}note"):
        row = {"id": decode_id(attribute(note, XML_ID)), "rule": attribute(note, "n"), "reason": text_of(note)}
        targets = (("at", "corresp"), ("by", "resp"))
        yield {**row, **{name: decode_pointer(attribute(note, key)) for name, key in targets if key in note.attrib}}


def read_scales(header: etree._Element) -> Iterator[dict[str, Any]]:
    """Yield the plain data of the declared scales."""
    for taxonomy in header.iterfind(f"{TEI}encodingDesc/{TEI}classDecl/{TEI}taxonomy[@n='scale']"):
        name, *categories = taxonomy
        ratings = [
            {
                "means": category_value(attribute(element, "corresp")),
                **{attribute(part, "type"): text_of(part) for part in element},
            }
            for element in categories
        ]
        yield {"id": decode_id(attribute(taxonomy, XML_ID)), "name": text_of(name), "ratings": ratings}
