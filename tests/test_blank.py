from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.blank import blank
from generator.diagnostic import Diagnostic
from generator.entry import Entry, interpret
from generator.kit import Kit, gather
from generator.source import from_bytes
from tests.conftest import MINIMAL

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def kit() -> Kit:
    return gather(MINIMAL)


def written(kit: Kit, **answers: str) -> str:
    return blank(kit.definitions.canevases[0], kit, "essai", TODAY, answers)


def understood(kit: Kit, **answers: str) -> Entry:
    document = from_bytes("atd_offers/essai.md", written(kit, **answers).encode())
    entry = interpret(document, kit.definitions.canevases[0])
    assert entry is not None
    return entry


def test_a_blank_entry_is_valid_as_it_stands(
    small_kit: Path, diagnose: Callable[[Path], list[Diagnostic]]
) -> None:
    (small_kit / "atd_offers/essai.md").write_text(written(gather(small_kit)), "utf-8")
    assert diagnose(small_kit) == []


def test_a_blank_entry_of_each_real_kind_is_valid_and_has_all_its_sections(real_kit: Path) -> None:
    kit = gather(real_kit)
    for canevas in kit.definitions.canevases:
        text = blank(canevas, kit, "essai-vierge", TODAY, {})
        titles = [line[3:] for line in text.split("\n") if line.startswith("## ")]
        assert titles == [part.label for part in canevas.sections]
        entry = interpret(from_bytes(f"{canevas.folder}/essai-vierge.md", text.encode()), canevas)
        assert entry is not None
        assert entry.faults == ()


def test_the_first_lines_name_the_schema_for_editors(kit: Kit) -> None:
    schema = "https://kit.exemple.fr/canevas/offre.entete.schema.json"
    assert written(kit).startswith(f"---\n# yaml-language-server: $schema={schema}\n# Identifiant.\nid: ")


def test_required_conditional_and_recommended_fields_stand_and_the_others_are_comments(kit: Kit) -> None:
    lines = written(kit).split("\n")
    assert "statut: publiee" in lines
    assert 'publie_le: "2026-11-22"' in lines
    assert "# nombre: 12" in lines


def test_the_terms_of_a_vocabulary_are_quoted_above_the_field(kit: Kit) -> None:
    lines = written(kit).split("\n")
    assert lines[lines.index("enjeux: [transparence]") - 1] == "#   valeurs : transparence, confiance"


def test_each_section_has_its_heading_and_its_advice(kit: Kit) -> None:
    assert "## Contexte\n\nÀ compléter : Pourquoi.\n\n## Objectifs\n" in written(kit)


def test_a_known_answer_is_written_even_for_an_optional_field(kit: Kit) -> None:
    entry = understood(kit, niveau="local", nombre="7", phases="publier, evaluer")
    assert entry.value["niveau"] == "local"
    assert entry.value["nombre"] == 7
    assert entry.terms("phases") == ("publier", "evaluer")


@pytest.mark.parametrize(
    "text", ['Le « pôle » : "données"', "a # b", "- tiret", "no", "0123", "[x]", "l'été\\n"]
)
def test_an_answer_is_read_back_as_it_was_given(kit: Kit, text: str) -> None:
    assert understood(kit, nom=text).title == text


def test_an_answer_of_a_list_is_read_back_as_it_was_given(kit: Kit) -> None:
    assert understood(kit, phases="publier: vite").terms("phases") == ("publier: vite",)


def test_an_answer_for_a_section_is_its_text(kit: Kit) -> None:
    assert understood(kit, contexte="Douze communes.").value["contexte"] == "Douze communes."
