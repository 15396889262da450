"""From a claim document to the shapes that the scorers of public gold sets read.

There is one extraction; each set only looks at it through a projection. A projection selects and
joins, it adds no rule of its own: every word of a prediction stands in a slot of a claim, but for the
"is" of an identity claim whose text leaves it unsaid. What each set wants and the claims do not say
stays unpredicted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from claims.model import Argument, Claim, Document, Mention, When
from claims.text import Extent, Span

Ranges = list[list[int]]
Slot = Argument | Mention | When

#: Words that CaRB's tuples count to the relation ("withdrew from | a half dozen facilities").
PREPOSITIONS = frozenset(
    "about above across after against along among around as at before behind below beneath beside between beyond by "
    "despite down during except for from in inside into like near of off on onto out outside over past per since than "
    "through throughout to toward towards under until up upon via with within without that".split()
)
PRONOUNS = frozenset("he him his himself she her hers herself it its itself they them their theirs themselves".split())


def ranges(extent: Extent | None) -> Ranges:
    """Return an extent as plain ``[start, end]`` pairs."""
    return [[span.start, span.end] for span in extent or Extent()]


# ------------------------------------------------------------------ the hand-made articles


def claim_rows(document: Document) -> dict[str, Any]:
    """Project on the hand-made claims: six slots a claim, grouped by sentence.

    `rest` joins the arguments, the places and the bare conditions; source and cue are those of the
    innermost link of the claim's chain; `value` is that of the first dated time adjunct.
    """
    links = {link.id: link for link in document.attributions}
    values = {time.id: time.value for time in document.times}
    rows: dict[str, list[dict[str, Any]]] = {sentence.id: [] for sentence in document.sentences}
    for claim in document.claims:
        link = links[claim.attribution[-1]] if claim.attribution else None
        rows[claim.sentence].append(
            {
                "who": ranges(Extent.union(mention.spans for mention in claim.who)),
                "predicate": ranges(claim.what.predicate.spans),
                "rest": ranges(Extent.union(_rest(claim))),
                "when": ranges(Extent.union(when.spans for when in claim.when)),
                "source": ranges(link.source.spans if link else None),
                "cue": ranges(link.cue.spans if link and link.cue else None),
                "value": next((values[when.time] for when in claim.when if when.time), None),
            }
        )
    return {
        "sentences": [
            {"sentence": [sentence.span.start, sentence.span.end], "claims": rows[sentence.id]}
            for sentence in document.sentences
        ]
    }


def _rest(claim: Claim) -> Iterator[Extent]:
    yield from (argument.spans for argument in claim.what.arguments)
    yield from (mention.spans for mention in claim.where)
    yield from (tie.spans for tie in claim.relations if tie.type == "condition" and tie.spans)


# ------------------------------------------------------------------ tuples


def tuples(document: Document) -> list[dict[str, Any]]:
    """Project on CaRB: who, relation, everything else in text order.

    The preposition (or "that") that opens the first thing behind the predicate goes to the relation, as
    it does in the gold. A claim with nothing but a who and a predicate is no tuple.
    """
    text = document.source.text or ""
    found = []
    for claim in document.claims:
        rest = [extent.exact(text) for extent in _behind(claim)]
        who = " ".join(mention.spans.exact(text) for mention in claim.who)
        if not who or not rest:
            continue
        opening, _, others = rest[0].partition(" ")
        relation = claim.what.predicate.spans.exact(text) or "is"
        if opening.lower() in PREPOSITIONS and others:
            relation, rest[0] = f"{relation} {opening}", others
        row = {"args": [who, *rest], "rel": relation}
        if row not in found:
            found.append(row)
    return found


def _behind(claim: Claim) -> list[Extent]:
    """Return arguments, places and times, those inside another left out, in text order."""
    slots: list[Slot] = [*claim.what.arguments, *claim.where, *claim.when]
    kept: list[Extent] = []
    for slot in slots:
        if slot.spans and not any(slot.spans.inside(other.hull) for other in kept):
            kept.append(slot.spans)
    return sorted(kept, key=lambda extent: extent.spans)


def answers(document: Document) -> list[dict[str, Any]]:
    """Project on QA-SRL: one row a verb, holding every slot of every claim that this verb makes."""
    text = document.source.text or ""
    rows: dict[Span, dict[str, Any]] = {}
    for claim in document.claims:
        head = claim.what.predicate.head
        if head is None:
            continue
        row = rows.setdefault(head, {"args": [], "rel": head.slice(text), "rel_span": [head.start, head.end]})
        slots: list[Slot] = [*claim.who, *claim.what.arguments, *claim.where, *claim.when]
        for slot in slots:
            if (words := slot.spans.exact(text)) and words not in row["args"]:
                row["args"].append(words)
    return list(rows.values())


def propositions(document: Document) -> list[Ranges]:
    """Project on PropSegmEnt: the whole extent of every claim, equal ones once."""
    found: list[Ranges] = []
    for claim in document.claims:
        if (row := ranges(claim.spans)) not in found:
            found.append(row)
    return found


# ------------------------------------------------------------------ attribution and factuality


def attributions(document: Document, *, outermost: bool) -> list[dict[str, Ranges]]:
    """Project on source, cue, content; `outermost` leaves nested links out, for sets that never nest."""
    return [
        {
            "source": ranges(link.source.spans),
            "cue": ranges(link.cue.spans if link.cue else None),
            "content": ranges(link.content.spans),
        }
        for link in document.attributions
        if not (outermost and link.parent)
    ]


CERTAINTY = {"CT": "CERTAIN", "PR": "PROBABLE", "PS": "POSSIBLE", "U": "UNDERSPECIFIED"}


def predications(document: Document) -> list[dict[str, Any]]:
    """Project on event factuality: the verb of each claim with the value of its innermost voice."""
    rows: dict[Span, dict[str, str]] = {}
    for claim in document.claims:
        if claim.what.predicate.head is None or not claim.certainty:
            continue
        value = claim.certainty[-1].value
        rows.setdefault(
            claim.what.predicate.head,
            {
                "certainty": CERTAINTY[value.rstrip("+-u")],
                "polarity": "NEG" if claim.polarity == "-" else "POS",
                "time": "FUTURE" if claim.tense in ("future", "future_in_past") else "NON_FUTURE",
            },
        )
    return [{"event": [[head.start, head.end]], "factuality": value} for head, value in rows.items()]


# ------------------------------------------------------------------ times, sentences, pronouns


def timexes(document: Document) -> list[dict[str, Any]]:
    """Project on TIMEX3: hull, type and value of every time expression."""
    return [
        {"start": time.spans.start, "end": time.spans.end, "type": time.type, "value": time.value}
        for time in document.times
    ]


def sentences(document: Document) -> Ranges:
    """Project on sentence boundaries."""
    return [[sentence.span.start, sentence.span.end] for sentence in document.sentences]


def pronoun_links(document: Document) -> list[dict[str, list[int]]]:
    """Project on pronoun resolution: each pronoun of an entity with its nearest earlier name.

    A pronoun that only the wording of a claim resolves counts through its logged edit.
    """
    text = document.source.text or ""
    links: dict[Span, Span] = {}
    for entity in document.entities:
        names: list[Span] = []
        for mention in sorted(entity.mentions, key=lambda mention: mention.spans):
            if mention.exact(text).lower() not in PRONOUNS:
                names.append(mention.hull)
            elif names:
                links.setdefault(mention.hull, names[-1])
    for pronoun, antecedent in _replaced(document.claims, text):
        links.setdefault(pronoun, antecedent)
    return [
        {"pronoun": [pronoun.start, pronoun.end], "antecedent": [name.start, name.end]}
        for pronoun, name in sorted(links.items())
    ]


def _replaced(claims: Iterable[Claim], text: str) -> Iterator[tuple[Span, Span]]:
    for claim in claims:
        for edit in claim.edits:
            if edit.span and edit.antecedents and edit.span.slice(text).lower() in PRONOUNS:
                yield edit.span, edit.antecedents[0]
