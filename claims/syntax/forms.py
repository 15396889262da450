"""Parts of speech and lemmas: told of a word once, not wherever it stands.

After tagger and parser, the attribute ruler and the rule lemmatizer tell a token's part of speech and lemma
from its word, tag and relation, with rules of spaCy's that look at every token anew: a tenth of the
pipeline's time. They are asked once for each combination, and what they say is remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

#: Components that read neither, so that it does not matter when these are told.
_BLIND = frozenset(("tok2vec", "transformer", "tagger", "parser", "senter", "ner"))
#: The rest of a pipeline for English, in its order.
_TELLERS = ("attribute_ruler", "lemmatizer")
#: What tokens are told apart by, and what patterns may look at for the answer to depend on no more.
_KEY: list[int | str] = ["ORTH", "TAG", "DEP"]
_TOLD_BY_KEY = frozenset(("ORTH", "TEXT", "LOWER", "NORM", "SHAPE", "IS_SPACE", "TAG", "DEP"))
#: Combinations that are remembered, some 20 MB; beyond that they are forgotten and learnt anew.
MOST = 100_000

#: The numbers of word, tag and relation.
Key = tuple[int, ...]
#: Text, lemma, part of speech, tag and relation, as `Token` has them.
Form = tuple[str, str, str, str, str]


@attrs.frozen
class Forms:
    """Tells the forms of tokens that are tagged and parsed."""

    #: The components that are asked once for each combination.
    components: tuple[tuple[str, Callable[[Doc], Doc]], ...]
    #: Finds tokens of which a rule says something for what stands beside them, and those that begin such.
    _several: Matcher
    _first: Matcher
    _known: dict[Key, Form] = attrs.field(factory=dict, init=False)
    _openers: set[Key] = attrs.field(factory=set, init=False)

    @classmethod
    def of(cls, nlp: Language) -> Forms:
        """Take the components of a pipeline that can be asked so: none, if it is made otherwise than English ones."""
        names = tuple(name for name in nlp.pipe_names if name not in _BLIND)
        components: Any = tuple((name, nlp.get_pipe(name)) for name in names)
        if names != _TELLERS or not _look_at_words(*(component for _, component in components)):
            return cls((), _matcher(nlp.vocab, []), _matcher(nlp.vocab, []))
        several = [pattern for pattern in _patterns(components[0][1]) if len(pattern) > 1]
        return cls(components, _matcher(nlp.vocab, several), _matcher(nlp.vocab, [it[:1] for it in several]))

    def tell(self, docs: Sequence[Doc]) -> Iterator[list[Form]]:
        """Yield the forms of each Doc's tokens, once all other components have seen it."""
        if not self.components:
            return map(_read, docs)
        if len(self._known) > MOST:
            self._known.clear()
            self._openers.clear()
        rows = [list(map(tuple, doc.to_array(_KEY).tolist())) for doc in docs]
        self._learn(docs[0].vocab, [key for key in dict.fromkeys(chain.from_iterable(rows)) if key not in self._known])
        return (self._forms(doc, row) for doc, row in zip(docs, rows, strict=True))

    def _forms(self, doc: Doc, row: list[Key]) -> list[Form]:
        if not self._openers.isdisjoint(row) and self._several(doc):
            return self._ask(doc)
        return [self._known[key] for key in row]

    def _learn(self, vocab: Vocab, keys: Sequence[Key]) -> None:
        """Ask for all combinations at once, and once more for those that happen to make a pattern together."""
        if not keys:
            return
        doc = _doc(vocab, keys)
        self._openers.update(keys[start] for _, start, _ in self._first(doc))
        beside = {i for _, start, end in self._several(doc) for i in range(start, end)}
        self._known.update(zip(keys, self._ask(doc), strict=True))
        self._known.update((keys[i], self._ask(_doc(vocab, [keys[i]]))[0]) for i in beside)

    def _ask(self, doc: Doc) -> list[Form]:
        for _, component in self.components:
            doc = component(doc)
        return _read(doc)


def _doc(vocab: Vocab, keys: Sequence[Key]) -> Doc:
    """Return a Doc of one token for each combination."""
    from spacy.tokens import Doc

    words, tags, deps = ([vocab.strings[number] for number in column] for column in zip(*keys, strict=True))
    return Doc(vocab, words, tags=tags, deps=deps, heads=list(range(len(words))))


def _read(doc: Doc) -> list[Form]:
    names = doc.vocab.strings
    rows = doc.to_array(["ORTH", "LEMMA", "POS", "TAG", "DEP"]).tolist()
    return [(names[word], names[lemma], names[pos], names[tag], names[dep]) for word, lemma, pos, tag, dep in rows]


def _patterns(ruler: Any) -> list[list[dict[str, Any]]]:
    return [pattern for row in ruler.patterns for pattern in row["patterns"]]


def _look_at_words(ruler: Any, lemmatizer: Any) -> bool:
    """Tell whether the two look at words, tags and relations, the lemmatizer at one token at a time."""
    looked_at = {name for pattern in _patterns(ruler) for token in pattern for name in token}
    return looked_at <= _TOLD_BY_KEY and lemmatizer.mode in ("rule", "lookup")


def _matcher(vocab: Vocab, patterns: list[list[dict[str, Any]]]) -> Matcher:
    from spacy.matcher import Matcher

    found = Matcher(vocab)
    if patterns:
        found.add("pattern", patterns)
    return found
