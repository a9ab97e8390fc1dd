import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import layout
from generator.assembly import NextSite, assemble
from generator.publish import swap
from generator.rendered import Job, Rendered
from generator.site_files import inherit, site_files
from generator.store import Store

Made = tuple[Store, NextSite]


def job(path: str, text: str, key: bytes = b"1", others: bytes = b"") -> Job:
    return Job(path, lambda: Rendered(path, text, indexed=text), key, lambda: others)


def build(root: Path, *jobs: Job, key: Callable[[], bytes] = lambda: b"kit", faces: bytes = b"") -> Made:
    """Put a site in place as a build does."""
    (root / layout.ENGINE_OUTPUT).mkdir(parents=True, exist_ok=True)
    store = Store(root, root / "site", key, faces)
    new = assemble(root, jobs, store)
    inherit(root / "site", new.folder, new.inherited)
    (new.folder / "donnees").mkdir(exist_ok=True)
    (new.folder / "donnees/catalogue.json").write_text("{}")
    files = site_files(new.folder)
    swap(new.folder, root / "site")
    store.keep(new.pages, new.copied, files)
    return store, new


A, B = job("a/index.html", '<p id="x"><a href="../b/">'), job("b/index.html", '<p id="y"><a href="../a/#x">')


def test_a_page_stands_for_the_same_key_only(tmp_path: Path) -> None:
    build(tmp_path, A)
    store, _ = build(tmp_path, A)
    assert store.stands(A)
    assert not store.stands(job(A.path, "", b"2"))
    assert not store.stands(B)


def test_pages_that_stand_are_not_made_again_and_are_in_the_next_site(tmp_path: Path) -> None:
    build(tmp_path, A, B)
    _, new = build(tmp_path, A, job(B.path, "autre", b"2"))
    assert new.inherited == {A.path}
    assert (tmp_path / "site" / A.path).read_text() == A.make().text
    assert (tmp_path / "site" / B.path).read_text() == "autre"
    assert (tmp_path / layout.INDEXED / B.path).read_text() == "autre"


def test_a_page_that_shows_others_is_made_again_when_they_change_and_only_then(tmp_path: Path) -> None:
    build(tmp_path, A, job(B.path, "b", others=b"A"), faces=b"1")
    _, new = build(tmp_path, A, job(B.path, "c", others=b"A"), faces=b"2")
    assert new.inherited == {A.path, B.path}
    _, new = build(tmp_path, A, job(B.path, "d", others=b"A changed"), faces=b"3")
    assert new.inherited == {A.path}


def test_what_a_page_shows_of_others_is_not_looked_for_when_none_has_changed(tmp_path: Path) -> None:
    build(tmp_path, A, faces=b"1")
    _, new = build(tmp_path, Job(A.path, A.make, A.key, lambda: pytest.fail("regardé")), faces=b"1")
    assert new.inherited == {A.path}


def test_another_kit_has_other_pages(tmp_path: Path) -> None:
    build(tmp_path, A)
    assert not Store(tmp_path, tmp_path / "site", lambda: b"autre").stands(A)
    assert not Store(tmp_path, tmp_path / "ailleurs", lambda: b"kit").stands(A)


@pytest.mark.parametrize("folder", ["site", layout.INDEXED])
@pytest.mark.parametrize("touch", [Path.unlink, lambda file: file.write_text("touché"), os.utime])
def test_a_page_that_somebody_touched_is_made_again(
    tmp_path: Path, folder: str, touch: Callable[[Path], object]
) -> None:
    build(tmp_path, A)
    touch(tmp_path / folder / A.path)
    _, new = build(tmp_path, A)
    assert not new.inherited
    assert (tmp_path / folder / A.path).read_text() == A.make().text


def test_what_is_gone_from_the_site_goes_from_the_store_and_from_the_search(tmp_path: Path) -> None:
    build(tmp_path, A, B)
    build(tmp_path, A)
    store, _ = build(tmp_path, A, B)
    assert store.pages.keys() == {A.path}
    build(tmp_path, A)
    assert site_files(tmp_path / layout.INDEXED).keys() == {A.path}


def test_a_page_that_is_no_longer_to_be_found_goes_from_the_search(tmp_path: Path) -> None:
    build(tmp_path, A)
    build(tmp_path, Job(A.path, lambda: Rendered(A.path, "x"), b"2"))
    assert not site_files(tmp_path / layout.INDEXED)


def test_pages_whose_templates_changed_while_they_were_made_are_not_kept(tmp_path: Path) -> None:
    keys = iter([b"kit", b"autre"])
    build(tmp_path, A, key=lambda: next(keys))
    assert not Store(tmp_path, tmp_path / "site", lambda: b"kit").pages


def test_a_site_loses_a_page_an_anchor_or_a_file_and_nothing_else(tmp_path: Path) -> None:
    build(tmp_path, A, B)
    _, more = build(tmp_path, A, B, job("c/index.html", "x"))
    _, without_anchor = build(tmp_path, job(A.path, '<p id="z">', b"2"), B)
    _, without_page = build(tmp_path, A)
    build(tmp_path, A, B)
    store, new = build(tmp_path, A, B)
    files = site_files(tmp_path / "site")
    assert not store.loses(new.pages, files)
    assert not store.loses(more.pages, files)
    assert store.loses(without_anchor.pages, files)
    assert store.loses(without_page.pages, files)
    assert store.loses(new.pages, files.keys() - {"donnees/catalogue.json"})
    assert store.is_of(new.pages, new.copied, files)
    assert not store.is_of(more.pages, more.copied, files)
    assert not store.is_of(new.pages, frozenset({"assets/neuf.css"}), files)
