"""A document made by hand that has something of everything, for tests that need no model."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claims.codec import to_dict
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
    Sentence,
    Source,
    Time,
    Unresolved,
    Verdict,
    VoiceSource,
    What,
    When,
)
from claims.text import Extent, Span, digest

TEXT = (
    "Dam fails\n\n"
    "The ministry said on Sunday that the Orel dam, built in 1961, would not hold. "
    "“It will break,” said Ana Ruiz, who heads the union. "
    "They warned 日本 and Cafe\u0301 שלום again.\n"
    "(photo credit: X/AGENCY)"
)


def span(words: str, turn: int = 0) -> Span:
    """Return the place of some words of TEXT."""
    start = -1
    for _ in range(turn + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def extent(*words: str) -> Extent:
    """Return the place of words that others interrupt."""
    return Extent(tuple(map(span, words)))


def mention(*words: str, entity: str | None = None) -> Mention:
    """Return a slot's words."""
    return Mention(extent(*words), extent(*words).exact(TEXT), entity)


def what(lemma: str, verb: str, *objects: str) -> What:
    """Return a predicate with its objects."""
    arguments = (Argument("object", extent(words), words) for words in objects)
    return What(Predicate(extent(verb), verb, lemma), tuple(arguments))


SENTENCES = (
    Sentence("s1", span("Dam fails"), 0, "headline"),
    Sentence("s2", span("The ministry said on Sunday that the Orel dam, built in 1961, would not hold."), 1, "body"),
    Sentence("s3", span("“It will break,” said Ana Ruiz, who heads the union."), 1, "body"),
    Sentence("s4", span("They warned 日本 and Cafe\u0301 שלום again."), 1, "body", duplicate_of="s2"),
    Sentence("s5", span("(photo credit: X/AGENCY)"), 2, "credit", no_claim="credit"),
)
CLAIMS = (
    Claim(
        "c1",
        "s1",
        extent("Dam fails"),
        "The Orel dam fails.",
        "event",
        "fact",
        (mention("Dam", entity="e1"),),
        what("fail", "fails"),
        certainty=(Certainty("author", "CT+"),),
        edits=(Edit("replace", "The Orel dam", span("Dam"), None, (span("the Orel dam"),), "definite"),),
        by="m1",
    ),
    Claim(
        "c2",
        "s2",
        extent("The ministry said on Sunday that the Orel dam, built in 1961, would not hold"),
        "The ministry said on Sunday that the Orel dam, built in 1961, would not hold.",
        "speech_act",
        "fact",
        (mention("The ministry"),),
        what("say", "said", "the Orel dam, built in 1961, would not hold"),
        when=(When(extent("on Sunday"), "on Sunday", "t1", "during", None, "2020-12-20"),),
        certainty=(Certainty("author", "CT+"),),
        tense="past",
        by="m1",
    ),
    Claim(
        "c3",
        "s2",
        extent("the Orel dam", "would not hold"),
        "The Orel dam would not hold.",
        "event",
        "prediction",
        (mention("the Orel dam", entity="e1"),),
        what("hold", "would not hold"),
        attribution=("a1",),
        polarity="-",
        certainty=(Certainty("author", "Uu"), Certainty("a1", "CT-")),
        tense="future_in_past",
        relations=(
            Relation("temporal", "c4", value="after"),
            Relation("cause", None, extent("built in 1961"), "built in 1961"),
        ),
        by="m1",
    ),
    Claim(
        "c4",
        "s2",
        extent("the Orel dam", "built in 1961"),
        "The Orel dam was built in 1961.",
        "event",
        "fact",
        (mention("the Orel dam", entity="e1"),),
        what("build", "built"),
        when=(When(extent("in 1961"), "in 1961", "t2", "during", None, "1961"),),
        certainty=(Certainty("author", "PR+"),),
        tense="past",
        edits=(Edit("insert", "was ", None, span("built").start, reason="elision"),),
        by="m1",
    ),
    Claim(
        "c5",
        "s3",
        extent("It will break"),
        "It will break.",
        "event",
        "prediction",
        (mention("It"),),
        what("break", "will break"),
        attribution=("a1", "a2"),
        certainty=(Certainty("author", "Uu"), Certainty("a1", "Uu"), Certainty("a2", "PR+")),
        tense="future",
        unresolved=(Unresolved(span("It"), (extent("the Orel dam"), extent("The ministry")), "two fit"),),
        by="m1",
    ),
    Claim(
        "c6",
        "s4",
        extent("They warned 日本 and Cafe\u0301 שלום again"),
        "They warned 日本 and Cafe\u0301 שלום again.",
        "speech_act",
        "fact",
        (mention("They"),),
        what("warn", "warned", "日本 and Cafe\u0301 שלום"),
        certainty=(Certainty("author", "CT+"),),
        tense="past",
        by="m1",
    ),
)
ATTRIBUTIONS = (
    Attribution(
        "a1",
        "s2",
        None,
        VoiceSource("collective", extent("The ministry"), "The ministry"),
        Cue(extent("said"), "said", "say", "say"),
        Content(extent("the Orel dam", "would not hold"), "the Orel dam … would not hold"),
        "indirect",
        speech_act="c2",
    ),
    Attribution(
        "a2",
        "s3",
        "a1",
        VoiceSource("named", extent("Ana Ruiz"), "Ana Ruiz"),
        Cue(Extent((span("said", 1),)), "said", "say", "say"),
        Content(extent("It will break"), "It will break"),
        "direct",
    ),
)
VERDICTS = (
    Verdict("v1", "c2", "not_enough_evidence", by="p1"),
    Verdict("v2", "c2", "supported", supersedes="v1", by="p1"),
    Verdict(
        "v3",
        "c4",
        "refuted",
        slot="when",
        rationale="The dam was finished in 1962.",
        evidence=(Evidence("refutes", "https://example.org/dam", None, Quotation("opened in May 1962")),),
        by="p1",
        at="2021-01-01",
    ),
)
DAM = Document(
    Source("dam", digest(TEXT), len(TEXT), "en", "Dam fails", ("A. Writer",), published="2020-12-20", text=TEXT),
    (
        Annotator("m1", "software", "claims", "0.1.0", Model("en_core_web_md", "3.7.1")),
        Annotator("p1", "person", "Checker"),
    ),
    SENTENCES,
    (Entity("e1", "Orel dam", "thing", (extent("Dam"), extent("the Orel dam"))),),
    (
        Time("t1", extent("Sunday"), "Sunday", "DATE", "2020-12-20", None, "published", "2020-12-20"),
        Time("t2", extent("1961"), "1961", "DATE", "1961", None, None, "1961"),
    ),
    ATTRIBUTIONS,
    CLAIMS,
    (),
    VERDICTS,
)


@pytest.fixture
def dam() -> Document:
    """Return the document."""
    return DAM


@pytest.fixture
def dam_file(tmp_path: Path) -> Path:
    """Write the document as a JSON file and return its place."""
    file = tmp_path / "dam.json"
    file.write_text(json.dumps(to_dict(DAM), ensure_ascii=False, indent=1), "utf-8")
    return file
