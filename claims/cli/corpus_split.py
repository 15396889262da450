"""`claims corpus split`: parts for training, development and test."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from claims.cli.convert import refuse_existing
from claims.cli.messages import say
from claims.cli.options.corpus_split import Options
from claims.corpus.documents import stored
from claims.corpus.files import aside
from claims.corpus.sampling import parts
from claims.errors import UsageError


def run(options: Options) -> int:
    """Write the parts, and tell how large each is."""
    shares = {"train": float(options.train), "dev": float(options.dev), "test": float(options.test)}
    folder = Path(options.out)
    files = {name: folder / f"{name}.jsonl" for name in shares}
    for path in files.values():
        refuse_existing(str(path), options.force)
    numbers: Counter[str] = Counter()
    with aside(files) as streams:
        for name, found in parts(stored(options.paths), shares, options.seed, options.by):
            streams[name].write(found.canonical)
            numbers[name] += 1
        if not numbers:
            raise UsageError(f"{', '.join(options.paths)}: there is no document in it")
    say("; ".join(f"{files[name]}: {numbers[name]:,}" for name in shares))
    return 0
