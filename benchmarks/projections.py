"""From a claim document to the shapes that the scorers of public gold sets read.

There is one extraction; each set only looks at it through a projection (that of PropSegmEnt is `segments`). QA-SRL
asks about every verb, so it sees all claims (`extractor="verbs"`); the other sets see those of them that our guidelines
ask for (`guided`), which an annotator makes by default. A projection selects and joins, it adds no rule of its own:
every word of a prediction stands in a slot of a claim or a link, but for the "is" of an identity claim whose text
leaves it unsaid. What each set wants and the claims do not say stays unpredicted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from claims.model import Argument, Attribution, Claim, Document, Mention, Time, When
from claims.text import Extent, Span

Ranges = list[list[int]]
Slot = Argument | Mention | When

#: Words that CaRB's tuples count to the relation ("withdrew from | a half dozen facilities").
PREPOSITIONS = frozenset(
    "about above across after against along among around as at before behind below beneath beside between beyond by "
    "despite down during except for from in inside into like near of off on onto out outside over past per since than "
    "through throughout to toward towards under until up upon via with within without".split()
)
#: Rules that make claims of every verb beside those of the guidelines.
INNER = frozenset({"inner clause", "inner nonfinite"})
#: Relations that tell why, how or since when.
CIRCUMSTANCES = frozenset({"cause", "purpose", "temporal", "concession"})
PRONOUNS = frozenset("he him his himself she her hers herself it its itself they them their theirs themselves".split())


def ranges(extent: Extent | None) -> Ranges:
    """Return an extent as plain ``[start, end]`` pairs."""
    return [[span.start, span.end] for span in extent or Extent()]


# ------------------------------------------------------------------ the hand-made articles


def guided(document: Document) -> list[Claim]:
    """Select the claims that the guidelines ask for: all but those of verbs inside another claim."""
    return [claim for claim in document.claims if claim.rule not in INNER]


def claim_rows(document: Document) -> dict[str, Any]:
    """Project on the hand-made claims: six slots a claim, grouped by sentence.

    `rest` joins the arguments, the places and the bare conditions; source and cue are those of the
    innermost link of the claim's chain; `value` is that of the first dated time adjunct, from end to end
    where it is a stretch of two times.
    """
    links = {link.id: link for link in document.attributions}
    times = {time.id: time for time in document.times}
    rows: dict[str, list[dict[str, Any]]] = {sentence.id: [] for sentence in document.sentences}
    for claim in guided(document):
        link = links[claim.attribution[-1]] if claim.attribution else None
        rows[claim.sentence].append(
            {
                "who": ranges(Extent.union(mention.spans for mention in claim.who)),
                "predicate": ranges(claim.what.predicate.spans),
                "rest": ranges(Extent.union(_rest(claim))),
                "when": ranges(Extent.union(when.spans for when in claim.when)),
                "source": ranges(link.source.spans if link else None),
                "cue": ranges(link.cue.spans if link and link.cue else None),
                "value": next((_value(when, times[when.time]) for when in claim.when if when.time), None),
            }
        )
    return {
        "sentences": [
            {"sentence": [sentence.span.start, sentence.span.end], "claims": rows[sentence.id]}
            for sentence in document.sentences
        ]
    }


def _value(when: When, time: Time) -> str | None:
    """Return the value of a time adjunct: "from 1980 to 2012" has two, and its interval holds both."""
    stretch = when.relation == "during" and when.edtf is not None and "/" in when.edtf
    return when.edtf if stretch and time.edtf is not None and "/" not in time.edtf else time.value


def _rest(claim: Claim) -> Iterator[Extent]:
    yield from (argument.spans for argument in claim.what.arguments)
    yield from (mention.spans for mention in claim.where)
    yield from (tie.spans for tie in claim.relations if tie.type == "condition" and tie.spans)


# ------------------------------------------------------------------ tuples


def tuples(document: Document) -> list[dict[str, Any]]:
    """Project on CaRB: who, relation, the arguments, then places and times outside them.

    The preposition that opens the first thing behind the predicate goes to the relation, as it does in
    the gold. A claim with nothing but a who and a predicate is no tuple.
    """
    text = document.source.text or ""
    found = []
    for claim in document.claims:
        arguments, adjuncts = behind(claim)
        rest = [_plain(extent, text) for extent in (*arguments, *adjuncts)]
        who = " ".join(_plain(mention.spans, text) for mention in claim.who)
        if not who or not rest:
            continue
        opening, _, others = rest[0].partition(" ")
        relation = _plain(claim.what.predicate.spans, text) or "is"
        if opening.lower() in PREPOSITIONS and others:
            relation, rest[0] = f"{relation} {opening}", others
        row = {"args": [who, *rest], "rel": relation}
        if row not in found:
            found.append(row)
    return found


def behind(claim: Claim) -> tuple[list[Extent], list[Extent]]:
    """Return arguments, and the places and times that are in none of them, each in text order."""
    arguments = [argument.spans for argument in claim.what.arguments if argument.spans]
    slots: list[Slot] = [*claim.where, *claim.when]
    outside = [slot.spans for slot in slots if not any(slot.spans.inside(other.hull) for other in arguments)]
    return sorted(arguments, key=_place), sorted(filter(None, outside), key=_place)


def extents(claim: Claim) -> list[Extent]:
    """Return the extents of a claim's arguments."""
    return [argument.spans for argument in claim.what.arguments if argument.spans]


def _place(extent: Extent) -> tuple[Span, ...]:
    return extent.spans


def _plain(extent: Extent, text: str) -> str:
    """Return the words of an extent without a sign for its gaps."""
    return " ".join(span.slice(text) for span in extent)


def answers(document: Document) -> list[dict[str, Any]]:
    """Project on QA-SRL: one row a predicate, holding every slot of every claim that it makes, and what is tied to it.

    The gold asks about every verb; a verb group such as "tried to storm" answers for each of its own, and a
    cue without a claim of its own has its source and content. It asks "why", "how" and "since when" of the
    clauses around, which are claims of their own for us: a claim answers with those that its relations name, a
    purpose also with what was done for it, when and where. It takes a description for an answer as well as the
    name that it describes, what a pronoun stands for, and joined things together as well as each.
    """
    text = document.source.text or ""
    rows: dict[Extent, dict[str, Any]] = {}
    for claim in document.claims:
        if predicate := claim.what.predicate.spans:
            _answer(rows, text, predicate, (*_slots(claim), *_around(claim, document), *_wholes(claim, document)))
    held = list(rows)
    for link in document.attributions:
        if link.cue and not any(link.cue.spans.inside(predicate.hull) for predicate in held):
            _answer(rows, text, link.cue.spans, (link.source.spans, link.content.spans))
    return list(rows.values())


def _answer(rows: dict[Extent, dict[str, Any]], text: str, predicate: Extent, extents: Iterable[Extent]) -> None:
    """Add the words of extents to the row of a predicate, each once."""
    place = [predicate.start, predicate.end]
    row = rows.setdefault(predicate, {"args": [], "rel": _plain(predicate, text), "rel_span": place})
    for extent in extents:
        if (words := _plain(extent, text)) and words not in row["args"]:
            row["args"].append(words)


def _slots(claim: Claim) -> Iterator[Extent]:
    """Yield the extents of all slots, places inside an argument left out."""
    yield from (mention.spans for mention in claim.who)
    yield from (argument.spans for argument in claim.what.arguments)
    inner = extents(claim)
    yield from (place.spans for place in claim.where if not any(place.spans.inside(it.hull) for it in inner))
    yield from (when.spans for when in claim.when)


def _around(claim: Claim, document: Document) -> Iterator[Extent]:
    """Yield what other claims say of a slot, what is tied to the claim, and what its pronouns stand for."""
    claims = {other.id: other for other in document.claims}
    described = _described(document)
    yield from (extent for who in claim.who for extent in described.get((claim.sentence, who.spans), []))
    for tie in claim.relations:
        if tie.type in CIRCUMSTANCES:
            yield claims[tie.target].spans if tie.target in claims else tie.spans or Extent()
    for other in document.claims:
        if any(tie.type == "purpose" and tie.target == claim.id for tie in other.relations):
            yield from (when.spans for when in other.when)
            yield from (place.spans for place in other.where)
            yield Extent.union([other.what.predicate.spans, *extents(other)])
    pronouns = [extent.hull for extent in (*(who.spans for who in claim.who), *extents(claim)) if extent]
    for edit in claim.edits:
        if edit.span in pronouns:
            yield from (Extent((place,)) for place in edit.antecedents)


def _wholes(claim: Claim, document: Document) -> Iterator[Extent]:
    """Yield the whole of each coordination that makes several claims: "Ann fell", "Tom fell"."""
    slots = [_filled(other) for other in document.claims if other.what.predicate.spans == claim.what.predicate.spans]
    for column in zip(*(row for row in slots if len(row) == len(_filled(claim))), strict=True):
        if len(set(column)) > 1:
            yield Extent.union(column)


def _filled(claim: Claim) -> list[Extent]:
    """Return who and the arguments, in their order."""
    return [Extent.union(who.spans for who in claim.who), *(argument.spans for argument in claim.what.arguments)]


def _described(document: Document) -> dict[tuple[str, Extent], list[Extent]]:
    """Return what identity claims from titles and appositions say, by sentence and who."""
    found: dict[tuple[str, Extent], list[Extent]] = {}
    for claim in document.claims:
        if claim.type == "identity" and claim.rule and claim.rule.startswith("S4"):
            for who in claim.who:
                found.setdefault((claim.sentence, who.spans), []).extend(extents(claim))
    return found


# ------------------------------------------------------------------ attribution and factuality


def attributions(document: Document, *, outermost: bool) -> list[dict[str, Ranges]]:
    """Project on source, cue, content; `outermost` leaves nested links out, for sets that never nest.

    The gold's source is the noun phrase with its descriptions, which for us are claims about the source.
    """
    described = _descriptions(document)
    return [
        {
            "source": ranges(_with_descriptions(link, described.get((link.sentence, link.source.spans), []))),
            "cue": ranges(link.cue.spans if link.cue else None),
            "content": ranges(link.content.spans),
        }
        for link in document.attributions
        if not (outermost and link.parent)
    ]


def _descriptions(document: Document) -> dict[tuple[str, Extent | None], list[Extent]]:
    """Return the extents of identity and relative claims by sentence and who."""
    found: dict[tuple[str, Extent | None], list[Extent]] = {}
    for claim in document.claims:
        if claim.rule and claim.rule.startswith(("S3", "S4")):
            who = Extent.union(mention.spans for mention in claim.who)
            found.setdefault((claim.sentence, who), []).append(claim.spans)
    return found


def _with_descriptions(link: Attribution, descriptions: list[Extent]) -> Extent | None:
    """Return the stretch from the first to the last word of source and descriptions, if it holds nothing else."""
    source = link.source.spans
    if not source or not descriptions:
        return source
    hull = Extent((Extent.union([source, *descriptions]).hull,))
    others = [link.content.spans, link.cue.spans if link.cue else Extent()]
    crossed = any(hull.hull.overlaps(span) for extent in others for span in extent)
    return source if crossed else hull


#: What holds at any time has none for MEANTIME.
TIMES = {"future": "FUTURE", "future_in_past": "FUTURE", "generic": "UNDERSPECIFIED"}
CERTAINTY = {"CT": "CERTAIN", "PR": "PROBABLE", "PS": "POSSIBLE", "U": "UNDERSPECIFIED"}


def predications(document: Document) -> list[dict[str, Any]]:
    """Project on event factuality: the verb of each claim with the value of its innermost voice.

    Where that voice leaves open whether it is so ("Uu"), the set's polarity is underspecified. A consequent
    counts as it is worded: that it hangs on a condition the set notes in a field of its own.
    """
    rows: dict[Span, dict[str, str]] = {}
    for claim in document.claims:
        if claim.what.predicate.head is None or not claim.certainty:
            continue
        value = claim.certainty[-1].value
        if value == "Uu" and any(tie.type == "condition" for tie in claim.relations):
            value = "CT-" if claim.polarity == "-" else "CT+"
        rows.setdefault(
            claim.what.predicate.head,
            {
                "certainty": CERTAINTY[value.rstrip("+-u")],
                "polarity": "NEG" if claim.polarity == "-" else "UNDERSPECIFIED" if value == "Uu" else "POS",
                "time": TIMES.get(claim.tense, "NON_FUTURE"),
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
