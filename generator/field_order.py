"""The fields of a head in the order of its canevas: which comes too late, and the head put in order."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.diagnostic import Edit, Span
from generator.entry import Entry
from generator.nodes import Node, Scalar


@dataclass(frozen=True, slots=True)
class Disorder:
    """A key that stands after one that it should precede."""

    key: Scalar
    before: str


def first_disorder(entry: Entry) -> Disorder | None:
    """Give the first key that comes too late; unknown keys have no place."""
    rank = entry.canevas.ranks
    highest = ""
    for key, _ in _pairs(entry):
        if key.text in rank:
            if highest and rank[key.text] < rank[highest]:
                return Disorder(key, highest)
            highest = key.text
    return None


def in_order(entry: Entry) -> tuple[Edit, ...]:
    """Give the edit that puts a head in order, each key with the comments above it; what stands above the
    first key stays first. None when keys share a line or one is unknown: only their author can tell.
    """
    pairs, rank = _pairs(entry), entry.canevas.ranks
    keys = [key for key, _ in pairs]
    shared = len({key.span.line for key in keys}) < len(keys) or any(key.span.column > 1 for key in keys)
    if shared or any(key.text not in rank for key in keys):
        return ()
    lines = entry.document.text.split("\n")
    ends = [_end(key, value, lines) for key, value in pairs]
    floors = [keys[0].span.line - 1, *ends]
    starts = [_start(key, floor, lines) for key, floor in zip(keys, floors, strict=False)]
    blocks = [lines[start:stop] for start, stop in zip(starts, [*starts[1:], ends[-1]], strict=True)]
    order = sorted(range(len(keys)), key=lambda place: rank[keys[place].text])
    text = "\n".join(line for place in order for line in blocks[place])
    return (Edit(Span(entry.path, starts[0] + 1, 1, ends[-1], len(lines[ends[-1] - 1]) + 1), text),)


def _pairs(entry: Entry) -> Sequence[tuple[Scalar, Node]]:
    fields = entry.document.fields
    return fields.pairs if fields else ()


def _start(key: Scalar, floor: int, lines: Sequence[str]) -> int:
    """Give the index of the first line of a key's block, its comments included, after what comes before."""
    first = key.span.line - 1
    while first > floor and lines[first - 1].startswith("#"):
        first -= 1
    return first


def _end(key: Scalar, value: Node, lines: Sequence[str]) -> int:
    """Give the index of the line after a value: libyaml ends a block where the next thing starts, so that
    empty lines and comments at the margin are not its own.
    """
    end = value.span.end_line
    if value.span.end_column == 1:
        end -= 1
        while end > key.span.line and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
            end -= 1
    return max(end, key.span.line)
