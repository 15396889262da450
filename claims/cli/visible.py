"""Make what is printed safe for a terminal: text (see `claims.visible`), JSON and XML."""

from __future__ import annotations

from claims.visible import escape, one_line, shown, suspect, visible


def safe_json(text: str) -> str:
    """Return JSON text that means the same with nothing in it that would steer a terminal."""
    return suspect().sub(lambda match: _json_escape(match[0]), text)


def safe_xml(text: str) -> str:
    """Return XML text that means the same with nothing in it that would steer a terminal."""
    return suspect().sub(lambda match: match[0] if shown(match[0]) == match[0] else f"&#x{ord(match[0]):x};", text)


def _json_escape(char: str) -> str:
    if shown(char) == char:
        return char
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


__all__ = ["escape", "one_line", "safe_json", "safe_xml", "visible"]
