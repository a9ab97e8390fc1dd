import gzip
import json
import stat
from pathlib import Path

import pytest

from generator.cli import main
from generator.console import MISUSE, OK
from generator.search import ADDRESSES, SearchError, addresses, indexing

PAGE = '<!doctype html><html lang="en"><title>{0}</title><body><main {1}><h1>{0}</h1></main></body></html>'


def index(pages: Path, site: Path) -> None:
    with indexing(pages, site) as started:
        started.finish()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    for name, mark in (("education", "data-pagefind-body"), ("culture", "data-pagefind-body"), ("liste", "")):
        (folder / name).mkdir()
        (folder / name / "index.html").write_text(PAGE.format(name, mark), "utf-8")
    index(folder, folder)
    return folder


def test_only_the_marked_pages_are_indexed_all_in_french(site: Path) -> None:
    entry = json.loads((site / "pagefind/pagefind-entry.json").read_text("utf-8"))
    assert {language: found["page_count"] for language, found in entry["languages"].items()} == {"fr": 2}


def test_the_index_has_what_the_page_of_the_search_loads(site: Path) -> None:
    assert (site / "pagefind/pagefind.js").is_file()
    assert len(list((site / "pagefind/fragment").iterdir())) == 2


def test_the_address_of_a_result_is_known_by_its_id(site: Path) -> None:
    known = json.loads((site / ADDRESSES).read_text("utf-8"))
    assert sorted(known.values()) == ["culture/", "education/"]
    assert set(known) == {path.stem for path in (site / "pagefind/fragment").iterdir()}


@pytest.mark.parametrize(
    "content",
    [
        gzip.compress(b"pagefind_dcd[]", mtime=0),
        gzip.compress(b"{}", mtime=0)[:12],
        gzip.compress(b'pagefind_dcd{"content":"","url":"/"}', mtime=0),
        b"x",
        b"",
        b"\x1f\x8b\x08\x00" * 9,
    ],
)
def test_a_fragment_written_otherwise_is_a_fault_of_pagefind_not_a_traceback(
    tmp_path: Path, content: bytes
) -> None:
    folder = tmp_path / "pagefind/fragment"
    folder.mkdir(parents=True)
    (folder / "fr_1.pf_fragment").write_bytes(content)
    with pytest.raises(SearchError, match=r"fr_1\.pf_fragment"):
        list(addresses(tmp_path))


def test_the_user_interface_of_pagefind_is_not_published(site: Path) -> None:
    names = [path.name for path in (site / "pagefind").iterdir()]
    assert not any("ui" in name or "highlight" in name or "unknown" in name for name in names)


def test_a_folder_that_cannot_be_indexed_is_refused_in_the_words_of_pagefind(tmp_path: Path) -> None:
    with pytest.raises(SearchError, match=r"ses propres mots :\n  \w"):
        index(tmp_path / "absent", tmp_path)


def program(folder: Path, text: str) -> Path:
    file = folder / "pagefind"
    file.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return file


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("echo 'no space left' >&2; exit 3", "no space left"),
        ("exit 3", "il s'est arrêté (code 3)"),
        ("kill -9 $$", "il s'est arrêté (code -9)"),
        ("exit 0", "Pagefind n'a pas écrit pagefind.js, pagefind-entry.json."),
    ],
)
def test_a_search_that_fails_stops_the_build_says_why_and_what_to_do(
    small_kit: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    text: str,
    reason: str,
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program(small_kit, text)))
    assert main(["build", "--root", str(small_kit)]) == MISUSE
    said = capsys.readouterr().err
    assert reason in said
    assert said.endswith("\n  « odl build --sans-recherche » construit le site sans sa recherche.\n")
    assert not (small_kit / "site").exists()


def test_a_missing_pagefind_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "absent"))
    with pytest.raises(SearchError, match="n'a pas pu être lancé : il n'existe pas"):
        index(tmp_path, tmp_path)


@pytest.mark.parametrize("found", [None, FileNotFoundError("absent")])
def test_a_package_of_pagefind_without_its_binary_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, found: OSError | None
) -> None:
    def look() -> None:
        if found:
            raise found

    monkeypatch.setattr("generator.search.get_executable", look)
    with pytest.raises(SearchError, match="n'est pas installé"):
        index(tmp_path, tmp_path)


def test_a_site_made_without_its_search_needs_no_pagefind_and_offers_it_nowhere(
    small_kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(small_kit / "absent"))
    assert main(["build", "--sans-recherche", "--root", str(small_kit)]) == OK
    site = small_kit / "site"
    assert not (site / "pagefind").exists()
    assert not (site / "recherche/opensearch.xml").exists()
    told = (site / "recherche/index.html").read_text("utf-8")
    assert "La recherche par mots est arrêtée pour le moment." in told
    assert '<a href="../catalogue/">' in told
    pages = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}
    assert [name for name, text in pages.items() if 'role="search"' in text or "recherche.js" in text] == []
    assert [name for name, text in pages.items() if 'recherche/"' in text] == ["recherche/index.html"]
    assert '<p class="kit-words" hidden>' in pages["catalogue/index.html"]
    assert "SearchAction" not in pages["index.html"]
