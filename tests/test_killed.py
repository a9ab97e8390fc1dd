"""A build killed at any moment leaves a whole site: the former one, or the new one if it had arrived."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep

import pytest

from generator.cli import main
from generator.console import FAULTS, OK
from tests.conftest import REPOSITORY

ROUNDS = 30
"""Builds that are killed, each followed by one that is not."""
ENTRY = "atd_offers/exemple.md"


@dataclass(frozen=True)
class Nursery:
    """Where builds start at once; see tests/nursery.py."""

    process: subprocess.Popen[str]

    def build(self, root: Path, killed_after: float | None = None) -> int:
        """Build, kill what runs after some seconds if it is asked; give the exit code."""
        assert self.process.stdin
        self.process.stdin.write(json.dumps(["build", "--root", str(root)]) + "\n")
        self.process.stdin.flush()
        group = self._answer()
        if killed_after is not None:
            sleep(killed_after)
            with suppress(ProcessLookupError):  # it has ended
                os.killpg(group, signal.SIGKILL)
        return self._answer()

    def _answer(self) -> int:
        assert self.process.stdout
        return int(self.process.stdout.readline())


@pytest.fixture
def nursery() -> Iterator[Nursery]:
    command = [sys.executable, "-m", "tests.nursery"]
    with subprocess.Popen(
        command, cwd=REPOSITORY, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        yield Nursery(process)
        assert process.stdin
        process.stdin.close()


def odl(root: Path) -> None:
    command = [sys.executable, "-m", "generator", "build", "--root", str(root)]
    subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True)


def files(site: Path) -> dict[str, bytes]:
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def beside(site: Path) -> list[str]:
    return [path.name for path in site.parent.iterdir() if "site" in path.name]


def write_version(root: Path, version: str) -> None:
    """Change the entry, so that the next site differs from the former one."""
    head, mark, body = (root / ENTRY).read_text("utf-8").partition("---\n\n")
    text = body.partition("\n\nVersion ")[0].rstrip("\n")
    (root / ENTRY).write_text(f"{head}{mark}{text}\n\nVersion {version}.\n", "utf-8")


def test_a_build_killed_at_any_moment_leaves_the_former_site_or_the_new_one_and_the_next_one_runs(
    small_kit: Path, nursery: Nursery
) -> None:
    odl(small_kit)
    shutil.copytree(small_kit / "build/moteur", small_kit.parent / "moteur")
    site, whole, start = small_kit / "site", {}, perf_counter()
    for version in "AB":
        write_version(small_kit, version)
        assert nursery.build(small_kit) == OK
        whole[version] = files(site)
    assert whole["A"] != whole["B"]
    lasts, chance, present, killed = (perf_counter() - start) / 2, random.Random(2026), "B", 0  # noqa: S311 — no secret
    for _ in range(ROUNDS):
        coming = "A" if present == "B" else "B"
        write_version(small_kit, coming)
        killed += nursery.build(small_kit, killed_after=chance.uniform(0, lasts)) == -signal.SIGKILL
        assert files(site) in (whole[present], whole[coming])
        assert nursery.build(small_kit) == OK
        assert files(site) == whole[coming]
        assert beside(site) == ["site"]
        present = coming
    assert killed


ON_LINUX = pytest.mark.skipif(
    sys.platform != "linux", reason="seul Linux échange deux dossiers d'un seul appel"
)
DIE = "os.kill(os.getpid(), signal.SIGKILL)"
RENAMES = """
publish.exchange = lambda *_: False
rename = Path.rename
def fail(path, target):
    if path.name == ".site.nouveau":
        os.kill(os.getpid(), signal.SIGKILL)
    return rename(path, target)
Path.rename = fail
"""
SWAP = """
import os, signal, sys
from pathlib import Path
from generator import publish
from generator.exchange import exchange
{}
publish.swap(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.mark.parametrize(
    ("moment", "left", "after"),
    [
        (f"publish.exchange = lambda *_: {DIE}", "ancien", "ancien"),
        pytest.param(
            f"publish.exchange = lambda *both: exchange(*both) and {DIE}", "neuf", "neuf", marks=ON_LINUX
        ),
        (f"publish._remove = lambda folder: folder.exists() and {DIE}", "neuf", "neuf"),
        (RENAMES, None, "ancien"),
    ],
    ids=["before the exchange", "after the exchange", "before the cleaning", "between two renames"],
)
def test_a_program_killed_as_it_publishes_is_made_good_by_the_next_build_even_one_that_faults_stop(
    small_kit: Path, moment: str, left: str | None, after: str
) -> None:
    site = small_kit / "site"
    for folder, text in ((site, "ancien"), (small_kit / "build/site", "neuf")):
        (folder / "donnees").mkdir(parents=True)
        (folder / "donnees/catalogue.json").write_text("{}")
        (folder / "index.html").write_text(text)
    command = [sys.executable, "-c", SWAP.format(moment), str(small_kit / "build/site"), str(site)]
    done = subprocess.run(command, cwd=REPOSITORY, check=False)
    assert done.returncode == -signal.SIGKILL
    assert (site.is_dir() and (site / "index.html").read_text()) == (left or False)
    (small_kit / ENTRY).write_text("sans entête")
    assert main(["build", "--root", str(small_kit)]) == FAULTS
    assert (site / "index.html").read_text() == after
    assert beside(site) == ["site"]
