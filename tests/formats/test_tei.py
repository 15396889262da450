"""TEI: how the text stands in it, what is refused, and what happens to damaged files."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args
from xml.dom import minidom
from xml.etree import ElementTree

import attrs
import pytest
from lxml import etree

from claims import formats, model
from claims.errors import FormatError, TextError
from claims.formats.tei import names
from claims.formats.tei.names import CATEGORIES, decode_id, encode_id
from claims.formats.tei.pointers import Places, ranges
from claims.formats.tei.schema import check_tree, schema
from claims.model import Document, Sentence, Source
from claims.schema_files import schema_text
from claims.text import Extent, Span, digest

TEI = "{http://www.tei-c.org/ns/1.0}"
NS = {"t": TEI[1:-1]}


def _document(text: str, *sentences: Sentence) -> Document:
    return Document(Source("a", digest(text), len(text), "en", text=text), sentences=sentences)


def _tree(document: Document) -> etree._Element:
    return etree.fromstring(formats.dumps(document, "tei"))


def _body(*sentences: Sentence, text: str) -> str:
    data = formats.dumps(_document(text, *sentences), "tei").decode()
    return re.search(r"<body.*</body>", data, re.DOTALL)[0]


def test_blocks_own_the_white_space_behind_them() -> None:
    """Blanks before the first sentence and behind each stand in the blocks, nothing between the blocks."""
    text = " \nOne. Two.\r\n\r\nThree.\n"
    body = _body(
        Sentence("s1", Span(2, 6), 0, "headline"),
        Sentence("s2", Span(7, 11), 0, "headline"),
        Sentence("s3", Span(15, 21), 1, "body", by="m1"),
        text=text,
    )
    assert body == (
        '<body xml:space="preserve"><head n="0" ana="#zone.headline"> \n'
        '<s xml:id="s1" source="char:2,6">One.</s> <s xml:id="s2" source="char:7,11">Two.</s>&#13;\n&#13;\n</head>'
        '<p n="1" ana="#zone.body"><s xml:id="s3" source="char:15,21" resp="#m1">Three.</s>\n</p></body>'
    )


def test_headings_stand_only_where_tei_has_them() -> None:
    """A headline is a head at the beginning; later, or with nothing behind it, it is a paragraph."""
    spans = [Span(at, at + 1) for at in range(4)]
    zones = ["headline", "body", "headline", "caption"]
    sentences = [Sentence(f"s{n}", span, n, zone) for n, (span, zone) in enumerate(zip(spans, zones, strict=True))]
    document = _document("abcd", *sentences)
    tags = [etree.QName(block).localname for block in _tree(document).find(f"{TEI}text/{TEI}body")]
    assert tags == ["head", "p", "p", "p"]
    alone = _document("a", Sentence("s", Span(0, 1), 0, "headline"))
    assert [etree.QName(b).localname for b in _tree(alone).find(f"{TEI}text/{TEI}body")] == ["p"]
    for each in (document, alone):
        assert formats.loads(formats.dumps(each, "tei"), "tei") == each


@pytest.mark.parametrize(
    ("char", "name"),
    [
        ("\x00", "U+0000"),
        ("\x08", "U+0008"),
        ("\x0b", "U+000B"),
        ("\x1f", "U+001F"),
        ("\ufffe", "U+FFFE"),
        ("\ud800", "U+D800"),
    ],
)
def test_what_xml_cannot_hold_is_refused(char: str, name: str) -> None:
    """Character and offset are named, in the text and in any other field."""
    with pytest.raises(TextError, match=re.escape(f"/source/text: {name} at offset 2 cannot stand in XML 1.0")):
        formats.dumps(_document(f"ab{char}c"), "tei")
    title = attrs.evolve(_document("ab").source, title=f"x{char}")
    with pytest.raises(TextError, match=re.escape(f"/source/title: {name} at offset 1 cannot stand in XML 1.0")):
        formats.dumps(Document(title), "tei")


@pytest.mark.parametrize("char", ["\t", "\n", "\r", "\x7f", "\x85", "\u2028", "\ufffd", "\ufeff", "\U0010ffff"])
def test_what_xml_can_hold_is_kept(char: str) -> None:
    """Everything else survives, in the text, at its borders and in other fields."""
    text = f"{char}a{char}"
    source = attrs.evolve(_document(text).source, title=text, author=(text,))
    document = Document(source, sentences=(Sentence("s", Span(0, 3), 0, "body"),))
    assert formats.loads(formats.dumps(document, "tei"), "tei") == document


def test_a_document_without_text_is_refused(rich: Document) -> None:
    """TEI is built on the text: a claim file that carries none stays JSON."""
    source = attrs.evolve(rich.source, text=None)
    with pytest.raises(TextError, match="/source/text: the document does not carry its text"):
        formats.dumps(attrs.evolve(rich, source=source), "tei")


def _broken(rich: Document) -> dict[str, Document]:
    claim = rich.claims[0]
    who = attrs.evolve(claim.who[0], exact="The harbour")
    relation = model.Relation("cause", exact="nowhere")
    return {
        "SHA-256": attrs.evolve(rich, source=attrs.evolve(rich.source, sha256="0")),
        "length": attrs.evolve(rich, source=attrs.evolve(rich.source, length=3)),
        "language": attrs.evolve(rich, source=attrs.evolve(rich.source, language="en_US")),
        "c1: 'The harbour' is not what stands": attrs.evolve(rich, claims=(attrs.evolve(claim, who=(who,)),)),
        "c1: 'nowhere' has no place": attrs.evolve(rich, claims=(attrs.evolve(claim, relations=(relation,)),)),
        "outside the text": attrs.evolve(rich, claims=(attrs.evolve(claim, spans=Extent.of((5, 999))),)),
        "c1: this id stands twice": attrs.evolve(rich, claims=(claim, claim)),
        "s1: overlaps": attrs.evolve(rich, sentences=rich.sentences[::-1]),
        "between 0 and 1": attrs.evolve(rich, claims=(attrs.evolve(claim, confidence=1.5),)),
        "'loud' is no quote": attrs.evolve(rich, attributions=(attrs.evolve(rich.attributions[0], quote="loud"),)),
    }


@pytest.mark.parametrize("number", range(10))
def test_what_contradicts_itself_is_refused(number: int, rich: Document) -> None:
    """A document that could not be read back equal is not written, and the message says where."""
    expected, document = list(_broken(rich).items())[number]
    with pytest.raises(FormatError, match=re.escape(expected)):
        formats.dumps(document, "tei")


# Damage


def _pretty_lxml(data: bytes) -> bytes:
    root = etree.fromstring(data, etree.XMLParser(remove_blank_text=True))
    return etree.tostring(root, pretty_print=True)


def _pretty_et(data: bytes) -> bytes:
    root = ElementTree.fromstring(data)
    ElementTree.indent(root)
    return ElementTree.tostring(root)


def _pretty_minidom(data: bytes) -> bytes:
    return minidom.parseString(data).toprettyxml(encoding="utf-8")


@pytest.mark.parametrize("pretty", [_pretty_lxml, _pretty_et, _pretty_minidom])
def test_a_pretty_printed_file_is_found_out(pretty: object) -> None:
    """A program that re-indents changes the text: the file is refused, with the place and the reason."""
    text = "One.\n\nTwo. Three.\n"
    spans = [Span(0, 4), Span(6, 10), Span(11, 17)]
    sentences = [Sentence(f"s{n}", span, min(n, 1), "body") for n, span in enumerate(spans)]
    data = pretty(formats.dumps(_document(text, *sentences), "tei"))
    with pytest.raises(FormatError, match=r"a\.xml: line \d+, .*SHA-256 differs.*(white space|characters)"):
        formats.loads(data, "tei", "a.xml")


def test_a_changed_word_is_found_out(rich: Document) -> None:
    """A word changed in the text is found by the digest, and the sentence is named if its length shows it."""
    data = formats.dumps(rich, "tei").decode()
    longer = data.replace(">The port said", ">The harbour said")
    with pytest.raises(FormatError, match=r'<s xml:id="s1">: .*has 46 characters, not 43'):
        formats.loads(longer.encode(), "tei")
    with pytest.raises(FormatError, match="its words were changed"):
        formats.loads(data.replace(">The port said", ">The fort said").encode(), "tei")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('source="char:3,46"', 'source="char:4,46"', '<s xml:id="s1">: @source does not say'),
        ('source="char:3,46"', 'source="s1"', '<s xml:id="s1">: s1 is no pointer'),
        ("#string-range(s1,0,8)", "#string-range(s9,0,8)", "points to no sentence"),
        ("#string-range(s1,0,8)", "#string-range(s1,40,8)", "leaves its sentence, which has 43 characters"),
        ("#string-range(s1,0,8)", "#string-range(s1,0)", "offset without a length"),
        ("#string-range(s1,0,8)", "#string-range(s1,0,8", "no pointer to words"),
        ("#string-range(s1,0,8)", "char:3,9999", "outside the text"),
        ("#string-range(s1,0,8)", f"char:3,{'9' * 30}", "no pointer to words"),
        ('active="#a1"', 'active="a1"', "no pointer to an element"),
        ('passive="#a1"', 'passive="#nobody"', "'nobody' is the id of no attribution"),
        ('<relation name="temporal" active="#c1"', '<relation name="temporal" active="#nobody"', "id of no claim"),
        ('corresp="#s1"', 'corresp="s1"', "no pointer"),
        ('n="0"', f'n="{"9" * 30}"', "no offset or number"),
        ('xml:id="s2"', 'xml:id="s1"', "ID s1 already defined"),
        ('xml:id="a2"', 'xml:id="_x110000_"', "is no character"),
        ('type="claims/1.0"', 'type="claims/2.0"', "version claims/2.0 is not known"),
        ('type="claims/1.0"', "", "not a claim file"),
        ("<title>", "<titel>", "not well-formed"),
        ("<desc>", '<desc rend="bold">', "not valid against claims-tei.rng"),
    ],
)
def test_wrong_places_are_refused(old: str, new: str, message: str, rich: Document) -> None:
    """What a schema cannot see is refused with the element concerned, what it sees with the line."""
    data = formats.dumps(rich, "tei").decode()
    assert old in data
    with pytest.raises(FormatError, match=re.escape(message)) as caught:
        formats.loads(data.replace(old, new, 1).encode(), "tei", "a.xml")
    assert str(caught.value).startswith("a.xml: ")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("#role.unresolved", "#role.nothing", '<spanGrp xml:id="c1">: not valid'),
        ("#role.cue", "#role.who", '<spanGrp xml:id="a1">: not valid'),
        ('subtype="SET"', 'subtype="DAY"', '<spanGrp xml:id="t2">: not valid'),
        ('name="temporal"', 'name="tempo"', "<relation>: not valid"),
        ("#verdict.refuted #slot.when", "#slot.when #verdict.refuted", '<annotation xml:id="v1">: not valid'),
    ],
)
def test_the_part_that_is_not_valid_is_named(old: str, new: str, message: str, rich: Document) -> None:
    """The line and the id of the claim, link, time, relation or verdict are told, not just "something"."""
    data = formats.dumps(rich, "tei").decode()
    line = data[: data.index(old)].count("\n") + 1
    with pytest.raises(FormatError, match=message) as caught:
        formats.loads(data.replace(old, new, 1).encode(), "tei")
    told = int(re.search(r"line (\d+)", str(caught.value))[1])
    assert data.splitlines()[told - 1].startswith("<")
    assert told <= line


def test_other_xml_is_refused(tmp_path: Path) -> None:
    """TEI that is no claim file, and XML that is no TEI, are refused by name."""
    with pytest.raises(FormatError, match="not a TEI file"):
        formats.loads(b"<a/>", "tei")
    with pytest.raises(FormatError, match="TEI/@type"):
        formats.loads(b'<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', "tei")


# Ids, pointers, categories


@pytest.mark.parametrize(
    "name",
    ["c1", "", "1", "a b", "role.who", "published", "zone.", "_x41_", "_x_", "é", "😀", "-", "a:b", "\ud800", "roles"],
)
def test_ids_come_back(name: str) -> None:
    """Any id becomes an NCName of its own that is none of ours, and comes back."""
    made = encode_id(name)
    assert re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.-]*", made)
    assert made not in {*names.category_ids().values(), "published", *(f"{taxonomy}." for taxonomy in CATEGORIES)}
    assert decode_id(made) == name


def test_plain_ids_stay_as_they_are() -> None:
    """The ids that annotation gives need no escapes."""
    assert [encode_id(name) for name in ("s27", "c1", "m1", "role", "s1.2")] == ["s27", "c1", "m1", "role", "s1.2"]


def test_offsets_are_relative_to_the_sentence() -> None:
    """Ranges in one sentence share a pointer; what crosses a border is counted in the text."""
    sentences = [Sentence("s1", Span(2, 10), 0, "body"), Sentence("s2", Span(10, 20), 0, "body")]
    places = Places.of(25, sentences)
    cases = {
        "#string-range(s1,1,2)": Extent.of((3, 5)),
        "#string-range(s1,0,1,1,2) #string-range(s2,0,10)": Extent.of((2, 3), (3, 5), (10, 20)),
        "char:0,1 char:9,11 #string-range(s2,2,1)": Extent.of((0, 1), (9, 11), (12, 13)),
        "char:20,21 char:22,25": Extent.of((20, 21), (22, 25)),
        "": Extent(),
    }
    spans = {sentence.id: sentence.span for sentence in sentences}
    for pointers, extent in cases.items():
        assert places.extent(extent) == pointers
        assert list(ranges(pointers, spans)) == [[span.start, span.end] for span in extent]
    assert places.point(10) == "#string-range(s2,0,0)"
    assert places.point(20) == "#string-range(s2,10,0)"
    assert places.point(25) == "char:25,25"


def test_every_value_of_the_model_has_a_category() -> None:
    """The header declares what the model can say, and no more."""
    for taxonomy, kind in {
        "zone": model.Zone,
        "kind": model.Kind,
        "polarity": model.Polarity,
        "tense": model.Tense,
        "certainty": model.Factuality,
        "relation": model.TimeRelation,
        "quote": model.QuoteType,
        "source": model.SourceType,
        "cue": model.CueType,
        "edit": model.EditOp,
        "verdict": model.Rating,
    }.items():
        assert set(CATEGORIES[taxonomy]) == set(get_args(kind)), taxonomy
    assert set(get_args(model.Role)) < set(CATEGORIES["role"])


def test_the_schema_knows_every_value_of_the_model() -> None:
    """Types of claims, times and relations that stand in attributes are those of the model."""
    values = set(re.findall(r"<value>([^<]*)</value>", schema_text("claims-tei.rng")))
    for kind in (model.ClaimType, model.TimexType, model.RelationType, model.Stance):
        assert set(get_args(kind)) <= values
    assert {f"#{id_}" for (taxonomy, _), id_ in names.category_ids().items() if taxonomy != "role"} <= values


def test_every_pointer_of_the_header_leads_somewhere(rich: Document) -> None:
    """Each @ana points to a category that the header declares."""
    root = _tree(rich)
    declared = {f"#{id_}" for id_ in root.xpath("//t:category/@xml:id", namespaces=NS)}
    used = {pointer for ana in root.xpath("//@ana") for pointer in ana.split()}
    assert used <= declared


def test_dates_for_other_tools(rich: Document) -> None:
    """Values that TEI can say stand in its own attributes too; others only as text."""
    root = _tree(rich)
    dates = {date.text: dict(date.attrib) for date in root.xpath("//t:spanGrp//t:date", namespaces=NS)}
    assert dates["2020-05"] == {"type": "EDTF", "when": "2020-05"}
    assert dates["2020-05/.."] == {"type": "EDTF", "notBefore": "2020-05"}
    assert root.find(f".//{TEI}bibl/{TEI}date").attrib["when"] == "2020-12-20"


def test_provenance(rich: Document) -> None:
    """Software with a version that TEI allows is an application; everybody who made something is named."""
    root = _tree(rich)
    assert root.xpath("//t:application/@corresp", namespaces=NS) == ["#m1"]
    assert root.xpath("//t:change/@who", namespaces=NS) == ["#m1", "#p_x20_1", "#m2"]
    assert root.xpath("//t:respStmt/@xml:id", namespaces=NS) == ["m1", "p_x20_1", "m2"]


def test_a_scale_keeps_its_own_ratings(rich: Document) -> None:
    """A rating of a declared scale carries the base rating it means, for readers who know only those."""
    annotation = _tree(rich).xpath("//t:annotation[@xml:id='v2']", namespaces=NS)[0]
    assert annotation.get("ana") == "#verdict.refuted"
    assert annotation[0].text == "pants"


def test_written_files_are_valid(rich: Document) -> None:
    """The strict schema accepts what is written, with nothing in it and with everything."""
    for document in (rich, _document(""), _document(" \n")):
        check_tree(_tree(document))
    assert schema() is schema()
