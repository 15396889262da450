"""A sentence with everything that is known before it is split, and what a rule decides about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import attrs

from claims.analysis import Link, Timex, Tokens, enclosing
from claims.model import ClaimType
from claims.trees import VERBAL, Token, Tree
from claims.values import lazy, value

#: Dependents that belong to the phrase they coordinate, not to its own words.
COORDINATION = ("conj", "cc", "preconj")
#: Tags of relative pronouns.
RELATIVES = frozenset({"WDT", "WP"})


@value
class Cut:
    """A decision to make a claim of its own of the phrase below one token."""

    #: Name of the rule (see `claims.clauses.rules.RULES`).
    rule: str
    #: The token whose subtree is concerned.
    at: int
    #: The token that carries the new claim; mostly `at` itself.
    head: int
    #: By its verb; "X is Y"; "X is one of Y"; the host's predication with this adjunct alone; a
    #: phrase without a verb; a clause with the verb of the one before; or elsewhere, as the speech act of a source
    #: ("according to X").
    shape: Literal["verb", "identity", "membership", "adjunct", "fragment", "gapped", "source"] = "verb"
    #: Head of the phrase that says who, where the words below `head` do not.
    who: int | None = None
    #: Whether the host's who stands in where nothing else says who.
    shared: bool = False
    type: ClaimType | None = None
    #: Whether the words leave the host (a content clause stays in it).
    detached: bool = True
    #: Whether the author speaks even inside indirect speech.
    authorial: bool = False
    opinion: bool = False
    #: The words concerned, where they are not the whole subtree.
    words: Tokens = ()
    #: The token whose place in the host `who` takes: "the president, **Maroni**, said".
    replaces: int | None = None


@attrs.frozen(eq=False, slots=False)
class Marks:
    """The attribution links and time expressions of a text, findable by sentence."""

    links: Sequence[Link] = ()
    timexes: Sequence[Timex] = ()

    @lazy
    def links_in(self) -> Mapping[int, Sequence[int]]:
        """Sentence to the links with a cue, source or content there."""
        found: dict[int, list[int]] = {}
        for number, link in enumerate(self.links):
            touched = {words.sentence for words in (link.cue, link.source, *link.content) if words is not None}
            for sentence in touched:
                found.setdefault(sentence, []).append(number)
        return found

    @lazy
    def timexes_in(self) -> Mapping[int, Sequence[int]]:
        """Sentence to its time expressions."""
        found: dict[int, list[int]] = {}
        for number, timex in enumerate(self.timexes):
            found.setdefault(timex.words.sentence, []).append(number)
        return found


@attrs.frozen(eq=False, slots=False)
class Scene:
    """A tree with its time expressions and attribution links, seen from one sentence."""

    tree: Tree
    sentence: int = 0
    marks: Marks = attrs.field(factory=Marks)
    #: What `claims.clauses.verbs.chain` and `group` found for a verb before.
    chains: dict[int, Tokens] = attrs.field(factory=dict, init=False, repr=False)
    groups: dict[int, Tokens] = attrs.field(factory=dict, init=False, repr=False)

    @property
    def links(self) -> Sequence[Link]:
        """The links of the whole text."""
        return self.marks.links

    @property
    def timexes(self) -> Sequence[Timex]:
        """The time expressions of the whole text."""
        return self.marks.timexes

    @property
    def near(self) -> Sequence[int]:
        """The links that touch this sentence."""
        return self.marks.links_in.get(self.sentence, ())

    def __getitem__(self, index: int) -> Token:
        return self.tree[index]

    @lazy
    def timex_of(self) -> Mapping[int, int]:
        """Token to the index of the time expression it belongs to."""
        return {
            token: number
            for number in self.marks.timexes_in.get(self.sentence, ())
            for token in self.timexes[number].words.tokens
        }

    @lazy
    def cue_of(self) -> Mapping[int, int]:
        """Token to the index of the link whose cue it belongs to."""
        return {
            token: number
            for number in self.near
            if (cue := self.links[number].cue) and cue.sentence == self.sentence
            for token in cue.tokens
        }

    @lazy
    def contents(self) -> tuple[tuple[int, frozenset[int]], ...]:
        """Links with content in this sentence and its tokens, the narrowest first."""
        found = [
            (number, frozenset(words.tokens))
            for number in self.near
            for words in self.links[number].content
            if words.sentence == self.sentence and words.tokens
        ]
        return tuple(sorted(found, key=lambda row: (len(row[1]), -row[0])))

    @lazy
    def layouts(self) -> Mapping[int, tuple[Tokens, Tokens]]:
        """Links whose cue is a colon or dash of this sentence, with their source and content here."""
        found = {}
        for number in sorted({self.cue_of[i] for i in self.cue_of if self[i].pos == "PUNCT"}):
            link = self.links[number]
            if link.cue and all(self[i].pos == "PUNCT" for i in link.cue.tokens):
                source, *content = (
                    words.tokens if words and words.sentence == self.sentence else ()
                    for words in (link.source, *link.content)
                )
                found[number] = (source, tuple(i for tokens in content for i in tokens))
        return found

    @lazy
    def bracketed(self) -> bool:
        """Whether a bracket opens in this sentence."""
        return not self.tree.signs.isdisjoint(("(", "["))

    def link_around(self, index: int) -> int | None:
        """Return the innermost link in whose content a token stands."""
        for number, tokens in self.contents:
            if index in tokens:
                return number
        return None

    def chain(self, number: int | None) -> tuple[int, ...]:
        """Return a link and those that enclose it, innermost first."""
        return enclosing(self.links, number)

    def is_content(self, cue: int, index: int) -> bool:
        """Tell whether `index` heads content of the link whose cue holds the token `cue`."""
        number = self.cue_of.get(cue)
        return number is not None and any(n == number and index in tokens for n, tokens in self.contents)

    def announced(self, index: int) -> bool:
        """Tell whether a finite clause below a noun is what the noun says: "sent a message that it **won**"."""
        number = self.cue_of.get(self[index].head)
        mark = (c for c in self.tree.children(index) if self[c].lower == "that" and self.cue_of.get(c) == number)
        return number is not None and self.is_content(self[index].head, index) and next(mark, None) is not None

    def own_voice(self, index: int) -> bool:
        """Tell whether a relative clause says itself whose word it is: "a fire which, **according to Lee**, spread"."""
        number = self.link_around(index)
        cue = self.links[number].cue if number is not None else None
        if cue is None or cue.sentence != self.sentence or index in cue.tokens:
            return False
        return set(cue.tokens) <= set(self.tree.subtree(index)) and self[cue.tokens[0]].dep in {"prep", "advmod"}

    def perceived(self, index: int) -> bool:
        """Tell whether a participle is what somebody sees a thing do: "shows soldiers **beating** a man"."""
        noun = self[self[index].head]
        if self[index].dep != "acl" or self[index].tag != "VBG" or noun.dep != "dobj" or noun.head not in self.cue_of:
            return False
        return self.links[self.cue_of[noun.head]].cue_type == "know" and self.is_content(noun.head, index)

    def follows_comma(self, index: int) -> bool:
        """Tell whether a comma, dash or bracket stands right before the phrase below `index`."""
        first = self.tree.subtree(index)[0]
        opened = self[first].text in {"-", "–", "—", "--"} and first != index
        return first > 0 and (opened or self[first - 1].text in {",", "-", "–", "—", "--", "(", ";", ":"})

    def opens(self, index: int) -> bool:
        """Tell whether a phrase opens the sentence and a comma ends it, behind a quotation mark too."""
        below = self.tree.subtree(index)
        last = below[-1] if self[below[-1]].text == "," else below[-1] + 1
        if last + 1 < len(self.tree) and self[last].tag == "''":
            last += 1
        first = all(self[j].pos in {"PUNCT", "CCONJ"} for j in range(below[0]))
        return first and last < len(self.tree) and self[last].text == ","

    def first_conjunct(self, index: int) -> int:
        """Return the first conjunct of the coordination that a token belongs to."""
        tree = self.tree
        token = tree[index]
        while token.dep == "conj":
            token = tree[token.head]
        return token.i

    def conjuncts(self, first: int) -> Tokens:
        """Return the conjuncts behind the first, in text order."""
        found: list[int] = []
        waiting = [first]
        while waiting:
            joined = self.tree.children(waiting.pop(0), "conj")
            found += joined
            waiting += joined
        return tuple(sorted(found))

    def clausal(self, index: int) -> bool:
        """Tell whether a token heads a clause: a verb, or what has a subject."""
        return self[index].pos in VERBAL or self.subject(index) is not None

    def plural(self, index: int) -> bool:
        """Tell whether a noun stands for several."""
        return self[index].tag in {"NNS", "NNPS"}

    def subject(self, index: int) -> int | None:
        """Return the subject of a verb."""
        return self.tree.subjects.get(index)


def trim(scene: Scene, tokens: Iterable[int]) -> Tokens:
    """Sort tokens, drop marks with nothing left between them and marks at the edges that belong to nothing inside."""
    kept = sorted(set(tokens))
    for place in range(len(kept) - 2, -1, -1) if scene.bracketed else ():
        if scene[kept[place]].text in {"(", "["} and scene[kept[place + 1]].text == PAIRS[scene[kept[place]].text]:
            del kept[place : place + 2]
    if kept and kept[-1] - kept[0] >= len(kept):
        kept = _closed(scene, kept)
    while kept and _loose(scene, kept, 0):
        kept.pop(0)
    while kept and _loose(scene, kept, -1):
        kept.pop()
    return tuple(kept)


def _closed(scene: Scene, kept: list[int]) -> list[int]:
    """Drop the commas that stood around what has left: "the ships**,** which sank**,** were old"."""
    pairs = (p for p in range(len(kept) - 1) if scene[kept[p]].text == scene[kept[p + 1]].text == ",")
    gone = {i for p in pairs if kept[p + 1] - kept[p] > 1 for i in kept[p : p + 2]}
    return [i for i in kept if i not in gone] if gone else kept


#: Closing marks by their opening ones: a pair that stands inside stays.
PAIRS = {"(": ")", "[": "]", "“": "”", '"': '"', "'": "'", "‘": "’", "``": "''"}
CLOSING = {close: opening for opening, close in PAIRS.items()}


def _loose(scene: Scene, kept: list[int], edge: int) -> bool:
    token = scene.tree[kept[edge]]
    if token.pos != "PUNCT" and token.dep != "punct":
        return edge == -1 and token.dep == "cc"
    if edge == -1 and token.dep == "cc":
        return True
    if token.text in {"$", "#", "%", "£", "€"} or token.tag == "$":
        return False
    partner = PAIRS.get(token.text) if edge == 0 else CLOSING.get(token.text)
    return partner is None or all(scene[i].text != partner for i in kept if i != kept[edge])
