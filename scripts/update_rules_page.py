"""Write docs/rules.md from the table of rules: run it when that has changed.

python scripts/update_rules_page.py
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from claims.checks.context import Rule
from claims.checks.rules import RULES

DOCS = Path(__file__).parent.parent / "docs"

FAMILIES = {
    "syntax": "Syntax: is it JSON at all? Checked by the reader, which steps over what it can.",
    "schema": "Schema: fields, types, lists. Checked by `jsonschema`; the rules below go on with what it accepts.",
    "offsets": "Offsets: every place lies where it should, and has the words it says.",
    "references": "References: every id is unique, and every reference leads to the right kind of thing.",
    "attribution": "Attribution: who vouches for what.",
    "time": "Time: values are well-formed, agree with each other and with the words.",
    "wording": "Wording: the stand-alone text is made by logged edits and adds nothing.",
    "coverage": "Coverage: nothing is passed over in silence, nothing is said twice.",
    "verdicts": "Verdicts: ratings are known, and founded on evidence.",
    "corpus": "Corpus: documents that are checked in one call fit together.",
}

_HEAD = """\
# Rules of `claims validate`

Made from the table in `claims/checks/` by `scripts/update_rules_page.py`; do not edit by hand. `claims rule CODE` shows
one of them. A code is stable: it never changes its meaning.

- *text*: compares with the source text and is passed over where it is not at hand. Where the text is another than the
  one annotated (O101, O102), or the offsets count another unit (O112), the others are passed over too, because
  everything has moved. After ranges that are out of order (O104, O105), they go on with the ranges most likely meant.
- *all*: is passed over where the schema refuses a row, which may hold what the rule looks for.
- *warning*: does not make the exit code 1. *off*: runs only where it is selected. *fixed*: cannot be ignored.
"""


def main() -> None:
    """Write the page."""
    (DOCS / "rules.md").write_text(rules_page(), "utf-8")


def rules_page() -> str:
    """Return docs/rules.md."""
    parts = [_HEAD]
    for family, rules in groupby(RULES, key=lambda rule: rule.family):
        parts.append(f"## {FAMILIES[family]}\n")
        for rule in rules:
            parts += _section(rule)
    return "\n".join(parts)


def _section(rule: Rule) -> Iterator[str]:
    marks = (
        ("text", rule.needs_text),
        ("all", rule.needs_all),
        ("warning", rule.severity == "warning"),
        ("off", rule.optional),
        ("fixed", rule.is_fatal),
    )
    listed = "".join(f" · *{mark}*" for mark, on in marks if on)
    yield f"### {rule.code} {rule.name}\n"
    yield f"{rule.summary}{listed}\n"
    yield f"{rule.why}\n"
    yield "Bad | Good"
    yield "---|---"
    yield " | ".join(f"`{cell}`".replace("|", "\\|") for cell in (rule.bad, rule.good))
    yield f"\nTo do: {rule.remedy}.\n"


if __name__ == "__main__":
    main()
