"""Which rules are on, and how much each weighs: what ``--select``, ``--ignore`` and a configuration amount to."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import cached_property

import attrs

from claims.checks.context import Rule, Severity
from claims.checks.rules import BY_CODE, RULES
from claims.errors import UsageError

EVERYTHING = "ALL"


def _sorted_pairs(
    severities: Mapping[str, Severity] | Iterable[tuple[str, Severity]],
) -> tuple[tuple[str, Severity], ...]:
    return tuple(sorted(dict(severities).items()))


@attrs.frozen(slots=False)
class RuleSet:
    """The rules that are on. Equal sets find the same in the same file; `key` names one for a cache.

    >>> rules = RuleSet.choose(ignore=["coverage", "T4"])
    >>> "C601" in rules, "O111" in rules
    (False, True)
    """

    #: Code and severity of every rule that is on, by code.
    severities: tuple[tuple[str, Severity], ...] = attrs.field(converter=_sorted_pairs)

    @classmethod
    def choose(
        cls,
        select: Iterable[str] | None = None,
        ignore: Iterable[str] = (),
        severity: Mapping[str, Severity] | None = None,
    ) -> RuleSet:
        """Return the rules that `select` names without those that `ignore` names.

        A rule is named by its code, the beginning of it ("O1"), its name, its family, or ``ALL``. Without `select`,
        every rule that is on by default. `severity` maps such names to "error" or "warning". Rules without which
        nothing can be read stay on; to ignore one is a `UsageError`, as is an unknown name.
        """
        chosen = {rule.code for rule in (RULES if select is None else _named(select))}
        if select is None:
            chosen -= {rule.code for rule in RULES if rule.optional}
        chosen -= {rule.code for rule in _named(ignore)}
        if fixed := [name for name in ignore if any(rule.is_fatal for rule in matching(name)) and name in BY_CODE]:
            raise UsageError(f"{fixed[0]} cannot be ignored: without it nothing of the file can be read")
        weights = {rule.code: rule.severity for rule in RULES if rule.is_fatal or rule.code in chosen}
        for name, weight in (severity or {}).items():
            weights.update({rule.code: weight for rule in matching(name) if rule.code in weights})
        return cls(weights)

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def severity(self, code: str) -> Severity:
        """Return how much a rule that is on weighs."""
        return self._by_code[code]

    @cached_property
    def _by_code(self) -> dict[str, Severity]:
        return dict(self.severities)

    @cached_property
    def key(self) -> str:
        """Return a name for this set that changes with it: 32 hexadecimal digits."""
        return hashlib.sha256(repr(self.severities).encode()).hexdigest()[:32]


def matching(name: str) -> tuple[Rule, ...]:
    """Return the rules that a name stands for; raises `UsageError` where there is none.

    >>> [rule.code for rule in matching("inexact")]
    ['O111']
    """
    plain = name.strip()
    if plain == EVERYTHING:
        return RULES
    found = tuple(rule for rule in RULES if plain in (rule.name, rule.family))
    if not found and plain[:1].isupper():
        found = tuple(rule for rule in RULES if rule.code.startswith(plain))
    if found:
        return found
    from difflib import get_close_matches

    known = [*BY_CODE, *(rule.name for rule in RULES), *dict.fromkeys(rule.family for rule in RULES)]
    close = get_close_matches(plain, known, 1)
    meant = f"; is {close[0]} meant?" if close else ""
    raise UsageError(f"there is no rule {name!r}{meant} (`claims rule` lists them)")


def _named(names: Iterable[str]) -> Iterable[Rule]:
    return [rule for name in names for rule in matching(name)]


#: Every rule that is on unless somebody says otherwise.
DEFAULT = RuleSet.choose()
