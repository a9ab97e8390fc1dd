"""For a person at a terminal: each fault with its line, a caret under it, and what to write instead."""

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.diagnostic import Diagnostic, Severity, Span
from generator.kit import Kit

_WIDTH = 100
"""Longest piece of a source line that is shown."""


def report(diagnostics: Sequence[Diagnostic], kit: Kit) -> str:
    """Write the diagnostics, then one line that counts them."""
    sources = {document.path: document.text.split("\n") for document in kit.sources}
    blocks = ["\n".join(_block(found, sources.get(found.span.path, []))) for found in diagnostics]
    return "\n\n".join([*blocks, _summary(diagnostics, kit)])


def _block(found: Diagnostic, lines: list[str]) -> Iterator[str]:
    span = found.span
    yield f"{span.path}:{span.line}:{span.column}  {found.severity} {found.code}  {found.message}"
    yield from _excerpt(span, lines)
    explain = f"odl explain {found.code}"
    yield f"   {found.hint}    {explain}" if found.hint else f"   {explain}"


def _excerpt(span: Span, lines: list[str]) -> Iterator[str]:
    if not 0 < span.line <= len(lines) or not lines[span.line - 1].strip():
        return
    line, start = lines[span.line - 1].rstrip(), span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    shift = max(0, start - _WIDTH // 2)
    shown = line[shift : shift + _WIDTH].replace("\t", " ")
    carets = "^" * max(1, min(end, len(line), shift + _WIDTH) - start)
    number = f"{span.line:>4}"
    yield f"{number} | {shown}"
    yield f"{' ' * len(number)} | {' ' * (start - shift)}{carets}"


def _summary(diagnostics: Sequence[Diagnostic], kit: Kit) -> str:
    counts = Counter(found.severity for found in diagnostics)
    fiches = _count(len(kit.entries), "fiche lue", "fiches lues")
    if not diagnostics:
        return f"{fiches}, aucune faute."
    words = [
        _count(counts[Severity.ERROR], "erreur", "erreurs"),
        _count(counts[Severity.WARNING], "avertissement", "avertissements"),
        _count(counts[Severity.NOTE], "note", "notes"),
    ]
    return f"{fiches} : {', '.join(word for word in words if word)}."


def _count(number: int, one: str, many: str) -> str:
    return (
        f"{number} {one if number == 1 else many}"
        if number
        else ("" if one != "fiche lue" else "0 fiche lue")
    )
