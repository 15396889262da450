"""docs/tei.md shows what is really written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claims import formats
from claims.formats.tei.names import CATEGORIES
from claims.model import (
    Annotator,
    Argument,
    Attribution,
    Certainty,
    Claim,
    Content,
    Cue,
    Document,
    Edit,
    Entity,
    Mention,
    Predicate,
    Sentence,
    Source,
    Time,
    VoiceSource,
    What,
    When,
)
from claims.schema_files import schema_text
from claims.text import Extent, Span, digest

PAGE = (Path(__file__).parents[2] / "docs/tei.md").read_text("utf-8")
TEXT = "Crane firm\n\nThe port said on Monday it had lost two cranes.\n"


def _words(start: int, end: int) -> dict[str, object]:
    return {"spans": Extent.of((start, end)), "exact": TEXT[start:end]}


@pytest.fixture(scope="module")
def written() -> str:
    """Write the document of the page."""
    claim = Claim(
        "c2",
        "s2",
        Extent.of((36, 58)),
        "The port had lost two cranes.",
        "event",
        "fact",
        (Mention(**_words(36, 38), entity="e1"),),
        What(Predicate(**_words(39, 47), lemma="lose", head=Span(43, 47)), (Argument("object", **_words(48, 58)),)),
        (When(**_words(26, 35), time="t1", relation="before", edtf="../2020-12-14"),),
        attribution=("a1",),
        certainty=(Certainty("author", "Uu"), Certainty("a1", "CT+")),
        tense="past",
        edits=(Edit("replace", "The port", Span(36, 38), antecedents=(Span(12, 20),), reason="pronoun"),),
        rule="verbs",
        confidence=0.87,
        by="m1",
    )
    document = Document(
        Source("cranes", digest(TEXT), len(TEXT), "en", published="2020-12-20", text=TEXT),
        (Annotator("m1", "software", "claims", "0.1.0"),),
        (
            Sentence("s1", Span(0, 10), 0, "headline", no_claim="fragment", by="m1"),
            Sentence("s2", Span(12, 59), 1, "body", by="m1"),
        ),
        (Entity("e1", "the port", "organisation", (Extent.of((12, 20)), Extent.of((36, 38)))),),
        (Time("t1", **_words(29, 35), type="DATE", value="2020-12-14", anchor="published", edtf="2020-12-14"),),
        (
            Attribution(
                "a1",
                "s2",
                None,
                VoiceSource("collective", **_words(12, 20), entity="e1"),
                Cue(**_words(21, 25), lemma="say", type="say"),
                Content(**_words(36, 58)),
                "indirect",
            ),
        ),
        (claim,),
    )
    assert formats.loads(formats.dumps(document, "tei"), "tei") == document
    return formats.dumps(document, "tei").decode()


def test_the_examples_are_written_so(written: str) -> None:
    """Every block of XML on the page stands in the file that its document makes."""
    blocks = re.findall(r"```xml\n(.*?)\n```", PAGE, re.DOTALL)
    assert len(blocks) == 2
    for block in blocks:
        assert block in written


def test_the_page_names_every_element() -> None:
    """Each element of the schema that carries something of the claim file is explained."""
    elements = set(re.findall(r'<element name="([^"]+)"', schema_text("claims-tei.rng")))
    frame = {"TEI", "teiHeader", "fileDesc", "titleStmt", "publicationStmt", "encodingDesc", "profileDesc", "langUsage"}
    frame |= {"appInfo", "listPrefixDef", "classDecl", "catDesc", "change", "label", "resp", "standOff"}
    # Parts of bibl, which are what their names say.
    frame |= {"author", "publisher"}
    frame |= {"objectIdentifier", "listRelation", "listAnnotation"}
    named = set(re.findall(r"[A-Za-z]+", " ".join(re.findall(r"`[^`]+`|<[^>]+>", PAGE.replace("```", "")))))
    assert elements - frame - named == set()


def test_the_page_names_every_taxonomy() -> None:
    """The categories that pointers lead to are listed."""
    assert [name for name in CATEGORIES if f"`{name}`" not in PAGE] == []
