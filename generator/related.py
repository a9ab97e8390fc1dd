"""Which entries resemble an entry, and which ones name it."""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property

from generator.addresses import facets
from generator.entry import Entry
from generator.kit import Kit
from generator.references import references

SHOWN = 4
"""Related entries shown on a page."""
_FOLLOWING = 2 * SHOWN
"""Entries looked at in each group: ten thousand entries cost ten thousand times one."""

Key = tuple[str, str]
"""Kind and id of an entry."""
Selection = tuple[tuple[str, str], ...]
"""One term of each facet that has pages: field name and term."""


class Neighbours:
    """Related entries and citations of one kit; indexed once, then a bounded look for each entry."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._paged = [facet.name for facet in facets(kit) if facet.facet == "page"]
        self._related: dict[Key, list[Entry]] = {}

    def index(self) -> None:
        """Index the kit now rather than at the first question."""
        _ = self._rings, self._citations

    def related(self, entry: Entry) -> list[Entry]:
        """Give the entries that share most selections, among the few that follow in each; found once."""
        if entry.key not in self._related:
            self._related[entry.key] = self._nearest(entry.key)
        return self._related[entry.key]

    def _nearest(self, key: Key) -> list[Entry]:
        following = ({*ring[place + 1 : place + 1 + _FOLLOWING]} for ring, place in self._rings.get(key, ()))
        shared = Counter(itertools.chain.from_iterable(following))
        del shared[key]
        best = sorted((-count, other) for other, count in shared.items())[:SHOWN]
        return [self._kit.by_key[other] for _, other in best]

    def citing(self, entry: Entry) -> list[Entry]:
        """Give the entries that name this one, in the order of the kit."""
        return list(self._citations.get(entry.key, {}).values())

    def _selections(self, entry: Entry) -> Iterator[Selection]:
        held = [[(name, term) for term in dict.fromkeys(entry.choices(name))] for name in self._paged]
        if held and all(held):
            yield from itertools.product(*held)

    @cached_property
    def _rings(self) -> dict[Key, list[tuple[list[Key], int]]]:
        """Give, for each entry, the groups of those that share a selection of its own, and its place there;
        what follows the last of a group is the first again.
        """
        groups: dict[Selection, list[Key]] = defaultdict(list)
        for key, entry in self._kit.by_key.items():
            for selection in self._selections(entry):
                groups[selection].append(key)
        found: dict[Key, list[tuple[list[Key], int]]] = defaultdict(list)
        for group in groups.values():
            ring = list(itertools.islice(itertools.cycle(group), len(group) + _FOLLOWING))
            for place, key in enumerate(group):
                found[key].append((ring, place))
        return found

    @cached_property
    def _citations(self) -> dict[Key, dict[Key, Entry]]:
        found: dict[Key, dict[Key, Entry]] = defaultdict(dict)
        for entry in self._kit.by_key.values():
            for reference in references(entry):
                found[reference.kind, reference.id][entry.key] = entry
        return found
