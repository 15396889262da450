"""brat standoff: ``.ann`` beside its ``.txt``, with an ``annotation.conf``; read back with what people changed.

A claim is an event whose trigger is the claim's words and whose arguments are its slots, an attribution
one whose trigger is its cue. Words end where a line of the text ends, for a line of ``.ann`` is a record.
What brat has no place for stands in ``.claims.json`` beside it: the claim file without its text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import count
from typing import Any

import attrs

from claims.codec import to_dict
from claims.errors import FormatError, InputError
from claims.formats._marks import LABELS, LINKS, SLOTS, Mark, Slot, marks
from claims.formats._merge import bare, based, merge
from claims.formats._strings import SURROGATE, refuse_any, text_of
from claims.json_input import load_json
from claims.model import Document
from claims.text import Extent, Span

#: The claim file beside an ``.ann``, by its ending.
BASE = ".claims.json"
CONF = "annotation.conf"
#: Everything that some reader of lines takes for the end of one, and the tab between fields.
_BREAK = re.compile("[\t\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029]+")
_NOTE = "AnnotatorNotes"
_EVENTS = {"claim": "Claim", "attribution": "Attribution"}
#: Labels that are free text stand in notes.
_NOTED = {"claim": "wording", "attribution": "lemma"}


def _camel(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))


def _attribute(kind: str, label: str) -> str:
    return "ClaimType" if (kind, label) == ("claim", "type") else _camel(label)


def _value(value: str) -> str:
    """Return a value as brat can hold it in a list that ``|`` separates.

    >>> _value("CT+"), _value("-"), _value("state")
    ('CTplus', 'minus', 'state')
    """
    return value.replace("+", "plus").replace("-", "minus")


#: brat's names, and what they stand for.
_SLOT_NAMES = {kind: {_camel(role): role for role in roles} for kind, roles in SLOTS.items()}
_LINK_NAMES = {
    "claim": {"AttributedTo": "attribution"},
    "attribution": {_camel(name): name for name in LINKS["attribution"]},
}
_RELATIONS = {_camel(name): name for name, target in LINKS["claim"].items() if target == "claim"}
_ATTRIBUTES = {
    _attribute(kind, label): (kind, label)
    for kind, labels in LABELS.items()
    for label, values in labels.items()
    if values
}
_VALUES = {
    (kind, label): {_value(value): value for value in values}
    for kind, labels in LABELS.items()
    for label, values in labels.items()
}


def write(document: Document) -> bytes:
    """Return the ``.ann`` file."""
    text = _text(document)
    return "".join(f"{line}\n" for line in _lines(_events(document), text)).encode()


def beside(document: Document, stem: str) -> Mapping[str, bytes]:
    """Return the files that belong to ``stem.ann``."""
    bare_document = attrs.evolve(document, source=attrs.evolve(document.source, text=None))
    refuse_any(bare_document, SURROGATE, "UTF-8")
    base = json.dumps(to_dict(bare_document), ensure_ascii=False, indent=1)
    return {f"{stem}.txt": _text(document).encode(), f"{stem}{BASE}": f"{base}\n".encode(), CONF: configuration()}


def _text(document: Document) -> str:
    return text_of(document, SURROGATE, "UTF-8", "which brat shows")


def _events(document: Document) -> dict[str, Mark]:
    """Return the marks that brat can hold by their event ids, in the order of the file."""
    text = _text(document)
    kept = (normal(mark, text) for mark in marks(document))
    return {f"E{number}": mark for number, mark in enumerate((mark for mark in kept if mark.extent), 1)}


def normal(mark: Mark, text: str) -> Mark:
    """Return what brat keeps of a mark: words without line ends, labels on one line."""
    slots = (attrs.evolve(s, extent=_on_lines(s.extent, text), value=_one_line(s.value)) for s in mark.slots)
    labels = ((name, _one_line(value)) for name, value in mark.labels)
    return attrs.evolve(
        mark,
        extent=_on_lines(mark.extent, text),
        labels=tuple((name, value) for name, value in labels if value),
        slots=tuple(slot for slot in slots if slot.extent),
    )


def _on_lines(extent: Extent, text: str) -> Extent:
    r"""Cut an extent at line ends and tabs; ranges that touch are one.

    >>> _on_lines(Extent.of((0, 3), (3, 10)), "to the\nend").spans
    (Span(start=0, end=6), Span(start=7, end=10))
    """
    pieces: list[Span] = []
    for span in Extent.union([extent]):
        at = span.start
        for gap in (*_BREAK.finditer(text, span.start, span.end), None):
            end = gap.start() if gap else span.end
            if at < end:
                pieces.append(Span(at, end))
            at = gap.end() if gap else end
    return Extent(tuple(pieces))


def _one_line(value: str) -> str:
    return " ".join(value.split())


def _lines(events: Mapping[str, Mark], text: str) -> Iterator[str]:
    """Yield the records: each event with its words, labels and notes, then the relations."""
    names = {mark.id: name for name, mark in events.items()}
    number = {letter: partial(next, count(1)) for letter in "TAR#"}
    for name, mark in events.items():
        trigger = f"T{number['T']()}"
        yield _words(trigger, _EVENTS[mark.kind], mark.extent, text)
        arguments = []
        for slot in mark.slots:
            words = f"T{number['T']()}"
            yield _words(words, _camel(slot.role), slot.extent, text)
            if slot.value:
                yield f"#{number['#']()}\t{_NOTE} {words}\t{slot.value}"
            arguments.append((_camel(slot.role), words))
        arguments += [
            (arg, names[to]) for arg, link in _LINK_NAMES[mark.kind].items() for to in mark.linked(link) if to in names
        ]
        yield " ".join((f"{name}\t{_EVENTS[mark.kind]}:{trigger}", *_numbered(arguments)))
        yield from _label_lines(name, mark, number)
    for name, mark in events.items():
        if mark.kind == "claim":
            for link, target in mark.links:
                if link != "attribution" and target in names:
                    yield f"R{number['R']()}\t{_camel(link)} Arg1:{name} Arg2:{names[target]}"


def _words(name: str, type_: str, extent: Extent, text: str) -> str:
    places = ";".join(f"{span.start} {span.end}" for span in extent)
    return f"{name}\t{type_} {places}\t{' '.join(span.slice(text) for span in extent)}"


def _numbered(arguments: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield arguments as brat has them: the second of a role is ``Who2``."""
    seen: dict[str, int] = {}
    for role, target in arguments:
        seen[role] = seen.get(role, 0) + 1
        yield f"{role}{seen[role] if seen[role] > 1 else ''}:{target}"


def _label_lines(name: str, mark: Mark, number: Mapping[str, Callable[[], int]]) -> Iterator[str]:
    for label, value in mark.labels:
        if label == _NOTED[mark.kind]:
            yield f"#{number['#']()}\t{_NOTE} {name}\t{value}"
        else:
            yield f"A{number['A']()}\t{_attribute(mark.kind, label)} {name} {_value(value)}"


def configuration() -> bytes:
    """Return the ``annotation.conf`` of our files."""
    roles = dict.fromkeys(name for names in _SLOT_NAMES.values() for name in names)
    relations = [f"{name}\tArg1:Claim, Arg2:Claim" for name in _RELATIONS]
    events = [
        f"{_EVENTS[kind]}\t" + ", ".join([*(f"{n}*:{n}" for n in _SLOT_NAMES[kind]), *_link_arguments(kind)])
        for kind in _EVENTS
    ]
    attributes = [
        f"{name}\tArg:{_EVENTS[kind]}, Value:{'|'.join(_VALUES[kind, label])}"
        for name, (kind, label) in _ATTRIBUTES.items()
    ]
    overlap = "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>"
    sections = {"entities": roles, "relations": [*relations, overlap], "events": events, "attributes": attributes}
    lines = (line for name, body in sections.items() for line in (f"[{name}]", *body, ""))
    return "\n".join(lines).encode()


def _link_arguments(kind: str) -> Iterator[str]:
    for name, link in _LINK_NAMES[kind].items():
        yield f"{name}?:{_EVENTS[LINKS[kind][link]]}"


def read_beside(data: bytes, path: str | None, fetch: Callable[[str], bytes | None]) -> Document:
    """Read an ``.ann`` file; `fetch` gives what stands beside it by its ending, or None."""
    found = fetch(".txt")
    if found is None:
        raise FormatError("its text is missing: the .txt of the same name has to stand beside the .ann", path)
    try:
        text, lines = found.decode(), data.decode()
    except UnicodeDecodeError as error:
        raise FormatError(f"not UTF-8: {error}", path) from error
    base = _base(fetch(BASE), text, path)
    try:
        events = _Records.of(lines, text).marks(base)
        return merge(base, text, events, lambda mark: normal(mark, text), lambda extent: _on_lines(extent, text))
    except InputError as error:
        raise FormatError(error.message, path, error.place, error.code) from error


def _base(data: bytes | None, text: str, path: str | None) -> Document:
    if data is None:
        lines = [match for match in re.finditer(r"[^\r\n]+", text) if match[0].strip()]
        sentences = [
            {"id": f"s{number}", "span": [line.start(), line.end()], "paragraph": number - 1, "zone": "body"}
            for number, line in enumerate(lines, 1)
        ]
        name = re.sub(r".*[/\\]|\.ann$", "", path or "") or "brat"
        return bare(text, name, sentences)
    return based(load_json(data, f"{path or 'the claim file'} ({BASE})"), text)


_TEXT_BOUND = re.compile(r"(T\d+)\t(\S+) (\d{1,18} \d{1,18}(?:;\d{1,18} \d{1,18})*)(?:\t(.*))?")
_EVENT = re.compile(r"(E\d+)\t([^\s:]+):(T\d+)((?: [^\s:]+:[TE]\d+)*) ?")
_LABEL = re.compile(r"[AM]\d+\t(\S+) (\S+)(?: (\S+))?")
_RELATION = re.compile(r"R\d+\t(\S+) Arg1:(\S+) Arg2:(\S+)\s*")
_COMMENT = re.compile(r"#\d*\t(\S+) (\S+)(?:\t(.*))?")


@attrs.frozen
class _Records:
    """The records of an ``.ann`` file by their ids."""

    words: Mapping[str, tuple[str, Extent]]
    #: Type, trigger and arguments.
    events: Mapping[str, tuple[str, str, tuple[tuple[str, str], ...]]]
    labels: Mapping[str, tuple[tuple[str, str], ...]]
    relations: tuple[tuple[str, str, str], ...]
    notes: Mapping[str, str]

    @classmethod
    def of(cls, lines: str, text: str) -> _Records:
        """Parse the lines; a normalisation or an equivalence is passed over, anything else unknown is an error."""
        words, events, notes = {}, {}, {}
        labels: dict[str, tuple[tuple[str, str], ...]] = {}
        relations = []
        for number, line in enumerate(lines.removeprefix("\ufeff").split("\n"), 1):
            line = line.rstrip("\r")
            if match := _TEXT_BOUND.fullmatch(line):
                words[match[1]] = match[2], _extent(match[3], match[4], text, number)
            elif match := _EVENT.fullmatch(line):
                pairs = tuple(tuple(part.split(":")) for part in match[4].split())
                events[match[1]] = match[2], match[3], pairs
            elif match := _LABEL.fullmatch(line):
                labels[match[2]] = (*labels.get(match[2], ()), (match[1], match[3] or ""))
            elif match := _RELATION.fullmatch(line):
                relations.append((match[1], match[2], match[3]))
            elif match := _COMMENT.fullmatch(line):
                notes[match[2]] = match[3] or ""
            elif line.strip() and line[0] not in "N*":
                raise FormatError(f"no record of brat: {line!r:.60}", None, f"line {number}")
        return cls(words, events, labels, tuple(relations), notes)

    def marks(self, base: Document) -> list[Mark]:
        """Return the claims and attributions, under the ids of the base where they are the same event."""
        kinds = {event: kind for kind, event in _EVENTS.items()}
        chosen = {name: kinds[event[0]] for name, event in self.events.items() if event[0] in kinds}
        ids = self._ids(chosen, base)
        return [self._mark(name, kind, ids) for name, kind in chosen.items()]

    def _ids(self, chosen: Mapping[str, str], base: Document) -> dict[str, str]:
        known = _events(base) if base.claims or base.attributions else {}
        used = {claim.id for claim in base.claims} | {link.id for link in base.attributions}
        ids = {}
        for name, kind in chosen.items():
            mark = known.get(name)
            if mark is not None and mark.kind == kind and _overlap(mark.extent, self._trigger(name)):
                ids[name] = mark.id
        for name, kind in chosen.items():
            if name not in ids:
                fresh = (f"{kind[0]}{n}" for n in count(int(name[1:])))
                ids[name] = next(one for one in fresh if one not in used)
                used.add(ids[name])
        return ids

    def _trigger(self, name: str) -> Extent:
        trigger = self.events[name][1]
        if trigger not in self.words:
            raise FormatError(f"its trigger {trigger} is missing", None, name)
        return self.words[trigger][1]

    def _mark(self, name: str, kind: Any, ids: Mapping[str, str]) -> Mark:
        slots, links = [], []
        for argument, target in self.events[name][2]:
            role = argument.rstrip("0123456789")
            if role in _SLOT_NAMES[kind] and target in self.words:
                words = self.words[target][1]
                slots.append(Slot(_SLOT_NAMES[kind][role], words, self.notes.get(target, "").strip()))
            elif role in _LINK_NAMES[kind] and target in ids:
                links.append((_LINK_NAMES[kind][role], ids[target]))
        links += [(_RELATIONS[r], ids[b]) for r, a, b in self.relations if a == name and r in _RELATIONS and b in ids]
        order = list(SLOTS[kind]).index
        slots.sort(key=lambda slot: order(slot.role))
        labels = tuple(self._labels(name, kind))
        return Mark(ids[name], kind, self._trigger(name), labels, tuple(slots), tuple(links))

    def _labels(self, name: str, kind: str) -> Iterator[tuple[str, str]]:
        given = {_ATTRIBUTES[a][1]: v for a, v in self.labels.get(name, ()) if _ATTRIBUTES.get(a, ("",))[0] == kind}
        for label, values in LABELS[kind].items():
            if not values and self.notes.get(name, "").strip():
                yield label, self.notes[name].strip()
            elif label in given:
                if given[label] not in _VALUES[kind, label]:
                    raise FormatError(f"{given[label]!r:.40} is no value of {_attribute(kind, label)}", None, name)
                yield label, _VALUES[kind, label][given[label]]


def _overlap(one: Extent, other: Extent) -> bool:
    return any(a.overlaps(b) for a in one for b in other)


def _extent(places: str, words: str | None, text: str, number: int) -> Extent:
    """Read offsets; the words beside them have to be those of the text, or the text was changed."""
    pairs = sorted(tuple(map(int, place.split())) for place in places.split(";"))
    try:
        extent = Extent.of(*pairs)  # type: ignore[arg-type]
    except ValueError as error:
        raise FormatError(str(error), None, f"line {number}") from error
    if extent.end > len(text):
        raise FormatError(f"{extent.end} lies behind the text of {len(text)} characters", None, f"line {number}")
    if words is not None and "".join(words.split()) != "".join("".join(span.slice(text) for span in extent).split()):
        raise FormatError(f"{words!r:.60} is not what stands there: the .txt was changed", None, f"line {number}")
    return _on_lines(extent, text)
