"""The same kit gives the same bytes, whoever builds it, where, when, and on which machine."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from bench import corpus
from generator.clock import EPOCH
from tests.conftest import REPOSITORY

ENTRIES = 20


@dataclass(frozen=True)
class Machine:
    """What may differ from a build to another: none of it may show."""

    folder: str
    environment: Mapping[str, str]
    reverse: bool
    cores: int
    umask: int

    def settle(self) -> None:
        """Take on the machine's ways, in the process of the build."""
        os.umask(self.umask)
        if hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: self.cores])


HERE = Machine(
    "ici",
    {
        "PYTHONHASHSEED": "0",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "USER": "alice",
        EPOCH: "1795500000",  # 2026-11-24
    },
    reverse=False,
    cores=1,
    umask=0o022,
)
THERE = Machine(
    "là-bas/un autre dossier",
    {
        "PYTHONHASHSEED": "4242",
        "TZ": "America/Anchorage",
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "de",
        "USER": "bob",
        "HOME": "/nulle/part",
        "COLUMNS": "40",
        EPOCH: "1900000000",  # 2030-03-17
    },
    reverse=True,
    cores=64,
    umask=0o077,
)


def lay(kit: Path, root: Path, *, reverse: bool) -> None:
    """Copy a kit file by file: folders are listed as their files came, on many disks."""
    for path in sorted((path for path in kit.rglob("*") if path.is_file()), reverse=reverse):
        target = root / path.relative_to(kit)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        stamp = 1_000_000_000 if reverse else 1_700_000_000
        os.utime(target, (stamp, stamp))


def built(kit: Path, machine: Machine) -> dict[str, bytes]:
    root = kit.parent / machine.folder
    lay(kit, root, reverse=machine.reverse)
    settle: Callable[[], None] = machine.settle
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", "--root", str(root)],
        cwd=REPOSITORY,
        env={**os.environ, **machine.environment},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=settle,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    site = root / "site"
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    kit = corpus.write(tmp_path_factory.mktemp("reproductible") / "kit", ENTRIES)
    return [built(kit, machine) for machine in (HERE, THERE)]


def test_the_same_kit_gives_the_same_files_whatever_the_machine(sites: list[dict[str, bytes]]) -> None:
    here, there = sites
    assert sorted(here) == sorted(there)
    assert [name for name, content in here.items() if there[name] != content] == []


@pytest.mark.parametrize("part", ["pagefind/fragment/", "pagefind/index/", "donnees/", "assets/partage/"])
def test_what_is_compared_holds_the_search_the_data_and_the_pictures(
    sites: list[dict[str, bytes]], part: str
) -> None:
    assert [name for name in sites[0] if name.startswith(part)]


def test_no_file_tells_where_nor_by_whom_it_was_made(sites: list[dict[str, bytes]]) -> None:
    told = (b"un autre dossier", b"/nulle/part", str(REPOSITORY).encode())
    assert [name for name, content in sites[1].items() if any(word in content for word in told)] == []
