"""What JSON Schema finds, as problems that say which value is wrong and what it should be.

`jsonschema` defines what is valid and gives the findings. Because it takes some 100 ms for an article,
`jsonschema_rs` is asked first, of the document and then of each sentence, claim and so on: what it calls
valid needs no findings (tests hold the two against each other). Where only the faster one refuses, that
is a finding too: the stricter wins.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from claims.checks.pointers import escape
from claims.json_input import shown
from claims.problems import Problem
from claims.schema_files import CLAIMS_SCHEMA, FORMAT, schema_text

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
    "not": "S008",
}
BOUND = "S007"

_Path = tuple[str | int, ...]

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


def is_valid(data: Mapping[str, Any]) -> bool:
    """Tell whether the faster engine accepts `data`, whose version is known to be 1.x."""
    return _quickly_valid(data, data["format"] != FORMAT)


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


#: The end of a pattern, where "$" would also match before a final line feed in Python, but never does in Rust.
_END = r"(?![\\s\\S])"


@cache
def load_schema(later: bool = False, *, for_rust: bool = False) -> dict[str, Any]:
    """Return the schema; `later` opens it for the fields of a later minor version.

    `for_rust` writes the ends of patterns so that the engine that never looks back, a quarter quicker, can do it.
    """
    text = schema_text(CLAIMS_SCHEMA)
    schema: dict[str, Any] = json.loads(text.replace(_END, "$") if for_rust else text)
    if later:
        schema["properties"]["format"] = {"type": "string"}
        for part in (schema, *schema["$defs"].values()):
            if part.get("additionalProperties") is False:
                del part["additionalProperties"]
    return schema


@cache
def _parts() -> dict[str, str]:
    """Return the fields of a claim file that are lists, with the definition of their items."""
    fields = load_schema()["properties"].items()
    return {name: field["items"]["$ref"] for name, field in fields if "items" in field}


def _schema_of(reference: str, later: bool, for_rust: bool) -> dict[str, Any]:
    schema = load_schema(later, for_rust=for_rust)
    return {"$ref": reference, "$defs": schema["$defs"]} if reference else schema


@cache
def _fast(reference: str, later: bool) -> Any:
    import jsonschema_rs

    options = jsonschema_rs.RegexOptions()
    return jsonschema_rs.Draft202012Validator(_schema_of(reference, later, True), pattern_options=options)


@cache
def _slow(reference: str, later: bool) -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(_schema_of(reference, later, False))


def _quickly_valid(data: Any, later: bool, reference: str = "") -> bool:
    try:
        return bool(_fast(reference, later).is_valid(data))
    except (ValueError, TypeError, OverflowError, RecursionError):
        # Not data that JSON can hold: `jsonschema` says where.
        return False


def _findings(data: Mapping[str, Any], later: bool) -> Iterator[Problem]:
    """Ask `jsonschema` about the document without its lists, and about the items that are not valid."""
    lists = {name: data[name] for name in _parts() if isinstance(data.get(name), list)}
    rest = {name: [] if name in lists else value for name, value in data.items()}
    errors: list[tuple[_Path, ValidationError]] = [((), error) for error in _slow("", later).iter_errors(rest)]
    for name, items in lists.items():
        for index, item in enumerate(items):
            if not _quickly_valid(item, later, _parts()[name]):
                errors += [((name, index), error) for error in _slow(_parts()[name], later).iter_errors(item)]
    for before, error in sorted(errors, key=_order):
        yield from _problems(error, before)


def _order(found: tuple[_Path, ValidationError]) -> tuple[Any, ...]:
    """Sort by path: lists by index, members by name."""
    before, error = found
    path = tuple((0, part, "") if isinstance(part, int) else (1, 0, part) for part in (*before, *error.absolute_path))
    return path, CODES.get(str(error.validator), BOUND), str(error.validator)


def _problems(error: ValidationError, before: _Path) -> Iterator[Problem]:
    """Turn one error into problems: one for each unknown field, the branch meant of a choice."""
    keyword = str(error.validator)
    pointer = "".join(f"/{escape(str(part))}" for part in (*before, *error.absolute_path))
    code = CODES.get(keyword, BOUND)
    if keyword == "anyOf" and (branch := _meant(error)):
        for cause in branch:
            yield from _problems(cause, before)
    elif keyword == "anyOf" and (kinds := _kinds(error)):
        yield Problem(
            CODES["type"], f"{shown(error.instance)} is not {' or '.join(kinds)}", pointer, hint=_about(error)
        )
    elif keyword == "type" and "then" in error.absolute_schema_path:
        yield Problem(
            CODES["not"], f"{shown(error.instance)} has no place in this operation", pointer, hint="take it out"
        )
    elif keyword == "additionalProperties":
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


def _kinds(error: ValidationError) -> list[str]:
    """Return the kinds of value that the branches ask for, where the value is of none of them."""
    causes = [cause for cause in error.context or () if cause.validator == "type" and not cause.path]
    return [_TYPES[str(cause.validator_value)] for cause in causes]


def _unknown_fields(error: Any, pointer: str, code: str) -> Iterator[Problem]:
    known = list(error.schema["properties"])
    for name in error.instance:
        if name not in known:
            close = _close(str(name), [field for field in known if field not in error.instance])
            hint = f'is "{close[0]}" meant?' if close else f"known here: {', '.join(known)}"
            message = f"{shown(name)} is no field of {FORMAT}"
            yield Problem(code, message, f"{pointer}/{escape(str(name))}", hint=hint)


def _close(name: str, options: list[str]) -> list[str]:
    """Return the option meant; a name longer than any field is none that was misspelt."""
    from difflib import get_close_matches

    return get_close_matches(name, options, 1) if len(name) <= 40 else []


# What the library hands out is typed as "anything, or not set"; by now it is set.
def _explain(error: Any, keyword: str) -> tuple[str, str | None]:
    """Say what is wrong with the value and what it should be."""
    explain = _EXPLANATIONS.get(keyword)
    if explain:
        return explain(error)
    value, wanted = shown(error.instance), error.validator_value
    return _BOUNDS.get(keyword, "{value}: {keyword} does not hold").format(
        value=value, wanted=wanted, keyword=keyword
    ), _about(error)


def _about(error: Any) -> str | None:
    about: str | None = error.schema.get("description") if isinstance(error.schema, dict) else None
    return about


def _missing(error: Any) -> tuple[str, str | None]:
    name = next(iter(re.findall(r"'([^']*)'", error.message)), "")
    field = error.schema.get("properties", {}).get(name, {}) if isinstance(error.schema, dict) else {}
    return f'the field "{name}" is missing', field.get("description")


def _mistyped(error: Any) -> tuple[str, str | None]:
    wanted = error.validator_value
    kinds = [wanted] if isinstance(wanted, str) else wanted
    return f"{shown(error.instance)} is not {' or '.join(_TYPES[kind] for kind in kinds)}", _about(error)


def _unlisted(error: Any) -> tuple[str, str | None]:
    wanted = error.validator_value if error.validator == "enum" else [error.validator_value]
    options = [str(option) for option in wanted if option is not None]
    close = _close(error.instance, options) if isinstance(error.instance, str) else []
    hint = f'is "{close[0]}" meant?' if close else _about(error)
    return f"{shown(error.instance)} is none of {', '.join(options)}", hint


def _malformed(error: Any) -> tuple[str, str | None]:
    example = next(iter(error.schema.get("examples", ())), None)
    about = _about(error)
    hint = f"{about} Example: {shown(example, 80)}" if about else "an id: letters, digits, . _ -"
    return f"{shown(error.instance)} is malformed", hint


def _unchosen(error: Any) -> tuple[str, str | None]:
    names = [branch["required"][0] for branch in error.validator_value if "required" in branch]
    if names:
        return f"one of {', '.join(names)} is needed", _about(error)
    return f"{shown(error.instance)} fits no form that is allowed here", _about(error)


def _forbidden(error: Any) -> tuple[str, str | None]:
    return f"{shown(error.instance)} is not allowed here", _about(error) or "this field needs a value here"


_EXPLANATIONS: Mapping[str, Callable[[Any], tuple[str, str | None]]] = {
    "required": _missing,
    "dependentRequired": _missing,
    "type": _mistyped,
    "enum": _unlisted,
    "const": _unlisted,
    "pattern": _malformed,
    "anyOf": _unchosen,
    "not": _forbidden,
}

_BOUNDS = {
    "minimum": "{value} is below {wanted}",
    "maximum": "{value} is above {wanted}",
    "minItems": "{value} has fewer than {wanted} items",
    "maxItems": "{value} has more than {wanted} items",
    "minLength": "the string is empty",
    "uniqueItems": "{value} holds the same item twice",
}
