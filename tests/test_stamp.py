import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import clock
from generator.kit import gather
from generator.stamp import Built, Stamp

BUILT = Built((), {}, "1 fiche lue, aucune faute.", 3)


def stamp(root: Path) -> Stamp:
    return Stamp(root, root / "site")


def following(root: Path) -> Stamp:
    """Give the stamp of a build that has just read the kit."""
    started = stamp(root)
    started.follow(gather(root))
    return started


@pytest.fixture
def built(small_kit: Path) -> Path:
    (small_kit / "site/offres").mkdir(parents=True)
    (small_kit / "site/offres/index.html").write_text("<p>", "utf-8")
    following(small_kit).set(BUILT)
    return small_kit


def test_a_site_of_the_same_sources_needs_no_build(built: Path) -> None:
    assert stamp(built).built() == BUILT


def edit(path: str) -> Callable[[Path], object]:
    return lambda root: (root / path).open("a", encoding="utf-8").write("\n# fin\n")


def into_link(path: str) -> Callable[[Path], object]:
    """Give a change that puts a file elsewhere, and a link to it in its place."""

    def change(root: Path) -> None:
        shutil.move(root / path, root / ".ailleurs")
        (root / path).symlink_to(root / ".ailleurs")

    return change


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
        edit("kit/exceptions.yml"),
        edit("site/offres/index.html"),
        lambda root: (root / "site/de-trop.html").write_text("", "utf-8"),
        lambda root: (root / "atd_offers/notes.docx").write_text("", "utf-8"),
        lambda root: (root / "atd_offers/exemple.md").rename(root / "exemple.md"),
        lambda root: (root / "site/offres/index.html").unlink(),
        lambda root: (root / ".site.nouveau").mkdir(),
        lambda root: (root / "atd_offers/nouvelle.md").write_text("---\nid: nouvelle\n---\n", "utf-8"),
        lambda root: (root / "atd_offers/exemple.md").unlink(),
        lambda root: (root / "overrides/.icons").mkdir(),
        lambda root: (root / "perdue.md").write_text("---\nid: perdue\n---\n", "utf-8"),
        lambda root: shutil.move(root / "overrides/assets/kit.css", root / "overrides/kit.css"),
        into_link("atd_offers/exemple.md"),
    ],
)
def test_any_change_of_the_sources_or_of_the_site_needs_one(
    built: Path, change: Callable[[Path], object]
) -> None:
    change(built)
    assert stamp(built).built() is None


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "build/defaut.log").write_text("trace", "utf-8"),
        lambda root: (root / ".git").mkdir(),
        lambda root: (root / "captures/images").mkdir(parents=True),
    ],
)
def test_what_no_build_reads_needs_none(built: Path, change: Callable[[Path], object]) -> None:
    (built / "captures").mkdir()
    (built / "build").mkdir(exist_ok=True)
    following(built).set(BUILT)
    change(built)
    assert (stamp(built).built() is None) is (built / "captures/images").is_dir()


def test_another_place_or_the_lack_of_a_search_needs_one(built: Path) -> None:
    assert Stamp(built, built / "ailleurs").built() is None
    assert Stamp(built, built / "site", searchable=False).built() is None


def test_another_day_needs_one(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(clock.EPOCH, "0")
    assert stamp(built).built() is None


def test_a_kit_of_any_folders_is_known_again(small_kit: Path) -> None:
    canevas = small_kit / "kit/canevas/offre.yml"
    text = canevas.read_text("utf-8").replace("x-dossier: atd_offers", "x-dossier: recettes/cuisine")
    canevas.write_text(text, "utf-8")
    (small_kit / "recettes").mkdir()
    shutil.move(small_kit / "atd_offers", small_kit / "recettes/cuisine")
    following(small_kit).set(BUILT)
    assert stamp(small_kit).built() == BUILT
    edit("recettes/cuisine/exemple.md")(small_kit)
    assert stamp(small_kit).built() is None


def test_a_folder_of_pipes_or_of_links_that_lead_nowhere_is_looked_at_all_the_same(built: Path) -> None:
    os.mkfifo(built / "overrides/tube.html")
    (built / "overrides/nulle-part.html").symlink_to(built / "absent")
    assert stamp(built).built() is None
    following(built).set(BUILT)
    assert stamp(built).built() == BUILT


@pytest.mark.parametrize("text", ["", "offres/ancienne/\n"])
def test_lines_added_to_the_register_by_the_build_itself_are_no_change(small_kit: Path, text: str) -> None:
    register = small_kit / "kit/adresses.txt"
    register.write_text(text, "utf-8") if text else register.unlink(missing_ok=True)
    started = following(small_kit)
    register.write_text(f"{text}offres/exemple/\n", "utf-8")
    started.set(BUILT, "offres/exemple/\n")
    assert stamp(small_kit).built() == BUILT
    edit("kit/adresses.txt")(small_kit)
    assert stamp(small_kit).built() is None


def test_a_register_that_somebody_else_changes_during_the_build_leaves_no_stamp(small_kit: Path) -> None:
    started = following(small_kit)
    edit("kit/adresses.txt")(small_kit)
    started.set(BUILT, "offres/exemple/\n")
    assert stamp(small_kit).built() is None


@pytest.mark.parametrize("path", ["content/index.md", "kit/vocabulaires/enjeux.yml", "atd_offers/exemple.md"])
def test_a_file_that_changes_once_it_was_read_is_not_taken_for_built(small_kit: Path, path: str) -> None:
    started, kit = stamp(small_kit), gather(small_kit)
    edit(path)(small_kit)
    started.follow(kit)
    started.set(BUILT)
    assert stamp(small_kit).built() is None


def test_a_file_that_comes_during_the_build_is_not_taken_for_built(small_kit: Path) -> None:
    started = following(small_kit)
    (small_kit / "atd_offers/nouvelle.md").write_text("---\nid: nouvelle\n---\n", "utf-8")
    started.set(BUILT)
    assert stamp(small_kit).built() is None


def test_a_template_that_changes_during_the_build_leaves_no_stamp(small_kit: Path) -> None:
    started = following(small_kit)
    template = small_kit / "overrides/kit/fiche.html"
    text = template.read_text("utf-8")
    edit("overrides/kit/fiche.html")(small_kit)
    started.set(BUILT)
    template.write_text(text, "utf-8")
    assert stamp(small_kit).built() is None
