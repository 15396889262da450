"""Write docs/schema.md, the reference of the claim file's schema: run it when a schema or its log has changed.

python scripts/update_schema_page.py
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claims.errors import FormatError
from claims.model import FORMAT
from claims.schema_files import CLAIMS_SCHEMA, schema_text
from claims.versions import CURRENT, Version, known, upgrade

PAGE = Path(__file__).parent.parent / "docs/schema.md"

HEAD = """\
# The schema of the claim file

Made by `python scripts/update_schema_page.py` from `schemas/{file}`; do not edit by hand.

| | |
|---|---|
| version | `{format}` |
| `$id` | `{id}` |
| JSON Schema | {draft}, valid against its metaschema (tested) |
| printed by | `claims schema`; `claims schema --path` says where the file lies |
| changes | [schemas/CHANGELOG.md](../schemas/CHANGELOG.md), `claims schema changes` |

Any validator takes it; `claims validate` also checks what a schema cannot say ([rules.md](rules.md)):

```
claims schema > claim-file.schema.json
check-jsonschema --schemafile claim-file.schema.json article.json
```

## Versions

A change that makes a valid file invalid, or gives a field another meaning, raises the major version; a new optional
field or a new value of a list raises the minor version. This release reads {known} and writes {format}.

| `format` | what a reader does |
|---|---|
"""

FIELDS = """\
## Fields

Offsets are Unicode code points into the unmodified text, half-open, from 0. A field in bold is required. "or null"
means that null says the same as leaving the field out, unless the field is required. Fields that are not listed are
refused in version {name}; a reader passes over them in a later {major}.N. Every example is valid (tested).
"""


def page() -> str:
    """Return docs/schema.md."""
    schema = json.loads(schema_text(CLAIMS_SCHEMA))
    head = HEAD.format(
        file=CLAIMS_SCHEMA,
        format=FORMAT,
        id=schema["$id"],
        known=known(),
        draft=f"draft {schema['$schema'].split('/')[4]}",
    )
    parts = [head + "\n".join(_negotiated()) + "\n"]
    parts.append(FIELDS.format(name=str(CURRENT).partition("/")[2], major=CURRENT.major))
    parts += _object(schema, "#")
    for name, part in schema["$defs"].items():
        if "properties" in part:
            parts += _object(part, f"#/$defs/{name}")
    parts += _values(schema["$defs"])
    return "\n".join(parts) + "\n"


def _negotiated() -> Iterator[str]:
    """Yield a row for each kind of version, with what the reader really does."""
    later = Version(CURRENT.major, CURRENT.minor + 7)
    names = (str(CURRENT), str(later), str(Version(CURRENT.major + 1, 0)), str(Version(0, 9)), "something else")
    for name in names:
        try:
            upgrade({"format": name})
            said = "reads it" if name == str(CURRENT) else "reads it, warns, and passes over fields it does not know"
        except FormatError as error:
            said = f"refuses it: {error.message}"
        yield f"| `{name}` | {said} |"


def _object(part: dict[str, Any], pointer: str) -> Iterator[str]:
    yield f"### {part['title']}\n"
    yield f"{part['description']} (`{pointer}`)\n"
    yield "Field | Holds | Type | Example"
    yield "---|---|---|---"
    for name, field in part["properties"].items():
        label = f"**{name}**" if name in part["required"] else name
        kind = ", ".join([_type(field), *_bounds(field)])
        yield _row(label, field["description"], kind, _json(field["examples"][0]))
    yield ""
    conditions = list(_conditions(part))
    if conditions:
        yield "\n".join(f"- {line}" for line in conditions) + "\n"


def _values(definitions: dict[str, Any]) -> Iterator[str]:
    yield "## Values\n"
    yield "Name | Holds | Type | Example"
    yield "---|---|---|---"
    for name, part in definitions.items():
        if "properties" not in part:
            kind = ", ".join([_type(part), *_bounds(part)])
            yield _row(f"`{name}`", part["description"], kind, _json(part["examples"][0]))


def _type(field: dict[str, Any]) -> str:
    if "$ref" in field:
        return str(field["$ref"]).rpartition("/")[2].replace("_or_null", " or null").replace("_", " ")
    if "anyOf" in field:
        return " or ".join(_type(branch) for branch in field["anyOf"])
    if "enum" in field:
        return ", ".join("null" if value is None else f"`{value}`" for value in field["enum"])
    if "const" in field:
        return f"`{field['const']}`"
    kinds = [field["type"]] if isinstance(field["type"], str) else field["type"]
    words = [f"list of {_type(field['items'])}" if kind == "array" else kind for kind in kinds]
    return " or ".join(words)


def _bounds(field: dict[str, Any]) -> Iterator[str]:
    """Yield what a value has to keep to beside its type."""
    words = {
        "minimum": "at least {}",
        "maximum": "at most {}",
        "minItems": "{} items or more",
        "maxItems": "{} items or fewer",
        "minLength": "not empty",
        "uniqueItems": "each once",
    }
    yield from (said.format(field[keyword]) for keyword, said in words.items() if keyword in field)
    if "pattern" in field:
        # The pattern of URIs holds a backtick.
        yield f"pattern `` {field['pattern']} ``"
    if "propertyNames" in field:
        yield f"keys {', '.join(_bounds(field['propertyNames']))}"
    if isinstance(field.get("additionalProperties"), dict):
        yield f"values: {_type(field['additionalProperties'])}"


def _conditions(part: dict[str, Any]) -> Iterator[str]:
    """Yield what fields ask of one another."""
    for case in part.get("allOf", ()):
        ((name, wanted),) = case["if"]["properties"].items()
        fields = case["then"]["properties"]
        absent = [field for field, rule in fields.items() if rule == {"type": "null"}]
        yield f"`{name}` `{wanted['const']}`: with {_names(case['then']['required'])}, without {_names(absent)}"
    if "anyOf" in part:
        yield f"at least one of {_names([branch['required'][0] for branch in part['anyOf']])}"
    for name, needed in part.get("dependentRequired", {}).items():
        yield f"`{name}` only with {_names(needed)}"


def _names(fields: list[str]) -> str:
    return ", ".join(f"`{field}`" for field in fields)


def _row(*cells: str) -> str:
    return " | ".join(cell.replace("|", "\\|") for cell in cells)


def _json(value: Any) -> str:
    return "`" + json.dumps(value, ensure_ascii=False) + "`"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), "utf-8")


if __name__ == "__main__":
    main()
