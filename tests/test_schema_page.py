"""docs/schema.md is the page that the schema gives, and nothing is missing from it."""

from __future__ import annotations

import json

from update_schema_page import PAGE, page

from claims.schema_files import CLAIMS_SCHEMA, schema_text

SCHEMA = json.loads(schema_text(CLAIMS_SCHEMA))
#: Keywords that the page puts into words; one that it does not know would be left out in silence.
SPOKEN = {
    *("$defs", "$id", "$ref", "$schema", "additionalProperties", "allOf", "anyOf", "const", "dependentRequired"),
    *("description", "enum", "examples", "if", "items", "maxItems", "maximum", "minItems", "minLength", "minimum"),
    *("not", "pattern", "properties", "propertyNames", "required", "then", "title", "type", "uniqueItems"),
}


def keywords(part: object) -> set[str]:
    """Return the keywords of a schema, at every depth."""
    if isinstance(part, list):
        return {word for item in part for word in keywords(item)}
    if not isinstance(part, dict):
        return set()
    below = {
        word
        for keyword, value in part.items()
        if keyword not in ("examples", "dependentRequired")
        for item in (value.values() if keyword in ("properties", "$defs") else [value])
        for word in keywords(item)
    }
    return set(part) | below


def test_page_is_current() -> None:
    """The page in docs/ is the one that is made anew."""
    assert PAGE.read_text("utf-8") == page()


def test_page_leaves_nothing_out() -> None:
    """Every field and value stands on the page with its description and an example; no keyword goes unspoken."""
    lines = page().splitlines()
    for part in (SCHEMA, *SCHEMA["$defs"].values()):
        if "properties" in part:
            assert f"### {part['title']}" in lines
        for field in part.get("properties", {"": part}).values():
            cells = (field["description"], json.dumps(field["examples"][0], ensure_ascii=False))
            wanted = [cell.replace("|", "\\|") for cell in cells]
            assert any(all(cell in line for cell in wanted) for line in lines)
    assert keywords(SCHEMA) == SPOKEN
