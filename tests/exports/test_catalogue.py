import json
from pathlib import Path
from typing import Any

from generator.exports import export
from generator.exports.catalogue import VERSION
from generator.kit import Kit, gather
from tests.conftest import MINIMAL, REPOSITORY


def text(kit: Kit) -> str:
    return {file.path: file.text for file in export(kit, [])}["donnees/catalogue.json"]


def catalogue(root: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text(gather(root)))
    return found


def test_an_entry_is_one_object() -> None:
    assert catalogue(MINIMAL) == {
        "version": VERSION,
        "entries": [
            {
                "id": "exemple",
                "kind": "offre",
                "title": "Syndicat d'Exemple",
                "summary": "Une fiche complète, pour les tests.",
                "url": "offres/exemple/",
                "status": "publiee",
                "enjeux": ["transparence"],
                "phases": ["publier"],
                "dates": {"publie_le": "2026-11-22"},
            }
        ],
    }


def test_a_field_left_out_is_an_empty_list_or_null(small_kit: Path) -> None:
    entry = small_kit / "atd_offers/exemple.md"
    cut = entry.read_text("utf-8").replace("phases: [publier]\npublie_le: 2026-11-22\n", "")
    entry.write_text(cut.replace("statut: publiee\n", ""), "utf-8")
    (found,) = catalogue(small_kit)["entries"]
    assert (found["phases"], found["dates"], found["status"]) == ([], {}, None)


def test_a_state_that_is_not_the_ordinary_one_is_named(small_kit: Path) -> None:
    entry = small_kit / "atd_offers/exemple.md"
    entry.write_text(entry.read_text("utf-8").replace("statut: publiee", "statut: annoncee"), "utf-8")
    (found,) = catalogue(small_kit)["entries"]
    assert (found["status"], found["notice"]) == ("annoncee", "Annoncée")


def test_all_the_entries_of_the_kit_are_there_once() -> None:
    kit = gather(REPOSITORY)
    found = [(entry["kind"], entry["id"]) for entry in json.loads(text(kit))["entries"]]
    assert sorted(found) == sorted(kit.by_key)


def test_accents_are_written_as_they_are() -> None:
    assert "complète" in text(gather(MINIMAL))


def test_two_entries_of_one_id_are_one_object(small_kit: Path) -> None:
    (small_kit / "atd_offers/zz.md").write_text(
        (small_kit / "atd_offers/exemple.md").read_text("utf-8"), "utf-8"
    )
    assert len(catalogue(small_kit)["entries"]) == 1
