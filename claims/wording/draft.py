"""A claim's words on the workbench: each is kept, replaced or deleted, and words may be put before or behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from claims.analysis import Tokens
from claims.model import Edit
from claims.text import Extent, Span
from claims.trees import Tree
from claims.values import evolve, value


@value
class Change:
    """What becomes of one or more neighbouring tokens."""

    tokens: Tokens
    #: None deletes.
    text: str | None
    reason: str
    antecedents: tuple[Span, ...] = ()


@attrs.define(eq=False)
class Draft:
    """The words of one claim with the changes made so far."""

    text: str
    tree: Tree
    tokens: Tokens
    #: The same, to look words up in.
    inside: frozenset[int]
    #: First token of a change to the change; further tokens of it are in `covered`.
    changes: dict[int, Change]
    covered: dict[int, int]
    #: Token to what is inserted before it, and behind it.
    before: dict[int, list[Change]]
    behind: dict[int, list[Change]]
    #: Pronouns of the first person that one name has replaced: their verbs are in the third person.
    single: set[int]

    @classmethod
    def of(cls, text: str, tree: Tree, tokens: Tokens) -> Draft:
        """Return a draft without changes."""
        return cls(text, tree, tokens, frozenset(tokens), {}, {}, {}, {}, set())

    def replace(self, tokens: Sequence[int], text: str, reason: str, antecedents: tuple[Span, ...] = ()) -> None:
        """Put `text` in the place of neighbouring tokens, unless one of them has been changed already."""
        run = tuple(tokens)
        if any(i in self.covered for i in run) or run[-1] - run[0] != len(run) - 1:
            return
        self.changes[run[0]] = Change(run, text, reason, antecedents)
        self.covered.update(dict.fromkeys(run, run[0]))

    def mark(self, token: int, sign: str) -> None:
        """Put a sign right behind a word, changed or not."""
        change = self.changes.get(self.covered.get(token, token))
        if change is None:
            self.replace((token,), self.tree[token].text + sign, "mark", (self.tree[token].span,))
        elif change.text is not None:
            self.changes[change.tokens[0]] = evolve(change, text=change.text + sign)

    def delete(self, tokens: Iterable[int], reason: str) -> None:
        """Leave tokens out; a replacement among them goes with them."""
        for i in tokens:
            first = self.covered.get(i, i)
            change = self.changes.get(first)
            run = change.tokens if change else (i,)
            self.changes.pop(first, None)
            for j in run:
                self.changes[j] = Change((j,), None, reason)
                self.covered[j] = j

    def insert(
        self,
        at: int,
        text: str,
        reason: str,
        antecedents: tuple[Span, ...] = (),
        *,
        behind: bool = False,
        lead: bool = False,
    ) -> None:
        """Put words before a token, or behind it; with `lead` before what was put there earlier."""
        change = self.changes.get(self.covered.get(at, at))
        run = change.tokens if change else (at,)
        place = self.behind if behind else self.before
        found = place.setdefault(run[-1] if behind else run[0], [])
        found.insert(0 if lead else len(found), Change(run, text, reason, antecedents))

    def is_single(self, tokens: Iterable[int]) -> bool:
        """Tell whether a name stands for the "I" or "we" that the tokens are."""
        return not self.single.isdisjoint(tokens)

    def is_deleted(self, token: int) -> bool:
        """Tell whether a token is left out."""
        change = self.changes.get(token)
        return change is not None and change.text is None

    def kept(self) -> list[int]:
        """Return the tokens that are not left out."""
        if not self.changes:
            return list(self.tokens)
        return [i for i in self.tokens if not self.is_deleted(i)]

    def render(self, tokens: Tokens) -> tuple[str, tuple[Span, ...]]:
        """Return how the tokens read with their changes, and where the words stand in the source."""
        parts: list[str] = []
        spans: list[Span] = []
        last = None
        for i in tokens:
            change = self.changes.get(i)
            if change is None and i in self.covered:
                continue
            if change is not None and change.text is None:
                continue
            if last is not None and (i != last + 1 or self.tree[i].start > self.tree[last].end):
                parts.append(" ")
            parts.append(self.tree[i].text if change is None or change.text is None else change.text)
            spans += change.antecedents if change and change.antecedents else [self.tree[i].span]
            last = i if change is None else change.tokens[-1]
        joined = Extent.union(Extent((span,)) for span in spans)
        return "".join(parts), joined.spans

    def edits(self) -> tuple[Edit, ...]:
        """Return the changes as logged edits, sorted by place."""
        if not (self.changes or self.before or self.behind):
            return ()
        found: list[Edit] = []
        for i in sorted(self.inside.intersection({*self.before, *self.changes, *self.behind})):
            if i in self.before:
                found.append(_insertion(self.before[i], self.tree[i].start, "{} "))
            change = self.changes.get(i)
            if change is not None:
                self._log(found, change)
            if i in self.behind:
                found.append(_insertion(self.behind[i], self.tree[i].end, " {}"))
        return tuple(_merged(found))

    def _log(self, found: list[Edit], change: Change) -> None:
        span = Span(self.tree[change.tokens[0]].start, self.tree[change.tokens[-1]].end)
        if change.text is not None:
            found.append(Edit("replace", change.text, span, None, change.antecedents, change.reason))
            return
        last = found[-1] if found else None
        if last and last.op == "delete" and last.span and last.reason == change.reason and self._join(last.span, span):
            found[-1] = Edit("delete", None, Span(last.span.start, span.end), None, (), change.reason)
        else:
            found.append(Edit("delete", None, span, None, (), change.reason))

    def _join(self, left: Span, right: Span) -> bool:
        """Tell whether two deletions can be logged as one: neighbours, and no words run together without the gap."""
        gap = self.text[left.end : right.start]
        glued = self.text[max(0, left.start - 1) : left.start].strip() and self.text[right.end : right.end + 1].strip()
        return not gap.strip() and not (gap and glued)


def _insertion(changes: Sequence[Change], at: int, shape: str) -> Edit:
    text = " ".join(change.text or "" for change in changes)
    antecedents = tuple(span for change in changes for span in change.antecedents)
    return Edit("insert", shape.format(text).replace(" ,", ","), None, at, antecedents, changes[0].reason)


def _merged(edits: Sequence[Edit]) -> list[Edit]:
    """Join an insertion behind one token with one before the next at the same place."""
    found: list[Edit] = []
    for edit in edits:
        last = found[-1] if found else None
        if last and last.op == edit.op == "insert" and last.at == edit.at:
            both = tuple(dict.fromkeys((*last.antecedents, *edit.antecedents)))
            found[-1] = Edit("insert", f"{last.text}{edit.text}", None, edit.at, both, last.reason)
        else:
            found.append(edit)
    return found
