"""The classes of `claims.model` again, without anything but their fields: what the rules see of a file.

Made from `claims.model` by `scripts/update_rows.py`; do not edit by hand. A test holds the values against those of the
codec. Making attrs classes, loading the codec and asking each value for its type costs more than checking a small
file: here the schema has accepted everything, and nobody compares or prints a row.

`d` is the data of a row, `n` is told how many members it has, `s` makes a span, `e` an extent, `i` a whole number.
"""

# Lines are filled: it is the width that keeps the module short.
# fmt: off
# ruff: noqa: D101

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from claims.schema_files import FORMAT
from claims.text import Extent, Span

D = dict[str, Any]
N = Callable[[int], None]
S = Callable[[Any], Span]
E = Callable[[Any], Extent]
I = Callable[[Any], int]  # noqa: E741

NO_WORDS = Extent()


class Source:
    __slots__ = ("author", "id", "language", "length", "path", "published", "publisher", "sha256", "text", "title",
                 "url")

    def __init__(self, d: D, n: N, s: S, e: E, i: I) -> None:
        n(len(d))
        self.id = d["id"]
        self.sha256 = d["sha256"]
        self.length = i(d["length"])
        self.language = d["language"]
        self.title = d.get("title")
        self.author = tuple(d.get("author", ()))
        self.publisher = d.get("publisher")
        self.url = d.get("url")
        self.published = d.get("published")
        self.text = d.get("text")
        self.path = d.get("path")


class Model:
    __slots__ = ("name", "sha256", "version")

    def __init__(self, d: D, n: N, s: S, e: E, i: I) -> None:
        n(len(d))
        self.name = d["name"]
        self.version = d["version"]
        self.sha256 = d.get("sha256")


class Annotator:
    __slots__ = ("id", "kind", "model", "name", "version")

    def __init__(self, d: D, n: N, s: S, e: E, i: I) -> None:
        n(len(d))
        self.id = d["id"]
        self.kind = d["kind"]
        self.name = d["name"]
        self.version = d.get("version")
        self.model = Model(d["model"], n, s, e, i) if d.get("model") is not None else None


class Sentence:
    __slots__ = ("by", "duplicate_of", "id", "no_claim", "paragraph", "span", "zone")

    def __init__(self, d: D, n: N, s: S, e: E, i: I) -> None:
        n(len(d))
        self.id = d["id"]
        self.span = s(d["span"])
        self.paragraph = i(d["paragraph"])
        self.zone = d["zone"]
        self.duplicate_of = d.get("duplicate_of")
        self.no_claim = d.get("no_claim")
        self.by = d.get("by")


class Entity:
    __slots__ = ("by", "id", "mentions", "name", "same_as", "type")

    def __init__(self, d: D, n: N, s: S, e: E, i: I) -> None:
        n(len(d))
        self.id = d["id"]
        self.name = d["name"]
        self.type = d["type"]
        self.mentions = tuple([e(x) for x in d.get("mentions", ())])
        self.same_as = tuple(d.get("same_as", ()))
        self.by = d.get("by")


class Time:
    __slots__ = ("anchor", "begin_point", "by", "edtf", "end_point", "exact", "id", "mod", "reason", "spans", "type",
                 "value")

    def __init__(self, d: D, n: N, s: S, e: E, i: I) -> None:
        n(len(d))
        self.id = d["id"]
        self.spans = e(d["spans"])
        self.exact = d["exact"]
        self.type = d["type"]
        self.value = d["value"]
        self.mod = d.get("mod")
        self.anchor = d.get("anchor")
        self.edtf = d.get("edtf")
        self.reason = d.get("reason")
        self.by = d.get("by")
        self.begin_point = d.get("begin_point")
        self.end_point = d.get("end_point")


class VoiceSource:
    __slots__ = ("entity", "exact", "spans", "type")

    def __init__(self, d: D, n: N, s: S, e: E, i: I) -> None:
        n(len(d))
        self.type = d["type"]
        self.spans = e(d["spans"]) if "spans" in d else NO_WORDS
        self.exact = d.get("exact", "")
        self.entity = d.get("entity")


class Cue:
    __slots__ = ("exact", "lemma", "spans", "type")

    def __init__(self, d: D, n: N, s: S, e: E, i: I) -> None:
        n(len(d))
        self.spans = e(d["spans"])
        self.exact = d["exact"]
        self.lemma = d["lemma"]
        self.type = d["type"]


class Content:
    __slots__ = ("exact", "spans")

    def __init__(self, d: D, n: N, s: S, e: E, i: I) -> None:
        n(len(d))
        self.spans = e(d["spans"])
        self.exact = d["exact"]


class Attribution:
    __slots__ = ("by", "content", "cue", "id", "parent", "quote", "scope_ambiguous", "sentence", "source", "speech_act")

    def __init__(self, d: D, n: N, s: S, e: E, i: I) -> None:
        n(len(d))
        self.id = d["id"]
        self.sentence = d["sentence"]
        self.parent = d["parent"]
        self.source = VoiceSource(d["source"], n, s, e, i)
        self.cue = Cue(d["cue"], n, s, e, i) if d["cue"] is not None else None
        self.content = Content(d["content"], n, s, e, i)
        self.quote = d["quote"]
        self.scope_ambiguous = d.get("scope_ambiguous", False)
        self.speech_act = d.get("speech_act")
        self.by = d.get("by")


class Mention:
    __slots__ = ("entity", "exact", "spans")

    def __init__(self, d: D, n: N, s: S, e: E, i: I) -> None:
        n(len(d))
        self.spans = e(d["spans"])
        self.exact = d["exact"]
        self.entity = d.get("entity")


class Predicate:
    __slots__ = ("exact", "head", "lemma", "spans")

    def __init__(self, d: D, n: N, s: S, e: E, i: I) -> None:
        n(len(d))
        self.spans = e(d["spans"])
        self.exact = d["exact"]
        self.lemma = d["lemma"]
        self.head = s(d["head"]) if d.get("head") is not None else None


class Argument:
    __slots__ = ("entity", "exact", "role", "spans")

    def __init__(self, d: D, n: N, s: S, e: E, i: I) -> None:
        n(len(d))
        self.role = d["role"]
        self.spans = e(d["spans"])
        self.exact = d["exact"]
        self.entity = d.get("entity")


class What:
    __slots__ = ("arguments", "predicate")

    def __init__(self, d: D, n: N, s: S, e: E, i: I) -> None:
        n(len(d))
        self.predicate = Predicate(d["predicate"], n, s, e, i)
        self.arguments = tuple([Argument(x, n, s, e, i) for x in d.get("arguments", ())])


class When:
    __slots__ = ("edtf", "exact", "relation", "spans", "target", "time")

    def __init__(self, d: D, n: N, s: S, e: E, i: I) -> None:
        n(len(d))
        self.spans = e(d["spans"])
        self.exact = d["exact"]
        self.time = d.get("time")
        self.relation = d.get("relation")
        self.target = d.get("target")
        self.edtf = d.get("edtf")


class Certainty:
    __slots__ = ("holder", "value")

    def __init__(self, holder: str, value: str) -> None:
        self.holder = holder
        self.value = value


class Relation:
    __slots__ = ("exact", "spans", "target", "type", "value")

    def __init__(self, d: D, n: N, s: S, e: E, i: I) -> None:
        n(len(d))
        self.type = d["type"]
        self.target = d.get("target")
        self.spans = e(d["spans"]) if d.get("spans") is not None else None
        self.exact = d.get("exact")
        self.value = d.get("value")


class Edit:
    __slots__ = ("antecedents", "at", "op", "reason", "span", "text")

    def __init__(self, d: D, n: N, s: S, e: E, i: I) -> None:
        n(len(d))
        self.op = d["op"]
        self.text = d.get("text")
        self.span = s(d["span"]) if d.get("span") is not None else None
        self.at = i(d["at"]) if d.get("at") is not None else None
        self.antecedents = tuple([s(x) for x in d.get("antecedents", ())])
        self.reason = d.get("reason")


class Unresolved:
    __slots__ = ("candidates", "reason", "span")

    def __init__(self, d: D, n: N, s: S, e: E, i: I) -> None:
        n(len(d))
        self.span = s(d["span"])
        self.candidates = tuple([e(x) for x in d.get("candidates", ())])
        self.reason = d.get("reason")


class Claim:
    __slots__ = ("attribution", "by", "certainty", "confidence", "edits", "id", "kind", "polarity", "relations", "rule",
                 "sentence", "spans", "tense", "text", "type", "unresolved", "what", "when", "where", "who")

    def __init__(self, d: D, n: N, s: S, e: E, i: I) -> None:
        n(len(d))
        self.id = d["id"]
        self.sentence = d["sentence"]
        self.spans = e(d["spans"])
        self.text = d["text"]
        self.type = d["type"]
        self.kind = d["kind"]
        self.who = tuple([Mention(x, n, s, e, i) for x in d["who"]])
        self.what = What(d["what"], n, s, e, i)
        self.when = tuple([When(x, n, s, e, i) for x in d.get("when", ())])
        self.where = tuple([Mention(x, n, s, e, i) for x in d.get("where", ())])
        self.attribution = tuple(d.get("attribution", ()))
        self.polarity = d.get("polarity", "+")
        certainty = d.get("certainty") or {}
        n(len(certainty))
        self.certainty = tuple([Certainty(holder, value) for holder, value in certainty.items()])
        self.tense = d.get("tense", "present")
        self.relations = tuple([Relation(x, n, s, e, i) for x in d.get("relations", ())])
        self.edits = tuple([Edit(x, n, s, e, i) for x in d.get("edits", ())])
        self.unresolved = tuple([Unresolved(x, n, s, e, i) for x in d.get("unresolved", ())])
        self.rule = d.get("rule")
        self.confidence = d.get("confidence")
        self.by = d.get("by")


class ScaleRating:
    __slots__ = ("label", "means", "value")

    def __init__(self, d: D, n: N, s: S, e: E, i: I) -> None:
        n(len(d))
        self.value = d["value"]
        self.means = d["means"]
        self.label = d.get("label")


class Scale:
    __slots__ = ("id", "name", "ratings")

    def __init__(self, d: D, n: N, s: S, e: E, i: I) -> None:
        n(len(d))
        self.id = d["id"]
        self.name = d["name"]
        self.ratings = tuple([ScaleRating(x, n, s, e, i) for x in d["ratings"]])


class Quotation:
    __slots__ = ("exact", "prefix", "suffix")

    def __init__(self, d: D, n: N, s: S, e: E, i: I) -> None:
        n(len(d))
        self.exact = d["exact"]
        self.prefix = d.get("prefix")
        self.suffix = d.get("suffix")


class Evidence:
    __slots__ = ("document", "quote", "retrieved", "spans", "stance", "url")

    def __init__(self, d: D, n: N, s: S, e: E, i: I) -> None:
        n(len(d))
        self.stance = d["stance"]
        self.url = d.get("url")
        self.document = d.get("document")
        self.quote = Quotation(d["quote"], n, s, e, i) if d.get("quote") is not None else None
        self.spans = e(d["spans"]) if d.get("spans") is not None else None
        self.retrieved = d.get("retrieved")


class Verdict:
    __slots__ = ("at", "by", "claim", "evidence", "id", "rating", "rationale", "scale", "slot", "supersedes")

    def __init__(self, d: D, n: N, s: S, e: E, i: I) -> None:
        n(len(d))
        self.id = d["id"]
        self.claim = d["claim"]
        self.rating = d["rating"]
        self.scale = d.get("scale")
        self.slot = d.get("slot")
        self.rationale = d.get("rationale")
        self.evidence = tuple([Evidence(x, n, s, e, i) for x in d.get("evidence", ())])
        self.by = d.get("by")
        self.at = d.get("at")
        self.supersedes = d.get("supersedes")


class Waiver:
    __slots__ = ("at", "by", "id", "reason", "rule")

    def __init__(self, d: D, n: N, s: S, e: E, i: I) -> None:
        n(len(d))
        self.id = d["id"]
        self.rule = d["rule"]
        self.reason = d["reason"]
        self.at = d.get("at")
        self.by = d.get("by")


class Document:
    __slots__ = ("annotators", "attributions", "claims", "entities", "format", "scales", "sentences", "source", "times",
                 "verdicts", "waivers")

    def __init__(self, d: D, n: N, s: S, e: E, i: I) -> None:
        n(len(d))
        self.source = Source(d["source"], n, s, e, i)
        self.annotators = tuple([Annotator(x, n, s, e, i) for x in d.get("annotators", ())])
        self.sentences = tuple([Sentence(x, n, s, e, i) for x in d.get("sentences", ())])
        self.entities = tuple([Entity(x, n, s, e, i) for x in d.get("entities", ())])
        self.times = tuple([Time(x, n, s, e, i) for x in d.get("times", ())])
        self.attributions = tuple([Attribution(x, n, s, e, i) for x in d.get("attributions", ())])
        self.claims = tuple([Claim(x, n, s, e, i) for x in d.get("claims", ())])
        self.scales = tuple([Scale(x, n, s, e, i) for x in d.get("scales", ())])
        self.verdicts = tuple([Verdict(x, n, s, e, i) for x in d.get("verdicts", ())])
        self.format = d.get("format", FORMAT)
        self.waivers = tuple([Waiver(x, n, s, e, i) for x in d.get("waivers", ())])
