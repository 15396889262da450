"""What time expressions look like: a visible table of patterns over the pieces of a sentence.

A pattern is a regular expression over pieces joined by single spaces. ``@name`` stands for a class of
words; named groups are the parts that `claims.times.normalise` reads. Every repetition is bounded, so
a pattern takes linear time. Where two patterns match the same words, the longer match wins, then the
earlier row.
"""

from __future__ import annotations

import re
from functools import cache

import attrs

from claims.times.vocabulary import classes


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


def _rule(kind: str, needs: str, pattern: str, glued: bool = False) -> Rule:
    return Rule(kind, frozenset(needs.split()), pattern, glued)


_WHICH = (
    r"(?P<which>this past|this coming|this same|the same|this very|last|next|this|that|past|previous"
    r"|following|coming|upcoming|current|preceding|same|latest|most recent)"
)
_APPROX = r"(?P<approx>@size)"
_MONTH_DAY = r"(?P<month>@month) (?:the )?(?P<day>@day)(?! [:%] )"
_DAY_MONTH = r"(?:the )?(?P<day>@day) (?:of )?(?P<month>@month)"
_YEAR = r"(?:(?:, |of )?(?P<year>@year|[1-9][0-9]{2}(?= [.,;)-] ))(?! [:%] ))"
_YEAR_WORD = r"(?:of )?(?P<yearword>this|last|next|that|the same|the previous|the following) year"
_WEEKDAY = r"(?:(?P<weekday>@weekday) (?:\. )?(?:, )?(?:the )?)"
_DAYPART_OF = r"(?:the )?(?P<daypart>@daypart) of (?:the )?"
_PART = r"(?:(?:the )?(?P<part>@part) (?:- |in |of |on |part of |days of |months of |years of |half of )?(?:the )?)"
_ZONE = (
    r"(?: (?P<open>\( )?(?P<zone>@zone)(?: (?P<offset_sign>[+-]) (?P<offset_hours>[0-9]{1,2})"
    r"(?: : (?P<offset_minutes>[0-5][0-9]))?)?(?(open) \)))"
)
_CLOCK = r"(?P<hour>[01]?[0-9]|2[0-4]) (?:: (?P<minute>[0-5][0-9])(?: : (?P<second>[0-5][0-9]))?)"
_ABOUT = r"(?P<approx>about|around|approximately|roughly)"
_HALF_DAY = r"(?P<half>am|pm)"
_UNIT_LONG = r"(?P<unit>@unit)(?: - long|long)?"
_OR_SO = r"(?P<approx2> or so(?= [^0-9]))?"
_AGE = r"(?! - old| old | of age)"

RULES = (
    # -- dates of the calendar
    _rule(
        "disaster",
        "month",
        r"(?:sep|sept|september) 11(?:th)?(?= (?:(?:terror|terrorist|suicide) )?(?:attacks?|hijackings?) )",
    ),
    _rule("date", "month", rf"{_WEEKDAY}?{_PART}?{_MONTH_DAY}(?: {_YEAR}| {_YEAR_WORD})?"),
    _rule("date", "month", rf"{_WEEKDAY}?{_PART}?{_DAY_MONTH}(?: {_YEAR}| {_YEAR_WORD})?"),
    _rule("date", "month", rf"{_PART}?(?P<month>@month) (?:, |of )?(?:(?:in )?{_YEAR}|(?:, |of )?{_YEAR_WORD})"),
    _rule("date", "month", rf"(?:{_PART}|{_WHICH} |the month of )?(?P<month>@month)"),
    _rule("date", "month", r"(?P<day>@day) - (?P<month>@month) - (?P<year>@year)", True),
    _rule("date", "weekday", rf"{_WEEKDAY}the (?P<day>@dayth)"),
    _rule("date", "daypart", rf"{_DAYPART_OF}{_WEEKDAY}?{_MONTH_DAY}(?: {_YEAR}| {_YEAR_WORD})?"),
    _rule("date", "daypart", rf"{_DAYPART_OF}{_WEEKDAY}?{_DAY_MONTH}(?: {_YEAR}| {_YEAR_WORD})?"),
    _rule(
        "day",
        "number",
        r"(?:the )?(?P<day>(?:[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th))"
        r"(?: (?:day )?of (?P<ofmonth>the|this|last|next|that|the same) month)?",
    ),
    _rule(
        "nth",
        "unit weekday",
        r"(?:the )?(?P<nth>first|second|third|fourth|fifth|last|final|1st|2nd|3rd|4th|5th) (?:full )?"
        r"(?:(?P<weekday>@weekday)|(?P<unit>day|weekend)) (?:of|in) "
        rf"(?P<month>@month)(?: (?:{_YEAR}|{_YEAR_WORD}))?",
    ),
    _rule(
        "day_pair",
        "month",
        r"(?P<month>@month) (?P<day>@day) (?:-|to|and|or|through|until|till) (?P<day2>@day)(?! [:%] "
        r"| @month)(?: (?:, )?(?P<year>@year))?",
    ),
    _rule(
        "day_pair",
        "month",
        r"(?P<day>@day) (?:-|to|and|or|through|until|till) (?P<day2>@day) (?:of )?(?P<month>@month)(?: "
        r"(?:, )?(?P<year>@year))?",
    ),
    _rule(
        "iso",
        "number",
        r"(?P<year>[0-9]{4}) - (?P<month>[0-9]{2}) - (?P<day>[0-9]{2})(?: ?t ?(?P<hour>[0-9]{2}) : "
        r"(?P<minute>[0-9]{2})(?: : (?P<second>[0-9]{2}))?(?: (?P<zone>z))?)?",
        True,
    ),
    _rule("iso", "number", r"(?P<year>1[5-9][0-9]{2}|20[0-9]{2}) / (?P<month>[0-9]{1,2}) / (?P<day>[0-9]{1,2})", True),
    _rule(
        "numeric",
        "number",
        r"(?P<first>[0-9]{1,2}) (?P<mark>[/.-]) (?P<second>[0-9]{1,2}) (?P=mark) (?P<year>[0-9]{4}|[0-9]{2})",
        True,
    ),
    _rule("numeric", "number", r"(?P<both>[0-3]?[0-9]\.[0-1]?[0-9]) \. (?P<year>[0-9]{4})", True),
    # -- seasons, quarters, halves
    _rule(
        "season",
        "season",
        rf"(?:{_PART}|{_WHICH} |the )?(?P<season>@season) (?:(?:of |, )?(?:(?P<year>@year)(?: [-/] (?:[0-9]{{2}}|@year)"
        rf"(?= [^-/]))?|' (?P<year2>[0-9]{{2}}))|{_YEAR_WORD})",
    ),
    _rule("season", "season", rf"(?:{_PART}|(?:the )?{_WHICH} |the )?(?P<season>@season)"),
    _rule(
        "quarter",
        "quarter",
        r"(?:the )?(?P<ordinal>first|second|third|fourth|last|final|1st|2nd|3rd|4th)(?: -)? (?P<unit>quarter"
        rf"|half)(?: (?:of )?(?:(?P<year>@year)|{_YEAR_WORD}|the (?P<fiscal>fiscal|financial) year))?"
        r"(?! -? ?final)",
    ),
    _rule(
        "quarter",
        "quarter",
        r"(?:the )?(?P<ordinal>first|second|1st|2nd)(?: -)? (?P<unit>half) of (?P<yearword>the) year",
    ),
    _rule(
        "quarter",
        "quarter",
        r"(?:(?P<year>@year)|(?P<yearword>this|last|next) year) ?'s? (?P<ordinal>first|second|third|fourth|last|final"
        r"|1st|2nd|3rd|4th)(?: -)? (?P<unit>quarter|half)",
    ),
    _rule("quarter", "quarter", r"(?:q (?P<number>[1-4])|h (?P<half>[12]) of)(?: (?:of |, )?(?P<year>@year))?"),
    _rule("quarter", "quarter", r"h (?P<half>[12]) (?:, )?(?P<year>@year)"),
    _rule("quarter", "quarter", r"(?P<year>@year) (?:- )?q (?P<number>[1-4])"),
    # -- years and what is larger
    _rule("year", "year", rf"(?:{_PART}|(?P<approx>about|around|circa|ca|c) |the year )?(?P<year>@year)"),
    _rule("year", "number", r"(?P<approx>circa|ca|c)(?: \.)? (?P<year>[0-9]{3,4})"),
    _rule("year", "number", r"(?P<year>[1-9][0-9]{2})"),
    _rule("year", "number", r"' (?P<year>[0-9]{2})"),
    _rule("spoken_year", "spoken", r"(?P<hundred>@hundred)(?: -)? (?P<tens>@tens)"),
    _rule("spoken_year", "spoken", r"(?P<hundred>two) thousand(?: and)? (?P<tens>@tens|@digit)"),
    _rule("era", "era", r"(?P<year>[0-9]{1,4}) (?P<era>bc|bce|ad|ce)|(?P<era2>ad) (?P<year2>[0-9]{1,4})"),
    _rule("year_pair", "year", r"(?P<year>@year) (?:-|/) (?P<short>[0-9]{2}|@year)(?! [-:] )", True),
    _rule("year_pair", "year", r"(?P<year>@year) - (?P<short>[0-9]{2})(?= \) )"),
    _rule(
        "fiscal",
        "fiscal",
        r"(?:the )?(?:fiscal|financial|tax) (?:year )?(?:, )?(?P<year>@year)(?: [-/] (?:[0-9]{2}|@year)(?= [^-/]))?",
    ),
    _rule("fiscal", "fiscal", r"fy (?:' )?(?P<year>@year|[0-9]{2})(?: [-/] (?:[0-9]{2}|@year)(?= [^-/]))?"),
    _rule(
        "fiscal",
        "fiscal",
        r"(?:the )?(?P<year>@year)(?: [-/] (?:[0-9]{2}|@year))? (?:fiscal|financial|tax) year",
    ),
    _rule("fiscal", "fiscal", rf"(?:the )?{_WHICH} (?:fiscal|financial) year"),
    _rule("fiscal", "fiscal", rf"{_PART}?(?:the |a |its |their )?(?:fiscal|financial) year"),
    _rule(
        "decade",
        "decade",
        rf"(?:{_PART}|the )?(?:' )?(?P<decade>[0-9]{{2,4}}s|[0-9]{{2,4}} 's|(?:(?P<hundred>nineteen"
        r"|eighteen) - )?@decade)",
    ),
    _rule(
        "nth_decade",
        "century",
        r"(?:the )?(?P<nth>@ordinal|last|final) (?P<unit>decade) of the (?P<ordinal>@ordinal)(?: -)? century",
    ),
    _rule(
        "century",
        "century",
        rf"(?:{_PART}|the )?(?P<ordinal>@ordinal)(?: -)? (?:century|centuries)(?: (?P<era>bc|bce|ad|ce))?",
    ),
    _rule(
        "century_pair",
        "century",
        r"(?:the )?(?P<ordinal>@ordinal)(?: -)? (?:and|or|to|through) (?:the )?(?P<ordinal2>@ordinal)"
        r"(?: -)? (?:century|centuries)",
    ),
    # -- counted from another time
    _rule(
        "deictic",
        "deictic",
        r"(?:(?P<part>early|late|earlier|later) )?(?P<deictic>the day before yesterday|the day after tomorrow"
        r"|today|yesterday|tomorrow|tonight|last night|overnight)(?: (?:at )?(?P<daypart>@daypart))?",
    ),
    _rule("deictic", "daypart", r"(?:(?P<part>early|late|earlier|later) )?(?P<deictic>this) (?P<daypart>@daypart)"),
    _rule(
        "weekday",
        "weekday",
        rf"(?:(?P<part>early|late|earlier|later) (?:on )?)?(?:(?:the )?{_WHICH} |the )?(?P<weekday>@weekday)(?: "
        r"(?P<weekword>last|this|next) week| of (?P<ofweek>last|this|next) week| (?P<later>after next|week)"
        r"(?= [.,;:!?)]))?"
        r"(?: (?P<daypart>@daypart))?",
    ),
    _rule("weekday", "weekday", rf"{_DAYPART_OF}(?:{_WHICH} )?(?P<weekday>@weekday)"),
    _rule("weekday", "weekday", r"(?P<weekword>last|this|next) week (?:'s )?(?:on )?(?P<weekday>@weekday)"),
    _rule(
        "weekday",
        "weekday",
        r"(?:the )?(?P<part>@part) of the (?:business |working )?day (?:on )?(?P<weekday>@weekday)",
    ),
    _rule(
        "daypart",
        "daypart",
        r"(?:(?P<part>early|late|mid) (?:in |on |at |- )?)?(?:(?P<which>that same|that|the same|the following"
        r"|the next|the previous) |the )?(?P<daypart>@daypart)",
    ),
    _rule(
        "unit",
        "unit",
        r"(?:(?P<part>@part|earlier|later) (?:in |on |of |part of |days of )?|the (?P<part2>@part) (?:of "
        rf"|part of |half of )?)?(?:(?P<the>the) )?{_WHICH} (?P<unit>@unitone)",
    ),
    _rule(
        "unit",
        "unit",
        r"(?:(?:the )?(?P<part>@part|earlier|later) (?:in |on |of )?)the (?P<unit>day|week|weekend|month|year)",
    ),
    _rule("unit", "unit", r"the (?P<unit>day|week|month|year) (?P<which>previous)"),
    _rule("unit", "unit", r"(?P<which>the) (?P<unit>weekend)"),
    _rule("unit", "unit", r"the (?P<unit>day|night|week|weekend|month|year) (?P<which>before last|after next)"),
    _rule("unit", "unit", r"(?<= throughout )the (?P<unit>day)"),
    _rule("week_of", "unit", rf"(?:the )?(?P<unit>week|weekend) of {_MONTH_DAY}(?: {_YEAR})?"),
    _rule("unit", "unit", r"(?:the )?(?:(?P<yearend>year)|(?P<unit>month|week))(?: 's| -)? (?P<part>end)"),
    _rule(
        "unit",
        "unit",
        r"the (?P<unit>day|night|week|weekend|month|year) (?P<which>before|after)(?= (?:[.,;:!?)\"']|was|were"
        r"|is|are|had|has|and|but) )",
    ),
    _rule(
        "same",
        "unit",
        r"(?:(?:the )?same (?P<unit>month|period|quarter|week|day|time)|this (?P<unit2>time)) (?:(?:of |in )?(?:the )?"
        r"(?P<yearword>last|previous|prior) year|the year before|(?:a|one) year (?:ago|earlier|before))",
    ),
    _rule(
        "shift",
        "unit",
        rf"(?:{_APPROX} )?(?:\[ )?(?P<number>@count)(?: \])?(?: -)? (?P<unit>@unit)"
        rf"(?P<plushalf> and a half)?{_OR_SO}(?: ' s| ')? (?:ago (?P<today>today|yesterday|(?:last )?"
        r"(?P<weekday>@weekday))|(?P<way>ago|from now|hence|before now|(?:earlier|later|previously|prior|beforehand"
        r"|afterwards?|back|(?:before|after)(?= [.,;:!?)] ))(?! than| to | this| that| in the)))",
    ),
    _rule(
        "span",
        "unit",
        r"(?:the|these|those|this|its|his|her|their|our|my) (?P<which>last|past|next|previous|coming"
        r"|preceding|following|first|final)(?: (?P<number>@count))? (?P<unit>@unit)",
    ),
    _rule(
        "span",
        "unit",
        r"(?P<which>last|past|next|previous|coming|preceding|following) (?P<number>@count) (?P<unit>@unit)",
    ),
    _rule("span", "unit", r"(?P<which>last|past|recent|next|previous|coming) (?P<unit>@units)"),
    # -- lengths of time
    _rule(
        "length_pair",
        "unit",
        rf"(?:{_APPROX} )?(?:(?P<number>@figures) (?:to|or|-|(?P<and>and)) (?P<number2>@figures)"
        rf"|(?P<spelt>@numeral) (?:to|or|(?P<and2>and)) (?P<spelt2>@numeral))(?: -)? {_UNIT_LONG}{_AGE}"
        r"(?! ago | earlier | later )",
    ),
    _rule(
        "duration",
        "unit",
        r"(?:another|a further|an additional|an extra) (?P<unit>@unitone)(?: - long)?",
    ),
    _rule("duration", "unit", rf"(?P<number>@count)(?P<approx> - odd| odd| or so) (?P<unit>@units){_AGE}"),
    _rule(
        "duration",
        "unit",
        r"(?P<the>the) (?P<unit>year|quarter|month|week)(?= (?:to|ended|ending|through|that ended)"
        r" (?:@month|@day|@weekday|the end) )",
    ),
    _rule(
        "duration",
        "unit",
        rf"(?:{_APPROX} )?(?:(?:another|a further|an additional|an extra) )?(?P<number>@count)(?: -)?(?: (?:more|full"
        r"|whole|consecutive|straight|additional|extra|further|long|short|entire|business|calendar|working))?"
        rf" {_UNIT_LONG}"
        rf"(?P<plushalf> and a half)?{_OR_SO}{_AGE}",
    ),
    _rule(
        "duration",
        "unit",
        rf"(?:{_APPROX} )?(?P<number>@count) (?P<unit>@unit) (?:,|and|, and) (?P<number2>@count) "
        rf"(?P<unit2>@unit){_AGE}",
    ),
    _rule("duration", "unit", rf"(?:{_APPROX} )?(?P<number>half) (?:an |a |of a )?(?P<unit>@unit)"),
    _rule("duration", "unit", r"(?:many |several )?(?P<plural>@units)(?: - long| long)?(?! - old| old )"),
    _rule("duration", "unit", r"(?P<plural>decade|year|month|week|day|hour|century|night)(?: - )?long"),
    _rule(
        "duration",
        "unit",
        r"(?:all|the whole|the entire|a whole) (?P<whole>day|night|week|weekend|month|year|summer|winter)(?: long)?",
    ),
    # -- how old
    _rule("age", "age", r"(?P<number>@count)(?: -)? (?P<unit>@unit)(?: -)? old"),
    _rule("age", "age", r"(?P<number>@count)(?: -)? (?P<unit>@unit) of age"),
    _rule("age", "age", r"(?P<plural>@units) - old|(?P<unit>@unitone) - old"),
    _rule("age", "age", r"(?:the |an )?age (?:of )?(?P<number>[1-9][0-9]?|1[0-2][0-9]|@small|@numeral)"),
    _rule("age", "age", r"aged (?P<number>[1-9][0-9]?|1[0-2][0-9]|@numeral)"),
    # -- what comes again
    _rule(
        "set",
        "unit",
        r"(?:every|each)(?: (?P<number>other|second|third|fourth|@count))?(?: (?:single|passing"
        r"|and every))? (?P<unit>@unit)",
    ),
    _rule(
        "set",
        "weekday month season daypart",
        r"(?:every|each)(?: (?:other|second|single))? (?:(?P<weekday>@weekday)(?: (?P<daypart>@daypart))?|"
        r"(?P<month>@month)|(?P<season>@season)|(?P<daypart2>@daypart))",
    ),
    _rule("set", "weekday", r"(?P<weekday>@weekday)s(?: and @weekdays)?(?: (?P<daypart>@daypart)s?)?"),
    _rule("set", "weekday", r"(?P<weekday>@weekday) (?P<daypart>@daypart)s"),
    _rule("set", "unit", r"(?P<plural>weekends|weeknights)"),
    _rule("set", "unit", r"(?P<per>a|an|per) (?P<unit>@unitone)"),
    _rule("set", "frequency", r"(?P<frequency>@frequency)"),
    _rule("set", "daypart", r"(?:(?:in the )?(?P<daypart>mornings|afternoons|evenings|nights)|at (?P<daypart2>night))"),
    # -- times of day
    _rule("clock", "number", rf"(?:{_ABOUT} )?{_CLOCK}(?: {_HALF_DAY})?{_ZONE}?(?: hours)?(?! [:-] [0-9])"),
    _rule("clock", "number", rf"(?:{_ABOUT} )?(?P<hour>1?[0-9])(?:\.(?P<minute>[0-5][0-9]))? {_HALF_DAY}{_ZONE}?"),
    _rule("clock", "number", rf"(?P<hour>[01][0-9]|2[0-3])(?P<minute>[0-5][0-9])(?: hours| hrs)?{_ZONE}"),
    _rule("clock", "number", r"(?P<hour>[01][0-9]|2[0-3])(?P<minute>[0-5][0-9]) ?(?P<hours>hours|hrs)"),
    _rule("clock", "number", rf"(?P<hour>1?[0-9]|2[0-3])\.(?P<dotted>[0-5][0-9]){_ZONE}?"),
    _rule(
        "clock",
        "daypart",
        r"(?P<hourword>@small|1?[0-9])(?: : (?P<minute>[0-5][0-9]))? (?P<inthe>in the|at) "
        r"(?P<daypart>morning|afternoon|evening|night)",
    ),
    _rule("daypart", "daypart", r"12(?: : 00)? (?P<daypart>noon|midnight)"),
    _rule(
        "clock_pair",
        "clock",
        rf"(?P<hour>1?[0-9])(?: : (?P<minute>[0-5][0-9]))? (?:-|to|and|until|till) (?P<hour2>1?[0-9])"
        rf"(?: : (?P<minute2>[0-5][0-9]))? {_HALF_DAY}{_ZONE}?",
    ),
    _rule(
        "clock",
        "clock",
        r"(?P<hourword>@small|1?[0-9]) (?:o'clock|oclock)(?: (?:in the |at )?(?P<daypart>morning|afternoon"
        r"|evening|night))?",
    ),
    _rule(
        "clock",
        "clock",
        r"(?P<offset>half|a quarter|quarter|five|ten|twenty|twenty - five)(?: minutes)? (?P<side>past|to) "
        r"(?P<hourword>@small|1?[0-9])",
    ),
    _rule("clock", "clock", rf"(?P<hourword>@small) {_HALF_DAY}{_ZONE}?"),
    # -- words and names
    _rule(
        "holiday",
        "holiday",
        rf"(?:{_WHICH} )?(?P<holiday>@holiday)(?: (?:, |in |of )?(?P<year>@year)| {_YEAR_WORD})?"
        r"(?: (?P<weekend>weekend))?",
    ),
    _rule("holiday", "daypart", rf"{_DAYPART_OF}(?P<holiday>@holiday)(?: (?:, |in |of )?(?P<year>@year))?"),
    _rule("vague", "vague", r"(?P<vague>@vague)"),
    _rule("vague", "unit", r"(?P<ago>years|decades|centuries|months|weeks|days|hours|minutes) (?:ago|earlier)"),
)


@cache
def compiled() -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    """Return every rule with its pattern, ready to search in a line."""
    names = classes()
    expand = re.compile("@(" + "|".join(sorted(names, key=len, reverse=True)) + r")\b")

    def pattern(rule: Rule) -> re.Pattern[str]:
        text = expand.sub(lambda match: f"(?:{names[match[1]]})", rule.pattern)
        return re.compile(rf"(?<= )(?:{text})(?= )")

    return tuple((rule, pattern(rule)) for rule in RULES)
