import os
from pathlib import Path

import pytest

from generator.site_files import inherit, lay_out, site_files, state


def site(folder: Path) -> Path:
    (folder / "a/b").mkdir(parents=True)
    (folder / "a/b/index.html").write_text("abc")
    (folder / "index.html").write_text("d")
    return folder


def test_the_files_of_a_site_are_told_by_path_with_their_state(tmp_path: Path) -> None:
    found = site_files(site(tmp_path))
    assert found == {name: state(tmp_path / name) for name in ("a/b/index.html", "index.html")}
    assert found["a/b/index.html"][0] == 3


def test_a_site_that_is_not_there_has_no_file(tmp_path: Path) -> None:
    assert site_files(tmp_path / "absent") == {}
    assert state(tmp_path / "absent") is None


def test_folders_are_made_in_order_and_left_alone_when_they_are_there(tmp_path: Path) -> None:
    folder, paths = tmp_path / "pages", ["b/index.html", "a/c/index.html", "index.html"]
    lay_out(folder, paths, [])
    assert sorted(name for name, _, _ in os.walk(folder)) == [
        str(folder / name) if name else str(folder) for name in ("", "a", "a/c", "b")
    ]
    for name in ("b/index.html", "index.html"):
        (folder / name).write_text(name)
    before = state(folder / "a")
    lay_out(folder, paths, [])
    assert set(site_files(folder)) == {"b/index.html", "index.html"}
    assert state(folder / "a") == before
    lay_out(folder, ["b/index.html", "a/c/index.html"], [])
    assert set(site_files(folder)) == {"b/index.html"}
    (folder / "index.html").write_text("de retour")
    lay_out(folder, ["b/index.html", "index.html"], ["b/index.html", "absent/index.html"])
    assert set(site_files(folder)) == {"b/index.html"}
    assert [path.name for path in tmp_path.iterdir()] == ["pages"]


@pytest.mark.parametrize("has_links", [True, False])
def test_a_file_is_inherited_as_it_is_and_outlives_the_former_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    if not has_links:
        monkeypatch.setattr(os, "link", lambda *_, **__: (tmp_path / "absent").stat())
    former, new = site(tmp_path / "site"), tmp_path / "nouveau"
    before = site_files(former)
    inherit(former, new, ["a/b/index.html"])
    (former / "a/b/index.html").unlink()
    assert site_files(new) == {"a/b/index.html": before["a/b/index.html"]}
    assert (new / "a/b/index.html").read_text() == "abc"
