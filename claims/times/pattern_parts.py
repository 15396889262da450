"""Rows of the table of time patterns, and the pieces that several patterns share."""

from __future__ import annotations

import attrs

from claims.lexicon import table


@attrs.frozen
class Rule:
    """One row of the table."""

    #: What kind of expression it is; `claims.times.normalise` has a resolver for each.
    kind: str
    #: Trigger classes of which a sentence must have one before the pattern is tried.
    needs: frozenset[str]
    pattern: str
    #: Whether no white space may stand between the pieces.
    glued: bool = False
    #: Words of which the sentence must have one besides; none: any will do.
    words: frozenset[str] = frozenset()


def rule(kind: str, needs: str, pattern: str, glued: bool = False, *, words: str = "") -> Rule:
    """Return a row; `needs` and `words` are written with spaces between."""
    return Rule(kind, frozenset(needs.split()), pattern, glued, frozenset(words.split()))


WHICH = (
    r"(?P<which>this past|this coming|this same|the same|this very|last|next|this|that|past|previous"
    r"|following|coming|upcoming|current|preceding|same|latest|most recent)"
)
APPROX = r"(?P<approx>@size)"
MONTH_DAY = r"(?P<month>@month) (?:the )?(?P<day>@day)(?! [:%] )"
DAY_MONTH = r"(?:the )?(?P<day>@day) (?:of )?(?P<month>@month)"
#: Three days of a month and more: "3, 4 and 7".
DAYS = r"@dayfigure(?: , (?:the )?@dayfigure){1,8} (?:, )?(?:and|or|&) (?:the )?@dayfigure"
YEAR = r"(?:(?:, |of )?(?P<year>@year|[1-9][0-9]{2}(?= [.,;)-] ))(?! [:%] ))"
YEAR_WORD = r"(?:of )?(?P<yearword>this|last|next|that|the same|the previous|the following) year"
WEEKDAY = r"(?:(?P<weekday>@weekday) (?:\. )?(?:, )?(?:the )?)"
#: What opens `@part`, and the comparatives beside it.
PART_WORDS = " ".join(
    [
        "earlier",
        "later",
        *(words.split()[0] for words, row in table("time_modifiers").items() if row[1] in {"part", "noun"}),
    ]
)
DAYPART_OF = r"(?:the )?(?P<daypart>@daypart) of (?:the )?"
PART = r"(?:(?:the )?(?P<part>@part) (?:- |in |of |on |part of |days of |months of |years of |half of )?(?:the )?)"
ZONE = (
    r"(?: (?P<open>\( )?(?P<zone>@zone)(?: (?P<offset_sign>[+-]) (?P<offset_hours>[0-9]{1,2})"
    r"(?: : (?P<offset_minutes>[0-5][0-9]))?)?(?(open) \)))"
)
CLOCK = r"(?P<hour>[01]?[0-9]|2[0-4]) (?:: (?P<minute>[0-5][0-9])(?: : (?P<second>[0-5][0-9]))?)"
ABOUT = r"(?P<approx>about|around|approximately|roughly)"
HALF_DAY = r"(?P<half>am|pm)"
UNIT_LONG = r"(?P<unit>@unit)(?: - long|long)?"
OR_SO = r"(?P<approx2> or so(?= [^0-9]))?"
AGE = r"(?! - old| old | of age)"
