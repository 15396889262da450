"""`claims compare`: what claims have to do with each other."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

from claims.cli.files import documents, text_of
from claims.cli.messages import progress, say
from claims.cli.options.compare import Options
from claims.cli.terminal import is_terminal
from claims.errors import UsageError
from claims.factcheck import Statement, Suggestion, compare, judge_named
from claims.model import Document
from claims.phrases import counted
from claims.pipeline import Annotator
from claims.visible import one_line

#: The id of the passage among the documents.
PASSAGE = "passage"
NOTE = "suggestions made by software, none of them a verdict"


def run(options: Options) -> int:
    """Print the suggestions, the most telling first."""
    judge_named(options.judge)
    texts: dict[str, str] = {}
    found = list(_read(options, texts))
    with progress() as line:
        line.show("comparing")
        suggestions = compare(found, judge=options.judge, texts=texts)
    chosen = [it for it in suggestions if _wanted(it, options)]
    if options.format == "json":
        print(json.dumps(_report(chosen, options), indent=2))
    else:
        _print(chosen)
    say(f"{counted(len(chosen), 'pair')}: {NOTE}")
    return 0


def _read(options: Options, texts: dict[str, str]) -> Iterator[Document]:
    """Yield the documents, and note the texts that stand beside them; two of one name cannot be told apart."""
    seen: set[str] = set()
    for path in options.files:
        for document in documents(path):
            name = document.source.id
            if name in seen or (name == PASSAGE and options.passage is not None):
                raise UsageError(f"two documents are called {name}: give one another source id")
            seen.add(name)
            if (text := text_of(document, path)) is not None:
                texts[name] = text
            yield document
    if options.passage is not None:
        yield Annotator().annotate(options.passage, options.published, id=PASSAGE)


def _wanted(suggestion: Suggestion, options: Options) -> bool:
    sides = {suggestion.one.document, suggestion.other.document}
    if options.passage is not None and (PASSAGE not in sides or len(sides) < 2):
        return False
    if options.across and len(sides) < 2:
        return False
    return not options.relations or suggestion.relation in options.relations


def _print(suggestions: list[Suggestion]) -> None:
    for it in suggestions:
        if is_terminal(sys.stdout):
            print("\n".join(_block(it)))
        else:
            print("\t".join(map(one_line, _fields(it))))


def _fields(it: Suggestion) -> tuple[str, ...]:
    head = (it.relation, it.slot or "", f"{it.score:.2f}", _name(it.one), _name(it.other))
    return (*head, it.reason, it.one.text, it.other.text)


def _block(it: Suggestion) -> Iterator[str]:
    yield f"{it.relation}{f' ({it.slot})' if it.slot else ''} · {it.score:.2f}"
    for side in (it.one, it.other):
        yield f"  {one_line(_name(side))}  {one_line(side.text)}"
    yield f"  {one_line(it.reason)}\n"


def _name(side: Statement) -> str:
    return f"{side.document}#{side.claim}"


def _report(suggestions: list[Suggestion], options: Options) -> dict[str, Any]:
    from importlib.metadata import version

    maker = {"kind": "software", "name": "claims", "version": version("atomic-claims"), "judge": options.judge}
    return {"note": NOTE, "suggested_by": maker, "pairs": [_pair(it) for it in suggestions]}


def _pair(it: Suggestion) -> dict[str, Any]:
    sides = [{"document": side.document, "claim": side.claim, "text": side.text} for side in (it.one, it.other)]
    findings = [{"slot": row.slot, "state": row.state, "reason": row.reason} for row in it.findings]
    return {"relation": it.relation, "slot": it.slot, "score": it.score, "claims": sides, "findings": findings}
