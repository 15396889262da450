"""A document that uses every field of the model."""

from __future__ import annotations

import pytest

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
    Evidence,
    Mention,
    Model,
    Predicate,
    Quotation,
    Relation,
    Scale,
    ScaleRating,
    Sentence,
    Source,
    Time,
    Unresolved,
    Verdict,
    VoiceSource,
    Waiver,
    What,
    When,
)
from claims.text import Extent, Span, digest

#: Byte order mark, blanks before and between, CRLF, an astral character, a combining mark, Hebrew.
TEXT = "\ufeff  The port said it lost 😀 two cranes in May.\r\n\r\n  Cafe\u0301 owners doubt that; שלום.\n\n end "


def words(*ranges: tuple[int, int]) -> dict[str, object]:
    """Return extent and exact text."""
    extent = Extent.of(*ranges)
    return {"spans": extent, "exact": extent.exact(TEXT)}


SENTENCES = (Span(3, 46), Span(52, 84))
PORT = words((3, 11))
SAID = words((12, 16))
LOST = words((17, 24), (27, 37))
MAY = words((41, 44))


def rich_document() -> Document:
    """Build it; whether it makes sense is not a format's business."""
    return Document(
        Source(
            "port 1",
            digest(TEXT),
            len(TEXT),
            "en",
            title="Cranes & <cranes>",
            author=("A. Writer", " B "),
            publisher="The Daily",
            url="https://example.org/a b",
            published="2020-12-20",
            text=TEXT,
            path="texts/port.txt",
        ),
        (
            Annotator("m1", "software", "claims", "0.1.0", Model("en_core_web_md", "3.7.1", "ab12")),
            Annotator("p 1", "person", "Jo Reader"),
            Annotator("m2", "software", "own tool", "dev", Model("m", "1")),
        ),
        (
            Sentence("s1", SENTENCES[0], 0, "headline", by="m1"),
            Sentence("s2", SENTENCES[1], 1, "body", duplicate_of="s1", no_claim="credit\n ", by="p 1"),
        ),
        (
            Entity(
                "e1",
                "the port",
                "organisation",
                (Extent.of((3, 11)), Extent.of((12, 16), (54, 58))),
                ("https://q/1",),
                "m1",
            ),
            Entity("e2", "cranes", "THING 2", (Extent(), Extent.of((47, 49)))),
            Entity("e3", "a café", "place"),
            Entity("role.who", "an owner", "person"),
            Entity("e4", "port owners", "group"),
        ),
        (
            Time("t1", **MAY, type="DATE", value="2020-05", anchor="published", edtf="2020-05", reason="", by="m1"),
            Time("t2", Extent(), "", "SET", None, "MID", "t1", None, "cannot be resolved", None, "published", "t1"),
            Time("t3", **MAY, type="DURATION", value="P1M", begin_point="2020-05", end_point="2020-05-31"),
        ),
        (
            Attribution(
                "a1",
                "s1",
                None,
                VoiceSource("collective", **PORT, entity="e1"),
                Cue(**SAID, lemma="say", type="say"),
                Content(**LOST),
                "indirect",
                True,
                "c1",
                "m1",
            ),
            Attribution("a2", "s2", "a1", VoiceSource("implicit"), None, Content(Extent(), ""), "mixed"),
        ),
        (_claim(), Claim("c2", "s2", Extent(), "", "event", "opinion", (), What(Predicate(Extent(), "", "")))),
        (Scale("sc", "Truth & Co", (ScaleRating("pants", "refuted", "Pants!"), ScaleRating("true", "supported"))),),
        (
            Verdict("v1", "c1", "refuted", None, "when", "It was June.", _evidence(), "p 1", "2021-01-01", "v0"),
            Verdict("v2", "c1", "pants", "sc"),
            Verdict("v3", "c1", "weird"),
            Verdict("v4", "c1", "refuted", "unknown", "who"),
        ),
        waivers=(Waiver("x1", "W502", "it stands so & so", "c1", "p 1"), Waiver("x2", "C601", "")),
    )


def _claim() -> Claim:
    return Claim(
        "c1",
        "s1",
        Extent.of((17, 24), (27, 45)),
        "The port lost two cranes in May.",
        "speech_act",
        "prediction",
        (Mention(**PORT, entity="e1"), Mention(**SAID)),
        What(
            Predicate(**LOST, lemma="lose\n", head=Span(20, 24)),
            (Argument("object", **LOST, entity="nobody"), Argument("agent", Extent(), "")),
        ),
        (When(**MAY, time="t1", relation="after", target="c2", edtf="2020-05/.."), When(**MAY)),
        (Mention(**PORT, entity="e2"),),
        ("a1", "a2"),
        "-",
        (Certainty("author", "Uu"), Certainty("a1", "CT+")),
        "future_in_past",
        (
            Relation("temporal", "c2", value="after"),
            Relation("condition", "c2", **LOST),
            Relation("cause", spans=Extent.of((3, 6))),
            Relation("purpose", spans=Extent(), exact=""),
            Relation("concession"),
        ),
        (
            Edit("replace", "The port", Span(17, 19), antecedents=(Span(54, 58), Span(3, 11)), reason="pronoun"),
            Edit("insert", "", at=46),
            Edit("insert", at=50),
            Edit("delete", span=Span(27, 30), at=28),
        ),
        (
            Unresolved(Span(17, 19), (Extent.of((3, 11)), Extent(), Extent.of((12, 16), (54, 58))), "two"),
            Unresolved(Span(3, 4)),
        ),
        "S1 ",
        0.1,
        "m1",
    )


def _evidence() -> tuple[Evidence, ...]:
    quotation = Quotation("in June", "cranes ", ", the port")
    full = Evidence("refutes", "https://example.org/?a=b&c", "doc 2", quotation, Extent.of((1, 2), (4, 9)), "2021-01")
    return full, Evidence("context", "no address"), Evidence("supports", spans=Extent(), quote=Quotation(""))


@pytest.fixture(scope="session")
def rich() -> Document:
    """Build a document that uses every field of the model."""
    return rich_document()
