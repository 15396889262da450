"""What a word says about a boundary: openers, abbreviations, verbs of speech."""

from __future__ import annotations

import re
from functools import cache

from claims.lexicon import table, words

_VOWEL = re.compile(r"[aeiouyáéíóúäëïöüàèìòùâêîôûæøå]", re.IGNORECASE)
_INTERJECTION = re.compile(r"[hmnrst]*(?:hm|mm|sh|rr|st|ts)[hmnrstk]*", re.IGNORECASE)
_PLAIN = re.compile(r"[a-z'’-]{3,}|\d+(?:st|nd|rd|th|s)")
_IRREGULAR = {"say": ("said",), "tell": ("told",), "think": ("thought",), "write": ("wrote",), "begin": ("began",)}


def opens(word: str) -> bool:
    """Tell whether a capitalised word is one that opens sentences: a function word.

    >>> opens("However"), opens("Government")
    (True, False)
    """
    return word[:1].isupper() and word.lower().replace("’", "'") in words("openers")


def goes_on(word: str) -> bool:
    """Tell whether a small letter can begin a sentence behind `word`: a plain word, no abbreviation."""
    return _PLAIN.fullmatch(word) is not None or word.lower().replace("’", "'") in words("openers")


def abbreviation(word: str) -> str:
    """Return the kind of abbreviation that `word` is before a full stop, "" for none.

    >>> abbreviation("Mr"), abbreviation("sat"), abbreviation("Sat")
    ('title', '', 'either')
    """
    word = word.replace("’", "'")
    listed = table("abbreviations")
    row = listed.get(word) or listed.get(word.lower())
    if row and not (row[0] == "inner" and word.isalpha() and word.isupper()):
        return row[0]
    return "either" if _is_consonants(word) else ""


def _is_consonants(word: str) -> bool:
    """Take a short word without vowel for an unlisted abbreviation, but not an acronym, several ("TVs") or "hmm"."""
    plural = word[:-1].isupper() and len(word) > 2 and word.endswith("s")
    if not 2 <= len(word) <= 5 or not word.isalpha() or not word.isascii() or word.isupper() or plural:
        return False
    return not _VOWEL.search(word) and not _INTERJECTION.fullmatch(word)


def reports(word: str) -> bool:
    """Tell whether the word is a form of a verb that goes with a quotation: "asked", "says"."""
    return word.lower() in _speech_forms()


@cache
def _speech_forms() -> frozenset[str]:
    lemmas = [lemma for lemma, row in table("cue_verbs").items() if len(row) > 1 and "q" in row[1]]
    return frozenset(form for lemma in (*lemmas, *words("voice_verbs")) for form in _forms(lemma))


def _forms(lemma: str) -> tuple[str, ...]:
    if lemma in _IRREGULAR:
        return (*_IRREGULAR[lemma], lemma + "s")
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d"
    if lemma.endswith("y"):
        return lemma + "s", lemma + "ed", lemma[:-1] + "ies", lemma[:-1] + "ied"
    # Doubling depends on stress ("quipped", "answered"): form both, the wrong one is no word.
    return lemma + "s", lemma + "es", lemma + "ed", lemma + lemma[-1] + "ed"
