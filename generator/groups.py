"""Entries of a kind -> the groups of its list page, by the terms of the fields that its canevas names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.canevas import Canevas
from generator.entry import Entry
from generator.kit import Kit
from generator.views import Card, Views


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


def _groups(canevas: Canevas, name: str, entries: Sequence[Entry], kit: Kit, views: Views) -> Iterator[Group]:
    anchor = name.replace("_", "-")
    for term in kit.definitions.vocabularies[canevas.by_name[name].vocabulary].terms:
        if held := [entry for entry in entries if term.id in entry.terms(name)]:
            yield Group(f"{anchor}-{term.id}", term.label, term.definition, views.cards(held))
    if others := [entry for entry in entries if not entry.terms(name)]:
        yield Group(f"{anchor}-sans", "Non précisé", "", views.cards(others))
