"""One claim with everything known about it, as rows."""

from __future__ import annotations

from collections.abc import Iterator

from claims.cli.views import (
    Piece,
    Reader,
    Row,
    joined,
    painted,
    tie_name,
    verdict,
)
from claims.cli.visible import one_line
from claims.model import Annotator, Attribution, Claim, Edit, Evidence, Mention, Sentence, Verdict, When
from claims.phrases import CERTAINTIES
from claims.text import Extent, Span


def place(extent: Extent | Span) -> str:
    """Return the offsets of an extent."""
    spans = (extent,) if isinstance(extent, Span) else extent.spans
    return " ".join(f"[{span.start},{span.end})" for span in spans)


def detail_rows(reader: Reader, claim: Claim) -> Iterator[Row]:
    """Yield the rows of one claim, from the sentence it stands in to who made it."""
    sentence = next((it for it in reader.document.sentences if it.id == claim.sentence), None)
    if sentence:
        yield from _sentence(reader, claim, sentence)
    yield Row("words", _exact(reader, claim.spans))
    yield from (Row("who", _mention(reader, it, "who")) for it in claim.who)
    yield from _what(reader, claim)
    yield from (Row("when", _when(reader, it)) for it in claim.when)
    yield from (Row("where", _mention(reader, it, "where")) for it in claim.where)
    yield from _chain(reader, claim)
    yield from (Row("says", row) for row in _told(reader, claim))
    yield from _facts(claim)
    yield from (Row("edit", _edit(reader, it)) for it in claim.edits)
    for it in claim.unresolved:
        choices = joined((Piece(_quoted(reader, extent)) for extent in it.candidates), " or ")
        yield Row("open", (Piece(reader.words(it.span), "open"), Piece(f" {place(it.span)} ", "dim"), *choices))
    yield from (Row("relation", row) for row in _relations(reader, claim))
    for found in reader.document.verdicts:
        if found.claim == claim.id:
            yield from verdict_rows(reader, found)
    if claim.by:
        yield Row("by", (Piece(_annotator(reader, claim.by)),))


def _sentence(reader: Reader, claim: Claim, sentence: Sentence) -> Iterator[Row]:
    about = f"{one_line(sentence.id)} · {sentence.zone} · paragraph {sentence.paragraph} · {place(sentence.span)}"
    yield Row("sentence", (Piece(about, "dim"),))
    if reader.text is not None:
        yield Row("", painted(reader.text, sentence.span, layers(claim, sentence)))


def layers(claim: Claim, sentence: Sentence) -> list[tuple[Extent, str]]:
    """Return the claim's slots with their styles, the narrow ones last; words of other claims are dim."""
    return [
        (Extent((sentence.span,)), "dim"),
        (claim.spans, ""),
        *((argument.spans, "argument") for argument in claim.what.arguments),
        (claim.what.predicate.spans, "what"),
        *((it.spans, "who") for it in claim.who),
        *((it.spans, "where") for it in claim.where),
        *((it.spans, "when") for it in claim.when),
    ]


def _exact(reader: Reader, extent: Extent) -> tuple[Piece, ...]:
    return (Piece(_quoted(reader, extent)), Piece(f" {place(extent)}", "dim"))


def _quoted(reader: Reader, extent: Extent) -> str:
    return place(extent) if reader.text is None else one_line(extent.exact(reader.text))


def _mention(reader: Reader, mention: Mention, style: str) -> tuple[Piece, ...]:
    entity = next((it for it in reader.document.entities if it.id == mention.entity), None)
    note = f" → {one_line(entity.id)} {one_line(entity.name)} ({one_line(entity.type)})" if entity else ""
    return (Piece(one_line(mention.exact), style), Piece(f" {place(mention.spans)}{note}", "dim"))


def _what(reader: Reader, claim: Claim) -> Iterator[Row]:
    predicate = claim.what.predicate
    verb = one_line(predicate.exact) or "(left unsaid)"
    yield Row(
        "what", (Piece(verb, "what"), Piece(f" {place(predicate.spans)} lemma {one_line(predicate.lemma)}", "dim"))
    )
    for argument in claim.what.arguments:
        words = _mention(reader, Mention(argument.spans, argument.exact, argument.entity), "argument")
        yield Row(argument.role.replace("_", " "), words)


def _when(reader: Reader, when: When) -> tuple[Piece, ...]:
    facts = [place(when.spans)]
    if when.target:
        facts.append(f"{when.relation or 'from'} {one_line(when.target)}")
    elif when.relation:
        facts.append(when.relation)
    time = next((it for it in reader.document.times if it.id == when.time), None)
    if time:
        facts.append(one_line(f"{time.id} {time.type} {time.value or time.reason or ''} {time.mod or ''}"))
        facts += [f"counted from {one_line(time.anchor)}"] if time.anchor else []
    facts += [f"EDTF {one_line(when.edtf)}"] if when.edtf else []
    return (Piece(one_line(when.exact), "when"), Piece(f" {' · '.join(facts)}", "dim"))


def _chain(reader: Reader, claim: Claim) -> Iterator[Row]:
    """Yield the voices as a small tree, the author at the root."""
    values = {it.holder: it.value for it in claim.certainty}
    yield Row("voices", (Piece("the author"), _certainty(values.get("author"))))
    for depth, name in enumerate(claim.attribution):
        indent = "   " * depth
        link = reader.attributions.get(name)
        voice = [Piece(reader.voice(name), "source" if link else "bad")]
        if link and link.cue:
            voice.append(Piece(f" {one_line(link.cue.exact)}", "cue"))
        yield Row("", (Piece(f"{indent}└─ ", "dim"), *voice, _certainty(values.get(name))))
        yield Row("", (Piece(f"{indent}   {_link(link) if link else 'no such attribution'}", "dim"),))


def _told(reader: Reader, act: Claim) -> Iterator[tuple[Piece, ...]]:
    """Yield what somebody says by a speech act: the claims right below it."""
    links = {link.id for link in reader.document.attributions if link.speech_act == act.id}
    for claim in reader.document.claims:
        if claim.attribution and claim.attribution[-1] in links:
            yield (Piece(one_line(claim.id), "id"), Piece(f" {one_line(claim.text)}"))


def _link(link: Attribution) -> str:
    facts = [one_line(link.id), link.source.type, link.cue.type if link.cue else "no cue", link.quote]
    facts += [f"source {place(link.source.spans)}"] if link.source.spans else []
    facts += [f"cue {place(link.cue.spans)}"] if link.cue else []
    facts += [f"said in {one_line(link.speech_act)}"] if link.speech_act else []
    facts += ["scope ambiguous"] if link.scope_ambiguous else []
    return " · ".join(facts)


def _certainty(value: str | None) -> Piece:
    return Piece(f" {value} {CERTAINTIES[value]}" if value else "", "open" if value and value[0] != "C" else "")


def _facts(claim: Claim) -> Iterator[Row]:
    yield Row("type", (Piece(f"{claim.type.replace('_', ' ')} · {claim.kind}"),))
    polarity = {"+": "+ affirmed", "-": "- negated"}[claim.polarity]
    yield Row("tense", (Piece(f"{claim.tense.replace('_', ' ')} · polarity {polarity}"),))
    if claim.rule:
        yield Row("rule", (Piece(one_line(claim.rule)),))
    if claim.confidence is not None:
        yield Row("sure", (Piece(f"{claim.confidence:g} of 1"),))


def _edit(reader: Reader, edit: Edit) -> tuple[Piece, ...]:
    if edit.span is None:
        pieces = [Piece("insert "), Piece(one_line(edit.text or ""), "good"), Piece(f" at {edit.at}", "dim")]
    elif edit.op == "delete":
        pieces = [Piece("delete "), Piece(reader.words(edit.span), "bad"), Piece(f" {place(edit.span)}", "dim")]
    else:
        pieces = [Piece("replace "), Piece(reader.words(edit.span), "bad"), Piece(f" {place(edit.span)}", "dim")]
        pieces += [Piece(" with "), Piece(one_line(edit.text or ""), "good")]
    if edit.antecedents:
        pieces.append(Piece(f" from {' '.join(map(place, edit.antecedents))}", "dim"))
    if edit.reason:
        pieces.append(Piece(f" · {one_line(edit.reason)}", "dim"))
    return tuple(pieces)


def _relations(reader: Reader, claim: Claim) -> Iterator[tuple[Piece, ...]]:
    """Yield the claim's ties, then those of other claims to it."""
    for tie in claim.relations:
        name = tie_name(tie)
        if tie.target:
            yield (Piece(f"{name} "), Piece(one_line(tie.target), "id"), Piece(f" {reader.wording(tie.target)}"))
        else:
            where = f" {place(tie.spans)}" if tie.spans else ""
            yield (Piece(f"{name} "), Piece(one_line(tie.exact or "")), Piece(where, "dim"))
    for other in reader.document.claims:
        for tie in other.relations:
            if tie.target == claim.id:
                yield (Piece("of "), Piece(one_line(other.id), "id"), Piece(f" {reader.wording(other.id)}"),
                       Piece(f" ({tie.type.replace('_', ' ')})", "dim"))  # fmt: skip


def verdict_rows(reader: Reader, found: Verdict) -> Iterator[Row]:
    """Yield the rows of one verdict: rating and reviewer, then its evidence."""
    later = next((it.id for it in reader.document.verdicts if it.supersedes == found.id), None)
    facts = [one_line(found.id), _annotator(reader, found.by) if found.by else "", one_line(found.at or "")]
    facts += [f"superseded by {one_line(later)}"] if later else []
    yield Row("verdict", (*verdict(reader, found), Piece(f" · {' · '.join(filter(None, facts))}", "dim")))
    yield from (Row("evidence", _evidence(it)) for it in found.evidence)


def _evidence(evidence: Evidence) -> tuple[Piece, ...]:
    style = {"supports": "good", "refutes": "bad"}.get(evidence.stance, "")
    pieces = [Piece(evidence.stance, style), Piece(f" {one_line(evidence.url or evidence.document or '')}")]
    if evidence.quote:
        pieces.append(Piece(f" “{one_line(evidence.quote.exact)}”", "argument"))
    if evidence.spans:
        pieces.append(Piece(f" {place(evidence.spans)}", "dim"))
    if evidence.retrieved:
        pieces.append(Piece(f" retrieved {one_line(evidence.retrieved)}", "dim"))
    return tuple(pieces)


def _annotator(reader: Reader, name: str) -> str:
    found = next((it for it in reader.document.annotators if it.id == name), None)
    return one_line(name) if found is None else f"{one_line(name)}: {_described(found)}"


def _described(annotator: Annotator) -> str:
    words = [annotator.name, annotator.version]
    if annotator.model:
        words.append(f"with {annotator.model.name} {annotator.model.version}")
    return one_line(" ".join(filter(None, words)))
