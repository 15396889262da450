"""Transitions: how parser and entity recognizer go through a sentence, step by step.

The search is spaCy's own, and so are its answers: each step its network scores the transitions of all
unfinished states, and each state takes one (greedy search) or the best few are kept (beam search).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc


#: Where a Doc keeps the logarithm of the probability of its parse, and how doubtful the parse was at each token.
LIKELIHOOD, SURPRISES = "claims.likelihood", "claims.surprises"

#: A step of the search: rows of the unfinished states, their tokens on top of the stack and next to read, scores.
_Step = tuple[list[int], list[int], list[int], Any]


def annotated(component: Any, docs: Iterable[Doc], batch: int) -> list[Doc]:
    """Return the Docs as a component of a pipeline annotates them, so many at a time."""
    if _is_greedy(component):
        from spacy.util import minibatch

        batches = minibatch(docs, batch)  # type: ignore[no-untyped-call]
        return [doc for some in batches for doc in _transited(component, some)]
    if hasattr(component, "pipe"):
        return list(component.pipe(docs, batch_size=batch))
    return [component(doc) for doc in docs]


def _is_greedy(component: Any) -> bool:
    from spacy.pipeline.transition_parser import Parser

    return isinstance(component, Parser) and component.cfg["beam_width"] == 1


def _transited(component: Any, docs: list[Doc]) -> list[Doc]:
    """Annotate the Docs by greedy search.

    As the component's own `predict`, which lets go of the interpreter's lock and then asks for it back
    at every transition: in spaCy 3.8 nearly half of the time that finding entities takes. A Doc that is
    parsed keeps how likely its parse is.
    """
    from spacy.pipeline import DependencyParser

    batch = component.moves.init_batch(docs)
    seen: list[_Step] | None = [] if isinstance(component, DependencyParser) else None
    rows = [row for row, state in enumerate(batch) if not state.is_final()]
    if states := [batch[row] for row in rows]:
        step = component.model.predict(docs)
        while states:
            scores = step.predict(states)
            if seen is not None:
                seen.append((rows, [state.S(0) for state in states], [state.B(0) for state in states], scores))
            found = component.transition_states(states, scores)
            if len(found) < len(states):
                rows = [row for row, state in zip(rows, states, strict=True) if not state.is_final()]
            states = found
        step.clear_memory()
    component.set_annotations(docs, batch)
    if seen:
        _keep_surprises(docs, seen)
    return docs


def _keep_surprises(docs: Sequence[Doc], seen: Iterable[_Step]) -> None:
    """Note in each Doc how unlikely its parse is, and at each token the steps for which it was on hand."""
    import numpy as np

    rows, tops, nexts, scores = (np.concatenate(column) for column in zip(*seen, strict=True))
    surprises = _surprises(scores)
    ends = np.cumsum([len(doc) for doc in docs])
    begins = ends - [len(doc) for doc in docs]
    total = np.zeros(ends[-1])
    for places in (tops, nexts):
        # There may be no such token: an empty stack, or the end of the sentence.
        held = places >= 0
        total += np.bincount(begins[rows[held]] + places[held], surprises[held], ends[-1])
    chances = np.bincount(rows, surprises, len(docs)).tolist()
    for doc, chance, begin, end in zip(docs, chances, begins, ends, strict=True):
        doc.user_data[LIKELIHOOD] = -chance
        doc.user_data[SURPRISES] = total[begin:end].tolist()


def _surprises(scores: Any) -> Any:
    """Return how unlikely the likeliest transition of each state is: minus the logarithm of its probability."""
    import numpy as np

    return np.log(np.exp(scores - scores.max(axis=1, keepdims=True)).sum(axis=1))


def beams(parser: Any, docs: Sequence[Doc], width: int, density: float) -> list[Any]:
    """Return the beam of each sentence, searched together.

    As the parser's own `beam_parse`, but for two things. States left over in a beam that has ended it scores,
    and then takes their scores for those of the sentences behind, so that readings depend on company. And it
    adds up raw scores, which are told from each other at one state only: whatever has come through states with
    high ones is taken for likely, and of three greedy parses two are in no beam. So these are probabilities.
    """
    from spacy.pipeline._parser_internals._beam_utils import BeamBatch

    batch: Any = BeamBatch(parser.moves, parser.moves.init_batch(docs), None, width, density)
    step = parser.model.predict(docs)
    while states := _open_states(batch):
        batch.advance(_logarithms(step.predict(states)))
    step.clear_memory()
    return list(batch)


def _logarithms(scores: Any) -> Any:
    """Return the logarithm of each transition's probability; what a state does not allow has next to none."""
    return scores - scores.max(axis=1, keepdims=True) - _surprises(scores)[:, None]


def _open_states(batch: Any) -> list[Any]:
    """Return the unfinished states of the beams that have not ended."""
    states = iter(batch.get_states())
    rows = [(beam, list(islice(states, len(beam)))) for beam in batch]
    return [state for beam, row in rows if not beam.is_done for state in row if not state.is_final()]
