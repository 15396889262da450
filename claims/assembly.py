"""Give ids and places: from what the steps found to a `claims.model.Document`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from claims import model
from claims.analysis import Adjunct, Clause, Factivity, Link, References, SentenceSpan, Timex, Tokens, Words, enclosing
from claims.lexicon import words as word_class
from claims.text import Extent
from claims.trees import Token, Tree
from claims.values import lazy, value

#: Kinds of places that are named behind "of".
_CALLED = frozenset("city town village province state district region county island port republic kingdom".split())


@value
class Judged:
    """A clause with what was found out about it: factuality, wording, and the intervals of its times."""

    sentence: int
    clause: Clause
    factivity: Factivity
    text: str
    edits: tuple[model.Edit, ...]
    unresolved: tuple[model.Unresolved, ...]
    #: One EDTF interval for each adjunct in `clause.when`.
    intervals: tuple[str | None, ...]


@attrs.frozen(eq=False, slots=False)
class Assembly:
    """Everything that the steps found in one text."""

    text: str
    spans: Sequence[SentenceSpan]
    trees: Sequence[Tree]
    #: Why a sentence has no claims, by index.
    reasons: Mapping[int, str]
    #: Index of a sentence to that of the earlier one with the same words.
    duplicates: Mapping[int, int]
    timexes: Sequence[Timex]
    links: Sequence[Link]
    references: References
    judged: Sequence[Judged]
    #: Who signs the attributions, and who the claims.
    by: str
    claims_by: str

    def document(self, source: model.Source, annotators: tuple[model.Annotator, ...]) -> model.Document:
        """Assemble the document."""
        return model.Document(
            source,
            annotators,
            sentences=tuple(map(self._sentence, range(len(self.spans)))),
            entities=tuple(map(self._entity, range(len(self.references.entities)))),
            times=tuple(map(self._time, range(len(self.timexes)))),
            attributions=tuple(map(self._attribution, range(len(self.links)))),
            claims=tuple(map(self._claim, range(len(self.judged)))),
        )

    def extent(self, words: Words) -> Extent:
        """Return the place of some words."""
        return self.trees[words.sentence].extent(words.tokens)

    def _placed(self, words: Sequence[Words]) -> tuple[Extent, str]:
        extent = self.extent(words[0]) if len(words) == 1 else Extent.union(map(self.extent, words))
        return extent, extent.exact(self.text)

    def _inside(self, sentence: int, tokens: Tokens) -> tuple[Extent, str]:
        extent = self.trees[sentence].extent(tokens)
        return extent, extent.exact(self.text)

    def _sentence(self, index: int) -> model.Sentence:
        twin = self.duplicates.get(index)
        return model.Sentence(
            f"s{index + 1}",
            self.spans[index].span,
            self.spans[index].paragraph,
            self.spans[index].zone,
            duplicate_of=None if twin is None else f"s{twin + 1}",
            no_claim=self.reasons.get(index),
        )

    def _entity(self, index: int) -> model.Entity:
        chain = self.references.entities[index]
        return model.Entity(f"e{index + 1}", chain.name, chain.type, tuple(map(self.extent, chain.mentions)))

    def _time(self, index: int) -> model.Time:
        timex = self.timexes[index]
        extent, exact = self._inside(timex.words.sentence, timex.words.tokens)
        anchor = timex.anchor
        if anchor is not None and anchor.isdecimal():
            anchor = f"t{int(anchor) + 1}"
        elif anchor is None and timex.type == "DURATION":
            anchor = self._events.get(index)
        return model.Time(
            f"t{index + 1}",
            extent,
            exact,
            timex.type,
            timex.value,
            timex.mod,
            anchor,
            timex.edtf,
            timex.reason,
            begin_point=_point(timex.begin),
            end_point=_point(timex.end),
        )

    @lazy
    def _events(self) -> dict[int, str]:
        """Lengths of time, and the claim that they are counted from: "**days** after it fell"."""
        found: dict[int, str] = {}
        for number, row in enumerate(self.judged):
            for adjunct in row.clause.when:
                target = self._target(row.sentence, adjunct.target, number)
                if adjunct.timex is not None and target is not None and adjunct.relation in ("before", "after"):
                    found.setdefault(adjunct.timex, target)
        return found

    @lazy
    def _acts(self) -> dict[int, int]:
        """Links to the first claim that states them."""
        acts: dict[int, int] = {}
        for number, row in enumerate(self.judged):
            if row.clause.states is not None:
                acts.setdefault(row.clause.states, number)
        return acts

    def _attribution(self, index: int) -> model.Attribution:
        link = self.links[index]
        content = model.Content(*self._placed(link.content))
        cue = None if link.cue is None else model.Cue(*self._placed((link.cue,)), link.cue_lemma, link.cue_type)
        act = self._acts.get(index)
        home = link.cue or (link.content[0] if link.content else link.source)
        return model.Attribution(
            f"a{index + 1}",
            f"s{home.sentence + 1}" if home else "s1",
            None if link.parent is None else f"a{link.parent + 1}",
            self._voice(link),
            cue,
            content,
            link.quote,
            link.scope_ambiguous,
            None if act is None else f"c{act + 1}",
            self.by,
        )

    def _voice(self, link: Link) -> model.VoiceSource:
        if link.source is None:
            return model.VoiceSource("implicit")
        entity = self._entity_at(link.source.sentence, self._antecedent(link.source))
        entity = None if self._is_several(link.source, entity) else entity
        return model.VoiceSource(link.source_type, *self._placed((link.source,)), entity)

    def _is_several(self, words: Words, entity: str | None) -> bool:
        """Tell whether a source names others beside its first: "Lund **and Berg** said …"."""
        tree, inside = self.trees[words.sentence], set(words.tokens)
        joined = [i for i in words.tokens if tree[i].dep == "conj" and tree[i].head in inside]
        around = {i for i in inside if self._entity_around(words.sentence, i) == entity}
        return any(i not in around for i in joined)

    def _antecedent(self, words: Words) -> Tokens:
        """Return the noun that a relative pronoun stands for: "Lee, **who** said …"."""
        tree, token = self.trees[words.sentence], self.trees[words.sentence][words.tokens[0]]
        if len(words.tokens) > 1 or token.tag not in ("WP", "WDT"):
            return words.tokens
        return next(((tree[i].head,) for i in tree.ancestors(token.i) if tree[i].dep == "relcl"), words.tokens)

    @lazy
    def _entity_of(self) -> dict[int, dict[int, str]]:
        """Sentence to its tokens to the entity of the narrowest mention around each."""
        mentions = [
            (words, f"e{number + 1}")
            for number, chain in enumerate(self.references.entities)
            for words in chain.mentions
        ]
        found: dict[int, dict[int, str]] = {}
        for words, entity in sorted(mentions, key=lambda mention: -len(mention[0].tokens)):
            found.setdefault(words.sentence, {}).update(dict.fromkeys(words.tokens, entity))
        return found

    def _entity_around(self, sentence: int, token: int) -> str | None:
        return self._entity_of.get(sentence, {}).get(token)

    def _entity_at(self, sentence: int, tokens: Tokens) -> str | None:
        named = self._entity_of.get(sentence)
        if named is None or named.keys().isdisjoint(tokens):
            return None
        tree, inside = self.trees[sentence], set(tokens)
        heads = [i for i in tokens if tree[i].head not in inside or tree[i].head == i]
        return named.get(heads[0]) if len(heads) == 1 else None

    def _mention(self, sentence: int, tokens: Tokens) -> model.Mention:
        extent, exact = self._inside(sentence, tokens)
        return model.Mention(extent, exact, self._entity_at(sentence, tokens))

    def _places(self, sentence: int, tokens: Tokens) -> Iterator[model.Mention]:
        """Yield a place adjunct, then the places around it that it names: "in the base north of Baghdad, Iraq"."""
        tree = self.trees[sentence]
        noun = next((k for k, i in enumerate(tokens) if not _leads(tree[i])), 0)
        inside = [words for words in self._places_in.get(sentence, ()) if set(words.tokens) <= set(tokens)]
        own = self._entity_at(sentence, tokens[noun:]) or self._called(sentence, tokens[noun:], inside)
        extent, exact = self._inside(sentence, tokens)
        yield model.Mention(extent, exact, own)
        # "In Oslo and in Bergen" is two places, each with its preposition.
        joined = own is None and any(tree[i].dep == "cc" for i in tokens)
        for words in inside:
            first = words.tokens[0]
            if self._entity_around(sentence, first) != own:
                while first - 1 in (tokens if joined else tokens[noun:]) and _leads(tree[first - 1]):
                    first -= 1
                around = self._inside(sentence, tuple(range(first, words.tokens[-1] + 1)))
                yield model.Mention(*around, self._entity_around(sentence, words.tokens[0]))

    def _called(self, sentence: int, tokens: Tokens, inside: Sequence[Words]) -> str | None:
        """Return the place that a noun only names the kind of: "the city of **Mosul**", not "the coast of Libya"."""
        tree = self.trees[sentence]
        words = next(iter(inside), None)
        if words is None or words.tokens[0] < 2 or tree[words.tokens[0] - 1].lower != "of":
            return None
        kind = tree[words.tokens[0] - 2]
        named = kind.i in tokens and all(_leads(tree[i]) for i in tokens if i < kind.i)
        return self._entity_around(sentence, words.tokens[0]) if named and kind.lower in _CALLED else None

    @lazy
    def _places_in(self) -> dict[int, list[Words]]:
        """Sentence to the places it names, in text order."""
        found: dict[int, list[Words]] = {}
        for chain in self.references.entities:
            if chain.type in {"place", "facility"}:
                for words in chain.mentions:
                    found.setdefault(words.sentence, []).append(words)
        return {sentence: sorted(places, key=lambda words: words.tokens) for sentence, places in found.items()}

    @lazy
    def _claim_of(self) -> dict[tuple[int, int], int]:
        """Sentence and head token to the first claim that rests on it."""
        found: dict[tuple[int, int], int] = {}
        for number, row in enumerate(self.judged):
            found.setdefault((row.sentence, row.clause.head), number)
        return found

    def _target(self, sentence: int, head: int | None, own: int) -> str | None:
        number = None if head is None else self._claim_of.get((sentence, head))
        return None if number is None or number == own else f"c{number + 1}"

    def _claim(self, index: int) -> model.Claim:
        row = self.judged[index]
        clause, sentence = row.clause, row.sentence
        around = enclosing(self.links, clause.link)[::-1]
        fact = row.factivity
        voices = (("author", fact.author), *zip((f"a{n + 1}" for n in around), fact.links, strict=True))
        return model.Claim(
            f"c{index + 1}",
            f"s{sentence + 1}",
            self.trees[sentence].extent(clause.tokens),
            row.text,
            self._type(index),
            fact.kind,
            (self._mention(sentence, clause.who),) if clause.who else (),
            self._what(sentence, clause),
            tuple(
                self._when(sentence, adjunct, interval, index)
                for adjunct, interval in zip(clause.when, row.intervals, strict=True)
            ),
            tuple(mention for tokens in clause.where for mention in self._places(sentence, tokens)),
            tuple(f"a{n + 1}" for n in around),
            fact.polarity,
            tuple(model.Certainty(holder, value) for holder, value in voices),
            fact.tense,
            self._relations(index),
            row.edits,
            row.unresolved,
            clause.rule,
            clause.confidence,
            self.claims_by,
        )

    def _type(self, index: int) -> model.ClaimType:
        """Return the claim's type; of several claims that state one link, the first is its speech act."""
        clause = self.judged[index].clause
        if clause.states is None:
            return clause.type
        return "speech_act" if self._acts[clause.states] == index else "event"

    def _what(self, sentence: int, clause: Clause) -> model.What:
        tree = self.trees[sentence]
        extent, exact = self._inside(sentence, clause.predicate)
        head = tree[_carrier(tree, clause)]
        lemma = head.lemma if clause.head in clause.predicate or not clause.predicate else exact
        if not clause.predicate:
            lemma = "be"
        place = head.span if clause.head in clause.predicate else None
        arguments = []
        for slot in clause.arguments:
            entity = self._entity_at(sentence, slot.tokens)
            arguments.append(model.Argument(slot.role, *self._inside(sentence, slot.tokens), entity))
        return model.What(model.Predicate(extent, exact, lemma, place), tuple(arguments))

    def _when(self, sentence: int, adjunct: Adjunct, interval: str | None, own: int) -> model.When:
        extent, exact = self._inside(sentence, adjunct.tokens)
        return model.When(
            extent,
            exact,
            None if adjunct.timex is None else f"t{adjunct.timex + 1}",
            adjunct.relation,
            self._target(sentence, adjunct.target, own),
            interval,
        )

    def _relations(self, index: int) -> tuple[model.Relation, ...]:
        row = self.judged[index]
        found: list[model.Relation] = []
        for tie in row.clause.ties:
            target = self._target(row.sentence, tie.target, index)
            if target is not None:
                found.append(model.Relation(tie.type, target, value=tie.value))
            elif tie.tokens:
                extent, exact = self._inside(row.sentence, tie.tokens)
                found.append(model.Relation(tie.type, None, extent, exact, tie.value))
        if (twin := self._twin(index)) is not None:
            found.append(model.Relation("duplicate_of", f"c{twin + 1}"))
        return tuple(found)

    @lazy
    def _by_sentence(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for number, row in enumerate(self.judged):
            found.setdefault(row.sentence, []).append(number)
        return found

    def _twin(self, index: int) -> int | None:
        """Return the claim of the repeated sentence that says the same."""
        sentence = self.judged[index].sentence
        earlier = self.duplicates.get(sentence)
        if earlier is None:
            return None
        mine, theirs = self._by_sentence[sentence], self._by_sentence.get(earlier, [])
        return theirs[mine.index(index)] if len(mine) == len(theirs) else None


def _leads(token: Token) -> bool:
    """Tell whether a word leads to a place behind it: "north of", "in the"."""
    return (token.pos in {"ADP", "DET"} and token.lower != "between") or token.lower in word_class("compass")


def _carrier(tree: Tree, clause: Clause) -> int:
    """Return the word that carries a predicate's meaning: "appears to be **running**", "is able to **reach**"."""
    found = clause.head
    while (below := _below(tree, found, clause)) is not None:
        found = below
    return found


def _below(tree: Tree, verb: int, clause: Clause) -> int | None:
    """Return the verb of a predicate that another one of it only hedges, or whose possibility its adjective names."""
    governors = tree.children(verb, "acomp")
    if tree[verb].lemma in word_class("raising_verbs"):
        governors = (verb, *governors)
    for governor in governors:
        for i in tree.children(governor, "xcomp"):
            if i in clause.predicate:
                return i
    return None


def _point(point: str | None) -> str | None:
    """Return a point as the file has it: another time by its id."""
    return f"t{int(point[1:]) + 1}" if point is not None and point.startswith("#") else point
