"""Documents with dates, made in one line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from claims.model import (
    Attribution,
    Claim,
    Content,
    Document,
    Mention,
    Predicate,
    Relation,
    Sentence,
    Source,
    Time,
    VoiceSource,
    What,
    When,
)
from claims.text import Extent, Span, digest

#: What a claim has: EDTF or None, then maybe its relation to the time, a tie (word, target), who, source.
Row = Sequence[str | tuple[str, str] | None]
Make = Callable[..., Document]


def made(*rows: Row, id: str = "d") -> Document:
    """Return a document with a sentence and a claim (c1, c2 …) for each row."""
    words = [f"Claim number {number} stands here. " for number in range(len(rows))]
    text = "".join(words)
    starts = [sum(map(len, words[:number])) for number in range(len(rows))]
    spans = [Span(start, start + len(word) - 1) for start, word in zip(starts, words, strict=True)]
    sentences = [Sentence(f"s{number + 1}", span, number // 2, "body") for number, span in enumerate(spans)]
    claims = [_claim(number, span, row, text) for number, (span, row) in enumerate(zip(spans, rows, strict=True))]
    links = [_link(number, row) for number, row in enumerate(rows) if len(row) > 4 and row[4]]
    times = [Time(f"t{number}", Extent(), "", "DATE", None, row[5]) for number, row in enumerate(rows) if len(row) > 5]  # type: ignore[arg-type]
    source = Source(id, digest(text), len(text), "en", published="2020-12-20", text=text)
    return Document(source, (), tuple(sentences), (), tuple(times), tuple(links), tuple(claims))


def _claim(number: int, span: Span, row: Row, text: str) -> Claim:
    edtf, relation, tie, who, source = (*row, None, None, None, None)[:5]
    extent = Extent((Span(span.start, span.end - 1),))
    when = [When(extent, "then", f"t{number}", relation or "during", None, edtf)] if edtf else []  # type: ignore[arg-type]
    ties = [Relation("temporal", tie[1], value=tie[0])] if isinstance(tie, tuple) else []
    what = What(Predicate(extent, "stands", "stand"))
    names = [Mention(extent, str(who))] if who else []
    links = [f"a{number}"] if source else []
    return Claim(
        f"c{number + 1}",
        f"s{number + 1}",
        extent,
        extent.exact(text) + ".",
        "event",
        "fact",
        names,  # type: ignore[arg-type]
        what,
        when,  # type: ignore[arg-type]
        attribution=links,  # type: ignore[arg-type]
        relations=ties,  # type: ignore[arg-type]
    )


def _link(number: int, row: Row) -> Attribution:
    source = VoiceSource("named", Extent(), str(row[4]))
    return Attribution(f"a{number}", f"s{number + 1}", None, source, None, Content(Extent(), ""), "direct")


@pytest.fixture(scope="session")
def make() -> Make:
    """Return the maker of documents."""
    return made
