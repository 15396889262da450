"""Which versions of the claim file are read, and how an older one becomes the current one.

A version is two whole numbers. Within a major version only optional fields and values of lists are added, so a
reader of 1.0 reads every 1.N and passes over what it does not know. An older major version is read by going up the
steps of `MIGRATIONS`; a newer one is refused, because guessing at its meaning would be worse.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import attrs

from claims.errors import FormatError
from claims.schema_files import FORMAT

_NAME = re.compile(r"claims/(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})")


@attrs.frozen(order=True)
class Version:
    """Version of the claim file.

    >>> Version.of("claims/1.12") > Version.of("claims/1.9")
    True
    """

    major: int
    minor: int

    @classmethod
    def of(cls, name: object) -> Version:
        """Return the version that the value of ``format`` names; `FormatError` for what names none."""
        match = _NAME.fullmatch(name) if isinstance(name, str) else None
        if match is None:
            raise FormatError(f'not a claim file: "format" should be "{FORMAT}"', None, "/format")
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"claims/{self.major}.{self.minor}"


CURRENT = Version.of(FORMAT)

#: Plain data of one version to plain data of the next; never changes what it is given.
Step = Callable[[Mapping[str, Any]], dict[str, Any]]


def _upwards(migration: Migration, _: object, target: Version) -> None:
    if not migration.source < target <= CURRENT:
        raise FormatError(f"a migration leads up and not beyond {CURRENT}: {migration.source} to {target} does not")


@attrs.frozen
class Migration:
    """One step up, from a version to a later one."""

    source: Version
    target: Version = attrs.field(validator=_upwards)
    step: Step


#: The steps that this release knows; 1.0 is the first version, so there are none to go.
MIGRATIONS: tuple[Migration, ...] = ()


def known(migrations: Sequence[Migration] | None = None) -> str:
    """Return what is read, in words: the current major version, and those with a way up to it.

    >>> known()
    'claims/1.x'
    """
    older = sorted({step.source for step in (MIGRATIONS if migrations is None else migrations)})
    return " and ".join([f"claims/{CURRENT.major}.x", *map(str, older)])


def upgrade(data: Any, migrations: Sequence[Migration] | None = None) -> dict[str, Any]:
    """Return plain data of a version of the current major, made from `data` step by step where it is older.

    Data that is current already is returned as it is. Raises `FormatError`, its place the pointer ``/format``,
    for what is no claim file, for a later major version, and for an older one without a way up.

    >>> upgrade({"format": "claims/1.7"})
    {'format': 'claims/1.7'}
    """
    steps = {step.source: step for step in (MIGRATIONS if migrations is None else migrations)}
    while (version := Version.of(data.get("format") if isinstance(data, Mapping) else None)).major != CURRENT.major:
        if version not in steps:
            raise FormatError(_refusal(version, migrations), None, "/format")
        data = _stepped(data, steps[version])
    return dict(data) if not isinstance(data, dict) else data


def _stepped(data: Mapping[str, Any], migration: Migration) -> dict[str, Any]:
    try:
        made = migration.step(data)
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        message = f"this is no sound file of {migration.source}: it cannot be turned into {migration.target}"
        raise FormatError(f"{message} ({type(error).__name__}: {error})") from error
    return {**made, "format": str(migration.target)}


def _refusal(version: Version, migrations: Sequence[Migration] | None) -> str:
    if version > CURRENT:
        return (
            f"{version} is a later version than this release reads ({known(migrations)}); "
            "install a newer release, or ask for the file in version 1"
        )
    return f"{version} is an early version that no release reads; this one reads {known(migrations)}"
