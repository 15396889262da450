"""Random documents that a format can hold: any text, any ids, every field of the model."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, get_args

from hypothesis import strategies as st

from claims import model
from claims.model import (
    Annotator,
    Argument,
    Attribution,
    Certainty,
    Claim,
    Content,
    Cue,
    Document,
    Edit,
    Entity,
    Evidence,
    Mention,
    Model,
    Predicate,
    Quotation,
    Relation,
    Scale,
    ScaleRating,
    Sentence,
    Source,
    Time,
    Unresolved,
    Verdict,
    VoiceSource,
    What,
    When,
)
from claims.text import Extent, Span, digest

#: Letters, line ends and blanks of every kind, marks, other scripts, characters beyond the BMP.
ALPHABET = (
    "aZ9.,<>&\"'] \t\n\r\u00a0\u0085\u2028\ufeff\u200b\u0301\u0915\u094d\u05e9\u0627\u202e你😀👩\U00010000\U0010fffd"
)

#: Anything that XML 1.0 can hold.
xml_characters = st.one_of(
    st.sampled_from(ALPHABET),
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
)
texts = st.text(xml_characters, max_size=60)
words = st.text(xml_characters, max_size=8)
ids = st.one_of(st.from_regex(r"[a-z][0-9]{1,2}", fullmatch=True), words)
dates = st.sampled_from(["2020-12-20", "2020-12", "2019", "2019-05/..", "2020-22", "2020-02-31", "", "soon"])


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return None or what `strategy` gives."""
    return st.one_of(st.none(), strategy)


def few(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Return at most two."""
    return st.lists(strategy, max_size=2).map(tuple)


def choice(kind: Any) -> st.SearchStrategy[Any]:
    """Return one of the values that a field allows."""
    return st.sampled_from(get_args(kind))


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    """Return a range of a text that is not empty."""
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def extents(draw: st.DrawFn, text: str) -> Extent:
    """Return up to three ranges of a text, which may touch."""
    if not text:
        return Extent()
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    touching = list(pairwise(cuts)) if draw(st.booleans()) else pairs
    return Extent.of(*touching)


@st.composite
def sentences(draw: st.DrawFn, text: str, names: Sequence[str]) -> list[Sentence]:
    """Return sentences in text order, with gaps between them."""
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=0, max_size=2 * len(names))))
    places = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    made = []
    for name, span in zip(names, places, strict=False):
        paragraph, zone = draw(st.integers(0, 3)), draw(choice(model.Zone))
        made.append(Sentence(name, span, paragraph, zone, draw(maybe(ids)), draw(maybe(words)), draw(maybe(ids))))
    return made


class Slots:
    """Strategies for the slots of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.extent = extents(text)

    def quoted(self, kind: type, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        """Build a value with an extent and the words that stand there."""

        def build(extent: Extent, rest: dict[str, Any]) -> Any:
            return kind(spans=extent, exact=extent.exact(self.text), **rest)

        return st.builds(build, self.extent, st.fixed_dictionaries(fields))

    def span(self) -> st.SearchStrategy[Any]:
        """Return a range, where the text has one."""
        return spans(self.text) if self.text else st.nothing()

    def point(self) -> st.SearchStrategy[int]:
        """Return a place between characters."""
        return st.integers(0, len(self.text))

    def relation(self) -> st.SearchStrategy[Relation]:
        """Return a tie to a claim, to words with or without their text, to both or to nothing."""
        kinds = choice(model.RelationType)
        bare = st.builds(Relation, kinds, maybe(ids), value=maybe(words))
        quoted = self.quoted(Relation, type=kinds, target=maybe(ids), value=maybe(words))
        silent = st.builds(Relation, kinds, maybe(ids), self.extent, st.none(), maybe(words))
        return st.one_of(bare, quoted, silent)

    def edit(self) -> st.SearchStrategy[Edit]:
        """Return an edit; whether it can be replayed is not a format's business."""
        places = {"span": maybe(self.span()), "antecedents": few(self.span())} if self.text else {}
        return st.builds(
            Edit, choice(model.EditOp), maybe(words), at=maybe(self.point()), reason=maybe(words), **places
        )

    def mention(self, kind: type = Mention, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        """Return words in a slot."""
        return self.quoted(kind, entity=maybe(ids), **fields)

    def what(self) -> st.SearchStrategy[What]:
        """Return predicate and arguments."""
        head = maybe(self.span()) if self.text else st.none()
        predicate = self.quoted(Predicate, lemma=words, head=head)
        return st.builds(What, predicate, few(self.mention(Argument, role=choice(model.Role))))

    def when(self) -> st.SearchStrategy[When]:
        """Return a time adjunct."""
        relation = maybe(choice(model.TimeRelation))
        return self.quoted(When, time=maybe(ids), relation=relation, target=maybe(ids), edtf=maybe(dates))

    def unresolved(self) -> st.SearchStrategy[Unresolved]:
        """Return a pronoun with its candidates."""
        return st.builds(Unresolved, self.span(), few(self.extent), maybe(words))

    def claim(self, name: str) -> st.SearchStrategy[Claim]:
        """Return a claim with every slot."""
        return st.builds(
            Claim,
            st.just(name),
            ids,
            self.extent,
            words,
            choice(model.ClaimType),
            choice(model.Kind),
            few(self.mention()),
            self.what(),
            few(self.when()),
            few(self.mention()),
            few(ids),
            choice(model.Polarity),
            # A mapping in JSON: one value a holder.
            st.lists(
                st.builds(Certainty, st.one_of(st.just("author"), ids), choice(model.Factuality)),
                max_size=3,
                unique_by=lambda certainty: certainty.holder,
            ),
            choice(model.Tense),
            few(self.relation()),
            few(self.edit()),
            few(self.unresolved()) if self.text else st.just([]),
            maybe(words),
            maybe(st.one_of(st.floats(0, 1), st.integers(0, 1))),
            maybe(ids),
        )

    def attribution(self, name: str) -> st.SearchStrategy[Attribution]:
        """Return a link with every field."""
        return st.builds(
            Attribution,
            st.just(name),
            ids,
            maybe(ids),
            self.mention(VoiceSource, type=choice(model.SourceType)),
            maybe(self.quoted(Cue, lemma=words, type=choice(model.CueType))),
            self.quoted(Content),
            choice(model.QuoteType),
            st.booleans(),
            maybe(ids),
            maybe(ids),
        )

    def time(self, name: str) -> st.SearchStrategy[Time]:
        """Return a time expression."""
        return self.quoted(
            Time,
            id=st.just(name),
            type=choice(model.TimexType),
            value=maybe(words),
            mod=maybe(words),
            anchor=maybe(st.one_of(st.just("published"), ids)),
            edtf=maybe(dates),
            reason=maybe(words),
            by=maybe(ids),
        )

    def entity(self, name: str) -> st.SearchStrategy[Entity]:
        """Return an entity of any type."""
        types = st.one_of(st.sampled_from(["person", "group", "organisation", "place"]), words)
        return st.builds(Entity, st.just(name), words, types, few(self.extent), few(words), maybe(ids))


def verdicts(name: str) -> st.SearchStrategy[Verdict]:
    """Return a verdict with evidence in another text."""
    evidence = st.builds(
        Evidence,
        choice(model.Stance),
        maybe(st.one_of(st.just("https://example.org/a?b=c&d#e"), words)),
        maybe(words),
        maybe(st.builds(Quotation, words, maybe(words), maybe(words))),
        maybe(extents("any other text")),
        maybe(dates),
    )
    slots = maybe(st.sampled_from(["who", "what", "when", "where", "attribution"]))
    ratings = st.one_of(choice(model.Rating), words)
    return st.builds(
        Verdict,
        st.just(name),
        ids,
        ratings,
        maybe(ids),
        slots,
        maybe(words),
        few(evidence),
        maybe(ids),
        maybe(dates),
        maybe(ids),
    )


def annotators(name: str) -> st.SearchStrategy[Annotator]:
    """Return software or a person."""
    models = st.builds(Model, words, words, maybe(words))
    kinds = st.sampled_from(["software", "person"])
    return st.builds(Annotator, st.just(name), kinds, words, maybe(st.one_of(st.just("0.1.0"), words)), maybe(models))


def scales(name: str) -> st.SearchStrategy[Scale]:
    """Return a rating scale."""
    return st.builds(
        Scale, st.just(name), words, few(st.builds(ScaleRating, words, choice(model.Rating), maybe(words)))
    )


def sources(text: str) -> st.SearchStrategy[Source]:
    """Return what is known about a text."""
    known = {name: maybe(words) for name in ("title", "publisher", "url", "path")}
    return st.builds(
        Source,
        words,
        st.just(digest(text)),
        st.just(len(text)),
        st.sampled_from(["en", "de-CH", "und"]),
        author=few(words),
        published=maybe(dates),
        text=st.just(text),
        **known,
    )


@st.composite
def documents(draw: st.DrawFn, source_texts: st.SearchStrategy[str] = texts) -> Document:
    """Return a document that agrees with its text; whether it means anything is for the checks."""
    text = draw(source_texts)
    slots = Slots(text)
    names = iter(draw(st.lists(ids, min_size=17, max_size=17, unique=True)))

    def some(build: Any) -> list[Any]:
        return [draw(build(next(names))) for _ in range(draw(st.integers(0, 2)))]

    return Document(
        draw(sources(text)),
        some(annotators),
        draw(sentences(text, [next(names) for _ in range(3)])),
        some(slots.entity),
        some(slots.time),
        some(slots.attribution),
        some(slots.claim),
        some(scales),
        some(verdicts),
    )
