"""Make text safe for a terminal: what would steer it is shown instead of sent."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

#: Format characters that are harmless and part of writing: joiners, invisible spaces, direction marks, and the Arabic,
#: Syriac and Kaithi signs that Unicode files under "format" although they are seen.
_HARMLESS = re.compile("[\u200b-\u200f\u2060-\u2064\u061c\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd]")
#: Everything that may need a look; ASCII and most letters pass at once.
_SUSPECT = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u0600-\u08e2\u180e\u200b-\u206f\ud800-\udfff\ufeff-\uffff\U000110bd-\U0010ffff]"
)


def visible(text: str) -> str:
    r"""Return `text` with control, direction-changing and invisible tag characters spelt out.

    Line ends and tabs stay; C0 controls become control pictures, the rest escapes.

    >>> visible("red: \x1b[31m")
    'red: ␛[31m'
    >>> visible("a\u202eb")
    'a\\u202eb'
    """
    return _SUSPECT.sub(lambda match: _shown(match[0]), text)


def one_line(text: str) -> str:
    """Return `text` made visible, with every run of white space turned into one space."""
    return visible(re.sub(r"\s+", " ", text)).strip()


@cache
def _shown(char: str) -> str:
    if char in "\n\t" or _HARMLESS.match(char):
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


def safe_json(text: str) -> str:
    """Return JSON text that means the same with nothing in it that would steer a terminal."""
    return _SUSPECT.sub(lambda match: _json_escape(match[0]), text)


def safe_xml(text: str) -> str:
    """Return XML text that means the same with nothing in it that would steer a terminal."""
    return _SUSPECT.sub(lambda match: match[0] if _shown(match[0]) == match[0] else f"&#x{ord(match[0]):x};", text)


def _json_escape(char: str) -> str:
    if _shown(char) == char:
        return char
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
