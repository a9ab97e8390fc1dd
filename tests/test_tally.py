from pathlib import Path

from generator.diagnostic import Diagnostic, Severity, Span
from generator.kit import gather
from generator.tally import counted, tally
from tests.conftest import MINIMAL

ENTRY = "atd_offers/exemple.md"


def said(severity: Severity) -> Diagnostic:
    return Diagnostic(Span(ENTRY), "C101", severity, "Message.")


def test_each_severity_is_counted_the_gravest_first() -> None:
    found = [said(Severity.NOTE), said(Severity.WARNING), said(Severity.ERROR), said(Severity.WARNING)]
    assert counted(found) == "1 erreur, 2 avertissements, 1 note"
    assert tally(found, gather(MINIMAL)) == "1 fiche lue : 1 erreur, 2 avertissements, 1 note."


def test_no_fault_is_said_too() -> None:
    assert tally((), gather(MINIMAL)) == "1 fiche lue, aucune faute."


def test_a_kit_without_entries_is_counted_too(small_kit: Path) -> None:
    (small_kit / ENTRY).unlink()
    assert tally((), gather(small_kit)) == "0 fiche lue, aucune faute."
