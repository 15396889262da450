"""Check files of claims, whatever their format: JSON, JSON Lines, TEI, each also packed with gzip.

`check` is what other programs call: a file or its bytes in, findings out. Rules and places are the business of
`claims.checks`, reading TEI that of `claims.formats`; here they meet.
"""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from claims.checks.corpus import Across, compare
from claims.checks.inspect import Checked, Place, check_document, check_json, check_lines, fault_finding
from claims.checks.rules import BY_CODE
from claims.checks.ruleset import DEFAULT, RuleSet
from claims.checks.survey import Fault, survey_json
from claims.errors import InputError
from claims.json_input import printable

if TYPE_CHECKING:
    from claims.checks.findings import Finding

#: How much of a file is looked at to tell its format.
HEAD = 1 << 16
#: What a packed file may unpack to.
MOST_BYTES = 512 * 1024 * 1024
_GZIP = b"\x1f\x8b"
#: Endings of what is checked as it stands; the readers of other formats are loaded when they are needed.
_JSON = {".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl"}


def check(
    source: str | os.PathLike[str] | bytes,
    rules: RuleSet = DEFAULT,
    *,
    name: str | None = None,
    format: str | None = None,
    folder: str | os.PathLike[str] | None = None,
) -> tuple[Finding, ...]:
    """Return everything that is wrong with a claim file, in a fixed order; nothing means that it is sound.

    `source` is a path or the bytes of a file. Findings call it `name`, by default the path. `format` is the name of
    a format where neither the ending nor the content tells. A text that the file names is looked for below
    `folder`, by default the file's own. Raises `InputError` for a file that cannot be opened, and `UsageError` for
    one whose format cannot be told; a broken file is no exception but a finding.

    >>> [finding.code for finding in check(b'{"format": "claims/1.0", "source": NaN}', format="json")]
    ['X006']
    """
    found = check_documents(source, rules, name=name, format=format, folder=folder)
    return tuple(finding for checked in found for finding in checked.findings)


def check_documents(
    source: str | os.PathLike[str] | bytes,
    rules: RuleSet = DEFAULT,
    *,
    name: str | None = None,
    format: str | None = None,
    folder: str | os.PathLike[str] | None = None,
) -> Iterator[Checked]:
    """Yield what was found in each document of a file; takes the arguments of `check` and raises the same."""
    if isinstance(source, bytes):
        data, path = source, name or ""
    else:
        data, path = file_bytes(os.fspath(source)), name or os.fspath(source)
        folder = folder if folder is not None else Path(source).parent
    return _documents(data, path, rules, format, Path(folder) if folder is not None else None)


def compared(documents: Iterable[Checked], rules: Callable[[str], RuleSet]) -> Iterator[Finding]:
    """Yield what is wrong among documents that were checked, each finding at its place; `rules` are those of a path."""
    found = [(one, one.card) for one in documents if one.card is not None]
    for hit in compare((_name(one), card) for one, card in found):
        one, _ = found[hit.number]
        if hit.code in rules(one.path):
            yield _located(hit, one.path, one.record, rules(one.path))


def _name(checked: Checked) -> str:
    return checked.path if checked.record is None else f"{checked.path}, record {checked.record},"


def _located(found: Across, path: str, record: int | None, rules: RuleSet) -> Finding:
    """Return what was found by comparing documents as a finding of the file at `path`, with its place in it."""
    # Loaded only now: most documents fit together.
    from claims.checks.findings import Finding
    from claims.checks.positions import regions

    finding = Finding(
        found.code,
        printable(found.message),
        path,
        rules.severity(found.code),
        found.pointer,
        record,
        hint=BY_CODE[found.code].remedy,
    )
    try:
        data = file_bytes(path)
        data = unpacked(data) if data.startswith(_GZIP) else data
        rows = [(line, row) for line, row in enumerate(data.split(b"\n"), 1) if row.strip()] if record else [(0, data)]
        line, row = rows[(record or 1) - 1]
    except (InputError, LookupError):
        # What came through a pipe is gone by now: the document is named, its lines are not.
        return finding
    survey = survey_json(row)
    if not survey.is_readable:
        return _Lines(data)(finding) if data.lstrip().startswith(b"<") else finding
    region = regions(survey.text, [found.pointer])[found.pointer]
    placed = finding.at(region)
    return attrs.evolve(placed, line=line, end_line=line) if record else placed


def _documents(data: bytes, path: str, rules: RuleSet, format: str | None, folder: Path | None) -> Iterator[Checked]:
    place = Place(path, rules, folder)
    inner = path.removesuffix(".gz")
    if data.startswith(_GZIP) or inner != path:
        try:
            data = unpacked(data)
        except InputError as error:
            yield Checked(path, findings=(fault_finding(Fault("X012", error.message, 1, 1), place),))
            return
    name = format or _json_name(inner.lower()) or _format_of(inner, data)
    if name == "json":
        yield from check_json(data, rules, path=path, folder=folder)
    elif name == "jsonl":
        yield from check_lines(data, rules, path=path, folder=folder)
    else:
        yield _other(data, name, place)


def file_bytes(path: str) -> bytes:
    """Return the bytes of a file; raises `InputError` where it cannot be read."""
    try:
        with open(path, "rb") as stream:
            return stream.read()
    except OSError as error:
        raise unreadable(error, path) from error
    except ValueError as error:
        raise InputError(str(error), path) from error


def unreadable(error: OSError, path: str) -> InputError:
    """Return what is told where the system refuses to read a file."""
    reason = "is a folder, not a file" if isinstance(error, IsADirectoryError) else error.strerror or str(error)
    return InputError(reason[:1].lower() + reason[1:], path)


def unpacked(data: bytes) -> bytes:
    """Return what gzip packed; raises `InputError` where it is damaged or more than `MOST_BYTES`."""
    parts, size = [], 0
    while data:
        stream = zlib.decompressobj(wbits=31)
        try:
            part = stream.decompress(data, MOST_BYTES - size + 1)
        except zlib.error as error:
            raise InputError(f"not gzip, or damaged: {str(error).rpartition(': ')[2]}") from error
        size += len(part)
        if size > MOST_BYTES:
            raise InputError(f"this unpacks to more than {MOST_BYTES >> 20} MiB")
        if not stream.eof:
            raise InputError("the packed file ends too early: it was cut off")
        parts.append(part)
        # Files that were packed one after the other and joined are one file; zeros may fill the last block.
        data = stream.unused_data.lstrip(b"\0")
    return b"".join(parts)


def _json_name(path: str) -> str | None:
    """Return the format of a file that plainly is JSON; `a.cas.json` may be something else."""
    stem, ending = os.path.splitext(path)
    return _JSON.get(ending) if os.path.splitext(stem)[1] in ("", ".claims") else None


def _format_of(path: str, data: bytes) -> str:
    """Return the name of the format, told by the ending, else by the content."""
    from claims.formats import by_ending, detect

    return ((by_ending(path) if path else None) or detect(data[:HEAD], path or None)).name


def _other(data: bytes, name: str, place: Place) -> Checked:
    """Check a file that is read as a document first; what keeps it from being read is a finding with its line."""
    from claims.formats import named, parse

    try:
        document = parse(data, named(name), place.path or None)
    except InputError as error:
        code = "X010" if error.message.startswith(("not well-formed", "not XML", "a DOCTYPE", "more than")) else "X011"
        findings = tuple(_tei_faults(data, code, place)) if name == "tei" else ()
        return Checked(place.path, findings=findings or (_unread(error, code, place),))
    return check_document(document, place, _Lines(data) if name == "tei" else None)


def _unread(error: InputError, code: str, place: Place) -> Finding:
    """Return the finding that the one complaint of a reader amounts to."""
    match = re.match(r"line ([0-9]+)", error.place or "")
    message = error.message if match or not error.place else f"{error.place}: {error.message}"
    return fault_finding(Fault(error.code or code, message, int(match[1]) if match else 1, 1), place)


def _tei_faults(data: bytes, code: str, place: Place) -> Iterator[Finding]:
    """Yield everything that keeps TEI from being read; nothing where the reader's own complaint says it all."""
    from claims.formats.tei import faults

    for fault in faults(data):
        found = fault_finding(Fault(code, fault.message, fault.line, fault.column), place)
        yield attrs.evolve(found, follows=code) if fault.follows else found


class _Lines:
    """Finds the element that a row of the document stands in; the file is walked at the first question."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._places: dict[str, tuple[int, int]] | None = None

    def __call__(self, finding: Finding) -> Finding:
        """Return the finding with the place of its row, or of the root."""
        if self._places is None:
            self._places = _elements(self._data)
        line, column = self._places.get(finding.subject or "", self._places[""])
        return attrs.evolve(finding, line=line, column=column)


def _elements(data: bytes) -> dict[str, tuple[int, int]]:
    """Return where the element of each id begins, and under "" the root: 1-based line and column, in code points."""
    from xml.parsers import expat

    from claims.formats.tei.names import decode_id

    places: dict[str, tuple[int, int]] = {}
    parser = expat.ParserCreate()

    def start(_: str, attributes: dict[str, str]) -> None:
        place = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        places.setdefault("", place)
        if "xml:id" in attributes:
            places.setdefault(decode_id(attributes["xml:id"]), place)

    parser.StartElementHandler = start
    # The file has been read by then, without a DOCTYPE: there are no entities to expand.
    parser.Parse(data, True)
    return places
