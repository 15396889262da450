"""Rules about verdicts: their rating, their evidence, and what they replace."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.checks.context import Context, Found, Rule, first
from claims.json_input import shown

if TYPE_CHECKING:
    # Loading the model takes longer than checking a small file.
    from claims.model import Evidence, Verdict

#: A test holds them against the model.
BASE = ("supported", "refuted", "conflicting", "not_enough_evidence", "not_checkable")
NEED_NO_EVIDENCE = frozenset({"not_checkable", "not_enough_evidence"})


def unknown_ratings(ctx: Context) -> Iterator[Found]:
    """Find ratings that are neither base ratings nor of the verdict's scale."""
    scales = _scales(ctx)
    holders = {rating: name for name, ratings in reversed(scales.items()) for rating in ratings}
    for index, verdict in enumerate(ctx.document.verdicts):
        known = scales.get(verdict.scale, {}) if verdict.scale else dict.fromkeys(BASE, "")
        if verdict.rating not in known and (verdict.scale is None or verdict.scale in scales):
            where = f"of the scale {verdict.scale}" if verdict.scale else "among the base ratings"
            message = f"{shown(verdict.rating)} is no rating {where}: {', '.join(known)}"
            holder = holders.get(verdict.rating)
            hint = f'set "scale" to {shown(holder)}' if holder else None
            yield Found(message, f"/verdicts/{index}/rating", hint=hint)


def unfounded(ctx: Context) -> Iterator[Found]:
    """Find verdicts that need evidence and have none."""
    scales = _scales(ctx)
    for index, verdict in enumerate(ctx.document.verdicts):
        means = _means(scales, verdict)
        if not verdict.evidence and means is not None and means not in NEED_NO_EVIDENCE:
            yield Found(f"{shown(verdict.rating)} is said without evidence", f"/verdicts/{index}/evidence")


def misquoted(ctx: Context) -> Iterator[Found]:
    """Compare quotations from this file's own text with it."""
    for index, verdict in enumerate(ctx.document.verdicts):
        for number, evidence in enumerate(verdict.evidence):
            if evidence.document == ctx.document.source.id and (message := _misquoted(ctx.text, evidence)):
                pointer = f"/verdicts/{index}/evidence/{number}"
                yield Found(message, pointer, first(evidence.spans) if evidence.spans else None)


def empty_slots(ctx: Context) -> Iterator[Found]:
    """Find verdicts on slots that are empty."""
    for index, verdict in enumerate(ctx.document.verdicts):
        claim = ctx.claims.get(verdict.claim)
        if claim and verdict.slot and verdict.slot != "what" and not getattr(claim, verdict.slot):
            message = f"claim {claim.id} has nothing in the slot {verdict.slot}"
            yield Found(message, f"/verdicts/{index}/slot", first(claim.spans))


def strangers(ctx: Context) -> Iterator[Found]:
    """Find verdicts that replace one on something else."""
    known = {verdict.id: verdict for verdict in ctx.document.verdicts}
    for index, verdict in enumerate(ctx.document.verdicts):
        earlier = known.get(verdict.supersedes or "")
        if earlier and (earlier.claim, earlier.slot) != (verdict.claim, verdict.slot):
            judged = f"the slot {earlier.slot} of {earlier.claim}" if earlier.slot else earlier.claim
            yield Found(f"{earlier.id} is a verdict on {judged}", f"/verdicts/{index}/supersedes")


def double_steps(ctx: Context) -> Iterator[Found]:
    """Find steps that stand twice, or give a base rating another meaning."""
    for index, scale in enumerate(ctx.document.scales):
        seen: set[str] = set()
        for number, step in enumerate(scale.ratings):
            pointer = f"/scales/{index}/ratings/{number}/value"
            if step.value in seen:
                yield Found(f"the scale {scale.id} has the step {shown(step.value)} twice", pointer)
            if step.value in BASE and step.means != step.value:
                yield Found(f"{shown(step.value)} is a base rating; here it means {step.means}", pointer)
            seen.add(step.value)


def _scales(ctx: Context) -> dict[str, dict[str, str]]:
    return {scale.id: {step.value: step.means for step in scale.ratings} for scale in ctx.document.scales}


def _means(scales: dict[str, dict[str, str]], verdict: Verdict) -> str | None:
    """Return the base rating of a verdict, None where its rating is not known."""
    if verdict.scale is None:
        return verdict.rating if verdict.rating in BASE else None
    return scales.get(verdict.scale, {}).get(verdict.rating)


def _misquoted(text: str, evidence: Evidence) -> str | None:
    quote, spans = evidence.quote, evidence.spans
    if spans and spans.end > len(text):
        return f"the evidence reaches beyond the text, which has {len(text)} code points"
    if quote is None:
        return None
    if spans is None:
        whole = (quote.prefix or "") + quote.exact + (quote.suffix or "")
        return None if whole in text else f"the text does not have {shown(whole)}"
    if spans.exact(text) != quote.exact:
        return f"the text has {shown(spans.exact(text))} here, not {shown(quote.exact)}"
    if quote.prefix and not text[: spans.start].endswith(quote.prefix):
        return f"{shown(quote.prefix)} does not stand before the quotation"
    if quote.suffix and not text.startswith(quote.suffix, spans.end):
        return f"{shown(quote.suffix)} does not stand behind the quotation"
    return None


RULES = (
    Rule(
        "V701",
        "unknown-rating",
        "verdicts",
        "A rating is a base rating or one of the named scale.",
        '"rating": "true"',
        '"rating": "supported"',
        check=unknown_ratings,
    ),
    Rule(
        "V702",
        "no-evidence",
        "verdicts",
        "A verdict has evidence, unless the claim is not checkable or the evidence not enough.",
        '"rating": "refuted", "evidence": []',
        '"rating": "not_checkable", "evidence": []',
        check=unfounded,
    ),
    Rule(
        "V703",
        "misquoted",
        "verdicts",
        "A quotation from this file's own text stands where it says.",
        "“It rained” of “It rains.”",
        "“It rains” of “It rains.”",
        check=misquoted,
        needs_text=True,
    ),
    Rule(
        "V704",
        "empty-slot",
        "verdicts",
        "A slot that is judged is filled.",
        '"slot": "when" on a claim without time',
        '"slot": "who"',
        check=empty_slots,
    ),
    Rule(
        "V705",
        "other-claim",
        "verdicts",
        "A verdict replaces one on the same claim and slot.",
        "v2 on c2 supersedes v1 on c1",
        "v2 on c1 supersedes v1 on c1",
        check=strangers,
    ),
    Rule(
        "V706",
        "scale-step",
        "verdicts",
        "A scale has each step once and gives base ratings no other meaning.",
        "“good” twice",
        "“good”, “bad”",
        check=double_steps,
    ),
)
