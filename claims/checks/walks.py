"""Walks over a document: everything that has an id, names one, has a place, or quotes the text.

Each yields JSON pointers, so that a rule can say where; the order is the file's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.text import Extent

if TYPE_CHECKING:
    # Loading the model takes longer than checking a small file.
    from claims.model import Argument, Claim, Document, Mention, Predicate, Time, When

#: Lists of a claim file, with what their rows are called; every row has an id.
KINDS = {
    "annotators": "annotator",
    "sentences": "sentence",
    "entities": "entity",
    "times": "time",
    "attributions": "attribution",
    "claims": "claim",
    "scales": "scale",
    "verdicts": "verdict",
    "waivers": "waiver",
}


def bearers(document: Document) -> Iterator[tuple[str, str, str]]:
    """Yield id, kind and pointer of everything that has an id."""
    for field, kind in KINDS.items():
        for index, item in enumerate(getattr(document, field)):
            yield item.id, kind, f"/{field}/{index}"


def names(document: Document) -> dict[str, list[str]]:
    """Return the ids of each kind."""
    return {kind: [item.id for item in getattr(document, field)] for field, kind in KINDS.items()}


def referred(document: Document) -> dict[str, set[str | None]]:
    """Return what `references` yields, without pointers and at a fifth of the time: ids by the kind that is meant.

    An anchor may be a time or a claim; those stand under "anchor".
    """
    links, claims, verdicts = document.attributions, document.claims, document.verdicts
    makers = (document.sentences, document.entities, document.times, links, claims, verdicts, document.waivers)
    mentions = [
        mention for claim in claims for slot in (claim.who, claim.what.arguments, claim.where) for mention in slot
    ]
    whens = [when for claim in claims for when in claim.when]
    ties = {tie.target for claim in claims for tie in claim.relations}
    return {
        "annotator": {item.by for rows in makers for item in rows},
        "sentence": {s.duplicate_of for s in document.sentences}
        | {row.sentence for rows in (links, claims) for row in rows},
        "entity": {mention.entity for mention in mentions} | {link.source.entity for link in links},
        "time": {when.time for when in whens} | {point for time in document.times for _, point in time_points(time)},
        "anchor": {time.anchor for time in document.times},
        "attribution": {name for claim in claims for name in claim.attribution} | {link.parent for link in links},
        "claim": {when.target for when in whens}
        | ties
        | {link.speech_act for link in links}
        | {v.claim for v in verdicts},
        "scale": {verdict.scale for verdict in verdicts},
        "verdict": {verdict.supersedes for verdict in verdicts},
        "anything": {waiver.at for waiver in document.waivers},
    }


def time_points(time: Time) -> Iterator[tuple[str, str]]:
    """Yield field and id of the points of a time that are other times, not dates."""
    for field, point in (("begin_point", time.begin_point), ("end_point", time.end_point)):
        if point is not None and point != "published" and not point[0].isdigit():
            yield field, point


def references(document: Document) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield pointer, id and allowed kinds of every reference."""
    for pointer, name, *kinds in _all_references(document):
        if name is not None:
            yield pointer or "", name, tuple(kind for kind in kinds if kind)


def _all_references(document: Document) -> Iterator[tuple[str | None, ...]]:
    for i, sentence in enumerate(document.sentences):
        yield f"/sentences/{i}/duplicate_of", sentence.duplicate_of, "sentence"
        yield f"/sentences/{i}/by", sentence.by, "annotator"
    for i, entity in enumerate(document.entities):
        yield f"/entities/{i}/by", entity.by, "annotator"
    for i, time in enumerate(document.times):
        yield f"/times/{i}/by", time.by, "annotator"
        if time.anchor != "published":
            yield f"/times/{i}/anchor", time.anchor, "time", "claim"
        for field, point in time_points(time):
            yield f"/times/{i}/{field}", point, "time"
    for i, link in enumerate(document.attributions):
        yield f"/attributions/{i}/by", link.by, "annotator"
        yield f"/attributions/{i}/sentence", link.sentence, "sentence"
        yield f"/attributions/{i}/parent", link.parent, "attribution"
        yield f"/attributions/{i}/source/entity", link.source.entity, "entity"
        yield f"/attributions/{i}/speech_act", link.speech_act, "claim"
    for i, claim in enumerate(document.claims):
        yield from _claim_references(f"/claims/{i}", claim)
    for i, verdict in enumerate(document.verdicts):
        yield f"/verdicts/{i}/by", verdict.by, "annotator"
        yield f"/verdicts/{i}/claim", verdict.claim, "claim"
        yield f"/verdicts/{i}/scale", verdict.scale, "scale"
        yield f"/verdicts/{i}/supersedes", verdict.supersedes, "verdict"
    for i, waiver in enumerate(document.waivers):
        yield f"/waivers/{i}/by", waiver.by, "annotator"
        yield f"/waivers/{i}/at", waiver.at, *KINDS.values()


def _claim_references(pointer: str, claim: Claim) -> Iterator[tuple[str, str | None, str]]:
    yield f"{pointer}/by", claim.by, "annotator"
    yield f"{pointer}/sentence", claim.sentence, "sentence"
    for i, name in enumerate(claim.attribution):
        yield f"{pointer}/attribution/{i}", name, "attribution"
    for i, mention in enumerate(claim.who):
        yield f"{pointer}/who/{i}/entity", mention.entity, "entity"
    for i, argument in enumerate(claim.what.arguments):
        yield f"{pointer}/what/arguments/{i}/entity", argument.entity, "entity"
    for i, place in enumerate(claim.where):
        yield f"{pointer}/where/{i}/entity", place.entity, "entity"
    for i, when in enumerate(claim.when):
        yield f"{pointer}/when/{i}/time", when.time, "time"
        yield f"{pointer}/when/{i}/target", when.target, "claim"
    for i, tie in enumerate(claim.relations):
        yield f"{pointer}/relations/{i}/target", tie.target, "claim"


def _parts(claim: Claim) -> tuple[Mention | Predicate | Argument | When, ...]:
    what = claim.what
    return (*claim.who, what.predicate, *what.arguments, *claim.when, *claim.where)


def slot_extents(claim: Claim) -> list[Extent]:
    """Return the extents that `slots` yields, without pointers and in less time."""
    return [part.spans for part in _parts(claim)]


def slots(claim: Claim) -> Iterator[tuple[str, Extent]]:
    """Yield the pointer (below the claim) and the extent of each slot."""
    for index, mention in enumerate(claim.who):
        yield f"/who/{index}", mention.spans
    yield "/what/predicate", claim.what.predicate.spans
    for index, argument in enumerate(claim.what.arguments):
        yield f"/what/arguments/{index}", argument.spans
    for index, when in enumerate(claim.when):
        yield f"/when/{index}", when.spans
    for index, place in enumerate(claim.where):
        yield f"/where/{index}", place.spans


def places(document: Document) -> Iterator[tuple[str, Extent]]:
    """Yield every extent of the document that does not have to lie in another, with its pointer."""
    for index, sentence in enumerate(document.sentences):
        yield f"/sentences/{index}/span", Extent((sentence.span,))
    for index, entity in enumerate(document.entities):
        for number, mention in enumerate(entity.mentions):
            yield f"/entities/{index}/mentions/{number}", mention
    for index, time in enumerate(document.times):
        yield f"/times/{index}/spans", time.spans
    for index, link in enumerate(document.attributions):
        yield f"/attributions/{index}/source/spans", link.source.spans
        if link.cue:
            yield f"/attributions/{index}/cue/spans", link.cue.spans
        yield f"/attributions/{index}/content/spans", link.content.spans
    for index, claim in enumerate(document.claims):
        yield from _claim_places(f"/claims/{index}", claim)


def reach(document: Document) -> int:
    """Return where the last of the extents that `places` yields ends, in less time."""
    links, claims = document.attributions, document.claims
    extents: list[Extent] = [mention for entity in document.entities for mention in entity.mentions]
    extents += [time.spans for time in document.times]
    extents += [link.source.spans for link in links]
    extents += [link.content.spans for link in links]
    extents += [link.cue.spans for link in links if link.cue]
    extents += [claim.spans for claim in claims]
    extents += [tie.spans for claim in claims for tie in claim.relations if tie.spans]
    extents += [extent for claim in claims for kept in claim.unresolved for extent in kept.candidates]
    ends = [extent.spans[-1].end for extent in extents if extent.spans]
    ends += [sentence.span.end for sentence in document.sentences]
    ends += [span.end for claim in claims for edit in claim.edits for span in edit.antecedents]
    return max(ends, default=0)


def _claim_places(pointer: str, claim: Claim) -> Iterator[tuple[str, Extent]]:
    yield f"{pointer}/spans", claim.spans
    for index, tie in enumerate(claim.relations):
        if tie.spans:
            yield f"{pointer}/relations/{index}/spans", tie.spans
    for index, edit in enumerate(claim.edits):
        for number, span in enumerate(edit.antecedents):
            yield f"{pointer}/edits/{index}/antecedents/{number}", Extent((span,))
    for index, kept in enumerate(claim.unresolved):
        for number, extent in enumerate(kept.candidates):
            yield f"{pointer}/unresolved/{index}/candidates/{number}", extent


def quotes(document: Document) -> Iterator[tuple[Extent, str]]:
    """Yield what `exacts` yields, without pointers and in less time."""
    for time in document.times:
        yield time.spans, time.exact
    for link in document.attributions:
        yield link.source.spans, link.source.exact
        if link.cue:
            yield link.cue.spans, link.cue.exact
        yield link.content.spans, link.content.exact
    for claim in document.claims:
        for part in _parts(claim):
            yield part.spans, part.exact
        for tie in claim.relations:
            if tie.spans and tie.exact is not None:
                yield tie.spans, tie.exact


def exacts(document: Document) -> Iterator[tuple[str, Extent, str]]:
    """Yield pointer, extent and stated words of everything that quotes the text."""
    for index, time in enumerate(document.times):
        yield f"/times/{index}", time.spans, time.exact
    for index, link in enumerate(document.attributions):
        yield f"/attributions/{index}/source", link.source.spans, link.source.exact
        if link.cue:
            yield f"/attributions/{index}/cue", link.cue.spans, link.cue.exact
        yield f"/attributions/{index}/content", link.content.spans, link.content.exact
    for index, claim in enumerate(document.claims):
        yield from _claim_exacts(f"/claims/{index}", claim)


def _claim_exacts(pointer: str, claim: Claim) -> Iterator[tuple[str, Extent, str]]:
    for index, mention in enumerate(claim.who):
        yield f"{pointer}/who/{index}", mention.spans, mention.exact
    yield f"{pointer}/what/predicate", claim.what.predicate.spans, claim.what.predicate.exact
    for index, argument in enumerate(claim.what.arguments):
        yield f"{pointer}/what/arguments/{index}", argument.spans, argument.exact
    for index, when in enumerate(claim.when):
        yield f"{pointer}/when/{index}", when.spans, when.exact
    for index, place in enumerate(claim.where):
        yield f"{pointer}/where/{index}", place.spans, place.exact
    for index, tie in enumerate(claim.relations):
        if tie.spans and tie.exact is not None:
            yield f"{pointer}/relations/{index}", tie.spans, tie.exact
