"""`--fix` mends what has one right answer, touches neither wording nor verdicts, and refuses where two places fit."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from broken import BROKEN, count_bytes, count_from_one
from broken_bytes import wide
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_document import TEXT, at, good, span

from claims.checks import validate
from claims.checks.fixing import fix_json, fix_lines
from claims.checks.reanchor import UnclearError, quoted_ranges, reanchored
from claims.codec import from_dict, to_dict
from claims.text import digest

CASES = [pytest.param(code, rows[0][1], id=code) for code, rows in BROKEN.items()]
#: What may be left when the text has grown: nobody has claimed its new words.
GROWN = {"C601", "C602", "C605", "O110"}


def written(data: Any) -> bytes:
    """Return data as a file."""
    return json.dumps(data, indent=1, ensure_ascii=False).encode()


def mended(data: Any) -> tuple[dict[str, Any], str]:
    """Return what the fixed file says, and what was done."""
    fixed = fix_json(written(data))
    return json.loads(fixed.data), "\n".join(fixed.done)


def codes(data: Any) -> set[str]:
    """Return the codes of the findings."""
    return {problem.code for problem in validate(data)}


def test_a_sound_file_stays_as_it_is() -> None:
    """A file without fault keeps every byte, whatever its layout."""
    data, _ = mended(good())
    for file in (written(data), json.dumps(data).encode(), json.dumps(data, indent=4).replace("\n", "\r\n").encode()):
        assert fix_json(file).data == file
        assert fix_json(file).done == ()


@pytest.mark.parametrize(("code", "change"), CASES)
def test_fixing_keeps_wording_and_verdicts(code: str, change: Any) -> None:
    """Whatever is broken: wording and verdicts stay, no rule is broken anew, and a second run finds nothing to do."""
    data = good()
    change(data)
    before = codes(data)
    file = written(data)
    fixed = fix_json(file)
    made = json.loads(fixed.data)
    for field in ("verdicts", "scales"):
        assert made.get(field) == data.get(field)
    wordings = [row.get("text") for row in data["claims"]] if isinstance(data["claims"], list) else []
    assert [row.get("text") for row in made["claims"]] == wordings if wordings else True
    # Offsets of the evidence of verdicts stay, so they are told when all others have been converted.
    assert codes(made) <= before | ({"V703"} if code == "O112" else set())
    assert (fixed.data == file) == (fixed.done == ())
    assert fix_json(fixed.data).data == fixed.data


@pytest.mark.parametrize(
    ("code", "change", "done"),
    [
        ("S009", lambda data: data["sentences"][0].update(span=[0.0, 22]), "S009 /sentences/0/span/0"),
        ("S002", lambda data: data["source"].pop("sha256"), "put the digest in"),
        ("S002", lambda data: data["source"].pop("length"), "put the length in"),
        ("O101", lambda data: data["source"].update(sha256="0" * 64), "the text fits"),
        ("O102", lambda data: data["source"].update(length=3), "the text fits"),
        ("O104", lambda data: data["times"][0].update(spans=[span("Monday")[::-1]]), "O104 /times/0/spans"),
        ("O105", lambda data: data["claims"][0].update(spans=[[15, 22], [0, 15]]), "O105 /claims/0/spans"),
        ("O105", lambda data: data["claims"][0].update(spans=[[0, 16], [15, 22]]), "O105 /claims/0/spans"),
        ("R202", lambda data: data["claims"][0].update(by="M-01"), 'R202 /claims/0/by: "M-01" is "m1"'),
        (
            "R202",
            lambda data: data["claims"][2].update(attribution=["A1"], certainty={"author": "Uu", "A1": "CT+"}),
            "A1",
        ),
        ("O112", count_from_one, "not in code points from 1"),
    ],
)
def test_one_right_answer_is_given(code: str, change: Any, done: str) -> None:
    """What has one right answer gets it, and the file is sound."""
    data = good()
    change(data)
    assert code in codes(data)
    made, told = mended({**data, "verdicts": []})
    assert codes(made) == set()
    assert done in told


def test_other_units_are_converted() -> None:
    """Offsets that count UTF-16 units or bytes become code points; the documents are those that counted right."""
    for text, count in (("\U0001f600\U0001f600 \n", "utf-16-le"), ("é€ ", "utf-8")):
        right, wrong = (json.loads(wide(text, unit)) for unit in ("utf-32-le", count))
        right["verdicts"], wrong["verdicts"] = [], []
        fixed = fix_json(written(wrong))
        assert [note for note in fixed.done if "O112" in note]
        made = json.loads(fixed.data)
        assert {field: made[field] for field in ("claims", "times", "sentences")} == {
            field: halved(right[field]) for field in ("claims", "times", "sentences")
        }


def halved(value: Any) -> Any:
    """Return data counted in UTF-32 bytes, counted in code points."""
    if isinstance(value, dict):
        return {key: halved(item) for key, item in value.items()}
    if isinstance(value, list) and len(value) == 2 and all(type(item) is int for item in value):
        return [item // 4 for item in value]
    return [halved(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data["times"][0].update(spans=[span("Mayor")[::-1]]),
        count_bytes,
        lambda data: (
            data["entities"].append({"id": "E1", "name": "x", "type": "place"}) or data["claims"][0].update(by="m9")
        ),
    ],
)
def test_no_right_answer_no_change(change: Any) -> None:
    """A turned range of other words, offsets of which some fit no unit, a reference that nothing is like: they stay."""
    data, _ = mended(good())
    change(data)
    file = written(data)
    assert fix_json(file).data == file


def test_two_ids_that_fit_are_refused() -> None:
    """A reference that two ids are like stays, and both are named."""
    data, _ = mended(good())
    data["entities"].append({"id": "E1", "name": "x", "type": "place"})
    data["claims"][0]["who"][0]["entity"] = "e-1"
    fixed = fix_json(written(data))
    assert json.loads(fixed.data)["claims"][0]["who"][0]["entity"] == "e-1"
    assert any('"e1" or "E1"' in note for note in fixed.refused)


# -- the text was edited


def edited(text: str) -> dict[str, Any]:
    """Return the good document, without verdicts, about a text that was edited after it was annotated."""
    data, _ = mended(good())
    data["verdicts"] = []
    data["source"]["text"] = text
    return data


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The city", "Good news first.\n\nThe city"),
        ("2020.\nMayor", "2020. 😀😀\n\nMayor"),
        ("\n\nHarbour bridge reopens\nPhoto", "\n\n\nHarbour bridge reopens\nPhoto"),
        ("Harbour bridge reopens\n\nThe", "Harbour bridge reopens\n\n\n\n\nThe"),
    ],
)
def test_offsets_follow_their_words(old: str, new: str) -> None:
    """After an edit between sentences every quoted text stands where it says, and only the new words are unclaimed."""
    text = TEXT.replace(old, new, 1)
    data = edited(text)
    assert "O101" in codes(data)
    made, told = mended(data)
    assert "moved the offsets" in told
    assert all(text[start:end] == words for (start, end), words in quoted_ranges(made))
    assert codes(made) <= GROWN
    assert (made["source"]["sha256"], made["source"]["length"]) == (digest(text), len(text))


@given(st.integers(0, 5), st.sampled_from(["\n", "\n\n", "Then it rained. ", "— ", "Ω 😀. "]), st.randoms())
@settings(max_examples=30, deadline=None)
def test_moved_offsets_are_right_or_refused(line: int, words: str, chance: random.Random) -> None:
    """Words put before a line move everything behind them and nothing else, or nothing is moved at all."""
    lines = TEXT.split("\n")
    starts = [sum(len(one) + 1 for one in lines[:number]) for number in range(len(lines)) if lines[number]]
    at_ = starts[min(line, len(starts) - 1)]
    text = TEXT[:at_] + words + TEXT[at_:]
    data = edited(text)
    made, told = mended(data)
    if "moved" not in told:
        assert made["claims"] == data["claims"]
        return
    expected = {
        (start + len(words) * (start >= at_), end + len(words) * (end > at_)) for (start, end), _ in quoted_ranges(data)
    }
    assert {place for place, _ in quoted_ranges(made)} == expected


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("Monday", "Tuesday"),
        TEXT.replace("Photo: ", "It rained.\nPhoto: "),
        TEXT.replace("Mayor Lund claimed that reports say", "Reports said, so Lund,"),
        "Another text altogether.",
        "",
        TEXT.split("\n")[3] + "\n" + "\n".join(TEXT.split("\n")[:3]),
    ],
)
def test_what_fits_no_place_is_refused(text: str) -> None:
    """Where quoted words were changed, or sentences changed places, no offset is moved, and the reason is told."""
    data = edited(text)
    file = written(data)
    fixed = fix_json(file)
    assert fixed.data == file
    assert any(note.startswith("O101") for note in fixed.refused)


def test_two_places_that_fit_are_refused() -> None:
    """Words that stand twice between their neighbours are left to a person."""
    row = at("Monday", type="DATE")
    data = {"times": [{**row, "spans": [[0, 6]]}]}
    with pytest.raises(UnclearError):
        reanchored(data, "On Monday, or was it Monday?", 6)
    assert reanchored(data, "On Monday", 6)["times"][0]["spans"] == [[3, 9]]


# -- the file


def test_the_layout_is_kept() -> None:
    """Indent, escapes, separators, line ends and the final line feed stay what they are."""
    data, _ = mended(good())
    data["source"] |= {"title": "Größe", "sha256": "0" * 64}
    for options in ({"indent": 2}, {"indent": "\t"}, {}, {"separators": (",", ":")}, {"ensure_ascii": False}):
        for ending in ("", "\n"):
            file = (json.dumps(data, **options) + ending).encode()
            right = file.replace(b"0" * 64, digest(TEXT).encode())
            assert fix_json(file).data == right
            if options.get("indent"):
                assert fix_json(file.replace(b"\n", b"\r\n")).data == right.replace(b"\n", b"\r\n")


def test_keys_get_their_order() -> None:
    """Keys stand in the order of the format, at every depth; nothing else changes."""
    data, _ = mended(good())
    turned = json.loads(json.dumps(data), object_pairs_hook=lambda pairs: dict(reversed(pairs)))
    fixed = fix_json(written(turned))
    assert json.loads(fixed.data) == turned
    certainty = {json.dumps(row["certainty"]) for row in turned["claims"]}
    assert json.dumps(json.loads(fixed.data)["source"]) == json.dumps(data["source"])
    assert {json.dumps(row["certainty"]) for row in json.loads(fixed.data)["claims"]} == certainty


def test_our_own_files_are_in_order() -> None:
    """What the codec writes stays as it is."""
    data = json.loads(json.dumps(to_dict(from_dict(good()))))
    data["source"] |= {"url": None}
    assert fix_json(written(to_dict(from_dict(data)))).done == ()


def test_lines_stay_lines() -> None:
    """Each record of JSON Lines is mended for itself; blank and broken lines stay as they are."""
    data, _ = mended(good())
    wrong = {**data, "source": {**data["source"], "sha256": "0" * 64}}
    rows = [json.dumps(data), "", json.dumps(wrong), "{", ""]
    fixed = fix_lines("\n".join(rows).encode())
    assert fixed.data.decode().split("\n") == [rows[0], "", rows[0], "{", ""]
    assert fixed.done == ("line 3: O101 /source: the text fits; put its digest and length in",)
    assert fixed.refused == ("line 4: the syntax has to be mended first",)


def test_a_byte_order_mark_is_taken_out() -> None:
    """The mark goes, the rest stays."""
    data, _ = mended(good())
    assert fix_json(b"\xef\xbb\xbf" + written(data)).data == written(data)


@pytest.mark.parametrize("file", [b"", b"[]", b"3", b'{"a": 1,}', b'{"format": "claims/2.0"}', b"\xff", b"[" * 9999])
def test_what_cannot_be_mended_stays(file: bytes) -> None:
    """What is no claim file is left alone, with a reason."""
    fixed = fix_json(file)
    assert fixed.data == file
    assert fixed.refused
