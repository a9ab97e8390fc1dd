from pathlib import Path

import pytest

from generator.definitions import load, own_schema
from tests.conftest import MINIMAL, REPOSITORY


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_the_terms_of_a_vocabulary_are_the_values_of_its_fields() -> None:
    canevas = load(MINIMAL).canevases[0]
    assert canevas.by_name["enjeux"].schema["items"]["enum"] == ["transparence", "confiance"]
    assert canevas.by_name["statut"].schema["enum"] == ["publiee", "annoncee"]


def test_a_canevas_is_found_by_its_kind() -> None:
    definitions = load(MINIMAL)
    assert definitions.canevas("offre") is definitions.canevases[0]
    assert definitions.canevas("recette") is None


def test_canevases_come_in_the_order_of_their_ranks() -> None:
    ranks = [canevas.order for canevas in load(REPOSITORY).canevases]
    assert len(ranks) > 1
    assert ranks == sorted(ranks)


@pytest.mark.parametrize("root", [MINIMAL, REPOSITORY])
def test_the_definitions_of_the_repository_are_sound(root: Path) -> None:
    assert load(root).faults == ()


def test_a_file_that_starts_with_an_underscore_is_no_kind() -> None:
    assert [canevas.kind for canevas in load(MINIMAL).canevases] == ["offre"]
    assert "kit/canevas/_communs.yml" in [document.path for document in load(MINIMAL).documents]


def test_a_broken_canevas_is_left_out_with_its_fault_at_its_line(small_kit: Path) -> None:
    replace(
        small_kit / "kit/canevas/offre.yml", "x-pluriel: Offres\n", "x-pluriel: Offres\nx-couleur: rouge\n"
    )
    definitions = load(small_kit)
    assert definitions.canevases == ()
    assert [(fault.cause, fault.span.line) for fault in definitions.faults] == [("unknown_field", 5)]


def test_a_reference_that_points_nowhere_breaks_the_canevas(small_kit: Path) -> None:
    replace(small_kit / "kit/canevas/offre.yml", '"#/$defs/id"', '"#/$defs/nulle_part"')
    definitions = load(small_kit)
    assert definitions.canevases == ()
    assert {fault.cause for fault in definitions.faults} == {"broken_canevas"}


def test_a_fault_in_one_term_keeps_the_vocabulary(small_kit: Path) -> None:
    replace(small_kit / "kit/vocabulaires/enjeux.yml", "    libelle: Confiance\n", "")
    definitions = load(small_kit)
    assert definitions.vocabularies["enjeux"].ids == ("transparence", "confiance")
    assert [fault.cause for fault in definitions.faults] == ["missing_field"]


def test_an_unreadable_vocabulary_is_left_out_and_its_document_keeps_the_fault(small_kit: Path) -> None:
    path = "kit/vocabulaires/enjeux.yml"
    (small_kit / path).write_text(f"titre: {'[' * 20}", "utf-8")
    definitions = load(small_kit)
    assert "enjeux" not in definitions.vocabularies
    assert [fault.cause for document in definitions.documents for fault in document.faults] == ["too_deep"]


def test_a_kit_without_definitions_has_none(tmp_path: Path) -> None:
    definitions = load(tmp_path)
    assert (definitions.canevases, definitions.vocabularies, definitions.faults) == ((), {}, ())


@pytest.mark.parametrize("name", ["canevas", "communs", "page", "vocabulaire"])
def test_the_program_own_schemas_are_valid_and_described(name: str) -> None:
    schema = own_schema(name)
    assert schema.raw["title"]
    assert schema.raw["additionalProperties"] is False
    assert all(schema.at([part]).get("title") for part in schema.raw["properties"])
