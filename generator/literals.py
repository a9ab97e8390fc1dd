"""Values as they are written: scalars read as their type asks, JSON values as a contributor types them."""

import json
import re
from collections.abc import Iterator
from typing import Any

from generator.nodes import Scalar

Json = Any
"""A JSON value."""

_INTEGER = re.compile(r"-?[0-9]+")
_PLAIN_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
_NUMBER = re.compile(r"-?[0-9]+([.,][0-9]+)?")
_LONGEST_NUMBER = 15
"""Digits and sign that every reader of JSON keeps exactly (RFC 8259, 6)."""
_BOOLEANS = {"true": True, "false": False}
_YAML_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "null"})
"""Words that other readers take for a boolean or for nothing (yaml.org/type/bool.html, null.html)."""


def typed(node: Scalar, wanted: str | None) -> Json:
    """Read a scalar as its type asks; what cannot be read stays text, and the validator says so."""
    if wanted == "string":
        return node.text
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
    is_word = text.replace("-", "").isalpha() and text.isascii() and text.casefold() not in _YAML_WORDS
    return text if isinstance(value, int | float) or is_word else json.dumps(text, ensure_ascii=False)


def block(name: str, value: Json) -> Iterator[str]:
    """Write an example as YAML: a group on several lines, the rest on one."""
    groups = value if isinstance(value, list) else [value]
    if not groups or not all(isinstance(group, dict) for group in groups):
        yield f"{name}: {as_yaml(value)}"
        return
    yield f"{name}:"
    for group in groups:
        for rank, (key, part) in enumerate(group.items()):
            start = "  " if value is group else "    " if rank else "  - "
            yield f"{start}{key}: {as_yaml(part)}"
