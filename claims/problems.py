"""What is wrong with a claim file, as data. It stands apart from the model, which takes longer to load than a check."""

from __future__ import annotations

import attrs

from claims.text import Span


@attrs.frozen
class Problem:
    """Something wrong with a claim file."""

    #: Stable code of the rule that found it.
    code: str
    message: str
    #: RFC 6901 JSON pointer of the value concerned.
    pointer: str = ""
    #: The source words concerned.
    span: Span | None = None
    hint: str | None = None
