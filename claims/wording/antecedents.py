"""What names a referent: the mention that an anaphor is replaced by, and the chain that it makes."""

from __future__ import annotations

from collections.abc import Sequence

from claims.analysis import EntityChain, Words
from claims.trees import Tree
from claims.values import value
from claims.wording.agreement import IT, PERSON
from claims.wording.grammar import joined
from claims.wording.mentions import Phrase
from claims.wording.names import TYPES, Names
from claims.wording.phrases import core, modifiers, spelled
from claims.wording.referents import Referent


@value
class Namer:
    """Finds names in the trees of a text whose names are known."""

    trees: Sequence[Tree]
    names: Names

    def entity_of(self, referent: Referent) -> int | None:
        """Return the entity of a referent: its own, or whom its last title means ("the mayor")."""
        last = referent.phrase
        return self.names.titled.get((last.sentence, last.head)) if referent.entity is None else referent.entity

    def naming(self, referent: Referent, *, fully: bool = False) -> tuple[Words, ...]:
        """Return the mention that names a referent, else the nearest or the one that tells most; several of a pair."""
        phrase = referent.named if fully else referent.phrase
        entity = self.entity_of(referent)
        if entity is not None:
            return (self.names.mentions[self.names.best[entity]].words,)
        return tuple(self._name(phrase.sentence, head) for head in phrase.parts or (phrase.head,))

    def _name(self, sentence: int, head: int) -> Words:
        """Return what names the phrase with this head: of a person in a coordination the full name."""
        mention = self.names.at.get((sentence, head))
        if mention is not None and self.names.chains[self.names.entity[mention]].type == "person":
            return self.names.mentions[self.names.best[self.names.entity[mention]]].words
        return Words(sentence, core(self.trees[sentence], head))

    def places_of(self, referent: Referent) -> tuple[Words, ...]:
        """Return one mention for a candidate; a coordination is taken as a whole, a pair as two."""
        phrase = referent.phrase
        if phrase.form != "group":
            return self.naming(referent)
        tree = self.trees[phrase.sentence]
        first, last = core(tree, phrase.parts[0])[0], core(tree, phrase.parts[-1])[-1]
        return (Words(phrase.sentence, tuple(range(first, last + 1))),)

    def chain(self, referent: Referent) -> EntityChain:
        """Return the chain of what was taken up without a name."""
        naming = self.naming(referent, fully=True)
        name = joined([spelled(self.trees[words.sentence], words.tokens) for words in naming])
        kind = TYPES.get(referent.phrase.type, "person" if referent.fits & PERSON else "group")
        if referent.fits & IT and not referent.fits & PERSON:
            kind = "other"
        return EntityChain(name, kind, tuple(self._bare(phrase) for phrase in referent.said))

    def _bare(self, phrase: Phrase) -> Words:
        """Return a phrase up to its head: names may follow that are mentions of their own."""
        tree = self.trees[phrase.sentence]
        last = phrase.parts[-1] if phrase.parts else phrase.head
        return Words(phrase.sentence, tuple(range(core(tree, phrase.head)[0], last + 1)))

    def modifiers(self, referent: Referent) -> frozenset[str]:
        """Return the words that tell a referent from others of its noun."""
        return modifiers(self.trees[referent.named.sentence], referent.named.head)

    def is_counted(self, referent: Referent) -> bool:
        """Tell of "12,000 visitors": it says how many, not which."""
        tree = self.trees[referent.named.sentence]
        return tree.child(referent.named.head, "nummod") is not None

    def is_owned(self, referent: Referent) -> bool:
        """Tell of "its embassy", which says no more than "the embassy"."""
        tree = self.trees[referent.named.sentence]
        return any(tree[i].tag == "PRP$" for i in tree.children(referent.named.head, "poss"))
