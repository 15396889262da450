"""The pure function that every engine runs: records in, records out.

It takes and returns plain dictionaries, so that Spark, Dask and Ray can carry them; the model is loaded once
a process.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import attrs

from claims.checks import validate
from claims.corpus.records import FIELDS, failed, finished, language_of
from claims.corpus.settings import Settings
from claims.errors import ClaimsError
from claims.formats import dumps
from claims.model import Document, Model, Source
from claims.pipeline import Annotator
from claims.text import digest


def annotate_batch(records: Iterable[Mapping[str, Any]], settings: Settings | None = None) -> list[dict[str, Any]]:
    """Annotate some texts; one record comes out for each that goes in, in the same order.

    A record has "text", "id", and where known "published", "language", "title", "author", "publisher", "url";
    other members are passed over. What comes out has "id", "document" (a line of JSON, or TEI), "words",
    "sentences" and "claims"; a text that cannot be annotated has no document but an "error" with its "kind".

    >>> [done] = annotate_batch([{"id": "crane", "text": "The crane fell.", "published": "2015-09-12"}])
    >>> done["id"], done["claims"], done["error"]
    ('crane', 1, None)
    """
    return list(annotated(records, settings or Settings()))


def annotated(records: Iterable[Mapping[str, Any]], settings: Settings) -> Iterator[dict[str, Any]]:
    """Yield what `annotate_batch` returns, each as soon as it is there. `MemoryError` is passed on."""
    annotator = loaded(settings.model)
    checked = [_checked(record) for record in records]
    good = [record for record, error in checked if error is None]
    documents = _documents(annotator, good)
    for record, error in checked:
        found = next(documents) if error is None else error
        if isinstance(found, Document):
            yield _finished(record, found, settings)
        else:
            yield failed(str(record["id"]), "annotation" if error is None else "input", found)


@cache
def loaded(model: str) -> Annotator:
    """Return the annotator of a model, loaded once a process."""
    return Annotator(model)


def model_of(settings: Settings) -> dict[str, Any]:
    """Return name, version and digest of the model, which is loaded if it is not yet."""
    return attrs.asdict(_model(settings.model))


@cache
def _model(name: str) -> Model:
    # The annotator's own signature: the digest of the model's files is worked out once.
    signed = loaded(name).provenance[0].model
    return loaded(name).parser.model if signed is None else signed


def _checked(record: Mapping[str, Any]) -> tuple[dict[str, Any], str | None]:
    """Return the arguments of `Annotator.annotate` in a record, or what is wrong with them."""
    text = record.get("text")
    about = {name: value for name in FIELDS if (value := record.get(name)) is not None}
    about.setdefault("id", "text")
    if not isinstance(text, str):
        return about, f"a text is a string, not {type(text).__name__}"
    return {**about, "text": text, "language": language_of(text, about.get("language"))}, _complaint(about)


def _complaint(about: Mapping[str, Any]) -> str | None:
    """Return what is wrong with the metadata, as `claims annotate` would say it."""
    plain = {"language": "en", **about}
    wrong = next((key for key, value in plain.items() if key != "author" and not isinstance(value, str)), None)
    if wrong is not None:
        return f"{wrong}: should be a string, not {type(plain[wrong]).__name__}"
    for problem in validate(Document(Source(sha256=digest(""), length=0, text="", **plain))):
        hint = f"; {problem.hint}" if problem.hint else ""
        return f"{problem.pointer.removeprefix('/source/')}: {problem.message}{hint}"
    return None


def _documents(annotator: Annotator, records: list[dict[str, Any]]) -> Iterator[Document | str]:
    """Yield a document for each record, or the error that it raises; together first, one by one after an error."""
    done = 0
    try:
        for document in annotator.pipe(records):
            yield document
            done += 1
    except (MemoryError, GeneratorExit):
        raise
    except Exception:
        for record in records[done:]:
            yield _alone(annotator, record)


def _alone(annotator: Annotator, record: dict[str, Any]) -> Document | str:
    try:
        return annotator.annotate(**record)
    except MemoryError:
        raise
    except Exception as error:
        return _told(error)


def _told(error: Exception) -> str:
    return str(error) if isinstance(error, ClaimsError) else f"{type(error).__name__}: {error}"


def _finished(record: Mapping[str, Any], document: Document, settings: Settings) -> dict[str, Any]:
    if not settings.with_text:
        document = attrs.evolve(document, source=attrs.evolve(document.source, text=None))
    try:
        written = dumps(document, settings.to).decode("utf-8").removesuffix("\n")
    except MemoryError:
        raise
    except Exception as error:
        return failed(str(record["id"]), "annotation", _told(error))
    return finished(document, written, record["text"])
