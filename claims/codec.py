"""Turn the model into plain data (dict, list, str, int) and back.

Field order is the model's, so equal documents give equal bytes. Ranges are ``[start, end]``,
extents lists of ranges, certainties one mapping from holder to value.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

import attrs

from claims import model
from claims.errors import FormatError, SpanError
from claims.text import Extent, Span
from claims.versions import upgrade

if TYPE_CHECKING:
    # Loaded when something is converted: `claims validate` starts without it.
    import cattrs

Built = TypeVar("Built")


def to_dict(document: model.Document) -> dict[str, Any]:
    """Return the document as the plain data of a claim file.

    >>> from claims.model import Document, Source
    >>> to_dict(Document(Source("a", "0" * 64, 0, "en")))["format"]
    'claims/1.0'
    """
    data = _converter().unstructure(document)
    # "format" leads the file; in the model it stands last because it has a default.
    return {"format": data.pop("format"), **data}


def from_dict(data: dict[str, Any]) -> model.Document:
    """Build a document from the plain data of a claim file.

    An older version is brought up to the current one first (`claims.versions`). Raises `FormatError` with the place
    where the data does not fit the model. What fits can still be wrong: see `claims.checks`.

    >>> source = {"id": "a", "sha256": "0" * 64, "length": 0, "language": "en"}
    >>> from_dict({"format": "claims/1.0", "source": source}).source.id
    'a'
    """
    data = upgrade(data)
    minor = data["format"] != model.FORMAT
    if minor:
        warnings.warn(f"{data['format']} is newer than {model.FORMAT}: unknown fields are left out", stacklevel=2)
    try:
        return _converter(lenient=minor).structure(data, model.Document)
    except _refusals() as error:
        place, message = _first_complaint(error)
        raise FormatError(f"{message}; `claims validate` lists everything", None, place) from error


def evidence_of(data: Any, path: str | None = None, place: str | None = None) -> model.Evidence:
    """Build evidence from its plain data, or raise `FormatError` with the place.

    >>> evidence_of({"stance": "supports", "url": "https://example.org"}).stance
    'supports'
    """
    return _built(data, model.Evidence, path, place)


def scale_of(data: Any, path: str | None = None) -> model.Scale:
    """Build a rating scale from its plain data, or raise `FormatError` with the place.

    >>> scale_of({"id": "house", "name": "Ours", "ratings": [{"value": "Hm", "means": "conflicting"}]}).ratings[0].value
    'Hm'
    """
    return _built(data, model.Scale, path)


def _built(data: Any, kind: type[Built], path: str | None, place: str | None = None) -> Built:
    try:
        return _converter().structure(data, kind)
    except _refusals() as error:
        where, message = _first_complaint(error)
        raise FormatError(message, path, f"{place or ''}{where}".rstrip("/") or None) from error


@cache
def _refusals() -> tuple[type[Exception], ...]:
    """Return what the converter raises for data that do not fit."""
    from cattrs import BaseValidationError

    return BaseValidationError, ValueError, TypeError, KeyError


def evidence_data(evidence: model.Evidence) -> dict[str, Any]:
    """Return evidence as plain data.

    >>> evidence_data(model.Evidence("supports", "https://example.org"))
    {'stance': 'supports', 'url': 'https://example.org'}
    """
    data: dict[str, Any] = _converter().unstructure(evidence)
    return data


def _first_complaint(error: BaseException) -> tuple[str, str]:
    from cattrs import BaseValidationError, transform_error

    if isinstance(error, BaseValidationError):
        complaint = transform_error(error)[0]
        message, _, path = complaint.rpartition(" @ ")
        pointer = path.removeprefix("$").replace(".", "/").replace("[", "/").replace("]", "")
        return pointer or "/", message
    return "/", str(error)


@cache
def _converter(lenient: bool = False) -> cattrs.Converter:
    """Build the converter; `lenient` passes over fields of a later minor version."""
    from cattrs import Converter

    converter = Converter(forbid_extra_keys=not lenient)
    for kind in (int, str, float, bool):
        converter.register_structure_hook(kind, _strict)
    converter.register_unstructure_hook(Span, lambda span: [span.start, span.end])
    converter.register_structure_hook(Span, _span)
    converter.register_unstructure_hook(Extent, lambda extent: [[s.start, s.end] for s in extent.spans])
    converter.register_structure_hook(Extent, lambda data, _: Extent(tuple(_span(r) for r in _list(data))))
    certainties = tuple[model.Certainty, ...]
    converter.register_unstructure_hook_func(
        lambda kind: kind == certainties, lambda cs: {c.holder: c.value for c in cs}
    )
    converter.register_structure_hook_func(lambda kind: kind == certainties, _certainties)
    converter.register_unstructure_hook_factory(_is_rows, lambda kind: _rows_out(converter, kind))
    for name in dir(model):
        kind = getattr(model, name)
        if attrs.has(kind) and kind not in (Span, Extent):
            _register(converter, kind)
    return converter


def _is_rows(kind: Any) -> bool:
    """Tell whether a type is a tuple of values of the model, as long as may be."""
    row, *end = get_args(kind) if get_origin(kind) is tuple else (None,)
    return end == [...] and attrs.has(row) and row is not model.Certainty


def _rows_out(converter: cattrs.Converter, kind: Any) -> Callable[[Iterable[Any]], list[Any]]:
    """Return what makes plain data of such a tuple, looking for the way to do it once."""
    plain = converter.get_unstructure_hook(get_args(kind)[0])
    return lambda rows: [plain(row) for row in rows]


def _register(converter: cattrs.Converter, kind: type) -> None:
    from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

    attrs.resolve_types(kind)

    def unstructure_factory(cls: type) -> Any:
        kept: dict[str, Any] = {
            f.name: override(omit_if_default=False) for f in attrs.fields(cls) if f.metadata.get("always")
        }
        return make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=True, **kept)

    converter.register_unstructure_hook_factory(lambda cls: cls is kind, unstructure_factory)
    converter.register_structure_hook_factory(
        lambda cls: cls is kind, lambda cls: make_dict_structure_fn(cls, converter)
    )


def _strict(value: Any, kind: type) -> Any:
    """Take `value` only if it already has the type: "3" and True are no integers."""
    if type(value) is kind or (kind is float and type(value) is int):
        return value
    raise TypeError(f"{value!r:.60} is no {kind.__name__}")


def _list(data: Any) -> list[Any]:
    if not isinstance(data, list | tuple):
        raise TypeError(f"{data!r:.60} is no list")
    return list(data)


def _span(data: Any, _: Any = None) -> Span:
    if not isinstance(data, list | tuple) or len(data) != 2 or any(type(x) is not int for x in data):
        raise SpanError(f"{data!r:.60} is no [start, end] of code points")
    return Span(*data)


def _certainties(data: Any, _: Any) -> tuple[model.Certainty, ...]:
    if not isinstance(data, dict):
        raise TypeError(f"{data!r:.60} is no mapping from holder to value")
    return tuple(model.Certainty(holder, value) for holder, value in data.items())
