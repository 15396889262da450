"""Where sentences end inside a paragraph.

Every run of end marks is put to `RULES` in order; the first rule that has an opinion decides, and a
run that none objects to ends the sentence. Each rule sees a bounded window, so the cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from claims.segmentation.marks import WIDE, Brackets, Mark, look, runs
from claims.segmentation.words import abbreviation, goes_on, opens, reports

_ENUMERATOR = re.compile(r"[\s•⁃‣◦▪■●*–-]*[(\[]?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxlIVXL]{1,5})[)\]]?")
_FIRST_ITEM = re.compile(r":\s*[(]?[1aA]\Z")
_CITATION = re.compile(r"[(\[][^()\[\]]{1,50}[)\]]{1,2}[.,;]")
_SIGNATURE = re.compile(r"[-–—―~]{1,2}\s?[A-Z][\w.'’-]*(?:,? [A-Z][\w.'’-]*){0,4}")
_NAME = re.compile(r"[A-Z][\w'’-]+(?: (?:[A-Z]\.|[A-Z][\w'’-]+|de|van|von|bin|al|el)){0,2} [A-Z][\w'’-]+")
_DASH = re.compile(r"[-–—―]+\s*")
_SPEAKER = re.compile(r"(I|We|You|He|She|They|It|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}) ([a-z]+)(\W|\Z)")
_FRONTED = re.compile(r"(?:At|By|Around|About|Before|After|Until|Till|From|Since|On|Shortly|Just)\s(?:\S+\s){0,4}\S*")
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,3}\.[-‐]?)+[^\W\d_]{1,3}")
_ROMAN = re.compile(r"[IVXLC]+")
_PLAIN = re.compile(r"[a-z'’-]{3,}")
_INSERTED = re.compile(r"[(\[][^()\[\]]{1,40}[)\]](?:[,;]| [a-z])")
_GLUED_CAPITAL = re.compile(r"[A-Z][a-z'’]*\b(?![.=/@&:])")
_BULLET = re.compile(r"[•⁃‣◦▪■●]")
#: A bullet behind a colon: "is closing: * Oslo * Bergen".
_ANNOUNCED = re.compile(r":\s+([*•⁃‣◦▪■●])\s+(?=[\w\"“'‘(])")
_ITEM = re.compile(r"(?<!\S)(\(?)(\d{1,2}|[a-z])(\.\)|\)|\.)\s+(?=[A-Z\"“'‘(])")
_ORNAMENT = re.compile(r"(?<!\S)(?:\*{3,}|={3,}|#{3,}|~{3,}|_{3,})(?!\S)")
_LABEL = re.compile(r"(?:Figure|Fig\.|Table|Box|Chart|Map|Plate|Exhibit) \d{1,3}(?:[.-]\d{1,3})?[.:]?\s+(?=[A-Z])")
_LOOSE = re.compile(r"(?<=\s)(?:—|–|--)\s+(?=([A-Z][\w'’]*),?\s[a-z])|(?<=\s)[:;]-?[)(D]\s+(?=[A-Z])")
_URL = re.compile(r"(?<!\S)(?:https?://|www\.)\S+\s+(?=([A-Z][\w'’]*)|https?://|www\.)")
#: Words without any mark, then a preposition with a capital letter.
_RUN_ON = re.compile(
    r"([^\W\d][^.!?:;,\"“”«»()\[\]–—]{4,160}?[\w%])\s+(?=(?:In|On|At|During|After|Since|Before|For|As)\s)"
)
#: An opening phrase in which not all words have capitals, as those of titles have, or a day; with its comma.
_OPENING = re.compile(
    r"On\s[A-Z][a-z]+day,\s"
    r"|[A-Z][a-z]+\s(?:the|a|an|his|her|its|their|this|that)\s(?:[\w'’-]+\s){0,7}?[a-z]{4,},\s(?=[\w“\"])"
)
#: Words of a caption or heading beyond which it is none.
_LONGEST_LABEL = 16
_PAUSE = re.compile(r"\.(?:[ \u00a0]\.){3}")


def _glued(mark: Mark) -> bool | None:
    """End without white space only at wide marks, or between a plain word and a capital: "the end.The"."""
    if not mark.glued:
        return None
    if mark.quoted and mark.lead[:1] in ("“", "«", "„", "「", "『"):
        return True
    if mark.run[-1] in WIDE:
        return not mark.quoted
    if len(mark.run) > 1 and mark.word and mark.follower and not mark.closers and not mark.lead:
        return mark.run[-1] in "!?" or (mark.follower[0].isupper() and mark.follower != "I")
    if mark.closers or mark.lead or not _GLUED_CAPITAL.match(mark.ahead) or mark.follower == "I":
        return False
    return _PLAIN.fullmatch(mark.word) is not None and not abbreviation(mark.word)


def _enumerator(mark: Mark) -> bool | None:
    """Pass over the stop behind a list number: "1. First", "a.) First", "two points: 1. That"."""
    if mark.start - mark.opening < 16 and _ENUMERATOR.fullmatch(mark.so_far):
        return False
    return False if _FIRST_ITEM.search(mark.text, max(mark.opening, mark.start - 8), mark.start) else None


def _bracketed(mark: Mark) -> bool | None:
    """Go on in brackets that were opened inside the sentence, until they close: "a dog (it barked. Twice.)"."""
    if not mark.bracketed:
        return None
    return None if mark.closers[:1] in (")", "]", "}") and mark.run != "..." and not _resumes(mark) else False


def _resumes(mark: Mark) -> bool:
    return mark.follower[:1].islower() or mark.run[:1] == "…" or ".." in mark.run


def _continued(mark: Mark) -> bool | None:
    """Go on where no beginning follows: a comma, a closing mark, a small letter behind closing quotes."""
    char = mark.text[mark.next]
    if char in ",;:)]}%/&=+|»”":
        return False
    if mark.closers.strip() and mark.follower[:1].islower() and not mark.lead:
        return mark.closers[0].isspace() or mark.closers[0] == "["
    return None


def _citation(mark: Mark) -> bool | None:
    """Keep brackets with the words before them: '"… ends." (Smith 55).', "Help! (1965), a film"."""
    if _INSERTED.match(mark.ahead):
        return False
    return False if mark.quoted and _CITATION.match(mark.ahead) else None


def _dash(mark: Mark) -> bool | None:
    """Go on where a dash leads to a small letter, or signs a quotation: '"A long game." - Jane Roe'."""
    match = _DASH.match(mark.ahead)
    if not match:
        return None
    if mark.quoted and mark.limit - mark.next <= 60 and _SIGNATURE.fullmatch(mark.ahead):
        return False
    return not mark.ahead[match.end() : match.end() + 1].islower()


def _signed(mark: Mark) -> bool | None:
    """Keep a pull quote with the name alone that signs it: "I was told to go. Jane Roe"."""
    short = mark.start - mark.opening < 40  # "Thank you. Jane Roe" is a letter's end.
    if short or mark.limit - mark.next > 50 or opens(mark.follower) or not _NAME.fullmatch(mark.ahead):
        return None
    return False


def _said(mark: Mark) -> bool | None:
    """Keep a quotation with who says it: '"Really?" Roe asked.', '"No." Roe said.'."""
    match = _SPEAKER.match(mark.ahead) if mark.quoted else None
    if not match or not reports(match[2]):
        return None
    closed = match[3] in ("", ".", ",", ";", ":")
    question = mark.run[-1] != "."
    named = match[1] not in _PRONOUNS
    # '"No." He said …' begins anew, and '"No?" He said …' may; '"No?" Roe said' and '"No." Roe said.' do not.
    return False if closed + question + named > 1 else None


_PRONOUNS = ("We", "You", "He", "She", "They", "It")


def _exclaimed(mark: Mark) -> bool | None:
    """End at question and exclamation marks, unless they are part of a name: "at Yahoo! in", "Yahoo! Inc."."""
    if not any(char in "!?‼⁇⁈⁉" for char in mark.run):
        return None
    if not mark.follower[:1].islower():
        return not (mark.word[:1].isupper() and abbreviation(mark.follower) == "either")
    inside = mark.start - mark.opening > len(mark.word) + 2
    return not (mark.word[:1].isupper() and inside and len(mark.run) == 1) and not reports(mark.follower)


def _ellipsis(mark: Mark) -> bool | None:
    """End at dots before a capital, but not at three loose ones before "I"."""
    if "…" not in mark.run and mark.run.count(".") < 2:
        return None
    if mark.follower[:1].islower() or not mark.follower:
        return mark.follower.startswith("http")
    loose = not mark.attached and mark.run.count(".") < 4
    return not (loose and mark.follower.startswith("I") and opens(mark.follower))


def _abbreviated(mark: Mark) -> bool | None:
    """End behind an abbreviation only before a sentence opener, and never behind a title."""
    kind = abbreviation(mark.word)
    if not kind:
        return None
    if kind == "number":
        return False if _is_number(mark) else None
    if kind in ("title", "inner"):
        return False
    return _after_time(mark) if mark.word.lower() in ("a.m", "p.m", "am", "pm") else _anew(mark)


def _is_number(mark: Mark) -> bool:
    return mark.follower[:1].isdigit() or (mark.follower != "I" and _ROMAN.fullmatch(mark.follower) is not None)


def _anew(mark: Mark) -> bool:
    return opens(mark.follower) or (mark.word == "etc" and mark.follower[:1].isupper())


def _after_time(mark: Mark) -> bool:
    """End behind a time before an opener or a title, unless it only leads in: "At 5 a.m. Mr. Roe"."""
    if _FRONTED.fullmatch(mark.so_far) and mark.start - mark.opening < 30:
        return False
    return opens(mark.follower) or abbreviation(mark.follower) == "title"


def _initial(mark: Mark) -> bool | None:
    """Go on behind an initial and behind letters like "U.S.", except before an opener."""
    if not (len(mark.word) == 1 and mark.word.isalpha() and mark.word.isascii()) and not _ACRONYM.fullmatch(mark.word):
        return None
    return opens(mark.follower)


def _lower(mark: Mark) -> bool | None:
    """End before a small letter only behind a plain word, as careless texts do, or before "eHow"."""
    if not mark.follower[:1].islower():
        return None
    if mark.follower != mark.follower.lower() or mark.follower in ("i", "http", "https", "www"):
        return True
    first = mark.start - mark.opening <= len(mark.word) + 2
    return goes_on(mark.word) or (first and len(mark.word) > 2) or mark.lead[:1] in ("(", "[")


RULES: tuple[Callable[[Mark], bool | None], ...] = (
    _glued,
    _enumerator,
    _bracketed,
    _continued,
    _citation,
    _dash,
    _signed,
    _said,
    _exclaimed,
    _ellipsis,
    _abbreviated,
    _initial,
    _lower,
)


def ends(mark: Mark) -> bool:
    """Tell whether a sentence ends at the mark."""
    for rule in RULES:
        verdict = rule(mark)
        if verdict is not None:
            return verdict
    return True


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of the passage, in order, white space between them left out."""
    passage = text[start:end]
    finders = [find for find, signs in CUTS if not signs or any(sign in passage for sign in signs)]
    cuts = sorted({start, end, *(cut for find in finders for cut in find(text, start, end))})
    for left, right in pairwise(cuts):
        yield from _sentences(text, left, right)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    opening = start
    brackets = None
    for run in runs(text, start, end):
        brackets = brackets or Brackets.of(text, start, end)
        if run[0] < opening:
            continue
        mark = look(text, opening, run, end, brackets)
        if mark is not None and ends(mark):
            close, following = _cut(mark)
            yield opening, close
            opening = following
    yield opening, end


def _cut(mark: Mark) -> tuple[int, int]:
    """Return where the sentence ends and the next begins; in "end. . . . The" the dots open the next."""
    if mark.attached and not mark.closers and _PAUSE.fullmatch(mark.run):
        return mark.start + 1, mark.start + 2
    return mark.close, mark.next


def _items(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where the further items of a list begin that runs on in one line: "1. Milk 2. Bread"."""
    bullet = _BULLET.match(text, start, end)
    if bullet:
        yield from _bullets(text, bullet[0], start, end)
        return
    announced = _ANNOUNCED.search(text, start, end)
    if announced and len(found := list(_bullets(text, re.escape(announced[1]) + r"\s", announced.start(), end))) > 1:
        yield from found
        return
    first = _ITEM.match(text, start, end)
    if first is None or first[2] not in ("1", "a"):
        return
    expected = _next_item(first[2])
    for match in _ITEM.finditer(text, first.end(), end):
        if (match[1], match[2], match[3]) == (first[1], expected, first[3]):
            yield match.start()
            expected = _next_item(expected)


def _bullets(text: str, bullet: str, start: int, end: int) -> Iterator[int]:
    for match in re.finditer(rf"(?<=\s){bullet}", text[start:end]):
        yield start + match.start()


def _next_item(item: str) -> str:
    return str(int(item) + 1) if item.isdigit() else chr(ord(item) + 1)


def _ornaments(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the edges of dividing marks such as "***"."""
    for match in _ORNAMENT.finditer(text, start, end):
        yield from match.span()


def _labels(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where the words behind a label begin: "Figure 2.3 The bridge"."""
    match = _LABEL.match(text, start, end)
    if match:
        yield match.end()


def _broken_off(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where speech begins anew behind a dash, or a sentence behind a smiley: "It was — Well they"."""
    for match in _LOOSE.finditer(text, start, end):
        if match[1] is None or (
            opens(match[1]) and match[1][:2] not in ("I", "I'", "I’") and match.start() - start > 12
        ):
            yield match.end()


def _addresses(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where a sentence or another address follows a web address."""
    for match in _URL.finditer(text, start, end):
        if match[1] is None or opens(match[1]):
            yield match.end()


def _run_on(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where a sentence follows a caption or heading without a stop: "Lee at the port On Monday, the …"."""
    match = _RUN_ON.match(text, start, end)
    if match and len(match[1].split()) < _LONGEST_LABEL and _OPENING.match(text, match.end(), end):
        yield match.end()


#: What finds further edges of sentences, and the signs of which a passage must have one; none: it is always asked.
CUTS: tuple[tuple[Callable[[str, int, int], Iterator[int]], tuple[str, ...]], ...] = (
    (_items, ()),
    (_ornaments, ("***", "===", "###", "~~~", "___")),
    (_labels, ()),
    (_broken_off, ("—", "–", "--", ":", ";")),
    (_addresses, ("http", "www.")),
    (_run_on, ()),
)
