"""A schema as a tree that values follow step by step: what is known of a place is worked out once."""

from collections.abc import Callable
from functools import cached_property

from generator.literals import Json

_CODED = {"enum", "const", "format", "pattern", "contentMediaType", "x-vocabulaire", "x-renvoi"}
"""Keywords of a text that is not free."""

Resolve = Callable[[dict[str, Json]], dict[str, Json]]


class SubSchema:
    """The sub-schema of a place of a value.

    Args:
        raw: as it is written; empty where nothing is said of the place.
        resolve: gives a sub-schema whose `$ref` is followed.
    """

    def __init__(self, raw: dict[str, Json], resolve: Resolve) -> None:
        self.raw = resolve(raw)
        self.type: str | None = self.raw.get("type")
        self._resolve = resolve
        self._fields: dict[str, SubSchema] = {}

    @cached_property
    def is_prose(self) -> bool:
        """Whether it holds words for readers, not a term, an address, a code or a section."""
        return self.type == "string" and not _CODED & self.raw.keys()

    def of_field(self, name: str) -> "SubSchema":
        """Give the place of a field of a group."""
        if name in self._fields:
            return self._fields[name]
        found = self.raw.get("properties", {}).get(name, self.raw.get("additionalProperties"))
        part = self._inner(found)
        if part.raw:  # there is no end to the names that a file may invent
            self._fields[name] = part
        return part

    @cached_property
    def of_items(self) -> "SubSchema":
        """The place of the items of a list, which are all alike."""
        return self._inner(self.raw.get("items"))

    def _inner(self, raw: Json) -> "SubSchema":
        return SubSchema(raw if isinstance(raw, dict) else {}, self._resolve)
