"""What `import claims` offers: a short list of names, each documented, none loaded before it is used."""

from __future__ import annotations

import doctest
import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import claims

NAMES = [
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
#: Every module but the one that runs on import.
MODULES = sorted(
    {module.name for module in pkgutil.walk_packages(claims.__path__, "claims.")} - {"claims.__main__"} | {"claims"}
)


def _python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_names() -> None:
    """The public names are these; adding or dropping one is a decision."""
    assert sorted(claims.__all__) == NAMES
    assert dir(claims) == claims.__all__


@pytest.mark.parametrize("name", NAMES)
def test_name_is_documented(name: str) -> None:
    """Every public name is there and says what it is."""
    assert inspect.getdoc(getattr(claims, name))


def test_unknown_name() -> None:
    """A name that is not there is an AttributeError that says so."""
    with pytest.raises(AttributeError, match=r"claims.*nonsense"):
        _ = claims.nonsense  # type: ignore[attr-defined]


def test_import_loads_nothing() -> None:
    """`import claims` loads neither spaCy nor lxml nor a model."""
    heavy = _python(
        "import sys, claims; print(sorted({'spacy', 'numpy', 'lxml', 'jsonschema', 'attrs'} & set(sys.modules)))"
    )
    assert heavy == "[]"


def test_import_is_quick() -> None:
    """`import claims` adds less than 0.2 seconds of processor time."""
    code = "import time; start = time.process_time(); import claims; print(time.process_time() - start)"
    assert min(float(_python(code)) for _ in range(3)) < 0.2


@pytest.mark.parametrize("name", MODULES)
def test_docstring_examples(name: str) -> None:
    """The examples in the docstrings of every module run and print what stands there."""
    assert doctest.testmod(importlib.import_module(name)).failed == 0


@pytest.mark.parametrize("name", NAMES)
def test_name_is_used_in_an_example(name: str) -> None:
    """Every public name stands in an example of docs/python.md, which runs."""
    page = Path(__file__).parent.parent / "docs/python.md"
    examples = re.findall(r"^(?:>>>|\.\.\.) .*$", page.read_text("utf-8"), re.MULTILINE)
    assert any(f"claims.{name}" in line for line in examples)
