"""The canevas: what a kind of entry is made of. Everything else derives from it."""

import re
from dataclasses import dataclass
from functools import cached_property

from generator.literals import Json
from generator.nearest import fold
from generator.properties import Property
from generator.roles import Role
from generator.schema import Path, Schema
from generator.slots import Slot, bearers, slots
from generator.source import Document

_NUMBER = re.compile(r"^[0-9]+[.)]\s*")
DEFAULT_TEMPLATE = "fiche.html"


@dataclass(frozen=True, eq=False)
class Canevas:
    """One kind of entry. `schema` is complete: common definitions and vocabularies' values included. It is
    equal to itself only, so that what is worked out of it can be kept beside it.
    """

    kind: str
    schema: Schema
    document: Document

    @property
    def title(self) -> str:
        """Name of the kind."""
        return str(self.schema.raw["title"])

    @property
    def plural(self) -> str:
        """Name of the kind in the plural."""
        return str(self.schema.raw["x-pluriel"])

    @property
    def description(self) -> str:
        """Definition of the kind."""
        return str(self.schema.raw["description"])

    @property
    def folder(self) -> str:
        """Folder of its entries, relative to the root."""
        return str(self.schema.raw["x-dossier"])

    @property
    def address(self) -> str:
        """Address of its list page, `offres/`."""
        return f"{self.schema.raw['x-adresse']}/"

    @cached_property
    def order(self) -> int:
        """Its rank in menus, the smallest first; a kind without one comes last."""
        return int(self.schema.raw.get("x-ordre", 1000))

    @property
    def template(self) -> str:
        """Template of its pages, in `overrides/kit/`."""
        return str(self.schema.raw.get("x-gabarit", DEFAULT_TEMPLATE))

    @property
    def printed_template(self) -> str:
        """Template of the version to print of its entries; empty when the kind has none."""
        return str(self.schema.raw.get("x-imprimable", ""))

    @property
    def recommended(self) -> tuple[str, ...]:
        """Fields whose absence deserves a warning."""
        return tuple(self.schema.raw.get("x-recommande", ()))

    @property
    def groupings(self) -> tuple[str, ...]:
        """Fields by which the list page is sorted."""
        return tuple(self.schema.raw.get("x-regroupe", ()))

    @property
    def columns(self) -> tuple[str, ...]:
        """Dotted names of the fields that the table of the list page shows; it has none without them."""
        return tuple(self.schema.raw.get("x-tableau", ()))

    @cached_property
    def properties(self) -> tuple[Property, ...]:
        """Every field and section, in order."""
        required = set(self.schema.raw.get("required", ()))
        parts = self.schema.raw["properties"].items()
        return tuple(Property(name, self._resolved(part), name in required) for name, part in parts)

    @cached_property
    def by_name(self) -> dict[str, Property]:
        """Give the properties by name."""
        return {part.name: part for part in self.properties}

    @cached_property
    def ranks(self) -> dict[str, int]:
        """Give the place of each property in order."""
        return {part.name: rank for rank, part in enumerate(self.properties)}

    @cached_property
    def sections(self) -> tuple[Property, ...]:
        """Give the sections, in order."""
        return tuple(part for part in self.properties if part.is_section)

    def section_titled(self, title: str) -> Property | None:
        """Give the section that a title names, its number (« 1. Contexte ») left out."""
        return self.by_title.get(fold(_NUMBER.sub("", title)))

    @cached_property
    def by_title(self) -> dict[str, Property]:
        """Give the sections by their titles, right ones and others, folded as titles are compared."""
        return {fold(title): part for part in self.sections for title in part.titles}

    @cached_property
    def facets(self) -> tuple[Property, ...]:
        """Give the fields that filter the catalogue."""
        return tuple(part for part in self.properties if part.facet)

    @cached_property
    def vocabularies(self) -> dict[str, str]:
        """Give the vocabulary of each field whose values are terms, fields that play a role left out."""
        return {part.name: part.vocabulary for part in self.properties if part.vocabulary and not part.role}

    def holding(self, keyword: str) -> frozenset[str]:
        """Give the fields that bear a keyword of the schema, or hold a place that does."""
        return self._bearers.get(keyword, frozenset())

    @cached_property
    def _bearers(self) -> dict[str, frozenset[str]]:
        return bearers(self.schema)

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Give every place where a value may stand, outermost first, in order."""
        return tuple(slots(self.schema))

    def parts_of(self, part: Property) -> tuple[Property, ...]:
        """Give the fields of a group, or of each item of a list of groups; none for any other field."""
        group = part.schema.get("items", {}) if part.is_list else part.schema
        required = set(group.get("required", ()))
        inner = group.get("properties", {}).items()
        return tuple(Property(name, self._resolved(schema), name in required) for name, schema in inner)

    @property
    def decisive(self) -> tuple[str, ...]:
        """Fields on which the condition of the canevas bears."""
        return tuple(self.schema.raw.get("if", {}).get("properties", ()))

    @property
    def conditional(self) -> tuple[str, ...]:
        """Fields and sections that its condition asks for."""
        return tuple(self.schema.raw.get("then", {}).get("required", ()))

    def obliged(self, value: dict[str, Json]) -> frozenset[str]:
        """Give the fields and sections that an entry must hold: always, by the condition when the values that
        it has already fulfil it, or because one of these values needs another.
        """
        kept = {name: value[name] for name in self.decisive if name in value}
        always = frozenset(self.schema.raw.get("required", ()))
        return always | self.schema.missing(kept) | self.schema.missing(value)

    def at(self, path: Path) -> Property:
        """Give the property of a place inside an entry's value."""
        required = self.schema.at(path[:-1]).get("required", ())
        return Property(str(path[-1]), self._resolved(self.schema.at(path)), path[-1] in required)

    def with_role(self, role: Role) -> tuple[Property, ...]:
        """Give the properties that play a role."""
        return self._by_role.get(role, ())

    @cached_property
    def _by_role(self) -> dict[str, tuple[Property, ...]]:
        roles = dict.fromkeys(part.role for part in self.properties)
        return {role: tuple(part for part in self.properties if part.role == role) for role in roles}

    def name_of(self, role: Role) -> str:
        """Give the name of the property that plays a role, or an empty text."""
        return self._name_by_role.get(role, "")

    @cached_property
    def _name_by_role(self) -> dict[str, str]:
        return {role: parts[0].name for role, parts in self._by_role.items()}

    def _resolved(self, part: dict[str, Json]) -> dict[str, Json]:
        whole = self.schema.resolve(part)
        return {**whole, "items": self.schema.resolve(whole["items"])} if "items" in whole else whole
