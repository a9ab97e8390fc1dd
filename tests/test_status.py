from pathlib import Path

import pytest

from generator.kit import gather
from generator.status import Status, status_of


def status(root: Path, line: str) -> Status | None:
    entry = root / "atd_offers/exemple.md"
    entry.write_text(entry.read_text("utf-8").replace("statut: publiee\n", line), "utf-8")
    kit = gather(root)
    return status_of(kit.entries[0], kit.definitions)


def test_the_ordinary_status_is_the_default_of_the_canevas(small_kit: Path) -> None:
    expected = Status("publiee", "Publiée", "La fiche est complète.", ordinary=True)
    assert status(small_kit, "statut: publiee\n") == expected


def test_any_other_status_needs_a_notice(small_kit: Path) -> None:
    expected = Status("annoncee", "Annoncée", "La fiche sera complétée.", ordinary=False)
    assert status(small_kit, "statut: annoncee\n") == expected


@pytest.mark.parametrize("line", ["", "statut:\n", "statut: inconnu\n"])
def test_an_entry_without_a_known_status_has_none(small_kit: Path, line: str) -> None:
    assert status(small_kit, line) is None


def test_a_kind_without_status_has_none(small_kit: Path) -> None:
    canevas = small_kit / "kit/canevas/offre.yml"
    canevas.write_text(canevas.read_text("utf-8").replace("x-role: statut, ", ""), "utf-8")
    assert status(small_kit, "statut: annoncee\n") is None
