import itertools
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator import watch
from generator.definitions import load
from generator.layout import FOLDERS
from generator.watch import KitGoneError, Watch, snapshot

ENTRY = "atd_offers/exemple.md"
ALL = FOLDERS | {"atd_offers"}


@pytest.fixture
def signs(small_kit: Path) -> Iterator[Iterator[None]]:
    found = Watch(small_kit, ALL).changes()
    yield found
    found.close()  # type: ignore[attr-defined]  # a generator


def meanwhile(act: Callable[[], object]) -> None:
    """Do something once the watch waits for it, or before: it makes no difference."""
    threading.Timer(0.05, act).start()


def append(file: Path) -> None:
    file.write_text(file.read_text("utf-8") + "Encore.\n", "utf-8")


def test_a_kit_that_does_not_change_has_the_same_snapshot(small_kit: Path) -> None:
    assert snapshot(small_kit, ALL) == snapshot(small_kit, ALL)


def test_a_change_a_deletion_and_a_new_file_are_seen(small_kit: Path) -> None:
    seen = [snapshot(small_kit, ALL)]
    append(small_kit / ENTRY)
    seen.append(snapshot(small_kit, ALL))
    (small_kit / "content/nouvelle.md").touch()
    seen.append(snapshot(small_kit, ALL))
    (small_kit / ENTRY).unlink()
    seen.append(snapshot(small_kit, ALL))
    assert all(before != after for before, after in itertools.pairwise(seen))


@pytest.mark.parametrize("path", ["mkdocs.yml", "kit/vocabulaires/enjeux.yml", "overrides/kit/fiche.html"])
def test_definitions_templates_and_configuration_are_watched(small_kit: Path, path: str) -> None:
    before = snapshot(small_kit)
    append(small_kit / path)
    assert snapshot(small_kit) != before


@pytest.mark.parametrize(
    "path",
    ["build/x.html", "site/index.html", "tests/x.md", "content/.git/x", "content/.#a.md", "content/a.md~"],
)
def test_what_makes_no_site_is_not_watched(small_kit: Path, path: str) -> None:
    before = snapshot(small_kit, ALL)
    (small_kit / path).parent.mkdir(exist_ok=True)
    (small_kit / path).touch()
    assert snapshot(small_kit, ALL) == before


def test_a_kit_without_some_of_its_folders_can_be_watched(tmp_path: Path) -> None:
    assert snapshot(tmp_path, ALL) == {}


def test_the_folder_of_any_kind_is_watched(small_kit: Path) -> None:
    canevas = small_kit / "kit/canevas/offre.yml"
    text = canevas.read_text("utf-8").replace("x-dossier: atd_offers", "x-dossier: recettes/cuisine")
    canevas.write_text(text, "utf-8")
    assert load(small_kit).folders == FOLDERS | {"recettes"}


def test_the_folder_of_a_new_kind_may_come_later(small_kit: Path) -> None:
    watched = Watch(small_kit)
    (small_kit / "recettes").mkdir()
    (small_kit / "recettes/tarte.md").touch()
    watched.add(frozenset({"recettes"}))
    next(watched.changes())


def test_a_change_made_before_the_first_look_is_told(small_kit: Path, signs: Iterator[None]) -> None:
    append(small_kit / ENTRY)
    next(signs)


@pytest.mark.usefixtures("_no_look")
def test_the_system_tells_of_a_change(small_kit: Path, signs: Iterator[None]) -> None:
    append(small_kit / ENTRY)
    next(signs)
    meanwhile(lambda: append(small_kit / ENTRY))
    next(signs)


@pytest.mark.usefixtures("_no_look")
def test_a_folder_that_was_removed_and_made_again_is_still_watched(
    small_kit: Path, signs: Iterator[None]
) -> None:
    append(small_kit / ENTRY)
    next(signs)
    meanwhile(lambda: shutil.rmtree(small_kit / "atd_offers"))
    next(signs)
    meanwhile((small_kit / "atd_offers").mkdir)
    (small_kit / "content/nouvelle.md").touch()
    next(signs)
    meanwhile((small_kit / ENTRY).touch)
    next(signs)


@pytest.fixture
def _no_look(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing but the system tells of a change: a test that waits for a look ends by its own limit."""
    monkeypatch.setattr(watch, "PERIOD", 3_600)


def test_a_change_that_the_system_does_not_tell_is_seen(
    small_kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr("watchdog.observers.api.BaseObserver.schedule", refuse)
    monkeypatch.setattr(watch, "PERIOD", 0.01)
    signs = Watch(small_kit, ALL).changes()
    append(small_kit / ENTRY)
    next(signs)
    meanwhile(lambda: append(small_kit / ENTRY))
    next(signs)


def test_a_burst_gives_one_sign(small_kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "QUIET", 1)  # longer than any pause between two of these saves
    monkeypatch.setattr(watch, "_LONGEST", 600)
    monkeypatch.setattr(watch, "PERIOD", 0)
    looks = iter([False] * 20 + [True])
    signs = Watch(small_kit, ALL).changes(lambda: next(looks))
    append(small_kit / ENTRY)
    meanwhile(lambda: [append(small_kit / ENTRY) for _ in range(50)])  # type: ignore[func-returns-value]
    next(signs)
    assert (small_kit / ENTRY).read_text("utf-8").count("Encore.") == 51
    next(signs)  # because it is due, not because of a change
    assert next(looks, None) is None


def test_a_burst_without_end_is_answered(small_kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "_LONGEST", 0.3)
    over = threading.Event()

    def write() -> None:
        while not over.wait(0.02):
            append(small_kit / ENTRY)

    writer = threading.Thread(target=write)
    writer.start()
    next(Watch(small_kit, ALL).changes())
    over.set()
    writer.join()


def test_a_file_written_again_as_it_was_is_no_change(
    small_kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "PERIOD", 0)
    looks = iter([False, False, False, True])
    watched = Watch(small_kit, ALL)
    status = (small_kit / ENTRY).stat()
    (small_kit / ENTRY).write_bytes((small_kit / ENTRY).read_bytes())
    os.utime(small_kit / ENTRY, ns=(status.st_atime_ns, status.st_mtime_ns))
    next(watched.changes(lambda: next(looks)))
    assert next(looks, None) is None


def test_a_kit_that_is_removed_is_said_to_be_gone(small_kit: Path, signs: Iterator[None]) -> None:
    append(small_kit / ENTRY)
    next(signs)
    meanwhile(lambda: shutil.rmtree(small_kit))
    with pytest.raises(KitGoneError, match="n'est plus là"):
        for _ in signs:
            pass
