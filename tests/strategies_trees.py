"""Random parse trees, as no parser would make them."""

from __future__ import annotations

from hypothesis import strategies as st

from claims.trees import Token, Tree

TOKENS = st.lists(
    st.tuples(
        st.sampled_from(["VERB", "NOUN", "PROPN", "ADJ", "ADV", "ADP", "AUX", "PUNCT", "CCONJ", "PRON", "NUM", "DET"]),
        st.sampled_from(
            "nsubj dobj conj cc prep pobj advcl ccomp xcomp relcl appos acl aux auxpass agent attr acomp punct mark "
            "compound amod det nsubjpass pcomp parataxis npadvmod advmod neg oprd expl preconj".split()
        ),
        st.sampled_from(
            ["VBD", "VBG", "VBN", "VB", "VBZ", "NN", "NNP", "JJ", "RB", "IN", "TO", "WDT", "WRB", "CD", ","]
        ),
        st.integers(0, 30),
    ),
    min_size=1,
    max_size=14,
)


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Draw a tree of up to fourteen words with any labels."""
    tokens = []
    for i, (pos, dep, tag, seed) in enumerate(draw(TOKENS)):
        text = "," if pos == "PUNCT" else f"w{i}"
        head = seed % i if i else 0
        tokens.append(Token(i, i * 4, i * 4 + len(text), text, "be", pos, tag, dep if i else "ROOT", head, "ORG", "B"))
    return Tree(tuple(tokens))
