"""Annotations to compare: the claim files of a file or folder, by their texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from claims.cli.files import documents, text_of
from claims.cli.messages import say
from claims.codec import from_dict
from claims.errors import UsageError
from claims.formats import by_ending
from claims.model import Document

#: Files that stand beside a text or an annotation and are none themselves.
_BESIDE = (".meta.json", ".claims.json")


def by_text(path: str) -> dict[str, Document]:
    """Return the documents of a file, a corpus, or all claim files below a folder, by the SHA-256 of their texts."""
    found: dict[str, Document] = {}
    for document, place in _documents(path):
        if document.source.sha256 in found:
            raise UsageError(f"{place}: the text of {document.source.id} is annotated twice in {path}")
        found[document.source.sha256] = document
    if not found:
        raise UsageError(f"{path}: no claim file there")
    return found


def _documents(path: str) -> Iterator[tuple[Document, str]]:
    """Yield documents, with their texts where they can be had, and where they stood."""
    if Path(path).is_dir() and (found := _corpus(path)) is not None:
        yield from found
        return
    for name in _files(path):
        for document in documents(name):
            source = attrs.evolve(document.source, text=text_of(document, name))
            yield attrs.evolve(document, source=source), name


def _corpus(path: str) -> Iterator[tuple[Document, str]] | None:
    """Return the documents of a corpus; None for a folder that is none."""
    # Only folders pay for what the engines of a corpus load.
    from claims.corpus.documents import stored
    from claims.corpus.manifest import NAME

    if not (Path(path) / NAME).is_file():
        return None
    return ((from_dict(one.data), one.place) for one in stored([path]))


def _files(path: str) -> Iterator[str]:
    if path == "-" or not Path(path).is_dir():
        yield path
        return
    for file in sorted(Path(path).rglob("*")):
        known = by_ending(file.name)
        if file.is_file() and known is not None and known.readable and not _belongs(file):
            yield str(file)


def _belongs(file: Path) -> bool:
    """Tell whether a file only stands beside another: `a.claims.json` beside `a.ann`, what is known of a text."""
    for ending in _BESIDE:
        if file.name.endswith(ending):
            return ending == ".meta.json" or file.with_name(file.name.removesuffix(ending) + ".ann").exists()
    return file.name == "TypeSystem.xml"


def aligned(found: Sequence[Mapping[str, Document]], names: Sequence[str]) -> list[list[Document]]:
    """Return for each text of the first annotation what every annotation says of it.

    A text that an annotation lacks counts as annotated with nothing; a text that only a later one has
    is left out. Both are warned of.
    """
    first, *others = found
    for name, other in zip(names[1:], others, strict=True):
        if missing := sum(text not in other for text in first):
            say(f"{name} lacks {missing} of {len(first)} texts: they count as annotated with nothing", "warning")
        if extra := sum(text not in first for text in other):
            say(f"{extra} texts of {name} are not in {names[0]}: left out", "warning")
    return [
        [document, *(other.get(text) or _nothing(document) for other in others)] for text, document in first.items()
    ]


def _nothing(document: Document) -> Document:
    return attrs.evolve(document, claims=(), attributions=(), times=(), verdicts=())
