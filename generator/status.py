"""The state of an entry: announced, to be checked, archived…"""

from dataclasses import dataclass

from generator.definitions import Definitions
from generator.entry import Entry
from generator.roles import Role


@dataclass(frozen=True)
class Status:
    """A state; `ordinary` when it needs no notice: it is the canevas' own default."""

    id: str
    label: str
    definition: str
    ordinary: bool


def status_of(entry: Entry, definitions: Definitions) -> Status | None:
    """Give the state of an entry, or None when its kind has none."""
    part = next(iter(entry.canevas.with_role(Role.STATUS)), None)
    vocabulary = definitions.vocabularies.get(part.vocabulary) if part else None
    term = vocabulary.by_id.get(str(entry.value.get(part.name))) if part and vocabulary else None
    if part is None or term is None:
        return None
    return Status(term.id, term.label, term.definition, ordinary=term.id == part.schema.get("default"))
