"""Each rule is broken by a document that breaks nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sample_document import TEXT, at, good, span

from claims.checks import RULES, validate
from claims.codec import from_dict
from claims.text import digest

Data = dict[str, Any]
Change = Callable[[Data], Any]


def put(path: str, value: Any) -> Change:
    """Return a change that sets the value at a slash path."""

    def change(data: Data) -> None:
        *parents, last = path.split("/")
        target: Any = data
        for part in parents:
            target = target[int(part) if isinstance(target, list) else part]
        target[int(last) if isinstance(target, list) else last] = value

    return change


def also(*changes: Change) -> Change:
    """Return the changes one after another."""
    return lambda data: [change(data) for change in changes]


def add(field: str, value: Any) -> Change:
    """Return a change that appends to a list of the document."""
    return lambda data: data[field].append(value)


def retext(old: str, new: str) -> Change:
    """Return a change of the text, of the same length, that keeps the stated digest right."""

    def change(data: Data) -> None:
        text = data["source"]["text"].replace(old, new)
        data["source"] |= {"text": text, "sha256": digest(text), "length": len(text)}

    return change


def copy_claim(data: Data) -> None:
    """Say one claim twice, under another id."""
    data["claims"].append({**data["claims"][8], "id": "c10"})


def shift(change: Callable[[int, int], tuple[int, int]]) -> Change:
    """Return a change of every range of the document."""

    def ranges(value: Any) -> Any:
        if isinstance(value, list) and len(value) == 2 and all(type(item) is int for item in value):
            return list(change(*value))
        if isinstance(value, dict):
            return {key: ranges(item) for key, item in value.items()}
        return [ranges(item) for item in value] if isinstance(value, list) else value

    return lambda data: data.update({key: ranges(value) for key, value in data.items() if key != "source"})


def count_from_one(data: Data) -> None:
    """Count the first character as 1, but for ranges that would then leave the text."""
    data["source"] |= {"text": TEXT + " ", "length": len(TEXT) + 1, "sha256": digest(TEXT + " ")}
    shift(lambda start, end: (start + 1, end + 1))(data)


def count_bytes(data: Data) -> None:
    """Write the headline with wide characters and count bytes from there on."""
    text = "Härbøur" + TEXT[len("Harbour") :]
    data["source"] |= {"text": text, "length": len(text), "sha256": digest(text)}
    shift(lambda start, end: (len(text[:start].encode()), len(text[:end].encode())))(data)
    for row in (data["claims"][0]["who"][0], data["claims"][0]):
        row["exact" if "exact" in row else "text"] = "x"


def drop(path: str) -> Change:
    """Return a change that takes a field out."""

    def change(data: Data) -> None:
        *parents, last = path.split("/")
        target: Any = data
        for part in parents:
            target = target[int(part) if isinstance(target, list) else part]
        del target[last]

    return change


END = len(TEXT)
ACT = {"author": "CT+"}
TIME = {"type": "DATE", "mod": None, "anchor": None, "edtf": None}

#: Code → changes of the good document, each of which breaks that rule only.
BROKEN: dict[str, list[Change]] = {
    "S001": [put("format", "claims/2.0"), put("format", 1), drop("format"), put("format", "claim/1.0")],
    "S002": [drop("claims/0/who"), drop("source/sha256"), drop("claims/7/relations/0/exact")],
    "S003": [put("clames", []), put("claims/2/note", "x"), put("claims/0/what/lemma", "reopen")],
    "S004": [
        put("sentences/0/paragraph", "0"),
        put("claims", {}),
        put("claims/0/who/0/exact", None),
        put("annotators/0/model", 3),
    ],
    "S005": [put("claims/0/tense", "passed"), put("sentences/0/zone", "footer"), put("claims/2/certainty/a1", "CT")],
    "S006": [
        put("source/sha256", "AB"),
        put("source/published", "12 May 2020"),
        put("source/language", "english!"),
        put("claims/0/id", "1st"),
        put("source/sha256", "a" * 64 + "\n"),
    ],
    "S007": [
        put("claims/0/confidence", 1.2),
        put("claims/0/spans", []),
        put("claims/0/text", ""),
        put("sentences/0/span", [-1, 4]),
        put("sentences/0/span", [0, 22, 23]),
    ],
    "S008": [
        put("claims/2/edits/0/op", "delete"),
        drop("verdicts/1/evidence/0/url"),
        put("claims/5/relations/0", {"type": "cause"}),
    ],
    "S009": [put("sentences/0/paragraph", 0.0), put("sentences/0/span", [0.0, 22]), put("source/length", float(END))],
    "S010": [put("claims/0/confidence", float("nan"))],
    "O101": [put("source/sha256", "0" * 64)],
    "O102": [put("source/length", END + 1)],
    "O103": [
        also(drop("source/text"), put("source/path", path))
        for path in ("/etc/hostname", "../x", "a/../../x", "C:\\x", "C:x", "a\\b", "//h/x")
    ],
    "O104": [put("entities/0/mentions/0", [span("The city")[::-1]]), put("claims/0/what/predicate/head", [15, 15])],
    "O105": [
        put("entities/0/mentions/0", [span("city"), span("The")]),
        put("entities/0/mentions/0", [span("The city"), span("city")]),
    ],
    "O106": [
        put("entities/0/mentions/0", [[END - 1, END + 1]]),
        put("claims/2/edits/0/antecedents", [span("The city"), [END, END + 4]]),
    ],
    "O107": [put("sentences/1/span", [span("reopens")[0], span("The city")[0] + 75])],
    "O108": [put("claims/5/sentence", "s4")],
    "O109": [put("claims/0/what/predicate/head", span("city")), put("claims/7/unresolved/0/span", span("its"))],
    "O110": [put("claims/6/what/predicate", at("fell", lemma="fall") | {"spans": [], "exact": ""})],
    "O111": [
        put("times/0/exact", "monday"),
        put("claims/0/who/0/exact", "Harbour  bridge"),
        put("attributions/0/cue/exact", "says"),
    ],
    "O112": [count_from_one, count_bytes],
    "R201": [
        add("entities", {"id": "m1", "name": "the mayor", "type": "person"}),
        add("times", {"id": "t1", **at("May 2020"), **TIME, "value": "2020-05"}),
    ],
    "R202": [
        put("claims/0/by", "m2"),
        put("attributions/0/source/entity", "e9"),
        put("verdicts/2/claim", "c99"),
        put("times/1/anchor", "t9"),
    ],
    "R203": [
        put("claims/0/by", "e1"),
        put("claims/0/who/0/entity", "c2"),
        put("claims/5/relations/0/target", "t1"),
        put("times/1/anchor", "s1"),
    ],
    "R204": [add("times", {"id": "published", **at("May 2020"), **TIME, "value": "2020-05"})],
    "R205": [
        also(put("times/0/anchor", "t2"), put("times/1/anchor", "t1")),
        put("verdicts/0/supersedes", "v2"),
        put("times/1/anchor", "t2"),
    ],
    "R206": [
        also(drop("sentences/4/duplicate_of"), put("sentences/0/duplicate_of", "s5")),
        put("sentences/4/duplicate_of", "s5"),
    ],
    "R207": [put("sentences/4/duplicate_of", "s2")],
    "R208": [put("claims/5/relations/0/target", "c6"), put("claims/1/when/0/target", "c2")],
    "A301": [
        put("claims/6/attribution", ["a3", "a2"]),
        also(put("claims/6/attribution", ["a3"]), put("claims/6/certainty", {"author": "Uu", "a3": "CT+"})),
    ],
    "A302": [also(put("attributions/2/speech_act", None), put("claims/4/type", "event"))],
    "A303": [put("claims/4/type", "event")],
    "A304": [put("claims/0/type", "speech_act")],
    "A305": [also(put("claims/4/attribution", []), put("claims/4/certainty", ACT))],
    "A306": [
        put("claims/2/certainty", ACT),
        put("claims/0/certainty", {"author": "CT+", "a1": "CT+"}),
        put("claims/0/certainty", {}),
    ],
    "A307": [
        put("attributions/2/source/type", "implicit"),
        also(put("attributions/2/source/spans", []), put("attributions/2/source/exact", "")),
    ],
    "A308": [put("attributions/0/content", at("Harbour bridge"))],
    "T401": [also(put("times/1/value", "2020-13"), put("times/1/edtf", None)), put("times/1/type", "DURATION")],
    "T402": [
        put("times/1/edtf", "2020-13"),
        put("claims/2/when/0/edtf", "May"),
        put("claims/2/when/0/edtf", "2020-05/2020-04"),
    ],
    "T403": [put("times/1/edtf", "2020-06"), put("times/0/edtf", "2020-05-12")],
    "T404": [also(put("times/1/value", None), put("times/1/edtf", None))],
    "T405": [drop("source/published")],
    "T406": [
        also(put("times/0/value", "2020-05-12"), put("times/0/edtf", "2020-05-12")),
        also(put("times/1/value", "2020-06"), put("times/1/edtf", "2020-06")),
    ],
    "T407": [put("verdicts/0/at", "2021-02-30"), put("verdicts/1/evidence/0/retrieved", "2021-02-29T08:00:00Z")],
    "W501": [
        put("claims/0/text", "Harbour bridge reopened."),
        put("claims/2/edits/0/span", span("The city")),
        put("claims/8/text", "Harbour bridge reopens"),
    ],
    "W502": [
        put("claims/2/edits/0/antecedents", []),
        also(
            put("claims/2/edits/0/text", "the town's"),
            put("claims/2/text", "The town's engineers repaired the bridge in May 2020."),
        ),
    ],
    "C601": [also(put("claims/7/relations", []), drop("claims/7/unresolved"))],
    "C602": [drop("sentences/5/no_claim")],
    "C603": [put("sentences/0/no_claim", "headline")],
    "C604": [copy_claim],
    "C605": [lambda data: data["sentences"].pop()],
    "V701": [put("verdicts/2/rating", "true"), put("verdicts/1/rating", "five"), put("verdicts/2/rating", "four")],
    "V702": [put("verdicts/0/evidence", []), put("verdicts/1/evidence", []), put("verdicts/2/rating", "refuted")],
    "V703": [
        put("verdicts/0/evidence/0/quote/exact", "repaired a bridge"),
        put("verdicts/0/evidence/0/quote/prefix", "workers "),
        put("verdicts/0/evidence/0/quote/suffix", " on"),
        put("verdicts/0/evidence/0/spans", [span("the bridge")]),
        also(put("verdicts/0/evidence/0/quote/exact", "the bridge fell"), drop("verdicts/0/evidence/0/spans")),
        put("verdicts/0/evidence/0/spans", [[END, END + 9]]),
    ],
    "V704": [put("verdicts/2/slot", "where"), put("verdicts/2/slot", "attribution")],
    "V705": [put("verdicts/2/supersedes", "v1"), put("verdicts/3/supersedes", "v1")],
    "V706": [put("scales/0/ratings/1/value", "four"), put("scales/0/ratings/1/value", "supported")],
}

CASES = [
    pytest.param(code, change, id=f"{code}-{n}") for code, changes in BROKEN.items() for n, change in enumerate(changes)
]


def test_good_document_is_clean() -> None:
    """The document that the mutants are made from breaks no rule."""
    assert validate(good()) == ()


def test_good_model_is_clean() -> None:
    """A document of the model is checked as its plain data are."""
    assert validate(from_dict(good())) == ()


@pytest.mark.parametrize(("code", "change"), CASES)
def test_broken_rule_is_told_alone(code: str, change: Change) -> None:
    """What breaks one rule is reported under its code, and nothing else is reported."""
    data = good()
    change(data)
    found = validate(data)
    assert {problem.code for problem in found} == {code}, found
    assert all(problem.message and "\n" not in problem.message for problem in found)


@pytest.mark.parametrize("code", [rule.code for rule in RULES if rule.family not in ("syntax", "corpus")])
def test_every_rule_is_tried(code: str) -> None:
    """No rule is without a document that breaks it."""
    assert BROKEN[code]
