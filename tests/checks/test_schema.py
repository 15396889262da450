"""The JSON Schema is sound, says what the codec does, and its findings are understandable."""

from __future__ import annotations

import copy
import json
import types
import typing
import warnings
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

import attrs
import jsonschema_rs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from sample_document import good

from claims import model
from claims.checks import validate
from claims.checks.schema import load_schema, schema_problems
from claims.codec import from_dict, to_dict
from claims.errors import FormatError, MissingDependencyError
from claims.schema_files import CLAIMS_SCHEMA, schema_path, schema_text
from claims.text import Extent, Span

SCHEMA = load_schema()
SLOW = Draft202012Validator(SCHEMA)
FAST = jsonschema_rs.Draft202012Validator(SCHEMA)

#: Model class → definition of the schema.
DEFINITIONS = {
    model.Document: SCHEMA,
    model.Source: "source",
    model.Model: "model",
    model.Annotator: "annotator",
    model.Sentence: "sentence",
    model.Entity: "entity",
    model.Time: "time",
    model.Mention: "mention",
    model.Predicate: "predicate",
    model.Argument: "argument",
    model.What: "what",
    model.When: "when",
    model.Edit: "edit",
    model.Unresolved: "unresolved",
    model.Relation: "relation",
    model.Claim: "claim",
    model.VoiceSource: "voice_source",
    model.Cue: "cue",
    model.Content: "content",
    model.Attribution: "attribution",
    model.Quotation: "quotation",
    model.Evidence: "evidence",
    model.Verdict: "verdict",
    model.ScaleRating: "scale_rating",
    model.Scale: "scale",
    model.Waiver: "waiver",
}


def definition(kind: type) -> dict[str, Any]:
    """Return the part of the schema that describes a class of the model."""
    name = DEFINITIONS[kind]
    return name if isinstance(name, dict) else SCHEMA["$defs"][name]


def fields() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every field of every object of the schema."""
    for kind in DEFINITIONS:
        for name, field in definition(kind)["properties"].items():
            yield f"{kind.__name__}.{name}", field


FIELDS = dict(fields())


def resolved(field: dict[str, Any]) -> dict[str, Any]:
    """Return a field with what it refers to."""
    name = field.get("$ref", "").removeprefix("#/$defs/")
    return {**SCHEMA["$defs"][name], **field} if name else field


def accepts(field: dict[str, Any], value: Any) -> bool:
    """Tell whether a part of the schema accepts a value."""
    return bool(SLOW.evolve(schema={"$defs": SCHEMA["$defs"], **field}).is_valid(value))


def test_schema_is_valid_itself() -> None:
    """The schema is draft 2020-12 and has a stable id."""
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["$id"] == "urn:claims:schema:1.0"
    assert json.loads(schema_text(CLAIMS_SCHEMA)) == SCHEMA


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_is_described(name: str) -> None:
    """Every field has a description of its own and examples that it accepts."""
    field = FIELDS[name]
    assert field["description"].strip().endswith(".")
    assert field["examples"]
    assert all(accepts(field, example) for example in field["examples"])


@pytest.mark.parametrize("name", SCHEMA["$defs"])
def test_every_definition_is_described_and_used(name: str) -> None:
    """Every definition has a description, and something refers to it."""
    assert SCHEMA["$defs"][name]["description"]
    assert f'"#/$defs/{name}"' in json.dumps(SCHEMA)


@pytest.mark.parametrize("kind", DEFINITIONS, ids=lambda kind: kind.__name__)
def test_fields_are_the_models(kind: Any) -> None:
    """The fields are the model's; required is what the model has no default for; others are refused."""
    part = definition(kind)
    assert set(part["properties"]) == {field.name for field in attrs.fields(kind)}
    required = {field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING}
    if kind is model.Document:
        required |= {"format"}
    assert set(part["required"]) == required
    assert part["additionalProperties"] is False


def test_no_class_is_left_out() -> None:
    """Every class that a claim file holds has its definition; certainty is a mapping, not an object."""
    classes = {kind for kind in vars(model).values() if attrs.has(kind)}
    assert classes - set(DEFINITIONS) == {Span, Extent, model.Certainty, model.Problem}


def hints() -> Iterator[tuple[str, Any, dict[str, Any]]]:
    """Yield every field with its type in the model and its part of the schema."""
    for kind in DEFINITIONS:
        types_of = typing.get_type_hints(kind)
        for field in attrs.fields(kind):
            yield f"{kind.__name__}.{field.name}", types_of[field.name], definition(kind)["properties"][field.name]


@pytest.mark.parametrize(
    ("name", "hint", "field"), list(hints()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_types_are_the_models(name: str, hint: Any, field: dict[str, Any]) -> None:
    """Null is allowed where the model allows None, and closed lists are the model's."""
    options = get_args(hint) if get_origin(hint) in (types.UnionType, typing.Union) else (hint,)
    assert accepts(field, None) == (type(None) in options)
    literal = next((option for option in options if get_origin(option) is Literal), None)
    if literal is not None:
        assert set(resolved(field)["enum"]) - {None} == set(get_args(literal))
    kinds = {str: "string", int: "integer", bool: "boolean", float: "number"}
    plain = next((kinds[option] for option in options if option in kinds), None)
    if plain and "enum" not in field and "const" not in field:
        declared = resolved(field)["type"]
        assert plain in ([declared] if isinstance(declared, str) else declared)


def test_factuality_is_the_models() -> None:
    """Values of certainty are the model's."""
    assert set(SCHEMA["$defs"]["factuality"]["enum"]) == set(get_args(model.Factuality))


def test_modifiers_are_timeml() -> None:
    """TIMEX3 modifiers are those that the time values know."""
    from claims.times.values import MODS

    assert set(FIELDS["Time.mod"]["enum"]) == {*MODS, None}


def test_codec_output_is_valid() -> None:
    """What the codec writes, the schema accepts, and reading it gives the same document."""
    document = from_dict(good())
    data = json.loads(json.dumps(to_dict(document)))
    assert SLOW.is_valid(data)
    assert from_dict(data) == document


def test_smallest_document_is_valid() -> None:
    """A document with nothing but its source is a claim file."""
    data = to_dict(model.Document(model.Source("a", "0" * 64, 0, "en")))
    assert SLOW.is_valid(data)


def test_later_minor_version_may_have_more() -> None:
    """A file of version 1.N may hold fields that 1.0 does not know, at any depth; known ones still count."""
    data = good() | {"format": "claims/1.7", "weather": "fine"}
    data["claims"][0]["what"]["mood"] = "indicative"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert validate(data) == ()
        data["claims"][0]["tense"] = "passed"
        assert [problem.code for problem in validate(data)] == ["S005"]


@pytest.mark.parametrize("value", [None, [], "x", 3])
def test_what_is_no_object_is_no_claim_file(value: Any) -> None:
    """JSON that is no object is a finding, not a crash."""
    assert [problem.code for problem in validate(value)] == ["S001"]


def test_lookup_names_what_is_missing() -> None:
    """The schema files lie in one place; an unknown one is named."""
    assert schema_path(CLAIMS_SCHEMA).is_absolute()
    with pytest.raises(MissingDependencyError, match=r"nothing\.json"):
        schema_path("nothing.json")


# -- mutants


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every value inside."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield (*path, key)
        yield from places(item, (*path, key))


GOOD = good()
PLACES = list(places(GOOD))
NUMBERS = [0, -1, 1.0, 0.5, 3, 10**6, 10**18, 10**30, float("nan"), float("inf"), None, True]
STRINGS = ["", "x", "c1", "a1", "e1", "s1", "author", "2020-02-30", "x\n", "é\u0301", "\ud800", "😀"]
SHAPES = [[], [[]], [[0, 5]], [[5, 0]], [[3, 3]], [[0.0, 5]], [[9, 12], [4, 6]], [0, 5], [5, 1], {}, {"a": 1}]
JUNK = st.sampled_from([*NUMBERS, *STRINGS, *SHAPES])


@st.composite
def mutants(draw: st.DrawFn) -> dict[str, Any]:
    """Return the good document with one to three values replaced, taken out, moved or doubled."""
    data = copy.deepcopy(GOOD)
    for _ in range(draw(st.integers(1, 3))):
        *parents, last = draw(st.sampled_from(PLACES))
        target: Any = data
        for part in parents:
            if not isinstance(target, dict | list) or (isinstance(target, list) and part >= len(target)):
                break
            target = target[part] if isinstance(target, list) else target.get(part)
        if isinstance(target, list) and isinstance(last, int) and last < len(target):
            change = draw(st.sampled_from(["put", "drop", "double", "turn"]))
            if change == "put":
                target[last] = draw(JUNK)
            elif change == "drop":
                del target[last]
            elif change == "double":
                target.append(copy.deepcopy(target[last]))
            else:
                target.reverse()
        elif isinstance(target, dict) and last in target:
            change = draw(st.sampled_from(["put", "drop", "add"]))
            if change == "put":
                target[last] = draw(JUNK)
            elif change == "drop":
                del target[last]
            else:
                target[draw(st.sampled_from(["note", "id", "spans", "by", "span"]))] = draw(JUNK)
    return data


@given(mutants())
@settings(max_examples=100, deadline=None)
def test_mutants_never_crash(data: dict[str, Any]) -> None:
    """Whatever a file holds is answered with findings, the same on every run, each with a known code."""
    found = validate(data)
    assert found == validate(copy.deepcopy(data))
    assert all(problem.code and problem.message and problem.pointer[:1] in ("", "/") for problem in found)
    assert all((problem.message + (problem.hint or "")).isprintable() for problem in found)


@given(mutants())
@settings(max_examples=100, deadline=None)
def test_both_engines_agree(data: dict[str, Any]) -> None:
    """`jsonschema` defines what is valid; what the faster engine calls valid is."""
    assume(json_holds(data))
    valid = SLOW.is_valid(data)
    assert valid == quickly(data)
    assert valid == (data.get("format") == "claims/1.0" and schema_problems(data) == ())


@given(mutants())
@settings(max_examples=60, deadline=None)
def test_findings_are_those_of_jsonschema(data: dict[str, Any]) -> None:
    """Looking only at what the faster engine refuses loses no finding."""
    if data.get("format") == "claims/1.0" and json_holds(data):
        wrong = {tuple(error.absolute_path)[:2] for error in SLOW.iter_errors(data)}
        found = {tuple(problem.pointer.split("/")[1:3]) for problem in schema_problems(data)}
        assert {tuple(map(str, path)) for path in wrong} <= found | {path[:1] for path in found} | {()}
        assert bool(wrong) == bool(found)


@given(mutants())
@settings(max_examples=100, deadline=None)
def test_what_passes_is_readable(data: dict[str, Any]) -> None:
    """A file without findings is one that the codec reads; what the codec reads, the schema can explain."""
    if validate(data) == ():
        from_dict(data)
    try:
        from_dict(data)
    except (FormatError, RecursionError):
        assert validate(data) != ()


def json_holds(value: Any) -> bool:
    """Tell whether JSON has a form for the value: no NaN, no infinity, no half of a character."""
    try:
        json.dumps(value, allow_nan=False, ensure_ascii=False).encode("utf-8")
    except ValueError:
        return False
    return True


def quickly(data: Any) -> bool:
    """Ask the faster engine; data that it cannot take are not valid."""
    try:
        return FAST.is_valid(data)
    except (ValueError, TypeError):
        return False


def test_unknown_values_are_explained_by_the_branch_meant() -> None:
    """A choice between an object and null is explained by what is wrong with the object."""
    data = good()
    del data["attributions"][0]["cue"]["lemma"]
    data["verdicts"][0]["evidence"][0]["quote"] = {"exact": 3}
    found = schema_problems(data)
    assert [(problem.code, problem.pointer) for problem in found] == [
        ("S002", "/attributions/0/cue"),
        ("S004", "/verdicts/0/evidence/0/quote/exact"),
    ]


def test_pointers_are_escaped() -> None:
    """Field names with / and ~ stand escaped in a pointer (RFC 6901)."""
    assert schema_problems(good() | {"a/b~c": 1})[0].pointer == "/a~1b~0c"


def test_schema_findings_follow_the_file() -> None:
    """Findings come in the order of the path, lists by index: 10 after 9."""
    data = good()
    for index in (8, 0, 3):
        data["claims"][index]["tense"] = "x"
    data["claims"] += copy.deepcopy(data["claims"][8:]) * 3
    pointers = [problem.pointer for problem in validate(data) if problem.code == "S005"]
    assert pointers == [f"/claims/{index}/tense" for index in (0, 3, 8, 9, 10, 11)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\u2028", "\x85"])
def test_both_engines_agree_where_a_string_ends(end: str) -> None:
    """No pattern of either engine passes over a line end behind the last character, in any field with a pattern."""
    data = good()
    assert quickly(data)
    shapes = {tuple(part for part in path if isinstance(part, str)): path for path in places(data)}
    tried = 0
    for path in shapes.values():
        *parents, last = path
        target: Any = data
        for part in parents:
            target = target[part]
        value = target[last]
        if isinstance(value, str):
            target[last] = value + end
            assert quickly(data) == SLOW.is_valid(data), path
            target[last] = value
            tried += 1
    assert tried > 50
