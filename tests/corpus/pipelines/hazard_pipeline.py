"""A pipeline that loads fast and does harm on demand: what the texts of a fault test are read with.

It parses by rule: the first verb it knows is the root. A text with the word HANG never ends, GLUTTON eats all
memory, CRASH ends the process, ONCE does so unless the file that HAZARD_ONCE names is there, RAISE raises.
"""

from __future__ import annotations

import os
import signal
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

VERBS = {"fell", "rose", "closed", "opened", "left", "returned", "burned", "sank"}


def load() -> Language:
    """Return the pipeline."""
    if log := os.environ.get("HAZARD_PIDS"):
        with open(log, "a") as stream:
            stream.write(f"{os.getpid()}\n")
    nlp = spacy.blank("en")
    nlp.add_pipe("hazard")
    nlp.add_pipe("by_rule")
    return nlp


@Language.component("hazard")
def hazard(doc: Doc) -> Doc:
    """Do what the words ask for."""
    words = {token.text for token in doc}
    if "HANG" in words:
        while True:
            pass
    if "GLUTTON" in words:
        hoard = [bytearray(1 << 26)]
        while True:
            hoard.append(bytearray(1 << 26))
    if "RAISE" in words:
        raise ValueError("a hazard")
    once = os.environ.get("HAZARD_ONCE")
    if "ONCE" in words and once and not Path(once).exists():
        Path(once).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if "CRASH" in words:
        os.kill(os.getpid(), signal.SIGSEGV)
    return doc


@Language.component("by_rule")
def by_rule(doc: Doc) -> Doc:
    """Hang every word on the first verb, the one before it as its subject."""
    root = next((token.i for token in doc if token.text in VERBS), 0)
    tags = ["VERB" if i == root else "PUNCT" if token.is_punct else "NOUN" for i, token in enumerate(doc)]
    deps = ["punct" if token.is_punct else "nsubj" if token.i == root - 1 else "det" for token in doc]
    for i, token in enumerate(doc):
        token.pos_ = tags[i]
        token.tag_ = {"VERB": "VBD", "NOUN": "NN", "PUNCT": "."}[tags[i]]
        token.lemma_ = token.lower_
        token.head = doc[root]
        token.dep_ = "ROOT" if i == root else deps[i]
    return doc
