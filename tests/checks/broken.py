"""The good document broken in one way at a time: the table of the tests, row by row with the place of the fault.

A row has the JSON pointer of the place and the change; the code is the key of its list. What breaks the syntax stands
in `broken_bytes`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sample_document import TEXT, at, attributions, claim, span

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

ATTRIBUTION = attributions()[1]


def copy_first_claim(data: Data) -> None:
    """Say the first claim twice, under another id."""
    data["claims"].append({**data["claims"][0], "id": "c10"})


def half_a_claim(data: Data) -> None:
    """Claim something of the credit line, but not its first word."""
    del data["sentences"][5]["no_claim"]
    nothing = {"predicate": {"spans": [], "exact": "", "lemma": "be"}, "arguments": []}
    who = [at("Ada Novak")]
    data["claims"].append(claim("c10", "s6", "Ada Novak", "Ada Novak.", "state", who=who, what=nothing))


#: Code → pointer of the fault and change of the good document; each breaks that rule only.
BROKEN: dict[str, list[tuple[str, Change]]] = {
    "S001": [
        ("/format", put("format", "claims/2.0")),
        ("/format", put("format", 1)),
        ("", drop("format")),
        ("/format", put("format", "claim/1.0")),
    ],
    "S002": [
        ("/claims/0", drop("claims/0/who")),
        ("/source", drop("source/sha256")),
        ("/claims/7/relations/0", drop("claims/7/relations/0/exact")),
    ],
    "S003": [
        ("/clames", put("clames", [])),
        ("/claims/2/note", put("claims/2/note", "x")),
        ("/claims/0/what/lemma", put("claims/0/what/lemma", "reopen")),
    ],
    "S004": [
        ("/sentences/0/paragraph", put("sentences/0/paragraph", "0")),
        ("/claims", put("claims", {})),
        ("/claims/0/who/0/exact", put("claims/0/who/0/exact", None)),
        ("/annotators/0/model", put("annotators/0/model", 3)),
    ],
    "S005": [
        ("/claims/0/tense", put("claims/0/tense", "passed")),
        ("/sentences/0/zone", put("sentences/0/zone", "footer")),
        ("/claims/2/certainty/a1", put("claims/2/certainty/a1", "CT")),
    ],
    "S006": [
        ("/source/sha256", put("source/sha256", "AB")),
        ("/source/published", put("source/published", "12 May 2020")),
        ("/source/language", put("source/language", "english!")),
        ("/claims/0/id", put("claims/0/id", "1st")),
        ("/source/sha256", put("source/sha256", "a" * 64 + "\n")),
    ],
    "S007": [
        ("/claims/0/confidence", put("claims/0/confidence", 1.2)),
        ("/claims/0/spans", put("claims/0/spans", [])),
        ("/claims/0/text", put("claims/0/text", "")),
        ("/sentences/0/span/0", put("sentences/0/span", [-1, 4])),
        ("/sentences/0/span", put("sentences/0/span", [0, 22, 23])),
    ],
    "S008": [
        ("/claims/2/edits/0/text", put("claims/2/edits/0/op", "delete")),
        ("/verdicts/1/evidence/0", drop("verdicts/1/evidence/0/url")),
        ("/claims/5/relations/0", put("claims/5/relations/0", {"type": "cause"})),
    ],
    "S009": [
        ("/sentences/0/paragraph", put("sentences/0/paragraph", 0.0)),
        ("/sentences/0/span/0", put("sentences/0/span", [0.0, 22])),
        ("/source/length", put("source/length", float(END))),
    ],
    "O101": [
        ("/source/sha256", put("source/sha256", "0" * 64)),
        ("/source/sha256", put("source/sha256", "f" * 64)),
    ],
    "O102": [
        ("/source/length", put("source/length", END + 1)),
        ("/source/length", put("source/length", END - 1)),
    ],
    "O103": [
        ("/source/path", also(drop("source/text"), put("source/path", path)))
        for path in ("/etc/hostname", "../x", "a/../../x", "C:\\x", "C:x", "a\\b", "//h/x")
    ],
    "O104": [
        ("/entities/0/mentions/0/0", put("entities/0/mentions/0", [span("The city")[::-1]])),
        ("/claims/0/what/predicate/head", put("claims/0/what/predicate/head", [15, 15])),
    ],
    "O105": [
        ("/entities/0/mentions/0/1", put("entities/0/mentions/0", [span("city"), span("The")])),
        ("/entities/0/mentions/0/1", put("entities/0/mentions/0", [span("The city"), span("city")])),
    ],
    "O106": [
        ("/entities/0/mentions/0", put("entities/0/mentions/0", [[END - 1, END + 1]])),
        ("/claims/2/edits/0/antecedents/1", put("claims/2/edits/0/antecedents", [span("The city"), [END, END + 4]])),
    ],
    "O107": [
        ("/sentences/1/span", put("sentences/1/span", [span("reopens")[0], span("The city")[0] + 75])),
        ("/sentences/1/span", put("sentences/1/span", [span("bridge reopens")[0], span("The city")[0] + 75])),
    ],
    "O108": [
        ("/claims/5/spans", put("claims/5/sentence", "s4")),
        ("/claims/6/spans", put("claims/6/sentence", "s2")),
    ],
    "O109": [
        ("/claims/0/what/predicate/head", put("claims/0/what/predicate/head", span("city"))),
        ("/claims/7/unresolved/0/span", put("claims/7/unresolved/0/span", span("its"))),
    ],
    "O110": [
        ("/claims/6/spans", put("claims/6/what/predicate", at("fell", lemma="fall") | {"spans": [], "exact": ""})),
        ("/claims/7/spans", put("claims/7/what/predicate", at("may close", lemma="close"))),
    ],
    "O111": [
        ("/times/0/exact", put("times/0/exact", "monday")),
        ("/claims/0/who/0/exact", put("claims/0/who/0/exact", "Harbour  bridge")),
        ("/attributions/0/cue/exact", put("attributions/0/cue/exact", "says")),
    ],
    "O112": [
        ("/times/0/spans", count_from_one),
        ("/times/0/spans", count_bytes),
    ],
    "R201": [
        ("/entities/3/id", add("entities", {"id": "m1", "name": "the mayor", "type": "person"})),
        ("/times/2/id", add("times", {"id": "t1", **at("May 2020"), **TIME, "value": "2020-05"})),
    ],
    "R202": [
        ("/claims/0/by", put("claims/0/by", "m2")),
        ("/attributions/0/source/entity", put("attributions/0/source/entity", "e9")),
        ("/verdicts/2/claim", put("verdicts/2/claim", "c99")),
        ("/times/1/anchor", put("times/1/anchor", "t9")),
    ],
    "R203": [
        ("/claims/0/by", put("claims/0/by", "e1")),
        ("/claims/0/who/0/entity", put("claims/0/who/0/entity", "c2")),
        ("/claims/5/relations/0/target", put("claims/5/relations/0/target", "t1")),
        ("/times/1/anchor", put("times/1/anchor", "s1")),
    ],
    "R204": [
        ("/times/2/id", add("times", {"id": "published", **at("May 2020"), **TIME, "value": "2020-05"})),
        ("/attributions/3/id", add("attributions", {**ATTRIBUTION, "id": "author"})),
    ],
    "R205": [
        ("/times/0/anchor", also(put("times/0/anchor", "t2"), put("times/1/anchor", "t1"))),
        ("/verdicts/0/supersedes", put("verdicts/0/supersedes", "v2")),
        ("/times/1/anchor", put("times/1/anchor", "t2")),
    ],
    "R206": [
        ("/sentences/0/duplicate_of", also(drop("sentences/4/duplicate_of"), put("sentences/0/duplicate_of", "s5"))),
        ("/sentences/4/duplicate_of", put("sentences/4/duplicate_of", "s5")),
    ],
    "R207": [
        ("/sentences/4/duplicate_of", put("sentences/4/duplicate_of", "s2")),
        ("/sentences/4/duplicate_of", put("sentences/4/duplicate_of", "s4")),
    ],
    "R209": [
        ("/waivers/0", put("waivers", [{"id": "w1", "rule": "C601", "reason": "none"}])),
        ("/waivers/0/rule", put("waivers", [{"id": "w1", "rule": "S003", "reason": "none", "at": "c1"}])),
    ],
    "R208": [
        ("/claims/5/relations/0/target", put("claims/5/relations/0/target", "c6")),
        ("/claims/1/when/0/target", put("claims/1/when/0/target", "c2")),
    ],
    "A301": [
        ("/claims/6/attribution", put("claims/6/attribution", ["a3", "a2"])),
        (
            "/claims/6/attribution",
            also(put("claims/6/attribution", ["a3"]), put("claims/6/certainty", {"author": "Uu", "a3": "CT+"})),
        ),
    ],
    "A302": [
        ("/attributions/2/speech_act", also(put("attributions/2/speech_act", None), put("claims/4/type", "event"))),
        ("/attributions/0/speech_act", also(put("attributions/0/speech_act", None), put("claims/1/type", "event"))),
    ],
    "A303": [
        ("/attributions/2/speech_act", put("claims/4/type", "event")),
        ("/attributions/0/speech_act", put("claims/1/type", "state")),
    ],
    "A304": [
        ("/claims/0/type", put("claims/0/type", "speech_act")),
        ("/claims/8/type", put("claims/8/type", "speech_act")),
    ],
    "A305": [
        ("/claims/4/attribution", also(put("claims/4/attribution", []), put("claims/4/certainty", ACT))),
        (
            "/claims/4/attribution",
            also(
                put("claims/4/attribution", ["a2", "a3"]),
                put("claims/4/certainty", {"author": "Uu", "a2": "CT+", "a3": "CT+"}),
            ),
        ),
    ],
    "A306": [
        ("/claims/2/certainty", put("claims/2/certainty", ACT)),
        ("/claims/0/certainty/a1", put("claims/0/certainty", {"author": "CT+", "a1": "CT+"})),
        ("/claims/0/certainty", put("claims/0/certainty", {})),
    ],
    "A307": [
        ("/attributions/2/source", put("attributions/2/source/type", "implicit")),
        (
            "/attributions/2/source",
            also(put("attributions/2/source/spans", []), put("attributions/2/source/exact", "")),
        ),
    ],
    "A308": [
        ("/claims/2/attribution/0", put("attributions/0/content", at("Harbour bridge"))),
        ("/claims/2/attribution/0", put("attributions/0/content", at("Photo"))),
    ],
    "T401": [
        ("/times/1/value", also(put("times/1/value", "2020-13"), put("times/1/edtf", None))),
        ("/times/1/value", put("times/1/type", "DURATION")),
    ],
    "T402": [
        ("/times/1/edtf", put("times/1/edtf", "2020-13")),
        ("/claims/2/when/0/edtf", put("claims/2/when/0/edtf", "May")),
        ("/claims/2/when/0/edtf", put("claims/2/when/0/edtf", "2020-05/2020-04")),
    ],
    "T403": [
        ("/times/1/edtf", put("times/1/edtf", "2020-06")),
        ("/times/0/edtf", put("times/0/edtf", "2020-05-12")),
    ],
    "T404": [
        ("/times/1/value", also(put("times/1/value", None), put("times/1/edtf", None))),
        ("/times/0/value", also(put("times/0/value", None), put("times/0/edtf", None))),
    ],
    "T405": [
        ("/times/0/anchor", drop("source/published")),
        ("/times/0/anchor", put("source/published", None)),
    ],
    "T406": [
        ("/times/0/value", also(put("times/0/value", "2020-05-12"), put("times/0/edtf", "2020-05-12"))),
        ("/times/1/value", also(put("times/1/value", "2020-06"), put("times/1/edtf", "2020-06"))),
    ],
    "T407": [
        ("/verdicts/0/at", put("verdicts/0/at", "2021-02-30")),
        ("/verdicts/1/evidence/0/retrieved", put("verdicts/1/evidence/0/retrieved", "2021-02-29T08:00:00Z")),
    ],
    "T408": [
        (
            "/times/0/begin_point",
            also(
                put("times/0/type", "DURATION"),
                put("times/0/value", "P2W"),
                put("times/0/anchor", None),
                put("times/0/edtf", "2020-04-28/2020-05-11"),
                put("times/0/begin_point", "2020-05-01"),
            ),
        ),
        (
            "/times/0/end_point",
            also(
                put("times/0/type", "DURATION"),
                put("times/0/value", "PXW"),
                put("times/0/anchor", None),
                put("times/0/edtf", None),
                put("times/0/begin_point", "t2"),
                put("times/0/end_point", "2020-03"),
            ),
        ),
    ],
    "W501": [
        ("/claims/0/text", put("claims/0/text", "Harbour bridge reopened.")),
        ("/claims/2/edits", put("claims/2/edits/0/span", span("The city"))),
        ("/claims/8/text", put("claims/8/text", "Harbour bridge reopens")),
    ],
    "W502": [
        ("/claims/2/edits/0/text", put("claims/2/edits/0/antecedents", [])),
        (
            "/claims/2/edits/0/text",
            also(
                put("claims/2/edits/0/text", "the town's"),
                put("claims/2/text", "The town's engineers repaired the bridge in May 2020."),
            ),
        ),
    ],
    "C601": [
        ("/sentences/3", also(put("claims/7/relations", []), drop("claims/7/unresolved"))),
        ("/sentences/5", half_a_claim),
    ],
    "C602": [
        ("/sentences/5", drop("sentences/5/no_claim")),
        ("/sentences/5", put("sentences/5/no_claim", None)),
    ],
    "C603": [
        ("/sentences/0/no_claim", put("sentences/0/no_claim", "headline")),
        ("/sentences/4/no_claim", put("sentences/4/no_claim", "duplicate")),
    ],
    "C604": [
        ("/claims/9", copy_claim),
        ("/claims/9", copy_first_claim),
    ],
    "C605": [
        ("/sentences", lambda data: data["sentences"].pop()),
        ("/sentences/5", put("sentences/5/span", span("Ada Novak"))),
    ],
    "V701": [
        ("/verdicts/2/rating", put("verdicts/2/rating", "true")),
        ("/verdicts/1/rating", put("verdicts/1/rating", "five")),
        ("/verdicts/2/rating", put("verdicts/2/rating", "four")),
    ],
    "V702": [
        ("/verdicts/0/evidence", put("verdicts/0/evidence", [])),
        ("/verdicts/1/evidence", put("verdicts/1/evidence", [])),
        ("/verdicts/2/evidence", put("verdicts/2/rating", "refuted")),
    ],
    "V703": [
        ("/verdicts/0/evidence/0", put("verdicts/0/evidence/0/quote/exact", "repaired a bridge")),
        ("/verdicts/0/evidence/0", put("verdicts/0/evidence/0/quote/prefix", "workers ")),
        ("/verdicts/0/evidence/0", put("verdicts/0/evidence/0/quote/suffix", " on")),
        ("/verdicts/0/evidence/0", put("verdicts/0/evidence/0/spans", [span("the bridge")])),
        (
            "/verdicts/0/evidence/0",
            also(put("verdicts/0/evidence/0/quote/exact", "the bridge fell"), drop("verdicts/0/evidence/0/spans")),
        ),
        ("/verdicts/0/evidence/0", put("verdicts/0/evidence/0/spans", [[END, END + 9]])),
    ],
    "V704": [
        ("/verdicts/2/slot", put("verdicts/2/slot", "where")),
        ("/verdicts/2/slot", put("verdicts/2/slot", "attribution")),
    ],
    "V705": [
        ("/verdicts/2/supersedes", put("verdicts/2/supersedes", "v1")),
        ("/verdicts/3/supersedes", put("verdicts/3/supersedes", "v1")),
    ],
    "V706": [
        ("/scales/0/ratings/1/value", put("scales/0/ratings/1/value", "four")),
        ("/scales/0/ratings/1/value", put("scales/0/ratings/1/value", "supported")),
    ],
}
