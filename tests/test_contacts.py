import pytest

from generator.contacts import Contacts
from generator.definitions import load
from generator.review import Review
from tests.conftest import REPOSITORY

CONTACTS = Contacts(
    Review({"boites_de_service": ["mairie*", "sig", "ville"], "messageries_personnelles": ["orange.fr"]})
)


def personal(text: str) -> list[str]:
    return [text[start:end] for start, end in CONTACTS.personal(text)]


@pytest.mark.parametrize(
    "address",
    [
        "camille.martin@exemple.fr",
        "c.martin@exemple.fr",
        "Jean-Pierre.MARTIN@exemple.fr",
        "camille_martin@exemple.fr",
        "hélène.martin@exemple.fr",
        "cmartin@orange.fr",
        "camille33@Orange.fr",
        "sigrid@orange.fr",
        "villemin.pierre@orange.fr",
    ],
)
def test_an_address_that_names_a_person_is_personal(address: str) -> None:
    assert CONTACTS.is_personal(address)
    assert personal(f"Écrire à {address}.") == [address]


@pytest.mark.parametrize(
    "address",
    [
        "mairie@orange.fr",
        "mairie.exemple@orange.fr",
        "mairiedexemple@orange.fr",
        "sig@orange.fr",
        "camille.sig@exemple.fr",
        "ville-33@orange.fr",
        "cmartin@exemple.fr",
        "donnees@exemple.fr",
        "service-urbanisme@exemple.fr",
        "a.b.c@exemple.fr",
    ],
)
def test_an_address_that_names_a_service_or_says_nothing_is_not(address: str) -> None:
    assert not CONTACTS.is_personal(address)


@pytest.mark.parametrize(
    "number",
    [
        "06 12 34 56 78",
        "07.12.34.56.78",
        "0612345678",
        "06-12-34-56-78",
        "+33 6 12 34 56 78",
        "0033612345678",
        "+33 (0)6.12.34.56.78",
        "+33 612345678",
        "06\u00a012 34\u00a056 78",
    ],
)
def test_a_mobile_number_is_personal(number: str) -> None:
    assert personal(f"Tél. : {number}, le matin.") == [number]


@pytest.mark.parametrize(
    "text",
    [
        "01 23 45 67 89",
        "+33 5 12 34 56 78",
        "06/12/2026",
        "06.12.2026",
        "07-06-2026 14:30",
        "06.01.2026 12 h",
        "06-01-2026 12-14 h",
        "06 01 2026 12 h",
        "SIRET 200 069 110 00015",
        "20006911000015",
        "200061234567812",
        "06004 06088 07010 06123",
        "12 06 12 34 56 78",
        "06 12 34 56 78 90",
        "https://exemple.fr/0612345678",
        "prenom.nom, @camille.martin, camille@",
    ],
)
def test_dates_codes_and_other_numbers_are_not(text: str) -> None:
    assert personal(text) == []


@pytest.mark.parametrize(
    "address",
    ["open.data@exemple.fr", "pole.numerique@exemple.fr", "dsi.support@exemple.fr", "infogeo@orange.fr"],
)
def test_the_real_kit_knows_the_usual_services(address: str) -> None:
    assert not Contacts(load(REPOSITORY).review).is_personal(address)


@pytest.mark.parametrize(
    "name", ["villemin.pierre", "polette.marie", "missionnaire", "portailler", "projetti"]
)
def test_a_name_that_starts_like_a_service_is_that_of_a_person(name: str) -> None:
    assert Contacts(load(REPOSITORY).review).is_personal(f"{name}@gmail.com")
