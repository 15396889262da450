"""The figures that ours stand beside in docs/quality.md: what is aimed at, the best peers, people.

Peers were run with the same scorers on the same data, but for those called published. "Human" is one
annotator held against another.
"""

from __future__ import annotations

import attrs


@attrs.frozen
class Mark:
    """One row of the table: a measured figure and what to compare it with."""

    #: Name of the figure in what `quality.py` measures.
    key: str
    label: str
    #: The least that is aimed at.
    least: float | None = None
    dream: float | None = None
    peer: str = ""
    human: str = ""


@attrs.frozen
class Section:
    """One table, with what to know about its data."""

    title: str
    note: str
    rows: tuple[Mark, ...]


SECTIONS = (
    Section(
        "Claims of hand-annotated articles",
        "Ten Wikinews articles that two people annotated apart; micro average over all ten. A claim is found when the "
        "Jaccard of its content words reaches the threshold; slots and values are scored on claims matched at 0.5.",
        (
            Mark("claims 0.5", "claims, F1 at Jaccard 0.5", 0.93, 0.97, "PredPatt 0.71", "0.97"),
            Mark("claims 0.8", "claims, F1 at Jaccard 0.8", 0.85, 0.94, "PredPatt 0.48", "0.94"),
            Mark("claims 1.0", "claims, F1 at Jaccard 1.0", 0.78, 0.89, "PredPatt 0.38", "0.89"),
            Mark("claims 0.8 of all", "claims, F1 at 0.8, selected from claims of every verb"),
            Mark("claims 0.8 p", "claims, precision at 0.8"),
            Mark("claims 0.8 r", "claims, recall at 0.8"),
            Mark("slot who", "slot who, F1", 0.93, 0.97),
            Mark("slot predicate", "slot predicate, F1", 0.93, 0.97),
            Mark("slot rest", "slot rest (arguments, places, conditions), F1", 0.92, 0.97),
            Mark("slot when", "slot when, F1", 0.92, 0.97),
            Mark("slot source", "slot source, F1", 0.85, 0.97),
            Mark("slot cue", "slot cue, F1", 0.85, 0.97),
            Mark("when value", "time values exact, share", 0.90, 0.97),
            Mark("attributed p", "attributed or not, precision", 0.92, 0.97),
            Mark("attributed r", "attributed or not, recall", 0.90, 0.97),
            Mark("small model 0.8", "same rules with the small model, F1 at 0.8"),
            Mark("small model loss", "how much lower that is (at most 0.06)"),
        ),
    ),
    Section(
        "Tuples and propositions",
        "One extraction seen through `benchmarks/projections.py`; every sentence is annotated alone. QA-SRL asks about "
        "every verb, 26 % of its questions about verbs that make no claim by our guidelines (restrictive modifiers, "
        'gerunds, "allow them to stay"), so it sees all claims of the extraction (`--extractor verbs`). PropSegmEnt '
        "sees those of them that are inside a predicate noun. The other sets see what the guidelines ask for, which is "
        "what an annotator makes by default; the ten articles are scored both ways above. PropSegmEnt also splits what "
        "modifies a noun and what is joined inside that (see `benchmarks/segments.py`): with every choice among slots, "
        "joined or left out, made by the gold, half of its propositions come about.",
        (
            Mark("carb", "CaRB dev, single point F1", 0.52, 0.56, "test: CIGL-OIE 0.540 (published), ClausIE 0.450"),
            Mark("carb p", "CaRB dev, precision"),
            Mark("carb r", "CaRB dev, recall"),
            Mark("qasrl", "QA-SRL Wikinews dev, F1", 0.70, 0.80, "PredPatt 0.639"),
            Mark("qasrl p", "QA-SRL, precision"),
            Mark("qasrl r", "QA-SRL, recall"),
            Mark("qasrl who", "QA-SRL, recall of who", None, None, "PredPatt 0.72"),
            Mark("qasrl what", "QA-SRL, recall of what"),
            Mark("qasrl when", "QA-SRL, recall of when", None, None, "PredPatt 0.45"),
            Mark("qasrl guided", "QA-SRL, claims of the guidelines alone, F1"),
            Mark("qasrl guided p", "QA-SRL, claims of the guidelines alone, precision"),
            Mark("qasrl guided r", "QA-SRL, claims of the guidelines alone, recall"),
            Mark(
                "propseg 0.8",
                "PropSegmEnt Wikipedia dev, F1 at 0.8",
                0.45,
                0.54,
                "T5-large 0.536 (trained)",
                "0.47–0.52",
            ),
            Mark("propseg 1.0", "PropSegmEnt Wikipedia dev, F1 exact"),
        ),
    ),
    Section(
        "Attribution",
        "PolNeAR never nests, so only outermost links are compared with it; GUM's relations are clause by clause.",
        (
            Mark("polnear detection", "PolNeAR dev, detection F1", 0.82, 0.85, "Gender Gap Tracker 0.59", "0.85"),
            Mark("polnear source partial", "PolNeAR, source, partial F1", 0.74, 0.80, "", "0.80"),
            Mark("polnear cue partial", "PolNeAR, cue, partial F1", 0.71, 0.77, "", "0.77"),
            Mark("polnear content partial", "PolNeAR, content, partial F1", 0.76, 0.82, "", "0.82"),
            Mark("polnear source exact", "PolNeAR, source, exact F1", 0.71, 0.78, "Gender Gap Tracker 0.49", "0.78"),
            Mark("polnear content exact", "PolNeAR, content, exact F1", 0.58, 0.69, "Gender Gap Tracker 0.35", "0.69"),
            Mark(
                "polnear sentence", "PolNeAR, is the sentence attributed, accuracy", 0.85, 0.89, "majority 0.70", "0.89"
            ),
            Mark("gum detection", "GUM train, detection F1"),
            Mark("gum source partial", "GUM train, source, partial F1"),
            Mark("gum content partial", "GUM train, content, partial F1"),
        ),
    ),
    Section(
        "Factuality",
        "Events of MEANTIME (three parts of four) that a claim's verb matches: certainty and polarity for the innermost"
        " voice, time as future or not.",
        (
            Mark("polarity f1", "polarity, macro F1", 0.60, 0.75),
            Mark("polarity accuracy", "polarity, accuracy"),
            Mark("polarity majority", "polarity, accuracy of the majority label"),
            Mark("certainty f1", "certainty, macro F1", 0.45, 0.60),
            Mark("certainty accuracy", "certainty, accuracy"),
            Mark("certainty majority", "certainty, accuracy of the majority label"),
            Mark("time f1", "time, macro F1", 0.65, 0.80),
            Mark("time accuracy", "time, accuracy"),
            Mark("time majority", "time, accuracy of the majority label"),
            Mark("factuality matched", "events matched, share"),
        ),
    ),
    Section(
        "Time expressions",
        "GUM marks dates the TEI way, so TimeML values are mapped first; MEANTIME annotates part of each text, so read "
        "recall only.",
        (
            Mark("meantime relaxed", "MEANTIME, relaxed recall", 0.92, 0.95, "HeidelTime 0.835"),
            Mark("meantime value", "MEANTIME, value recall", 0.82, 0.86, "HeidelTime 0.699"),
            Mark("gum value", "GUM train dates, value F1", 0.77, 0.81, "HeidelTime 0.717"),
            Mark("gum relaxed", "GUM train dates, relaxed F1"),
        ),
    ),
    Section(
        "Sentences and pronouns",
        "Spans of sentences must agree exactly. The precision of pronoun links is aimed at with recall 0.60 or more.",
        (
            Mark("sentences gum", "sentences, GUM train, span F1", 0.95, 0.98, "about 0.93"),
            Mark("sentences gum news", "sentences, GUM train, news only, span F1", None, None, "nupunkt 0.925"),
            Mark("sentences ewt", "sentences, EWT dev, span F1", 0.86, 0.92, "pySBD 0.808"),
            Mark("sentences golden", "pySBD's golden rules, texts all right", None, None, "", ""),
            Mark("pronouns p", "pronoun links, GUM train, precision", 0.80, 0.90),
            Mark("pronouns r", "pronoun links, GUM train, recall", 0.60, 0.60),
        ),
    ),
    Section(
        "Fact-checking",
        "150 pairs of sentences and 40 of texts, made by hand before the code (`tests/factcheck/data`). A conflict "
        "counts as found only in the right slot. A paraphrase is searched among all 200 sentences of the 40 texts.",
        (
            Mark("conflict p", "conflicts, precision", 0.90, 1.0),
            Mark("conflict r", "conflicts, recall", 0.60, 0.90),
            Mark("duplicate p", "duplicates, precision"),
            Mark("duplicate r", "duplicates, recall"),
            Mark("alike p", "duplicates and agreements taken together, precision"),
            Mark("evidence 5", "evidence: the paraphrase is among the first five passages", 0.85, 0.95),
            Mark("evidence 1", "evidence: the paraphrase is the first"),
        ),
    ),
    Section(
        "Coverage",
        "Over every text of the sets above: each content word stands in a claim, or its sentence says why not.",
        (
            Mark("coverage", "sentences covered or reasoned, share", 1.0),
            Mark("clean documents", "documents without any problem in `claims validate`, share", 1.0),
            Mark("rules unexplained", "rows of rules that fire on fewer than 5 sentences and give no reason (none)"),
        ),
    ),
)
