from datetime import date

import pytest

from generator.canevas import Canevas
from generator.kit import Kit, gather
from generator.literals import Json
from generator.places import path_of
from generator.questions import definitions, in_words, proposal, remaining, wording
from generator.request import canevas_of
from tests.conftest import MINIMAL, REPOSITORY

TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def kit() -> Kit:
    return gather(MINIMAL)


@pytest.fixture(scope="module")
def whole_kit() -> Kit:
    return gather(REPOSITORY)


def names(canevas: Canevas, **value: Json) -> list[str]:
    places = remaining(canevas, {"id": "essai", **value}, TODAY)
    return [".".join(step for step in path if isinstance(step, str)) for path in places]


def words(kit: Kit, kind: str, name: str) -> list[str]:
    canevas = canevas_of(kit, kind)
    return list(wording(kit, canevas, path_of(canevas, name) or ()))


OFFER = [
    "nom",
    "resume",
    "statut",
    "type_structure",
    "niveau",
    "territoire.libelle",
    "couverture",
    "sources.titre",
]


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("offre", {}, [*OFFER, "enjeux", "phases"]),
        ("offre", {"statut": "publiee"}, [name for name in [*OFFER, "enjeux", "phases"] if name != "statut"]),
        ("offre", {"statut": "annoncee"}, [name for name in OFFER if name != "statut"]),
        (
            "offre",
            {"sources": [{"titre": "Bilan"}], "statut": "annoncee", "nom": "x"},
            OFFER[1:2] + OFFER[3:-1],
        ),
        (
            "ressource",
            {},
            ["titre", "resume", "type_ressource", "acces", "enjeux", "phases", "sources.titre"],
        ),
        (
            "ressource",
            {"acces": "en-ligne", "titre": "x", "resume": "y", "type_ressource": "guide"},
            ["enjeux", "phases", "sources.titre", "url"],
        ),
    ],
)
def test_what_must_be_filled_is_asked_and_what_can_be_known_is_not(
    whole_kit: Kit, kind: str, value: dict[str, Json], expected: list[str]
) -> None:
    assert names(canevas_of(whole_kit, kind), **value) == expected


def test_a_question_shows_the_label_the_help_and_an_example(whole_kit: Kit) -> None:
    assert words(whole_kit, "offre", "nom") == [
        "Nom de la structure",
        "Nom complet, tel que le public le connaît.",
        "Exemple : Syndicat mixte de l'Exemple",
    ]


def test_a_question_inside_a_group_is_introduced_by_the_group(whole_kit: Kit) -> None:
    assert words(whole_kit, "offre", "sources.titre") == [
        "Sources : Titre",
        "D'où viennent les informations de la fiche.",
        "Titre du document, de la page ou de l'entretien.",
        "Exemple : Délibération du 12 mars 2026",
    ]


def test_the_terms_are_shown_by_number_with_their_labels(whole_kit: Kit) -> None:
    assert words(whole_kit, "offre", "couverture")[2:] == [
        "  1. Tout le territoire",
        "  2. Adhérents seulement",
        "Répondez par un numéro ou un nom. « ? » montre les définitions.",
    ]
    several = "Répondez par un numéro ou un nom ; plusieurs, séparés par des virgules."
    assert words(whole_kit, "offre", "enjeux")[-1] == f"{several} « ? » montre les définitions."


def test_a_list_without_vocabulary_has_no_definition_to_show(kit: Kit) -> None:
    assert words(kit, "offre", "niveau") == [
        "Niveau",
        "  1. local",
        "  2. national",
        "Répondez par un numéro ou un nom.",
    ]
    assert list(definitions(kit, canevas_of(kit, "offre"), ("niveau",))) == []


def test_definitions_are_numbered_as_the_terms_are(whole_kit: Kit) -> None:
    shown = list(definitions(whole_kit, canevas_of(whole_kit, "offre"), ("statut",)))
    assert shown[0].startswith("  1. Annoncée : La structure participe au programme")
    assert len(shown) == 3


def test_a_default_is_proposed_by_its_label(whole_kit: Kit) -> None:
    canevas = canevas_of(whole_kit, "offre")
    assert proposal(whole_kit, canevas, ("statut",)) == "Publiée"
    assert proposal(whole_kit, canevas, ("nom",)) == ""


def test_a_value_is_told_in_words(whole_kit: Kit) -> None:
    vocabulary = whole_kit.definitions.vocabularies["phases"]
    assert in_words(["publier", "autre"], vocabulary) == f"{vocabulary.by_id['publier'].label}, autre"
    assert in_words(12, None) == "12"
