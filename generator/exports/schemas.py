"""canevas/<kind>.schema.json: the canevas as editors and validators read it, complete."""

import json
from collections.abc import Iterator, Sequence

from generator.addresses import schema_path
from generator.kit import Kit
from generator.literals import Json
from generator.plan import PagePlan
from generator.render import Rendered


def export(kit: Kit, _plans: Sequence[PagePlan]) -> Iterator[Rendered]:
    """Give the schema of each kind."""
    for canevas in kit.definitions.canevases:
        path = schema_path(canevas.kind)
        raw = {"$id": f"{kit.config.site_url}{path}", **_labelled(canevas.schema.raw, kit)}
        yield Rendered(path, json.dumps(raw, ensure_ascii=False, indent=2) + "\n")


def _labelled(part: Json, kit: Kit) -> Json:
    """Add the terms' labels beside their ids, as editors show them."""
    if isinstance(part, list):
        return [_labelled(item, kit) for item in part]
    if not isinstance(part, dict):
        return part
    done = {name: _labelled(value, kit) for name, value in part.items()}
    vocabulary = kit.definitions.vocabularies.get(str(part.get("x-vocabulaire")))
    if vocabulary and "enum" in part:
        done["enumDescriptions"] = [f"{term.label} : {term.definition}" for term in vocabulary.terms]
    return done
