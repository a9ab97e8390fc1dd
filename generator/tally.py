"""How many faults of each severity there are, in words: the line that ends a report."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from generator.diagnostic import Diagnostic, Severity
from generator.french import count

if TYPE_CHECKING:
    from generator.kit import Kit


def tally(diagnostics: Sequence[Diagnostic], kit: "Kit") -> str:
    """Say how many entries were read, and how many faults of each severity were found; and how many
    exceptions the kit accepts.
    """
    entries = count(len(kit.entries), "fiche lue", "fiches lues")
    faults = f" : {counted(diagnostics)}" if diagnostics else ", aucune faute"
    accepted = count(len(kit.debts.items), "exception acceptée", "exceptions acceptées")
    return f"{entries}{faults}{f' ; {accepted}' if kit.debts.items else ''}."


def counted(diagnostics: Iterable[Diagnostic]) -> str:
    """Count faults by severity, the gravest first: « 2 erreurs, 1 note »."""
    counts = Counter(found.severity for found in diagnostics)
    return ", ".join(
        count(counts[severity], severity.value, f"{severity.value}s")
        for severity in Severity
        if counts[severity]
    )
