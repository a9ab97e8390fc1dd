"""Places inside the value of an entry: their dotted names, what stands there."""

from collections.abc import Iterator

from generator.canevas import Canevas
from generator.literals import Json
from generator.schema import Path


def path_of(canevas: Canevas, name: str) -> Path | None:
    """Give the place that a dotted name designates, « sources.titre » the title of the first source; None
    when the canevas has no such field.
    """
    path: list[str | int] = []
    for step in name.split("."):
        if path and canevas.at(path).is_list_of_groups:
            path.append(0)
        if step not in canevas.schema.at(path).get("properties", ()):
            return None
        path.append(step)
    return path


def places_of(canevas: Canevas, path: Path) -> Iterator[Path]:
    """Give the places that a field needs filled: itself, or those that its group requires."""
    part = canevas.at(path)
    if part.is_list_of_groups:
        path = (*path, 0)
    elif not part.is_group:
        yield path
        return
    for name in canevas.schema.at(path).get("required", ()):
        yield from places_of(canevas, (*path, name))


def value_at(value: Json, path: Path) -> Json:
    """Give what stands at a place of a value, None when nothing does."""
    for step in path:
        if not value:
            return None
        value = value[step] if isinstance(step, int) else value.get(step)
    return value


def put(whole: Json, path: Path, value: Json) -> Json:
    """Give a copy of a value in which something stands at a place."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        items = list(whole or [None])
        return [*items[:step], put(items[step], rest, value), *items[step + 1 :]]
    return {**(whole or {}), step: put((whole or {}).get(step), rest, value)}
