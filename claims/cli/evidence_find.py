"""`claims evidence find`: passages of a collection that speak of a file's claims."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

from claims.cli.arguments import suggestion
from claims.cli.details import place
from claims.cli.files import text_of
from claims.cli.options.evidence_find import Options
from claims.cli.terminal import is_terminal
from claims.cli.verdicts import one_document
from claims.codec import evidence_data
from claims.errors import UsageError
from claims.factcheck import EvidenceIndex, Hit
from claims.model import Claim, Document
from claims.visible import one_line


def run(options: Options) -> int:
    """Print the passages claim by claim."""
    document = one_document(options.file)
    text = text_of(document, options.file)
    with EvidenceIndex(options.index, create=False) as index:
        found = [
            (claim, index.find(document, claim, options.limit, text)) for claim in _chosen(document, options.claims)
        ]
    if options.format == "json":
        print(json.dumps([_data(claim, hits) for claim, hits in found], indent=2))
        return 0
    for claim, hits in found:
        for line in _block(claim, hits) if is_terminal(sys.stdout) else _lines(claim, hits):
            print(line)
    return 0


def _chosen(document: Document, names: tuple[str, ...]) -> list[Claim]:
    known = {claim.id: claim for claim in document.claims}
    for name in names:
        if name not in known:
            raise UsageError(f"there is no claim {name} in this file{suggestion(name, list(known))}")
    return [known[name] for name in names] if names else list(document.claims)


def _lines(claim: Claim, hits: list[Hit]) -> Iterator[str]:
    for rank, hit in enumerate(hits, 1):
        fields = (claim.id, str(rank), f"{hit.score:.3f}", hit.path, place(hit.span), _why(hit), hit.exact)
        yield "\t".join(map(one_line, fields))


def _block(claim: Claim, hits: list[Hit]) -> Iterator[str]:
    yield f"{one_line(claim.id)}  {one_line(claim.text)}"
    for hit in hits:
        yield f"  {hit.score:.2f}  {one_line(hit.exact)}"
        yield f"        {one_line(hit.path)} {place(hit.span)} · {one_line(_why(hit))}"
    yield "" if hits else "  nothing found\n"


def _why(hit: Hit) -> str:
    return "; ".join(f"{slot}: {', '.join(words)}" for slot, words in hit.slots.items())


def _data(claim: Claim, hits: list[Hit]) -> dict[str, Any]:
    return {"claim": claim.id, "text": claim.text, "passages": [_passage(hit) for hit in hits]}


def _passage(hit: Hit) -> dict[str, Any]:
    about = {"path": hit.path, "title": hit.title, "published": hit.published, "score": hit.score}
    slots = {slot: list(words) for slot, words in hit.slots.items()}
    return {**about, "slots": slots, "evidence": evidence_data(hit.evidence)}
