"""Kit -> what templates read: kinds, facets, cards, the parts of an entry. No HTML here but sections'."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from markupsafe import Markup

from generator import addresses, markdown
from generator.addresses import Choice
from generator.canevas import Canevas
from generator.entry import Entry
from generator.facts import Facts
from generator.kit import Kit
from generator.links import Links, has_refused_scheme, is_internal
from generator.news import news
from generator.record_dates import record_dates
from generator.references import references
from generator.related import Neighbours
from generator.roles import Role
from generator.searched import searched
from generator.status import status_of
from generator.value import Fact, Url
from generator.view_types import Card, EntryView, FacetView, KindView, SectionView, TermView

_LATEST = 6
"""Entries that a page quotes as the latest."""


class Views:
    """Makes the views of one kit, each once."""

    def __init__(self, kit: Kit) -> None:
        self.kit = kit
        self._links = Links(kit)
        self._neighbours = Neighbours(kit)
        self._facts = Facts(kit)
        self._cards: dict[tuple[str, str], Card] = {}

    def index(self) -> None:
        """Work out now what all pages of entries ask for: processes forked later would each do it, and have
        each a copy of most of the kit for having looked at it.
        """
        self._neighbours.index()

    @cached_property
    def latest(self) -> tuple[Entry, ...]:
        """The entries that a page quotes as the latest."""
        return tuple(news(self.kit.by_key.values(), _LATEST))

    @cached_property
    def kinds(self) -> tuple[KindView, ...]:
        """Every kind, in the order of menus."""
        return tuple(self._kind(canevas) for canevas in self.kit.definitions.canevases)

    def kind(self, canevas: Canevas) -> KindView:
        """Give the view of one kind."""
        return next(kind for kind in self.kinds if kind.id == canevas.kind)

    @cached_property
    def facets(self) -> tuple[FacetView, ...]:
        """Every filter."""
        found = addresses.facets(self.kit)
        terms = {facet.name: addresses.choices(self.kit, facet) for facet in found}
        return tuple(
            FacetView(
                facet.name,
                facet.label,
                facet.facet == "page",
                tuple(self.term(choice) for choice in terms[facet.name]),
            )
            for facet in found
        )

    def term(self, choice: Choice) -> TermView:
        """Give the view of a term, with those that its vocabulary says to see also."""
        vocabulary = self.kit.definitions.vocabularies.get(choice.facet.vocabulary)
        known = vocabulary.by_id if vocabulary else {}
        others = [known[name] for name in choice.term.see_also if name in known]
        see_also = tuple(self._term(Choice(choice.facet, other)) for other in others)
        return replace(self._term(choice), see_also=see_also)

    def _term(self, choice: Choice) -> TermView:
        facet, term = choice.facet, choice.term
        address = addresses.selection_address((choice,)) if facet.facet == "page" else ""
        count = len(self.kit.by_term.get((facet.name, term.id), ()))
        return TermView(term.id, term.label, term.definition, address, count)

    def cards(self, entries: Iterable[Entry]) -> tuple[Card, ...]:
        """Give the cards of entries."""
        return tuple(self.card(entry) for entry in entries)

    def card(self, entry: Entry) -> Card:
        """Give the card of an entry."""
        if entry.key not in self._cards:
            self._cards[entry.key] = self._card(entry)
        return self._cards[entry.key]

    def entry(self, entry: Entry, url: Url) -> EntryView:
        """Give the whole view of an entry, links being relative to its page through `url`."""
        shown = self._facts.all(entry, url, about_record=False)
        record = self._facts.all(entry, url, about_record=True)
        return EntryView(
            id=entry.id,
            title=entry.title,
            summary=entry.summary,
            kind=self.kind(entry.canevas),
            status=status_of(entry, self.kit.definitions),
            address=entry.address,
            printed=addresses.printed_address(entry),
            replaced_by=self._replacement(entry),
            latest=_latest(entry, record),
            edit_url=self.kit.config.edit_url(entry.path),
            source_path=entry.path,
            facts=shown,
            named={fact.name: fact for fact in shown},
            record=record,
            sections=tuple(self._sections(entry, url)),
            related=self.cards(self._neighbours.related(entry)),
            cited_by=self.cards(self._neighbours.citing(entry)),
            searched=searched(entry, self.kit.definitions),
        )

    def beside(self, entry: Entry) -> Iterator[Entry]:
        """Give the other entries of which the page of an entry shows something: those that resemble it, name
        it or are named by it.
        """
        yield from self._neighbours.related(entry)
        yield from self._neighbours.citing(entry)
        named = (self.kit.by_key.get((one.kind, one.id)) for one in references(entry))
        yield from (other for other in named if other)

    def _replacement(self, entry: Entry) -> Card | None:
        part = next(iter(entry.canevas.with_role(Role.REPLACED_BY)), None)
        found = self.kit.by_key.get((part.reference, str(entry.value.get(part.name)))) if part else None
        return self.card(found) if found else None

    def _sections(self, entry: Entry, url: Url) -> Iterator[SectionView]:
        """Render the whole text at once, so that notes and link definitions hold across sections; each
        apart where one of them swallows the next, as a block of code left open in a YAML file does.
        """

        def link(target: str) -> str:
            return self._href(entry, target, url)

        labels = entry.canevas.by_name
        text = "\n\n".join(f"## {section.name}\n\n{section.text}" for section in entry.sections)
        parts = list(markdown.split_sections(markdown.render(text, link)))
        if len(parts) != len(entry.sections):
            parts = [markdown.render(section.text, link) for section in entry.sections]
        for section, part in zip(entry.sections, parts, strict=True):
            yield SectionView(section.name, labels[section.name].label, Markup(part))  # noqa: S704 — cleaned by nh3

    def _href(self, entry: Entry, target: str, url: Url) -> str:
        if target.startswith("#fn") or not is_internal(target):
            return "" if has_refused_scheme(target) else target
        found = self._links.address(entry.path, target)
        return "" if found is None else url(found)

    def _kind(self, canevas: Canevas) -> KindView:
        count = len(self.kit.by_kind.get(canevas.kind, ()))
        return KindView(
            canevas.kind, canevas.title, canevas.plural, canevas.description, canevas.address, count
        )

    def _card(self, entry: Entry) -> Card:
        chosen = [(facet, ids) for facet in self.facets if (ids := entry.choices(facet.name))]
        held = tuple(term for facet, ids in chosen for term in facet.among(ids))
        kind, status = self.kind(entry.canevas), status_of(entry, self.kit.definitions)
        return Card(kind, entry.id, entry.title, entry.summary, entry.address, held, status)


def _latest(entry: Entry, record: tuple[Fact, ...]) -> Fact | None:
    names = [found.name for found in record_dates(entry)]
    return next((fact for fact in record if fact.name in names[-1:]), None)
