"""Find time expressions in a parsed sentence: match the table, drop what is no time, keep the longest."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from claims.lexicon import table, words
from claims.times.filters import is_time
from claims.times.pattern_parts import Rule
from claims.times.patterns import RULES
from claims.times.pieces import LONGEST, Line, Piece, pieces, shapes
from claims.times.site import Site
from claims.times.vocabulary import PLURALS, classes, triggers
from claims.trees import Tree
from claims.values import evolve, value

#: Pairs in which one word counts for both halves: what the halves are, where the first ends, the second begins.
_PAIRS = {
    "century_pair": ("century", ("ordinal",), ("ordinal2",)),
    "clock_pair": ("clock", ("hour", "minute"), ("hour2",)),
    "day_pair": ("date", ("day",), ("day2",)),
    "length_pair": ("duration", ("number", "spelt"), ("number2", "spelt2")),
    "year_pair": ("year", ("year",), ("short",)),
}
#: In front of "the last year" they make it a length of time rather than a year of the calendar.
_OVER = frozenset({"in", "over", "within", "throughout", "across", "of"})
#: Whose holidays the list has.
_AMERICAN = frozenset({"us", "usa", "states", "american", "america"})
_EASTERN = frozenset({"orthodox", "coptic", "eastern"})
_NOTHING = Line.of(())
_NONE: frozenset[str] = frozenset()
_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_DAY_FIGURE = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)?")


@value
class Expression:
    """Words that name a time, not yet resolved."""

    kind: str
    #: The named parts of the pattern that matched.
    parts: Mapping[str, str]
    #: Half-open range of pieces in the sentence's line.
    start: int
    end: int
    #: Sorted indexes of the tokens.
    tokens: tuple[int, ...]


def expressions(tree: Tree) -> tuple[Line, list[Expression]]:
    """Return the sentence's pieces and its time expressions, in text order, none overlapping."""
    if not any(map(_hints, [token.text for token in tree if len(token.text) <= LONGEST])):
        return _NOTHING, []
    line = Line.of(pieces(tree))
    found = [
        match for match in matches(line) if is_time(match.kind, Site(match.parts, match.start, match.end, line, tree))
    ]
    return line, [_bare(half, line, tree) for match in longest(found) for half in halves(match, line)]


def _bare(match: Expression, line: Line, tree: Tree) -> Expression:
    """Leave out an "over" that is a preposition: "over three days in May" are three days, not more."""
    first = tree[match.tokens[0]]
    if match.parts.get("approx") not in {"over", "under"} or first.dep != "prep" or match.end - match.start < 2:
        return match
    parts = {name: value for name, value in match.parts.items() if name != "approx"}
    return Expression(match.kind, parts, match.start + 1, match.end, _tokens(line, match.start + 1, match.end))


@cache
def compiled() -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    """Return every rule with its pattern, ready to search in a line."""
    names = classes()
    expand = re.compile("@(" + "|".join(sorted(names, key=len, reverse=True)) + r")\b")

    def pattern(rule: Rule) -> re.Pattern[str]:
        text = expand.sub(lambda match: f"(?:{names[match[1]]})", rule.pattern)
        # Not "(?<= )": the search leaps to the next space that it may begin with.
        return re.compile(rf" (?:{text})(?= )")

    return tuple((rule, pattern(rule)) for rule in RULES)


# Most sentences have one of a few sets of trigger classes.
@lru_cache(maxsize=1 << 10)
def _triggered(have: frozenset[str]) -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    """Return the rules, with their patterns, that a line with those trigger classes may match."""
    return tuple((rule, pattern) for rule, pattern in compiled() if not rule.needs.isdisjoint(have))


def matches(line: Line) -> list[Expression]:
    """Return everything that a pattern matches, overlapping or not."""
    said = {piece.word for piece in line.pieces}
    have = _NONE.union(*map(_classes, said))
    found = []
    for rule, pattern in _triggered(have):
        if not (rule.words and rule.words.isdisjoint(said)):
            found += [_expression(rule, match, line) for match in pattern.finditer(line.text)]
    return [match for match in found if match is not None]


@lru_cache(maxsize=1 << 14)
def _hints(text: str) -> frozenset[str]:
    """Return the trigger classes of a token: without any, a sentence holds no time."""
    return _NONE.union(*(_classes(word) for word, *_ in shapes(text)))


@lru_cache(maxsize=1 << 14)
def _classes(word: str) -> frozenset[str]:
    """Return the trigger classes of a piece; a figure's shape says which patterns can begin with it."""
    found = triggers().get(word, _NONE)
    if not word[0].isdigit():
        return found
    shape = "year" if len(word) == 4 else "hundreds" if len(word) == 3 else "number"
    more = {"ordinal"} if word[-2:] in _ENDINGS else {"point"} if "." in word else set()
    return found | {"number", shape} | more | ({"decade"} if word.rstrip("s")[-1:] == "0" else set())


def _expression(rule: Rule, match: re.Match[str], line: Line) -> Expression | None:
    start, end = line.range(*match.span())
    inside = line.pieces[start:end]
    if rule.glued and any(a.end != b.start for a, b in pairwise(inside)):
        return None
    parts = {name: value for name, value in match.groupdict().items() if value is not None}
    if rule.kind in _PAIRS:
        _, first, second = _PAIRS[rule.kind]
        parts["first_end"] = str(line.range(match.start(), max(match.end(name) for name in first))[1])
        parts["second_at"] = str(line.range(max(match.start(name) for name in second), match.end())[0])
    if rule.kind in {"age", "duration"} and parts.get("number") in {"a", "an"} and _is_modifier(parts, inside):
        start += 1
    if rule.kind == "unit" and start and line.pieces[start - 1].word in _OVER:
        parts["span"] = line.pieces[start - 1].word
    if rule.kind == "holiday" and start and _is_owned(parts["holiday"], line, start - 1):
        parts["owned"] = "owned"
    return Expression(rule.kind, parts, start, end, _tokens(line, start, end))


def _is_owned(name: str, line: Line, place: int) -> bool:
    """Tell whether a word gives the holiday to others: "India **'s** Independence Day", "**Orthodox** Easter"."""
    kind = table("holidays")[name][1:]
    possessive = line.pieces[place].word in {"'s", "'"}
    owner = line.pieces[max(place - possessive, 0)]
    if kind == ("church",):
        return owner.word in _EASTERN
    named = possessive or (owner.capital and owner.word not in words("stop_words"))
    return kind == ("land",) and named and owner.word not in _AMERICAN


def _is_modifier(parts: Mapping[str, str], inside: Sequence[Piece]) -> bool:
    """Tell whether an article belongs to the noun behind: "a decade-long war", "a centuries-old custom"."""
    return parts.get("unit") in PLURALS or inside[-1].word in {"long", "old"}


def _tokens(line: Line, start: int, end: int) -> tuple[int, ...]:
    return tuple(sorted({piece.token for piece in line.pieces[start:end]}))


def longest(found: Sequence[Expression]) -> list[Expression]:
    """Keep the longest of overlapping matches, of equally long ones the first, in text order."""
    taken: set[int] = set()
    kept = []
    for match in sorted(found, key=lambda match: match.start - match.end):
        if taken.isdisjoint(range(match.start, match.end)):
            taken.update(range(match.start, match.end))
            kept.append(match)
    return sorted(kept, key=lambda match: match.start)


def halves(match: Expression, line: Line) -> list[Expression]:
    """Cut a pair ("May 3 to 5") or a list into its expressions; anything else is returned as it is."""
    if match.kind == "day_list":
        return _members(match, line)
    if match.kind not in _PAIRS:
        return [match]
    shared = {name: value for name, value in match.parts.items() if name not in {"second_at", "first_end"}}
    if len(shared.get("short", "")) == 2 and "01" <= shared["short"] <= min("12", shared["year"][2:]):
        # "2019-05" is a month; "2005-06" and "1939-45" are ranges of years.
        return [evolve(match, kind="iso", parts={"year": shared["year"], "month": shared["short"]})]
    first_end, second_at = int(match.parts["first_end"]), int(match.parts["second_at"])
    kind = _PAIRS[match.kind][0]
    first, second = _clocks(shared) if kind == "clock" else _shared(shared)
    return [
        Expression(kind, first, match.start, first_end, _tokens(line, match.start, first_end)),
        Expression(kind, second, second_at, match.end, _tokens(line, second_at, match.end)),
    ]


def _members(match: Expression, line: Line) -> list[Expression]:
    """Return the days of "May 3, 4 and 7": the month and the year are said once and go with what they stand beside."""
    days = [at for at in range(match.start, match.end) if _DAY_FIGURE.fullmatch(line.pieces[at].word)]
    starts, ends = [match.start, *days[1:]], [*(at + 1 for at in days[:-1]), match.end]
    return [
        Expression("date", {**match.parts, "day": line.pieces[at].word}, start, end, _tokens(line, start, end))
        for at, start, end in zip(days, starts, ends, strict=True)
    ]


def _shared(parts: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the parts of both halves: each its own number, and all that is said once."""
    first, second = dict(parts), dict(parts)
    if "spelt" in parts:
        first["number"], second["number"] = parts["spelt"], parts["spelt2"]
    for name in ("day", "ordinal", "number"):
        if f"{name}2" in parts:
            second[name] = parts[f"{name}2"]
    for half in (first, second):
        half.pop("number2", None)
    if "short" in parts:
        second["year"] = parts["year"][: -len(parts["short"])] + parts["short"]
    return first, second


def _clocks(parts: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the two times of "9 to 5 p.m.": the first lies in the other half of the day where it is the larger."""
    later = int(parts["hour2"]) % 12
    half = parts["half"] if int(parts["hour"]) % 12 <= later else {"am": "pm", "pm": "am"}[parts["half"]]
    zone = {name: value for name, value in parts.items() if name in {"zone", "offset_sign", "offset_hours"}}
    first = {"hour": parts["hour"], "half": half, **zone}
    second = {"hour": parts["hour2"], "half": parts["half"], **zone}
    first |= {"minute": parts["minute"]} if "minute" in parts else {}
    second |= {"minute": parts["minute2"]} if "minute2" in parts else {}
    return first, second
