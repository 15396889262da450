"""Why each rule is there, and what to do when it is broken: code → (reason, remedy).

`claims.checks.rules` joins this to the table; a finding without a hint of its own gets the remedy.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_SYNTAX = {
    "X001": (
        "Offsets count the characters of one encoding; bytes that are not UTF-8 are different characters to everybody.",
        "save the file as UTF-8",
    ),
    "X002": ("JSON is exchanged as UTF-8 (RFC 8259, section 8.1).", "save the file as UTF-8"),
    "X003": (
        "RFC 8259 forbids writing one, and many readers refuse the file or take it for a character.",
        "save the file as UTF-8 without a byte order mark; `--fix` takes it out",
    ),
    "X004": (
        "What one reader guesses another refuses; a file that was cut off must not look whole.",
        "mend the syntax at this place",
    ),
    "X005": (
        "Readers keep the first, the last, or both: the file says different things to different people.",
        "take one of the two out",
    ),
    "X006": ("JSON has no such number, so other readers refuse the file.", "write null, or leave the field out"),
    "X007": ("Beyond 64 bits a number is rounded, or read as infinity.", "write a number that a double can hold"),
    "X008": ("Half of a surrogate pair is no character and cannot be written as UTF-8.", "write the whole character"),
    "X009": ("A claim file never nests that deep; readers that recurse break down.", "look for brackets never closed"),
    "X010": (
        "XML that is not well-formed, or that brings entities along, is refused by every careful reader.",
        "mend the XML at this place, and leave out any DOCTYPE",
    ),
    "X011": (
        "Our TEI is lossless only because every element has its one place and meaning.",
        "follow docs/tei.md, or write the file anew with `claims convert`",
    ),
    "X012": (
        "A damaged archive may have lost its end; one that unpacks to gigabytes is an attack or a mistake.",
        "pack the file anew",
    ),
}
_SCHEMA = {
    "S001": ("Only a version that is known can be read without guessing.", 'write "format": "claims/1.0"'),
    "S002": ("What the format requires, its readers use without asking.", "put the field in"),
    "S003": ("An unknown field is most often a slip, and what it says is lost.", "correct its name, or take it out"),
    "S004": ("A number in a string compares and sorts as a string.", "write a value of the type asked for"),
    "S005": ("Programs decide by these values; another word falls through.", "take a value of the list"),
    "S006": ("What has a form is compared and looked up by it.", "write it as the example shows"),
    "S007": ("Values beyond their bounds are slips of a unit or of a field.", "keep to the bounds"),
    "S008": (
        "Some fields say nothing alone, or contradict each other together.",
        "put in what is missing, or leave it",
    ),
    "S009": (
        "`4.0` is an integer to JSON Schema and a floating-point number to most programs.",
        "write the number without fraction and exponent; `--fix` does so",
    ),
    "S010": ("What JSON cannot hold is lost when the file is written.", "use plain values: text, numbers, lists"),
}
_OFFSETS = {
    "O101": (
        "The digest tells whether the text is still the one that was annotated.",
        "annotate the text again, move the offsets with `--fix`, or give the right text",
    ),
    "O102": (
        "The length shows at a glance in which unit offsets count, and whether the text is whole.",
        "give the number of code points, and see whether the offsets count something else",
    ),
    "O103": (
        "A claim file from strangers must not read files that were not sent with it.",
        "put the text beside the claim file and name it by a relative path",
    ),
    "O104": ("An empty or backward range marks no words.", "put start before end: half-open, from 0"),
    "O105": (
        "Programs walk ranges in order; overlapping ones count words twice.",
        "sort the ranges and join those that overlap; `--fix` does so",
    ),
    "O106": ("Beyond the text there are no words.", "correct the range, or the length of the text"),
    "O107": (
        "Readers go through sentences as through the text.",
        "sort the sentences, and end one where the next begins",
    ),
    "O108": ("A claim is one predication of one sentence.", "correct the range, or name the sentence it lies in"),
    "O109": (
        "A slot is a part of the claim, so its words are words of the claim.",
        "widen the claim, or mend the slot",
    ),
    "O110": ("A word of the extent in no slot is said by nobody about nothing.", "take it out, or into a slot"),
    "O111": (
        "The exact words let a reader see at once that an offset is right, and find the place again when it moves.",
        "correct the offsets or the words; `--fix` moves offsets where the words have one place only",
    ),
    "O112": (
        "JavaScript and Java count UTF-16 units, many tools bytes, some from 1: nothing stands where it should.",
        "convert every offset to code points, counted from 0, half-open; `--fix` does so",
    ),
}
_REFERENCES = {
    "R201": ("A reference to an id that two things bear leads to either.", "give one of them another id"),
    "R202": (
        "Half of a statement is missing where its reference leads nowhere.",
        "correct the id, or add what it names",
    ),
    "R203": ("A claim's entity has to be an entity.", "name a thing of the right kind"),
    "R204": ("These words have a meaning of their own where an id may stand.", "take another id"),
    "R205": ("Whoever follows a circle never arrives.", "take out one of the links"),
    "R206": ("The first occurrence is the original.", "let the later sentence name the earlier"),
    "R207": ("A sentence in other words is no duplicate; its claims would be lost.", "take `duplicate_of` out"),
    "R209": ("A waiver that waives nothing will one day hide something new.", "take the waiver out, or correct it"),
    "R208": ("A tie of a claim to itself says nothing.", "name the other claim"),
}
_ATTRIBUTION = {
    "A301": (
        "Who vouches is the whole chain: “Lund claimed that reports say” is vouched for by neither alone.",
        "name every enclosing link, the outermost first",
    ),
    "A302": (
        "That somebody said something is a claim of its own, to be checked apart from what was said.",
        "add the claim that the source said so, and name it in `speech_act`",
    ),
    "A303": ("The claim that an attribution makes is that somebody spoke.", "name the claim of the type speech_act"),
    "A304": ("A speech act that no link names attributes nothing.", "name it in `speech_act` of the link it states"),
    "A305": (
        "If Lund claimed that reports say it, then Lund vouches for “reports say”.",
        "give it the chain around its link",
    ),
    "A306": ("Certainty belongs to a voice; every voice of the chain has its own.", "give one value for each voice"),
    "A307": ("Named sources stand in the text; unstated ones do not.", "mark the words, or call the source implicit"),
    "A308": ("A claim under a link says what that link's source said.", "correct the chain, or the link's content"),
}
_TIME = {
    "T401": (
        "Programs that sort by time read TIMEX3 values.",
        "write a TIMEX3 value of the type, or null with a reason",
    ),
    "T402": ("EDTF is the value that archives and libraries read.", "write EDTF (ISO 8601-2), or null"),
    "T403": ("Two values for one expression must not date it twice.", "correct one of the two"),
    "T404": ("A missing value is only useful when its cause is known.", "say in `reason` why there is no value"),
    "T405": ("“On Monday” has no date without a day to count from.", 'give "published" in "source"'),
    "T406": ("A Sunday that falls on a Monday was worked out wrongly.", "work the value out again"),
    "T407": ("A day that no calendar has is a slip of the pen.", "correct the date"),
    "T408": ("A length of time has one beginning and one end.", "correct the point, or the EDTF value"),
}
_WORDING = {
    "W501": (
        "Every change of the words is logged, so that nobody can be quoted as saying what he did not.",
        "correct the edits, or the wording",
    ),
    "W502": (
        "A word that neither the claim nor a named place of the text has was invented.",
        "give in `antecedents` where the words stand, or leave them out",
    ),
}
_COVERAGE = {
    "C601": ("What no claim holds was passed over in silence.", "add a claim for these words, or widen one"),
    "C602": ("A sentence without claims may be a credit line, or forgotten; only a reason tells.", "give `no_claim`"),
    "C603": ("One of the two statements is wrong.", "take the reason out, or the claims"),
    "C604": ("The same claim twice is counted and checked twice.", "take one of them out"),
    "C605": ("Words outside every sentence are never looked at.", "add the sentence that they belong to"),
}
_VERDICTS = {
    "V701": (
        "A rating that nobody declared means something else to everybody.",
        "take a known rating, or declare a scale",
    ),
    "V702": ("A verdict without evidence is an opinion.", "add the evidence, or say `not_enough_evidence`"),
    "V703": ("A quotation that does not stand in the text proves nothing.", "quote the text as it is"),
    "V704": ("An empty slot cannot be right or wrong.", "judge the whole claim, or another slot"),
    "V705": ("A verdict replaces a verdict on the same thing.", "name the earlier verdict on this claim and slot"),
    "V706": ("A step that means two things means nothing.", "name each step once, and keep the base ratings' meaning"),
}
_CORPUS = {
    "D801": (
        "A corpus is addressed by these names; two documents of one name cannot be told apart.",
        "rename one source",
    ),
    "D802": ("A text annotated twice is counted twice.", "keep one of the two, or ignore this rule for versions"),
    "D803": ("Evidence that nobody can look up is none.", "add the document to the corpus, or give its URL"),
}

#: Code → why there is such a rule, and what to do.
ADVICE: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        **_SYNTAX,
        **_SCHEMA,
        **_OFFSETS,
        **_REFERENCES,
        **_ATTRIBUTION,
        **_TIME,
        **_WORDING,
        **_COVERAGE,
        **_VERDICTS,
        **_CORPUS,
    }
)
