"""The one lookup of schema files: in the installed package first, else in the checkout.

The build copies ``schemas/`` into the wheel as ``claims/schemas/``; an editable install does not
see that copy, so the folder beside the package is the second place.
"""

from __future__ import annotations

from pathlib import Path

from claims.errors import MissingDependencyError

#: What the files that this release writes call themselves.
FORMAT = "claims/1.0"

#: The JSON Schema of the claim file that this release reads and writes.
CLAIMS_SCHEMA = "claims-1.0.schema.json"
#: The RELAX NG schema of the TEI that this release reads and writes.
TEI_SCHEMA = "claims-tei.rng"
#: The JSON Schema of what `claims validate --format json` prints.
FINDINGS_SCHEMA = "findings-1.0.schema.json"
#: What has changed from version to version.
CHANGES = "CHANGELOG.md"


def schema_path(name: str) -> Path:
    """Return where the schema file `name` lies.

    >>> schema_path(CLAIMS_SCHEMA).is_file()
    True
    """
    package = Path(__file__).parent
    for folder in (package / "schemas", package.parent / "schemas"):
        if (folder / name).is_file():
            return folder / name
    raise MissingDependencyError(f"the schema file {name} is not installed; reinstall atomic-claims")


def schema_text(name: str) -> str:
    """Return the schema file `name` as text."""
    return schema_path(name).read_text("utf-8")
