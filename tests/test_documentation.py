"""The documents say what is true: every path, command and code that they name exists."""

import re
from pathlib import Path

import pytest

from generator import reporters
from generator.cli import main
from generator.definitions import load
from generator.rules import discover
from tests.conftest import REPOSITORY

DOCUMENTS = ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md")
PAGES = tuple(path.relative_to(REPOSITORY).as_posix() for path in (REPOSITORY / "content").rglob("*.md"))
"""Pages of the site; tests/test_guides.py looks at what they give in `code`, the rule R103 at their links."""


def text_of(name: str) -> str:
    return (REPOSITORY / name).read_text("utf-8")


def tracked_parts() -> set[str]:
    modules = {path for path in (REPOSITORY / "generator").glob("*.py") if path.name != "__init__.py"}
    folders = {
        path
        for top in ("captures", "generator", "overrides", "tests")
        for path in (REPOSITORY / top).iterdir()
        if path.is_dir() and any(path.iterdir()) and not path.name.startswith(("__", "."))
    }
    names = {path.relative_to(REPOSITORY).as_posix() for path in modules}
    return names | {f"{path.relative_to(REPOSITORY).as_posix()}/" for path in folders}


def test_the_architecture_names_every_module_and_folder_and_no_other() -> None:
    named = set(re.findall(r"`((?:captures|generator|overrides|tests)/[\w/.]+)`", text_of("ARCHITECTURE.md")))
    assert tracked_parts() - named == set()
    assert [path for path in named if not (REPOSITORY / path).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_path_that_a_document_names_exists(name: str) -> None:
    linked = re.findall(r"\]\(([\w./-]+)\)", text_of(name))
    folders = re.findall(
        r"`((?:captures|kit|content|atd_offers|generator|overrides|tests)/[\w/.-]*)`", text_of(name)
    )
    assert [path for path in {*linked, *folders} if not (REPOSITORY / path).exists()] == []


@pytest.mark.parametrize("name", [*DOCUMENTS, *PAGES])
def test_every_command_and_rule_that_a_document_names_exists(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    commands = capsys.readouterr().out
    for command in re.findall(r"\bodl ([a-z]+)", text_of(name)):
        assert re.search(rf"^ +{command}\b", commands, re.MULTILINE)
    codes = {rule.code for rule in discover()}
    assert set(re.findall(r"\b[SCRTLF]\d{3}\b", text_of(name))) <= codes


@pytest.mark.parametrize("name", ["README.md", "ARCHITECTURE.md"])
def test_every_format_of_the_check_is_named(name: str) -> None:
    assert [kind for kind in reporters.names() if f"`{kind}`" not in text_of(name)] == []


@pytest.mark.parametrize("name", [*DOCUMENTS, *PAGES])
def test_every_make_target_that_a_document_names_exists(name: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (REPOSITORY / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = re.findall(r"(?:^|`)make ([a-z]+)", text_of(name), re.MULTILINE)
    assert set(named) <= targets


def test_every_dependency_has_its_reason() -> None:
    lines = (REPOSITORY / "pyproject.toml").read_text("utf-8").splitlines()
    wanted = [line for line in lines if re.match(r'    "[a-z]', line) and ("=" in line or "<" in line)]
    assert wanted
    assert [line for line in wanted if "  # " not in line] == []


def test_files_stay_near_two_hundred_lines() -> None:
    sources = [path for path in (REPOSITORY / "generator").rglob("*.py") if lines(path) > 250]
    assert sources == []


def lines(path: Path) -> int:
    return path.read_text("utf-8").count("\n")


def test_every_module_has_its_tests() -> None:
    modules = {path.stem for path in (REPOSITORY / "generator").glob("*.py")} - {"__init__", "__main__"}
    tested = {path.stem.removeprefix("test_") for path in (REPOSITORY / "tests").glob("test_*.py")}
    assert modules - tested == set()


def test_the_guide_of_the_repository_names_the_sections_of_an_offer_in_order() -> None:
    canevas, text = load(REPOSITORY).canevas("offre"), text_of("CONTRIBUTING.md")
    assert canevas is not None
    places = [text.find(part.label) for part in canevas.sections]
    assert -1 not in places
    assert places == sorted(places)
