"""For GitHub's pages: workflow commands, which it shows as annotations on the lines of a pull request.

See docs.github.com, « Workflow commands for GitHub Actions »; the escapes are those of actions/toolkit.
"""

from collections.abc import Iterator, Sequence

from generator.diagnostic import Diagnostic, Severity, Span
from generator.kit import Kit
from generator.tally import counted, tally

_SHOWN = 10
"""Annotations of each kind that the forge shows for one step."""

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def report(diagnostics: Sequence[Diagnostic], kit: Kit) -> str:
    """Write the first ten diagnostics of each severity, the gravest first, then what is left out."""
    shown: list[Diagnostic] = []
    left: list[Diagnostic] = []
    for severity in Severity:
        same = [found for found in diagnostics if found.severity is severity]
        shown += same[:_SHOWN]
        left += same[_SHOWN:]
    last = f"{tally(diagnostics, kit)}{_unshown(left)}"
    return "\n".join([*map(_annotation, shown), last])


def _unshown(left: Sequence[Diagnostic]) -> str:
    return f" Non montré, car la forge s'arrête à dix de chaque sorte : {counted(left)}." if left else ""


def _annotation(found: Diagnostic) -> str:
    properties = {**_place(found.span), "title": f"{found.severity} {found.code}"}
    written = ",".join(f"{name}={str(value).translate(_PROPERTY)}" for name, value in properties.items())
    text = "\n".join(_lines(found)).translate(_DATA)
    return f"::{_command(found.severity)} {written}::{text}"


def _place(span: Span) -> dict[str, str | int]:
    """Give the place; the forge refuses columns when the fault ends on another line."""
    place: dict[str, str | int] = {"file": span.path, "line": span.line, "endLine": span.end_line}
    same_line = span.line == span.end_line
    return {**place, "col": span.column, "endColumn": span.end_column} if same_line else place


def _lines(found: Diagnostic) -> Iterator[str]:
    yield found.message
    if found.hint:
        yield found.hint


def _command(severity: Severity) -> str:
    """Give the workflow command of a severity."""
    return {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}[severity]
