"""Word classes as data: one file a class, one word a line, and one loader.

A line is a word (or a phrase with single spaces), optionally followed by tab-separated columns; what
follows ``#`` is a comment. The head of each file says what the class is and where it comes from.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import MappingProxyType


@cache
def table(name: str) -> MappingProxyType[str, tuple[str, ...]]:
    """Return the class `name`: word to its further columns, in file order.

    >>> "january" in table("months")
    True
    """
    rows = {}
    # Not `importlib.resources`: loading that takes longer than reading all classes.
    for line in Path(__file__).with_name(f"{name}.tsv").read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.partition("#")[0].split("\t")]
        if cells[0]:
            rows[cells[0]] = tuple(cells[1:])
    return MappingProxyType(rows)


@cache
def openings(name: str) -> frozenset[str]:
    """Return the first words of the phrases of the class `name`: what begins with no other is none of them."""
    return frozenset(phrase.partition(" ")[0] for phrase in table(name))


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of the class `name`."""
    return frozenset(table(name))


def names_person(lemma: str) -> bool:
    """Tell whether a noun, in lower case, is a word for somebody: "spokesman", "head", "king", "worker"."""
    return any(lemma in words(name) for name in ("person_nouns", "gendered_nouns", "office_nouns", "ranks"))


def frames_of(lemma: str, cues: str = "cue_verbs") -> str:
    """Return the frames of a cue, a letter each, from column two of its table; none for what is no cue."""
    return "".join(table(cues).get(lemma, ())[1:2])


def acts_behind_passive(participle: str, lemma: str, particle: str = "") -> bool:
    """Tell whether a verb joined to a passive is active: "was freed and **fled**", "was born and **moved**"."""
    born = participle == "born" and lemma not in words("like_born")
    return born or lemma in words("intransitive_verbs") or f"{lemma} {particle}".strip() in words("seldom_passive")
