"""Which way a time without a year points: ahead only where the verb above it says so.

A future told in the past ("said it would close in May") points ahead as well, but gives way to a year that
the passage tells of; an infinitive behind a past verb ("threatened to leave in June") does not point.
"""

from __future__ import annotations

import attrs

from claims.lexicon import words
from claims.trees import Token, Tree

PAST, OPEN, FUTURE, LATER = -1, 0, 1, 2
#: What points ahead: of the publication, or of a past act of speech.
AHEAD = frozenset({FUTURE, LATER})

_FUTURE = frozenset({"will", "'ll", "’ll", "wo", "shall", "gonna"})
_WOULD = frozenset({"would", "'d", "’d"})
_PERFECT = frozenset({"has", "have", "'ve", "’ve"})
_EACH = frozenset({"every", "each", "per"})
_VERBAL = frozenset({"VERB", "AUX"})
#: Subjects of somebody who speaks of the very day.
_HERE = frozenset({"i", "we", "you", "it", "this", "that", "here", "there"})


@attrs.frozen(eq=False)
class Tenses:
    """The verbs of a sentence, each read once: a long sentence has many times below one verb."""

    tree: Tree
    _above: dict[int, int] = attrs.field(factory=dict, init=False)
    _directions: dict[int, int] = attrs.field(factory=dict, init=False)
    _generals: dict[int, bool] = attrs.field(factory=dict, init=False)
    _habits: list[bool] = attrs.field(factory=list, init=False)

    def verb_above(self, index: int) -> int | None:
        """Return the verb that governs a word, or None."""
        path, at = [], index
        while at not in self._above:
            head = self.tree[at].head
            path.append(at)
            if head == at or self.tree[head].pos in _VERBAL:
                self._above[at] = -1 if head == at else head
                break
            at = head
        found = self._above[at]
        for step in path:
            self._above[step] = found
        return None if found < 0 else found

    def direction(self, index: int) -> int:
        """Return FUTURE under "will" or "scheduled to", PAST under a past tense, else OPEN."""
        verb = self.verb_above(index)
        return OPEN if verb is None else self._direction(verb)

    def general(self, index: int) -> bool:
        """Tell whether the verb above is in the simple present: what is generally so, not done on a day."""
        if self.tree[self.tree[index].head].lower in {"of", "since", "by"}:
            return False
        verb = self.verb_above(index)
        while verb is not None and self.tree[verb].dep == "acl" and self.tree[verb].tag == "VBN":
            # "The energy used today is …": the participle has no tense of its own.
            verb = self.verb_above(verb)
        # A line without a verb cannot be judged.
        if verb is None:
            return False
        if index == 0 and not self._is_of_many(verb):
            # "Today, the court rules" opens what happens on the day, "Today, many live alone" what is so.
            return False
        return self._general(verb)

    def _general(self, verb: int) -> bool:
        if verb not in self._generals:
            self._generals[verb] = self._is_general(verb)
        return self._generals[verb]

    def habitual(self, index: int) -> bool:
        """Tell whether the verb above tells of a habit, in the simple present.

        An adverb says how often, or the time itself is what is told of ("April is the best month").
        """
        if not self._habits:
            self._habits.append(any(_is_habit(self.tree, token) for token in self.tree))
        if self.tree[index].dep == "nsubj":
            return self._general(self.tree[index].head)
        return self._habits[0] and self.general(index)

    def _helpers(self, verb: int) -> list[Token]:
        return [self.tree[i] for i in self.tree.children(verb, "aux", "auxpass")]

    def _direction(self, verb: int) -> int:
        chain = []
        while verb not in self._directions:
            found = _of_verb(self.tree, verb, self._helpers(verb))
            chain.append(verb)
            above = self.verb_above(verb)
            if found is not None or above is None:
                self._directions[verb] = OPEN if found is None else found
                break
            verb = above
        for step in chain:
            self._directions[step] = self._directions[verb]
        return self._directions[verb]

    def _is_of_many(self, verb: int) -> bool:
        subject = self.tree.child(verb, "nsubj", "nsubjpass")
        return (
            subject is not None
            and self.tree[subject].tag in {"NNS", "NNPS"}
            and self.tree.child(subject, "det", "poss") is None
        )

    def _is_general(self, verb: int) -> bool:
        tree, helpers = self.tree, self._helpers(verb)
        if any(tree[i].lower == "still" for i in tree.children(verb, "advmod")):
            return tree[verb].tag != "VBD"
        moods = any(helper.tag in {"MD", "VBD", "TO"} and helper.lower != "can" for helper in helpers)
        if tree[verb].tag == "VBG" or moods or any(helper.lemma == "have" for helper in helpers):
            return False
        subject = tree.child(verb, "nsubj", "nsubjpass", "expl")
        if subject is not None and tree[subject].lower in _HERE:
            return False
        lemma = tree[verb].lemma
        if lemma in words("future_heads") or (not helpers and lemma in words("futurate_verbs")):
            return False
        return (helpers[0] if helpers else tree[verb]).tag in {"VBZ", "VBP", "MD"}


def _is_habit(tree: Tree, token: Token) -> bool:
    """Tell whether a word says how often: "usually", "every year", "two flights per week"."""
    if token.lower in words("habitual_adverbs"):
        return True
    behind = tree[token.i + 1].lower if token.i + 1 < len(tree) else ""
    return token.lower in _EACH and behind in {"year", "month", "week", "day"}


def _of_verb(tree: Tree, verb: int, helpers: list[Token]) -> int | None:
    """Read the verb group: auxiliaries, an infinitive's head, then the tag; None leaves it to the verb above."""
    forms, tag = {helper.lower for helper in helpers}, tree[verb].tag
    if forms & _FUTURE:
        return FUTURE
    if forms & _WOULD and "have" not in forms and tree[verb].dep == "ccomp" and _is_told(tree, tree[verb].head):
        return LATER
    if "to" in forms or (tag == "VB" and not helpers):
        return _of_infinitive(tree, verb)
    if tag == "VBD" or any(helper.tag == "VBD" for helper in helpers) or (forms & _PERFECT and tag == "VBN"):
        return PAST
    if helpers:
        return OPEN
    if tag in {"VBZ", "VBP"}:
        return FUTURE if tree[verb].lemma in words("futurate_verbs") else OPEN
    if tag == "VBN":
        return FUTURE if tree[verb].lemma in words("future_heads") else PAST
    return None if tag == "VBG" and tree[verb].head != verb else OPEN


def _of_infinitive(tree: Tree, verb: int) -> int:
    head = tree[tree[verb].head]
    ahead = head.lemma in words("future_heads") or head.lower in words("future_heads") or head.lemma == "be"
    # "They threatened to leave in June" lay ahead of the threat, not of the publication.
    return FUTURE if head.i != verb and ahead and not _is_told(tree, head.i) else OPEN


def _is_told(tree: Tree, verb: int) -> bool:
    """Tell whether a verb group is in the past tense."""
    return tree[verb].tag == "VBD" or any(tree[i].tag == "VBD" for i in tree.children(verb, "aux", "auxpass"))


def tells_the_present(tree: Tree) -> bool:
    """Tell whether a sentence's main verb is finite and not in the past tense: it returns to the time of writing."""
    if not len(tree):
        return False
    forms = [tree[tree.root], *(tree[i] for i in tree.children(tree.root, "aux", "auxpass"))]
    return any(token.tag in {"VBZ", "VBP"} or token.lower in _FUTURE for token in forms)
