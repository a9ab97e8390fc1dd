from pathlib import Path

import pytest

from generator import cache
from generator.cache import Cache, folder_digest


def test_what_is_kept_is_given_back_for_the_same_name_and_key(tmp_path: Path) -> None:
    Cache(tmp_path).save("pages", b"cle", b"contenu")
    assert Cache(tmp_path).load("pages", b"cle") == b"contenu"
    assert Cache(tmp_path).load("pages", b"autre") is None
    assert Cache(tmp_path).load("lecture", b"cle") is None


@pytest.mark.parametrize("cut", [0, 10, 32, 35])
def test_what_is_cut_or_changed_is_not_believed(tmp_path: Path, cut: int) -> None:
    kept = Cache(tmp_path)
    kept.save("pages", b"", b"contenu")
    file = kept.folder / "pages"
    content = file.read_bytes()
    file.write_bytes(content[:cut])
    assert kept.load("pages", b"") is None
    file.write_bytes(content[:-1] + b"!")
    assert kept.load("pages", b"") is None


def test_what_another_user_signed_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Cache(tmp_path).save("pages", b"", b"contenu")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "autre"))
    assert Cache(tmp_path).load("pages", b"") is None


def test_nothing_is_kept_where_nothing_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "build").write_text("un fichier", "utf-8")
    Cache(tmp_path).save("pages", b"", b"contenu")
    assert Cache(tmp_path).load("pages", b"") is None
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "build"))
    Cache(tmp_path / "kit").save("pages", b"", b"contenu")
    assert not (tmp_path / "kit").exists()


def test_a_folder_is_known_by_the_names_and_contents_of_its_files(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x", "utf-8")
    first = folder_digest(tmp_path)
    (tmp_path / "a").write_text("y", "utf-8")
    second = folder_digest(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    assert len({first, second, folder_digest(tmp_path)}) == 3


def test_the_program_is_known_by_its_files() -> None:
    assert cache.program() == cache.program.__wrapped__()
