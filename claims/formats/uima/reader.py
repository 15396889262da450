"""From a CAS to the document that it was made of, with what people changed in it."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from typing import Any

from claims.errors import FormatError, SpanError
from claims.formats._marks import LABELS, SLOTS, Mark, Slot, in_order
from claims.formats._merge import bare, based, merge
from claims.formats.uima.layers import FEATURE_NAMES, FILE, FRAGMENT, SENTENCE, TYPES, WORDS
from claims.json_input import load_json
from claims.model import Document
from claims.text import Extent, Span

#: What cassis lets through from input that is no CAS.
_MISTAKES = (KeyError, ValueError, TypeError, AttributeError, IndexError, RuntimeError, LookupError)


def load(read: Callable[[], Any]) -> Any:
    """Let cassis read a CAS; whatever it stumbles over is a `FormatError`."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            cas = read()
        except _MISTAKES as error:
            raise FormatError(f"no CAS that can be read: {type(error).__name__}: {error}") from error
    # cassis passes offsets on that split a character or leave the text, and only warns of them.
    lost = next((str(entry.message) for entry in caught if "Not mapping" in str(entry.message)), None)
    if lost is not None:
        raise FormatError(f"an offset splits a character or leaves the text: {lost}")
    return cas


def document_of(cas: Any) -> Document:
    """Return the document of a CAS; what people changed wins over the claim file inside."""
    text = cas.sofa_string
    if not isinstance(text, str):
        raise FormatError("the CAS holds no text")
    base = _base(cas, text)
    found = []
    ids = _Ids({claim.id for claim in base.claims} | {link.id for link in base.attributions})
    named = {}
    for kind, type_ in TYPES.items():
        for annotation in _ordered(cas, type_):
            named[annotation.xmiID] = ids.take(annotation.identifier, kind)
            found.append((kind, annotation))
    marks = [_mark(kind, annotation, named) for kind, annotation in found]
    return merge(base, text, marks)


def _ordered(cas: Any, type_: str) -> list[Any]:
    return sorted(cas.select(type_), key=lambda annotation: (annotation.begin, annotation.end, annotation.xmiID))


def _base(cas: Any, text: str) -> Document:
    files = [file for file in cas.select(FILE) if file.content]
    if not files:
        spans = sorted({(sentence.begin, sentence.end) for sentence in cas.select(SENTENCE)})
        sentences = [
            {"id": f"s{number}", "span": list(span), "paragraph": 0, "zone": "body"}
            for number, span in enumerate(spans, 1)
        ]
        return bare(text, "cas", sentences)
    return based(load_json(files[0].content.encode("utf-8", "surrogatepass")), text)


class _Ids:
    """Gives every annotation an id of its own: copies and new ones get fresh ids."""

    def __init__(self, known: set[str]) -> None:
        self._known = known
        self._taken: set[str] = set()
        self._next = 0

    def take(self, wanted: str | None, kind: str) -> str:
        """Return the id that is wanted, or a fresh one where it is missing or taken."""
        if (wanted or wanted in self._known) and wanted is not None and wanted not in self._taken:
            self._taken.add(wanted)
            return wanted
        name = ""
        while not name or name in self._known or name in self._taken:
            self._next += 1
            name = f"{kind[0]}{self._next}"
        self._taken.add(name)
        return name


def _mark(kind: Any, annotation: Any, named: dict[int, str]) -> Mark:
    name = named[annotation.xmiID]
    features = ((label, getattr(annotation, FEATURE_NAMES.get(label, label))) for label in LABELS[kind])
    labels = tuple((label, value) for label, value in features if value)
    return Mark(
        name,
        kind,
        _extent(annotation, name),
        labels,
        tuple(in_order(list(_slots(kind, annotation, name)), kind)),
        tuple(_links(kind, annotation, named)),
    )


def _slots(kind: str, annotation: Any, name: str) -> Iterator[Slot]:
    for role, target in _targets(annotation.slots, WORDS):
        if role not in SLOTS[kind]:
            raise FormatError(f"{role!r} is no slot of a {kind}: {', '.join(SLOTS[kind])}", None, name)
        yield Slot(role, _extent(target, name), target.value or "")


def _links(kind: str, annotation: Any, named: dict[int, str]) -> Iterator[tuple[str, str]]:
    for other, type_ in TYPES.items():
        for role, target in _targets(getattr(annotation, f"to_{other}"), type_):
            if target.xmiID in named:
                yield role or "", named[target.xmiID]


def _targets(links: Any, wanted: str) -> Iterator[tuple[str, Any]]:
    """Yield role and target of every link that leads somewhere; cassis does not check where."""
    elements = getattr(links, "elements", links)
    for link in elements if isinstance(elements, list) else ():
        target = getattr(link, "target", None)
        if target is None:
            continue
        if getattr(target, "type", None) is None or target.type.name != wanted:
            raise FormatError(f"the link {link.xmiID} does not lead to an annotation of the type {wanted}")
        yield link.role, target


def _extent(annotation: Any, name: str) -> Extent:
    """Return the words of an annotation and its fragments."""
    pieces = [annotation, *(target for _, target in _targets(annotation.fragments, FRAGMENT))]
    try:
        return Extent(tuple(sorted(Span(piece.begin, piece.end) for piece in pieces)))
    except (SpanError, TypeError) as error:
        raise FormatError(f"its words overlap, are none or have no place: {error}", None, name) from error
