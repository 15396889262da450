"""From cues and quotations to links: whose words are whose, over sentences, nested inside one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain

import attrs

from claims.analysis import Link, SentenceSpan, Tokens, Words
from claims.attribution.cues import verb_cues
from claims.attribution.extents import extents, with_marks
from claims.attribution.frames import Cue, is_that
from claims.attribution.nominal import adjective_cues, colon_cues, is_speaker, noun_cues, phrase_cues
from claims.attribution.quotations import MARKS, STOPS, Quotation, find_quotations
from claims.attribution.sources import is_verb, source_type, trimmed
from claims.model import QuoteType
from claims.syntax import Tree

#: A longer "sentence" is a table or a list without full stops: only its quotations are read.
MAX_TOKENS = 1500
#: A waiting "he said" may be this many tokens from its quotation.
MAX_GAP = 20
#: A quotation goes on with the content before it over at most so many tokens.
MAX_REACH = 80
#: Marks between a quotation and the name below it.
DASHES = frozenset(("-", "–", "—", "--", "―", "~"))
#: Chains longer than this do not occur in text.
MAX_DEPTH = 8


@attrs.define
class _Draft:
    """A link that still grows: mutable, and private to this module, until `_link` freezes it."""

    sentence: int
    cue: Cue | None
    source: Tokens
    content: dict[int, set[int]]
    source_sentence: int
    ambiguous: bool = False

    @property
    def own(self) -> dict[int, set[int]]:
        """The tokens of cue and source, by sentence."""
        found = {self.source_sentence: set(self.source)}
        if self.cue:
            found.setdefault(self.sentence, set()).update(self.cue.tokens)
        return found

    def add(self, quotation: Quotation) -> None:
        """Take a quotation's words as content; they are then no words of the source."""
        spoken = set(quotation.piece(self.source_sentence))
        self.source = tuple(i for i in self.source if i not in spoken)
        own = set(self.cue.tokens) | set(self.source) if self.cue else set()
        for words in quotation.pieces:
            kept = set(words.tokens) - own if words.sentence == self.sentence else set(words.tokens)
            self.content.setdefault(words.sentence, set()).update(kept)


def find_links(trees: Sequence[Tree], sentences: Sequence[SentenceSpan], text: str) -> tuple[Link, ...]:
    """Return the attributions of a text in the order of their cues, each with its enclosing link."""
    trees = tuple(trees)
    quotations = find_quotations(trees, sentences, text)
    drafts = [draft for s, tree in enumerate(trees) for draft in _drafts(s, tree)]
    quoted: dict[int, set[int]] = {}
    for quotation in quotations:
        for words in quotation.pieces:
            quoted.setdefault(words.sentence, set()).update(words.tokens)
    page = _Page(trees, sentences, quotations, drafts, quoted=quoted)
    page.join()
    kept = [draft for draft in page.drafts if any(trimmed(trees[s], tuple(ts)) for s, ts in draft.content.items())]
    kept.sort(key=_order)
    parents = _parents(kept)
    _hand_up(kept, parents)
    marks = with_marks(quotations)
    contents = [extents(trees, draft.content, marks, draft.own) for draft in kept]
    return tuple(map(partial(_link, trees, quoted), kept, parents, contents))


def cues(tree: Tree) -> list[Cue]:
    """Return the cues of one tree, at most one for each head, in text order."""
    if len(tree) > MAX_TOKENS:
        return []
    found: dict[int, Cue] = {}
    for cue in chain(colon_cues(tree), phrase_cues(tree), noun_cues(tree), adjective_cues(tree), verb_cues(tree)):
        found.setdefault(cue.head, cue)
    return sorted(_without_light_verbs(tree, found), key=lambda cue: cue.tokens)


def _without_light_verbs(tree: Tree, found: dict[int, Cue]) -> Iterator[Cue]:
    """Drop a verb whose words another cue has taken: "issued an order that …" is one cue."""
    taken = {i: head for head, cue in found.items() for i in cue.tokens if i != head}
    for head, cue in found.items():
        if head in taken and len(found[taken[head]].tokens) >= len(cue.tokens):
            continue
        # "said in a statement that …": of two cues with one content the outer one stays.
        same = (other.head for other in found.values() if cue.content and other.content == cue.content)
        if not any(outer < head and tree[head].head != outer for outer in same) or tree[head].dep == "conj":
            yield cue


def _drafts(s: int, tree: Tree) -> Iterator[_Draft]:
    for cue in cues(tree):
        yield _Draft(s, cue, cue.source, {s: set(cue.content)}, s, cue.ambiguous)


@attrs.define
class _Page:
    """The whole text while quotations look for who said them."""

    trees: Sequence[Tree]
    sentences: Sequence[SentenceSpan]
    quotations: Sequence[Quotation]
    drafts: list[_Draft]
    by_sentence: dict[int, list[_Draft]] = attrs.field(factory=dict)
    #: Tokens between quotation marks, by sentence.
    quoted: dict[int, set[int]] = attrs.field(factory=dict)

    def join(self) -> None:
        """Give every quotation to the draft that introduces it."""
        for draft in self.drafts:
            self.by_sentence.setdefault(draft.sentence, []).append(draft)
        self._join_turns()
        last: _Draft | None = None
        last_sentence = -9
        for number, quotation in enumerate(self.quotations):
            owner = self._owner(quotation) or self._introduced(quotation) or self._signed(quotation)
            if owner is None and self._is_speech(quotation):
                owner = self._following(number) or self._carried(quotation, last, last_sentence)
                owner = owner or self._captioned(quotation) or self._said_before(quotation)
            if owner is not None:
                owner.add(quotation)
                last, last_sentence = owner, quotation.last
        self._join_blocks()

    def _join_turns(self) -> None:
        """Let the words behind ``NAME:`` at the head of a paragraph run to its end, as in an interview."""
        for draft in self.drafts:
            s, cue = draft.sentence, draft.cue
            if cue is None or cue.lemma != ":" or not cue.content or min(cue.content) < cue.head:
                continue
            paragraph = self.sentences[s].paragraph
            if self.sentences[s].zone != "body" or (s and self.sentences[s - 1].paragraph == paragraph):
                continue
            behind = s + 1
            while behind < len(self.trees) and self.sentences[behind].paragraph == paragraph:
                draft.content[s].update(range(cue.head + 1, len(self.trees[s])))
                draft.content[behind] = set(range(len(self.trees[behind])))
                behind += 1

    def _join_blocks(self) -> None:
        """Let a paragraph that is only "She added:" introduce the next paragraph, set off without marks."""
        for draft in self.drafts:
            s, cue = draft.sentence, draft.cue
            waits = cue is not None and cue.quoting and draft.source and not any(draft.content.values())
            if not waits or s + 1 >= len(self.trees) or self.trees[s][len(self.trees[s]) - 1].text != ":":
                continue
            paragraph = self.sentences[s + 1].paragraph
            for k in range(s + 1, len(self.trees)):
                if self.sentences[k].paragraph != paragraph or paragraph == self.sentences[s].paragraph:
                    break
                draft.content[k] = set(range(len(self.trees[k])))

    def _is_speech(self, quotation: Quotation) -> bool:
        """Tell whether a quotation holds a whole sentence, not a title or a quoted word."""
        for words in quotation.pieces:
            tree = self.trees[words.sentence]
            inside = set(words.tokens)
            rest = trimmed(tree, tuple(i for i in range(len(tree)) if i not in inside))
            if len(trimmed(tree, words.tokens)) >= 3 and len(rest) == 0:
                return True
        return False

    def _owner(self, quotation: Quotation) -> _Draft | None:
        """Return the draft of the quotation's own sentences whose cue stands outside it."""
        best: tuple[int, _Draft] | None = None
        for s in dict.fromkeys((quotation.first, quotation.last)):
            for draft in self.by_sentence.get(s, ()):
                rank = self._distance(draft, quotation, s)
                if rank is not None and (best is None or rank < best[0]):
                    best = rank, draft
        return best[1] if best else self._behind(quotation)

    def _distance(self, draft: _Draft, quotation: Quotation, s: int) -> int | None:
        """Return how far a quotation stands from the cue that may introduce it; None where it cannot."""
        cue, piece, tree = draft.cue, quotation.piece(s), self.trees[s]
        if cue is None or not cue.quoting or not piece or set(cue.tokens) & self.quoted.get(s, set()):
            return None
        end = max((cue.end, *cue.tokens, *draft.source))
        start = min((*cue.tokens, *draft.source))
        between = range(end + 1, piece[0]) if piece[0] > end else range(piece[-1] + 1, start)
        content = draft.content.get(s, set())
        touching = 0 < len(between) <= MAX_REACH and all(_is_joint(tree, i) or i in content for i in between)
        # "…," he told the paper, "…": what stands before the cue is said as well where only quotations are.
        if touching and (not content or piece[0] > end or content & set(piece) or content <= self.quoted.get(s, set())):
            return 0
        if content:
            return len(between) + 1 if len(content & set(piece)) * 2 >= len(piece) else None
        return len(between) + 3 if len(between) <= MAX_GAP else None

    def _behind(self, quotation: Quotation) -> _Draft | None:
        """Return the cue of a next "sentence" that is only "he asked"."""
        s = quotation.last + 1
        if s >= len(self.trees) or self.sentences[s].paragraph != self.sentences[s - 1].paragraph:
            return None
        for draft in self.by_sentence.get(s, ()):
            waits = draft.cue is not None and draft.cue.quoting and draft.source and not draft.content.get(s)
            if (
                waits
                and draft.cue
                and min((*draft.cue.tokens, *draft.source)) <= 1
                and quotation.ends_in(self.trees[s - 1])
            ):
                return draft
        return None

    def _introduced(self, quotation: Quotation) -> _Draft | None:
        """Return the draft of a sentence before that ends in a colon: "She went on: …"."""
        s = quotation.first - 1
        if s < 0 or quotation.piece(quotation.first)[0] > 1 or not len(self.trees[s]):
            return None
        quoting = [d for d in self.by_sentence.get(s, ()) if d.cue and d.cue.quoting and d.source]
        waiting = [d for d in quoting if not d.content.get(s)]
        if self.trees[s][len(self.trees[s]) - 1].text != ":":
            return waiting[-1] if waiting and self._is_speech(quotation) else None
        return next(reversed(waiting or quoting), None)

    def _signed(self, quotation: Quotation) -> _Draft | None:
        """Make a draft of a name behind a dash, as under a pull quote: ``"…" - Ann Lee``."""
        for s, start in ((quotation.last, quotation.pieces[-1].tokens[-1] + 1), (quotation.last + 1, 0)):
            if s >= len(self.trees) or (s > quotation.last and not quotation.ends_in(self.trees[s - 1])):
                break
            tree = self.trees[s]
            dash = next((i for i in range(start, min(start + 3, len(tree))) if tree[i].text in DASHES), None)
            name = trimmed(tree, tuple(range(dash + 1, len(tree)))) if dash is not None else ()
            name = tuple(i for i in name if i < next((j for j in name if tree[j].text == ","), len(tree)))
            if 0 < len(name) <= 6 and tree[name[0]].text[0].isupper() and is_speaker(tree, name[0], name[-1] + 1):
                draft = _Draft(s, None, name, {}, s)
                self.drafts.append(draft)
                return draft
        return None

    def _following(self, number: int) -> _Draft | None:
        """Return the owner of the next quotation, if it follows at once in the same paragraph."""
        here = self.quotations[number]
        if number + 1 >= len(self.quotations):
            return None
        after = self.quotations[number + 1]
        near = after.first - here.last <= 1
        if near and self.sentences[after.first].paragraph == self.sentences[here.last].paragraph:
            return self._owner(after)
        return None

    def _carried(self, quotation: Quotation, last: _Draft | None, last_sentence: int) -> _Draft | None:
        """Return the speaker of the quotation just before."""
        if last is not None and not quotation.single and quotation.first - last_sentence <= 1:
            return last
        return None

    def _captioned(self, quotation: Quotation) -> _Draft | None:
        """Make a draft of a name that stands alone below a pull quote: ``"…"`` over ``Ann Lee, harbour master``."""
        s = quotation.last + 1
        if s >= len(self.trees) or self.sentences[s].paragraph != self.sentences[s - 1].paragraph + 1:
            return None
        tree = self.trees[s]
        comma = next((token.i for token in tree if token.text == ","), len(tree))
        if (
            not 0 < comma <= 5
            or len(tree) > 12
            or any(is_verb(tree, i) or tree[i].text in STOPS for i in range(len(tree)))
        ):
            return None
        name = trimmed(tree, tuple(range(comma)))
        if not name or tree[name[-1]].entity != "PERSON" or not is_speaker(tree, 0, comma):
            return None
        draft = _Draft(s, None, name, {}, s)
        self.drafts.append(draft)
        return draft

    def _said_before(self, quotation: Quotation) -> _Draft | None:
        """Return the draft of the one speaker of the paragraph before, whose words a new paragraph quotes."""
        s = quotation.first - 1
        if s < 0 or self.sentences[s].paragraph != self.sentences[s + 1].paragraph - 1:
            return None
        found = [d for d in self.by_sentence.get(s, ()) if d.cue and d.cue.quoting and d.cue.type == "say" and d.source]
        return found[-1] if len(found) == 1 else None


def _is_joint(tree: Tree, i: int) -> bool:
    return tree[i].pos == "PUNCT" or tree[i].text in MARKS or tree[i].dep == "cc"


def _order(draft: _Draft) -> tuple[int, Tokens]:
    if draft.cue:
        return draft.sentence, draft.cue.tokens
    first = min(s for s, tokens in draft.content.items() if tokens)
    return first, (min(draft.content[first]),)


def _parents(drafts: Sequence[_Draft]) -> list[int | None]:
    """Return for each draft the one with the smallest content around its cue."""
    around: dict[int, list[int]] = {}
    for number, draft in enumerate(drafts):
        for s in draft.content:
            around.setdefault(s, []).append(number)
    size = [sum(map(len, draft.content.values())) for draft in drafts]
    found = [_parent(drafts, around, size, number) for number in range(len(drafts))]
    return [_beside(drafts, found, number) for number in range(len(drafts))]


def _beside(drafts: Sequence[_Draft], parents: Sequence[int | None], number: int) -> int | None:
    """Lift a description out of a noun phrase that another cue governs: there the author speaks."""
    parent, cue = parents[number], drafts[number].cue
    above = drafts[parent].cue if parent is not None else None
    lifts = cue is not None and cue.descriptive and above is not None and above.nominal
    return parents[parent] if lifts and parent is not None else parent


def _hand_up(drafts: Sequence[_Draft], parents: Sequence[int | None]) -> None:
    """Add a link's content to the links around it: what Y is said to have said, X said too."""
    for draft, parent in zip(drafts, parents, strict=True):
        for _ in range(MAX_DEPTH):
            if parent is None:
                break
            above = drafts[parent]
            own = {*above.source, *above.cue.tokens} if above.cue else set()
            for s, tokens in draft.content.items():
                above.content.setdefault(s, set()).update(tokens - own if s == above.sentence else tokens)
            parent = parents[parent]


def _link(
    trees: Sequence[Tree],
    quoted: dict[int, set[int]],
    draft: _Draft,
    parent: int | None,
    content: tuple[Words, ...],
) -> Link:
    cue = draft.cue
    return Link(
        cue=Words(draft.sentence, cue.tokens) if cue else None,
        source=Words(draft.source_sentence, draft.source) if draft.source else None,
        source_type=source_type(trees[draft.source_sentence], draft.source),
        content=content,
        quote=_quote_type(trees, content, quoted),
        cue_lemma=cue.lemma if cue else "",
        cue_type=cue.type if cue else "say",
        parent=parent,
        scope_ambiguous=draft.ambiguous,
    )


def _quote_type(trees: Sequence[Tree], content: tuple[Words, ...], quoted: dict[int, set[int]]) -> QuoteType:
    """Tell how much of the content stands between quotation marks; "that" before it does not count."""
    inside = total = 0
    for words in content:
        said = [i for i in words.tokens if trees[words.sentence][i].pos != "PUNCT"]
        said = said[1:] if said and is_that(trees[words.sentence][said[0]]) else said
        total += len(said)
        inside += len(quoted.get(words.sentence, set()).intersection(said))
    if inside == 0:
        return "indirect"
    return "direct" if inside >= 0.8 * total else "mixed"


def _parent(drafts: Sequence[_Draft], around: dict[int, list[int]], size: Sequence[int], number: int) -> int | None:
    """Return the link with the smallest content around this link's cue."""
    draft = drafts[number]
    if draft.cue is None:
        return None
    found = [k for k in around.get(draft.sentence, ()) if k != number and _holds(drafts[k], draft)]
    # Two links cannot hold each other: of such a pair the larger content is the outer one.
    outer = [k for k in found if not _holds(draft, drafts[k]) or (size[k], -k) > (size[number], -number)]
    return min(outer, key=lambda k: (size[k], k), default=None)


def _holds(outer: _Draft, inner: _Draft) -> bool:
    return inner.cue is not None and inner.cue.head in outer.content.get(inner.sentence, ())
