"""What time expressions look like: a visible table of patterns over the pieces of a sentence.

A pattern is a regular expression over pieces joined by single spaces. ``@name`` stands for a class of
words; named groups are the parts that `claims.times.normalise` reads. Every repetition is bounded, so
a pattern takes linear time. Where two patterns match the same words, the longer match wins, then the
earlier row.
"""

from __future__ import annotations

from claims.times.date_patterns import DATES
from claims.times.pattern_parts import (
    ABOUT,
    AGE,
    APPROX,
    CLOCK,
    DAYPART_OF,
    HALF_DAY,
    MONTH_DAY,
    OR_SO,
    PART_WORDS,
    UNIT_LONG,
    WHICH,
    YEAR,
    YEAR_WORD,
    ZONE,
    rule,
)

#: Every pattern; `claims.times.pattern_parts.Rule` says what a row holds.
RULES = (
    # -- dates of the calendar
    *DATES,
    # -- counted from another time
    rule(
        "deictic",
        "deictic",
        r"(?:(?P<part>early|late|earlier|later) )?(?P<deictic>the day before yesterday|the day after tomorrow"
        r"|today|yesterday|tomorrow|tonight|last night|overnight)(?: (?:at )?(?P<daypart>@daypart))?",
    ),
    rule("deictic", "daypart", r"(?:(?P<part>early|late|earlier|later) )?(?P<deictic>this) (?P<daypart>@daypart)"),
    rule(
        "weekday",
        "weekday",
        rf"(?:(?P<part>early|late|earlier|later) (?:on )?)?(?:(?:the )?{WHICH} |the )?(?P<weekday>@weekday)(?: "
        r"(?P<weekword>last|this|next) week| of (?P<ofweek>last|this|next) week| (?P<later>after next|week)"
        r"(?= [.,;:!?)]))?"
        r"(?: (?P<daypart>@daypart))?",
    ),
    rule("weekday", "weekday", rf"{DAYPART_OF}(?:{WHICH} )?(?P<weekday>@weekday)", words="of"),
    rule(
        "weekday", "weekday", r"(?P<weekword>last|this|next) week (?:'s )?(?:on )?(?P<weekday>@weekday)", words="week"
    ),
    rule(
        "weekday",
        "weekday",
        r"(?:the )?(?P<part>@part) of the (?:business |working )?day (?:on )?(?P<weekday>@weekday)",
        words="day",
    ),
    rule(
        "daypart",
        "daypart",
        r"(?:(?P<part>early|late|mid) (?:in |on |at |- )?)?(?:(?P<which>that same|that|the same|the following"
        r"|the next|the previous) |the )?(?P<daypart>@daypart)",
    ),
    rule(
        "daypart",
        "daypart",
        r"the (?P<part>middle) of the (?P<daypart>night|afternoon|morning)",
        words="middle",
    ),
    rule(
        "unit",
        "unit",
        r"(?:(?P<part>@part|earlier|later) (?:in |on |of |part of |days of )?|the (?P<part2>@part) (?:of "
        rf"|part of |half of )?)?(?:(?P<the>the) )?{WHICH} (?P<unit>@unitone)",
        words="last next this that past previous following coming upcoming current preceding same latest recent",
    ),
    rule(
        "unit",
        "unit",
        r"(?:(?:the )?(?P<part>@part|earlier|later) (?:in |on |of )?)the (?P<unit>day|week|weekend|month|year"
        r"|decade|century)",
        words=PART_WORDS,
    ),
    rule("unit", "unit", r"the (?P<unit>day|week|month|year) (?P<which>previous)", words="previous"),
    rule("unit", "unit", r"(?P<which>the) (?P<unit>weekend)", words="weekend"),
    rule(
        "unit",
        "unit",
        r"the (?P<unit>day|night|week|weekend|month|year) (?P<which>before last|after next)",
        words="last next",
    ),
    rule("unit", "unit", r"(?<= throughout )the (?P<unit>day)", words="throughout"),
    rule("week_of", "unit", rf"(?:the )?(?P<unit>week|weekend) of {MONTH_DAY}(?: {YEAR})?", words="of"),
    rule("unit", "unit", r"(?:the )?(?:(?P<yearend>year)|(?P<unit>month|week))(?: 's| -)? (?P<part>end)", words="end"),
    rule(
        "unit",
        "unit",
        r"the (?P<unit>day|night|week|weekend|month|year) (?P<which>before|after)(?= (?:[.,;:!?)\"']|was|were"
        r"|is|are|had|has|and|but) )",
        words="before after",
    ),
    rule(
        "same",
        "unit",
        r"(?:(?:the )?same (?P<unit>month|period|quarter|week|day|time)|this (?P<unit2>time)) (?:(?:of |in )?(?:the )?"
        r"(?P<yearword>last|previous|prior) year|the year before|(?:a|one) year (?:ago|earlier|before))",
        words="same this",
    ),
    rule(
        "year_ago",
        "quarter unit",
        r"(?:the |a )?(?:year -? ?(?:ago|earlier|before)|prior -? ?year|previous -? ?year) (?:'s )?"
        r"(?P<unit>quarter|period|month|week|half)",
        words="ago earlier before prior previous",
    ),
    rule(
        "shift",
        "unit",
        rf"(?:{APPROX} )?(?:\[ )?(?P<number>@count)(?: \])?(?: -)? (?P<unit>@unit)"
        rf"(?P<plushalf> and a half)?{OR_SO}(?: ' s| ')? (?:ago (?P<today>today|yesterday|(?:last )?"
        r"(?P<weekday>@weekday))|(?P<way>ago|from now|hence|before now|(?:earlier|later|previously|prior|beforehand"
        r"|afterwards?|back|(?:before|after)(?= [.,;:!?)] ))(?! than| to | this| that| in the)))",
        words="ago from hence before earlier later previously prior beforehand afterward afterwards back after",
    ),
    rule(
        "span",
        "unit",
        r"(?:the|these|those|this|its|his|her|their|our|my) (?P<which>last|past|next|previous|coming"
        r"|preceding|following|first|final)(?: (?P<number>@count))? (?P<unit>@unit)",
        words="last past next previous coming preceding following first final",
    ),
    rule(
        "span",
        "unit",
        r"(?P<which>last|past|next|previous|coming|preceding|following) (?P<number>@count) (?P<unit>@unit)",
        words="last past next previous coming preceding following",
    ),
    rule(
        "span",
        "unit",
        r"(?P<which>last|past|recent|next|previous|coming) (?P<unit>@units)",
        words="last past recent next previous coming",
    ),
    # -- lengths of time
    rule(
        "length_pair",
        "unit",
        rf"(?:{APPROX} )?(?:(?P<number>@figures) (?:to|or|-|(?P<and>and)) (?P<number2>@figures)"
        rf"|(?P<spelt>@numeral) (?:to|or|(?P<and2>and)) (?P<spelt2>@numeral))(?: -)? {UNIT_LONG}{AGE}"
        r"(?! ago | earlier | later )",
        words="to or - and",
    ),
    rule(
        "duration",
        "unit",
        r"(?:another|a further|an additional|an extra) (?P<unit>@unitone)(?: - long)?",
        words="another further additional extra",
    ),
    rule(
        "duration", "unit", rf"(?P<number>@count)(?P<approx> - odd| odd| or so) (?P<unit>@units){AGE}", words="odd so"
    ),
    rule(
        "duration",
        "unit",
        r"(?P<the>the) (?P<unit>year|quarter|month|week)(?= (?:to|ended|ending|through|that ended)"
        r" (?:@month|@day|@weekday|the end) )",
        words="to ended ending through",
    ),
    rule(
        "duration",
        "unit",
        rf"(?:{APPROX} )?(?:(?:another|a further|an additional|an extra) )?(?P<number>@count)(?: -)?(?: (?:more|full"
        r"|whole|consecutive|straight|additional|extra|further|long|short|entire|business|calendar|working))?"
        rf" {UNIT_LONG}"
        rf"(?P<plushalf> and a half)?{OR_SO}{AGE}",
    ),
    rule(
        "duration",
        "unit",
        rf"(?:{APPROX} )?(?P<number>@count) (?P<unit>@unit) (?:,|and|, and) (?P<number2>@count) "
        rf"(?P<unit2>@unit){AGE}",
        words="and ,",
    ),
    rule("duration", "unit", rf"(?:{APPROX} )?(?P<number>half) (?:an |a |of a )?(?P<unit>@unit)", words="half"),
    rule("duration", "unit", r"(?:many |several )?(?P<plural>@units)(?: - long| long)?(?! - old| old )"),
    rule(
        "duration",
        "unit",
        r"(?P<unit>(?:decade|year|month|week|day|hour|night)s?|century|centuries)(?: - )?long",
        words="long decadelong yearlong monthlong weeklong daylong hourlong centurylong nightlong decadeslong yearslong"
        " monthslong weekslong dayslong hourslong",
    ),
    rule(
        "duration",
        "unit",
        r"(?:all|the whole|the entire|a whole) (?P<whole>day|night|week|weekend|month|year|summer|winter)(?: long)?",
        words="all whole entire",
    ),
    # -- how old
    rule("age", "age", r"(?P<number>@count)(?: -)? (?P<unit>@unit)(?: -)? old", words="old"),
    rule("age", "age", r"(?P<number>@count)(?: -)? (?P<unit>@unit) of age", words="age"),
    rule("age", "age", r"(?P<plural>@units) - old|(?P<unit>@unitone) - old", words="old"),
    rule("age", "age", r"(?:the |an )?age (?:of )?(?P<number>[1-9][0-9]?|1[0-2][0-9]|@small|@numeral)", words="age"),
    rule("age", "age", r"aged (?P<number>[1-9][0-9]?|1[0-2][0-9]|@numeral)", words="aged"),
    # -- what comes again
    rule(
        "set",
        "unit",
        r"(?:every|each)(?: (?P<number>other|second|third|fourth|@count))?(?: (?:single|passing"
        r"|and every))? (?P<unit>@unit)",
        words="every each",
    ),
    rule(
        "set",
        "weekday month season daypart",
        r"(?:every|each)(?: (?:other|second|single))? (?:(?P<weekday>@weekday)(?: (?P<daypart>@daypart))?|"
        r"(?P<month>@month)|(?P<season>@season)|(?P<daypart2>@daypart))",
        words="every each",
    ),
    rule("set", "weekday", r"(?P<weekday>@weekday)s(?: and @weekdays)?(?: (?P<daypart>@daypart)s?)?"),
    rule("set", "weekday", r"(?P<weekday>@weekday) (?P<daypart>@daypart)s"),
    rule("set", "unit", r"(?P<plural>weekends|weeknights)", words="weekends weeknights"),
    rule("set", "unit", r"(?P<per>a|an|per) (?P<unit>@unitone)"),
    rule("set", "frequency", r"(?P<frequency>@frequency)"),
    rule("set", "daypart", r"(?:(?:in the )?(?P<daypart>mornings|afternoons|evenings|nights)|at (?P<daypart2>night))"),
    # -- times of day
    rule("clock", "number", rf"(?:{ABOUT} )?{CLOCK}(?: {HALF_DAY})?{ZONE}?(?: hours)?(?! [:-] [0-9])", words=":"),
    rule(
        "clock",
        "number",
        rf"(?:{ABOUT} )?(?P<hour>1?[0-9])(?:\.(?P<minute>[0-5][0-9]))? {HALF_DAY}{ZONE}?",
        words="am pm",
    ),
    rule("clock", "year", rf"(?P<hour>[01][0-9]|2[0-3])(?P<minute>[0-5][0-9])(?: hours| hrs)?{ZONE}"),
    rule("clock", "year", r"(?P<hour>[01][0-9]|2[0-3])(?P<minute>[0-5][0-9]) ?(?P<hours>hours|hrs)", words="hours hrs"),
    rule("clock", "point", rf"(?P<hour>1?[0-9]|2[0-3])\.(?P<dotted>[0-5][0-9]){ZONE}?"),
    rule(
        "clock",
        "daypart",
        r"(?P<hourword>@small|1?[0-9])(?: : (?P<minute>[0-5][0-9]))? (?P<inthe>in the|at) "
        r"(?P<daypart>morning|afternoon|evening|night)",
    ),
    rule("daypart", "daypart", r"12(?: : 00)? (?P<daypart>noon|midnight)", words="12"),
    rule(
        "clock_pair",
        "clock",
        rf"(?P<hour>1?[0-9])(?: : (?P<minute>[0-5][0-9]))? (?:-|to|and|until|till) (?P<hour2>1?[0-9])"
        rf"(?: : (?P<minute2>[0-5][0-9]))? {HALF_DAY}{ZONE}?",
        words="am pm",
    ),
    rule(
        "clock",
        "clock",
        r"(?P<hourword>@small|1?[0-9]) (?:o'clock|oclock)(?: (?:in the |at )?(?P<daypart>morning|afternoon"
        r"|evening|night))?",
        words="o'clock oclock",
    ),
    rule(
        "clock",
        "clock",
        r"(?P<offset>half|a quarter|quarter|five|ten|twenty|twenty - five)(?: minutes)? (?P<side>past|to) "
        r"(?P<hourword>@small|1?[0-9])",
    ),
    rule("clock", "clock", rf"(?P<hourword>@small) {HALF_DAY}{ZONE}?", words="am pm"),
    # -- words and names
    rule(
        "holiday",
        "holiday",
        rf"(?:{WHICH} )?(?P<holiday>@holiday)(?: (?:, |in |of )?(?P<year>@year)| {YEAR_WORD})?"
        r"(?: (?P<weekend>weekend))?",
    ),
    rule("holiday", "daypart", rf"{DAYPART_OF}(?P<holiday>@holiday)(?: (?:, |in |of )?(?P<year>@year))?", words="of"),
    rule("vague", "vague", r"(?P<vague>@vague)"),
    rule(
        "vague",
        "unit",
        r"(?P<ago>years|decades|centuries|months|weeks|days|hours|minutes) (?:ago|earlier)",
        words="ago earlier",
    ),
)
