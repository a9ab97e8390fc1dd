"""The lines of a blank entry: comments of a readable length."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

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
