"""A JSON Schema at work: builds the typed value of a node, validates it, notes the faults.

The value is built along the schema, so that « no », « 1:30 », a SIREN or a date stay the text that was
written unless the schema asks for a number.
"""

import json
import re
from collections.abc import Iterator
from collections.abc import Sequence as PathSequence
from datetime import date
from typing import Any

import jsonschema_rs

from generator import french
from generator.diagnostic import Fault
from generator.nodes import Mapping, Node, Scalar, Sequence

Json = Any
"""A JSON value."""

Path = PathSequence[str | int]
"""Keys and indexes from the root of a value."""

_INTEGER = re.compile(r"-?[0-9]+")
_PLAIN_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
_NUMBER = re.compile(r"-?[0-9]+([.,][0-9]+)?")
_PARTIAL_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_FIRST_DAY = "0000-01-01"
_WORDS = ("title", "description", "examples")
_LONGEST_NUMBER = 15
"""Digits and sign that every reader of JSON keeps exactly (RFC 8259, 6)."""
_BOOLEANS = {"true": True, "false": False}
_CAUSES = {
    "required": "missing_field",
    "additionalProperties": "unknown_field",
    "enum": "not_listed",
    "const": "not_listed",
    "type": "wrong_type",
    "pattern": "ill_formed",
    "format": "ill_formed",
}


def is_duration(text: str) -> bool:
    """Tell whether a text is an ISO 8601 duration."""
    return bool(french.DURATION.fullmatch(text))


def is_partial_date(text: str) -> bool:
    """Tell whether a text is an ISO 8601 date of the calendar, whole or cut to its month or year."""
    try:
        date.fromisoformat(f"{text}{_FIRST_DAY[len(text) :]}")
    except ValueError:
        return False
    return bool(_PARTIAL_DATE.fullmatch(text))


_FORMATS = {"duration": is_duration, "date-partielle": is_partial_date}
"""Formats that JSON Schema lacks, or defines more narrowly."""


class Schema:
    """A schema with its local `$defs`.

    Args:
        raw: the JSON Schema, `$ref` being local (`#/$defs/name`).

    Raises:
        ValueError: the schema is not valid under JSON Schema 2020-12, or a `$ref` points nowhere.
    """

    def __init__(self, raw: dict[str, Json]) -> None:
        self.raw = raw
        try:
            jsonschema_rs.meta.validate(raw)
            self._validator = jsonschema_rs.Draft202012Validator(raw, validate_formats=True, formats=_FORMATS)
        except (jsonschema_rs.ValidationError, jsonschema_rs.ReferencingError) as error:
            raise ValueError(str(error).split("\n", 1)[0]) from error

    def resolve(self, part: dict[str, Json]) -> dict[str, Json]:
        """Follow the `$ref` of a sub-schema; what stands beside it wins."""
        seen: set[str] = set()
        while (ref := part.get("$ref")) and ref not in seen:
            seen.add(ref)
            target = self.raw.get("$defs", {}).get(ref.rpartition("/")[2], {})
            part = {**target, **{name: value for name, value in part.items() if name != "$ref"}}
        return part

    def at(self, path: Path) -> dict[str, Json]:
        """Give the resolved sub-schema of a place of the value; empty where none is."""
        part = self.resolve(self.raw)
        for step in path:
            part = self.resolve(self._step(part, step))
        return part

    def build(self, node: Node, part: dict[str, Json] | None = None) -> Json:
        """Give the typed value of a node. Keys without a value are left out."""
        part = self.resolve(self.raw if part is None else part)
        if isinstance(node, Mapping):
            filled = ((key.text, value) for key, value in node.pairs if not is_empty(value))
            return {name: self.build(value, self._step(part, name)) for name, value in filled}
        if isinstance(node, Sequence):
            return [self.build(item, self._step(part, 0)) for item in node.items]
        return _typed(node, part.get("type"))

    def faults(self, node: Node, value: Json) -> Iterator[Fault]:
        """Validate a value built from `node`: each leaf error once, at its place."""
        yield from _empty_faults(node, "")
        for error in self._validator.iter_errors(value):
            path = list(error.instance_path)
            place = node_at(node, path)
            if not is_empty(place):
                yield from self._fault(error, path, place)

    def _fault(self, error: jsonschema_rs.ValidationError, path: Path, place: Node) -> Iterator[Fault]:
        kind = error.kind.as_dict()
        keyword = error.kind.name
        values = self._words(path, place, keyword)
        cause = _CAUSES.get(keyword, "out_of_bounds")
        if keyword == "required":
            yield from self._missing(path, place, kind["property"])
        elif keyword == "additionalProperties":
            known = " ".join(self.at(path).get("properties", {}))
            for name in kind["unexpected"]:
                key = place.key(name) if isinstance(place, Mapping) else None
                yield Fault(cause, (key or place).span, {**values, "key": name, "known": known})
        else:
            limit = {"limit": str(kind["limit"])} if "limit" in kind else {}
            yield Fault(cause, place.span, {**values, **limit})

    def _missing(self, path: Path, place: Node, name: str) -> Iterator[Fault]:
        if isinstance(place, Mapping) and place.key(name):
            return  # present but empty: said once, at the key
        words = self._words([*path, name], place, "required")
        section = "contentMediaType" in self.at([*path, name])
        yield Fault("missing_section" if section else "missing_field", place.span, words)

    def _words(self, path: Path, place: Node, keyword: str) -> dict[str, str]:
        """Give what a sentence about this place needs: its key, label, value, example, format…"""
        part = self.at(path)
        names = [step for step in path if isinstance(step, str)]
        if path and isinstance(path[-1], int):  # an item of a list is known by the list's own words
            part = {**{name: word for name, word in self.at(path[:-1]).items() if name in _WORDS}, **part}
        words = {
            "keyword": keyword,
            "key": names[-1] if names else "",
            "label": str(part.get("title", names[-1] if names else self.raw.get("title", ""))),
            "value": place.text if isinstance(place, Scalar) else "",
            "example": as_yaml(part["examples"][0]) if "examples" in part else "",
        }
        extra = ("type", "format", "x-vocabulaire", "enum", "const", "description")
        return words | {name: as_text(part[name]) for name in extra if name in part}

    @staticmethod
    def _step(part: dict[str, Json], step: str | int) -> dict[str, Json]:
        if isinstance(step, int):
            found = part.get("items", {})
        else:
            found = part.get("properties", {}).get(step, part.get("additionalProperties", {}))
        return found if isinstance(found, dict) else {}


def is_empty(node: Node) -> bool:
    """Tell whether a node is a key's missing value, or stands for one that was refused."""
    return isinstance(node, Scalar) and not node.text.strip()


def node_at(node: Node, path: Path) -> Node:
    """Give the node at a place of the value, or the nearest one above it."""
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str) and (found := node.get(step)):
            node = found
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            break
    return node


def as_text(value: Json) -> str:
    """Write a JSON value as a contributor would type it on one line."""
    if isinstance(value, list):
        return ", ".join(as_text(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{name}: {as_text(item)}" for name, item in value.items())
    return str(value)


def as_yaml(value: Json) -> str:
    """Write a JSON value on one line of YAML: JSON strings are YAML strings, plain words need no quotes."""
    if isinstance(value, list):
        return f"[{', '.join(map(as_yaml, value))}]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{name}: {as_yaml(part)}" for name, part in value.items()) + " }"
    text = str(value)
    plain = isinstance(value, int | float) or (text.replace("-", "").isalpha() and text.isascii())
    return text if plain else json.dumps(text, ensure_ascii=False)


def _empty_faults(node: Node, list_key: str) -> Iterator[Fault]:
    if isinstance(node, Mapping):
        for key, value in node.pairs:
            if _is_blank(value):
                yield Fault("empty_field", key.span, {"key": key.text})
            yield from _empty_faults(value, key.text)
    elif isinstance(node, Sequence):
        for item in node.items:
            if _is_blank(item):
                yield Fault("empty_field", item.span, {"key": list_key})
            yield from _empty_faults(item, list_key)


def _is_blank(node: Node) -> bool:
    return isinstance(node, Scalar) and is_empty(node) and not node.refused


def _typed(node: Scalar, wanted: str | None) -> Json:
    """Read a scalar as its type asks; what cannot be read stays text, and the validator says so."""
    if wanted is None:
        return _guessed(node)
    text = node.text.strip()
    if wanted == "boolean":
        return _BOOLEANS.get(text, text)
    if len(text) > _LONGEST_NUMBER:
        return node.text
    if wanted in {"integer", "number"} and _INTEGER.fullmatch(text):
        return int(text)
    return float(text.replace(",", ".")) if wanted == "number" and _NUMBER.fullmatch(text) else node.text


def _guessed(node: Scalar) -> Json:
    """Read a scalar of no given type: a plain number or boolean is one, all else is text."""
    is_number = len(node.text) <= _LONGEST_NUMBER and _PLAIN_INTEGER.fullmatch(node.text)
    if node.plain and is_number:
        return int(node.text)
    return _BOOLEANS.get(node.text, node.text) if node.plain else node.text
