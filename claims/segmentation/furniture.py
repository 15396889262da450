"""What a line is by its wording alone: date, byline, credit, or none of these.

Everything here is a pattern over one short line or its edge; where the line stands on the page is
judged in `zones`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claims.lexicon import table, words

_LONGEST_LINE = 120
_PICTURE = r"(?:photo(?:graph)?|picture|pic|image|video|graphic|illustration|screen ?shot|screen ?grab|map|artwork)s?"
_NAME = r"[^\W_][^()\n]{1,90}"
_CREDIT = re.compile(
    rf"\(?(?:(?:file|handout|stock|cover|archive|lead|main) )?"
    rf"(?:{_PICTURE}(?: (?:credit|courtesy|source|by|via|from|copyright))*|credits?|source) ?: ?©? ?{_NAME}\)?\.?",
    re.IGNORECASE,
)
_CREDIT_BY = re.compile(
    r"\(?(?:Photo(?:graph)?|Picture|Image|Video|Graphic|Illustration|PHOTO|IMAGE|photo|image)s? "
    r"(?:by|BY|courtesy of|Courtesy of|via) (?=[A-Z@])[^\W_][^()\n]{1,60}\)?\.?"
)
_COPYRIGHT = re.compile(rf"\(?(?:©|\(c\)|Copyright) ?{_NAME}\)?\.?")
_PICTURE_STARTS = tuple(
    "photo pic image video graphic illustration screen map artwork credit © copyright".split()
    + "file handout stock cover archive lead main".split()
)
_BEGINS = re.compile(r"\s+[A-Z\"“]")
_BRACKETED = re.compile(r"\([^()\n]{3,118}\)")
_GOES_ON = re.compile(r"[,;:\w]|\s+[a-z]")
_TAIL = re.compile(rf"(?<=[\w.)\]\"”’!?])(?<!file)(?<!handout)\s+(?={_PICTURE}(?: credit| courtesy)?: )", re.IGNORECASE)
_BYLINE = re.compile(r"(?:(?:Written|Reported|Story|Words|Text) )?(?:By|by|BY):? (?=[A-Z])(.{2,90})")
_REPORTING = re.compile(r"\(?(?:(?:Additional )?[Rr]eporting|Writing|Editing|Compiled) by [A-Z].{1,250}")
_SIGNED = re.compile(r"([A-Z][\w.'’ -]{2,60})(?:,| \||/| [-–—]) ([A-Z][\w .&/-]{1,40})")
_JOINING = frozenset(
    "and for of in the at de da del der di du la le van von bin ibn al el ben y e & | with staff".split()
)
_CREDITING = _JOINING | frozenset("et al courtesy by from via file handout cc own".split())
_CAPTION = re.compile(
    r"(?:FILE PHOTO|FILE|(?:File|Handout) (?:photo|picture|image)|Pictured|PICTURED)(?:[:.]| [-–—]| of | shows )"
    r"|(?:Figure|Fig\.|Plate|Photo|Map|Chart) \d{1,3}(?:[.-]\d{1,3})?[.:]? (?=[A-Z])"
    r"|In (?:this|an?) (?:(?:[A-Z][\w.]*|\d+|file|undated|handout|archive|aerial|recent|provided|still),? ){0,6}"
    r"(?:photo|image|picture|photograph|video grab|frame grab)\b",
)
_CAPITALS = "A-ZÀ-ÖØ-Þ"
_PLACE = rf"[{_CAPITALS}][{_CAPITALS}.'’/ -]{{2,30}}"
_WORDS = r"[A-Z][\w.'’]*(?: [A-Z][\w.'’]*){0,3}"
_REGION = r"(?:, [A-Z][\w.'’]*(?: [A-Z][\w.'’]*){0,2})?"
_AGENCY = r"\([A-Z][\w.&/ -]{1,30}\)"
_RULE = r"(?:\s?(?:[-–—―]{1,2}|:)\s|\s?—)"
_BEGINNING = rf"(?=[\"“'‘]?[{_CAPITALS}])"
#: No other dash behind, which would close what the first opened: "NATO - Our alliance - grew".
_UNCLOSED = r"(?![^.!?]*\s[-–—―]{1,2}\s)"
#: "OSLO — Police …", "Port Ellery, Oslo - Police …", "Oslo – Police …"; a bare "Rome - Milan" may be a line.
_BARE_PLACE = re.compile(
    rf"(?:{_PLACE}{_REGION}(?:\s[-–—―]{{1,2}}\s|\s?—)\s*{_BEGINNING}"
    rf"|(?!\w{{1,3}} -){_WORDS}(?:(?:, {_WORDS}){{1,3}} (?:-|--|[–—])|(?:, {_WORDS})? (?:--|[–—]))"
    rf" (?=[{_CAPITALS}]\w*(?: [{_CAPITALS}]\w*){{0,3}},? [a-z])){_UNCLOSED}"
)


@cache
def _date() -> str:
    """Build the pattern of a calendar date: "Monday, May 4, 2020", "3 May 2020", "2020-05-03"."""
    month = "(?:" + "|".join(sorted({*table("months"), "sept"}, key=lambda name: (-len(name), name))) + r")\b\.?"
    weekday = "(?:" + "|".join(sorted(table("weekdays"), key=lambda name: (-len(name), name))) + r")\b\.?"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    dated = (
        rf"(?:{month} {day}(?:,? \d{{4}})?|{day}(?: of)? {month}(?:,? \d{{4}})?|\d{{4}}-\d\d-\d\d|\d\d?/\d\d?/\d{{4}})"
    )
    return rf"(?:{weekday},? )?{dated}"


@cache
def _date_line() -> re.Pattern[str]:
    clock = r"(?:,? ?(?:at |[-–|•] ?)?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: ?\(?[A-Z]{2,4}\)?)?)?"
    head = r"(?:(?:last )?(?:published|updated|posted|modified|date)(?: on|:)? )?"
    return re.compile(rf"{head}{_date()}{clock}\.?", re.IGNORECASE)


@cache
def _full_date() -> re.Pattern[str]:
    """Match a date with weekday and year, which running prose hardly ever begins or ends with."""
    return re.compile(rf"(?=[A-Z][a-z]+day\b){_date()}", re.IGNORECASE)


@cache
def _wire() -> re.Pattern[str]:
    """Match "BAGHDAD, Dec. 20 (Reuters) — ": a place in capitals with a date or an agency, and a dash.

    One in small letters needs a date or an agency that is known: "Hamburg, 3 May 2011 – Police", "Nairobi (CNN) --".
    """
    dated = rf",? (?i:{_date()})"
    known = r"\((?i:" + "|".join(map(re.escape, sorted(words("news_agencies")))) + r")\)"
    capitals = rf"{_PLACE}{_REGION}(?:(?:{dated})? {_AGENCY}|{dated}){_RULE}\s*(?=\S)"
    small = rf"(?:{_WORDS}(?:, {_WORDS}){{0,2}}(?:(?:{dated})? {known}|{dated})|{known}){_RULE}\s*{_BEGINNING}"
    return re.compile(f"{capitals}|{small}")


def is_date(line: str) -> bool:
    """Tell whether the line is only a date, with year or weekday.

    >>> is_date("Monday, May 4, 2020"), is_date("May 3")
    (True, False)
    """
    if len(line) > _LONGEST_LINE or not _date_line().fullmatch(line):
        return False
    return re.search(r"\d{4}", line) is not None or line[:3].lower() in table("weekdays")


def is_byline(line: str) -> bool:
    """Tell whether the line names who wrote: "By Jane Roe", "Jane Roe, Reuters"."""
    if len(line) > 2 * _LONGEST_LINE:
        return False
    if _REPORTING.fullmatch(line):
        return True
    match = _BYLINE.fullmatch(line)
    if match:
        return _is_name(match[1])
    signed = _SIGNED.fullmatch(line)
    return signed is not None and _is_name(signed[1]) and signed[2].lower() in words("news_agencies")


def _is_name(name: str) -> bool:
    parts = re.split(r"[\s,/]+", name.strip(" ,/"))
    return len(parts) <= 12 and all(part[:1].isupper() or part in _JOINING or part in "|&-–—•" for part in parts)


def is_credit(sentence: str) -> bool:
    """Tell whether the sentence only says whose a picture is: "(Photo: Jane Roe)", "Image: NASA."."""
    if len(sentence) > _LONGEST_LINE:
        return False
    if _COPYRIGHT.fullmatch(sentence) or _CREDIT_BY.fullmatch(sentence) or _agency_credit(sentence):
        return True
    return _CREDIT.fullmatch(sentence) is not None and _owns(sentence.partition(":")[2])


def is_picture_credit(sentence: str) -> bool:
    """Tell whether a credit speaks of a picture, and not only of an agency or a source.

    >>> is_picture_credit("(Photo: Jane Roe)"), is_picture_credit("(Reuters)")
    (True, False)
    """
    return "/" in sentence or sentence.strip("(").lower().startswith(_PICTURE_STARTS)


def _owns(words: str) -> bool:
    """Tell a name from a description: "Jane Roe / Getty", but not "the wall seen from above"."""
    parts = [part for part in words.split() if part.lower() not in _CREDITING]
    small = sum(part[0].islower() for part in parts)
    return small <= 1 and any(part[0].isupper() for part in parts) and len(parts) <= 10


def _agency_credit(sentence: str) -> bool:
    """Match "REUTERS/Jane Roe", "(AP Photo/Jane Roe)", "(Reuters)"."""
    inside = sentence.strip("()[]. ")
    agency, slash, name = inside.partition("/")
    if agency.strip().lower() not in words("news_agencies"):
        return False
    return (slash != "" and name.strip()[:1].isupper()) or sentence[:1] in "(["


def is_caption(line: str) -> bool:
    """Tell whether the line begins as captions do: "FILE PHOTO: …", "In this undated photo …"."""
    return _CAPTION.match(line) is not None


def dateline_end(text: str, start: int, end: int, *, early: bool) -> int | None:
    """Return where the text begins behind a dateline, None without one.

    A wire's dateline counts everywhere, a bare date or place only near the top of the page.
    """
    limit = min(end, start + _LONGEST_LINE)
    match = _wire().match(text, start, limit)
    if match is None and early:
        match = _BARE_PLACE.match(text, start, end)
    if match or not early:
        return match.end() if match else None
    date = _full_date().match(text, start, limit)
    return date.end() if date and _BEGINS.match(text, date.end(), limit) else None


def date_start(text: str, start: int, end: int) -> int | None:
    """Return where a full date begins that closes the passage, None without one."""
    for match in _full_date().finditer(text, max(start, end - 60), end):
        if match.end() == end and match.start() > start and text[match.start() - 1].isspace():
            return match.start()
    return None


def credit_edges(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where credits begin and end inside a passage: "… in March. (Photo: Jane Roe)"."""
    for match in _BRACKETED.finditer(text, start, end):
        if is_credit(match[0]) and is_picture_credit(match[0]) and not _GOES_ON.match(text, match.end(), end):
            yield from match.span()
    tail = _TAIL.search(text, max(start, end - _LONGEST_LINE), end)
    if tail and is_credit(text[tail.end() : end]):
        yield tail.end()
