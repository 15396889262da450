"""Read JSON that may be hostile or broken, and tell what is wrong at which line and column.

Python's parser reads; what it lets pass (duplicate keys, ``NaN``, numbers beyond a double, lone
surrogates) and what would exhaust it (deep nesting, endless digits) is refused here. Columns are
1-based and count code points. `load_json` stops at the first fault; `claims.checks.survey` lists them all.
"""

from __future__ import annotations

import gc
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from math import isinf
from typing import Any

from claims.errors import DecodeError, FormatError

#: A claim file nests 9 deep; what goes beyond this is an attack or a mistake.
MAX_DEPTH = 100
#: More digits than any 64-bit integer has.
MAX_DIGITS = 19

# Possessive: a string that does not end would be gone back through, letter by letter.
_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[\[\]{}:,]|[^\s\[\]{}:,"]++', re.DOTALL)
#: Half of a character, of which the parser would not complain.
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_DIGITS = bytes(ord("0") if chr(byte).isdigit() and byte < 128 else ord(" ") for byte in range(256))
_ENDLESS = b"0" * (MAX_DIGITS + 1)
_MARKS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}


class _DuplicateKeyError(Exception):
    pass


class _BadNumberError(ValueError):
    pass


def load_json(data: bytes, path: str | None = None) -> Any:
    """Parse the bytes of a JSON file.

    Raises `DecodeError` or `FormatError` with ``line:column`` as its place and the code of the broken
    syntax rule (see docs/rules.md).

    >>> load_json(b'{"a": [1]}')
    {'a': [1]}
    """
    return parse_json(decode_json(data, path), path)


def decode_json(data: bytes, path: str | None = None) -> str:
    """Return the text of a JSON file, which is UTF-8 without a byte order mark."""
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            raise DecodeError(f"this is {name}; save the file as UTF-8", path, "1:1", "X002")
    if data[:1] and b"\x00" in data[:4]:
        raise DecodeError("this looks like UTF-16 or UTF-32; save the file as UTF-8", path, "1:1", "X002")
    if data.startswith(b"\xef\xbb\xbf"):
        raise DecodeError("the file begins with a byte order mark; save it without", path, "1:1", "X003")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        message = f"byte {error.start} (0x{data[error.start]:02x}) is not UTF-8: {error.reason}"
        raise DecodeError(message, path, place(before, len(before)), "X001") from error


def parse_leniently(text: str) -> Any:
    """Parse JSON text for a caller who looks himself for what `parse_json` would refuse beyond this.

    Left to him are keys that stand twice, numbers of too many digits and nesting: what a schema accepts that bounds
    every number and has no open ends nests no deeper than the schema, and `keys_at_most` tells of the keys. Raises
    `ValueError` or `RecursionError` for anything else, without a place.
    """
    if has_halves(text):
        raise ValueError("half of a surrogate pair")
    with _without_collector():
        return _LENIENT.decode(text)


def parse_json(text: str, path: str | None = None) -> Any:
    """Parse JSON text as strictly as RFC 8259 and RFC 7493 read."""
    if _suspicious(text):
        _refuse_suspects(text, path)
    if _unbalanced(text):
        refuse_depth(text, path)
    try:
        with _without_collector():
            hook = None if _surely_unique(text) else _unique
            return json.loads(text, object_pairs_hook=hook, parse_constant=_constant, parse_float=_finite)
    except _DuplicateKeyError:
        _refuse_duplicates(text, path)
    except _BadNumberError:
        _refuse_suspects(text, path)
    except RecursionError:
        # Brackets in strings can hide the depth from `_unbalanced`.
        refuse_depth(text, path)
    except json.JSONDecodeError as error:
        raise FormatError(explain(text, error), path, place(text, error.pos), "X004") from error
    # Broken text behind the fault can hide its place: then the break is told.
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        raise FormatError(explain(text, error), path, place(text, error.pos), "X004") from error
    raise FormatError("not JSON that can be trusted: a number or key has no meaning", path, "1:1", "X004")


def place(text: str, offset: int) -> str:
    r"""Return ``line:column`` of an offset.

    >>> place("a\nbc", 3)
    '2:2'
    """
    line, column = line_column(text, offset)
    return f"{line}:{column}"


def line_column(text: str, offset: int) -> tuple[int, int]:
    """Return the 1-based line and column of an offset, in code points."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def shown(value: object, limit: int = 60) -> str:
    """Return a value as JSON for a message: short, and bounded whatever it holds.

    >>> shown({"a": 1, "b": 2})
    'an object with 2 fields'
    """
    if isinstance(value, str):
        return json.dumps(value if len(value) <= limit else value[: limit - 1] + "…", ensure_ascii=False)
    if isinstance(value, dict):
        return f"an object with {len(value)} field{'s' * (len(value) != 1)}"
    if isinstance(value, list | tuple):
        if len(value) <= 4 and all(isinstance(item, int | float | None) for item in value):
            return json.dumps(value)
        return f"a list of {len(value)} item{'s' * (len(value) != 1)}"
    if isinstance(value, int) and not isinstance(value, bool) and value.bit_length() > 200:
        return f"an integer of {value.bit_length()} bits"
    return json.dumps(value) if isinstance(value, int | float | None) else type(value).__name__


def printable(line: str) -> str:
    r"""Return a line with everything that a terminal must not get, or cannot, written as an escape.

    >>> print(printable("a\u202eb"))
    a\u202eb
    """
    if line.isprintable():
        return line
    return "".join(char if char.isprintable() else json.dumps(char)[1:-1] for char in line)


def keys_at_most(data: bytes) -> int:
    """Return how many keys the bytes of JSON hold at most.

    Each key makes a pair of quotation mark and colon, once white space is out; strings may hold some more. With as
    many members in the objects as there are pairs, no key stood twice.
    """
    return data.translate(None, b" \t\r\n").count(b'":')


def _surely_unique(text: str) -> bool:
    """Tell whether no object has a key twice; cheap, and exact only where it says yes."""
    objects: list[dict[str, Any]] = []
    try:
        json.loads(text, object_hook=objects.append)
    except (ValueError, RecursionError):
        return False
    return sum(map(len, objects)) == keys_at_most(text.encode("utf-8", "replace"))


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep from looking for garbage: parsing makes many objects and none of it, and looking costs more than parsing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise _DuplicateKeyError
    return members


def _constant(word: str) -> float:
    raise _BadNumberError(word)


def _finite(word: str) -> float:
    number = float(word)
    if isinf(number):
        raise _BadNumberError(word)
    return number


_LENIENT = json.JSONDecoder(parse_constant=_constant, parse_float=_finite)


def _suspicious(text: str) -> bool:
    """Tell whether there may be endless numbers or halves of characters; cheap, and exact only where it says no."""
    return has_halves(text) or _ENDLESS in text.encode("utf-8", "replace").translate(_DIGITS)


def has_halves(text: str) -> bool:
    """Tell whether there may be halves of characters, written as escapes; exact only where it says no."""
    return "\\u" in text and bool(_HALF.search(text))


def _unbalanced(text: str) -> bool:
    """Tell whether brackets may nest too deep; cheap, and exact only where it says no.

    Taking away empty pairs lowers the depth by one each time, so that what nests less than
    `MAX_DEPTH` deep vanishes. Brackets in strings may leave a rest behind.
    """
    brackets = text.encode("utf-8", "replace").translate(None, _NOT_BRACKETS)
    for _ in range(MAX_DEPTH):
        shorter = brackets.replace(b"[]", b"").replace(b"{}", b"")
        if len(shorter) == len(brackets):
            break
        brackets = shorter
    return bool(brackets)


_NOT_BRACKETS = bytes(byte for byte in range(256) if byte not in b"[]{}")


def refuse_depth(text: str, path: str | None) -> None:
    """Raise `FormatError` where brackets nest too deep."""
    depth = 0
    for match in _TOKEN.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(match[0], 0)
        if depth > MAX_DEPTH:
            message = f"nested more than {MAX_DEPTH} deep; a claim file never is"
            raise FormatError(message, path, place(text, match.start()), "X009")


def _refuse_suspects(text: str, path: str | None) -> None:
    for code, message, offset in suspects(text):
        raise FormatError(message, path, place(text, offset), code)


def suspects(text: str) -> Iterator[tuple[str, str, int]]:
    """Yield code, message and offset of numbers and strings that stand for nothing."""
    for match in _TOKEN.finditer(text):
        word = match[0]
        if word.startswith('"'):
            if "\\u" in word and (bad := _lone_surrogate(word)):
                yield "X008", f"{bad} is half of a surrogate pair: no character", match.start()
        elif complaint := _bad_number(word):
            yield *complaint, match.start()


def _bad_number(word: str) -> tuple[str, str] | None:
    if word in ("NaN", "Infinity", "-Infinity"):
        return "X006", f"{word} is no JSON; write null or leave the field out"
    if re.fullmatch(r"-?[0-9]+", word) and len(word.lstrip("-")) > MAX_DIGITS:
        return "X007", f"the number {word[:12]}… has more than {MAX_DIGITS} digits"
    if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?", word) and isinf(float(word)):
        return "X007", f"the number {shown(word, 20)[1:-1]} is beyond what a double can hold"
    return None


def _lone_surrogate(word: str) -> str | None:
    try:
        value = json.loads(word, strict=False)
    except json.JSONDecodeError:
        return None
    found = next((char for char in value if "\ud800" <= char <= "\udfff"), None)
    return f"\\u{ord(found):04x}" if found else None


def _refuse_duplicates(text: str, path: str | None) -> None:
    for code, message, offset in duplicate_keys(text):
        raise FormatError(message, path, place(text, offset), code)


def duplicate_keys(text: str) -> Iterator[tuple[str, str, int]]:
    """Yield code, message and offset of each key that its object already has."""
    open_keys: list[set[str]] = []
    last, last_at = "", 0
    for match in _TOKEN.finditer(text):
        word = match[0]
        if word in "[{":
            open_keys.append(set())
        elif word in "]}":
            del open_keys[-1:]
        elif word == ":" and open_keys and last.startswith('"'):
            key = _unquoted(last)
            if key in open_keys[-1]:
                message = f"the key {shown(key)} stands twice in one object; which of the two counts is anybody's guess"
                yield "X005", message, last_at
            open_keys[-1].add(key)
        last, last_at = word, match.start()


def _unquoted(word: str) -> str:
    try:
        return str(json.loads(word, strict=False))
    except ValueError:
        return word


def explain(text: str, error: json.JSONDecodeError) -> str:
    """Say what the parser's complaint means."""
    before, after = text[: error.pos].rstrip(), text[error.pos : error.pos + 2]
    if not text.strip():
        return "the file is empty"
    if not text[error.pos :].strip():
        return "the file ends in the middle of a value: it was cut off"
    if error.msg.startswith("Unterminated string"):
        return "the file ends inside this string: it was cut off, or a closing quotation mark is missing"
    if error.msg == "Illegal trailing comma before end of object" or (before.endswith(",") and after[:1] in "]}"):
        return "a comma stands before the closing bracket; take it out"
    if after[:1] in "]}" and text[error.pos - 1 : error.pos] == ",":
        return "a comma stands before the closing bracket; take it out"
    if after in ("//", "/*") or after[:1] == "#":
        return "JSON has no comments; take it out"
    if after[:1] == "'":
        return "JSON strings stand in double quotation marks"
    return f"not JSON: {error.msg[:1].lower()}{error.msg[1:]}"
