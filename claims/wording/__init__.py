"""Whom the text speaks of, and each claim in words that stand alone."""

from __future__ import annotations

from claims.wording.reference import resolve
from claims.wording.rewrite import Wording, reword

__all__ = ["Wording", "resolve", "reword"]
