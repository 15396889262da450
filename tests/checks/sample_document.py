"""A good document about a short text of our own: what the mutants of the tests are made from."""

from __future__ import annotations

import copy
from typing import Any

from claims.text import digest

TEXT = (
    "Harbour bridge reopens\n\n"
    "The city said on Monday that its engineers repaired the bridge in May 2020.\n"
    "Mayor Lund claimed that reports say the toll rose because traffic fell.\n"
    "It may close again if storms return.\n\n"
    "Harbour bridge reopens\n"
    "Photo: Ada Novak\n"
)


def span(words: str, after: str = "") -> list[int]:
    """Return where `words` stand, the first time behind `after`."""
    start = TEXT.index(words, TEXT.index(after))
    return [start, start + len(words)]


def at(words: str, after: str = "", **fields: Any) -> dict[str, Any]:
    """Return a slot that holds `words`."""
    return {**fields, "spans": [span(words, after)], "exact": words}


def claim(name: str, sentence: str, words: str, text: str, type: str = "event", **fields: Any) -> dict[str, Any]:
    """Return a claim whose extent is `words`."""
    after = fields.pop("after", "")
    chain = fields.get("attribution", [])
    row = {"id": name, "sentence": sentence, "spans": [span(words, after)], "text": text, "type": type, "kind": "fact"}
    row |= {"when": [], "where": [], "attribution": [], "polarity": "+", "tense": "past", "relations": [], "edits": []}
    row["certainty"] = {"author": "Uu" if chain else "CT+", **dict.fromkeys(chain, "CT+")}
    return {**row, "by": "m1", **fields}


def what(words: str, lemma: str, *arguments: dict[str, Any], after: str = "") -> dict[str, Any]:
    """Return what is said."""
    return {"predicate": at(words, after, lemma=lemma), "arguments": list(arguments)}


def sentences() -> list[dict[str, Any]]:
    """Return the sentences of the text."""
    rows = []
    for index, (line, zone) in enumerate(
        zip(filter(None, TEXT.split("\n")), ["headline", "body", "body", "body", "caption", "credit"], strict=True)
    ):
        after = "return." if zone == "caption" else ""
        rows.append({"id": f"s{index + 1}", "span": span(line, after), "paragraph": index, "zone": zone, "by": "m1"})
    rows[4]["duplicate_of"] = "s1"
    rows[5]["no_claim"] = "credit"
    return rows


def claims() -> list[dict[str, Any]]:
    """Return the claims of the text."""
    head = "Harbour bridge"
    said = "its engineers repaired the bridge in May 2020"
    told = "reports say the toll rose because traffic fell"
    return [
        claim(
            "c1",
            "s1",
            "Harbour bridge reopens",
            "Harbour bridge reopens.",
            who=[at(head, entity="e2")],
            what=what("reopens", "reopen"),
        ),
        claim(
            "c2",
            "s2",
            "The city said on Monday that " + said,
            f"The city said on Monday that {said}.",
            "speech_act",
            who=[at("The city", entity="e1")],
            what=what("said", "say", at(said, role="complement")),
            when=[at("on Monday", time="t1", relation="during", edtf="2020-05-11")],
        ),
        claim(
            "c3",
            "s2",
            said,
            "The city's engineers repaired the bridge in May 2020.",
            attribution=["a1"],
            who=[at("its engineers")],
            what=what("repaired", "repair", at("the bridge", role="object", entity="e2")),
            when=[at("in May 2020", time="t2", relation="during", edtf="2020-05")],
            edits=[
                {
                    "op": "replace",
                    "span": span("its"),
                    "text": "the city's",
                    "antecedents": [span("The city")],
                    "reason": "possessive",
                }
            ],
        ),
        claim(
            "c4",
            "s3",
            "Mayor Lund claimed that " + told,
            f"Mayor Lund claimed that {told}.",
            "speech_act",
            who=[at("Mayor Lund", entity="e3")],
            what=what("claimed", "claim", at(told, role="complement")),
        ),
        claim(
            "c5",
            "s3",
            told,
            "Reports say the toll rose because traffic fell.",
            "speech_act",
            attribution=["a2"],
            who=[at("reports")],
            what=what("say", "say", at("the toll rose because traffic fell", role="complement")),
        ),
        claim(
            "c6",
            "s3",
            "the toll rose",
            "The toll rose.",
            attribution=["a2", "a3"],
            who=[at("the toll")],
            what=what("rose", "rise"),
            relations=[{"type": "cause", "target": "c7"}],
        ),
        claim(
            "c7",
            "s3",
            "traffic fell",
            "Traffic fell.",
            attribution=["a2", "a3"],
            who=[at("traffic")],
            what=what("fell", "fall"),
        ),
        claim(
            "c8",
            "s4",
            "It may close again",
            "It may close again.",
            kind="prediction",
            tense="future",
            who=[at("It", "fell.")],
            what=what("may close again", "close"),
            relations=[at("if storms return", type="condition")],
            unresolved=[
                {
                    "span": span("It", "fell."),
                    "candidates": [[span("The city")], [span("the bridge")]],
                    "reason": "two candidates",
                }
            ],
        ),
        claim(
            "c9",
            "s5",
            "Harbour bridge reopens",
            "Harbour bridge reopens.",
            after="return.",
            who=[at(head, "return.", entity="e2")],
            what=what("reopens", "reopen", after="return."),
        ),
    ]


def attributions() -> list[dict[str, Any]]:
    """Return the links of the text: one alone, and one in another."""
    said = "its engineers repaired the bridge in May 2020"
    told = "reports say the toll rose because traffic fell"
    common = {"quote": "indirect", "scope_ambiguous": False, "by": "m1"}
    return [
        {
            "id": "a1",
            "sentence": "s2",
            "parent": None,
            "source": at("The city", type="collective", entity="e1"),
            "cue": at("said", lemma="say", type="say"),
            "content": at(said),
            "speech_act": "c2",
            **common,
        },
        {
            "id": "a2",
            "sentence": "s3",
            "parent": None,
            "source": at("Mayor Lund", type="named", entity="e3"),
            "cue": at("claimed", lemma="claim", type="claim"),
            "content": at(told),
            "speech_act": "c4",
            **common,
        },
        {
            "id": "a3",
            "sentence": "s3",
            "parent": "a2",
            "source": at("reports", type="unnamed"),
            "cue": at("say", lemma="say", type="say"),
            "content": at("the toll rose because traffic fell"),
            "speech_act": "c5",
            **common,
        },
    ]


def verdicts() -> list[dict[str, Any]]:
    """Return verdicts: a base rating, its successor on a scale, and one without need of evidence."""
    quote = {"exact": "repaired the bridge", "prefix": "engineers ", "suffix": " in"}
    own = {"stance": "supports", "document": "bridge", "quote": quote, "spans": [span("repaired the bridge")]}
    return [
        {"id": "v1", "claim": "c3", "rating": "supported", "evidence": [own], "by": "p1", "at": "2020-05-13"},
        {
            "id": "v2",
            "claim": "c3",
            "rating": "four",
            "scale": "stars",
            "supersedes": "v1",
            "by": "p1",
            "evidence": [{"stance": "supports", "url": "https://example.org/log", "retrieved": "2020-05-14T08:00:00Z"}],
        },
        {"id": "v3", "claim": "c8", "rating": "not_checkable", "evidence": []},
        {
            "id": "v4",
            "claim": "c3",
            "rating": "refuted",
            "slot": "when",
            "evidence": [{"stance": "refutes", "url": "https://example.org/log"}],
        },
    ]


def good() -> dict[str, Any]:
    """Return a fresh copy of the good document, which breaks no rule."""
    return copy.deepcopy(
        {
            "format": "claims/1.0",
            "source": {
                "id": "bridge",
                "sha256": digest(TEXT),
                "length": len(TEXT),
                "language": "en",
                "title": "Harbour bridge reopens",
                "author": ["Ada Novak"],
                "published": "2020-05-12",
                "text": TEXT,
            },
            "annotators": [
                {
                    "id": "m1",
                    "kind": "software",
                    "name": "claims",
                    "version": "0.1.0",
                    "model": {"name": "none", "version": "1"},
                },
                {"id": "p1", "kind": "person", "name": "Ada Novak"},
            ],
            "sentences": sentences(),
            "entities": [
                {
                    "id": "e1",
                    "name": "the city",
                    "type": "organisation",
                    "mentions": [[span("The city")], [span("its")]],
                },
                {
                    "id": "e2",
                    "name": "Harbour bridge",
                    "type": "place",
                    "mentions": [[span("Harbour bridge")]],
                    "same_as": ["https://example.org/bridge"],
                },
                {"id": "e3", "name": "Lund", "type": "person", "mentions": [[span("Lund")]]},
            ],
            "times": [
                {
                    **at("Monday", type="DATE"),
                    "id": "t1",
                    "value": "2020-05-11",
                    "mod": None,
                    "anchor": "published",
                    "edtf": "2020-05-11",
                },
                {
                    **at("May 2020", type="DATE"),
                    "id": "t2",
                    "value": "2020-05",
                    "mod": None,
                    "anchor": None,
                    "edtf": "2020-05",
                },
            ],
            "attributions": attributions(),
            "claims": claims(),
            "scales": [
                {
                    "id": "stars",
                    "name": "Stars",
                    "ratings": [{"value": "four", "means": "supported"}, {"value": "none", "means": "refuted"}],
                }
            ],
            "verdicts": verdicts(),
        }
    )


#: Fields that hold offsets, and fields that hold ids of what is repeated.
OFFSETS = frozenset({"span", "spans", "antecedents", "candidates", "mentions", "head"})
IDS = frozenset({"id", "sentence", "duplicate_of", "entity", "time", "target", "attribution", "parent", "speech_act"})
VERDICT_IDS = frozenset({"claim", "supersedes"})


def moved(value: Any, number: int, field: str = "") -> Any:
    """Return a part of the document for the repetition `number` of the text."""
    if isinstance(value, dict):
        ids = {key: f"{key}_{number}" if field == "certainty" and key != "author" else key for key in value}
        return {ids[key]: moved(item, number, key) for key, item in value.items()}
    if isinstance(value, list):
        return [moved(item, number, field) for item in value]
    if isinstance(value, int) and not isinstance(value, bool) and field in OFFSETS:
        return value + number * len(TEXT)
    return f"{value}_{number}" if isinstance(value, str) and field in IDS | VERDICT_IDS else value


def repeated(times: int) -> dict[str, Any]:
    """Return a good document about the text written down several times."""
    data = good()
    for field in ("sentences", "entities", "times", "attributions", "claims", "verdicts"):
        data[field] = [moved(row, number) for number in range(times) for row in data[field]]
    text = TEXT * times
    data["source"] |= {"text": text, "length": len(text), "sha256": digest(text)}
    return data
