"""The little grammar that rewording needs: number, tense, forms of "be", articles, genitives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from claims.analysis import Tokens
from claims.lexicon import table, words
from claims.trees import FINITE, Token, Tree
from claims.wording.agreement import NAMED
from claims.wording.mentions import SEVERAL

#: Every word that rewording may add of its own; all others come from the document.
FUNCTION_WORDS = frozenset(
    "a am among an and are be been being did do does had has have is of one that the there to was were will".split()
) | frozenset(
    ("would", "'s", "'", "i", "he", "she", "we", "they", *"my your his her its our their him it them".split())
)
#: Marks behind which a word has its capital only as the first of a sentence or quotation.
OPENERS = frozenset(('"', "“", "‘", "'", "«", "„", "``", ":", "(", "[", "…"))
PLURAL_PRONOUNS = frozenset(("we", "you", "they", "these", "those", "who", "our", "your", "their"))
SINGULAR_NUMBERS = frozenset(("one", "1"))
#: Plural forms and their singulars, for one of several subjects, or a "they" that turns out to be one body.
SINGULAR_FORMS = {"are": "is", "were": "was", "have": "has", "do": "does"}
PLURAL_FORMS = {singular: plural for plural, singular in SINGULAR_FORMS.items()}
#: Object pronouns and their subject forms.
SUBJECT_FORMS = {"me": "I", "him": "he", "her": "she", "us": "we", "them": "they"}
SUBJECT_FORMS |= {"my": "I", "his": "he", "its": "it", "our": "we", "their": "they"}


def head_of(tree: Tree, tokens: Tokens) -> Token | None:
    """Return the word of `tokens` that the others depend on."""
    inside = set(tokens)
    tops = [i for i in tokens if tree[i].head not in inside or tree[i].head == i]
    # A reduced relative read as a main verb: its subject is the head.
    tops += [j for i in tops if tree[i].pos == "VERB" for j in tree.children(i, "nsubj", "nsubjpass") if j in inside]
    nominal = [i for i in tops if tree[i].pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET")]
    return tree[(nominal or tops)[0]] if tops else None


def is_plural(tree: Tree, tokens: Tokens) -> bool:
    """Tell whether a subject takes a plural verb."""
    head = head_of(tree, tokens)
    if head is None:
        return False
    inside = set(tokens)
    joined = any(i in inside for i in tree.children(head.i, "conj"))
    if joined and any(i in inside and tree[i].lower in ("and", "&") for i in tree.children(head.i, "cc")):
        return True
    lower = head.lower
    if lower in PLURAL_PRONOUNS or lower in SEVERAL or lower in ("people", "police"):
        return True
    if head.pos == "NUM":
        return lower not in SINGULAR_NUMBERS
    if head.tag == "NNS" and (head.text.islower() or head.i == 0):
        # "Rebels", first in its sentence, is taken for a name.
        return True
    return head.tag in ("NNS", "NNPS") and head.entity not in ("GPE", "ORG", "FAC", "WORK_OF_ART")


def is_third(tree: Tree, who: Tokens) -> bool:
    """Tell whether a verb in the present ends in -s behind these words."""
    head = head_of(tree, who)
    return not is_plural(tree, who) and (head is None or head.text != "I")


def is_past(tree: Tree, index: int, *, default: bool = False, perfect: bool = False) -> bool:
    """Tell whether the nearest finite verb at or above `index` is in the past tense; `default` where there is none.

    With `perfect`, "has hit" counts as well: what was thrown by then "was thrown".
    """
    for i in (index, *tree.ancestors(index)):
        if tree[i].pos not in ("VERB", "AUX"):
            continue
        tags = [tree[i].tag, *(tree[j].tag for j in tree.children(i, "aux", "auxpass"))]
        if any(tag in FINITE for tag in tags):
            return "VBD" in tags or (perfect and any(tree[j].lemma == "have" for j in tree.children(i, "aux")))
    return default


def be(tree: Tree, who: Tokens, *, past: bool, single: bool = False) -> str:
    """Return the form of "be" that agrees with a subject; `single` says that a name of one stands for it."""
    if single:
        return "was" if past else "is"
    head = head_of(tree, who)
    if head is not None and head.text == "I":
        return "was" if past else "am"
    if head is not None and head.tag == "EX":
        # "There **are** 300 tigers", "there are said to **be** 300"
        verbs_below = (head.head, *tree.children(head.head, "xcomp"))
        pivot = next((i for verb in verbs_below for i in tree.children(verb, "attr")), head.i)
        return be(tree, tree.subtree(pivot), past=past) if pivot != head.i else "was" if past else "is"
    if is_plural(tree, who):
        return "were" if past else "are"
    return "was" if past else "is"


def is_one_of_several(tree: Tree, who: Tokens, told: Tokens) -> bool:
    """Tell whether a description is of several names, of which this is one: "the sisters **Ann** and Lea"."""
    name, noun = head_of(tree, who), head_of(tree, told)
    if name is None or noun is None or noun.tag != "NNS" or name.pos != "PROPN":
        return False
    alone = not any(tree[i].dep == "conj" and tree[i].head in who for i in who)
    return alone and (name.dep == "conj" or tree.child(name.i, "conj") is not None)


def member_of(tree: Tree, who: Tokens, told: Tokens) -> Tokens:
    """Return the one of several that is told of them: "two men, **a cook** and a nurse", "among them **a cook**"."""
    whole, noun = head_of(tree, who), head_of(tree, told)
    if whole is None or noun is None or noun.dep not in ("appos", "conj") or whole.tag not in ("NNS", "NNPS"):
        return ()
    if tree[told[0]].lower == "among" and len(told) > 2:
        return told[2:]
    joined = noun.dep == "conj" or tree.child(noun.i, "conj") is not None
    alone = not any(tree[i].dep == "conj" and tree[i].head in told for i in told)
    counted = tree.child(whole.i, "nummod") is not None or noun.pos == "PROPN"
    return told if joined and alone and counted and who[-1] < told[0] and noun.tag in ("NN", "NNP") else ()


def needs_article(tree: Tree, tokens: Tokens, *, title: bool = False) -> bool:
    """Tell whether a predicate noun lacks its article: "Scientologist", "journal" as a title, but not "head of it"."""
    head = head_of(tree, tokens)
    if head is None or head.pos not in ("NOUN", "PROPN") or head.tag in ("NNS", "NNPS"):
        return False
    told = is_person(head.lower) or (title and head.tag == "NN" and head.lower not in words("office_nouns"))
    return told and not any(tree[i].tag in ("DT", "PRP$", "CD", "POS") for i in tokens)


def is_person(noun: str) -> bool:
    """Tell whether a noun in lower case says what a person is, other than by post."""
    if noun in words("office_nouns"):
        return False
    return noun in words("person_nouns") or noun in words("gendered_nouns") or noun.endswith(("ist", "ian", "man"))


def article(word: str) -> str:
    """Return "a" or "an"."""
    lower = word.lower()
    if lower.startswith(("uni", "use", "eu", "one")):
        return "a"
    acronym = len(word) > 1 and word[:2].isupper()
    return "an" if lower[:1] in ("aefhilmnorsx" if acronym else "aeiou") else "a"


def genitive(name: str) -> str:
    """Add the genitive mark.

    >>> genitive("the militias"), genitive("Iran")
    ("the militias'", "Iran's")
    """
    return name + ("'" if name.endswith("s") and not name.endswith("ss") and name[:1].islower() else "'s")


def past_of(verb: Token) -> str:
    """Return the simple past of a verb: "lost" of "losing", "stopped" of "stopping", "owned" of "own" and "owned"."""
    lemma = verb.lemma.lower()
    if lemma in words("invariant_verbs"):
        return lemma
    others = (f"{lemma}n", f"{lemma}en")
    forms = [form for form in table("irregular_forms").get(lemma, ()) if form not in others and form[-3:] != "ing"]
    if forms:
        return "had" if lemma == "have" else forms[0]
    if verb.lower.endswith("ed"):
        return verb.lower
    return _with_ed(verb.lower.removesuffix("ing") if verb.tag == "VBG" else doubled(lemma))


def _with_ed(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    if stem.endswith("y") and stem[-2:-1] not in ("", *"aeiou"):
        return stem[:-1] + "ied"
    return stem + "ed"


def doubled(lemma: str) -> str:
    """Double the last consonant of a short or Latin stem: "plan", "admit", "refer", but "visit", "open", "offer"."""
    short = re.fullmatch(r"[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]", lemma)
    latin = re.search(r"(?:[adrubn]|om)mit$|(?:[eo]|rans)fer$|[cp]ur$|pel$|trol$", lemma)
    return lemma + lemma[-1] if short or (latin and lemma not in ("differ", "vomit")) else lemma


def present_of(lemma: str) -> str:
    """Return the third person singular of the present.

    >>> present_of("own"), present_of("carry"), present_of("have")
    ('owns', 'carries', 'has')
    """
    if lemma == "have":
        return "has"
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    return lemma[:-1] + "ies" if lemma.endswith("y") and lemma[-2:-1] not in ("", *"aeiou") else lemma + "s"


def lowered(tree: Tree, index: int, text: str) -> str:
    """Return `text`, which begins with that token, as it stands within a sentence."""
    token = tree[index]
    if (index and tree[index - 1].text not in OPENERS) or token.text[1:].lower() != token.text[1:] or token.text == "I":
        return text
    if token.lower in ("the", "a", "an") or (token.pos != "PROPN" and token.entity not in NAMED):
        return text[:1].lower() + text[1:]
    return text


def verbs(tree: Tree, tokens: Iterable[int]) -> list[Token]:
    """Return the verb forms, modals and "to" among the tokens; "according" and the like are prepositions."""
    return [tree[i] for i in tokens if tree[i].tag[:2] in ("VB", "MD", "TO") and tree[i].dep != "prep"]


def joined(names: Sequence[str]) -> str:
    """Join names as a coordination.

    >>> joined(["Ann", "Ben", "Cy"])
    'Ann, Ben and Cy'
    """
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else names[0]
