"""The types of our CAS: as a UIMA type system, and as layers of an INCEpTION project."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from claims.formats._extras import needed
from claims.formats._marks import LABELS, LINKS, SLOTS

PREFIX = "webanno.custom."
SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
TOKEN = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
CLAIM, ATTRIBUTION = f"{PREFIX}Claim", f"{PREFIX}ClaimAttribution"
WORDS, FRAGMENT, FILE = f"{PREFIX}ClaimWords", f"{PREFIX}ClaimFragment", f"{PREFIX}ClaimFile"
TYPES = {"claim": CLAIM, "attribution": ATTRIBUTION}

#: "type" is a reserved name in UIMA tools.
FEATURE_NAMES = {"type": "claim_type"}


@attrs.frozen
class Feature:
    """A feature of a layer: text, text from a closed list, or links with a role."""

    name: str
    title: str
    description: str
    #: The values that are allowed; for links the roles.
    values: tuple[str, ...] = ()
    #: The layer that links lead to.
    target: str | None = None
    visible: bool = True


@attrs.frozen
class Layer:
    """A layer: annotations on words, or one annotation on the document."""

    name: str
    title: str
    description: str
    features: tuple[Feature, ...]
    on_words: bool = True

    def link_type(self, feature: Feature) -> str:
        """Return the type that holds the role and target of a link, named as INCEpTION names it."""
        return f"{self.name}{feature.name[0].upper()}{feature.name[1:]}Link"


_IDENTIFIER = Feature("identifier", "Id", "Id in the claim file; empty for what is new")
_FRAGMENTS = Feature("fragments", "Further words", "The other pieces, where words stand between", ("next",), FRAGMENT)


def _labels(kind: str) -> Iterator[Feature]:
    for name, values in LABELS[kind].items():
        title = name.replace("_", " ").capitalize()
        yield Feature(FEATURE_NAMES.get(name, name), title, f"{title} of the {kind}", values)


def _links(kind: str) -> Iterator[Feature]:
    yield Feature("slots", "Slots", "Words that fill a role", SLOTS[kind], WORDS)
    for target, layer in TYPES.items():
        roles = tuple(name for name, other in LINKS[kind].items() if other == target)
        yield Feature(f"to_{target}", f"To {target}", f"Ties to a {target}", roles, layer)


LAYERS = (
    Layer(
        CLAIM,
        "Claim",
        "All words of one claim",
        (_IDENTIFIER, *_labels("claim"), *_links("claim"), _FRAGMENTS),
    ),
    Layer(
        ATTRIBUTION,
        "Attribution",
        "The cue of an attribution, or what is attributed where nothing introduces it",
        (_IDENTIFIER, *_labels("attribution"), *_links("attribution"), _FRAGMENTS),
    ),
    Layer(
        WORDS,
        "Claim words",
        "Words that fill a slot of a claim or attribution",
        (Feature("value", "Value", "Lemma of a predicate, EDTF value of a time"), _FRAGMENTS),
    ),
    Layer(FRAGMENT, "Claim fragment", "A further piece of words that others interrupt", ()),
    Layer(
        FILE,
        "Claim file",
        "The claim file without its text: what the other layers do not show",
        (Feature("content", "Content", "JSON; leave as it is", visible=False),),
        on_words=False,
    ),
)


def type_system() -> Any:
    """Return the type system, for dkpro-cassis."""
    system = needed("cassis", "uima", "UIMA CAS").TypeSystem()
    for name in (SENTENCE, TOKEN):
        system.create_type(name, "uima.tcas.Annotation")
    for layer in LAYERS:
        base = "uima.tcas.Annotation" if layer.on_words else "uima.cas.AnnotationBase"
        system.create_type(layer.name, base, layer.description)
    for layer in LAYERS:
        for feature in layer.features:
            _add_feature(system, layer, feature)
    return system


def _add_feature(system: Any, layer: Layer, feature: Feature) -> None:
    if feature.target is None:
        system.create_feature(layer.name, feature.name, "uima.cas.String", description=feature.description)
        return
    link = layer.link_type(feature)
    system.create_type(link, "uima.cas.TOP")
    system.create_feature(link, "role", "uima.cas.String")
    system.create_feature(link, "target", feature.target)
    system.create_feature(
        layer.name, feature.name, "uima.cas.FSArray", elementType=link, description=feature.description
    )


def inception_layers() -> list[dict[str, Any]]:
    """Return the layers as INCEpTION exports and imports them (Settings, Layers, Import layer)."""
    return [_layer(layer) for layer in LAYERS]


def _layer(layer: Layer) -> dict[str, Any]:
    return {
        "name": layer.name,
        "features": [_feature(layer, feature, rank) for rank, feature in enumerate(layer.features)],
        "uiName": layer.title,
        "type": "span" if layer.on_words else "document-metadata",
        "description": layer.description,
        "enabled": True,
        "built_in": False,
        "readonly": False,
        "attach_type": None,
        "attach_feature": None,
        "allow_stacking": True,
        "cross_sentence": layer.name == FRAGMENT or layer.name == WORDS,
        "show_hover": True,
        "anchoring_mode": "CHARACTERS",
        "overlap_mode": "ANY_OVERLAP",
        "validation_mode": "NEVER",
        "lock_to_token_offset": False,
        "multiple_tokens": True,
        "linked_list_behavior": False,
    }


def _feature(layer: Layer, feature: Feature, rank: int) -> dict[str, Any]:
    linked = feature.target is not None
    return {
        "name": feature.name,
        "tag_set": _tag_set(layer, feature) if feature.values else None,
        "uiName": feature.title,
        "type": feature.target or "uima.cas.String",
        "enabled": True,
        "visible": feature.visible,
        "include_in_hover": False,
        "required": False,
        "remember": False,
        "hideUnconstraintFeature": False,
        "description": feature.description,
        "multi_value_mode": "ARRAY" if linked else "NONE",
        "link_mode": "WITH_ROLE" if linked else "NONE",
        "link_type_name": layer.link_type(feature) if linked else None,
        "link_type_role_feature_name": "role" if linked else None,
        "link_type_target_feature_name": "target" if linked else None,
        "traits": None,
        "curatable": True,
        "rank": rank,
    }


def _tag_set(layer: Layer, feature: Feature) -> dict[str, Any]:
    return {
        "name": f"{layer.title}: {feature.title}",
        "description": feature.description,
        "language": "",
        "tags": [{"tag_name": value, "tag_description": ""} for value in feature.values],
        "create_tag": False,
    }
