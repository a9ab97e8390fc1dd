import pytest

from generator.canevas import Canevas
from generator.definitions import load
from generator.literals import Json
from generator.places import path_of, places_of, put, value_at
from generator.schema import Path
from tests.conftest import MINIMAL


@pytest.fixture(scope="module")
def canevas() -> Canevas:
    return load(MINIMAL).canevases[0]


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("nom", ["nom"]),
        ("contact.fonction", ["contact", "fonction"]),
        ("sources.titre", ["sources", 0, "titre"]),
        ("sources", ["sources"]),
        ("couleur", None),
        ("nom.court", None),
        ("sources.couleur", None),
        ("", None),
        ("contact.", None),
    ],
)
def test_a_dotted_name_designates_a_place(canevas: Canevas, name: str, path: Path | None) -> None:
    assert path_of(canevas, name) == path


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("nom", [("nom",)]),
        ("enjeux", [("enjeux",)]),
        ("contact", [("contact", "fonction")]),
        ("sources", [("sources", 0, "titre")]),
    ],
)
def test_a_group_needs_the_fields_that_it_requires(canevas: Canevas, name: str, places: list[Path]) -> None:
    assert list(places_of(canevas, (name,))) == places


@pytest.mark.parametrize(
    ("whole", "path", "expected"),
    [
        ({}, ["nom"], {"nom": "x"}),
        ({"id": "a"}, ["contact", "fonction"], {"id": "a", "contact": {"fonction": "x"}}),
        (
            {"contact": {"courriel": "b"}},
            ["contact", "fonction"],
            {"contact": {"courriel": "b", "fonction": "x"}},
        ),
        ({}, ["sources", 0, "titre"], {"sources": [{"titre": "x"}]}),
        (
            {"sources": [{"url": "u"}, {}]},
            ["sources", 0, "titre"],
            {"sources": [{"url": "u", "titre": "x"}, {}]},
        ),
    ],
)
def test_what_is_put_at_a_place_stands_there_and_the_rest_is_kept(
    whole: Json, path: Path, expected: Json
) -> None:
    before = repr(whole)
    done = put(whole, path, "x")
    assert done == expected
    assert value_at(done, path) == "x"
    assert repr(whole) == before


@pytest.mark.parametrize("value", [{}, {"sources": []}, {"sources": [{}]}])
def test_nothing_stands_at_a_place_that_is_not_there(value: Json) -> None:
    assert value_at(value, ["sources", 0, "titre"]) is None
