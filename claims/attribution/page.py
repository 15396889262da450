"""Who said a quotation: its own sentence's cue, the next one's, the last one's, a name below it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from claims.analysis import SentenceSpan, Tokens, Words
from claims.attribution.asides import quotes_part
from claims.attribution.drafts import Draft
from claims.attribution.frames import Cue
from claims.attribution.leads import lead
from claims.attribution.nominal import is_speaker
from claims.attribution.quotations import MARKS, STOPS, Quotation
from claims.attribution.sources import acting_person, is_verb, trimmed
from claims.attribution.turns import join_turns, open_turns
from claims.trees import Tree

#: A waiting "he said" may be this many tokens from its quotation.
MAX_GAP = 20
#: A quotation goes on with the content before it over at most so many tokens.
MAX_REACH = 80
#: Marks between a quotation and the name below it.
DASHES = frozenset(("-", "–", "—", "--", "―", "~"))


@attrs.define
class Page:
    """The whole text while quotations look for who said them."""

    trees: Sequence[Tree]
    sentences: Sequence[SentenceSpan]
    quotations: Sequence[Quotation]
    drafts: list[Draft]
    by_sentence: dict[int, list[Draft]] = attrs.field(factory=dict)
    #: Tokens between quotation marks, by sentence.
    quoted: dict[int, set[int]] = attrs.field(factory=dict)

    def join(self) -> None:
        """Give every quotation to the draft that introduces it."""
        self.drafts.extend(tuple(open_turns(self.trees, self.sentences, self.drafts)))
        for draft in self.drafts:
            self.by_sentence.setdefault(draft.sentence, []).append(draft)
        join_turns(self.trees, self.sentences, self.drafts)
        last: Draft | None = None
        before: Quotation | None = None
        for number, quotation in enumerate(self.quotations):
            if self._holds_turns(quotation):
                continue
            owner = self._resumed(last, before, quotation) or self._owner(quotation) or self._begun(quotation)
            owner = owner or self._introduced(quotation) or self._signed(quotation) or self._led(quotation)
            if owner is None and self._stands_alone(quotation):
                goes_on = before is not None and self._goes_on(before, quotation)
                if goes_on or self._is_speech(quotation):
                    owner = self._following(number, opening=True) or (last if goes_on else None)
                    owner = owner or self._captioned(quotation) or self._said_before(quotation)
                    owner = owner or self._spoke_last(last, before, quotation) or self._following(number)
                    owner = owner or self._shown_beside(quotation)
            if owner is not None:
                owner.add(quotation)
                last, before = owner, quotation
        self._join_blocks()

    def join_nested(self) -> None:
        """Give quotations within quotations to the cue right before or behind them, and to no other."""
        for draft in self.drafts:
            self.by_sentence.setdefault(draft.sentence, []).append(draft)
        for quotation in self.quotations:
            owner = self._owner(quotation)
            if owner is not None and self._outside(owner, quotation):
                owner.content[owner.sentence] = set()
                owner.add(quotation)

    def _outside(self, draft: Draft, quotation: Quotation) -> bool:
        """Tell whether a draft has no content of its own before a quotation."""
        content = draft.content.get(draft.sentence, set())
        piece = quotation.piece(draft.sentence)
        return not content or not piece or min(content) >= piece[0] - 1

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

    def _stands_alone(self, quotation: Quotation) -> bool:
        """Tell whether a quotation is all there is in one of its sentences."""
        return any(not self._rest(words) for words in quotation.pieces)

    def _is_speech(self, quotation: Quotation) -> bool:
        """Tell whether a quotation holds a whole sentence, not a title or a quoted word."""
        long = (words for words in quotation.pieces if len(trimmed(self.trees[words.sentence], words.tokens)) >= 3)
        return any(not self._rest(words) for words in long)

    def _rest(self, words: Words) -> Tokens:
        """Return what of a sentence stands outside a quotation."""
        tree, inside = self.trees[words.sentence], set(words.tokens)
        return trimmed(tree, tuple(i for i in range(len(tree)) if i not in inside))

    def _goes_on(self, before: Quotation, quotation: Quotation) -> bool:
        """Tell whether a quotation follows at once on one of its kind; in a new paragraph a whole sentence."""
        if quotation.first - before.last > 1 or (quotation.single and not before.single):
            return False
        same = self.sentences[quotation.first].paragraph == self.sentences[before.last].paragraph
        return same or self._is_speech(quotation)

    def _owner(self, quotation: Quotation) -> Draft | None:
        """Return the draft of the quotation's own sentences whose cue stands outside it."""
        best: tuple[int, Draft] | None = None
        for s in dict.fromkeys((quotation.first, quotation.last)):
            for draft in self.by_sentence.get(s, ()):
                rank = self._distance(draft, quotation, s)
                if rank is not None and (best is None or rank < best[0]):
                    best = rank, draft
        return best[1] if best else self._behind(quotation)

    def _distance(self, draft: Draft, quotation: Quotation, s: int) -> int | None:
        """Return how far a quotation stands from the cue that may introduce it; None where it cannot."""
        cue, piece, tree = draft.cue, quotation.piece(s), self.trees[s]
        if cue is None or not cue.quoting or not piece or set(cue.tokens) & self.quoted.get(s, set()):
            return None
        if piece[-1] < cue.head and quotes_part(tree, cue.head, piece[-1]):
            return None
        end = max((cue.end, *cue.tokens, *draft.source))
        start = min((*cue.tokens, *draft.source))
        between = range(end + 1, piece[0]) if piece[0] > end else range(piece[-1] + 1, start)
        content = draft.content.get(s, set())
        touching = 0 < len(between) <= MAX_REACH and all(_is_joint(tree, i) or i in content for i in between)
        # "…," he told the paper, "…": what stands before the cue is said as well where only quotations are.
        parted = any(tree[i].text == ";" for i in between)
        if (
            touching
            and not parted
            and (not content or piece[0] > end or content & set(piece) or content <= self.quoted.get(s, set()))
        ):
            return 0
        if content:
            return len(between) + 1 if len(content & set(piece)) * 2 >= len(piece) else None
        return len(between) + 3 if len(between) <= MAX_GAP else None

    def _begun(self, quotation: Quotation) -> Draft | None:
        """Return the draft that takes the first words of a quotation of several sentences for its content.

        "He described it as "a skirmish in a long war. It is not over.""
        """
        s = quotation.first
        piece = set(quotation.piece(s))
        if quotation.first == quotation.last or not piece:
            return None
        fitting = [
            draft
            for draft in self.by_sentence.get(s, ())
            if draft.cue and draft.cue.head not in piece and 2 * len(piece & draft.content.get(s, set())) > len(piece)
        ]
        return min(fitting, key=lambda draft: len(draft.content[s]), default=None)

    def _resumed(self, last: Draft | None, before: Quotation | None, quotation: Quotation) -> Draft | None:
        """Return who said the first half of a quotation that goes on: '"I stay," Lee said, weeping, "and wait."'."""
        s, start = quotation.first, quotation.piece(quotation.first)[0]
        if last is None or before is None or last.cue is None or not before.last == s == last.sentence:
            return None
        tree, end = self.trees[s], before.piece(s)[-1]
        parted = "," in {tree[i].text for i in (end, min(end + 2, start))} and tree[max(start - 2, 0)].text == ","
        if any(tree[i].text == ";" for i in range(end, start)):
            return None
        if not parted or not end < last.cue.head < start or not self._is_clause(quotation):
            return None
        cues = (draft.cue for draft in self.by_sentence[s] if draft is not last and draft.cue and draft.source)
        near = (cue for cue in cues if cue.quoting and end < cue.head < start)
        # "…, adding, “…”", "…, telling the paper: “…”"
        ends = (cue.end if tree.child(cue.head, "dobj") is not None else max(cue.tokens) for cue in near)
        if any(all(tree[i].pos == "PUNCT" for i in range(last_word + 1, start)) for last_word in ends):
            return None
        return last

    def _behind(self, quotation: Quotation) -> Draft | None:
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

    def _introduced(self, quotation: Quotation) -> Draft | None:
        """Return the draft of a sentence before that ends in a colon: "She went on: …"."""
        s = quotation.first - 1
        if s < 0 or quotation.piece(quotation.first)[0] > 1 or not len(self.trees[s]):
            return None
        quoting = [d for d in self.by_sentence.get(s, ()) if d.cue and d.cue.quoting and d.source]
        waiting = [d for d in quoting if not d.content.get(s)]
        if self.trees[s][len(self.trees[s]) - 1].text != ":":
            return waiting[-1] if waiting and self._is_speech(quotation) else None
        return next(reversed(waiting or quoting), None)

    def _led(self, quotation: Quotation) -> Draft | None:
        """Make a draft of the clause before a colon right before a quoted sentence: "The mayor was clear: “…”"."""
        s = quotation.first
        words = quotation.with_marks(s)
        colon = words[0] - 1 if words[0] else len(self.trees[s - 1]) - 1
        place = s if words[0] else s - 1
        whole = quotation.last > s or quotation.ends_in(self.trees[s])
        if place < 0 or colon < 1 or self.trees[place][colon].text != ":" or not (whole and self._is_clause(quotation)):
            return None
        cue = lead(self.trees[place], colon)
        if cue is None:
            return None
        draft = Draft(place, cue if cue.source else None, cue.source, {}, place if cue.source else s)
        self.drafts.append(draft)
        return draft

    def _is_clause(self, quotation: Quotation) -> bool:
        """Tell whether a quotation has a verb: no title, no quoted words."""
        return any(is_verb(self.trees[words.sentence], i) for words in quotation.pieces for i in words.tokens)

    def _signed(self, quotation: Quotation) -> Draft | None:
        """Make a draft of a name behind a dash, as under a pull quote: ``"…" - Ann Lee``."""
        for s, start in ((quotation.last, quotation.pieces[-1].tokens[-1] + 1), (quotation.last + 1, 0)):
            if s >= len(self.trees) or (s > quotation.last and not quotation.ends_in(self.trees[s - 1])):
                break
            tree = self.trees[s]
            dash = next((i for i in range(start, min(start + 3, len(tree))) if tree[i].text in DASHES), None)
            name = _signature(tree, dash + 1) if dash is not None else ()
            if dash is not None and name:
                draft = Draft(s, Cue(dash, (dash,), "-", "say", name, (), quoting=True), name, {}, s)
                self.drafts.append(draft)
                return draft
        return None

    def _following(self, number: int, *, opening: bool = False) -> Draft | None:
        """Return the owner of the next quotation, if it follows at once in the same paragraph.

        One that stands `opening` its sentence goes on with this one; another may only quote a word.
        """
        here = self.quotations[number]
        if number + 1 >= len(self.quotations):
            return None
        after = self.quotations[number + 1]
        near = after.first - here.last <= 1 and (not opening or after.piece(after.first)[0] <= 1)
        if near and self.sentences[after.first].paragraph == self.sentences[here.last].paragraph:
            return self._owner(after)
        return None

    def _captioned(self, quotation: Quotation) -> Draft | None:
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
        draft = Draft(s, None, name, {}, s)
        self.drafts.append(draft)
        return draft

    def _spoke_last(self, last: Draft | None, before: Quotation | None, quotation: Quotation) -> Draft | None:
        """Return the last one quoted, in this paragraph or the one before."""
        if last is None or before is None or quotation.single:
            return None
        gone = self.sentences[quotation.first].paragraph - self.sentences[before.last].paragraph
        return last if gone <= 1 and not self._enters(last, before, quotation) else None

    def _enters(self, last: Draft, before: Quotation, quotation: Quotation) -> bool:
        """Tell whether somebody else is named as acting in the sentence between two quotations."""
        if quotation.first - before.last < 2:
            return False
        tree = self.trees[quotation.first - 1]
        said = {self.trees[last.source_sentence][i].lower for i in last.source}
        return any(tree[i].pos == "PROPN" and tree[i].lower not in said for i in acting_person(tree)[-1:])

    def _shown_beside(self, quotation: Quotation) -> Draft | None:
        """Make a draft of whoever acts in the sentence before a quotation, or behind it; without a cue.

        Where there is nobody, the source stays unnamed: whoever it is, it is not the author.
        """
        if quotation.single:
            return None
        s = quotation.first
        who, place = self._beside(quotation)
        draft = Draft(place if who else s, None, who, {}, place if who else s)
        self.drafts.append(draft)
        return draft

    def _beside(self, quotation: Quotation) -> tuple[Tokens, int]:
        """Return who acts in a neighbouring sentence of the paragraph, or in one before that ends in a colon."""
        paragraph = self.sentences[quotation.first].paragraph
        for s in (quotation.first - 1, quotation.last + 1):
            if not 0 <= s < len(self.trees):
                continue
            tree = self.trees[s]
            leads = s < quotation.first and tree[len(tree) - 1].text == ":"
            who = acting_person(tree) if leads or self.sentences[s].paragraph == paragraph else ()
            if who:
                return who, s
        return (), quotation.first

    def _holds_turns(self, quotation: Quotation) -> bool:
        """Tell whether somebody's turn stands in a quotation: ``"LEE: We have no money."``."""
        return any(
            draft.cue is not None and draft.cue.lemma == ":" and draft.source and draft.cue.head in words.tokens
            for words in quotation.pieces
            for draft in self.by_sentence.get(words.sentence, ())
        )

    def _said_before(self, quotation: Quotation) -> Draft | None:
        """Return the draft of the one speaker of the sentence before, in this paragraph or the last."""
        s = quotation.first - 1
        if s < 0 or self.sentences[s].paragraph < self.sentences[s + 1].paragraph - 1:
            return None
        found = [d for d in self.by_sentence.get(s, ()) if d.cue and d.cue.quoting and d.cue.type == "say" and d.source]
        outer = [d for d in found if not any(d.cue and d.cue.head in other.content.get(s, ()) for other in found)]
        cue = outer[0].cue if len(outer) == 1 else None
        return outer[0] if cue and not any(self.trees[s][i].dep == "neg" for i in cue.tokens) else None


def _signature(tree: Tree, start: int) -> Tokens:
    """Return the name that a sentence is from `start` to its end or a comma; () where it is none."""
    comma = next((token.i for token in tree[start:] if token.text == ","), len(tree))
    name = trimmed(tree, tuple(range(start, comma)))
    if not name or not tree[name[0]].text[0].isupper():
        return ()
    # Behind a dash any two or three words with capitals are a name.
    capitals = 2 <= len(name) <= 3 and all(tree[i].text[0].isupper() for i in name)
    return name if capitals or (len(name) <= 6 and is_speaker(tree, name[0], name[-1] + 1)) else ()


def _is_joint(tree: Tree, i: int) -> bool:
    return tree[i].pos == "PUNCT" or tree[i].text in MARKS or tree[i].dep == "cc"


def keep_within(drafts: Iterable[Draft], quotations: Iterable[Quotation]) -> None:
    """Cut the content of whoever speaks within a quotation at its end: what is outside, others say."""
    pieces: dict[int, list[Tokens]] = {}
    for quotation in quotations:
        for words in quotation.pieces:
            pieces.setdefault(words.sentence, []).append(words.tokens)
    for draft in drafts:
        for piece in pieces.get(draft.sentence, ()) if draft.cue else ():
            own = (*draft.cue.tokens, *draft.source) if draft.cue and draft.source else ()
            if own and piece[0] <= min(own) and max(own) <= piece[-1]:
                draft.content[draft.sentence].intersection_update(piece)
