"""Write docs/rules.md from the table of rules, and docs/format.md from the schema: run it when either has changed.

python scripts/update_rules_page.py
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from claims.checks.context import Rule
from claims.checks.rules import RULES
from claims.checks.schema import load_schema

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

_RULES_HEAD = """\
# Rules of `claims validate`

Made from the table in `claims/checks/` by `scripts/update_rules_page.py`; do not edit by hand. `claims rule CODE` shows
one of them. A code is stable: it never changes its meaning.

- *text*: compares with the source text and is passed over where it is not at hand. Where the text is another than the
  one annotated (O101, O102), or the offsets count another unit (O112), the others are passed over too, because
  everything has moved. After ranges that are out of order (O104, O105), they go on with the ranges most likely meant.
- *all*: is passed over where the schema refuses a row, which may hold what the rule looks for.
- *warning*: does not make the exit code 1. *off*: runs only where it is selected. *fixed*: cannot be ignored.
"""

_FORMAT_HEAD = """\
# Fields of a claim file

Made from `schemas/claims-1.0.schema.json` by `scripts/update_rules_page.py`; do not edit by hand. Offsets are Unicode
code points into the unmodified text, half-open, from 0. A field in bold is required. "or null" means that null says the
same as leaving the field out, unless the field is required. Fields that are not listed are refused in version 1.0; a
reader passes over them in a later 1.N.
"""


def main() -> None:
    """Write the pages."""
    for name, page in (("rules.md", rules_page()), ("format.md", format_page())):
        (DOCS / name).write_text(page, "utf-8")


def rules_page() -> str:
    """Return docs/rules.md."""
    parts = [_RULES_HEAD]
    for family, rules in groupby(RULES, key=lambda rule: rule.family):
        parts.append(f"## {FAMILIES[family]}\n")
        for rule in rules:
            parts += _section(rule)
    return "\n".join(parts)


def format_page() -> str:
    """Return docs/format.md."""
    schema = load_schema()
    parts = [_FORMAT_HEAD, *_object(schema)]
    for part in schema["$defs"].values():
        if "properties" in part:
            parts += _object(part)
    parts.append("## Values\n")
    for name, part in schema["$defs"].items():
        if "properties" not in part:
            parts.append(f"- `{name}`: {part['description']} Example: {_json(part['examples'][0])}")
    return "\n".join(parts) + "\n"


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


def _object(part: dict[str, Any]) -> Iterator[str]:
    yield f"## {part['title']}\n"
    yield f"{part['description']}\n"
    yield "Field | Holds | Type | Example"
    yield "---|---|---|---"
    for name, field in part["properties"].items():
        label = f"**{name}**" if name in part["required"] else name
        cells = (label, field["description"], _type(field), _json(field["examples"][0]))
        yield " | ".join(cell.replace("|", "\\|") for cell in cells)
    yield ""


def _type(field: dict[str, Any]) -> str:
    if "$ref" in field:
        return str(field["$ref"]).rpartition("/")[2].replace("_or_null", " or null").replace("_", " ")
    if "anyOf" in field:
        return " or ".join(_type(branch) for branch in field["anyOf"])
    if "enum" in field:
        return ", ".join("null" if value is None else f"`{value}`" for value in field["enum"])
    if "const" in field:
        return f"`{field['const']}`"
    if field["type"] == "array":
        return f"list of {_type(field['items'])}"
    kinds = [field["type"]] if isinstance(field["type"], str) else field["type"]
    return " or ".join(kinds)


def _json(value: Any) -> str:
    return "`" + json.dumps(value, ensure_ascii=False) + "`"


if __name__ == "__main__":
    main()
