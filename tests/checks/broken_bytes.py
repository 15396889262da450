"""Files that are broken in their bytes: name, content, and each finding as ``code@line:column``, written by hand."""

from __future__ import annotations

import gzip
import json

from sample_document import TEXT, good

from claims.codec import from_dict
from claims.formats import dumps
from claims.text import digest

#: Only data that did not come out of a file can break these.
PLACES = frozenset({"S010"})
GOOD = json.dumps(good(), indent=1, ensure_ascii=False)
LINES = GOOD.split("\n")
LAST = len(LINES)
#: The line that says the title, and what stands on it.
TITLE = next(number for number, line in enumerate(LINES, 1) if '"title"' in line)
PARAGRAPH = next(number for number, line in enumerate(LINES, 1) if '"paragraph": 0' in line)
TEI = dumps(from_dict(good()), "tei").decode("utf-8")
DEEP = 100_000


def swapped(old: str, new: str, text: str = GOOD) -> bytes:
    """Return the good file with one piece of text replaced, the first time it stands there."""
    assert old in text
    return text.replace(old, new, 1).encode("utf-8", "surrogatepass")


def wide(text: str, count: str) -> bytes:
    """Return the good file about a text with wide characters before the first sentence, its offsets counted wrongly."""
    data = good()
    whole = text + TEXT

    def offset(place: int) -> int:
        before = whole[: place + len(text)]
        return len(before.encode(count)) // (2 if "16" in count else 1)

    data["source"] |= {"text": whole, "length": len(whole), "sha256": digest(whole)}
    for field in ("sentences", "entities", "times", "attributions", "claims", "verdicts"):
        data[field] = moved(data[field], offset)
    return json.dumps(data, indent=1, ensure_ascii=False).encode()


def moved(value: object, offset: object) -> object:
    """Return a part of the document with every offset counted anew."""
    if isinstance(value, dict):
        return {key: moved(item, offset) for key, item in value.items()}
    if isinstance(value, list) and len(value) == 2 and all(type(item) is int for item in value):
        return [offset(item) for item in value]  # type: ignore[operator]
    return [moved(item, offset) for item in value] if isinstance(value, list) else value


def first_time() -> str:
    """Return the place of the ranges of the first time, which is the first thing that quotes the text."""
    at = GOOD.index('"spans": [', GOOD.index('"times": ['))
    before = GOOD[: at + len('"spans": ')]
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def line_of(words: str, text: str = TEI) -> int:
    """Return the line on which `words` stand the first time."""
    return text[: text.index(words)].count("\n") + 1


BROKEN_BYTES: list[tuple[str, bytes, str]] = [
    # -- UTF-8 and other encodings
    ("a.json invalid byte", swapped("Harbour", "\udcff").replace(b"\xed\xb3\xbf", b"\xff"), f"X001@{TITLE}:13"),
    ("a.json latin-1", '{"a": "caf\u00e9"}'.encode("latin-1"), "X001@1:11"),
    ("a.json overlong", b'{"a":\n  "\xc0\xaf"}', "X001@2:4"),
    ("a.json surrogate in UTF-8", b'["\xed\xa0\x80"]', "X001@1:3"),
    ("a.json UTF-16 with mark", GOOD.encode("utf-16"), "X002@1:1"),
    ("a.json UTF-16 without mark", GOOD.encode("utf-16-le"), "X002@1:1"),
    ("a.json UTF-32", GOOD.encode("utf-32"), "X002@1:1"),
    ("a.json byte order mark", b"\xef\xbb\xbf" + GOOD.encode(), "X003@1:1"),
    ("a.jsonl byte order mark", b"\xef\xbb\xbf" + json.dumps(good()).encode(), "X003@1:1"),
    # -- not JSON
    ("a.json empty", b"", "X004@1:1"),
    ("a.json blank", b" \r\n\t\n", "X004@3:1"),
    ("a.json truncated", GOOD[: GOOD.index('"title"') + 4].encode(), f"X004@{TITLE}:3"),
    ("a.json truncated behind a value", "\n".join(LINES[:TITLE]).encode(), f"X004@{TITLE}:{len(LINES[TITLE - 1]) + 1}"),
    ("a.json two documents", (GOOD + "\n{}").encode(), f"X004@{LAST + 1}:1"),
    ("a.json trailing comma", (GOOD[:-2] + ",\n}").encode(), f"X004@{LAST}:1"),
    ("a.json comment before", ("// note\n" + GOOD).encode(), "X004@1:1"),
    ("a.json comment inside", swapped('"title"', '/* the\n title */ "title"'), f"X004@{TITLE}:3"),
    ("a.json single quotes", b"{'a': 1}", "X004@1:2"),
    ("a.json control character", swapped("reopens", "re\x07opens"), f"X004@{TITLE}:30"),
    ("a.json missing comma", swapped(',\n  "title"', '\n  "title"'), f"X004@{TITLE}:3"),
    ("a.json missing colon", swapped('"title": ', '"title" '), f"X004@{TITLE}:11"),
    ("a.json leading zero", b'{"a": 01}', "X004@1:8"),
    ("a.json bare word", swapped('"en"', "en"), f"X004@{TITLE - 1}:15"),
    ("a.json carriage returns", GOOD.replace("\n", "\r\n").replace('"en"', "en").encode(), f"X004@{TITLE - 1}:15"),
    # -- what readers let pass
    ("a.json key twice", swapped('"title"', '"language": "en",\n  "title"'), f"X005@{TITLE}:3"),
    ("a.json key twice, escaped", swapped('"title"', '"l\\u0061nguage": "en",\n  "title"'), f"X005@{TITLE}:3"),
    ("a.json key twice, spaced", swapped('"title"', '"language" : "en",\n  "title"'), f"X005@{TITLE}:3"),
    (
        "a.json NaN",
        swapped('"paragraph": 0', '"paragraph": NaN'),
        f"X006@{PARAGRAPH}:17",
    ),
    ("a.json Infinity", swapped('"paragraph": 0', '"paragraph": -Infinity'), f"X006@{PARAGRAPH}:17"),
    ("a.json 1e999", swapped('"paragraph": 0', '"paragraph": 1e999'), f"X007@{PARAGRAPH}:17"),
    ("a.json endless digits", swapped('"paragraph": 0', '"paragraph": ' + "9" * 5000), f"X007@{PARAGRAPH}:17"),
    ("a.json lone high surrogate", swapped('"Ada Novak"', r'"Ada \ud83d"'), f"X008@{TITLE + 2}:4"),
    ("a.json lone low surrogate", swapped('"Ada Novak"', r'"\uDE00 Ada"'), f"X008@{TITLE + 2}:4"),
    ("a.json deep lists", b"[" * DEEP + b"]" * DEEP, "X009@1:101"),
    ("a.json deep objects", b'{"a":' * DEEP + b"1" + b"}" * DEEP, "X009@1:501"),
    ("a.json deep, cut off", b"[" * DEEP, "X009@1:101"),
    # -- counted otherwise
    ("a.json UTF-16 offsets", wide("\U0001f600\U0001f600 \n", "utf-16-le"), f"O112@{first_time()}"),
    ("a.json byte offsets", wide("\u00e9\u20ac ", "utf-8"), f"O112@{first_time()}"),
    # -- JSON Lines: the line is the record's
    ("a.jsonl second record", f"{json.dumps(good())}\n\n{{".encode(), "X004@3:2"),
    ("a.ndjson no object", b"[]\n", "S001@1:1"),
    # -- TEI
    ("a.xml cut off", TEI[: TEI.index("<standOff")].encode(), f"X010@{line_of('<standOff')}:1"),
    ("a.xml entity", b'<!DOCTYPE x [<!ENTITY e "e">]>\n<x>&e;</x>', "X010@1:1"),
    ("a.xml other root", b'<?xml version="1.0"?>\n<html/>', "X011@2:1"),
    (
        "a.xml unknown element",
        TEI.replace("<standOff>", "<standOff><note/>", 1).encode(),
        f"X011@{line_of('<standOff>')}:1",
    ),
    ("a.xml changed word", TEI.replace("Mayor Lund claimed", "Mayor Lind claimed", 1).encode(), "X011@1:1"),
    # -- packed
    ("a.json.gz no gzip", GOOD.encode(), "X012@1:1"),
    ("a.json.gz cut off", gzip.compress(GOOD.encode())[:-9], "X012@1:1"),
    ("a.json.gz wrong inside", gzip.compress(b'{"a": 1,}'), "X004@1:9 S001@1:1"),
    # -- no claim file
    ("a.json a list", b"[]", "S001@1:1"),
    ("a.json a number", b"3", "S001@1:1"),
]
