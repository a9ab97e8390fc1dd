"""The terms of two facets crossed in a table: how many entries each pair holds, and where they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.addresses import Choice
from generator.kit import Kit
from generator.view_types import TermView
from generator.views import Views


@dataclass(frozen=True)
class Cell:
    """A pair of terms: its page, and how many entries answer to both."""

    column: TermView
    address: str
    count: int


@dataclass(frozen=True)
class Row:
    """A term of the first facet with its pairs."""

    term: TermView
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Matrix:
    """The two first facets whose terms have pages."""

    down: str
    across: str
    columns: tuple[TermView, ...]
    rows: tuple[Row, ...]


def matrix(kit: Kit, views: Views) -> Matrix | None:
    """Cross the two first facets whose terms have pages; None when the kit has fewer."""
    paged = [facet for facet in addresses.facets(kit) if facet.facet == "page"]
    if len(paged) < len(("down", "across")):
        return None
    down, across = paged[:2]
    columns = addresses.choices(kit, across)
    rows = tuple(
        Row(views.term(choice), tuple(_cells(choice, columns, kit, views)))
        for choice in addresses.choices(kit, down)
    )
    return Matrix(down.label, across.label, tuple(map(views.term, columns)), rows)


def _cells(choice: Choice, columns: Sequence[Choice], kit: Kit, views: Views) -> Iterator[Cell]:
    for column in columns:
        pair = (choice, column)
        yield Cell(views.term(column), addresses.selection_address(pair), len(answering(pair, kit)))


def answering(selection: Sequence[Choice], kit: Kit) -> frozenset[tuple[str, str]]:
    """Give the kinds and ids of the entries that answer to every choice."""
    return kit.answering((choice.facet.name, choice.term.id) for choice in selection)
