from pathlib import Path

import pytest

from generator.facts import Facts
from generator.french import NBSP, THIN_NBSP
from generator.kit import gather
from generator.value import Fact, Value

FIELDS = """
nombre: 12
portail: https://www.exemple.fr/
courriel: donnees@exemple.fr
duree: P2D
contact:
  courriel: pole@exemple.fr
  fonction: Pôle données
allies: [autre]
"""
ROWS = """  lignes:
    title: Lignes
    type: array
    items:
      type: object
      properties:
        type: { title: Type, type: string }
        nombre: { title: Nombre, type: integer }
  contexte: {"""


@pytest.fixture
def root(small_kit: Path) -> Path:
    canevas, entry = small_kit / "kit/canevas/offre.yml", small_kit / "atd_offers/exemple.md"
    canevas.write_text(
        canevas.read_text("utf-8").replace("  contexte: {", ROWS).replace("maximum: 100, ", ""), "utf-8"
    )
    text = entry.read_text("utf-8")
    (small_kit / "atd_offers/autre.md").write_text(text.replace("id: exemple", "id: autre"), "utf-8")
    entry.write_text(text.replace("\nstatut:", f"{FIELDS}statut:"), "utf-8")
    return small_kit


def facts(root: Path, change: tuple[str, str] = ("", ""), *, about_record: bool = False) -> dict[str, Fact]:
    path = root / "atd_offers/exemple.md"
    path.write_text(path.read_text("utf-8").replace(*change, 1), "utf-8")
    kit = gather(root)
    entry = kit.by_key["offre", "exemple"]
    found = Facts(kit).all(entry, lambda address: f"../../{address}", about_record=about_record)
    return {fact.name: fact for fact in found}


def test_facts_follow_the_canevas_without_what_the_page_shows_elsewhere(root: Path) -> None:
    assert list(facts(root)) == [
        "enjeux",
        "phases",
        "nombre",
        "portail",
        "courriel",
        "duree",
        "contact",
        "allies",
    ]


def test_what_is_about_the_record_is_kept_apart(root: Path) -> None:
    found = facts(root, about_record=True)
    assert found == {
        "publie_le": Fact("publie_le", "Publiée le", Value("texte", "22 novembre 2026", moment="2026-11-22"))
    }


def test_a_term_leads_to_its_page_with_its_definition(root: Path) -> None:
    term = Value(
        "terme",
        "Transparence",
        "../../catalogue/enjeux/transparence/",
        definition="Rendre visible l'action publique.",
    )
    assert facts(root)["enjeux"].value == Value("liste", items=(term,))


def test_an_unknown_term_is_shown_as_it_is_written(root: Path) -> None:
    found = facts(root, ("[publier]", "[inventer]"))
    assert found["phases"].value.items == (Value("texte", "inventer"),)


def test_a_reference_leads_to_the_entry_that_it_names(root: Path) -> None:
    (found,) = facts(root)["allies"].value.items
    assert found == Value("lien", "Syndicat d'Exemple", "../../offres/autre/")


def test_a_reference_to_nobody_is_shown_as_it_is_written(root: Path) -> None:
    assert facts(root, ("[autre]", "[personne]"))["allies"].value.items == (Value("texte", "personne"),)


def test_an_address_of_the_web_and_an_email_are_external_links(root: Path) -> None:
    found = facts(root)
    assert found["portail"].value == Value("lien", "www.exemple.fr", "https://www.exemple.fr/", external=True)
    assert found["courriel"].value == Value(
        "lien", "donnees@exemple.fr", "mailto:donnees@exemple.fr", external=True
    )


def test_durations_and_numbers_are_written_in_french(root: Path) -> None:
    found = facts(root, ("nombre: 12", "nombre: 1200"))
    assert found["duree"].value == Value("texte", f"2{NBSP}jours")
    assert found["nombre"].value == Value("texte", f"1{THIN_NBSP}200", number=1200)


def test_a_group_follows_the_canevas_whatever_the_order_of_the_file(root: Path) -> None:
    contact = facts(root)["contact"].value
    assert contact.form == "groupe"
    assert [(fact.label, fact.value.text) for fact in contact.facts] == [
        ("Fonction", "Pôle données"),
        ("Courriel", "pole@exemple.fr"),
    ]


def test_rows_are_a_table_whose_missing_cells_are_empty(root: Path) -> None:
    rows = "\nlignes:\n  - nombre: 11\n    type: Communes\n  - type: EPCI\n"
    found = facts(root, ("\nstatut:", f"{rows}statut:"))["lignes"].value
    assert (found.form, found.columns) == ("tableau", ("Type", "Nombre"))
    assert found.rows == (
        (Value("texte", "Communes"), Value("texte", "11", number=11)),
        (Value("texte", "EPCI"), None),
    )


def test_a_column_that_no_row_fills_is_left_out(root: Path) -> None:
    found = facts(root, ("\nstatut:", "\nlignes: [{ type: Communes }]\nstatut:"))["lignes"].value
    assert found.columns == ("Type",)


def give_paged_term_an_address(root: Path) -> None:
    path = root / "kit/vocabulaires/enjeux.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("    alias: [redevabilité]\n", "    url: https://exemple.fr/\n"), "utf-8")


def test_a_term_that_has_a_page_is_not_external_even_if_it_has_an_address(root: Path) -> None:
    give_paged_term_an_address(root)
    (term,) = facts(root)["enjeux"].value.items
    assert (term.href, term.external) == ("../../catalogue/enjeux/transparence/", False)


def test_a_term_without_a_page_leads_to_its_own_address(root: Path) -> None:
    give_paged_term_an_address(root)
    canevas = root / "kit/canevas/offre.yml"
    canevas.write_text(canevas.read_text("utf-8").replace("x-facette: page", "x-facette: filtre"), "utf-8")
    (term,) = facts(root)["enjeux"].value.items
    assert (term.href, term.external) == ("https://exemple.fr/", True)


def test_a_term_of_a_field_with_an_underscore_leads_to_its_page(root: Path) -> None:
    canevas = root / "kit/canevas/offre.yml"
    canevas.write_text(canevas.read_text("utf-8").replace("  phases:\n", "  mes_phases:\n"), "utf-8")
    (term,) = facts(root, ("phases:", "mes_phases:"))["mes_phases"].value.items
    assert term.href == "../../catalogue/mes-phases/publier/"


RANGE = """  places:
    title: Places
    type: object
    x-unite: personnes
    properties:
      min: { title: Au moins, type: integer }
      max: { title: Au plus, type: integer }
      equipe: { title: Équipe, type: string }
  contexte: {"""


def test_a_group_with_a_unit_is_told_as_an_interval_without_its_ends(root: Path) -> None:
    canevas = root / "kit/canevas/offre.yml"
    canevas.write_text(canevas.read_text("utf-8").replace("  contexte: {", RANGE), "utf-8")
    rows = "\nplaces: { min: 30, max: 60, equipe: 3 à 5 }\nstatut:"
    found = facts(root, ("\nstatut:", rows))["places"].value
    assert found.text == f"30 à 60{NBSP}personnes"
    assert list(found.named) == ["equipe"]


def test_the_rows_of_a_table_are_read_by_name_and_grouped_as_they_first_come(root: Path) -> None:
    rows = "\nlignes: [{ type: B, nombre: 1 }, { type: A }, { type: B, nombre: 2 }]\nstatut:"
    found = facts(root, ("\nstatut:", rows))["lignes"].value
    assert found.records[1] == {"type": Value("texte", "A")}
    groups = [(key and key.text, len(rows)) for key, rows in found.records_by("type")]
    assert groups == [("B", 2), ("A", 1)]


def test_a_list_whose_fields_are_a_measure_has_its_measures(root: Path) -> None:
    canevas = root / "kit/canevas/offre.yml"
    text = canevas.read_text("utf-8")
    text = text.replace("type: { title: Type,", "type: { title: Type, x-mesure: libelle,")
    canevas.write_text(
        text.replace("nombre: { title: Nombre, type: integer }", "nombre: { x-mesure: cible, type: integer }")
    )
    found = facts(root, ("\nstatut:", "\nlignes: [{ type: Communes, nombre: 3 }]\nstatut:"))["lignes"].value
    assert [measure.text for measure in found.measures] == [f"Objectif{THIN_NBSP}: 3"]


def test_what_replaces_an_entry_is_no_fact(root: Path) -> None:
    assert "remplace_par" not in facts(root, ("\nstatut:", "\nremplace_par: autre\nstatut:"))
