"""A document as marks on its text: what annotation tools show, and what people may change there.

A mark is a claim or an attribution with its words, labels, slots and links. The rest of a document
travels beside the marks as the claim file itself; `claims.formats._merge` puts both together again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal, get_args

import attrs

from claims import model
from claims.model import Attribution, Claim, Document
from claims.text import Extent

ROLES = get_args(model.Role)
#: Slots by the kind of mark, in the order in which tools list them.
SLOTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"claim": ("who", "predicate", *ROLES, "when", "where"), "attribution": ("source", "content")}
)
#: Labels by the kind of mark, with their values; none where the label is free text.
LABELS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "claim": MappingProxyType(
            {
                "wording": (),
                "type": get_args(model.ClaimType),
                "kind": get_args(model.Kind),
                "polarity": get_args(model.Polarity),
                "tense": get_args(model.Tense),
                "certainty": get_args(model.Factuality),
            }
        ),
        "attribution": MappingProxyType(
            {
                "quote": get_args(model.QuoteType),
                "source_type": get_args(model.SourceType),
                "cue_type": get_args(model.CueType),
                "lemma": (),
            }
        ),
    }
)
#: Links by the kind of mark: name and kind of the target.
LINKS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "claim": MappingProxyType(
            {"attribution": "attribution", **dict.fromkeys(get_args(model.RelationType), "claim")}
        ),
        "attribution": MappingProxyType({"parent": "attribution", "speech_act": "claim"}),
    }
)


@attrs.frozen
class Slot:
    """Words that fill a role of a mark."""

    role: str
    extent: Extent
    #: The lemma of a predicate, the EDTF value of a time.
    value: str = ""


@attrs.frozen
class Mark:
    """A claim or an attribution; labels without a value are left out."""

    id: str
    kind: Literal["claim", "attribution"]
    #: Of an attribution: the cue, or the content where it has none.
    extent: Extent
    labels: tuple[tuple[str, str], ...] = ()
    slots: tuple[Slot, ...] = ()
    #: Name of the link and id of the other mark.
    links: tuple[tuple[str, str], ...] = ()

    def label(self, name: str) -> str:
        """Return the value of a label, empty where there is none."""
        return dict(self.labels).get(name, "")

    def filled(self, role: str) -> list[Slot]:
        """Return the slots of a role."""
        return [slot for slot in self.slots if slot.role == role]

    def linked(self, name: str) -> list[str]:
        """Return the ids that a link leads to."""
        return [target for link, target in self.links if link == name]


def marks(document: Document) -> list[Mark]:
    """Return the marks of a document in its order: attributions, then claims.

    What has no words gets no mark, and a link leads to marks only.
    """
    found = [*map(_attribution, document.attributions), *map(_claim, document.claims)]
    return known_links([mark for mark in found if mark.extent])


def known_links(found: list[Mark]) -> list[Mark]:
    """Leave out links that lead to no mark of the right kind, and sort the others by name."""
    kinds = {mark.id: mark.kind for mark in found}

    def keep(mark: Mark) -> Mark:
        wanted = LINKS[mark.kind]
        order = list(wanted).index
        links = [(name, target) for name, target in mark.links if name in wanted and kinds.get(target) == wanted[name]]
        return attrs.evolve(mark, links=tuple(sorted(links, key=lambda link: order(link[0]))))

    return [keep(mark) for mark in found]


def _claim(claim: Claim) -> Mark:
    author = next((certainty.value for certainty in claim.certainty if certainty.holder == "author"), "")
    labels = {
        "wording": claim.text,
        "type": claim.type,
        "kind": claim.kind,
        "polarity": claim.polarity,
        "tense": claim.tense,
        "certainty": author,
    }
    links = [("attribution", claim.attribution[-1])] if claim.attribution else []
    links += [(relation.type, relation.target) for relation in claim.relations if relation.target is not None]
    return Mark(claim.id, "claim", claim.spans, _present(labels), tuple(_claim_slots(claim)), tuple(links))


def _claim_slots(claim: Claim) -> Iterator[Slot]:
    predicate = claim.what.predicate
    found = [Slot("who", who.spans) for who in claim.who]
    found.append(Slot("predicate", predicate.spans, predicate.lemma))
    found += [Slot(argument.role, argument.spans) for argument in claim.what.arguments]
    found += [Slot("when", when.spans, when.edtf or "") for when in claim.when]
    found += [Slot("where", where.spans) for where in claim.where]
    return in_order(found, "claim")


def in_order(found: list[Slot], kind: str) -> Iterator[Slot]:
    """Yield the slots that have words, role by role; the order within a role stays."""
    return iter(sorted((slot for slot in found if slot.extent), key=lambda slot: SLOTS[kind].index(slot.role)))


def _attribution(link: Attribution) -> Mark:
    cue = link.cue.spans if link.cue else Extent()
    labels = {
        "quote": link.quote,
        "source_type": link.source.type,
        "cue_type": link.cue.type if link.cue else "",
        "lemma": link.cue.lemma if link.cue else "",
    }
    slots = in_order([Slot("source", link.source.spans), Slot("content", link.content.spans)], "attribution")
    links = [("parent", link.parent), ("speech_act", link.speech_act)]
    extent = cue or link.content.spans
    present = tuple((name, target) for name, target in links if target is not None)
    return Mark(link.id, "attribution", extent, _present(labels), tuple(slots), present)


def _present(labels: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in labels.items() if value)
