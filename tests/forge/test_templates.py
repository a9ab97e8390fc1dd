"""Forms and models of requests are valid, up to date, and say the same thing."""

import subprocess
from pathlib import Path

import pytest
import yaml

from generator.config import read_config
from generator.issue_form import PROMISES, form
from generator.kit import gather
from tests.conftest import REPOSITORY
from tests.forge.workflows import tool

FORMS = REPOSITORY / ".github/ISSUE_TEMPLATE"
GITHUB = REPOSITORY / ".github/PULL_REQUEST_TEMPLATE.md"
GITLAB = REPOSITORY / ".gitlab/merge_request_templates/Default.md"


def verdict(schema: str, *files: Path) -> str:
    command = [tool("check-jsonschema"), "--builtin-schema", schema, *map(str, files)]
    return subprocess.run(command, check=False, capture_output=True, encoding="utf-8").stdout


def test_the_forms_are_what_the_forge_expects() -> None:
    files = [path for path in FORMS.glob("*.yml") if path.name != "config.yml"]
    assert len(files) > 1
    assert verdict("vendor.github-issue-forms", *files) == "ok -- validation done\n"


def test_the_list_of_forms_is_what_the_forge_expects() -> None:
    assert verdict("vendor.github-issue-config", FORMS / "config.yml") == "ok -- validation done\n"


def test_the_form_of_an_offer_follows_the_canevas_and_the_vocabularies() -> None:
    kit = gather(REPOSITORY)
    canevas = kit.definitions.canevas("offre")
    assert canevas
    committed = (FORMS / "proposer-une-offre.yml").read_text("utf-8")
    assert committed == form(canevas, kit), "run « make forms », and commit the file"


def test_the_links_of_the_list_open_pages_of_the_site() -> None:
    site = read_config(REPOSITORY).site_url
    for link in yaml.safe_load((FORMS / "config.yml").read_text("utf-8"))["contact_links"]:
        assert link["url"].startswith(site)
        page = link["url"].removeprefix(site).strip("/")
        assert (REPOSITORY / "content" / f"{page}.md").is_file()


def test_both_forges_have_the_same_model_of_request() -> None:
    assert GITLAB.read_text("utf-8") == GITHUB.read_text("utf-8")


@pytest.mark.parametrize("path", [GITHUB, GITLAB])
def test_a_request_makes_the_promises_of_the_form(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert [line.removeprefix("- [ ] ") for line in lines if line.startswith("- [")] == list(PROMISES)
