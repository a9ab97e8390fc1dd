import gzip
import json
from pathlib import Path

import pytest

from generator.search import ADDRESSES, SearchError, addresses, indexing

PAGE = '<!doctype html><html lang="en"><title>{0}</title><body><main {1}><h1>{0}</h1></main></body></html>'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    for name, mark in (("education", "data-pagefind-body"), ("culture", "data-pagefind-body"), ("liste", "")):
        (folder / name).mkdir()
        (folder / name / "index.html").write_text(PAGE.format(name, mark), "utf-8")
    with indexing(folder, folder) as started:
        started.finish()
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


def test_a_fragment_written_otherwise_is_a_fault_of_pagefind_not_a_traceback(tmp_path: Path) -> None:
    folder = tmp_path / "pagefind/fragment"
    folder.mkdir(parents=True)
    (folder / "fr_1.pf_fragment").write_bytes(gzip.compress(b"pagefind_dcd[]"))
    with pytest.raises(SearchError, match=r"fr_1\.pf_fragment"):
        list(addresses(tmp_path))


def test_the_user_interface_of_pagefind_is_not_published(site: Path) -> None:
    names = [path.name for path in (site / "pagefind").iterdir()]
    assert not any("ui" in name or "highlight" in name or "unknown" in name for name in names)


def test_a_folder_that_cannot_be_indexed_is_refused_in_the_words_of_pagefind(tmp_path: Path) -> None:
    with indexing(tmp_path / "absent", tmp_path) as started, pytest.raises(SearchError, match=r"\w"):
        started.finish()
