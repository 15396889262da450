"""What `validate` does around the rules: finding the text, going on after a fault, order, wording of findings."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_document import TEXT, good, span

from claims.checks import BY_CODE, RULES, summarise, validate
from claims.checks.times import _PLAIN, _well_formed
from claims.checks.words import COVERAGE, content_words, is_exempt, same_word, unlinked
from claims.model import Problem
from claims.text import Span, digest
from claims.times.values import is_edtf


def codes(problems: tuple[Problem, ...]) -> list[str]:
    """Return the codes of findings, each once, in order."""
    return list(dict.fromkeys(problem.code for problem in problems))


def textless() -> dict[str, Any]:
    """Return the good document without its text."""
    data = good()
    del data["source"]["text"]
    return data


def beside(folder: Path, path: str, text: str = TEXT) -> dict[str, Any]:
    """Return the good document with its text in a file."""
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text.encode())
    data = textless()
    data["source"]["path"] = path
    return data


# -- the text


def test_without_text_the_rest_is_checked() -> None:
    """A file without its text is checked in everything that needs none."""
    data = textless()
    assert validate(data) == ()
    data["claims"][0]["who"][0]["exact"] = "Harbor bridge"
    data["claims"][0]["by"] = "m9"
    assert codes(validate(data)) == ["R202"]


def test_given_text_counts() -> None:
    """The text that the caller gives is the one that is compared."""
    data = textless()
    assert validate(data, text=TEXT) == ()
    assert codes(validate(data, text=TEXT.replace("May", "Mai"))) == ["O101"]


@pytest.mark.parametrize("path", ["text.txt", "texts/a/text.txt", "./text.txt"])
def test_text_is_read_beside_the_claim_file(tmp_path: Path, path: str) -> None:
    """A relative path leads to the text, in the claim file's folder or below."""
    data = beside(tmp_path, path)
    assert validate(data, folder=tmp_path) == ()
    data["claims"][0]["who"][0]["exact"] = "Harbor bridge"
    assert codes(validate(data, folder=tmp_path)) == ["O111"]


def test_line_ends_of_the_file_are_kept(tmp_path: Path) -> None:
    """The text file is read byte for byte: CRLF stays CRLF."""
    data = beside(tmp_path, "text.txt", TEXT.replace("\n", "\r\n"))
    assert codes(validate(data, folder=tmp_path)) == ["O101", "O102"]


def test_unknown_folder_is_no_finding() -> None:
    """Where the folder of the claim file is not known, its text is not looked for."""
    data = textless()
    data["source"]["path"] = "text.txt"
    assert validate(data) == ()


def test_missing_text_is_a_finding(tmp_path: Path) -> None:
    """A path to no file, to a folder, or to bytes that are not UTF-8 is told, without the absolute path."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    for path in ("missing.txt", "folder", "latin.txt"):
        data = textless()
        data["source"]["path"] = path
        (problem,) = validate(data, folder=tmp_path)
        assert (problem.code, problem.pointer) == ("O103", "/source/path")
        assert path in problem.message
        assert str(tmp_path) not in problem.message


def test_links_out_of_the_folder_are_refused(tmp_path: Path) -> None:
    """A symbolic link, of a file or of a folder, does not lead out; one inside does no harm."""
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    outside.mkdir()
    (outside / "text.txt").write_text(TEXT, "utf-8", newline="")
    beside(inside, "real.txt")
    (inside / "file.txt").symlink_to(outside / "text.txt")
    (inside / "folder").symlink_to(outside)
    (inside / "good.txt").symlink_to("real.txt")
    (inside / "loop.txt").symlink_to("loop.txt")
    for path, expected in (
        ("file.txt", ["O103"]),
        ("folder/text.txt", ["O103"]),
        ("loop.txt", ["O103"]),
        ("good.txt", []),
    ):
        data = textless()
        data["source"]["path"] = path
        assert codes(validate(data, folder=inside)) == expected


# -- going on after a fault


def test_changed_text_is_told_once() -> None:
    """A text that was changed moves everything: the change is told, not all that follows from it."""
    data = good()
    data["source"]["text"] = TEXT.replace("Harbour", "The harbour", 1)
    found = validate(data)
    assert codes(found) == ["O101", "O102"]
    assert "36 of 36" in found[0].message


def test_wrong_digest_hides_nothing() -> None:
    """Where only the digest is wrong, the other rules go on."""
    data = good()
    data["source"]["sha256"] = "0" * 64
    data["claims"][0]["text"] = "Something else."
    assert codes(validate(data)) == ["O101", "W501"]


@pytest.mark.parametrize(("unit", "size"), [("UTF-16", 2), ("bytes", 4)])
def test_other_units_are_recognised(unit: str, size: int) -> None:
    """A length that counts UTF-16 units or bytes is called so."""
    data = good()
    text = TEXT.replace("\n\n", "\n😀")
    data["source"] |= {"text": text, "sha256": digest(text), "length": len(text) + (size - 1) * text.count("😀")}
    (problem,) = [problem for problem in validate(data) if problem.code == "O102"]
    assert unit in str(problem.hint)


def test_one_based_offsets_are_recognised() -> None:
    """Words that begin one code point before the offset are called so."""
    data = good()
    data["times"][0]["spans"] = [[place + 1 for place in data["times"][0]["spans"][0]]]
    (problem,) = validate(data)
    assert problem.code == "O111"
    assert "from 1" in str(problem.hint)


def test_ranges_put_right_hide_nothing() -> None:
    """After ranges out of order, the other rules go on with the ranges meant."""
    data = good()
    data["claims"][0]["who"][0]["spans"] = [[14, 0]]
    data["times"][0]["spans"] = [[47.0, 41]]
    data["claims"][0]["by"] = "m9"
    found = validate(data)
    assert codes(found) == ["S009", "O104", "R202"]
    assert [problem.pointer for problem in found] == [
        "/times/0/spans/0/0",
        "/times/0/spans/0",
        "/claims/0/who/0/spans/0",
        "/claims/0/by",
    ]


def test_huge_offsets_cost_nothing() -> None:
    """An offset beyond all bounds is a finding, not an allocation."""
    data = good()
    data["attributions"][0]["content"]["spans"] = [[53, 10**18]]
    data["claims"][6]["spans"] = [[158, 10**18]]
    assert codes(validate(data)) == ["O106", "O108"]


def test_dangling_chains_are_told_once() -> None:
    """A chain with an unknown link is one finding, with the certainty that belongs to it."""
    data = good()
    data["claims"][2]["attribution"] = ["a9"]
    data["claims"][2]["certainty"] = {"author": "Uu", "a9": "CT+"}
    assert codes(validate(data)) == ["R202"]


def test_circular_chains_end() -> None:
    """Links that enclose each other are a finding; every rule that follows chains ends."""
    data = good()
    data["attributions"][1]["parent"] = "a3"
    found = validate(data)
    assert codes(found)[0] == "R205"
    assert "a2 → a3 → a2" in found[0].message


def test_implicit_source_needs_no_speech_act() -> None:
    """A link whose source is implicit may have no claim of its own."""
    data = good()
    data["attributions"][2] |= {"speech_act": None}
    data["attributions"][2]["source"] = {"type": "implicit", "spans": [], "exact": ""}
    data["claims"][4]["type"] = "event"
    assert validate(data) == ()


# -- order and table


def test_order_does_not_depend_on_anything_else() -> None:
    """The same file gives the same findings in the same order, also with its fields in another order."""
    data = good()
    for claim in data["claims"]:
        claim["by"] = "m9"
    data["claims"][3]["certainty"] = {}
    expected = validate(data)
    shuffled = dict(random.Random(1).sample(sorted(data.items()), len(data)))
    assert validate(shuffled) == expected


def test_codes_are_unique_and_sorted_by_family() -> None:
    """A code belongs to one rule; its letter is its family's; the table goes from cause to consequence."""
    letters = {"syntax": "X", "schema": "S", "references": "R", "time": "T", "corpus": "D"} | {
        name: name[0].upper() for name in ("offsets", "attribution", "wording", "coverage", "verdicts")
    }
    assert len(BY_CODE) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.code[0] == letters[rule.family] for rule in RULES)
    assert all(rule.summary.endswith(".") and rule.bad and rule.good for rule in RULES)
    assert [rule.code for rule in RULES] == sorted(BY_CODE, key=lambda code: ("XSORATWCVD".index(code[0]), code))


def test_rules_without_text_ask_for_none() -> None:
    """A rule that uses the text says so in the table: without text, every other rule runs."""
    data = textless()
    for field in ("sentences", "entities", "times", "attributions", "claims", "verdicts"):
        for row in data[field]:
            row["by"] = "m9"
    assert codes(validate(data)) == ["R202"]


def test_summary_counts_and_points() -> None:
    """The summary counts by code, the most frequent first, and names the likeliest cause."""
    problems = [Problem("O111", "b"), Problem("O101", "a"), Problem("O111", "c")]
    summary = summarise(problems)
    assert (summary.errors, summary.warnings) == (3, 0)
    assert summary.codes == (("O111", 2), ("O101", 1))
    assert summary.telling == problems[1]
    assert summarise([]).telling is None


# -- words


@pytest.mark.parametrize("word", ["the", "That’s", "there's", "which", "to", "of", "although", "It"])
def test_function_words_are_exempt(word: str) -> None:
    """Articles, connectives, expletives, complementisers, relatives and prepositions need no claim."""
    assert is_exempt(word, COVERAGE)


@pytest.mark.parametrize("word", ["bridge", "they", "was", "two", "not", "quickly", "May"])
def test_other_words_are_not(word: str) -> None:
    """Content words, and pronouns and auxiliaries, are part of a claim."""
    assert not is_exempt(word, COVERAGE)


def test_the_notes_of_editors_need_no_claim() -> None:
    """What an editor notes, "[sic]" or the language of a source, is no content word; other words in brackets are."""
    text = "Theirs [sic] fell ((fr)) in [the] harbour (it)."
    assert [text[start:end] for start, end in content_words(text)] == ["Theirs", "fell", "harbour"]


def test_exempt_phrases_cover_their_words() -> None:
    """A linking phrase is exempt as a whole, its words alone are not."""
    text = "It closed as a result. The result was bad."
    words = [Span(*word) for word in content_words(text)]
    assert [word.slice(text) for word in unlinked(text, Span(0, len(text)), words)] == [
        "closed",
        "result",
        "was",
        "bad",
    ]
    assert [word.slice(text) for word in words].count("result") == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("invited", "inviting"),
        ("Iraq's", "Iraq"),
        ("left", "leaves"),
        ("tries", "trying"),
        ("stopped", "stop"),
        ("made", "make"),
        ("boxes", "box"),
        ("Threatened", "threatens"),
        ("women", "woman"),
    ],
)
def test_forms_of_one_word(one: str, other: str) -> None:
    """Regular and irregular forms of a word are the same word, whichever comes first."""
    assert same_word(one, other)
    assert same_word(other, one)


@pytest.mark.parametrize(("one", "other"), [("bridge", "bride"), ("thing", "th"), ("left", "leaf"), ("May", "March")])
def test_other_words_are_others(one: str, other: str) -> None:
    """Words that only look alike stay apart, where spelling tells."""
    assert not same_word(one, other)


def test_other_languages_are_not_measured_with_english_words() -> None:
    """Rules that need the list of function words pass over texts in other languages; the others do not."""
    data = good()
    data["claims"][7]["relations"] = []
    data["claims"][2]["edits"][0]["antecedents"] = []
    del data["claims"][7]["unresolved"]
    assert codes(validate(data)) == ["W502", "C601"]
    data["source"]["language"] = "en-GB"
    assert codes(validate(data)) == ["W502", "C601"]
    data["source"]["language"] = "enm"
    assert validate(data) == ()


def test_wording_may_restore_a_verb() -> None:
    """An edit may add function words and other forms of the claim's own words."""
    data = good()
    data["claims"][6]["edits"] = [{"op": "replace", "span": span("fell"), "text": "was falling"}]
    data["claims"][6]["text"] = "Traffic was falling."
    assert validate(data) == ()


@given(st.from_regex(_PLAIN, fullmatch=True))
@settings(deadline=None, max_examples=40)
def test_what_is_plainly_edtf_is_edtf(value: str) -> None:
    """The short cut for plain values accepts nothing that the grammar refuses."""
    if _well_formed(value):
        assert is_edtf(value)


def test_touching_sentences_are_in_order() -> None:
    """A sentence may begin where the one before ends: ranges are half-open."""
    data = good()
    data["sentences"][0]["span"] = [0, 24]
    data["sentences"][4]["duplicate_of"] = None
    assert validate(data) == ()


def test_words_near_by_are_pointed_at() -> None:
    """Words that stand once near their place are shown where they stand; words that stand nowhere are not."""
    data = good()
    data["times"][0]["spans"] = [span("Mayor")]
    (problem,) = validate(data)
    assert f"at {span('Monday')[0]}" in str(problem.hint)
    data["times"][0]["exact"] = "Friday"
    assert [problem.hint for problem in validate(data) if problem.code == "O111"] == [None]


def test_quotation_without_place_is_looked_for_with_its_surroundings() -> None:
    """Without an extent, the quoted words stand in the text with the prefix and the suffix given."""
    data = good()
    evidence = data["verdicts"][0]["evidence"][0]
    del evidence["spans"]
    assert validate(data) == ()
    for field, wrong in (("prefix", "workers "), ("suffix", " on")):
        changed = {**evidence, "quote": {**evidence["quote"], field: wrong}}
        data["verdicts"][0]["evidence"] = [changed]
        assert codes(validate(data)) == ["V703"]


@pytest.mark.parametrize(
    ("value", "good"), [("2020/2020", True), ("2020-05/2020", True), ("2020/2019", False), ("..", False)]
)
def test_intervals_run_forwards(value: str, good: bool) -> None:
    """An interval may begin and end in the same year or month, but not end before it begins."""
    assert _well_formed(value) == good


def test_many_uncovered_words_are_counted() -> None:
    """Of many uncovered words the first eight are named, the others counted."""
    data = good()
    data["sentences"][4]["no_claim"] = None
    kept = [claim for claim in data["claims"] if claim["id"] not in ("c4", "c5", "c7")]
    kept[3]["relations"] = []
    data |= {"claims": kept, "verdicts": []}
    for link in data["attributions"]:
        link["speech_act"] = "c2"
        link |= {"cue": None, "source": {"type": "implicit", "spans": [], "exact": ""}}
    message = next(
        problem.message for problem in validate(data) if problem.pointer == "/sentences/2" and problem.code == "C601"
    )
    assert message.count('"') == 2 * 7
    assert "more" not in message
