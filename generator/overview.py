"""Entries of a kind -> the table of its list page: a row an entry, the columns that its canevas names."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.canevas import Canevas
from generator.entry import Entry
from generator.facts import Facts
from generator.kit import Kit
from generator.places import path_of
from generator.roles import Role
from generator.value import Url, Value


@dataclass(frozen=True)
class Row:
    """An entry; a cell is None where it says nothing."""

    title: str
    address: str
    cells: tuple[Value | None, ...]


@dataclass(frozen=True)
class Overview:
    """A table: the label of the titles, those of the other columns, the rows."""

    first: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def overview(canevas: Canevas, entries: Iterable[Entry], kit: Kit, url: Url) -> Overview | None:
    """Give the table of some entries of a kind, in the order given, each once; None when its canevas names
    no column. Links of cells are relative through `url`.
    """
    columns = {name: canevas.at(path) for name in canevas.columns if (path := path_of(canevas, name))}
    if not columns:
        return None
    each = {entry.key: entry for entry in entries}.values()
    facts = Facts(kit)
    rows = (
        Row(entry.title, entry.address, tuple(facts.at(entry, name, url) for name in columns))
        for entry in each
    )
    labels = tuple(part.label for part in columns.values())
    return Overview(canevas.with_role(Role.TITLE)[0].label, labels, tuple(rows))
