"""What decides the output of a corpus beside its texts; loads nothing, so that a parent of workers starts soon."""

from __future__ import annotations

import attrs

from claims.syntax import DEFAULT_MODEL


@attrs.frozen
class Settings:
    """What decides the output beside the texts."""

    model: str = DEFAULT_MODEL
    #: Format of a document in the results: "jsonl" or "tei".
    to: str = "jsonl"
    #: Whether documents carry their text.
    with_text: bool = True
