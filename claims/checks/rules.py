"""The table of rules: every finding that `claims validate` can report has its row here.

Each family's rows stand at the end of its module, below the functions. Codes are stable. A rule
without a function is checked by the reader of JSON (family syntax) or by `jsonschema` (family schema), or
looks at several documents at once (family corpus).
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

import attrs

from claims.checks import attribution, corpus, coverage, offsets, references, times, verdicts, wording
from claims.checks.advice import ADVICE
from claims.checks.context import Context, Rule
from claims.problems import Problem

SYNTAX = (
    Rule("X001", "not-utf8", "syntax", "The file is UTF-8.", "the byte FF", '"é" as C3 A9'),
    Rule("X002", "other-encoding", "syntax", "The file is not UTF-16 or UTF-32.", "FF FE 7B 00", "7B"),
    Rule("X003", "byte-order-mark", "syntax", "The file begins without a byte order mark.", "EF BB BF 7B", "7B"),
    Rule("X004", "not-json", "syntax", "The file is JSON, whole and without extras.", '{"a": 1,}', '{"a": 1}'),
    Rule("X005", "duplicate-key", "syntax", "An object has each key once.", '{"a": 1, "a": 2}', '{"a": 2}'),
    Rule("X006", "not-a-number", "syntax", "Numbers are JSON's: no NaN, no Infinity.", "NaN", "null"),
    Rule("X007", "number-size", "syntax", "Numbers fit 64 bits.", "1e999", "0.99"),
    Rule(
        "X008",
        "lone-surrogate",
        "syntax",
        "Strings hold characters, no halves of them.",
        r'"\ud83d"',
        r'"\ud83d\ude00"',
    ),
    Rule("X009", "nesting", "syntax", "Values nest at most 100 deep.", "[[[[ …", '{"claims": [{ …'),
    Rule(
        "X010",
        "not-xml",
        "syntax",
        "An XML file is well-formed and has no DOCTYPE.",
        "<TEI><text></TEI>",
        "<TEI><text/></TEI>",
    ),
    Rule(
        "X011",
        "not-tei",
        "syntax",
        "An XML file is TEI as docs/tei.md has it.",
        "<TEI><div/></TEI>",
        '<TEI type="claims/1.0">…</TEI>',
    ),
    Rule(
        "X012",
        "not-gzip",
        "syntax",
        "A file named .gz is gzip, whole, and unpacks to at most 512 MiB.",
        "the first half of a.json.gz",
        "a.json.gz",
    ),
)

SCHEMA = (
    Rule(
        "S001",
        "version",
        "schema",
        "`format` names a version that can be read.",
        '"format": "claims/2.0"',
        '"format": "claims/1.0"',
    ),
    Rule(
        "S002",
        "missing-field",
        "schema",
        "Required fields are there.",
        '{"id": "e1"}',
        '{"id": "e1", "name": "Lund", "type": "person"}',
    ),
    Rule(
        "S003",
        "unknown-field",
        "schema",
        "There are no fields that the format does not know.",
        '{"clames": []}',
        '{"claims": []}',
    ),
    Rule(
        "S004",
        "wrong-type",
        "schema",
        "Values have the JSON type of their field.",
        '"paragraph": "3"',
        '"paragraph": 3',
    ),
    Rule(
        "S005",
        "not-in-list",
        "schema",
        "Values of closed lists are of the list.",
        '"tense": "passed"',
        '"tense": "past"',
    ),
    Rule(
        "S006",
        "malformed",
        "schema",
        "Ids, digests, dates, tags and URIs are well-formed.",
        '"id": "3rd"',
        '"id": "c3"',
    ),
    Rule(
        "S007",
        "out-of-bounds",
        "schema",
        "Numbers, lists and strings keep their bounds.",
        '"confidence": 1.2',
        '"confidence": 0.9',
    ),
    Rule(
        "S008",
        "combination",
        "schema",
        "Fields that need each other stand together.",
        '{"stance": "supports"}',
        '{"stance": "supports", "url": "https://example.org"}',
    ),
    Rule(
        "S009",
        "not-an-integer",
        "schema",
        "Counts are written without fraction or exponent.",
        '"span": [0.0, 5]',
        '"span": [0, 5]',
    ),
    Rule(
        "S010",
        "not-json-data",
        "schema",
        "Everything is data that JSON can hold.",
        '"confidence": NaN, in a Python dict',
        '"confidence": 0.9',
    ),
)


def _advised(rule: Rule) -> Rule:
    why, remedy = ADVICE[rule.code]
    return attrs.evolve(rule, why=why, remedy=remedy, is_fatal=rule.code in FATAL)


_TABLE = (
    *SYNTAX,
    *SCHEMA,
    *offsets.RULES,
    *references.RULES,
    *attribution.RULES,
    *times.RULES,
    *wording.RULES,
    *coverage.RULES,
    *verdicts.RULES,
    *corpus.RULES,
)
#: Where one of these is broken, nothing more of the file or record can be read.
FATAL = frozenset({"X001", "X002", "X004", "X009", "X010", "X011", "X012", "S001", "S010"})

RULES: tuple[Rule, ...] = tuple(map(_advised, _TABLE))

#: Code → rule.
BY_CODE = MappingProxyType({rule.code: rule for rule in RULES})

_CHECKS = {rule.code: rule.check for rule in RULES if rule.check is not None}

#: What compares the text with its stated digest and length: meaningful for a changed text too.
ABOUT_TEXT = frozenset({"O101", "O102", "O112"})


def problems(ctx: Context) -> Iterator[Problem]:
    """Run every semantic rule; rules that need the text are passed over where it is missing.

    A changed text, or another unit of counting, moves everything in it, so only that is reported, not what follows.
    """
    if ctx.given_text is None:
        passed_over = {rule.code for rule in RULES if rule.needs_text}
    elif offsets.text_changed(ctx) or offsets.other_unit(ctx):
        passed_over = {rule.code for rule in RULES if rule.needs_text} - ABOUT_TEXT | offsets.MOVED
    else:
        passed_over = set()
    if ctx.sound and not ctx.sound.is_whole:
        passed_over |= {rule.code for rule in RULES if rule.needs_all}
    if ctx.sound and ctx.sound.is_torn:
        passed_over |= {"R202"}
    for code, check in _CHECKS.items():
        if code not in passed_over:
            for found in check(ctx):
                yield Problem(code, found.message, found.pointer, found.span, found.hint)
