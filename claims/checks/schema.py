"""What JSON Schema finds, as problems that say which value is wrong and what it should be.

`jsonschema` defines what is valid and words the findings. Because it takes some 200 ms for an article,
`jsonschema_rs` is asked first: what both call valid needs no findings. Where only the faster one refuses,
that is a finding too, so the stricter wins.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any

from claims.checks.locate import escape
from claims.json_input import shown
from claims.model import FORMAT, Problem
from claims.schema_files import CLAIMS_SCHEMA, schema_text

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

#: jsonschema's keyword → code; what is not listed is a bound.
CODES = {
    "required": "S002",
    "dependentRequired": "S002",
    "additionalProperties": "S003",
    "type": "S004",
    "enum": "S005",
    "const": "S005",
    "pattern": "S006",
    "propertyNames": "S006",
    "anyOf": "S008",
    "oneOf": "S008",
    "not": "S008",
}
BOUND = "S007"

_TYPES = {
    "object": "an object",
    "array": "a list",
    "string": "a string",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "null",
}


def version_problem(data: Mapping[str, Any]) -> Problem | None:
    """Return what is wrong with ``format``, None for every 1.x."""
    name = data.get("format")
    match = re.fullmatch(r"claims/(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)", name) if isinstance(name, str) else None
    if match and match[1] == "1":
        return None
    hint = f'write "format": "{FORMAT}"'
    if match:
        message = f"{shown(name)} is another major version; this release reads claims/1.x"
        return Problem("S001", message, "/format", hint="use the release that knows this version, or migrate the file")
    if "format" not in data:
        return Problem("S001", 'no claim file: it has no "format"', "", hint=hint)
    return Problem("S001", f"{shown(name)} names no version of the claim format", "/format", hint=hint)


def schema_problems(data: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Return what the JSON Schema says against `data`, whose version is known to be 1.x.

    A file of a later minor version may hold fields that this release does not know.
    """
    later = data["format"] != FORMAT
    if _quickly_valid(data, later):
        return ()
    try:
        found = tuple(_findings(data, later))
    except RecursionError:
        return (Problem("S010", "nested too deeply to be a claim file"),)
    return found or (Problem("S010", "not JSON: a value is of a kind or size that JSON cannot hold"),)


@cache
def load_schema(later: bool = False) -> dict[str, Any]:
    """Return the schema; `later` opens it for the fields of a later minor version."""
    schema: dict[str, Any] = json.loads(schema_text(CLAIMS_SCHEMA))
    if later:
        schema["properties"]["format"] = {"type": "string"}
        for part in (schema, *schema["$defs"].values()):
            if part.get("additionalProperties") is False:
                del part["additionalProperties"]
    return schema


@cache
def _fast(later: bool) -> Any:
    import jsonschema_rs

    return jsonschema_rs.Draft202012Validator(load_schema(later))


@cache
def _slow(later: bool) -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(load_schema(later))


def _quickly_valid(data: Mapping[str, Any], later: bool) -> bool:
    try:
        return bool(_fast(later).is_valid(data))
    except (ValueError, TypeError, OverflowError, RecursionError):
        # Not data that JSON can hold: `jsonschema` says where.
        return False


def _findings(data: Mapping[str, Any], later: bool) -> Iterator[Problem]:
    errors = sorted(_slow(later).iter_errors(data), key=_order)
    for error in errors:
        yield from _problems(error)


def _order(error: ValidationError) -> tuple[Any, ...]:
    # Lists by index, members by name; a number is never compared with a name at the same depth,
    # except where data are badly broken, so both are made comparable.
    path = tuple((0, part, "") if isinstance(part, int) else (1, 0, part) for part in error.absolute_path)
    return path, CODES.get(str(error.validator), BOUND), str(error.validator)


def _problems(error: ValidationError) -> Iterator[Problem]:
    """Turn one error into problems: one for each unknown field, the branch meant of a choice."""
    keyword = str(error.validator)
    if keyword in ("anyOf", "oneOf") and (branch := _meant(error)):
        for cause in branch:
            yield from _problems(cause)
        return
    pointer = "".join(f"/{escape(str(part))}" for part in error.absolute_path)
    code = CODES.get(keyword, BOUND)
    if keyword == "additionalProperties":
        yield from _unknown_fields(error, pointer, code)
    else:
        message, hint = _explain(error, keyword)
        yield Problem(code, message, pointer, hint=hint)


def _meant(error: ValidationError) -> list[ValidationError] | None:
    """Return the errors of the one branch that accepts the value's type, None where that says nothing."""
    branches: dict[int, list[ValidationError]] = {}
    for cause in error.context or ():
        branches.setdefault(int(cause.schema_path[0]), []).append(cause)
    fitting = [causes for causes in branches.values() if not any(c.validator == "type" and not c.path for c in causes)]
    return fitting[0] if len(fitting) == 1 else None


def _unknown_fields(error: ValidationError, pointer: str, code: str) -> Iterator[Problem]:
    known = list(error.schema["properties"])
    for name in error.instance:
        if name not in known:
            close = get_close_matches(str(name), [k for k in known if k not in error.instance], 1)
            hint = f'is "{close[0]}" meant?' if close else f"known here: {', '.join(known)}"
            message = f"{shown(name)} is no field of {FORMAT}"
            yield Problem(code, message, f"{pointer}/{escape(str(name))}", hint=hint)


def _explain(error: ValidationError, keyword: str) -> tuple[str, str | None]:
    """Say what is wrong with the value and what it should be."""
    value, wanted = shown(error.instance), error.validator_value
    about = error.schema.get("description") if isinstance(error.schema, dict) else None
    if keyword in ("required", "dependentRequired"):
        name = next(iter(re.findall(r"'([^']*)'", error.message)), "")
        return f'the field "{name}" is missing', _about_field(error.schema, name)
    if keyword == "type":
        kinds = [wanted] if isinstance(wanted, str) else wanted
        return f"{value} is not {' or '.join(_TYPES[kind] for kind in kinds)}", about
    if keyword in ("enum", "const"):
        options = [str(option) for option in (wanted if keyword == "enum" else [wanted]) if option is not None]
        close = get_close_matches(str(error.instance), options, 1)
        return f"{value} is none of {', '.join(options)}", f'is "{close[0]}" meant?' if close else about
    if keyword == "pattern":
        example = next(iter(error.schema.get("examples", ())), None)
        hint = f"{about} Example: {shown(example, 80)}" if about else "an id is wanted: letters, digits, . _ -"
        return f"{value} is malformed", hint
    if keyword == "anyOf":
        names = [branch["required"][0] for branch in wanted if "required" in branch]
        return f"one of {', '.join(names)} is needed" if names else f"{value} fits no form that is allowed here", about
    if keyword == "not":
        return f"{value} is not allowed here", "the operation needs this field"
    bounds = {
        "minimum": f"{value} is below {wanted}",
        "maximum": f"{value} is above {wanted}",
        "minItems": f"{value} has fewer than {wanted} items",
        "maxItems": f"{value} has more than {wanted} items",
        "minLength": "the string is empty",
        "uniqueItems": f"{value} holds the same item twice",
    }
    return bounds.get(keyword, f"{value}: {keyword} does not hold"), about


def _about_field(schema: Any, name: str) -> str | None:
    field = schema.get("properties", {}).get(name, {}) if isinstance(schema, dict) else {}
    about: str | None = field.get("description")
    return about
