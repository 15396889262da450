"""What a corpus holds, in numbers: counted in one pass, in bounded memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from claims.corpus.documents import Found
from claims.errors import FormatError
from claims.scales import RETRACTION

#: Names that are counted; beyond twice as many, the rarest are forgotten.
MOST_NAMES = 100_000
#: Tables whose rows are names without end.
NAMED = frozenset({"sources", "cues", "publishers"})


@attrs.frozen
class Statistics:
    """Totals, and tables of counts, each by the name of what it counts."""

    #: texts, words, sentences, claims, attributions, times, entities, verdicts, and some shares' numerators.
    totals: Mapping[str, int]
    tables: Mapping[str, Mapping[str, int]]

    def share(self, part: str, whole: str) -> float | None:
        """Return one total as a share of another, None where there is nothing to share."""
        return self.totals[part] / self.totals[whole] if self.totals[whole] else None

    @property
    def figures(self) -> dict[str, float | None]:
        """The shares that tell a corpus's make at a glance."""
        return {name: self.share(*pair) for name, pair in FIGURES.items()}

    def top(self, table: str, number: int) -> list[tuple[str, int]]:
        """Return the most frequent rows of a table, equals by name."""
        return sorted(self.tables[table].items(), key=lambda row: (-row[1], row[0]))[:number]


#: Shares, each of one total in another.
FIGURES = {
    "words a text": ("words", "texts"),
    "sentences a text": ("sentences", "texts"),
    "claims a text": ("claims", "texts"),
    "claims a sentence": ("claims", "sentences"),
    "sentences with claims": ("sentences with claims", "sentences"),
    "claims that somebody is said to vouch for": ("attributed claims", "claims"),
    "claims with a time": ("claims with a time", "claims"),
    "claims with a date": ("claims with a date", "claims"),
    "times that are resolved": ("resolved times", "times"),
    "claims with a verdict": ("claims with a verdict", "claims"),
}
TOTALS = (
    "texts", "words", "sentences", "claims", "attributions", "times", "entities", "verdicts",
    "sentences with claims", "attributed claims", "claims with a time", "claims with a date", "resolved times",
    "claims with a verdict",
)  # fmt: skip
TABLES = (
    "claims per sentence", "claim types", "kinds", "tenses", "polarity", "certainty", "voices in a chain",
    "source types", "sources", "cue types", "cues", "quotes", "time types", "zones", "no claim", "verdicts",
    "languages", "publishers", "years",
)  # fmt: skip


def statistics(documents: Iterable[Found]) -> Statistics:
    """Count documents. Raises `FormatError` at one that lacks what every claim file has."""
    totals: Counter[str] = Counter(dict.fromkeys(TOTALS, 0))
    tables: dict[str, Counter[str]] = {name: Counter() for name in TABLES}
    for found in documents:
        try:
            _count(found.data, totals, tables)
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            message = f"is no whole claim file ({type(error).__name__}: {error}); `claims validate` lists everything"
            raise FormatError(message, found.place) from error
        for name in NAMED:
            _forget_rare(tables[name])
    return Statistics(dict(totals), {name: _ordered(table) for name, table in tables.items()})


def _ordered(table: Counter[str]) -> dict[str, int]:
    """Return a table with its rows in a fixed order: numbers by size, names by frequency."""
    if all(name.isdigit() for name in table):
        return {name: table[name] for name in sorted(table, key=int)}
    return dict(sorted(table.items(), key=lambda row: (-row[1], row[0])))


def _forget_rare(table: Counter[str]) -> None:
    if len(table) > 2 * MOST_NAMES:
        for name in sorted(table, key=lambda name: (-table[name], name))[MOST_NAMES:]:
            del table[name]


def _count(data: dict[str, Any], totals: Counter[str], tables: dict[str, Counter[str]]) -> None:
    source, claims = data["source"], data.get("claims", [])
    totals["texts"] += 1
    totals["words"] += len((source.get("text") or "").split())
    for name in ("sentences", "claims", "attributions", "times", "entities", "verdicts"):
        totals[name] += len(data.get(name, []))
    tables["languages"][source["language"]] += 1
    tables["publishers"][source.get("publisher") or "unknown"] += 1
    tables["years"][source["published"][:4] if source.get("published") else "unknown"] += 1
    _count_sentences(data.get("sentences", []), claims, totals, tables)
    for claim in claims:
        _count_claim(claim, totals, tables)
    names = {entity["id"]: entity["name"] for entity in data.get("entities", [])}
    for attribution in data.get("attributions", []):
        _count_attribution(attribution, names, tables)
    for time in data.get("times", []):
        tables["time types"][time["type"]] += 1
        totals["resolved times"] += _resolved(time["value"])
    _count_verdicts(data, totals, tables)


def _resolved(value: str | None) -> bool:
    return value is not None and "X" not in value and not value.endswith("_REF")


def _count_sentences(
    sentences: list[dict[str, Any]], claims: list[dict[str, Any]], totals: Counter[str], tables: dict[str, Counter[str]]
) -> None:
    numbers = Counter(claim["sentence"] for claim in claims)
    for sentence in sentences:
        tables["claims per sentence"][str(numbers[sentence["id"]])] += 1
        tables["zones"][sentence["zone"]] += 1
        totals["sentences with claims"] += numbers[sentence["id"]] > 0
        if reason := sentence.get("no_claim"):
            tables["no claim"][reason] += 1


def _count_claim(claim: dict[str, Any], totals: Counter[str], tables: dict[str, Counter[str]]) -> None:
    for table, field in (("claim types", "type"), ("kinds", "kind"), ("tenses", "tense"), ("polarity", "polarity")):
        tables[table][claim[field]] += 1
    if author := claim["certainty"].get("author"):
        tables["certainty"][author] += 1
    tables["voices in a chain"][str(len(claim["attribution"]))] += 1
    totals["attributed claims"] += bool(claim["attribution"])
    totals["claims with a time"] += bool(claim["when"])
    totals["claims with a date"] += any(when.get("edtf") for when in claim["when"])


def _count_attribution(data: dict[str, Any], names: Mapping[str, str], tables: dict[str, Counter[str]]) -> None:
    source, cue = data["source"], data.get("cue")
    tables["source types"][source["type"]] += 1
    if name := names.get(source.get("entity") or "", source["exact"]):
        tables["sources"][name] += 1
    tables["quotes"][data["quote"]] += 1
    tables["cue types"][cue["type"] if cue else "no cue"] += 1
    if cue:
        tables["cues"][cue["lemma"]] += 1


def _count_verdicts(data: dict[str, Any], totals: Counter[str], tables: dict[str, Counter[str]]) -> None:
    """Count verdicts that stand; ratings of a declared scale by the base rating that they mean."""
    verdicts = data.get("verdicts", [])
    gone = {verdict.get("supersedes") for verdict in verdicts}
    scales = data.get("scales", [])
    means = {(scale["id"], step["value"]): step["means"] for scale in scales for step in scale["ratings"]}
    standing = [it for it in verdicts if it["id"] not in gone and it.get("scale") != RETRACTION]
    for verdict in standing:
        tables["verdicts"][means.get((verdict.get("scale"), verdict["rating"]), verdict["rating"])] += 1
    totals["claims with a verdict"] += len({verdict["claim"] for verdict in standing})


def plain_rows(found: Statistics) -> Iterator[tuple[str, str, str]]:
    """Yield everything as rows of three: table, name, number."""
    yield from (("totals", name, str(number)) for name, number in found.totals.items())
    yield from (("figures", name, _number(value)) for name, value in found.figures.items())
    for table, rows in found.tables.items():
        yield from ((table, name, str(number)) for name, number in rows.items())


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.4g}"
