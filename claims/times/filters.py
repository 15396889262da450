"""Tell time expressions from words that only look like them: "may", "second", "1800 soldiers", "31-year-old"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from claims.lexicon import table
from claims.syntax import Token, Tree
from claims.times.patterns import PLURALS
from claims.times.pieces import Line

Parts = Mapping[str, str]
_UNITS = frozenset({*PLURALS, "year"})

#: Names that are also common words: as a month or weekday they carry a capital, and a short form
#: needs a day or year beside it, or the entity recogniser's word for it.
_SHORT = frozenset(
    {"mar", "jan", "dec", "oct", "sat", "sun", "wed", "mon", "may", "march", "august", "thu", "fri", "tue"}
)
_LOOSE = frozenset({"sat", "sun", "wed", "mon", "mar", "jan"})
_POSSESSIVES = frozenset({"her", "his", "their", "my", "our", "your", "its"})
_COUNTED = frozenset({"MONEY", "PERCENT", "QUANTITY"})
_YEAR_SIGNALS = frozenset(
    "in of since from by until till to between before after during circa around about early late and through "
    "for the mid end beginning year years - , ( [ or than as on".split()
)
_DURATION_SIGNALS = frozenset(
    "for in within than over about almost nearly took take takes taking after before of last lasted lasting spend "
    "spent spends wait waited whole only just just - is was be been takes every half under during until till "
    "and or , ( to from with at by that".split()
)


def is_time(kind: str, parts: Parts, start: int, end: int, line: Line, tree: Tree) -> bool:
    """Tell whether a match really names a time, from tags, entities and neighbours."""
    names = ((name, check) for name, check in _CHECKS if name in {kind, "*"})
    return all(check(parts, start, end, line, tree) for _, check in names)


def _word(line: Line, place: int) -> str:
    return line.pieces[place].word if 0 <= place < len(line.pieces) else ""


def _token(line: Line, tree: Tree, place: int) -> Token | None:
    return tree[line.pieces[place].token] if 0 <= place < len(line.pieces) else None


def _not_inside_number(_: Parts, start: int, end: int, line: Line, __: Tree) -> bool:
    """A figure that goes on behind or before the match ("$19.99", "1/2/3/4", "ISO-8601") is no time."""
    before = line.pieces[start - 1] if start else None
    after = line.pieces[end] if end < len(line.pieces) else None
    first, last = line.pieces[start], line.pieces[end - 1]
    figures = first.word[0].isdigit(), last.word[0].isdigit()
    if before and figures[0] and before.end == first.start and before.word in "$£€#@+.:=_":
        return False
    return not (
        after and figures[1] and after.end == last.end and (after.word in "%$£€°=_@" or after.word[0].isdigit())
    )


def _month_or_weekday(parts: Parts, start: int, end: int, line: Line, tree: Tree) -> bool:
    """Month and weekday names stand with a capital and are nouns."""
    for place in range(start, end):
        piece = line.pieces[place]
        if piece.word in table("months") or piece.word in table("weekdays"):
            token = tree[piece.token]
            alone = end - start == 1
            if not piece.capital and (piece.word in _SHORT or alone or len(piece.word) < 4):
                return False
            if piece.word in _LOOSE and _word(line, place - 1) == "the":
                return False
            if alone and token.text.isupper() and len(piece.word) < 5 and token.entity != "DATE":
                return False
            if (
                token.tag in {"MD", "VB", "VBD", "VBP"}
                and piece.word in _SHORT
                and "which" not in parts
                and not _beside_number(line, place)
            ):
                return False
            if alone and piece.word in _LOOSE and token.entity not in {"DATE", "TIME"}:
                return False
            if (
                alone
                and token.entity in {"PERSON", "PRODUCT", "WORK_OF_ART", "NORP"}
                and not _after_preposition(line, tree, start)
            ):
                return False
    return True


def _beside_number(line: Line, place: int) -> bool:
    return any(_word(line, at)[:1].isdigit() for at in (place - 1, place + 1))


def _after_preposition(line: Line, tree: Tree, start: int) -> bool:
    before = _token(line, tree, start - 1)
    return before is not None and before.tag in {"IN", "TO"} and before.lower != "of"


def _plain_year(parts: Parts, start: int, end: int, line: Line, tree: Tree) -> bool:
    """Four figures are a year unless they count something or name a product."""
    if "part" in parts or "approx" in parts:
        start = end - 1
    token, after = tree[line.pieces[start].token], _token(line, tree, end)
    value, before = int(parts["year"]), _word(line, start - 1)
    if len(parts["year"]) == 2:
        return before in {
            "in",
            "of",
            "since",
            "by",
            "until",
            "from",
            "before",
            "after",
            "summer",
            "spring",
            "fall",
            "winter",
        }
    if (
        _telephone(start, line) or line.pieces[end].word in _UNITS
        if end < len(line.pieces)
        else _telephone(start, line)
    ):
        return False
    if (
        token.entity in _COUNTED
        or (token.tag in {"NNP", "NNPS"} and token.entity == "PRODUCT")
        or before in {"$", "£", "€", "no", "#"}
    ):
        return False
    if after is not None and line.pieces[end].word in table("numerals"):
        return False
    head = tree[token.head]
    if start == 0 and after is not None and after.tag in {",", ":", "."} and 1400 <= value <= 2050:
        return True
    if (
        token.dep == "nummod"
        and head.tag in {"NNS", "NNPS"}
        and head.i > token.i
        and token.entity not in {"DATE", "EVENT"}
    ):
        return False
    if after is not None and after.tag in {"NNS"} and token.entity != "DATE":
        return False
    if value > 2050 and before not in {
        "in",
        "by",
        "until",
        "to",
        "of",
        "since",
        "through",
        "around",
        "after",
        "before",
        "late",
        "early",
    }:
        return False
    if parts.get("approx") in {"c", "ca", "circa"}:
        return True
    if value < 1000:
        return (
            token.entity == "DATE"
            and before in {"in", "year", "since", "until", "by", "after", "before"}
            and token.dep == "pobj"
        )
    named = head.tag == "NNP" and head.i > token.i and token.dep == "nummod"
    if (
        named
        and token.entity not in {"DATE", "EVENT"}
        and before not in {"the", "a", "an", "of", "in", "for", "'s", "and"}
    ):
        return False
    if value < 1400 or value > 2100:
        return (token.entity == "DATE" and before in _YEAR_SIGNALS) or (
            before in {"in", "since", "until"} and token.dep == "pobj"
        )
    return token.entity not in {"PRODUCT", "CARDINAL", "FAC", "LAW"} or before in _YEAR_SIGNALS


def _telephone(start: int, line: Line) -> bool:
    """ "461-1776": figures, a hyphen and no year in front."""
    if start < 2:
        return False
    dash, front = line.pieces[start - 1], line.pieces[start - 2]
    return dash.word in "-/" and dash.end == line.pieces[start].start and front.word.isdigit() and len(front.word) != 4


def _season(parts: Parts, start: int, end: int, line: Line, tree: Tree) -> bool:
    """Season names are nouns; "fall" and "spring" need a determiner, a preposition or a year as well."""
    place = next(at for at in range(start, end) if line.pieces[at].word == parts["season"])
    token = tree[line.pieces[place].token]
    if not {"year", "yearword", "which", "part"} & parts.keys() and (
        token.dep == "compound" or _word(line, start - 1) in {"a", "an"}
    ):
        return False
    if token.tag not in {"NN", "NNP"} or token.entity in {"PERSON", "GPE", "ORG", "FAC", "PRODUCT", "WORK_OF_ART"}:
        return False
    if token.dep in {"nsubj", "npadvmod"} and (
        token.entity == "DATE" or (end - start == 1 and parts["season"] != "fall")
    ):
        return not tree.children(token.i, "amod", "compound", "det", "poss") or token.entity == "DATE"
    if parts["season"] in {"fall", "spring"} and end - start == 1:
        return _word(line, start - 1) in {"in", "by", "since", "until", "during", "last", "next", "each", "this"}
    if parts["season"] in {"fall", "spring"} and not {"year", "yearword", "which", "part"} & parts.keys():
        return token.entity == "DATE" or _word(line, start - 1) in {"in", "by", "during", "over"}
    return True


def _duration(parts: Parts, start: int, end: int, line: Line, tree: Tree) -> bool:
    """Ages are no durations, nor is "second" a unit in front of a noun."""
    unit = parts.get("unit") or parts.get("plural") or ""
    if _word(line, end) == "old" or (_word(line, end) == "-" and _word(line, end + 1) == "old"):
        return False
    if unit in {"second", "min", "sec", "minute", "quarter", "quarters"} and not _is_unit_noun(
        unit, start, end, line, tree
    ):
        return False
    if unit not in PLURALS and len(parts.get("number", "")) == 4 and parts["number"].isdigit():
        return False
    if parts.get("number") in {"a", "an"} and "approx" not in parts and end - start == 2:
        return not _is_rate(start, line, tree)
    if "plural" in parts and end - start == 1:
        return unit not in {"seconds", "quarters", "mins", "secs", "nights", "weekends", "weekdays", "hrs", "yrs"}
    return True


def _is_unit_noun(unit: str, start: int, end: int, line: Line, tree: Tree) -> bool:
    token, after = tree[line.pieces[end - 1].token], _token(line, tree, end)
    if unit.startswith("quarter"):
        return False
    if token.tag not in {"NN", "NNS"}:
        return False
    return not (
        unit == "second"
        and _word(line, start) in {"a", "an"}
        and after is not None
        and after.pos in {"NOUN", "ADJ", "PROPN", "NUM"}
    )


def _is_rate(start: int, line: Line, tree: Tree) -> bool:
    """ "15 a year", "twice a week", "$3 a day": behind a number, a counted noun or a word of times."""
    before = _token(line, tree, start - 1)
    if before is None or before.lower in _DURATION_SIGNALS:
        return False
    if before.lower in {"once", "twice", "times", "percent", "%"} or before.tag == "CD":
        return True
    counted = before.tag in {"NN", "NNS"} and any(tree[i].tag in {"CD", "$"} for i in tree.children(before.i))
    return counted or before.entity in _COUNTED


def _set(parts: Parts, start: int, end: int, line: Line, tree: Tree) -> bool:
    """ "A year" is a set only as a rate; "daily" only where it is no name."""
    if parts.get("per") in {"a", "an"}:
        return _is_rate(start, line, tree)
    if "frequency" in parts:
        token = tree[line.pieces[start].token]
        return token.tag not in {"NNP", "NNPS"} and token.entity not in {"ORG", "WORK_OF_ART", "EVENT"}
    return True


def _clock(parts: Parts, start: int, end: int, line: Line, tree: Tree) -> bool:
    """Figures with a colon are a time of day only with am/pm, a zone, a preposition or the recogniser's word for it."""
    if {"half", "zone", "hourword"} & parts.keys():
        return int(parts.get("hour", "1")) <= (12 if "half" in parts else 24)
    token = tree[line.pieces[start].token]
    if parts["hour"].startswith("0") and len(parts["hour"]) == 2 and "minute" in parts:
        return token.entity != "CARDINAL"
    if any(
        a.end != b.start
        for a, b in zip(line.pieces[start : start + 3], line.pieces[start + 1 : start + 3], strict=False)
    ):
        return False
    signals = {
        "at",
        "by",
        "until",
        "till",
        "from",
        "to",
        "around",
        "about",
        "before",
        "after",
        "since",
        "between",
        "-",
        "and",
        "like",
    }
    return token.entity == "TIME" or (_word(line, start - 1) in signals and token.entity not in {"CARDINAL", "LAW"})


def _daypart(parts: Parts, start: int, end: int, line: Line, tree: Tree) -> bool:
    """A bare part of the day names a time behind "in the", "at", "by"; a greeting does not."""
    token = tree[line.pieces[end - 1].token]
    if token.tag not in {"NN", "NNP"} or token.entity in {"PERSON", "ORG", "WORK_OF_ART"}:
        return False
    if parts["daypart"] in {"noon", "midnight", "midday", "noontime"} or {"which", "part"} & parts.keys():
        return True
    if token.dep == "compound" and _word(line, start - 1) in {"in", "during"}:
        return True
    start_word, before = _word(line, start), _word(line, start - 1)
    if parts["daypart"] in {"dawn", "dusk", "daybreak", "sunrise", "sunset"}:
        return before in {"at", "before", "after", "until", "by", "since"}
    return start_word == "the" and before in {"in", "during", "of", "through", "throughout", "for", "into"}


def _unit(parts: Parts, start: int, end: int, line: Line, tree: Tree) -> bool:
    """ "This second attempt", "the current quarter-final", "the same day" as a rank are read by their tag."""
    unit = parts.get("unit", "")
    if _word(line, start - 1) in _POSSESSIVES and "which" in parts:
        return False
    if unit in {"second", "sec", "min", "minute"} and tree[line.pieces[end - 1].token].tag != "NN":
        return False
    if unit == "second":
        return False
    if "which" in parts and parts["which"] not in {"this", "the"} and _word(line, end) == "of":
        # "The last day of school", but "a profit for the last year of $3 billion".
        after = _token(line, tree, end + 1)
        return after is not None and after.tag == "$"
    if unit == "quarter" and _word(line, end) in {"-", "final", "finals", "of", "mile"}:
        return False
    if "which" not in parts and unit in {"day", "week", "month", "year", "weekend"}:
        return "part" in parts
    return True


def _span(parts: Parts, start: int, end: int, line: Line, tree: Tree) -> bool:
    """One unit after "last" is a date of the calendar, which another row reads."""
    return "number" in parts or parts["unit"] in PLURALS


def _vague(parts: Parts, start: int, end: int, line: Line, tree: Tree) -> bool:
    row = table("vague_times").get(parts.get("vague", ""), ())
    token = tree[line.pieces[end - 1].token]
    if len(row) > 1 and row[1] == "adv":
        return token.tag == "RB" and not (token.dep == "intj" or (token.i == 0 and _word(line, end) == ","))
    if len(row) > 1 and row[1] == "adj":
        return token.tag == "JJ" and token.dep in {"amod", "acomp"}
    if parts.get("vague") in {"the past", "the present", "the future"}:
        after = _token(line, tree, end)
        return after is None or after.tag not in {"NN", "NNS", "CD", "JJ"}
    return True


def _holiday(parts: Parts, start: int, end: int, line: Line, tree: Tree) -> bool:
    if parts["holiday"] == "9 / 11":
        return True
    place = next(at for at in range(start, end) if parts["holiday"].startswith(line.pieces[at].word))
    token = tree[line.pieces[place].token]
    after = _token(line, tree, end)
    named = (
        token.entity in {"PERSON", "ORG", "GPE", "WORK_OF_ART"} and after is not None and after.entity == token.entity
    )
    compound = (
        token.dep == "compound"
        and "year" not in parts
        and after is not None
        and after.tag in {"NN", "NNS", "NNP", "NNPS"}
    )
    if (token.entity == "PERSON" and token.iob == "I") or _word(line, start - 1) in {"merry", "happy"}:
        return False
    return line.pieces[place].capital and not named and not compound


def _era(parts: Parts, start: int, end: int, line: Line, tree: Tree) -> bool:
    marks = [
        tree[line.pieces[at].token].text
        for at in range(start, end)
        if line.pieces[at].word in {"ad", "ce", "bc", "bce"}
    ]
    return all(mark.isupper() for mark in marks)


def _decade(parts: Parts, start: int, end: int, line: Line, tree: Tree) -> bool:
    """ "In her nineties" is an age; "90s" needs "the" or an apostrophe; "1990's" as a genitive is rare."""
    word, before = parts["decade"], _word(line, start - 1)
    if before in _POSSESSIVES:
        return False
    if (
        word.endswith("'s")
        and tree[line.pieces[end - 1].token].tag == "POS"
        and line.pieces[start].word not in {"the", "'", "early", "mid", "late"}
    ):
        return False
    if word[0].isdigit():
        figures = word.rstrip("s").rstrip(" '")
        if len(figures) == 3 or (figures[-1] != "0") or (len(figures) == 4 and not 1000 < int(figures) < 2100):
            return False
        return (
            len(figures) == 4
            or _word(line, start) in {"the", "'", "early", "mid", "late"}
            or before in {"and", "or", "'"}
        )
    return _word(line, start) in {"the", "early", "mid", "late"} or "hundred" in parts


def _weekday(parts: Parts, start: int, end: int, line: Line, tree: Tree) -> bool:
    """ "On a Monday" is no particular day."""
    token = tree[line.pieces[end - 1].token]
    return _word(line, start - 1) != "a" or token.dep == "compound" or "daypart" in parts or "which" in parts


def _day_is_noun(parts: Parts, start: int, end: int, line: Line, tree: Tree) -> bool:
    """ "Tuesday the first Intel Macs" is no first of the month."""
    if "month" in parts:
        return True
    after = _token(line, tree, end)
    return after is None or after.tag not in {"NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "CD", "VBG", "VBN"}


def _numeric(parts: Parts, start: int, end: int, line: Line, tree: Tree) -> bool:
    year = parts.get("year", "")
    return len(year) == 4 or parts.get("mark") == "/" or tree[line.pieces[start].token].entity == "DATE"


def _year_pair(parts: Parts, start: int, end: int, line: Line, tree: Tree) -> bool:
    return tree[line.pieces[start].token].entity not in _COUNTED and 1400 <= int(parts["year"]) <= 2100


def _quarter(parts: Parts, start: int, end: int, line: Line, tree: Tree) -> bool:
    """Halves and quarters of a game, quartiles (Q1) and quarter-finals are not the year's."""
    if {"year", "yearword", "fiscal"} & parts.keys():
        return True
    if parts.get("unit") == "half":
        return False
    token = tree[line.pieces[start].token]
    if "number" in parts:
        return _word(line, start - 1) in {"in", "for", "during", "of", "since", "by"}
    return _word(line, start) == "the" or _word(line, end - 2) == "-"


def _inside_name(parts: Parts, start: int, end: int, line: Line, tree: Tree) -> bool:
    """A time in a longer name ("The Saturday Evening Post", "Friday the 13th") is none."""
    last, after = tree[line.pieces[end - 1].token], _token(line, tree, end)
    named = last.entity in {"ORG", "WORK_OF_ART", "PRODUCT", "FAC", "PERSON", "LAW", "NORP"}
    return not (named and after is not None and after.entity == last.entity and after.iob == "I")


def _shift(parts: Parts, start: int, end: int, line: Line, tree: Tree) -> bool:
    return parts["unit"] not in {"second", "quarter"} or parts["way"] == "ago"


Check = Callable[[Parts, int, int, Line, Tree], bool]
_CHECKS: tuple[tuple[str, Check], ...] = (
    ("*", _not_inside_number),
    ("quarter", _quarter),
    ("weekday", _weekday),
    ("date", _day_is_noun),
    ("weekday", _inside_name),
    ("date", _inside_name),
    ("unit", _inside_name),
    ("date", _month_or_weekday),
    ("day_pair", _month_or_weekday),
    ("weekday", _month_or_weekday),
    ("set", _month_or_weekday),
    ("set", _set),
    ("year", _plain_year),
    ("year_pair", _year_pair),
    ("numeric", _numeric),
    ("era", _era),
    ("decade", _decade),
    ("season", _season),
    ("duration", _duration),
    ("clock", _clock),
    ("daypart", _daypart),
    ("unit", _unit),
    ("shift", _shift),
    ("span", _span),
    ("vague", _vague),
    ("holiday", _holiday),
)
