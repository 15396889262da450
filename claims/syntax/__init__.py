"""The parser: from the sentences of a text to trees; the only package that knows spaCy."""

from __future__ import annotations

from claims.syntax.parser import DEFAULT_MODEL, GROUP, LONGEST, Parser, Sentence, load

__all__ = ["DEFAULT_MODEL", "GROUP", "LONGEST", "Parser", "Sentence", "load"]
