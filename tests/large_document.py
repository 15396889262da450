"""A document as large as one likes, with everything that a page shows: for measuring, not for reading."""

from __future__ import annotations

from itertools import cycle

from attrs import evolve

from claims.model import (
    Annotator,
    Argument,
    Attribution,
    Certainty,
    Claim,
    Content,
    Cue,
    Document,
    Evidence,
    Mention,
    Predicate,
    Quotation,
    Sentence,
    Source,
    Time,
    Verdict,
    VoiceSource,
    What,
    When,
)
from claims.scales import BASE
from claims.text import Extent, digest

SPEAKERS = ("The ministry", "The union", "A spokesman", "Ana Ruiz", "The paper")
KINDS = ("fact", "fact", "opinion", "prediction")


def large_document(claims: int) -> Document:
    """Return a document with at least so many claims, three a sentence, four sentences a paragraph."""
    builder = _Builder()
    while len(builder.claims) < claims:
        builder.sentence()
    text = "".join(builder.parts)
    return Document(
        Source("large", digest(text), len(text), "en", "A large file", published="2020-12-20", text=text),
        (Annotator("m1", "software", "claims"),),
        tuple(builder.sentences),
        (),
        tuple(builder.times),
        tuple(builder.links),
        tuple(builder.claims),
        verdicts=tuple(builder.verdicts),
    )


class _Builder:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.at = 0
        self.sentences: list[Sentence] = []
        self.times: list[Time] = []
        self.links: list[Attribution] = []
        self.claims: list[Claim] = []
        self.verdicts: list[Verdict] = []
        self.ratings = cycle(("", "", *BASE))
        self.kinds = cycle(KINDS)

    def _word(self, words: str, after: str = " ") -> Mention:
        start = self.at
        self.parts += [words, after]
        self.at += len(words) + len(after)
        return Mention(Extent.of((start, start + len(words))), words)

    def sentence(self) -> None:
        """Add a sentence: somebody says that something happened on a day although something else held."""
        number = len(self.sentences)
        name, link = f"s{number + 1}", f"a{number + 1}"
        who = self._word(f"{SPEAKERS[number % 5]}{' ' + str(number // 40) if number % 5 == 2 else ''}")
        said = self._word("said that")
        dam = self._word(f"the dam at kilometre {number}")
        broke = self._word("broke", " ")
        day = self._word(f"on {number % 28 + 1} November 2020", ", ")
        although = self._word("although the river", " ")
        low = self._word("had been low for weeks", ".\n\n" if number % 4 == 3 else ". ")
        span = Extent((*who.spans, *low.spans)).hull
        self.sentences.append(Sentence(name, span, number // 4, "body", by="m1"))
        self.times.append(Time(f"t{number}", day.spans, day.exact, "DATE", _date(number), edtf=_date(number)))
        inside = Extent((Extent.union((dam.spans, broke.spans, day.spans)).hull,))
        content = Content(inside, inside.exact("".join(self.parts)))
        cue = Cue(said.spans, said.exact, "say", "say")
        act = self._add(name, (who, said, Extent((inside.hull,))), (), "speech_act")
        source = VoiceSource("named", who.spans, who.exact)
        self.links.append(Attribution(link, name, None, source, cue, content, "indirect", False, act, "m1"))
        when = When(day.spans, day.exact, f"t{number}", "during", None, _date(number))
        self._add(name, (dam, broke, inside), (link,), "event", when)
        self._add(name, (although, low, Extent.union((although.spans, low.spans))), (link,), "state")

    def _add(
        self,
        sentence: str,
        slots: tuple[Mention, Mention, Extent],
        chain: tuple[str, ...],
        kind: str,
        *when: When,
    ) -> str:
        who, verb, extent = slots
        name = f"c{len(self.claims) + 1}"
        rest = (Argument("object", extent, extent.exact("".join(self.parts))),) if kind == "speech_act" else ()
        words = f"{who.exact} {verb.exact}".capitalize() + "."
        certainty = tuple(Certainty(holder, "CT+") for holder in ("author", *chain))
        what = What(Predicate(verb.spans, verb.exact, verb.exact.split()[0]), rest)
        spans = Extent((Extent.union((who.spans, verb.spans, extent, *(it.spans for it in when))).hull,))
        made = Claim(name, sentence, spans, words, kind, next(self.kinds), (who,), what, when, (), chain)  # type: ignore[arg-type]
        self.claims.append(evolve(made, certainty=certainty, by="m1"))
        if rating := next(self.ratings):
            quote = Quotation("the gauge stood at two metres", "On that day ", ", it says.")
            evidence = (Evidence("context", f"https://example.org/{name}", None, quote, None, "2021-01-04"),)
            self.verdicts.append(Verdict(f"v{name}", name, rating, None, None, "See the gauge.", evidence, "m1"))
        return name


def _date(number: int) -> str:
    return f"2020-11-{number % 28 + 1:02}"
