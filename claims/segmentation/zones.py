"""Which part of the page a paragraph is, from its wording, its shape and its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import attrs

from claims.model import Zone
from claims.segmentation.furniture import is_byline, is_caption, is_credit, is_date, is_picture_credit
from claims.segmentation.lines import Paragraph
from claims.text import Span

_END = re.compile(r"[.!?…:;,。！？؟۔।][\"'”’»)\]]{0,4}\Z")
_ASKS = re.compile(
    r"(?:Who|Whom|Whose|What|Which|When|Where|Why|How|Is|Are|Was|Were|Do|Does|Did|Can|Could|Will|Would)\b"
)
_LONGEST_HEADLINE, _LONGEST_STANDFIRST, _LONGEST_CAPTION, _LONGEST_HEADING = 200, 400, 600, 80
_TOP = 6


@attrs.frozen
class Part:
    """A paragraph with its sentences; `fixed` holds zones that the wording alone gave them."""

    paragraph: Paragraph
    sentences: tuple[Span, ...]
    fixed: tuple[Zone | None, ...]
    #: The whole paragraph, its sentences' words with single spaces.
    line: str
    words: tuple[str, ...]
    #: What the wording says the whole paragraph is.
    kind: Zone | None

    @property
    def ended(self) -> bool:
        """Whether it closes with an end mark."""
        return _END.search(self.line[-6:]) is not None

    @property
    def apart(self) -> bool:
        """Whether blank lines stand around it."""
        return self.paragraph.parted_before and self.paragraph.parted_after


def part(text: str, paragraph: Paragraph, sentences: Sequence[Span], datelines: Sequence[bool]) -> Part:
    """Describe a paragraph; `datelines` marks the sentences that were cut off as such."""
    wordings = tuple(" ".join(span.slice(text).split()) for span in sentences)
    fixed = tuple(_wording_zone(words, cut) for words, cut in zip(wordings, datelines, strict=True))
    line = " ".join(wordings)
    return Part(paragraph, tuple(sentences), fixed, line, wordings, _kind(line, wordings, fixed))


def _wording_zone(words: str, dateline: bool) -> Zone | None:
    if dateline:
        return "dateline"
    return "credit" if is_credit(words) else None


def _kind(line: str, wordings: Sequence[str], fixed: Sequence[Zone | None]) -> Zone | None:
    if is_date(line):
        return "dateline"
    if is_byline(line):
        return "byline"
    if all(zone == "credit" for zone in fixed):
        return "credit"
    credited = any(zone == "credit" and is_picture_credit(own) for own, zone in zip(wordings, fixed, strict=True))
    if is_caption(line) or (credited and len(line) <= _LONGEST_CAPTION and len(fixed) <= 4):
        return "caption"
    return None


def assign(parts: Sequence[Part]) -> list[list[Zone]]:
    """Return the zone of every sentence of every part."""
    zones: list[Zone | None] = [_placed(part, index, len(parts)) for index, part in enumerate(parts)]
    _caption_copies(parts, zones)
    headline = _headline(parts, zones)
    if headline is not None:
        zones[headline] = "headline"
        _top(parts, zones, headline)
    _credited_captions(parts, zones)
    _headings(parts, zones, headline)
    return [[own or zone or "body" for own in part.fixed] for part, zone in zip(parts, zones, strict=True)]


def _placed(part: Part, index: int, count: int) -> Zone | None:
    """Take bylines only at the top or the end of the page, everything else anywhere."""
    if part.kind == "byline" and not (0 < index < _TOP or index == count - 1 or part.line.startswith("(")):
        return None
    return part.kind


def _caption_copies(parts: Sequence[Part], zones: list[Zone | None]) -> None:
    """Take a paragraph of sentences that a caption holds for a caption too: pages repeat them."""
    known = {words for part, zone in zip(parts, zones, strict=True) if zone == "caption" for words in part.words}
    for index, part in enumerate(parts if known else ()):
        if zones[index] is None and len(part.line.split()) > 4 and known.issuperset(part.words):
            zones[index] = "caption"


def _headline(parts: Sequence[Part], zones: Sequence[Zone | None]) -> int | None:
    """Return the first paragraph that is no furniture, if it is short, unended, and text follows."""
    free = [index for index, zone in enumerate(zones) if zone is None]
    if len(free) < 2 or free[0] > 2:
        return None
    first = parts[free[0]]
    short = len(first.line) <= _LONGEST_HEADLINE and len(first.words) <= 2 + (first.fixed[-1] == "dateline")
    asks = first.line.endswith(("?", "!")) and first.paragraph.parted_after and len(first.words) == 1
    dated_first = first.fixed[0] == "dateline"
    return free[0] if short and not dated_first and (asks or not first.ended) and first.line[0] not in "-–—•" else None


def _top(parts: Sequence[Part], zones: list[Zone | None], headline: int) -> None:
    """Judge the paragraphs between the headline and the body."""
    free = [index for index, zone in enumerate(zones) if zone is None and index > headline]
    for index, body in pairwise(free[: _TOP + 1]):
        if not _is_stray_caption(parts, zones, index, body):
            if _is_standfirst(parts, zones, headline, index, body):
                zones[index] = "standfirst"
            return
        zones[index] = "caption"


def _is_stray_caption(parts: Sequence[Part], zones: Sequence[Zone | None], index: int, body: int) -> bool:
    """Tell a set-off line above the body that can only be a picture's.

    It is a sentence in lower case, or between the dateline and a body of sentences a phrase that
    neither ends nor asks.
    """
    part = parts[index]
    if not part.apart or len(part.words) > 1:
        return False
    if part.line[:2].islower() and part.line[:2].isalpha():
        return True
    dated = zones[index - 1] == "dateline" and parts[body].ended
    return dated and not part.ended and 2 < len(part.line.split()) < 20 and not _ASKS.match(part.line)


def _is_standfirst(parts: Sequence[Part], zones: Sequence[Zone | None], headline: int, index: int, body: int) -> bool:
    """Judge the paragraph at `index`, the first below the headline, by its shape and its neighbours.

    It is one short line between blank lines, not opened by a dateline, and one of these holds: it
    follows the headline directly and has no end mark; the body's paragraphs follow one another
    without blank lines; it follows the headline directly and a byline or date stands between it and
    the body, or a caption does and its sentences are as short as those of a standfirst are.
    """
    part = parts[index]
    if len(part.line) > _LONGEST_STANDFIRST or not part.apart or "dateline" in part.fixed or body >= len(parts):
        return False
    if not part.ended:
        return (
            index == headline + 1
            and part.line[0].isalpha()
            and not _ASKS.match(part.line)
            and len(part.line.split()) > 3
            and parts[body].ended
        )
    if _is_dense(parts[body:]):
        return True
    between = set(zones[index + 1 : body])
    if index != headline + 1 or not between:
        return False
    return bool(between & {"byline", "dateline"}) or len(part.line.split()) <= 12 * len(part.words)


def _is_dense(parts: Sequence[Part]) -> bool:
    """Tell whether most paragraphs follow one another without a blank line."""
    breaks = [part.paragraph.parted_before for part in parts[1:]]
    return len(breaks) > 1 and 2 * sum(breaks) < len(breaks)


def _credited_captions(parts: Sequence[Part], zones: list[Zone | None]) -> None:
    """Take the line directly above a credit line for what the picture shows."""
    for index in range(1, len(parts)):
        above = parts[index - 1]
        if zones[index] != "credit" or zones[index - 1] is not None or len(above.words) > 2:
            continue
        touching = not parts[index].paragraph.parted_before and above.paragraph.parted_before
        if len(above.line) <= _LONGEST_CAPTION and (touching or not above.ended):
            zones[index - 1] = "caption"


def _headings(parts: Sequence[Part], zones: list[Zone | None], headline: int | None) -> None:
    """Take a short unended line, set off between ended paragraphs of the body, for a section's head."""
    if headline is None:
        return
    for index in range(headline + 2, len(parts) - 1):
        around = zones[index - 1] in (None, "headline", "caption", "credit") and zones[index + 1] is None
        if zones[index] is None and around and _is_heading(*parts[index - 1 : index + 2]):
            zones[index] = "headline"


def _is_heading(before: Part, part: Part, after: Part) -> bool:
    if not part.apart or len(part.words) > 1 or part.ended or len(part.line) > _LONGEST_HEADING:
        return False
    if not (part.line[0].isupper() or part.line[0].isdigit()) or part.line[-1] in "\"'”’":
        return False
    if not any(word.isalpha() and len(word) > 2 for word in part.line.split()):
        return False
    return before.ended and before.line[0] not in "\"“'‘" and after.ended and len(after.line) > len(part.line)
