"""Which item of one file is which of another: by what they say and where they stand, never by id."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import attrs

from claims.changes.places import Places
from claims.changes.portraits import Portrait, Ref
from claims.text import Extent

#: Two items that are less alike than this are two items. Chosen so that a claim whose wording or slots were corrected
#: is still itself, and a claim is not taken for another one of its sentence.
LEAST = 0.5
#: What counts for how much: words, place, verb, slots.
WEIGHTS = (0.3, 0.3, 0.2, 0.2)
#: Items near each other are those in the same or the next stretch of so many code points.
STRETCH = 256
#: A word that more items have, or a stretch that more stand in, does not make two of them candidates.
COMMON_WORD, CROWD = 20, 200

#: Pairs of indexes.
Pairs = list[tuple[int, int]]


@attrs.frozen(slots=False)
class _Sketch:
    """What of an item is compared."""

    portrait: Portrait
    #: Its place in the later text; None where that is gone or not known.
    place: Extent | None
    #: Its content, what it refers to by title.
    content: Hashable

    @cached_property
    def words(self) -> Counter[str]:
        return Counter(re.findall(r"\w+", self.portrait.title.casefold()))

    @cached_property
    def slots(self) -> frozenset[tuple[str, str]]:
        return frozenset((name, value.text) for name, values in self.portrait.slots.items() for value in values)


def match(
    before: Sequence[Portrait],
    after: Sequence[Portrait],
    places: Places,
    titles: tuple[Mapping[Ref, str], Mapping[Ref, str]],
) -> Pairs:
    """Return the pairs of the same item, sorted; what stands in no pair was removed or added.

    Items with equal content and place pair first, then those with equal content in the order of the files, then the
    most alike that are at least `LEAST` alike.
    """
    old = [_sketch(item, titles[0], places.follow(item.place) if places.known else None) for item in before]
    new = [_sketch(item, titles[1], item.place if places.known else None) for item in after]
    pairs = _equal(old, new, [], lambda sketch: (sketch.content, sketch.place))
    pairs += _equal(old, new, pairs, lambda sketch: sketch.content)
    pairs += _alike(old, new, pairs)
    return sorted(pairs)


def _sketch(item: Portrait, titles: Mapping[Ref, str], place: Extent | None) -> _Sketch:
    content = tuple(
        (name, tuple((value.text, tuple(titles.get(ref, ref.id) for ref in value.refs)) for value in values))
        for name, values in item.slots.items()
    )
    return _Sketch(item, place, (item.title, content))


def _left(count: int, taken: Iterable[int]) -> list[int]:
    gone = set(taken)
    return [index for index in range(count) if index not in gone]


def _equal(
    old: list[_Sketch], new: list[_Sketch], taken: Iterable[tuple[int, int]], key: Callable[..., object]
) -> Pairs:
    """Pair items with the same key, the first with the first."""
    taken = list(taken)
    waiting: dict[object, list[int]] = defaultdict(list)
    for index in reversed(_left(len(old), (pair[0] for pair in taken))):
        waiting[key(old[index])].append(index)
    return [
        (waiting[name].pop(), index)
        for index in _left(len(new), (pair[1] for pair in taken))
        if waiting.get(name := key(new[index]))
    ]


def _alike(old: list[_Sketch], new: list[_Sketch], taken: Pairs) -> Pairs:
    """Pair the most alike, as long as they are alike enough."""
    rest = _left(len(old), (pair[0] for pair in taken)), _left(len(new), (pair[1] for pair in taken))
    scored = [(alike(old[a], new[b]), a, b) for a, b in _candidates(old, new, *rest)]
    pairs: Pairs = []
    done: tuple[set[int], set[int]] = (set(), set())
    for score, a, b in sorted(scored, key=lambda row: (-row[0], abs(row[1] - row[2]), row[1:])):
        if score >= LEAST and a not in done[0] and b not in done[1]:
            pairs.append((a, b))
            done[0].add(a)
            done[1].add(b)
    return pairs


def _candidates(old: list[_Sketch], new: list[_Sketch], left: list[int], right: list[int]) -> list[tuple[int, int]]:
    """Return pairs that share a place or a word that is not everywhere."""
    found: dict[Hashable, list[int]] = defaultdict(list)
    for index in right:
        for mark in set(_marks(new[index])):
            found[mark].append(index)
    return sorted(
        {
            (index, other)
            for index in left
            for mark in set(_marks(old[index]))
            if len(found.get(mark, ())) <= (CROWD if isinstance(mark, int) else COMMON_WORD)
            for other in found.get(mark, ())
        }
    )


def _marks(sketch: _Sketch) -> Iterator[Hashable]:
    yield from sketch.words
    yield sketch.portrait.title
    for span in sketch.place or ():
        yield from range(span.start // STRETCH - 1, span.end // STRETCH + 2)


def alike(old: _Sketch, new: _Sketch) -> float:
    """Return from 0 to 1 how alike two items are; what neither has does not count."""
    parts = (
        _share(old.words, new.words),
        _overlap(old.place, new.place),
        float(old.portrait.core == new.portrait.core) if old.portrait.core or new.portrait.core else None,
        2 * len(old.slots & new.slots) / max(1, len(old.slots) + len(new.slots)),
    )
    told = [(weight, part) for weight, part in zip(WEIGHTS, parts, strict=True) if part is not None]
    return sum(weight * part for weight, part in told) / sum(weight for weight, _ in told)


def _share(old: Counter[str], new: Counter[str]) -> float | None:
    total = old.total() + new.total()
    return 2 * (old & new).total() / total if total else None


def _overlap(old: Extent | None, new: Extent | None) -> float | None:
    """Return the common share of two places; None where one of them is not known."""
    if not old or not new:
        return None
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in old for b in new)
    return 2 * common / sum(len(span) for extent in (old, new) for span in extent)
