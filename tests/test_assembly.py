from functools import partial
from pathlib import Path

import pytest

from generator.assembly import AssemblyError, NextSite, assemble, complete
from generator.layout import INDEXED
from generator.publish import write
from generator.rendered import Job, Rendered
from generator.site_files import site_files
from generator.store import Store


def jobs(*files: tuple[str, str]) -> list[Job]:
    return [Job(path, partial(Rendered, path, text), b"") for path, text in files]


def assembled(root: Path, *files: tuple[str, str]) -> NextSite:
    return assemble(root, jobs(*files), Store(root, root / "site", bytes))


def test_a_site_is_the_pages_of_the_engine_then_ours_without_its_frames_nor_the_assets_no_page_names(
    tmp_path: Path,
) -> None:
    engine = tmp_path / "build/moteur"
    for name in (
        "index.html",
        "404.html",
        "sitemap.xml.gz",
        "odljetoncadre/index.html",
        "assets/javascripts/a.js",
        "assets/images/a.png",
        "assets/images/favicon.png",
        "assets/b.css",
        "assets/a.css",
        "contribuer/images/ecran.webp",
    ):
        write(engine, Rendered(name, "moteur"))
    write(engine, Rendered("a/index.html", '<link href="../assets/images/a.png"><a href="/x/assets/b.css">'))
    write(tmp_path / "overrides", Rendered("assets/a.css", "le nôtre"))
    new = assembled(tmp_path, ("offres/index.html", '<p id="a">'), ("404.html", '<a href="/b">'))
    files = {path: (new.folder / path).read_text("utf-8") for path in site_files(new.folder)}
    assert files == {
        "index.html": "moteur",
        "404.html": '<a href="/b">',
        "a/index.html": '<link href="../assets/images/a.png"><a href="/x/assets/b.css">',
        "assets/a.css": "moteur",
        "assets/b.css": "moteur",
        "assets/images/a.png": "moteur",
        "contribuer/images/ecran.webp": "moteur",
        "offres/index.html": '<p id="a">',
    }
    assert new.links["offres/index.html"].ids == {"a"}
    assert new.links["404.html"].targets == {"/b"}


def test_a_site_keeps_nothing_of_the_one_assembled_before(tmp_path: Path) -> None:
    (tmp_path / "build/moteur").mkdir(parents=True)
    assembled(tmp_path, ("ancien.html", "x"))
    assert set(site_files(assembled(tmp_path, ("nouveau.html", "x")).folder)) == {"nouveau.html"}


@pytest.mark.parametrize("is_alone", [True, False])
def test_pages_that_no_search_finds_are_written_once_the_others_are(tmp_path: Path, is_alone: bool) -> None:
    (tmp_path / "build/moteur").mkdir(parents=True)
    found = Job("fiche.html", partial(Rendered, "fiche.html", "x", indexed="x"), b"")
    liste = Job("liste.html", partial(Rendered, "liste.html", "y"), b"", is_found=False)
    write(tmp_path / INDEXED, Rendered("liste.html", "trouvée avant"))
    store = Store(tmp_path, tmp_path / "site", bytes)
    new = assemble(tmp_path, [liste, found], store)
    assert (set(site_files(new.folder)), set(new.pages)) == ({"fiche.html"}, {"fiche.html"})
    assert set(site_files(tmp_path / INDEXED)) == {"fiche.html"}
    told: list[tuple[int, int]] = []
    new = complete(new, tmp_path, store, lambda *counts: told.append(counts), is_alone=is_alone)
    assert (set(site_files(new.folder)), set(new.pages), new.left) == (
        {"fiche.html", "liste.html"},
        {"fiche.html", "liste.html"},
        (),
    )
    assert told == [(1, 1)]


def test_a_list_that_a_template_lets_the_search_find_is_refused(tmp_path: Path) -> None:
    (tmp_path / "build/moteur").mkdir(parents=True)
    job = Job("liste.html", partial(Rendered, "liste.html", "x", indexed="x"), b"", is_found=False)
    store = Store(tmp_path, tmp_path / "site", bytes)
    with pytest.raises(AssemblyError, match=r"« liste\.html » porte"):
        complete(assemble(tmp_path, [job], store), tmp_path, store, is_alone=True)
