from pathlib import Path

import pytest
import yaml

from generator import issue_form
from generator.issue_form import PROMISES, form
from generator.kit import Kit, gather
from generator.literals import Json
from tests.conftest import MINIMAL


@pytest.fixture(scope="module")
def kit() -> Kit:
    return gather(MINIMAL)


def asked(kit: Kit) -> dict[str, Json]:
    """Give what the form of the minimal kit asks for, by name."""
    content = yaml.safe_load(form(kit.definitions.canevases[0], kit))
    return {element["id"]: element for element in content["body"] if "id" in element}


def test_a_form_bears_the_name_of_its_kind_and_its_source(kit: Kit) -> None:
    text = form(kit.definitions.canevases[0], kit)
    assert text.startswith("# Tiré de kit/canevas/offre.yml et de kit/vocabulaires/ par « make forms »")
    content = yaml.safe_load(text)
    assert content["name"] == "Proposer une fiche : Offre"
    assert content["description"] == "Sans toucher à un fichier. Une offre d'essai."


def test_a_form_asks_for_what_must_stand_the_facets_and_the_sections(kit: Kit) -> None:
    fields = ["nom", "resume", "enjeux", "phases", "contexte", "objectifs", "suites"]
    assert list(asked(kit)) == [*fields, "autres", "engagements"]


def test_only_what_an_entry_can_never_lack_is_compulsory(kit: Kit) -> None:
    found = [name for name, element in asked(kit).items() if element.get("validations", {}).get("required")]
    assert found == ["nom", "resume", "enjeux"]


def test_a_vocabulary_is_a_list_of_labels_where_several_may_be_chosen(kit: Kit) -> None:
    element = asked(kit)["enjeux"]
    labels = [term.label for term in kit.definitions.vocabularies["enjeux"].terms]
    assert element["type"] == "dropdown"
    assert element["attributes"] == {"label": "Enjeux", "multiple": True, "options": labels}


def test_a_short_text_is_asked_on_one_line_and_a_long_one_on_several(kit: Kit) -> None:
    assert {name: asked(kit)[name]["type"] for name in ("nom", "resume", "contexte")} == {
        "nom": "input",
        "resume": "textarea",
        "contexte": "textarea",
    }


def test_the_help_and_the_example_are_those_of_the_canevas(kit: Kit) -> None:
    assert asked(kit)["contexte"]["attributes"] == {"label": "Contexte", "description": "Pourquoi."}
    assert asked(kit)["nom"]["attributes"]["placeholder"] == "Nom de l'Exemple"


def test_the_other_fields_are_named_under_one_text_but_those_of_the_team(kit: Kit) -> None:
    advice = asked(kit)["autres"]["attributes"]["description"]
    assert "Par exemple : Nombre, Unité, Niveau," in advice
    for label in ("Identifiant", "Statut", "Publiée le", "Remplacée par", "Anciens identifiants"):
        assert label not in advice


def test_an_author_commits_to_every_promise(kit: Kit) -> None:
    options = asked(kit)["engagements"]["attributes"]["options"]
    assert options == [{"label": promise, "required": True} for promise in PROMISES]


def test_a_group_of_fields_is_one_text_whose_parts_are_named(real_kit: Path) -> None:
    kit = gather(real_kit)
    canevas = kit.definitions.canevas("offre")
    assert canevas
    body = yaml.safe_load(form(canevas, kit))["body"]
    places = {element["id"]: element["attributes"] for element in body if "id" in element}
    assert places["territoire"]["description"].endswith(
        " Dites si possible : Territoire, Régions, Départements, Intercommunalités, Communes."
    )
    assert places["territoire"]["placeholder"] == "Territoire : Département des Landes ; Départements : 40"
    assert places["licence"]["default"] == 0


def test_every_kind_has_a_form_with_few_fields(real_kit: Path) -> None:
    kit = gather(real_kit)
    for canevas in kit.definitions.canevases:
        assert len(yaml.safe_load(form(canevas, kit))["body"]) <= 25


def test_the_form_of_a_kind_is_written_on_the_standard_output(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], kit: Kit
) -> None:
    monkeypatch.chdir(MINIMAL)
    issue_form.main("offre")
    assert capsys.readouterr().out == form(kit.definitions.canevases[0], kit)


def test_a_kind_without_a_canevas_has_no_form(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(MINIMAL)
    with pytest.raises(SystemExit, match="« recette » n'est pas un genre"):
        issue_form.main("recette")
