"""Rules about completeness: nothing is passed over in silence, nothing is said twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.checks.context import Context, Found, Rule, first
from claims.checks.walks import slots
from claims.checks.words import erase, unlinked
from claims.json_input import shown
from claims.text import Extent, Span

if TYPE_CHECKING:
    # Loading the model takes longer than checking a small file.
    from claims.model import Claim


def uncovered(ctx: Context) -> Iterator[Found]:
    """Find content words that are in no claim, condition, source or cue."""
    if not ctx.is_english:
        return
    marks = bytearray(ctx.word_marks)
    erase(marks, _claimed(ctx))
    for index, sentence in enumerate(ctx.document.sentences):
        if sentence.no_claim is not None or sentence.id not in ctx.claims_of:
            continue
        if marks.find(1, sentence.span.start, sentence.span.end) < 0:
            continue
        bare = [Span(*word) for word in ctx.words_in(sentence.span) if marks[word[0]]]
        if words := list(unlinked(ctx.text, sentence.span, bare)):
            listed = ", ".join(shown(word.slice(ctx.text), 20) for word in words[:8])
            more = f" and {len(words) - 8} more" if len(words) > 8 else ""
            message = f"no claim of sentence {sentence.id} holds {listed}{more}"
            yield Found(message, f"/sentences/{index}", words[0])


def silent(ctx: Context) -> Iterator[Found]:
    """Find sentences without claim and without reason."""
    for index, sentence in enumerate(ctx.document.sentences):
        if sentence.no_claim is None and sentence.id not in ctx.claims_of:
            message = f"sentence {sentence.id} has no claim and no reason for that"
            yield Found(message, f"/sentences/{index}", sentence.span, 'give the reason in "no_claim"')


def contradicted(ctx: Context) -> Iterator[Found]:
    """Find reasons for having no claim beside claims."""
    for index, sentence in enumerate(ctx.document.sentences):
        if sentence.no_claim is not None and sentence.id in ctx.claims_of:
            number, claim = ctx.claims_of[sentence.id][0]
            message = f"sentence {sentence.id} says why it has no claim, but has {claim.id} "
            message += f"at {ctx.pointer(f'/claims/{number}')}"
            yield Found(message, f"/sentences/{index}/no_claim", sentence.span)


def repeated(ctx: Context) -> Iterator[Found]:
    """Find claims with the slots and the chain of an earlier one."""
    for claims in ctx.claims_of.values():
        # Hashing all slots of every claim takes long: only claims of one predicate and chain can be the same.
        if len(claims) == 1 or len(claims) == len({_kin(claim) for _, claim in claims}):
            continue
        seen: dict[object, str] = {}
        for index, claim in claims:
            earlier = seen.setdefault(_identity(claim), claim.id)
            if earlier != claim.id:
                message = f"{claim.id} has the slots and the chain of {earlier}: it is the same claim"
                yield Found(message, f"/claims/{index}", first(claim.spans))


def between_sentences(ctx: Context) -> Iterator[Found]:
    """Find words between sentences."""
    text, sentences = ctx.text, ctx.document.sentences
    ends = [0, *(sentence.span.end for sentence in sentences)]
    starts = [*(sentence.span.start for sentence in sentences), len(text)]
    for index, (end, start) in enumerate(zip(ends, starts, strict=True)):
        gap = text[end:start] if end < start else ""
        if gap and not gap.isspace() and any(char.isalnum() for char in gap):
            low = end + len(gap) - len(gap.lstrip())
            span = Span(low, end + len(gap.rstrip()))
            pointer = f"/sentences/{index}" if index < len(sentences) else "/sentences"
            yield Found(f"{shown(span.slice(text))} is in no sentence", pointer, span)


def _claimed(ctx: Context) -> Iterator[Extent]:
    for claim in ctx.document.claims:
        yield claim.spans
        yield from (tie.spans for tie in claim.relations if tie.spans)
    for link in ctx.document.attributions:
        yield link.source.spans
        if link.cue:
            yield link.cue.spans


def _kin(claim: Claim) -> object:
    who, arguments, predicate = claim.who, claim.what.arguments, claim.what.predicate.spans.spans
    return (
        claim.attribution,
        predicate[0].start if predicate else None,
        len(who),
        who[0].spans.spans[0].start if who else None,
        arguments[0].spans.spans[0].start if arguments else None,
    )


def _identity(claim: Claim) -> object:
    places = tuple((pointer.split("/")[1], extent) for pointer, extent in slots(claim))
    return places, claim.attribution


RULES = (
    Rule(
        "C601",
        "uncovered",
        "coverage",
        "Every content word of an English sentence is in a claim, a condition, a source or a cue.",
        "“They left early”, claim “They left”",
        "claim “They left early”",
        check=uncovered,
        needs_all=True,
        needs_text=True,
    ),
    Rule(
        "C602",
        "silent",
        "coverage",
        "A sentence without claims says why.",
        "no claim, no reason",
        '"no_claim": "credit"',
        check=silent,
        needs_all=True,
    ),
    Rule(
        "C603",
        "contradicted",
        "coverage",
        "`no_claim` stands only where no claim was made.",
        '"no_claim": "credit", one claim',
        '"no_claim": "credit", no claim',
        check=contradicted,
    ),
    Rule(
        "C604",
        "same-claim",
        "coverage",
        "Two claims of one sentence differ in a slot or in their chain.",
        "“They left” twice",
        "“They left”, “They returned”",
        check=repeated,
    ),
    Rule(
        "C605",
        "outside-sentences",
        "coverage",
        "Every word of the text is in a sentence.",
        "“It rains. It snows.”, sentence [0, 9]",
        "sentences [0, 9], [10, 19]",
        check=between_sentences,
        needs_all=True,
        needs_text=True,
    ),
)
