"""The best one-to-one matching of two lists, by weights."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence

import attrs

#: Weights of the pairs that have one: for every item of the first list, those of the second by index.
Weights = Sequence[Mapping[int, float]]


def best_pairs(weights: Weights) -> list[tuple[int, int]]:
    """Return the matching with the greatest sum of weights (0 to 1), sorted; pairs without a weight stay apart.

    Shortest augmenting paths over the pairs that have a weight (Jonker and Volgenant 1987): items that
    share no words cost nothing.

    >>> best_pairs([{0: 0.9, 1: 0.8}, {0: 0.8}])
    [(0, 1), (1, 0)]
    """
    search = _Search([_costs(row, index) for index, row in enumerate(weights)])
    for index in range(len(weights)):
        search.place(index)
    return sorted((row, column) for column, row in search.owner.items() if column >= 0)


def _costs(row: Mapping[int, float], index: int) -> list[tuple[int, float]]:
    """Return columns with costs; column ``-1 - index`` stands for no partner."""
    return [*((column, 1 - weight) for column, weight in row.items() if weight > 0), (-1 - index, 1.0)]


@attrs.define
class _Search:
    """Rows are placed one after the other; potentials keep every reduced cost at 0 or above."""

    edges: list[list[tuple[int, float]]]
    #: Column → its row.
    owner: dict[int, int] = attrs.field(factory=dict)
    _rows: dict[int, float] = attrs.field(factory=dict)
    _columns: dict[int, float] = attrs.field(factory=dict)

    def place(self, start: int) -> None:
        """Give a row its column; rows placed before may move on."""
        heap: list[tuple[float, int]] = []
        best: dict[int, float] = {}
        came: dict[int, int] = {}
        done: dict[int, float] = {}
        row, reached = start, 0.0
        while True:
            self._look(row, reached, (heap, best, came, done))
            reached, column = heapq.heappop(heap)
            while column in done:
                reached, column = heapq.heappop(heap)
            if column not in self.owner:
                break
            done[column] = reached
            row = self.owner[column]
        self._reweigh(start, reached, done)
        self._shift(start, column, came)

    def _look(
        self,
        row: int,
        reached: float,
        found: tuple[list[tuple[float, int]], dict[int, float], dict[int, int], dict[int, float]],
    ) -> None:
        heap, best, came, done = found
        for column, cost in self.edges[row]:
            length = reached + cost - self._rows.get(row, 0.0) - self._columns.get(column, 0.0)
            if column not in done and length < best.get(column, float("inf")):
                best[column], came[column] = length, row
                heapq.heappush(heap, (length, column))

    def _reweigh(self, start: int, end: float, done: Mapping[int, float]) -> None:
        self._rows[start] = self._rows.get(start, 0.0) + end
        for column, length in done.items():
            self._columns[column] = self._columns.get(column, 0.0) + length - end
            row = self.owner[column]
            self._rows[row] = self._rows.get(row, 0.0) + end - length

    def _shift(self, start: int, column: int, came: Mapping[int, int]) -> None:
        """Turn over the path that ends in `column`."""
        place = {row: owned for owned, row in self.owner.items()} if came[column] != start else {}
        while True:
            row = came[column]
            before = place.get(row)
            self.owner[column] = row
            if row == start or before is None:
                return
            column = before
