"""From a claim document to the propositions of PropSegmEnt: slots that are joined again, or left out.

What the gold calls a proposition, told in our terms:

- A claim of a main clause is one with all its adjuncts, one with each (the agent is one too), and one without any where
  it has an object; that of a subordinate clause, a relative, a participle or an apposition is one, whole.
- Reported speech is whole: it stands in the claim of its cue, and what has a chain gives none.
- What a list names takes the place of what it is named for: "she was in films, such as X" gives "she was in X".
- What is said of a predicate noun it says of the subject: "X is a film directed by Y" gives "X is a film" and "X
  directed by Y". For the clause inside the noun it wants the claims of every verb (`extractor="verbs"`).
- What stands in brackets is no part of a slot; a name and a time in brackets behind it are one by themselves.

The gold also splits what modifies a noun, and what is joined inside a modifier; those have no slots here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from projections import Ranges, behind, extents, guided, ranges

from claims.model import Claim, Document
from claims.text import Extent, Span

#: Roles of arguments that the gold tells apart.
ADJUNCTS = frozenset({"agent", "oblique", "modifier"})
#: Rules whose claims are told without some of their adjuncts as well.
MAIN = frozenset({"main clause", "S1 conjoined verb", "S1 independent clause"})
#: The rule of claims from verbs inside another claim that somebody says.
INSIDE = "inner clause"
BRACKETS = re.compile(r"\([^()]*\)")


def propositions(document: Document) -> list[Ranges]:
    """Project on PropSegmEnt: the words of each proposition, each once."""
    found = [ranges(extent) for extent in (*_claimed(document), *_dated(document))]
    return [row for i, row in enumerate(found) if row and row not in found[:i]]


def _claimed(document: Document) -> Iterator[Extent]:
    """Yield the propositions that are claims, one or several of each."""
    asides = _brackets(document)
    claims = [claim for claim in guided(document) if not claim.attribution]
    for claim in claims:
        named = [row for host in claims for row in _named(claim, host)]
        for row in named or (*_joined(claim, claims, document), *_told(claim, document)):
            yield Extent.union(_without(extent, asides) for extent in row)


def _joined(claim: Claim, claims: list[Claim], document: Document) -> Iterator[list[Extent]]:
    """Yield who, predicate and objects of a claim with its adjuncts: with all, and for a main clause with some."""
    inner = [_own(other).hull for other in _inside(claim, document)]
    objects = [_without(it.spans, inner) for it in claim.what.arguments if it.role not in ADJUNCTS]
    core = [*_subject(claim, claims), claim.what.predicate.spans, *objects]
    adjuncts = [it.spans for it in claim.what.arguments if it.role in ADJUNCTS] + behind(claim)[1]
    yield [*core, *adjuncts]
    if claim.rule in MAIN and len(adjuncts) > 1:
        yield from ([*core, adjunct] for adjunct in adjuncts)
    if claim.rule in MAIN and objects:
        yield core


def _subject(claim: Claim, claims: list[Claim]) -> list[Extent]:
    """Return who a claim is about; where that is a predicate noun ("X is a film"), the subject that it tells of."""
    who = [mention.spans for mention in claim.who]
    for other in claims:
        if who and other.sentence == claim.sentence and other.what.predicate.spans and _describes(other, who[0]):
            return [mention.spans for mention in other.who]
    return who


def _describes(claim: Claim, who: Extent) -> bool:
    """Tell whether a claim says of its who that it is what `who` says."""
    told = [it.spans.hull for it in claim.what.arguments if it.role == "complement" and it.spans]
    return claim.type == "identity" and bool(who) and any(who.inside(hull) for hull in told)


def _inside(claim: Claim, document: Document) -> Iterator[Claim]:
    """Yield the claims of clauses behind the predicate noun of an identity."""
    for other in document.claims:
        if other.rule == INSIDE and other.sentence == claim.sentence and not other.attribution and other.who:
            who = other.who[0].spans
            if who and _describes(claim, who) and _own(other) and who.start < _own(other).start:
                yield other


def _own(claim: Claim) -> Extent:
    """Return the words of a claim without those of its who."""
    return _without(claim.spans, [span for mention in claim.who for span in mention.spans])


def _told(claim: Claim, document: Document) -> Iterator[list[Extent]]:
    """Yield what the clauses inside a predicate noun say, told of the subject."""
    who = [mention.spans for mention in claim.who]
    for other in _inside(claim, document):
        yield [*who, other.what.predicate.spans, *extents(other), *behind(other)[1]]


def _named(claim: Claim, host: Claim) -> Iterator[list[Extent]]:
    """Yield a claim with what a list names in the place of what it is named for."""
    for tie in claim.relations:
        if tie.type == "member_of" and tie.spans and host.type != "membership" and host.sentence == claim.sentence:
            slots = [*(mention.spans for mention in host.who), *extents(host)]
            if any(tie.spans.inside(slot.hull) for slot in slots if slot):
                rest = [_without(slot, tie.spans, whole=True) for slot in (*slots, host.what.predicate.spans)]
                yield [*rest, *extents(claim)]


def _dated(document: Document) -> Iterator[Extent]:
    """Yield each name with each time in the brackets right behind it."""
    for aside in _brackets(document):
        names = [name for it in document.entities for name in it.mentions if 0 <= aside.start - name.end <= 1]
        times = [time.spans for time in document.times if time.spans.inside(aside)]
        yield from (Extent.union([name, time]) for name in names for time in times)


def _brackets(document: Document) -> list[Span]:
    """Return where something stands in brackets."""
    return [Span(*match.span()) for match in BRACKETS.finditer(document.source.text or "")]


def _without(extent: Extent, holes: Iterable[Span], *, whole: bool = False) -> Extent:
    """Return an extent without the words in `holes`; one that would be empty stays, unless `whole` ones may go."""
    spans = list(extent)
    for hole in holes:
        spans = [part for span in spans for part in _around(span, hole)]
    return Extent(tuple(spans)) if spans or whole else extent


def _around(span: Span, hole: Span) -> Iterator[Span]:
    """Yield what stands before a hole, and behind it."""
    for start, end in ((span.start, min(span.end, hole.start)), (max(span.start, hole.end), span.end)):
        if start < end:
            yield Span(start, end)
