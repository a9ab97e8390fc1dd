"""The steps of the check, run as the forge runs them, on a kit with a fault."""

import sys
from pathlib import Path

import pytest

from tests.conftest import MINIMAL
from tests.forge.workflows import run, script

ENTRY = "atd_offers/exemple.md"
ANNOTATE = "Contrôler les fiches"
SUMMARISE = "Montrer chaque faute, avec le lien pour la corriger"
TELL = "Dire comment voir le site d'essai"


@pytest.fixture
def proposed(small_kit: Path) -> Path:
    """A kit whose only offer has a fault, with `odl` where the workflow installs it."""
    (small_kit / ".venv/bin").mkdir(parents=True)
    (small_kit / ".venv/bin/odl").symlink_to(Path(sys.executable).with_name("odl"))
    text = (MINIMAL / ENTRY).read_text("utf-8")
    (small_kit / ENTRY).write_text(text.replace("[transparence]", "[transparance]"), "utf-8")
    return small_kit


def summary(kit: Path, depot: str, branch: str) -> str:
    page = kit / "page.md"
    environment = {"GITHUB_STEP_SUMMARY": str(page), "DEPOT": depot, "BRANCHE": branch}
    done = run(script("controle.yml", "controle", SUMMARISE), kit, environment)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return page.read_text("utf-8")


def test_a_fault_is_annotated_and_fails_the_job(proposed: Path) -> None:
    done = run(script("controle.yml", "controle", ANNOTATE), proposed, {})
    assert done.returncode == 1
    assert done.stdout.startswith(f"::error file={ENTRY},line=6,")


def test_the_summary_edits_the_file_in_the_fork(proposed: Path) -> None:
    page = summary(proposed, "https://forge.exemple.fr/mairie/kit", "patch-1")
    assert f"[Modifier la ligne 6](https://forge.exemple.fr/mairie/kit/edit/patch-1/{ENTRY}#L6)" in page


@pytest.mark.parametrize("branch", ['"; exit 3; #', "$(exit 3)", "`exit 3`", "a)](https://faux.fr", "--help"])
def test_the_name_of_a_branch_is_never_run_nor_written_as_a_link(proposed: Path, branch: str) -> None:
    page = summary(proposed, "https://forge.exemple.fr/mairie/kit", branch)
    links = [line for line in page.split("\n") if line.startswith("[Modifier la ligne 6](")]
    assert len(links) == 1
    assert links[0].startswith("[Modifier la ligne 6](https://forge.exemple.fr/mairie/kit/edit/")
    assert links[0].count("](") == 2


def test_a_fork_that_is_gone_leaves_the_links_of_the_kit(proposed: Path) -> None:
    assert f"(https://forge.exemple.fr/kit/edit/main/{ENTRY}#L6)" in summary(proposed, "", "patch-1")


def test_a_defect_of_the_program_fails_the_summary(proposed: Path) -> None:
    (proposed / "mkdocs.yml").unlink()
    environment = {"GITHUB_STEP_SUMMARY": str(proposed / "page.md"), "DEPOT": "", "BRANCHE": ""}
    assert run(script("controle.yml", "controle", SUMMARISE), proposed, environment).returncode == 1


def test_the_summary_says_how_to_open_the_site(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    environment = {"GITHUB_STEP_SUMMARY": str(page), "ADRESSE": "https://forge.exemple.fr/artifacts/1"}
    assert run(script("controle.yml", "controle", TELL), tmp_path, environment).returncode == 0
    text = page.read_text("utf-8")
    assert "[site d'essai](https://forge.exemple.fr/artifacts/1)" in text
    assert "`index.html` d'un double clic" in text
