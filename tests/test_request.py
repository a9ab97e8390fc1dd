import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.definitions import Definitions
from generator.kit import Kit, gather
from generator.literals import Json
from generator.request import (
    RequestError,
    canevas_of,
    entry_of,
    kinds_of,
    missing_words,
    proposed_id,
    refuse_place,
    with_fields,
)
from tests.conftest import MINIMAL, REPOSITORY


@pytest.fixture(scope="module")
def kit() -> Kit:
    return gather(MINIMAL)


@pytest.fixture(scope="module")
def whole_kit() -> Kit:
    return gather(REPOSITORY)


def given(kit: Kit, *pairs: str) -> dict[str, Json]:
    return with_fields(kit, canevas_of(kit, "offre"), {"id": "essai"}, pairs)


def refused(kit: Kit, *pairs: str) -> str:
    with pytest.raises(RequestError) as refusal:
        given(kit, *pairs)
    return str(refusal.value)


def test_values_are_read_along_the_canevas(kit: Kit) -> None:
    assert given(
        kit, "nom=Syndicat = d'Exemple", "enjeux=Confiance", "nombre = 12", "sources.titre=Bilan"
    ) == {
        "id": "essai",
        "nom": "Syndicat = d'Exemple",
        "enjeux": ["confiance"],
        "nombre": 12,
        "sources": [{"titre": "Bilan"}],
    }


@pytest.mark.parametrize(
    ("pairs", "sentence"),
    [
        (["nom"], "« --champ nom » s'écrit « --champ champ=valeur »."),
        (["nom= "], "« --champ nom=  » s'écrit « --champ champ=valeur »."),
        (["=x"], "« --champ =x » s'écrit « --champ champ=valeur »."),
        (["noms=x"], "« noms » n'est pas un champ que « --champ » peut donner. Écrivez « nom »."),
        (["id=x"], "« id » n'est pas un champ que « --champ » peut donner. Champs : nom, resume,"),
        (["nom=Un", "nom=Deux"], "« --champ nom » est donné deux fois."),
        (
            ["contact=x"],
            "« contact » est un groupe de champs : écrivez par exemple « --champ contact.fonction=… ».",
        ),
        (
            ["sources=x"],
            "« sources » est un groupe de champs : écrivez par exemple « --champ sources.titre=… ».",
        ),
        (
            ["enjeux=transparance"],
            "« transparance » n'est pas un enjeu connu. Écrivez « transparence ». Enjeux : kit/vocabulaires/",
        ),
        (["nombre=douze"], "« Nombre » attend un nombre entier"),
        (["niveau=\x1b[31mx"], "«  [31mx » n'est pas"),
    ],
)
def test_a_value_that_cannot_be_taken_is_refused(kit: Kit, pairs: list[str], sentence: str) -> None:
    assert sentence in refused(kit, *pairs)


def test_a_warning_does_not_refuse_a_value(whole_kit: Kit) -> None:
    assert given(whole_kit, "contexte=Court.")["contexte"] == "Court."


def test_an_unknown_kind_is_refused_with_the_closest_or_all(kit: Kit) -> None:
    with pytest.raises(RequestError, match="Écrivez « offre »"):
        canevas_of(kit, "ofre")
    with pytest.raises(RequestError, match=r"« recette » n'est pas un genre de fiche\. Genres : offre\."):
        canevas_of(kit, "recette")


def test_a_kit_without_a_kind_that_can_be_read_says_so(kit: Kit) -> None:
    empty = replace(kit, definitions=Definitions())
    for ask in (missing_words, kinds_of, lambda found: canevas_of(found, "offre")):
        with pytest.raises(RequestError, match="aucun genre de fiche lisible"):
            ask(empty)


def test_the_kinds_are_told_to_who_names_none(whole_kit: Kit) -> None:
    assert missing_words(whole_kit).endswith("Genres : offre, ressource, animation.")


@pytest.mark.parametrize(
    ("identifier", "sentence"),
    [
        ("Mon Été", "« Mon Été » ne convient pas : écrivez « mon-ete »."),
        ("../../essai", "« ../../essai » ne convient pas : écrivez « essai »."),
        ("/absolu/essai", "ne convient pas : écrivez « absolu-essai »."),
        ("essai.md", "ne convient pas : écrivez « essai-md »."),
        ("_essai", "ne convient pas : écrivez « essai »."),
        ("a" * 61, "« Identifiant » est trop long : 61 "),
        ("alpi", "« atd_offers/alpi.md » existe déjà."),
    ],
)
def test_an_id_that_does_not_suit_is_refused(whole_kit: Kit, identifier: str, sentence: str) -> None:
    with pytest.raises(RequestError) as refusal:
        entry_of(whole_kit, canevas_of(whole_kit, "offre"), identifier)
    assert sentence in str(refusal.value)


def test_an_id_taken_by_an_entry_of_another_file_is_refused(small_kit: Path) -> None:
    (small_kit / "atd_offers/exemple.md").rename(small_kit / "atd_offers/autre-nom.md")
    kit = gather(small_kit)
    with pytest.raises(RequestError, match="existe déjà"):
        entry_of(kit, canevas_of(kit, "offre"), "exemple")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Syndicat numérique de l'Été", "syndicat-numerique-de-l-ete"),
        ("Ville n. 3 / Métropole", "ville-n-3-metropole"),
        ("« »", "ma-fiche"),
        ("a" * 100, "a" * 60),
        (" ".join(["territoire"] * 10), "territoire-territoire-territoire-territoire-territoire"),
    ],
)
def test_an_id_is_proposed_from_a_title(whole_kit: Kit, title: str, expected: str) -> None:
    canevas = canevas_of(whole_kit, "offre")
    assert proposed_id(canevas, title) == expected
    assert entry_of(whole_kit, canevas, expected) == {"id": expected}


def test_the_words_that_are_missing_name_a_kind_of_the_kit(kit: Kit, whole_kit: Kit) -> None:
    last = whole_kit.definitions.canevases[-1:]
    only = replace(whole_kit, definitions=replace(whole_kit.definitions, canevases=last))
    assert f"« odl new {last[0].kind} mon-territoire »" in missing_words(only)
    assert "« odl new offre mon-territoire »" in missing_words(kit)


@pytest.mark.parametrize("target", ["../ailleurs", "content", "rien"])
def test_a_folder_that_is_a_link_takes_no_new_entry(small_kit: Path, target: str) -> None:
    (small_kit.parent / "ailleurs").mkdir()
    shutil.rmtree(small_kit / "atd_offers")
    (small_kit / "atd_offers").symlink_to(target)
    found = gather(small_kit)
    with pytest.raises(RequestError, match="« atd_offers » est un lien"):
        refuse_place(found, found.definitions.canevases[0])


def test_a_kit_reached_by_a_link_takes_new_entries(small_kit: Path, tmp_path: Path) -> None:
    (tmp_path / "raccourci").symlink_to(small_kit)
    found = gather(tmp_path / "raccourci")
    refuse_place(found, found.definitions.canevases[0])
