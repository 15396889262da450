"""UIMA CAS for INCEpTION: XMI, and JSON CAS with its type system, through dkpro-cassis.

Claims, attributions and their words are annotations that people can change; the claim file stands
beside them in the CAS, and reading puts both together again.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping, Set
from typing import Any

from lxml import etree

from claims.errors import FormatError, InputError
from claims.formats._extras import needed
from claims.formats._strings import SURROGATE, refuse_any
from claims.formats._xml import ILLEGAL, parse, serialise
from claims.formats.uima.layers import LAYERS, PREFIX, SENTENCE, TOKEN, inception_layers, type_system
from claims.formats.uima.reader import document_of, load
from claims.formats.uima.writer import build
from claims.json_input import load_json
from claims.model import Document

_XMI = "{http://www.omg.org/XMI}"
_CAS = "{http:///uima/cas.ecore}"
_FIXED = frozenset({"sofa", "begin", "end", "role", "target", "elements"})
#: Of the types that every CAS has, those that are needed.
_BUILT_IN = frozenset({"uima.cas.Sofa", "uima.cas.FSArray"})


def write_xmi(document: Document) -> bytes:
    """Write a CAS as XMI."""
    refuse_any(document, ILLEGAL, "XML 1.0")
    data: str = build(document).to_xmi()
    return data.encode()


def beside_xmi(_: Document, __: str) -> Mapping[str, bytes]:
    """Return the type system, which XMI readers need in a file of its own."""
    return {"TypeSystem.xml": type_system().to_xml().encode()}


def write_json(document: Document) -> bytes:
    """Write a CAS as JSON CAS 0.4, with its type system."""
    refuse_any(document, SURROGATE, "UTF-8")
    data: str = build(document).to_json(pretty_print=True)
    return f"{data}\n".encode()


def read_xmi(data: bytes, path: str | None = None) -> Document:
    """Read a CAS that `write_xmi` wrote, also after INCEpTION had it."""
    root = parse(data, path)
    try:
        _keep_ours(root)
        plain = io.BytesIO(serialise(root))
        cassis = needed("cassis", "uima", "UIMA CAS")
        return document_of(load(lambda: cassis.load_cas_from_xmi(plain, typesystem=type_system())))
    except InputError as error:
        raise FormatError(error.message, path, error.place, error.code) from error


def read_json(data: bytes, path: str | None = None) -> Document:
    """Read a CAS that `write_json` wrote, also after INCEpTION had it."""
    plain = load_json(data, path)
    try:
        ours = json.dumps(_ours(plain))
        cassis = needed("cassis", "uima", "UIMA CAS")
        return document_of(load(lambda: cassis.load_cas_from_json(ours, typesystem=type_system())))
    except InputError as error:
        raise FormatError(error.message, path, error.place, error.code) from error


def decline_xmi(head: bytes) -> str | None:
    """Look for the XMI namespace near the beginning."""
    return None if b"http://www.omg.org/XMI" in head else "does not name the namespace of XMI"


def _known() -> dict[str, frozenset[str]]:
    """Return the features that are read, by type."""
    known = dict.fromkeys((SENTENCE, TOKEN), _FIXED)
    for layer in LAYERS:
        known[layer.name] = _FIXED | {feature.name for feature in layer.features}
        known |= {layer.link_type(feature): _FIXED for feature in layer.features if feature.target}
    return known


def _keep_ours(root: etree._Element) -> None:
    """Take out types and features of others: INCEpTION writes every layer of its project."""
    if root.tag != f"{_XMI}XMI":
        raise FormatError("not XMI: its root is no xmi:XMI")
    known, gone = _known(), set()
    for element in list(root):
        name = _type_name(str(element.tag))
        if name in known:
            for attribute in list(element.attrib):
                if not str(attribute).startswith("{") and attribute not in known[name]:
                    del element.attrib[attribute]
        elif element.tag not in (f"{_CAS}Sofa", f"{_CAS}View", f"{_CAS}FSArray"):
            gone.add(element.get(f"{_XMI}id"))
            root.remove(element)
    # Lists of what was taken out: members of the view, and arrays, which others refer to.
    for tag, name in (("View", "members"), ("FSArray", "elements")):
        for element in root.iterfind(f"{_CAS}{tag}"):
            element.set(name, " ".join(id_ for id_ in element.get(name, "").split() if id_ not in gone))


def _type_name(tag: str) -> str:
    """Return the UIMA type of an XMI element."""
    match = re.fullmatch(r"\{http:///([^}]+)\.ecore\}(\w+)", tag)
    return f"{match[1].replace('/', '.')}.{match[2]}" if match else ""


def _ours(data: Any) -> dict[str, Any]:
    """Return the JSON CAS without types and features of others, and with our type system."""
    structures = data.get("%FEATURE_STRUCTURES") if isinstance(data, dict) else None
    views = data.get("%VIEWS") if isinstance(data, dict) else None
    if not isinstance(structures, list) or not isinstance(views, dict):
        raise FormatError("not JSON CAS: %FEATURE_STRUCTURES and %VIEWS are missing")
    if not all(isinstance(item, dict) for item in structures):
        raise FormatError("not JSON CAS: a feature structure is no object")
    _check_references(structures)
    known = _known()
    kept = [_plain(item, known) for item in structures if _wanted(item.get("%TYPE"), known)]
    ids = {item["%ID"] for item in kept if isinstance(item.get("%ID"), int)}
    return {
        "%TYPES": {},
        "%FEATURE_STRUCTURES": kept,
        "%VIEWS": {name: _view(view, ids) for name, view in views.items()},
    }


def _check_references(structures: list[dict[str, Any]]) -> None:
    """Raise `FormatError` for a reference to nothing, which cassis takes for none."""
    ids = {item.get("%ID") for item in structures if isinstance(item.get("%ID"), int)}
    for item in structures:
        targets = [value for key, value in item.items() if key.startswith("@")]
        targets += item["%ELEMENTS"] if isinstance(item.get("%ELEMENTS"), list) else []
        if any(isinstance(target, int) and target not in ids for target in targets):
            raise FormatError(f"the feature structure {item.get('%ID')} refers to one that is not there")


def _wanted(type_: Any, known: Mapping[str, frozenset[str]]) -> bool:
    return isinstance(type_, str) and (
        type_ in known or type_ in _BUILT_IN or (type_.startswith(PREFIX) and type_.endswith("[]"))
    )


def _plain(item: dict[str, Any], known: Mapping[str, frozenset[str]]) -> dict[str, Any]:
    features = known.get(item["%TYPE"])
    if features is None:
        return item
    return {key: value for key, value in item.items() if key.startswith("%") or key.lstrip("@^#") in features}


def _view(view: Any, ids: Set[int]) -> dict[str, Any]:
    if not isinstance(view, dict) or not isinstance(members := view.get("%MEMBERS"), list):
        raise FormatError("not JSON CAS: a view without %MEMBERS")
    return {**view, "%MEMBERS": [member for member in members if isinstance(member, int) and member in ids]}


__all__ = [
    "beside_xmi",
    "decline_xmi",
    "inception_layers",
    "read_json",
    "read_xmi",
    "type_system",
    "write_json",
    "write_xmi",
]
