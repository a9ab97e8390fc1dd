import pytest

from generator.definitions import load
from generator.french import NBSP, THIN_NBSP
from generator.literals import Json
from generator.measures import Measure, measures
from tests.conftest import REPOSITORY

ROLES = ("libelle", "cible", "realise", "unite", "echeance", "source")
FIELDS: dict[str, dict[str, Json]] = {role: {"x-mesure": role} for role in ROLES}


def measure(**row: Json) -> Measure:
    (found,) = measures([{"libelle": "Communes accompagnées", **row}], FIELDS)
    return found


@pytest.mark.parametrize(
    ("row", "text", "share"),
    [
        (
            {"cible": 10, "realise": 4, "unite": "communes", "echeance": "2027"},
            "4 communes pour un objectif de 10 en 2027",
            40,
        ),
        ({"cible": 10, "unite": "communes"}, "Objectif : 10 communes", None),
        ({"cible": 10, "echeance": "2027-06-30"}, "Objectif : 10 le 30 juin 2027", None),
        ({"realise": 4, "unite": "communes"}, "Constaté : 4 communes", None),
        ({"realise": 0, "cible": 10}, "0 pour un objectif de 10", 0),
        ({"realise": 12, "cible": 10}, "12 pour un objectif de 10", 100),
        ({"realise": -1, "cible": 10}, "-1 pour un objectif de 10", 0),
        ({"realise": 4, "cible": 0}, "4 pour un objectif de 0", None),
        ({"cible": 90, "realise": 45, "unite": "%"}, "45 % pour un objectif de 90 %", 50),
        ({"echeance": "2020-12"}, "Échéance : décembre 2020", None),
        ({"unite": "communes"}, "Sans valeur visée ni constatée", None),
    ],
)
def test_a_measure_reads_as_a_sentence(row: dict[str, Json], text: str, share: int | None) -> None:
    found = measure(**row)
    assert (found.text.replace(NBSP, " ").replace(THIN_NBSP, " "), found.share) == (text, share)


def test_a_measure_keeps_its_label_and_its_source() -> None:
    found = measure(cible=1, source="Bilan annuel")
    assert (found.label, found.source) == ("Communes accompagnées", "Bilan annuel")


def test_rows_whose_fields_are_no_measure_give_none() -> None:
    assert measures([{"libelle": "Repas", "min": 1}], {"libelle": {}, "min": {}}) == ()


def test_each_real_kind_that_has_indicators_says_what_their_fields_are() -> None:
    found = {
        part.schema["x-mesure"]
        for canevas in load(REPOSITORY).canevases
        for field in canevas.properties
        if field.name == "indicateurs"
        for part in canevas.parts_of(field)
    }
    assert found == set(ROLES)
