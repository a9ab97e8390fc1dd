"""A JSON Schema at work: builds the typed value of a node, validates it, notes the faults.

The value is built along the schema, so that « no », « 1:30 », a SIREN or a date stay the text that was
written unless the schema asks for a number.
"""

from collections.abc import Iterator
from collections.abc import Sequence as PathSequence
from functools import cached_property

import jsonschema_rs

from generator.diagnostic import Fault, Span
from generator.formats import FORMATS
from generator.literals import Json, as_text, as_yaml, typed
from generator.nodes import Mapping, Node, Scalar, Sequence
from generator.refusals import Refusal, refusals
from generator.subschema import SubSchema

Path = PathSequence[str | int]
"""Keys and indexes from the root of a value."""

_WORDS = ("title", "description", "examples")
_CAUSES = {
    "enum": "not_listed",
    "const": "not_listed",
    "type": "wrong_type",
    "pattern": "ill_formed",
    "format": "ill_formed",
    "minLength": "out_of_bounds",
    "maxLength": "out_of_bounds",
    "minItems": "out_of_bounds",
    "maxItems": "out_of_bounds",
    "uniqueItems": "out_of_bounds",
    "minProperties": "out_of_bounds",
    "minimum": "out_of_bounds",
    "maximum": "out_of_bounds",
}
CAUSES = frozenset({*_CAUSES.values(), "missing_field", "missing_section", "unknown_field", "empty_field"})
"""Every cause that a schema notes: what JSON Schema can say."""

_ABSENCES = ("required", "dependentRequired")
"""Keywords that refuse a value for what it lacks."""


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
            self._validator = jsonschema_rs.Draft202012Validator(raw, validate_formats=True, formats=FORMATS)
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
        part = self._root
        for step in path:
            part = part.of_items if isinstance(step, int) else part.of_field(step)
        return part.raw

    @cached_property
    def _root(self) -> SubSchema:
        return SubSchema(self.raw, self.resolve)

    def build(self, node: Node) -> Json:
        """Give the typed value of a node. Keys without a value are left out."""
        return _built(node, self._root)

    def free_texts(self, node: Node | None) -> list[Scalar]:
        """Give the values of a head that are words for readers."""
        return _free_texts(node, self._root)

    def faults(self, node: Node, value: Json) -> Iterator[Fault]:
        """Validate a value built from `node`: each refusal once, at its place."""
        if not isinstance(node, Mapping) or not all(one.text.strip() for one in node.scalars):
            yield from _empty_faults(node, "")
        for refusal in refusals(self._validator.iter_errors(value), self.raw):
            place = node_at(node, refusal.path)
            if not is_empty(place):
                yield from self._faults_of(refusal, place)

    def missing(self, value: Json) -> frozenset[str]:
        """Give the names that a value lacks, those that its condition or its fields ask for included."""
        found = refusals(self._validator.iter_errors(value), self.raw)
        asked = [refusal for refusal in found if refusal.keyword in _ABSENCES and not refusal.path]
        return frozenset(name for refusal in asked for name in refusal.names)

    def refuses(self, value: Json, path: Path) -> bool:
        """Tell whether what stands at a place of a value, or inside it, is not valid."""
        found = refusals(self._validator.iter_errors(value), self.raw)
        return any(refusal.path[: len(path)] == tuple(path) for refusal in found)

    def preceding(self, path: Path, place: Node | None, name: str) -> Scalar | None:
        """Give the key of a group after which a field should be written, or None when it comes first."""
        if not isinstance(place, Mapping):
            return None
        names = list(self.at(path).get("properties", {}))
        before = names[: names.index(name)] if name in names else []
        return next((key for other in reversed(before) if (key := place.key(other))), None)

    def _faults_of(self, refusal: Refusal, place: Node) -> Iterator[Fault]:
        if refusal.keyword in _ABSENCES:
            yield from self._missing(refusal, place)
        elif refusal.keyword == "additionalProperties":
            yield from self._unknown(refusal, place)
        else:
            yield Fault(_CAUSES[refusal.keyword], place.span, self._words(refusal, refusal.path, place))

    def _missing(self, refusal: Refusal, place: Node) -> Iterator[Fault]:
        """Note a missing field at the key that needs it, else at the one after which it should stand."""
        (name,), path, key = refusal.names, refusal.path, None
        if isinstance(place, Mapping):
            if place.key(name):
                return  # present but empty: said once, at the key
            key = place.key(refusal.key) if refusal.key else self.preceding(path, place, name)
        words = self._words(refusal, [*path, name], place)
        words |= {"after": key.text if key else "", "needed_by": refusal.key}
        cause = "missing_section" if "contentMediaType" in self.at([*path, name]) else "missing_field"
        yield Fault(cause, (key or place).span, words)

    def _unknown(self, refusal: Refusal, place: Node) -> Iterator[Fault]:
        words = self._words(refusal, refusal.path, place)
        known = " ".join(self.at(refusal.path).get("properties", {}))
        for name in refusal.names:
            key = place.key(name) if isinstance(place, Mapping) else None
            yield Fault("unknown_field", (key or place).span, {**words, "key": name, "known": known})

    def _words(self, refusal: Refusal, path: Path, place: Node) -> dict[str, str]:
        """Give what a sentence about a place needs: its key, label, value, example, format…"""
        part = self.at(path)
        names = [step for step in path if isinstance(step, str)]
        if path and isinstance(path[-1], int):  # an item of a list is known by the list's own words
            part = {**{name: word for name, word in self.at(path[:-1]).items() if name in _WORDS}, **part}
        words = {
            "keyword": refusal.keyword,
            "limit": refusal.limit,
            "count": refusal.count,
            "when": refusal.when,
            "key": names[-1] if names else "",
            "label": str(part.get("title", names[-1] if names else self.raw.get("title", ""))),
            "value": place.text if isinstance(place, Scalar) else "",
            "example": as_yaml(part["examples"][0]) if "examples" in part else "",
        }
        extra = ("type", "format", "pattern", "x-vocabulaire", "enum", "const", "description")
        return words | {name: as_text(part[name]) for name in extra if name in part}


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


def _built(node: Node, part: SubSchema) -> Json:
    if isinstance(node, Scalar):
        return node.text if part.type == "string" else typed(node, part.type)
    if isinstance(node, Mapping):
        return {
            key.text: _built(value, part.of_field(key.text))
            for key, value in node.pairs
            if not is_empty(value)
        }
    return [_built(item, part.of_items) for item in node.items]


def _free_texts(node: Node | None, part: SubSchema) -> list[Scalar]:
    inside: list[tuple[SubSchema, Node]] = []
    if isinstance(node, Mapping):
        inside = [(part.of_field(key.text), value) for key, value in node.pairs]
    elif isinstance(node, Sequence):
        inside = [(part.of_items, item) for item in node.items]
    found: list[Scalar] = []
    for inner, value in inside:
        if not isinstance(value, Scalar):
            found += _free_texts(value, inner)
        elif inner.is_prose:
            found.append(value)
    return found


def _empty_faults(node: Node, list_key: str) -> Iterator[Fault]:
    placed: list[tuple[Node, Span, str]] = []
    if isinstance(node, Mapping):
        placed = [(value, key.span, key.text) for key, value in node.pairs]
    elif isinstance(node, Sequence):
        placed = [(item, item.span, list_key) for item in node.items]
    for inner, span, key in placed:
        if not isinstance(inner, Scalar):
            yield from _empty_faults(inner, key)
        elif not (inner.refused or inner.text.strip()):
            yield Fault("empty_field", span, {"key": key})
