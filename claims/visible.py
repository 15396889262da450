"""Make text safe to look at: what would steer a terminal or turn the order of letters is shown instead."""

from __future__ import annotations

import re
from functools import cache

#: Format characters that are harmless and part of writing: joiners, invisible spaces, direction marks, and the Arabic,
#: Syriac and Kaithi signs that Unicode files under "format" although they are seen.
_HARMLESS = frozenset(
    "\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064"
    "\u061c\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd"
)
#: Everything that may need a look; ASCII and most letters pass at once.
_SUSPECT = "[\x00-\x1f\x7f-\x9f\xad\u0600-\u08e2\u180e\u200b-\u206f\ud800-\udfff\ufeff-\uffff\U000110bd-\U0010ffff]"


def visible(text: str) -> str:
    r"""Return `text` with control, direction-changing and invisible tag characters spelt out.

    Line ends and tabs stay; C0 controls become control pictures, the rest escapes.

    >>> visible("red: \x1b[31m")
    'red: ␛[31m'
    >>> visible("a\u202eb")
    'a\\u202eb'
    """
    return suspect().sub(lambda match: shown(match[0]), text)


@cache
def suspect() -> re.Pattern[str]:
    """Return what matches a character that may need a look; most programs end without one."""
    return re.compile(_SUSPECT)


def one_line(text: str) -> str:
    """Return `text` made visible, with every run of white space turned into one space."""
    line = " ".join(text.split())
    return line if line.isascii() and line.isprintable() else visible(line)


@cache
def shown(char: str) -> str:
    """Return what stands for one character: mostly itself."""
    import unicodedata

    if char in "\n\t" or char in _HARMLESS:
        return char
    if unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return char
    if char < " ":
        return chr(0x2400 + ord(char))
    return "␡" if char == "\x7f" else escape(char)


def escape(char: str) -> str:
    """Return the Python escape of a character."""
    number = ord(char)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
