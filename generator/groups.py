"""Entries of a kind -> the groups of its list page, by the terms of the fields that its canevas names."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.canevas import Canevas
from generator.entry import Entry
from generator.kit import Kit
from generator.pagination import Pagination, paginate
from generator.view_types import Card
from generator.views import Views


@dataclass(frozen=True)
class Group:
    """Entries that share a term; `id` is the anchor of the group on its page."""

    id: str
    title: str
    definition: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Grouping:
    """One way to sort the entries of a kind."""

    title: str
    groups: tuple[Group, ...]


def groupings(canevas: Canevas, entries: Sequence[Entry], kit: Kit, views: Views) -> tuple[Grouping, ...]:
    """Give the groupings of a kind; all its entries in one group when its canevas names none."""
    if not canevas.groupings:
        everything = Group("tout", canevas.plural, canevas.description, views.cards(entries))
        return (Grouping(canevas.plural, (everything,)),)
    return tuple(
        Grouping(canevas.by_name[name].label, tuple(_groups(canevas, name, entries, kit, views)))
        for name in canevas.groupings
    )


@dataclass(frozen=True)
class Shortcut:
    """Where a group of a list begins: its page, and the anchor there."""

    title: str
    address: str
    count: int


@dataclass(frozen=True)
class ListPage:
    """One page of the list of a kind. A list of several pages keeps its first grouping alone."""

    pages: Pagination
    groupings: tuple[Grouping, ...]
    shortcuts: tuple[Shortcut, ...]


def list_pages(address: str, found: tuple[Grouping, ...], limit: int, size: int) -> Iterator[ListPage]:
    """Cut the list of a kind into pages.

    Args:
        address: of the list.
        found: its groupings.
        limit: cards up to which the list is one page.
        size: cards a page of a longer list.
    """
    first, *others = found
    cards = [(group, card) for group in first.groups for card in group.cards]
    size = limit if len(cards) <= limit else size
    paginated = list(paginate(address, cards, size))
    shortcuts = tuple(_shortcuts(first, paginated[0][0], size))
    for pages, shown in paginated:
        groups = tuple(
            replace(group, cards=tuple(card for _, card in same))
            for group, same in groupby(shown, key=lambda pair: pair[0])
        )
        kept = () if pages.count > 1 else others
        yield ListPage(pages, (Grouping(first.title, groups), *kept), shortcuts)


def _shortcuts(grouping: Grouping, pages: Pagination, size: int) -> Iterator[Shortcut]:
    rank = 0
    for group in grouping.groups:
        page = pages.address_of(rank // size + 1)
        yield Shortcut(group.title, f"{page}#g1-{group.id}", len(group.cards))
        rank += len(group.cards)


def _groups(canevas: Canevas, name: str, entries: Sequence[Entry], kit: Kit, views: Views) -> Iterator[Group]:
    anchor = name.replace("_", "-")
    held: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for term in dict.fromkeys(entry.terms(name)):
            held[term].append(entry)
    for known in kit.definitions.vocabularies[canevas.by_name[name].vocabulary].terms:
        if found := held.get(known.id):
            yield Group(f"{anchor}-{known.id}", known.label, known.definition, views.cards(found))
    if others := [entry for entry in entries if not entry.terms(name)]:
        yield Group(f"{anchor}-sans", "Non précisé", "", views.cards(others))
