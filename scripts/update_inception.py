"""Write the INCEpTION layers and the UIMA type system of the examples anew: run it when the layers have changed.

python scripts/update_inception.py
"""

from __future__ import annotations

import json
from pathlib import Path

from claims.formats.uima import inception_layers, type_system

TARGET = Path(__file__).parent.parent / "examples/inception"


def main() -> None:
    """Write both files."""
    layers = json.dumps(inception_layers(), indent=2, ensure_ascii=False)
    (TARGET / "layers.json").write_text(f"{layers}\n", "utf-8")
    (TARGET / "TypeSystem.xml").write_bytes(type_system().to_xml().encode())


if __name__ == "__main__":
    main()
