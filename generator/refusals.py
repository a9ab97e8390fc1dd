"""Errors of the JSON Schema library -> refusals: what is refused, each cause once, and why."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import jsonschema_rs

from generator.french import number
from generator.literals import Json, as_text

Steps = tuple[str | int, ...]

_ONE_OF = ("type", "const", "enum", "format", "pattern")
"""Keywords that refuse a value as a whole: of those that refuse the same one, only the first is told."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A value, at `path`, that a keyword refuses.

    Args:
        names: fields that are missing, or unknown.
        limit: what the keyword allows, and `count` what there is, as they are written in French.
        key: the field that needs the missing one (`dependentRequired`).
        when: the condition of the canevas that the value meets, in French, when the refusal depends on it.
    """

    keyword: str
    path: Steps
    names: tuple[str, ...] = ()
    limit: str = ""
    count: str = ""
    key: str = ""
    when: str = ""


def refusals(errors: Iterable[jsonschema_rs.ValidationError], schema: dict[str, Json]) -> list[Refusal]:
    """Give what a validator refuses.

    Args:
        errors: its leaf errors.
        schema: the whole schema, whose condition and dependencies explain some of them.
    """
    found = [refusal for error in errors for refusal in _read(error, schema)]
    always = {(one.keyword, one.path, one.names) for one in found if not one.when}
    found = [one for one in found if not one.when or (one.keyword, one.path, one.names) not in always]
    first = {one.path: one.keyword for one in sorted(found, key=_rank, reverse=True)}
    return [
        one for one in dict.fromkeys(found) if one.keyword not in _ONE_OF or first[one.path] == one.keyword
    ]


def _rank(refusal: Refusal) -> int:
    """Give the place of a keyword among those that refuse a value as a whole; others come last."""
    return _ONE_OF.index(refusal.keyword) if refusal.keyword in _ONE_OF else len(_ONE_OF)


def _read(error: jsonschema_rs.ValidationError, schema: dict[str, Json]) -> Iterator[Refusal]:
    kind, keyword, path = error.kind.as_dict(), error.kind.name, tuple(error.instance_path)
    instance: Json = error.instance
    when = condition(schema) if error.schema_path[:1] == ["then"] else ""
    if error.schema_path[-1] == "dependentRequired":
        needed = _at(schema, error.schema_path)
        for key in (key for key in needed if kind["property"] in needed[key] and key in instance):
            yield Refusal("dependentRequired", path, (kind["property"],), key=key)
    elif keyword == "required":
        yield Refusal(keyword, path, (kind["property"],), when=when)
    elif keyword == "additionalProperties":
        yield Refusal(keyword, path, tuple(kind["unexpected"]))
    elif keyword == "uniqueItems":
        yield Refusal(keyword, (*path, *_repeated(instance)))
    elif "limit" in kind:
        yield Refusal(keyword, path, limit=number(kind["limit"]), count=_count(instance), when=when)
    else:
        yield Refusal(keyword, path)


def condition(schema: dict[str, Json]) -> str:
    """Say in French the `if` of a canevas: which field has which value; nothing if it is not that."""
    parts = schema.get("if", {}).get("properties", {})
    if not all("const" in part for part in parts.values()):
        return ""
    return " et ".join(f"« {name} » vaut « {as_text(part['const'])} »" for name, part in parts.items())


def _at(schema: Json, path: Iterable[str | int]) -> Json:
    for step in path:
        schema = schema[step]
    return schema


def _repeated(items: list[Json]) -> tuple[int, ...]:
    """Give the index of the first item that an earlier one equals."""
    seen: set[str] = set()
    for rank, item in enumerate(items):
        text = json.dumps(item, sort_keys=True)
        if text in seen:
            return (rank,)
        seen.add(text)
    return ()


def _count(value: Json) -> str:
    return number(len(value) if isinstance(value, str | list | dict) else value)
