import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from generator import layout
from generator.publish import (
    PublishError,
    alone,
    is_ours,
    recover,
    refuse_place,
    swap,
    write,
)
from generator.rendered import Rendered


@pytest.fixture(params=[True, False], ids=["exchange", "renames"])
def _either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Do without the exchange of two folders too, which not every system has."""
    if not request.param:
        monkeypatch.setattr("generator.publish.exchange", lambda *_: False)


def site(folder: Path, text: str) -> Path:
    write(folder, Rendered("donnees/catalogue.json", "{}"))
    write(folder, Rendered("index.html", text))
    return folder


def beside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("name", ["build", layout.NEXT_SITE, layout.INDEXED, layout.CACHE])
def test_folders_of_builds_that_lead_elsewhere_are_refused_and_nothing_is_touched_there(
    tmp_path: Path, name: str
) -> None:
    other, kit = site(tmp_path / "documents", "à moi"), tmp_path / "kit"
    (kit / name).parent.mkdir(parents=True)
    (kit / name).symlink_to(other)
    with pytest.raises(PublishError, match="est un lien vers un autre dossier"), alone(kit):
        pass
    assert (other / "index.html").read_text("utf-8") == "à moi"


def test_a_file_is_written_with_line_feeds_in_utf_8(tmp_path: Path) -> None:
    write(tmp_path, Rendered("a/b.html", "été\n"))
    assert (tmp_path / "a/b.html").read_bytes() == "été\n".encode()


def test_the_first_site_is_put_in_place_with_the_folders_above_it(tmp_path: Path) -> None:
    swap(site(tmp_path / "neuf", "neuf"), tmp_path / "a/b/site")
    assert (tmp_path / "a/b/site/index.html").read_text("utf-8") == "neuf"
    assert beside(tmp_path / "a/b") == ["site"]


@pytest.mark.usefixtures("_either_way")
def test_a_new_site_takes_the_place_of_the_former_one_and_leaves_nothing_beside(tmp_path: Path) -> None:
    former = site(tmp_path / "site", "ancien")
    write(former, Rendered("perime/index.html", "x"))
    swap(site(tmp_path / "neuf", "neuf"), former)
    assert (former / "index.html").read_text("utf-8") == "neuf"
    assert not (former / "perime").exists()
    assert beside(tmp_path) == ["site"]


@pytest.mark.usefixtures("_either_way")
def test_an_empty_folder_may_be_taken(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    swap(site(tmp_path / "neuf", "neuf"), tmp_path / "site")
    assert (tmp_path / "site/index.html").is_file()


@pytest.mark.usefixtures("_either_way")
def test_a_folder_that_is_not_a_site_of_ours_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    write(tmp_path / "site", Rendered("photos/vacances.jpg", "x"))
    with pytest.raises(PublishError, match="ne sera pas effacé"):
        swap(site(tmp_path / "neuf", "neuf"), tmp_path / "site")
    assert (tmp_path / "site/photos/vacances.jpg").read_text("utf-8") == "x"
    assert (tmp_path / "neuf/index.html").is_file()


def test_a_file_in_the_place_of_the_site_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("x", "utf-8")
    assert not is_ours(tmp_path / "site")
    with pytest.raises(PublishError):
        swap(site(tmp_path / "neuf", "neuf"), tmp_path / "site")
    assert (tmp_path / "site").read_text("utf-8") == "x"


@pytest.mark.usefixtures("_either_way")
def test_the_former_site_stays_when_there_is_no_new_one(tmp_path: Path) -> None:
    former = site(tmp_path / "site", "ancien")
    with pytest.raises(PublishError, match="n'a pas pu être écrit"):
        swap(tmp_path / "absent", former)
    assert (former / "index.html").read_text("utf-8") == "ancien"


def test_the_former_site_comes_back_when_the_last_step_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    former, new = site(tmp_path / "site", "ancien"), site(tmp_path / "neuf", "neuf")
    rename: Callable[[Path, Path], Path] = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self.name == ".site.nouveau":  # the former one has just gone
            raise OSError(28, os.strerror(28))
        return rename(self, target)

    monkeypatch.setattr("generator.publish.exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(PublishError, match="le disque est plein"):
        swap(new, former)
    assert (former / "index.html").read_text("utf-8") == "ancien"


@pytest.mark.usefixtures("_either_way")
def test_what_an_interrupted_build_left_is_cleaned(tmp_path: Path) -> None:
    former = site(tmp_path / "site", "ancien")
    site(tmp_path / ".site.ancien", "plus ancien")
    site(tmp_path / ".site.nouveau", "jamais arrivé")
    swap(site(tmp_path / "neuf", "neuf"), former)
    assert (former / "index.html").read_text("utf-8") == "neuf"
    assert beside(tmp_path) == ["site"]


def test_a_former_site_left_aside_comes_back_with_nothing_beside(tmp_path: Path) -> None:
    site(tmp_path / ".site.ancien", "ancien")
    site(tmp_path / ".site.nouveau", "jamais arrivé")
    recover(tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text("utf-8") == "ancien"
    assert beside(tmp_path) == ["site"]


def test_a_site_in_its_place_is_not_replaced_by_one_left_aside(tmp_path: Path) -> None:
    present = site(tmp_path / "site", "présent")
    site(tmp_path / ".site.ancien", "ancien")
    recover(present)
    assert (present / "index.html").read_text("utf-8") == "présent"
    assert beside(tmp_path) == ["site"]


def test_a_site_made_on_another_disk_is_copied(tmp_path: Path) -> None:
    memory = Path("/dev/shm")  # noqa: S108 — a disk apart, where Linux has one
    if not memory.is_dir() or memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("cette machine n'a pas un second disque où écrire")
    with TemporaryDirectory(dir=memory) as folder:
        swap(site(Path(folder) / "neuf", "neuf"), site(tmp_path / "site", "ancien"))
    assert (tmp_path / "site/index.html").read_text("utf-8") == "neuf"
    assert beside(tmp_path) == ["site"]


def test_a_repository_or_a_file_added_to_the_site_is_not_erased(tmp_path: Path) -> None:
    former = site(tmp_path / "site", "ancien")
    assert is_ours(former)
    (former / "CNAME").write_text("kit.exemple.fr", "utf-8")
    with pytest.raises(PublishError, match="ne sera pas effacé"):
        swap(site(tmp_path / "neuf", "neuf"), former)


def test_a_site_among_the_sources_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="parmi les sources"):
        refuse_place(tmp_path, tmp_path / "content/site")


def test_two_builds_of_one_kit_do_not_run_at_once(tmp_path: Path) -> None:
    with alone(tmp_path), pytest.raises(PublishError, match="est en cours"), alone(tmp_path):
        pass
    with alone(tmp_path):
        pass


@pytest.mark.parametrize("path", ["../dehors/index.html", "offres/../../../dehors.html"])
def test_no_file_is_written_out_of_the_site(path: str, tmp_path: Path) -> None:
    new = site(tmp_path / "neuf", "neuf")
    with pytest.raises(PublishError, match="sortirait du site"):
        write(new, Rendered(path, "x"))
    assert beside(tmp_path) == ["neuf"]
