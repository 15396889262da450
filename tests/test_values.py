"""Values that are made by the thousand behave like guarded ones."""

from __future__ import annotations

import attrs

from claims.trees import Token
from claims.values import evolve, lazy


class Asked:
    """Counts how often it is asked."""

    times = 0

    @lazy
    def answer(self) -> int:
        """Tell how often."""
        self.times += 1
        return self.times


def test_evolve_is_that_of_attrs():
    """Named fields change, None included; what is worked out of them is worked out again."""
    token = Token(0, 0, 4, "Left", "leave", "VERB", "VBD", "ROOT", 0, "", "O")
    changed = evolve(token, text="Gone", head=2)
    assert changed == attrs.evolve(token, text="Gone", head=2)
    assert changed.lower == "gone"
    assert evolve(token, entity=None).entity is None


def test_lazy_asks_once():
    """What is kept beside the fields is asked once for each object; a class hands out the question."""
    asked = Asked()
    assert (asked.answer, asked.answer) == (1, 1)
    assert Asked().answer == 1
    assert Asked.answer.__doc__ == "Tell how often."
