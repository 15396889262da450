"""`claims rule`: explain the rules of `claims validate`."""

from __future__ import annotations

from collections.abc import Iterator

from claims.checks import RULES, Rule, matching
from claims.cli.options.rule import Options


def run(options: Options) -> int:
    """Print one rule whole, or several as a list: code, name, severity, what it asks for, tab-separated."""
    rules = RULES if options.name is None else matching(options.name)
    if len(rules) == 1:
        print("\n".join(explanation(rules[0])))
    else:
        for rule in rules:
            print("\t".join((rule.code, rule.name, rule.severity if not rule.optional else "off", rule.summary)))
    return 0


def explanation(rule: Rule) -> Iterator[str]:
    """Yield the lines that explain a rule."""
    yield f"{rule.code} {rule.name} ({rule.family}, {rule.severity})"
    yield ""
    yield rule.summary
    yield rule.why
    yield ""
    yield f"bad:   {rule.bad}"
    yield f"good:  {rule.good}"
    yield f"to do: {rule.remedy}"
    yield from (f"note:  {note}" for note in _notes(rule))


def _notes(rule: Rule) -> Iterator[str]:
    if rule.needs_text:
        yield "needs the source text; without it, the rule is passed over"
    if rule.needs_all:
        yield "is passed over where the schema refuses a part of the document"
    if rule.optional:
        yield f"is off; --select {rule.code} turns it on"
    yield "cannot be ignored" if rule.is_fatal else f"--ignore {rule.code} turns it off"
