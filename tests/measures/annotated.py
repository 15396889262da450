"""Small annotations, written by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from claims.model import (
    Attribution,
    Claim,
    Content,
    Cue,
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

#: Ten words: offsets of each are 0-1, 2-3, …
TEXT = "a b c d e f g h i j"


def words(*numbers: int) -> Extent:
    """Return the extent of words by number, from 0; neighbours are one range, as annotators mark them."""
    spans: list[Span] = []
    for number in numbers:
        if spans and spans[-1].end == 2 * number - 1:
            spans[-1] = Span(spans[-1].start, 2 * number + 1)
        else:
            spans.append(Span(2 * number, 2 * number + 1))
    return Extent(tuple(spans))


def quoted(*numbers: int) -> dict[str, Any]:
    """Return extent and exact words."""
    return {"spans": words(*numbers), "exact": words(*numbers).exact(TEXT)}


def claim(name: str, extent: Sequence[int], **fields: Any) -> Claim:
    """Return a claim on these words; `who`, `when` are words too, `target` is the claim that it causes."""
    slots: dict[str, Any] = {"polarity": fields.get("polarity", "+")}
    if "when" in fields:
        slots["when"] = (When(**quoted(*fields["when"]), edtf=fields.get("edtf")),)
    if "link" in fields:
        slots["attribution"] = (fields["link"],)
    if "target" in fields:
        slots["relations"] = (Relation("cause", fields["target"]),)
    who = (Mention(**quoted(*fields["who"])),) if "who" in fields else ()
    what = What(Predicate(**quoted(*fields.get("predicate", ())), lemma="be"))
    return Claim(name, "s1", words(*extent), "", fields.get("type", "event"), "fact", who, what, **slots)


def link(
    name: str, source: Sequence[int], cue: Sequence[int], content: Sequence[int], parent: str | None = None
) -> Any:
    """Return an attribution."""
    voice = VoiceSource("named", **quoted(*source))
    return Attribution(
        name, "s1", parent, voice, Cue(**quoted(*cue), lemma="say", type="say"), Content(**quoted(*content)), "indirect"
    )


def document(
    claims: Sequence[Claim] = (), links: Sequence[Any] = (), times: Sequence[Time] = (), text: str = TEXT
) -> Document:
    """Return an annotation of the ten words."""
    source = Source("ten", digest(text), len(text), "en", text=text)
    sentence = (Sentence("s1", Span(0, len(text)), 0, "body"),) if text else ()
    return Document(source, (), sentence, (), tuple(times), tuple(links), tuple(claims))
