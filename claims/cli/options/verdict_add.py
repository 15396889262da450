"""What may stand behind `claims verdict add`."""

from __future__ import annotations

import attrs

from claims.cli.arguments import Parser, add_force
from claims.errors import UsageError

DESCRIPTION = """\
Add a verdict to a claim file. Nothing is overwritten: a reviewer's new verdict on a claim replaces their old
one, which stays in the file.

  claims verdict add a.json c12 supported --document report.txt --quote "closed on 4 May" --by "Ann Lee" -o b.json
  claims verdict add a.json c12 refuted --slot when --url https://example.org/log --by "Ann Lee" -o b.json
  claims verdict add a.json c12 "Half true" --scale truth-6 --evidence evidence.json --by "Ann Lee" -o b.json
"""
EPILOG = """\
Base ratings: supported, refuted, conflicting (these need evidence), not_enough_evidence, not_checkable.
Scales that need no declaring: truth-6, points-5, averitec, fever, liar. One of your own, in a file that ends in .json:
{"id": "house", "name": "Ours", "ratings": [{"value": "Wrong", "means": "refuted"}, …]}
"""


@attrs.frozen
class Options:
    """`claims verdict add`."""

    file: str
    claim: str
    rating: str
    by: str
    slot: str | None = None
    scale: str | None = None
    stance: str | None = None
    url: str | None = None
    document: str | None = None
    quote: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    retrieved: str | None = None
    evidence: str | None = None
    page: str | None = None
    rationale: str | None = None
    date: str | None = None
    supersedes: str | None = None
    out: str | None = None
    force: bool = False

    def __attrs_post_init__(self) -> None:
        if self.quote is None and (self.prefix or self.suffix):
            raise UsageError("--prefix and --suffix say what stands around --quote: give it too")
        if not (self.url or self.document) and (self.quote or self.stance or self.retrieved):
            raise UsageError("say with --url or --document where the evidence stands")


def add(parser: Parser) -> None:
    """Add the arguments of the command."""
    slots = ["who", "what", "when", "where", "attribution"]
    parser.add_argument("file", metavar="FILE", help="claim file; - for standard input")
    parser.add_argument("claim", metavar="CLAIM", help="id of the claim")
    parser.add_argument("rating", metavar="RATING", help="a base rating, or a step of --scale")
    parser.add_argument("--by", metavar="NAME", required=True, help="who judges: a name, or an annotator's id")
    parser.add_argument("--date", metavar="DATE", help="when: a date or date-time, or today")
    parser.add_argument("--slot", choices=slots, help="judge this slot only")
    parser.add_argument("--scale", metavar="ID", help="the rating's scale: an id, or a JSON file of your own")
    parser.add_argument("--rationale", metavar="TEXT", help="why")
    parser.add_argument("--url", metavar="URL", help="where the evidence stands")
    parser.add_argument("--document", metavar="FILE", help="text or claim file in which the evidence stands")
    parser.add_argument("--quote", metavar="TEXT", help="the words that count; with --document they must stand there")
    parser.add_argument("--prefix", metavar="TEXT", help="what stands before the quote, where it stands twice")
    parser.add_argument("--suffix", metavar="TEXT", help="what stands behind the quote")
    parser.add_argument(
        "--stance", choices=["supports", "refutes", "context"], help="what the evidence does (default: as rated)"
    )
    parser.add_argument("--retrieved", metavar="DATE", help="when the evidence was retrieved")
    parser.add_argument("--evidence", metavar="FILE", help="JSON list of evidence, as in a claim file")
    parser.add_argument("--page", metavar="URL", help="where this review is published: the url of its ClaimReview")
    parser.add_argument("--supersedes", metavar="VERDICT", help="the verdict to replace (default: the reviewer's own)")
    parser.add_argument("-o", "--out", metavar="OUT", help="file to write (default: standard output)")
    add_force(parser)
