"""How many faults of each severity there are, in words: the line that ends a report."""

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.diagnostic import Diagnostic, Severity
from generator.french import count
from generator.kit import Kit


def tally(diagnostics: Sequence[Diagnostic], kit: Kit) -> str:
    """Say how many entries were read, and how many faults of each severity were found."""
    entries = count(len(kit.entries), "fiche lue", "fiches lues")
    return f"{entries} : {counted(diagnostics)}." if diagnostics else f"{entries}, aucune faute."


def counted(diagnostics: Iterable[Diagnostic]) -> str:
    """Count faults by severity, the gravest first: « 2 erreurs, 1 note »."""
    counts = Counter(found.severity for found in diagnostics)
    return ", ".join(
        count(counts[severity], severity.value, f"{severity.value}s")
        for severity in Severity
        if counts[severity]
    )
