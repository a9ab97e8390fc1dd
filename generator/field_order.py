"""The fields of a head in the order of its canevas: which comes too late, and the head put in order."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.diagnostic import Edit, Span
from generator.entry import Entry
from generator.nodes import Scalar


@dataclass(frozen=True, slots=True)
class Disorder:
    """A key that stands after one that it should precede."""

    key: Scalar
    before: str


def first_disorder(entry: Entry) -> Disorder | None:
    """Give the first key that comes too late; unknown keys have no place."""
    rank = _ranks(entry)
    highest = ""
    for key in _keys(entry):
        if key.text in rank:
            if highest and rank[key.text] < rank[highest]:
                return Disorder(key, highest)
            highest = key.text
    return None


def in_order(entry: Entry) -> tuple[Edit, ...]:
    """Give the edit that puts a head in order, each key with the comments above it; what stands above the
    first key stays first. None when keys share a line or one is unknown: only their author can tell.
    """
    keys, rank = _keys(entry), _ranks(entry)
    lines = entry.document.text.split("\n")
    shared = len({key.span.line for key in keys}) < len(keys) or any(key.span.column > 1 for key in keys)
    if shared or any(key.text not in rank for key in keys):
        return ()
    starts = [_first_line(key, before, lines) for key, before in zip(keys, [None, *keys], strict=False)]
    end = _last_line(entry, starts[0], lines)
    blocks = [lines[start:stop] for start, stop in zip(starts, [*starts[1:], end], strict=True)]
    order = sorted(range(len(keys)), key=lambda place: rank[keys[place].text])
    text = "\n".join(line for place in order for line in blocks[place])
    return (Edit(Span(entry.path, starts[0] + 1, 1, end, len(lines[end - 1]) + 1), text),)


def _keys(entry: Entry) -> Sequence[Scalar]:
    fields = entry.document.fields
    return [key for key, _ in fields.pairs] if fields else []


def _ranks(entry: Entry) -> dict[str, int]:
    return {part.name: rank for rank, part in enumerate(entry.canevas.properties)}


def _first_line(key: Scalar, previous: Scalar | None, lines: Sequence[str]) -> int:
    """Give the index of the line where the block of a key starts, its comments included."""
    first = key.span.line - 1
    while previous and lines[first - 1].startswith("#"):
        first -= 1
    return first


def _last_line(entry: Entry, first: int, lines: Sequence[str]) -> int:
    """Give the index of the line after the head: that of its closing hyphens, or the end of the file."""
    closing = (n for n in range(first, len(lines)) if lines[n].rstrip() == "---")
    end = next(closing, len(lines)) if entry.document.is_markdown else len(lines)
    while not lines[end - 1].strip():
        end -= 1
    return end
