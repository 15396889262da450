"""`claims verdict add`: judge a claim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from claims.cli.files import read_bytes, shown_name
from claims.cli.options.verdict_add import Options
from claims.cli.verdicts import check_out, day, one_document, text_at_hand, write_judged
from claims.codec import evidence_of
from claims.errors import UsageError
from claims.factcheck import judge
from claims.json_input import load_json
from claims.model import Document, Evidence, Quotation, SlotName, Stance
from claims.scales import SCALES

#: What evidence does where nothing else is said, by what the rating means.
STANCES: dict[str, Stance] = {"supported": "supports", "refuted": "refutes"}


def run(options: Options) -> int:
    """Write the file with one verdict more."""
    check_out(options.out, options.force)
    document = one_document(options.file)
    texts = dict([text_at_hand(options.document)]) if options.document else {}
    slots = {name: name for name in get_args(SlotName)}
    judged = judge(
        document,
        options.claim,
        options.rating,
        evidence=(*_given(options, document, next(iter(texts), None)), *_listed(options)),
        by=options.by,
        at=day(options.date),
        slot=slots.get(options.slot),
        scale=options.scale,
        rationale=options.rationale,
        supersedes=options.supersedes,
        texts=texts,
    )
    write_judged(judged, options.out, options.force)
    return 0


def _given(options: Options, document: Document, name: str | None) -> Iterator[Evidence]:
    """Yield the evidence that the options describe."""
    if options.url is None and name is None:
        return
    quote = Quotation(options.quote, options.prefix, options.suffix) if options.quote is not None else None
    stances = {known: known for known in get_args(Stance)}
    stance = stances.get(options.stance) or STANCES.get(_meant(options, document), "context")
    yield Evidence(stance, options.url, name, quote, None, day(options.retrieved))


def _meant(options: Options, document: Document) -> str:
    scales = {**SCALES, **{scale.id: scale for scale in document.scales}}
    if options.scale not in scales:
        return options.rating
    steps = scales[options.scale].ratings
    return next((row.means for row in steps if row.value == options.rating), options.rating)


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
