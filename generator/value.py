"""What templates read of an entry's values: texts, links, lists, groups and tables, each with its label."""

from collections.abc import Callable
from typing import NamedTuple

from generator.measures import Measure

Url = Callable[[str], str]
"""Gives the relative URL of an address of the site from the page being written."""

_WORDS = ("texte", "terme")
_SHORT = 45
"""Characters below which the items of a list stand side by side."""


class Value(NamedTuple):
    """A tree: `form` is `texte`, `lien`, `terme`, `liste`, `groupe` or `tableau`, and says what is set.

    A number is kept beside its text, and a date as ISO 8601 writes it (`moment`). Of a group, `text` is the
    interval that it tells, if any. Of a table, `keys` are the names of the fields and `columns` their labels.
    """

    form: str
    text: str = ""
    href: str = ""
    external: bool = False
    definition: str = ""
    number: float | None = None
    moment: str = ""
    items: "tuple[Value, ...]" = ()
    facts: "tuple[Fact, ...]" = ()
    keys: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: "tuple[tuple[Value | None, ...], ...]" = ()
    measures: tuple[Measure, ...] = ()

    @property
    def words(self) -> str:
        """Give its text when it is read as it stands, the definition of a term left out; else nothing."""
        is_words = self.form in _WORDS and not (self.href or self.moment)
        return self.text if is_words else ""

    @property
    def sentence(self) -> str:
        """Give its words, or those of the items of a list, as one text; nothing if one has none."""
        words = [item.words for item in self.items] or [self.words]
        return ", ".join(words) if all(words) else ""

    @property
    def has_short_items(self) -> bool:
        """Tell whether its items, if it has any, hold on one line."""
        return max([len(item.text) for item in self.items]) < _SHORT

    @property
    def heads(self) -> "list[tuple[str, bool]]":
        """Give the label of each column of a table, and whether its first cell that is filled is a number."""
        first = (next((cell for cell in cells if cell), None) for cells in zip(*self.rows, strict=True))
        numbers = (bool(cell and cell.number is not None) for cell in first)
        return list(zip(self.columns, numbers, strict=True))

    @property
    def named(self) -> "dict[str, Fact]":
        """Give the facts of a group by name."""
        return {fact.name: fact for fact in self.facts}

    @property
    def records(self) -> "list[dict[str, Value]]":
        """Give the rows of a table as their filled cells by name."""
        rows = (zip(self.keys, row, strict=True) for row in self.rows)
        return [{key: cell for key, cell in row if cell is not None} for row in rows]

    def records_by(self, key: str) -> "list[tuple[Value | None, list[dict[str, Value]]]]":
        """Give the records by what they have under a key, in the order in which that first comes."""
        groups: dict[Value | None, list[dict[str, Value]]] = {}
        for record in self.records:
            groups.setdefault(record.get(key), []).append(record)
        return list(groups.items())


class Fact(NamedTuple):
    """One field with its label."""

    name: str
    label: str
    value: Value
