"""For a person at a terminal: each fault with its line, a caret under it, and what to write instead."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from generator.diagnostic import Diagnostic, Severity
from generator.excerpt import excerpt, source_lines, visible
from generator.tally import tally

if TYPE_CHECKING:
    from generator.kit import Kit

_Paint = Callable[[str, str], str]
"""Puts a text in a colour."""
Lines = Mapping[str, list[str]]
"""The lines of files, by path."""

_BOLD = "1"
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
"""Codes of ECMA-48: red, yellow, cyan."""


def report(diagnostics: Sequence[Diagnostic], kit: "Kit") -> str:
    """Write the diagnostics, then one line that counts them."""
    return written(diagnostics, source_lines(diagnostics, kit), tally(diagnostics, kit))


def report_in_colours(diagnostics: Sequence[Diagnostic], kit: "Kit") -> str:
    """Write the same, for a terminal that shows colours."""
    return written_in_colours(diagnostics, source_lines(diagnostics, kit), tally(diagnostics, kit))


def written(diagnostics: Sequence[Diagnostic], lines: Lines, last: str) -> str:
    """Write diagnostics, each with its lines, then the last line of the report."""
    return _written(diagnostics, lines, last, lambda text, _colour: text)


def written_in_colours(diagnostics: Sequence[Diagnostic], lines: Lines, last: str) -> str:
    """Write the same, for a terminal that shows colours."""
    return _written(diagnostics, lines, last, lambda text, colour: f"\033[{colour}m{text}\033[0m")


def _written(diagnostics: Sequence[Diagnostic], lines: Lines, last: str, paint: _Paint) -> str:
    blocks = ["\n".join(_block(found, lines.get(found.span.path, []), paint)) for found in diagnostics]
    return "\n\n".join([*blocks, last])


def _block(found: Diagnostic, lines: list[str], paint: _Paint) -> Iterator[str]:
    span, colour = found.span, _COLOURS[found.severity]
    place = paint(f"{visible(span.path)}:{span.line}:{span.column}", _BOLD)
    yield f"{place}  {paint(f'{found.severity} {found.code}', colour)}  {visible(found.message)}"
    for line in excerpt(span, lines):
        yield paint(str(line), colour) if line.is_mark else str(line)
    explain = f"odl explain {found.code}{'    odl check --fix' if found.edits else ''}"
    yield f"   {visible(found.hint)}    {explain}" if found.hint else f"   {explain}"
