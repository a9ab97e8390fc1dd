"""Long lists -> pages: which page this is, and where the others are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import TypeVar

Item = TypeVar("Item")

_AROUND = 2
"""Pages on each side of the current one that have a link, beside the first and the last."""


@dataclass(frozen=True)
class PageLink:
    """A link to one page of a list; `skips` when pages are left out before it."""

    number: int
    address: str
    current: bool
    skips: bool = False


@dataclass(frozen=True)
class Pagination:
    """One page of a list among the others; `number` counts from 1, `first` is the address of the list."""

    number: int
    count: int
    first: str

    @property
    def address(self) -> str:
        """Address of this page."""
        return self.address_of(self.number)

    @property
    def previous(self) -> str | None:
        """Address of the page before."""
        return self.address_of(self.number - 1) if self.number > 1 else None

    @property
    def next(self) -> str | None:
        """Address of the page after."""
        return self.address_of(self.number + 1) if self.number < self.count else None

    @property
    def links(self) -> tuple[PageLink, ...]:
        """Links to the pages around this one, to the first and to the last: a few, however long the list."""
        around = range(max(1, self.number - _AROUND), min(self.count, self.number + _AROUND) + 1)
        numbers = sorted({1, *around, self.count})
        return tuple(
            PageLink(number, self.address_of(number), number == self.number, number > before + 1)
            for before, number in zip([0, *numbers], numbers, strict=False)
        )

    def address_of(self, number: int) -> str:
        """Give the address of a page by its number."""
        return self.first if number == 1 else f"{self.first}page/{number}/"

    def titled(self, title: str) -> str:
        """Give the title of this page of a list."""
        return title if self.number == 1 else f"{title} (page {self.number} sur {self.count})"


def paginate(address: str, items: Sequence[Item], size: int) -> Iterator[tuple[Pagination, Sequence[Item]]]:
    """Cut a list into pages of at most `size` items, one page at least.

    Args:
        address: of the first page; the next ones are at `<address>page/<number>/`.
        items: the whole list.
        size: items a page.
    """
    count = max(1, ceil(len(items) / size))
    for number in range(1, count + 1):
        yield Pagination(number, count, address), items[(number - 1) * size : number * size]
