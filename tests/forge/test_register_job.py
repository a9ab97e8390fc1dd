"""The job that adds the published addresses to their register, run on a true repository."""

import subprocess
from pathlib import Path

import pytest

from tests.forge.workflows import run, script

REGISTER = "kit/adresses.txt"
STEP = "Inscrire les adresses"
MOVE_FIRST = """#!/bin/sh
[ -e {flag} ] && exit 0
touch {flag}
cd {other} && git pull --quiet && echo x >> lisez-moi
git add . && git commit --quiet -m autre && git push --quiet
"""


def git(folder: Path, *arguments: str) -> str:
    names = ["-c", "user.name=essai", "-c", "user.email=essai@exemple.fr"]
    command = ["git", *names, *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, encoding="utf-8").stdout


@pytest.fixture
def main(tmp_path: Path) -> Path:
    """A clone of a repository whose main branch holds a register of two addresses."""
    bare = tmp_path / "depot.git"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch", "main", str(bare))
    clone = clone_of(bare, tmp_path / "clone")
    (clone / "kit/canevas").mkdir(parents=True)
    (clone / "kit/canevas/offre.yml").touch()
    (clone / REGISTER).write_text("offres/a/\noffres/b/\n", "utf-8")
    git(clone, "add", ".")
    git(clone, "commit", "--quiet", "-m", "Premier")
    git(clone, "push", "--quiet", "origin", "HEAD:main")
    return clone


def clone_of(bare: Path, folder: Path) -> Path:
    git(bare.parent, "clone", "--quiet", str(bare), str(folder))
    for name, value in (("user.name", "essai"), ("user.email", "essai@exemple.fr")):
        git(folder, "config", name, value)
    return folder


def register(clone: Path, built: str) -> subprocess.CompletedProcess[str]:
    """Run the job on what a build gave."""
    given = clone.parent / "temp/registre/adresses.txt"
    given.parent.mkdir(parents=True, exist_ok=True)
    given.write_text(built, "utf-8")
    text = script("publication.yml", "registre", STEP)
    return run(text, clone, {"RUNNER_TEMP": str(clone.parent / "temp"), "JETON": "x"})


def published(clone: Path, path: str = REGISTER) -> str:
    git(clone, "fetch", "--quiet")
    return git(clone, "show", f"origin/main:{path}")


def test_new_addresses_are_committed_alone(main: Path) -> None:
    (main / "intrus.txt").write_text("x", "utf-8")
    done = register(main, "offres/a/\noffres/b/\noffres/c/\n")
    assert (done.returncode, done.stdout) == (0, "Le registre est à jour.\n")
    assert published(main).endswith("offres/c/\n")
    shown = git(main, "log", "-1", "--format=%an", "--name-only", "origin/main").split()
    assert shown == ["github-actions[bot]", REGISTER]


def test_the_register_may_be_born(main: Path) -> None:
    git(main, "rm", "--quiet", REGISTER)
    git(main, "commit", "--quiet", "-m", "Sans registre")
    git(main, "push", "--quiet", "origin", "HEAD:main")
    assert register(main, "offres/a/\n").returncode == 0
    assert published(main) == "offres/a/\n"


def test_nothing_new_commits_nothing(main: Path) -> None:
    before = git(main, "rev-parse", "origin/main")
    done = register(main, "offres/a/\noffres/b/\n")
    assert (done.returncode, done.stdout) == (0, "Le registre n'a pas changé.\n")
    git(main, "fetch", "--quiet")
    assert git(main, "rev-parse", "origin/main") == before


@pytest.mark.parametrize("built", ["offres/a/\noffres/c/\n", "", "offres/a/\noffres/b/c/\n", "offres/.*\n"])
def test_a_register_that_lost_an_address_is_refused(main: Path, built: str) -> None:
    done = register(main, built)
    assert done.returncode == 1
    assert done.stdout.startswith("::error title=Registre des adresses::Des adresses inscrites manqueraient")
    assert "offres/b/" in done.stdout
    assert published(main) == "offres/a/\noffres/b/\n"


def test_a_register_that_is_a_link_is_refused(main: Path) -> None:
    (main / REGISTER).unlink()
    (main / REGISTER).symlink_to("../lisez-moi")
    git(main, "commit", "--quiet", "-am", "Lien")
    git(main, "push", "--quiet", "origin", "HEAD:main")
    done = register(main, "offres/a/\n")
    assert done.returncode == 1
    assert "lien symbolique" in done.stdout


def hook(clone: Path, name: str, text: str) -> None:
    path = clone / ".git/hooks" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    path.chmod(0o755)


def test_a_push_that_comes_first_is_kept_and_the_register_follows(main: Path, tmp_path: Path) -> None:
    other = clone_of(tmp_path / "depot.git", tmp_path / "autre")
    hook(main, "post-commit", MOVE_FIRST.format(flag=tmp_path / "passe", other=other))
    done = register(main, "offres/a/\noffres/b/\noffres/c/\n")
    assert done.returncode == 0, done.stderr
    assert published(main).endswith("offres/c/\n")
    assert published(main, "lisez-moi") == "x\n"


def test_a_branch_that_takes_no_push_is_said_plainly(main: Path, tmp_path: Path) -> None:
    hook_path = tmp_path / "depot.git/hooks/pre-receive"
    hook_path.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    hook_path.chmod(0o755)
    done = register(main, "offres/a/\noffres/b/\noffres/c/\n")
    assert done.returncode == 1
    assert "« main » refuse l'envoi." in done.stdout
