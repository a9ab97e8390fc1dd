"""A field or a section of a kind, as its canevas describes it."""

from dataclasses import dataclass
from functools import cached_property

from generator.literals import Json

MARKDOWN = "text/markdown"


@dataclass(frozen=True)
class Property:
    """One field or section of a kind, its `$ref` followed."""

    name: str
    schema: dict[str, Json]
    required: bool = False

    @property
    def label(self) -> str:
        """What readers see."""
        return str(self.schema.get("title", self.name))

    @property
    def help(self) -> str:
        """What contributors are told."""
        return str(self.schema.get("description", ""))

    @property
    def role(self) -> str:
        """The part that the field plays on the page, or an empty text."""
        return str(self.schema.get("x-role", ""))

    @property
    def is_section(self) -> bool:
        """Whether the field is a heading and its text."""
        return self.schema.get("contentMediaType") == MARKDOWN

    @property
    def is_list(self) -> bool:
        """Whether it holds several values."""
        return self.schema.get("type") == "array"

    @property
    def facet(self) -> str:
        """`filtre`, `page` or nothing."""
        return str(self.schema.get("x-facette", ""))

    @cached_property
    def vocabulary(self) -> str:
        """Name of the vocabulary of its values, or nothing."""
        return str(self._leaf.get("x-vocabulaire", ""))

    @property
    def reference(self) -> str:
        """Kind of the entries that its values name, or nothing."""
        return str(self._leaf.get("x-renvoi", ""))

    @property
    def is_group(self) -> bool:
        """Whether it holds fields of its own."""
        return self.schema.get("type") == "object"

    @property
    def is_list_of_groups(self) -> bool:
        """Whether each of its values holds fields of its own."""
        return self.is_list and self._leaf.get("type") == "object"

    @property
    def allowed(self) -> tuple[str, ...]:
        """The only values that it, or each of its items, may take; empty when it is free."""
        return tuple(map(str, self._leaf.get("enum", ())))

    @property
    def item_type(self) -> str | None:
        """JSON type of its value, or of each of its items."""
        return self._leaf.get("type")

    @property
    def titles(self) -> tuple[str, ...]:
        """Titles under which a section is recognised; the first is the right one."""
        return (self.label, *self.schema.get("x-alias", ()))

    @property
    def _leaf(self) -> dict[str, Json]:
        return self.schema.get("items", {}) if self.is_list else self.schema
