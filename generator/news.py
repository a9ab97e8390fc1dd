"""What is new in a kit: its entries by the day they were last changed for their readers."""

import itertools
from collections.abc import Iterable, Iterator
from heapq import nlargest

from generator.entry import Entry
from generator.kit import by_title
from generator.roles import Role

MOST = 50
"""Entries of the page of what is new, and of a feed: a year or two of a kit of this size."""


def day(entry: Entry) -> str:
    """Give the day an entry was last changed, else published, as `2026-11-22`; empty if it says neither."""
    value, name_of = entry.value, entry.canevas.name_of
    return str(value.get(name_of(Role.UPDATED)) or value.get(name_of(Role.PUBLISHED)) or "")


def news(entries: Iterable[Entry], most: int = MOST) -> list[Entry]:
    """Give the last changed entries, newest first, those of one day by title."""
    dated = [(found, entry) for entry in entries if (found := day(entry))]
    least = min(nlargest(most, (found for found, _ in dated)), default="")
    latest = by_title(entry for found, entry in dated if found >= least)  # few are left to sort
    return sorted(latest, key=day, reverse=True)[:most]


def by_month(entries: Iterable[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    """Group entries, newest first, by month, as `2026-11`."""
    for month, group in itertools.groupby(entries, lambda entry: day(entry)[:7]):
        yield month, list(group)
