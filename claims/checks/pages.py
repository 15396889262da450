"""The reference pages, made from the table of rules and the schema; a test holds docs/ against them.

``python -c "from claims.checks.pages import write; write('docs')"`` writes them anew.
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

FAMILIES = {
    "syntax": "Syntax: is it JSON at all? Checked by the reader, which stops at the first fault of a file.",
    "schema": "Schema: fields, types, lists. Checked by `jsonschema`; the rules below run only where the schema holds.",
    "offsets": "Offsets: every place lies where it should, and has the words it says.",
    "references": "References: every id is unique, and every reference leads to the right kind of thing.",
    "attribution": "Attribution: who vouches for what.",
    "time": "Time: values are well-formed, agree with each other and with the words.",
    "wording": "Wording: the stand-alone text is made by logged edits and adds nothing.",
    "coverage": "Coverage: nothing is passed over in silence, nothing is said twice.",
    "verdicts": "Verdicts: ratings are known, and founded on evidence.",
}

_RULES_HEAD = """\
# Rules of `claims validate`

Made from the table in `claims/checks/`; do not edit by hand. A code is stable: it never changes its meaning. Rules
marked *text* compare with the source text and are passed over where it is not at hand. Where the text is another than
the one annotated (O101, O102), the other rules marked *text* are passed over too, because everything has moved. After
ranges that are out of order (O104, O105), the other rules go on with the ranges that were most likely meant.
"""

_FORMAT_HEAD = """\
# Fields of a claim file

Made from `schemas/claims-1.0.schema.json`; do not edit by hand. Offsets are Unicode code points into the unmodified
text, half-open, from 0. A field in bold is required. "or null" means that null says the same as leaving the field out,
unless the field is required. Fields that are not listed are refused in version 1.0; a reader passes over them in a
later 1.N.
"""


def write(folder: str) -> None:
    """Write the pages into `folder`."""
    for name, page in (("rules.md", rules_page()), ("format.md", format_page())):
        (Path(folder) / name).write_text(page, "utf-8")


def rules_page() -> str:
    """Return docs/rules.md."""
    parts = [_RULES_HEAD]
    for family, rules in groupby(RULES, key=lambda rule: rule.family):
        parts.append(f"## {FAMILIES[family]}\n")
        parts.append("Code | Name | What it asks for | Bad | Good")
        parts.append("---|---|---|---|---")
        parts += [_row(rule) for rule in rules]
        parts.append("")
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


def _row(rule: Rule) -> str:
    marks = "".join(
        f" *{mark}*" for mark, on in (("text", rule.needs_text), ("warning", rule.severity == "warning")) if on
    )
    cells = (rule.code + marks, rule.name, rule.summary, rule.bad, rule.good)
    return " | ".join(cell.replace("|", "\\|") for cell in cells)


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
