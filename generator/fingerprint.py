"""What makes a fault the same one from a run to the next, wherever its line went."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable

from generator.diagnostic import Diagnostic

_LINE = re.compile(r"\bligne \d+")
"""A line that a message names: it changes when the file is edited elsewhere."""


def fingerprints(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Give one fingerprint a diagnostic, all different, that no edit of other lines changes.

    Equal faults of one file are told apart by their order.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    found = []
    for diagnostic in diagnostics:
        key = (diagnostic.span.path, diagnostic.code, _LINE.sub("ligne", diagnostic.message))
        found.append(_digest(*key, str(seen[key])))
        seen[key] += 1
    return found


def _digest(*parts: str) -> str:
    text = "\0".join(parts)
    return hashlib.sha256(text.encode(errors="backslashreplace")).hexdigest()[:32]
