import pytest

from generator import layout
from generator.config import read_config
from generator.definitions import Definitions, load
from generator.quotations import (
    PARTS,
    PIECES,
    QUOTATION,
    fill,
    is_alone,
    is_piece,
    is_table,
    piece,
    split,
    table,
    tables,
    with_values,
)
from tests.conftest import MINIMAL, REPOSITORY


@pytest.fixture(scope="module")
def small() -> Definitions:
    return load(MINIMAL)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Par [[editeur.nom]], à [[site.depot]].", ["editeur.nom", "site.depot"]),
        ("[[canevas.appel-a-projets.champs]]", ["canevas.appel-a-projets.champs"]),
        ("[une note] et [[1]](#note)", []),
        ("[[ editeur.nom ]] [[Éditeur]]", []),
    ],
)
def test_names_between_double_brackets_are_found(text: str, expected: list[str]) -> None:
    assert QUOTATION.findall(text) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("canevas.offre.champs", ("offre", "champs")),
        ("canevas.offre", ("offre", "")),
        ("canevas", ("", "")),
        ("canevas.appel-a-projets.sections", ("appel-a-projets", "sections")),
    ],
)
def test_the_name_of_a_table_is_a_kind_and_a_part(name: str, expected: tuple[str, str]) -> None:
    assert is_table(name)
    assert split(name) == expected


def test_values_of_the_configuration_take_the_place_of_their_names() -> None:
    text = "Par [[editeur.nom]], [[absent]], [[canevas.offre.champs]]."
    expected = text.replace("[[editeur.nom]]", "Collectivité d'Exemple")
    assert with_values(text, read_config(MINIMAL)) == expected


def test_a_value_of_the_configuration_is_not_a_table() -> None:
    assert not is_table("editeur.nom")
    assert not is_table("canevasier.nom")


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("[[x]]", True),
        ("\n[[x]]\n", True),
        ("Avant.\n\n[[x]]\n\nAprès.", True),
        ("Avant.\n \n[[x]] \n\t\nAprès.", True),
        ("Avant.\n[[x]]\n", False),
        ("\n[[x]]\nAprès.", False),
        ("Les [[x]]", False),
        ("[[x]].", False),
        ("    [[x]]", False),
        ("- un\n\n  [[x]]\n", False),
    ],
)
def test_a_table_stands_alone_between_blank_lines(text: str, alone: bool) -> None:
    start = text.index("[[")
    assert is_alone(text, start, start + len("[[x]]")) is alone


def test_a_page_full_of_quotations_is_read_without_hanging() -> None:
    text = "[[canevas.offre.champs]]\n\n" * 8_000
    assert all(is_alone(text, *found.span()) for found in QUOTATION.finditer(text))


@pytest.mark.parametrize("part", PARTS)
def test_each_part_of_a_canevas_has_its_template(small: Definitions, part: str) -> None:
    found = table(f"canevas.offre.{part}", small)
    assert found
    assert found.groups
    assert (REPOSITORY / "overrides/kit" / found.template).is_file()


@pytest.mark.parametrize("name", ["canevas.ofre.champs", "canevas.offre.champ", "canevas.offre", "canevas"])
def test_what_names_nothing_is_no_table(small: Definitions, name: str) -> None:
    assert table(name, small) is None


def test_the_tables_of_a_text_are_each_given_once(small: Definitions) -> None:
    text = "[[canevas.offre.champs]] [[editeur.nom]] [[canevas.x.champs]] [[canevas.offre.champs]]"
    assert [found.part for found in tables(text, small)] == ["champs"]


def test_a_table_takes_the_place_of_its_paragraph_and_of_nothing_else(small: Definitions) -> None:
    page = (
        "<p>[[canevas.offre.champs]]</p><pre>[[canevas.offre.champs]]</pre>"
        "<p>[[editeur.nom]]</p><p>[[canevas.x.champs]]</p>"
    )
    assert fill(page, small, lambda found: f"<b>{found.template}</b>") == page.replace(
        "<p>[[canevas.offre.champs]]</p>", "<b>champs.html</b>"
    )


@pytest.mark.parametrize("name", PIECES)
def test_each_piece_of_the_kit_has_its_template(name: str) -> None:
    found = piece(f"kit.{name}")
    assert found
    assert (REPOSITORY / layout.BODY_TEMPLATES / found.template).is_file()


def test_what_is_no_piece_of_the_kit_names_nothing() -> None:
    assert is_piece("kit.nouveaute")
    assert not is_piece("kits.nouveautes")
    assert piece("kit.nouveaute") is piece("kit") is piece("editeur.nom") is None


def test_a_piece_takes_the_place_of_its_paragraph(small: Definitions) -> None:
    page = "<p>[[kit.genres]]</p><p>Voir [[kit.genres]]</p>"
    assert fill(page, small, lambda found: found.template) == "kit-genres.html<p>Voir [[kit.genres]]</p>"
