"""Measure speed and memory, as ratios that hold on any machine.

    python benchmarks/speed.py [--model en_core_web_md] [--write docs/performance.md]

Everything is CPU time of one process over the texts in seeds/, repeated with their paragraphs in
another order each time. Annotation is held against bare spaCy: the same pipeline, the same texts, the
same run. What is compared runs in turns, each after a collection of garbage; other processes can only
add to a time, so the least of all rounds counts, and the median is shown beside it.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import attrs
from report import table
from spacy.language import Language

import claims
from claims.factcheck import EvidenceIndex, Reference
from claims.formats import dumps
from claims.segmentation import segment
from claims.syntax import DEFAULT_MODEL, load

SEEDS = Path(__file__).parent.parent / "seeds"
ROUNDS = 5
LENGTH_ROUNDS = 2
LENGTHS = (1, 10, 100)
#: Sentences of the reference collection.
SENTENCES = 100_000
STREAM = (50, 100, 200, 400)
BESIDE = (
    "The same pipeline over the same texts in the same run: each seed in four orders of its paragraphs. Bare spaCy is "
    "`nlp.pipe` of a pipeline as it was loaded. Of the same tokens ours says the same, to the last bit, in less time "
    "(`claims/syntax`): words that stand twice in a batch are embedded once, so that texts with less in common gain "
    "less; parts of speech and lemmas are told once for each word; the search does not wait for the interpreter's lock."
)


def seeds() -> list[str]:
    """Return the seed texts."""
    return [path.read_bytes().decode("utf-8") for path in sorted(SEEDS.glob("*.txt"))]


def shuffled(text: str, number: int) -> str:
    """Return `text` with its paragraphs in the order that `number` decides, the headline first."""
    head, *paragraphs = text.replace("\r\n", "\n").split("\n\n")
    random.Random(number).shuffle(paragraphs)
    return "\n\n".join((head, *paragraphs))


def corpus(copies: int) -> list[str]:
    """Return `copies` orders of every seed."""
    return [shuffled(text, number) for number in range(copies) for text in seeds()]


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU seconds that `work` takes, the garbage of earlier work collected before."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def in_turns(*works: Callable[[], object], rounds: int = ROUNDS) -> list[list[float]]:
    """Return the CPU seconds of each work in each round; all works of a round run one after the other."""
    found = [[cpu(work) for work in works] for _ in range(rounds)]
    return [list(times) for times in zip(*found, strict=True)]


def words(texts: Iterable[str]) -> int:
    """Count the words between white space."""
    return sum(len(text.split()) for text in texts)


@attrs.frozen
class Share:
    """What annotation costs beside bare spaCy."""

    bare: float
    #: Our way of parsing: sentence by sentence, into trees.
    parse: float
    annotation: float
    #: Own time in the middle round, as a share of that round's spaCy.
    middle: float
    words: int

    @property
    def own(self) -> float:
        """Our own time as a share of spaCy's."""
        return self.annotation / self.bare - 1

    @property
    def after(self) -> float:
        """The steps after the parse as a share of spaCy's time."""
        return (self.annotation - self.parse) / self.bare


def own_time(annotator: claims.Annotator, bare_spacy: Language, texts: list[str], rounds: int = ROUNDS) -> Share:
    """Time bare spaCy, parsing into trees and annotation in turns."""
    sentences = [(text, sentence.span) for text in texts for sentence in segment(text)]
    bare, parse, annotation = in_turns(
        lambda: list(bare_spacy.pipe(texts)),
        lambda: list(annotator.parser.readings(sentences)),
        lambda: list(annotator.pipe(texts)),
        rounds=rounds,
    )
    middle = statistics.median(ours / theirs for ours, theirs in zip(annotation, bare, strict=True)) - 1
    return Share(min(bare), min(parse), min(annotation), middle, words(texts))


def scaling(annotator: claims.Annotator, text: str) -> list[tuple[int, int, float]]:
    """Return copies, words and microseconds a word for ever longer texts.

    Each length is timed over the same number of copies in all: ten tens against one hundred.
    """
    longest = LENGTHS[-1]
    articles = [shuffled(text, number) for number in range(longest)]
    sets = [["\n\n".join(articles[i : i + n]) for i in range(0, longest - n + 1, n)] for n in LENGTHS]
    times = in_turns(*(partial(_annotate_all, annotator, texts) for texts in sets), rounds=LENGTH_ROUNDS)
    return [
        (copies, words(texts[:1]), min(seconds) / words(texts) * 1e6)
        for copies, texts, seconds in zip(LENGTHS, sets, times, strict=True)
    ]


def _annotate_all(annotator: claims.Annotator, texts: Iterable[str]) -> None:
    for _ in annotator.pipe(texts, published="2020-12-20"):
        pass


def export_share(annotator: claims.Annotator, texts: list[str]) -> dict[str, float]:
    """Return the cost of TEI export and of validation as shares of annotation."""
    documents = list(annotator.pipe(texts))
    base, export, checking = map(
        min,
        in_turns(
            lambda: list(annotator.pipe(texts)),
            lambda: [dumps(document, "tei") for document in documents],
            lambda: [claims.validate(document) for document in documents],
        ),
    )
    return {"TEI export": export / base, "validation": checking / base}


def memory(annotator: claims.Annotator) -> Iterator[tuple[int, float]]:
    """Yield the number of texts streamed and the peak memory so far, in megabytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    texts = (shuffled(text, number) for number in range(STREAM[-1]) for text in seeds())
    for number, _ in enumerate(annotator.pipe(texts), 1):
        if number in STREAM:
            yield number, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
        if number == STREAM[-1]:
            return


def evidence_times(annotator: claims.Annotator, sentences: int = SENTENCES) -> dict[str, float]:
    """Return the seconds to index so many sentences, and the milliseconds of a query, in a file on disk.

    The sentences are made of the words of the seeds and of made-up ones, as frequent as words are (Zipf).
    """
    documents = [annotator.annotate(text, "2020-12-20", id=f"seed{n}") for n, text in enumerate(seeds())]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reference.idx"
        texts = list(_made_up(sentences))
        with EvidenceIndex(path) as index:
            building = cpu(
                lambda: index.add(Reference.of_text(f"{n}.txt", str(n), text) for n, text in enumerate(texts))
            )
            times = [cpu(partial(index.find, document, claim)) for document in documents for claim in document.claims]
            size = path.stat().st_size
            passages = len(index)
    return {
        "passages": passages,
        "seconds to index": building,
        "median query, ms": statistics.median(times) * 1000,
        "slowest query, ms": max(times) * 1000,
        "file, MB": size / 1e6,
    }


def _made_up(sentences: int) -> Iterator[str]:
    """Yield texts of 25 sentences each."""
    draw = random.Random(1)
    counts = Counter(re.findall(r"[A-Za-z]+", " ".join(seeds())))
    words = [word for word, _ in counts.most_common()]
    words += ["".join(draw.choices("aeioubcdfgklmnprst", k=draw.randint(4, 10))) for _ in range(40_000)]
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    lengths = [draw.randint(8, 32) for _ in range(sentences)]
    drawn = iter(draw.choices(words, weights, k=sum(lengths)))
    made = (" ".join(next(drawn) for _ in range(length)).capitalize() + "." for length in lengths)
    for _ in range(0, sentences, 25):
        yield " ".join(itertools.islice(made, 25))


def evidence_rows(found: dict[str, float]) -> list[list[str]]:
    """Return the table of the evidence index."""
    aims = {"seconds to index": "at most 60", "median query, ms": "at most 20"}
    body = [
        [name, f"{value:,.0f}" if value >= 100 else f"{value:.1f}", aims.get(name, "")] for name, value in found.items()
    ]
    return [["what", "ours", "aimed at"], *body]


def import_time() -> float:
    """Return the seconds that ``import claims`` adds to starting Python."""

    def start(line: str) -> float:
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-c", line], check=True)
        return time.perf_counter() - begin

    return min(start("import claims") for _ in range(5)) - min(start("pass") for _ in range(5))


def measure(name: str) -> str:
    """Measure everything and return the page."""
    annotator, bare, texts = claims.Annotator(model=name), load(name), corpus(4)
    list(annotator.pipe(texts[:4])), list(bare.pipe(texts[:4]))
    share, once = own_time(annotator, bare, texts), own_time(annotator, bare, seeds(), rounds=4 * ROUNDS)
    model = annotator.parser.model
    article = (SEEDS / "embassy-rockets.txt").read_text("utf-8")
    lengths = scaling(annotator, article)
    lines = [
        "# Performance",
        "",
        "Written by `python benchmarks/speed.py --write docs/performance.md`; do not edit by hand.",
        f"Model: {model.name} {model.version}. CPU time of one process, the least of interleaved rounds;",
        "shares hold on other machines, words a second do not.",
        "",
        *table("Beside bare spaCy", BESIDE, share_rows(share, once)),
        *table("Length", "One article, repeated with its paragraphs in other orders.", length_rows(lengths)),
        *table("After annotation", "As shares of annotation time.", after_rows(export_share(annotator, texts))),
        *table("A stream", "Peak memory after so many texts through `Annotator.pipe`.", memory_rows(annotator)),
        *table("Evidence", "A made-up collection of 100,000 sentences.", evidence_rows(evidence_times(annotator))),
        *table(
            "Start",
            "What a program pays before its first call.",
            [["what", "seconds"], ["`import claims`", f"{max(0.0, import_time()):.2f}"]],
        ),
    ]
    return "\n".join(lines).rstrip() + "\n"


def share_rows(share: Share, once: Share) -> list[list[str]]:
    """Return the table of our own time."""
    return [
        ["what", "seconds", "words a second", "aimed at"],
        ["bare spaCy", f"{share.bare:.2f}", f"{share.words / share.bare:.0f}", ""],
        ["our parse: sentence by sentence, into trees", f"{share.parse:.2f}", f"{share.words / share.parse:.0f}", ""],
        ["annotation, spaCy included", f"{share.annotation:.2f}", f"{share.words / share.annotation:.0f}", ""],
        ["own time beside spaCy's", f"{share.own:.0%}", "", "at most 25%"],
        ["the same in the middle round", f"{share.middle:.0%}", "", ""],
        ["the same over each seed once", f"{once.own:.0%}", "", ""],
        ["after the parse", f"{share.after:.0%}", "", "at most 15%"],
    ]


def length_rows(lengths: list[tuple[int, int, float]]) -> list[list[str]]:
    """Return the table of cost by length."""
    base = lengths[0][2]
    body = [[f"{n}×", str(size), f"{cost:.0f}", f"{cost / base:.2f}"] for n, size, cost in lengths]
    return [["copies", "words", "µs a word", "beside one copy (0.80 to 1.20)"], *body]


def after_rows(shares: dict[str, float]) -> list[list[str]]:
    """Return the table of export and validation."""
    body = [[name, f"{share:.1%}"] for name, share in shares.items()]
    return [["what", "share"], *body, ["together (at most 10%)", f"{sum(shares.values()):.1%}"]]


def memory_rows(annotator: claims.Annotator) -> list[list[str]]:
    """Return the table of memory."""
    return [["texts", "peak, MB"], *([str(number), f"{peak:.0f}"] for number, peak in memory(annotator))]


def main() -> None:
    """Read the options, measure, print or write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", default=DEFAULT_MODEL, help="pipeline to annotate with")
    parser.add_argument("--write", type=Path, help="write the page here instead of printing it")
    options = parser.parse_args()
    text = measure(options.model)
    if options.write:
        options.write.write_text(text, "utf-8")
    else:
        print(text, end="")


if __name__ == "__main__":
    main()
