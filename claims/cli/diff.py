"""`claims diff`: what changed between two versions of a claim file."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence

import attrs

from claims.changes import Change, Changes, changes, counts, html, rows, to_data
from claims.cli.files import documents, shown_name, text_of, write_text
from claims.cli.messages import say
from claims.cli.options.diff import Options
from claims.cli.terminal import is_terminal, styled, wants_color
from claims.cli.visible import one_line
from claims.errors import ClaimsError, InputError
from claims.model import Document

#: Sign and colour of each kind of change.
SIGNS = {"added": ("+", "32"), "removed": ("-", "31"), "changed": ("~", "33"), "moved": (">", "36")}
_ONE = {"entities": "entity", "source": "source"}


@attrs.frozen
class Compared:
    """Two versions of one document, and their texts."""

    found: Changes
    texts: tuple[str | None, str | None]


def run(options: Options) -> int:
    """Print or write the changes; 1 if there are any and `--exit-code` asks."""
    if options.git:
        return _run_git(options)
    before, after = options.paths
    compared = list(_compared(_documents(before), _documents(after), (before, after)))
    _write(compared, options)
    return 1 if options.exit_code and any(one.found.changes for one in compared) else 0


def _run_git(options: Options) -> int:
    """Print the changes of one file between two states that git has laid out.

    A file that is no claim file, say with the marks of a merge in it, is said to be one: git stops at the first
    external diff that fails.
    """
    name = options.paths[0]
    if len(options.paths) == 1:
        print(f"claims diff: {one_line(name)} is unmerged")
        return 0
    old, new = options.paths[1], options.paths[4]
    renamed = options.paths[7] if len(options.paths) > 7 else name
    print(f"claims diff a/{one_line(name)} b/{one_line(renamed)}")
    try:
        pairs = list(_compared(_of_git(old), _of_git(new), (name, renamed)))
    except ClaimsError as error:
        reason = error.message if isinstance(error, InputError) else str(error)
        print(f"  cannot be compared: {one_line(reason)}; git diff --no-ext-diff shows the lines")
        return 0
    for line in _people(pairs, wants_color(options.color, sys.stdout)):
        print(line)
    return 0


def _documents(path: str) -> list[Document]:
    return list(documents(path))


def _of_git(path: str) -> list[Document]:
    """Return the documents of a state; a file that is not there in it has none."""
    return [] if path == os.devnull else _documents(path)


def _compared(before: list[Document], after: list[Document], names: tuple[str, str]) -> Iterator[Compared]:
    """Yield the documents of two files with their changes, paired by the id of their text.

    One alone is the same as one alone; one that only one side has is held against an empty one.
    """
    if len(before) == len(after) == 1:
        texts = text_of(before[0], names[0]), text_of(after[0], names[1])
        yield Compared(changes(before[0], after[0], texts), texts)
        return
    later = {document.source.id: document for document in after}
    for old in before:
        new = later.get(old.source.id)
        texts = text_of(old, names[0]), text_of(new, names[1]) if new else None
        yield Compared(changes(old, new or _empty(old), texts), texts)
    seen = {document.source.id for document in before}
    for new in after:
        if new.source.id not in seen:
            texts = None, text_of(new, names[1])
            yield Compared(changes(_empty(new), new, texts), texts)


def _empty(document: Document) -> Document:
    return Document(document.source, format=document.format)


def _write(compared: Sequence[Compared], options: Options) -> None:
    found = [one.found for one in compared]
    names = (shown_name(options.paths[0]), shown_name(options.paths[1]))
    if options.format == "html":
        text = html(found, names, [one.texts for one in compared])
    elif options.format == "json":
        data = {"before": names[0], "after": names[1], "documents": [to_data(one) for one in found]}
        text = json.dumps(data, indent=2) + "\n"
    elif options.out is None and is_terminal(sys.stdout):
        text = "".join(f"{line}\n" for line in _people(compared, wants_color(options.color, sys.stdout)))
    else:
        text = "".join(f"{line}\n" for one in found for line in _plain(one))
    write_text(text, options.out, options.force)
    if options.format == "text":
        say(_summary(found))


def _summary(several: Sequence[Changes]) -> str:
    """Return the counts of all documents in words."""
    total: dict[str, dict[str, int]] = {}
    for found in several:
        for name, row in counts(found).items():
            for kind, number in row.items():
                total.setdefault(name, {}).setdefault(kind, 0)
                total[name][kind] += number
    parts = [
        f"{name}: " + ", ".join(f"{number:,} {kind}" for kind, number in row.items()) for name, row in total.items()
    ]
    return "; ".join(parts) or "nothing changed"


def _plain(found: Changes) -> Iterator[str]:
    """Yield a line a slot: kind, section, id before, id after, slot, before, after, with tabs between."""
    for change in found.changes:
        ids = [item.ref.id if item else "" for item in (change.before, change.after)]
        head = (change.kind, change.section, *ids)
        titles = [item.title if item else "" for item in (change.before, change.after)]
        if not change.slots:
            yield _tabbed(*head, "", *titles)
        for row in rows(change, found) if change.slots else ():
            yield _tabbed(*head, row.slot, row.before or "", row.after or "")


def _tabbed(*cells: str) -> str:
    return "\t".join(map(one_line, cells))


def _people(compared: Sequence[Compared], color: bool) -> Iterator[str]:
    """Yield the changes as people read them."""
    several = len(compared) > 1
    for one in compared:
        if several and one.found.changes:
            yield styled(f"# {one_line(one.found.after.source.id)}", "1", color)
        for change in one.found.changes:
            yield from _change(change, one.found, color)


def _change(change: Change, found: Changes, color: bool) -> Iterator[str]:
    sign, style = SIGNS[change.kind]
    kind = _ONE.get(change.section, change.section.removesuffix("s"))
    name = f"{kind} {one_line(change.item.ref.id)}"
    yield f"{styled(f'{sign} {name}', style, color)}  {one_line(change.item.title)}".rstrip()
    for row in rows(change, found):
        label = row.slot
        for mark, code, words in (("-", "31", row.before), ("+", "32", row.after)):
            if words is not None:
                yield f"    {label:14} {styled(f'{mark} {one_line(words)}', code, color)}"
                label = ""
