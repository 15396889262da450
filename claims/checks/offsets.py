"""Rules about places: in the text, in the sentence, in the claim; and the text itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.checks.context import Context, Found, Rule, first
from claims.checks.walks import exacts, places, reach, slot_extents, slots
from claims.checks.words import erase, unlinked
from claims.json_input import shown
from claims.text import Extent, Span

if TYPE_CHECKING:
    # Loading the model takes longer than checking a small file.
    from claims.checks.units import Unit
    from claims.model import Claim

#: Rules that need no text, but whose findings follow from offsets of another unit.
MOVED = frozenset({"O106"})
#: How far around its place a misplaced text is looked for.
NEAR = 1000


def text_changed(ctx: Context) -> bool:
    """Tell whether the text is another than the one annotated, so that most places are wrong."""
    source = ctx.document.source
    return len(ctx.text) != source.length or (ctx.digest != source.sha256 and bool(ctx.misquoted))


def other_unit(ctx: Context) -> tuple[Unit, int, int] | None:
    """Return the unit that the offsets count, where it is not ours: the unit, how many quoted texts fit, of all."""
    if not ctx.misquoted:
        return None
    # Loaded only for offsets that seem to count something else.
    from claims.checks.units import recognised

    return recognised(ctx.text, ((extent, exact) for _, extent, exact in exacts(ctx.document)))


def digests(ctx: Context) -> Iterator[Found]:
    """Compare the stated digest with the text's."""
    stated, found = ctx.document.source.sha256, ctx.digest
    if stated != found:
        wrong, count = len(ctx.misquoted), sum(1 for _ in exacts(ctx.document))
        message = f"the text's digest is {found}; {wrong} of {count} exact texts are not where they should be"
        hint = "the text was changed after it was annotated" if wrong else "the text fits; put its digest in"
        yield Found(message, "/source/sha256", hint=hint)


def counted_otherwise(ctx: Context) -> Iterator[Found]:
    """Find offsets that count something else than code points."""
    if found := other_unit(ctx):
        unit, fitting, count = found
        pointer, extent, _ = ctx.misquoted[0]
        message = f"the offsets count {unit.name}: read so, {fitting} of {count} exact texts stand where they say"
        yield Found(message, f"{pointer}/spans", first(extent))


def lengths(ctx: Context) -> Iterator[Found]:
    """Compare the stated length with the text's."""
    stated, found = ctx.document.source.length, len(ctx.text)
    if stated == found:
        return
    hint = None
    if stated == len(ctx.text.encode("utf-16-le", "surrogatepass")) // 2:
        hint = "this counts UTF-16 code units: the offsets may do so too"
    elif stated == len(ctx.text.encode("utf-8", "surrogatepass")):
        hint = "this counts UTF-8 bytes: the offsets may do so too"
    yield Found(f"the text has {found} code points, not {stated}", "/source/length", hint=hint)


def outside_text(ctx: Context) -> Iterator[Found]:
    """Find ranges that end behind the text."""
    length = ctx.document.source.length
    for pointer, extent in places(ctx.document) if reach(ctx.document) > length else ():
        if extent.spans and extent.spans[-1].end > length:
            span = extent.spans[-1]
            message = f"[{span.start}, {span.end}) reaches beyond the text, which has {length} code points"
            yield Found(message, pointer, span)


def outside_sentence(ctx: Context) -> Iterator[Found]:
    """Find claims that leave their sentence."""
    for index, claim in enumerate(ctx.document.claims):
        sentence, spans = ctx.sentence_spans.get(claim.sentence), claim.spans.spans
        if sentence and not (sentence.start <= spans[0].start and spans[-1].end <= sentence.end):
            span = next(span for span in claim.spans if not sentence.contains(span))
            message = f"[{span.start}, {span.end}) lies outside sentence {claim.sentence}, "
            message += f"[{sentence.start}, {sentence.end})"
            yield Found(message, f"/claims/{index}/spans", span)


def inexact(ctx: Context) -> Iterator[Found]:
    """Compare each `exact` with its slice of the text."""
    length = len(ctx.text)
    for pointer, extent, exact in ctx.misquoted:
        # A range beyond the text is another rule's finding.
        if not (extent and extent.end > length):
            message = f"the text has {shown(extent.exact(ctx.text))} here, not {shown(exact)}"
            yield Found(message, f"{pointer}/exact", first(extent), _shifted(ctx.text, extent, exact))


def outside_claim(ctx: Context) -> Iterator[Found]:
    """Find slots, heads and kept pronouns that leave their claim's extent."""
    for index, claim in enumerate(ctx.document.claims):
        for pointer, extent in _parts(claim) if not _is_inside(claim) else ():
            if not _covers(claim.spans, extent):
                message = f"this part of the claim reaches beyond the claim's own extent, {_listed(claim.spans)}"
                yield Found(message, f"/claims/{index}{pointer}", first(extent))


def loose_words(ctx: Context) -> Iterator[Found]:
    """Find words of a claim's extent that are in none of its slots and relations."""
    if not ctx.is_english:
        return
    for index, claim in enumerate(ctx.document.claims):
        spans = claim.spans.spans
        if spans[-1].end > len(ctx.text):
            continue
        start = spans[0].start
        marks = bytearray(ctx.word_marks[start : spans[-1].end])
        erase(marks, _said(claim), start)
        if 1 not in marks:
            continue
        for span in spans:
            if marks.find(1, span.start - start, span.end - start) < 0:
                continue
            loose = [Span(*word) for word in ctx.words_in(span) if marks[word[0] - start]]
            for word in unlinked(ctx.text, span, loose):
                message = f"{shown(word.slice(ctx.text))} is in the claim's extent but in none of its slots"
                yield Found(message, f"/claims/{index}/spans", word, "take it out of the extent, or into a slot")


def _said(claim: Claim) -> list[Extent]:
    """Return the extents that say what the claim says."""
    return [*slot_extents(claim), *(tie.spans for tie in claim.relations if tie.spans)]


def sentence_order(ctx: Context) -> Iterator[Found]:
    """Find sentences out of text order, or overlapping."""
    for index, (before, after) in enumerate(pairwise(ctx.document.sentences)):
        if after.span.start < before.span.end:
            message = f"sentence {after.id} starts at {after.span.start}, before sentence {before.id} "
            message += f"ends at {before.span.end}"
            yield Found(message, f"/sentences/{index + 1}/span", after.span)


def _shifted(text: str, extent: Extent, exact: str) -> str | None:
    """Guess why the words are not here: they stand one code point or a few beside, or elsewhere."""
    if not extent:
        return "an empty extent has no words"
    if extent.start and text[extent.start - 1 : extent.start - 1 + len(exact)] == exact:
        return "the words begin one code point earlier: are the offsets counted from 1?"
    # Only near by: looking through the whole text for every finding would cost the square of its length.
    low = max(extent.start - NEAR, 0)
    near = text[low : extent.end + NEAR]
    if len(extent.spans) == 1 and near.count(exact) == 1:
        return f"near by, the text has these words at {low + near.index(exact)}"
    return None


def _is_inside(claim: Claim) -> bool:
    """Tell at a glance whether every part of a claim lies in one of its ranges; exact only where it says yes."""
    parts = [span for extent in slot_extents(claim) for span in extent.spans]
    parts += [kept.span for kept in claim.unresolved]
    if claim.what.predicate.head:
        parts.append(claim.what.predicate.head)
    whole = claim.spans.spans
    if len(whole) == 1:
        start, end = whole[0].start, whole[0].end
        return not [span for span in parts if span.start < start or span.end > end]
    ends = [span.end for span in whole]
    for span in parts:
        number = bisect_left(ends, span.end)
        if number == len(ends) or whole[number].start > span.start:
            return False
    return True


def _parts(claim: Claim) -> Iterator[tuple[str, Extent]]:
    yield from slots(claim)
    if claim.what.predicate.head:
        yield "/what/predicate/head", Extent((claim.what.predicate.head,))
    for index, kept in enumerate(claim.unresolved):
        yield f"/unresolved/{index}/span", Extent((kept.span,))


def _covers(whole: Extent, part: Extent) -> bool:
    spans = whole.spans
    if len(spans) == 1 and len(part.spans) == 1:
        return spans[0].contains(part.spans[0])
    # Touching ranges cover together what neither covers alone.
    spans = Extent.union([whole]).spans
    ends = [span.end for span in spans]
    numbers = [bisect_left(ends, inner.end) for inner in part]
    return all(n < len(spans) and spans[n].contains(inner) for n, inner in zip(numbers, part, strict=True))


def _listed(extent: Extent) -> str:
    spans: tuple[Span, ...] = extent.spans
    return ", ".join(f"[{span.start}, {span.end})" for span in spans)


RULES = (
    Rule(
        "O101",
        "digest",
        "offsets",
        "`sha256` is the digest of the text's UTF-8 bytes.",
        '"sha256": "0000…"',
        '"sha256": "9f86d081…"',
        check=digests,
        needs_text=True,
    ),
    Rule(
        "O102",
        "length",
        "offsets",
        "`length` counts the text's code points.",
        '"length": 255',
        '"length": 250',
        check=lengths,
        needs_text=True,
    ),
    Rule(
        "O103",
        "text-file",
        "offsets",
        "`path` is a relative path to a UTF-8 file inside the claim file's folder.",
        '"path": "../text.txt"',
        '"path": "text.txt"',
    ),
    Rule("O104", "empty-range", "offsets", "A range starts before it ends.", "[9, 4]", "[4, 9]"),
    Rule(
        "O105",
        "unsorted-ranges",
        "offsets",
        "The ranges of an extent are sorted and disjoint.",
        "[[9, 12], [4, 6]]",
        "[[4, 6], [9, 12]]",
    ),
    Rule(
        "O106",
        "outside-text",
        "offsets",
        "Every range ends inside the text.",
        '"length": 80, "span": [70, 90]',
        '"length": 80, "span": [70, 80]',
        check=outside_text,
    ),
    Rule(
        "O107",
        "sentence-order",
        "offsets",
        "Sentences stand in text order and do not overlap.",
        "[0, 10], [8, 20]",
        "[0, 10], [11, 20]",
        check=sentence_order,
    ),
    Rule(
        "O108",
        "outside-sentence",
        "offsets",
        "A claim lies inside its sentence.",
        "sentence [0, 10], claim [5, 12]",
        "sentence [0, 12], claim [5, 12]",
        check=outside_sentence,
    ),
    Rule(
        "O109",
        "outside-claim",
        "offsets",
        "Slots, the predicate's head and kept pronouns lie inside the claim's extent.",
        "claim [[5, 12]], who [[2, 8]]",
        "claim [[2, 12]], who [[2, 8]]",
        check=outside_claim,
    ),
    Rule(
        "O110",
        "loose-words",
        "offsets",
        "In an English text, every content word of a claim's extent belongs to one of its slots or relations.",
        "claim “They left early”, who “They”, predicate “left”",
        "claim “They left”",
        check=loose_words,
        needs_text=True,
    ),
    Rule(
        "O111",
        "inexact",
        "offsets",
        "`exact` is the slice of the text, its ranges joined by ` … `.",
        '"exact": "the city"',
        '"exact": "The city"',
        check=inexact,
        needs_text=True,
    ),
    Rule(
        "O112",
        "other-unit",
        "offsets",
        "Offsets count Unicode code points from 0, and ranges are half-open.",
        '“😀 Lund”: "spans": [[3, 7]]',
        '“😀 Lund”: "spans": [[2, 6]]',
        check=counted_otherwise,
        needs_text=True,
    ),
)
