"""XML from strangers: refused in bounded time and memory, and nothing outside the file is read."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest
from lxml import etree
from test_tei_all import CHANGES

from claims import formats
from claims.errors import FormatError
from claims.formats import _xml
from claims.model import Document, Sentence, Source
from claims.text import Span, digest

TEI = b'<TEI xmlns="http://www.tei-c.org/ns/1.0" type="claims/1.0">'
SECONDS = 2.0
KILOBYTES = 150_000


@contextmanager
def _bounded() -> Iterator[None]:
    """Fail if the block takes long or much memory."""
    start, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    assert time.process_time() - start < SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < KILOBYTES


def _laughs(where: str) -> bytes:
    entities = ['<!ENTITY a0 "ha">']
    entities += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)]
    head = f"<!DOCTYPE TEI [{''.join(entities)}]>"
    bodies = {"text": "<TEI>&a11;</TEI>", "attribute": '<TEI type="&a11;"/>'}
    return (head + bodies[where]).encode()


HOSTILE = {
    "laughs in text": _laughs("text"),
    "laughs in an attribute": _laughs("attribute"),
    "one long entity many times": b'<!DOCTYPE a [<!ENTITY x "' + b"y" * 50_000 + b'">]><a>' + b"&x;" * 50_000 + b"</a>",
    "an entity of its own": b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
    "an external DTD": b'<!DOCTYPE a SYSTEM "http://localhost:1/a.dtd"><a/>',
    "an external parameter entity": b'<!DOCTYPE a [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]><a/>',
    "an empty DOCTYPE": b"<!DOCTYPE TEI>" + TEI + b"</TEI>",
    "deep nesting": TEI + b"<p>" * 100_000,
    "deep and closed": TEI + b"<p>" * 100_000 + b"</p>" * 100_000 + b"</TEI>",
    "a huge attribute": b'<TEI type="' + b"x" * 11_000_000 + b'"/>',
    "a huge text": TEI + b"x" * 11_000_000 + b"</TEI>",
    "a huge comment": TEI + b"<!--" + b"x" * 11_000_000 + b"--></TEI>",
    "many attributes": b"<TEI " + b" ".join(b'a%d=""' % n for n in range(100_000)) + b"/>",
    "cut off": TEI + b"<teiHeader>",
    "nothing": b"",
    "no XML": b"\x00\x01\x02",
    "a wrong encoding": b'<?xml version="1.0" encoding="x-none"?><TEI/>',
    "bad bytes": TEI + b"\xff\xfe</TEI>",
    "an illegal reference": TEI + b"&#0;</TEI>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused(name: str) -> None:
    """Each is a FormatError that names the file, soon and without much memory."""
    with _bounded(), pytest.raises(FormatError) as caught:
        formats.loads(HOSTILE[name], "tei", "a.xml")
    assert str(caught.value).startswith("a.xml: ")
    assert len(str(caught.value)) < 400


def test_an_external_entity_is_not_read(tmp_path: Path) -> None:
    """The file that an entity names is neither opened nor quoted."""
    (tmp_path / "secret").write_text("hidden treasure")
    data = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">]><a>&x;</a>'.encode()
    with pytest.raises(FormatError, match="DOCTYPE") as caught:
        formats.loads(data, "tei")
    assert "treasure" not in str(caught.value)


def test_changed_files_are_read_or_refused(rich: Document) -> None:
    """Whatever one changes in a file, the outcome is a document or an error of ours."""
    random, data = Random(7), formats.dumps(rich, "tei")
    outcomes = {True: 0, False: 0}
    for number in range(400):
        root = etree.fromstring(data)
        CHANGES[sorted(CHANGES)[number % len(CHANGES)]](root, random)
        try:
            formats.loads(etree.tostring(root), "tei")
            outcomes[True] += 1
        except FormatError:
            outcomes[False] += 1
    assert min(outcomes.values()) > 30


def test_nothing_is_included(tmp_path: Path, rich: Document) -> None:
    """XInclude is not carried out; it is an element like any other that does not belong."""
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>'
    data = formats.dumps(rich, "tei").decode().replace("<revisionDesc>", f"{include}<revisionDesc>")
    with pytest.raises(FormatError, match="not valid"):
        formats.loads(data.encode(), "tei")


def test_size_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """More bytes than any claim file has are not even parsed."""
    monkeypatch.setattr(_xml, "MAX_BYTES", 10)
    with pytest.raises(FormatError, match="MB of XML"):
        formats.loads(b"<TEI>......</TEI>", "tei")


def test_comments_and_instructions_change_nothing(rich: Document) -> None:
    """What XML lets pass between the words is left out, also in the middle of the text."""
    data = formats.dumps(rich, "tei").decode()
    data = data.replace(">The port", "><!-- x -->The <?x y?>port", 1).replace("<fileDesc>", "<!-- x --><fileDesc>")
    assert formats.loads(data.encode(), "tei") == rich


def test_too_many_parts_are_refused(rich: Document) -> None:
    """What would take the validator quadratic time is refused before it begins."""
    data = formats.dumps(rich, "tei").decode()
    many = '<span ana="#role.where" target="char:0,1"/>' * 20_001
    with _bounded(), pytest.raises(FormatError, match='<spanGrp xml:id="c2">: more than 20000 parts'):
        formats.loads(data.replace("</spanGrp>\n<listRelation>", f"{many}</spanGrp>\n<listRelation>").encode(), "tei")


def test_long_lists_take_little_time(rich: Document) -> None:
    """Many pointers in one attribute, relations, or sentences in one paragraph: seconds at most."""
    count = 50_000
    data = formats.dumps(rich, "tei").decode()
    pointers = data.replace('passive="#a1 #a2"', f'passive="#a1 #a2{" #a1" * count}"')
    relations = data.replace("</listRelation>", '<relation name="purpose" active="#c1"/>' * count + "</listRelation>")
    for long in (pointers, relations):
        assert long != data
        with _bounded():
            formats.loads(long.encode(), "tei")
    text = "Yes. " * count
    spans = (Sentence(f"s{n}", Span(5 * n, 5 * n + 4), 0, "body", no_claim="") for n in range(count))
    document = Document(Source("a", digest(text), len(text), "en", text=text), sentences=spans)
    start = time.process_time()
    assert formats.loads(formats.dumps(document, "tei"), "tei") == document
    assert time.process_time() - start < 20


def test_validation_time_is_linear(rich: Document) -> None:
    """Repeating what the schema leaves open costs in proportion, not in powers."""
    data = formats.dumps(rich, "tei").decode()
    slot = '<span ana="#role.where" target="char:0,1"/>'
    times = []
    for count in (2_000, 8_000):
        bad = data.replace(slot, "").replace(
            "</spanGrp>\n<listRelation>", f"{slot * count}<p/></spanGrp>\n<listRelation>"
        )
        assert bad != data
        start = time.process_time()
        with pytest.raises(FormatError, match="not valid"):
            formats.loads(bad.encode(), "tei")
        times.append(time.process_time() - start)
    assert times[1] < 10 * times[0] + 0.2
