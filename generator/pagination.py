"""Long lists -> pages: which page this is, and where the others are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True)
class PageLink:
    """A link to one page of a list."""

    number: int
    address: str
    current: bool


@dataclass(frozen=True)
class Pagination:
    """One page of a list among the others; `number` counts from 1."""

    number: int
    count: int
    links: tuple[PageLink, ...]

    @property
    def address(self) -> str:
        """Address of this page."""
        return self.links[self.number - 1].address

    @property
    def previous(self) -> str | None:
        """Address of the page before."""
        return self.links[self.number - 2].address if self.number > 1 else None

    @property
    def next(self) -> str | None:
        """Address of the page after."""
        return self.links[self.number].address if self.number < self.count else None

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
    where = [address, *(f"{address}page/{number}/" for number in range(2, count + 1))]
    for number in range(1, count + 1):
        links = tuple(PageLink(n, page, n == number) for n, page in enumerate(where, 1))
        yield Pagination(number, count, links), items[(number - 1) * size : number * size]
