"""For other programs: every field of every diagnostic, under a version."""

import json
from collections.abc import Sequence

from generator.diagnostic import Diagnostic
from generator.kit import Kit
from generator.literals import Json

VERSION = 1
"""Changes when a reader of the former format could no longer read the new one."""


def report(diagnostics: Sequence[Diagnostic], kit: Kit) -> str:
    """Write the diagnostics as JSON, with the number of entries read."""
    found = [_object(diagnostic) for diagnostic in diagnostics]
    value = {"version": VERSION, "entries": len(kit.entries), "diagnostics": found}
    return json.dumps(value, ensure_ascii=False, indent=2)


def _object(found: Diagnostic) -> dict[str, Json]:
    span = found.span
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message,
        "hint": found.hint,
    }
