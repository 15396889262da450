"""Who somebody is: appositions and descriptive titles (S4)."""

from __future__ import annotations

from claims.clauses.scene import Cut, Scene
from claims.lexicon import names_person, words
from claims.trees import VERBAL, Token

#: No number above this is taken for somebody's age.
OLDEST = 120
#: What names are of that cannot be anybody's.
PLACES = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME", "EVENT"})
#: Entities of numbers and dates.
_COUNTED = frozenset({"DATE", "ORDINAL", "CARDINAL", "QUANTITY", "MONEY", "PERCENT"})
#: Tags of what a description's last word may be.
COMMON = frozenset({"NN", "NNS", "NNP"})


def apposition(scene: Scene, i: int) -> Cut | None:
    """Cut ``noun -appos-> noun``: "Muhandis, **head of Kataib Hezbollah**", "the president, **Maroni**"."""
    token, head = scene[i], scene[scene[i].head]
    if _is_age(scene, i):
        return Cut("S4 age", i, i, "identity", who=head.i, authorial=True)
    if token.dep != "appos" or not _nominal(scene, i) or head.pos in VERBAL or i < head.i:
        return None
    if (counted := _of_counted(scene, i)) is not None:
        return counted
    if i in scene.cue_of and scene.follows_comma(i):
        # "…, a message that …": the link makes a claim of it.
        return Cut("S10 noun of speech", i, i, "source")
    if _is_no_other_name(scene, i) or _tells_apart(scene, i):
        return None
    if _is_name_of(scene, i):
        return Cut("S4 name behind description", i, head.i, "identity", who=i, authorial=True, replaces=head.i)
    if not scene.follows_comma(i) or (token.entity in {"GPE", "LOC"} and head.entity in {"GPE", "LOC", "FAC"}):
        return None
    return Cut("S4 apposition", i, i, "identity", who=head.i, authorial=True)


def _of_counted(scene: Scene, i: int) -> Cut | None:
    """Cut what some of a group are: "40 people, **12 of them children**"."""
    own = scene.tree.child(i, "nsubj")
    if own is None or own > i or not scene.follows_comma(i) or scene.tree.child(own, "prep") is None:
        return None
    return Cut("S5 absolute", i, i, "identity", who=own, authorial=True)


def _is_no_other_name(scene: Scene, i: int) -> bool:
    """Tell whether an appositive is a time, a short form, a place or a mere noun behind another."""
    token, first = scene[i], scene.tree.subtree(i)[0]
    dated = i in scene.timex_of and token.tag != "JJ"  # "a 40-year-old"
    if _short_form(scene, i) or dated or token.head in scene.timex_of or _behind_colon(scene, i):
        return True
    if token.entity == "GPE" and first == i > 1 and scene[i - 1].text == "," and scene[i - 2].entity in {"GPE", "LOC"}:
        # "the base north of Oslo, Norway": where the place before it lies, whatever it hangs on.
        return True
    quoted = any(scene[j].text in {'"', "“", "'", "‘"} for j in (first - 1, first))
    return not scene.follows_comma(i) and (quoted or token.pos != "PROPN")


def _tells_apart(scene: Scene, i: int) -> bool:
    """Tell whether an appositive is a part or another: "the coast, particularly the north", "Ann, not Tom, signed"."""
    first = scene.tree.subtree(i)[0]
    if scene[first].lower in words("focus_adverbs"):
        return True
    denied = "not" in {scene[first].lower, scene[first - 1].lower}
    # "Ann, not a member, signed it"
    return denied and not _is_new(scene, i)


def _is_new(scene: Scene, i: int) -> bool:
    """Tell whether a noun has "a" or "an"."""
    return any(scene[c].lower in {"a", "an"} for c in scene.tree.children(i, "det"))


def _is_name_of(scene: Scene, i: int) -> bool:
    """Tell whether an appositive names what stands before it: "the president, **Maroni**".

    "The governor, a Democrat": what is new is no name; "the brothers, Ann and Tom": each is one of them.
    """
    token, head = scene[i], scene[scene[i].head]
    # "Ann von der **Mühle**": the last of several may miss the sign of a name.
    before = scene.tree.child(i, "compound") if head.tag != "NNS" else None
    kind = token.entity or (scene[before].entity if before is not None else "")
    kind = kind if token.entity or kind in {"PERSON", "ORG"} else ""
    named = token.pos == "PROPN" and kind != "" and not _is_new(scene, i)
    several = head.tag in {"NNS", "NNPS"} and scene.tree.child(i, "conj") is not None
    listed = several and (scene.follows_comma(i) or kind != "PERSON")
    office = kind == "PERSON" and scene.follows_comma(i) and _is_office(scene, head.i)
    described = head.entity in {"", "CARDINAL"} and (office or _describes(scene, head.i, kind))
    return named and not listed and described


def _is_inside(scene: Scene, i: int) -> bool:
    """Tell whether a word before a name is part of it or of a number: "Ann von **der** Mühle", "sixteen-**driver**"."""
    token = scene[i]
    particle = (token.tag == "NNP" and _particle(scene, i)) or (token.iob == "I" and token.entity == "PERSON")
    return particle or (i > 1 and _joined_on(scene, i - 1) and scene[i - 2].tag == "CD")


def _takes_title(scene: Scene, i: int, name: Token) -> bool:
    """Tell whether a name may have a description before it: a person's, a product's; not "a video **iPod**"."""
    if name.pos != "PROPN" or name.entity not in {"PERSON", "ORG", "PRODUCT", "WORK_OF_ART", ""}:
        return False
    if name.entity == "PERSON":
        return True
    if scene.tree.child(name.i, "det", "poss") is not None:
        # One of many is not what it is called.
        return not _is_new(scene, name.i)
    return scene[i].lower in words("collective_nouns") or _maker(scene, i, name.i)


def _is_office(scene: Scene, noun: int) -> bool:
    """Tell whether a noun names an office, as what is written like a name does with "the": "The Chief Officer"."""
    held = scene[noun].lower in words("person_nouns") and scene.tree.child(noun, "det") is not None
    return held or scene[noun].lower in words("office_nouns")


def title(scene: Scene, i: int) -> Cut | None:
    """Cut a description before a name: "**IRGC Quds Force head** Qasem Soleimani"; not "President X"."""
    token = scene[i]
    # Taggers call "pan-democrat Ann Lee" a name throughout; names are not written small.
    if token.dep not in {"compound", "nmod"} or token.tag not in COMMON or not _written_small(scene, i):
        return None
    name = scene[token.head]
    while name.pos == "PROPN" == scene[name.head].pos and name.dep == "compound" and not name.entity:
        # "director **General** Ann Lee": the rank is part of the name.
        name = scene[name.head]
    if _is_inside(scene, i) or not _takes_title(scene, i, name):
        return None
    if not all(_in_name(scene, j) for j in range(i + 1, name.i)):
        return None
    first = min(j for j in scene.tree.subtree(name.i) if j <= i)
    while scene[first].pos in {"ADP", "SCONJ"}:
        # "As coach Ann Lee said": the conjunction is none of the title's.
        first += 1
    possessor = [j for j in scene.tree.children(name.i, "poss") if j < i]
    if scene.tree.child(name.i, "conj") is not None and possessor:
        return None
    described = tuple(range(first, i + 1))
    # "The Church of Malta's ship Ark": what stands inside the possessor is no sign of another phrase.
    owned = {j for owner in possessor for j in scene.tree.subtree(owner)}
    if any(scene[j].dep in {"prep", "cc", "conj"} for j in described if j not in owned):
        return None
    return Cut("S4 title", i, i, "identity", who=name.i, authorial=True, words=described)


def _maker(scene: Scene, i: int, name: int) -> bool:
    """Tell whether a noun without article says what a body right behind it does: "**carrier** Lufthansa".

    The body's name ends its phrase, and nothing is counted or dated before it: "the twenty-**driver** Grid".
    """
    noun, last = scene[i], scene[name]
    acts = noun.lemma.lower().endswith(("er", "or")) or noun.lemma.lower() in words("person_nouns")
    whole = last.tag == "NNP" and last.text[:1].isupper() and last.dep not in {"compound", "nmod"}
    parted = any(scene[j].pos == "PUNCT" for j in range(i + 1, name))
    counted = any(scene[j].tag == "CD" or scene[j].entity in _COUNTED for j in scene.tree.subtree(name) if j <= i)
    return acts and whole and not parted and not counted


def _written_small(scene: Scene, i: int) -> bool:
    """Tell whether a title is written small, but for where a sentence opens with it: "**Analyst** Ann Lee said so".

    An abbreviation behind such a word is none the less: "company **CEO** Ann Lee".
    """
    token, before = scene[i], scene[i - 1]
    if token.tag in {"NN", "NNS"} and all(scene[j].pos == "PUNCT" for j in range(i)):
        return token.lower not in words("ranks") | words("office_nouns")
    abbreviated = token.text.isupper() and token.lower in words("office_nouns") and before.head == i
    return token.text == token.lower or (abbreviated and before.pos == "NOUN" and before.text == before.lower)


def _is_age(scene: Scene, i: int) -> bool:
    """Tell whether a bare number between commas says how old somebody is: "Ann Lee, **45**, was elected", "now 45"."""
    token, head = scene[i], scene[scene[i].head]
    if token.tag != "CD" or not token.text.isdigit() or int(token.text) > OLDEST:
        return False
    first = i - 1 if scene[i - 1].lower in {"now", "then"} else i
    if token.head != first - 2:
        return False
    commas = scene[first - 1].text == "," and (i + 1 == len(scene.tree) or scene[i + 1].pos == "PUNCT")
    # A surname alone passes for a firm, but the number behind it for a time.
    surname = head.pos == "PROPN" and head.entity not in PLACES and token.entity == "DATE"
    return commas and (head.entity == "PERSON" or surname or names_person(head.lemma.lower()))


def _in_name(scene: Scene, j: int) -> bool:
    """Tell whether a token behind a title belongs to the name: "**al-**Amr"; not "democrat" in "pan-democrat Lee"."""
    token = scene[j]
    if token.pos == "PROPN" and token.text == token.lower and not token.entity:
        return _joined_on(scene, j)
    return token.pos in {"PROPN", "PUNCT"}


def _particle(scene: Scene, i: int) -> bool:
    """Tell whether a word written small is part of a name: "Jan **van** Eck", "**al**-Amr", "Coupe **de** France"."""
    behind_name = i > 0 and scene[i - 1].pos == "PROPN" and scene[i - 1].text != scene[i - 1].lower
    return behind_name or scene[i].entity != "" or _joined_on(scene, i) or scene[scene[i].head].entity != "PERSON"


def _joined_on(scene: Scene, i: int) -> bool:
    """Tell whether nothing stands between a token and the next."""
    return i + 1 < len(scene.tree) and scene[i].end == scene[i + 1].start


def _describes(scene: Scene, noun: int, entity: str) -> bool:
    """Tell whether a noun describes the name behind it: "the mayor", or an office, "Malta's Prime Minister".

    Of several titles each does: "director and producer Ann Lee".
    """
    if entity == "PERSON" and scene.tree.child(noun, "conj") is not None:
        return True
    office = entity == "PERSON" and scene[noun].lower in words("office_nouns")
    one = scene[noun].lower == "one" and _of_several(scene, noun)
    return scene[noun].pos == "NOUN" or one or (office and scene.tree.child(noun, "det", "poss") is not None)


def _of_several(scene: Scene, number: int) -> bool:
    """Tell whether a number says how many of others something is: "Ann Lee, **one** of the founders"."""
    return scene[number].pos == "NUM" and any(scene[c].lower == "of" for c in scene.tree.children(number, "prep"))


def _nominal(scene: Scene, i: int) -> bool:
    """Tell whether a token can say what something is: a noun, "**the highest** in town", "**a** 9-year-**old**"."""
    token = scene[i]
    article = scene.tree.child(i, "det") == scene.tree.subtree(i)[0] and token.lower not in {"latter", "former"}
    # "The plane, **the 7e7**, flew": a name of figures.
    named = token.tag == "CD" and not token.text.isalpha() and scene[scene.tree.subtree(i)[0]].lower == "the"
    alone = token.tag in {"JJ", "JJS", "RBS"} or named
    return token.pos in {"NOUN", "PROPN", "PRON"} or (alone and article) or _of_several(scene, i) or _compared(scene, i)


def _compared(scene: Scene, i: int) -> bool:
    """Tell whether an amount tells of another: "it cost $3m, **$1m over budget**"."""
    amounts = scene[i].entity == scene[scene[i].head].entity and scene[i].entity in {"MONEY", "PERCENT", "QUANTITY"}
    return amounts and scene.tree.child(i, "prep") is not None


def _short_form(scene: Scene, i: int) -> bool:
    """Tell whether an apposition is another name or measure in brackets: "the Forces (PMF)", "3 tons (6,000 lb)"."""
    first = scene.tree.subtree(i)[0]
    bracketed = scene[first].text in {"(", "["} or (first > 0 and scene[first - 1].text in {"(", "["})
    counted = scene[scene[i].head].pos == "NOUN" and scene.tree.child(i, "nummod") is not None
    counted = counted or any(scene[j].tag in {"$", "#"} for j in scene.tree.children(i))
    return bracketed and (scene[i].pos in {"PROPN", "PRON"} or counted or len(scene.tree.subtree(i)) == 1)


def _behind_colon(scene: Scene, i: int) -> bool:
    first = scene.tree.subtree(i)[0]
    return first > 0 and scene[first - 1].text == ":"
