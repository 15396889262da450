"""Names in our TEI: ids, and the categories that `@ana` points to.

An id of the model is any string; an ``xml:id`` is an NCName, unique in the file. Characters that do
not fit are written ``_xHHHH_``, as is the first letter of an id that could be taken for one of ours.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from claims.errors import FormatError

NAMESPACE = "http://www.tei-c.org/ns/1.0"
TEI = f"{{{NAMESPACE}}}"
#: What `etree.Element` needs to write no prefixes; its stubs know no default namespace.
DEFAULT_NAMESPACE: Any = {None: NAMESPACE}

#: The id of the date of publication: what a time may be counted from.
PUBLISHED = "published"

#: Taxonomy, then value in the model, then what it means. The header of every file declares them all.
CATEGORIES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "zone": {
            "headline": "headline of the page",
            "standfirst": "summary under the headline",
            "byline": "name of the writer",
            "dateline": "place and date line",
            "caption": "words under a picture",
            "credit": "who made a picture",
            "body": "running text",
        },
        "role": {
            "claim": "all words of the claim",
            "who": "of whom or what something is said",
            "predicate": "the verb group",
            "object": "direct object",
            "indirect_object": "indirect object",
            "agent": "agent of a passive",
            "complement": "complement of the predicate",
            "oblique": "prepositional argument",
            "modifier": "modifier of the predicate",
            "when": "time adjunct",
            "where": "place adjunct",
            "source": "who vouches for it",
            "cue": "the words that mark it as said, believed, promised",
            "content": "what is attributed",
            "unresolved": "a pronoun with more than one possible antecedent",
        },
        "edit": {
            "replace": "words replaced in the stand-alone wording",
            "insert": "words inserted",
            "delete": "words left out",
        },
        "kind": {
            "fact": "can be settled by observation",
            "opinion": "cannot be settled by observation",
            "prediction": "says what is not yet so",
        },
        "polarity": {"+": "affirmed", "-": "negated"},
        "tense": {
            "past": "past",
            "present": "present",
            "future": "future",
            "future_in_past": "future seen from the past",
            "generic": "at no time in particular",
        },
        "certainty": {
            "CT+": "certainly so",
            "CT-": "certainly not so",
            "CTu": "certain, polarity unknown",
            "PR+": "probably so",
            "PR-": "probably not so",
            "PS+": "possibly so",
            "PS-": "possibly not so",
            "Uu": "uncommitted",
            "U+": "uncommitted, affirmed",
            "U-": "uncommitted, negated",
        },
        "relation": {
            "during": "holds during the time",
            "begin": "begins with it",
            "end": "ends with it",
            "before": "lies before it",
            "after": "lies after it",
        },
        "quote": {"direct": "quoted word for word", "indirect": "reported", "mixed": "partly quoted"},
        "scope": {"ambiguous": "it is not clear how far the attribution reaches"},
        "source": {
            "named": "a named person or body",
            "collective": "a state, body or group speaking as one",
            "unnamed": "somebody who is not named",
            "implicit": "nobody is mentioned",
        },
        "cue": {
            "say": "saying, reporting",
            "know": "knowing, showing, hearing",
            "believe": "believing, seeing as",
            "commit": "threatening, vowing, planning",
            "claim": "claiming, accusing",
            "warn": "warning, asking",
            "message": "a deed taken as a message",
        },
        "verdict": {
            "supported": "the evidence supports it",
            "refuted": "the evidence refutes it",
            "conflicting": "the evidence is divided",
            "not_enough_evidence": "the evidence does not settle it",
            "not_checkable": "no evidence could settle it",
        },
        "slot": {
            "who": "only who is judged",
            "what": "only what is judged",
            "when": "only when is judged",
            "where": "only where is judged",
            "attribution": "only the attribution is judged",
        },
    }
)

_SIGNS = str.maketrans({"+": "plus", "-": "minus"})


@cache
def category_ids() -> Mapping[tuple[str, str], str]:
    """Return the xml:id of every category by taxonomy and value: ``certainty.CTplus``."""
    ids = {
        (taxonomy, value): f"{taxonomy}.{value.translate(_SIGNS)}"
        for taxonomy, values in CATEGORIES.items()
        for value in values
    }
    return MappingProxyType(ids)


@cache
def _values() -> Mapping[str, str]:
    return MappingProxyType({f"#{id_}": value for (_, value), id_ in category_ids().items()})


@cache
def category(taxonomy: str, value: str) -> str:
    """Return the pointer to a category, for ``@ana``."""
    id_ = category_ids().get((taxonomy, value))
    if id_ is None:
        raise FormatError(f"{value!r} is no {taxonomy}; `claims validate` lists everything")
    return f"#{id_}"


def category_value(pointer: str) -> str:
    """Return the value that a pointer to a category stands for."""
    return _values()[pointer]


def taxonomy_of(pointer: str) -> str:
    """Return the taxonomy of a pointer to a category."""
    return pointer[1:].partition(".")[0]


@cache
def _bad() -> re.Pattern[str]:
    reserved = "|".join(CATEGORIES)
    # In this order: the first letter of one of our own ids, a bad beginning, an escape, a bad character.
    return re.compile(
        rf"^(?={PUBLISHED}$|(?:{reserved})\.).|^[^A-Za-z_]|_(?=x)|[^A-Za-z0-9_.-]",
        re.DOTALL,
    )


@lru_cache(4096)
def encode_id(name: str) -> str:
    """Return the xml:id for an id of the model.

    >>> encode_id("c12"), encode_id("1 a"), encode_id("role.who")
    ('c12', '_x31__x20_a', '_x72_ole.who')
    """
    if not name:
        return "_x_"
    return _bad().sub(lambda match: f"_x{ord(match[0]):X}_", name)


def pointer(name: str) -> str:
    """Return the URI fragment that points to an id of the model."""
    return f"#{encode_id(name)}"


def decode_id(name: str) -> str:
    """Return the model's id for an xml:id.

    >>> decode_id("_x31__x20_a")
    '1 a'
    """
    return re.sub("_x([0-9A-F]{0,6})_", _character, name)


def _character(match: re.Match[str]) -> str:
    if not match[1]:
        return ""
    code = int(match[1], 16)
    if code > 0x10FFFF:
        raise FormatError(f"{match[0]} is no character")
    return chr(code)


def decode_pointer(target: str) -> str:
    """Return the model's id that ``#name`` points to."""
    name = target.strip().removeprefix("#")
    if not target.strip().startswith("#") or not name or not _NAME.fullmatch(name):
        raise FormatError(f"{target!r:.60} is no pointer to an element of this file")
    return decode_id(name)


def whole_number(value: str) -> int:
    """Return a whole number; more than 18 digits are no offset of anything."""
    if not _NUMBER.fullmatch(value):
        raise FormatError(f"{value!r:.60} is no offset or number")
    return int(value)


_NAME = re.compile(r"[^\s()#,]+")
_NUMBER = re.compile("[0-9]{1,18}")
