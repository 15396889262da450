"""`claims corpus sample`: some documents of a corpus, drawn by lot."""

from __future__ import annotations

from claims.cli.convert import refuse_existing
from claims.cli.files import write_bytes, write_text
from claims.cli.messages import say
from claims.cli.options.corpus_sample import Options
from claims.corpus.documents import stored
from claims.corpus.sampling import sample
from claims.errors import UsageError
from claims.formats import named


def run(options: Options) -> int:
    """Write the documents that were drawn."""
    refuse_existing(options.out, options.force)
    drawn = sample(stored(options.paths), options.number, options.seed)
    if not drawn:
        raise UsageError(f"{', '.join(options.paths)}: there is no document in it")
    if len(drawn) < options.number:
        say(f"there are only {len(drawn):,} documents", "note")
    data = b"".join(found.canonical for found in drawn)
    if options.out in (None, "-"):
        write_bytes(data, named("jsonl"))
    else:
        write_text(data.decode("utf-8"), options.out, options.force)
    return 0
