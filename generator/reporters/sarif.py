"""For code scanning: SARIF 2.1.0 (OASIS), with the rules and their documentation."""

import json
import os
from collections.abc import Sequence
from urllib.parse import quote

from generator.addresses import rule_address
from generator.diagnostic import Diagnostic, Edit, Severity, Span
from generator.fingerprint import fingerprints
from generator.kit import Kit
from generator.literals import Json
from generator.rules import Rule, discover

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LITERAL = str.maketrans({"{": "{{", "}": "}}"})
"""Braces hold the arguments of a SARIF message, unless they are doubled (§ 3.11.5)."""


def report(diagnostics: Sequence[Diagnostic], kit: Kit) -> str:
    """Write one run; it describes the rules that it names."""
    named = {found.code for found in diagnostics}
    rules = [rule for rule in discover() if rule.code in named]
    places = {rule.code: place for place, rule in enumerate(rules)}
    results = [
        _result(found, places[found.code], fingerprint)
        for found, fingerprint in zip(diagnostics, fingerprints(diagnostics), strict=True)
    ]
    driver = {"name": "odl", "rules": [_rule(rule, kit.config.site_url) for rule in rules]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(rule: Rule, site: str) -> dict[str, Json]:
    page: dict[str, Json] = {"helpUri": f"{site}{rule_address(rule.code)}"} if site else {}
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "help": {"text": rule.documentation, "markdown": rule.documentation},
        **page,
        "defaultConfiguration": {"level": _level(rule.severity)},
    }


def _result(found: Diagnostic, place: int, fingerprint: str) -> dict[str, Json]:
    changes = [edit for edit in found.edits if not edit.is_rewriting]
    return {
        "ruleId": found.code,
        "ruleIndex": place,
        "level": _level(found.severity),
        "message": {"text": _literal(f"{found.message} {found.hint}".rstrip())},
        "locations": [{"physicalLocation": _location(found.span)}],
        "partialFingerprints": {"odl/v1": fingerprint},
        **({"fixes": [_fix(found, changes)]} if changes else {}),
    }


def _fix(found: Diagnostic, edits: Sequence[Edit]) -> dict[str, Json]:
    """Give the safe mend of a fault (§ 3.55)."""
    location = _location(found.span)["artifactLocation"]
    replacements = [
        {"deletedRegion": _location(edit.span)["region"], "insertedContent": {"text": edit.text}}
        for edit in edits
    ]
    change = {"artifactLocation": location, "replacements": replacements}
    return {"description": {"text": _literal(found.hint)}, "artifactChanges": [change]}


def _literal(text: str) -> str:
    """Write a message that no viewer reads as arguments or links (§ 3.11.5 and 3.11.6)."""
    return text.translate(_LITERAL).replace("](", "\\](")


def _location(span: Span) -> dict[str, Json]:
    """Give the place in a file of the repository; lines and columns are counted as ours."""
    return {
        "artifactLocation": {"uri": quote(os.fsencode(span.path)), "uriBaseId": "%SRCROOT%"},
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        },
    }


def _level(severity: Severity) -> str:
    """Give SARIF's level of a severity."""
    return {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}[severity]
