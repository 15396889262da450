"""The language guess: English is known as such, others are named, what cannot be told is not guessed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from claims.language import UNDETERMINED, Guess, guess

ENGLISH = (
    "The harbour board said on Tuesday that it would close the eastern pier for repairs. Fishermen had asked for a "
    "later date, but the engineers warned that the piles were rotten."
)
OTHERS = {
    "de": "Der Hafenrat sagte am Dienstag, dass die Mole für Reparaturen geschlossen wird. Die Fischer warnten davor.",
    "fr": "Le conseil du port a annoncé mardi la fermeture de la jetée. Les pêcheurs avaient demandé une autre date.",
    "es": "La junta del puerto anunció el martes el cierre del muelle. Los pescadores habían pedido otra fecha.",
    "nl": "Het havenbestuur zei dinsdag dat de pier wordt gesloten voor herstel. De vissers hadden uitstel gevraagd.",
    "da": "Havnens bestyrelse sagde tirsdag, at molen lukkes på grund af reparationer, og at fiskerne må vente.",
    "ru": "Совет порта сообщил во вторник, что восточный пирс будет закрыт на ремонт.",
    "ar": "أعلن مجلس الميناء يوم الثلاثاء أن الرصيف الشرقي سيغلق للإصلاح.",
    "ja": "港湾委員会は火曜日、修理のため東桟橋を閉鎖すると発表した。",
}


def test_english_is_known_by_its_function_words() -> None:
    """English prose needs no trained identifier."""
    assert guess(ENGLISH) == Guess("en", 1.0)


def test_english_loads_nothing_heavy() -> None:
    """The identifier is loaded only for text that does not read as English."""
    code = f"import sys; from claims.language import guess; guess({ENGLISH!r}); print('py3langid' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("tag", OTHERS)
def test_other_languages_are_named(tag: str) -> None:
    """A sentence or two in another language is told from English, with its tag."""
    found = guess(OTHERS[tag])
    assert found.language == tag
    assert found.foreign


def test_names_are_english() -> None:
    """A guess says the language's English name; an unknown tag stands for itself."""
    assert guess(OTHERS["de"]).name == "German"
    assert Guess("qaa", 1.0).name == "qaa"


@pytest.mark.parametrize("text", ["", "   \n", "Guten Tag", "Ende", "12 345 – 67 !!", "\ud800\udfff", "東京"])
def test_little_text_is_no_guess(text: str) -> None:
    """Under five words, or without words, no language is named and none is foreign."""
    assert guess(text) == Guess(UNDETERMINED, 0.0)
    assert not guess(text).foreign


@pytest.mark.parametrize(
    "text", ["Rockets target embassy in Baghdad again", "Minister resigns amid growing row over harbour contracts"]
)
def test_short_english_is_not_foreign(text: str) -> None:
    """A headline poor in function words is not taken for another language."""
    assert not guess(text).foreign


def test_a_foreign_quotation_does_not_make_a_text_foreign() -> None:
    """What most of the text is written in decides."""
    assert guess(f"{ENGLISH} {ENGLISH} „{OTHERS['de']}“").language == "en"


def test_signs_are_no_language() -> None:
    """Figures and code are undetermined rather than some rare language."""
    assert not guess("0x1f 0x2e a1 b2 c3 d4 e5 f6 " * 20).foreign
