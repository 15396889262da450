"""Trees from the trained pipeline: places, order, determinism, missing models."""

from __future__ import annotations

import warnings

import pytest
from repair_cases import tree

from claims.errors import MissingDependencyError
from claims.syntax import LONGEST, Parser, forms, load
from claims.syntax.parser import BEAMS, _grouped, _lowered
from claims.text import Span

TEXT = "Before.  The  “US”\r\nsaid 😀 that it\u00a0left. After."


def test_tokens_stand_where_they_say(parser):
    """Every token's slice is its text; white space is no token."""
    tree = next(parser.parse(TEXT, [Span(9, 41)]))
    assert all(TEXT[token.start : token.end] == token.text for token in tree)
    assert not any(token.text.isspace() for token in tree)


def test_a_sentence_is_one_tree(parser):
    """One root, whatever stands in the sentence, and every token below it."""
    sentence = "He came. She saw. They left! (Why?)"
    tree = next(parser.parse(sentence, [Span(0, len(sentence))]))
    assert len(tree.subtree(tree.root)) == len(tree)


def test_extent_joins_neighbours(parse):
    """Neighbouring tokens share a span with the white space between; others do not."""
    tree = parse("The US said no.")
    assert tree.extent((0, 1, 3)).exact("The US said no.") == "The US … no"


def test_equal_sentences_parse_alike(parser):
    """The parse of a sentence does not depend on what stands around it."""
    one = "Rockets hit the embassy in Baghdad on Sunday."
    text = f"{one} Nobody was hurt. {one}"
    first, _, last = parser.parse(
        text, [Span(0, len(one)), Span(len(one) + 1, len(one) + 17), Span(len(one) + 18, len(text))]
    )
    assert [(t.text, t.dep, t.head, t.entity) for t in first] == [(t.text, t.dep, t.head, t.entity) for t in last]


def test_endless_sentence_is_not_parsed(parser):
    """Beyond the bound a tree is empty instead of costing gigabytes."""
    text = "word " * (LONGEST // 4)
    tree = next(parser.parse(text, [Span(0, len(text))]))
    assert len(tree) == 0


def test_doubtful_sentences_are_read_again(parser):
    """Other readings share the words and differ in the arcs; without a doubt there is one reading."""
    sentence = "Olsen said sailors first saw the whales and a boat was sent to guide them."
    spans = [Span(0, len(sentence))]
    assert len(next(parser.readings((sentence, span) for span in spans))) == 1
    readings = next(parser.readings([(sentence, span) for span in spans], lambda tree: True))
    assert len({tuple(token.head for token in tree) for tree in readings}) > 1
    assert all([token.text for token in tree] == [token.text for token in readings[0]] for tree in readings)


def test_unlikely_sentences_are_read_again(parser, monkeypatch):
    """What is unlikely as a whole is read again although nothing in it is doubtful; what is likely is not."""
    monkeypatch.setattr("claims.syntax.parser.UNLIKELY", -1.0)
    texts = ("She left.", "The ship sailed past the harbour sank.")
    likely, unlikely = parser.readings([(text, Span(0, len(text))) for text in texts], lambda tree: False)
    assert (len(likely), len(unlikely)) == (1, 2)


def test_more_readings_are_kept_where_none_is_sound(parser):
    """The search behind a sound reading is not made; where all are doubtful it finds more."""
    sentence = "Divers saw the men and a ferry was sent to help them with the boats in the harbour of the old town."
    sentences = [(sentence, Span(0, len(sentence)))]
    answers = iter([True])
    (sound,) = parser.readings(sentences, lambda tree: next(answers, False))
    (doubtful,) = parser.readings(sentences, lambda tree: True)
    assert len(doubtful) > BEAMS[0][0] > len(sound) == 2


def test_what_hangs_above_its_place_is_lowered():
    """The parser hangs "on it" on the verb, lest arcs cross, and says whose it is; without such a word it stays."""
    words = ("hearing/NN/NOUN/nsubjpass/2", "is/VBZ/AUX/auxpass/2", "set/VBN/VERB/ROOT/2",
             "on/IN/ADP/prep||nsubjpass/2", "it/PRP/PRON/pobj/3", "first/RB/ADV/advmod||dobj/2")  # fmt: skip
    lowered = _lowered(list(tree(*words)))
    assert [(token.head, token.dep) for token in lowered[3:]] == [(0, "prep"), (3, "pobj"), (2, "advmod")]


def test_missing_model_says_what_to_install():
    """One line names the command."""
    with pytest.raises(MissingDependencyError, match=r"python -m spacy download en_core_web_nope"):
        load("en_core_web_nope")


def test_no_warning_about_versions():
    """The pipeline loads silently under the spaCy that is pinned."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        Parser.named()


def test_version_skew_is_harmless(parse):
    """The model was trained with spaCy 3.7; these analyses were recorded under it."""
    tree = parse("The US said they were plotting attacks days after militias tried to storm the US embassy.")
    deps = "det nsubj ROOT nsubj aux ccomp dobj npadvmod mark nsubj advcl aux xcomp det compound dobj punct"
    tags = "DT NNP VBD PRP VBD VBG NNS NNS IN NNS VBD TO VB DT NNP NN ."
    assert [token.dep for token in tree] == deps.split()
    assert [token.tag for token in tree] == tags.split()


def test_model_signs_with_name_version_digest(parser):
    """Provenance names the trained files."""
    model = parser.model
    assert model.name == "en_core_web_md"
    assert model.sha256 is not None
    assert len(model.sha256) == 64


def test_company_changes_no_reading(parser):
    """A sentence has the same readings alone as behind others of its group.

    The first is one whose search ends with states left over: the case in which the library's own
    search hands a sentence the scores of another.
    """
    words = ("S On Monday, the New Jersey office", "Divers saw the men and a ferry was sent to help them.")
    sentences = [(text, Span(0, len(text))) for text in (*words, *reversed(words))]
    together = list(parser.readings(sentences, lambda tree: True))
    for sentence, readings in zip(sentences, together, strict=True):
        (alone,) = parser.readings([sentence], lambda tree: True)
        assert [tuple(one) for one in alone] == [tuple(one) for one in readings]


def test_groups_are_bounded_by_length_too():
    """Long sentences are parsed in smaller groups, short ones in full ones, none is lost."""
    long, short = [("", Span(0, 30_000))] * 10, [("", Span(0, 100))] * 600
    groups = list(_grouped([*long, *short]))
    assert [len(group) for group in groups] == [3, 3, 3, 256, 256, 89]
    assert [sentence for group in groups for sentence in group] == [*long, *short]


#: "expl" before "is", "gon" before "na", "let" before "'s", "ai" before "n't" are rules of two tokens.
FORMS = (
    "There's a ship. It is gonna rain, so let's go.",
    "He ain't  left;\nthe ships were\u00a0leaving, and leaves fell.",
    "She left a leaf on the left. There were no ships, were there?",
)


@pytest.mark.parametrize("most", [100_000, 3])
def test_forms_are_those_of_the_pipeline(parser, monkeypatch, most):
    """What is told once of a word is what the pipeline says of it at every place, also when forgotten between."""
    monkeypatch.setattr(forms, "MOST", most)
    own = Parser(parser.nlp)
    assert [name for name, _ in own._forms.components] == ["attribute_ruler", "lemmatizer"]
    for text in (*FORMS, *reversed(FORMS)):
        tree = next(own.parse(text, [Span(0, len(text))]))
        doc = parser.nlp(own._doc(text, Span(0, len(text))))
        told = [(t.text, t.lemma_, t.pos_, t.tag_) for t in doc if not t.is_space]
        assert [(t.text, t.lemma, t.pos, t.tag) for t in tree] == told


def test_pipeline_made_otherwise_runs_whole(parser):
    """Where a component might look at parts of speech, or rules at more than words, nothing is left for later."""
    nlp = load()
    nlp.add_pipe("entity_ruler", last=True)
    assert forms.Forms.of(nlp).components == ()
    nlp.remove_pipe("entity_ruler")
    nlp.get_pipe("attribute_ruler").add([[{"ENT_TYPE": "GPE"}]], {"POS": "PROPN"})
    whole = Parser(nlp)
    assert whole._forms.components == ()
    same = [list(next(it.parse(FORMS[0], [Span(0, len(FORMS[0]))]))) for it in (whole, parser)]
    assert same[0] == same[1]


def test_a_prefix_stays_with_its_word(parse):
    """The words "re-elected" and "Co-founder" are one token each; other words are parted at their hyphens."""
    words = [token.text for token in parse("Co-founder Lee, of a well-known firm, was re-elected.")]
    assert {"Co-founder", "re-elected", "well"} <= set(words)


def test_a_mark_of_omission_is_a_pause(parse):
    """The mark "[...]" is read as a semicolon before a clause, else as a comma, and is as long as it is written."""
    text = 'He said "it is good [...] it is sound" and [...] old all the same.'
    tree = parse(text)
    assert " ".join(token.text for token in tree) == 'He said " it is good ; it is sound " and , old all the same .'
    assert [token.span.slice(text) for token in tree if token.text in {";", ","}] == ["[...]", "[...]"]


def test_the_notes_of_editors_are_passed_over(parse):
    """The notes "[sic]" and "((fr))" are no words of the sentence and in no extent; other words in brackets are."""
    text = 'He said "theirs [sic] is good" ((fr)) for [the] town.'
    tree = parse(text)
    assert " ".join(token.text for token in tree) == 'He said " theirs is good " for [ the ] town .'
    spans = [span.slice(text) for span in tree.extent(range(len(tree)))]
    assert spans == ['He said "theirs', 'is good"', "for [the] town."]


@pytest.mark.parametrize(
    ("text", "words", "torn"),
    [
        ("[N]either of them think[s] so.", "Neither of them thinks so .", ["[N]either", "think[s]"]),
        ("They [c]annot see, and I don' t mind.", "They can not see , and I do n't mind .", ["[c]an", "n' t"]),
        ("We' re late[d] in Berg’ s car", "We 're lated in Berg ’s car", ["' re", "late[d]", "’ s"]),
        ("He was re-[e]lected as co-[f]ounder.", None, ["re-[e]lected", "co-[f]ounder"]),
        ("The town[a] fell [b] there.", None, []),
    ],
)
def test_torn_words_are_whole(parse, text, words, torn):
    """A word that an editor's brackets or a space tear is parsed whole and keeps its place; footnotes tear none."""
    tree = parse(text)
    assert words is None or " ".join(token.text for token in tree) == words
    assert [token.span.slice(text) for token in tree if len(token.span) > len(token.text)] == torn
