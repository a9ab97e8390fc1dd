"""The slots of a kind, where a value may stand, lists and groups followed; and what an entry has there."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from generator.literals import Json
from generator.schema import Schema

_DEEPEST = 8
"""Steps beyond which a schema that names itself is no longer followed."""
EACH = -1
"""In the path of a slot: every item of a list."""

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Slot:
    """A field, a field of a group or the items of a list; `EACH` stands for their ranks in the path.

    `examples` are those of the canevas, the items of a list's own examples included.
    """

    path: Path
    part: dict[str, Json]
    examples: tuple[Json, ...] = ()


def slots(
    schema: Schema, path: Path = (), part: Json = None, examples: tuple[Json, ...] = ()
) -> Iterator[Slot]:
    """Give every slot of a schema, outermost first, in the order of the canevas."""
    part = schema.resolve(schema.raw if part is None else part)
    found = Slot(path, part, (*part.get("examples", ()), *examples))
    if path:
        yield found
    if len(path) < _DEEPEST:
        for name, inner in part.get("properties", {}).items():
            yield from slots(schema, (*path, name), inner)
        if "items" in part:
            items = chain.from_iterable(one for one in found.examples if isinstance(one, list))
            yield from slots(schema, (*path, EACH), part["items"], tuple(items))


def bearers(schema: Schema) -> dict[str, frozenset[str]]:
    """Give, for each keyword of a schema, the fields that bear it or hold a slot that does."""
    found: dict[str, set[str]] = defaultdict(set)
    for slot in slots(schema):
        for keyword in slot.part:
            found[keyword].add(str(slot.path[0]))
    return {keyword: frozenset(names) for keyword, names in found.items()}


def values_in(value: Json, path: Path, done: Path = ()) -> Iterator[tuple[Path, Json]]:
    """Give each value that stands in a slot, with its own path."""
    if not path:
        yield done, value
    elif path[0] == EACH:
        for rank, item in enumerate(value if isinstance(value, list) else ()):
            yield from values_in(item, path[1:], (*done, rank))
    elif isinstance(value, dict) and path[0] in value:
        yield from values_in(value[path[0]], path[1:], (*done, path[0]))
