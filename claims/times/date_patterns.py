"""What dates of the calendar look like: the first rows of the table in `claims.times.patterns`."""

from __future__ import annotations

from claims.times.pattern_parts import (
    DAY_MONTH,
    DAYPART_OF,
    DAYS,
    MONTH_DAY,
    PART,
    WEEKDAY,
    WHICH,
    YEAR,
    YEAR_WORD,
    rule,
)

#: Days, months, seasons, quarters, years and what is larger.
DATES = (
    # -- dates of the calendar
    rule(
        "disaster",
        "month",
        r"(?:sep|sept|september) 11(?:th)?(?= (?:(?:terror|terrorist|suicide) )?(?:attacks?|hijackings?) )",
        words="11 11th",
    ),
    rule("date", "month", rf"{WEEKDAY}?{PART}?{MONTH_DAY}(?: {YEAR}| {YEAR_WORD})?"),
    rule("date", "month", rf"{WEEKDAY}?{PART}?{DAY_MONTH}(?: {YEAR}| {YEAR_WORD})?"),
    rule("date", "month", rf"{PART}?(?P<month>@month) (?:, |of )?(?:(?:in )?{YEAR}|(?:, |of )?{YEAR_WORD})"),
    rule("date", "month", rf"(?:{PART}|{WHICH} |the month of )?(?P<month>@month)"),
    rule("date", "month", r"(?P<day>@day) - (?P<month>@month) - (?P<year>@year)", True, words="-"),
    rule("date", "weekday", rf"{WEEKDAY}the (?P<day>@dayth)"),
    rule("date", "daypart", rf"{DAYPART_OF}{WEEKDAY}?{MONTH_DAY}(?: {YEAR}| {YEAR_WORD})?", words="of"),
    rule("date", "daypart", rf"{DAYPART_OF}{WEEKDAY}?{DAY_MONTH}(?: {YEAR}| {YEAR_WORD})?", words="of"),
    rule(
        "day",
        "ordinal",
        r"(?:the )?(?P<day>(?:[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th))"
        r"(?: (?:day )?of (?P<ofmonth>the|this|last|next|that|the same) month)?",
    ),
    rule(
        "nth",
        "unit weekday",
        r"(?:the )?(?P<nth>first|second|third|fourth|fifth|last|final|1st|2nd|3rd|4th|5th) (?:full )?"
        r"(?:(?P<weekday>@weekday)|(?P<unit>day|weekend|week)) (?:of|in) "
        rf"(?P<month>@month)(?: (?:{YEAR}|{YEAR_WORD}))?",
        words="of in",
    ),
    rule(
        "day_pair",
        "month",
        r"(?P<month>@month) (?P<day>@day) (?:-|to|and|or|through|until|till) (?P<day2>@day)(?! [:%] "
        r"| @month)(?: (?:, )?(?P<year>@year))?",
    ),
    rule(
        "day_pair",
        "month",
        r"(?P<day>@day) (?:-|to|and|or|through|until|till) (?P<day2>@day) (?:of )?(?P<month>@month)(?: "
        r"(?:, )?(?P<year>@year))?",
    ),
    rule(
        "day_list",
        "month",
        rf"(?P<month>@month) {DAYS}(?! (?:@month|[:%]) )(?: (?:, )?(?P<year>@year))?",
    ),
    rule("day_list", "month", rf"(?:the )?{DAYS} (?:of )?(?P<month>@month)(?: (?:, )?(?P<year>@year))?"),
    rule(
        "iso",
        "year",
        r"(?P<year>[0-9]{4}) - (?P<month>[0-9]{2}) - (?P<day>[0-9]{2})(?: ?t ?(?P<hour>[0-9]{2}) : "
        r"(?P<minute>[0-9]{2})(?: : (?P<second>[0-9]{2}))?(?: (?P<zone>z))?)?",
        True,
        words="-",
    ),
    rule(
        "iso",
        "year",
        r"(?P<year>1[5-9][0-9]{2}|20[0-9]{2}) / (?P<month>[0-9]{1,2}) / (?P<day>[0-9]{1,2})",
        True,
        words="/",
    ),
    rule(
        "numeric",
        "number",
        r"(?P<first>[0-9]{1,2}) (?P<mark>[/.-]) (?P<second>[0-9]{1,2}) (?P=mark) (?P<year>[0-9]{4}|[0-9]{2})",
        True,
    ),
    rule("numeric", "point", r"(?P<both>[0-3]?[0-9]\.[0-1]?[0-9]) \. (?P<year>[0-9]{4})", True),
    # -- seasons, quarters, halves
    rule(
        "season",
        "season",
        rf"(?:{PART}|{WHICH} |the )?(?P<season>@season) (?:(?:of |, )?(?:(?P<year>@year)(?: [-/] (?:[0-9]{{2}}|@year)"
        rf"(?= [^-/]))?|' (?P<year2>[0-9]{{2}}))|{YEAR_WORD})",
    ),
    rule("season", "season", rf"(?:{PART}|(?:the )?{WHICH} |the )?(?P<season>@season)"),
    rule(
        "quarter",
        "quarter",
        r"(?:the )?(?:(?P<fiscal2>fiscal|financial) )?(?P<ordinal>first|second|third|fourth|last|final|1st|2nd|3rd"
        rf"|4th)(?: -)? (?P<unit>quarter|half)(?: (?:of )?(?:(?P<year>@year)|{YEAR_WORD}"
        r"|the (?P<fiscal>fiscal|financial) year))?"
        r"(?! -? ?final)",
    ),
    rule(
        "quarter",
        "quarter",
        r"(?:the )?(?P<ordinal>first|second|1st|2nd)(?: -)? (?P<unit>half) of (?P<yearword>the) year",
    ),
    rule(
        "quarter",
        "quarter",
        r"(?:(?P<year>@year)|(?P<yearword>this|last|next) year) ?'s? (?P<ordinal>first|second|third|fourth|last|final"
        r"|1st|2nd|3rd|4th)(?: -)? (?P<unit>quarter|half)",
    ),
    rule("quarter", "quarter", r"(?:q (?P<number>[1-4])|h (?P<half>[12]) of)(?: (?:of |, )?(?P<year>@year))?"),
    rule("quarter", "quarter", r"h (?P<half>[12]) (?:, )?(?P<year>@year)"),
    rule("quarter", "quarter", r"(?P<year>@year) (?:- )?q (?P<number>[1-4])"),
    # -- years and what is larger
    rule("year", "year", rf"(?:{PART}|(?P<approx>about|around|circa|ca|c) |the year )?(?P<year>@year)"),
    rule("year", "number", r"(?P<approx>circa|ca|c)(?: \.)? (?P<year>[0-9]{3,4})", words="circa ca c"),
    rule("year", "hundreds", r"(?P<year>[1-9][0-9]{2})"),
    rule("year", "number", r"' (?P<year>[0-9]{2})", words="'"),
    rule("spoken_year", "spoken", r"(?P<hundred>@hundred)(?: -)? (?P<tens>@tens)"),
    rule("spoken_year", "spoken", r"(?P<hundred>two) thousand(?: and)? (?P<tens>@tens|@digit)"),
    rule("era", "era", r"(?P<year>[0-9]{1,4}) (?P<era>bc|bce|ad|ce)|(?P<era2>ad) (?P<year2>[0-9]{1,4})"),
    rule("year_pair", "year", r"(?P<year>@year) (?:-|/) (?P<short>[0-9]{2}|@year)(?! [-:] )", True, words="- /"),
    rule("year_pair", "year", r"(?P<year>@year) - (?P<short>[0-9]{2})(?= \) )", words="-"),
    rule(
        "fiscal",
        "fiscal",
        r"(?:the )?(?:fiscal|financial|tax) (?:year )?(?:, )?(?P<year>@year)(?: [-/] (?:[0-9]{2}|@year)(?= [^-/]))?",
    ),
    rule("fiscal", "fiscal", r"fy (?:' )?(?P<year>@year|[0-9]{2})(?: [-/] (?:[0-9]{2}|@year)(?= [^-/]))?"),
    rule(
        "fiscal",
        "fiscal",
        r"(?:the )?(?P<year>@year)(?: [-/] (?:[0-9]{2}|@year))? (?:fiscal|financial|tax) year",
    ),
    rule("fiscal", "fiscal", rf"(?:the )?{WHICH} (?:fiscal|financial) year"),
    rule("fiscal", "fiscal", rf"{PART}?(?:the |a |its |their )?(?:fiscal|financial) year"),
    rule(
        "decade",
        "decade",
        rf"(?:{PART}|the )?(?:' )?(?P<decade>[0-9]{{2,4}}s|[0-9]{{2,4}} 's|(?:(?P<hundred>nineteen"
        r"|eighteen) - )?@decade)",
    ),
    rule(
        "nth_decade",
        "century",
        r"(?:the )?(?P<nth>@ordinal|last|final) (?P<unit>decade) of the (?P<ordinal>@ordinal)(?: -)? century",
        words="decade",
    ),
    rule(
        "century",
        "century",
        rf"(?:{PART}|the )?(?P<ordinal>@ordinal)(?: -)? (?:century|centuries)(?: (?P<era>bc|bce|ad|ce))?",
    ),
    rule(
        "century_pair",
        "century",
        r"(?:the )?(?P<ordinal>@ordinal)(?: -)? (?:and|or|to|through) (?:the )?(?P<ordinal2>@ordinal)"
        r"(?: -)? (?:century|centuries)",
    ),
    rule("turn", "unit", r"the turn of (?:the|this|last) (?P<unit>century|millennium|year|decade)", words="turn"),
)
