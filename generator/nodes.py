"""The nodes of a YAML file: text stays text, positions are kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.diagnostic import Span


class Scalar(NamedTuple):
    """A value as it is written; `plain` without quotes, `block_indent` > 0 for a literal block `|`,
    `refused` when it stands for an alias.
    """

    text: str
    span: Span
    plain: bool = True
    block_indent: int = 0
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple["Node", ...]
    span: Span


@dataclass(frozen=True)
class Mapping:
    """Keys and their values, in the order of the file; the first of two equal keys is kept."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    span: Span

    def get(self, name: str) -> "Node | None":
        """Give the value of a key, or None."""
        return self._by_name[name][1] if name in self._by_name else None

    def key(self, name: str) -> Scalar | None:
        """Give the node of a key, or None."""
        return self._by_name[name][0] if name in self._by_name else None

    @cached_property
    def scalars(self) -> tuple[Scalar, ...]:
        """Every value in it, keys left out."""
        return tuple(scalars(self))

    @cached_property
    def _by_name(self) -> dict[str, tuple[Scalar, "Node"]]:
        return {key.text: (key, value) for key, value in self.pairs}


Node = Scalar | Sequence | Mapping


def keys_and_values(node: Node | None) -> Iterator[tuple[Scalar, Node]]:
    """Give every key of a tree with its value, outermost first."""
    pairs = node.pairs if isinstance(node, Mapping) else ()
    for key, value in pairs:
        yield key, value
        yield from keys_and_values(value)
    for item in node.items if isinstance(node, Sequence) else ():
        yield from keys_and_values(item)


def scalars(node: Node) -> list[Scalar]:
    """Give every value of a head, keys left out."""
    if isinstance(node, Scalar):
        return [node]
    found: list[Scalar] = []
    for part in [value for _, value in node.pairs] if isinstance(node, Mapping) else node.items:
        if isinstance(part, Scalar):
            found.append(part)
        else:
            found += scalars(part)
    return found
