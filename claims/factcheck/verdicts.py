"""Judge claims: verdicts are added to a document, replaced by later ones, and never changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

import attrs

from claims.errors import UsageError
from claims.factcheck.quotes import placed
from claims.json_input import shown
from claims.model import Annotator, Claim, Document, Evidence, Scale, SlotName, Verdict
from claims.scales import BASE, OPEN, RETRACTION, SCALES, current, doubted, means, superseded, with_scale


def judge(
    document: Document,
    claim: str | Claim,
    rating: str,
    *,
    evidence: Iterable[Evidence] = (),
    by: str | Annotator | None = None,
    at: str | None = None,
    slot: SlotName | None = None,
    scale: str | Scale | None = None,
    rationale: str | None = None,
    supersedes: str | None = None,
    texts: Mapping[str, str] | None = None,
) -> Document:
    """Return the document with a verdict on a claim added.

    `rating` is a base rating, or a step of `scale`: one that the document declares, one of
    `claims.scales.SCALES`, or a `Scale` of your own. `by` is the reviewer: an id in the document, an
    `Annotator`, or a person's name. A reviewer's new verdict replaces their own earlier one on the same
    claim and slot; `supersedes` names another. `at` is a date that you give: no clock is asked.

    Evidence that quotes this document, or one of `texts` (document id to text), gets its extent; words
    that are not there, or at two places, are refused. Every bad argument raises `UsageError`.

    >>> from claims.model import Document, Source
    >>> judge(Document(Source("a", "0" * 64, 0, "en")), "c1", "refuted")
    Traceback (most recent call last):
    claims.errors.UsageError: a has no claim c1
    """
    judged = _claim(document, claim)
    if slot is not None and slot != "what" and not getattr(judged, slot):
        raise UsageError(f"claim {judged.id} has nothing in the slot {slot}")
    document, reviewer = _signed(document, by)
    document, named = _scaled(document, rating, scale)
    known = {**(texts or {}), **({document.source.id: document.source.text} if document.source.text else {})}
    made = Verdict(
        next(free_ids(document, "v")),
        judged.id,
        rating,
        named,
        slot,
        rationale,
        tuple(_placed(row, known) for row in evidence),
        reviewer,
        at,
        _replaced(document, judged.id, slot, reviewer, supersedes),
    )
    _check_evidence(document, made)
    return attrs.evolve(document, verdicts=(*document.verdicts, made))


def retract(
    document: Document,
    verdict: str,
    *,
    by: str | Annotator | None = None,
    at: str | None = None,
    rationale: str | None = None,
) -> Document:
    """Return the document with a verdict taken back: a further verdict says so, the old one stays readable.

    It is rated ``retracted`` on the scale ``retraction``, which means `not_enough_evidence`, and supersedes
    the one that is taken back. Raises `UsageError` for a verdict that is not there or no longer stands.
    """
    old = _standing(document, verdict)
    if old.scale == RETRACTION:
        raise UsageError(f"{old.id} itself takes a verdict back: judge the claim anew")
    return judge(
        document,
        old.claim,
        "retracted",
        by=by or old.by,
        at=at,
        slot=old.slot,
        scale=RETRACTION,
        rationale=rationale,
        supersedes=old.id,
    )


def history(document: Document, verdict: Verdict) -> tuple[Verdict, ...]:
    """Return the verdicts that `verdict` replaced, one after the other, the latest first."""
    known = {row.id: row for row in document.verdicts}
    found: list[Verdict] = []
    earlier = known.get(verdict.supersedes or "")
    while earlier is not None and earlier not in found:
        found.append(earlier)
        earlier = known.get(earlier.supersedes or "")
    return tuple(found)


@attrs.frozen
class Disagreement:
    """Verdicts that stand side by side and cannot all be right."""

    claim: str
    slot: SlotName | None
    verdicts: tuple[Verdict, ...]


def disagreements(document: Document) -> Iterator[Disagreement]:
    """Yield the claims, or slots of claims, on which the verdicts that stand differ, in file order.

    Verdicts on one thing differ if they mean different base ratings. A slot that is refuted or conflicting
    also differs from another reviewer's verdict that the whole claim is supported.
    """
    groups: dict[tuple[str, SlotName | None], list[Verdict]] = {}
    for verdict in current(document):
        groups.setdefault((verdict.claim, verdict.slot), []).append(verdict)
    for (claim, slot), verdicts in groups.items():
        wholes = [] if slot is None else groups.get((claim, None), [])
        whole = [it for it in wholes if doubted(it, verdicts, document.scales)]
        if whole or len({means(verdict, document.scales) or verdict.rating for verdict in verdicts}) > 1:
            yield Disagreement(claim, slot, (*whole, *verdicts))


def all_ids(document: Document) -> frozenset[str]:
    """Return every id of the file: ids are unique across kinds."""
    groups = (
        document.annotators, document.sentences, document.entities, document.times,
        document.attributions, document.claims, document.scales, document.verdicts,
    )  # fmt: skip
    return frozenset(row.id for group in groups for row in group)


def free_ids(document: Document, letter: str) -> Iterator[str]:
    """Yield ids that nothing in the document has: the letter and a number behind the highest so far."""
    taken = all_ids(document)
    numbers = [int(match[1]) for name in taken if (match := re.fullmatch(rf"{letter}([0-9]{{1,9}})", name))]
    number = max(numbers, default=0)
    while True:
        number += 1
        yield f"{letter}{number}"


def _claim(document: Document, claim: str | Claim) -> Claim:
    name = claim if isinstance(claim, str) else claim.id
    for known in document.claims:
        if known.id == name:
            return known
    near = get_close_matches(name, [known.id for known in document.claims], 1)
    raise UsageError(f"{document.source.id} has no claim {name}" + (f"; did you mean {near[0]}?" if near else ""))


def _signed(document: Document, by: str | Annotator | None) -> tuple[Document, str | None]:
    """Return the document with the reviewer among its annotators, and the reviewer's id."""
    if by is None:
        return document, None
    for known in document.annotators:
        if by in (known, known.id) or (known.kind == "person" and known.name == by):
            return document, known.id
    if isinstance(by, str) and not by.strip():
        raise UsageError("the reviewer needs a name")
    new = by if isinstance(by, Annotator) else Annotator(next(free_ids(document, "p")), "person", by)
    if new.id in all_ids(document):
        raise UsageError(f"the id {new.id} of the reviewer {shown(new.name)} is taken in {document.source.id}")
    return attrs.evolve(document, annotators=(*document.annotators, new)), new.id


def _scaled(document: Document, rating: str, scale: str | Scale | None) -> tuple[Document, str | None]:
    """Return the document with the rating's scale declared, and the scale's id."""
    if scale is None:
        if rating in BASE:
            return document, None
        raise UsageError(f"{shown(rating)} is no base rating ({', '.join(BASE)}); {_holders(document, rating)}")
    name = scale if isinstance(scale, str) else scale.id
    declared = next((known for known in document.scales if known.id == name), None)
    chosen = declared or (SCALES.get(name) if isinstance(scale, str) else scale)
    if chosen is None:
        raise UsageError(f"there is no scale {name}; known are {', '.join(dict.fromkeys(_known_scales(document)))}")
    if not isinstance(scale, str) and chosen != scale:
        raise UsageError(f"{document.source.id} declares another scale {name}")
    if rating not in (row.value for row in chosen.ratings):
        steps = ", ".join(row.value for row in chosen.ratings)
        raise UsageError(f"{shown(rating)} is no step of the scale {name}: {steps}")
    if declared is None and chosen.id in all_ids(document):
        raise UsageError(f"the id {chosen.id} of the scale is taken in {document.source.id}")
    return attrs.evolve(document, scales=with_scale(document.scales, chosen)), chosen.id


def _known_scales(document: Document) -> Iterator[str]:
    yield from (scale.id for scale in document.scales)
    yield from SCALES


def _holders(document: Document, rating: str) -> str:
    scales = {scale.id: scale for scale in (*SCALES.values(), *document.scales)}
    found = [name for name, scale in scales.items() if any(row.value == rating for row in scale.ratings)]
    return f"it is a step of the scale {' and of '.join(found)}: name it" if found else "no scale has it"


def _placed(evidence: Evidence, texts: Mapping[str, str]) -> Evidence:
    text = texts.get(evidence.document or "")
    return evidence if text is None or evidence.quote is None else placed(text, evidence)


def _replaced(
    document: Document, claim: str, slot: SlotName | None, by: str | None, supersedes: str | None
) -> str | None:
    """Return the verdict that the new one replaces: the one named, or the reviewer's own that stands."""
    if supersedes is not None:
        old = _standing(document, supersedes)
        if (old.claim, old.slot) != (claim, slot):
            judged = f"the slot {old.slot} of {old.claim}" if old.slot else old.claim
            raise UsageError(f"{old.id} is a verdict on {judged}, so that this one cannot replace it")
        return old.id
    own = [row for row in current(document) if by and (row.claim, row.slot, row.by) == (claim, slot, by)]
    return own[-1].id if own else None


def _standing(document: Document, name: str) -> Verdict:
    for verdict in document.verdicts:
        if verdict.id == name:
            if name in superseded(document):
                raise UsageError(f"{name} no longer stands: a later verdict replaced it")
            return verdict
    raise UsageError(f"{document.source.id} has no verdict {name}")


def _check_evidence(document: Document, verdict: Verdict) -> None:
    meant = means(verdict, document.scales)
    if meant not in OPEN and not verdict.evidence:
        raise UsageError(f"{shown(verdict.rating)} needs evidence: a URL, or a document and the words that count")
    if any(row.url is None and row.document is None for row in verdict.evidence):
        raise UsageError("evidence needs a URL or a document")
