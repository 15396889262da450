"""ClaimReview, AVeriTeC, FEVER and LIAR: what is published about claims comes in and goes out."""

from __future__ import annotations

import io
import json
from contextlib import suppress
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims import formats
from claims.checks import validate
from claims.errors import ClaimsError, FormatError
from claims.formats import FORMATS
from claims.formats._worded import Worded
from claims.model import Document, Evidence, Quotation, Verdict
from claims.scales import BASE, SCALES, means

RATING = ("@type", "alternateName", "ratingValue", "bestRating", "worstRating")
REVIEW: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://check.example/dam",
    "claimReviewed": "The dam was built in 1961",
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Ana Ruiz"},
        "datePublished": "2020-12-20",
        "firstAppearance": {"@type": "CreativeWork", "url": "https://news.example/1", "name": "Dam fails"},
        "appearance": [
            {"@type": "CreativeWork", "url": "https://news.example/1", "name": "Dam fails"},
            {"@type": "CreativeWork", "url": "https://news.example/2"},
        ],
    },
    "author": {"@type": "Person", "name": "Checker"},
    "datePublished": "2021-01-02",
    "reviewRating": {
        "@type": "Rating",
        "alternateName": "Refuted",
        "ratingValue": 1,
        "bestRating": 5,
        "worstRating": 1,
    },
    "reviewBody": "It was finished in 1962.",
    "citation": [{"@type": "CreativeWork", "url": "https://dams.example", "text": "opened in 1962"}],
    "inLanguage": "en",
}


def _many(data: Any, name: str) -> list[Document]:
    stream = io.BytesIO(data if isinstance(data, bytes) else json.dumps(data).encode())
    read_many = FORMATS[name].read_many
    assert read_many is not None
    return list(read_many(stream, "x.json"))


def _written(documents: list[Document], name: str) -> bytes:
    write_many = FORMATS[name].write_many
    assert write_many is not None
    return b"".join(write_many(documents))


def _document(rating: str, scale: str | None = None, **fields: Any) -> Document:
    row = {"id": "row-1", "text": "The dam was built in 1961", "evidence": (Evidence("context", "https://a.example"),)}
    return Worded(**{**row, "rating": rating, "scale": SCALES[scale] if scale else None, **fields}).document()


def test_review_with_two_appearances() -> None:
    """Each appearance is a document that validates; together they are written as the review that they came from."""
    found = _many(REVIEW, "claimreview")
    assert [document.source.url for document in found] == ["https://news.example/1", "https://news.example/2"]
    assert [validate(document) for document in found] == [(), ()]
    assert found[0].source.author == ("Ana Ruiz",)
    assert found[0].verdicts[0] == Verdict(
        "v1",
        "c1",
        "refuted",
        rationale="It was finished in 1962.",
        evidence=(
            Evidence("context", "https://check.example/dam"),
            Evidence("refutes", "https://dams.example", None, Quotation("opened in 1962")),
        ),
        by="p1",
        at="2021-01-02",
    )
    again = json.loads(_written(found, "claimreview"))
    assert again == {**REVIEW, "claimReviewed": "The dam was built in 1961."}


@pytest.mark.parametrize(("rating", "scale"), [(rating, None) for rating in BASE] + [
    (step.value, scale.id) for scale in SCALES.values() for step in scale.ratings if scale.id != "retraction"
])  # fmt: skip
def test_ratings_survive_claimreview(rating: str, scale: str | None) -> None:
    """Every rating comes back meaning the same under the same name; what is open has no number."""
    document = _document(rating, scale)
    review = json.loads(formats.dumps(document, "claimreview"))
    back = _many(review, "claimreview")[0]
    meant = means(document.verdicts[0], document.scales)
    assert means(back.verdicts[0], back.scales) == meant
    assert ("ratingValue" in review["reviewRating"]) is (meant not in ("not_enough_evidence", "not_checkable"))
    if scale is None:
        assert back.verdicts[0].rating == rating
    else:
        assert back.verdicts[0].rating.lower() == rating.lower()


@pytest.mark.parametrize(
    ("rating", "meant"),
    [
        ({"alternateName": "Mostly False"}, "refuted"),
        ({"alternateName": "MISLEADING!"}, "conflicting"),
        ({"alternateName": "Unproven", "ratingValue": 5}, "not_enough_evidence"),
        ({"alternateName": "Zwei Sterne", "ratingValue": "2", "bestRating": "10", "worstRating": "1"}, "refuted"),
        ({"ratingValue": 4}, "supported"),
        ({"ratingValue": 3, "bestRating": 5, "worstRating": 1}, "conflicting"),
    ],
)
def test_ratings_of_others(rating: dict[str, Any], meant: str) -> None:
    """A usual name decides, else the number; the name is kept on a scale of the file."""
    [document, _] = _many({**REVIEW, "reviewRating": rating}, "claimreview")
    verdict = document.verdicts[0]
    assert means(verdict, document.scales) == meant
    assert verdict.rating == rating.get("alternateName", meant)
    assert validate(document) == ()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"reviewRating": {"alternateName": "Blue"}}, "nobody knows"),
        ({"reviewRating": None}, "alternateName or a ratingValue"),
        ({"claimReviewed": ""}, "claimReviewed should be a string"),
        ({"claimReviewed": 7.5, "datePublished": "soon"}, "ISO 8601"),
        ({"itemReviewed": [3]}, "should hold objects"),
        ({"@type": "Review"}, "no ClaimReview"),
    ],
)
def test_broken_reviews(changes: dict[str, Any], message: str) -> None:
    """What cannot be read is refused with its place."""
    with pytest.raises(FormatError, match=message):
        _many({**REVIEW, **changes}, "claimreview")


def test_graphs_and_lists() -> None:
    """Reviews in a list or a graph are all found, beside things of other types."""
    page = {"@context": "http://schema.org", "@graph": [{"@type": "WebPage"}, {**REVIEW, "@type": ["ClaimReview"]}]}
    assert len(_many([page, REVIEW], "claimreview")) == 4


def test_only_standing_verdicts_on_whole_claims_are_written() -> None:
    """What was replaced, taken back, or is about one slot is no review."""
    document = _document("refuted")
    old = document.verdicts[0]
    new = attrs.evolve(old, id="v2", rating="supported", supersedes="v1")
    slot = attrs.evolve(old, id="v3", slot="what")
    judged = attrs.evolve(document, verdicts=(old, new, slot))
    review = json.loads(formats.dumps(judged, "claimreview"))
    assert review["reviewRating"]["alternateName"] == "Supported"
    assert json.loads(formats.dumps(attrs.evolve(document, verdicts=()), "claimreview"))["@graph"] == []


FEVER = {"id": 7, "label": "SUPPORTS", "claim": "The dam broke.",
         "evidence": [[[1, 2, "Orel_Dam", 3]], [[1, 4, "Floods", 0]]], "verifiable": "VERIFIABLE"}  # fmt: skip
LIAR = {"id": "7.json", "label": "pants-fire", "statement": "The dam broke.", "speaker": "ana-ruiz",
        "context": "a speech", "justification": "It holds."}  # fmt: skip
AVERITEC = {
    "claim": "The dam broke.",
    "label": "Conflicting Evidence/Cherrypicking",
    "justification": "It leaked.",
    "claim_date": "5-8-2020",
    "speaker": "Ana Ruiz",
    "original_claim_url": "https://news.example/1",
    "fact_checking_article": "https://check.example/1",
    "reporting_source": "The Post",
    "questions": [
        {"question": "Did it break?", "answers": [
            {"answer": "it leaked", "answer_type": "Extractive", "source_url": "https://dams.example"},
            {"answer": "unknown", "answer_type": "Unanswerable"},
        ]},
    ],
}  # fmt: skip


@pytest.mark.parametrize(("name", "row"), [("fever", FEVER), ("liar", LIAR), ("averitec", AVERITEC)])
def test_rows_come_back(name: str, row: dict[str, Any]) -> None:
    """JSON lines and lists are read alike; what is kept of a row is written as it was; documents come back equal."""
    [document] = _many(row, name)
    [listed, _] = _many([row, row], name)
    assert attrs.evolve(listed, source=document.source) == document
    problems = {problem.code for problem in validate(document)}
    assert problems == ({"V702"} if name == "liar" else set())
    data = _written([document], name)
    again = json.loads(data)
    again = again[0] if isinstance(again, list) else again
    kept = {"questions", "evidence", "claim_date"}
    assert {key: value for key, value in again.items() if key not in kept} == {
        key: value for key, value in row.items() if key not in kept
    }
    [back] = _many(data, name)
    assert attrs.evolve(back, source=document.source) == document


def test_evidence_of_rows() -> None:
    """FEVER's pages and AVeriTeC's extractive answers are evidence, in their order."""
    pages = _many(FEVER, "fever")[0].verdicts[0].evidence
    assert pages == (Evidence("supports", None, "Orel_Dam#3"), Evidence("supports", None, "Floods#0"))
    [document] = _many(AVERITEC, "averitec")
    assert document.source.published == "2020-08-05"
    article, answer = document.verdicts[0].evidence
    assert article == Evidence("context", "https://check.example/1")
    assert answer == Evidence("context", "https://dams.example", None, Quotation("it leaked"))


@pytest.mark.parametrize("name", ["averitec", "claimreview"])
def test_evidence_without_address(name: str) -> None:
    """Evidence in a document that has no address comes back as that document, with the words quoted."""
    [document] = _many(AVERITEC, "averitec")
    evidence = (Evidence("context", None, "log", Quotation("it leaked")),)
    judged = attrs.evolve(document, verdicts=(attrs.evolve(document.verdicts[0], evidence=evidence),))
    [back] = _many(_written([judged], name), name)
    assert back.verdicts[0].evidence == evidence
    assert not [problem for problem in validate(back) if problem.pointer.startswith("/verdicts")]


def test_liar_as_handed_out() -> None:
    """The TSV of LIAR is read as its JSON is; a line that is no such row is named."""
    keys = ("id", "label", "statement", "subject", "speaker", "job", "state", "party", *"12345", "context")
    line = "\t".join(LIAR.get(key, "") for key in keys)
    [document] = _many(f"{line}\r\n".encode(), "liar")
    assert [document] == _many({key: LIAR[key] for key in keys if key in LIAR}, "liar")
    with pytest.raises(FormatError, match="line 2: has 2 columns"):
        _many(f"{line}\na\tb\n".encode(), "liar")


@pytest.mark.parametrize(
    ("name", "row", "message"),
    [
        ("fever", {**FEVER, "label": "MAYBE"}, 'line 1/label: "MAYBE" is no label of FEVER'),
        ("fever", {**FEVER, "evidence": [[1, 2]]}, "annotation, evidence, page, sentence"),
        ("fever", {**FEVER, "claim": None}, "claim should be a string"),
        ("liar", {**LIAR, "label": 9}, "from 0 to 5"),
        ("averitec", {**AVERITEC, "claim_date": "2020"}, "day-month-year"),
    ],
)
def test_broken_rows(name: str, row: dict[str, Any], message: str) -> None:
    """A row that cannot be read is named with its place."""
    with pytest.raises(FormatError, match=message):
        _many(row, name)


@pytest.mark.parametrize("name", ["fever", "liar"])
def test_ratings_without_label(name: str) -> None:
    """A rating that a data set has no label for is refused, never turned into another."""
    with pytest.raises(FormatError, match="has no label for not_checkable"):
        formats.dumps(_document("not_checkable"), name)


def test_number_labels() -> None:
    """LIAR's labels by number are those of its published copy."""
    labels = ["false", "half-true", "mostly-true", "true", "barely-true", "pants-fire"]
    assert [_many({**LIAR, "label": n}, "liar")[0].verdicts[0].rating for n in range(6)] == labels


@pytest.mark.property
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.recursive(
    st.none() | st.booleans() | st.integers(0, 9) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*REVIEW, *AVERITEC, *FEVER]), inner),
    max_leaves=12,
))  # fmt: skip
def test_any_json(data: Any) -> None:
    """Whatever JSON comes, it is read or refused in the library's own words."""
    for name in ("claimreview", "averitec", "fever", "liar"):
        with suppress(ClaimsError):
            assert all(document.claims for document in _many(data, name))
