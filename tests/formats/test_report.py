"""The report without a browser: whole, honest, harmless."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from large_document import large_document
from lxml import html
from strategies import documents, texts

from claims.codec import from_dict, to_dict
from claims.errors import UsageError
from claims.formats import FORMATS, by_ending, dumps, loads
from claims.formats.report import write
from claims.formats.report.contents import Contents
from claims.model import Document, Scale, ScaleRating, Verdict
from claims.pages import RATINGS, clean
from claims.scales import RETRACTION, SCALES

HOSTILE = "</style></script><script>alert(1)</script><img src=x onerror=alert(1)>\" onclick='alert(1)' \u202e\x00"


def read(document: Document) -> Any:
    """Return the page as a browser would read it."""
    return html.document_fromstring(write(document))


def squeezed(text: str) -> str:
    """Return a text without white space and carriage returns."""
    return re.sub(r"[\s␍]+", "", text)


def shown_text(page: Any) -> str:
    """Return the words of the article on the page, without the numbers of sentences."""
    for reference in page.xpath("//*[contains(@class, 'text')]//a[@class='ref']"):
        reference.drop_tree()
    return "".join(part.text_content() for part in page.xpath("//p[starts-with(@class, 'text')]"))


def changed(data: Any, change: Callable[[str], str]) -> Any:
    """Return plain data with every free string changed; ids, codes and keys stay."""
    if isinstance(data, dict):
        return {key: value if key in CODES else changed(value, change) for key, value in data.items()}
    if isinstance(data, list):
        return [changed(item, change) for item in data]
    return change(data) if isinstance(data, str) else data


CODES = "format sha256 type kind zone polarity tense certainty role relation op stance rating means quote".split()
CODES += "id sentence parent entity claim speech_act attribution supersedes scale slot duplicate_of time target".split()


def test_it_is_a_format(rich: Document) -> None:
    """Files that end in .html are reports; they can be written, not read."""
    assert by_ending("a.html") == FORMATS["report"]
    with pytest.raises(UsageError, match="can be written but not read"):
        loads(dumps(rich, "report"), "report")


@pytest.mark.property
@settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(documents())
def test_nothing_is_lost(document: Document) -> None:
    """Any document, valid or not, gives a page with all its words once, all its claims, the same bytes each time."""
    page = read(document)
    assert write(document) == write(document)
    wordings = [part.text_content() for part in page.xpath("//li[contains(@class, 'claim')]//span[@class='wording']")]
    assert sorted(wordings) == sorted(clean(claim.text) for claim in document.claims)
    assert squeezed(shown_text(page)) == squeezed(clean(document.source.text or ""))


@pytest.mark.property
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts)
def test_words_outside_sentences(text: str) -> None:
    """A text without sentences is shown all the same."""
    data = to_dict(large_document(1))
    source = {**data["source"], "text": text, "length": len(text)}
    document = from_dict({"format": "claims/1.0", "source": source})
    assert squeezed(shown_text(read(document))) == squeezed(clean(text))


def test_links_lead_somewhere() -> None:
    """Every link inside the page has its target; ids are unique; links lead from sentence to claims and back."""
    page = read(large_document(60))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {href[1:] for href in page.xpath("//a/@href") if href.startswith("#")}
    assert targets <= set(ids)
    assert {"s-0", "n-0", "c-2", "a-0"} <= targets
    assert page.xpath("//a[@class='ref' and @href='#n-0']/ancestor::*[@id='s-0']")
    assert page.xpath("//*[@id='n-0']//a[@class='back' and @href='#s-0']")


def test_marks_are_claims() -> None:
    """The words marked as a claim's are the words of its extent."""
    document = large_document(30)
    page = read(document)
    for number, claim in enumerate(document.claims):
        marked = "".join(part.text_content() for part in page.xpath(f"//span[@data-c='{number}']"))
        assert squeezed(marked) == squeezed("".join(span.slice(document.source.text or "") for span in claim.spans))


def test_hostile_strings() -> None:
    """With markup in every string the page has the same elements as without, and the same single script."""
    data = to_dict(large_document(12))
    benign, hostile = (read(from_dict(changed(data, change))) for change in (lambda s: f"x{s}", lambda s: HOSTILE + s))
    assert [part.tag for part in hostile.iter()] == [part.tag for part in benign.iter()]
    assert len(hostile.xpath("//script")) == 1
    assert not [name for part in hostile.iter() for name in part.attrib if name.startswith("on") or name == "style"]
    assert {href[:8] for href in hostile.xpath("//@href") if not href.startswith("#")} == set()
    assert "alert(1)" in hostile.xpath("string(//h1)")


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "file:///etc/passwd"]
)
def test_hostile_addresses(url: str, rich: Document) -> None:
    """An address that is none of the web's is shown, never linked."""
    evidence = attrs.evolve(rich.verdicts[0].evidence[0], url=url)
    verdict = attrs.evolve(rich.verdicts[0], evidence=(evidence,))
    page = read(attrs.evolve(rich, verdicts=(verdict,), source=attrs.evolve(rich.source, url=url)))
    assert url in page.text_content()
    assert not [href for href in page.xpath("//@href") if not re.match("#|https?://", href)]


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        ([], ""),
        ([("v1", "refuted", None, None)], "refuted"),
        ([("v1", "refuted", None, None), ("v2", "supported", None, "v1")], "supported"),
        ([("v1", "refuted", None, None), ("v2", "supported", None, None)], "conflicting"),
        ([("v1", "refuted", "when", None)], "refuted"),
        ([("v1", "refuted", "when", None), ("v2", "supported", None, None)], "supported"),
        ([("v1", "no such rating", None, None)], ""),
    ],
)
def test_ratings(verdicts: list[tuple[str, str, Any, str | None]], expected: str) -> None:
    """The verdicts that stand decide, those on the whole claim before those on a slot; if they differ, it shows."""
    document = large_document(1)
    claim = document.claims[1]
    made = [Verdict(id, claim.id, rating, None, slot, supersedes=old) for id, rating, slot, old in verdicts]
    contents = Contents.of(attrs.evolve(document, verdicts=made))
    assert contents.rating(claim) == expected


def test_declared_scale() -> None:
    """A step of a declared scale counts as what it means and shows its label; a verdict taken back does not count."""
    document = large_document(1)
    claim = document.claims[0].id
    scale = Scale("t", "Truth", (ScaleRating("5", "supported", "True as gold"),))
    document = attrs.evolve(document, scales=(scale, SCALES[RETRACTION]), verdicts=(Verdict("v1", claim, "5", "t"),))
    page = read(document)
    assert page.xpath("string(//li[@id='c-0']/@data-rating)") == "supported"
    assert "True as gold (Truth)" in page.xpath("string(//li[@id='c-0'])")
    back = Verdict("v2", claim, "retracted", RETRACTION, supersedes="v1")
    again = read(attrs.evolve(document, verdicts=(*document.verdicts, back)))
    assert again.xpath("string(//li[@id='c-0']/@data-rating)") == "none"
    assert "replaced or taken back" in again.xpath("string(//li[@id='c-0'])")


def test_what_the_filter_sees() -> None:
    """Each claim carries its rating, kind and voices; the choices are those that occur."""
    document = large_document(40)
    page = read(document)
    values = page.xpath("//select[@id='f-voice']/option/@value")
    voices = {number for item in page.xpath("//li/@data-voices") for number in item.split()}
    assert voices == set(values) - {""}
    assert page.xpath("//input[@name='kind']/@value") == ["fact", "opinion", "prediction"]
    assert set(page.xpath("//input[@name='rating']/@value")) == set(page.xpath("//li/@data-rating"))
    assert set(page.xpath("//input[@name='rating']/@value")) == {name or "none" for name in RATINGS}
    assert page.xpath("//search[@hidden]")


def test_tree_of_voices(rich: Document) -> None:
    """An attribution stands inside the one that encloses it, with the claims it vouches for under it."""
    page = read(rich)
    assert page.xpath("//span[@id='a-1']/ancestor::li/span/@id") == ["a-0", "a-1"]
    document = large_document(9)
    page = read(document)
    leaves = page.xpath("//section[@id='voices']//li[@class='leaf']/a/@href")
    assert sorted(leaves) == sorted(f"#c-{n}" for n, claim in enumerate(document.claims) if claim.attribution)


def test_chains_without_end(rich: Document) -> None:
    """Attributions that enclose each other in a circle, or two thousand deep, still give a page."""
    one, two = rich.attributions
    circle = attrs.evolve(rich, attributions=(attrs.evolve(one, parent="a2"), two))
    assert len(read(circle).xpath("//section[@id='voices']//span[starts-with(@id, 'a-')]")) == 2
    deep = [attrs.evolve(two, id=f"a{n}", parent=f"a{n - 1}" if n else None) for n in range(2000)]
    assert write(attrs.evolve(rich, attributions=deep)).count(b'id="a-') == 2000


def test_without_text(rich: Document) -> None:
    """A file without its text gives a page that says so and has all claims."""
    page = read(attrs.evolve(rich, source=attrs.evolve(rich.source, text=None)))
    assert "the text is not in the file" in page.text_content()
    assert len(page.xpath("//li[@class='claim']")) == len(rich.claims)


def test_claims_of_no_sentence(rich: Document) -> None:
    """A claim whose sentence is not in the file is shown at the end."""
    page = read(attrs.evolve(rich, sentences=()))
    assert len(page.xpath("//li[@class='claim']")) == len(rich.claims)


def test_nothing_is_loaded(rich: Document) -> None:
    """Style sheet and script ask for nothing outside the page."""
    text = write(rich).decode()
    assert not re.search(r"url\(|@import|fetch\(|XMLHttp|import\(|innerHTML|\beval\b|WebSocket", text)
