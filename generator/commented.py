"""The lines of a blank entry: comments of a readable length, examples as YAML."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from generator.literals import Json, as_yaml

_WIDTH = 100
_NBSP = "\u00a0"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file; `gap` names what its author alone can write there."""

    text: str
    gap: str = ""


def comment(text: str, margin: str = "", indent: int = 0) -> Iterator[Line]:
    """Write a comment on lines of a readable length; signs stay beside the words that they belong to."""
    kept = text.strip().replace("« ", f"«{_NBSP}")
    for sign in "»:;?!—":
        kept = kept.replace(f" {sign}", f"{_NBSP}{sign}")
    start = f"{margin}# {' ' * indent}"
    width = _WIDTH - len(start)
    for line in textwrap.wrap(kept, width, break_long_words=False, break_on_hyphens=False):
        yield Line(f"{start}{line}".replace(_NBSP, " "))


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
