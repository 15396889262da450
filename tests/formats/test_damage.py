"""Damaged files of every format that others write: a document or one clear error, never anything else."""

from __future__ import annotations

import re
import warnings
from random import Random

import pytest

from claims import formats
from claims.errors import ClaimsError
from claims.formats import FORMATS
from claims.model import Document

NUMBERS = (b"0", b"-1", b"99999999999999999999", b"7", b"1e9", b"null", b"[]", b'"x"')
TRIALS = 30


def _damaged(data: bytes, random: Random) -> bytes:
    """Change a byte, take some out, repeat some, change a number, or shuffle lines."""
    place = random.randrange(len(data))
    kind = random.randrange(5)
    if kind == 0:
        return data[:place] + bytes([random.randrange(256)]) + data[place + 1 :]
    if kind == 1:
        return data[:place] + data[place + random.randrange(1, 30) :]
    if kind == 2:
        return data[:place] + data[random.randrange(len(data)) :][:30] + data[place:]
    if kind == 3 and (numbers := list(re.finditer(rb"[0-9]+", data))):
        number = random.choice(numbers)
        return data[: number.start()] + random.choice(NUMBERS) + data[number.end() :]
    lines = data.split(b"\n")
    random.shuffle(lines)
    return b"\n".join(lines)


@pytest.mark.parametrize("name", ["xmi", "cas-json", "brat", "parquet"])
def test_damaged_files_are_read_or_refused(name: str, rich: Document) -> None:
    """Whatever happens to the bytes, a reader returns a document or raises one of our errors."""
    random, known = Random(12), FORMATS[name]
    data = formats.dumps(rich, name)
    beside = known.beside(rich, "x") if known.beside else {}
    refused = 0
    for _ in range(TRIALS):
        broken = _damaged(data, random)
        files = {file: _damaged(more, random) if random.random() < 0.2 else more for file, more in beside.items()}
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                if known.read_beside is not None:
                    known.read_beside(broken, "x.ann", lambda ending, files=files: files.get(f"x{ending}"))  # type: ignore[misc]
                else:
                    formats.loads(broken, name)
        except ClaimsError:
            refused += 1
    assert refused > TRIALS / 4
