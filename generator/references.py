"""Which entries an entry names in the fields that its canevas marks `x-renvoi`."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.canevas import Canevas
from generator.diagnostic import Span
from generator.entry import Entry
from generator.literals import Json


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry named by another, at a place of its value."""

    kind: str
    id: str
    entry: Entry
    path: tuple[str | int, ...]

    @property
    def span(self) -> Span:
        """Where it is written."""
        return self.entry.span_of(*self.path)


def references(entry: Entry) -> Iterator[Reference]:
    """Give the references of an entry, in the order of its fields."""
    for name, value in entry.value.items():
        if name in entry.canevas.referring:
            yield from _in(entry, (name,), value)


def _in(entry: Entry, path: tuple[str | int, ...], value: Json) -> Iterator[Reference]:
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _in(entry, (*path, name), part)
    elif isinstance(value, list):
        for rank, part in enumerate(value):
            yield from _in(entry, (*path, rank), part)
    elif kind := _kind(entry.canevas, path):
        yield Reference(kind, str(value), entry, path)


def _kind(canevas: Canevas, path: tuple[str | int, ...]) -> str:
    return str(canevas.schema.at(path).get("x-renvoi", ""))
