"""The lines of a YAML text as they are written, and as they are read once repaired in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property


@dataclass(frozen=True)
class Repair:
    """One fault of writing, with the lines that repair it.

    `start` and `end` are columns of the line `at`, from 0; `changes` gives the new text of lines by rank;
    `words` is what a sentence needs; `shown` is the stretch of lines that a person is shown, once repaired,
    `advice` what is shown instead; lines `aside` are given up: their fields are known and have no value.
    """

    cause: str
    at: int
    start: int
    end: int
    changes: Mapping[int, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    shown: tuple[int, int] | None = None
    advice: str = ""
    aside: frozenset[int] = frozenset()

    def shifted(self, by: int) -> "Repair":
        """Give the same repair of a longer text, `by` lines lower."""
        return replace(
            self,
            at=self.at + by,
            changes={rank + by: line for rank, line in self.changes.items()},
            shown=(self.shown[0] + by, self.shown[1] + by) if self.shown else None,
            aside=frozenset(rank + by for rank in self.aside),
        )


@dataclass(frozen=True)
class Draft:
    """A text in lines; a repaired line keeps its rank."""

    written: tuple[str, ...]
    lines: tuple[str, ...]
    aside: frozenset[int] = frozenset()

    @classmethod
    def of(cls, text: str) -> "Draft":
        """Start from a text as it is written."""
        lines = tuple(text.split("\n"))
        return cls(lines, lines)

    @cached_property
    def text(self) -> str:
        """The whole, to be read."""
        return "\n".join(self.lines)

    def repaired(self, repair: Repair) -> "Draft":
        """Give the draft with one more repair."""
        lines = list(self.lines)
        for rank, line in repair.changes.items():
            lines[rank] = line
        return replace(self, lines=tuple(lines), aside=self.aside | repair.aside)

    def column(self, line: int, column: int) -> int:
        """Give the column of the line as written for a column of the line as read: the same before what was
        changed, shifted after it, kept inside it.
        """
        if line not in self._unchanged:
            return column
        read, written = self.lines[line], self.written[line]
        start, end = self._unchanged[line]
        if column <= start:
            return column
        if column >= len(read) - end:
            return column - len(read) + len(written)
        return min(column, len(written) - end)

    @cached_property
    def _unchanged(self) -> dict[int, tuple[int, int]]:
        """Characters that are the same at both ends of each repaired line."""
        pairs = zip(self.lines, self.written, strict=True)
        return {rank: _same_ends(*pair) for rank, pair in enumerate(pairs) if pair[0] != pair[1]}


def excerpt(text: str, written: str, width: int = 120) -> str:
    """Cut a repaired line that is too long to be shown: its two ends are kept, and the place that changed.

    Args:
        text: the line, repaired.
        written: the line as it is written.
        width: longest text that is shown whole.
    """
    if len(text) <= width:
        return text
    third = width // 3
    start, end = _same_ends(text, written)
    place = start if start > 2 * third else len(text) - end
    if place <= 2 * third or place >= len(text) - third:
        return f"{text[: 2 * third]} […] {text[-third:]}"
    return f"{text[:third]} […] {text[place - third // 2 : place + third // 2]} […] {text[-third // 2 :]}"


def _same_ends(one: str, other: str) -> tuple[int, int]:
    """Give the number of characters that two texts share at their start, then at their end."""
    start = _common(one, other)
    left = min(len(one), len(other)) - start
    return start, min(left, _common(one[::-1], other[::-1]))


def _common(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
