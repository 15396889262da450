"""The table of rules: every finding that `claims validate` can report has its row here.

Each family's rows stand at the end of its module, below the functions. Codes are stable. A rule
without a function is checked by the reader of JSON (family syntax) or by `jsonschema` (family schema).
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from claims.checks import attribution, coverage, offsets, references, times, verdicts, wording
from claims.checks.context import Context, Rule
from claims.model import Problem

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

RULES: tuple[Rule, ...] = (
    *SYNTAX,
    *SCHEMA,
    *offsets.RULES,
    *references.RULES,
    *attribution.RULES,
    *times.RULES,
    *wording.RULES,
    *coverage.RULES,
    *verdicts.RULES,
)

#: Code → rule.
BY_CODE = MappingProxyType({rule.code: rule for rule in RULES})

#: What compares the text with its stated digest and length: meaningful for a changed text too.
ABOUT_TEXT = frozenset({"O101", "O102"})


def problems(ctx: Context) -> Iterator[Problem]:
    """Run every semantic rule; rules that need the text are passed over where it is missing.

    A changed text moves everything in it, so only the change is reported, not what follows from it.
    """
    changed = ctx.given_text is not None and offsets.text_changed(ctx)
    for rule in RULES:
        wants_text = rule.needs_text and (ctx.given_text is None or (changed and rule.code not in ABOUT_TEXT))
        if rule.check is None or wants_text:
            continue
        for found in rule.check(ctx):
            yield Problem(rule.code, found.message, found.pointer, found.span, found.hint)
