from pathlib import Path

from generator.kit import gather
from generator.overview import Overview, overview
from generator.value import Value


def shown(root: Path, *columns: str) -> Overview | None:
    canevas = root / "kit/canevas/offre.yml"
    line = f"x-tableau: [{', '.join(columns)}]\n" if columns else ""
    canevas.write_text(canevas.read_text("utf-8").replace("x-regroupe:", f"{line}x-regroupe:"), "utf-8")
    kit = gather(root)
    entries = kit.by_kind["offre"]
    return overview(kit.definitions.canevases[0], (*entries, *entries), kit, lambda address: f"../{address}")


def test_a_kind_whose_canevas_names_no_column_has_no_table(small_kit: Path) -> None:
    assert shown(small_kit) is None


def test_each_entry_has_one_row_and_each_field_that_the_canevas_names_a_column(small_kit: Path) -> None:
    found = shown(small_kit, "statut", "phases")
    assert found
    assert (found.first, found.columns) == ("Nom", ("Statut", "Phases"))
    (row,) = found.rows
    assert (row.title, row.address) == ("Syndicat d'Exemple", "offres/exemple/")
    assert [cell.form if cell else None for cell in row.cells] == ["terme", "liste"]


def test_links_of_cells_are_relative_to_the_page(small_kit: Path) -> None:
    found = shown(small_kit, "phases")
    assert found
    (phases,) = found.rows[0].cells
    assert phases
    assert [term.href for term in phases.items] == ["../catalogue/phases/publier/"]


def test_a_field_of_a_group_makes_a_column_and_what_is_not_said_an_empty_cell(small_kit: Path) -> None:
    entry = small_kit / "atd_offers/exemple.md"
    contact = "contact: { fonction: Pôle données }\nstatut:"
    entry.write_text(entry.read_text("utf-8").replace("statut:", contact, 1), "utf-8")
    found = shown(small_kit, "contact.fonction", "contact.courriel", "siren")
    assert found
    assert found.columns == ("Fonction", "Courriel", "Numéro SIREN")
    assert found.rows[0].cells == (Value("texte", "Pôle données"), None, None)
