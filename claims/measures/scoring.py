"""One annotation of a text against another: claims, slots, labels, attributions, nesting, times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import attrs

from claims.errors import UsageError
from claims.measures.matching import best_pairs
from claims.measures.tallies import Tally
from claims.measures.units import Ruler, Unit, Units, jaccard, likeness
from claims.model import Attribution, Claim, Document
from claims.text import Extent

#: Jaccard indexes from which on two extents count as the same.
THRESHOLDS = (0.5, 0.8, 1.0)
#: What is just below a threshold by rounding has reached it.
_ROUNDING = 1e-9
#: Indexes of two matched items, with the Jaccard index of their extents.
Pair = tuple[int, int, float]

Item = TypeVar("Item")

#: Slots of a claim, as extents.
SLOTS: Mapping[str, Callable[[Claim], Iterable[Extent]]] = {
    "who": lambda claim: (mention.spans for mention in claim.who),
    "predicate": lambda claim: (claim.what.predicate.spans,),
    "arguments": lambda claim: (argument.spans for argument in claim.what.arguments),
    "when": lambda claim: (when.spans for when in claim.when),
    "where": lambda claim: (mention.spans for mention in claim.where),
}
#: Parts of an attribution, as extents.
PARTS: Mapping[str, Callable[[Attribution], Iterable[Extent]]] = {
    "source": lambda link: (link.source.spans,),
    "cue": lambda link: (link.cue.spans,) if link.cue else (),
    "content": lambda link: (link.content.spans,),
}
#: Labels of a claim; the author's certainty is one.
LABELS: Mapping[str, Callable[[Claim], str | None]] = {
    "type": lambda claim: claim.type,
    "kind": lambda claim: claim.kind,
    "polarity": lambda claim: claim.polarity,
    "tense": lambda claim: claim.tense,
    "certainty": lambda claim: next((c.value for c in claim.certainty if c.holder == "author"), None),
    "attributed": lambda claim: "yes" if claim.attribution else "no",
}


@attrs.frozen
class Aligned:
    """Two annotations of a text, and which claim and attribution of one is which of the other."""

    gold: Document
    given: Document
    ruler: Ruler
    claims: tuple[Pair, ...]
    attributions: tuple[Pair, ...]


def align(gold: Document, given: Document, unit: Unit = "words") -> Aligned:
    """Match the claims and the attributions of two annotations by their words, each at most once.

    Raises `UsageError` where they are not annotations of the same text.
    """
    if gold.source.sha256 != given.source.sha256:
        raise UsageError(f"{gold.source.id} and {given.source.id} are annotations of different texts (SHA-256 differs)")
    text = gold.source.text if gold.source.text is not None else given.source.text
    ruler = Ruler.of(gold.source, text, unit)
    claims = _matched([ruler.units(c.spans) for c in gold.claims], [ruler.units(c.spans) for c in given.claims])
    links = [[_link_units(ruler, link) for link in document.attributions] for document in (gold, given)]
    return Aligned(gold, given, ruler, claims, _matched(*links))


def _link_units(ruler: Ruler, link: Attribution) -> Units:
    """Return the words by which an attribution is known: all of it."""
    return frozenset().union(*(ruler.units(extent) for part in PARTS.values() for extent in part(link)))


def _matched(ones: Sequence[Units], others: Sequence[Units]) -> tuple[Pair, ...]:
    pairs = best_pairs(likeness(ones, others))
    return tuple((one, other, jaccard(ones[one], others[other])) for one, other in pairs)


def reaching(pairs: Iterable[Pair], threshold: float) -> list[Pair]:
    """Return the pairs that share as much as `threshold` asks for."""
    return [pair for pair in pairs if pair[2] >= threshold - _ROUNDING]


def score(aligned: Aligned, thresholds: Sequence[float] = THRESHOLDS) -> dict[str, Tally]:
    """Return the tallies of one text.

    Claims and attributions count as found from each threshold on. Slots, labels, parts and nesting are
    judged on pairs found at the lowest threshold.
    """
    lowest = min(thresholds)
    tallies = dict(_found("claims", aligned.claims, (len(aligned.gold.claims), len(aligned.given.claims)), thresholds))
    pairs = [
        (aligned.gold.claims[one], aligned.given.claims[other]) for one, other, _ in reaching(aligned.claims, lowest)
    ]
    for name, slot in SLOTS.items():
        tallies[f"slot {name}"] = _shared(aligned.ruler, pairs, slot)
    tallies["value when"] = sum((_same(_values(one), _values(other)) for one, other in pairs), Tally())
    for name, label in LABELS.items():
        tallies[f"label {name}"] = sum((_same([label(one)], [label(other)]) for one, other in pairs), Tally())
    links = len(aligned.gold.attributions), len(aligned.given.attributions)
    tallies |= _found("attributions", aligned.attributions, links, thresholds)
    matched = [
        (aligned.gold.attributions[one], aligned.given.attributions[other])
        for one, other, _ in reaching(aligned.attributions, lowest)
    ]
    for name, part in PARTS.items():
        tallies[f"part {name}"] = _shared(aligned.ruler, matched, part)
    tallies["nesting"] = _edges(aligned, lowest, _nesting)
    tallies["relations"] = _edges(aligned, lowest, _relations)
    tallies["times"] = _same([time.spans for time in aligned.gold.times], [time.spans for time in aligned.given.times])
    tallies["value time"] = _same(
        [(time.spans, time.value) for time in aligned.gold.times],
        [(time.spans, time.value) for time in aligned.given.times],
    )
    return tallies


def _found(
    name: str, pairs: Sequence[Pair], counts: tuple[int, int], thresholds: Sequence[float]
) -> Iterator[tuple[str, Tally]]:
    for threshold in thresholds:
        yield f"{name} ≥ {threshold:g}", Tally(len(reaching(pairs, threshold)), *counts)
    yield f"{name}, graded", Tally(sum(shared for *_, shared in pairs), *counts)


def _shared(ruler: Ruler, pairs: Iterable[tuple[Item, Item]], slot: Callable[[Item], Iterable[Extent]]) -> Tally:
    """Count the units of a slot that both have."""
    tally = Tally()
    for pair in pairs:
        one, other = (frozenset().union(*map(ruler.units, slot(item))) for item in pair)
        tally += Tally(len(one & other), len(one), len(other))
    return tally


def _same(ones: Sequence[Hashable], others: Sequence[Hashable]) -> Tally:
    """Count equal values, each at most once."""
    shared = Counter(ones) & Counter(others)
    return Tally(shared.total(), len(ones), len(others))


def _values(claim: Claim) -> list[str]:
    return [when.edtf for when in claim.when if when.edtf is not None]


#: An edge between two items, each a kind and an index.
_Edge = tuple[str, tuple[str, int], tuple[str, int]]


def _edges(aligned: Aligned, lowest: float, edges_of: Callable[[Document], Iterable[_Edge]]) -> Tally:
    """Count edges whose ends are matched and that both annotations have."""
    ends = {
        (kind, one): (kind, other)
        for kind, pairs in (("claim", aligned.claims), ("link", aligned.attributions))
        for one, other, _ in reaching(pairs, lowest)
    }
    gold, given = list(edges_of(aligned.gold)), list(edges_of(aligned.given))
    moved = [(name, ends[a], ends[b]) for name, a, b in gold if a in ends and b in ends]
    return Tally(_same(moved, given).right, len(gold), len(given))


def _nesting(document: Document) -> Iterator[_Edge]:
    """Yield what stands directly in what: claims in attributions, attributions in each other."""
    links = {link.id: ("link", index) for index, link in enumerate(document.attributions)}
    for index, claim in enumerate(document.claims):
        if claim.attribution and claim.attribution[-1] in links:
            yield "holds", links[claim.attribution[-1]], ("claim", index)
    for link in document.attributions:
        if link.parent in links:
            yield "holds", links[link.parent], links[link.id]


def _relations(document: Document) -> Iterator[_Edge]:
    """Yield the relations between claims, by their types."""
    claims = {claim.id: ("claim", index) for index, claim in enumerate(document.claims)}
    for claim in document.claims:
        for relation in claim.relations:
            if relation.target in claims:
                yield relation.type, claims[claim.id], claims[relation.target]
