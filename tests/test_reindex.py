import errno
import os
import threading
from pathlib import Path

import pytest

from generator import layout, publish
from generator.reindex import Reindexing
from generator.search import ADDRESSES, addresses, indexing, is_there, keep

PAGE = (
    '<!doctype html><html lang="fr"><title>{0}</title><body><main data-pagefind-body>{0}</main></body></html>'
)


def write(root: Path, *names: str) -> None:
    for name in names:
        file = root / layout.INDEXED / name / "index.html"
        file.parent.mkdir(parents=True)
        file.write_text(PAGE.format(name), "utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site whose index has one page, when two are to be indexed."""
    write(tmp_path, "culture")
    with indexing(tmp_path / layout.INDEXED, tmp_path / "site") as started:
        started.finish()
    write(tmp_path, "education")
    return tmp_path / "site"


def reindexing(site: Path) -> tuple[Reindexing, list[str]]:
    said: list[str] = []
    return Reindexing(site.parent, site, lambda: said.append("fait"), said.append), said


def indexed(site: Path) -> set[str]:
    return {address for _, address in addresses(site)}


def test_the_new_index_takes_the_place_of_the_former_one(site: Path) -> None:
    assert indexed(site) == {"culture/"}
    found, said = reindexing(site)
    found.start()
    found.join()
    assert (said, indexed(site)) == (["fait"], {"culture/", "education/"})
    assert [path.name for path in site.iterdir()] == ["pagefind"]
    assert list((site.parent / layout.LATE).iterdir()) == []


@pytest.mark.parametrize("is_elsewhere", [False, True])
def test_a_site_may_wait_with_the_index_of_the_former_one_copied_only_on_another_disk(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_elsewhere: bool
) -> None:
    def refuse(_source: str, _target: str, **_: bool) -> None:
        raise OSError(errno.EXDEV, "another disk")

    new = tmp_path / "nouveau"
    assert not is_there(new)
    if is_elsewhere:
        monkeypatch.setattr(os, "link", refuse)
    keep(site, new)
    assert is_there(new)
    assert indexed(new) == {"culture/"}
    assert (new / ADDRESSES).samefile(site / ADDRESSES) is not is_elsewhere


def test_a_new_index_leaves_what_it_shared_with_the_former_one(site: Path, tmp_path: Path) -> None:
    other = tmp_path / "ailleurs"
    keep(site, other)
    found, _ = reindexing(site)
    found.start()
    found.join()
    assert indexed(other) == {"culture/"}


def test_what_is_stopped_says_nothing_and_can_be_started_again(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pagefind = site.parent / "pagefind"
    pagefind.write_text(f"#!/bin/sh\ntouch {site.parent}/parti\nexec sleep 600\n", "utf-8")
    pagefind.chmod(0o755)
    found, said = reindexing(site)
    with monkeypatch.context() as patched:
        patched.setattr("generator.search.get_executable", lambda: pagefind)
        found.start()
        while not (site.parent / "parti").exists():
            threading.Event().wait(0.01)
        found.stop()
    assert (said, indexed(site)) == ([], {"culture/"})
    found.start()
    found.join()
    assert (said, len(indexed(site))) == (["fait"], 2)


def test_a_failure_is_told_with_its_reason(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pagefind = site.parent / "pagefind"
    pagefind.write_text("#!/bin/sh\necho cassé >&2\nexit 1\n", "utf-8")
    pagefind.chmod(0o755)
    monkeypatch.setattr("generator.search.get_executable", lambda: pagefind)
    found, said = reindexing(site)
    found.start()
    found.join()
    assert ["cassé" in words for words in said] == [True]
    assert indexed(site) == {"culture/"}


def test_another_build_of_the_kit_makes_the_index_itself(site: Path) -> None:
    found, said = reindexing(site)
    with publish.alone(site.parent):
        found.start()
        found.join()
    assert (said, indexed(site)) == ([], {"culture/"})


def test_an_index_already_that_of_the_pages_is_not_made_again(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, said = reindexing(site)
    found.start()
    found.join()
    monkeypatch.setattr("generator.search.get_executable", lambda: None)
    found.start()
    found.join()
    assert said == ["fait", "fait"]
    write(site.parent, "transport")
    found.start()
    found.join()
    assert "n'est pas installé" in said[-1]


def test_stopping_what_was_never_started_does_nothing(site: Path) -> None:
    found, said = reindexing(site)
    found.stop()
    assert said == []
