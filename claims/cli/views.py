"""A document as people read it: labelled rows of styled pieces, before any terminal is thought of.

All text in the pieces is safe to print: see `claims.cli.visible`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import attrs

from claims import phrases
from claims.cli.visible import one_line
from claims.model import Attribution, Certainty, Claim, Document, Relation, Sentence, Verdict
from claims.phrases import CERTAINTIES, NO_SOURCE, TENSES, counted
from claims.scales import current, means
from claims.text import Extent, Span

#: Sign and style of the base ratings.
RATINGS = {
    "supported": ("✓", "good"),
    "refuted": ("✗", "bad"),
    "conflicting": ("≠", "open"),
    "not_enough_evidence": ("?", "open"),
    "not_checkable": ("–", "dim"),
}


@attrs.frozen
class Piece:
    """A few words in one style."""

    text: str
    style: str = ""


@attrs.frozen
class Row:
    """A labelled line of a claim."""

    label: str
    pieces: tuple[Piece, ...]
    #: What a pipe gets instead of the pieces, where codes serve it better than words.
    plain: str | None = None

    @property
    def text(self) -> str:
        """The row without styles."""
        return "".join(piece.text for piece in self.pieces)


@attrs.frozen
class ClaimView:
    """A claim: its wording and its rows."""

    id: str
    wording: str
    #: Type, tense, certainty …: below the wording, before the slots.
    marks: Row
    rows: tuple[Row, ...]
    #: The speech act that it is told in: "Norway said …" for what Norway said; "" for the author's own.
    under: str = ""
    #: Who says so and where, if that act stands in another sentence or nowhere.
    voice: tuple[Piece, ...] = ()


@attrs.frozen
class SentenceView:
    """A sentence, and the claims under it."""

    id: str
    zone: str
    text: str
    #: Why there is no claim, or which sentence it repeats.
    remark: str
    claims: tuple[ClaimView, ...]


@attrs.frozen
class Reader:
    """A document with its text and what is looked up in it again and again."""

    document: Document
    #: None where the file has no text and names none.
    text: str | None
    attributions: dict[str, Attribution]
    claims: dict[str, Claim]
    verdicts: dict[str, tuple[Verdict, ...]]

    @classmethod
    def of(cls, document: Document, text: str | None) -> Reader:
        """Index `document`; verdicts that were replaced or taken back are passed over."""
        verdicts = defaultdict(list)
        for verdict in current(document):
            verdicts[verdict.claim].append(verdict)
        return cls(
            document,
            text,
            {link.id: link for link in document.attributions},
            {claim.id: claim for claim in document.claims},
            {claim: tuple(found) for claim, found in verdicts.items()},
        )

    def words(self, span: Span) -> str:
        """Return what stands at `span`, or the offsets where there is no text."""
        return f"[{span.start},{span.end})" if self.text is None else one_line(span.slice(self.text))

    def voice(self, attribution: str) -> str:
        """Return who vouches in an attribution."""
        link = self.attributions.get(attribution)
        if link is None:
            return one_line(attribution)
        return one_line(link.source.exact) or NO_SOURCE

    def wording(self, claim: str) -> str:
        """Return a claim's stand-alone wording."""
        return one_line(self.claims[claim].text) if claim in self.claims else "(no such claim)"

    def means(self, verdict: Verdict) -> str:
        """Return the base rating that a verdict comes to."""
        return means(verdict, self.document.scales) or verdict.rating


def title(document: Document) -> tuple[Piece, ...]:
    """Return what the file is about, in one line."""
    source = document.source
    pieces = [Piece(one_line(source.title or source.id), "title")]
    known = [source.id if source.title else "", ", ".join(source.author), source.publisher, source.language]
    known.append(f"published {source.published}" if source.published else "no date of publication")
    pieces += [Piece(f" · {one_line(word)}", "dim") for word in known if word]
    return tuple(pieces)


def counts(document: Document) -> str:
    """Return how much of everything there is."""
    parts = {
        "sentence": document.sentences,
        "claim": document.claims,
        "attribution": document.attributions,
        "time": document.times,
        "verdict": document.verdicts,
    }
    return " · ".join(counted(len(items), name) for name, items in parts.items() if items or name != "verdict")


def sentence_views(reader: Reader) -> Iterator[SentenceView]:
    """Yield every sentence with its claims, in the order of the file."""
    by_sentence: dict[str, list[Claim]] = defaultdict(list)
    for claim in reader.document.claims:
        by_sentence[claim.sentence].append(claim)
    for sentence in reader.document.sentences:
        claims = tuple(claim_view(reader, claim) for claim in by_sentence.pop(sentence.id, ()))
        yield SentenceView(one_line(sentence.id), sentence.zone, reader.words(sentence.span), _remark(sentence), claims)


def _remark(sentence: Sentence) -> str:
    remarks = []
    if sentence.no_claim:
        remarks.append(f"no claim: {one_line(sentence.no_claim).replace('_', ' ')}")
    if sentence.duplicate_of:
        remarks.append(f"same words as {one_line(sentence.duplicate_of)}")
    return "; ".join(remarks)


def claim_view(reader: Reader, claim: Claim) -> ClaimView:
    """Return the rows of a claim that matter in a list."""
    rows = (
        Row("who", joined((Piece(one_line(mention.exact), "who") for mention in claim.who), "; ")),
        Row("what", what(claim)),
        Row("when", joined((when(claim, number) for number in range(len(claim.when))), "; ")),
        Row("where", joined((Piece(one_line(mention.exact), "where") for mention in claim.where), "; ")),
        Row("source", chain(reader, claim.attribution)),
        Row("links", joined((relation(claim, number) for number in range(len(claim.relations))), "; ")),
        Row("open", joined((Piece(reader.words(it.span), "open") for it in claim.unresolved), "; ")),
        *(Row("verdict", verdict(reader, it)) for it in reader.verdicts.get(claim.id, ())),
    )
    kept = tuple(row for row in rows if row.pieces)
    about = Row("marks", marks(reader, claim), plain_marks(claim))
    under, voice = _act(reader, claim)
    return ClaimView(one_line(claim.id), one_line(claim.text), about, kept, under, voice)


def _act(reader: Reader, claim: Claim) -> tuple[str, tuple[Piece, ...]]:
    """Return the speech act over a claim, and the voice where that act is not of the same sentence."""
    link = reader.attributions.get(claim.attribution[-1]) if claim.attribution else None
    if link is None:
        return "", ()
    act = reader.claims.get(link.speech_act or "")
    if act is not None and act.sentence == claim.sentence:
        return one_line(act.id), ()
    cue = (Piece(f" {one_line(link.cue.exact)}", "cue"),) if link.cue else ()
    told = (Piece(f" ({one_line(act.id)})", "dim"),) if act else ()
    return one_line(act.id) if act else "", (Piece(reader.voice(link.id), "source"), *cue, *told)


def joined(pieces: Iterable[Piece], mark: str) -> tuple[Piece, ...]:
    """Return `pieces` with a dim mark between them."""
    found: list[Piece] = []
    for piece in pieces:
        found += [Piece(mark, "dim"), piece] if found else [piece]
    return tuple(found)


def what(claim: Claim) -> tuple[Piece, ...]:
    """Return predicate and arguments; a verb that the text leaves unsaid stands in brackets."""
    predicate = claim.what.predicate
    verb = one_line(predicate.exact) or f"[{one_line(predicate.lemma)}]"
    words = [Piece(one_line(argument.exact), "argument") for argument in claim.what.arguments]
    return joined([Piece(verb, "what"), *words], " · ")


def when(claim: Claim, number: int) -> Piece:
    """Return a time with the dates that follow from it, or the claim it is counted from."""
    time = claim.when[number]
    facts = [f"→ {one_line(time.edtf)}"] if time.edtf and time.edtf not in time.exact else []
    if time.target:
        facts.append(f"({one_line(time.relation or 'from')} {one_line(time.target)})")
    return Piece(" ".join([one_line(time.exact), *facts]), "when")


def relation(claim: Claim, number: int) -> Piece:
    """Return a tie to another claim or to words, in a few words."""
    tie = claim.relations[number]
    words = [tie_name(tie), one_line(tie.target or ""), one_line(tie.exact or "")]
    return Piece(" ".join(filter(None, words)), "links")


def tie_name(tie: Relation) -> str:
    """Return what a tie says: "after", "condition (even-if)", "member of"."""
    return one_line(phrases.tie_name(tie))


def chain(reader: Reader, attribution: Sequence[str]) -> tuple[Piece, ...]:
    """Return who says so, who says that they say so, …: the innermost first."""
    pieces = []
    for name in reversed(attribution):
        link = reader.attributions.get(name)
        cue = f" ({one_line(link.cue.exact)})" if link and link.cue else ""
        pieces.append(Piece(reader.voice(name) + cue, "source"))
    return joined(pieces, " ← ")


def verdict(reader: Reader, found: Verdict) -> tuple[Piece, ...]:
    """Return a rating with its sign, the slot it is about, and why."""
    sign, style = RATINGS.get(reader.means(found), ("•", "open"))
    slot = f" ({found.slot})" if found.slot else ""
    pieces = [Piece(f"{sign} {one_line(found.rating).replace('_', ' ')}{slot}", style)]
    if found.rationale:
        pieces.append(Piece(f": {one_line(found.rationale)}"))
    return tuple(pieces)


def marks(reader: Reader, claim: Claim) -> tuple[Piece, ...]:
    """Return type, kind, tense, polarity and certainty in words, what goes without saying left out."""
    words = [Piece(name.replace("_", " "), "dim") for name in (claim.type, claim.kind) if name not in ("event", "fact")]
    words.append(Piece(TENSES.get(claim.tense, claim.tense), "dim"))
    if claim.polarity == "-":
        words.append(Piece("negated", "bad"))
    words += [certainty(reader, it) for it in claim.certainty if _worth_saying(claim, it)]
    return joined(words, " · ")


def _worth_saying(claim: Claim, found: Certainty) -> bool:
    """Tell what is out of the ordinary: the innermost voice is certain, the others leave it open."""
    innermost = found.holder == ("author", *claim.attribution)[-1]
    return found.value != (f"CT{claim.polarity}" if innermost else "Uu")


def certainty(reader: Reader, found: Certainty) -> Piece:
    """Return how certain a voice is, in words."""
    holder = "author" if found.holder == "author" else reader.voice(found.holder)
    return Piece(f"{CERTAINTIES[found.value]} ({holder})", "dim" if found.value.startswith("CT") else "open")


def plain_marks(claim: Claim) -> str:
    """Return the same as codes, all of them, in a fixed order."""
    voices = [f"{one_line(it.holder)}={it.value}" for it in claim.certainty]
    return " ".join([claim.type, claim.kind, claim.tense, claim.polarity, *voices])


def painted(text: str, span: Span, layers: Iterable[tuple[Extent, str]]) -> tuple[Piece, ...]:
    """Return the words at `span` in pieces, each in the style of the last layer that covers it."""
    styles = [""] * len(span)
    for extent, style in layers:
        for part in extent:
            for place in range(max(part.start, span.start), min(part.end, span.end)):
                styles[place - span.start] = style
    pieces: list[Piece] = []
    start = 0
    for place in range(1, len(styles) + 1):
        if place == len(styles) or styles[place] != styles[start]:
            words = span.slice(text)[start:place]
            pieces.append(Piece(_flat(words), styles[start]))
            start = place
    return tuple(pieces)


def _flat(words: str) -> str:
    """Make visible on one line, keeping a space at either end."""
    inner = one_line(words)
    if not inner:
        return " " if words else ""
    return " " * words[0].isspace() + inner + " " * words[-1].isspace()
