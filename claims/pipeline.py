"""The ordered steps from a text to its claims.

text → `segmentation` → `syntax` → `times`, `attribution` → `clauses` → factuality, `wording` →
`assembly`. Each step gets what the earlier ones found and returns new values; none calls another.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from typing import Any

import attrs

from claims.analysis import Link, References, SentenceSpan, Timex, enclosing
from claims.assembly import Assembly, Judged
from claims.attribution import find_links, judge
from claims.clauses import Marks
from claims.clauses.proposals import Extractor, Passage
from claims.errors import UsageError
from claims.extractors import BUILT_IN, RULES, Split, name_of, named, plugged
from claims.model import Annotator as Provenance
from claims.model import Document, Model, Source
from claims.places import Gazetteer, located
from claims.readings import best, doubts
from claims.repair import mended
from claims.segmentation import duplicates, segment
from claims.syntax import DEFAULT_MODEL, GROUP, LONGEST, Parser, Sentence
from claims.text import digest
from claims.times import DateOrder, find_times, placed
from claims.trees import Tree
from claims.values import evolve
from claims.wording import resolve, reword

#: Zones that make no claims, whatever they say.
SILENT = {"credit": "credit", "dateline": "dateline", "byline": "byline"}
#: Tokens of a sentence beyond which it is not split: no writer's sentence is that long.
MAX_TOKENS = 1500
#: Called with what is done ("parsed", then "split"), for how many sentences, and of how many.
Progress = Callable[[str, int, int], None]


@attrs.frozen(slots=False)
class Annotator:
    """Annotates texts with claims; loads its model once, on first use.

    >>> from claims.pipeline import Annotator
    >>> document = Annotator().annotate("The crane fell on Friday.", published="2015-09-12")
    >>> [claim.text for claim in document.claims]
    ['The crane fell on Friday.']
    """

    #: Name of an installed spaCy pipeline for English.
    model: str = DEFAULT_MODEL
    #: Order of numeric dates ("mdy" or "dmy"), where the language and the text should not decide.
    date_order: DateOrder | None = None
    #: Knows places by their names: `claims.places.load_gazetteer`.
    gazetteer: Gazetteer | None = None
    #: Another way of making claims than by the rules: "verbs", by the rules and for every verb besides; a callable;
    #: or the name that a package registers (entry-point group `claims.extractors`).
    extractor: Extractor | str | None = None

    @cached_property
    def parser(self) -> Parser:
        """The loaded pipeline. Raises `MissingDependencyError` if it is not installed."""
        return Parser.named(self.model)

    @cached_property
    def provenance(self) -> tuple[Provenance, ...]:
        """How this annotator signs: name, version, model; behind it the extractor that is plugged in."""
        model: Model = self.parser.model
        own = Provenance("m1", "software", "claims", _version(), model)
        return (own,) if self._name is None else (own, Provenance("m2", "software", self._name))

    @property
    def _name(self) -> str | None:
        """What a plugged-in extractor is called; None where our own rules make the claims."""
        return None if self.extractor is None or self._built_in else name_of(self.extractor)

    @property
    def _built_in(self) -> str | None:
        """The name of the built-in way that is asked for."""
        return self.extractor if isinstance(self.extractor, str) and self.extractor in BUILT_IN else None

    @cached_property
    def _split(self) -> Split:
        if self.extractor is None or self._name is None:
            return BUILT_IN[self._built_in or RULES]
        return plugged(named(self.extractor) if isinstance(self.extractor, str) else self.extractor, self._name)

    def annotate(
        self,
        text: str,
        published: str | None = None,
        *,
        id: str = "text",
        language: str = "en",
        title: str | None = None,
        author: Iterable[str] = (),
        publisher: str | None = None,
        url: str | None = None,
        path: str | None = None,
        progress: Progress | None = None,
    ) -> Document:
        """Return the text's claims with everything they rest on.

        `published` is the ISO date or date-time that relative times are counted from; without one
        they stay underspecified. With `path`, the document names that file instead of carrying the
        text. `progress` is called for every sentence that is parsed, then split (see `Progress`).
        """
        task = _task(text, published, id, language, title, author, publisher, url, path)
        return next(self._documents([task], progress))

    def pipe(self, texts: Iterable[str | dict[str, Any]], **metadata: Any) -> Iterator[Document]:
        """Annotate a stream of texts: one document each, in the same order and the same as from `annotate`.

        An item is a text, or a mapping with "text" and any argument of `annotate`, which goes
        before `metadata`. Texts without an id are numbered: text-1, text-2, … Short texts are parsed
        together, which is faster, so documents come in groups.
        """
        for group in _groups(_tasks(texts, metadata)):
            yield from self._documents(group)

    def _documents(self, tasks: Sequence[_Task], progress: Progress | None = None) -> Iterator[Document]:
        """Parse the texts together, then annotate one after the other."""
        sentences = [(task.text, span.span) for task in tasks for span in task.spans]
        trees = self._trees(sentences, progress)
        way = _Way(self._split, self.provenance[-1].id, self.date_order, progress)
        for task in tasks:
            own = list(islice(trees, len(task.spans)))
            with _uncollected():
                document = _assembly(task, own, way).document(task.source, self.provenance)
                document = located(document, task.text, self.gazetteer)
                # What is gone before the search begins need not be searched.
                own.clear()
            yield document

    def _trees(self, sentences: Sequence[Sentence], progress: Progress | None) -> Iterator[Tree]:
        """Parse every sentence, and those that come out ungrammatical or unlikely again."""
        for number, readings in enumerate(self.parser.readings(sentences, _doubtful, mended), 1):
            if progress is not None:
                progress("parsed", number, len(sentences))
            yield best(readings)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let the search for cyclic garbage wait: what a text is turned into has no cycles, and all of it is kept."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@attrs.frozen
class _Way:
    """How sentences are split, who signs the claims, and who is told."""

    split: Split
    signer: str
    date_order: DateOrder | None = None
    progress: Progress | None = None


@attrs.frozen
class _Task:
    """A text to annotate, cut into sentences."""

    text: str
    source: Source
    spans: tuple[SentenceSpan, ...]


def _task(
    text: str,
    published: str | None = None,
    id: str = "text",
    language: str = "en",
    title: str | None = None,
    author: Iterable[str] = (),
    publisher: str | None = None,
    url: str | None = None,
    path: str | None = None,
) -> _Task:
    if not isinstance(text, str):
        raise UsageError(f"a text is a str, not {type(text).__name__}")
    source = Source(
        id, digest(text), len(text), language, title, tuple(author), publisher, url, published,
        text if path is None else None, path,
    )  # fmt: skip
    return _Task(text, source, tuple(segment(text)))


def _tasks(texts: Iterable[str | dict[str, Any]], metadata: dict[str, Any]) -> Iterator[_Task]:
    for number, item in enumerate(texts, 1):
        options = {"text": item} if isinstance(item, str) else dict(item)
        yield _task(**{"id": f"text-{number}", **metadata, **options})


def _groups(tasks: Iterator[_Task]) -> Iterator[list[_Task]]:
    """Put tasks together until they fill a group of the parser; those before a bad item are not lost with it."""
    group: list[_Task] = []
    waiting = 0
    try:
        for task in tasks:
            group.append(task)
            waiting += len(task.spans) + 1
            if waiting >= GROUP:
                yield group
                group, waiting = [], 0
    except Exception:
        yield group
        raise
    yield group


def _assembly(task: _Task, trees: Sequence[Tree], way: _Way) -> Assembly:
    text, spans = task.text, task.spans
    timexes = find_times(trees, task.source.published, spans, language=task.source.language, date_order=way.date_order)
    links = find_links(trees, spans, text)
    references = resolve(trees, spans)
    judged = list(_judge_all(task, trees, timexes, links, references, way))
    stated = {row.sentence for row in judged}
    reasons = {k: _reason(spans[k], trees[k]) for k in range(len(spans)) if k not in stated}
    return Assembly(
        text, spans, trees, reasons, duplicates(text, spans), timexes, links, references, judged, "m1", way.signer
    )  # fmt: skip


def _doubtful(tree: Tree) -> bool:
    return doubts(tree) > 0


def _judge_all(
    task: _Task,
    trees: Sequence[Tree],
    timexes: tuple[Timex, ...],
    links: tuple[Link, ...],
    references: References,
    way: _Way,
) -> Iterator[Judged]:
    marks = Marks(links, timexes)
    for sentence, tree in enumerate(trees):
        if way.progress is not None:
            way.progress("split", sentence, len(trees))
        if task.spans[sentence].zone in SILENT or len(tree) > MAX_TOKENS:
            continue
        passage = Passage(task.text, task.spans[sentence].span, sentence, tree, task.source.published)
        for clause in way.split(passage, marks):
            related = [placed(tree, timexes, adjunct) for adjunct in clause.when]
            when = (evolve(it, relation=how) for it, (how, _) in zip(clause.when, related, strict=True))
            clause = evolve(clause, when=tuple(when)) if related else clause
            around = tuple(links[number] for number in reversed(enclosing(links, clause.link)))
            wording = reword(task.text, tree, sentence, clause, references, trees, links)
            yield Judged(
                sentence,
                clause,
                judge(trees, sentence, clause, around),
                wording.text,
                wording.edits,
                wording.unresolved,
                tuple(interval for _, interval in related),
            )


def _reason(span: SentenceSpan, tree: Tree) -> str:
    """Return why a sentence yields no claim."""
    if span.zone in SILENT:
        return SILENT[span.zone]
    if len(tree) > MAX_TOKENS or len(span.span) > LONGEST:
        return "too_long"
    return "fragment" if any(token.text.isalnum() for token in tree) else "no_words"


def _version() -> str:
    try:
        return version("atomic-claims")
    except PackageNotFoundError:
        return "0.0.0"
