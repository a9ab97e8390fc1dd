"""What befalls a build from outside: no room, no right, another build, files that change as they are read."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from generator.cli import main
from generator.console import FAULTS, MISUSE, OK
from generator.engine import ENGINES, Engine
from tests.conftest import REPOSITORY

Captured = pytest.CaptureFixture[str]
ODL = (sys.executable, "-m", "generator")
ENTRY = "atd_offers/exemple.md"


def files(site: Path) -> dict[str, bytes]:
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def built(root: Path) -> dict[str, bytes]:
    assert main(["build", "--root", str(root)]) == OK
    return files(root / "site")


def is_plain(said: str) -> bool:
    """Tell whether one sentence is said, after the steps that were done."""
    sentence = "\nodl : " in f"\n{said}"
    return sentence and "Traceback" not in said and "défaut du programme" not in said


@contextmanager
def mounted(folder: Path, *commands: tuple[str, ...]) -> Iterator[None]:
    """Mount something on a folder; skip the test where this is refused."""
    folder.mkdir(exist_ok=True)
    try:
        for command in commands:
            subprocess.run(["mount", *command, str(folder)], check=True, capture_output=True)  # noqa: S607
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"cette machine ne laisse pas monter un disque : {error}")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)  # noqa: S607


@pytest.mark.parametrize("share", [0, 0.05, 0.9])
def test_a_disk_that_is_full_stops_the_build_and_the_former_site_stays(
    small_kit: Path, capsys: Captured, share: float
) -> None:
    disk = small_kit.parent / "disque"
    with mounted(disk, ("-t", "tmpfs", "-o", "size=64m", "tmpfs")):
        root = disk / "kit"
        shutil.copytree(small_kit, root)
        before, free = built(root), shutil.disk_usage(disk).free
        shutil.rmtree(root / "build")
        needed = shutil.disk_usage(disk).free - free
        (disk / "lest").write_bytes(bytes(int(free + needed * (1 - share))))
        capsys.readouterr()
        assert main(["build", "--root", str(root)]) == MISUSE
        said = capsys.readouterr().err
        assert is_plain(said)
        assert "le disque est plein" in said
        assert files(root / "site") == before
        (disk / "lest").unlink()
        assert built(root) == before


def test_a_file_that_the_system_refuses_to_let_grow_stops_the_build(small_kit: Path) -> None:
    before = built(small_kit)
    shutil.rmtree(small_kit / "build")  # or there would be nothing to do
    limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (30_000, 30_000))
    done = subprocess.run(
        [*ODL, "build", "--root", str(small_kit)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit,
    )
    assert done.returncode == MISUSE
    assert is_plain(done.stderr)
    assert "un fichier dépasserait la taille permise" in done.stderr
    assert files(small_kit / "site") == before


def test_a_folder_that_cannot_be_written_keeps_its_site(small_kit: Path, capsys: Captured) -> None:
    place = small_kit.parent / "place"
    command = ["build", "--root", str(small_kit), "--site-dir", str(place / "site")]
    assert main(command) == OK
    before = files(place / "site")
    shutil.rmtree(small_kit / "build")
    with read_only(place):
        capsys.readouterr()
        assert main(command) == MISUSE
        said = capsys.readouterr().err
    assert is_plain(said)
    assert f"« {place / 'site'} » n'a pas pu être écrit : " in said
    assert files(place / "site") == before
    assert [path.name for path in place.iterdir()] == ["site"]


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    if os.geteuid():  # root writes where it likes, but not on a disk made for reading
        folder.chmod(0o555)
        yield
        folder.chmod(0o755)
    else:
        with mounted(folder, ("--bind", str(folder)), ("-o", "remount,ro,bind")):
            yield


def test_a_build_says_that_another_one_is_running(small_kit: Path) -> None:
    hold = "import sys; from pathlib import Path; from generator.publish import alone\n"
    hold += "with alone(Path(sys.argv[1])):\n print('tenu', flush=True)\n sys.stdin.read()"
    command = [sys.executable, "-c", hold, str(small_kit)]
    with subprocess.Popen(
        command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as first:
        assert first.stdout
        assert first.stdout.readline() == "tenu\n"
        second = subprocess.run(
            [*ODL, "build", "--root", str(small_kit)],
            cwd=REPOSITORY,
            capture_output=True,
            text=True,
            check=False,
        )
        assert second.returncode == MISUSE
        assert (
            second.stderr
            == "odl : une autre construction de ce kit est en cours ; attendez qu'elle finisse.\n"
        )
        first.kill()
    assert built(small_kit)  # the lock of a dead program holds nobody


def test_two_builds_started_at_once_leave_one_whole_site(small_kit: Path) -> None:
    command = [*ODL, "build", "--root", str(small_kit)]
    both = [subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.DEVNULL) for _ in range(2)]
    codes = sorted(process.wait() for process in both)
    assert codes in ([OK, OK], [OK, MISUSE])
    assert files(small_kit / "site") == built(small_kit)


def test_an_engine_that_ends_well_and_writes_nothing_leaves_the_former_site(
    small_kit: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    before = built(small_kit)
    shutil.rmtree(small_kit / "build")
    monkeypatch.setitem(ENGINES, "mkdocs", Engine(("-c", "")))
    assert main(["build", "--root", str(small_kit)]) == MISUSE
    assert "odl : le moteur n'a pas rendu content/index.md" in capsys.readouterr().err
    assert files(small_kit / "site") == before


CHANGES = """
import itertools, os, sys
from pathlib import Path
whole = [(Path(name), Path(name).read_bytes()) for name in sys.argv[1:]]
print("prêt", flush=True)
for rank, (path, content) in zip(itertools.count(), itertools.cycle(whole)):
    path.write_bytes(content[: len(content) * (rank % 7) // 6])
    if rank % 5 == 0:
        path.unlink()
        path.mkdir()
        path.rmdir()
    path.write_bytes(content)
"""


def test_files_that_change_while_they_are_read_are_right_or_at_fault_and_never_a_defect(
    small_kit: Path, capsys: Captured
) -> None:
    built(small_kit)
    changing = [
        ENTRY,
        "content/index.md",
        "kit/vocabulaires/enjeux.yml",
        "kit/canevas/offre.yml",
        "mkdocs.yml",
    ]
    command = [sys.executable, "-c", CHANGES, *(str(small_kit / name) for name in changing)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
        assert writer.stdout
        writer.stdout.readline()
        codes = [main([word, "--root", str(small_kit)]) for word in (*["check"] * 40, "build", "build")]
        writer.kill()
    assert set(codes) <= {OK, FAULTS, MISUSE}
    said = [line for line in capsys.readouterr().err.splitlines() if line.startswith("odl")]
    assert [line for line in said if not is_plain(line)] == []
    assert (small_kit / "site/offres/exemple/index.html").is_file()
