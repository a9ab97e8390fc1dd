"""The one place that turns offsets of a text into lines and columns."""

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from generator.diagnostic import Span

_STEP = 256
_CONTINUATION = bytes(range(0x80, 0xC0))
"""Bytes that begin no character (RFC 3629, 3)."""


class Positions:
    """Lines and columns of a text that starts at `first_line`, column `indent + 1`, of its file.

    `Positions(path, text).span(start, end)` takes character offsets; `byte_span` takes the UTF-8
    offsets that compiled parsers give.
    """

    def __init__(self, path: str, text: str, first_line: int = 1, indent: int = 0) -> None:
        self._path, self._text, self._first_line, self._indent = path, text, first_line, indent

    @cached_property
    def _starts(self) -> list[int]:
        return _line_starts(self._text)

    @cached_property
    def _bytes(self) -> bytes:
        return self._text.encode()

    @cached_property
    def _counts(self) -> list[int]:
        """Characters before each step of bytes: a line of 1 MB is not read from its start each time."""
        steps = range(0, len(self._bytes), _STEP)
        return [0, *accumulate(_characters(self._bytes[step : step + _STEP]) for step in steps)]

    def span(self, start: int, end: int) -> Span:
        """Give the span between two character offsets."""
        return self._between(self._place(start), self._place(end))

    def byte_span(self, start: int, end: int) -> Span:
        """Give the span between two byte offsets of the UTF-8 text, line ends at the end left out."""
        while end > start and self._bytes[end - 1 : end] == b"\n":
            end -= 1
        return self.span(self._character(start), self._character(end))

    def offsets(self, span: Span) -> tuple[int, int]:
        """Give the character offsets of a span, those beyond the end of a line being at its end."""
        _, line, column, end_line, end_column = span
        return self._offset(line, column), self._offset(end_line, end_column)

    def _offset(self, line: int, column: int) -> int:
        starts, rank = self._starts, line - self._first_line
        if rank + 1 < len(starts):
            end = starts[rank + 1] - 1
        else:
            rank, end = len(starts) - 1, len(self._text)
        return min(starts[rank] + column - 1 - self._indent, end)

    def _between(self, start: tuple[int, int], end: tuple[int, int]) -> Span:
        first, indent = self._first_line, self._indent
        return Span(self._path, start[0] + first, start[1] + 1 + indent, end[0] + first, end[1] + 1 + indent)

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset) - 1
        return line, offset - self._starts[line]

    def _character(self, offset: int) -> int:
        """Turn a byte offset into a character offset."""
        step = offset // _STEP
        return self._counts[step] + _characters(self._bytes[step * _STEP : offset])


def _characters(content: bytes) -> int:
    """Count the characters that begin in a stretch of UTF-8."""
    return len(content.translate(None, _CONTINUATION))


def _line_starts(text: str) -> list[int]:
    *lines, _ = text.split("\n")
    return list(accumulate((len(line) + 1 for line in lines), initial=0))
