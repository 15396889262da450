"""`claims verdict add`: judge a claim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import attrs

from claims.cli.files import read_bytes, shown_name
from claims.cli.options.verdict_add import Options
from claims.cli.verdicts import check_out, day, one_document, text_at_hand, write_judged
from claims.codec import evidence_of, scale_of
from claims.errors import UsageError
from claims.factcheck import judge
from claims.json_input import load_json
from claims.model import Document, Evidence, Quotation, Scale, SlotName, Stance
from claims.scales import SCALES

#: What evidence does where nothing else is said, by what the rating means.
STANCES: dict[str, Stance] = {"supported": "supports", "refuted": "refutes"}


def run(options: Options) -> int:
    """Write the file with one verdict more."""
    check_out(options.out, options.force)
    document = one_document(options.file)
    texts = dict([text_at_hand(options.document)]) if options.document else {}
    scale = _scale(options.scale)
    slots = {name: name for name in get_args(SlotName)}
    judged = judge(
        document,
        options.claim,
        options.rating,
        evidence=(*_given(options, document, scale, next(iter(texts), None)), *_listed(options)),
        by=options.by,
        at=day(options.date),
        slot=slots.get(options.slot),
        scale=scale,
        rationale=options.rationale,
        supersedes=options.supersedes,
        texts=texts,
    )
    write_judged(_published(judged, options.page), options.out, options.force)
    return 0


def _published(document: Document, page: str | None) -> Document:
    """Return the document with the address of the new verdict's own page; that is no evidence for it."""
    if page is None:
        return document
    *older, made = document.verdicts
    made = attrs.evolve(made, evidence=(*made.evidence, Evidence("context", page)))
    return attrs.evolve(document, verdicts=(*older, made))


def _scale(given: str | None) -> str | Scale | None:
    """Return a scale's id, or the scale that a JSON file holds."""
    if given is None or not given.endswith(".json"):
        return given
    name = shown_name(given)
    return scale_of(load_json(read_bytes(given), name), name)


def _given(options: Options, document: Document, scale: str | Scale | None, name: str | None) -> Iterator[Evidence]:
    """Yield the evidence that the options describe."""
    if options.url is None and name is None:
        return
    quote = Quotation(options.quote, options.prefix, options.suffix) if options.quote is not None else None
    stances = {known: known for known in get_args(Stance)}
    stance = stances.get(options.stance) or STANCES.get(_meant(options.rating, scale, document), "context")
    yield Evidence(stance, options.url, name, quote, None, day(options.retrieved))


def _meant(rating: str, scale: str | Scale | None, document: Document) -> str:
    scales = {**SCALES, **{known.id: known for known in document.scales}}
    chosen = scales.get(scale) if isinstance(scale, str) else scale
    steps = chosen.ratings if chosen else ()
    return next((row.means for row in steps if row.value == rating), rating)


def _listed(options: Options) -> Iterator[Evidence]:
    """Yield the evidence of a JSON file."""
    if options.evidence is None:
        return
    name = shown_name(options.evidence)
    rows = load_json(read_bytes(options.evidence), name)
    if not isinstance(rows, list):
        raise UsageError(f"{name} should hold a list of evidence, each as in a claim file")
    for number, row in enumerate(rows):
        yield evidence_of(row, name, f"/{number}")
