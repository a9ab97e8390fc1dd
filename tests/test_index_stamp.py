import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import cache, layout
from generator.building import build
from generator.cli import main
from generator.console import OK
from generator.index_stamp import IndexStamp
from generator.search import ADDRESSES, indexing, keep
from tests.test_pipeline import files

Change = Callable[[Path], object]


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kit that has one page to index, and its site."""
    root = tmp_path_factory.mktemp("kit")
    page = root / layout.INDEXED / "offres/a/index.html"
    page.parent.mkdir(parents=True)
    page.write_text("<html><body data-pagefind-body>a</body></html>", "utf-8")
    with indexing(root / layout.INDEXED, root / "site") as index:
        IndexStamp(root).finish(index)
    return root


@pytest.fixture
def made(indexed: Path, tmp_path: Path) -> Path:
    return shutil.copytree(indexed, tmp_path / "kit")


def is_known(root: Path, site: str = "site") -> bool:
    return IndexStamp(root).is_of(root / site)


def written(path: str, text: str) -> Change:
    def write(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")

    return write


@pytest.mark.parametrize(
    "change",
    [
        written(f"{layout.INDEXED}/offres/a/index.html", "b"),
        written(f"{layout.INDEXED}/offres/b/index.html", "a"),
        lambda root: (root / f"{layout.INDEXED}/offres/a").rename(root / f"{layout.INDEXED}/offres/b"),
        lambda root: shutil.rmtree(root / layout.INDEXED),
        written(f"site/{ADDRESSES}", "bc"),
        written("site/pagefind/index/b", "a"),
        lambda root: os.utime(root / "site/pagefind/wasm.fr.pagefind", ns=(1, 1)),
        lambda root: (root / "site/pagefind/wasm.fr.pagefind").unlink(),
        lambda root: shutil.rmtree(root / "site"),
        lambda root: shutil.rmtree(root / layout.CACHE),
    ],
)
def test_an_index_serves_again_until_its_pages_or_its_files_change(made: Path, change: Change) -> None:
    assert is_known(made)
    change(made)
    assert not is_known(made)


def test_another_version_of_the_program_makes_its_own(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "program", lambda: b"autre version")
    assert not is_known(made)


def test_the_former_index_is_known_where_it_is_kept(made: Path) -> None:
    keep(made / "site", made / "nouveau")
    assert is_known(made, "nouveau")


def test_what_changes_no_page_that_is_indexed_needs_no_pagefind(
    small_kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(small_kit, small_kit / "site")
    with (small_kit / "overrides/assets/kit.css").open("a", encoding="utf-8") as style:
        style.write("\n/* fin */\n")
    with monkeypatch.context() as without:
        without.setenv("PAGEFIND_BINARY_PATH", str(small_kit / "absent"))
        assert main(["build", "--root", str(small_kit)]) == OK
    rebuilt = files(small_kit / "site")
    shutil.rmtree(small_kit / layout.CACHE)
    build(small_kit, small_kit / "site")
    assert files(small_kit / "site") == rebuilt
