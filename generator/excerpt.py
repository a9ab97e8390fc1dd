"""The lines of a file around a fault, as reporters show them; and text that stays on its line."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.diagnostic import Diagnostic, Span

if TYPE_CHECKING:
    from generator.kit import Kit

_WIDTH = 100
"""Longest piece of a source line that is shown."""

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What moves the cursor, ends the line, turns the writing direction or cannot be encoded."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an excerpt: what stands in the margin, then the source or the mark under it."""

    margin: str
    text: str
    is_mark: bool = False

    def __str__(self) -> str:
        """Write the line."""
        return f"{self.margin} | {self.text}".rstrip()


def visible(text: str) -> str:
    """Put a space for each character that is not seen, so that a text stays on its line as written."""
    return _UNSEEN.sub(" ", text)


def source_lines(diagnostics: Iterable[Diagnostic], kit: "Kit") -> dict[str, list[str]]:
    """Give the lines of the files that have faults, by path; a file that was not read has none."""
    wanted = {found.span.path for found in diagnostics}
    return {source.path: source.text.split("\n") for source in kit.sources if source.path in wanted}


def excerpt(span: Span, lines: list[str], around: int = 0) -> Iterator[Line]:
    """Give the line of a fault with a mark under it, and as many lines `around` it on each side.

    Long lines are cut around the fault. A place beyond the end of the file has no excerpt, nor has an
    empty line alone.
    """
    if not 0 < span.line <= len(lines):
        return
    shift = max(0, span.column - 1 - _WIDTH // 2)
    for number in _shown(span.line, lines, around):
        text = visible(lines[number - 1][shift : shift + _WIDTH]).rstrip()
        yield Line(f"{number:>4}", text)
        if number == span.line and text:
            yield Line("    ", _mark(span, lines[number - 1].rstrip(), shift), is_mark=True)


def _shown(line: int, lines: list[str], around: int) -> range:
    """Give the numbers of the lines to show, without empty ones at both ends."""
    first, last = max(1, line - around), min(len(lines), line + around)
    while first <= last and not lines[first - 1].strip():
        first += 1
    while last >= first and not lines[last - 1].strip():
        last -= 1
    return range(first, last + 1)


def _mark(span: Span, line: str, shift: int) -> str:
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    carets = max(1, min(end, len(line), shift + _WIDTH) - start)
    return f"{' ' * (start - shift)}{'^' * carets}"
