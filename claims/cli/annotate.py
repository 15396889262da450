"""`claims annotate`: from a text to a claim file."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import Any

import attrs

from claims.checks import validate
from claims.cli.convert import refuse_existing
from claims.cli.files import folder_of, read_bytes, shown_name, write_documents
from claims.cli.messages import progress, say
from claims.cli.options.annotate import Options
from claims.errors import UsageError
from claims.formats import by_ending, named
from claims.language import guess
from claims.model import Document, Source, Time
from claims.phrases import counted
from claims.pipeline import Annotator
from claims.places import load_gazetteer
from claims.source_text import decode_source_text, metadata_path, read_metadata
from claims.syntax import DEFAULT_MODEL
from claims.text import digest

#: Options that say something about the text, by the name of the field.
FIELDS = ("id", "published", "language", "title", "author", "publisher", "url")
#: Values of an expression that lacks a year, or a day, for want of a date to count from.
_OPEN = ("XXXX", "FUTURE_REF", "PAST_REF", "PRESENT_REF")


def run(options: Options) -> int:
    """Annotate one text and write its claim file; 1 where --strict refuses."""
    _check_output(options)
    text = decode_source_text(read_bytes(options.file), shown_name(options.file))
    about = metadata(options)
    if not text.strip():
        say(f"{shown_name(options.file)} is {'blank' if text else 'empty'}: the claim file has no sentences", "note")
    language, doubts = language_of(text, about.get("language"))
    if _warned(doubts) and options.strict:
        return _refuse()
    document = _annotate(options, text, {**about, "language": language})
    if _warned(date_warnings(document)) and options.strict:
        return _refuse()
    if options.no_text:
        document = without_text(document, options)
    write_documents([document], options.out, options.to, options.force)
    return 0


def _check_output(options: Options) -> None:
    """Refuse an output that cannot or should not be written before any work is done."""
    refuse_existing(options.out, options.force)
    if options.out is not None and os.path.exists(options.out) and os.path.exists(options.file):
        _refuse_same(options.out, options.file)
    if options.to is not None:
        named(options.to)
    elif options.out not in (None, "-") and by_ending(options.out or "") is None:
        raise UsageError(f"the ending of {options.out} names no format; say with --to which")


def _refuse_same(out: str, file: str) -> None:
    if os.path.samefile(out, file):
        raise UsageError(f"{out} is the text itself; name another file")


def _warned(warnings: Iterable[str]) -> bool:
    """Write the warnings, and tell whether there was one."""
    listed = list(warnings)
    for warning in listed:
        say(warning, "warning")
    return bool(listed)


def _refuse() -> int:
    say("refused because of --strict; nothing was written")
    return 1


def metadata(options: Options) -> dict[str, Any]:
    """Return what is known about the text: options first, then the file beside it, then its name."""
    given = {name: value for name in FIELDS if (value := getattr(options, name))}
    beside = metadata_path(options.file)
    found = read_metadata(beside) if options.file != "-" and beside.is_file() else {}
    about = {"id": _name(options.file), **{name: found[name] for name in FIELDS if name in found}, **given}
    for problem in validate(Document(Source(sha256=digest(""), length=0, text="", **{"language": "en", **about}))):
        field = problem.pointer.removeprefix("/source/")
        where = f"{beside}: {field}" if field in found and field not in given else f"--{field}"
        raise UsageError(f"{where}: {problem.message}" + (f"; {problem.hint}" if problem.hint else ""))
    return about


def _name(path: str) -> str:
    """Return a file's name without ending, as an id: no bytes that are no text, no strange spaces."""
    stem = "text" if path == "-" else PurePath(path).name.split(".")[0] or PurePath(path).name
    return "-".join(stem.encode("utf-8", "replace").decode("utf-8").split()) or "text"


def language_of(text: str, declared: str | None) -> tuple[str, tuple[str, ...]]:
    """Return the language to record, and what is to be warned of; what the user says is not doubted."""
    few = "claims reads English only and will find little"
    if declared is not None:
        english = declared.lower().split("-")[0] == "en"
        return declared, () if english else (f"the language is {declared}: {few}",)
    found = guess(text)
    if not found.foreign:
        return "en", ()
    words = f"the text looks like {found.name} ({found.language}): {few}; --language en if it is English"
    return found.language, (words,)


def _annotate(options: Options, text: str, about: dict[str, Any]) -> Document:
    gazetteer = load_gazetteer(options.gazetteer) if options.gazetteer else None
    model = options.model or DEFAULT_MODEL
    annotator = Annotator(model, options.date_order, gazetteer, options.extractor)
    with progress() as line:
        line.show(f"loading {annotator.model}")
        return annotator.annotate(text, **about, progress=line)


def date_warnings(document: Document) -> Iterator[str]:
    """Yield a warning where times hang in the air because no date of publication is known."""
    if document.source.published is not None:
        return
    count = sum(_is_open(time) for time in document.times)
    times = f"{counted(count, 'relative time')} left open"
    date = dateline_date(document)
    if date is not None and "X" in date:
        # "OSLO, March 3 —" leaves the year to the reader.
        known = date.replace("XXXX", "YYYY")
        yield f"no date of publication; the text's own dateline ({date}) has no year: try --published {known} ({times})"
    elif date is not None:
        yield f"no date of publication; the text's own dateline says {date}: try --published {date} ({times})"
    elif count:
        yield f"no date of publication: {times}; give it with --published"


def _is_open(time: Time) -> bool:
    return time.value is None or time.value.startswith(_OPEN)


def dateline_date(document: Document) -> str | None:
    """Return the date in the text's dateline or byline, if there is one: a full one rather than one without year."""
    zones = [it.span for it in document.sentences if it.zone in ("dateline", "byline")]
    inside = [time for time in document.times if any(time.spans.inside(zone) for zone in zones)]
    days = [time.value or "" for time in inside if time.type == "DATE"]
    days = [day for day in days if re.fullmatch(r"([0-9]{4}|XXXX)-[0-9]{2}-[0-9]{2}", day)]
    return min(days, key=lambda day: day.startswith("X"), default=None)


def without_text(document: Document, options: Options) -> Document:
    """Take the text out; name its file where it lies in or below the folder of the claim file."""
    path = None
    if options.out not in (None, "-") and options.file != "-":
        folder, file = folder_of(options.out or "").resolve(), Path(options.file).resolve()
        path = file.relative_to(folder).as_posix() if file.is_relative_to(folder) else None
    return attrs.evolve(document, source=attrs.evolve(document.source, text=None, path=path))
