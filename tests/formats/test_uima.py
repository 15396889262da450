"""UIMA CAS: what dkpro-cassis finds in it, what people change in it, and what is refused."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import attrs
import cassis
import pytest
from lxml import etree

from claims import formats
from claims.cli.main import main
from claims.errors import FormatError, TextError
from claims.formats.uima import inception_layers, type_system
from claims.formats.uima.layers import ATTRIBUTION, CLAIM, FILE, LAYERS, SENTENCE, TOKEN, WORDS
from claims.model import Document, Source
from claims.text import Extent, Span, digest

EXAMPLES = Path(__file__).parents[2] / "examples/inception"


def _cas(document: Document) -> Any:
    return cassis.load_cas_from_xmi(io.BytesIO(formats.dumps(document, "xmi")), typesystem=type_system())


def _back(cas: Any) -> Document:
    return formats.loads(cas.to_xmi().encode(), "xmi")


def _claim(cas: Any, name: str) -> Any:
    return next(claim for claim in cas.select(CLAIM) if claim.identifier == name)


def _pieces(annotation: Any) -> list[Any]:
    return [annotation, *(link.target for link in annotation.fragments.elements)]


@pytest.mark.parametrize("name", ["xmi", "cas-json"])
def test_every_annotation_covers_its_words(name: str, rich: Document) -> None:
    """A strict consumer reads the file, and every claim's pieces are the words of the model, behind an emoji too."""
    data = formats.dumps(rich, name)
    cas = (
        cassis.load_cas_from_json(io.BytesIO(data))
        if name == "cas-json"
        else cassis.load_cas_from_xmi(io.BytesIO(data), typesystem=type_system())
    )
    assert cas.sofa_string == rich.source.text
    claim = _claim(cas, "c1")
    assert [piece.get_covered_text() for piece in _pieces(claim)] == ["it lost", "two cranes in May."]
    slots = [(link.role, link.target.get_covered_text()) for link in claim.slots.elements]
    assert slots == [
        ("who", "The port"),
        ("who", "said"),
        ("predicate", "it lost"),
        ("object", "it lost"),
        ("when", "May"),
        ("when", "May"),
        ("where", "The port"),
    ]
    assert [s.get_covered_text() for s in cas.select(SENTENCE)] == [
        sentence.span.slice(rich.source.text or "") for sentence in rich.sentences
    ]
    assert all(token.get_covered_text().strip() for token in cas.select(TOKEN))


def test_offsets_in_the_file_are_utf16(rich: Document) -> None:
    """The bytes hold UTF-16 code units: words behind an emoji stand one further than in code points."""
    root = etree.fromstring(formats.dumps(rich, "xmi"))
    places = {(int(e.get("begin")), int(e.get("end"))) for e in root.iter("{*}ClaimWords")}
    assert "".join(rich.source.text or "")[25] == "😀"
    assert (17, 24) in places
    assert (42, 45) in places  # "May", at [41, 44) in code points


def test_the_type_system_stands_beside(rich: Document, tmp_path: Path) -> None:
    """`write` puts TypeSystem.xml beside the XMI, and the two are all that cassis needs."""
    formats.write(rich, tmp_path / "a.xmi")
    with open(tmp_path / "TypeSystem.xml", "rb") as stream:
        system = cassis.load_typesystem(stream)
    with open(tmp_path / "a.xmi", "rb") as stream:
        cas = cassis.load_cas_from_xmi(stream, typesystem=system)
    assert len(cas.select(CLAIM)) == 1
    assert formats.read(tmp_path / "a.xmi") == rich


def test_a_changed_label_and_wording_come_back(rich: Document) -> None:
    """What an annotator changes in a claim arrives, its edits give the new wording, and all else stays as it was."""
    cas = _cas(rich)
    claim = _claim(cas, "c1")
    claim.claim_type, claim.polarity, claim.wording = "event", "+", "The port lost cranes."
    back = _back(cas)
    changed, before = back.claims[0], rich.claims[0]
    assert (changed.type, changed.polarity, changed.text) == ("event", "+", "The port lost cranes.")
    assert [(edit.op, edit.text) for edit in changed.edits] == [("replace", "The port lost cranes."), ("delete", None)]
    kept = ("id", "spans", "kind", "who", "what", "when", "where", "attribution", "tense", "rule", "confidence", "by")
    assert [getattr(changed, name) for name in kept] == [getattr(before, name) for name in kept]
    assert attrs.evolve(back, claims=rich.claims) == rich


def test_changed_words_come_back(rich: Document) -> None:
    """A slot that was moved has the new words; an extent that was moved has a wording of its own words."""
    cas = _cas(rich)
    claim = _claim(cas, "c1")
    where = next(link.target for link in claim.slots.elements if link.role == "where")
    where.begin, where.end = 27, 37
    _pieces(claim)[1].end = 37
    claim.fragments.elements = claim.fragments.elements[:1]
    changed = _back(cas).claims[0]
    assert changed.spans == Extent.of((17, 24), (27, 37))
    assert changed.text == "It lost two cranes."
    assert changed.edits == ()
    assert [(mention.exact, mention.entity) for mention in changed.where] == [("two cranes", None)]
    assert changed.who == rich.claims[0].who


def test_content_without_a_cue_can_move(rich: Document) -> None:
    """Where nothing introduces words, their attribution stands on them; moving the content makes no cue of it."""
    bare = attrs.evolve(rich.attributions[0], cue=None)
    cas = _cas(attrs.evolve(rich, attributions=(bare, *rich.attributions[1:])))
    link = cas.select(ATTRIBUTION)[0]
    content = next(slot.target for slot in link.slots.elements if slot.role == "content")
    content.end = 19
    changed = _back(cas).attributions[0]
    assert changed.cue is None
    assert changed.content.exact == "it … two cranes"
    link.cue_type = "say"
    assert _back(cas).attributions[0].cue is not None


def test_a_new_claim_comes_back(rich: Document) -> None:
    """A claim that an annotator makes gets a fresh id, its sentence, and what its links say."""
    cas = _cas(rich)
    system = cas.typesystem
    slot = system.get_type(WORDS)(begin=17, end=19)
    claim = system.get_type(CLAIM)(begin=17, end=24, claim_type="state")
    links = system.get_type(f"{CLAIM}SlotsLink"), system.get_type(f"{CLAIM}To_attributionLink")
    array = system.get_type("uima.cas.FSArray")
    claim.slots = array(elements=[links[0](role="who", target=slot)])
    claim.to_attribution = array(elements=[links[1](role="attribution", target=cas.select(ATTRIBUTION)[0])])
    cas.add(slot)
    cas.add(claim)
    made = _back(cas).claims[-1]
    assert made.id not in {"c1", "c2"}
    assert (made.sentence, made.type, made.text, made.attribution) == ("s1", "state", "It lost.", ("a1",))
    assert [who.exact for who in made.who] == ["it"]
    assert made.certainty[0].value == "Uu"


def test_a_removed_claim_takes_its_references_along(rich: Document) -> None:
    """Nothing points to a claim that an annotator deleted: not a verdict, not a link, not a time."""
    cas = _cas(rich)
    cas.remove(_claim(cas, "c1"))
    back = _back(cas)
    assert [claim.id for claim in back.claims] == ["c2"]
    assert back.verdicts == ()
    assert back.attributions[0].speech_act is None


def test_layers_of_others_are_passed_over(rich: Document) -> None:
    """INCEpTION writes all layers of its project and features of its own: they are left out, the rest is read."""
    root = etree.fromstring(formats.dumps(rich, "xmi"))
    xmi = "{http://www.omg.org/XMI}id"
    other = etree.SubElement(root, "{http:///webanno/custom.ecore}Mood", {xmi: "9001", "sofa": "1", "begin": "0"})
    other.set("end", "4")
    for sentence in root.iter("{*}Sentence"):
        sentence.set("order", "7")
    view = root.find("{*}View")
    assert view is not None
    view.set("members", view.get("members", "") + " 9001")
    assert formats.loads(etree.tostring(root), "xmi") == rich
    data = json.loads(formats.dumps(rich, "cas-json"))
    data["%TYPES"]["x.Mood"] = {"%NAME": "x.Mood", "%SUPER_TYPE": "uima.tcas.Annotation"}
    data["%FEATURE_STRUCTURES"].append({"%ID": 9001, "%TYPE": "x.Mood", "@sofa": 1, "begin": 0, "end": 4})
    data["%VIEWS"]["_InitialView"]["%MEMBERS"].append(9001)
    assert formats.loads(json.dumps(data).encode(), "cas-json") == rich


def test_without_the_claim_file_inside(rich: Document) -> None:
    """A CAS with our layers alone is read for what they hold."""
    cas = _cas(rich)
    cas.remove(cas.select(FILE)[0])
    back = _back(cas)
    assert back.source == Source("cas", rich.source.sha256, rich.source.length, "und", text=rich.source.text)
    assert [sentence.span for sentence in back.sentences] == [sentence.span for sentence in rich.sentences]
    assert back.claims[0].spans == rich.claims[0].spans
    assert back.claims[0].what.predicate.lemma == "lose\n"
    assert back.attributions[0].cue == rich.attributions[0].cue


def test_an_offset_inside_a_character_is_refused(rich: Document) -> None:
    """Cassis would pass on an offset that splits a surrogate pair; here it is an error."""
    root = etree.fromstring(formats.dumps(rich, "xmi"))
    next(iter(root.iter("{*}ClaimWords"))).set("end", "26")
    with pytest.raises(FormatError, match=r"a.xmi: .*splits a character"):
        formats.loads(etree.tostring(root), "xmi", "a.xmi")


def test_another_text_is_refused(rich: Document) -> None:
    """A CAS whose text was changed is not read as the one that was annotated."""
    data = formats.dumps(rich, "xmi").replace(b"in May.&#13;", b"in Mai.&#13;", 1)
    assert b"in Mai." in data
    with pytest.raises(FormatError, match="SHA-256"):
        formats.loads(data, "xmi")


def test_a_document_type_is_refused(rich: Document) -> None:
    """No entity is expanded, whatever it stands for."""
    data = formats.dumps(rich, "xmi")
    evil = re.sub(rb"(<\?xml[^>]*\?>)", rb'\1<!DOCTYPE x [<!ENTITY a "b">]>', data)
    assert evil != data
    with pytest.raises(FormatError, match="DOCTYPE"):
        formats.loads(evil, "xmi")


@pytest.mark.parametrize("name", ["xmi", "cas-json"])
def test_damage_is_an_error(name: str, rich: Document) -> None:
    """Cut short, with an id, an offset or a reference that is none: one error, never a traceback."""
    data = formats.dumps(rich, name)
    for broken in (
        data[: len(data) // 2],
        b"",
        b"<a/>" if name == "xmi" else b"{}",
        data.replace(b'begin="17"', b'begin="x"').replace(b'"begin": 17', b'"begin": "x"'),
        data.replace(b'begin="17"', b'begin="90"').replace(b'"begin": 17', b'"begin": 90'),
        data.replace(b'target="', b'target="9').replace(b'"@target": ', b'"@target": 9'),
        data.replace(b'role="who"', b'role="hue"').replace(b'"role": "who"', b'"role": "hue"'),
        data.replace(b'"event"', b'"e"').replace(b"speech_act", b"happening"),
    ):
        assert broken != data
        with pytest.raises(FormatError):
            formats.loads(broken, name)


def test_a_link_to_another_type_is_an_error(rich: Document) -> None:
    """Cassis follows a link wherever it leads; one that leads from a claim to a sentence is refused."""
    root = etree.fromstring(formats.dumps(rich, "xmi"))
    sentence = next(iter(root.iter("{*}Sentence"))).get("{http://www.omg.org/XMI}id", "")
    next(iter(root.iter("{*}ClaimSlotsLink"))).set("target", sentence)
    with pytest.raises(FormatError, match="does not lead to an annotation of the type"):
        formats.loads(etree.tostring(root), "xmi")


def test_what_cannot_be_written(rich: Document) -> None:
    """No text, offsets behind it, and characters that XML lacks are refused before cassis sees them."""
    silent = attrs.evolve(rich, source=attrs.evolve(rich.source, text=None))
    with pytest.raises(TextError, match="does not carry its text"):
        formats.dumps(silent, "xmi")
    far = attrs.evolve(rich, claims=(attrs.evolve(rich.claims[0], spans=Extent((Span(80, 900),))),))
    with pytest.raises(FormatError, match="c1: leaves the text"):
        formats.dumps(far, "xmi")
    bell = Document(Source("a", digest("a\x07"), 2, "en", text="a\x07"))
    with pytest.raises(TextError, match=r"U\+0007"):
        formats.dumps(bell, "xmi")
    assert formats.loads(formats.dumps(bell, "cas-json"), "cas-json") == bell


def test_the_layer_file_is_the_one_in_the_examples() -> None:
    """examples/inception holds the layers and the type system of this version."""
    assert json.loads((EXAMPLES / "layers.json").read_text("utf-8")) == inception_layers()
    assert (EXAMPLES / "TypeSystem.xml").read_text("utf-8") == type_system().to_xml()


def test_layers_agree_with_the_type_system() -> None:
    """Every layer and feature of the INCEpTION file has its type in the type system, links with role and target."""
    system = type_system()
    for layer in inception_layers():
        type_ = system.get_type(layer["name"])
        for feature in layer["features"]:
            found = type_.get_feature(feature["name"])
            assert found is not None
            if feature["link_mode"] == "WITH_ROLE":
                link = system.get_type(feature["link_type_name"])
                assert found.elementType.name == link.name
                assert link.get_feature("target").rangeType.name == feature["type"]
            else:
                assert found.rangeType.name == feature["type"]
    assert len(inception_layers()) == len(LAYERS)


def test_on_the_command_line(dam_like: Path, tmp_path: Path) -> None:
    """`claims convert` goes to XMI and JSON CAS and back, the ending of the name decides."""
    for target in ("b.xmi", "b.cas.json"):
        assert main(["convert", str(dam_like), str(tmp_path / target)]) == 0
        assert main(["convert", str(tmp_path / target), str(tmp_path / f"{target}.back.json")]) == 0
        assert (tmp_path / f"{target}.back.json").read_bytes() == dam_like.read_bytes()


@pytest.fixture
def dam_like(rich: Document, tmp_path: Path) -> Path:
    """Write the rich document as JSON."""
    formats.write(rich, tmp_path / "rich.json")
    return tmp_path / "rich.json"
