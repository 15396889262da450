"""Rules about the stand-alone wording: it is replayed, and it adds nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.checks.context import Context, Found, Rule, first
from claims.checks.words import WORD, is_exempt, stem
from claims.edits import replay
from claims.errors import SpanError
from claims.json_input import shown

if TYPE_CHECKING:
    # Loading the model takes longer than checking a small file.
    from claims.model import Claim, Edit


def unreplayed(ctx: Context) -> Iterator[Found]:
    """Replay the edits on the claim's extent and compare with `text`."""
    for index, claim in enumerate(ctx.document.claims):
        if claim.spans.spans[-1].end > len(ctx.text) or _is_as_it_stands(ctx.text, claim):
            continue
        try:
            wording = replay(ctx.text, claim.spans, claim.edits)
        except SpanError as error:
            yield Found(f"the edits cannot be replayed: {error}", f"/claims/{index}/edits", first(claim.spans))
            continue
        if wording != claim.text:
            here, there = _apart(wording, claim.text)
            message = f"the edits give {shown(here)} where the text has {shown(there)}"
            yield Found(message, f"/claims/{index}/text", first(claim.spans))


#: Words of letters and digits, one space between two: the layout rule leaves them as they are.
_PLAIN = re.compile(r"[^\W\d_]\w*(?: \w+)*")


def _is_as_it_stands(text: str, claim: Claim) -> bool:
    """Tell at a glance whether a claim without edits says the words of its one range; replaying takes far longer."""
    if claim.edits or len(claim.spans.spans) > 1:
        return False
    span = claim.spans.spans[0]
    words = text[span.start : span.end]
    if not _PLAIN.fullmatch(words):
        return False
    first = words.partition(" ")[0]
    capital = words[0] if first[1:] != first[1:].lower() else words[0].upper()
    return claim.text == f"{capital}{words[1:]}."


def _apart(one: str, other: str) -> tuple[str, str]:
    """Return the two from the word on in which they differ."""
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    start = one.rfind(" ", 0, same) + 1
    return one[start:], other[start:]


def foreign_words(ctx: Context) -> Iterator[Found]:
    """Find words that an edit adds and the document does not have at the places given."""
    if not ctx.is_english:
        return
    for index, claim in enumerate(ctx.document.claims):
        for number, edit in enumerate(claim.edits):
            if foreign := _foreign(ctx.text, claim, edit):
                words = ", ".join(shown(word) for word in foreign)
                message = f"{words} stands neither in the claim's extent nor in the edit's antecedents"
                hint = 'give in "antecedents" where the words stand'
                yield Found(message, f"/claims/{index}/edits/{number}/text", edit.span, hint)


def _foreign(text: str, claim: Claim, edit: Edit) -> list[str]:
    if edit.text is None or any(edit.text == span.slice(text) for span in edit.antecedents):
        return []
    added = [word for word in WORD.findall(edit.text) if not is_exempt(word)]
    if not added:
        return []
    known = [span.slice(text) for span in (*claim.spans, *edit.antecedents)]
    known.append(claim.what.predicate.lemma)
    words = set(WORD.findall(" ".join(known)))
    if words.issuperset(added):
        return []
    stems = set(map(stem, words))
    return [word for word in added if stem(word) not in stems]


RULES = (
    Rule(
        "W501",
        "replay",
        "wording",
        "Replaying the edits on the claim's extent gives `text`.",
        "“They left”, no edits, “The troops left.”",
        "“They left”, They → The troops, “The troops left.”",
        check=unreplayed,
        needs_text=True,
    ),
    Rule(
        "W502",
        "foreign-word",
        "wording",
        "In an English text, an edit adds only words of the claim, of its antecedents, and function words.",
        "They → The rebels, no antecedents",
        "They → The rebels, antecedents [[4, 10]]",
        check=foreign_words,
        needs_text=True,
    ),
)
