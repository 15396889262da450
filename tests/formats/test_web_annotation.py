"""W3C Web Annotation: what a JSON-LD processor makes of it, and what the selectors select."""

from __future__ import annotations

import json
import re
from typing import Any

import attrs
import pytest
from pyld import jsonld

from claims import formats
from claims.errors import FormatError, TextError
from claims.formats.web_annotation import CONTEXT, iri
from claims.model import Document

OA, AS = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#"
BASE = "https://example.org/a.jsonld"


def _reference(name: str) -> dict[str, str]:
    return {"@id": name, "@type": "@id"}


#: The terms of http://www.w3.org/ns/anno.jsonld that we use, from section A of the Web Annotation Vocabulary.
TERMS: dict[str, Any] = {
    "oa": OA,
    "as": AS,
    "id": {"@id": "@id", "@type": "@id"},
    "type": {"@id": "@type", "@type": "@id"},
    **{name: f"oa:{name}" for name in ("Annotation", "TextualBody", "SpecificResource")},
    **{name: f"oa:{name}" for name in ("TextQuoteSelector", "TextPositionSelector", "exact", "prefix", "suffix")},
    **{name: f"oa:{name}" for name in ("describing", "identifying", "linking", "tagging", "assessing", "commenting")},
    "Software": "as:Application",
    "Person": "http://xmlns.com/foaf/0.1/Person",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "body": _reference("oa:hasBody"),
    "target": _reference("oa:hasTarget"),
    "source": _reference("oa:hasSource"),
    "selector": _reference("oa:hasSelector"),
    "creator": _reference("http://purl.org/dc/terms/creator"),
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "partOf": _reference("as:partOf"),
    "first": _reference("as:first"),
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "format": "http://purl.org/dc/elements/1.1/format",
    "language": "http://purl.org/dc/elements/1.1/language",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "name": "http://xmlns.com/foaf/0.1/name",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "created": {"@id": "http://purl.org/dc/terms/created", "@type": "http://www.w3.org/2001/XMLSchema#dateTime"},
    "start": {"@id": "oa:start", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "total": {"@id": "as:totalItems", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "startIndex": {"@id": "as:startIndex", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
}


def _load(url: str, _: Any = None) -> dict[str, Any]:
    assert url == CONTEXT
    return {
        "contextUrl": None,
        "documentUrl": url,
        "contentType": "application/ld+json",
        "document": {"@context": TERMS},
    }


def _data(document: Document) -> dict[str, Any]:
    return json.loads(formats.dumps(document, "web-annotation"))  # type: ignore[no-any-return]


def _items(document: Document) -> list[dict[str, Any]]:
    return _data(document)["first"]["items"]  # type: ignore[no-any-return]


def test_a_processor_understands_every_word(rich: Document) -> None:
    """Expanded by pyld, every property and type is an absolute IRI, and nothing is dropped."""
    data = _data(rich)
    expanded = jsonld.expand(data, {"documentLoader": _load, "base": BASE})
    names = _names(data) - {"@context", "id", "type", "@list", "claims"}
    assert names <= set(TERMS) | {name for name in names if name.startswith("claims:")}
    for key in _names(expanded):
        assert key.startswith("@") or re.match(r"(https?|urn):", key), key
    page = expanded[0][f"{AS}first"][0]
    assert len(page[f"{AS}items"][0]["@list"]) == data["total"]


def _names(value: Any) -> set[str]:
    if isinstance(value, dict):
        inner = {key: item for key, item in value.items() if key != "@context"}
        return set(value) | {name for item in inner.values() for name in _names(item)}
    return {name for item in value for name in _names(item)} if isinstance(value, list) else set()


def test_as_triples(rich: Document) -> None:
    """As RDF, the claim is an oa:Annotation with targets whose selectors carry typed offsets."""
    triples = jsonld.to_rdf(_data(rich), {"documentLoader": _load, "base": BASE})["@default"]
    found = {(t["subject"]["value"], t["predicate"]["value"], t["object"]["value"]) for t in triples}
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    assert (f"{BASE}#c1", rdf, f"{OA}Annotation") in found
    assert (f"{BASE}#c1", f"{OA}motivatedBy", f"{OA}describing") in found
    assert sum(s == f"{BASE}#c1" and p == f"{OA}hasTarget" for s, p, _ in found) == 2
    starts = [t["object"] for t in triples if t["predicate"]["value"] == f"{OA}start"]
    assert {one["datatype"] for one in starts} == {"http://www.w3.org/2001/XMLSchema#nonNegativeInteger"}
    assert (f"{BASE}#v1", f"{OA}hasTarget", f"{BASE}#c1") in found


def test_selectors_select_the_words(rich: Document) -> None:
    """Position and quotation of every target are the same words of the text, with what stands around them."""
    text = rich.source.text or ""
    count = 0
    for item in _items(rich):
        for target in item["target"] if isinstance(item["target"], list) else []:
            position, quoted = target["selector"]
            words = text[position["start"] : position["end"]]
            assert quoted["exact"] == words
            assert text[: position["start"]].endswith(quoted["prefix"])
            assert text[position["end"] :].startswith(quoted["suffix"])
            assert len(quoted["prefix"]) == min(32, position["start"])
            count += 1
    assert count > 15


def test_what_an_annotation_says(rich: Document) -> None:
    """A claim has its wording as body and its labels, an interrupted extent a target for each piece."""
    items = {item["id"]: item for item in _items(rich)}
    claim = items["#c1"]
    assert [target["selector"][1]["exact"] for target in claim["target"]] == ["it lost", "two cranes in May."]
    assert claim["body"][0]["value"] == "The port lost two cranes in May."
    assert (claim["claims:polarity"], claim["claims:certainty"]) == ("-", ["author Uu", "a1 CT+"])
    assert claim["claims:attribution"] == {"@list": [{"id": "#a1"}, {"id": "#a2"}]}
    assert claim["creator"] == {"id": "#m1", "type": "Software", "name": "claims"}
    assert items["#c1/who/1"]["body"][1] == {
        "type": "SpecificResource",
        "purpose": "identifying",
        "source": "https://q/1",
    }
    assert items["#c1/when/1"]["claims:edtf"] == "2020-05/.."
    verdict = items["#v1"]
    assert verdict["target"] == "#c1"
    assert [body.get("value", body.get("source")) for body in verdict["body"]] == [
        "refuted", "It was June.", "https://example.org/?a=b&c",
    ]  # fmt: skip
    # What has no words has no target, and hence no annotation.
    assert "#c2" not in items


def test_what_the_text_is_called(rich: Document) -> None:
    """An address names the text where it is one; otherwise the digest does, as RFC 6920 writes it."""
    named = attrs.evolve(rich, source=attrs.evolve(rich.source, url="https://example.org/a"))
    assert iri(named) == "https://example.org/a"
    assert re.fullmatch(r"ni:///sha-256;[A-Za-z0-9_-]{43}", iri(rich))


def test_what_is_refused(rich: Document) -> None:
    """Without the text, with another one, and with offsets behind it nothing is written."""
    with pytest.raises(TextError, match="does not carry its text"):
        _data(attrs.evolve(rich, source=attrs.evolve(rich.source, text=None)))
    with pytest.raises(FormatError, match="SHA-256"):
        _data(attrs.evolve(rich, source=attrs.evolve(rich.source, text="another")))
    short = attrs.evolve(
        rich.source, text="a", length=1, sha256="ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
    )
    with pytest.raises(FormatError, match="leaves the text"):
        _data(attrs.evolve(rich, source=short))
