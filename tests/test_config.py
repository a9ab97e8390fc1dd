from pathlib import Path

import pytest

from generator.config import AddressError, Config, faults, read_config
from generator.source import Document
from tests.conftest import MINIMAL


def configured(root: Path, text: str) -> Config:
    (root / "mkdocs.yml").write_text(text, "utf-8")
    return read_config(root)


def test_the_configuration_gives_name_address_and_engine() -> None:
    config = read_config(MINIMAL)
    assert (config.site_name, config.site_url, config.engine) == (
        "Kit d'essai",
        "https://kit.exemple.fr/",
        "mkdocs",
    )


def test_the_address_of_the_site_always_ends_with_a_slash(tmp_path: Path) -> None:
    assert configured(tmp_path, "site_url: https://exemple.fr/kit").site_url == "https://exemple.fr/kit/"


def test_a_site_without_an_address_has_none(tmp_path: Path) -> None:
    assert configured(tmp_path, "site_name: Kit").site_url == ""


def test_the_edit_address_is_that_of_the_file() -> None:
    found = read_config(MINIMAL).edit_url("atd_offers/alpi.md")
    assert found == "https://forge.exemple.fr/kit/edit/main/atd_offers/alpi.md"


def test_without_a_forge_nothing_can_be_edited(tmp_path: Path) -> None:
    assert configured(tmp_path, "site_name: Kit").edit_url("atd_offers/alpi.md") == ""


@pytest.mark.parametrize(
    ("branch", "written"),
    [
        ("patch-1", "patch-1"),
        ("maire/ma-fiche", "maire/ma-fiche"),
        ("été", "%C3%A9t%C3%A9"),
        ("a#b", "a%23b"),
        ("100%25", "100%2525"),
        ("x)](https://faux", "x%29%5D%28https%3A//faux"),
        ("`$(id)`&a=b;\"'<>|", "%60%24%28id%29%60%26a%3Db%3B%22%27%3C%3E%7C"),
        ("a\udcff", "a%FF"),
    ],
)
def test_files_are_edited_on_a_branch_whatever_its_name(branch: str, written: str) -> None:
    found = read_config(MINIMAL).edited_at(f"https://forge.exemple.fr:8443/mairie/kit/edit/{branch}")
    assert found.edit_url("a.md") == f"https://forge.exemple.fr:8443/mairie/kit/edit/{written}/a.md"


def test_an_empty_address_changes_nothing() -> None:
    config = read_config(MINIMAL)
    assert config.edited_at("") == config


def test_a_kit_without_a_forge_may_be_given_one(tmp_path: Path) -> None:
    config = configured(tmp_path, "site_name: Kit").edited_at("https://forge.exemple.fr/edit/main")
    assert config.edit_url("a.md") == "https://forge.exemple.fr/edit/main/a.md"


@pytest.mark.parametrize(
    "address",
    [
        "/edit/main",
        "https://",
        "https://forge.exemple.fr",
        "https://forge.exemple.fr/",
        "javascript:alert(1)//x",
        "ftp://forge.exemple.fr/edit/main",
        "https://forge.exemple.fr@faux.fr/edit/main",
        "https://forge.exemple.fr/kit/edit/../../faux",
        "https://forge.exemple.fr/./edit",
        "pas une adresse",
    ],
)
def test_what_is_not_an_address_of_files_is_refused(address: str) -> None:
    with pytest.raises(AddressError, match="n'est pas une adresse où modifier"):
        read_config(MINIMAL).edited_at(address)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("editeur.nom", "Collectivité d'Exemple"),
        ("editeur", None),
        ("editeur.nom.long", None),
        ("absent", None),
    ],
)
def test_a_value_is_found_by_its_dotted_name(name: str, expected: str | None) -> None:
    assert read_config(MINIMAL).value(name) == expected


def test_a_number_of_the_configuration_is_quoted_as_text(tmp_path: Path) -> None:
    assert configured(tmp_path, "extra: { taux: 12 }").value("taux") == "12"


def test_a_siren_of_the_configuration_keeps_its_leading_zero(tmp_path: Path) -> None:
    assert configured(tmp_path, "extra: { siren: 012345678 }").value("siren") == "012345678"


def test_extra_that_is_not_a_mapping_holds_no_value(tmp_path: Path) -> None:
    config = configured(tmp_path, "extra: [a]")
    assert (config.extra, config.value("a")) == ({}, None)


def test_a_kit_without_a_name_is_a_fault(tmp_path: Path) -> None:
    found = faults(configured(tmp_path, "site_url: https://exemple.fr/"))
    assert [(fault.cause, fault.values["key"]) for fault in found] == [("missing_field", "site_name")]


def test_an_unreadable_configuration_is_said_once(tmp_path: Path) -> None:
    assert [fault.cause for fault in faults(configured(tmp_path, "site_name: [a"))] == ["bracket"]


def test_a_sound_configuration_has_no_fault() -> None:
    assert faults(read_config(MINIMAL)) == ()


def test_a_configuration_that_is_not_a_mapping_is_empty(tmp_path: Path) -> None:
    assert configured(tmp_path, "- a").raw == {}


def test_the_engine_is_chosen_in_the_configuration() -> None:
    assert Config(Document("mkdocs.yml"), {"extra": {"moteur": "zensical"}}).engine == "zensical"
