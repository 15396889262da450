"""Which names are times: "in May", not "may"; "Christmas", not "Johnnie Christmas"."""

from __future__ import annotations

from claims.lexicon import table
from claims.times.figures import POSSESSIVES
from claims.times.site import Site

#: Months and weekdays that are common words or names as well.
_SHORT = frozenset("mar jan dec oct sat sun wed mon may march august thu fri tue".split())
_LOOSE = frozenset("sat sun wed mon mar jan".split())
_NAMES = frozenset({"PERSON", "ORG", "GPE", "FAC", "PRODUCT", "WORK_OF_ART"})
_HOW_SOON = frozenset("after before afterward afterwards thereafter as enough".split())
_BINDING = frozenset("at by since until till before from up".split())
_EXACT = frozenset({"year", "yearword", "which", "part"})


def month_or_weekday(site: Site) -> bool:
    """Take month and weekday names that stand with a capital and are nouns."""
    places = range(site.start, site.end)
    return all(
        _named(site, at) for at in places if site.word(at) in table("months") or site.word(at) in table("weekdays")
    )


def _named(site: Site, place: int) -> bool:
    piece = site.line.pieces[place]
    token = site.tree[piece.token]
    if not piece.capital and (piece.word in _SHORT or site.alone or len(piece.word) < 4):
        return False
    if piece.word in _LOOSE and site.word(place - 1) == "the":
        return False
    verbal = token.tag in {"MD", "VB", "VBD", "VBP"} and piece.word in _SHORT and "which" not in site.parts
    if verbal and not any(site.word(at)[:1].isdigit() for at in (place - 1, place + 1)):
        return False
    return not site.alone or _stands_alone(site, piece.word)


def _stands_alone(site: Site, word: str) -> bool:
    """Nothing beside it tells that it is a date: capitals (SEP), short forms and names are doubtful."""
    token, before = site.first, site.token(site.start - 1)
    if token.text.isupper() and len(word) < 5 and token.entity != "DATE":
        return False
    if word in _LOOSE and token.entity not in {"DATE", "TIME"}:
        return False
    governed = before is not None and before.tag in {"IN", "TO"} and before.lower != "of"
    return governed or token.entity not in {"PERSON", "PRODUCT", "WORK_OF_ART", "NORP"}


def weekday(site: Site) -> bool:
    """Refuse "on a Monday", "their last Sunday": no particular day."""
    if site.before in POSSESSIVES and "which" in site.parts:
        return False
    return site.before != "a" or site.last.dep == "compound" or bool({"daypart", "which"} & site.parts.keys())


def day_of_weekday(site: Site) -> bool:
    """Refuse "Tuesday the first trains ran": no first of the month."""
    behind = site.behind
    if "month" in site.parts or behind is None:
        return True
    return behind.tag not in {"NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "CD", "VBG", "VBN"}


def day_alone(site: Site) -> bool:
    """Take "on the 12th" where no noun follows that it could count; "the 12th of the month" anywhere."""
    if "ofmonth" in site.parts:
        return True
    behind = site.behind
    if site.before not in {"on", "by", "until", "till", "since"}:
        return False
    return site.last.entity == "DATE" and (behind is None or behind.tag[:2] not in {"NN", "JJ", "CD"})


def day_list(site: Site) -> bool:
    """Refuse "On May 3, 4 and 7 people died": what counts is no day."""
    return site.last.head <= site.last.i or site.last.tag != "CD"


def inside_name(site: Site) -> bool:
    """Refuse a time in a longer name ("The Saturday Evening Post")."""
    last, behind = site.last, site.behind
    named = last.entity in {"ORG", "WORK_OF_ART", "PRODUCT", "FAC", "PERSON", "LAW", "NORP"}
    return not (named and behind is not None and behind.entity == last.entity and behind.iob == "I")


def season(site: Site) -> bool:
    """Take seasons that are nouns; "fall" and "spring" need a determiner, a preposition or a year as well."""
    word = site.parts["season"]
    place = next(at for at in range(site.start, site.end) if site.word(at) == word)
    token = site.tree[site.line.pieces[place].token]
    if token.tag not in {"NN", "NNP"} or token.entity in _NAMES:
        return False
    if site.word(site.end) == "of" and site.word(site.end + 1) in POSSESSIVES:
        # "The autumn of his life".
        return False
    if _EXACT & site.parts.keys():
        return True
    if token.dep == "compound" or site.before in {"a", "an"}:
        return False
    if token.entity == "DATE" and token.dep in {"nsubj", "npadvmod"}:
        return True
    if site.alone and token.dep in {"nsubj", "npadvmod"} and word != "fall":
        return not site.tree.children(token.i, "amod", "compound", "det", "poss")
    if word not in {"fall", "spring"}:
        return True
    if site.alone:
        return site.before in {"in", "by", "since", "until", "during", "last", "next", "each", "this"}
    return token.entity == "DATE" or site.before in {"in", "by", "during", "over"}


def holiday(site: Site) -> bool:
    """Take holidays with a capital that are no part of a name, of a wish, or of what is done then."""
    name, behind = site.parts["holiday"], site.behind
    if name == "9 / 11":
        return True
    place = next(at for at in range(site.start, site.end) if name.startswith(site.word(at)))
    token = site.tree[site.line.pieces[place].token]
    if (token.entity == "PERSON" and token.iob == "I") or site.before in {"merry", "happy"}:
        return False
    if behind is not None:
        if token.entity in _NAMES and behind.entity == token.entity:
            return False
        if token.dep == "compound" and "year" not in site.parts and behind.tag in {"NN", "NNS", "NNP", "NNPS"}:
            return False
    return site.line.pieces[place].capital


def daypart(site: Site) -> bool:
    """Take a bare part of the day behind "in the", "at", "by"; a greeting is no time."""
    word, token = site.parts["daypart"], site.last
    if token.entity in {"PERSON", "ORG", "WORK_OF_ART"}:
        return False
    if word.endswith("hours"):
        return site.word(site.start) == "the"
    if token.tag not in {"NN", "NNP"}:
        return False
    if word == "lunchtime":
        return site.before in {"at", "by", "around", "before", "after", "until", "since"}
    if word in {"noon", "midnight", "midday", "noontime"} or {"which", "part"} & site.parts.keys():
        return True
    if token.dep == "compound" and site.before in {"in", "during"}:
        return True
    if word in {"dawn", "dusk", "daybreak", "sunrise", "sunset"}:
        return site.before in {"at", "before", "after", "until", "by", "since", "from", "to", "till"}
    return site.word(site.start) == "the" and site.before in {
        *("in", "during", "of", "through", "throughout", "for", "into"),
    }


def vague(site: Site) -> bool:
    """Take "now" as an adverb, "current" as an adjective, "the past" where no noun follows."""
    word, token, behind = site.parts.get("vague", ""), site.last, site.behind
    form = table("vague_times").get(word, ("", ""))[1:]
    if word.endswith(("soon", "shortly")) and behind is not None and behind.lower in _HOW_SOON:
        # "Shortly after the vote" says how long after.
        return False
    if form == ("adv",):
        return token.tag == "RB" and not (token.dep == "intj" or (token.i == 0 and site.word(site.end) == ","))
    if form == ("bound",):
        # "At the time of the vote", "by the time they came".
        goes_on = site.before == "by" if word == "the time" else word == "present" and site.before != "at"
        goes_on = goes_on or (behind is not None and behind.lower in {"of", "when", "that"})
        return site.before in _BINDING and not goes_on
    # "In future", and in headlines "targeted in past".
    bare = site.before == "in" and token.dep == "pobj" and token.tag in {"NN", "JJ"}
    if form in {("adj",), ("noun",)}:
        return bare or (form == ("adj",) and token.tag == "JJ" and token.dep in {"amod", "acomp"})
    # "The past chairman", but "In the past seven companies have left".
    return not (word.endswith(("past", "present", "future")) and token.head > token.i)
