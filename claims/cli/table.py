"""The commands, in the order in which help lists them."""

from __future__ import annotations

import attrs


@attrs.frozen
class Command:
    """One command: how it is typed, what it does, an example.

    >>> Command("corpus stats", "count", "claims corpus stats out/").module
    'corpus_stats'
    """

    #: One word, or two where several commands share a first word.
    name: str
    summary: str
    example: str

    @property
    def module(self) -> str:
        """The module in `claims.cli.options` that parses it, and in `claims.cli` that runs it."""
        return self.name.replace(" ", "_")

    @property
    def words(self) -> list[str]:
        """The name as it stands on a command line."""
        return self.name.split()


COMMANDS = (
    Command(
        "annotate", "find the claims of a text", "claims annotate article.txt --published 2024-05-17 -o article.json"
    ),
    Command("validate", "check claim files against the schema and the rules", "claims validate article.json"),
    Command("rule", "explain the rules that files are checked by", "claims rule O111"),
    Command("convert", "turn claim files into another format, such as TEI", "claims convert article.json article.xml"),
    Command("diff", "show what changed between two claim files", "claims diff old.json new.json"),
    Command("schema", "print the schema of claim files, for other tools", "claims schema > claim-file.schema.json"),
    Command("show", "read the claims of a file in the terminal", "claims show article.json --claim c12"),
    Command("timeline", "put claims in the order of time", "claims timeline article.json --format html -o time.html"),
    Command(
        "verdict add",
        "judge a claim, with evidence",
        'claims verdict add article.json c12 refuted --url https://example.org/log --by "Ann Lee" -o judged.json',
    ),
    Command(
        "verdict list",
        "read verdicts, and where their evidence stands",
        "claims verdict list judged.json",
    ),
    Command(
        "verdict retract",
        "take a verdict back; the old one stays readable",
        'claims verdict retract judged.json v1 --by "Ann Lee" -o judged.json --force',
    ),
    Command("score", "score claim files against others that count as right", "claims score gold/ predicted/"),
    Command("agree", "measure how far annotators agree", "claims agree ann/ bob/"),
    Command("evidence index", "make a collection searchable", "claims evidence index reference/ -o reference.idx"),
    Command(
        "evidence find",
        "find passages of a collection that speak of claims",
        "claims evidence find article.json --index reference.idx",
    ),
    Command("compare", "find conflicts and duplicates among claims", "claims compare monday.json friday.json"),
    Command("merge", "join the verdicts of several reviewers", "claims merge ann.json bob.json -o both.json"),
    Command("corpus annotate", "find the claims of many texts", "claims corpus annotate articles/ -o corpus"),
    Command("corpus stats", "count what a corpus holds", "claims corpus stats corpus --html corpus.html"),
    Command("corpus sample", "draw documents by lot", "claims corpus sample corpus -n 100 --seed 7 -o sample.jsonl"),
    Command("corpus split", "part a corpus for training and test", "claims corpus split corpus -o parts --seed 7"),
)
