"""Put marks that people may have changed back into the claim file that they came from.

A mark that says what the claim file says leaves its claim or attribution exactly as it was. From a
changed one everything that marks can say is taken; what they cannot say stays where it still holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import attrs

from claims.codec import from_dict, to_dict
from claims.edits import tidy
from claims.errors import FormatError
from claims.formats._marks import ROLES, Mark, Slot, known_links, marks
from claims.model import FORMAT, Document, Sentence
from claims.text import Extent, digest

Plain = dict[str, Any]
Cut = Callable[[Extent], Extent]
Normal = Callable[[Mark], Mark]
_NOWHERE: Plain = {"spans": [], "exact": ""}


def bare(text: str, name: str, sentences: Sequence[Plain]) -> Document:
    """Return a document that knows nothing but its text and where sentences stand."""
    source = {"id": name, "sha256": digest(text), "length": len(text), "language": "und", "text": text}
    return from_dict({"format": FORMAT, "source": source, "sentences": list(sentences)})


def based(data: Any, text: str) -> Document:
    """Return the document of a claim file without its text, given as plain data.

    Raises `FormatError` where `text` is not the one that it was made of.
    """
    if isinstance(data, dict) and isinstance(data.get("source"), dict):
        data["source"]["text"] = text
    base = from_dict(data)
    if base.source.sha256 != digest(text):
        raise FormatError("the text is not the one that the claim file was made of (SHA-256 differs)")
    return base


def merge(
    base: Document,
    text: str,
    found: Iterable[Mark],
    normal: Normal = lambda mark: mark,
    cut: Cut = lambda extent: extent,
) -> Document:
    """Return `base` with what `found` says instead.

    `normal` makes of a mark what the format keeps of it, and `cut` of an extent, so that only real changes
    count. A claim or attribution without its mark is taken out, with the verdicts on it and the relations to it, unless
    it has no words and hence never had a mark.
    """
    before = {mark.id: normal(mark) for mark in marks(base)}
    before = {name: mark for name, mark in before.items() if mark.extent}
    before = {mark.id: mark for mark in known_links(list(before.values()))}
    after = known_links(list(found))
    if [mark for mark in after if before.get(mark.id) != mark] == [] and len(after) == len(before):
        return base
    maker = _Maker(base, text, before, {mark.id: mark for mark in after}, cut)
    data = to_dict(base)
    data["attributions"] = maker.all("attribution", data["attributions"], maker.attribution)
    chains = {link["id"]: link["parent"] for link in data["attributions"]}
    data["claims"] = maker.all("claim", data["claims"], lambda mark, old: maker.claim(mark, old, chains))
    _drop_references(data, base)
    return from_dict(data)


@attrs.frozen
class _Maker:
    """What is needed to write a mark as plain data."""

    base: Document
    text: str
    before: Mapping[str, Mark]
    after: Mapping[str, Mark]
    cut: Cut

    def all(self, kind: str, old: Sequence[Plain], make: Callable[[Mark, Plain], Plain]) -> list[Plain]:
        """Return the old items that stand, changed where their marks are; then the new ones."""
        items = []
        for item in old:
            mark = self.after.get(item["id"])
            if item["id"] not in self.before:
                items.append(item)
            elif mark is not None:
                items.append(item if mark == self.before[mark.id] else make(mark, item))
        known = {item["id"] for item in old}
        return items + [make(m, {}) for m in self.after.values() if m.kind == kind and m.id not in known]

    def words(self, extent: Extent) -> Plain:
        """Return an extent with its exact words."""
        return {"spans": [[span.start, span.end] for span in extent], "exact": extent.exact(self.text)}

    def sentence(self, mark: Mark, old: Plain) -> str:
        """Return the sentence that a mark begins in, by its id; the old one where there is none."""
        start = mark.extent.start
        fits: Iterable[Sentence] = (s for s in self.base.sentences if s.span.start <= start < s.span.end)
        found = next((sentence.id for sentence in fits), old.get("sentence"))
        if found is None:
            raise FormatError(f"the words at {start} stand in no sentence", None, mark.id)
        return found

    def slots(self, mark: Mark, role: str, old: Sequence[Plain], key: str | None = None) -> list[Plain]:
        """Return the words in a role; those that stood there before keep what else is known of them."""
        # What has no words has no mark either, so it stays.
        silent = [item for item in old if not item["spans"]]
        left = [item for item in old if item["spans"]]
        return [self._slot(slot, left, key) for slot in mark.filled(role)] + silent

    def _slot(self, slot: Slot, left: list[Plain], key: str | None) -> Plain:
        """Write a slot; what is known of the same words before is used up."""
        number = next((n for n, item in enumerate(left) if self._are_words(item, slot.extent)), None)
        item = self.words(slot.extent) if number is None else left.pop(number)
        # A format may have changed the blanks in a value: that is no change by people.
        if key is not None and (item.get(key) or "").split() != slot.value.split():
            item[key] = slot.value or None
        return item

    def _are_words(self, item: Plain, extent: Extent) -> bool:
        """Tell whether an old item has these words, as the format shows them."""
        return self.cut(Extent.of(*map(tuple, item["spans"]))) == extent

    def attribution(self, mark: Mark, old: Plain) -> Plain:
        """Write an attribution."""
        content = self.slots(mark, "content", [old.get("content", _NOWHERE)])
        cue = old.get("cue") or {}
        here = cue if cue and self._are_words(cue, mark.extent) else self.words(mark.extent)
        source = self.slots(mark, "source", [old["source"]] if old else [])
        parent, act = mark.linked("parent"), mark.linked("speech_act")
        lemma = mark.label("lemma") or cue.get("lemma") or here["exact"].lower()
        return {
            **old,
            "id": mark.id,
            "sentence": self.sentence(mark, old),
            "parent": parent[0] if parent else None,
            "source": {**(source[0] if source else _NOWHERE), "type": mark.label("source_type") or "unnamed"},
            "cue": {**here, "lemma": lemma, "type": mark.label("cue_type") or "say"}
            if self._has_cue(mark, old, content)
            else None,
            "content": content[0] if content else _NOWHERE,
            "quote": mark.label("quote") or "indirect",
            "speech_act": act[0] if act else None,
        }

    def _has_cue(self, mark: Mark, old: Plain, content: Sequence[Plain]) -> bool:
        """Tell whether the words of an attribution are its cue: without one they are its content."""
        if mark.label("cue_type"):
            return True
        if old and old["cue"] is None and mark.extent == self.before[mark.id].extent:
            return False
        return not content or not self._are_words(content[0], mark.extent)

    def claim(self, mark: Mark, old: Plain, parents: Mapping[str, str | None]) -> Plain:
        """Write a claim."""
        what = old.get("what", {"predicate": {**_NOWHERE, "lemma": ""}, "arguments": []})
        predicate = self.slots(mark, "predicate", [what["predicate"]], "lemma")
        arguments = self._arguments(mark, what["arguments"])
        same = old and mark.linked("attribution") == self.before[mark.id].linked("attribution")
        chain = list(old["attribution"]) if same else _chain(mark, parents)
        polarity = mark.label("polarity") or "+"
        author = mark.label("certainty") or ("" if old else "Uu" if chain else f"CT{polarity}")
        links = {holder: value for holder, value in old.get("certainty", {}).items() if holder in chain}
        return {
            **old,
            "id": mark.id,
            "sentence": self.sentence(mark, old),
            "type": mark.label("type") or "event",
            "kind": mark.label("kind") or "fact",
            "who": self.slots(mark, "who", old.get("who", [])),
            "what": {
                "predicate": {"lemma": "", **(predicate[0] if predicate else _NOWHERE)},
                "arguments": arguments,
            },
            "when": self.slots(mark, "when", old.get("when", []), "edtf"),
            "where": self.slots(mark, "where", old.get("where", [])),
            "attribution": chain,
            "polarity": polarity,
            "certainty": {**({"author": author} if author else {}), **links},
            "tense": mark.label("tense") or "past",
            "relations": self._relations(mark, old),
            **self._wording(mark, old),
        }

    def _arguments(self, mark: Mark, old: Sequence[Plain]) -> list[Plain]:
        """Return the arguments: those of before in their order, then the new ones by their roles."""
        found = []
        for role in ROLES:
            before = [item for item in old if item["role"] == role]
            found += [{"role": role, **item} for item in self.slots(mark, role, before)]
        return [item for item in old if item in found] + [item for item in found if item not in old]

    def _relations(self, mark: Mark, old: Plain) -> list[Plain]:
        """Return relations to words as they were, and relations to claims as the links say."""
        before = old.get("relations", [])
        found = [item for item in before if item.get("target") not in self.after]
        for name, target in mark.links:
            if name != "attribution":
                known = (item for item in before if (item["type"], item.get("target")) == (name, target))
                found.append(next(known, {"type": name, "target": target}))
        return found

    def _wording(self, mark: Mark, old: Plain) -> Plain:
        """Return extent, wording and edits; edits of a changed wording are one replacement."""
        wording = mark.label("wording")
        same = old and mark.extent == self.before[mark.id].extent
        spans = old["spans"] if same else self.words(mark.extent)["spans"]
        if same and wording == self.before[mark.id].label("wording"):
            return {name: old[name] for name in ("spans", "text", "edits", "unresolved") if name in old}
        plain = tidy(" ".join(self.text[start:end] for start, end in spans))
        if not wording or wording == plain or (old and not same and wording == self.before[mark.id].label("wording")):
            return {"spans": spans, "text": plain, "edits": [], "unresolved": []}
        first, *others = spans
        edits: list[Plain] = [{"op": "replace", "span": first, "text": wording, "reason": "by hand"}]
        edits += [{"op": "delete", "span": span, "reason": "by hand"} for span in others]
        return {"spans": spans, "text": tidy(wording), "edits": edits, "unresolved": []}


def _chain(mark: Mark, parents: Mapping[str, str | None]) -> list[str]:
    """Return the chain that ends with the linked attribution, outermost first."""
    linked = mark.linked("attribution")
    chain: list[str] = []
    name: str | None = linked[-1] if linked else None
    while name is not None and name not in chain:
        chain.insert(0, name)
        name = parents.get(name)
    return chain


def _drop_references(data: Plain, base: Document) -> None:
    """Take out what refers to a claim or attribution that is gone."""
    claims = {claim["id"] for claim in data["claims"]}
    links = {link["id"] for link in data["attributions"]}
    for link in data["attributions"]:
        link["parent"] = link["parent"] if link["parent"] in links else None
        link["speech_act"] = link["speech_act"] if link["speech_act"] in claims else None
    for claim in data["claims"]:
        claim["attribution"] = [name for name in claim["attribution"] if name in links]
        claim["certainty"] = {k: v for k, v in claim["certainty"].items() if k == "author" or k in links}
        relations = claim.get("relations", [])
        claim["relations"] = [item for item in relations if item.get("target") is None or item["target"] in claims]
        for when in claim["when"]:
            if when.get("target") not in claims:
                when.pop("target", None)
    gone = {claim.id for claim in base.claims} - claims
    for time in data["times"]:
        if time["anchor"] in gone:
            time |= {"anchor": None, "reason": "what it was counted from was taken out"}
    data["verdicts"] = [verdict for verdict in data["verdicts"] if verdict["claim"] in claims]
