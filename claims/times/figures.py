"""Which figures are years, decades and times of day: "in 1800", not "1800 soldiers"."""

from __future__ import annotations

from itertools import pairwise

from claims.lexicon import table, words
from claims.times.site import Site
from claims.times.vocabulary import PLURALS

#: Entities that are counted or paid.
COUNTED = frozenset({"MONEY", "PERCENT", "QUANTITY"})
POSSESSIVES = frozenset({"her", "his", "their", "my", "our", "your", "its"})
_BEFORE_YEAR = frozenset(
    "in of since from by until till to between before after during circa around about early late and through "
    "for the mid end beginning year years - , ( [ or than as on".split()
)
_BEFORE_SHORT_YEAR = frozenset("in of since by until from before after summer spring fall winter".split())
_BEFORE_FAR_YEAR = frozenset("in by until to of since through around after before late early".split())
_BEFORE_OLD_YEAR = frozenset("in year since until by after before around about".split())
_BEFORE_SPOKEN_YEAR = frozenset("in of since by until from before after till year and around about".split())
_BEFORE_NAMED_YEAR = frozenset("the a an of in for 's and".split())
_BEFORE_CLOCK = frozenset("at by until till from to around about before after since between - and like".split())
_AT = frozenset("at by until till before after since around".split())
_OPENERS = frozenset({"the", "'", "early", "mid", "late"})
_UNITS = frozenset({*PLURALS, "year"})


def not_inside_number(site: Site) -> bool:
    """Refuse a figure that goes on behind or before the match: "$19.99", "1/2/3/4"."""
    found = site.line.pieces
    first, last = found[site.start], found[site.end - 1]
    if site.start and first.word[0].isdigit():
        before = found[site.start - 1]
        if before.end == first.start and before.word in "$£€#@+.:=_":
            return False
    if site.end < len(found) and last.word[0].isdigit():
        after = found[site.end]
        return after.start != last.end or not (after.word in "%$£€°=_@" or after.word[0].isdigit())
    return True


def plain_year(site: Site) -> bool:
    """Take four figures for a year unless they count something or name a product."""
    token, before, value = site.last, site.word(site.end - 2), int(site.parts["year"])
    if len(site.parts["year"]) == 2:
        return site.before in _BEFORE_SHORT_YEAR
    if token.entity in COUNTED or before in {"$", "£", "€", "no", "#"} or _telephone(site) or _counts(site):
        return False
    if site.parts.get("approx") in {"c", "ca", "circa"}:
        return True
    if value < 1000:
        return token.entity == "DATE" and before in _BEFORE_OLD_YEAR and token.dep == "pobj"
    if value > 2050 and before not in _BEFORE_FAR_YEAR:
        return False
    if value < 1400 or value > 2100:
        return before in (_BEFORE_YEAR if token.entity == "DATE" else {"in", "since", "until"})
    return _modern(site, before)


def spoken_year(site: Site) -> bool:
    """Take "in nineteen eighty-four" for a year; "fifteen twenty-dollar notes" count something."""
    behind = site.behind
    counts = behind is not None and (behind.tag in {"NN", "NNS", "CD", "$"} or behind.text == "-")
    joined = site.before in {"and", "or", "to"} and site.first.entity == "DATE"
    return (joined or site.before in _BEFORE_SPOKEN_YEAR) and not counts and site.word(site.end) not in _UNITS


def _modern(site: Site, before: str) -> bool:
    """Take a year of the last centuries on little evidence."""
    token, behind = site.last, site.behind
    if site.alone and site.start == 0 and behind is not None and behind.tag in {",", ":", "."}:
        return True
    head = site.tree[token.head]
    names = head.tag == "NNP" and head.i > token.i and token.dep == "nummod"
    if names and token.entity not in {"DATE", "EVENT"} and before not in _BEFORE_NAMED_YEAR:
        return False
    return token.entity not in {"PRODUCT", "CARDINAL", "FAC", "LAW"} or before in _BEFORE_YEAR


def _counts(site: Site) -> bool:
    """Find "1800 soldiers", "a 2000 year old tradition", "2000 million"."""
    token, behind, word = site.last, site.behind, site.word(site.end)
    if word in _UNITS or word in table("numerals"):
        return True
    head = site.tree[token.head]
    if token.dep == "nummod" and head.i < token.i and head.lower in words("numbered_nouns"):
        return True
    if token.entity == "DATE":
        # "Scored 1995 points", but "won the 2008 elections".
        bare = site.tree.subtree(head.i)[0] == token.i
        return bare and token.dep == "nummod" and head.tag == "NNS" and head.dep == "dobj"
    plural = token.dep == "nummod" and head.tag in {"NNS", "NNPS"} and head.i > token.i and token.entity != "EVENT"
    return plural or (behind is not None and behind.tag == "NNS")


def _telephone(site: Site) -> bool:
    """Find "461-1776": figures that are no year, a hyphen, no space."""
    if site.end < 3:
        return False
    front, dash, last = site.line.pieces[site.end - 3 : site.end]
    return dash.word in "-/" and dash.end == last.start and front.word.isdigit() and len(front.word) != 4


def year_pair(site: Site) -> bool:
    """Take "2006-09" for years unless it is money or far from our time."""
    return site.first.entity not in COUNTED and 1400 <= int(site.parts["year"]) <= 2100


def decade(site: Site) -> bool:
    """Refuse ages ("in her nineties"); "90s" needs "the" or an apostrophe."""
    word, opened = site.parts["decade"], site.word(site.start) in _OPENERS
    if site.before in POSSESSIVES or (word.endswith("'s") and site.last.tag == "POS" and not opened):
        return False
    if not word[0].isdigit():
        return site.word(site.start) != "'" and (opened or "hundred" in site.parts)
    figures = word.rstrip("s").rstrip(" '")
    if figures[-1] != "0" or len(figures) == 3:
        return False
    if len(figures) == 4:
        return 1000 < int(figures) < 2100
    return opened or site.before in {"and", "or", "'"}


def clock(site: Site) -> bool:
    """Take figures with a colon for a time of day with am, pm, a zone, a preposition or the recogniser's word."""
    if "inthe" in site.parts or "dotted" in site.parts:
        known = "inthe" in site.parts or "zone" in site.parts or site.first.entity == "TIME"
        return (known and site.before in _BEFORE_CLOCK) or ("dotted" in site.parts and _dotted(site))
    if {"half", "zone", "hourword", "hours"} & site.parts.keys():
        return _in_capitals(site) and int(site.parts.get("hour", "1")) <= (12 if "half" in site.parts else 24)
    token = site.first
    if any(a.end != b.start for a, b in pairwise(site.line.pieces[site.start : site.start + 3])):
        return False
    if len(site.parts["hour"]) == 2 and site.parts["hour"][0] == "0":
        return token.entity != "CARDINAL"
    return token.entity == "TIME" or (site.before in _BEFORE_CLOCK and token.entity not in {"CARDINAL", "LAW"})


def _dotted(site: Site) -> bool:
    """Take "at 15.30" and "from 9.00 to 17.30" for times of day where nothing is counted, paid or traded."""
    paired = _figure(site, site.end + 1) or _figure(site, site.start - 2)
    led = site.before in _AT or (paired and site.before in _BEFORE_CLOCK)
    behind = site.behind
    if not led or (behind is not None and (behind.tag[:2] in {"NN", "JJ", "CD", "$"} or behind.lower in {"a", "per"})):
        return False
    return not any(
        token.entity in COUNTED or token.tag == "$" or token.lemma.lower() in words("traded_nouns")
        for token in site.tree
    )


def _figure(site: Site, place: int) -> bool:
    hour, point, minute = site.word(place).partition(".")
    return bool(point) and hour.isdigit() and int(hour) < 25 and len(minute) == 2


def _in_capitals(site: Site) -> bool:
    """Refuse "at 5 pm eat": a short name of a zone is written in capitals."""
    zone = site.parts.get("zone", "")
    at = next((at for at in range(site.start, site.end) if site.word(at) == zone), None)
    if at is None or len(zone) > 4:
        return True
    piece = site.line.pieces[at]
    return piece.capital and site.tree[piece.token].text[piece.start - site.tree[piece.token].start :][:2].isupper()


def numeric(site: Site) -> bool:
    """Take "1.2.99" for a date only if the recogniser does too."""
    return len(site.parts["year"]) == 4 or site.parts.get("mark") == "/" or site.first.entity == "DATE"


def era(site: Site) -> bool:
    """Take AD and BC in capitals only."""
    marks = [at for at in range(site.start, site.end) if site.word(at) in {"ad", "ce", "bc", "bce"}]
    return all(site.tree[site.line.pieces[at].token].text.isupper() for at in marks)


def quarter(site: Site) -> bool:
    """Refuse the halves and quarters of a game, quartiles (Q1) and quarter-finals."""
    if {"year", "yearword", "fiscal", "fiscal2"} & site.parts.keys():
        return True
    if site.parts.get("unit") == "half":
        return False
    if "number" in site.parts:
        return site.before in {"in", "for", "during", "of", "since", "by"}
    return site.word(site.start) == "the" or site.word(site.end - 2) == "-"
