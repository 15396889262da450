"""What installed packages add: formats, extractors, gazetteers, judges, each under an entry-point group of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


def offered(group: str) -> dict[str, EntryPoint]:
    """Return what packages register in a group, by name and in the order of names; none of it is loaded.

    Where two packages take one name, the same one wins on every run.
    """
    # Looked up only when asked for: it reads the metadata of every installed package.
    from importlib.metadata import entry_points

    found: dict[str, EntryPoint] = {}
    for entry in sorted(entry_points(group=group), key=lambda entry: (entry.name, entry.value)):
        found.setdefault(entry.name, entry)
    return found
