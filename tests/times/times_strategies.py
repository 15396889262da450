"""Sentences made of the words that time expressions are made of, and blank trees of any text."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from claims.lexicon import table
from claims.trees import Token, Tree

_LEXICONS = (
    *("months", "weekdays", "seasons", "day_parts", "time_units", "numerals", "ordinals", "decades", "time_zones"),
    *("holidays", "vague_times", "frequencies", "time_modifiers", "time_signals"),
)
_GLUE = (
    "the a an of in on at to from until since before after ago later earlier last next this past same following "
    "previous every each other half quarter Q1 Q9 H2 fiscal year years days weeks months century decades hours "
    "old long - – / : . , ( ) ' 's $ % + and or per today yesterday tomorrow tonight night 's century BC AD CE am "
    "pm a.m. p.m. o'clock past fewer than more first second third 31st 32nd 0 1 2 3 05 12 13 24 31 32 60 99 100 "
    "366 476 1066 1399 1800 1995 1999 2000 2020 2101 9999 10000 99999999 1,500 2.5 3.30 90s 1990s '60s 3:30 24:00 "
    "25:61 2019-05-03 2019-13-45 0000-00-00 03/05/2019 99/99/99 3.5.2019 2006–09 2019-05 1999-2000 T14:00:00Z 3pm "
    "33pm February Feb. 30 29 few couple several dozen million billion ½ ٣ ² 日 É"
).split(" ")

#: Words of every lexicon of times, and what stands between them; in either case.
WORDS = sorted({*_GLUE, *(word for name in _LEXICONS for row in table(name) for word in row.split())})

words = st.sampled_from(WORDS).flatmap(lambda word: st.sampled_from([word, word.capitalize(), word.upper()]))
noise = st.text(max_size=12)
sentences = st.lists(st.one_of(words, words, words, noise), max_size=14).map(" ".join)
published = st.sampled_from([None, "2020-12-20", "2020-12", "2020", "0001-01-01", "9999-12-31", "2020-02-29T23:30Z"])

_TOKEN = re.compile(r"\w+(?:[.:/'-]\w+)*|[^\w\s]")


def blank(text: str) -> Tree:
    """Return a tree without a parser: numbers are CD, capitals NNP, the rest NN; all hang from the first."""
    tokens = []
    for i, match in enumerate(_TOKEN.finditer(text)):
        word = match[0]
        tag = "CD" if word[0].isdigit() else "NNP" if word[0].isupper() else "NN"
        dep = "ROOT" if i == 0 else "pobj"
        tokens.append(Token(i, match.start(), match.end(), word, word.lower(), "NOUN", tag, dep, 0, "DATE", "I"))
    return Tree(tuple(tokens))
