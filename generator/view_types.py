"""What templates read: kinds, terms, filters, cards, sections, entries."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from markupsafe import Markup

from generator.searched import Searched
from generator.status import Status
from generator.value import Fact


@dataclass(frozen=True)
class KindView:
    """A kind of entry."""

    id: str
    title: str
    plural: str
    description: str
    address: str
    count: int


@dataclass(frozen=True)
class TermView:
    """A term of a facet; `address` is empty when it has no page."""

    id: str
    label: str
    definition: str
    address: str
    count: int
    see_also: "tuple[TermView, ...]" = ()


@dataclass(frozen=True)
class FacetView:
    """A filter of the catalogue."""

    name: str
    title: str
    has_pages: bool
    terms: tuple[TermView, ...]

    def among(self, ids: Collection[str]) -> list[TermView]:
        """Give its terms that have some ids, in its own order."""
        ranks = {self._ranks[one] for one in ids if one in self._ranks}
        return [self.terms[rank] for rank in sorted(ranks)]

    @cached_property
    def _ranks(self) -> dict[str, int]:
        return {term.id: rank for rank, term in enumerate(self.terms)}


@dataclass(frozen=True)
class Card:
    """An entry in a list."""

    kind: KindView
    id: str
    title: str
    summary: str
    address: str
    terms: tuple[TermView, ...]
    status: Status | None


class SectionView(NamedTuple):
    """A section; `html` is safe and has no heading."""

    id: str
    title: str
    html: Markup


@dataclass(frozen=True)
class EntryView:
    """All that the page of an entry shows. `printed` is the address of its version to print, or empty;
    `latest` is the last of its dates: verified, else updated, else published.
    """

    id: str
    title: str
    summary: str
    kind: KindView
    status: Status | None
    address: str
    printed: str
    replaced_by: Card | None
    latest: Fact | None
    edit_url: str
    source_path: str
    facts: tuple[Fact, ...]
    named: Mapping[str, Fact]
    record: tuple[Fact, ...]
    sections: tuple[SectionView, ...]
    related: tuple[Card, ...]
    cited_by: tuple[Card, ...]
    searched: Searched

    @property
    def measured(self) -> list[Fact]:
        """Give the facts that are measures."""
        return [fact for fact in self.facts if fact.value.measures]

    def those(self, names: Iterable[str]) -> list[Fact]:
        """Give the facts of these names, in their order; those that the entry lacks are left out."""
        return [self.named[name] for name in names if name in self.named]

    def beside(self, names: Collection[str]) -> list[Fact]:
        """Give the facts that have none of these names, measures left out."""
        return [fact for fact in self.facts if fact.name not in names and not fact.value.measures]
