"""Nothing that steers a terminal gets through; ordinary writing in any script does."""

from __future__ import annotations

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from claims.cli.visible import one_line, safe_json, safe_xml, visible


def steers(text: str) -> set[str]:
    """Return the characters that a terminal or the direction of text would obey."""
    found = {char for char in text if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")}
    return (found | {char for char in text if unicodedata.bidirectional(char) in BIDI}) - {"\n", "\t"}


BIDI = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")


def test_escape_sequences_are_seen() -> None:
    """An escape sequence is shown, 7-bit and 8-bit alike."""
    assert visible("\x1b]0;title\x07\x1b[31mred") == "␛]0;title␇␛[31mred"
    assert visible("\x9b31m") == "\\x9b31m"
    assert visible("\x7f\r") == "␡␍"


def test_direction_overrides_are_seen() -> None:
    """What would reorder a line, hide in it or break it is spelt out."""
    assert visible("a\u202eb\u2066c\u2028d") == "a\\u202eb\\u2066c\\u2028d"
    assert visible("\U000e0041") == "\\U000e0041"


def test_writing_stays() -> None:
    """Scripts with joiners, marks and wide characters are left as they are."""
    for text in ["日本", "Cafe\u0301", "שלום", "می\u200cخواهم", "👩\u200d🚀", "tab\tand\nline"]:
        assert visible(text) == text


@given(st.text(st.characters(exclude_categories=())))
def test_no_control_character_gets_through(text: str) -> None:
    """Whatever comes in, nothing that steers comes out, and one line is one line."""
    assert not steers(visible(text))
    assert not steers(one_line(text)) | set(one_line(text)) & {"\n", "\t"}


@given(st.text(st.characters(exclude_categories=())))
def test_json_means_the_same(text: str) -> None:
    """JSON made safe for a terminal reads back to the same value."""
    safe = safe_json(json.dumps([text], ensure_ascii=False))
    assert not steers(safe)
    # A pair of surrogates that stand apart becomes one character in JSON; that is Python's reading, not ours.
    assert json.loads(safe) == json.loads(json.dumps([text]))


def test_xml_means_the_same() -> None:
    """XML made safe for a terminal has references for what would steer it."""
    assert safe_xml("<p>a\x85b\u202e日本</p>") == "<p>a&#x85;b&#x202e;日本</p>"
