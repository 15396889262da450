"""Fact-checked claim annotation: atomic, attributed, dated claims with exact places in the source.

>>> import claims
>>> document = claims.annotate("The crane fell on Friday.", published="2015-09-12")
>>> document.claims[0].when[0].edtf
'2015-09-11'

Importing this package loads nothing else; every name is fetched on first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.api import annotate
    from claims.checking import check
    from claims.checks import Finding, RuleSet, validate
    from claims.clauses.proposals import Passage, Proposal
    from claims.codec import from_dict, to_dict
    from claims.errors import ClaimsError
    from claims.factcheck import EvidenceIndex, compare, judge, merge, retract
    from claims.formats import read, write
    from claims.model import Document, Evidence, Problem, Quotation
    from claims.pipeline import Annotator

#: Public names and the modules they come from.
_HOMES = {
    "Annotator": "claims.pipeline",
    "ClaimsError": "claims.errors",
    "Document": "claims.model",
    "Evidence": "claims.model",
    "EvidenceIndex": "claims.factcheck",
    "Finding": "claims.checks",
    "Passage": "claims.clauses.proposals",
    "Problem": "claims.model",
    "Proposal": "claims.clauses.proposals",
    "Quotation": "claims.model",
    "RuleSet": "claims.checks",
    "annotate": "claims.api",
    "check": "claims.checking",
    "compare": "claims.factcheck",
    "from_dict": "claims.codec",
    "judge": "claims.factcheck",
    "merge": "claims.factcheck",
    "read": "claims.formats",
    "retract": "claims.factcheck",
    "to_dict": "claims.codec",
    "validate": "claims.checks",
    "write": "claims.formats",
}

__all__ = [
    "Annotator",
    "ClaimsError",
    "Document",
    "Evidence",
    "EvidenceIndex",
    "Finding",
    "Passage",
    "Problem",
    "Proposal",
    "Quotation",
    "RuleSet",
    "annotate",
    "check",
    "compare",
    "from_dict",
    "judge",
    "merge",
    "read",
    "retract",
    "to_dict",
    "validate",
    "write",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'claims' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
