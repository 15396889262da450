"""Claims as entries of a timeline: when, what, who, who says so, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from claims.model import Claim, Document, TimeRelation, When
from claims.phrases import AUTHOR, voice_name
from claims.scales import rating_of_claims
from claims.text import Extent
from claims.timeline.interval import Interval, interval, part

#: Relations of a claim to a time by which it goes on, from the time or up to it.
_GOES_ON = ("begin", "end")


@attrs.frozen
class Anchor:
    """What an undated claim is ordered by: another claim of the same document, one with a date if ties lead to one."""

    relation: str
    #: Position of that claim in the document.
    claim: int


@attrs.frozen
class Entry:
    """One claim on a timeline."""

    #: Position of the document among those given, and the name of its text.
    document: int
    source: str
    #: Position of the claim in its document, and its id.
    number: int
    claim: str
    #: The stand-alone wording.
    text: str
    spans: Extent
    sentence: str
    #: The words of the text that say when; several are joined.
    words: str
    #: How the claim lies to the time that leaves least open.
    relation: TimeRelation | None
    #: TIMEX3 modifier of that time: START, MID, END …
    mod: str | None
    #: None where no date is known.
    interval: Interval | None
    #: What else orders a claim without a date.
    anchor: Anchor | None
    who: tuple[str, ...]
    #: Who vouches for it, the outermost voice first.
    voices: tuple[str, ...]
    #: Base rating of the verdicts that stand, "" for none.
    rating: str


def entries(document: Document, number: int = 0) -> Iterator[Entry]:
    """Yield the claims of a document in its order; relative order is worked out later."""
    mods = {time.id: time.mod for time in document.times if time.mod}
    names = {entity.id: entity.name for entity in document.entities}
    voices = {link.id: voice_name(link, names) for link in document.attributions}
    ratings = rating_of_claims(document)
    for place, claim in enumerate(document.claims):
        when = _most_exact(claim, mods)
        yield Entry(
            number,
            document.source.id,
            place,
            claim.id,
            claim.text,
            claim.spans,
            claim.sentence,
            "; ".join(it.exact for it in claim.when),
            when.relation if when else None,
            mods.get(when.time or "") if when else None,
            _interval(when, mods) if when else None,
            None,
            tuple(dict.fromkeys(names.get(it.entity or "", it.exact) for it in claim.who)),
            tuple(voices[link] for link in claim.attribution if link in voices) or (AUTHOR,),
            ratings.get(claim.id, ""),
        )


def _most_exact(claim: Claim, mods: Mapping[str, str]) -> When | None:
    """Return the time of a claim that leaves least open: of "in the past, since May 2019" the latter."""
    known = [(found.days, place) for place, when in enumerate(claim.when) if (found := _interval(when, mods))]
    return claim.when[min(known)[1]] if known else None


def _interval(when: When, mods: Mapping[str, str]) -> Interval | None:
    found = interval(when.edtf, "through" if when.relation in _GOES_ON else "within") if when.edtf else None
    return part(found, mods.get(when.time or "")) if found and when.relation == "during" else found
