"""What is shown of a claim: every slot in its words, codes in words, nothing that steers a terminal."""

from __future__ import annotations

import attrs
import pytest

from claims.cli.details import detail_rows
from claims.cli.views import Reader, SentenceView, counts, painted, sentence_views, title
from claims.model import Claim, Document, Mention, Scale, ScaleRating, Verdict
from claims.text import Extent


def view(document: Document, text: str | None = "") -> dict[str, dict[str, str]]:
    """Return the rows of each claim as text, by claim and label; the marks too."""
    reader = Reader.of(document, document.source.text if text == "" else text)
    return {
        claim.id: {row.label: row.text for row in (claim.marks, *claim.rows)}
        for sentence in sentence_views(reader)
        for claim in sentence.claims
    }


def details(document: Document, name: str) -> list[tuple[str, str]]:
    """Return the rows of one claim's whole view."""
    reader = Reader.of(document, document.source.text)
    return [(row.label, row.text) for row in detail_rows(reader, reader.claims[name])]


def test_sentences_with_their_claims(dam: Document) -> None:
    """Every sentence is there, with its claims, or with the reason that it has none."""
    views = list(sentence_views(Reader.of(dam, dam.source.text)))
    assert [(it.id, it.zone, [claim.id for claim in it.claims]) for it in views] == [
        ("s1", "headline", ["c1"]),
        ("s2", "body", ["c2", "c3", "c4"]),
        ("s3", "body", ["c5"]),
        ("s4", "body", ["c6"]),
        ("s5", "credit", []),
    ]
    assert [it.remark for it in views] == ["", "", "", "same words as s2", "no claim: credit"]


def test_slots_are_shown_in_their_words(dam: Document) -> None:
    """Who, what, when and source, in the words of the text; empty slots take no row."""
    assert view(dam)["c2"] == {
        "marks": "speech act · past",
        "who": "The ministry",
        "what": "said · the Orel dam, built in 1961, would not hold",
        "when": "on Sunday → 2020-12-20",
        "verdict": "✓ supported",
    }
    assert "where" not in view(dam)["c2"]


def test_a_chain_begins_with_the_innermost_voice(dam: Document) -> None:
    """Who says so stands first, who says that they say so behind the arrow."""
    assert view(dam)["c5"]["source"] == "Ana Ruiz (said) ← The ministry (said)"


def test_marks_leave_out_what_goes_without_saying(dam: Document) -> None:
    """A plain event of the past is marked "past"; negation, doubt and opinion are named."""
    marks = {name: rows["marks"] for name, rows in view(dam).items()}
    assert marks["c1"] == "present"
    assert marks["c3"] == "prediction · future in the past · negated"
    assert marks["c4"] == "past · probable (author)"
    assert marks["c5"] == "prediction · future · probable (Ana Ruiz)"


def test_ties_unresolved_words_and_verdicts(dam: Document) -> None:
    """Relations, pronouns that were left open, and the verdicts that stand."""
    rows = view(dam)
    assert rows["c3"]["links"] == "after c4; cause built in 1961"
    assert rows["c5"]["open"] == "It"
    assert rows["c4"]["verdict"] == "✗ refuted (when): The dam was finished in 1962."


def test_a_rating_of_a_declared_scale_gets_the_sign_of_what_it_means(dam: Document) -> None:
    """A rating such as "half true" shows the sign of the base rating that the scale maps it to."""
    scale = Scale("k", "Truth", (ScaleRating("half_true", "conflicting"),))
    changed = attrs.evolve(dam, scales=(scale,), verdicts=(Verdict("v1", "c1", "half_true", "k"),))
    assert view(changed)["c1"]["verdict"] == "≠ half true"


def test_an_unsaid_verb_stands_in_brackets(dam: Document) -> None:
    """Where the text leaves "be" out, its lemma is shown as ours."""
    claim = dam.claims[0]
    predicate = attrs.evolve(claim.what.predicate, spans=Extent(), exact="", lemma="be")
    changed = attrs.evolve(claim, what=attrs.evolve(claim.what, predicate=predicate))
    assert view(attrs.evolve(dam, claims=(changed,)))["c1"]["what"] == "[be]"


def test_without_text_offsets_stand_in(dam: Document) -> None:
    """A file without its text still shows its claims; sentences are named by their place."""
    views = list(sentence_views(Reader.of(dam, None)))
    assert views[0].text == "[0,9)"
    assert view(dam, None)["c1"]["who"] == "Dam"


def test_dangling_references_are_shown_not_fatal(dam: Document) -> None:
    """A chain that names no attribution shows the name."""
    changed = attrs.evolve(dam, attributions=())
    assert view(changed)["c5"]["source"] == "a2 ← a1"
    assert ("", "   no such attribution") in details(changed, "c5")


@pytest.mark.parametrize("name", ["c1", "c2", "c3", "c4", "c5", "c6"])
def test_details_hold_every_place(dam: Document, name: str) -> None:
    """The whole view names each slot's words with their offsets, and who made the claim."""
    rows = details(dam, name)
    claim: Claim = next(it for it in dam.claims if it.id == name)
    text = "\n".join(row[1] for row in rows)
    for extent in (claim.spans, claim.what.predicate.spans, *(it.spans for it in (*claim.who, *claim.when))):
        for part in extent:
            assert f"[{part.start},{part.end})" in text
    assert rows[-1] == ("by", "m1: claims 0.1.0 with en_core_web_md 3.7.1")


def test_details_show_edits_chain_and_evidence(dam: Document) -> None:
    """Edits as they were logged, voices as a tree, verdicts with superseded ones and evidence."""
    assert ("edit", "replace Dam [0,3) with The Orel dam from [44,56) · definite") in details(dam, "c1")
    assert ("edit", "insert was at 58 · elision") in details(dam, "c4")
    voices = [text for label, text in details(dam, "c5") if label in ("voices", "")]
    assert voices[1:] == [
        "the author Uu left open",
        "└─ The ministry said Uu left open",
        "   a1 · collective · say · indirect · source [11,23) · cue [24,28) · said in c2",
        "   └─ Ana Ruiz said PR+ probable",
        "      a2 · named · say · direct · source [111,119) · cue [106,110)",
    ]
    assert ("verdict", "? not enough evidence · v1 · p1: Checker · superseded by v2") in details(dam, "c2")
    assert ("evidence", "refutes https://example.org/dam “opened in May 1962”") in details(dam, "c4")
    assert ("open", "It [90,92) the Orel dam or The ministry") in details(dam, "c5")
    assert ("relation", "of c3 The Orel dam would not hold. (temporal)") in details(dam, "c4")


def test_the_heading_says_what_the_file_is(dam: Document) -> None:
    """Title, name, author, language, date; and the numbers, singular where there is one."""
    assert "".join(piece.text for piece in title(dam)) == "Dam fails · dam · A. Writer · en · published 2020-12-20"
    assert counts(dam) == "5 sentences · 6 claims · 2 attributions · 2 times · 3 verdicts"
    one = attrs.evolve(dam, sentences=dam.sentences[:1], claims=(), verdicts=())
    assert counts(one).startswith("1 sentence · 0 claims")


def test_the_claim_is_painted_into_its_sentence(dam: Document) -> None:
    """Pieces cover the sentence without gaps, each word in the style of its slot."""
    text, claim = dam.source.text or "", dam.claims[3]
    layers = [(claim.spans, "claim"), (claim.when[0].spans, "when")]
    pieces = painted(text, dam.sentences[1].span, layers)
    assert "".join(piece.text for piece in pieces) == dam.sentences[1].span.slice(text)
    assert [(piece.text, piece.style) for piece in pieces if piece.style] == [
        ("the Orel dam", "claim"),
        ("built ", "claim"),
        ("in 1961", "when"),
    ]


def test_hostile_words_are_made_visible(dam: Document) -> None:
    """Escape sequences in any field come out as signs."""
    evil = "\x1b]0;x\x07\u202e"
    claim = attrs.evolve(dam.claims[0], id=f"c{evil}", text=evil, who=(Mention(Extent(), evil),))
    changed = attrs.evolve(
        dam, claims=(claim,), source=attrs.evolve(dam.source, title=evil, text=evil * 40), verdicts=()
    )
    views: list[SentenceView] = list(sentence_views(Reader.of(changed, changed.source.text)))
    shown = repr(views) + repr(title(changed)) + repr(details(changed, claim.id))
    assert "␛]0;x␇" in shown
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)
    assert "\\x1b" not in shown
