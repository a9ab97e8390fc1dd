from pathlib import Path

import pytest
import yaml

from generator.kit import without_entries
from generator.literals import Json
from generator.staging import stage


def staged(root: Path) -> tuple[str, dict[str, Json]]:
    """Give the home page and the settings that the engine is given."""
    stage(without_entries(root), [("offres", 2)])
    settings = yaml.safe_load((root / "build/mkdocs.yml").read_text("utf-8"))
    return (root / "build/docs/index.md").read_text("utf-8"), settings


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), "utf-8")


def test_only_title_and_description_of_a_page_reach_the_engine(small_kit: Path) -> None:
    edit(small_kit, "content/index.md", "title: Kit", "template: piege.html\ntitle: Kit")
    head = staged(small_kit)[0].split("---")[1]
    assert set(yaml.safe_load(head)) == {"title", "description"}


def test_a_page_links_to_lists_quotes_the_configuration_and_holds_its_links_to_entries(
    small_kit: Path,
) -> None:
    home, _ = staged(small_kit)
    assert "[la fiche](odljetonfiche/atd_offers/exemple.md)" in home
    assert "[le catalogue](catalogue/)" in home
    assert "par Collectivité d'Exemple" in home


def test_a_link_shown_in_a_code_block_is_left_as_it_is_written(small_kit: Path) -> None:
    with (small_kit / "content/index.md").open("a", encoding="utf-8") as home:
        home.write("\n```markdown\n[la fiche](../atd_offers/exemple.md)\n```\n")
    assert "```markdown\n[la fiche](../atd_offers/exemple.md)\n```" in staged(small_kit)[0]


def test_what_goes_with_the_pages_is_copied_as_it_is(small_kit: Path) -> None:
    (small_kit / "content/plans").mkdir()
    (small_kit / "content/plans/plan.pdf").write_bytes(b"%PDF")
    staged(small_kit)
    assert (small_kit / "build/docs/plans/plan.pdf").read_bytes() == b"%PDF"


def test_there_is_an_empty_page_for_each_frame_and_none_for_entries(small_kit: Path) -> None:
    staged(small_kit)
    docs = small_kit / "build/docs"
    pages = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}
    assert pages == {"index.md", "offres/odljetondossier/index.md"}
    assert "odljetoncorps" in (docs / "offres/odljetondossier/index.md").read_text("utf-8")


def test_the_menu_has_an_item_for_each_kind(small_kit: Path) -> None:
    assert staged(small_kit)[1]["nav"] == [
        {"Accueil": "index.md"},
        {"Catalogue": "catalogue/index.md"},
        {"Offres": "offres/index.md"},
    ]


def test_values_of_the_configuration_may_name_others(small_kit: Path) -> None:
    added = "extra:\n  pied: { liens: ['Par [[editeur.nom]]', '[[absent]]'], nombre: 3 }\n"
    edit(small_kit, "mkdocs.yml", "extra:\n", added)
    extra = staged(small_kit)[1]["extra"]
    assert extra["pied"] == {"liens": ["Par Collectivité d'Exemple", "[[absent]]"], "nombre": 3}


@pytest.mark.parametrize("theme", ["material", "{name: material}"])
def test_a_theme_given_by_its_name_alone_is_accepted(small_kit: Path, theme: str) -> None:
    (small_kit / "mkdocs.yml").write_text(f"site_name: Kit\ntheme: {theme}\n", "utf-8")
    assert staged(small_kit)[1]["theme"] == {"name": "material", "custom_dir": str(small_kit / "overrides")}
