"""For GitLab's pages: Code Quality, which it shows in a merge request (docs.gitlab.com, « Code Quality »)."""

import json
from collections.abc import Sequence

from generator.diagnostic import Diagnostic, Severity
from generator.fingerprint import fingerprints
from generator.kit import Kit
from generator.literals import Json


def report(diagnostics: Sequence[Diagnostic], _kit: Kit) -> str:
    """Write the diagnostics as a Code Quality report."""
    found = [
        _issue(diagnostic, fingerprint)
        for diagnostic, fingerprint in zip(diagnostics, fingerprints(diagnostics), strict=True)
    ]
    return json.dumps(found, ensure_ascii=False, indent=2)


def _issue(found: Diagnostic, fingerprint: str) -> dict[str, Json]:
    return {
        "description": f"{found.message} {found.hint}".rstrip(),
        "check_name": found.code,
        "fingerprint": fingerprint,
        "severity": _severity(found.severity),
        "location": {"path": found.span.path, "lines": {"begin": found.span.line}},
    }


def _severity(severity: Severity) -> str:
    """Give GitLab's severity; « critical » and « blocker » are left to faults of security."""
    return {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}[severity]
