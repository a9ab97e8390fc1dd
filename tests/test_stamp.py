from collections.abc import Callable
from pathlib import Path

import pytest

from generator.kit import gather
from generator.stamp import Built, Stamp

BUILT = Built((), 3)


def stamp(root: Path) -> Stamp:
    return Stamp(gather(root), root / "site")


@pytest.fixture
def built(small_kit: Path) -> Path:
    (small_kit / "site/offres").mkdir(parents=True)
    (small_kit / "site/offres/index.html").write_text("<p>", "utf-8")
    stamp(small_kit).set(BUILT)
    return small_kit


def test_a_site_of_the_same_sources_needs_no_build(built: Path) -> None:
    assert stamp(built).built() == BUILT


def edit(path: str) -> Callable[[Path], object]:
    return lambda root: (root / path).open("a", encoding="utf-8").write("\n# fin\n")


@pytest.mark.parametrize(
    "change",
    [
        edit("atd_offers/exemple.md"),
        edit("content/index.md"),
        edit("kit/canevas/offre.yml"),
        edit("kit/vocabulaires/enjeux.yml"),
        edit("kit/adresses.txt"),
        edit("overrides/kit/fiche.html"),
        edit("overrides/assets/kit.css"),
        edit("mkdocs.yml"),
        edit("site/offres/index.html"),
        lambda root: (root / "site/de-trop.html").write_text("", "utf-8"),
        lambda root: (root / "atd_offers/notes.docx").write_text("", "utf-8"),
        lambda root: (root / "atd_offers/exemple.md").rename(root / "exemple.md"),
        lambda root: (root / "site/offres/index.html").unlink(),
    ],
)
def test_any_change_of_the_sources_or_of_the_site_needs_one(
    built: Path, change: Callable[[Path], object]
) -> None:
    change(built)
    assert stamp(built).built() is None


def test_another_place_needs_one(built: Path) -> None:
    assert Stamp(gather(built), built / "ailleurs").built() is None


def test_lines_added_to_the_register_by_the_build_itself_are_no_change(small_kit: Path) -> None:
    kit, site = gather(small_kit), small_kit / "site"
    Stamp(kit, site).set(BUILT, "offres/exemple/\n")
    (small_kit / "kit/adresses.txt").write_text("offres/exemple/\n", "utf-8")
    assert Stamp(gather(small_kit), site).built() == BUILT


@pytest.mark.parametrize("path", ["content/index.md", "kit/vocabulaires/enjeux.yml", "atd_offers/exemple.md"])
def test_a_file_that_changes_once_it_was_read_is_not_taken_for_built(small_kit: Path, path: str) -> None:
    kit = gather(small_kit)
    edit(path)(small_kit)
    Stamp(kit, small_kit / "site").set(BUILT)
    assert stamp(small_kit).built() is None


def test_a_template_that_changes_during_the_build_leaves_no_stamp(small_kit: Path) -> None:
    started = stamp(small_kit)
    template = small_kit / "overrides/kit/fiche.html"
    text = template.read_text("utf-8")
    edit("overrides/kit/fiche.html")(small_kit)
    started.set(BUILT)
    template.write_text(text, "utf-8")
    assert stamp(small_kit).built() is None
