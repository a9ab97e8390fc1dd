"""What former builds left never shows: after any change, a site is that of a build made from nothing."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator import cache
from generator.building import build
from generator.progress import Timings
from generator.session import Session
from generator.stamp import Stamp
from generator.steps import Options
from tests.conftest import MINIMAL, REPOSITORY
from tests.test_pipeline import files

Change = Callable[[Path], object]
ENTRY = "atd_offers/exemple.md"


def replaced(path: str, old: str, new: str) -> Change:
    def change(root: Path) -> None:
        text = (root / path).read_text("utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new, 1), "utf-8")

    return change


def add(root: Path) -> None:
    text = (root / ENTRY).read_text("utf-8").replace("id: exemple", "id: second")
    text = text.replace("2026-11-22", "2026-11-22\nallies: [exemple]", 1)
    (root / "atd_offers/second.md").write_text(text.replace("Syndicat", "Second syndicat"), "utf-8")


def rename(root: Path) -> None:
    text = (root / ENTRY).read_text("utf-8").replace("id: exemple", "id: autre")
    text = text.replace("2026-11-20", "2026-11-20\nanciens_ids: [exemple]", 1)
    (root / "atd_offers/autre.md").write_text(text, "utf-8")
    (root / ENTRY).unlink()
    replaced("atd_offers/second.md", "allies: [exemple]", "allies: [autre]")(root)
    replaced("content/index.md", "exemple.md", "autre.md")(root)


def remove(root: Path) -> None:
    (root / "atd_offers/second.md").unlink()


PROGRAM = pytest.MonkeyPatch()


def add_style(root: Path) -> None:
    (root / "overrides/assets/neuf").mkdir()
    (root / "overrides/assets/neuf/neuf.css").write_text("a { color: red }", "utf-8")


def remove_style(root: Path) -> None:
    shutil.rmtree(root / "overrides/assets/neuf")


def add_pages(root: Path) -> None:
    text = (root / "content/index.md").read_text("utf-8").replace("](../atd", "](../../atd")
    (root / "content/aide").mkdir()
    for name in ("index", "suite"):
        written = text.replace("catalogue/index.md", "../catalogue/index.md").replace(
            "Kit d'essai", f"Aide {name}"
        )
        (root / f"content/aide/{name}.md").write_text(written, "utf-8")


def remove_page(root: Path) -> None:
    (root / "content/aide/index.md").unlink()


def upgrade(_root: Path) -> None:
    PROGRAM.setattr(cache, "program", lambda: b"autre version")


@pytest.fixture(autouse=True)
def _same_program() -> Iterator[None]:
    yield
    PROGRAM.undo()


CHANGES: dict[str, Change] = {
    "le texte d'une fiche": replaced(ENTRY, "douze communes", "treize communes"),
    "le titre d'une fiche": replaced(ENTRY, "nom: Syndicat", "nom: Grand syndicat"),
    "une fiche de plus": add,
    "le résumé d'une fiche que d'autres montrent": replaced(ENTRY, "resume: ", "resume: Ici, "),
    "la date d'une fiche": replaced(ENTRY, "publie_le: 2026-11-22", "publie_le: 2026-11-20"),
    "un libellé du canevas": replaced("kit/canevas/offre.yml", "title: Nom,", "title: Dénomination,"),
    "un terme": replaced("kit/vocabulaires/enjeux.yml", "libelle: ", "libelle: Grande "),
    "un gabarit": replaced("overrides/kit/fiche.html", "À propos de cette fiche", "Origine"),
    "un cadre": replaced("overrides/partials/header.html", "Rechercher dans le site", "Chercher"),
    "un style": replaced("overrides/assets/kit.css", "{", " {"),
    "le titre d'une page": replaced("content/index.md", "title: ", "title: Grand "),
    "une page": replaced("content/index.md", "# ", "# Bienvenue, "),
    "la configuration": replaced("mkdocs.yml", "site_name: ", "site_name: Nouveau "),
    "un nom de fiche": rename,
    "une fiche de moins": remove,
    "un style de plus": add_style,
    "un style de moins": remove_style,
    "deux pages de plus": add_pages,
    "une page de moins, dont l'autre partageait le dossier": remove_page,
    "une autre version du programme": upgrade,
}


def built(root: Path) -> dict[str, bytes]:
    result = build(root, root / "site", options=Options(records=False))
    assert result.site, [found.message for found in result.diagnostics]
    return files(result.site)


def kit(folder: Path) -> Path:
    shutil.copytree(MINIMAL, folder, ignore=shutil.ignore_patterns("build"))
    shutil.copytree(REPOSITORY / "overrides", folder / "overrides")
    return folder


class Served(Session):
    """A kit built again and again as `odl serve` does, what follows in the background being awaited."""

    def __init__(self, root: Path) -> None:
        super().__init__(root, root / "site", pytest.fail)

    def built(self) -> dict[str, bytes]:
        assert self.build(lambda _: None, Timings()).site
        self._reindexing.join()
        return files(self.site)


def test_after_each_kind_of_change_the_site_is_that_of_a_cold_build(tmp_path: Path) -> None:
    warm, served = kit(tmp_path / "kit"), Served(kit(tmp_path / "brouillon"))
    before = built(warm)
    assert served.built() == before
    for name, change in CHANGES.items():
        change(warm)
        if change is not upgrade:
            change(served.root)
        cold = tmp_path / "froid"
        shutil.copytree(warm, cold, ignore=shutil.ignore_patterns("build", "site"))
        after = built(warm)
        assert after == built(cold), name
        assert served.built() == after, name
        assert (after == before) == (change is upgrade), name
        shutil.rmtree(cold)
        before = after
    served.close()


def test_a_build_tells_the_next_one_that_it_has_nothing_to_do(small_kit: Path) -> None:
    site = small_kit / "site"
    done = build(small_kit, site)
    known = Stamp(small_kit, site).built()
    assert known
    assert (known.pages, known.diagnostics) == (done.pages, done.diagnostics)
    (site / "index.html").write_text("touché", "utf-8")
    assert not Stamp(small_kit, site).built()
    build(small_kit, site)
    assert (site / "index.html").read_text("utf-8") != "touché"
    assert Stamp(small_kit, site).built()
    shutil.rmtree(small_kit / "build")
    assert not Stamp(small_kit, site).built()


def test_a_draft_tells_nothing_to_the_next_build_which_has_addresses_to_keep(small_kit: Path) -> None:
    build(small_kit, small_kit / "site", options=Options(records=False))
    assert not Stamp(small_kit, small_kit / "site").built()
