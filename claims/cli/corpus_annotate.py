"""`claims corpus annotate`: many texts into a corpus."""

from __future__ import annotations

import os
from collections.abc import Iterable

from claims import corpus
from claims.cli.messages import say
from claims.cli.meter import metered
from claims.cli.options.corpus_annotate import Options
from claims.corpus.engines import Engine
from claims.corpus.manifest import NAME
from claims.corpus.records import FIELDS
from claims.corpus.shards import kind_of
from claims.corpus.writer import FAILED
from claims.errors import ClaimsError, UsageError
from claims.syntax import DEFAULT_MODEL

#: Failures that are named on standard error; the file has all.
NAMED = 3


def run(options: Options) -> int:
    """Annotate what is not yet annotated; 1 where texts were set aside."""
    job, engine = job_of(options), engine_of(options)
    try:
        with metered() as meter:
            outcome = corpus.run(
                job, engine, max_failures=options.max_failures, retry=options.retry_failed, watch=meter
            )
    except (ClaimsError, KeyboardInterrupt) as error:
        if os.path.exists(os.path.join(options.out, NAME)) and not isinstance(error, UsageError):
            say(f"what {options.out} lists stands; the same command goes on from there", "note")
        raise
    return _told(options, outcome)


def job_of(options: Options) -> corpus.Job:
    """Return the job that the options describe."""
    return corpus.Job(
        options.inputs,
        options.out,
        options.kind,
        corpus.Reading(
            _named("--field", options.field, ("text", *FIELDS)),
            _defaults(_named("--default", options.default, FIELDS[1:])),
            options.max_length,
        ),
        corpus.Settings(options.model or DEFAULT_MODEL, kind_of(options.to).carried, not options.no_text),
        corpus.Limits(options.max_seconds, options.max_memory),
        options.to,
        options.shard_size,
    )


def engine_of(options: Options) -> Engine:
    """Return who does the work."""
    if options.engine == "ray":
        return corpus.cluster(options.address, options.workers)
    if options.address is not None:
        raise UsageError("--address is that of a Ray cluster: add --engine ray")
    return corpus.local(options.workers)


def _named(option: str, pairs: Iterable[tuple[str, str]], known: tuple[str, ...]) -> dict[str, str]:
    for name, _ in pairs:
        if name not in known:
            raise UsageError(f"{option} {name}: there is no such field; the fields are {', '.join(known)}")
    return dict(pairs)


def _defaults(values: dict[str, str]) -> dict[str, object]:
    return {name: (value,) if name == "author" else value for name, value in values.items()}


def _told(options: Options, outcome: corpus.Outcome) -> int:
    """Tell what came out, and return the exit code."""
    totals, state = outcome.totals, outcome.state
    known = f", {state.skipped:,} of them done before" if state.skipped else ""
    made = f"{totals['texts']:,} texts{known}; {totals['sentences']:,} sentences, {totals['claims']:,} claims"
    say(f"{options.out}: {made}")
    if outcome.stopped:
        say(f"stopped after {state.failed:,} failed texts (--max-failures {options.max_failures})")
    if not outcome.failures:
        return int(outcome.stopped)
    for failure in outcome.failures[:NAMED]:
        say(f"{failure.place}: {failure.error}", "failed")
    number = len(outcome.failures)
    what = f"{number:,} text{'s were' if number > 1 else ' was'} set aside"
    say(f"{what}: {os.path.join(options.out, FAILED)}")
    return 1
