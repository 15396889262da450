"""Whom pronouns, possessives and bare definites mean: read once, sentence by sentence, look back a bounded way.

Names are grouped first (`claims.wording.names`). Then every noun phrase either continues a referent or opens one,
and every pronoun chooses among the referents of the last sentences that agree with it and that binding allows
(`claims.wording.ranking`). A pronoun with no clear favourite keeps its candidates and is not resolved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, islice
from typing import Literal

from claims.analysis import Anaphor, EntityChain, References, SentenceSpan, Words
from claims.trees import VERBAL, Tree
from claims.values import evolve
from claims.wording.agreement import HE, IT, PERSON, PRONOUNS, SHE, THEY, sex_of
from claims.wording.antecedents import Namer
from claims.wording.lookup import place_of, with_pronouns
from claims.wording.mentions import ORDERED, Phrase, Pronoun, mentions, quoted_after
from claims.wording.names import Names, by_title, find_names
from claims.wording.phrases import describes, in_place_of, is_bare, modifiers, tells_age
from claims.wording.ranking import ALIVE, is_sure, shares
from claims.wording.referents import Field, Ground, Referent, are_parallel, is_possible, place
from claims.wording.relatives import relatives

#: How many sentences back an antecedent may stand.
WINDOW = {HE: 20, SHE: 20, IT: 12, THEY: 14}
#: How many candidates are looked at.
LIMIT = 14
#: How far back a bare definite looks, in sentences, and how many referents of one noun are kept.
DEFINITE_WINDOW, SAME_NOUN = 12, 8
#: "The future" means no future told of before.
TIMELESS = frozenset(("past", "present", "future"))
#: The share that makes the next pronoun think of it as taken up.
PROBABLE = 0.2
#: How an age that stands for a person ends.
AGED = "-year-old"
#: Prepositions before a place.
WITHIN = frozenset(("in", "at", "near", "to", "into", "across", "outside", "throughout", "around", "inside"))


#: Called with every choice: the pronoun, its candidates, and what they have in common.
Watch = Callable[[Pronoun, list[Referent], Field], None]


def resolve(trees: Sequence[Tree], sentences: Sequence[SentenceSpan], watch: Watch | None = None) -> References:
    """Return whom the text names or takes up, and its anaphors with their antecedents; `watch` sees every choice."""
    names = find_names(trees)
    reader = Reader(trees, names, [sentence.paragraph for sentence in sentences], watch)
    reader.anaphors.extend(by_title(trees, names))
    quoted = False
    for number, tree in enumerate(trees):
        reader.anaphors.extend(relatives(tree, number))
        if number and sentences[number].paragraph != sentences[number - 1].paragraph:
            quoted = False
        for mention in mentions(tree, number, quoted):
            reader.read(mention)
        reader.end_sentence()
        for token in tree:
            if token.pos == "PUNCT":
                quoted = quoted_after(token, quoted)
    anaphors = sorted(reader.anaphors, key=lambda anaphor: place_of(anaphor.words))
    return References(with_pronouns(reader.chains(), anaphors), tuple(anaphors))


class Reader:
    """Reads mentions in text order and remembers what has been spoken of."""

    def __init__(self, trees: Sequence[Tree], names: Names, paragraphs: Sequence[int], watch: Watch | None) -> None:
        self.trees = trees
        self.ground = Ground(trees, paragraphs, [0, *accumulate(map(len, trees))])
        #: A sentence with the counts of verbs before its tokens.
        self.verbs: tuple[int, list[int]] = (-1, [])
        self.names = names
        self.namer = Namer(trees, names)
        self.anaphors: list[Anaphor] = []
        #: What has been spoken of and may be taken up, the latest last, for every form of pronoun.
        self.recent: dict[int, dict[int, Referent]] = {HE: {}, SHE: {}, IT: {}, THEY: {}}
        #: The referents of the sentence that is being read, by the heads of their phrases.
        self.here: dict[int, Referent] = {}
        #: The group of which some were meant last, and in which sentence.
        self.parted: tuple[int, Referent] | None = None
        #: The coordinations of the sentence.
        self.groups: set[tuple[int, ...]] = set()
        self.by_entity: dict[int, Referent] = {}
        self.by_noun: dict[tuple[str, int], list[Referent]] = {}
        #: The last "it" and what it took up.
        self.it: tuple[Pronoun, Referent | None] | None = None
        #: What a pronoun took up although it has no name, with the number of its chain.
        self.described: dict[int, tuple[int, Referent]] = {}
        self.watch = watch

    def read(self, mention: Phrase | Pronoun) -> None:
        """Take in the next mention."""
        if isinstance(mention, Pronoun):
            self._pronoun(mention)
            return
        if mention.form == "part":
            self._part(mention)
        if mention.form == "group":
            self.groups.add(mention.parts)
            self._remember(Referent(mention))
        elif mention.role in ("predicate", "appositive"):
            self._describe(mention)
        else:
            self._phrase(mention)

    def end_sentence(self) -> None:
        """Take two people who meet in a sentence for a pair that "they" may take up."""
        # "The mayor of Lund, Karin Ek" are not two, whatever Lund was taken for.
        apart = {head: r for head, r in self.here.items() if r.phrase.role not in ("nested", "possessive", "modifier")}
        people = {r.entity: head for head, r in apart.items() if self._is_person(r)}
        heads = tuple(sorted(people.values()))
        if len(heads) == 2 and heads not in self.groups:
            phrase = self.here[heads[0]].phrase
            pair = evolve(phrase, fits=THEY, maybe=0, form="pair", key="", parts=heads)
            self._remember(Referent(pair))
        self.here.clear()
        self.groups.clear()

    def _is_person(self, referent: Referent) -> bool:
        entity, phrase = referent.entity, referent.phrase
        return entity is not None and phrase.type == "PERSON" and self.names.chains[entity].type == "person"

    def _remember(self, referent: Referent) -> None:
        fits, key = referent.fits | referent.maybe, id(referent)
        for form, recent in self.recent.items():
            recent.pop(key, None)
            if fits & form:
                recent[key] = referent
        last = referent.last
        if isinstance(last, Phrase) and not last.parts:
            self.here[last.head] = referent

    def _forget(self, referent: Referent) -> None:
        for recent in self.recent.values():
            recent.pop(id(referent), None)

    def _phrase(self, phrase: Phrase) -> None:
        mention = self.names.at.get((phrase.sentence, phrase.head))
        entity = self._entity(phrase, mention)
        if entity is not None:
            known = self.by_entity.get(entity)
            if known is None:
                known = self.by_entity[entity] = Referent(phrase, entity)
                known.fits = self._fits(entity, phrase)
                known.maybe = self._pinch(entity, known.fits, phrase)
            elif mention is not None and self.names.at.get((known.phrase.sentence, known.phrase.head)) == mention:
                return
            else:
                known.mention(phrase)
            self._remember(known)
            return
        self._remember(self._common(phrase))

    def _entity(self, phrase: Phrase, mention: int | None) -> int | None:
        if phrase.type == "NORP":
            return None
        if mention is not None:
            return self.names.entity[mention]
        if phrase.form == "name" and phrase.type == "" and self.trees[phrase.sentence][phrase.head].text == phrase.key:
            return self.names.known.get(phrase.key)
        return None

    def _fits(self, entity: int, phrase: Phrase) -> int:
        """Return what fits a named entity: its best name tells, not a mention that was typed by mistake."""
        kind = self.names.chains[entity].type
        if kind != "person":
            return phrase.fits if kind == "group" else IT | THEY if kind == "organisation" else IT
        best = self.names.mentions[self.names.best[entity]]
        tree = self.trees[best.words.sentence]
        return sex_of(tree, tree[best.name[-1]]) or phrase.fits & PERSON or PERSON

    def _pinch(self, entity: int, fits: int, phrase: Phrase) -> int:
        """Return what may take up a named entity at a pinch: a man is no "she", and one with a full name only "he"."""
        if fits not in (HE, SHE):
            place = self.names.chains[entity].type == "place" and self._is_located(phrase)
            return IT | THEY if place else HE | SHE | IT | THEY
        full = len(self.names.mentions[self.names.best[entity]].name) > 1
        return 0 if full else THEY | IT

    def _is_located(self, phrase: Phrase) -> bool:
        """Tell whether a name says where something is: "in Paris" is no misread person."""
        token = self.trees[phrase.sentence][phrase.head]
        return token.dep == "pobj" and self.trees[phrase.sentence][token.head].lower in WITHIN

    def _common(self, phrase: Phrase) -> Referent:
        same = self.by_noun.setdefault((phrase.key, phrase.fits), [])
        if phrase.form in ("definite", "name", "possessed") and phrase.key:
            tree = self.trees[phrase.sentence]
            own = modifiers(tree, phrase.head)
            fitting = [
                r
                for r in same
                if phrase.sentence - r.last.sentence <= DEFINITE_WINDOW
                and (not own or own <= modifiers(self.trees[r.named.sentence], r.named.head))
            ]
            if not own and phrase.form == "definite" and is_bare(tree, phrase.head):
                self._definite(phrase, fitting)
            if not fitting and phrase.form == "definite" and (phrase.key.endswith(AGED) or tells_age(tree, phrase)):
                fitting = self._aged(phrase)
            if fitting:
                fitting[-1].mention(phrase)
                return fitting[-1]
        referent = Referent(phrase)
        same.append(referent)
        del same[:-SAME_NOUN]
        return referent

    def _aged(self, phrase: Phrase) -> list[Referent]:
        """Link "the 52-year-old (nurse)" to the one person of the sentence before; of several it may be any."""
        spoken_of = {id(r): r for form in (HE, SHE) for r in self.recent[form].values() if r.fits & PERSON}
        near = [r for r in spoken_of.values() if phrase.sentence - r.last.sentence == 1 and not self.namer.is_owned(r)]
        people = [r for r in near if "person" in (r.phrase.type, self._kind(r)) and not self._has_age(r)]
        tree = self.trees[phrase.sentence]
        words = Words(phrase.sentence, tuple(range(tree.children(phrase.head, "det")[0], phrase.head + 1)))
        if len(people) > 1:
            candidates = tuple(place for r in people for place in self.namer.places_of(r))
            self.anaphors.append(Anaphor(words, "definite", (), candidates))
            return []
        if people and people[0].entity is not None:
            self.anaphors.append(Anaphor(words, "definite", self.namer.naming(people[0]), (), people[0].entity))
        return people

    def _has_age(self, referent: Referent) -> bool:
        return referent.named.key.endswith(AGED) or "old" in self.namer.modifiers(referent)

    def _kind(self, referent: Referent) -> str:
        return "" if referent.entity is None else self.names.chains[referent.entity].type

    def _describe(self, phrase: Phrase) -> None:
        """Take an appositive or predicate noun as telling more about what it describes."""
        described = describes(self.trees[phrase.sentence], phrase.head)
        referent = self.here.get(described)
        if referent is not None and place(referent.last) == described:
            self._same(referent, phrase)
            return
        self._phrase(phrase)

    def _same(self, referent: Referent, phrase: Phrase) -> None:
        """Join an appositive or predicate noun to what it describes; the common noun of the two tells the gender."""
        mention = self.names.at.get((phrase.sentence, phrase.head))
        if mention is None or phrase.form != "name":
            told = phrase.fits
            self._also_called(referent, phrase)
        else:
            told = referent.fits
            if referent.entity is None:
                self._forget(referent)
                self._phrase(in_place_of(referent.last, phrase))
                known = self.by_entity.get(self.names.entity[mention])
                if known is None:
                    # A people or party ("Republicans") names no entity.
                    return
                self._now_named(referent, known)
                referent = known
        referent.maybe |= referent.fits
        # Who is known as a person stays one, whatever the noun: "both an artist and a brand".
        referent.fits = referent.fits & told or (referent.fits if referent.entity and referent.fits & PERSON else told)

    def _now_named(self, referent: Referent, known: Referent) -> None:
        """Let the noun before a name mean its bearer: "Swiss watchmaker **Ora** … the watchmaker"."""
        for same in self.by_noun.values():
            same[:] = [known if r is referent else r for r in same]

    def _also_called(self, referent: Referent, phrase: Phrase) -> None:
        """Give a name to what was "a Swiss woman" in the headline."""
        if phrase.type not in ("", "person"):
            return
        own = modifiers(self.trees[phrase.sentence], phrase.head)
        same = self.by_noun.setdefault((phrase.key, phrase.fits), [])
        for earlier in same:
            if earlier.entity is None and own and own == self.namer.modifiers(earlier):
                self._forget(earlier)
                same.remove(earlier)
                referent.count += earlier.count
                break
        same.append(referent)
        del same[:-SAME_NOUN]

    def _pronoun(self, pronoun: Pronoun) -> None:
        bound = self._bound(pronoun)
        if bound is not None:
            self.anaphors.append(bound)
            return
        candidates = list(self._candidates(pronoun))
        field = Field.of(pronoun, candidates, self.ground, self._verbs(pronoun.sentence))
        believed = shares(pronoun, candidates, field)
        if self.watch:
            self.watch(pronoun, candidates, field)
        order = sorted(range(len(candidates)), key=believed.__getitem__, reverse=True)
        best = candidates[order[0]] if order else None
        chosen = best if is_sure(candidates, believed, order) else None
        if pronoun.form == IT:
            chosen = self._unless_open(pronoun, chosen)
        self._settle(pronoun, chosen, alive=[candidates[i] for i in order if believed[i] >= ALIVE])
        if best is not None and believed[order[0]] >= PROBABLE:
            best.take_up(pronoun, believed[order[0]])
            self._remember(best)

    def _unless_open(self, pronoun: Pronoun, chosen: Referent | None) -> Referent | None:
        """Leave an "it" open with the one that has its part in the clause before: "saw **it** but never bought it"."""
        before = self.it
        if before is not None and before[1] is None and are_parallel(before[0], pronoun):
            chosen = None
        self.it = pronoun, chosen
        return chosen

    def _verbs(self, sentence: int) -> list[int]:
        if self.verbs[0] != sentence:
            self.verbs = (sentence, [0, *accumulate(token.pos in VERBAL for token in self.trees[sentence])])
        return self.verbs[1]

    def _bound(self, pronoun: Pronoun) -> Anaphor | None:
        """Let a possessive follow the pronoun of its form that is its subject: "it has lost its use"."""
        if not pronoun.possessive or not self.anaphors:
            return None
        for earlier in reversed(self.anaphors[-SAME_NOUN:]):
            if earlier.words == Words(pronoun.sentence, (pronoun.subject,)) and earlier.kind == "pronoun":
                subject = self.trees[pronoun.sentence][pronoun.subject]
                words = Words(pronoun.sentence, (pronoun.token,))
                same = PRONOUNS.get(subject.lower) == pronoun.form and pronoun.described < 0
                return evolve(earlier, words=words, kind="possessive") if same else None
        return None

    def _candidates(self, pronoun: Pronoun) -> Iterator[Referent]:
        earliest = pronoun.sentence - WINDOW[pronoun.form]
        for referent in islice(reversed(self.recent[pronoun.form].values()), LIMIT):
            if referent.last.sentence < earliest:
                return
            if is_possible(pronoun, referent):
                yield referent

    def _settle(self, pronoun: Pronoun, chosen: Referent | None, alive: Iterable[Referent]) -> None:
        """Note what a pronoun stands for, or what it might stand for."""
        words = Words(pronoun.sentence, (pronoun.token,))
        kind: Literal["possessive", "pronoun"] = "possessive" if pronoun.possessive else "pronoun"
        if chosen is not None:
            self.anaphors.append(Anaphor(words, kind, self.namer.naming(chosen), (), self._number(chosen)))
        else:
            self.anaphors.append(
                Anaphor(words, kind, (), tuple(place for r in alive for place in self.namer.places_of(r)))
            )

    def _number(self, referent: Referent) -> int:
        """Return the number of the chain of what a pronoun took up; what has no name gets one now."""
        if (entity := self.namer.entity_of(referent)) is not None:
            return entity
        number = len(self.names.chains) + len(self.described)
        return self.described.setdefault(id(referent), (number, referent))[0]

    def chains(self) -> tuple[EntityChain, ...]:
        """Return the chains of what is named, then of what a pronoun took up without a name."""
        return (*self.names.chains, *(self.namer.chain(referent) for _, referent in self.described.values()))

    def _part(self, phrase: Phrase) -> None:
        """Link "the last" and "neither" to what was parted just before, or to the one group that was just named."""
        near = [r for r in self.recent[THEY].values() if phrase.sentence - r.last.sentence <= 1 and r.fits == THEY]
        several = [r for r in near if r.phrase.form not in ("pair", "group", "part") and r.phrase.key]
        subjects = [r for r in several if r.last.role == "subject"]
        chosen = several if len(several) == 1 else subjects if len(subjects) == 1 else []
        if self.parted and phrase.sentence - self.parted[0] <= 1:
            chosen = [self.parted[1]]
        elif self._is_counted_off(phrase):
            chosen = []
        self.parted = (phrase.sentence, chosen[0]) if chosen else None
        words = Words(phrase.sentence, (*self.trees[phrase.sentence].children(phrase.head, "det"), phrase.head))
        candidates = () if chosen else tuple(place for r in several for place in self.namer.places_of(r))
        self.anaphors.append(Anaphor(words, "part", self.namer.naming(chosen[0]) if chosen else (), candidates))

    def _is_counted_off(self, phrase: Phrase) -> bool:
        """Tell of "the strike is the second this year; **the first** …" that no group was named."""
        tree = self.trees[phrase.sentence]
        return any(t.lower in ORDERED and t.dep == "attr" and t.i < phrase.head for t in tree)

    def _definite(self, phrase: Phrase, fitting: list[Referent]) -> None:
        """Link a bare definite to the one fuller phrase with its noun, or to the only one nearby."""
        if phrase.key in TIMELESS or (phrase.sentence, phrase.head) in self.names.titled:
            return
        fuller = [r for r in fitting if r.entity is not None or self.namer.modifiers(r)]
        fuller = [r for r in fuller if not self.namer.is_owned(r)] or fuller
        fuller = [r for r in fuller if not self.namer.is_counted(r)]
        if not fuller:
            return
        near = [r for r in fuller if phrase.sentence - r.last.sentence <= 1]
        chosen = fuller if len(fuller) == 1 else near if len(near) == 1 else []
        tree = self.trees[phrase.sentence]
        det = tree.child(phrase.head, "det")
        words = Words(phrase.sentence, tuple(range(phrase.head if det is None else det, phrase.head + 1)))
        if chosen:
            self.anaphors.append(
                Anaphor(words, "definite", self.namer.naming(chosen[0], fully=True), (), chosen[0].entity)
            )
        else:
            candidates = tuple(place for r in fuller for place in self.namer.places_of(r))
            self.anaphors.append(Anaphor(words, "definite", (), candidates))
