"""Which way a time without a year points: ahead only where the verb above it says so.

A future told in the past ("said it would close in May") points ahead as well, but gives way to a year that
the passage tells of; an infinitive behind a past verb ("threatened to leave in June") does not point.
"""

from __future__ import annotations

import attrs

from claims.lexicon import words
from claims.trees import VERBAL, Token, Tree

PAST, OPEN, FUTURE, LATER = -1, 0, 1, 2
#: What points ahead: of the publication, or of a past act of speech.
AHEAD = frozenset({FUTURE, LATER})

_FUTURE = frozenset({"will", "'ll", "’ll", "wo", "shall", "gonna"})
_WOULD = frozenset({"would", "'d", "’d"})
_PERFECT = frozenset({"has", "have", "'ve", "’ve"})
#: Prepositions of a time that may lie ahead of what is told in the past: "put off until January".
_ONWARD = frozenset({"until", "till", "through", "for", "by", "to", "before", "from", "of"})
#: Prepositions that stand beside the day of an appointment: "is **at** 9 a.m. on Monday".
_BESIDE = frozenset({"at", "on", "from", "between", "to", "until", "till"})
#: Labels of a noun inside another's phrase.
_BELOW_NOUN = frozenset({"pobj", "prep", "poss", "compound", "nmod", "conj", "appos", "acl"})
#: Words between a verb and a time that hangs on it, and steps up a tree, at most.
_FEW, _DEEP = 8, 24
#: What is taken by timetable.
_TAKEN = frozenset({"place", "effect", "office"})
_EACH = frozenset({"every", "each", "per"})
#: Subjects of somebody who speaks of the very day.
_HERE = frozenset({"i", "we", "you", "it", "this", "that", "here", "there"})


@attrs.frozen(eq=False)
class Tenses:
    """The verbs of a sentence, each read once: a long sentence has many times below one verb."""

    tree: Tree
    #: Whether it says what a photograph shows: its present tense is no timetable.
    pictured: bool = False
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
            if head == at or self.tree[head].pos in VERBAL:
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
        if verb is None:
            return OPEN
        cue = self._cue_before(index, verb)
        if cue is not None:
            return PAST
        if self._lies_ahead(index, verb):
            return FUTURE
        return FUTURE if self._is_predicate(index, verb) else self._direction(verb)

    def _lies_ahead(self, index: int, verb: int) -> bool:
        """Tell it of "put off **until Thursday**", "was due in court **Thursday**", "ahead of **Sunday's** vote"."""
        tree = self.tree
        lead = [tree[i].lower for i in range(max(index - 3, 0), index) if tree[i].tag != "DT"]
        if lead[-2:] == ["ahead", "of"]:
            return True
        prep = tree[tree[index].head].lower
        if prep in {"until", "till", "to", "for"} and tree[verb].lemma in words("shifting_verbs"):
            return True
        if prep in {"until", "till"} and any(
            tree[i].lower in {"is", "are"} for i in (verb, *tree.children(verb, "auxpass"))
        ):
            return True
        if tree[verb].lemma != "be":
            return False
        said, infinitive = tree.child(verb, "acomp", "attr"), tree.child(verb, "xcomp")
        if said is None and infinitive is not None and tree[verb].tag in {"VBZ", "VBP"}:
            # "On Friday she is to visit Rome"
            return tree.has_to(infinitive)
        return said is not None and tree[said].lower == "due"

    def _cue_before(self, index: int, verb: int) -> int | None:
        """Return the past verb of saying right in front of a time that is read into what is said.

        "Said **on Tuesday** the talks would resume": the time in front of the content's subject dates the saying.
        """
        cue, subject = self.tree[verb].head, self.tree.child(verb, "nsubj", "nsubjpass", "expl")
        if self.tree[verb].dep != "ccomp" or subject is None or not cue < index < subject or index - cue > _FEW:
            return None
        # Nothing but the time's own words may stand between.
        below = self.tree.subtree(self._top(index, verb))
        near = below[0] == cue + 1 and below[-1] < subject
        return cue if near and self.tree[cue].tag == "VBD" else None

    def _top(self, index: int, verb: int) -> int:
        for _ in range(_DEEP):
            if self.tree[index].head in {verb, index}:
                break
            index = self.tree[index].head
        return index

    def _is_predicate(self, index: int, verb: int) -> bool:
        """Tell whether a time is all that is said of its subject, in the present: "the vote is **on Sunday**"."""
        token = self.tree[verb]
        if token.lemma != "be" or token.tag not in {"VBZ", "VBP"} or not 0 < index - verb <= _FEW:
            return False
        top = self._top(index, verb)
        if top < verb or self.tree[top].dep not in {"attr", "prep", "npadvmod"}:
            return False
        others = [
            i for i in self.tree.children(verb, "attr", "acomp", "prep", "advcl", "ccomp") if i > verb and i != top
        ]
        return all(self.tree[i].dep == "prep" and self.tree[i].lower in _BESIDE for i in others)

    def is_past(self, tokens: tuple[int, ...]) -> bool:
        """Tell whether a time dates a verb in the past tense, or its subject: it lies behind, however near ahead.

        "Was killed in January", "The killing in January led to …"; but not "was put off **until** January", nor
        the date of what the verb is about: "cancelled a meeting in January".
        """
        token = self.tree[next((i for i in tokens if self.tree[i].head not in tokens), tokens[0])]
        above = self.tree[token.head]
        if above.dep == "prep" and above.lower in _ONWARD:
            return False
        host = self.tree[above.head] if above.dep == "prep" else above
        if host.pos not in VERBAL:
            host = self._whole(host)
            if host.dep != "nsubj" or token.dep in {"compound", "nummod", "poss"}:
                return False
            host = self.tree[host.head]
        return host.lemma not in words("future_heads") and _tells_past(self.tree, host.i, self._helpers(host.i))

    def _whole(self, noun: Token) -> Token:
        """Return the head of the noun phrase around a noun."""
        for _ in range(_DEEP):
            if noun.dep not in _BELOW_NOUN:
                break
            noun = self.tree[noun.head]
        return noun

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
            if found == FUTURE and self.pictured and self.tree[verb].tag in {"VBZ", "VBP"}:
                found = OPEN
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


def _tells_past(tree: Tree, verb: int, helpers: list[Token]) -> bool:
    """Tell whether a verb group tells what has happened: "fell", "was sold", "has closed", "the talks held"."""
    if any(helper.tag in {"MD", "TO"} for helper in helpers):
        return False
    tag, forms = tree[verb].tag, {helper.lower for helper in helpers}
    if tag == "VBN" and not helpers:
        return tree[verb].dep == "acl"
    return tag == "VBD" or bool(forms & _PERFECT) or any(helper.tag == "VBD" for helper in helpers)


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
        return FUTURE if _is_futurate(tree, verb) else OPEN
    if tag == "VBN":
        return FUTURE if tree[verb].lemma in words("future_heads") else PAST
    return None if tag == "VBG" and tree[verb].head != verb else OPEN


def _is_futurate(tree: Tree, verb: int) -> bool:
    """Tell whether a verb in the simple present tells a timetable: "begins", "takes place"."""
    taken = tree.child(verb, "dobj") if tree[verb].lemma == "take" else None
    return tree[verb].lemma in words("futurate_verbs") or (taken is not None and tree[taken].lower in _TAKEN)


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
