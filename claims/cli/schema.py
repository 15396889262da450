"""`claims schema`: the schemas of this release, for other tools."""

from __future__ import annotations

import sys

from claims.cli.options.schema import Options
from claims.errors import UsageError
from claims.schema_files import CHANGES, CLAIMS_SCHEMA, FINDINGS_SCHEMA, TEI_SCHEMA, schema_path

FILES = {"json": CLAIMS_SCHEMA, "tei": TEI_SCHEMA, "findings": FINDINGS_SCHEMA, "changes": CHANGES}


def run(options: Options) -> int:
    """Write a schema file byte by byte to standard output, or say where it lies."""
    path = schema_path(FILES[options.name])
    if options.path:
        print(path)
        return 0
    if sys.stdout is None:
        raise UsageError("standard output is closed; --path says where the file lies")
    sys.stdout.flush()
    sys.stdout.buffer.write(path.read_bytes())
    return 0
